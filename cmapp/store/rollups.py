"""The roll-ups of `activity.py` against their rows: compared in pieces, and made anew."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import tzinfo

from cmapp.store import ids, sqlite
from cmapp.store.activity import COLUMNS, MOOD
from cmapp.store.database import Tx
from cmapp.store.local_slots import DAY, SLOT, OddZone, stretches

FIRST = 946_684_800_000 // SLOT
"""The slot with which 2000 begins: nothing of a platform is older (`ids.sane`)."""
_AHEAD = 3 * 366 * DAY
_LATE = 86_400_000
_NAMES = ", ".join(COLUMNS)
_KINDS = [name for name in COLUMNS if name not in ("n", "needs_reply")]
_COUNTED = ", ".join(f"sum('{name}' IN (kind, mood)) AS {name}" for name in _KINDS)
FROM_ROWS = f"""SELECT account_id, created_at / {SLOT} AS slot, count(*) AS n, {_COUNTED},
  sum(needs_reply) AS needs_reply FROM (SELECT id, account_id, created_at, kind, needs_reply,
  {MOOD} AS mood FROM interactions) WHERE {{where}} GROUP BY 1, 2"""
"""The slots as the rows give them; `where` says of which."""
_KEYED = f"account_id, slot, {_NAMES}"
_SUMS = ", ".join(f"sum({name})" for name in COLUMNS)
_ADDED = ", ".join(f"{name} = {name} + excluded.{name}" for name in COLUMNS)


@dataclass(frozen=True, slots=True)
class Difference:
    """A slot (`whole_day`: a day) whose counts are not those of its rows.

    `at` is its begin (UTC ms), or the day since 1970; `kept` and `rows` are the counts that differ.
    """

    account: str
    at: int
    kept: Mapping[str, int]
    rows: Mapping[str, int]
    whole_day: bool = False


_PIECE = 60 * DAY
_SHIFT = """(SELECT shift FROM activity_clock WHERE since <= slot
  ORDER BY since DESC LIMIT 1)"""
_DAYS = f"""SELECT account_id, (slot + {_SHIFT}) / {DAY} AS day,
  {", ".join(f"sum({name})" for name in COLUMNS)} FROM activity_slots GROUP BY 1, 2"""
Key = tuple[str, int]
Counts = tuple[int, ...]


def verify(
    db: sqlite.Connection, since: int | None = None, until: int | None = None, *, most: int = 20
) -> list[Difference]:
    """Compare the slots of a span (UTC ms; nothing said: all) with their rows.

    Returns the first `most` differences. About 2 s for a million rows, so one asks in pieces.
    """
    low, high = _bounds(db, since, until)
    found: list[Difference] = []
    for at in range(low, high, _PIECE):
        end = min(at + _PIECE, high)
        kept = _read(
            db,
            f"SELECT account_id, slot, {_NAMES} FROM activity_slots WHERE slot >= ? AND slot < ?",
            (at, end),
        )
        found += _compared(kept, _read(db, *_of_rows(at, end)), whole_day=False)
        if len(found) >= most:
            break
    return found[:most]


def verify_days(db: sqlite.Connection, *, most: int = 20) -> list[Difference]:
    """Compare the days with the slots that they are made of; returns the first differences."""
    kept = _read(db, f"SELECT account_id, day, {_NAMES} FROM activity_days")
    return _compared(kept, _read(db, _DAYS), whole_day=True)[:most]


def rebuild(tx: Tx, since: int | None = None, until: int | None = None) -> None:
    """Make the slots of a span (UTC ms; nothing said: all) anew from their rows, and all days."""
    low, high = _bounds(tx.db, since, until)
    tx.db.execute("DELETE FROM activity_slots WHERE slot >= ? AND slot < ?", (low, high))
    query, values = _of_rows(low, high)
    tx.db.execute(f"INSERT INTO activity_slots {query}", values)
    _rebuild_days(tx.db)
    tx.touch("inbox")


def set_zone(tx: Tx, zone: tzinfo, *, now: int) -> bool:
    """Keep the days by the clock of a zone; returns whether that made them anew.

    A zone whose clocks do not run in quarters of an hour leaves them as they are: they are used
    only where the clock that they are kept by is the one that is asked for.
    """
    if keeps(tx.db, zone, now=now):
        return False
    tx.db.execute("DELETE FROM activity_clock")
    tx.db.executemany("INSERT INTO activity_clock VALUES (?, ?)", _clock(zone, now))
    _rebuild_days(tx.db)
    return True


def keeps(db: sqlite.Connection, zone: tzinfo, *, now: int) -> bool:
    """Tell whether `set_zone` would leave everything as it is."""
    kept = db.execute("SELECT since, shift FROM activity_clock ORDER BY since").fetchall()
    wanted = _clock(zone, now)
    return not wanted or [tuple(row) for row in kept] == wanted


def _clock(zone: tzinfo, now: int) -> list[tuple[int, int]]:
    try:
        runs = stretches(zone, FIRST, now // SLOT // (30 * DAY) * 30 * DAY + _AHEAD)
    except OddZone:
        return []
    return [(run.since if n else 0, run.shift) for n, run in enumerate(runs)]


def place(db: sqlite.Connection) -> tuple[int | None, int]:
    """Return how far comparing in idle time has come, and when it last was through (UTC ms)."""
    found = db.execute("SELECT value FROM meta WHERE name = 'rollups_compared'").fetchone()
    at, done = json.loads(found[0]) if found else (None, 0)
    return at, done


def set_place(tx: Tx, *, at: int | None, done: int) -> None:
    """Keep how far the comparing has come."""
    value = json.dumps([at, done])
    tx.db.execute("INSERT OR REPLACE INTO meta VALUES ('rollups_compared', ?)", (value,))


def keep_counts(db: sqlite.Connection, items: str) -> None:
    """Keep what interactions count for that are about to be removed (`items`: SQL, their ids).

    The sums of `activity_slots` are to be given it back (`give_back`) once the rows are gone.
    """
    rows = FROM_ROWS.format(where=f"id IN ({items})")
    db.execute("CREATE TEMP TABLE IF NOT EXISTS counts_kept AS SELECT * FROM activity_gone WHERE 0")
    db.execute("DELETE FROM temp.counts_kept")
    db.execute(f"INSERT INTO temp.counts_kept {rows}")


def give_back(db: sqlite.Connection) -> None:
    """Put the counts of `keep_counts` into the sums, now that their rows are gone."""
    for table in ("activity_gone", "activity_slots"):
        db.execute(
            f"""INSERT INTO {table} SELECT * FROM temp.counts_kept WHERE true
                ON CONFLICT DO UPDATE SET {_ADDED}"""
        )
    db.execute("DELETE FROM temp.counts_kept")


def extent(db: sqlite.Connection) -> tuple[int, int]:
    """Return from when to when (UTC ms) there is something to compare; twice 0 for nothing."""
    low, high = _bounds(db, None, None)
    return low * SLOT, high * SLOT


def _rebuild_days(db: sqlite.Connection) -> None:
    db.execute("DELETE FROM activity_days")
    db.execute(f"INSERT INTO activity_days {_DAYS}")


def _bounds(db: sqlite.Connection, since: int | None, until: int | None) -> tuple[int, int]:
    """Return the slots of a span; without an end of its own the one of what there is."""
    if since is not None and until is not None:
        return since // SLOT, -(-until // SLOT)
    low, high = db.execute(
        """SELECT min(a), max(b) FROM (SELECT min(slot) AS a, max(slot) AS b FROM activity_slots
             UNION ALL SELECT (SELECT created_at FROM interactions ORDER BY id LIMIT 1) / ?1,
               (SELECT created_at FROM interactions ORDER BY id DESC LIMIT 1) / ?1)""",
        (SLOT,),
    ).fetchone()
    first = int(low or 0) if since is None else since // SLOT
    return first, (0 if low is None else int(high) + 1) if until is None else -(-until // SLOT)


def _of_rows(low: int, high: int) -> tuple[str, tuple[int, ...]]:
    where = "id >= ? AND id < ? AND created_at >= ? AND created_at < ?"
    first, last = low * SLOT, high * SLOT
    rows = FROM_ROWS.format(where=where)
    summed = f"""SELECT account_id, slot, {_SUMS} FROM (SELECT {_KEYED} FROM ({rows})
      UNION ALL SELECT {_KEYED} FROM activity_gone WHERE slot >= ? AND slot < ?) GROUP BY 1, 2"""
    return summed, (ids.at(first), ids.at(last + _LATE), first, last, low, high)


def _read(db: sqlite.Connection, query: str, values: tuple[int, ...] = ()) -> dict[Key, Counts]:
    return {(row[0], row[1]): tuple(row)[2:] for row in db.execute(query, values) if any(row[2:])}


def _compared(
    kept: Mapping[Key, Counts], rows: Mapping[Key, Counts], *, whole_day: bool
) -> list[Difference]:
    found = []
    nothing = (0,) * len(COLUMNS)
    for key in sorted(kept.keys() | rows.keys()):
        one, other = kept.get(key, nothing), rows.get(key, nothing)
        if one == other:
            continue
        unlike = [(n, a, b) for n, a, b in zip(COLUMNS, one, other, strict=True) if a != b]
        found.append(
            Difference(
                key[0],
                key[1] if whole_day else key[1] * SLOT,
                {n: a for n, a, _ in unlike},
                {n: b for n, _, b in unlike},
                whole_day,
            )
        )
    return found
