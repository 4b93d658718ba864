"""Competitors' accounts, watched through one of ours: what everyone sees of them (AN-14)."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cmapp.domain.records import Profile
from cmapp.store import sqlite
from cmapp.store.database import Tx

_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"


@dataclass(frozen=True, slots=True)
class Rival:
    """One of them. `why`: the code of what went wrong when it was last asked for, or ""."""

    id: str
    account_id: str
    remote_id: str
    handle: str
    name: str
    url: str
    added_at: int
    asked_at: int | None
    why: str


_COLUMNS = "id, account_id, remote_id, handle, name, url, added_at, asked_at, why"


def every(db: sqlite.Connection, account_id: str | None = None) -> list[Rival]:
    """Return the rivals, of one account where it is named, by when they were added."""
    found = db.execute(
        f"SELECT {_COLUMNS} FROM rivals WHERE ?1 IS NULL OR account_id = ?1 ORDER BY added_at, id",
        (account_id,),
    )
    return [Rival(*row) for row in found]


def by_id(db: sqlite.Connection, rival: str) -> Rival | None:
    """Return one."""
    found = db.execute(f"SELECT {_COLUMNS} FROM rivals WHERE id = ?", (rival,)).fetchone()
    return Rival(*found) if found else None


def add(tx: Tx, account_id: str, who: Profile, *, now: int) -> str:
    """Watch somebody from now on; returns the id, that of before where they are watched already."""
    known = tx.db.execute(
        "SELECT id FROM rivals WHERE account_id = ? AND remote_id = ?", (account_id, who.remote_id)
    ).fetchone()
    if known:
        return str(known[0])
    made = "r" + "".join(secrets.choice(_LETTERS) for _ in range(11))  # accounts have 8
    tx.db.execute(
        "INSERT INTO rivals VALUES (?, ?, ?, ?, ?, ?, ?, ?, '')",
        (made, account_id, who.remote_id, who.handle, who.name, who.url or "", now, now),
    )
    tx.touch("rivals", account_id)
    return made


def seen(tx: Tx, rival: str, who: Profile, *, now: int) -> None:
    """Keep what a rival calls itself today."""
    tx.db.execute(
        "UPDATE rivals SET handle = ?, name = ?, url = ?, asked_at = ?, why = '' WHERE id = ?",
        (who.handle, who.name, who.url or "", now, rival),
    )
    tx.touch("rivals")


def not_seen(tx: Tx, rival: str, why: str, *, now: int) -> None:
    """Note that a rival could not be read, and why."""
    tx.db.execute("UPDATE rivals SET asked_at = ?, why = ? WHERE id = ?", (now, why, rival))
    tx.touch("rivals")


def remove(tx: Tx, rival: str) -> dict[str, Any]:
    """Watch one no longer; returns all that was known, for `put_back`."""
    kept = {
        table: [
            dict(row)
            for row in tx.db.execute(f"SELECT * FROM {table} WHERE {column} = ?", (rival,))
        ]
        for table, column in (("rivals", "id"), ("measures", "account_id"))
    }
    tx.db.execute("DELETE FROM rivals WHERE id = ?", (rival,))
    tx.db.execute("DELETE FROM measures WHERE account_id = ?", (rival,))
    tx.touch("rivals")
    return kept


def put_back(tx: Tx, kept: Mapping[str, Any]) -> None:
    """Put one back as `remove` gave it."""
    for row in kept["rivals"]:
        tx.db.execute(
            f"INSERT OR IGNORE INTO rivals ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            tuple(row[name] for name in _COLUMNS.split(", ")),
        )
    for row in kept["measures"]:
        tx.db.execute(
            "INSERT OR IGNORE INTO measures (account_id, name, post_id, at, source, value)"
            " VALUES (:account_id, :name, :post_id, :at, :source, :value)",
            row,
        )
    tx.touch("rivals")
