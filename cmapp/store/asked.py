"""What needed an answer, and when it had one: read from one index, never from the rows.

`interactions_asked` holds all of it, so a month costs what came in that month.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cmapp.store import ids, sqlite

_LATE = 86_400_000
_WAITING = ("open", "waiting")


class Asked(NamedTuple):
    """One interaction that needed a reply. Times are UTC ms; None: not yet, or never.

    A tuple, since a month has thousands: a dataclass takes four times as long to make (T9).
    """

    id: int
    account: str
    kind: str
    at: int
    answered_at: int | None
    due_at: int
    done_at: int | None
    state: str
    assignee: str

    @property
    def waits(self) -> bool:
        """Whether it has no answer and somebody still has to give one."""
        return self.answered_at is None and self.state in _WAITING

    @property
    def dropped(self) -> bool:
        """Whether it was closed or muted without an answer."""
        return self.answered_at is None and self.state not in _WAITING


def between(
    db: sqlite.Connection, accounts: Sequence[str], since: int, until: int, *, now: int
) -> list[Asked]:
    """Return what came in [since, until) (UTC ms) and needed a reply, by account and time.

    It is told as it stood at `now`: what was answered or closed later was open then.
    """
    found: list[Asked] = []
    cursor = db.cursor()
    cursor.row_factory = None  # plain tuples
    for account in accounts:
        found += map(
            Asked._make,
            cursor.execute(
                """SELECT id, account_id, kind, created_at,
                     CASE WHEN first_reply_at <= :now THEN first_reply_at END, due_at,
                     CASE WHEN done_at <= :now THEN done_at END,
                     CASE WHEN done_at > :now THEN 'open' ELSE state END, assignee
                   FROM interactions INDEXED BY interactions_asked
                   WHERE needs_reply = 1 AND account_id = :account AND id >= :first AND id < :end
                     AND created_at >= :since AND created_at < :until ORDER BY id""",
                {
                    "now": now, "account": account, "first": ids.at(since),
                    "end": ids.at(until + _LATE), "since": since, "until": until,
                },
            ),
        )  # fmt: skip
    return found
