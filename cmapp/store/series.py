"""Series: what comes again and again until its end, and which draft each time became (CA-10)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cmapp.store import ids, sqlite
from cmapp.store.database import Tx

_JSON = ("draft", "variations", "skipped")


@dataclass(frozen=True, slots=True)
class Series:
    """A rule (RRULE) from `wall` on in `zone`, until `last_day` or `count` times.

    `draft` is what each time begins as: {text, media, options, brief, pillar, campaign,
    variants, queue, repeat}. `variations` are texts that take turns; none: the draft's own.
    `skipped` are occurrences (wall times by the rule) that are left out. `made_until`: the day up
    to which drafts were made.
    """

    id: int
    title: str
    rule: str
    wall: str
    zone: str
    last_day: str | None
    count: int | None
    draft: dict[str, Any]
    variations: list[str]
    skipped: list[str]
    made_until: str | None
    made_at: int
    ended_at: int | None


@dataclass(frozen=True, slots=True)
class Made:
    """The draft that one occurrence became. `mark` tells whether a person changed it since."""

    occurrence: str
    draft_id: int
    variation: int | None
    mark: str
    tried_at: int | None


def _series(found: sqlite.Row) -> Series:
    values = dict(found)
    for name in _JSON:
        values[name] = json.loads(values[name])
    return Series(**values)


def every(db: sqlite.Connection, *, ended: bool = True) -> list[Series]:
    """Return all series (or those that have not ended), by title."""
    found = db.execute(
        "SELECT * FROM series WHERE ended_at IS NULL OR ? ORDER BY title, id", (ended,)
    )
    return [_series(r) for r in found]


def by_id(db: sqlite.Connection, number: int) -> Series | None:
    """Return one series."""
    found = db.execute("SELECT * FROM series WHERE id = ?", (number,)).fetchone()
    return _series(found) if found else None


def save(tx: Tx, number: int | None, values: Mapping[str, Any], *, now: int) -> int:
    """Make a series (without `number`) or set some of its columns; returns its id."""
    packed = {n: json.dumps(v, ensure_ascii=False) if n in _JSON else v for n, v in values.items()}
    if number is None:
        number = ids.new(tx.db, "series", now)
        packed = {"id": number, "made_at": now, **packed}
        marks = ", ".join("?" * len(packed))
        tx.db.execute(
            f"INSERT INTO series ({', '.join(packed)}) VALUES ({marks})", tuple(packed.values())
        )
    elif packed:
        sets = ", ".join(f"{n} = ?" for n in packed)
        tx.db.execute(f"UPDATE series SET {sets} WHERE id = ?", (*packed.values(), number))
    tx.touch("series")
    return number


def delete(tx: Tx, number: int) -> None:
    """Strike a series out; the drafts that it became stay and belong to none."""
    tx.db.execute("UPDATE drafts SET series_id = NULL WHERE series_id = ?", (number,))
    tx.db.execute("DELETE FROM series WHERE id = ?", (number,))
    tx.touch("series")
    tx.touch("drafts")


def made(db: sqlite.Connection, number: int) -> list[Made]:
    """Return what became of the occurrences so far, in order."""
    found = db.execute(
        "SELECT occurrence, draft_id, variation, mark, tried_at FROM series_made"
        " WHERE series_id = ? ORDER BY occurrence",
        (number,),
    )
    return [Made(*r) for r in found]


def note_made(tx: Tx, number: int, one: Made, *, now: int) -> None:
    """Note that an occurrence became a draft; a second one of it is refused by the table."""
    tx.db.execute(
        "INSERT INTO series_made (series_id, occurrence, draft_id, variation, mark, made_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (number, one.occurrence, one.draft_id, one.variation, one.mark, now),
    )


def forget_made(tx: Tx, number: int, occurrence: str) -> None:
    """Forget an occurrence, so that it can be made again."""
    tx.db.execute(
        "DELETE FROM series_made WHERE series_id = ? AND occurrence = ?", (number, occurrence)
    )


def tried(tx: Tx, number: int, occurrence: str, *, now: int) -> None:
    """Note that an occurrence was handed to the outbox, or refused by it."""
    tx.db.execute(
        "UPDATE series_made SET tried_at = ? WHERE series_id = ? AND occurrence = ?",
        (now, number, occurrence),
    )


def untried(db: sqlite.Connection) -> list[tuple[int, str, int]]:
    """Return (series, occurrence, draft) of what was made and not handed to the outbox yet."""
    found = db.execute(
        """SELECT m.series_id, m.occurrence, m.draft_id FROM series_made m
           JOIN drafts d ON d.id = m.draft_id
           WHERE m.tried_at IS NULL AND d.done_at IS NULL AND d.state = 'draft'
             AND d.planned_at IS NOT NULL ORDER BY d.planned_at"""
    )
    return [(int(r[0]), str(r[1]), int(r[2])) for r in found]
