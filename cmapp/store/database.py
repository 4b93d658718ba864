"""The store: one writer thread with the only writing connection, readers beside it.

`write(fn)` runs `fn(tx)` in one `BEGIN IMMEDIATE … COMMIT` on the writer thread; what it
touched goes to the subscribers as one `Changes`, after the commit. `read(fn)` runs `fn(db)` on
the calling thread, on a read-only connection of that thread.
"""

from __future__ import annotations

import contextlib
import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

from cmapp.domain.changes import Changes
from cmapp.domain.errors import Trouble
from cmapp.store import sqlite

log = logging.getLogger(__name__)
T = TypeVar("T")

APPLICATION_ID = 0x636D6170  # "cmap"
RESERVE_BYTES = 512 * 1024
"""A file of this size lies beside the database and is given up when the disk is full."""


class StoreTrouble(Trouble):
    """The database cannot be used: `profile_newer`, `disk_full`, `database_damaged` and so on."""

    code = "store"


class Tx:
    """One write transaction. Used by the writer thread only."""

    def __init__(self, db: sqlite.Connection) -> None:
        """Wrap the writing connection for the length of one transaction."""
        self.db = db
        self._topics: set[str] = set()
        self._accounts: set[str] = set()

    def touch(self, topic: str, account: str | None = None) -> None:
        """Note that this transaction changed `topic` (of `account`)."""
        self._topics.add(topic)
        if account:
            self._accounts.add(account)

    def changes(self) -> Changes:
        """Return what was touched."""
        return Changes(frozenset(self._topics), frozenset(self._accounts))


