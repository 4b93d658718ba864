"""The views of the inbox by their codes: which rows, in which order, read from the store.

A code is one of `VIEWS`, or a prefix and a value: `label:refund`, `search:QUERY`. Codes are what
the window remembers; they mean something here only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cmapp.store import accounts, views
from cmapp.store.sqlite import Connection
from cmapp.store.views import Cursor, Filter, Order
from cmapp.system import clock
from cmapp.system.later import later
from cmapp.ui import row_words
from cmapp.ui.row import InboxRow
from cmapp.ui.shown import inbox_row

if TYPE_CHECKING:
    from cmapp.store import crowds, groups, search
    from cmapp.store.crowds import Crowd
else:  # the queue needs none of them: it is what stands there first
    crowds, groups = later("cmapp.store.crowds"), later("cmapp.store.groups")
    search = later("cmapp.store.search")

_WORDS = ("mention", "comment", "reply", "message", "quote", "review", "follow")
VIEWS: dict[str, tuple[Filter, Order]] = {
    "needs_reply": (Filter("open", True), "queue"),
    "mention": (Filter("open", True, ("mention",)), "queue"),
    "comment": (Filter("open", True, ("comment", "reply")), "queue"),
    "message": (Filter("open", True, ("message",)), "queue"),
    "quiet": (Filter("open", False, _WORDS), "newest"),
    "waiting": (Filter("waiting"), "wake"),
    "mine": (Filter("open", assignee="me"), "newest"),
    "unassigned": (Filter("open", True, assignee=""), "queue"),
    "vip": (Filter("open", vip=True), "newest"),
    "muted": (Filter("muted"), "newest"),
    "done": (Filter("done"), "newest"),
    "all": (Filter(None), "newest"),
}
CROWDS = "likes"
"""The one view whose rows are groups: likes and shares, one row per post and kind."""
_MOST = 2_000
"""A saved search shows no more than its newest so many."""


def plan(db: Connection, view: str) -> tuple[Filter, Order]:
    """Return what a code means; an unknown one is the queue."""
    kind, _, value = view.partition(":")
    match kind:
        case "label" if value:
            return Filter("open", label=value), "newest"
        case "search" if value:
            return Filter(None if "is:" in value else "open", ids=_found(db, value)), "newest"
        case "overdue":
            return Filter("open", True, overdue_at=clock.now()), "queue"
        case _:
            return VIEWS.get(view, VIEWS["needs_reply"])


_last: dict[tuple[int, str], tuple[int, tuple[int, ...]]] = {}


def _found(db: Connection, query: str) -> tuple[int, ...]:
    """Return what a search finds; asked again only once somebody has written to the store."""
    version = views.version(db)
    known = _last.get((id(db), query))
    if known is None or known[0] != version:
        if len(_last) > 8:
            _last.clear()
        found = search.items(db, query, now=clock.now(), most=_MOST)
        known = _last[id(db), query] = version, tuple(found)
    return known[1]


def rows(
    db: Connection, view: str, *, start: Cursor | None, until: Cursor | None, limit: int
) -> list[InboxRow]:
    """Return up to `limit` rows from the place `start` on that stand before the place `until`."""
    if view == CROWDS:
        before = start[0] + 1 if start else None
        ours = {a.id: a.platform for a in accounts.every(db, removed=True)}
        told = crowds.every(db, before=before, limit=limit)
        shown = [_crowd_row(c, ours.get(c.account_id, "")) for c in told]
        return [row for row in shown if until is None or row.place > until]
    which, order = plan(db, view)
    found = views.page(db, which, order=order, start=start, until=until, limit=limit)
    return _grouped(db, [inbox_row(item, views.cursor(item, order)) for item in found])


def _grouped(db: Connection, found: list[InboxRow]) -> list[InboxRow]:
    """Return rows that know how many open ones say nearly the same (IN-14)."""
    opened = [row.id for row in found if row.state == "open"]
    sizes = groups.sizes(db, opened) if opened else {}
    for at, row in enumerate(found):
        if row.id in sizes:
            leader, count = sizes[row.id]
            found[at] = replace(row, more=count - 1, group={"alike": str(leader)})
    return found


def _crowd_row(crowd: Crowd, platform: str) -> InboxRow:
    return InboxRow(
        id=crowd.newest_id,
        account=crowd.account_id,
        platform=platform,
        kind=crowd.kind,
        name=row_words.crowd(crowd.kind, crowd.count),
        handle="",
        text=crowd.text or "",
        created_at=crowd.newest_at,
        state="open",
        about=row_words.names(crowd.names, crowd.count),
        place=(crowd.newest_id,),
        needs_reply=False,
        more=crowd.count - 1,
        group={"account": crowd.account_id, "kind": crowd.kind, "target": crowd.target_ref},
    )


def fences(db: Connection, view: str, *, step: int) -> tuple[int, list[Cursor]]:
    """Return how many rows a view has, and the place of every `step`th."""
    if view == CROWDS:
        every = crowds.every(db, limit=_MOST)
        return len(every), [(c.newest_id,) for c in every[::step]]
    which, order = plan(db, view)
    return views.fences(db, which, order=order, every=step)


def count(db: Connection, view: str) -> int:
    """Return how many rows a view has."""
    if view == CROWDS:
        return crowds.count(db)
    return views.count(db, plan(db, view)[0])


def ids(db: Connection, view: str, *, limit: int) -> list[int]:
    """Return the ids of a view's rows (of groups: of all in them), at most `limit`."""
    if view == CROWDS:
        return views.members(db, Filter("open", False, crowds.KINDS), limit=limit)
    return views.members(db, plan(db, view)[0], limit=limit)


def members(db: Connection, group: Mapping[str, Any]) -> list[int]:
    """Return the ids of all that a group stands for; of near-duplicates, those that are open."""
    if "alike" in group:
        return groups.open_ones(db, int(group["alike"]))
    target = group.get("target")
    return crowds.members(db, str(group["account"]), str(group["kind"]), target)
