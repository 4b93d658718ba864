"""Segments: saved searches over people."""

from __future__ import annotations

from cmapp.domain.errors import Missing
from cmapp.store import ids, sqlite
from cmapp.store.database import Tx


def every(db: sqlite.Connection) -> list[tuple[str, str]]:
    """Return the saved queries on people: (name, query), in their order."""
    found = db.execute(
        "SELECT name, query FROM searches WHERE scope = 'people' ORDER BY position, name"
    )
    return [(r[0], r[1]) for r in found]


def query_of(db: sqlite.Connection, name: str) -> str:
    """Return the query of a segment. Raises Missing (`unknown_segment`)."""
    found = db.execute(
        "SELECT query FROM searches WHERE scope = 'people' AND name = ?", (name,)
    ).fetchone()
    if found is None:
        raise Missing("unknown_segment", name=name[:100])
    return str(found[0])


def save(tx: Tx, name: str, query: str, *, now: int) -> str | None:
    """Keep a query on people under a name; returns the one that it had before."""
    old = tx.db.execute(
        "SELECT query FROM searches WHERE scope = 'people' AND name = ?", (name,)
    ).fetchone()
    tx.db.execute(
        """INSERT INTO searches (id, name, scope, query, made_at) VALUES (?, ?, 'people', ?, ?)
           ON CONFLICT (scope, name) DO UPDATE SET query = excluded.query""",
        (ids.made_here(now), name, query, now),
    )
    tx.touch("searches")
    return None if old is None else str(old[0])


def remove(tx: Tx, name: str) -> str:
    """Forget a segment; returns its query. Raises Missing (`unknown_segment`)."""
    query = query_of(tx.db, name)
    tx.db.execute("DELETE FROM searches WHERE scope = 'people' AND name = ?", (name,))
    tx.touch("searches")
    return query
