"""A person taken out of the copies of the database, each of which is written anew and checked.

Copies of an older schema are deleted: today's program cannot change them without bringing them up
to date, and what they were kept for, the way back from an update, is long over.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cmapp.store import backups, erased, erasure, migrations, purging, scrubbing, sqlite
from cmapp.store.database import Tx
from cmapp.store.draft_copy import DraftCopy
from cmapp.store.erased import Tombstones
from cmapp.store.needles import Needles
from cmapp.store.opening import open_writer

_HALF = ".erasing"


@dataclass(slots=True)
class Copies:
    """What became of the copies. `left`: names of those that could not be opened."""

    anew: int = 0
    deleted: int = 0
    left: list[str] = field(default_factory=list)

    def facts(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return {"anew": self.anew, "deleted": self.deleted, "left": sorted(self.left)}


def listed(folder: Path) -> tuple[list[Path], list[Path]]:
    """Return the copies of today's schema, and all others."""
    found: tuple[list[Path], list[Path]] = ([], [])
    for path in sorted(folder.glob("*.sqlite3")) if folder.is_dir() else ():
        found[_version(path) != migrations.SCHEMA_VERSION].append(path)
    return found


def damaged(root: Path) -> list[str]:
    """Return the names of databases that were set aside as damaged: nothing changes them.

    They may hold whatever was there when they were damaged, people erased since, too.
    """
    return sorted(path.name for path in root.glob("*.damaged-*") if path.is_file())


def delete_damaged(root: Path) -> list[str]:
    """Delete the databases that were set aside as damaged, on a person's word; returns which.

    Raises OSError.
    """
    gone = damaged(root)
    for name in gone:
        (root / name).unlink(missing_ok=True)
    return gone


def opened(folder: Path) -> Iterator[sqlite.Connection]:
    """Yield a connection to each copy of today's schema, to read from until the next."""
    for path in listed(folder)[0]:
        with contextlib.suppress(sqlite.Error, OSError):
            db = sqlite.connect(path.resolve().as_uri() + "?mode=ro&immutable=1", uri=True)
            with contextlib.closing(db):
                yield db


def _version(path: Path) -> int | None:
    with contextlib.suppress(sqlite.Error, OSError):
        db = sqlite.connect(path.resolve().as_uri() + "?mode=ro&immutable=1", uri=True)
        try:
            return int(db.execute("PRAGMA user_version").fetchone()[0])
        finally:
            db.close()
    return None


def erase(
    folder: Path,
    tombs: Tombstones | None,
    marks: Sequence[str],
    needles: Needles,
    *,
    now: int,
) -> Copies:
    """Take the people with these marks out of every copy. `now`: UTC ms."""
    done = Copies()
    if not folder.is_dir() or tombs is None:
        return done
    for half in folder.glob(f"*{_HALF}*"):
        half.unlink(missing_ok=True)
    current, old = listed(folder)
    for path in old:
        if _version(path) is None:
            done.left.append(path.name)
            continue
        path.unlink(missing_ok=True)
        for suffix in (".json", ".drafts"):
            path.with_suffix(suffix).unlink(missing_ok=True)
        done.deleted += 1
    for path in current:
        try:
            _anew(path, tombs, set(marks), needles, now)
        except (sqlite.Error, OSError):
            done.left.append(path.name)
        else:
            done.anew += 1
    return done


def _anew(path: Path, tombs: Tombstones, marks: set[str], needles: Needles, now: int) -> None:
    half, fresh = path.with_name(path.name + _HALF), path.with_name(path.name + _HALF + ".new")
    try:
        shutil.copyfile(path, half)
        wal = path.with_name(path.name + "-wal")  # of one that was moved aside in use
        if wal.exists():
            shutil.copyfile(wal, half.with_name(half.name + "-wal"))
        db = open_writer(half)
        try:
            db.execute("BEGIN IMMEDIATE")
            tx = Tx(db)
            erased.keep_salt(db, tombs.salt)
            people = erasure.marked(db, marks, tombs.salt)
            if people:
                erasure.forget(tx, people, now=now)
            erasure.look(db, people)
            scrubbing.scrub(tx, needles, people, now=now)
            erased.take_over(db, tombs.marks)
            db.execute("COMMIT")
            purging.indexes(db)
            db.execute("VACUUM INTO ?", (str(fresh),))
            drafts = path.with_suffix(".drafts")
            if drafts.exists():  # what lies beside it says what it says
                DraftCopy(drafts).write_anew(db)
        finally:
            db.close()
        check = sqlite.connect(str(fresh))
        try:
            if check.execute("PRAGMA quick_check").fetchone()[0] != "ok":
                raise OSError(path.name)
        finally:
            check.close()
        with fresh.open("rb+") as written:
            os.fsync(written.fileno())
        facts = path.with_suffix(".json")
        wal.unlink(missing_ok=True)
        path.with_name(path.name + "-shm").unlink(missing_ok=True)
        fresh.replace(path)
        _told(facts, path)
    finally:
        for left in path.parent.glob(f"{path.name}{_HALF}*"):
            left.unlink(missing_ok=True)


def _told(facts: Path, path: Path) -> None:
    """Bring what is written down of a copy up to date: its hash and its size."""
    with contextlib.suppress(OSError, ValueError):
        told = json.loads(facts.read_bytes())
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        for name, value in (("sha256", digest), ("bytes", path.stat().st_size)):
            if name in told:
                told[name] = value
        backups.write_whole(facts, json.dumps(told).encode())
