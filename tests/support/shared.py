"""Test servers that a whole run shares: started once, whichever worker asks first, ended with it.

A server is a module with a `serve` part (`python -m tests.support.bluesky.serve STATE OWNER …`)
built on `Keeper`. The run's first process is the owner; should it die, each keeper sees that and
takes its servers down with it.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from filelock import FileLock

ROOT = Path(__file__).resolve().parents[2]


class NotStarted(Exception):
    """A server did not come up; carries the end of its logs."""


def cache_folder() -> Path:
    """Where heavy things are kept between runs: `CMAPP_CACHE`, else `.cache/` of the checkout."""
    return Path(os.environ.get("CMAPP_CACHE") or ROOT / ".cache").resolve()


def run_folder(owner: int) -> Path:
    """Where the run that process `owner` leads keeps its servers' state."""
    return Path(tempfile.gettempdir()) / f"cmapp-tests-{owner}"


_handed: set[int] = set()


def free_port() -> int:
    """A loopback port that is free, and that nobody else is given before it is listened on.

    Not one of those that the system hands to whoever asks for any: there, until a server of ours
    has come up, connections and other tests take thousands.
    """
    while True:
        port = 20_000 + secrets.randbelow(12_000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        if port not in _handed:
            _handed.add(port)
            return port


def alive(pid: int) -> bool:
    """Whether a process runs; a zombie has ended."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def wait_until(true: Callable[[], bool], *, seconds: float, what: str) -> None:
    """Poll until `true()`; raise NotStarted when it takes longer than `seconds`."""
    deadline = time.monotonic() + seconds
    while not true():
        if time.monotonic() > deadline:
            raise NotStarted(f"{what}: not within {seconds:.0f} s")
        time.sleep(0.05)


def obtain(
    name: str, module: str, *options: str, owner: int, seconds: float = 700
) -> dict[str, Any]:
    """The facts of the run's server `name`, started by `python -m module` if it is not there."""
    folder = run_folder(owner)
    state = folder / name
    state.mkdir(parents=True, exist_ok=True)
    for each in (folder, state):
        each.chmod(0o711)  # Postgres and Redis run as users of their own
    ready = state / "ready.json"
    with FileLock(folder / f"{name}.lock"):
        if ready.exists():
            facts: dict[str, Any] = json.loads(ready.read_text())
            if alive(facts["keeper"]):
                return facts
            ready.unlink()
        with (state / "keeper.log").open("ab") as log:
            keeper = subprocess.Popen(
                [sys.executable, "-m", module, str(state), str(owner), *options],
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        try:
            wait_until(
                lambda: ready.exists() or keeper.poll() is not None, seconds=seconds, what=name
            )
        except NotStarted:
            keeper.terminate()
            raise
        if not ready.exists():
            raise NotStarted(f"{name} ended with {keeper.returncode}\n{tails(state)}")
        keeper.returncode = 0  # it outlives us on purpose: no warning about a forgotten child
        return json.loads(ready.read_text())  # type: ignore[no-any-return]


def tails(state: Path, lines: int = 12) -> str:
    """The ends of the logs below a server's state folder."""
    texts = []
    for log in sorted(state.glob("*.log")):
        end = log.read_text("utf-8", "replace").splitlines()[-lines:]
        texts.append(f"--- {log.name}\n" + "\n".join(end))
    return "\n".join(texts)


def stop_all(owner: int) -> None:
    """End every server of the run and remove what it kept. Called once, by the owner."""
    folder = run_folder(owner)
    keepers = [json.loads(ready.read_text())["keeper"] for ready in folder.glob("*/ready.json")]
    for pid in keepers:
        if alive(pid):
            os.kill(pid, signal.SIGTERM)
    for pid in keepers:
        try:
            wait_until(lambda pid=pid: not alive(pid), seconds=90, what=f"end of keeper {pid}")
        except NotStarted:  # it hangs: its group goes with it, and no verdict on what was tested
            with contextlib.suppress(ProcessLookupError):
                os.killpg(pid, signal.SIGKILL)
    shutil.rmtree(folder, ignore_errors=True)


class Keeper:
    """The parent of one server's processes; ends them when told, or when the owner is gone."""

    def __init__(self, state: Path, owner: int) -> None:
        self.state = state
        self.owner = owner
        self.children: list[tuple[str, subprocess.Popen[bytes]]] = []
        self.stopping = False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)

    def _stop(self, number: int, frame: object) -> None:
        self.stopping = True
        raise SystemExit(0)  # also out of a wait for something that never comes up

    def start(
        self,
        name: str,
        command: Sequence[str],
        *,
        user: str | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> subprocess.Popen[bytes]:
        """Start a process in the foreground of this one, its output in STATE/NAME.log."""
        with (self.state / f"{name}.log").open("ab") as log:
            child = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=os.environ | dict(environment or {}),
                cwd=self.state,
                user=user,
                group=user,
                extra_groups=[] if user else None,
            )
        self.children.append((name, child))
        return child

    def wait_for(self, true: Callable[[], bool], *, seconds: float, what: str) -> None:
        """Wait for something a child brings about; raise NotStarted when a child has ended."""

        def or_ended() -> bool:
            ended = [name for name, child in self.children if child.poll() is not None]
            if ended:
                raise NotStarted(f"{ended} ended while waiting for {what}")
            return true()

        wait_until(or_ended, seconds=seconds, what=what)

    def wait_for_port(self, port: int, *, seconds: float = 180) -> None:
        """Wait until something listens on a loopback port."""

        def listening() -> bool:
            with socket.socket() as probe:
                return probe.connect_ex(("127.0.0.1", port)) == 0

        self.wait_for(listening, seconds=seconds, what=f"port {port}")

    def announce(self, **facts: Any) -> None:
        """Say that the server answers: its facts for those who asked."""
        part = self.state / "ready.part"
        part.write_text(json.dumps({"keeper": os.getpid(), **facts}))
        part.rename(self.state / "ready.json")

    def stay(self) -> None:
        """Stay until told to stop, or the owner or a child has ended."""
        while alive(self.owner) and all(child.poll() is None for _, child in self.children):
            time.sleep(0.5)

    def end(self) -> None:
        """End the children, last started first."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_IGN)
        for _, child in reversed(self.children):
            if child.poll() is None:
                child.terminate()
            try:
                child.wait(10)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait(5)
        if not alive(self.owner):
            shutil.rmtree(self.state.parent, ignore_errors=True)  # no owner will do it


def keep(serve: Callable[[Keeper, list[str]], None]) -> None:
    """Run `serve(keeper, options)` for the arguments STATE OWNER OPTIONS…, then stay."""
    state, owner, *options = sys.argv[1:]
    keeper = Keeper(Path(state), int(owner))
    try:
        serve(keeper, options)
        keeper.stay()
    finally:
        keeper.end()
