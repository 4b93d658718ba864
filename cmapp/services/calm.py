"""The calm-down pause: an answer in a heated thread is held back a little longer (IN-08)."""

from __future__ import annotations

from cmapp.domain import signals
from cmapp.services import compose
from cmapp.services.desk import Desk
from cmapp.store import lanes, posts
from cmapp.store.sqlite import Connection

_LOOKED_AT = 10
"""How many of a thread's newest posts say whether it is heated."""
_COMPLAINTS = 2


def heated(db: Connection, number: int) -> bool:
    """Tell whether the thread of an item (or post) is: a complaint, or several around it."""
    there = compose.place(db, number)
    if there.item is not None and there.item.lane == lanes.NEGATIVE:
        return True
    others = [p for p in posts.thread(db, there.post.id) if not p.mine and p.deleted_at is None]
    negative = [signals.read(p.text).negative for p in others[-_LOOKED_AT:]]
    return sum(negative) >= _COMPLAINTS or signals.read(there.post.text).negative


def hold(desk: Desk, number: int) -> tuple[int, bool]:
    """Return for how many seconds the window holds an answer back, and whether heat is why."""
    settings = desk.settings
    calm = settings.calm_seconds
    hot = calm > settings.undo_seconds and desk.store.read(lambda db: heated(db, number))
    return (calm if hot else settings.undo_seconds), hot
