"""The landing check: does a queued reply still fit the conversation?

It compares the thread as it was stored when the row was made (`snapshot`) with the thread as
the platform shows it now (`compare`). Pure: reading both is the caller's work (DR-03, N2).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cmapp.connectors.base import text_key
from cmapp.domain.records import Post
from cmapp.store.posts import PostRow

REASONS = (
    "parent_deleted",
    "not_allowed",
    "window_closed",
    "late",
    "parent_edited",
    "answered_by_us",
    "author_again",
)
"""The reasons to hold a row, gravest first; the gravest is the row's, the news tells all."""


@dataclass(frozen=True, slots=True)
class Ours:
    """Who counts as one of us on a realm, and what our own outbox has posted there."""

    remote_ids: frozenset[str]
    addresses: frozenset[str]
    """Profile URLs of our accounts on any server: how a colleague elsewhere looks from here."""
    posted: frozenset[str]
    """Remote ids and URIs of posts that our outbox sent: those are no news to us."""

    def wrote(self, post: Post) -> bool:
        """Tell whether one of our accounts is the author."""
        return post.author.remote_id in self.remote_ids or (
            post.author.url is not None and post.author.url in self.addresses
        )

    def sent(self, post: Post) -> bool:
        """Tell whether our outbox itself put it there."""
        return post.remote_id in self.posted or (post.uri is not None and post.uri in self.posted)


@dataclass(frozen=True, slots=True)
class Verdict:
    """`reason` is None when the reply may go. `fresh` is the snapshot of what was seen now."""

    reason: str | None
    news: list[dict[str, Any]]
    fresh: dict[str, Any]


ANY_TIME = -1
"""For an edit of our own that is still to be made."""


def snapshot(
    parent: PostRow, thread: Iterable[PostRow], *, expects: str | None = None
) -> dict[str, Any]:
    """Return what to compare with later: the parent as it reads, and which posts were known.

    `expects`: what it will read then, by an edit of ours that is queued before.
    """
    read = {"text": parent.text, "edited_at": parent.edited_at}
    return {
        "parent": read if expects is None else {"text": expects, "edited_at": ANY_TIME},
        "known": sorted(p.remote_id for p in thread if p.deleted_at is None),
    }


def compare(
    parent_id: str,
    seen: dict[str, Any],
    shown: Sequence[Post],
    *,
    ours: Ours,
    waived: Sequence[str],
    now: int,
    is_late: bool = False,
) -> Verdict:
    """Compare the thread as shown now with `seen`; `waived` reasons hold nothing."""
    by_id = {p.remote_id: p for p in shown}
    parent = by_id.get(parent_id)
    known = set(seen.get("known", ()))
    news: list[dict[str, Any]] = []
    if parent is None:
        news.append({"what": "parent_deleted", "before": seen.get("parent", {}).get("text")})
    else:
        closed = parent.reply_until is not None and now >= parent.reply_until
        if closed or parent.no_reply_why == "window_closed":
            news.append({"what": "window_closed", "at": parent.reply_until})
        elif parent.can_reply is False:
            news.append({"what": "not_allowed", "why": parent.no_reply_why})
        before = seen.get("parent", {})
        # an edit of the picture alone is an edit too; platforms without edit times say None
        if text_key(parent.text) != text_key(before.get("text") or "") or (
            parent.edited_at is not None
            and before.get("edited_at") not in (parent.edited_at, ANY_TIME)
        ):
            news.append(_told("parent_edited", parent) | {"before": before.get("text")})
        for post in shown:
            if post.remote_id in known or post.remote_id == parent_id:
                continue
            if post.created_at < parent.created_at and post.parent != parent_id:
                continue  # older context that had not been read: it was there already
            if ours.wrote(post):
                if not ours.sent(post) and _answers(post, parent, by_id):
                    news.append(_told("answered_by_us", post))
            elif post.author.remote_id == parent.author.remote_id:
                news.append(_told("author_again", post))
    if is_late:
        news.append({"what": "late"})
    news = [n for n in news if n["what"] not in waived or n["what"] in _PICTURED]
    news.sort(key=lambda n: REASONS.index(n["what"]))
    fresh = {
        "parent": {"text": parent.text, "edited_at": parent.edited_at}
        if parent is not None
        else seen.get("parent", {}),
        "known": sorted(known | set(by_id)),
    }
    return Verdict(news[0]["what"] if news else None, news, fresh)


def _answers(post: Post, parent: Post, by_id: Mapping[str, Post]) -> bool:
    """Tell whether `post` answers `parent`, what hangs below it, or its author.

    A colleague who answers somebody else in a long thread is no reason to hold ours; a chain
    that breaks at a post we may not see is one, for it may lead there.
    """
    at: Post | None = post
    for _ in range(len(by_id) + 1):
        if at is None or at.parent is None:
            return at is None
        above = by_id.get(at.parent)
        if at.parent == parent.remote_id or (
            above is not None and above.author.remote_id == parent.author.remote_id
        ):
            return True
        at = above
    return True


_PICTURED = ("parent_edited", "answered_by_us", "author_again")
"""Reasons that accepting settles by the new snapshot, so that further news still hold."""


def _told(what: str, post: Post) -> dict[str, Any]:
    return {
        "what": what,
        "id": post.remote_id,
        "author": post.author.name or post.author.handle,
        "handle": post.author.handle,
        "text": post.text,
        "created_at": post.created_at,
        "edited_at": post.edited_at,
        "url": post.url,
    }
