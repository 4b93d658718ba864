"""What a composite index is made of, and how people rated what no platform counts (EX-03)."""

from __future__ import annotations

from dataclasses import dataclass

from cmapp.store import kept, sqlite


@dataclass(frozen=True, slots=True)
class IndexPart:
    """One part: a metric of the dictionary, or a rating by people (1 to 5).

    The value `worst` counts 0, `best` counts 100, in between on a straight line; what lies
    beyond counts as the end. `best` below `worst`: less is better.
    """

    name: str
    kind: str
    weight: float
    worst: float
    best: float
    place: int = 0


@dataclass(frozen=True, slots=True)
class Rating:
    """What somebody gave on a day."""

    id: int
    name: str
    value: float
    day: str
    who: str
    note: str
    made_at: int


def every(db: sqlite.Connection) -> list[IndexPart]:
    """Return the parts in their order."""
    found = db.execute("SELECT * FROM index_parts ORDER BY place, name")
    return [kept.read(IndexPart, r) for r in found]


def ratings(
    db: sqlite.Connection, first_day: str, last_day: str, name: str | None = None
) -> list[Rating]:
    """Return the ratings of some days (ISO dates, both belong to it), by day."""
    found = db.execute(
        """SELECT * FROM ratings WHERE day >= ? AND day <= ? AND (? IS NULL OR name = ?)
           ORDER BY day, id""",
        (first_day, last_day, name, name),
    )
    return [kept.read(Rating, r) for r in found]


def rating(db: sqlite.Connection, number: int) -> Rating | None:
    """Return one rating."""
    found = db.execute("SELECT * FROM ratings WHERE id = ?", (number,)).fetchone()
    return kept.read(Rating, found) if found else None
