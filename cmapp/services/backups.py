"""Backups as the program makes them: one a day in idle time, as many as there is room for.

A copy holds everything but pictures and secrets: those are files named by their content, which
stay in the profile's media folder, and entries of the keyring.
"""

from __future__ import annotations

import json
import logging
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cmapp.domain.errors import Trouble
from cmapp.domain.findings import Finding
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, iso
from cmapp.store import accounts, backups, drafts, health, placing, problems
from cmapp.store.backups import Copy
from cmapp.store.database import Store, Tx
from cmapp.store.migrations import SCHEMA_VERSION
from cmapp.store.opening import StoreTrouble, mark_damage
from cmapp.system.paths import Paths

if TYPE_CHECKING:
    from cmapp.services.patient import Patient

log = logging.getLogger(__name__)

FEWEST = 3
"""So many daily copies stay, however little room there is."""
SHARE = 0.1
"""All copies together take at most this part of the disk."""


def make(desk: Desk, *, kind: str = "manual") -> Copy:
    """Copy the database, and let copies go that are too many.

    Raises StoreTrouble: `backup_no_room` (facts `needed`, `free`: bytes), and as `backups.make`.
    """
    with desk.copying:
        now, folder, path = desk.now(), desk.paths.backups, desk.paths.database
        _make_room(desk)
        if not backups.room_for(path, folder):
            free = shutil.disk_usage(desk.paths.root).free
            raise StoreTrouble("backup_no_room", needed=2 * backups.size_of(path), free=free)
        when = backups.day_of(now) if kind == "daily" else backups.moment_of(now)
        copy = backups.make(
            path, folder, f"{kind}-{when}",
            kind=kind,
            now=now,
            settings=_settings(desk),
            draft_copy=desk.paths.draft_copy,
            stop=desk.network.stop.is_set,
        )  # fmt: skip
        log.info("a copy was made: %s, %d bytes", copy.name, copy.bytes)
        for old in backups.too_many(backups.every(folder)):
            backups.remove(old)
        _make_room(desk)
    desk.store.write(_solved)
    return copy


def keep_up(desk: Desk) -> bool:
    """Make today's copy where there is none yet; tells whether it did.

    Called by the engine in its idle time. What stands in the way is a problem that one is told of,
    not an error.
    """
    if (desk.paths.backups / f"daily-{backups.day_of(desk.now())}.sqlite3").exists():
        return False
    try:
        make(desk, kind="daily")
    except StoreTrouble as trouble:
        if trouble.why == "backup_stopped":
            return False
        log.warning("no copy could be made: %s", trouble)
        code = trouble.why if trouble.why in _TOLD else "backup_failed"
        facts = {**trouble.facts, **({} if code == trouble.why else {"said": trouble.why})}
        _report(desk, code, facts)
    except OSError as problem:
        log.warning("no copy could be made: %s", problem.strerror)
        _report(desk, "backup_failed", {"said": problem.strerror or ""})
    else:
        return True
    return False


def look_through(desk: Desk) -> bool:
    """Read every page of the database, after a run that ended by a kill; tells whether it is whole.

    Damage that is found is noted: then nothing is written any more, and the engine ends.
    """
    try:
        said = desk.store.read(lambda db: health.whole(db, desk.network.stop.is_set))
    except StoreTrouble as trouble:
        return trouble.why != "database_damaged"
    if said not in ("ok", ""):
        log.error("the database is damaged: %s", said)
        mark_damage(desk.paths.database, said)
        return False
    return True


_TOLD = ("backup_no_room", "backup_damaged", "backup_failed")


def _solved(tx: Tx) -> None:
    for code in _TOLD:
        problems.solve(tx, code)


def _report(desk: Desk, code: str, facts: dict[str, Any]) -> None:
    desk.store.write(lambda tx: problems.report(tx, code, now=desk.now(), facts=facts))


def _make_room(desk: Desk) -> None:
    """Let the oldest daily copies go while all of them take too much of the disk."""
    copies = backups.every(desk.paths.backups)
    taken = sum(copy.bytes for copy in copies)
    most = SHARE * shutil.disk_usage(desk.paths.root).total
    daily = sorted((c for c in copies if c.kind == "daily"), key=lambda c: (c.made_at, c.name))
    for copy in daily[:-FEWEST]:
        room = backups.room_for(desk.paths.database, desk.paths.backups)
        if taken <= most and room:
            return
        backups.remove(copy)
        taken -= copy.bytes


def _settings(desk: Desk) -> dict[str, Any]:
    try:
        found = json.loads(desk.paths.settings.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def check(desk: Desk, copy: Copy) -> Copy:
    """Read a copy through and restore it on trial, beside the profile; keep and return the verdict.

    Raises StoreTrouble (`backup_no_room`), OSError.
    """
    with desk.copying:
        seen = backups.check(copy, now=desk.now(), stop=desk.network.stop.is_set)
        if seen.wrong:
            return seen
        free = shutil.disk_usage(desk.paths.root).free
        if free < 2 * copy.bytes:
            raise StoreTrouble("backup_no_room", needed=2 * copy.bytes, free=free)
        with tempfile.TemporaryDirectory(prefix=".drill-", dir=desk.paths.root) as scratch:
            wrong = drill(copy, Path(scratch))
        return backups.noted(seen, wrong=wrong) if wrong else seen


def drill(copy: Copy, folder: Path) -> str:
    """Open a copy as if it were the profile's database; returns what is wrong, or ""."""
    there = folder / "cmapp.sqlite3"
    shutil.copyfile(copy.path, there)
    try:
        store = Store.open(there, aside=False)
        try:
            found = store.read(lambda db: (len(drafts.every(db)), len(accounts.every(db))))
            store.write(lambda tx: tx.touch("drafts"))
            store.copy_drafts()
        finally:
            store.close()
    except Trouble as trouble:
        return trouble.why
    log.info("a copy opens: %s, drafts and accounts %s", copy.name, found)
    return ""


def listed(paths: Paths) -> Json:
    """Return {folder, free, database, backups: […]}: needs no database that can be read."""
    return {
        "folder": str(paths.backups),
        "free": shutil.disk_usage(paths.root).free,
        "database": backups.size_of(paths.database),
        "backups": [shown(copy) for copy in backups.every(paths.backups)],
    }


def looked(patient: Patient) -> Iterator[Finding]:
    """Look at the copies there are, and at files that lie where none should."""
    copies = [c for c in backups.every(patient.paths.backups) if c.kind in ("daily", "manual")]
    bad = [c for c in copies if c.wrong]
    if bad:
        yield Finding("backup_wrong", "warning", {"name": bad[0].name, "said": bad[0].wrong})
    good = next((c for c in copies if not c.wrong), None)
    if good is None:
        yield Finding("backup_none", "note", {}, "cmapp backup make")
    else:
        facts = {"name": good.name, "made_at": good.made_at, "count": len(copies) - len(bad)}
        yield Finding("backup_there", "ok", facts)
    database = patient.paths.database
    wal = database.with_name(database.name + "-wal")
    if wal.exists() and not database.exists():
        yield Finding("wal_stray", "warning", {"path": str(wal)})
    if placing.asked(patient.paths) is not None:
        yield Finding("restore_pending", "note", {})


def shown(copy: Copy) -> Json:
    """Return a copy as commands tell of it; `usable` where this program can open it."""
    values = asdict(copy)
    del values["path"], values["settings"]
    return values | {
        "name": copy.name,
        "made_at": iso(copy.made_at),
        "checked_at": iso(copy.checked_at),
        "usable": not copy.wrong and (copy.schema is None or copy.schema <= SCHEMA_VERSION),
    }
