"""The reward log: who was thanked, with which wording (IN-09)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from cmapp.store import sqlite
from cmapp.store.database import Tx


def had(db: sqlite.Connection, profiles: Sequence[int]) -> set[str]:
    """Return the wordings that any of these profiles had."""
    found = db.execute(
        "SELECT wording FROM thanks WHERE profile_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(profiles)),),
    )
    return {r[0] for r in found}


def texts(db: sqlite.Connection, profiles: Sequence[int]) -> set[str]:
    """Return what we have sent, or are about to send, to these profiles."""
    found = db.execute(
        """SELECT json_extract(o.action, '$.text') FROM json_each(?) n
           CROSS JOIN interactions i ON i.actor_id = n.value
           CROSS JOIN outbox o ON o.item_id = i.id WHERE o.state <> 'cancelled'""",
        (json.dumps(list(profiles)),),
    )
    return {r[0] for r in found if r[0]}


def lately(db: sqlite.Connection) -> list[str]:
    """Return the wordings used last, newest first."""
    found = db.execute("SELECT wording FROM thanks ORDER BY id DESC LIMIT 200")
    return [str(r[0]) for r in found]


def add(tx: Tx, profile_id: int, wording: str, item_id: int | None, *, now: int) -> int:
    """Keep that somebody was thanked; returns the row's id."""
    done = tx.db.execute(
        "INSERT INTO thanks (profile_id, item_id, wording, at) VALUES (?, ?, ?, ?)",
        (profile_id, item_id, wording, now),
    )
    tx.touch("answers")
    return int(done.lastrowid or 0)


def forget(tx: Tx, row: int) -> None:
    """Take a row out of the reward log: the thank-you was taken back."""
    tx.db.execute("DELETE FROM thanks WHERE id = ?", (row,))
    tx.touch("answers")


def log(db: sqlite.Connection, *, limit: int = 100) -> list[dict[str, Any]]:
    """Return who was thanked, newest first: {id, item_id, handle, name, wording, at}."""
    found = db.execute(
        """SELECT t.id, t.item_id, p.handle, p.name, t.wording, t.at FROM thanks t
           LEFT JOIN profiles p ON p.id = t.profile_id ORDER BY t.id DESC LIMIT ?""",
        (limit,),
    )
    return [dict(r) for r in found]
