"""The sheets that texts are held against (brand, norms, audiences, cadence), as JSON by scope."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from cmapp.store import sqlite
from cmapp.store.database import Tx


def every(db: sqlite.Connection) -> dict[tuple[str, str], dict[str, Any]]:
    """Return all sheets that somebody wrote, by kind and scope."""
    found = db.execute("SELECT kind, scope, sheet FROM sheets ORDER BY kind, scope")
    return {(r[0], r[1]): json.loads(r[2]) for r in found}


def put(
    tx: Tx, kind: str, scope: str, sheet: Mapping[str, Any] | None, *, now: int
) -> dict[str, Any] | None:
    """Write a sheet (None takes it away); returns what was there, None where nothing was."""
    row = tx.db.execute(
        "SELECT sheet FROM sheets WHERE kind = ? AND scope = ?", (kind, scope)
    ).fetchone()
    if sheet is None:
        tx.db.execute("DELETE FROM sheets WHERE kind = ? AND scope = ?", (kind, scope))
    else:
        tx.db.execute(
            "INSERT INTO sheets VALUES (?, ?, ?, ?) ON CONFLICT (kind, scope)"
            " DO UPDATE SET sheet = excluded.sheet, changed_at = excluded.changed_at",
            (kind, scope, json.dumps(dict(sheet), ensure_ascii=False), now),
        )
    tx.touch("sheets")
    return None if row is None else dict(json.loads(row[0]))
