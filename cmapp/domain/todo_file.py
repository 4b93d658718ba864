"""Tasks as a calendar file (.ics): a VTODO each, and on wish a VEVENT where there is a date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any


@dataclass(frozen=True, slots=True)
class Todo:
    """One task as other programs may know it. Times are UTC ms; `uid` is the same for ever."""

    uid: str
    title: str
    owner: str
    about: str
    due_at: int | None
    done_at: int | None
    made_at: int


def write(todos: Iterable[Todo], *, now: int, events: bool = False) -> bytes:
    """Return an RFC 5545 file. `events`: also half an hour in the calendar before each is due."""
    from icalendar import Calendar, Event
    from icalendar import Todo as Component

    file = Calendar()
    file.add("prodid", "-//cmapp//tasks//EN")
    file.add("version", "2.0")
    stamp = _time(now)
    for todo in todos:
        part: Any = Component()
        _common(part, todo, todo.uid, stamp)
        if todo.due_at is not None:
            part.add("due", _time(todo.due_at))
        if todo.done_at is not None:
            part.add("completed", _time(todo.done_at))
        part.add("status", "NEEDS-ACTION" if todo.done_at is None else "COMPLETED")
        file.add_component(part)
        if events and todo.due_at is not None and todo.done_at is None:
            event: Any = Event()
            _common(event, todo, f"due-{todo.uid}", stamp)
            event.add("dtstart", _time(todo.due_at) - timedelta(minutes=30))
            event.add("dtend", _time(todo.due_at))
            file.add_component(event)
    made: bytes = file.to_ical()
    return made


def _common(part: Any, todo: Todo, uid: str, stamp: datetime) -> None:
    part.add("uid", uid)
    part.add("dtstamp", stamp)
    part.add("created", _time(todo.made_at))
    part.add("summary", todo.title)
    if todo.about:
        part.add("description", todo.about)
    if todo.owner:
        part.add("contact", todo.owner)


def _time(at: int) -> datetime:
    return datetime.fromtimestamp(at // 1000, UTC)
