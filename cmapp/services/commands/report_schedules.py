"""Commands on schedules of reports, and what the engine does when the time of one has come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from cmapp.domain import report as model
from cmapp.domain.errors import Missing, Rejected
from cmapp.services import calendar
from cmapp.services.commands import report_templates, reports
from cmapp.services.desk import Desk
from cmapp.services.reports import scheduling
from cmapp.services.shapes import Json, iso, number, undo_by
from cmapp.store import deeds, ids
from cmapp.store import reports as store
from cmapp.store.database import Tx
from cmapp.store.reports import Schedule
from cmapp.store.sqlite import Connection


def schedules_list(desk: Desk) -> Json:
    """Return {schedules: [{id, template, every, day, at, zone, format, folder, next_at, …}]}."""
    return {"schedules": [_shown(one) for one in desk.store.read(store.schedules)]}


def _shown(one: Schedule) -> Json:
    return {
        "id": str(one.id),
        "template": one.wish["template"],
        "every": one.every,
        "day": one.day,
        "at": one.wall,
        "zone": one.zone,
        "format": one.wish["format"],
        "folder": one.wish["folder"],
        "language": one.wish["language"],
        "accounts": one.wish["accounts"],
        "next_at": iso(one.next_at),
        "trouble": one.trouble or None,
    }


def schedule_save(
    desk: Desk,
    template: str,
    folder: str,
    every: str = "weekly",
    day: int | None = None,
    at: str = "09:00",
    zone: str | None = None,
    format: str = "html",
    language: str = "",
    accounts: Sequence[str] = (),
    id: str | None = None,
) -> Json:
    """Let a report be made again and again; returns {schedule, undo}.

    `every`: weekly (`day` 0 is Monday, the default) or monthly (`day` 1 to 28, 1 by default);
    `at`: a time of day in `zone`; `folder`: an absolute path of a folder that is there.
    Raises Missing (`unknown_template`, `unknown_account`, `unknown_schedule`), Rejected
    (`bad_value`, `bad_hours`, `file_unwritable`).
    """
    which = day if day is not None else (0 if every == "weekly" else 1)
    every, which, wall = scheduling.checked(every, which, at)
    if format not in model.FORMATS:
        raise Rejected("bad_value", field="format", reason="bad_value", value=format[:40])
    if language and language not in model.LANGUAGES:
        raise Rejected("bad_value", field="language", reason="bad_value", value=language[:40])
    place = Path(folder).expanduser()
    if not place.is_absolute() or not place.is_dir():
        raise Rejected("file_unwritable", field="folder", path=folder[:300], why="no such folder")
    found = desk.store.read(lambda db: report_templates.find(db, template))
    wish = {
        "template": found.id or found.name,
        "format": format,
        "folder": str(place),
        "language": language,
        "accounts": [desk.account(a).id for a in accounts],
    }
    named = desk.store.read(lambda db: calendar.zone_for(db, zone))

    def go(tx: Tx) -> tuple[Schedule, Json]:
        old = _one(tx.db, id) if id is not None else None
        made = old.id if old else ids.new(tx.db, "report_schedules", desk.now())
        one = Schedule(made, every, which, wall, named, wish, 0, 0, desk.now(), "")
        one = _with_next(one, desk.now())
        store.put_schedule(tx, one)
        return one, _kept(desk, tx, "report.schedule_save", made, old)

    one, back = desk.store.write(go)
    return {"schedule": _shown(one), "undo": back}


def _with_next(one: Schedule, now: int) -> Schedule:
    return replace(one, next_at=scheduling.following(one, now))


def schedule_delete(desk: Desk, id: str) -> Json:
    """End a schedule; the files stay. Returns {undo}. Raises Missing (`unknown_schedule`)."""

    def go(tx: Tx) -> Json:
        old = _one(tx.db, id)
        store.delete_schedule(tx, old.id)
        return _kept(desk, tx, "report.schedule_delete", old.id, old)

    back = desk.store.write(go)
    scheduling.settle(desk)
    return {"undo": back}


def schedule_put_back(desk: Desk, id: str, was: Mapping[str, Any] | None) -> Json:
    """Bring a schedule back to what it was; None: it was not there. Returns {}.

    Times that passed meanwhile are not made up for.
    """
    which = number(id, "unknown_schedule")

    def go(tx: Tx) -> None:
        if was is None:
            store.delete_schedule(tx, which)
            return
        store.put_schedule(tx, _with_next(Schedule(**was), desk.now()))

    try:
        desk.store.write(go)
    except (KeyError, TypeError):
        raise Rejected("bad_value", field="was", reason="bad_value") from None
    return {}


def _kept(desk: Desk, tx: Tx, command: str, made: int, old: Schedule | None) -> Json:
    back = undo_by("report.schedule_put_back", id=str(made), was=asdict(old) if old else None)
    deeds.add(tx, command, {"id": str(made)}, now=desk.now(), undo=back)
    return back


def _one(db: Connection, id: str) -> Schedule:
    which = number(id, "unknown_schedule")
    for one in store.schedules(db):
        if one.id == which:
            return one
    raise Missing("unknown_schedule", id=id[:80])


def keep_up(desk: Desk) -> int:
    """Make the reports whose time has come; returns how many."""
    return scheduling.keep_up(desk, _make)


def _make(desk: Desk, one: Schedule) -> None:
    wish = one.wish
    wanted = desk.store.read(lambda db: report_templates.find(db, wish["template"]))
    query = reports.query_of(
        desk, wanted, as_of=one.next_at, zone=one.zone, language=wish["language"],
        accounts=wish["accounts"],
    )  # fmt: skip
    report = reports.made_now(desk, query)
    path = reports.write_out(
        desk, report, wanted.name, wish["format"], out=None, folder=wish["folder"]
    )
    reports.keep(desk, report, wanted.name, wish["format"], path, one.id)
