"""The lane of an item: who is first in the queue (IN-08, CP-09). One rule, said twice.

A hand outranks everything; a VIP outranks what the text says; a complaint comes before the rest.
`lane` tells it of one that comes in, `again` in SQL of many that are stored.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cmapp.store import sqlite
from cmapp.store.database import Tx

URGENT, NEGATIVE, NORMAL, LOW = range(4)
"""The lanes of the queue, first to last: VIPs and raised priority, complaints, the rest, lowered
priority. Within a lane the earliest `due_at` comes first (IN-04, IN-08, CP-09)."""

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


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an interaction stands in the queue, and what decides that."""

    id: int
    account_id: str
    kind: str
    actor_id: int
    created_at: int
    reply_until: int | None
    priority: int
    signals: tuple[str, ...]
    lane: int
    due_at: int


def of_people(db: sqlite.Connection, profile_ids: Sequence[int]) -> list[Standing]:
    """Return what stands in the queue from these profiles, or may come back to it.

    Not what needs no reply: it has no lane, and gets one with the verdict that it does.
    """
    # no post is read: of one who writes every day that would be thousands
    found = db.execute(
        """SELECT i.id, i.account_id, i.kind, i.actor_id, i.created_at, s.reply_until,
             i.priority, i.signals, i.lane, i.due_at
           FROM json_each(?) j CROSS JOIN interactions i ON i.actor_id = j.value
           LEFT JOIN post_states s ON s.account_id = i.account_id AND s.post_id = i.post_id
           WHERE (+i.state = 'open' AND +i.needs_reply = 1) OR +i.state = 'waiting'""",
        (json.dumps(list(profile_ids)),),
    )
    made = []
    for row in found:
        values = dict(row)
        values["signals"] = tuple(json.loads(values["signals"]))
        made.append(Standing(**values))
    return made


def put(tx: Tx, moved: Iterable[tuple[int, int, int]]) -> None:
    """Write where interactions stand now: (id, lane, due at)."""
    tx.db.executemany("UPDATE interactions SET lane = ?2, due_at = ?3 WHERE id = ?1", list(moved))
