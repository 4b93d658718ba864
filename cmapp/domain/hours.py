"""Office hours and deadlines: when someone is there to answer, and until when they should have.

`OfficeHours` is what a person set; `Timetable` is the same worked out to moments, with the days
off of their calendars, so that a deadline costs a few microseconds. Times are UTC milliseconds,
targets minutes. The rules, held by `tests/unit/domain/deadlines.json`:

- A minute is open when the clock on the office's wall stands within a period. Where clocks are
  put back, a time that comes twice counts twice.
- A period over midnight belongs to the day it begins on; a day off takes it away whole.
- A make-up day (调休) has the periods of the first weekday that has any, Monday first.
- The deadline is the first moment by which so many open minutes have passed: when they run out
  as the office closes, that is closing time.
"""

from __future__ import annotations

import re
import zoneinfo
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
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

MINUTE = 60_000
DAY = 86_400_000
_NIGHT = 16 * 60
"""A period that ends before it begins goes over midnight; longer than this it is a slip."""
_HORIZON = 60
"""For how many years ahead a deadline is looked for."""

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
            case "urgent":
                return min(base, self.targets.get("urgent", base))
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


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Join what overlaps or touches; `spans` are sorted."""
    found: list[Span] = []
    for start, end in spans:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _without(spans: Iterable[Span], closed: Sequence[Span]) -> Iterator[Span]:
    for start, end in spans:
        for a, b in closed:
            if b <= start or a >= end:
                continue
            if a > start:
                yield start, a
            start = b
        if start < end:
            yield start, end


def _ms(when: date) -> int:
    return (when.toordinal() - 719_163) * DAY


class Timetable:
    """Office hours worked out, year by year as they are asked for. Any thread may use it."""

    def __init__(self, hours: OfficeHours, days: Days | None = None) -> None:
        """Work out nothing yet."""
        self.hours = hours
        self._days = days or Days()
        self._closed = _merged(sorted(s for s in self._days.closed if s[0] < s[1]))
        self._zone = zone(hours.zone)
        self._years: dict[int, tuple[list[int], list[int], list[int]]] = {}

    def local(self, when: int) -> datetime:
        """Return a moment as the clock on the office's wall shows it."""
        return datetime.fromtimestamp(when / 1000, self._zone)

    # the year

    def _periods(self, day: date) -> tuple[Period, ...]:
        week = self.hours.week or ()
        if day in self._days.works:
            return next((p for p in week if p), ())
        return () if day in self._days.off else week[day.weekday()]

    def _offset(self, when: int) -> int:
        shift = self.local(when).utcoffset() or timedelta()
        return (shift.days * 86_400 + shift.seconds) * 1000

    def _stretches(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Yield (from, to, offset) of the stretches in which the clocks are not changed."""
        since, offset = start, self._offset(start)
        for at in range(start, end, DAY):
            if self._offset(at + DAY) == offset:
                continue
            low, high = at, at + DAY
            while high - low > 1000:
                middle = (low + high) // 2000 * 1000
                low, high = (middle, high) if self._offset(middle) == offset else (low, middle)
            yield since, high, offset
            since, offset = high, self._offset(high)
        yield since, end, offset

    def _year(self, year: int) -> tuple[list[int], list[int], list[int]]:
        """Return when the office opens and closes in a year of UTC, and the time open before.

        The last list has one entry more than the others: how long it is open in all.
        """
        found = self._years.get(year)
        if found is None:
            found = self._years[year] = self._work_out(year)
        return found

    def _work_out(self, year: int) -> tuple[list[int], list[int], list[int]]:
        first, last = date(year, 1, 1), date(year + 1, 1, 1)
        wall = _merged(
            sorted(
                (_ms(day) + a * MINUTE, _ms(day) + b * MINUTE)
                for n in range(-2, (last - first).days + 2)
                for day in (first + timedelta(n),)
                for a, b in self._periods(day)
            )
        )
        spans: list[Span] = []
        for since, until, offset in self._stretches(_ms(first), _ms(last)):
            spans += [
                (max(a - offset, since), min(b - offset, until))
                for a, b in wall
                if a - offset < until and b - offset > since
            ]
        opens, closes, before = [], [], [0]
        for a, b in _without(_merged(spans), self._closed):
            opens.append(a)
            closes.append(b)
            before.append(before[-1] + b - a)
        return opens, closes, before

    @staticmethod
    def _year_of(when: int) -> int:
        return datetime.fromtimestamp(when / 1000, UTC).year

    # questions

    def deadline(self, start: int, minutes: int) -> int:
        """Return the first moment by which so many open minutes have passed since `start`.

        Where the office hardly ever opens, the minutes run on the clock from `start`.
        """
        left = minutes * MINUTE
        if self.hours.week is None:
            return start + left
        year = self._year_of(start)
        at = start
        for this in range(year, year + _HORIZON):
            opens, closes, before = self._year(this)
            n = bisect_right(closes, at)  # the first span that ends after `at`
            if n < len(opens):
                done = before[n] + max(0, at - opens[n])
                if done + left <= before[-1]:
                    m = bisect_left(before, done + left) - 1
                    return opens[m] + done + left - before[m]
                left -= before[-1] - done
            at = _ms(date(this + 1, 1, 1))
        return start + minutes * MINUTE

    def is_open(self, when: int) -> bool:
        """Tell whether somebody is there."""
        if self.hours.week is None:
            return True
        opens, closes, _ = self._year(self._year_of(when))
        n = bisect_right(opens, when) - 1
        return n >= 0 and when < closes[n]

    def next_open(self, when: int) -> int | None:
        """Return the first moment from `when` on at which somebody is there; None: not for years.

        `when` itself where the office is open then.
        """
        if self.is_open(when):
            return when
        year = self._year_of(when)
        for this in range(year, year + 3):
            opens, _, _ = self._year(this)
            n = bisect_left(opens, when)
            if n < len(opens):
                return opens[n]
        return None

    def closes(self, when: int) -> int | None:
        """Return when the office that is open at `when` closes; None: closed then, or never."""
        if self.hours.week is None or not self.is_open(when):
            return None
        year = self._year_of(when)
        for this in (year, year + 1):
            opens, closes, _ = self._year(this)
            n = bisect_right(opens, when) - 1
            if n >= 0 and closes[n] > when:
                when = closes[n]
            if when < _ms(date(this + 1, 1, 1)):
                return when
        return when

    def working_minutes_between(self, start: int, end: int) -> int:
        """Return how many open minutes lie between two moments; negative if `end` is earlier."""
        if end < start:
            return -self.working_minutes_between(end, start)
        if self.hours.week is None:
            return (end - start) // MINUTE
        total = 0
        for this in range(self._year_of(start), self._year_of(end) + 1):
            _, _, before = self._year(this)
            total += self._open_before(this, end) if this == self._year_of(end) else before[-1]
        return (total - self._open_before(self._year_of(start), start)) // MINUTE

    def _open_before(self, year: int, when: int) -> int:
        opens, closes, before = self._year(year)
        n = bisect_right(opens, when)
        return before[n] - (max(0, closes[n - 1] - when) if n else 0)

    def block(self, when: int) -> int | None:
        """Return the last start of a reply block at or before `when` (IN-12); None: no blocks.

        Blocks are on days with periods, on every day where no hours are set.
        """
        if not self.hours.blocks:
            return None
        today = self.local(when).date()
        for back in range(15):
            day = today - timedelta(back)
            if self.hours.week is not None and not self._periods(day):
                continue
            for minutes in reversed(self.hours.blocks):
                at = datetime(day.year, day.month, day.day, tzinfo=self._zone)
                wall = at.replace(hour=minutes // 60, minute=minutes % 60)
                start = int(wall.timestamp()) * 1000
                if start <= when:
                    return start
        return None
