"""What needed an answer, and when it had one: read from one index, never from the rows.

`interactions_asked` holds all of it, so a month costs what came in that month.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cmapp.store import ids, sqlite

_LATE = 86_400_000
_WAITING = ("open", "waiting")


@dataclass(frozen=True, slots=True)
class Asked:
    """One interaction that needed a reply. Times are UTC ms; None: not yet, or never."""

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


def between(db: sqlite.Connection, accounts: Sequence[str], since: int, until: int) -> list[Asked]:
    """Return what came in [since, until) (UTC ms) and needed a reply, by account and time."""
    found: list[Asked] = []
    for account in accounts:
        found += [
            Asked(*row)
            for row in db.execute(
                """SELECT id, account_id, kind, created_at, first_reply_at, due_at, done_at, state,
                     assignee
                   FROM interactions INDEXED BY interactions_asked
                   WHERE needs_reply = 1 AND account_id = ? AND id >= ? AND id < ?
                     AND created_at >= ? AND created_at < ? ORDER BY id""",
                (account, ids.at(since), ids.at(until + _LATE), since, until),
            )
        ]
    return found
