"""How far each stream was pulled: opaque JSON, written only with the page it belongs to."""

from __future__ import annotations

import json
from typing import Any

from cmapp.store import sqlite
from cmapp.store.database import Tx


def get(db: sqlite.Connection, account_id: str, stream: str, scope: str = "") -> Any:
    """Return the cursor, None where the stream was never pulled."""
    found = db.execute(
        "SELECT cursor FROM cursors WHERE account_id = ? AND stream = ? AND scope = ?",
        (account_id, stream, scope),
    ).fetchone()
    return json.loads(found[0]) if found else None


def put(tx: Tx, account_id: str, stream: str, cursor: Any, *, now: int, scope: str = "") -> None:
    """Write the cursor, in the transaction of its page."""
    tx.db.execute(
        """INSERT INTO cursors VALUES (?, ?, ?, ?, ?) ON CONFLICT (account_id, stream, scope)
           DO UPDATE SET cursor = excluded.cursor, pulled_at = excluded.pulled_at""",
        (account_id, stream, scope, json.dumps(cursor), now),
    )


def pulled_at(db: sqlite.Connection, account_id: str, stream: str, scope: str = "") -> int | None:
    """Return when the stream was last pulled (UTC ms), None for never."""
    found = db.execute(
        "SELECT pulled_at FROM cursors WHERE account_id = ? AND stream = ? AND scope = ?",
        (account_id, stream, scope),
    ).fetchone()
    return int(found[0]) if found else None
