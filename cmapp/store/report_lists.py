"""What reports list besides charts: what waited for an answer at a moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cmapp.store import ids, sqlite

_LOOK_BACK = 90 * 86_400_000


@dataclass(frozen=True, slots=True)
class Waiting:
    """One interaction that waited. Times are UTC ms."""

    id: int
    who: str
    text: str
    at: int
    due_at: int


def waiting(
    db: sqlite.Connection, accounts: Sequence[str], as_of: int, *, limit: int
) -> tuple[int, list[Waiting]]:
    """Return what had come and had no answer at a moment: how many, and the first due of them.

    Of the ninety days before; what was answered or closed later still waited then.
    """
    marks = ", ".join("?" * len(accounts))
    where = f"""i.id >= ? AND i.id < ? AND i.created_at <= ? AND +i.needs_reply = 1
      AND (i.first_reply_at IS NULL OR i.first_reply_at > ?)
      AND (i.done_at > ? OR (i.done_at IS NULL AND +i.state IN ('open', 'waiting')))
      AND +i.account_id IN ({marks})"""
    values = (ids.at(as_of - _LOOK_BACK), ids.at(as_of + 1), as_of, as_of, as_of, *accounts)
    total = db.execute(
        f"SELECT count(*) FROM interactions i NOT INDEXED WHERE {where}", values
    ).fetchone()[0]
    found = db.execute(
        f"""SELECT i.id, coalesce(nullif(a.name, ''), a.handle), coalesce(p.text, ''),
              i.created_at, i.due_at
            FROM interactions i NOT INDEXED JOIN profiles a ON a.id = i.actor_id
            LEFT JOIN posts p ON p.id = i.post_id
            WHERE {where} ORDER BY i.due_at, i.id LIMIT ?""",
        (*values, limit),
    )
    return int(total), [Waiting(*row) for row in found]
