"""A conversation to hand on: who said what, in order; names of people outside can be replaced."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from cmapp.domain.chart import Say
from cmapp.domain.errors import Missing
from cmapp.domain.report import Quote
from cmapp.services import wordbook
from cmapp.services.shapes import number
from cmapp.store import inbox, posts
from cmapp.store.posts import PostRow
from cmapp.store.sqlite import Connection

_MENTION = re.compile(r"@[\w.\-]*\w(?:@[\w.\-]*\w)?")
_SHORTEST = 3
"""A name shorter than this is not looked for inside texts: it may be any word."""


def conversation(db: Connection, item: str, as_of: int) -> list[PostRow]:
    """Return the posts of an item's conversation up to a moment, oldest first.

    Raises Missing (`unknown_item`), also for an item without words (a follow).
    """
    found = inbox.by_id(db, number(item))
    if found is None or found.post_id is None:
        raise Missing("unknown_item", id=item[:40])
    rows = posts.thread(db, found.post_id)
    return [one for one in rows if one.created_at <= as_of and one.deleted_at is None]


def quotes(
    db: Connection, item: str, as_of: int, *, hidden: bool, language: str
) -> tuple[Quote, ...]:
    """Return a conversation; `hidden`: people outside are numbered, and no link leads to them."""
    found = conversation(db, item, as_of)
    depth: dict[str, int] = {}
    for one in found:
        depth[one.remote_id] = depth.get(one.parent_ref or "", -1) + 1
    strangers = list(dict.fromkeys(one.author_id for one in found if not one.mine))
    names = {
        author: wordbook.say(Say("report.thread.person", {"n": n}), language)
        for n, author in enumerate(strangers, 1)
    }
    return tuple(
        Quote(
            names[one.author_id] if hidden and not one.mine else _who(one),
            _masked(one.text, found, names) if hidden else one.text,
            one.created_at,
            "" if hidden else one.url or "",
            depth[one.remote_id],
        )
        for one in found
    )


def _who(one: PostRow) -> str:
    return f"{one.author_name} (@{one.author_handle})" if one.author_name else one.author_handle


def _masked(text: str, found: Sequence[PostRow], names: Mapping[int, str]) -> str:
    """Return a text without the names and handles of anybody outside."""
    ours = {one.author_handle.casefold() for one in found if one.mine}
    known = {one.author_handle.casefold(): names[one.author_id] for one in found if not one.mine}

    def other(mention: re.Match[str]) -> str:
        handle = mention[0][1:].casefold()
        whole = next((h for h in (*ours, *known) if h == handle or h.split("@")[0] == handle), None)
        if whole in ours:
            return mention[0]
        return f"@{known.get(whole or '', '…')}"

    made = _MENTION.sub(other, text)
    for one in found:
        if one.mine:
            continue
        for name in (one.author_handle, one.author_name):
            if len(name) >= _SHORTEST or any("\u3400" <= c <= "\u9fff" for c in name):
                made = re.sub(re.escape(name), names[one.author_id], made, flags=re.IGNORECASE)
    return made
