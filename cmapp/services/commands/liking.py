"""Commands that like posts of others, and take it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cmapp.services import liking, selection
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, number, row_json, undo_by

MOST = 1000
"""How many posts one deed likes: each is a call to a platform, which thinks of them as spam."""


def like(
    desk: Desk,
    items: Sequence[str] | None = None,
    query: str | None = None,
    group: Mapping[str, Any] | None = None,
    undo_delay: bool = False,
) -> Json:
    """Like the posts of items; returns {count, items, rows, skipped: [{item, why}], undo}.

    Chosen as `selection.chosen` does. What cannot be liked is left out and named; where none can
    be, Unsupported (`cannot_send`). `undo_delay`: nothing leaves until it can no longer be taken
    back in the window.
    """
    return _like(desk, items, query, group, off=False, undo_delay=undo_delay)


def unlike(
    desk: Desk,
    items: Sequence[str] | None = None,
    query: str | None = None,
    group: Mapping[str, Any] | None = None,
    undo_delay: bool = False,
) -> Json:
    """Take likes of ours back; as `like`."""
    return _like(desk, items, query, group, off=True, undo_delay=undo_delay)


def _like(
    desk: Desk,
    items: Sequence[str] | None,
    query: str | None,
    group: Mapping[str, Any] | None,
    *,
    off: bool,
    undo_delay: bool,
) -> Json:
    found = desk.store.read(
        lambda db: selection.chosen(db, items, query, now=desk.now(), most=MOST, group=group)
    )
    hold = desk.settings.undo_seconds * 1000 if undo_delay else 0
    rows, skipped = liking.like(desk, found, off=off, hold_ms=hold)
    left_out = {item for item, _ in skipped}
    return {
        "count": len(rows),
        "items": [str(i) for i in found if i not in left_out],
        "rows": [row_json(desk.row(r)) for r in rows],
        "skipped": [{"item": str(item), "why": why} for item, why in skipped],
        "undo": undo_by("like.undo", rows=[str(r) for r in rows]),
    }


def like_undo(desk: Desk, rows: Sequence[str]) -> Json:
    """Take likes (or their undoing) back by their rows; returns {cancelled: [row], queued: [row]}.

    What has not left is cancelled, else the opposite is queued behind it.
    """
    cancelled, queued = liking.undo(desk, [number(r, "unknown_row") for r in rows])
    return {
        "cancelled": [row_json(desk.row(r)) for r in cancelled],
        "queued": [row_json(desk.row(r)) for r in queued],
    }
