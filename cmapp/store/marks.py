"""Small facts that the program notes for itself, by name (the table `meta`)."""

from __future__ import annotations

from cmapp.store import sqlite
from cmapp.store.database import Tx


def get(db: sqlite.Connection, name: str) -> str:
    """Return what is noted under a name, "" for nothing."""
    found = db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    return str(found[0]) if found else ""


def put(tx: Tx, name: str, value: str) -> None:
    """Note a value."""
    tx.db.execute(
        "INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )
