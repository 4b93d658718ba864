"""A backup in the place of the database, or what can be saved of a damaged one.

Asked for by `ask`, done by `carry_out` when the engine starts, before the database is opened: then
nobody reads or writes it. The new database is made complete and on the disk before the present one
is touched; that one is moved aside and never deleted.
"""

from __future__ import annotations

import contextlib
import json
import logging
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from cmapp.domain.errors import Trouble
from cmapp.store import backups, carrying, draft_copy, placing, problems, salvage, sqlite
from cmapp.store.backups import Copy
from cmapp.store.database import Store
from cmapp.store.draft_copy import Kept
from cmapp.store.migrations import SCHEMA_VERSION, look_first, migrate
from cmapp.store.opening import StoreTrouble, damage_mark, open_reader, translated
from cmapp.store.placing import Order
from cmapp.system import failpoint, settings
from cmapp.system.durable import sync_folder
from cmapp.system.paths import Paths

log = logging.getLogger(__name__)

MINE = ("accounts", "drafts", "draft_variants", "draft_versions", "outbox")
"""Tables that a new empty profile gets from a damaged one."""


def ask(paths: Paths, order: Order) -> None:
    """Have this done at the next start; what is half done there is finished instead.

    Raises Missing (`unknown_backup`), StoreTrouble (`backup_damaged`, `profile_newer`), OSError.
    """
    before = placing.asked(paths)
    if before is not None and before.ready and placing.begun(paths):
        return  # the present database is out of its place: making anew would find none
    if order.name:
        copy = backups.by_name(paths.backups, order.name)
        if copy.wrong:
            raise StoreTrouble("backup_damaged", name=copy.name, said=copy.wrong)
        if copy.schema is not None and copy.schema > SCHEMA_VERSION:
            raise StoreTrouble("profile_newer", version=copy.schema, known=SCHEMA_VERSION)
    placing.ask(paths, order)


def carry_out(paths: Paths, *, now: int, finish: Callable[[Store], None] = lambda _: None) -> None:
    """Do what was asked for, if anything was; called by whoever holds the profile's lock.

    `finish` is called with the new store before it takes its place. Raises StoreTrouble:
    `restore_failed` (fact `said`): all is as it was, and it is not tried again; what the disk said
    where it failed while the places were changed: the next start goes on with it.
    """
    order = placing.asked(paths)
    if order is None:
        paths.order.unlink(missing_ok=True)
        return
    try:
        if not order.ready:
            facts = _make(paths, order, now=now, finish=finish)
            failpoint.reached("restore.made")
            order = replace(order, ready=True, facts=facts)
            placing.ask(paths, order)
            failpoint.reached("restore.ready")
        with translated():
            _put(paths, order)
    except (Trouble, OSError, sqlite.Error) as problem:
        if order.ready and placing.begun(paths):
            raise
        log.exception("nothing was restored")
        placing.drop(paths)
        said = problem.why if isinstance(problem, Trouble) else str(problem)
        raise StoreTrouble("restore_failed", said=said) from problem
    placing.drop(paths)
    failpoint.reached("restore.done")


def take_in(paths: Paths, *, now: int, finish: Callable[[Store], None] = lambda _: None) -> None:
    """Take over what the drafts' second copy has and a poorer database lacks, before it is used.

    Called by whoever holds the profile's lock. The database is poorer where its WAL was deleted
    before a kill, or an older file was put in its place: the copy has commits that it does not
    have. Then drafts come back, nothing leaves by itself (it may be out), and the copy as it was
    is kept under another name. `finish` is called with the store before. Raises StoreTrouble.
    """
    try:
        ahead = draft_copy.last_number(paths.draft_copy)
        if not ahead or not paths.database.exists() or damage_mark(paths.database).exists():
            return
        if _number(paths.database) >= ahead:
            return
        with translated():
            log.warning("the drafts' second copy knows more than the database")
            kept = draft_copy.read(paths.draft_copy)
            moment = backups.moment_of(int(paths.draft_copy.stat().st_mtime * 1000))
            # a name that erasing knows: it tells of it, and deletes it on a person's word
            aside = paths.root / f"drafts.damaged-{moment}.copy"
            backups.write_whole(aside, paths.draft_copy.read_bytes())
            sync_folder(paths.root)
    except (OSError, sqlite.Error) as problem:
        log.warning("the drafts' second copy is not compared: %s", problem)
        return
    except StoreTrouble as trouble:
        if trouble.why in ("disk_full", "read_only", "disk_error"):
            raise
        return  # whoever opens the database says so
    with translated():
        migrate(paths.database)
        with placing.writing(paths.database) as tx:
            carrying.know_drafts(tx.db, salvage.ids(tx.db, "drafts"))
            carrying.know_drafts(tx.db, (row["id"] for row in kept.drafts))
            facts = {"what": "copy", "kept": salvage.add_kept(tx.db, kept, later=True)}
            facts["held"] = carrying.hold_all(tx, made_at=None, now=now)
            problems.report(tx, "restored", now=now, facts=facts)
        failpoint.reached("take_in.added")
        richer = Store.open(paths.database, aside=False)
        try:
            finish(richer)
            richer.write(lambda tx: draft_copy.put_number(tx.db, ahead + 1))
        finally:
            richer.close()


