"""What state the program and this machine are in: findings, and the facts of a report of trouble.

A finding says in one code what is well or not (`cmapp.domain.findings`). `FINDINGS` look at an
open profile, `ANYWAY` at what can be seen without one, so that a profile whose database is
damaged, newer, locked or not there is told of as well.
"""

from __future__ import annotations

import logging
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from importlib import metadata
from typing import Any

import cmapp
from cmapp.domain.errors import Trouble
from cmapp.domain.findings import Finding, worst
from cmapp.services import backups, figures, looks
from cmapp.services.desk import Desk
from cmapp.services.patient import Patient
from cmapp.store import health, problems, sqlite, words
from cmapp.store.database import Store
from cmapp.store.migrations import SCHEMA_VERSION
from cmapp.store.opening import LOST
from cmapp.store.sqlite import Connection
from cmapp.system import disks
from cmapp.system.paths import Paths
from cmapp.system.vault import Vault

log = logging.getLogger(__name__)

_TELLING = ("PySide6-Essentials", "pysqlite3", "sqlite-utils", "requests", "urllib3", "keyring")


ANYWAY: tuple[Callable[[Patient], Iterator[Finding]], ...] = (
    looks.disk,
    looks.folder,
    looks.keyring,
    looks.library,
    backups.looked,
)
"""Looked at always."""
FINDINGS: tuple[Callable[[Desk], Iterator[Finding]], ...] = (
    looks.writing,
    looks.accounts,
    looks.outbox,
)
"""Looked at where the store is open. Each area adds a function of its own."""


def examine(desk: Desk) -> dict[str, Any]:
    """Return {state, findings, versions, sqlite, keyring, integrity, figures, disk, …}.

    `state`: the gravest severity of `findings`. `figures`: see `figures.examine`. `integrity` is
    `ok` or what SQLite says. Sizes are bytes. Nothing in it is a secret.
    """
    facts = desk.store.read(_look)
    found = [*looks.of_facts(facts), *_found(ANYWAY, desk), *_found(FINDINGS, desk)]
    return {**_told(found), "opened": True, **_around(desk), **facts}


def examine_closed(paths: Paths, vault: Vault, trouble: Trouble) -> dict[str, Any]:
    """Return the same of a profile that cannot be opened, with `error` {code, facts}.

    What the store would tell is there where it can at least be read, else None.
    """
    patient = _Closed(paths, vault)
    facts: dict[str, Any] = dict.fromkeys(
        ("integrity", "posts", "interactions", "figures", "problems")
    )
    if paths.database.exists() and trouble.why not in _UNREAD:
        store = Store.reader(paths.database)
        try:
            facts = store.read(_look)
        except (Trouble, sqlite.Error, ValueError) as problem:
            log.warning("the database cannot even be read: %s", problem)
        finally:
            store.close()
    found = [
        looks.refusal(trouble, paths),
        *looks.of_facts(facts),
        *_found((looks.disk,) if _stands(paths) else ANYWAY, patient),
    ]
    error = {"code": trouble.why, "facts": dict(trouble.facts)}
    return {**_told(found), "opened": False, "error": error, **_around(patient), **facts}


_UNREAD = LOST | {"not_a_profile", "database_unreadable", "database_locked", "profile_unusable"}
"""Troubles in which there is nothing to be read of the database either."""


def _stands(paths: Paths) -> bool:
    """Tell whether something stands there that nothing can be read from."""
    try:
        paths.look()
    except OSError:
        return True
    return False


class _Closed:
    """A profile whose store is not open."""

    def __init__(self, paths: Paths, vault: Vault) -> None:
        self.paths, self.vault = paths, vault


def _found(table: tuple[Callable[[Any], Iterator[Finding]], ...], patient: Any) -> list[Finding]:
    """Look; a look that fails is a finding of its own, so that the others are told."""
    found: list[Finding] = []
    for look in table:
        try:
            found += look(patient)
        except Exception as problem:
            log.exception("a look failed: %s", look.__name__)
            facts = {"look": look.__name__, "kind": type(problem).__name__}
            found.append(Finding("look_failed", "warning", facts))
    return found


def _told(found: list[Finding]) -> dict[str, Any]:
    return {"state": worst(found), "findings": [asdict(one) for one in found]}


def _look(db: Connection) -> dict[str, Any]:
    return {
        **asdict(health.examine(db)),
        "figures": figures.examine(db),
        "problems": [
            {"account": p.account_id, "code": p.code, "facts": p.facts} for p in problems.every(db)
        ],
    }


def _around(patient: Patient) -> dict[str, Any]:
    vault = patient.vault.status()
    database = patient.paths.database
    return {
        "versions": {
            "cmapp": cmapp.__version__,
            "python": platform.python_version(),
            "system": platform.platform(),
            **{name: _version(name) for name in _TELLING},
        },
        "sqlite": {"library": sqlite.LIBRARY, "version": sqlite.VERSION, "schema": SCHEMA_VERSION},
        "keyring": {"backend": vault.backend, "state": vault.state, "reason": vault.reason},
        "words": words.version(),
        "profile": str(patient.paths.root),
        "disk": {
            "free": shutil.disk_usage(disks.existing(patient.paths.root)).free,
            "database": database.stat().st_size if database.exists() else None,
        },
        "executable": sys.executable,
    }


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
