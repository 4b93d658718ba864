"""A backup in the place of the database, or what can be saved of a damaged one.

Asked for by `ask`, done by `carry_out` when the engine starts, before the database is opened: then
nobody reads or writes it. The new database is made complete and on the disk before the present one
is touched; that one is moved aside and never deleted.
"""

from __future__ import annotations

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
from cmapp.store.migrations import SCHEMA_VERSION, migrate
from cmapp.store.opening import StoreTrouble, translated
from cmapp.store.placing import Order
from cmapp.system import failpoint, settings
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
        facts = _restored(paths, new, made_at=made_at, now=now)
    else:
        facts = _rescued(paths, order, new, made_at=made_at, now=now)
    with translated():
        migrate(new, aside=False)  # the indexes of words are made anew
    if copy is not None:
        facts |= {"name": copy.name, "made_at": copy.made_at}
        if not paths.settings.exists() and copy.settings:
            settings.replace(paths.settings, json.dumps(copy.settings).encode())
    _finished(new, order, facts, now=now, finish=finish)
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
    new: Path, order: Order, facts: Mapping[str, Any], *, now: int, finish: Callable[[Store], None]
) -> None:
    """Tell in the new database what it is, and see that it is whole and on the disk."""
    store = Store.open(new, aside=False)
    try:
        finish(store)
        told = {k: v for k, v in facts.items() if k != "lacking"}
        store.write(
            lambda tx: problems.report(tx, "restored", now=now, facts=told | {"what": order.what})
        )
    finally:
        store.close()
    placing.finish(new)
