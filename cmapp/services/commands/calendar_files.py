"""Commands that bring plans in from tables, and put them out as tables and calendar files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from cmapp.domain import plan_file, table_file
from cmapp.domain.errors import Rejected, Trouble
from cmapp.domain.plan_file import Planned
from cmapp.services import calendar, plan_changes, plan_table
from cmapp.services.desk import Desk
from cmapp.services.plan_table import Found, Problem
from cmapp.services.shapes import Json, in_iso, iso, undo_by
from cmapp.store import campaigns, deeds, drafts
from cmapp.store.database import Tx
from cmapp.store.drafts import Draft
from cmapp.store.sqlite import Connection
from cmapp.system.whole_file import whole

TOLD = 200
"""How many problems an error carries; a dry run lists them all."""


def calendar_import(
    desk: Desk,
    file: str,
    dry_run: bool = False,
    partial: bool = False,
    queue: bool = True,
    encoding: str | None = None,
) -> Json:
    """Take a table of plans (CSV or XLSX) in: all of it, or nothing; a dry run changes nothing.

    A row with an `id` changes that draft, in the columns that were edited and no others; one
    without makes a draft; one that lacks deletes nothing (the column `delete` does). What gets a
    time is queued for it (`queue`), as `plan.set` does. `partial`: take the rows that can be.

    Returns {file, encoding, rows, new, changed, same, deleted, bad, problems: [{row, column,
    code, facts, severity}], plan: [{row, verb, draft, title, at, columns}], applied, queued,
    held, undo}. Raises Rejected: `not_found`; `bad_table`; `table_refused` (facts `size`,
    `problems`) where a row cannot be taken and it is no dry run.
    """
    path = Path(file).expanduser()
    table = table_file.read(_bytes(path), encoding=encoding)
    seen = plan_table.media_finder(desk, path.parent, take=False)
    found = desk.store.read(lambda db: plan_table.look(desk, db, table, seen))
    answer: Json = {"file": file, "applied": False, "queued": 0, "held": [], "undo": None}
    if dry_run:
        return {**answer, **_told(found)}
    _must_be_sound(found, partial=partial)
    taken = plan_table.media_finder(desk, path.parent, take=True)
    try:
        # the files are copied before anything is written, and not inside the transaction
        found = desk.store.read(lambda db: plan_table.look(desk, db, table, taken))
    except Trouble as no:
        raise Rejected("table_refused", field="media", reason="problems", size=1, problems=[
            {"row": 0, "column": "media", "code": no.why, "facts": in_iso(no.facts)}
        ]) from None  # fmt: skip

    pictures = plan_changes.fitted(desk, found)

    def go(tx: Tx) -> tuple[Found, plan_changes.Applied, Json | None]:
        now = plan_table.look(desk, tx.db, table, taken)
        _must_be_sound(now, partial=partial)
        done = plan_changes.apply(desk, tx, now, queue=queue, pictures=pictures)
        if not done.was:
            return now, done, None
        back = undo_by("calendar.put_back", drafts=done.was)
        deeds.add(tx, "calendar.import", {"file": path.name}, now=desk.now(), undo=back)
        return now, done, back

    found, done, back = desk.store.write(go)
    return {
        **answer, **_told(found), "applied": True, "queued": len(done.rows),
        "held": [{**one, "facts": in_iso(one["facts"])} for one in done.held], "undo": back,
    }  # fmt: skip


def _must_be_sound(found: Found, *, partial: bool) -> None:
    if found.stops and not partial:
        raise Rejected(
            "table_refused", field="file", reason="problems", size=len(found.stops),
            problems=[_problem(p) for p in found.stops[:TOLD]],
        )  # fmt: skip


def _told(found: Found) -> Json:
    verbs = Counter(c.verb for c in found.changes)
    return {
        "encoding": found.encoding,
        "rows": len(found.changes),
        "new": verbs["new"],
        "changed": verbs["change"],
        "same": verbs["same"],
        "deleted": verbs["delete"],
        "bad": verbs["bad"],
        "problems": [_problem(p) for p in sorted(found.problems, key=lambda p: p.row)],
        "plan": [
            {
                "row": c.row,
                "verb": c.verb,
                "draft": str(c.before.id) if c.before else None,
                "title": _title(c.after or c.before) if c.after or c.before else "",
                "at": iso(c.after.planned_at) if c.after else None,
                "columns": list(c.columns),
            }
            for c in found.changes
        ],
    }


def _problem(one: Problem) -> Json:
    return {
        "row": one.row, "column": one.column, "code": one.code, "facts": dict(one.facts),
        "severity": one.severity,
    }  # fmt: skip


def _title(one: Draft | None) -> str:
    if one is None:
        return ""
    return one.title or " ".join(one.text.split())[:80]


def put_back(desk: Desk, drafts: Sequence[Mapping[str, Any]]) -> Json:
    """Let drafts be what they were before an import; returns {count}."""
    desk.store.write(lambda tx: plan_changes.put_back(desk, tx, drafts))
    return {"count": len(drafts)}


def calendar_export(
    desk: Desk,
    file: str | None = None,
    first: str | None = None,
    last: str | None = None,
    zone: str | None = None,
    campaign: str | None = None,
) -> Json:
    """Put plans, drafts and ideas out as a table: what is open, or what is planned in some days.

    `file` ends in .csv or .xlsx; without one the CSV is in the answer. Each row has its id and
    the version that it had. Returns {file, rows, csv}. Raises Rejected (`bad_table`, `bad_value`).
    """
    found = desk.store.read(lambda db: _wanted(db, first, last, zone, campaign))
    header, rows = desk.store.read(lambda db: plan_table.written(db, found))
    if file is None:
        made = table_file.write_csv(header, rows)
        return {"file": None, "rows": len(rows), "csv": made.decode("utf-8")}
    path = Path(file).expanduser()
    if path.suffix.lower() == ".xlsx":
        made = table_file.write_xlsx(header, rows)
    elif path.suffix.lower() in (".csv", ".txt"):
        made = table_file.write_csv(header, rows)
    else:
        raise Rejected("bad_table", field="file", reason="unknown_kind_of_file", value=path.name)
    _write(path, made)
    return {"file": str(path), "rows": len(rows), "csv": None}


def _wanted(
    db: Connection, first: str | None, last: str | None, zone: str | None, campaign: str | None
) -> list[Draft]:
    chosen = calendar.campaign_named(db, campaign) if campaign else None
    if first is not None or last is not None:
        begins = calendar.day(first or last or "", "first")
        ends = calendar.day(last or first or "", "last")
        found = drafts.planned(db, *calendar.span(begins, ends, calendar.zone_for(db, zone)))
    else:
        found = drafts.every(db)
        found.sort(key=lambda d: (d.planned_at is None, d.planned_at or 0, d.id))
    return [
        d
        for d in found
        if d.item_id is None and d.post_id is None and (chosen is None or d.campaign_id == chosen)
    ]


def calendar_ics(
    desk: Desk,
    file: str | None = None,
    first: str | None = None,
    last: str | None = None,
    zone: str | None = None,
    alarm: int | None = None,
) -> Json:
    """Put plans out as a calendar file; the same plan has the same UID in each.

    Without days: a week back and a year ahead. `alarm`: minutes before each. Returns {file,
    events, ics}; with `file` it is written there. Raises Rejected.
    """
    if alarm is not None and not 0 <= alarm <= 10_080:
        raise Rejected("bad_value", field="alarm", reason="bad_value", value=str(alarm))
    week = 7 * 86_400_000

    def look(db: Connection) -> tuple[list[Draft], dict[int, str]]:
        begin, end = desk.now() - week, desk.now() + 52 * week
        if first is not None or last is not None:
            begins = calendar.day(first or last or "", "first")
            ends = calendar.day(last or first or "", "last")
            begin, end = calendar.span(begins, ends, calendar.zone_for(db, zone))
        return drafts.planned(db, begin, end), {c.id: c.name for c in campaigns.every(db)}

    found, names = desk.store.read(look)
    desk_id = desk.store.write(deeds.desk_name)
    made = plan_file.write(
        [
            Planned(
                uid=f"plan-{d.id}@{desk_id}.cmapp",
                title=_title(d),
                about=d.text,
                at=d.planned_at or 0,
                made_at=d.made_at,
                changed_at=d.saved_at,
                revision=d.revision,
                sure=d.state == "queued" or d.done_at is not None,
                categories=tuple(n for n in (names.get(d.campaign_id or 0), d.pillar) if n),
            )
            for d in found
        ],
        now=desk.now(),
        alarm=alarm,
    )
    if file is None:
        return {"file": None, "events": len(found), "ics": made.decode("utf-8")}
    _write(Path(file).expanduser(), made)
    return {"file": file, "events": len(found), "ics": None}


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > table_file.MOST_BYTES:
            raise Rejected(
                "bad_table", field="file", reason="too_large", size=path.stat().st_size,
                limit=table_file.MOST_BYTES,
            )  # fmt: skip
        return path.read_bytes()
    except OSError:
        raise Rejected("not_found", field="file", reason="not_found", path=str(path)) from None


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises Rejected (`file_unwritable`)."""
    with whole(path) as file:
        file.write(data)
