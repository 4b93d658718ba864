"""Moderation: a mute is the network's own note, a block is a record, hiding edits our threadgate.

A gate is the record beside the first post of a thread, under the same key; only that post's
author has it, so only answers in our own threads can be hidden. Reports go to the account's own
server, which hands them to its moderation service; nobody can look for one again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cmapp.connectors.base import Json, Sent
from cmapp.domain.actions import Block, Hide, Mute, Report, Target, Unblock, Unhide, Unmute
from cmapp.domain.errors import Garbled, Missing, Rejected, Uncertain
from cmapp.platforms.bluesky.api import Session, error_of, refusal
from cmapp.platforms.bluesky.shape import at_uri, map_of, place, stamp, text_of
from cmapp.platforms.bluesky.tid import tid
from cmapp.platforms.bluesky.writing import Deeds
from cmapp.system import clock

BLOCK = "app.bsky.graph.block"
GATE = "app.bsky.feed.threadgate"
MOST_HIDDEN = 300
_TRIES = 5
_REASONS = {
    "spam": "reasonSpam",
    "abuse": "reasonRude",
    "misleading": "reasonMisleading",
    "sexual": "reasonSexual",
    "illegal": "reasonViolation",
    "rules": "reasonViolation",
}

OnPerson = Mute | Unmute | Block | Unblock


class Moderator:
    """The deeds of moderation of one account; raises as every write does."""

    def __init__(self, session: Session, deeds: Deeds) -> None:
        self._session = session
        self._deeds = deeds

    def mute(self, action: Mute | Unmute, key: str, progress: Json) -> Sent:
        """Mute or unmute: a state, the same however often it is asked for."""
        verb = "muteActor" if isinstance(action, Mute) else "unmuteActor"
        did = action.target.author
        answer = self._session.procedure(f"app.bsky.graph.{verb}", {"actor": did}, bare=True)
        if not answer.ok:
            raise refusal(answer, write=True)
        return Sent(did)

    def block(self, action: Block, key: str, progress: Json) -> Sent:
        """Block: one record per person, whoever asks and how often."""
        did = action.target.author
        if there := text_of(self._viewer(did), "blocking"):
            return Sent(there)
        rkey = tid(did)
        ours = {"$type": BLOCK, "subject": did, "createdAt": stamp(clock.now())}
        self._deeds.put(BLOCK, rkey, ours)
        return Sent(at_uri(self._session.did, BLOCK, rkey))

    def unblock(self, action: Unblock, key: str, progress: Json) -> Sent:
        """Take a block back: ours, and the one that another program made."""
        did = action.target.author
        keys = {tid(did)}
        if found := place(text_of(self._viewer(did), "blocking") or ""):
            keys.add(found[2])
        for rkey in sorted(keys):
            self._deeds.remove(BLOCK, rkey)
        return Sent(did)

    def report(self, action: Report, key: str, progress: Json) -> Sent:
        """Report a post, or a person where there is none."""
        answer = self._session.procedure(
            "com.atproto.moderation.createReport",
            {
                "reasonType": "com.atproto.moderation.defs#"
                + _REASONS.get(action.category, "reasonOther"),
                "reason": action.note,
                "subject": _subject(action.target),
            },
        )
        if not answer.ok:
            raise refusal(answer, write=True)
        made = answer.data.get("id") if isinstance(answer.data, dict) else None
        if made is None:
            raise Uncertain(reason="unread")
        return Sent(str(made))

    def hide(self, action: Hide | Unhide, key: str, progress: Json) -> Sent:
        """Put an answer on our gate's list, or take it off; all else of the gate stays."""
        uri, wanted = action.target.remote_id, isinstance(action, Hide)
        root = self._root(action.target)
        rkey = root.rpartition("/")[2]
        for _ in range(_TRIES):
            there = self._session.record(GATE, rkey)
            old = dict(map_of(there, "value"))
            hidden = _hidden(old)
            if (uri in hidden) is wanted:
                return Sent(uri)
            fresh = [*hidden, uri] if wanted else [one for one in hidden if one != uri]
            if len(fresh) > MOST_HIDDEN:
                raise Rejected(
                    field="target", reason="too_many_hidden", limit=MOST_HIDDEN, size=len(fresh)
                )
            gate = {"$type": GATE, "post": root, "createdAt": stamp(clock.now()), **old}
            if self._swap(rkey, {**gate, "hiddenReplies": fresh}, text_of(there or {}, "cid")):
                return Sent(uri)
        raise Rejected(field="target", reason="refused")  # somebody else writes it all the time

    def _swap(self, rkey: str, gate: Mapping[str, Any], old: str | None) -> bool:
        """Write the gate in place of the version `old`; False where another came first."""
        answer = self._session.procedure(
            "com.atproto.repo.putRecord",
            {
                "repo": self._session.did,
                "collection": GATE,
                "rkey": rkey,
                "record": gate,
                "swapRecord": old,
            },
        )
        if answer.ok:
            return True
        if error_of(answer) != "InvalidSwap":
            raise refusal(answer, write=True)
        return False

    def refuses(self, target: Target) -> str | None:
        """Return why an answer cannot be hidden: it stands in somebody else's thread."""
        root = place(target.root or "")
        own = target.author == self._session.did
        return "not_our_thread" if own or root is None or root[0] != self._session.did else None

    def find(self, action: OnPerson | Report | Hide | Unhide) -> Sent | None:
        """Return the deed if it is so. Raises the read errors."""
        did = action.target.author
        match action:
            case Report():
                return None
            case Mute() | Unmute():
                muted = self._viewer(did).get("muted") is True
                return Sent(did) if muted is isinstance(action, Mute) else None
            case Block() | Unblock():
                # the record itself: the index may be behind
                there = self._session.record(BLOCK, tid(did)) is not None
                if isinstance(action, Block):
                    return Sent(at_uri(self._session.did, BLOCK, tid(did))) if there else None
                return None if there or text_of(self._viewer(did), "blocking") else Sent(did)
            case _:
                rkey = self._root(action.target).rpartition("/")[2]
                gate = map_of(self._session.record(GATE, rkey), "value")
                hidden = action.target.remote_id in _hidden(gate)
                return Sent(action.target.remote_id) if hidden is isinstance(action, Hide) else None

    def _viewer(self, did: str) -> Mapping[str, Any]:
        """Return how we stand to somebody. Raises Missing (`person_gone`)."""
        try:
            return map_of(
                self._session.query("app.bsky.actor.getProfile", {"actor": did}), "viewer"
            )
        except Missing as gone:
            raise Missing("person_gone", **gone.facts) from None

    def _root(self, target: Target) -> str:
        root = target.root or target.remote_id
        if place(root) is None:
            raise Rejected(field="target", reason="not_our_thread")
        return root


def _hidden(gate: Mapping[str, Any]) -> list[str]:
    """Return what a gate hides. Raises Garbled for a list that is none: it would get lost."""
    found = gate.get("hiddenReplies") or []
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise Garbled(reason="missing_field", field="hiddenReplies")
    return found


def _subject(target: Target) -> dict[str, str]:
    cid = target.facts.get("cid")
    if target.remote_id and isinstance(cid, str):
        return {"$type": "com.atproto.repo.strongRef", "uri": target.remote_id, "cid": cid}
    return {"$type": "com.atproto.admin.defs#repoRef", "did": target.author}
