"""Labels: names that people hang on items, with a colour each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from cmapp.store import deeds, sqlite
from cmapp.store.database import Tx


@dataclass(frozen=True, slots=True)
class Label:
    """A label and how many items have it. `color` is `#rrggbb` or empty."""

    name: str
    color: str
    made_at: int
    count: int


_SELECT = """SELECT name, color, made_at,
  (SELECT count(*) FROM item_labels i WHERE i.label = labels.name) AS count FROM labels"""


def every(db: sqlite.Connection) -> list[Label]:
    """Return the labels by name."""
    return [Label(*r) for r in db.execute(f"{_SELECT} ORDER BY name")]


def by_name(db: sqlite.Connection, name: str) -> Label | None:
    """Return a label; upper and lower case are the same."""
    found = db.execute(f"{_SELECT} WHERE name = ?", (name,)).fetchone()
    return Label(*found) if found else None


def make(tx: Tx, name: str, *, now: int) -> None:
    """Make a label where there is none of that name."""
    tx.db.execute("INSERT OR IGNORE INTO labels (name, made_at) VALUES (?, ?)", (name, now))


def give(tx: Tx, items: Sequence[int], name: str) -> None:
    """Hang a label that exists on items."""
    tx.db.execute(
        """INSERT OR IGNORE INTO item_labels (item_id, label)
           SELECT j.value, l.name FROM json_each(?) j CROSS JOIN labels l WHERE l.name = ?""",
        (json.dumps(list(items)), name),
    )
    deeds.touch(tx, items)


def take(tx: Tx, items: Sequence[int], name: str) -> None:
    """Take a label off items."""
    tx.db.execute(
        "DELETE FROM item_labels WHERE label = ? AND item_id IN (SELECT value FROM json_each(?))",
        (name, json.dumps(list(items))),
    )
    deeds.touch(tx, items)


def having(db: sqlite.Connection, items: Sequence[int], name: str) -> list[int]:
    """Return those of the items that have a label."""
    found = db.execute(
        "SELECT item_id FROM item_labels WHERE label = ?"
        " AND item_id IN (SELECT value FROM json_each(?))",
        (name, json.dumps(list(items))),
    )
    return [int(r[0]) for r in found]


def members(db: sqlite.Connection, name: str) -> list[int]:
    """Return the items that have a label."""
    found = db.execute("SELECT item_id FROM item_labels WHERE label = ?", (name,))
    return [int(r[0]) for r in found]


def rename(tx: Tx, old: str, new: str) -> None:
    """Give a label another name, on all its items."""
    tx.db.execute("UPDATE labels SET name = ? WHERE name = ?", (new, old))
    tx.touch("inbox")


def delete(tx: Tx, name: str) -> None:
    """Delete a label, and take it off all its items."""
    tx.db.execute("DELETE FROM labels WHERE name = ?", (name,))
    tx.touch("inbox")


def color(tx: Tx, name: str, value: str) -> None:
    """Give a label a colour (`#rrggbb`, or empty for none)."""
    tx.db.execute("UPDATE labels SET color = ? WHERE name = ?", (value, name))
    tx.touch("inbox")
