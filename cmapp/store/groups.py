"""Near-duplicates in the store: what has no group yet, who leads, and the groups (IN-14).

`interactions.alike` is the id of the item that leads the group; of one that is like no other its
own; NULL until it was looked at.
"""

from __future__ import annotations

import json
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
    pairs = list(found)
    tx.db.executemany("UPDATE interactions SET alike = ? WHERE id = ?", pairs)
    if any(leader != item for leader, item in pairs):
        tx.touch("inbox")  # rows say how many are like them


_COUNTED = 1_000
"""A group is counted no further: what asks shows one block of rows."""


def sizes(db: sqlite.Connection, items: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Return item → (leader, how many of its group are open) for open items in a group of two on.

    One look into the index of open groups; a count ends at `_COUNTED`.
    """
    found = db.execute(
        """WITH here AS MATERIALIZED (
             SELECT i.id, i.alike FROM json_each(?) j CROSS JOIN interactions i ON i.id = j.value
             WHERE +i.state = 'open' AND +i.alike IS NOT NULL),
           counted AS MATERIALIZED (
             SELECT d.alike, (SELECT count(*) FROM (
               SELECT 1 FROM interactions INDEXED BY interactions_open_alike
               WHERE state = 'open' AND alike = d.alike LIMIT ?)) AS n
             FROM (SELECT DISTINCT alike FROM here) d)
           SELECT h.id, h.alike, c.n FROM here h JOIN counted c ON c.alike = h.alike
           WHERE c.n > 1""",
        (json.dumps(list(items)), _COUNTED),
    )
    return {int(r[0]): (int(r[1]), int(r[2])) for r in found}


def open_ones(db: sqlite.Connection, leader: int) -> list[int]:
    """Return the open items of a group, the newest first."""
    found = db.execute(
        """SELECT id FROM interactions INDEXED BY interactions_open_alike
           WHERE state = 'open' AND alike = ? ORDER BY id DESC""",
        (leader,),
    )
    return [int(r[0]) for r in found]


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
