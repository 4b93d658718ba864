"""A token handed in leaves no trace on the disk; what people wrote is not logged (P9, P19)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support import faults
from tests.support.mastodon import MastodonServer

pytestmark = [pytest.mark.e2e]

ROOT = Path(__file__).parents[2]
QUESTION, ANSWER = "Kanarienfrage nach der Ware", "Kanarienantwort zur Ware"


class Machine:
    """A machine without a keyring: each run is handed the token, or not."""

    def __init__(self, profile: Path) -> None:
        self.profile = profile
        self.handed: dict[str, str] = {}
        self.rest = profile.parent / "rest"
        """What is written outside of the profile: temporary files, cores."""
        self.rest.mkdir()
        self.outputs: list[str] = []

    def __call__(self, *argv: str, stdin: str = "") -> dict[str, Any]:
        import json

        environment = {
            **os.environ,
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
            "DBUS_SESSION_BUS_ADDRESS": "",
            "TMPDIR": str(self.rest),
            **self.handed,
        }
        done = subprocess.run(
            [
                sys.executable, "-m", "cmapp", "--profile", str(self.profile), "--json",
                "--debug", *argv,
            ],
            cwd=self.rest,
            env={**environment, "PYTHONPATH": str(ROOT)},
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=400,
        )  # fmt: skip
        self.outputs += [done.stdout, done.stderr]
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    def files_with(self, canary: str) -> list[str]:
        """Name the files of the profile that hold a text, however it is encoded."""
        wanted = [canary.encode(), canary.encode("utf-16-le"), canary.encode().hex().encode()]
        return [
            str(path.relative_to(self.profile.parent))
            for path in self.profile.parent.rglob("*")
            if path.is_file() and any(w in path.read_bytes() for w in wanted)
        ]


def test_a_token_that_is_handed_in_is_written_nowhere(
    mastodon_server: MastodonServer,
    fault_proxy: Callable[..., faults.FaultProxy],
    tmp_path: Path,
) -> None:
    name = f"canary{os.getpid()}"
    us, ana = mastodon_server.user(name), mastodon_server.user(f"{name}ana")
    proxy = fault_proxy(mastodon_server.url)
    machine = Machine(tmp_path / "profile")
    added = machine(
        "accounts", "add", "mastodon", "--server", proxy.url, "--token-stdin", stdin=us.token
    )
    (account,) = added["accounts"]
    assert account["problem"] == "no_keyring"
    asked = mastodon_server.call(
        "POST", "/api/v1/statuses", ana, status=f"@{us.username} {QUESTION}"
    )

    # not handed in: said so, and nothing is asked of the server in our name
    told = machine("sync")["accounts"][0]
    assert told["error"] in ("no_secret", "sign_in_needed", "keyring_unavailable"), told

    machine.handed = {f"CMAPP_TOKEN_{account['id'].upper()}": us.token}
    assert machine("sync")["accounts"][0]["error"] is None
    (item,) = [i["id"] for i in machine("inbox")["items"] if QUESTION in (i["text"] or "")]
    machine("reply", item, "--text", ANSWER)
    echo = {"error": f"Bearer {us.token} is no good", "url": f"/x?access_token={us.token}"}
    for effect in (
        faults.Answer(500, echo),
        faults.Answer(401, echo),
        faults.Answer(403, echo),
        faults.Answer(200, f"<html>{us.token}</html>", {"Content-Type": "text/html"}),
        faults.redirect(f"http://127.0.0.1:9/?access_token={us.token}"),
        faults.Truncate(),
        faults.Cut(),
        faults.too_many(1),
    ):
        proxy.on("POST", ".*", effect, times=1)
        machine("outbox", "send")
        proxy.on("GET", ".*", effect, times=2)
        machine("sync")
        proxy.clear()
    machine("outbox", "send", "--wait", "5")
    machine("outbox", "list")
    machine("doctor")

    below = mastodon_server.call("GET", f"/api/v1/statuses/{asked['id']}/context", ana)
    assert sum(ANSWER in s["content"] for s in below["descendants"]) <= 1
    assert machine.files_with(us.token) == []
    assert [o for o in machine.outputs if us.token in o] == []
    logs = [f for f in machine.files_with(QUESTION) + machine.files_with(ANSWER) if "log/" in f]
    assert logs == []
    said = [f for f in (*machine.files_with(QUESTION), *machine.files_with(ANSWER))]
    kept = ("profile/cmapp.sqlite3", "profile/drafts.copy")  # the store, and its drafts again
    assert [f for f in said if not f.startswith(kept)] == []
    assert machine.files_with(QUESTION), "the search itself finds what is there"
    assert list((machine.profile / "log").iterdir()), "something was logged"
