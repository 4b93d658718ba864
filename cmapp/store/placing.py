"""Putting another database in the place of the present one, which is moved aside and kept.

Each step can be repeated after a kill: what is asked for stands in a file (`restore.json`) until
all of it is done. A WAL goes with the file that it belongs to and is never left beside another.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from cmapp.store import salvage, sqlite
from cmapp.store.backups import Copy, moment_of, write_whole
from cmapp.store.database import Tx
from cmapp.store.migrations import verify
from cmapp.store.opening import StoreTrouble, damage_mark, open_reader, open_writer, translated
from cmapp.system import failpoint
from cmapp.system.durable import sync_folder
from cmapp.system.paths import Paths

What = Literal["restore", "rescue", "empty"]
_BESIDE = ("", "-wal", "-shm", ".schema")
"""What belongs to a database, by the end of its name; the database itself goes first."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to stand in the database's place.

    `restore`: the backup `name`; `rescue`: the newest good backup (or `name`) and what can be
    read of the damaged file; `empty`: accounts and drafts alone. `ready`: it lies there complete,
    and only the places are to be changed. `facts`: what is told when it is done.
    """

    what: What
    name: str = ""
    asked_at: int = 0
    ready: bool = False
    facts: Mapping[str, Any] | None = None


def fresh(paths: Paths) -> Path:
    """Return where the database is made that is to take the place."""
    return paths.root / "cmapp.restored.sqlite3"


def ask(paths: Paths, order: Order) -> None:
    """Write down what is to be done before the database is opened again. Raises OSError."""
    write_whole(paths.order, json.dumps(asdict(order)).encode())
    sync_folder(paths.root)


def asked(paths: Paths) -> Order | None:
    """Return what is to be done; None for nothing, or where that file says nothing."""
    try:
        order = Order(**json.loads(paths.order.read_bytes()))
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    kinds = ((order.name, str), (order.asked_at, int), (order.ready, bool))
    facts = order.facts is None or isinstance(order.facts, dict)
    sane = order.what in get_args(What) and facts
    return order if sane and all(isinstance(value, kind) for value, kind in kinds) else None


def clear(paths: Paths) -> None:
    """Remove what was made to take the database's place."""
    made = fresh(paths)
    for suffix in (*_BESIDE, ".reserve"):
        made.with_name(made.name + suffix).unlink(missing_ok=True)


def drop(paths: Paths) -> None:
    """Forget what was to be done, and what was made for it."""
    clear(paths)
    paths.order.unlink(missing_ok=True)


def begun(paths: Paths) -> bool:
    """Tell whether places have begun to change: one of the two databases is not where it was."""
    return not (paths.database.exists() and fresh(paths).exists())


def settle(path: Path) -> None:
    """Bring a database's WAL into it, if it can be done: then it is one file."""
    with contextlib.suppress(sqlite.Error):
        db = open_writer(path)
        try:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            db.close()


def put_in_place(paths: Paths, order: Order) -> Path | None:
    """Move the present database aside and the new one into its place; returns where it lies now.

    May be called again after a kill at any step. Raises OSError.
    """
    database, new = paths.database, fresh(paths)
    kind = "replaced" if order.what == "restore" else "damaged"
    aside = paths.backups if kind == "replaced" else paths.root
    aside.mkdir(mode=0o700, exist_ok=True)
    stem = "replaced-" if kind == "replaced" else f"{database.stem}.damaged-"
    moved = aside / f"{stem}{moment_of(order.asked_at)}.sqlite3"
    if new.exists():
        for suffix in _BESIDE:  # the database first: what is left without it opens nothing
            there = database.with_name(database.name + suffix)
            if there.exists():
                there.rename(_free(moved.with_name(moved.name + suffix)))
                failpoint.reached("restore.aside")  # once for each of the files
        sync_folder(aside)
        sync_folder(paths.root)
        failpoint.reached("restore.moved")
        new.rename(database)
        sync_folder(paths.root)
        failpoint.reached("restore.named")
    damage_mark(database).unlink(missing_ok=True)
    return moved if moved.exists() else None


def _free(path: Path) -> Path:
    """Return a path that nothing has: what is moved aside takes the place of nothing."""
    found, n = path, 1
    while found.exists():
        n += 1
        found = path.with_name(f"{path.name}.{n}")
    return found


def readable(path: Path) -> bool:
    """Tell whether a database can be believed: it opens, is ours, and its pages are whole."""
    if not path.exists() or damage_mark(path).exists():
        return False
    try:
        db = open_reader(path)
        try:
            verify(db)
            return str(db.execute("PRAGMA quick_check(1)").fetchone()[0]) == "ok"
        finally:
            db.close()
    except (sqlite.Error, StoreTrouble):
        return False


def look_again(path: Path) -> bool:
    """Read every page of a database that was marked as damaged; one that is whole loses its mark.

    Each index is compared with its table, too.
    """
    try:
        db = open_reader(path)
        try:
            verify(db)
            good = str(db.execute("PRAGMA integrity_check(1)").fetchone()[0]) == "ok"
        finally:
            db.close()
    except (sqlite.Error, StoreTrouble, OSError):
        return False
    if good:
        damage_mark(path).unlink(missing_ok=True)
    return good


def openable(copy: Copy) -> None:
    """See that a backup is one of ours and not newer. Raises StoreTrouble."""
    with translated():
        db = sqlite.connect(f"{copy.path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            verify(db)
        finally:
            db.close()


@contextlib.contextmanager
def writing(path: Path, *, present: Path | None = None) -> Iterator[Tx]:
    """Give one transaction on a database that nobody else has, foreign keys off until its end.

    What then points nowhere is mended. `present` is attached under that name, to be read.
    """
    db = open_writer(path)
    try:
        db.execute("PRAGMA foreign_keys=OFF")
        if present is not None:
            db.execute("ATTACH ? AS present", (str(present),))
        db.execute("BEGIN IMMEDIATE")
        yield Tx(db)
        salvage.mend(db)
        db.execute("COMMIT")
    finally:
        db.close()


def finish(path: Path) -> None:
    """See that a new database is whole, one file, and on the disk. Raises StoreTrouble, OSError."""
    db = open_writer(path)
    try:
        said = str(db.execute("PRAGMA quick_check(1)").fetchone()[0])
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        db.close()
    if said != "ok":
        raise StoreTrouble("database_damaged", said=said)
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    for suffix in ("-wal", "-shm", ".reserve", ".schema"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    sync_folder(path.parent)
