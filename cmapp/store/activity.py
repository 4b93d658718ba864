"""How much came in, by time: what charts, heat maps and figures sum up.

Counts are by account and bin: one for each kind, one for each attitude (`domain/attitude.py`),
`all`, and `needs_reply`. Only bins in which something came are there.

They are read from two roll-ups that triggers keep in the transaction of the rows themselves
(`schema/0004.sql`): by quarter of an hour, which any zone's hours and days are made of, and by day
of the zone that the file is kept in. What lies beside whole quarters, and a zone whose clocks do
not run in quarters, is counted from the rows. `rollups.py` compares and makes anew.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from cmapp.domain import hours
from cmapp.domain.attitude import ATTITUDES, attitude
from cmapp.domain.records import Kind
from cmapp.store import ids, sqlite
from cmapp.store.local_slots import (
    DAY,
    SLOT,
    OddZone,
    Stretch,
    begins,
    stretches,
    turns_back_over_midnight,
)

__all__ = [
    "COLUMNS",
    "MOOD",
    "SLOT",
    "Bin",
    "by_day",
    "by_hour",
    "by_weekday_hour",
    "gone",
    "span_of",
    "total",
]

COLUMNS = ("n", *(str(k) for k in Kind), *ATTITUDES, "needs_reply")
"""The counts as the roll-ups have them; `n` is what callers know as `all`."""
MOOD = """CASE WHEN kind IN ('reaction', 'repost', 'follow') THEN ''
  WHEN signals = '[]' THEN 'unread' WHEN instr(signals, '"complaint"') THEN 'negative'
  WHEN instr(signals, '"praise"') OR instr(signals, '"thanks"') THEN 'positive'
  ELSE 'undecided' END"""
"""What `domain/attitude.py` says of a row of interactions, in SQL; '' where there is none."""
_NAMES = ("all", *COLUMNS[1:])
_SUMS = ", ".join(f"sum({name})" for name in COLUMNS)
_LATE = 86_400_000
_HOUR = 4


@dataclass(frozen=True, slots=True)
class Bin:
    """What came to an account from `start` to `end` (UTC ms, exclusive)."""

    account: str
    start: int
    end: int
    counts: Mapping[str, int]


def by_day(
    db: sqlite.Connection, accounts: Sequence[str], since: int, until: int, zone: tzinfo
) -> list[Bin]:
    """Return the days of `zone` by account and time; of the first and last what is in the span."""
    found: dict[tuple[str, int], Counter[str]] = {}
    for account, day, counts in _days(db, accounts, since, until, zone):
        found.setdefault((account, day), Counter()).update(counts)
    return [
        Bin(account, midnight(day, zone), midnight(day + 1, zone), counts)
        for (account, day), counts in sorted(found.items())
    ]


def by_hour(
    db: sqlite.Connection, accounts: Sequence[str], since: int, until: int, zone: tzinfo
) -> list[Bin]:
    """Return the hours of `zone` by account and time; one is cut where the clocks change."""
    found: dict[tuple[str, int, int], Counter[str]] = {}
    first, last = -(-since // SLOT), until // SLOT
    try:
        runs = stretches(zone, first - DAY, last + DAY)
    except OddZone:
        first = last = since // SLOT + 1  # all of it from the rows
        runs = ()
    for account, at, counts in _beside(db, accounts, since, until, first, last):
        begin, end = span_of(at, zone, whole_day=False)
        found.setdefault((account, begin, end), Counter()).update(counts)
    for run in runs:
        for account, hour, counts in _slots(db, accounts, run, first, last, _HOUR):
            begin = max(hour * _HOUR - run.shift, run.since) * SLOT
            end = min((hour + 1) * _HOUR - run.shift, run.until) * SLOT
            found.setdefault((account, begin, end), Counter()).update(counts)
    return [Bin(*key, counts) for key, counts in sorted(found.items())]


def by_weekday_hour(
    db: sqlite.Connection, accounts: Sequence[str], since: int, until: int, zone: tzinfo
) -> dict[tuple[int, int], Counter[str]]:
    """Return counts by (weekday, 0 is Monday; hour 0-23) of `zone`."""
    found: dict[tuple[int, int], Counter[str]] = {}
    first, last = -(-since // SLOT), until // SLOT
    try:
        runs = stretches(zone, first, last) if first < last else ()
    except OddZone:
        first = last = since // SLOT + 1
        runs = ()
    for _, at, counts in _beside(db, accounts, since, until, first, last):
        local = datetime.fromtimestamp(at / 1000, zone)
        found.setdefault((local.weekday(), local.hour), Counter()).update(counts)
    marks = ", ".join("?" * len(accounts))
    for run in runs:
        for hour, *sums in db.execute(
            # 1970 began on a Thursday
            f"""SELECT ((slot + ?) / {_HOUR} + 72) % 168, {_SUMS} FROM activity_slots
                WHERE account_id IN ({marks}) AND slot >= ? AND slot < ? GROUP BY 1""",
            (run.shift, *accounts, run.since, run.until),
        ):
            if sums[0]:
                found.setdefault(divmod(hour, 24), Counter()).update(_counts(sums))
    return found


def gone(db: sqlite.Connection, accounts: Sequence[str], since: int, until: int) -> Counter[str]:
    """Return what is counted in the quarters of a span though its rows were erased."""
    marks = ", ".join("?" * len(accounts))
    found = db.execute(
        f"""SELECT {_SUMS} FROM activity_gone WHERE account_id IN ({marks})
            AND slot >= ? AND slot < ?""",
        (*accounts, -(-since // SLOT), until // SLOT),
    ).fetchone()
    return _counts([int(n or 0) for n in found])


def total(db: sqlite.Connection, accounts: Sequence[str], since: int, until: int) -> Counter[str]:
    """Return the counts of the whole span."""
    found: Counter[str] = Counter()
    first, last = -(-since // SLOT), until // SLOT
    for _, _, counts in _beside(db, accounts, since, until, first, last):
        found.update(counts)
    if first < last:
        for _, _, counts in _counted(db, accounts, _kept_clock(db, first, last), first, last):
            found.update(counts)
    return found


def midnight(day: int, zone: tzinfo) -> int:
    """Return when a local day (days since 1970) begins (UTC ms); without a midnight, at its end."""
    on = date(1970, 1, 1) + timedelta(days=day)
    return hours.midnight(on, zone)


def span_of(at: int, zone: tzinfo, *, whole_day: bool) -> tuple[int, int]:
    """Return when the local day, or hour, that holds a moment begins and ends (UTC ms)."""
    local = datetime.fromtimestamp(at / 1000, zone)
    if whole_day:
        day = local.toordinal() - date(1970, 1, 1).toordinal()
        return midnight(day, zone), midnight(day + 1, zone)
    slot = at // SLOT
    try:
        runs = stretches(zone, slot - DAY, slot + DAY)
    except OddZone:
        begin = local.replace(minute=0, second=0, microsecond=0)
        start = round(begin.timestamp() * 1000)
        return start, start + 3_600_000
    run = next(r for r in runs if r.since <= slot < r.until)
    hour = (slot + run.shift) // _HOUR
    return (
        max(hour * _HOUR - run.shift, run.since) * SLOT,
        min((hour + 1) * _HOUR - run.shift, run.until) * SLOT,
    )


def _counts(sums: Sequence[int]) -> Counter[str]:
    return Counter({name: n for name, n in zip(_NAMES, sums, strict=True) if n})


def _days(
    db: sqlite.Connection, accounts: Sequence[str], since: int, until: int, zone: tzinfo
) -> Iterator[tuple[str, int, Counter[str]]]:
    """Yield (account, local day since 1970, counts), a day in as many parts as it is read in."""
    first, last = -(-since // SLOT), until // SLOT
    try:
        runs = stretches(zone, first, last) if first < last else ()
    except OddZone:
        first = last = since // SLOT + 1
        runs = ()
    epoch = date(1970, 1, 1).toordinal()
    for account, at, counts in _beside(db, accounts, since, until, first, last):
        yield account, datetime.fromtimestamp(at / 1000, zone).toordinal() - epoch, counts
    yield from _counted(db, accounts, runs, first, last)


def _counted(
    db: sqlite.Connection, accounts: Sequence[str], runs: Sequence[Stretch], first: int, last: int
) -> Iterator[tuple[str, int, Counter[str]]]:
    """Yield what `_days` does of [first, last), from whole days where the file has them."""
    if not runs:
        return
    if tuple(runs) == _kept_clock(db, first, last) and not turns_back_over_midnight(runs):
        begin = -(-(first + runs[0].shift) // DAY)
        end = (last + runs[-1].shift) // DAY
        if begin < end:
            low, high = begins(runs, begin), begins(runs, end)
            yield from _whole_days(db, accounts, begin, end)
            for run in runs:
                yield from _slots(db, accounts, run, first, low, DAY)
                yield from _slots(db, accounts, run, high, last, DAY)
            return
    for run in runs:
        yield from _slots(db, accounts, run, first, last, DAY)


def _whole_days(
    db: sqlite.Connection, accounts: Sequence[str], begin: int, end: int
) -> Iterator[tuple[str, int, Counter[str]]]:
    marks = ", ".join("?" * len(accounts))
    for account, day, *counts in db.execute(
        f"""SELECT account_id, day, {", ".join(COLUMNS)} FROM activity_days
            WHERE account_id IN ({marks}) AND day >= ? AND day < ? AND n > 0""",
        (*accounts, begin, end),
    ):
        yield account, day, _counts(counts)


def _slots(
    db: sqlite.Connection, accounts: Sequence[str], run: Stretch, first: int, last: int, size: int
) -> Iterator[tuple[str, int, Counter[str]]]:
    """Yield (account, bin of `size` slots on the clock of `run`, counts) of [first, last)."""
    first, last = max(first, run.since), min(last, run.until)
    if first >= last:
        return
    marks = ", ".join("?" * len(accounts))
    for account, at, *sums in db.execute(
        f"""SELECT account_id, (slot + ?) / {size}, {_SUMS} FROM activity_slots
            WHERE account_id IN ({marks}) AND slot >= ? AND slot < ? GROUP BY 1, 2""",
        (run.shift, *accounts, first, last),
    ):
        if sums[0]:
            yield account, at, _counts(sums)


def _kept_clock(db: sqlite.Connection, first: int, last: int) -> tuple[Stretch, ...]:
    """Return the stretches of the clock by which the file's days are kept."""
    rows = db.execute(
        """SELECT since, shift FROM activity_clock WHERE since < ? AND since >= (SELECT
             max(since) FROM activity_clock WHERE since <= ?) ORDER BY since""",
        (last, first),
    ).fetchall()
    ends = [*(int(r[0]) for r in rows[1:]), last]
    return tuple(
        Stretch(max(int(r[0]), first), end, int(r[1])) for r, end in zip(rows, ends, strict=True)
    )


