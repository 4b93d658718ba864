"""The person's own word lists.

`watch` and `sensitive` mark what comes in; `sensitive` and `insult` warn of what goes out, and
`allowed` takes words off the list of insults that comes with the program.
"""

from __future__ import annotations

from dataclasses import dataclass

from cmapp.store import sqlite
from cmapp.store.database import Tx

LISTS = ("watch", "sensitive", "insult", "allowed")


@dataclass(frozen=True, slots=True)
class Listed:
    """A word on a list; since when (UTC ms)."""

    list: str
    word: str
    made_at: int


def every(db: sqlite.Connection) -> list[Listed]:
    """Return the words, list by list."""
    found = db.execute("SELECT list, word, made_at FROM words_watched ORDER BY list, word")
    return [Listed(r[0], r[1], int(r[2])) for r in found]


def words(db: sqlite.Connection, name: str) -> tuple[str, ...]:
    """Return the words of one list."""
    found = db.execute("SELECT word FROM words_watched WHERE list = ? ORDER BY word", (name,))
    return tuple(r[0] for r in found)


def add(tx: Tx, name: str, word: str, *, now: int) -> bool:
    """Put a word on a list; tells whether it was not there."""
    tx.touch("words")
    return bool(
        tx.db.execute(
            "INSERT OR IGNORE INTO words_watched (list, word, made_at) VALUES (?, ?, ?)",
            (name, word, now),
        ).rowcount
    )


def remove(tx: Tx, name: str, word: str) -> bool:
    """Take a word off a list; tells whether it was there."""
    tx.touch("words")
    return bool(
        tx.db.execute(
            "DELETE FROM words_watched WHERE list = ? AND word = ?", (name, word)
        ).rowcount
    )
