"""What a command is about: named items, everything that a search finds, or a whole group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cmapp.domain import query as language
from cmapp.domain.errors import Missing, Rejected
from cmapp.services.shapes import number
from cmapp.store import crowds, picking, search
from cmapp.store.sqlite import Connection

MOST = 100_000
"""How many items one command changes at most: it is one transaction, and one undo."""


def chosen(
    db: Connection,
    items: Sequence[str | int] | None = None,
    query: str | None = None,
    *,
    now: int,
    most: int = MOST,
    group: Mapping[str, Any] | None = None,
) -> list[int]:
    """Return the ids of the chosen interactions, in the order given, newest first for a search.

    `items` are ids of interactions or of the posts that they consist of; `query` is in the
    search language; `group` is {account, kind, target} (likes of one post) or {alike} (near-
    duplicates), as `inbox.groups` tells them. Exactly one of the three.

    Raises Missing (`unknown_item`, naming all that are not there), Rejected (`nothing_chosen`,
    `too_many_chosen`, `query_misread` as `understood` does). Nothing is done then.
    """
    given = [items is not None, query is not None, group is not None]
    if sum(given) != 1 or (query is not None and not query.strip()):
        raise Rejected("nothing_chosen", field="items", reason="empty")
    if query is not None:
        understood(language.parse(query, now=now))
        found = search.items(db, query, now=now, most=most)
    elif group is not None:
        found = _of_group(db, group)
    else:
        found = _named(db, items or ())
    if len(found) > most:
        raise Rejected(
            "too_many_chosen", field="items", reason="too_many", size=len(found), limit=most
        )
    return found


def understood(asked: language.Query) -> None:
    """Refuse a query of which a part would be read otherwise than it was meant.

    A search shows what it found; a deed would be done: `-is:opne` excludes nothing. In quotation
    marks the same is meant as words. Raises Rejected (`query_misread`: facts `part`, `cause`).
    """
    for note in asked.notes:
        raise Rejected(
            "query_misread", field="query", reason="unknown", part=note.part, cause=note.code
        )


def _named(db: Connection, items: Sequence[str | int]) -> list[int]:
    if not items:
        raise Rejected("nothing_chosen", field="items", reason="empty")
    asked = list(dict.fromkeys(number(i) for i in items))
    known = picking.resolve(db, asked)
    missing = [str(i) for i in asked if i not in known]
    if missing:
        raise Missing("unknown_item", id=missing[0] if len(missing) == 1 else missing)
    return list(dict.fromkeys(known[i] for i in asked))


def _of_group(db: Connection, group: Mapping[str, Any]) -> list[int]:
    if group.get("alike"):
        return picking.alike(db, number(group["alike"]))
    account, kind, target = (group.get(n) for n in ("account", "kind", "target"))
    if not isinstance(account, str) or not isinstance(kind, str):
        raise Rejected("nothing_chosen", field="group", reason="empty")
    return crowds.members(db, account, kind, str(target) if target is not None else None)
