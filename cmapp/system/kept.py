"""Where the secrets of each account were put, and which are still to be removed: no secret.

`keyring.json` in the profile: {"id": …, "kept": {account: backend}, "owed": [account]}. With it a
switch of desktops (KWallet to GNOME and back) is told from a sign-in that never was, and a removal
that met a locked keyring, or a kill, is finished later. One process at a time has it, with several
threads.
"""

from __future__ import annotations

import json
import logging
import secrets
import threading
from pathlib import Path
from typing import Any

from cmapp.system import settings

log = logging.getLogger(__name__)


class Ledger:
    """Without a path it lives in memory. A file that cannot be read or written is no trouble."""

    def __init__(self, path: Path | None) -> None:
        """Read nothing yet."""
        self._path = path
        self._read: dict[str, Any] | None = None
        self._lock = threading.Lock()
        """A lane may keep a sign-in while an account is removed: neither note may be lost."""

    @property
    def id(self) -> str:
        """Return a name for what is of this profile and not of an account."""
        with self._lock:
            found = self._all()
            if not found["id"]:
                found["id"] = secrets.token_hex(6)
                self._write(found)
            return str(found["id"])

    def backend(self, account: str) -> str | None:
        """Return the backend that the secrets of `account` were put into, None for none."""
        found = self._all()["kept"].get(account)
        return found if isinstance(found, str) else None

    def keep(self, account: str, backend: str) -> None:
        """Note that `backend` has the secrets of `account`."""
        with self._lock:
            found = self._all()
            if found["kept"].get(account) != backend or account in found["owed"]:
                found["kept"][account] = backend
                found["owed"] = [one for one in found["owed"] if one != account]
                self._write(found)

    def owe(self, account: str) -> None:
        """Note that the secrets of `account` are to be removed."""
        with self._lock:
            found = self._all()
            if account not in found["owed"]:
                found["owed"].append(account)
                self._write(found)

    def owed(self) -> tuple[str, ...]:
        """Return the accounts whose secrets are still to be removed."""
        return tuple(self._all()["owed"])

    def excuse(self, account: str) -> None:
        """Note that nothing is to be removed: the account stayed."""
        with self._lock:
            found = self._all()
            if account in found["owed"]:
                found["owed"].remove(account)
                self._write(found)

    def gone(self, account: str) -> None:
        """Note that no secret of `account` is left."""
        with self._lock:
            found = self._all()
            if account in found["owed"] or account in found["kept"]:
                found["kept"].pop(account, None)
                found["owed"] = [one for one in found["owed"] if one != account]
                self._write(found)

    def _all(self) -> dict[str, Any]:
        if self._read is None:
            self._read = _sound(_load(self._path))
        return self._read

    def _write(self, found: dict[str, Any]) -> None:
        self._read = found
        if self._path is None:
            return
        try:
            settings.replace(self._path, (json.dumps(found, indent=1) + "\n").encode())
        except OSError as problem:
            log.warning("where secrets lie could not be noted: %s", problem)


def _load(path: Path | None) -> Any:
    if path is None:
        return None
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None


def _sound(found: Any) -> dict[str, Any]:
    given = found if isinstance(found, dict) else {}
    kept, owed, name = given.get("kept"), given.get("owed"), given.get("id")
    return {
        "id": name if isinstance(name, str) else "",
        "kept": {
            str(n): v for n, v in (kept if isinstance(kept, dict) else {}).items()
            if isinstance(v, str)
        },
        "owed": [str(one) for one in (owed if isinstance(owed, list) else [])],
    }  # fmt: skip