class Store:
    """The open database of one profile. Thread-safe. Close it when done."""

    def __init__(self, path: Path) -> None:
        """Remember the path; `open` does the work."""
        self.path = path
        self._jobs: queue.SimpleQueue[tuple[Callable[[Tx], Any], Future[Any]] | None]
        self._jobs = queue.SimpleQueue()
        self._writer: threading.Thread | None = None
        self._local = threading.local()
        self._readers: list[sqlite.Connection] = []
        self._readers_lock = threading.Lock()
        self._subscribers: list[Callable[[Changes], None]] = []

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open for reading and writing, bring the schema up to date, start the writer.

        Raises StoreTrouble: `profile_newer`, `database_damaged`, `disk_full`, `read_only`.
        """
        from cmapp.store.migrations import migrate

        path.parent.mkdir(parents=True, exist_ok=True)
        store = cls(path)
        with translated():
            migrate(path)
            ready: Future[None] = Future()
            store._writer = threading.Thread(
                target=store._run, args=(ready,), name="store-writer", daemon=True
            )
            store._writer.start()
            ready.result()
            keep_reserve(path)
        return store

    @classmethod
    def reader(cls, path: Path) -> Store:
        """Open for reading only (the window's side)."""
        return cls(path)

    def close(self) -> None:
        """Finish what was handed in, checkpoint, and let go."""
        if self._writer is not None:
            self._jobs.put(None)
            self._writer.join()
            self._writer = None
        with self._readers_lock:
            for db in self._readers:
                with contextlib.suppress(sqlite.Error):
                    db.close()
            self._readers.clear()
        self._local = threading.local()

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Call `listener` after each commit, on the writer thread; returns how to stop it."""
        self._subscribers.append(listener)

        def stop() -> None:
            with contextlib.suppress(ValueError):
                self._subscribers.remove(listener)

        return stop

    def submit(self, fn: Callable[[Tx], T]) -> Future[T]:
        """Hand `fn` to the writer; the future holds its result after the commit."""
        done: Future[T] = Future()
        if self._writer is None:
            raise StoreTrouble("read_only")
        self._jobs.put((fn, done))
        return done

    def write(self, fn: Callable[[Tx], T]) -> T:
        """Run `fn` in a transaction of its own and return its result once it is committed.

        Raises what `fn` raises (nothing is kept then), and StoreTrouble.
        """
        with translated():
            return self.submit(fn).result()

    def read(self, fn: Callable[[sqlite.Connection], T]) -> T:
        """Run `fn` on this thread's read-only connection, in one snapshot."""
        db = getattr(self._local, "db", None)
        if db is None:
            with translated():
                db = open_reader(self.path)
            self._local.db = db
            with self._readers_lock:
                self._readers.append(db)
        if db.in_transaction:  # a read inside a read shares its snapshot
            return fn(db)
        db.execute("BEGIN")
        try:
            return fn(db)
        finally:
            db.execute("COMMIT")

    def _run(self, ready: Future[None]) -> None:
        try:
            db = open_writer(self.path)
        except BaseException as problem:
            ready.set_exception(problem)
            return
        ready.set_result(None)
        while (job := self._jobs.get()) is not None:
            fn, done = job
            tx = Tx(db)
            try:
                result = self._transact(db, tx, fn)
            except BaseException as problem:
                done.set_exception(problem)
                continue
            done.set_result(result)
            if changes := tx.changes():
                for listener in tuple(self._subscribers):
                    try:
                        listener(changes)
                    except Exception:
                        log.exception("a listener failed")
        with contextlib.suppress(sqlite.Error):
            db.execute("PRAGMA optimize")
        db.close()

    def _transact(self, db: sqlite.Connection, tx: Tx, fn: Callable[[Tx], T]) -> T:
        for last in (False, True):
            try:
                db.execute("BEGIN IMMEDIATE")
                result = fn(tx)
                db.execute("COMMIT")
            except BaseException as problem:
                if db.in_transaction:
                    with contextlib.suppress(sqlite.Error):
                        db.execute("ROLLBACK")
                if not last and is_full(problem) and give_up_reserve(self.path):
                    continue
                raise
            return result
        raise AssertionError


def open_writer(path: Path) -> sqlite.Connection:
    """Open the writing connection: WAL, FULL, foreign keys."""
    db = sqlite.connect(str(path), isolation_level=None, timeout=10, check_same_thread=False)
    db.row_factory = sqlite.Row
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    db.execute("PRAGMA foreign_keys=ON")
    db.execute("PRAGMA cache_size=-16000")
    db.execute("PRAGMA temp_store=MEMORY")
    return db


def open_reader(path: Path) -> sqlite.Connection:
    """Open a `mode=ro` connection: SQLite itself refuses a write, and a checkpoint."""
    uri = path.resolve().as_uri() + "?mode=ro"
    db = sqlite.connect(uri, uri=True, isolation_level=None, timeout=10, check_same_thread=False)
    db.row_factory = sqlite.Row
    db.execute("PRAGMA cache_size=-8000")
    return db


@contextlib.contextmanager
def translated() -> Any:
    """Turn SQLite's errors into StoreTrouble."""
    try:
        yield
    except sqlite.Error as problem:
        text = str(problem)
        if is_full(problem):
            raise StoreTrouble("disk_full") from problem
        if "readonly" in text or "unable to open" in text:
            raise StoreTrouble("read_only") from problem
        if "malformed" in text or "not a database" in text:
            raise StoreTrouble("database_damaged") from problem
        raise


def is_full(problem: BaseException) -> bool:
    """Tell whether SQLite said that the disk is full."""
    return isinstance(problem, sqlite.Error) and "disk is full" in str(problem)


def reserve_path(path: Path) -> Path:
    """Return where the reserve file of a database lies."""
    return path.with_name(path.name + ".reserve")


def keep_reserve(path: Path) -> None:
    """Lay the reserve file down, if there is room for it."""
    reserve = reserve_path(path)
    with contextlib.suppress(OSError):
        if not reserve.exists() or reserve.stat().st_size < RESERVE_BYTES:
            reserve.write_bytes(b"\0" * RESERVE_BYTES)


def give_up_reserve(path: Path) -> bool:
    """Delete the reserve file so that what was typed can be kept; False when it was gone."""
    try:
        reserve_path(path).unlink()
    except OSError:
        return False
    return True
