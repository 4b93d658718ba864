"""Of what kind our sent replies are, where a person said so (IN-10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cmapp.store import sqlite
from cmapp.store.database import Tx


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer of ours that left at `at` (UTC ms). `kind` is what a person said, "" if nobody."""

    row: int
    account: str
    at: int
    text: str
    kind: str


def between(db: sqlite.Connection, accounts: Sequence[str], since: int, until: int) -> list[Reply]:
    """Return our answers that left in [since, until) (UTC ms)."""
    found: list[Reply] = []
    for account in accounts:
        found += [
            Reply(*row)
            for row in db.execute(
                """SELECT o.id, o.account_id, o.sent_at,
                     coalesce(json_extract(o.action, '$.text'), ''), coalesce(k.kind, '')
                   FROM outbox o INDEXED BY outbox_replied
                   LEFT JOIN answer_kinds k ON k.outbox_id = o.id
                   WHERE o.state = 'sent' AND o.kind = 'reply' AND o.account_id = ?
                     AND o.sent_at >= ? AND o.sent_at < ? ORDER BY o.sent_at""",
                (account, since, until),
            )
        ]
    return found


def count(db: sqlite.Connection, accounts: Sequence[str], since: int, until: int) -> int:
    """Return how many of our answers left in [since, until) (UTC ms)."""
    marks = ", ".join("?" * len(accounts))
    found = db.execute(
        f"""SELECT count(*) FROM outbox INDEXED BY outbox_replied
            WHERE state = 'sent' AND kind = 'reply' AND account_id IN ({marks})
              AND sent_at >= ? AND sent_at < ?""",
        (*accounts, since, until),
    ).fetchone()
    return int(found[0])


def sent(db: sqlite.Connection, since: int | None = None) -> list[tuple[str, str | None]]:
    """Return each reply that was sent since `since` (UTC ms): its text, its corrected kind."""
    found = db.execute(
        """SELECT json_extract(o.action, '$.text'), k.kind FROM outbox o
           LEFT JOIN answer_kinds k ON k.outbox_id = o.id
           WHERE o.state = 'sent' AND o.kind = 'reply' AND o.sent_at >= ? ORDER BY o.id DESC""",
        (since or 0,),
    )
    return [(r[0] or "", r[1]) for r in found]


def put(tx: Tx, row: int, kind: str | None) -> str | None:
    """Say of what kind a row of the outbox is (None: nobody says); returns what was said before."""
    old = tx.db.execute("SELECT kind FROM answer_kinds WHERE outbox_id = ?", (row,)).fetchone()
    if kind is None:
        tx.db.execute("DELETE FROM answer_kinds WHERE outbox_id = ?", (row,))
    else:
        tx.db.execute(
            "INSERT INTO answer_kinds (outbox_id, kind, corrected) VALUES (?, ?, 1)"
            " ON CONFLICT (outbox_id) DO UPDATE SET kind = excluded.kind, corrected = 1",
            (row, kind),
        )
    tx.touch("answers")
    return str(old[0]) if old else None
