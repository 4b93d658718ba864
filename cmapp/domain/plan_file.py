"""Plans as a calendar file (.ics): an event each, the same event whenever it is written again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

MINUTES = 15
"""How long an event lasts: long enough to be seen in a week."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One plan as other programs may know it. Times are UTC ms; `uid` is the same for ever.

    `revision` grows with each change; `sure`: it is queued or out, not only meant.
    """

    uid: str
    title: str
    about: str
    at: int
    made_at: int
    changed_at: int
    revision: int
    sure: bool
    categories: tuple[str, ...] = ()


def write(plans: Iterable[Planned], *, now: int, alarm: int | None = None) -> bytes:
    """Return an RFC 5545 file. `alarm`: minutes before each that a reminder comes."""
    from icalendar import Alarm, Calendar, Event

    file = Calendar()
    file.add("prodid", "-//cmapp//plans//EN")
    file.add("version", "2.0")
    for plan in plans:
        event: Any = Event()
        event.add("uid", plan.uid)
        event.add("dtstamp", _time(now))
        event.add("dtstart", _time(plan.at))
        event.add("dtend", _time(plan.at) + timedelta(minutes=MINUTES))
        event.add("created", _time(plan.made_at))
        event.add("last-modified", _time(plan.changed_at))
        event.add("sequence", plan.revision)
        event.add("summary", plan.title)
        if plan.about:
            event.add("description", plan.about)
        if plan.categories:
            event.add("categories", list(plan.categories))
        event.add("status", "CONFIRMED" if plan.sure else "TENTATIVE")
        event.add("transp", "TRANSPARENT")
        if alarm is not None:
            bell: Any = Alarm()
            bell.add("action", "DISPLAY")
            bell.add("description", plan.title)
            bell.add("trigger", timedelta(minutes=-alarm))
            event.add_component(bell)
        file.add_component(event)
    made: bytes = file.to_ical()
    return made


def _time(at: int) -> datetime:
    return datetime.fromtimestamp(at // 1000, UTC)
