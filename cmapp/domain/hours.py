"""Office hours as a person sets them: when someone is there to answer, and how long it may take.

What they come to in moments is `domain/timetable.py`.
"""

from __future__ import annotations

import re
import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from typing import Any

from cmapp.domain.errors import Rejected
from cmapp.domain.records import Kind

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LANES = ("urgent", "negative", "normal", "low")
"""The lanes of the queue by number, as targets and the command line name them."""
TARGETS = ("default", "urgent", "negative", "low", *(str(k) for k in Kind))
"""What a target can be set for: everything, a lane, a kind of interaction."""
DEFAULT_MINUTES = 120
NEGATIVE_MINUTES = 30
MOST_MINUTES = 100_000

_NIGHT = 16 * 60
"""A period that ends before it begins goes over midnight; longer than this it is a slip."""

Period = tuple[int, int]
"""From and to in minutes of the wall's day; one that goes over midnight ends past 1440."""
Span = tuple[int, int]
"""From and to, UTC ms."""


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """When somebody is there to answer, and how long an answer may take.

    `week`: the periods of Monday … Sunday, None where no hours are set (somebody is always
    there). `targets`: minutes by `TARGETS`. `calendars`: whose days off count (`CN`, `ics:name`).
    `blocks`: minutes of the day at which one sits down to answer (IN-12). `away`: the text that
    is offered outside the hours (IN-15), with `{{reopens}}` in it.
    """

    zone: str = "UTC"
    week: tuple[tuple[Period, ...], ...] | None = None
    targets: Mapping[str, int] = field(default_factory=dict, hash=False)
    calendars: tuple[str, ...] = ()
    blocks: tuple[int, ...] = ()
    away: str = ""

    def target(self, kind: str, lane: int, *, default: int = DEFAULT_MINUTES) -> int:
        """Return the minutes that an answer may take; `default` where none are set."""
        base = self.targets.get(kind, self.targets.get("default", default))
        match LANES[lane]:
            case "negative":
                return min(base, self.targets.get("negative", NEGATIVE_MINUTES))
            case "urgent":  # a VIP's complaint is urgent, and must not wait longer than another's
                negative = self.targets.get("negative", NEGATIVE_MINUTES)
                return min(base, self.targets.get("urgent", negative))
            case "low":
                return max(base, self.targets.get("low", base))
            case _:
                return base


@dataclass(frozen=True, slots=True)
class Days:
    """What calendars say: days off, make-up days, and spans in which nobody is there."""

    off: frozenset[date] = frozenset()
    works: frozenset[date] = frozenset()
    closed: tuple[Span, ...] = ()


def _refuse(reason: str, **facts: Any) -> Rejected:
    return Rejected("bad_hours", field=facts.pop("field", "week"), reason=reason, **facts)


def zone(name: object) -> zoneinfo.ZoneInfo:
    """Return a time zone by its IANA name. Raises Rejected (`bad_hours`, `unknown_zone`)."""
    try:
        if isinstance(name, str) and re.fullmatch(r"[A-Za-z0-9_+/-]{1,64}", name):
            return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        pass
    raise _refuse("unknown_zone", field="zone", value=str(name)[:64])


def midnight(day: date, there: tzinfo) -> int:
    """Return when a day begins in a zone (UTC ms); where it has no midnight, when it would have."""
    return round(datetime(day.year, day.month, day.day, tzinfo=there).timestamp() * 1000)


def _clock(text: str, where: str, shown: object) -> int:
    found = re.fullmatch(r"(\d{1,2}):(\d{2})", text)
    minutes = int(found[1]) * 60 + int(found[2]) if found and int(found[2]) < 60 else -1
    if not 0 <= minutes <= 1440:
        raise _refuse("not_a_time", field=where, value=str(shown)[:40])
    return minutes


def period(text: object, where: str = "week") -> Period:
    """Read `09:00-12:00` or `22:00-06:00` (over midnight). Raises Rejected (`bad_hours`)."""
    parts = re.split(r"\s*[-–—~～至]\s*", str(text).strip())
    if len(parts) != 2:
        raise _refuse("not_a_period", field=where, value=str(text)[:40])
    start, end = (_clock(p.replace("：", ":"), where, text) for p in parts)
    if start == end or start == 1440:
        raise _refuse("empty_period", field=where, value=str(text)[:40])
    if end < start:
        end += 1440
        if end - start > _NIGHT:
            raise _refuse("ends_before_start", field=where, value=str(text)[:40])
    return start, end


