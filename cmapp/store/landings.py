"""Landing reports: what became of everything while one was away."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from cmapp.store import ids, sqlite
from cmapp.store.database import Tx


def keep(tx: Tx, report: Mapping[str, Any]) -> None:
    """Keep a report (`away_since`, `ended_at`, `rows`, `new`, `errors`)."""
    tx.db.execute(
        "INSERT INTO landings VALUES (?, ?, ?, ?)",
        (
            ids.new(tx.db, "landings", report["ended_at"]),
            report["away_since"],
            report["ended_at"],
            json.dumps(dict(report)),
        ),
    )
    tx.touch("landings")


def last(db: sqlite.Connection) -> dict[str, Any] | None:
    """Return the newest report, None where there was no landing yet."""
    found = db.execute("SELECT report FROM landings ORDER BY id DESC LIMIT 1").fetchone()
    return json.loads(found[0]) if found else None
