"""What rests wakes: at its time, or when its person writes again. A mere "thanks" wakes nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from cmapp.domain import signals
from cmapp.domain.records import NEEDS_REPLY, Kind
from cmapp.store import deeds, lanes, sqlite, threads
from cmapp.store.database import Tx

SPEAKING = (*NEEDS_REPLY, Kind.QUOTE, Kind.REVIEW)
"""The kinds in which somebody says something."""


@dataclass(frozen=True, slots=True)
class News:
    """A new interaction with words: our ids of it, of who wrote it, and of its post."""

    id: int
    actor_id: int
    post_id: int
    kind: str
    text: str
    created_at: int


def next_wake(db: sqlite.Connection) -> int | None:
    """Return when the first snoozed item wakes (UTC ms), None where none is snoozed."""
    found = db.execute("SELECT min(wake_at) FROM interactions WHERE wake_at IS NOT NULL")
    when = found.fetchone()[0]
    return int(when) if when is not None else None


def wake_due(tx: Tx, *, now: int) -> list[int]:
    """Wake what was snoozed until `now` or before; returns the ids. It stands in the queue then.

    It was put off and not dealt with, so it needs an answer, whatever it is.
    """
    found = tx.db.execute("SELECT id FROM interactions WHERE wake_at <= ?", (now,))
    due = [int(r[0]) for r in found]
    if due:
        _wake(tx, due, "time")
    return due


def by_answers(
    tx: Tx,
    account_id: str,
    news: Sequence[News],
    *,
    now: int,
) -> list[int]:
    """Wake what waits for those who wrote now, in the same thread or by message; returns the ids.

    What says no more than thanks is dealt with, and what it thanks for rests on. What waits for
    a reply of ours to leave is the landing check's affair (`author_again`).
    """
    resting = _resting(tx.db, account_id, news)
    if not resting:
        return []
    refs = threads.refs(
        tx.db, {n.post_id for n in news} | {r.post_id for rows in resting.values() for r in rows}
    )
    woken: set[int] = set()
    thanks: set[int] = set()
    for new in news:
        for old in resting.get(new.actor_id, ()):
            if old.id == new.id or old.created_at > new.created_at:
                continue
            message = old.kind == new.kind == Kind.MESSAGE
            if message or not set(refs[old.post_id]).isdisjoint(refs[new.post_id]):
                if signals.no_more_than_thanks(new.text):
                    thanks.add(new.id)
                else:
                    woken.add(old.id)
    if woken:
        _wake(tx, sorted(woken), "answer")
    if thanks:
        tx.db.execute(
            """UPDATE interactions SET state = 'done', needs_reply = 0, done_at = ?
               WHERE id IN (SELECT value FROM json_each(?)) AND state = 'open'""",
            (now, json.dumps(sorted(thanks))),
        )
    return sorted(woken)


def _resting(db: sqlite.Connection, account_id: str, news: Sequence[News]) -> dict[int, list[News]]:
    """Return what waits for these people: our id of the person → items, without their texts."""
    found = db.execute(
        """SELECT i.id, i.actor_id, i.post_id, i.kind, i.created_at FROM json_each(?) j
           CROSS JOIN interactions i ON i.actor_id = j.value AND i.account_id = ?
           WHERE i.state = 'waiting' AND i.post_id IS NOT NULL AND NOT EXISTS (
             SELECT 1 FROM outbox o WHERE o.item_id = i.id
               AND o.state IN ('ready', 'sending', 'uncertain', 'review'))""",
        (json.dumps(sorted({n.actor_id for n in news})), account_id),
    )
    resting: dict[int, list[News]] = {}
    for r in found:
        old = News(r["id"], r["actor_id"], r["post_id"], r["kind"], "", r["created_at"])
        resting.setdefault(old.actor_id, []).append(old)
    return resting


def _wake(tx: Tx, items: Sequence[int], why: str) -> None:
    tx.db.execute(
        """UPDATE interactions SET state = 'open', needs_reply = 1, wake_at = NULL, woke = ?
           WHERE id IN (SELECT value FROM json_each(?))""",
        (why, json.dumps(list(items))),
    )
    lanes.again(tx, items)  # what needed no reply stood in none
    deeds.touch(tx, items)
