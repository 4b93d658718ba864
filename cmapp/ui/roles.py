"""Who sits at the window: on what it opens, and in which order its pages stand (TM-01).

A role hides nothing; it says what comes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_P = TypeVar("_P", bound=_Named)


@dataclass(frozen=True, slots=True)
class Role:
    """`start`: the page the window opens on. `first`: pages that lead the rail, in this order.

    `view`: the view that the inbox opens on; `chips`: the views that have a chip there, () for
    the usual ones.
    """

    start: str = "inbox"
    first: tuple[str, ...] = ("inbox",)
    view: str = "needs_reply"
    chips: tuple[str, ...] = ()


ROLES = {
    "community": Role(),
    "writer": Role(start="write", first=("write", "answers", "inbox")),
    "lead": Role(
        first=("inbox", "review", "outbox"),
        view="overdue",
        chips=("overdue", "unassigned", "needs_reply"),
    ),
    "analyst": Role(start="review", first=("review", "people", "inbox")),
}


def role(code: str) -> Role:
    """Return a role; an unknown one is the usual one."""
    return ROLES.get(code, ROLES["community"])


def ordered(panes: Sequence[_P], code: str) -> list[_P]:
    """Return the pages as the rail of a role has them."""
    first = role(code).first
    return sorted(panes, key=lambda p: first.index(p.id) if p.id in first else len(first))
