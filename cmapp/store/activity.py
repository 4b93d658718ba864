"""How much came in, by time: what charts, heat maps and figures sum up.

Counts are by account and bin: one for each kind, one for each attitude (`domain/attitude.py`),
`all`, and `needs_reply`. Only bins in which something came are there.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from cmapp.domain.attitude import attitude
from cmapp.store import ids, sqlite

SLOT = 900_000
"""A quarter of an hour (ms): every zone of today begins its days on one."""
_LATE = 86_400_000


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
    """Return the days of `zone` by account and time; the first and last may be cut."""
    return _binned(db, accounts, since, until, zone, whole_day=True)


def by_hour(
    db: sqlite.Connection, accounts: Sequence[str], since: int, until: int, zone: tzinfo
) -> list[Bin]:
    """Return the hours of `zone` by account and time."""
    return _binned(db, accounts, since, until, zone, whole_day=False)


def by_weekday_hour(
    db: sqlite.Connection, accounts: Sequence[str], since: int, until: int, zone: tzinfo
) -> dict[tuple[int, int], Counter[str]]:
    """Return counts by (weekday, 0 is Monday; hour 0-23) of `zone`."""
    found: dict[tuple[int, int], Counter[str]] = {}
    for one in by_hour(db, accounts, since, until, zone):
        local = datetime.fromtimestamp(one.start / 1000, zone)
        found.setdefault((local.weekday(), local.hour), Counter()).update(one.counts)
    return found


def total(db: sqlite.Connection, accounts: Sequence[str], since: int, until: int) -> Counter[str]:
    """Return the counts of the whole span."""
    found: Counter[str] = Counter()
    for _, _, counts in _raw(db, accounts, since, until):
        found.update(counts)
    return found


def _binned(
    db: sqlite.Connection,
    accounts: Sequence[str],
    since: int,
    until: int,
    zone: tzinfo,
    *,
    whole_day: bool,
) -> list[Bin]:
    found: dict[tuple[str, int, int], Counter[str]] = {}
    for account, at, counts in _raw(db, accounts, since, until):
        begin, end = span_of(at, zone, whole_day=whole_day)
        found.setdefault((account, begin, end), Counter()).update(counts)
    return [Bin(*key, counts) for key, counts in sorted(found.items())]


def span_of(at: int, zone: tzinfo, *, whole_day: bool) -> tuple[int, int]:
    """Return when the local day, or hour, that holds a moment begins and ends (UTC ms)."""
    local = datetime.fromtimestamp(at / 1000, zone)
    if not whole_day:
        begin = local.replace(minute=0, second=0, microsecond=0)
        start = round(begin.timestamp() * 1000)
        return start, start + 3_600_000
    begin = local.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    after = (begin.replace(tzinfo=None) + timedelta(days=1)).replace(tzinfo=zone)
    return round(begin.timestamp() * 1000), round(after.timestamp() * 1000)


def _raw(
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