def _number(path: Path) -> int:
    """Return the number of the last commit to a draft that a database of ours has."""
    look_first(path)
    db = open_reader(path)
    try:
        return draft_copy.number_of(db)
    finally:
        db.close()


def _put(paths: Paths, order: Order) -> None:
    aside = placing.put_in_place(paths, order)
    if order.what == "restore" and aside is not None:
        there = aside.stat()
        backups.write_facts(Copy(aside, "replaced", order.asked_at, there.st_size))
    log.info("restored: %s %s", order.what, dict(order.facts or {}))


def _make(
    paths: Paths, order: Order, *, now: int, finish: Callable[[Store], None]
) -> dict[str, Any]:
    """Make the new database, complete and on the disk; returns what is told of it."""
    placing.clear(paths)
    new = placing.fresh(paths)
    copy = _source(paths, order)
    if copy is not None:
        placing.openable(copy)
        shutil.copyfile(copy.path, new)
    failpoint.reached("restore.copied")
    made_at = copy.made_at if copy is not None else now
    with translated():
        migrate(new, aside=False)
    if order.what == "restore" and placing.readable(paths.database):
        take_in(paths, now=now)  # it is to be taken along whole
        facts = _restored(paths, new, made_at=made_at, now=now)
    else:
        facts = _rescued(paths, order, new, made_at=made_at, now=now)
    with translated():
        migrate(new, aside=False)  # the indexes of words are made anew
    if copy is not None:
        facts |= {"name": copy.name, "made_at": copy.made_at}
        if not paths.settings.exists() and copy.settings:
            settings.replace(paths.settings, json.dumps(copy.settings).encode())
    _finished(paths, new, order, facts, now=now, finish=finish)
    return facts


def _source(paths: Paths, order: Order) -> Copy | None:
    """Return the backup to begin with; None where there is none or an empty profile is wanted."""
    if order.what == "empty":
        return None
    if order.name:
        return backups.by_name(paths.backups, order.name)
    for copy in backups.every(paths.backups):
        known = copy.schema is None or copy.schema <= SCHEMA_VERSION
        if known and not backups.check(copy, now=copy.made_at).wrong:
            return copy
    return None


def _restored(paths: Paths, new: Path, *, made_at: int, now: int) -> dict[str, Any]:
    placing.settle(paths.database)
    with placing.writing(new, present=paths.database) as tx:
        return {**carrying.carry_over(tx, made_at=made_at, now=now)}


def _rescued(paths: Paths, order: Order, new: Path, *, made_at: int, now: int) -> dict[str, Any]:
    """Pour what can be read of the damaged file, and the drafts' second copy, into the new one."""
    facts: dict[str, Any] = {}
    kept = _kept(paths)
    with tempfile.TemporaryDirectory(prefix=".salvage-", dir=paths.root) as scratch:
        source = salvage.opened(paths.database, Path(scratch)) if paths.database.exists() else None
        with placing.writing(new) as tx:
            if source is not None:
                only = MINE if order.what == "empty" else None
                found = salvage.pour(source, tx.db, only=only)
                facts = {
                    "rows": sum(found.rows.values()), "lacking": found.lacking,
                    "messages": found.rows.get("interactions", 0),
                }  # fmt: skip
                if kept.drafts:
                    carrying.know_drafts(tx.db, salvage.ids(source, "drafts"))
            carrying.know_drafts(tx.db, (row["id"] for row in kept.drafts))
            facts["kept"] = salvage.add_kept(tx.db, kept)
            facts["held"] = carrying.hold_all(tx, made_at=made_at, now=now)
        if source is not None:
            source.close()
    return facts


def _kept(paths: Paths) -> Kept:
    try:
        return draft_copy.read(paths.draft_copy)
    except OSError:
        return Kept()


def _finished(
    paths: Paths,
    new: Path,
    order: Order,
    facts: Mapping[str, Any],
    *,
    now: int,
    finish: Callable[[Store], None],
) -> None:
    """Tell in the new database what it is, and see that it is whole and on the disk."""
    store = Store.open(new, aside=False)
    try:
        finish(store)
        told = {k: v for k, v in facts.items() if k != "lacking"}
        store.write(
            lambda tx: problems.report(tx, "restored", now=now, facts=told | {"what": order.what})
        )
        with contextlib.suppress(OSError):  # what the copy has was taken along above
            ahead = draft_copy.last_number(paths.draft_copy)
            store.write(lambda tx: draft_copy.put_number(tx.db, ahead + 1))
    finally:
        store.close()
    placing.finish(new)
