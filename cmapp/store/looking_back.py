"""What came in over a span of time and what became of it: the rows behind digests and figures."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cmapp.store import ids, sqlite

_LATE_ARRIVAL = 86_400_000
"""Ids follow the time that a platform told; one in the future is moved to when it was seen."""


@dataclass(frozen=True, slots=True)
class Came:
    """One interaction of the span. Times are UTC ms; None is unknown or not yet."""

    id: int
    account_id: str
    kind: str
    actor_id: int
    name: str
    handle: str
    text: str | None
    url: str | None
    created_at: int
    due_at: int
    state: str
    needs_reply: bool
    signals: tuple[str, ...]
    assignee: str
    done_at: int | None
    first_reply_at: int | None


def came(
    db: sqlite.Connection, since: int, until: int, account_id: str | None = None
) -> Iterator[Came]:
    """Yield what people said or did in [since, until) (UTC ms), oldest first."""
    found = db.execute(
        """SELECT i.id, i.account_id, i.kind, i.actor_id, a.name, a.handle, p.text, p.url,
             i.created_at, i.due_at, i.state, i.needs_reply, i.signals, i.assignee, i.done_at,
             i.first_reply_at
           FROM interactions i JOIN profiles a ON a.id = i.actor_id
           LEFT JOIN posts p ON p.id = i.post_id AND p.deleted_at IS NULL
           WHERE i.id >= ? AND i.id < ? AND i.created_at >= ? AND i.created_at < ?
             AND (? IS NULL OR i.account_id = ?)
           ORDER BY i.id""",
        (ids.at(since), ids.at(until + _LATE_ARRIVAL), since, until, account_id, account_id),
    )
    for r in found:
        values = dict(r)
        values["needs_reply"] = bool(values["needs_reply"])
        values["signals"] = tuple(json.loads(values["signals"]))
        yield Came(**values)


def replied(
    db: sqlite.Connection, accounts: Sequence[str], since: int, until: int
) -> list[tuple[int, int | None, int, bool]]:
    """Return our answers that left in [since, until): (row, item, sent at, was it held first)."""
    marks = ", ".join("?" * len(accounts))
    found = db.execute(
        f"""SELECT id, item_id, sent_at, waived <> '[]' OR news <> '[]'
            FROM outbox INDEXED BY outbox_replied
            WHERE state = 'sent' AND kind = 'reply' AND account_id IN ({marks})
              AND sent_at >= ? AND sent_at < ? ORDER BY id""",
        (*accounts, since, until),
    )
    return [(r[0], r[1], r[2], bool(r[3])) for r in found]


def next_word(
    db: sqlite.Connection, item_id: int, after: int, *, within: int
) -> tuple[int, tuple[str, ...]] | None:
    """Return when the person of an item next spoke to the same account, and its signals."""
    found = db.execute(
        """SELECT n.created_at, n.signals FROM interactions i
           JOIN interactions n ON n.actor_id = i.actor_id AND n.account_id = i.account_id
           WHERE i.id = ? AND n.id >= ? AND n.id < ? AND n.created_at > ?
             AND n.kind NOT IN ('reaction', 'repost', 'follow')
           ORDER BY n.id LIMIT 1""",
        (item_id, ids.at(after), ids.at(after + within), after),
    ).fetchone()
    return (int(found[0]), tuple(json.loads(found[1]))) if found else None
