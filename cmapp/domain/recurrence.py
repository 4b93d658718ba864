"""What comes again and again, and when it ends: rules (RRULE) on the wall clock of a zone (CA-10).

A rule says on which days; the time of day is that of the first time, and stays on the wall when
summer time begins or ends. A series without an end is refused: nobody remembers it in three years.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from cmapp.domain import plan_times
from cmapp.domain.errors import Rejected

MOST_YEARS = 5
MOST_TIMES = 1_000
_SLOW = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_KNOWN = {
    "FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYYEARDAY", "BYWEEKNO", "BYSETPOS",
    "WKST", "UNTIL", "COUNT",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its end: `text` is RRULE without UNTIL and COUNT. One of the ends is not None."""

    text: str
    wall: datetime
    last_day: date | None
    count: int | None


def _bad(reason: str, **facts: Any) -> Rejected:
    return Rejected("bad_series", reason=reason, field=facts.pop("field", "rule"), **facts)


def checked(rule: str, wall: str, *, last_day: str | None = None, count: int | None = None) -> Rule:
    """Return a rule that can be and that ends; an UNTIL or COUNT in it is its end.

    Raises Rejected: `never_ends`; `bad_series` with `reason`: `not_a_rule`, `too_often` (more than
    once a day), `ends_before_start`, `too_long`, `never_happens`; `bad_time`.
    """
    begin = plan_times.read(wall)
    parts = _parts(rule)
    until, times = parts.pop("UNTIL", None), parts.pop("COUNT", None)
    if last_day is None and until is not None:
        last_day = f"{until[:4]}-{until[4:6]}-{until[6:8]}" if "-" not in until else until[:10]
    if count is None and times is not None:
        count = int(times) if re.fullmatch(r"\d{1,6}", times) else 0
    if last_day is None and count is None:
        raise Rejected("never_ends", field="last_day", reason="never_ends")
    last = _day(last_day)
    if count is not None and not 1 <= count <= MOST_TIMES:
        raise _bad("too_long", field="count", value=str(count), limit=MOST_TIMES)
    if last is not None and last < begin.date():
        raise _bad("ends_before_start", field="last_day", value=str(last))
    if last is not None and last > begin.date() + timedelta(days=366 * MOST_YEARS):
        raise _bad("too_long", field="last_day", value=str(last), limit=MOST_YEARS)
    made = Rule(";".join(f"{k}={v}" for k, v in parts.items()), begin, last, count)
    try:
        some = list(itertools.islice(_all(made), MOST_TIMES + 1))
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, OverflowError):
        raise _bad("not_a_rule", value=rule[:80]) from None
    if not some:
        raise _bad("never_happens", value=rule[:80])
    if len(some) > MOST_TIMES:
        raise _bad("too_long", field="last_day", value=str(last), limit=MOST_TIMES)
    return made


def _parts(rule: str) -> dict[str, str]:
    text = rule.strip().upper().removeprefix("RRULE:").strip(";")
    pairs = [p.partition("=") for p in text.split(";")]
    parts = {k.strip(): v.strip() for k, _, v in pairs}
    if not all(v for v in parts.values()) or len(parts) != len(pairs) or "FREQ" not in parts:
        raise _bad("not_a_rule", value=rule[:80])
    if parts["FREQ"] in ("HOURLY", "MINUTELY", "SECONDLY"):
        raise _bad("too_often", value=rule[:80])
    if (
        parts["FREQ"] not in _SLOW
        or set(parts) - _KNOWN
        or not parts.get("INTERVAL", "1").strip("0")
    ):
        raise _bad("not_a_rule", value=rule[:80])
    return parts


def _day(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        raise _bad("not_a_day", field="last_day", value=text and text[:40]) from None


def _all(rule: Rule) -> Any:
    from dateutil import rrule

    far = rule.wall.date() + timedelta(days=366 * MOST_YEARS)
    found: Any = rrule.rrulestr(rule.text, dtstart=rule.wall)
    # bounded: a rule that matches no day would be searched until the year 9999
    found = found.replace(until=datetime.combine(rule.last_day or far, time.max))
    return itertools.islice(iter(found), rule.count) if rule.count is not None else iter(found)


def occurrences(
    rule: Rule, *, until: date | None = None, skipped: Collection[str] = ()
) -> list[datetime]:
    """Return the local times of a rule up to a day; `skipped` are days (`2026-12-01`) left out.

    One that is skipped counts towards `count`, as in a calendar file.
    """
    return [
        wall
        for wall in _all(rule)
        if (until is None or wall.date() <= until) and wall.date().isoformat() not in skipped
    ]


@dataclass(frozen=True, slots=True)
class Time:
    """One time of a series: `occurrence` is what the rule says, `wall` the clock that there is.

    They differ where summer time skips the hour: the wall is moved on by as much. `at`: UTC ms.
    """

    occurrence: str
    wall: str
    at: int

    @property
    def moved(self) -> bool:
        """Tell whether the clock that the rule says does not exist on that day."""
        return self.occurrence != self.wall


def on_the_clock(wall: datetime, zone: str) -> Time:
    """Return a local time of a series as a moment. Raises Rejected (`bad_hours`: no such zone)."""
    at = plan_times.moment(wall, zone, strict=False)
    there = plan_times.clock(at, zone)
    return Time(plan_times.write(wall), plan_times.write(there), at)


def next_variation(last: int | None, many: int, *, repeat: bool) -> int | None:
    """Return which of `many` texts comes after the one used last; None: they have run out.

    They take turns, so with two or more no text comes twice in a row.
    """
    after = 0 if last is None else last + 1
    if after < many:
        return after
    return 0 if repeat and many > 1 else None


def distinct(texts: Sequence[str]) -> list[str]:
    """Return texts without empty ones. Raises Rejected (`bad_series`, `same_text`)."""
    kept = [t.strip() for t in texts if t.strip()]
    plain = [" ".join(t.split()).casefold() for t in kept]
    for n, text in enumerate(plain):
        if text in plain[:n]:
            raise _bad("same_text", field="variations", value=kept[n][:40])
    return kept
