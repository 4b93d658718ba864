"""Clocks that tell the truth: when answers are due, in the hours that a person set (IN-05, N4).

`due` hands `judging` the deadline of what comes in; `work_out` brings the deadlines of all that
waits up to date when hours, targets or calendars have changed. A change leaves a mark in the
store that goes away only when every deadline follows it, so a kill in between costs nothing.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime

from cmapp.domain import hours as office_hours
from cmapp.domain.errors import Rejected
from cmapp.domain.hours import Days, OfficeHours
from cmapp.domain.public_days import public_days
from cmapp.domain.timetable import DAY, MINUTE, Timetable
from cmapp.services.desk import Desk
from cmapp.store import accounts, ids, office
from cmapp.store.database import Tx
from cmapp.store.sqlite import Connection
from cmapp.system import zone as machine

log = logging.getLogger(__name__)

Due = Callable[[str, int, int, int | None], int]
"""(kind, lane, when it was said, when the platform's window closes or None) → due at. UTC ms."""

CHUNK = 5_000
"""How many deadlines one transaction sets, so that what comes in meanwhile need not wait long."""
YEARS_AHEAD = 3
"""Calendars reach from last year to so many years ahead."""
OWN = "ics:"
"""Before the name of a calendar that came from a file."""
_made: dict[tuple[str, str], Timetable] = {}
_one_at_a_time = threading.Lock()


def hours_for(db: Connection, account_id: str) -> OfficeHours:
    """Return the hours that hold for an account: its own, else everybody's, else none."""
    own = office.hours_of(db, account_id) if account_id else None
    found = own if own is not None else office.hours_of(db, office.EVERYBODY)
    if found is None:
        return OfficeHours()
    try:
        return office_hours.read(json.loads(found))
    except (Rejected, ValueError):  # a zone that this machine does not know, say
        log.warning("the hours of %s cannot be read", account_id or "everybody")
        return OfficeHours()


def zone_of(db: Connection, account_id: str) -> str:
    """Return the zone in which an account lives: the office's, else the machine's."""
    found = hours_for(db, account_id)
    if found.week is None and found.zone == "UTC":  # nobody set any
        return machine.here()
    return found.zone


def timetable(db: Connection, account_id: str) -> Timetable:
    """Return an account's hours worked out; made once for as long as nothing changes."""
    own = office.hours_of(db, account_id) if account_id else None
    text = own if own is not None else office.hours_of(db, office.EVERYBODY) or ""
    key = (text, office.token(db))
    found = _made.get(key)
    if found is None:
        hours = hours_for(db, account_id)
        if len(_made) > 200:
            _made.clear()
        found = _made[key] = Timetable(hours, office.days(db, hours.calendars))
    return found


def due(desk: Desk, db: Connection, account_id: str) -> Due:
    """Return what tells when an answer is due: our own target, or the platform's window if sooner.

    A time that cannot be true counts as now, as it does for the interaction itself.
    """
    at = timetable(db, account_id)
    default = desk.settings.first_response_minutes
    now = desk.now()

    def tell(kind: str, lane: int, created_at: int, reply_until: int | None) -> int:
        minutes = at.hours.target(kind, lane, default=default)
        ours = at.deadline(ids.sane(created_at, now=now), minutes)
        return ours if reply_until is None else min(ours, reply_until)

    return tell


# keeping up


def work_out(desk: Desk) -> int:
    """Bring the deadlines of all that waits up to date; returns how many moved.

    Reads in one go and writes `CHUNK` at a time; called off the window's thread. Inside a write
    it does nothing: that would hold up every other, and `Engine.call` does it at its end.
    """
    if desk.store.writing:
        return 0
    moved = 0
    with _one_at_a_time:
        mark = desk.store.read(office.stale)
        target = desk.settings.first_response_minutes
        for account_id in sorted(a.id for a in desk.store.read(accounts.every)):
            changed = desk.store.read(lambda db, a=account_id: _changed(desk, db, a))  # type: ignore[misc]
            for n in range(0, len(changed), CHUNK):
                part = changed[n : n + CHUNK]
                desk.store.write(lambda tx, a=account_id, p=part: office.set_due(tx, a, p))  # type: ignore[misc]
            moved += len(changed)
        desk.store.write(lambda tx: office.fresh(tx, mark, target=target))
    return moved


def _changed(desk: Desk, db: Connection, account_id: str) -> list[tuple[int, int, int]]:
    tell = due(desk, db, account_id)
    changed = []
    for one in office.waiting(db, account_id):
        at = tell(one.kind, one.lane, one.created_at, one.reply_until)
        if at != one.due_at:
            changed.append((one.id, one.due_at, at))
    return changed


def stale(desk: Desk) -> bool:
    """Tell whether hours or calendars have changed and deadlines do not follow yet."""
    return desk.store.read(office.stale) != ""


def behind(desk: Desk) -> bool:
    """Tell whether deadlines have to be worked out again: a kill, or a changed setting."""
    target = desk.settings.first_response_minutes
    return desk.store.read(lambda db: office.stale(db) != "" or office.default_target(db) != target)


def keep_up(desk: Desk) -> None:
    """Do what a kill or a change of settings left undone, and let calendars grow with the years."""
    extend(desk)
    if behind(desk):
        work_out(desk)


# calendars


def years(desk: Desk) -> range:
    """Return the years that a calendar covers."""
    this = datetime.fromtimestamp(desk.now() / 1000, UTC).year
    return range(this - 1, this + YEARS_AHEAD + 1)


def public(desk: Desk, country: str) -> Callable[[Tx], None]:
    """Work out a country's days now; returns what keeps them within a transaction.

    Raises Rejected (`bad_calendar`, `unknown_country`).
    """
    span = years(desk)
    days = public_days(country, span)
    first, last = date(span[0], 1, 1), date(span[-1], 12, 31)
    now = desk.now()
    return lambda tx: office.keep_calendar(tx, country, days, (), first=first, last=last, now=now)


def extend(desk: Desk) -> None:
    """Fill public calendars anew where a new year has begun."""
    last = date(years(desk)[-1], 12, 31).isoformat()
    short = [
        c.id
        for c in desk.store.read(office.calendars)
        if not c.id.startswith(OWN) and c.last_day < last
    ]
    for country in short:
        desk.store.write(public(desk, country))


# asking


def must_open(at: Timetable, now: int) -> None:
    """Raise Rejected (`bad_hours`, `never_open`) where nobody is there for a whole year."""
    opened = at.next_open(now)
    if opened is None or opened > now + 366 * DAY:
        raise Rejected("bad_hours", field="week", reason="never_open")


def worked_out(db: Connection, hours: OfficeHours) -> Timetable:
    """Return hours that are not set (yet), worked out with the calendars that are kept."""
    return Timetable(hours, office.days(db, hours.calendars) if hours.calendars else Days())


def notices(desk: Desk) -> list[office.Due]:
    """Return what is about to be overdue and was not told of yet; each is told of once (IN-06)."""
    minutes = desk.settings.notice_minutes
    if not minutes:
        return []
    now = desk.now()
    end = now + minutes * MINUTE
    if not desk.store.read(lambda db: office.untold(db, after=now, before=end)):
        return []
    return desk.store.write(lambda tx: office.take_notices(tx, after=now, before=end, now=now))


BLOCK_LATE = 10 * MINUTE
"""A reply block that began longer ago than this is not announced: the laptop slept."""


def block_begins(desk: Desk) -> int | None:
    """Return the start of the reply block that begins now; each is told of once (IN-12)."""
    now = desk.now()

    def look(db: Connection) -> tuple[int, int]:
        starts = [
            timetable(db, a).block(now)
            for a in (office.EVERYBODY, *(a.id for a in accounts.every(db)))
        ]
        return max((s for s in starts if s is not None), default=0), office.told_block(db)

    at, told = desk.store.read(look)
    if not at or at <= told or now - at > BLOCK_LATE:
        return None
    desk.store.write(lambda tx: office.tell_block(tx, at))
    return at
