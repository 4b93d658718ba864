"""What the database says of itself: whether it is whole, and how much it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cmapp.store.sqlite import Connection, OperationalError


@dataclass(frozen=True, slots=True)
class Health:
    """`integrity` is `ok` or what SQLite complains of; the others are counts of rows."""

    integrity: str
    posts: int
    interactions: int


def whole(db: Connection, stop: Callable[[], bool]) -> str:
    """Return `ok`, or what SQLite complains of after reading every page; "" where it was stopped.

    A gigabyte takes half a minute from a cold disk.
    """
    db.set_progress_handler(stop, 1_000_000)
    try:
        return str(db.execute("PRAGMA quick_check(1)").fetchone()[0])
    except OperationalError:
        if stop():
            return ""
        raise
    finally:
        db.set_progress_handler(None, 0)


def examine(db: Connection) -> Health:
    """Look through the whole file: seconds on a large one."""
    return Health(
        integrity=str(db.execute("PRAGMA quick_check(5)").fetchone()[0]),
        posts=db.execute("SELECT count(*) FROM posts").fetchone()[0],
        interactions=db.execute("SELECT count(*) FROM interactions").fetchone()[0],
    )
