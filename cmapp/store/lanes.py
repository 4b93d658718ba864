"""The lane of an item: who is first in the queue (IN-08, CP-09). One rule, said twice.

A hand outranks everything; a VIP outranks what the text says; a complaint comes before the rest.
`lane` tells it of one that comes in, `again` in SQL of many that are stored.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from cmapp.store import sqlite
from cmapp.store.database import Tx
from cmapp.store.inbox import LOW, NEGATIVE, NORMAL, URGENT

NEGATIVES = ("complaint",)
"""The signals that put an item into the negative lane."""


def lane(signals: Iterable[str], *, priority: int = 0, vip: bool = False) -> int:
    """Return the lane of an item with these signals."""
    if priority:
        return URGENT if priority > 0 else LOW
    if vip:
        return URGENT
    return NEGATIVE if set(signals).intersection(NEGATIVES) else NORMAL


def is_vip(db: sqlite.Connection, profile_id: int) -> bool:
    """Tell whether a profile is of a person on the VIP list, whichever identity was put there."""
    return bool(
        db.execute(f"SELECT {_VIP} FROM (SELECT ? AS actor_id) i", (profile_id,)).fetchone()[0]
    )


_VIP = """EXISTS (SELECT 1 FROM profiles a JOIN contacts k ON k.id = a.contact_id
  LEFT JOIN contacts m ON m.person = k.person WHERE a.id = i.actor_id AND (k.vip OR m.vip))"""


def again(tx: Tx, items: Sequence[int]) -> int:
    """Judge the lanes of stored items anew; returns how many changed."""
    negatives = ", ".join(f"'{name}'" for name in NEGATIVES)
    rule = f"""CASE WHEN i.priority > 0 THEN {URGENT} WHEN i.priority < 0 THEN {LOW}
      WHEN {_VIP} THEN {URGENT}
      WHEN EXISTS (SELECT 1 FROM json_each(i.signals) s WHERE s.value IN ({negatives}))
        THEN {NEGATIVE} ELSE {NORMAL} END"""
    return tx.db.execute(
        f"""UPDATE interactions AS i SET lane = {rule}
            WHERE i.id IN (SELECT value FROM json_each(?)) AND i.lane <> {rule}""",
        (json.dumps(list(items)),),
    ).rowcount


def of_people(db: sqlite.Connection, profile_ids: Sequence[int]) -> list[int]:
    """Return the items of these profiles that still stand in the queue."""
    found = db.execute(
        """SELECT i.id FROM json_each(?) j CROSS JOIN interactions i ON i.actor_id = j.value
           WHERE +i.state IN ('open', 'waiting')""",
        (json.dumps(list(profile_ids)),),
    )
    return [int(r[0]) for r in found]
