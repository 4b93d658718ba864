"""Opening the database file, and telling its troubles in our words."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
import struct
from collections.abc import Iterator
from pathlib import Path

from cmapp.domain.errors import Trouble
from cmapp.store import sqlite
from cmapp.system import disks

APPLICATION_ID = 0x636D6170  # "cmap"
RESERVE_BYTES = 512 * 1024
"""A file of this size lies beside the database and is given up when the disk is full."""
PATIENCE = 2.0
"""For how many seconds a lock of another program is waited for."""
LOST = frozenset({"database_damaged", "database_missing"})
"""Troubles in which a rescue is the way on."""


class StoreTrouble(Trouble):
    """The database cannot be used: `profile_newer`, `disk_full`, `database_damaged` and so on."""

    code = "store"


def head(path: Path) -> tuple[int, int] | None:
    """Return (application id, schema version) of a file without touching it or what is beside it.

    None where there is nothing yet. Raises StoreTrouble (`not_a_profile`: a folder or a pipe stands
    there; `database_missing`: its name leads nowhere; `database_unreadable`, `database_damaged`),
    OSError, sqlite.Error.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise StoreTrouble("not_a_profile")
        with path.open("rb") as file:
            first = file.read(100)
    except FileNotFoundError:
        if path.is_symlink():  # to a disk that is not there, say: no new one is made in its place
            raise StoreTrouble("database_missing", path=str(path)) from None
        return None
    except PermissionError as problem:
        raise StoreTrouble("database_unreadable", path=str(path)) from problem
    if not first:  # what SQLite itself makes first
        return None
    if len(first) < 100 or not first.startswith(b"SQLite format 3\0"):
        raise StoreTrouble("database_damaged")
    if not _hot(path):
        version, application = struct.unpack(">60xi4xi28x", first)
        return application, version
    db = open_reader(path)
    try:
        db.row_factory = None
        application = db.execute("PRAGMA application_id").fetchone()[0]
        return int(application), int(db.execute("PRAGMA user_version").fetchone()[0])
    finally:
        db.close()


def _hot(path: Path) -> bool:
    """Tell whether a WAL or a journal says more than the file itself."""
    return any(
        beside.exists() and beside.stat().st_size
        for beside in (path.with_name(path.name + end) for end in ("-wal", "-journal"))
    )


def which(path: Path) -> tuple[int, int] | None:
    """Return (device, number) of the file that has a name now; (0, 0) for none, None: unknown."""
    try:
        there = path.stat()
    except FileNotFoundError:
        return (0, 0)
    except OSError:
        return None
    return (there.st_dev, there.st_ino) if there.st_ino else None


def refuse_network(path: Path) -> None:
    """Refuse a file system that other machines may write to (StoreTrouble `network_disk`)."""
    if (kind := disks.kind(path.parent)) in disks.OF_OTHERS:
        raise StoreTrouble("network_disk", kind=kind, path=str(path.parent))


def open_writer(path: Path) -> sqlite.Connection:
    """Open the writing connection: WAL, FULL, foreign keys.

    There is one at any time (`Engine.open` holds the profile's lock meanwhile): what damages files
    before SQLite 3.51.3 takes two that write or checkpoint at the same moment.
    """
    db = sqlite.connect(str(path), isolation_level=None, timeout=PATIENCE, check_same_thread=False)
    db.row_factory = sqlite.Row
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    db.execute("PRAGMA foreign_keys=ON")
    db.execute("PRAGMA secure_delete=ON")  # what is deleted is overwritten (PV-02)
    db.execute("PRAGMA cache_size=-16000")
    db.execute("PRAGMA temp_store=MEMORY")
    return db


def open_reader(path: Path) -> sqlite.Connection:
    """Open a `mode=ro` connection: SQLite itself refuses a write, and a checkpoint.

    In a folder that cannot be written to there is no place for the memory that connections share.
    A file that nobody has open needs none.
    """
    uri = path.resolve().as_uri() + "?mode=ro"
    if not os.access(path.parent, os.W_OK) and path.exists() and not _hot(path):
        uri += "&immutable=1"
    db = sqlite.connect(
        uri, uri=True, isolation_level=None, timeout=PATIENCE, check_same_thread=False
    )
    db.row_factory = sqlite.Row
    db.execute("PRAGMA cache_size=-2000")
    return db


