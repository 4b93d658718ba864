"""What was let through in spite of a check, by whose reason; ended ones stay as the log (DR-07)."""

from __future__ import annotations

from dataclasses import dataclass

from cmapp.store import sqlite
from cmapp.store.database import Tx


@dataclass(frozen=True, slots=True)
class Override:
    """`about` names the text that it was given for; `account_id` "" stands for each account."""

    id: int
    draft_id: int
    account_id: str
    name: str
    about: str
    reason: str
    at: int
    ended_at: int | None


def of_draft(db: sqlite.Connection, draft_id: int) -> list[Override]:
    """Return all overrides of a draft, the ended ones too, oldest first."""
    found = db.execute(
        "SELECT id, draft_id, account_id, name, about, reason, at, ended_at FROM overrides"
        " WHERE draft_id = ? ORDER BY id",
        (draft_id,),
    )
    return [Override(*r) for r in found]


def by_id(db: sqlite.Connection, number: int) -> Override | None:
    """Return one override."""
    found = db.execute(
        "SELECT id, draft_id, account_id, name, about, reason, at, ended_at FROM overrides"
        " WHERE id = ?",
        (number,),
    ).fetchone()
    return Override(*found) if found else None


def add(
    tx: Tx, draft_id: int, account_id: str, name: str, about: str, reason: str, *, now: int
) -> int:
    """Keep an override; one for the same text takes the place of the one before. Returns its id."""
    tx.db.execute(
        "UPDATE overrides SET ended_at = ? WHERE draft_id = ? AND account_id = ? AND name = ?"
        " AND about = ? AND ended_at IS NULL",
        (now, draft_id, account_id, name, about),
    )
    row = tx.db.execute(
        "INSERT INTO overrides (draft_id, account_id, name, about, reason, at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (draft_id, account_id, name, about, reason, now),
    )
    tx.touch("drafts", account_id or None)
    return int(row.lastrowid or 0)


def end(tx: Tx, number: int, *, at: int | None) -> None:
    """Let an override hold no more; with `at` None it holds again."""
    tx.db.execute("UPDATE overrides SET ended_at = ? WHERE id = ?", (at, number))
    tx.touch("drafts")
