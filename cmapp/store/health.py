"""What the database says of itself: whether it is whole, and how much it holds."""

from __future__ import annotations

from dataclasses import dataclass

from cmapp.store.sqlite import Connection


@dataclass(frozen=True, slots=True)
class Health:
    """`integrity` is `ok` or what SQLite complains of; the others are counts of rows."""

    integrity: str
    posts: int
    interactions: int


def examine(db: Connection) -> Health:
    """Look through the whole file: seconds on a large one."""
    return Health(
        integrity=str(db.execute("PRAGMA quick_check(5)").fetchone()[0]),
        posts=db.execute("SELECT count(*) FROM posts").fetchone()[0],
        interactions=db.execute("SELECT count(*) FROM interactions").fetchone()[0],
    )