@contextlib.contextmanager
def translated() -> Iterator[None]:
    """Turn the errors of SQLite, and of a disk that refuses, into StoreTrouble."""
    try:
        yield
    except OSError as problem:
        match problem.errno:
            case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
                raise StoreTrouble("disk_full") from problem
            case errno.EROFS | errno.EACCES | errno.EPERM:
                raise StoreTrouble("read_only") from problem
            case errno.EIO:
                raise StoreTrouble("disk_error") from problem
        raise
    except sqlite.Error as problem:
        text = str(problem)
        if is_full(problem):
            raise StoreTrouble("disk_full") from problem
        if "readonly" in text:
            raise StoreTrouble("read_only") from problem
        if "unable to open" in text:  # the file, or what SQLite has to make beside it
            raise StoreTrouble("database_unreadable") from problem
        if is_damage(problem):
            raise StoreTrouble("database_damaged") from problem
        if "disk I/O error" in text:  # quotas and file size limits come as this
            raise StoreTrouble("disk_error") from problem
        if "database is locked" in text:
            raise StoreTrouble("database_locked") from problem
        raise


_DAMAGE = (11, 26)
"""SQLITE_CORRUPT and SQLITE_NOTADB."""


def is_damage(problem: BaseException) -> bool:
    """Tell whether SQLite said that the file is damaged, or is none of its own."""
    return (
        isinstance(problem, sqlite.Error)
        and (getattr(problem, "sqlite_errorcode", None) or 0) & 0xFF in _DAMAGE
    )


def damage_mark(path: Path) -> Path:
    """Return the file that says that damage was noticed in a database: it is not written again."""
    return path.with_name(path.name + ".damaged")


def mark_damage(path: Path, said: str) -> None:
    """Have the database opened by nobody before a person has decided what becomes of it."""
    with contextlib.suppress(OSError):
        if not damage_mark(path).exists():
            damage_mark(path).write_text(said[:500] + "\n", encoding="utf-8")


def read_only(path: Path) -> bool:
    """Tell whether a database, or its folder, cannot be written to by this process."""
    there = path.exists()
    return not os.access(path.parent, os.W_OK) or (there and not os.access(path, os.W_OK))


_TO_OPEN = 64 * 1024
"""Bytes: what opening takes beside the file."""


def is_full(problem: BaseException) -> bool:
    """Tell whether SQLite said that the disk is full."""
    return isinstance(problem, sqlite.Error) and "disk is full" in str(problem)


def no_room(path: Path, problem: sqlite.Error) -> bool:
    """Tell whether a database cannot be opened since the disk is full.

    The first connection makes shared memory beside the file; where there is no room for it, SQLite
    speaks of an I/O error.
    """
    free = shutil.disk_usage(path.parent).free
    return is_full(problem) or ("disk I/O error" in str(problem) and free < _TO_OPEN)


def reserve_path(path: Path) -> Path:
    """Return where the reserve file of a database lies."""
    return path.with_name(path.name + ".reserve")


def keep_reserve(path: Path) -> bool:
    """Lay the reserve file down, if there is room to spare: it must not take the last of it.

    Returns whether it is there.
    """
    reserve = reserve_path(path)
    with contextlib.suppress(OSError):
        if reserve.exists() and reserve.stat().st_size == RESERVE_BYTES:
            return True
        if shutil.disk_usage(path.parent).free < 2 * RESERVE_BYTES:
            reserve.unlink(missing_ok=True)
        else:
            reserve.write_bytes(os.urandom(RESERVE_BYTES))  # what is all noughts may take no room
            return True
    return False


def give_up_reserve(path: Path) -> bool:
    """Delete the reserve file so that what was typed can be kept; False when it was gone."""
    try:
        reserve_path(path).unlink()
    except OSError:
        return False
    return True
