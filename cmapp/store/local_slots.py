"""How far the clocks of a zone are ahead of UTC, in quarters of an hour, and when that changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import lru_cache
from itertools import pairwise

SLOT = 900_000
"""A quarter of an hour (ms): every zone of today begins its days on one."""
DAY = 96
"""How many slots a day without a change has."""
_STEP = 7 * DAY  # no zone changes its clocks twice within a week


class OddZone(Exception):
    """The clocks of a zone are not whole quarters of an hour ahead of UTC."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From slot `since` to `until` (exclusive) the clocks are `shift` slots ahead of UTC."""

    since: int
    until: int
    shift: int


@lru_cache(maxsize=256)
def stretches(zone: tzinfo, since: int, until: int) -> tuple[Stretch, ...]:
    """Return the stretches of [since, until) (slots since 1970), in order. Raises OddZone."""
    found, begin, shift = [], since, _shift(zone, since)
    for edge, after in _changes(zone, since, until, shift):
        found.append(Stretch(begin, edge, shift))
        begin, shift = edge, after
    return (*found, Stretch(begin, until, shift)) if begin < until else tuple(found)


def _changes(zone: tzinfo, since: int, until: int, shift: int) -> Iterator[tuple[int, int]]:
    at = since
    while at < until - 1:
        to = min(at + _STEP, until - 1)
        if (after := _shift(zone, to)) != shift:
            low, high = at, to
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if _shift(zone, middle) == shift else (low, middle)
            if _offset(zone, high * 900 - 1) != shift * 900:
                raise OddZone(str(zone))  # the change itself lies within a slot
            yield high, after
            shift = after
        at = to


def _shift(zone: tzinfo, slot: int) -> int:
    seconds = _offset(zone, slot * 900)
    if seconds % 900:
        raise OddZone(str(zone))
    return seconds // 900


def _offset(zone: tzinfo, at: int) -> int:
    offset = datetime.fromtimestamp(at, zone).utcoffset()
    return 0 if offset is None else int(offset.total_seconds())


def begins(runs: Sequence[Stretch], day: int) -> int:
    """Return at which slot a local day (days since 1970) begins on these stretches."""
    for run in runs:
        at = max(run.since, day * DAY - run.shift)
        if at < run.until:
            return at
    return runs[-1].until


def turns_back_over_midnight(runs: Sequence[Stretch]) -> bool:
    """Tell whether somewhere the clocks are set back into the day before: days are in pieces."""
    return any(
        (one.until - 1 + one.shift) // DAY > (two.since + two.shift) // DAY
        for one, two in pairwise(runs)
    )
