"""Standing trouble, and the switches that a person throws: both are rows and survive a restart."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cmapp.store import sqlite
from cmapp.store.database import Tx


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that stays wrong until somebody acts. `account_id` "" is the program itself."""

    account_id: str
    code: str
    facts: dict[str, Any]
    since: int
    hushed_at: int | None


def every(db: sqlite.Connection) -> list[Problem]:
    """Return all problems, oldest first."""
    found = db.execute("SELECT * FROM problems ORDER BY since, account_id, code")
    return [Problem(r[0], r[1], json.loads(r[2]), r[3], r[4]) for r in found]


def report(
    tx: Tx,
    code: str,
    *,
    now: int,
    account_id: str = "",
    facts: Mapping[str, Any] | None = None,
) -> None:
    """Note a problem; one that is already there keeps its `since`."""
    changed = tx.db.execute(
        """INSERT INTO problems VALUES (?, ?, ?, ?, NULL) ON CONFLICT (account_id, code)
           DO UPDATE SET facts = excluded.facts WHERE facts <> excluded.facts""",
        (account_id, code, json.dumps(dict(facts or {}), sort_keys=True), now),
    ).rowcount
    if changed:
        tx.touch("problems", account_id or None)


def solve(tx: Tx, code: str | None = None, *, account_id: str = "") -> None:
    """Strike a problem out, or all of an account's."""
    changed = tx.db.execute(
        "DELETE FROM problems WHERE account_id = ? AND (? IS NULL OR code = ?)",
        (account_id, code, code),
    ).rowcount
    if changed:
        tx.touch("problems", account_id or None)


def hush(tx: Tx, code: str, *, account_id: str, now: int) -> None:
    """Keep a problem but out of the banner."""
    tx.db.execute(
        "UPDATE problems SET hushed_at = ? WHERE account_id = ? AND code = ?",
        (now, account_id, code),
    )
    tx.touch("problems", account_id or None)


def switch(db: sqlite.Connection, name: str) -> dict[str, Any] | None:
    """Return {since, …facts} of a switch that is on (`panic`, `flight`), None when it is off."""
    found = db.execute("SELECT since, facts FROM switches WHERE name = ?", (name,)).fetchone()
    return {**json.loads(found[1]), "since": found[0]} if found else None


def switch_on(tx: Tx, name: str, *, now: int, facts: Mapping[str, Any] | None = None) -> bool:
    """Throw a switch; tells whether it was off before."""
    changed = tx.db.execute(
        "INSERT INTO switches VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (name, now, json.dumps(dict(facts or {}))),
    ).rowcount
    tx.touch("switches")
    return bool(changed)


def switch_off(tx: Tx, name: str) -> bool:
    """Release a switch; tells whether it was on."""
    changed = tx.db.execute("DELETE FROM switches WHERE name = ?", (name,)).rowcount
    tx.touch("switches")
    return bool(changed)
