"""The vault on a real keyring: gnome-keyring on a bus of its own (P9)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CANARY = "canary-8e21f4b09a"
NEEDED = ("dbus-run-session", "gnome-keyring-daemon")
MISSING = [name for name in NEEDED if shutil.which(name) is None]

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]

WORK = """
import json, sys
from cmapp.domain.errors import SignInNeeded
from cmapp.system.vault import Vault

vault = Vault(environ={}, timeout=15)
said = []
for step in json.load(sys.stdin):
    match step:
        case ["save", account, secrets]:
            said.append(vault.save(account, secrets))
        case ["load", account]:
            try:
                said.append(vault.load(account))
            except SignInNeeded as error:
                said.append([error.why, error.facts.get("reason")])
        case ["forget", account]:
            said.append(vault.forget(account))
        case ["status"]:
            status = vault.status()
            said.append([status.state, status.backend, status.reason])
print(json.dumps(said))
"""


def run(folder: Path, steps: list[list[object]], *, unlock: bool) -> list[object]:
    """Do `steps` in a process of its own on a fresh bus; the keyring's files lie in `folder`."""
    (folder / "run").mkdir(mode=0o700, exist_ok=True)
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "PYTHON_KEYRING_BACKEND"}
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    env |= {
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_RUNTIME_DIR": str(folder / "run"),
    }
    daemon = (
        "printf 'pass\\n' | gnome-keyring-daemon --unlock --components=secrets"
        if unlock
        else "gnome-keyring-daemon --start --components=secrets"
    )
    script = f'{daemon} >/dev/null 2>&1; exec "$0" -c "$1"'
    done = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", script, sys.executable, WORK],
        input=json.dumps(steps),
        env=env,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert CANARY not in done.stderr
    said: list[object] = json.loads(done.stdout)
    return said


def test_secrets_outlive_the_process_and_lie_in_no_readable_file(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    secrets = {"token": CANARY, "jwt": "退款" * 100 + "x" * 5000}
    assert run(tmp_path, [["status"], ["save", "ab12cd34", secrets]], unlock=True) == [
        ["keyring", "keyring.backends.SecretService", None],
        True,
    ]
    assert run(tmp_path, [["load", "ab12cd34"]], unlock=True) == [secrets]
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert [path for path in files if CANARY.encode() in path.read_bytes()] == []
    # The same files, but nobody to unlock them.
    (status, load) = run(tmp_path, [["status"], ["load", "ab12cd34"]], unlock=False)
    assert status == ["locked", "keyring.backends.SecretService", "locked"]
    assert load == ["keyring_unavailable", "locked"]
    gone = run(tmp_path, [["forget", "ab12cd34"], ["load", "ab12cd34"]], unlock=True)
    assert gone == [True, ["no_secret", None]]


def test_without_a_bus_there_is_none_and_it_says_so(tmp_path: Path) -> None:
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "DBUS_SESSION_BUS_ADDRESS": ""}
    done = subprocess.run(
        [sys.executable, "-c", WORK],
        input=json.dumps([["status"], ["save", "a", {"token": CANARY}], ["load", "a"]]),
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert json.loads(done.stdout) == [["none", "", "no_keyring"], False, {"token": CANARY}]
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
