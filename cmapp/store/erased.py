"""Who was erased, without a name: salted hashes, so that a sync or a restore brings nobody back.

A mark is the hash of what something is (`person`, `post`, `deed`, `name`, `masked`), its realm and
its id there, with a salt of this profile. The same marks lie in `erased.json` beside the database:
a backup that is put in its place does not have them.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cmapp.store import sqlite
from cmapp.system import settings
from cmapp.system.paths import Paths

What = Literal["person", "post", "deed", "name", "masked"]


def salt(db: sqlite.Connection, *, make: bool = False) -> bytes | None:
    """Return the salt of this profile; None where nobody was ever erased (`make`: one now)."""
    found = db.execute("SELECT value FROM meta WHERE name = 'erased_salt'").fetchone()
    if found is not None:
        return bytes.fromhex(found[0])
    if not make:
        return None
    fresh = secrets.token_bytes(32)
    keep_salt(db, fresh)
    return fresh


def keep_salt(db: sqlite.Connection, given: bytes) -> None:
    """Take a salt over: that of the profile whose backup this is.

    The one that was here stays beside it where marks were made with it: they still hold.
    """
    present = salt(db)
    db.execute("INSERT OR REPLACE INTO meta VALUES ('erased_salt', ?)", (given.hex(),))
    if present is not None and present != given and any_at_all(db):
        keep_others(db, [present])


def keep_others(db: sqlite.Connection, given: Iterable[bytes]) -> None:
    """Keep salts that marks were made with elsewhere."""
    known = {one.hex() for one in (*salts(db)[1:], *given)} - {(salt(db) or b"").hex()}
    db.execute(
        "INSERT OR REPLACE INTO meta VALUES ('erased_salts', ?)", (json.dumps(sorted(known)),)
    )


def salts(db: sqlite.Connection) -> tuple[bytes, ...]:
    """Return every salt that marks were made with, the one of this profile first."""
    first = salt(db)
    found = db.execute("SELECT value FROM meta WHERE name = 'erased_salts'").fetchone()
    others = [bytes.fromhex(one) for one in json.loads(found[0])] if found else []
    return tuple(dict.fromkeys(one for one in (first, *others) if one is not None))


def mark(given: bytes, what: What, realm: str, ref: str) -> str:
    """Return the mark of one thing."""
    hashed = hashlib.blake2b(
        f"{what}\0{realm}\0{ref}".encode("utf-8", "replace"), key=given, digest_size=16
    )
    return hashed.hexdigest()


def add(db: sqlite.Connection, marks: Iterable[str], *, now: int) -> None:
    """Keep marks; one that is known gets the new time (`now`: UTC ms)."""
    take_over(db, dict.fromkeys(marks, now))


def take_over(db: sqlite.Connection, marks: Mapping[str, int]) -> None:
    """Keep marks of elsewhere, each with its time (UTC ms), or the later one that is known."""
    db.executemany(
        "INSERT INTO erased VALUES (?, ?) ON CONFLICT DO UPDATE SET at = max(at, excluded.at)",
        marks.items(),
    )


def among(db: sqlite.Connection, marks: Iterable[str]) -> dict[str, int]:
    """Return which of these marks are kept, and since when (UTC ms)."""
    found = db.execute(
        "SELECT mark, at FROM erased WHERE mark IN (SELECT value FROM json_each(?))",
        (json.dumps(list(marks)),),
    )
    return {row[0]: row[1] for row in found}


def any_at_all(db: sqlite.Connection) -> bool:
    """Tell whether anybody was ever erased here."""
    return db.execute("SELECT 1 FROM erased LIMIT 1").fetchone() is not None


@dataclass(frozen=True, slots=True)
class Tombstones:
    """What `erased.json` says: the salt, and each mark with its time (UTC ms).

    `others`: salts that some of the marks were made with, in a profile that was restored here.
    """

    salt: bytes
    marks: Mapping[str, int]
    others: tuple[bytes, ...] = ()


def of_store(db: sqlite.Connection) -> Tombstones | None:
    """Return all marks of a database; None where there are none."""
    given = salt(db)
    if given is None:
        return None
    marks = {r[0]: r[1] for r in db.execute("SELECT mark, at FROM erased")}
    return Tombstones(given, marks, tuple(one for one in salts(db) if one != given))


def write_file(folder: Path, found: Tombstones) -> None:
    """Write `erased.json`: the old one or the new one is there, whole. Raises OSError."""
    body = {
        "salt": found.salt.hex(),
        "others": [one.hex() for one in found.others],
        "marks": dict(found.marks),
    }
    settings.replace(Paths(folder).erased, json.dumps(body, separators=(",", ":")).encode())


def read_file(folder: Path) -> Tombstones | None:
    """Return what lies beside the database; None where there is nothing that can be read."""
    wrong = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError)
    with contextlib.suppress(*wrong):
        found = json.loads(Paths(folder).erased.read_bytes())
        marks = {str(one): int(at) for one, at in found["marks"].items()}
        others = tuple(bytes.fromhex(one) for one in found.get("others", ()))
        return Tombstones(bytes.fromhex(found["salt"]), marks, others)
    return None
