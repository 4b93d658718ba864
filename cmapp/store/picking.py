"""Which items are meant: by their ids, by the ids of their posts, by their group."""

from __future__ import annotations

import json
from collections.abc import Sequence

from cmapp.store import sqlite


def resolve(db: sqlite.Connection, asked: Sequence[int]) -> dict[int, int]:
    """Return given id → id of the interaction, which a post's id stands for, too.

    What is neither is not among the keys.
    """
    numbers = json.dumps(list(asked))
    known = {
        int(r[0]): int(r[0])
        for r in db.execute(
            "SELECT id FROM interactions WHERE id IN (SELECT value FROM json_each(?))", (numbers,)
        )
    }
    rest = [i for i in asked if i not in known]
    if rest:
        known |= {
            int(r[0]): int(r[1])
            for r in db.execute(
                """SELECT i.post_id, min(i.id) FROM json_each(?) j
                   CROSS JOIN interactions i ON i.post_id = j.value
                   WHERE i.kind NOT IN ('reaction', 'repost') GROUP BY i.post_id""",
                (json.dumps(rest),),
            )
        }
    return known


def alike(db: sqlite.Connection, item_id: int) -> list[int]:
    """Return the group of near-duplicates that an item belongs to, newest first."""
    found = db.execute(
        """SELECT id FROM interactions WHERE alike =
             (SELECT coalesce(alike, id) FROM interactions WHERE id = ?1) OR id = ?1
           ORDER BY id DESC""",
        (item_id,),
    )
    return [int(r[0]) for r in found]
