"""When a plan is due: a wall clock and a zone make a moment, and keep their time of day.

A plan is kept as people say it, `2026-12-01T09:00` in `Europe/Berlin`: the laptop may travel, and
the rules of a zone may change. Pure; zones come from the machine or from tzdata.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo

from cmapp.domain.errors import Rejected
from cmapp.domain.hours import zone as named

YEARS = range(1970, 9999)
"""What a plan can be in: a year at either end of the calendar has no moment in every zone."""


def read(wall: str) -> datetime:
    """Return a local time that was written as `2026-12-01T09:00` (or with a space).

    Raises Rejected (`bad_time`, field `at`).
    """
    try:
        found = datetime.fromisoformat(wall.strip())
    except ValueError:
        found = None
    if (
        found is None
        or found.tzinfo is not None
        or len(wall.strip()) < 16
        or found.year not in YEARS
    ):
        raise Rejected("bad_time", field="at", reason="not_a_time", value=wall[:40])
    return found.replace(second=0, microsecond=0)


def read_in(text: str, zone: str) -> datetime:
    """Return the local time in a zone of what `read` takes, or of `2026-12-01T09:00+08:00`.

    Raises Rejected (`bad_time`; `unknown_zone`).
    """
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return read(text)
    if found.tzinfo is None or found.year not in YEARS:
        return read(text)
    return found.astimezone(named(zone)).replace(tzinfo=None, second=0, microsecond=0)


def write(when: datetime) -> str:
    """Return a local time as `read` takes it."""
    return when.strftime("%Y-%m-%dT%H:%M")


def moment(wall: datetime, zone: str, *, strict: bool = True) -> int:
    """Return the moment (UTC ms) of a local time in a zone.

    Of two moments with the same clock (summer time ends) it is the first. A clock that is
    skipped (summer time begins) is refused, or, not `strict`, moved on by as much as is skipped.

    Raises Rejected: `no_such_time` (facts `value`, `zone`, `next`: the clock after the gap),
    `unknown_zone`.
    """
    there = named(zone)
    found = wall.replace(tzinfo=there, fold=0)
    back = found.astimezone(UTC).astimezone(there)
    if back.replace(tzinfo=None) != wall:
        if strict:
            raise Rejected(
                "no_such_time", field="at", reason="no_such_time", value=write(wall), zone=zone,
                next=write(back),
            )  # fmt: skip
    return round(found.timestamp() * 1000)


def clock(at: int, zone: str) -> datetime:
    """Return the local time, without a zone, of a moment (UTC ms). Raises Rejected."""
    return local(at, named(zone))


def local(at: int, there: tzinfo) -> datetime:
    """Return the local time of a moment (UTC ms) in a zone that is at hand."""
    return datetime.fromtimestamp(at // 1000, UTC).astimezone(there).replace(tzinfo=None)


def on_day(wall: datetime, day: date) -> datetime:
    """Return the same time of day on another day: what a drag to that day means."""
    return datetime.combine(day, wall.time())


def shifted(wall: datetime, days: int) -> datetime:
    """Return the same time of day some days on."""
    return wall + timedelta(days=days)
