"""What state the program and this machine are in: the facts that a report of trouble needs."""

from __future__ import annotations

import platform
import shutil
import sys
from dataclasses import asdict
from importlib import metadata
from typing import Any

import cmapp
from cmapp.services import figures
from cmapp.services.desk import Desk
from cmapp.store import health, problems, sqlite, words
from cmapp.store.migrations import SCHEMA_VERSION
from cmapp.store.sqlite import Connection

_TELLING = ("PySide6-Essentials", "pysqlite3", "sqlite-utils", "requests", "urllib3", "keyring")


def examine(desk: Desk) -> dict[str, Any]:
    """Return {versions, sqlite, keyring, integrity, figures, disk, profile, problems, …}.

    `figures`: see `figures.examine`. `integrity` is `ok` or what SQLite says. Sizes are bytes.
    Nothing in it is a secret.
    """

    def look(db: Connection) -> dict[str, Any]:
        return {
            **asdict(health.examine(db)),
            "figures": figures.examine(db),
            "problems": [
                {"account": p.account_id, "code": p.code, "facts": p.facts}
                for p in problems.every(db)
            ],
        }

    vault = desk.vault.status()
    disk = shutil.disk_usage(desk.paths.root)
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
        "profile": str(desk.paths.root),
        "disk": {"free": disk.free, "database": desk.paths.database.stat().st_size},
        "executable": sys.executable,
        **desk.store.read(look),
    }


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
