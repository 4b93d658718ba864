"""Saved searches: a name for a query, in the order that people gave them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cmapp.store import sqlite
from cmapp.store.database import Tx

Scope = Literal["items", "people"]
"""What a saved search looks for: interactions and posts, or people (a segment)."""


@dataclass(frozen=True, slots=True)
class Saved:
    """One saved search. `made_at` is UTC ms."""

    name: str
    query: str
    scope: str
    position: int
    made_at: int


def every(db: sqlite.Connection, scope: Scope = "items") -> list[Saved]:
    """Return the saved searches of one kind, in their order."""
    found = db.execute(
        "SELECT name, query, scope, position, made_at FROM searches WHERE scope = ?"
        " ORDER BY position, id",
        (scope,),
    )
    return [Saved(*r) for r in found]


def by_name(db: sqlite.Connection, name: str, scope: Scope = "items") -> Saved | None:
    """Return one saved search."""
    return next((s for s in every(db, scope) if s.name == name), None)


def save(
    tx: Tx, name: str, query: str, *, now: int, scope: Scope = "items", position: int | None = None
) -> Saved | None:
    """Keep a query under a name; returns what stood there before.

    A new one comes last unless `position` says where.
    """
    before = by_name(tx.db, name, scope)
    if position is None:
        last = tx.db.execute("SELECT max(position) FROM searches WHERE scope = ?", (scope,))
        position = before.position if before else (last.fetchone()[0] or 0) + 1
    tx.db.execute(
        "INSERT INTO searches (name, scope, query, position, made_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (scope, name) DO UPDATE SET query = excluded.query,"
        " position = excluded.position",
        (name, scope, query, position, now),
    )
    tx.touch("searches")
    return before


def rename(tx: Tx, name: str, to: str, *, scope: Scope = "items") -> None:
    """Give a saved search another name, which is free."""
    tx.db.execute("UPDATE searches SET name = ? WHERE scope = ? AND name = ?", (to, scope, name))
    tx.touch("searches")


def delete(tx: Tx, name: str, *, scope: Scope = "items") -> None:
    """Forget a saved search."""
    tx.db.execute("DELETE FROM searches WHERE scope = ? AND name = ?", (scope, name))
    tx.touch("searches")
