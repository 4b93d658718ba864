"""Which times of an account were read without a hole: elsewhere a chart is silent, not zero."""

from __future__ import annotations

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


def gaps(
    db: sqlite.Connection, account: str, since: int, until: int, *, stream: str = "inbox"
) -> list[tuple[int, int, str]]:
    """Return the times that nobody watched: (begin, end, why).

    `before_first`: before the account was ever read. `after_last`: since it was last read.
    `not_watched`: in between.
    """
    seen: Sequence[tuple[int, int]] = spans(db, account, since, until, stream=stream)
    ends = db.execute(
        "SELECT min(since), max(until) FROM watched WHERE account_id = ? AND stream = ?",
        (account, stream),
    ).fetchone()
    first, last = ends[0], ends[1]
    if first is None:
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
