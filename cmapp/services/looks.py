"""The looks of the doctor: each yields what it found, in codes and facts."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from cmapp.domain.errors import Trouble
from cmapp.domain.findings import Finding
from cmapp.services.desk import Desk
from cmapp.store import outbox as deeds
from cmapp.store import problems, sqlite
from cmapp.system import crash, disks
from cmapp.system.paths import Paths

if TYPE_CHECKING:
    from cmapp.services.patient import Patient

LITTLE_ROOM = 200_000_000
"""Fewer free bytes than this, or than the database is large, leave no room for a copy of it."""
NO_ROOM = 2_000_000
_FIXED_WAL_RESET = (3, 51, 3)
_KEYRINGS = {
    "no_keyring": "keyring_absent",
    "backend_refused": "keyring_refused",
    "locked": "keyring_locked",
    "no_answer": "keyring_silent",
    "broken": "keyring_broken",
}
_OPENED_ELSEWHERE = ("engine_busy", "database_locked")


def refusal(trouble: Trouble, paths: Paths) -> Finding:
    """Return why the profile does not open."""
    facts = {**trouble.facts, "path": str(paths.root), "database": str(paths.database)}
    severity = "warning" if trouble.why in _OPENED_ELSEWHERE else "trouble"
    if trouble.why == "no_profile":
        severity = "note"
    return Finding(trouble.why, severity, facts)  # type: ignore[arg-type]  # one of the four


def disk(patient: Patient) -> Iterator[Finding]:
    """Look at room, kind and encryption of the disk that the profile lies on."""
    root = patient.paths.root
    free = shutil.disk_usage(disks.existing(root)).free
    database = patient.paths.database
    size = database.stat().st_size if database.exists() else 0
    facts = {"free_bytes": free, "database_bytes": size}
    if free < NO_ROOM:
        yield Finding("disk_full", "trouble", facts)
    elif free < max(LITTLE_ROOM, size):
        yield Finding("disk_low", "warning", facts)
    else:
        yield Finding("disk_room", "ok", facts)
    below = disks.below(root)
    if below.networked:
        yield Finding("disk_networked", "warning", {"kind": below.kind})
    if below.read_only:
        yield Finding("disk_read_only", "trouble", {"path": str(root)})
    match below.encrypted:
        case True:
            yield Finding("disk_encrypted", "ok")
        case False:
            yield Finding("disk_not_encrypted", "note")
        case None:
            yield Finding("disk_encryption_unknown", "note")


def folder(patient: Patient) -> Iterator[Finding]:
    """Look at who may read and write the folder of the profile."""
    root = patient.paths.root
    if not root.is_dir():
        return
    if not os.access(root, os.W_OK):
        yield Finding("folder_not_writable", "trouble", {"path": str(root)})
    if os.name == "posix":
        open_to_others = [
            path.name
            for path in (root, patient.paths.database)
            if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077
        ]
        if stat.S_IMODE(root.stat().st_mode) & 0o077 and open_to_others:
            yield Finding("folder_open", "warning", {"path": str(root)}, f"chmod 700 {root}")
    if crash.unseen(patient.paths.log):
        yield Finding("crash_left", "note", {"path": str(patient.paths.log)})
    aside = patient.paths.settings.with_name(patient.paths.settings.name + ".bad")
    if aside.exists():
        yield Finding("settings_set_aside", "note", {"path": str(aside)})


def keyring(patient: Patient) -> Iterator[Finding]:
    """Look at how secrets are kept."""
    status = patient.vault.status()
    if owed := patient.vault.owed():
        yield Finding("keyring_owed", "note", {"count": len(owed)})
    facts: Mapping[str, Any] = {"backend": status.backend.rpartition(".")[2]}
    match status.reason:
        case None:
            yield Finding("keyring_works", "ok", facts)
        case reason:
            yield Finding(_KEYRINGS.get(reason, "keyring_broken"), "warning", facts)


def library(patient: Patient) -> Iterator[Finding]:
    """Look at the SQLite library: before 3.51.3 two writers could damage a file."""
    version = tuple(int(part) for part in sqlite.VERSION.split(".")[:3] if part.isdecimal())
    facts = {"version": sqlite.VERSION, "library": sqlite.LIBRARY}
    if version < _FIXED_WAL_RESET:
        yield Finding("sqlite_old", "note", facts)
    else:
        yield Finding("sqlite_good", "ok", facts)


def of_facts(facts: Mapping[str, Any]) -> Iterator[Finding]:
    """Judge what was read of the whole store: is it sound, do the sums equal their rows."""
    if facts["integrity"] == "ok":
        yield Finding("database_sound", "ok", {"posts": facts["posts"]})
    elif facts["integrity"] is not None:
        yield Finding("database_unsound", "trouble", {"said": facts["integrity"]})
    if facts["figures"] and facts["figures"]["differences"]:
        count = facts["figures"]["differences"]
        yield Finding("sums_differ", "warning", {"count": count}, "cmapp doctor --repair")


def accounts(desk: Desk) -> Iterator[Finding]:
    """Look at the accounts and their standing problems."""
    found = desk.accounts()
    names = {account.id: account.handle for account in found}
    if not found:
        yield Finding("no_accounts", "note", {}, "cmapp accounts add --help")
    for problem in desk.store.read(problems.every):
        facts = {
            "account": problem.account_id,
            "handle": names.get(problem.account_id),
            "why": problem.code,
            "since_at": problem.since,
        }
        if problem.account_id:
            yield Finding("account_problem", "warning", facts)
        else:
            yield Finding("standing_problem", "warning", facts)


def writing(desk: Desk) -> Iterator[Finding]:
    """Look whether the store takes a write: its rights, or another program, may forbid it."""
    try:
        desk.store.write(lambda _: None)
    except Trouble as trouble:
        if trouble.why == "database_locked":
            yield Finding("database_locked", "trouble", {})
        elif trouble.why == "read_only" and os.access(desk.paths.root, os.W_OK):
            yield Finding("read_only", "trouble", {"path": str(desk.paths.database)})


def outbox(desk: Desk) -> Iterator[Finding]:
    """Look at what waits for a decision, and at what holds everything back."""
    counts = desk.store.read(deeds.counts)
    held = counts.get("review", 0)
    if held:
        yield Finding("outbox_review", "note", {"count": held}, "cmapp outbox list")
    unsure = counts.get("uncertain", 0)
    if unsure:
        yield Finding("outbox_uncertain", "note", {"count": unsure}, "cmapp outbox list")
    for name, way_on in (("panic", "cmapp outbox resume"), ("flight", "cmapp flight end")):
        thrown = desk.store.read(lambda db, name=name: problems.switch(db, name))  # type: ignore[misc]
        if thrown is not None:
            yield Finding(f"switch_{name}", "note", {"since_at": thrown["since"]}, way_on)
