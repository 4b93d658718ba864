"""Whom the program speaks to: every socket call of the real processes, seen by the kernel (PV-04).

`strace -f` follows the command line, the window without a screen, its engine and its workers
through start, sign-in, sync, send, help, charts, report, search and crash. What was read is full
of links and pictures on other hosts. Nobody is spoken to but the server of the account.
"""

from __future__ import annotations

import ipaddress
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.conftest import unavailable
from tests.support.mastodon import MastodonServer

pytestmark = [pytest.mark.e2e]

ROOT = Path(__file__).parents[2]
LURES = (
    "Is it in stock? https://tracker.example/pixel.png http://203.0.113.9/x.gif "
    '<img src="http://203.0.113.9/a.png"> file:///etc/hostname //203.0.113.9/share'
)
_TO = re.compile(
    r"sa_family=AF_INET6?, sin6?_port=htons\((\d+)\).*?"
    r'(?:inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)")'
)


@dataclass(frozen=True, slots=True)
class Traced:
    """A program that is watched as it runs: each call of each of its processes and threads."""

    folder: Path
    environment: dict[str, str]

    def __call__(self, *argv: str, stdin: str = "", status: int = 0) -> str:
        number = len(list(self.folder.glob("*.strace")))
        seen = self.folder / f"{number}.strace"
        done = subprocess.run(
            [
                "strace", "-f", "-qq", "--seccomp-bpf", "-e", "signal=none",
                "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-o", str(seen),
                sys.executable, "-m", *argv,
            ],
            cwd=ROOT, env=self.environment, input=stdin, capture_output=True, text=True,
            check=False, timeout=800,
        )  # fmt: skip
        assert done.returncode == status, (argv, done.returncode, done.stdout, done.stderr[-2000:])
        return done.stdout

    def hosts(self) -> set[tuple[str, int]]:
        """Return (address, port) of everyone who was spoken to, or tried to be."""
        return {
            (str(ipaddress.ip_address(m[2] or m[3])), int(m[1]))
            for file in self.folder.glob("*.strace")
            for m in _TO.finditer(file.read_text("utf-8", "replace"))
        }

    def calls(self) -> int:
        return sum(
            file.read_text("utf-8", "replace").count("\n") for file in self.folder.glob("*.strace")
        )


@pytest.fixture
def traced(tmp_path: Path) -> Traced:
    if shutil.which("strace") is None:
        unavailable("strace is not installed")
    folder, runtime = tmp_path / "traces", tmp_path / "run"
    folder.mkdir()
    runtime.mkdir(mode=0o700)
    environment = {
        **os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(runtime),
        "DBUS_SESSION_BUS_ADDRESS": "", "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "http_proxy": "", "https_proxy": "",
    }  # fmt: skip
    return Traced(folder, environment)


def test_nobody_is_spoken_to_but_the_server_of_the_account(
    traced: Traced, mastodon_server: MastodonServer, tmp_path: Path
) -> None:
    name = f"traced{os.getpid()}"
    us, ana = mastodon_server.user(name), mastodon_server.user(f"{name}ana")
    profile = str(tmp_path / "profile")

    def cmapp(*argv: str, stdin: str = "") -> dict[str, Any]:
        out = traced("cmapp", "--profile", profile, "--json", *argv, stdin=stdin)
        found: dict[str, Any] = json.loads(out)
        return found

    added = cmapp(
        "accounts", "add", "mastodon", "--server", mastodon_server.url, "--token-stdin",
        stdin=us.token,
    )  # fmt: skip
    (account,) = added["accounts"]
    traced.environment[f"CMAPP_TOKEN_{account['id'].upper()}"] = us.token
    for _ in range(2):
        mastodon_server.call("POST", "/api/v1/statuses", ana, status=f"@{us.username} {LURES}")
    assert cmapp("sync")["accounts"][0]["error"] is None
    items = [i["id"] for i in cmapp("inbox")["items"]]
    cmapp("reply", items[0], "--text", "Yes, see https://elsewhere.example/ too.")
    cmapp("outbox", "send")
    out = str(tmp_path / "report.html")
    cmapp("report", "make", "response", "--out", out)
    traced("tests.e2e.window_walk", profile, "--answer", "It is, until Friday.")
    said = {r["state"] for r in cmapp("outbox", "list")["rows"]}
    server = urlsplit(mastodon_server.url)
    assert said == {"sent"}, "both answers went out, one of them from the window"
    assert traced.hosts() == {("127.0.0.1", server.port)}
    assert traced.calls() > 20


def test_a_call_that_is_planted_is_seen(traced: Traced, tmp_path: Path) -> None:
    """One line in a library that the program loads, run in a process that it starts."""
    (tmp_path / "sitecustomize.py").write_text(
        "import socket\nsocket.socket(socket.AF_INET, socket.SOCK_DGRAM)"
        ".connect(('203.0.113.9', 53))\n"
    )
    traced.environment["PYTHONPATH"] = str(tmp_path)
    traced("cmapp", "--profile", str(tmp_path / "profile"), "--offline", "inbox")
    assert ("203.0.113.9", 53) in traced.hosts()
