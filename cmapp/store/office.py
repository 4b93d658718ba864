"""Office hours, days off, and the deadlines that follow from them, as rows."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cmapp.domain.hours import Days, Span
from cmapp.domain.public_days import Day
from cmapp.store import sqlite
from cmapp.store.database import Tx

EVERYBODY = ""
"""Stands for the hours of every account that has none of its own."""


def hours_of(db: sqlite.Connection, account_id: str) -> str | None:
    """Return the hours set for just this account (or for `EVERYBODY`), as JSON."""
    found = db.execute("SELECT hours FROM office_hours WHERE account_id = ?", (account_id,))
    row = found.fetchone()
    return str(row[0]) if row else None


def every(db: sqlite.Connection) -> dict[str, str]:
    """Return all hours that are set, as JSON by account."""
    return {r[0]: r[1] for r in db.execute("SELECT account_id, hours FROM office_hours")}


def put(tx: Tx, account_id: str, hours: Mapping[str, Any] | None, *, now: int) -> None:
    """Set the hours of an account; None takes its own away."""
    if hours is None:
        tx.db.execute("DELETE FROM office_hours WHERE account_id = ?", (account_id,))
    else:
        tx.db.execute(
            "INSERT INTO office_hours VALUES (?, ?, ?) ON CONFLICT (account_id)"
            " DO UPDATE SET hours = excluded.hours, changed_at = excluded.changed_at",
            (account_id, json.dumps(dict(hours), ensure_ascii=False), now),
        )
    go_stale(tx)


# calendars


@dataclass(frozen=True, slots=True)
class Calendar:
    """A list of days off: `CN`, or `ics:name` for a file of one's own. Days are ISO dates."""

    id: str
    first_day: str
    last_day: str
    kept_at: int
    days: int
    closed: int


def calendars(db: sqlite.Connection) -> list[Calendar]:
    """Return the calendars that are kept, by name."""
    found = db.execute(
        """SELECT calendar, first_day, last_day, kept_at,
             (SELECT count(*) FROM days_off d WHERE d.calendar = c.calendar),
             (SELECT count(*) FROM closed_times t WHERE t.calendar = c.calendar)
           FROM calendars c ORDER BY calendar"""
    )
    return [Calendar(*r) for r in found]


def keep_calendar(
    tx: Tx,
    calendar: str,
    days: Iterable[Day],
    closed: Iterable[tuple[Span, str]],
    *,
    first: date,
    last: date,
    now: int,
) -> None:
    """Keep a calendar in the place of what it held before."""
    forget_calendar(tx, calendar)
    tx.db.execute(
        "INSERT INTO calendars VALUES (?, ?, ?, ?)",
        (calendar, first.isoformat(), last.isoformat(), now),
    )
    tx.db.executemany(
        "INSERT INTO days_off VALUES (?, ?, ?, ?)",
        [(calendar, d.day.isoformat(), d.name, int(d.works)) for d in days],
    )
    tx.db.executemany(
        "INSERT INTO closed_times VALUES (?, ?, ?, ?)",
        [(calendar, a, b, name) for (a, b), name in closed],
    )


def forget_calendar(tx: Tx, calendar: str) -> None:
    """Strike a calendar out."""
    for table in ("calendars", "days_off", "closed_times"):
        tx.db.execute(f"DELETE FROM {table} WHERE calendar = ?", (calendar,))
    go_stale(tx)


def days_of(db: sqlite.Connection, calendar: str) -> list[Day]:
    """Return the days of one calendar, in order."""
    found = db.execute(
        "SELECT day, name, works FROM days_off WHERE calendar = ? ORDER BY day", (calendar,)
    )
    return [Day(date.fromisoformat(r[0]), r[1], bool(r[2])) for r in found]


def closed_of(db: sqlite.Connection, calendar: str) -> list[tuple[Span, str]]:
    """Return the spans in which one calendar closes, in order."""
    found = db.execute(
        "SELECT start_at, end_at, name FROM closed_times WHERE calendar = ? ORDER BY start_at",
        (calendar,),
    )
    return [((r[0], r[1]), r[2]) for r in found]


def days(db: sqlite.Connection, calendars: Iterable[str]) -> Days:
    """Return what these calendars say together: a make-up day of one stands against the others."""
    found = [(c, d) for c in calendars for d in days_of(db, c)]
    works = frozenset(d.day for _, d in found if d.works)
    return Days(
        off=frozenset(d.day for _, d in found if not d.works) - works,
        works=works,
        closed=tuple(s for c in calendars for s, _ in closed_of(db, c)),
    )


# what follows

_STALE, _TOKEN, _TARGET = "deadlines_stale", "office_token", "deadlines_target"


def _meta(db: sqlite.Connection, name: str) -> str:
    found = db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    return str(found[0]) if found else ""


