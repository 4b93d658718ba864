"""Ids that are time: newest first is primary-key order everywhere.

`id = created_ms << 20 | 20 bits`; the bits are a hash for what came from a platform (the same
thing gets the same id on every desk) and random for what is made here. `created_at` stays the
truth; the id only orders.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from cmapp.store import sqlite
from cmapp.system.later import later

if TYPE_CHECKING:
    import hashlib
    import secrets
else:  # OpenSSL and its like are needed to make ids, not to read rows
    hashlib, secrets = later("hashlib"), later("secrets")

_BITS = 20
_MASK = (1 << _BITS) - 1
_EARLIEST = 946_684_800_000  # 2000-01-01
_DAY = 86_400_000


def sane(created_at: int, *, now: int) -> int:
    """Return `created_at` if it can be true, else `now` (when we first saw it). UTC ms."""
    return created_at if _EARLIEST <= created_at <= now + _DAY else now


def remote(created_at: int, realm: str, remote_id: str) -> int:
    """Return the id for something that a platform made."""
    digest = hashlib.blake2b(f"{realm}\0{remote_id}".encode("utf-8", "replace"), digest_size=3)
    return created_at << _BITS | int.from_bytes(digest.digest()) & _MASK


def made_here(now: int) -> int:
    """Return the id for something that is made on this desk."""
    return now << _BITS | secrets.randbits(_BITS)


def new(db: sqlite.Connection, table: str, now: int) -> int:
    """Return the id for a new row of a table that is made on this desk: one that no row has.

    Of a thousand rows that a loop makes in one millisecond, two draw the same bits in four of ten
    runs.
    """
    number = made_here(now)
    while db.execute(f"SELECT 1 FROM {table} WHERE id = ?", (number,)).fetchone():
        number += 1
    return number


def at(when: int) -> int:
    """Return the smallest id of that moment (UTC ms), to compare ids with a time."""
    return when << _BITS


def when(number: int) -> int:
    """Return the moment of an id (UTC ms)."""
    return number >> _BITS


def moment(column: str) -> str:
    """Return SQL: the moment of an id in a column (UTC ms)."""
    return f"({column} >> {_BITS})"


def free(db: sqlite.Connection, table: str, wanted: Mapping[str, int]) -> dict[str, int]:
    """Return the wanted ids of new rows, each that is taken moved to the next one free."""
    taken = {
        r[0]
        for r in db.execute(
            f"SELECT id FROM {table} WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(wanted.values())),),
        )
    }
    made: dict[str, int] = {}
    for key, number in wanted.items():
        while number in taken:
            number += 1
            if db.execute(f"SELECT 1 FROM {table} WHERE id = ?", (number,)).fetchone():
                taken.add(number)
        taken.add(number)
        made[key] = number
    return made