def _beside(
    db: sqlite.Connection, accounts: Sequence[str], since: int, until: int, first: int, last: int
) -> Iterator[tuple[str, int, Counter[str]]]:
    """Yield the rows of a span that lie outside of the slots [first, last)."""
    if first >= last:
        yield from _rows(db, accounts, since, until)
        return
    if since < first * SLOT:
        yield from _rows(db, accounts, since, first * SLOT)
    if until > last * SLOT:
        yield from _rows(db, accounts, last * SLOT, until)


def _rows(
    db: sqlite.Connection, accounts: Sequence[str], since: int, until: int
) -> Iterator[tuple[str, int, Counter[str]]]:
    marks = ", ".join("?" * len(accounts))
    found = db.execute(
        f"""SELECT account_id, created_at, kind, signals, needs_reply FROM interactions
            WHERE id >= ? AND id < ? AND created_at >= ? AND created_at < ?
              AND account_id IN ({marks})""",
        (ids.at(since), ids.at(until + _LATE), since, until, *accounts),
    )
    for account, at, kind, signals, needs in found:
        counts = Counter({"all": 1, kind: 1})
        if (mood := attitude(kind, json.loads(signals))) is not None:
            counts[mood] += 1
        if needs:
            counts["needs_reply"] += 1
        yield account, int(at), counts
