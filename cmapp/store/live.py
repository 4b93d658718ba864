"""Imported logs of live chats, and which of their lines ask the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cmapp.domain.live_chat import Cluster, Line
from cmapp.store import ids, sqlite
from cmapp.store.database import Tx


@dataclass(frozen=True, slots=True)
class Log:
    """One imported live chat. `digest` is the hash of the file: the same file is one log."""

    id: int
    name: str
    account_id: str | None
    imported_at: int
    digest: str
    lines: int


def every(db: sqlite.Connection) -> list[Log]:
    """Return the imported logs, newest first."""
    return [
        Log(**dict(r))
        for r in db.execute(
            """SELECT id, name, account_id, imported_at, digest,
                 (SELECT count(*) FROM live_lines WHERE log_id = id) AS lines
               FROM live_logs ORDER BY id DESC"""
        )
    ]


def by_digest(db: sqlite.Connection, digest: str) -> Log | None:
    """Return the log that was made of this very file."""
    return next((log for log in every(db) if log.digest == digest), None)


def keep(
    tx: Tx,
    name: str,
    digest: str,
    lines: Sequence[Line],
    found: Sequence[Cluster],
    *,
    account_id: str | None,
    now: int,
) -> int:
    """Store a log with its clusters and return its id."""
    number = ids.new(tx.db, "live_logs", now)
    tx.db.execute(
        "INSERT INTO live_logs (id, name, account_id, imported_at, digest) VALUES (?, ?, ?, ?, ?)",
        (number, name, account_id, now, digest),
    )
    of = {n: place for place, cluster in enumerate(found) for n in cluster.lines}
    tx.db.executemany(
        "INSERT INTO live_lines (log_id, n, at, who, text, cluster) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (number, n, None if x.at is None else int(x.at * 1000), x.who, x.text, of.get(n))
            for n, x in enumerate(lines)
        ],
    )
    tx.touch("live")
    return number


def remove(tx: Tx, number: int) -> bool:
    """Delete a log; tell whether it was there."""
    tx.db.execute("DELETE FROM live_lines WHERE log_id = ?", (number,))
    gone = tx.db.execute("DELETE FROM live_logs WHERE id = ?", (number,)).rowcount
    tx.touch("live")
    return bool(gone)


def lines(
    db: sqlite.Connection, number: int, *, cluster: int | None = None
) -> list[tuple[int, int | None, str, str, int | None]]:
    """Return lines of a log: (n, ms from its start, who, text, cluster), in order."""
    found = db.execute(
        "SELECT n, at, who, text, cluster FROM live_lines WHERE log_id = ?"
        " AND (? IS NULL OR cluster = ?) ORDER BY n",
        (number, cluster, cluster),
    )
    return [(r[0], r[1], r[2], r[3], r[4]) for r in found]
