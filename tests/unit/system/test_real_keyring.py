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
import json, os, signal, subprocess, sys, time
from pathlib import Path
from cmapp.domain.errors import SignInNeeded
from cmapp.system.vault import Vault

begun = time.monotonic()
ledger = Path(os.environ["HOME"]) / "keyring.json"
vault = Vault(environ={}, timeout=15, ledger=ledger)
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
        case ["unlock"]:
            subprocess.run(
                ["gnome-keyring-daemon", "--replace", "--unlock", "--components=secrets"],
                input=b"pass\\n", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True,
            )
            vault.may_ask()
        case ["kill"]:
            for path in Path("/proc").glob("[0-9]*/environ"):
                try:
                    mine = f"HOME={os.environ['HOME']}".encode() in path.read_bytes().split(b"\\0")
                    daemon = b"gnome-keyring-d" in (path.parent / "comm").read_bytes()
                except OSError:
                    continue
                if mine and daemon:
                    os.kill(int(path.parent.name), signal.SIGKILL)
        case ["fresh"]:
            vault = Vault(environ={}, timeout=15, ledger=ledger)
        case ["settle", there]:
            vault.settle(there)
            said.append(list(vault.owed()))
        case ["lies_in", account, backend]:
            found = json.loads(ledger.read_text())
            found["kept"][account] = backend
            ledger.write_text(json.dumps(found))
