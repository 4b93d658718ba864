"""Office hours worked out to moments: until when an answer is due, and when somebody is there.

Times are UTC milliseconds. The rules, held by `tests/unit/domain/deadlines.json`:

- A minute is open when the clock on the office's wall stands within a period. Where clocks are
  put back, a time that comes twice counts twice.
- A period over midnight belongs to the day it begins on; a day off takes it away whole.
- A make-up day (调休) has the periods of the first weekday that has any, Monday first.
- The deadline is the first moment by which so many open minutes have passed: when they run out
  as the office closes, that is closing time.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from cmapp.domain.hours import Days, OfficeHours, Period, Span, zone

MINUTE = 60_000
DAY = 86_400_000
_HORIZON = 60
"""For how many years ahead a deadline is looked for."""


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
