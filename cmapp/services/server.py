"""The engine's one door: named commands with JSON arguments over a local socket.

`multiprocessing.connection` gives message borders and a handshake by key on every system; only
bytes of JSON go over it. The address and the key lie in `engine.json`, readable by the owner
alone; the socket lies in a folder of 0700.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
import secrets
import tempfile
import threading
from collections.abc import Callable
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from typing import Any

from cmapp.domain.changes import Changes
from cmapp.domain.errors import Trouble
from cmapp.system.paths import Paths
from cmapp.system.settings import replace

log = logging.getLogger(__name__)

TAKEN = b'{"taken": true}'
"""Said before a command is run: a line that ends without it has done nothing."""
EVERY = 0.1
"""Changes are told at most this often, in seconds."""
_LAST_KNOCK = 1.0
"""Seconds that a knock at one's own door may take, where somebody stands in it and says nothing."""


class Server:
    """Serves `call` to other processes, one thread per connection."""

    def __init__(
        self,
        paths: Paths,
        call: Callable[..., dict[str, Any]],
        subscribe: Callable[[Callable[[Changes], None]], Callable[[], None]],
    ) -> None:
        """Keep what is served; `start` opens the door."""
        self._paths = paths
        self._call = call
        self._subscribe = subscribe
        self._key = secrets.token_bytes(32)
        self._listener: Listener | None = None
        self._closing = threading.Event()
        self._working: set[threading.Thread] = set()
        self._lock = threading.Lock()
        self._listeners = 0

    @property
    def listeners(self) -> int:
        """How many processes listen to changes: windows, mostly."""
        return self._listeners

    def start(self) -> None:
        """Listen, and say where."""
        address = _address(self._paths.root)
        if os.name != "nt":
            with contextlib.suppress(FileNotFoundError):
                os.unlink(address)
        family = "AF_PIPE" if os.name == "nt" else "AF_UNIX"
        self._listener = listener = Listener(address, family, authkey=self._key)
        told = {"address": address, "family": family, "key": self._key.hex(), "pid": os.getpid()}
        replace(self._paths.engine, json.dumps(told).encode())
        threading.Thread(target=self._accept, args=(listener,), name="door", daemon=True).start()

    def close(self) -> None:
        """Take nothing new, finish what is being done, close the door."""
        self._closing.set()
        self._paths.engine.unlink(missing_ok=True)
        if self._listener is not None:
            # whoever waits at a door that is closed under them waits for ever: one last knock
            knock = threading.Thread(target=_knock, args=(self._listener.address,), daemon=True)
            knock.start()
            knock.join(_LAST_KNOCK)
            self._listener.close()
        with self._lock:
            working = tuple(self._working)
        for thread in working:
            thread.join()

    def _accept(self, listener: Listener) -> None:
        while not self._closing.is_set():
            try:
                line = listener.accept()
            except Exception:
                if self._closing.is_set():
                    return
                continue  # somebody without the key, or who went away
            threading.Thread(target=self._serve, args=(line,), name="client", daemon=True).start()

    def _serve(self, line: Connection) -> None:
        with line, contextlib.suppress(EOFError, OSError):
            while True:
                request = json.loads(line.recv_bytes())
                if request.get("listen"):
                    self._tell_changes(line)
                    return
                here = threading.current_thread()
                with self._lock:
                    if self._closing.is_set():
                        return  # not taken: the client knows that nothing was done
                    self._working.add(here)
                try:
                    line.send_bytes(TAKEN)
                    answer = self._answer(request)
                    line.send_bytes(json.dumps(answer, ensure_ascii=False).encode())
                finally:
                    with self._lock:
                        self._working.discard(here)

    def _answer(self, request: dict[str, Any]) -> dict[str, Any]:
        try:
            return {"answer": self._call(request["command"], **request.get("args", {}))}
        except Trouble as trouble:
            return {"error": error_json(trouble)}
        except Exception as bug:
            log.exception("command %s: a bug", request.get("command"))
            return {"error": {"kind": "bug", "code": "bug", "facts": {"type": type(bug).__name__}}}

    def _tell_changes(self, line: Connection) -> None:
        waiting = threading.Event()
        lock = threading.Lock()
        gathered = Changes()

        def gather(changes: Changes) -> None:
            nonlocal gathered
            with lock:
                gathered |= changes
            waiting.set()

        stop = self._subscribe(gather)
        with self._lock:
            self._listeners += 1
        try:
            line.send_bytes(b"{}")
            while not self._closing.is_set():
                if not waiting.wait(1.0):
                    if line.poll():
                        return  # it went away
                    continue
                waiting.clear()
                with lock:
                    told, gathered = gathered, Changes()
                body = {"topics": sorted(told.topics), "accounts": sorted(told.accounts)}
                line.send_bytes(json.dumps(body).encode())
                self._closing.wait(EVERY)
        finally:
            stop()
            with self._lock:
                self._listeners -= 1


def error_json(trouble: Trouble) -> dict[str, Any]:
    """Return an error as it crosses to another process or to a script: {kind, code, facts}."""
    kinds = [c.__name__ for c in type(trouble).__mro__ if issubclass(c, Trouble)]
    return {"kind": kinds[0], "code": trouble.why, "facts": _plain(trouble.facts)}


def _plain(facts: Any) -> Any:
    return json.loads(json.dumps(dict(facts), default=str, ensure_ascii=False))


def _knock(address: Any) -> None:
    with contextlib.suppress(OSError, EOFError):
        Client(address).close()


def _address(root: Path) -> str:
    name = hashlib.blake2b(str(root.resolve()).encode(), digest_size=8).hexdigest()
    if os.name == "nt":
        return rf"\\.\pipe\cmapp-{name}"
    # not in the profile: a socket's path may have 107 characters at most
    folder = Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir())
    place = folder / f"cmapp-{os.getuid()}"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    if place.stat().st_uid != os.getuid() or place.stat().st_mode & 0o077:
        place = Path(tempfile.mkdtemp(prefix="cmapp-"))
    return str(place / f"{name}.sock")