assert time.monotonic() - begun < 40
print(json.dumps(said))
"""


def run(folder: Path, steps: list[list[object]], *, unlock: bool, **environ: str) -> list[object]:
    """Do `steps` in a process of its own on a fresh bus; the keyring's files lie in `folder`."""
    (folder / "data").mkdir(exist_ok=True)
    (folder / "run").mkdir(mode=0o700, exist_ok=True)
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "PYTHON_KEYRING_BACKEND"}
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    env |= {
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_RUNTIME_DIR": str(folder / "run"),
        **environ,
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
    said: list[object] = json.loads(done.stdout.splitlines()[-1])  # a daemon may say where it is
    return said


def test_secrets_outlive_the_process_and_lie_in_no_readable_file(tmp_path: Path) -> None:
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
    assert not holding(tmp_path, CANARY)


def holding(folder: Path, text: str) -> list[Path]:
    """Return the files below `folder` that hold a text as it is."""
    return [p for p in folder.rglob("*") if p.is_file() and text.encode() in p.read_bytes()]


LOCKED = ["keyring_unavailable", "locked"]
GNOME = "keyring.backends.SecretService"


def test_unlocked_later_it_goes_on_by_itself(tmp_path: Path) -> None:
    assert run(tmp_path, [["save", "a", {"token": CANARY}]], unlock=True) == [True]
    steps: list[list[object]] = [
        ["load", "a"], ["save", "b", {"token": "2"}], ["load", "b"],
        ["unlock"], ["load", "a"], ["load", "b"], ["fresh"], ["load", "b"],
    ]  # fmt: skip
    told = run(tmp_path, steps, unlock=False)
    assert told == [
        LOCKED,
        False,
        {"token": "2"},
        {"token": CANARY},
        {"token": "2"},
        {"token": "2"},
    ]


def test_a_daemon_that_dies_is_told_and_one_that_comes_back_is_used(tmp_path: Path) -> None:
    steps: list[list[object]] = [
        ["save", "a", {"token": CANARY}], ["kill"], ["load", "a"], ["save", "b", {"token": "2"}],
        ["status"], ["unlock"], ["load", "a"], ["load", "b"], ["fresh"], ["load", "b"],
    ]  # fmt: skip
    saved, gone, kept, status, *back = run(tmp_path, steps, unlock=True)
    assert saved is True and kept is False
    assert isinstance(gone, list) and gone[0] == "keyring_unavailable"
    assert isinstance(status, list) and status[0] != "keyring"
    assert back == [{"token": CANARY}, {"token": "2"}, {"token": "2"}]


def test_a_removal_that_is_owed_is_done_on_the_next_day(tmp_path: Path) -> None:
    run(tmp_path, [["save", "a", {"token": CANARY}]], unlock=True)
    assert run(tmp_path, [["forget", "a"], ["settle", []]], unlock=False) == [False, ["a"]]
    assert run(tmp_path, [["settle", []], ["load", "a"]], unlock=True) == [[], ["no_secret", None]]


def test_what_lies_in_the_keyring_of_kde_is_told(tmp_path: Path) -> None:
    kde = "keyring.backends.kwallet"
    steps: list[list[object]] = [
        ["save", "b", {"token": "2"}], ["lies_in", "a", kde], ["fresh"], ["load", "a"],
        ["save", "a", {"token": CANARY}], ["load", "a"],
    ]  # fmt: skip
    saved, switched, *after = run(tmp_path, steps, unlock=True)
    assert switched == ["keyring_switched", None]
    assert [saved, *after] == [True, True, {"token": CANARY}]


PLAIN = """
import pathlib
from keyring.backend import KeyringBackend

class PlaintextKeyring(KeyringBackend):
    priority = 9
    file = pathlib.Path.home() / "keyring_pass.cfg"

    def get_password(self, service, username):
        return None

    def set_password(self, service, username, password):
        self.file.write_text(password)

    def delete_password(self, service, username):
        raise SystemError
"""


@pytest.fixture
def plaintext(tmp_path: Path) -> dict[str, str]:
    """A package that brings a keyring in a readable file, as `keyrings.alt` does."""
    site = tmp_path / "site"
    (site / "keyrings_plain-1.0.dist-info").mkdir(parents=True)
    (site / "keyrings_plain.py").write_text(PLAIN)
    about = site / "keyrings_plain-1.0.dist-info"
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: keyrings-plain\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[keyring.backends]\nplain = keyrings_plain\n")
    return {"PYTHONPATH": os.pathsep.join([str(site), os.getcwd()])}


STEPS: list[list[object]] = [["status"], ["save", "a", {"token": CANARY}], ["load", "a"]]
REFUSED = [["none", "", "backend_refused"], False, {"token": CANARY}]


def test_a_plaintext_keyring_that_is_installed_is_passed_over(
    tmp_path: Path, plaintext: dict[str, str]
) -> None:
    # beside a real one the real one is used, though the other thinks more of itself
    told = run(tmp_path, STEPS, unlock=True, **plaintext)
    assert told == [["keyring", GNOME, None], True, {"token": CANARY}]
    assert not holding(tmp_path, CANARY)


@pytest.mark.parametrize("how", ["alone", "environment", "keyringrc", "null"])
def test_a_plaintext_keyring_is_never_written_to(
    tmp_path: Path, plaintext: dict[str, str], how: str
) -> None:
    named = "keyrings_plain.PlaintextKeyring"
    config = tmp_path / "config"
    expected = REFUSED
    match how:
        case "alone":
            plaintext["DBUS_SESSION_BUS_ADDRESS"] = ""
        case "environment":
            plaintext["PYTHON_KEYRING_BACKEND"] = named
        case "keyringrc":
            (config / "python_keyring").mkdir(parents=True)
            told = f"[backend]\ndefault-keyring={named}\n"
            (config / "python_keyring" / "keyringrc.cfg").write_text(told)
        case "null":
            plaintext["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
            expected = [["none", "", "no_keyring"], *REFUSED[1:]]
    env = {"XDG_CONFIG_HOME": str(config), **plaintext}
    if how == "alone":
        plain = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), **env}
        done = subprocess.run(
            [sys.executable, "-c", WORK], input=json.dumps(STEPS), env=plain,
            capture_output=True, text=True, timeout=60, check=True,
        )  # fmt: skip
        assert json.loads(done.stdout) == expected
    else:
        assert run(tmp_path, STEPS, unlock=True, **env) == expected
    assert not holding(tmp_path, CANARY)
