"""Reports that are made by themselves: weekly or monthly, at a time of day, into a folder.

Each is made once for each time that comes, as of that time. What was missed while the machine
slept is made when it wakes; what cannot be written stays due, is told as a problem, and is tried
again.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

from cmapp.domain import hours, plan_times
from cmapp.domain.errors import Rejected, Trouble
from cmapp.services.desk import Desk
from cmapp.store import accounts, problems, reports
from cmapp.store.database import Tx
from cmapp.store.reports import Schedule

AGAIN = 600_000
"""After how long (ms) one that could not be made is tried again."""
PATIENCE = 300_000
"""For how long (ms) one waits for accounts to be read after its time: then it knows more."""
MOST_MISSED = 12
"""Of how many times that were missed reports are made; older ones are passed over."""

Make = Callable[[Desk, Schedule], None]


def following(one: Schedule, after: int) -> int:
    """Return the first time of a schedule after a moment (UTC ms)."""
    day = plan_times.local(after, hours.zone(one.zone)).date()
    hour, minute = one.wall.split(":")
    for _ in range(70):
        if _fits(one, day):
            wall = datetime.combine(day, time(int(hour), int(minute)))
            at = plan_times.moment(wall, one.zone, strict=False)
            if at > after:
                return at
        day += timedelta(days=1)
    raise AssertionError(one)


def _fits(one: Schedule, day: date) -> bool:
    return day.weekday() == one.day if one.every == "weekly" else day.day == one.day


def checked(every: str, day: int, wall: str) -> tuple[str, int, str]:
    """Return the parts of a schedule. Raises Rejected (`bad_value`)."""
    if every not in ("weekly", "monthly"):
        raise Rejected("bad_value", field="every", reason="bad_value", value=every[:40])
    if not (0 <= day <= 6 if every == "weekly" else 1 <= day <= 28):
        raise Rejected("bad_value", field="day", reason="bad_value", value=str(day))
    found = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", wall.strip())
    if found is None:
        raise Rejected("bad_value", field="at", reason="bad_value", value=wall[:40])
    return every, day, f"{int(found[1]):02}:{found[2]}"


def keep_up(desk: Desk, make: Make) -> int:
    """Make what is due; returns how many files were made."""
    made = 0
    for one in desk.store.read(lambda db: reports.due(db, desk.now())):
        made += _keep_up(desk, one, make)
    return made


def _keep_up(desk: Desk, one: Schedule, make: Make) -> int:
    if one.try_at > desk.now():
        return 0
    if one.try_at < one.next_at and not _read_since(desk, one.next_at):
        _put(desk, dataclasses.replace(one, try_at=desk.now() + PATIENCE))
        return 0
    made = 0
    one = _newest(one, desk.now())
    while one.next_at <= desk.now():
        try:
            place = Path(one.wish["folder"])
            if not place.is_dir():
                raise Rejected("file_unwritable", field="out", path=str(place),
                               why="no such folder")  # fmt: skip
            make(desk, one)
        except Trouble as no:
            _stopped(desk, one, no)
            return made
        made += 1
        one = dataclasses.replace(one, next_at=following(one, one.next_at), try_at=0, trouble="")
        _put(desk, one)
    settle(desk)
    return made


def _newest(one: Schedule, now: int) -> Schedule:
    """Return a schedule without the times that are too long past to be made."""
    times = [one.next_at]
    while times[-1] <= now:
        times.append(following(one, times[-1]))
    missed = times[:-1]
    return dataclasses.replace(one, next_at=missed[-MOST_MISSED:][0])


def _read_since(desk: Desk, at: int) -> bool:
    """Tell whether every account that is read was read after a moment."""
    return all(
        (one.synced_at or 0) >= at
        for one in desk.store.read(accounts.every)
        if one.state == "active"
    )


def _stopped(desk: Desk, one: Schedule, no: Trouble) -> None:
    said = str(no.facts.get("why") or "")
    facts = {"folder": one.wish["folder"], "code": no.why, "why": said}

    def go(tx: Tx) -> None:
        later = dataclasses.replace(one, try_at=desk.now() + AGAIN, trouble=no.why)
        reports.put_schedule(tx, later)
        problems.report(tx, "report_not_made", now=desk.now(), facts=facts)

    desk.store.write(go)


def _put(desk: Desk, one: Schedule) -> None:
    desk.store.write(lambda tx: reports.put_schedule(tx, one))


def settle(desk: Desk) -> None:
    """Strike the problem out once no schedule has one."""
    left = desk.store.read(lambda db: [s for s in reports.schedules(db) if s.trouble])
    known = desk.store.read(problems.every)
    if not left and any(p.code == "report_not_made" for p in known):
        desk.store.write(lambda tx: problems.solve(tx, "report_not_made"))
