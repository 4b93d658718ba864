"""Near-duplicates in the store: what has no group yet, who leads, and the groups (IN-14).

`interactions.alike` is the id of the item that leads the group; of one that is like no other its
own; NULL until it was looked at.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cmapp.store import sqlite
from cmapp.store.database import Tx

_UNPLACED = "alike IS NULL AND state = 'open' AND kind NOT IN ('reaction', 'repost', 'follow')"


def unplaced(db: sqlite.Connection, *, after: int, limit: int) -> list[tuple[int, str]]:
    """Return (id, text) of open items that have no group yet, the oldest first behind `after`."""
    found = db.execute(
        f"""SELECT i.id, coalesce(p.text, '') FROM
              (SELECT id, post_id FROM interactions INDEXED BY interactions_unplaced
               WHERE {_UNPLACED} AND id > ? ORDER BY id LIMIT ?) i
            LEFT JOIN posts p ON p.id = i.post_id ORDER BY i.id""",
        (after, limit),
    )
    return [(int(r[0]), str(r[1])) for r in found]


def beyond(db: sqlite.Connection, most: int) -> int:
    """Return the id behind which lie the newest `most` that have no group yet; -1: all do."""
    found = db.execute(
        f"""SELECT id FROM interactions INDEXED BY interactions_unplaced
            WHERE {_UNPLACED} ORDER BY id DESC LIMIT 1 OFFSET ?""",
        (most,),
    ).fetchone()
    return int(found[0]) if found else -1


def leaders(db: sqlite.Connection, *, most: int) -> list[tuple[int, str]]:
    """Return (id, text) of those who lead a group that has open items, the newest groups."""
    found = db.execute(
        """SELECT g.alike, p.text FROM
             (SELECT DISTINCT alike FROM interactions INDEXED BY interactions_open_alike
              WHERE state = 'open' AND alike IS NOT NULL ORDER BY alike DESC LIMIT ?) g
           CROSS JOIN interactions i ON i.id = g.alike CROSS JOIN posts p ON p.id = i.post_id
           ORDER BY g.alike""",
        (most,),
    )
    return [(int(r[0]), str(r[1])) for r in found]


def place(tx: Tx, found: Iterable[tuple[int, int]]) -> None:
    """Write groups: (leader, item). What people decided about the items stays."""
    tx.db.executemany("UPDATE interactions SET alike = ? WHERE id = ?", found)


@dataclass(frozen=True, slots=True)
class Alike:
    """Open items that say nearly the same: `first` leads, `items` (at most some), newest first."""

    first: int
    count: int
    text: str
    items: tuple[int, ...]


def every(db: sqlite.Connection, *, limit: int, items: int = 20) -> list[Alike]:
    """Return the groups of open items, the largest first."""
    found = db.execute(
        """SELECT alike, count(*) AS n FROM interactions INDEXED BY interactions_open_alike
           WHERE state = 'open' AND alike IS NOT NULL GROUP BY alike HAVING n > 1
           ORDER BY n DESC, alike LIMIT ?""",
        (limit,),
    ).fetchall()
    groups = []
    for first, count in found:
        members = db.execute(
            """SELECT i.id, coalesce(p.text, '') FROM interactions i
               LEFT JOIN posts p ON p.id = i.post_id
               WHERE i.alike = ? AND i.state = 'open' ORDER BY i.id DESC LIMIT ?""",
            (first, items),
        ).fetchall()
        groups.append(
            Alike(int(first), int(count), members[-1][1], tuple(int(m[0]) for m in members))
        )
    return groups
