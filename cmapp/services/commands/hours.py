"""Commands on office hours, targets and calendars (IN-05, IN-12, IN-15, CA-07).

Hours are given and answered as `domain/hours.write` shows them; `account` "" are the hours of
every account that has none of its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime, tzinfo
from typing import Any

from cmapp.domain import calendar_file, public_days
from cmapp.domain import hours as office_hours
from cmapp.domain.errors import Missing, Rejected
from cmapp.domain.hours import OfficeHours
from cmapp.domain.timetable import MINUTE, Timetable
from cmapp.services import away, clocks
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, iso, number, undo_by
from cmapp.store import accounts, deeds, inbox, lanes, office
from cmapp.store.database import Tx
from cmapp.store.sqlite import Connection


def _must_be_there(db: Connection, account: str) -> None:
    if account and accounts.by_id(db, account) is None:
        raise Missing("unknown_account", id=account)


def _now(at: Timetable, now: int, default: int) -> Json:
    """Return what holds at a moment: {open, reopens, closes, due: {default, negative}}."""
    opened = at.is_open(now)
    due = {
        name: iso(at.deadline(now, at.hours.target("mention", lane, default=default)))
        for name, lane in (("default", lanes.NORMAL), ("negative", lanes.NEGATIVE))
    }
    return {
        "open": opened,
        "reopens": None if opened else iso(at.next_open(now)),
        "closes": iso(at.closes(now)) if opened else None,
        "due": due,
    }


def show(desk: Desk, account: str = "") -> Json:
    """Return {account, own, hours, now: {open, reopens, closes, due}, accounts: [with own hours]}.

    `own`: these hours were set for just this account (or for all, where none is named).
    """

    def look(db: Connection) -> Json:
        _must_be_there(db, account)
        at = clocks.timetable(db, account)
        known = office.every(db)
        return {
            "account": account,
            "own": account in known,
            "hours": office_hours.write(at.hours),
            "now": _now(at, desk.now(), desk.settings.first_response_minutes),
            "accounts": sorted(k for k in known if k),
        }

    return desk.store.read(look)


def _checked(desk: Desk, db: Connection, found: Mapping[str, Any]) -> Timetable:
    """Return hours worked out. Raises Rejected: `bad_hours` with what is wrong."""
    hours = office_hours.read(found)
    kept = {c.id for c in office.calendars(db)}
    for name in hours.calendars:
        if name not in kept:
            raise Rejected("bad_hours", field="calendars", reason="unknown_calendar", value=name)
    at = clocks.worked_out(db, hours)
    clocks.must_open(at, desk.now())
    return at


def check(desk: Desk, hours: Mapping[str, Any]) -> Json:
    """Look at hours without keeping them: {hours, now: …} as `hours.show`, or Rejected."""
    at = desk.store.read(lambda db: _checked(desk, db, hours))
    return {
        "hours": office_hours.write(at.hours),
        "now": _now(at, desk.now(), desk.settings.first_response_minutes),
    }


def set_(desk: Desk, hours: Mapping[str, Any] | None = None, account: str = "") -> Json:
    """Set the hours of an account or of all; None takes an account's own away.

    Returns what `hours.show` does, with `moved` (how many deadlines did) and `undo`.
    Raises Rejected (`bad_hours`): nothing is changed then.
    """

    def go(tx: Tx) -> Json:
        _must_be_there(tx.db, account)
        old = office.hours_of(tx.db, account)
        new = None
        if hours is not None:
            new = office_hours.write(_checked(desk, tx.db, hours).hours)
        before = json.loads(old) if old is not None else None
        office.put(tx, account, new, now=desk.now())
        undo = undo_by("hours.set", account=account, hours=before)
        deeds.add(tx, "hours.set", {"account": account, "hours": new}, now=desk.now(), undo=undo)
        return undo

    undo = desk.store.write(go)
    moved = clocks.work_out(desk)
    return {**show(desk, account), "moved": moved, "undo": undo}


def _moment(at: str | int, zone: tzinfo) -> int:
    """Read a moment: UTC ms, or ISO 8601 (without a zone: on the office's wall).

    Raises Rejected (`bad_value`).
    """
    if isinstance(at, int):
        return at
    try:
        found = datetime.fromisoformat(at.strip())
        return int(found.replace(tzinfo=found.tzinfo or zone).timestamp() * 1000)
    except (ValueError, OverflowError):
        raise Rejected("bad_value", field="at", reason="not_a_time", value=at[:40]) from None


def deadline(
    desk: Desk,
    at: str | int | None = None,
    account: str = "",
    kind: str = "mention",
    lane: str = "normal",
    minutes: int | None = None,
) -> Json:
    """Return {at, minutes, due, open, reopens, left}: until when a message of `at` has to wait.

    `left` is minutes from now, negative where the deadline is past.
    """
    if lane not in office_hours.LANES or kind not in office_hours.TARGETS:
        raise Rejected("bad_hours", field="lane", reason="bad_target", value=f"{kind} {lane}"[:40])

    def look(db: Connection) -> Json:
        _must_be_there(db, account)
        found = clocks.timetable(db, account)
        start = desk.now() if at is None else _moment(at, office_hours.zone(found.hours.zone))
        default = desk.settings.first_response_minutes
        wanted = minutes or found.hours.target(
            kind, office_hours.LANES.index(lane), default=default
        )
        due = found.deadline(start, wanted)
        opened = found.is_open(start)
        return {
            "at": iso(start),
            "minutes": wanted,
            "due": iso(due),
            "open": opened,
            "reopens": None if opened else iso(found.next_open(start)),
            "left": (due - desk.now()) // MINUTE,
        }

    return desk.store.read(look)


def away_text(desk: Desk, item: str = "", account: str = "") -> Json:
    """Return {open, text, account}: the away text as it would stand now, None while open.

    `item`: for the account that the item came to. It is a proposal; nothing is sent.
    """

    def look(db: Connection) -> Json:
        whose = account
        if item:
            found = inbox.by_id(db, number(item))
            if found is None:
                raise Missing("unknown_item", id=item)
            whose = found.account_id
        _must_be_there(db, whose)
        at = clocks.timetable(db, whose)
        text = away.text_at(at, desk.now(), wish=desk.settings.language)
        return {"open": text is None, "text": text, "account": whose}

    return desk.store.read(look)


def notices(desk: Desk) -> Json:
    """Return {due: [{id, name, lane, due_at}], block}: what is to be told now, each thing once.

    `due_at` and `block` (the start of a reply block) are UTC ms.
    """
    return {
        "due": [
            {
                "id": str(d.id),
                "name": d.name,
                "lane": office_hours.LANES[d.lane],
                "due_at": d.due_at,
            }
            for d in clocks.notices(desk)
        ],
        "block": clocks.block_begins(desk),
    }


# calendars


def _calendar_json(found: office.Calendar) -> Json:
    return {
        "id": found.id,
        "first_day": found.first_day,
        "last_day": found.last_day,
        "days": found.days,
        "closed": found.closed,
        "kept_at": iso(found.kept_at),
    }


def calendars(desk: Desk) -> Json:
    """Return {calendars: [{id, first_day, last_day, days, closed}], countries: [codes]}."""
    kept = desk.store.read(office.calendars)
    return {
        "calendars": [_calendar_json(c) for c in kept],
        "countries": list(public_days.FIRST_CHOICES),
    }


def days(desk: Desk, calendar: str, year: int | None = None) -> Json:
    """Return {days: [{day, name, works}], closed: [{from, to, name}]} of one calendar."""

    def look(db: Connection) -> Json:
        if calendar not in {c.id for c in office.calendars(db)}:
            raise Missing("unknown_calendar", id=calendar)
        return {
            "days": [
                {"day": d.day.isoformat(), "name": d.name, "works": d.works}
                for d in office.days_of(db, calendar)
                if year is None or d.day.year == year
            ],
            "closed": [
                {"from": iso(a), "to": iso(b), "name": name}
                for (a, b), name in office.closed_of(db, calendar)
            ],
        }

    return desk.store.read(look)


def add_country(desk: Desk, country: str, account: str = "", follow: bool = True) -> Json:
    """Keep a country's public holidays; with `follow` the hours of `account` go by them.

    Raises Rejected (`bad_calendar`, `unknown_country`).
    """
    code = country.strip().upper()
    keep = clocks.public(desk, code)
    whose = account if follow else None
    return _kept(desk, code, whose, keep, "hours.holidays.add", {"country": code})


def import_file(desk: Desk, name: str, text: str, account: str = "", follow: bool = True) -> Json:
    """Keep a calendar file (its text) as `ics:name`; `account` and `follow` as `add_country`.

    A file of that name that was kept before is replaced. Raises Rejected (`bad_calendar`):
    nothing is changed then.
    """
    own = " ".join(name.split())[:60]
    if not own:
        raise Rejected("bad_calendar", field="name", reason="empty")
    span = clocks.years(desk)
    first, last = date(span[0], 1, 1), date(span[-1], 12, 31)
    zone = desk.store.read(lambda db: clocks.hours_for(db, account)).zone
    try:
        data = text.encode()
    except UnicodeError:
        raise Rejected("bad_calendar", reason="not_ics") from None
    found = calendar_file.read(data, office_hours.zone(zone), first=first, last=last)
    now = desk.now()

    def keep(tx: Tx) -> None:
        office.keep_calendar(
            tx, clocks.OWN + own, found.days, found.closed, first=first, last=last, now=now
        )

    whose = account if follow else None
    return _kept(desk, clocks.OWN + own, whose, keep, "hours.holidays.import", {"name": own})


def _kept(
    desk: Desk,
    calendar: str,
    account: str | None,
    keep: Callable[[Tx], None],
    command: str,
    args: Mapping[str, Any],
) -> Json:
    """Keep a calendar and let an account's hours (None: nobody's) follow it, in one go."""

    def go(tx: Tx) -> Json:
        _must_be_there(tx.db, account or "")
        undo = _as_it_was(tx.db, calendar, account)
        keep(tx)
        hours = clocks.hours_for(tx.db, account or "")
        if account is not None and calendar not in hours.calendars:
            with_it = {
                **office_hours.write(hours),
                "calendars": [*hours.calendars, calendar],
            }
            office.put(tx, account, with_it, now=desk.now())
        for one in ("", *office.every(tx.db)):
            clocks.must_open(clocks.timetable(tx.db, one), desk.now())
        deeds.add(tx, command, {**args, "account": account}, now=desk.now(), undo=undo)
        return undo

    undo = desk.store.write(go)
    moved = clocks.work_out(desk)
    (one,) = [c for c in calendars(desk)["calendars"] if c["id"] == calendar]
    return {"calendar": one, "moved": moved, "undo": undo}


def _as_it_was(db: Connection, calendar: str, account: str | None = None) -> Json:
    """Return the command that puts a calendar, and all hours, back as they are now."""
    kept = next((c for c in office.calendars(db) if c.id == calendar), None)
    known = office.every(db)
    return undo_by(
        "hours.holidays.restore",
        calendar=calendar,
        hours=({} if account is None else {account: None})
        | {k: json.loads(v) for k, v in known.items()},
        span=[kept.first_day, kept.last_day] if kept else None,
        days=[[d.day.isoformat(), d.name, d.works] for d in office.days_of(db, calendar)],
        closed=[[*span, name] for span, name in office.closed_of(db, calendar)],
    )


def restore(
    desk: Desk,
    calendar: str,
    hours: Mapping[str, Mapping[str, Any] | None] | None = None,
    span: list[str] | None = None,
    days: list[list[Any]] | None = None,
    closed: list[list[Any]] | None = None,
) -> Json:
    """Put a calendar and hours back: the undo of the commands on calendars."""

    def go(tx: Tx) -> Json:
        undo = _as_it_was(tx.db, calendar)
        undo["args"]["hours"] |= {a: None for a in hours or () if a not in undo["args"]["hours"]}
        if span is None:
            office.forget_calendar(tx, calendar)
        else:
            office.keep_calendar(
                tx,
                calendar,
                [public_days.Day(date.fromisoformat(d), n, bool(w)) for d, n, w in days or ()],
                [((a, b), n) for a, b, n in closed or ()],
                first=date.fromisoformat(span[0]),
                last=date.fromisoformat(span[1]),
                now=desk.now(),
            )
        for account, own in (hours or {}).items():
            office.put(tx, account, own, now=desk.now())
        return undo

    undo = desk.store.write(go)
    return {"moved": clocks.work_out(desk), "undo": undo}


def remove(desk: Desk, calendar: str) -> Json:
    """Strike a calendar out, and out of the hours that follow it. Raises Missing."""

    def go(tx: Tx) -> Json:
        if calendar not in {c.id for c in office.calendars(tx.db)}:
            raise Missing("unknown_calendar", id=calendar)
        undo = _as_it_was(tx.db, calendar)
        office.forget_calendar(tx, calendar)
        for account in office.every(tx.db):
            hours: OfficeHours = clocks.hours_for(tx.db, account)
            if calendar in hours.calendars:
                rest = [c for c in hours.calendars if c != calendar]
                put = {**office_hours.write(hours), "calendars": rest}
                office.put(tx, account, put, now=desk.now())
        deeds.add(tx, "hours.holidays.remove", {"calendar": calendar}, now=desk.now(), undo=undo)
        return undo

    undo = desk.store.write(go)
    return {"moved": clocks.work_out(desk), "undo": undo}
