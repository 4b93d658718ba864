"""Report templates of one's own, schedules, and which reports were made."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cmapp.store import ids, sqlite
from cmapp.store.database import Tx


@dataclass(frozen=True, slots=True)
class Template:
    """A template of one's own. `body`: {title, language, logo, period, blocks}."""

    id: int
    name: str
    body: dict[str, Any]
    saved_at: int


@dataclass(frozen=True, slots=True)
class Schedule:
    """Files to be made again and again. `wish`: {template, format, folder, language, accounts …}.

    `every`: weekly (`day` 0 is Monday) or monthly (`day` 1-28), at `wall` (09:00) in `zone`.
    `next_at` (UTC ms) is the next time that is not made yet, not tried before `try_at`; `trouble`:
    the code of why the last try failed.
    """

    id: int
    every: str
    day: int
    wall: str
    zone: str
    wish: dict[str, Any]
    next_at: int
    try_at: int
    made_at: int
    trouble: str


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made: where it was put, and the hash that it carries."""

    id: int
    made_at: int
    as_of: int
    title: str
    template: str
    format: str
    path: str
    hash: str
    schedule_id: int | None


def templates(db: sqlite.Connection) -> list[Template]:
    """Return the templates of one's own, by name."""
    found = db.execute("SELECT id, name, body, saved_at FROM report_templates ORDER BY name, id")
    return [Template(r[0], r[1], json.loads(r[2]), r[3]) for r in found]


def template(db: sqlite.Connection, number: int) -> Template | None:
    """Return one template."""
    return next((one for one in templates(db) if one.id == number), None)


def save_template(
    tx: Tx, number: int | None, name: str, body: Mapping[str, Any], *, now: int
) -> int:
    """Make a template (without `number`), or write one anew; returns its id."""
    made = number if number is not None else ids.new(tx.db, "report_templates", now)
    tx.db.execute(
        """INSERT INTO report_templates VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
           SET name = excluded.name, body = excluded.body, saved_at = excluded.saved_at""",
        (made, name, json.dumps(dict(body), ensure_ascii=False), now),
    )
    tx.touch("reports")
    return made


def delete_template(tx: Tx, number: int) -> None:
    """Strike a template out."""
    tx.db.execute("DELETE FROM report_templates WHERE id = ?", (number,))
    tx.touch("reports")


_SCHEDULE = "id, every, day, wall, zone, wish, next_at, try_at, made_at, trouble"


def schedules(db: sqlite.Connection) -> list[Schedule]:
    """Return the schedules, the next one first."""
    found = db.execute(f"SELECT {_SCHEDULE} FROM report_schedules ORDER BY next_at, id")
    return [Schedule(**{**dict(r), "wish": json.loads(r["wish"])}) for r in found]


def due(db: sqlite.Connection, now: int) -> list[Schedule]:
    """Return the schedules whose time has come, the longest due first."""
    return [one for one in schedules(db) if one.next_at <= now]


def put_schedule(tx: Tx, one: Schedule) -> None:
    """Write a schedule down, a new one or one that is there."""
    tx.db.execute(
        f"INSERT OR REPLACE INTO report_schedules ({_SCHEDULE}) VALUES (?,?,?,?,?,?,?,?,?,?)",
        (one.id, one.every, one.day, one.wall, one.zone,
         json.dumps(one.wish, ensure_ascii=False), one.next_at, one.try_at, one.made_at,
         one.trouble),
    )  # fmt: skip
    tx.touch("reports")


def delete_schedule(tx: Tx, number: int) -> None:
    """Strike a schedule out; the files stay."""
    tx.db.execute("DELETE FROM report_schedules WHERE id = ?", (number,))
    tx.touch("reports")


def note_made(tx: Tx, one: Made) -> None:
    """Note a file that was made."""
    tx.db.execute(
        "INSERT INTO report_made VALUES (?,?,?,?,?,?,?,?,?)",
        (one.id, one.made_at, one.as_of, one.title, one.template, one.format, one.path, one.hash,
         one.schedule_id),
    )  # fmt: skip
    tx.touch("reports")


def made(db: sqlite.Connection, *, limit: int = 100) -> list[Made]:
    """Return the files that were made, the newest first."""
    found = db.execute("SELECT * FROM report_made ORDER BY id DESC LIMIT ?", (limit,))
    return [Made(*r) for r in found]
