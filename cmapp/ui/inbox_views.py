"""The views of the inbox by their codes: which rows, in which order, read from the store.

A code is one of `VIEWS`, or a prefix and a value: `label:refund`, `alike:17`. Codes are what the
window remembers; they mean something here only.
"""

from __future__ import annotations

from cmapp.store import views
from cmapp.store.sqlite import Connection
from cmapp.store.views import Cursor, Filter, Order
from cmapp.ui.shown import inbox_row
from cmapp.ui.views import InboxRow

VIEWS: dict[str, tuple[Filter, Order]] = {
    "needs_reply": (Filter("open", True), "queue"),
    "mention": (Filter("open", True, ("mention",)), "queue"),
    "comment": (Filter("open", True, ("comment", "reply")), "queue"),
    "message": (Filter("open", True, ("message",)), "queue"),
    "likes": (Filter("open", False), "newest"),
    "waiting": (Filter("waiting"), "wake"),
    "mine": (Filter("open", assignee="me"), "newest"),
    "vip": (Filter("open", vip=True), "newest"),
    "muted": (Filter("muted"), "newest"),
    "done": (Filter("done"), "newest"),
    "all": (Filter(None), "newest"),
}


def plan(view: str) -> tuple[Filter, Order]:
    """Return what a code means; an unknown one is the queue."""
    kind, _, value = view.partition(":")
    match kind:
        case "label" if value:
            return Filter("open", label=value), "newest"
        case "alike" if value.isdecimal():
            return Filter("open", alike=int(value)), "oldest"
        case _:
            return VIEWS.get(view, VIEWS["needs_reply"])


def rows(
    db: Connection, view: str, *, start: Cursor | None, until: Cursor | None, limit: int
) -> list[InboxRow]:
    """Return up to `limit` rows from the place `start` on that stand before the place `until`."""
    which, order = plan(view)
    found = []
    for item in views.page(db, which, order=order, start=start, limit=limit):
        place = views.cursor(item, order)
        if until is not None and (place <= until if order == "newest" else place >= until):
            break
        found.append(inbox_row(item, place))
    return found


def fences(db: Connection, view: str, *, step: int) -> tuple[int, list[Cursor]]:
    """Return how many rows a view has, and the place of every `step`th."""
    which, order = plan(view)
    return views.fences(db, which, order=order, every=step)


def count(db: Connection, view: str) -> int:
    """Return how many rows a view has."""
    return views.count(db, plan(view)[0])


def ids(db: Connection, view: str, *, limit: int) -> list[int]:
    """Return the ids of a view's rows, at most `limit`, in no order that matters."""
    return views.members(db, plan(view)[0], limit=limit)
