"""Muting, blocking and reporting: what a server lets us do about a person.

A mute and a block are states of our Relationship to an account, so a lost answer is settled by
asking for it. A report has neither key nor place where its author could look for it again.
"""

from __future__ import annotations

from typing import Any

from cmapp.connectors.base import Json, Sent
from cmapp.domain.actions import NAMES, Block, Mute, Report, Unblock, Unmute
from cmapp.domain.errors import Uncertain
from cmapp.platforms.mastodon.api import Api

State = Mute | Unmute | Block | Unblock
_CATEGORIES = {"spam": "spam", "illegal": "legal"}
# `violation` wants the numbers of the rules, which only a person looking at them could give


class Moderator:
    """The deeds of moderation of one account. They raise as every write does."""

    def __init__(self, api: Api) -> None:
        self._api = api

    def relate(self, action: State, key: str, progress: Json) -> Sent:
        """Mute or block, or take it back; the server does each once however often it is asked."""
        del key, progress
        answer = self._api.relate(action.target.author, NAMES[type(action)])
        if not _is_so(answer, action):
            raise Uncertain(reason="not_so")
        return Sent(action.target.author)

    def report(self, action: Report, key: str, progress: Json) -> Sent:
        """Report a person, with the post where there is one."""
        del key, progress
        body: dict[str, Any] = {
            "account_id": action.target.author,
            "category": _CATEGORIES.get(action.category, "other"),
            "comment": _comment(action),
        }
        if action.target.remote_id:
            body["status_ids"] = [action.target.remote_id]
        answer = self._api.report(body)
        made = answer.get("id") if isinstance(answer, dict) else None
        if made is None:
            raise Uncertain(reason="shape")
        return Sent(str(made))

    def find(self, action: State | Report) -> Sent | None:
        """Return the deed if it is so. Raises the read errors."""
        if isinstance(action, Report):
            return None
        told = self._api.relationship(action.target.author)
        return Sent(action.target.author) if _is_so(told, action) else None


def _comment(action: Report) -> str:
    """Return the note; in front of it the category, where the server has no word for it."""
    known = action.category in _CATEGORIES or action.category == "other"
    return action.note if known else f"[{action.category}] {action.note}".strip()


def _is_so(relationship: Json, action: State) -> bool:
    flag = "muting" if isinstance(action, Mute | Unmute) else "blocking"
    told = relationship.get(flag) if isinstance(relationship, dict) else None
    return told is isinstance(action, Mute | Block)
