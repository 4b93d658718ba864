"""Goals: a metric, a number and a day, for some accounts or all (EX-01, EX-08)."""

from __future__ import annotations

from dataclasses import dataclass

from cmapp.store import kept, sqlite
from cmapp.store.database import Tx

TABLE = "goals"


@dataclass(frozen=True, slots=True)
class Goal:
    """What is to be reached. Days are ISO dates of `zone`; the last one belongs to the span.

    `start`: what the metric was when it began, None: unknown. `pass_at` and `fail_at`: from which
    value on it is passed or failed; None: the target itself, or nothing. `reminded`: the span
    whose review task was made last.
    """

    id: int
    name: str
    metric: str
    direction: str
    target: float
    start: float | None
    pass_at: float | None
    fail_at: float | None
    first_day: str
    last_day: str
    zone: str
    accounts: list[str]
    note: str
    review: str
    reminded: str
    made_at: int


def every(db: sqlite.Connection) -> list[Goal]:
    """Return all goals, the first due first."""
    found = db.execute("SELECT * FROM goals ORDER BY last_day, id")
    return [kept.read(Goal, r, ("accounts",)) for r in found]


def by_id(db: sqlite.Connection, number: int) -> Goal | None:
    """Return one goal."""
    found = db.execute("SELECT * FROM goals WHERE id = ?", (number,)).fetchone()
    return kept.read(Goal, found, ("accounts",)) if found else None


def reminded(tx: Tx, number: int, span: str) -> None:
    """Note for which week or month a review task was made."""
    tx.db.execute("UPDATE goals SET reminded = ? WHERE id = ?", (span, number))
