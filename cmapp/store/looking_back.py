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
        f"""{_CAME} WHERE i.id >= ? AND i.id < ? AND i.created_at >= ? AND i.created_at < ?
              AND (? IS NULL OR i.account_id = ?) ORDER BY i.id""",
        (ids.at(since), ids.at(until + _LATE_ARRIVAL), since, until, account_id, account_id),
    )
    for r in found:
        yield _came(r)


_CAME = """SELECT i.id, i.account_id, i.kind, i.actor_id, a.name, a.handle, p.text, p.url,
     i.created_at, i.due_at, i.state, i.needs_reply, i.signals, i.assignee, i.done_at,
     i.first_reply_at
   FROM interactions i JOIN profiles a ON a.id = i.actor_id
   LEFT JOIN posts p ON p.id = i.post_id AND p.deleted_at IS NULL"""


def _came(row: sqlite.Row) -> Came:
    values = dict(row)
    values["needs_reply"] = bool(values["needs_reply"])
    values["signals"] = tuple(json.loads(values["signals"]))
    return Came(**values)


def counted(
    db: sqlite.Connection,
    since: int,
    until: int,
    *,
    as_of: int,
    accounts: Sequence[str] | None = None,
) -> tuple[dict[str, int], int, int]:
    """Return what came in [since, until): kind → how many, how many needed a reply, had one.

    An answer after `as_of` (UTC ms) is none yet.
    """
    where, values = _within(since, until, accounts)
    kinds: dict[str, int] = {}
    needed = had = 0
    for kind, n, needs, answered in db.execute(
        f"""SELECT i.kind, count(*), sum(i.needs_reply),
              sum(i.needs_reply AND i.first_reply_at IS NOT NULL AND i.first_reply_at <= ?)
            FROM interactions i NOT INDEXED WHERE {where} GROUP BY 1 ORDER BY 1""",
        (as_of, *values),
    ):
        kinds[kind] = int(n)
        needed += int(needs)
        had += int(answered)
    return kinds, needed, had


def said(
    db: sqlite.Connection,
    since: int,
    until: int,
    kinds: Sequence[str],
    *,
    accounts: Sequence[str] | None = None,
    one_of: int = 1,
) -> Iterator[tuple[int, int, str]]:
    """Yield (id, person, text) of what people said in [since, until), oldest first.

    `one_of`: of so many one, always the same ones.
    """
    where, values = _within(since, until, accounts)
    yield from db.execute(
        f"""SELECT i.id, i.actor_id, p.text FROM interactions i NOT INDEXED
            JOIN posts p ON p.id = i.post_id
            WHERE {where} AND i.kind IN (SELECT value FROM json_each(?))
              AND p.deleted_at IS NULL AND p.text <> '' AND (i.id % 1048573) % ? = 0
            ORDER BY i.id""",
        (*values, json.dumps(list(kinds)), one_of),
    )


def speaking(
    db: sqlite.Connection,
    since: int,
    until: int,
    kinds: Sequence[str],
    accounts: Sequence[str] | None = None,
) -> int:
    """Return how many interactions of some kinds came in [since, until)."""
    where, values = _within(since, until, accounts)
    found = db.execute(
        f"""SELECT count(*) FROM interactions i NOT INDEXED
            WHERE {where} AND i.kind IN (SELECT value FROM json_each(?))""",
        (*values, json.dumps(list(kinds))),
    )
    return int(found.fetchone()[0])


def by_ids(db: sqlite.Connection, wanted: Sequence[int]) -> list[Came]:
    """Return these interactions, oldest first."""
    return [
        _came(r)
        for r in db.execute(
            f"{_CAME} WHERE i.id IN (SELECT value FROM json_each(?)) ORDER BY i.id",
            (json.dumps(list(wanted)),),
        )
    ]


def signalled(
    db: sqlite.Connection,
    since: int,
    until: int,
    kinds: Sequence[str],
    accounts: Sequence[str] | None = None,
) -> Iterator[tuple[int, int, int, tuple[str, ...]]]:
    """Yield (id, person, length of the text, signals) of what was said with a signal."""
    where, values = _within(since, until, accounts)
    for item, person, length, signals in db.execute(
        f"""SELECT i.id, i.actor_id, length(p.text), i.signals FROM interactions i NOT INDEXED
            JOIN posts p ON p.id = i.post_id
            WHERE {where} AND i.kind IN (SELECT value FROM json_each(?)) AND i.signals <> '[]'
              AND p.deleted_at IS NULL AND p.text <> '' ORDER BY i.id""",
        (*values, json.dumps(list(kinds))),
    ):
        yield int(item), int(person), int(length), tuple(json.loads(signals))


def people(
    db: sqlite.Connection,
    since: int,
    until: int,
    kinds: Sequence[str],
    accounts: Sequence[str] | None = None,
) -> int:
    """Return how many people said something with words."""
    where, values = _within(since, until, accounts)
    found = db.execute(
        f"""SELECT count(DISTINCT i.actor_id) FROM interactions i NOT INDEXED
            JOIN posts p ON p.id = i.post_id
            WHERE {where} AND i.kind IN (SELECT value FROM json_each(?))
              AND p.deleted_at IS NULL AND p.text <> ''""",
        (*values, json.dumps(list(kinds))),
    )
    return int(found.fetchone()[0])


def _within(
    since: int, until: int, accounts: Sequence[str] | None
) -> tuple[str, tuple[int | str, ...]]:
    where = "i.id >= ? AND i.id < ? AND i.created_at >= ? AND i.created_at < ?"
    values: tuple[int | str, ...] = (ids.at(since), ids.at(until + _LATE_ARRIVAL), since, until)
    if accounts is None:
        return where, values
    return (
        f"{where} AND +i.account_id IN (SELECT value FROM json_each(?))",
        (*values, json.dumps(list(accounts))),
    )


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


def spoken(
    db: sqlite.Connection,
    accounts: Sequence[str],
    since: int,
    until: int,
    *,
    signal: str = "",
    most: int,
) -> tuple[list[tuple[int, int, int, str]], int]:
    """Return (id, person, at, text) of what was said in [since, until) (UTC ms), and how much was.

    Oldest first. `signal`: only what has it. Of more than `most` every so-many-th is told, drawn by
    their ids and so the same ones each time; what was deleted or emptied is not among them.
    """
    marks = ", ".join("?" * len(accounts))
    every = [
        int(r[0])
        for r in db.execute(
            f"""SELECT i.id FROM interactions i NOT INDEXED
                CROSS JOIN posts p ON p.id = i.post_id AND p.deleted_at IS NULL AND p.text <> ''
                WHERE i.id >= ? AND i.id < ? AND i.account_id IN ({marks})
                  AND i.kind NOT IN ('reaction', 'repost', 'follow')
                  AND (? = '' OR instr(i.signals, '"' || ? || '"')) ORDER BY i.id""",
            (ids.at(since), ids.at(until), *accounts, signal, signal),
        )
    ]
    step = max(1, -(-len(every) // most))
    found = db.execute(
        """SELECT i.id, i.actor_id, i.created_at, p.text FROM json_each(?) j
           CROSS JOIN interactions i ON i.id = j.value CROSS JOIN posts p ON p.id = i.post_id""",
        (json.dumps([i for i in every if (i & 1048575) % step == 0]),),
    )
    return [(int(r[0]), int(r[1]), int(r[2]), r[3]) for r in found], len(every)
