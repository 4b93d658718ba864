"""Likes and reposts, grouped: so many of one kind on one post of ours are one row to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cmapp.store import sqlite

KINDS = ("reaction", "repost")
NAMES = 3


@dataclass(frozen=True, slots=True)
class Crowd:
    """All of one kind towards one post (`target_ref`; None: towards none), in one state.

    `names` are of the newest who did it, the newest first. Times are UTC ms.
    """

    account_id: str
    kind: str
    target_ref: str | None
    count: int
    newest_id: int
    newest_at: int
    names: tuple[str, ...]
    text: str | None


def every(
    db: sqlite.Connection,
    *,
    state: str = "open",
    account_id: str | None = None,
    before: int | None = None,
    limit: int = 50,
) -> list[Crowd]:
    """Return the groups, that of the newest deed first (behind the id `before`)."""
    found = db.execute(
        f"""SELECT account_id, kind, target_ref, count(*) AS n, max(id) AS newest
            FROM interactions WHERE state = ? AND kind IN ('reaction', 'repost')
              {"AND account_id = ?" if account_id else ""}
            GROUP BY account_id, kind, target_ref
            {"HAVING newest < ?" if before is not None else ""}
            ORDER BY newest DESC LIMIT ?""",
        [v for v in (state, account_id, before, limit) if v is not None],
    ).fetchall()
    return [_crowd(db, state, r) for r in found]


def count(db: sqlite.Connection, *, state: str = "open") -> int:
    """Return how many groups there are."""
    found = db.execute(
        """SELECT count(*) FROM (SELECT 1 FROM interactions WHERE state = ?
             AND kind IN ('reaction', 'repost') GROUP BY account_id, kind, target_ref)""",
        (state,),
    ).fetchone()
    return int(found[0])


def _crowd(db: sqlite.Connection, state: str, row: sqlite.Row) -> Crowd:
    who = db.execute(
        """SELECT a.name, a.handle, i.created_at, c.realm FROM interactions i
           JOIN profiles a ON a.id = i.actor_id JOIN accounts c ON c.id = i.account_id
           WHERE i.state = ? AND i.account_id = ? AND i.kind = ? AND i.target_ref IS ?
             AND i.kind IN ('reaction', 'repost') ORDER BY i.id DESC LIMIT ?""",
        (state, row["account_id"], row["kind"], row["target_ref"], NAMES),
    ).fetchall()
    said = db.execute(
        "SELECT text FROM posts WHERE realm = ? AND remote_id = ?",
        (who[0]["realm"], row["target_ref"]),
    ).fetchone()
    return Crowd(
        row["account_id"],
        row["kind"],
        row["target_ref"],
        int(row["n"]),
        int(row["newest"]),
        int(who[0]["created_at"]),
        tuple(str(w["name"] or w["handle"]) for w in who),
        said["text"] if said else None,
    )


def members(
    db: sqlite.Connection,
    account_id: str,
    kind: str,
    target_ref: str | None,
    *,
    states: Sequence[str] = ("open", "waiting"),
) -> list[int]:
    """Return the ids of those of a group that are in one of `states`, newest first."""
    found: list[int] = []
    for state in states:
        found += [
            int(r[0])
            for r in db.execute(
                """SELECT id FROM interactions WHERE state = ? AND account_id = ? AND kind = ?
                     AND target_ref IS ? AND kind IN ('reaction', 'repost') ORDER BY id DESC""",
                (state, account_id, kind, target_ref),
            )
        ]
    return found