def _set_meta(tx: Tx, name: str, value: str) -> None:
    tx.db.execute(
        "INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )


def token(db: sqlite.Connection) -> str:
    """Return a word that changes with hours and calendars: what is worked out hangs on it."""
    return _meta(db, _TOKEN)


def go_stale(tx: Tx) -> None:
    """Note that deadlines have to be worked out again; it survives a kill."""
    mark = secrets.token_hex(8)
    _set_meta(tx, _TOKEN, mark)
    _set_meta(tx, _STALE, mark)
    tx.touch("hours")


def stale(db: sqlite.Connection) -> str:
    """Return the mark of the last change that deadlines do not follow yet, "" if there is none."""
    return _meta(db, _STALE)


def default_target(db: sqlite.Connection) -> int | None:
    """Return the general target (minutes) that deadlines were last worked out with."""
    found = _meta(db, _TARGET)
    return int(found) if found else None


def fresh(tx: Tx, mark: str, *, target: int) -> None:
    """Note that deadlines follow the change `mark`, unless another has come since."""
    _set_meta(tx, _TARGET, str(target))
    if stale(tx.db) == mark:
        _set_meta(tx, _STALE, "")


@dataclass(frozen=True, slots=True)
class Waiting:
    """An interaction that waits for an answer, as far as its deadline needs it. UTC ms."""

    id: int
    kind: str
    lane: int
    created_at: int
    due_at: int
    reply_until: int | None


def waiting(db: sqlite.Connection, account_id: str) -> Iterator[Waiting]:
    """Yield what is open or put off and waits for an answer of one account."""
    for r in db.execute(
        """SELECT i.id, i.kind, i.lane, i.created_at, i.due_at, s.reply_until
           FROM interactions i LEFT JOIN post_states s
             ON s.account_id = i.account_id AND s.post_id = i.post_id
           WHERE i.account_id = ? AND i.state IN ('open', 'waiting') AND i.needs_reply = 1""",
        (account_id,),
    ):
        yield Waiting(*r)


def set_due(tx: Tx, account_id: str, dues: Iterable[tuple[int, int, int]]) -> None:
    """Set deadlines: (id, as it was when it was worked out, as it shall be), UTC ms.

    One that has moved since stays: a window that was told of meanwhile closes earlier.
    """
    tx.db.executemany(
        "UPDATE interactions SET due_at = ? WHERE id = ? AND due_at = ?",
        [(due, n, was) for n, was, due in dues],
    )
    tx.touch("inbox", account_id)


_DUE = """FROM interactions i JOIN profiles a ON a.id = i.actor_id
  WHERE i.state = 'open' AND i.needs_reply = 1 AND i.lane IN (0, 1, 2, 3)
    AND i.due_at > ? AND i.due_at <= ?"""
"""Open and due within a span; the lanes are named so that the queue's index answers."""


@dataclass(frozen=True, slots=True)
class Due:
    """An open interaction and when its answer is due (UTC ms)."""

    id: int
    name: str
    lane: int
    due_at: int


def falling_due(
    db: sqlite.Connection, *, after: int, before: int, limit: int = 100
) -> tuple[int, list[Due]]:
    """Return how many answers fall due in a span (UTC ms), and the first of them."""
    n = db.execute(f"SELECT count(*) {_DUE}", (after, before)).fetchone()[0]
    found = db.execute(
        f"""SELECT i.id, coalesce(nullif(a.name, ''), a.handle), i.lane, i.due_at {_DUE}
            ORDER BY i.due_at, i.id LIMIT ?""",
        (after, before, limit),
    )
    return int(n), [Due(*r) for r in found]


def untold(db: sqlite.Connection, *, after: int, before: int) -> list[Due]:
    """Return what falls due in a span and was not told of yet, the soonest first."""
    found = db.execute(
        f"""SELECT i.id, coalesce(nullif(a.name, ''), a.handle), i.lane, i.due_at {_DUE}
              AND NOT EXISTS (SELECT 1 FROM notices n WHERE n.item_id = i.id)
            ORDER BY i.due_at, i.id LIMIT 1000""",
        (after, before),
    )
    return [Due(*r) for r in found]


def take_notices(tx: Tx, *, after: int, before: int, now: int) -> list[Due]:
    """Return what falls due in a span and was not told of yet; from now on it was."""
    dues = untold(tx.db, after=after, before=before)
    tx.db.executemany("INSERT INTO notices VALUES (?, ?)", [(d.id, now) for d in dues])
    return dues


def told_block(db: sqlite.Connection) -> int:
    """Return the start of the last reply block that was told of (UTC ms), 0 if none was."""
    return int(_meta(db, "block_told") or 0)


def tell_block(tx: Tx, at: int) -> None:
    """Note that a reply block was told of."""
    _set_meta(tx, "block_told", str(at))
