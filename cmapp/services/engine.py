"""The engine of one profile: the only writer, and the one that speaks to platforms.

It is put together here. `Engine.open` takes the profile's lock; `call` runs a command; `run`
keeps the lanes going until it is told to quit. The window starts it as a process of its own; a
command line that finds none is the engine for as long as it runs.
"""

from __future__ import annotations

import errno
import logging
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from filelock import FileLock, Timeout

from cmapp.domain.changes import Changes
from cmapp.domain.errors import Missing, Offline, Trouble
from cmapp.services import (
    ahead,
    arguments,
    backups,
    certain_time,
    clocks,
    figures,
    grouping,
    judging,
    jumps,
    landing,
    privacy,
    recurring,
    reminding,
    restoring,
    retention,
    sending,
    syncing,
    upstream,
)
from cmapp.services.commands import report_schedules
from cmapp.services.commands.table import COMMANDS
from cmapp.services.desk import Desk, Links
from cmapp.services.server import Server
from cmapp.store import accounts, outbox, problems, sqlite, waking
from cmapp.store.accounts import Account
from cmapp.store.database import Store
from cmapp.store.migrations import SCHEMA_VERSION, look_first, version
from cmapp.store.opening import StoreTrouble, read_only, translated
from cmapp.system import failpoint, intake, settings
from cmapp.system.clock import Clock, zone_again
from cmapp.system.network import process as network
from cmapp.system.paths import Paths
from cmapp.system.vault import Vault

log = logging.getLogger(__name__)

REST = 60.0
"""For how many seconds an engine without a window stays, at least."""
AGAIN = 15.0
"""For how many seconds a lane rests that left something due undone (no way out, a full disk)."""
_SOON = 900_000
"""Within how many milliseconds a row's next step keeps an engine without a window alive."""
IDLE, LONG = 45.0, 900.0
"""After how many seconds without a command, or of work, today's backup is made."""
_BEAT = 30.0
"""The longest the clock sleeps, in seconds: due times are rows, so this is only a safety net."""


class EngineBusy(Trouble):
    """Another process is the engine of this profile."""

    code = "engine_busy"


def _sooner(one: int | None, other: int | None) -> int | None:
    known = [due for due in (one, other) if due is not None]
    return min(known) if known else None


def _desk(paths: Paths, store: Store) -> Desk:
    vault = Vault(ledger=paths.keyring)
    return Desk(
        paths=paths,
        store=store,
        clock=Clock(),
        vault=vault,
        links=Links(paths, vault),
        network=network,
        commands=COMMANDS,
        read_settings=lambda: settings.load(paths.settings)[0],
    )


def _newer(paths: Paths) -> StoreTrouble | None:
    """Return what `look_first` says of a profile that a newer program wrote, None of others."""
    try:
        with translated():
            look_first(paths.database)
    except StoreTrouble as trouble:
        if trouble.why == "profile_newer":
            return trouble
    return None


