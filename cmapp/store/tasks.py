"""Tasks: what somebody has to do by when, mostly because of something that was said (IN-18)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from cmapp.store import ids, sqlite
from cmapp.store.database import Tx

STATES = ("open", "overdue", "done", "all")


@dataclass(frozen=True, slots=True)
class Task:
    """One task. Times are UTC ms; `item_id` is the interaction that it came from.

    `name` and `text` are who said what there, None where there is no such item (any more).
    """

    id: int
    item_id: int | None
    title: str
    owner: str
    due_at: int | None
    done_at: int | None
    made_at: int
    name: str | None
    text: str | None


_SELECT = """
  SELECT t.id, t.item_id, t.title, t.owner, t.due_at, t.done_at, t.made_at,
    coalesce(nullif(a.name, ''), a.handle) AS name, p.text
  FROM tasks t LEFT JOIN interactions i ON i.id = t.item_id
  LEFT JOIN profiles a ON a.id = i.actor_id LEFT JOIN posts p ON p.id = i.post_id"""


def every(
    db: sqlite.Connection,
    *,
    state: str = "open",
    now: int,
    item_id: int | None = None,
    owner: str | None = None,
    limit: int = 1000,
) -> list[Task]:
    """Return tasks, the first due first, those without a date behind; done ones newest first."""
    found = db.execute(
        f"""{_SELECT} WHERE (?1 = 'all' OR (?1 = 'done') = (t.done_at IS NOT NULL))
              AND (?1 <> 'overdue' OR t.due_at < ?2)
              AND (?3 IS NULL OR t.item_id = ?3) AND (?4 IS NULL OR t.owner = ?4 COLLATE NOCASE)
            ORDER BY t.done_at IS NOT NULL, t.done_at DESC, t.due_at IS NULL, t.due_at, t.id
            LIMIT ?5""",
        (state, now, item_id, owner, limit),
    )
    return [Task(**dict(r)) for r in found]


def by_ids(db: sqlite.Connection, wanted: Sequence[int]) -> list[Task]:
    """Return those of the tasks that there are, in the order in which they were made."""
    found = db.execute(
        f"{_SELECT} WHERE t.id IN (SELECT value FROM json_each(?)) ORDER BY t.id",
        (json.dumps(list(wanted)),),
    )
    return [Task(**dict(r)) for r in found]


def add(
    tx: Tx,
    title: str,
    *,
    now: int,
    owner: str = "",
    due_at: int | None = None,
    item_id: int | None = None,
) -> int:
    """Make a task; returns its id."""
    newest = tx.db.execute("SELECT max(id) FROM tasks").fetchone()[0] or 0
    number = max(ids.made_here(now), newest + 1)
    tx.db.execute(
        "INSERT INTO tasks (id, item_id, title, owner, due_at, made_at) VALUES (?, ?, ?, ?, ?, ?)",
        (number, item_id, title, owner, due_at, now),
    )
    tx.touch("tasks")
    return number


def change(tx: Tx, number: int, **columns: object) -> None:
    """Set columns of one task."""
    names = ", ".join(f"{name} = ?" for name in columns)
    tx.db.execute(f"UPDATE tasks SET {names} WHERE id = ?", (*columns.values(), number))
    tx.touch("tasks")


def delete(tx: Tx, number: int) -> None:
    """Take a task out."""
    tx.db.execute("DELETE FROM tasks WHERE id = ?", (number,))
    tx.touch("tasks")
