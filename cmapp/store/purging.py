"""Freed bytes overwritten: word indexes written anew, the file written whole, the WAL emptied.

A deleted row is overwritten at once (`secure_delete`), but its words stay in old segments of the
full-text indexes until they are merged, its pages in the WAL until a checkpoint, and what was moved
or deleted before stays in unused parts of pages until the file is written anew.
"""

from __future__ import annotations

from cmapp.store import sqlite

INDEXES = ("post_words", "people_words", "help_words", "answered_words")


def indexes(db: sqlite.Connection) -> None:
    """Merge each word index into one segment, without what was deleted. In no transaction."""
    for table in INDEXES:
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    if db.execute("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat4'").fetchone():
        db.execute("DELETE FROM sqlite_stat4")  # holds values of rows


def written_anew(db: sqlite.Connection) -> bool:
    """Write the whole file anew, without unused parts of pages. In no transaction.

    Returns False where it was interrupted: all is as it was then. `secure_delete` does not spare
    it: a cell that was moved as its page was split still stands in the unused part of that page.
    """
    try:
        db.execute("VACUUM")
    except sqlite.OperationalError as problem:
        if "interrupted" not in str(problem):
            raise
        return False
    return True


def emptied(db: sqlite.Connection) -> bool:
    """Take what the WAL holds into the file and cut it to nothing; tells whether that was done."""
    busy = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return not busy