def _week(found: object) -> tuple[tuple[Period, ...], ...] | None:
    if found is None:
        return None
    if not isinstance(found, Mapping) or not set(found) <= set(WEEKDAYS):
        raise _refuse("not_a_week", value=str(found)[:80])
    week = []
    for day in WEEKDAYS:
        periods = found.get(day, [])
        if not isinstance(periods, list | tuple):
            raise _refuse("not_a_period", field=day, value=str(periods)[:40])
        week.append(tuple(sorted(period(p, day) for p in periods)))
    if not any(week):
        raise _refuse("never_open")
    ends = [(n * 1440 + b, n) for n, day in enumerate(week) for a, b in day]
    starts = [(n * 1440 + a, n) for n, day in enumerate(week) for a, b in day]
    starts.append((starts[0][0] + 7 * 1440, starts[0][1]))  # Sunday's night reaches Monday
    for (end, _), (start, day_number) in zip(ends, starts[1:], strict=True):
        if start < end:
            raise _refuse("overlap", field=WEEKDAYS[day_number], value=show_clock(start % 1440))
    return tuple(week)


def read(found: Mapping[str, Any]) -> OfficeHours:
    """Read hours as `write` gives them; what is not there has its default.

    Raises Rejected: `bad_hours` with `field`, `value` and `reason`: `unknown_zone`,
    `not_a_time`, `not_a_period`, `empty_period`, `ends_before_start`, `overlap`, `never_open`,
    `not_a_week`, `bad_target`, `bad_block`, `unknown_field`, `bad_calendar`, `bad_away`.
    """
    known = {"zone", "week", "targets", "calendars", "blocks", "away"}
    if extra := set(found) - known:
        raise _refuse("unknown_field", field=str(min(map(str, extra)))[:40])
    targets = found.get("targets") or {}
    if not isinstance(targets, Mapping):
        raise _refuse("bad_target", field="targets", value=str(targets)[:40])
    for name, minutes in targets.items():
        if name not in TARGETS or type(minutes) is not int or not 1 <= minutes <= MOST_MINUTES:
            raise _refuse("bad_target", field="targets", value=f"{name}: {minutes}"[:60])
    blocks = found.get("blocks") or []
    if not isinstance(blocks, list | tuple):
        raise _refuse("bad_block", field="blocks", value=str(blocks)[:40])
    at = sorted({_clock(str(b), "blocks", b) % 1440 for b in blocks})
    calendars = found.get("calendars") or []
    if not isinstance(calendars, list | tuple) or not all(
        isinstance(c, str) and 0 < len(c) <= 80 for c in calendars
    ):
        raise _refuse("bad_calendar", field="calendars", value=str(calendars)[:60])
    away = found.get("away") or ""
    if not isinstance(away, str) or len(away) > 5000:
        raise _refuse("bad_away", field="away")
    return OfficeHours(
        zone=zone(found.get("zone", "UTC")).key,
        week=_week(found.get("week")),
        targets=dict(targets),
        calendars=tuple(dict.fromkeys(calendars)),
        blocks=tuple(at),
        away=away,
    )


def show_clock(minutes: int) -> str:
    """Return minutes of the day as `09:30`; 24:00 stays so."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def show_period(period: Period) -> str:
    """Return a period as it is written: `22:00-06:00`."""
    start, end = period
    return f"{show_clock(start)}-{show_clock(end if end <= 1440 else end - 1440)}"


def write(hours: OfficeHours) -> dict[str, Any]:
    """Return hours as JSON; `read` gives the same value back."""
    week = None
    if hours.week is not None:
        week = {d: [show_period(p) for p in ps] for d, ps in zip(WEEKDAYS, hours.week, strict=True)}
    return {
        "zone": hours.zone,
        "week": week,
        "targets": dict(hours.targets),
        "calendars": list(hours.calendars),
        "blocks": [show_clock(b) for b in hours.blocks],
        "away": hours.away,
    }
