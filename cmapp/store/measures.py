"""Numbers that were read or brought in at a time: followers, counts of posts, visits, spend."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cmapp.store import sqlite
from cmapp.store.database import Tx

YOUNG = 14 * 86_400_000
"""How long (ms) it is kept what a post of ours gets and when; later only where it stands."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A value at a moment (UTC ms). `post` 0: of the account as a whole.

    `source` is `platform`, or `import:<id>` for what a table brought.
    """

    account: str
    name: str
    at: int
    value: float
    post: int = 0
    source: str = "platform"


def keep(tx: Tx, found: Iterable[Measure]) -> None:
    """Keep measures; the same moment and source again replaces the value."""
    tx.db.executemany(
        """INSERT INTO measures (account_id, name, post_id, at, source, value)
           VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value""",
        [(m.account, m.name, m.post, m.at, m.source, m.value) for m in found],
    )


def between(
    db: sqlite.Connection, account: str, name: str, since: int, until: int, *, post: int = 0
) -> list[Measure]:
    """Return the measures of a name in [since, until), by time."""
    found = db.execute(
        """SELECT account_id, name, at, value, post_id, source FROM measures
           WHERE account_id = ? AND name = ? AND post_id = ? AND at >= ? AND at < ?
           ORDER BY at, source""",
        (account, name, post, since, until),
    )
    return [Measure(*row) for row in found]


def last_before(
    db: sqlite.Connection, account: str, name: str, before: int, *, post: int = 0
) -> Measure | None:
    """Return the newest measure of a name before a moment (UTC ms)."""
    found = db.execute(
        """SELECT account_id, name, at, value, post_id, source FROM measures
           WHERE account_id = ? AND name = ? AND post_id = ? AND at < ?
           ORDER BY at DESC LIMIT 1""",
        (account, name, post, before),
    ).fetchone()
    return Measure(*found) if found else None


def whole_or_posts(
    db: sqlite.Connection, account: str, name: str, since: int, until: int
) -> list[Measure]:
    """Return the measures in [since, until) of an account as a whole, else those of its posts.

    Never both: what is told of the whole has its posts in it.
    """
    found = db.execute(
        """SELECT account_id, name, at, value, post_id, source FROM measures
           WHERE account_id = ? AND name = ? AND at >= ? AND at < ? ORDER BY at, source""",
        (account, name, since, until),
    )
    every = [Measure(*row) for row in found]
    return [one for one in every if not one.post] or every
