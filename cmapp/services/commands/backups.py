"""Commands on copies of the database: make, list and check them, ask for one to be restored."""

from __future__ import annotations

from cmapp.services import backups, restoring
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, in_iso
from cmapp.store import backups as copies
from cmapp.store import problems
from cmapp.store.opening import StoreTrouble, translated
from cmapp.store.placing import Order
from cmapp.store.sqlite import Connection


def list_(desk: Desk) -> Json:
    """Return {folder, free, database, backups: [{name, kind, made_at, bytes, …}]}, newest first.

    `free` and `database` are bytes. Of each copy: what `services.backups.shown` tells.
    """
    return backups.listed(desk.paths)


def make(desk: Desk) -> Json:
    """Make a copy now and return it. Raises StoreTrouble (`backup_no_room`, `backup_failed` …)."""
    try:
        with translated():
            return backups.shown(backups.make(desk))
    except OSError as problem:  # a file where the folder should be, and the like
        raise StoreTrouble("backup_failed", said=problem.strerror or "") from problem


def check(desk: Desk, name: str) -> Json:
    """Read a copy through, open it on trial, and return it with the verdict (`wrong`).

    Raises Missing (`unknown_backup`), StoreTrouble (`backup_no_room`).
    """
    return backups.shown(backups.check(desk, copies.by_name(desk.paths.backups, name)))


def compare(desk: Desk, name: str) -> Json:
    """Return a copy with what has come since: {…, since: {messages, deeds, drafts, sent, queued}}.

    `messages` came in since it was made and will be read again as far as the platforms still have
    them, `deeds` (labels, notes, what was closed …) would be lost; `drafts` written, rows `sent`
    and `queued` since come along. Raises Missing (`unknown_backup`).
    """
    copy = copies.by_name(desk.paths.backups, name)
    since = desk.store.read(lambda db: copies.since(db, copy.made_at))
    return {**backups.shown(copy), "since": since}


def restore(desk: Desk, name: str) -> Json:
    """Have a copy take the place of the database: the engine ends, and does it as it starts again.

    Raises Missing (`unknown_backup`), StoreTrouble (`backup_damaged`, `profile_newer`).
    """
    restoring.ask(desk.paths, Order("restore", name, asked_at=desk.now()))
    return {"asked": name}


def outcome(desk: Desk) -> Json:
    """Return what the last restore came to: {restored: {what, name, made_at, held, …} or None}."""

    def look(db: Connection) -> Json | None:
        return next((p.facts for p in problems.every(db) if p.code == "restored"), None)

    found = desk.store.read(look)
    return {"restored": None if found is None else in_iso(found)}
