"""Which times of an account were read without a hole: elsewhere a chart is silent, not zero."""

from __future__ import annotations

import json
from collections.abc import Sequence

from cmapp.store import sqlite
from cmapp.store.database import Tx


def note(tx: Tx, account: str, since: int, until: int, *, stream: str = "inbox") -> None:
    """Note that everything from `since` to `until` (UTC ms) was read; joins what touches it."""
    touching = tx.db.execute(
        """SELECT since, until FROM watched
           WHERE account_id = ? AND stream = ? AND until >= ? AND since <= ?""",
        (account, stream, since, until),
    ).fetchall()
    first = min([since, *(r[0] for r in touching)])
    last = max([until, *(r[1] for r in touching)])
    for row in touching:
        tx.db.execute(
            "DELETE FROM watched WHERE account_id = ? AND stream = ? AND since = ?",
            (account, stream, row[0]),
        )
    tx.db.execute("INSERT INTO watched VALUES (?, ?, ?, ?)", (account, stream, first, last))


def forget(tx: Tx, account: str, after: int, *, stream: str = "inbox") -> None:
    """Forget what was noted beyond a moment (UTC ms): by a clock that was ahead."""
    tx.db.execute(
        "DELETE FROM watched WHERE account_id = ? AND stream = ? AND since >= ?",
        (account, stream, after),
    )
    tx.db.execute(
        "UPDATE watched SET until = ?3 WHERE account_id = ?1 AND stream = ?2 AND until > ?3",
        (account, stream, after),
    )


def spans(
    db: sqlite.Connection, account: str, since: int, until: int, *, stream: str = "inbox"
) -> list[tuple[int, int]]:
    """Return the watched times within a span, in order, cut to it."""
    found = db.execute(
        """SELECT max(since, ?), min(until, ?) FROM watched
           WHERE account_id = ? AND stream = ? AND until > ? AND since < ? ORDER BY since""",
        (since, until, account, stream, since, until),
    )
    return [(int(r[0]), int(r[1])) for r in found]


def known(db: sqlite.Connection, accounts: Sequence[str], as_of: int) -> dict[str, int]:
    """Return "account stream" → until when it had been read at a moment (UTC ms)."""
    found = db.execute(
        """SELECT account_id, stream, max(until) FROM watched
           WHERE account_id IN (SELECT value FROM json_each(?)) GROUP BY 1, 2 ORDER BY 1, 2""",
        (json.dumps(list(accounts)),),
    )
    return {f"{account} {stream}": min(int(until), as_of) for account, stream, until in found}


def gaps(
    db: sqlite.Connection,
    account: str,
    since: int,
    until: int,
    *,
    stream: str = "inbox",
    known: int | None = None,
) -> list[tuple[int, int, str]]:
    """Return the times that nobody watched: (begin, end, why).

    `known`: what was read after this moment counts as not read yet.

    `before_first`: before the account was ever read. `after_last`: since it was last read.
    `not_watched`: in between.
    """
    seen: Sequence[tuple[int, int]] = spans(db, account, since, until, stream=stream)
    ends = db.execute(
        "SELECT min(since), max(until) FROM watched WHERE account_id = ? AND stream = ?",
        (account, stream),
    ).fetchone()
    first, last = ends[0], ends[1]
    if known is not None and first is not None:
        seen = [(a, min(b, known)) for a, b in seen if a < known]
        last = min(last, known)
    if first is None or first > last:
        return [(since, until, "before_first")]
    holes: list[tuple[int, int, str]] = []
    at = since
    for begin, end in [*seen, (until, until)]:
        if begin > at:
            if at < first:
                holes.append((at, min(begin, first), "before_first"))
                at = min(begin, first)
            middle = min(begin, max(last, at))
            if middle > at:
                holes.append((at, middle, "not_watched"))
            if begin > middle:
                holes.append((middle, begin, "after_last"))
        at = max(at, end)
    return holes
