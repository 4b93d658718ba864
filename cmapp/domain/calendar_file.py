"""A person's own calendar file (.ics): days off, and hours in which nobody is there.

An event of whole days is a day off (one that says 补班 is a make-up day), one with times closes
these hours. A file that cannot be read whole is refused whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from cmapp.domain.errors import Rejected
from cmapp.domain.hours import Span
from cmapp.domain.public_days import Day

MOST_BYTES = 5_000_000
MOST_EVENTS = 20_000
MOST_DAYS = 20_000
_WORKS = re.compile("补班|補班|上班")
_SLOW = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")


@dataclass(frozen=True, slots=True)
class Found:
    """What a file holds between two days; spans are UTC ms with the event's name."""

    days: list[Day]
    closed: list[tuple[Span, str]]


def _bad(reason: str, **facts: Any) -> Rejected:
    return Rejected("bad_calendar", reason=reason, **facts)


def read(data: bytes, zone: tzinfo, *, first: date, last: date) -> Found:
    """Read a file; `zone` is that of times without one, `first` and `last` bound repetitions.

    Raises Rejected: `bad_calendar` with `reason`: `too_large`, `not_ics`, `no_events`,
    `bad_event` (`value`: its name), `too_many`.
    """
    if len(data) > MOST_BYTES:
        raise _bad("too_large", size=len(data), limit=MOST_BYTES)
    events = _events(data)
    if not events:
        raise _bad("no_events")
    moved = {
        (str(e.get("UID")), _plain(e["RECURRENCE-ID"].dt, zone))
        for e in events
        if "RECURRENCE-ID" in e
    }
    days: dict[date, Day] = {}
    closed: dict[Span, str] = {}
    for event in events:
        name = _name(event)
        try:
            if str(event.get("STATUS", "")).upper() == "CANCELLED":
                continue
            for start, end in _times(event, zone, first=first, last=last, moved=moved):
                if isinstance(start, datetime) and isinstance(end, datetime):
                    if str(event.get("TRANSP", "")).upper() != "TRANSPARENT":
                        closed[_ms(start), _ms(end)] = name
                else:
                    for day in _each(start, end, first=first, last=last):
                        days[day] = Day(day, name, works=bool(_WORKS.search(name)))
                if len(days) + len(closed) > MOST_DAYS:
                    raise _bad("too_many", limit=MOST_DAYS)
        except (ValueError, TypeError, AttributeError, KeyError, OverflowError):
            raise _bad("bad_event", value=name or str(event.get("UID", ""))[:80]) from None
    return Found(
        sorted(days.values(), key=lambda d: d.day), [(s, closed[s]) for s in sorted(closed)]
    )


def _events(data: bytes) -> list[Any]:
    import icalendar

    try:
        text = data.decode("utf-8-sig")
        begun, ended = (len(re.findall(rf"(?mi)^{w}:", text)) for w in ("BEGIN", "END"))
        if not begun or begun != ended:  # cut short, or no calendar at all
            raise _bad("not_ics")
        found = icalendar.Calendar.from_ical(text, multiple=True)
        events = [e for c in found for e in c.walk("VEVENT")]
    except (ValueError, KeyError, IndexError, AttributeError, TypeError, RecursionError):
        raise _bad("not_ics") from None
    if len(events) > MOST_EVENTS:
        raise _bad("too_many", limit=MOST_EVENTS)
    for event in events:
        if event.errors or "DTSTART" not in event:
            raise _bad("bad_event", value=_name(event) or str(event.get("UID", ""))[:80])
    return events


def _name(event: Any) -> str:
    text = "".join(c if c.isprintable() else " " for c in str(event.get("SUMMARY", "")))
    return " ".join(text.split())[:80]


def _aware(when: datetime, zone: tzinfo) -> datetime:
    return when if when.tzinfo is not None else when.replace(tzinfo=zone)


def _plain(when: date, zone: tzinfo) -> datetime:
    """Return a day or a moment as a naive time on the wall of `zone`, to be counted with."""
    if isinstance(when, datetime):
        return _aware(when, zone).astimezone(zone).replace(tzinfo=None)
    return datetime.combine(when, time())


def _ms(when: datetime) -> int:
    return int(when.timestamp() * 1000)


def _each(start: date, end: date, *, first: date, last: date) -> Iterator[date]:
    day = max(start, first)
    while day < end and day <= last:
        yield day
        day += timedelta(1)


def _times(
    event: Any, zone: tzinfo, *, first: date, last: date, moved: set[tuple[str, datetime]]
) -> Iterator[tuple[date, date]]:
    """Yield from and to of each time the event takes place, days or moments."""
    start: date = event["DTSTART"].dt
    timed = isinstance(start, datetime)
    if "DTEND" in event:
        end = event["DTEND"].dt
        length = _plain(end, zone) - _plain(start, zone)
    elif "DURATION" in event:
        length = event["DURATION"].dt
    else:
        length = timedelta(0 if timed else 1)
    if length <= timedelta(0):
        if timed:
            return
        length = timedelta(1)
    # wall times of the event's own zone: nine o'clock stays nine o'clock in summer
    own = start.tzinfo if isinstance(start, datetime) and start.tzinfo else zone
    for at in _starts(event, start, own, first=first, last=last, length=length):
        again = at.replace(tzinfo=own).astimezone(zone).replace(tzinfo=None) if timed else at
        if "RECURRENCE-ID" not in event and (str(event.get("UID")), again) in moved:
            continue
        if timed:
            begin = at.replace(tzinfo=own)
            yield begin, (begin.astimezone(UTC) + length)
        else:
            yield at.date(), (at + length).date()


def _starts(
    event: Any, start: date, own: tzinfo, *, first: date, last: date, length: timedelta
) -> list[datetime]:
    from dateutil import rrule

    begin = _plain(start, own)
    low = datetime.combine(first, time()) - length
    high = datetime.combine(last, time.max)
    if "RRULE" not in event and "RDATE" not in event:
        return [begin] if low <= begin <= high else []
    found = rrule.rruleset(cache=False)
    found.rdate(begin)
    rules = event.get("RRULE", [])
    for rule in rules if isinstance(rules, list) else [rules]:
        if rule.get("FREQ", [""])[0].upper() not in _SLOW:
            raise ValueError("repeats faster than once a day")
        parts = dict(rule)
        until = parts.pop("UNTIL", [None])[0]
        text = type(rule)(parts).to_ical().decode()
        made: Any = rrule.rrulestr(text, dtstart=begin)
        end = min(high, _plain(until, own)) if until is not None else high
        found.rrule(made if "COUNT" in parts else made.replace(until=end))
    for name, add in (("RDATE", found.rdate), ("EXDATE", found.exdate)):
        lists = event.get(name, [])
        for dates in lists if isinstance(lists, list) else [lists]:
            for one in dates.dts:
                if not isinstance(one.dt, tuple):
                    add(_plain(one.dt, own))
    return list(found.between(low, high, inc=True))