class Engine:
    """Opened by `open`, ended by `close`. `call` may be used by any thread."""

    def __init__(self, desk: Desk, lock: FileLock, newer: StoreTrouble | None = None) -> None:
        """Use `open`. `newer`: what is told where the profile is not as this program knows it."""
        self.desk = desk
        self._newer = newer
        self._lock = lock
        self._wake = threading.Event()
        self._quit = threading.Event()
        self._busy: dict[str, Future[None]] = {}
        self._clocks: Future[None] | None = None
        self._resting: dict[str, int] = {}
        self._commands = 0
        self._asked_at = self._begun_at = desk.clock.monotonic()
        self._tidied = False
        self.unclean = False
        """Whether the engine before this one was killed."""
        self._server: Server | None = None
        self._watch = jumps.Watch(desk.clock)

    @classmethod
    def open(
        cls,
        paths: Paths,
        *,
        offline: bool = False,
        serve: bool = True,
        wait: float = 0.0,
        reading: bool = False,
        newer: bool = False,
    ) -> Engine:
        """Become the engine of the profile; `wait` seconds for another to end its work.

        `reading`: where nothing can be written, have one that only reads; a command that writes
        raises StoreTrouble (`read_only`) then. `newer`: likewise of a profile that a newer program
        wrote, whose views are as they were; what has changed there raises `profile_newer`.

        Raises:
            EngineBusy: another process is.
            StoreTrouble: the database cannot be used (`profile_newer`, `disk_full` …).
        """
        paths.make()
        if paths.database.exists() and read_only(paths.database):
            if reading:
                return cls._reading(paths)
            raise StoreTrouble("read_only", path=str(paths.root))
        if newer and (trouble := _newer(paths)) is not None:
            return cls(_desk(paths, Store.reader(paths.database)), FileLock(paths.lock), trouble)
        lock = FileLock(str(paths.lock), timeout=wait)
        try:
            lock.acquire()
        except Timeout:
            raise EngineBusy() from None
        try:
            for step in (restoring.carry_out, restoring.take_in):
                step(
                    paths,
                    now=Clock().now(),
                    finish=lambda store: privacy.keep_erased(store, paths.root),
                )
            store = Store.open(paths.database, draft_copy=paths.draft_copy)
        except BaseException:
            lock.release()
            raise
        if offline:
            network.close("switched_off")
        engine = cls(_desk(paths, store), lock)
        engine.unclean = paths.engine.exists()
        try:
            engine._begin(serve=serve)
        except BaseException:
            engine.close()
            raise
        return engine

    @classmethod
    def _reading(cls, paths: Paths) -> Engine:
        """Look at a profile that cannot be written to: no lock, no door, no lanes."""
        with translated():
            look_first(paths.database)
        store = Store.reader(paths.database)
        with translated():
            known = store.read(version)
        if known < SCHEMA_VERSION:  # it would have to be brought up to date first
            raise StoreTrouble("read_only", path=str(paths.root))
        return cls(_desk(paths, store), FileLock(str(paths.lock)))

    def _begin(self, *, serve: bool) -> None:
        """Find out what a kill left, and open the door. A full disk or a lock stops no reading."""
        try:
            self.desk.store.write(lambda tx: outbox.recover(tx, now=self.desk.now()))
            failpoint.reached("recover.done")
            jumps.settle(self.desk)
            certain_time.look(self.desk)
        except StoreTrouble as trouble:
            if trouble.why not in ("disk_full", "database_locked"):
                raise
            log.warning("what a kill left waits: %s", trouble)  # each lane looks for itself, too
        try:
            privacy.finish(self.desk)
        except (StoreTrouble, OSError) as trouble:  # the next start tries again
            log.warning("an erasure waits: %s", trouble)
        intake.sweep(self.desk.paths.media)
        self._wake_snoozed()  # it may have slept, or not run, when the time came
        if not serve:
            return
        server = Server(self.desk.paths, self.call, self.desk.store.subscribe)
        try:
            server.start()
        except OSError as problem:
            server.close()
            if problem.errno not in (errno.ENOSPC, errno.EDQUOT):
                raise
            log.warning("the disk is full: nobody else can be let in")
        else:
            self._server = server

    def call(self, command: str, /, **args: Any) -> dict[str, Any]:
        """Run one command of the table. Raises Trouble.

        Missing for an unknown command, Rejected (`bad_value`) for arguments that are none of its.
        """
        if command == "engine.quit":
            self._quit.set()
            self._wake.set()
            return {}
        if command == "engine.wake":
            self._wake.set()
            return {}
        found = COMMANDS.get(command)
        if found is None:
            raise Missing("unknown_command", command=command)
        try:
            answer = found(self.desk, **args)
        except Trouble:
            raise
        except Exception as problem:
            if self._newer is not None and isinstance(problem, sqlite.OperationalError):
                raise self._newer from None  # a table or a column is not there any more
            arguments.blame(found, args)  # what it was given may be the cause
            raise
        if command == "backups.restore":  # done by whoever starts next
            self._quit.set()
        # an undo has brought other hours back
        if self.desk.store.writable and clocks.stale(self.desk):
            clocks.work_out(self.desk)
        self._commands += 1
        self._asked_at = self.desk.clock.monotonic()
        self._resting.clear()  # a person did something: perhaps it helps
        self._wake.set()
        return answer

    def run(self) -> None:
        """Keep every account read and every row moving until `engine.quit`, or all is at rest."""
        stop = self.desk.store.subscribe(self._notice)
        alone_since: float | None = None
        try:
            with ThreadPoolExecutor(landing.LANES, thread_name_prefix="lane") as pool:
                while True:
                    self._wake.clear()  # before it is asked: who quits says so, and then wakes
                    if self._quit.is_set() or self.desk.store.damaged:
                        break
                    if self.desk.store.gone:
                        log.error("the database was moved, deleted or replaced: nothing goes on")
                        break
                    if self._clocks is None or self._clocks.done():
                        self._clocks = pool.submit(self._keep_clocks)
                    due = _sooner(self._start_due(pool), self._wake_snoozed())
                    alone_since = self._alone(alone_since)
                    if alone_since is not None and self._at_rest(alone_since):
                        break
                    pause = _BEAT if due is None else (due - self.desk.now()) / 1000
                    self.desk.clock.wait(self._wake, min(max(pause, 0.05), _BEAT))
                    self._look_at_clock()
                self.desk.network.stop.set()
        finally:
            stop()

    def _look_at_clock(self) -> None:
        """See whether the laptop slept, or the clock was set, since the last beat."""
        zone_again()
        jump = self._watch.look()
        if jump is None:
            return
        self._resting.clear()
        try:
            jumps.follow(self.desk, jump)
        except StoreTrouble as trouble:
            log.warning("spans cannot follow the clock: %s", trouble)

    def _wake_snoozed(self) -> int | None:
        """Wake what was snoozed until now; returns when the next one wakes (UTC ms)."""
        due = self.desk.store.read(waking.next_wake)
        if due is None or due > self.desk.now():
            return due
        try:
            self.desk.store.write(lambda tx: waking.wake_due(tx, now=self.desk.now()))
        except StoreTrouble as trouble:
            log.warning("nothing can be woken: %s", trouble)
            return None
        return self.desk.store.read(waking.next_wake)

    def _keep_clocks(self) -> None:
        """See to what does not follow the hours, the rules, or has no group yet."""
        try:
            clocks.keep_up(self.desk)
            judging.keep_up(self.desk)
            grouping.keep_up(self.desk)
            if not self._tidied:
                self._tidied = True
                self.desk.vault.settle({account.id for account in self.desk.accounts()})
                self.desk.store.copy_drafts()
                if self.unclean:
                    backups.look_through(self.desk)
            recurring.keep_up(self.desk)
            reminding.keep_up(self.desk)
            report_schedules.keep_up(self.desk)
            reminding.review_goals(self.desk)
            figures.keep_up(self.desk)
            retention.keep_up(self.desk)
            if self._idle():
                backups.keep_up(self.desk)
        except Trouble as trouble:
            log.warning("deadlines or groups: %s", trouble)
        except Exception:
            log.exception("deadlines or groups: a bug")

    def _idle(self) -> bool:
        """Tell whether nobody asked for anything lately; after a while that is not waited for."""
        now = self.desk.clock.monotonic()
        return now - self._asked_at > IDLE or now - self._begun_at > LONG

    def _notice(self, changes: Changes) -> None:
        if changes.topics & {"outbox", "accounts", "switches"}:
            self._wake.set()

    def _alone(self, since: float | None) -> float | None:
        if self._server is not None and self._server.listeners:
            return None
        return since if since is not None else self.desk.clock.monotonic()

    def _at_rest(self, since: float) -> bool:
        if self.desk.clock.monotonic() - since < REST or any(
            not f.done() for f in self._busy.values()
        ):
            return False
        return sending.paused(self.desk) is not None or not self._moving()

    def _moving(self) -> bool:
        """Tell whether a row will move by itself before long: not what waits for a person."""
        soon = self.desk.now() + _SOON
        dues = [
            sending.next_due(self.desk, account)
            for account in self.desk.accounts()
            if account.state == "active"
        ]
        return any(due is not None and due <= soon for due in dues)

    def _start_due(self, pool: ThreadPoolExecutor) -> int | None:
        """Start the lanes that have work; returns when the next one will (UTC ms)."""
        if self.desk.network.closed is not None or self.desk.store.read(
            lambda db: problems.switch(db, "flight")
        ):
            return None
        panic = self.desk.store.read(lambda db: problems.switch(db, "panic")) is not None
        now = self.desk.now()
        soonest: int | None = None
        for account in self.desk.accounts():
            if account.state == "sign_in":
                continue
            resting = account.state == "paused"
            # what a server holds is asked back while all else waits
            held = ahead.next_recall(self.desk, account) if panic or resting else None
            row = held if panic or resting else sending.next_due(self.desk, account)
            reads = None if resting else account.due_at
            due = _sooner(row, reads)
            if due is None:
                continue
            due = max(account.parked_until, self._resting.get(account.id, 0), due)
            running = self._busy.get(account.id)
            if running is not None and not running.done():
                continue
            if due <= now:
                self._busy[account.id] = pool.submit(self._lane, account)
            else:
                soonest = due if soonest is None else min(soonest, due)
        return soonest

    def _lane(self, account: Account) -> None:
        """Do what is due for one account: our own deeds first, then reading."""
        desk = self.desk
        commands = self._commands
        try:
            with desk.lane(account.id):
                link = desk.links.to(account)
                paused = sending.paused(desk)
                if paused is None and account.state == "active":
                    sending.send_due(desk, account, link)
                elif paused in (None, "paused"):
                    ahead.pull_back(desk, account, link)
                fresh = desk.account(account.id)
                if fresh.due_at <= desk.now() and fresh.state == "active":
                    interval = desk.settings.sync_minutes * 60_000
                    desk.store.write(
                        lambda tx: accounts.change(tx, account.id, due_at=desk.now() + interval)
                    )
                    if syncing.sync(desk, fresh, link).error is None:
                        upstream.quietly(desk, fresh, desk.links.to(desk.account(account.id)))
        except (Offline, Missing):
            pass  # the network was shut or the account removed while this was under way
        except Trouble as trouble:
            log.warning("lane of %s: %s", account.id, trouble)
            syncing.stopped(desk, account, trouble)
        except Exception:
            log.exception("lane of %s: a bug", account.id)
            desk.store.write(
                lambda tx: accounts.change(tx, account.id, due_at=desk.now() + 300_000)
            )
        finally:
            self._rest(account.id, commands)
            self._wake.set()

    def _rest(self, account_id: str, commands: int) -> None:
        """Keep a lane that could not do what is due from trying the same again at once."""
        now = self.desk.now()
        account = self.desk.store.read(lambda db: accounts.by_id(db, account_id))
        row = None if account is None else sending.next_due(self.desk, account)
        due = account is not None and account.due_at <= now
        if commands == self._commands and (due or (row is not None and row <= now)):
            self._resting[account_id] = now + int(AGAIN * 1000)

    def close(self) -> None:
        """Finish what clients are waiting for, close the store, give the lock back."""
        if self._server is not None:
            self._server.close()
        self.desk.links.close()
        self.desk.store.close()
        self._lock.release()
