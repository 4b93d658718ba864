"""The rows that a report stands on, as one fingerprint: a changed row shows, whatever it changed.

What came to be known after the report's own moment does not count: an answer that left later, an
item that was closed later.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from cmapp.store import ids, sqlite

_LATE = 86_400_000


def fingerprints(
    db: sqlite.Connection, accounts: Sequence[str], since: int, until: int, as_of: int
) -> dict[str, tuple[int, str]]:
    """Return kind of row → (how many, SHA-256): interactions, posts of ours, measures."""
    marks = ", ".join("?" * len(accounts))
    return {
        "interactions": _sum(
            db.execute(
                f"""SELECT json_array(i.id, i.account_id, i.kind, i.actor_id, i.created_at,
                      i.signals, i.needs_reply, p.text,
                      CASE WHEN i.first_reply_at <= ? THEN i.first_reply_at END,
                      CASE WHEN i.done_at <= ? THEN i.done_at END)
                    FROM interactions i NOT INDEXED LEFT JOIN posts p ON p.id = i.post_id
                    WHERE i.id >= ? AND i.id < ? AND i.created_at >= ? AND i.created_at < ?
                      AND i.account_id IN ({marks}) ORDER BY i.id""",
                (as_of, as_of, ids.at(since), ids.at(until + _LATE), since, until, *accounts),
            )
        ),
        "posts": _sum(
            db.execute(
                f"""SELECT json_array(p.id, p.kind, p.text, p.created_at, p.parent_ref)
                    FROM accounts a JOIN profiles w ON w.realm = a.realm
                      AND w.remote_id = a.remote_id
                    JOIN posts p ON p.author_id = w.id
                    WHERE p.id >= ? AND p.id < ? AND p.created_at >= ? AND p.created_at < ?
                      AND a.id IN ({marks})
                    GROUP BY p.id ORDER BY p.id""",
                (ids.at(since), ids.at(until + _LATE), since, until, *accounts),
            )
        ),
        "measures": _sum(
            db.execute(
                f"""SELECT json_array(account_id, name, post_id, at, source, value) FROM measures
                    WHERE account_id IN ({marks}) AND at >= ? AND at < ?
                    ORDER BY account_id, name, post_id, at, source""",
                (*accounts, since, until),
            )
        ),
    }


def _sum(rows: Iterable[Sequence[Any]]) -> tuple[int, str]:
    made, n = hashlib.sha256(), 0
    for row in rows:
        made.update(str(row[0]).encode("utf-8", "replace") + b"\n")
        n += 1
    return n, made.hexdigest()
