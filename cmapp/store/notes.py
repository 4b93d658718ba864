"""Private notes on items: nobody but the people at this desk ever sees them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from cmapp.store import ids, sqlite
from cmapp.store.database import Tx


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody wrote down. Times are UTC ms."""

    id: int
    item_id: int | None
    contact_id: int | None
    text: str
    author: str
    made_at: int
    edited_at: int | None


_SELECT = "SELECT id, item_id, contact_id, text, author, made_at, edited_at FROM notes"


def of_items(db: sqlite.Connection, items: Sequence[int]) -> list[Note]:
    """Return the notes on these items, oldest first."""
    found = db.execute(
        f"{_SELECT} WHERE item_id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(list(items)),),
    )
    return [Note(*r) for r in found]


def by_id(db: sqlite.Connection, number: int) -> Note | None:
    """Return one note."""
    found = db.execute(f"{_SELECT} WHERE id = ?", (number,)).fetchone()
    return Note(*found) if found else None


def free_id(tx: Tx, *, now: int) -> int:
    """Return the id of the next note."""
    newest = tx.db.execute("SELECT max(id) FROM notes").fetchone()[0] or 0
    return max(ids.made_here(now), newest + 1)


def add(tx: Tx, number: int, item_id: int, text: str, author: str, *, now: int) -> None:
    """Write a note down on an item."""
    tx.db.execute(
        "INSERT INTO notes (id, item_id, text, author, made_at) VALUES (?, ?, ?, ?, ?)",
        (number, item_id, text, author, now),
    )
    tx.touch("notes")


def edit(tx: Tx, number: int, text: str, *, now: int) -> None:
    """Give a note another text."""
    tx.db.execute("UPDATE notes SET text = ?, edited_at = ? WHERE id = ?", (text, now, number))
    tx.touch("notes")


def delete(tx: Tx, number: int) -> None:
    """Delete a note."""
    tx.db.execute("DELETE FROM notes WHERE id = ?", (number,))
    tx.touch("notes")
