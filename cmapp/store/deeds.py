"""What people decided at this desk, in order: the undo history and the log of who did what."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from cmapp.store import ids, sqlite
from cmapp.store.database import Tx


def add(
    tx: Tx, command: str, args: Mapping[str, Any], *, now: int, undo: Mapping[str, Any] | None
) -> int:
    """Keep one command with the command that undoes it ({command, args}), in its transaction."""
    number = ids.made_here(now)
    tx.db.execute(
        "INSERT INTO deeds (id, desk, command, args, undo) VALUES (?, ?, ?, ?, ?)",
        (
            number,
            desk_name(tx),
            command,
            json.dumps(dict(args), ensure_ascii=False),
            json.dumps(dict(undo), ensure_ascii=False) if undo else None,
        ),
    )
    return number


def desk_name(tx: Tx) -> str:
    """Return the name of this desk: random, made once per profile."""
    found = tx.db.execute("SELECT value FROM meta WHERE name = 'desk'").fetchone()
    if found is None:
        import secrets

        found = (secrets.token_hex(4),)
        tx.db.execute("INSERT INTO meta VALUES ('desk', ?)", found)
    return str(found[0])


def last(db: sqlite.Connection, *, limit: int = 50) -> list[dict[str, Any]]:
    """Return the newest deeds: {id, command, args, undo}."""
    found = db.execute(
        "SELECT id, command, args, undo FROM deeds ORDER BY id DESC LIMIT ?", (limit,)
    )
    return [
        {
            "id": r[0],
            "command": r[1],
            "args": json.loads(r[2]),
            "undo": json.loads(r[3]) if r[3] else None,
        }
        for r in found
    ]
