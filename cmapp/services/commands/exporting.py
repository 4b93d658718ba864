"""Commands that put the views of the profile's file out as files (N6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from cmapp.domain.errors import Rejected
from cmapp.services import calendar, exporting, open_data
from cmapp.services.desk import Desk
from cmapp.services.exporting import FORMATS, Asked
from cmapp.services.shapes import Json
from cmapp.store.sqlite import Connection


def export_list(desk: Desk) -> Json:
    """Return {views: [{name, about, columns: [{name, type}]}], queries: [{name, about, sql}],
    formats}; `about` by language.
    """  # noqa: D205
    return {
        "views": [
            {
                "name": one.name, "about": dict(one.about),
                "columns": [{"name": c.name, "type": c.type} for c in one.columns],
            }
            for one in open_data.views()
        ],
        "queries": [
            {"name": q.name, "about": dict(q.about), "sql": q.sql} for q in open_data.queries()
        ],
        "formats": list(FORMATS),
    }  # fmt: skip


def export_run(
    desk: Desk,
    view: str,
    out: str,
    format: str = "csv",
    since: str | int | None = None,
    until: str | int | None = None,
    accounts: Sequence[str] = (),
    zone: str | None = None,
    raw: bool = False,
) -> Json:
    """Write a view into the file `out`, or `all` of them into the folder `out`.

    `since` and `until` are days of the zone (the last one belongs to it) or UTC ms. Views without
    times, or without accounts, are written whole. Each file is there whole or not at all.

    Returns {files: [{view, file, rows, bytes, narrowed}]}. Raises Missing (`unknown_view`,
    `unknown_account`), Rejected (`bad_value`, `file_unwritable`).
    """
    asked = wanted(desk, format, since, until, accounts, zone, raw)
    path = Path(out).expanduser()
    if view != "all":
        one = open_data.view(view)
        return {"files": [asdict(desk.store.read(
            lambda db: exporting.to_file(db, one, asked, path)))]}  # fmt: skip
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise Rejected(
            "file_unwritable", field="file", reason="file_unwritable", path=out,
            said=problem.strerror or "",
        ) from None  # fmt: skip

    def go(db: Connection) -> Json:  # one read: all of them tell of the same moment
        ending = FORMATS[asked.format]
        made = [
            exporting.to_file(db, v, asked, path / f"{v.name.removeprefix('v_')}{ending}")
            for v in open_data.views()
        ]
        return {"files": [asdict(one) for one in made]}

    return desk.store.read(go)


def wanted(
    desk: Desk,
    format: str,
    since: str | int | None,
    until: str | int | None,
    accounts: Sequence[str],
    zone: str | None,
    raw: bool,
) -> Asked:
    """Return what is asked for, put right. Raises as `export_run`."""
    if format not in FORMATS:
        raise Rejected("bad_value", field="format", reason="bad_value", value=format[:40])
    whose = tuple(desk.account(a).id for a in accounts)
    named = desk.store.read(lambda db: calendar.zone_for(db, zone))

    def moment(given: str | int | None, field: str) -> int | None:
        if given is None or isinstance(given, int):
            return given
        day = calendar.day(given, field)
        return calendar.span(day, day, named)[field == "until"]

    asked = Asked(format, moment(since, "since"), moment(until, "until"), whose, raw)
    if asked.since is not None and asked.until is not None and asked.since >= asked.until:
        raise Rejected("bad_value", field="until", reason="ends_before_start", value=str(until))
    return asked
