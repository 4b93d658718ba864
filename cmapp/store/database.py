"""The store: one writer thread with the only writing connection, readers beside it.

`write(fn)` runs `fn(tx)` in one `BEGIN IMMEDIATE … COMMIT` on the writer thread; what it
touched goes to the subscribers as one `Changes`, after the commit. `read(fn)` runs `fn(db)` on
the calling thread, on a read-only connection that it borrows.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from cmapp.domain.changes import Changes
from cmapp.store import sqlite
from cmapp.store.migrations import migrate
from cmapp.store.opening import (
    PATIENCE,
    StoreTrouble,
    damage_mark,
    give_up_reserve,
    is_damage,
    is_full,
    keep_reserve,
    mark_damage,
    no_room,
    open_reader,
    open_writer,
    refuse_network,
    translated,
    which,
)
from cmapp.system.later import later

if TYPE_CHECKING:
    import queue
    from concurrent import futures
    from concurrent.futures import Future

    from cmapp.store import draft_copy as copies
else:  # the writer's; a reader needs neither
    futures, queue = later("concurrent.futures"), later("queue")
    copies = later("cmapp.store.draft_copy")

log = logging.getLogger(__name__)
T = TypeVar("T")

IDLE_READERS = 4
"""How many reading connections are kept open when nobody reads."""
AGAIN_MS = 200
"""For how many milliseconds a write waits for another program that held the file before."""


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


def _inside(outer: Tx, fn: Callable[[Tx], T]) -> T:
    """Run a write that is part of another one, between two points that it can go back to."""
    outer.db.execute("SAVEPOINT inside")
    try:
        result = fn(outer)
    except BaseException:
        if outer.db.in_transaction:  # a full disk may have ended all of it
            outer.db.execute("ROLLBACK TO inside")
            outer.db.execute("RELEASE inside")
        raise
    outer.db.execute("RELEASE inside")
    return result


class Store:
    """The open database of one profile. Thread-safe. Close it when done."""

    def __init__(self, path: Path) -> None:
        """Remember the path; `open` does the work."""
        self.path = path
        self._jobs: queue.SimpleQueue[tuple[Callable[[Any], Any], Future[Any], bool] | None]
        self._jobs = queue.SimpleQueue()
        self._writer: threading.Thread | None = None
        self._local = threading.local()
        self._idle: list[sqlite.Connection] = []
        self._idle_lock = threading.Lock()
        self._subscribers: list[Callable[[Changes], None]] = []
        self._copy: copies.DraftCopy | None = None
        self._broken = False
        self._file: tuple[int, int] | None = None
        """Which file the writer has open."""
        self._reserved = True
        """Whether there is room put by for a full disk."""
        self._held = False
        """Whether another program held the file when it was last to be written."""

    @classmethod
    def open(cls, path: Path, *, draft_copy: Path | None = None, aside: bool = True) -> Store:
        """Open for reading and writing, bring the schema up to date, start the writer.

        `draft_copy`: where the drafts are written a second time. `aside`: what a migration is to
        change is copied first.

        Raises StoreTrouble: `profile_newer`, `database_damaged`, `disk_full`, `read_only`.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        store = cls(path)
        store._copy = copies.DraftCopy(draft_copy) if draft_copy is not None else None
        if store.damaged:
            raise StoreTrouble("database_damaged")
        with translated():
            refuse_network(path)
            try:
                migrate(path, aside=aside)
            except sqlite.Error as problem:
                if not no_room(path, problem):
                    raise
                if not give_up_reserve(path):
                    raise StoreTrouble("disk_full") from problem
                migrate(path, aside=aside)
            ready: Future[None] = futures.Future()
            store._writer = threading.Thread(
                target=store._run, args=(ready,), name="store-writer", daemon=True
            )
            store._writer.start()
            ready.result()
            store._reserved = keep_reserve(path)
        return store

    @classmethod
    def reader(cls, path: Path) -> Store:
        """Open for reading only (the window's side)."""
        return cls(path)

    def close(self) -> None:
        """Finish what was handed in, checkpoint, and let go."""
        self.forget()  # who writes goes last: a reader cannot write the WAL back
        if self._writer is not None:
            self._jobs.put(None)
            self._writer.join()
            self._writer = None
        self.forget()

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Call `listener` after each commit, on the writer thread; returns how to stop it."""
        self._subscribers.append(listener)

        def stop() -> None:
            with contextlib.suppress(ValueError):
                self._subscribers.remove(listener)

        return stop

    def submit(self, fn: Callable[[Tx], T]) -> Future[T]:
        """Hand `fn` to the writer; the future holds its result after the commit."""
        done: Future[T] = futures.Future()
        if self._writer is None:
            raise StoreTrouble("read_only")
        if self._broken:
            raise StoreTrouble("database_damaged")
        self._jobs.put((fn, done, False))
        return done

    def between(self, fn: Callable[[sqlite.Connection], T], *, gives_way: bool = False) -> T:
        """Run `fn` on the writing connection in no transaction: for what cannot be in one.

        Nobody writes meanwhile; where it `gives_way`, its statement is interrupted as soon as
        somebody wants to. Not inside a write. Raises what `fn` raises, and StoreTrouble.
        """
        if self._writer is None:
            raise StoreTrouble("read_only")
        done: Future[T] = futures.Future()
        with translated():
            self._jobs.put((self._giving_way(fn) if gives_way else fn, done, True))
            try:
                return done.result()
            except sqlite.Error as problem:
                self._heed(problem)
                raise

    def _giving_way(self, fn: Callable[[sqlite.Connection], T]) -> Callable[[sqlite.Connection], T]:
        def run(db: sqlite.Connection) -> T:
            db.set_progress_handler(lambda: not self._jobs.empty(), 10_000)
            try:
                return fn(db)
            finally:
                db.set_progress_handler(None, 0)

        return run

    def write(self, fn: Callable[[Tx], T]) -> T:
        """Run `fn` in a transaction of its own and return its result once it is committed.

        Inside another write it is part of that one: where it fails, what it did is taken back,
        and the other may go on. Raises what `fn` raises (nothing is kept then), and StoreTrouble.
        """
        outer: Tx | None = getattr(self._local, "tx", None)
        if outer is not None:
            return _inside(outer, fn)
        with translated():
            try:
                return self.submit(fn).result()
            except sqlite.Error as problem:
                self._heed(problem)
                raise

    def copy_drafts(self, *, anew: bool = False) -> bool:
        """See that the drafts' second copy says what the store does; tells whether it did not.

        `anew`: write it anew in any case, so that nothing is left in it of what was deleted.
        Raises OSError with `anew`, and StoreTrouble.
        """
        copy = self._copy
        if copy is None:
            return False

        def keep(tx: Tx) -> bool:
            if anew:
                copy.write_anew(tx.db)
                return True
            return copy.keep_in_step(tx.db)

        return self.write(keep)

    @property
    def writable(self) -> bool:
        """Tell whether this store has a writer."""
        return self._writer is not None

    @property
    def writing(self) -> bool:
        """Tell whether this thread is inside a write: what is long must then wait for its end."""
        return getattr(self._local, "tx", None) is not None

    def read(self, fn: Callable[[sqlite.Connection], T]) -> T:
        """Run `fn` on a read-only connection, in one snapshot; a read inside it shares that."""
        busy: sqlite.Connection | None = getattr(self._local, "db", None)
        if busy is not None:
            return fn(busy)
        db = self._borrow()
        self._local.db = db
        try:
            db.execute("BEGIN")
            try:
                return fn(db)
            finally:
                db.execute("COMMIT")
        except sqlite.Error as problem:
            self._heed(problem)
            raise
        finally:
            self._local.db = None
            self._give_back(db)

    def _heed(self, problem: sqlite.Error) -> None:
        """Note damage, so that nothing is written any more; says so in our words."""
        if is_damage(problem):
            log.error("the database is damaged: %s", problem)
            self._broken = True
            mark_damage(self.path, str(problem))
            raise StoreTrouble("database_damaged") from problem

    @property
    def damaged(self) -> bool:
        """Tell whether somebody noticed that the file is damaged, this process or the window."""
        return damage_mark(self.path).exists()

    @property
    def gone(self) -> bool:
        """Tell whether the file was deleted or replaced: what is written would be lost with it."""
        if self._file is None:
            return False
        return (now := which(self.path)) is not None and now != self._file

    def forget(self) -> None:
        """Let go of the readers that nobody uses.

        Another file has taken this one's place, or what they see keeps the WAL from shrinking.
        """
        with self._idle_lock:
            idle, self._idle = self._idle, []
        for db in idle:
            with contextlib.suppress(sqlite.Error):
                db.close()

    def _borrow(self) -> sqlite.Connection:
        """Return a connection of nobody's; threads come and go, connections are few."""
        with self._idle_lock:
            if self._idle:
                return self._idle.pop()
        with translated():
            return open_reader(self.path)

    def _give_back(self, db: sqlite.Connection) -> None:
        with self._idle_lock:
            if len(self._idle) < IDLE_READERS and not db.in_transaction:
                self._idle.append(db)
                return
        db.close()

    def _run(self, ready: Future[None]) -> None:
        try:
            db = open_writer(self.path)
            self._file = which(self.path)
            if self._copy is not None:
                self._copy.watch(db)
        except BaseException as problem:
            ready.set_exception(problem)
            return
        ready.set_result(None)
        while (job := self._jobs.get()) is not None:
            fn, done, bare = job
            if self.gone:
                done.set_exception(StoreTrouble("database_missing", path=str(self.path)))
                continue
            if bare:
                try:
                    done.set_result(fn(db))
                except BaseException as problem:
                    done.set_exception(problem)
                continue
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

    def _begin(self, db: sqlite.Connection) -> None:
        """Begin a write. Who waited for another program in vain does not wait as long again."""
        try:
            db.execute("BEGIN IMMEDIATE")
        except sqlite.OperationalError as problem:
            if "locked" in str(problem) and not self._held:
                self._held = True
                db.execute(f"PRAGMA busy_timeout = {AGAIN_MS}")
            raise
        if self._held:
            self._held = False
            db.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")

    def _transact(self, db: sqlite.Connection, tx: Tx, fn: Callable[[Tx], T]) -> T:
        for last in (False, True):
            try:
                self._begin(db)
                self._local.db, self._local.tx = db, tx  # what is read or written in there
                result = fn(tx)
                if self._copy is not None:
                    self._copy.count(db)
                db.execute("COMMIT")
            except BaseException as problem:
                if db.in_transaction:
                    with contextlib.suppress(sqlite.Error):
                        db.execute("ROLLBACK")
                if not last and is_full(problem) and give_up_reserve(self.path):
                    self._reserved = False
                    log.warning("the disk is full: the reserve is given up")
                    continue
                raise
            finally:
                self._local.db = self._local.tx = None
            if self._copy is not None:
                self._copy.follow(db)
            if not self._reserved:  # as soon as there is room again
                self._reserved = keep_reserve(self.path)
            return result
        raise AssertionError
