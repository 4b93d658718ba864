"""The engine's process: started when it is wanted, and not over and over where it cannot start."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING

from cmapp.domain.errors import Trouble
from cmapp.system.clock import Clock
from cmapp.system.paths import Paths

if TYPE_CHECKING:
    import subprocess

QUICK = 2.0
"""Seconds; an engine that ends within them could not start."""
LONGEST = 60.0
"""Seconds; the longest pause before another start. The first is `QUICK` long, each doubles."""


class EngineProcess:
    """Starts the engine of a profile. Any thread may ask; `told` is called on that thread."""

    def __init__(
        self,
        paths: Paths,
        *,
        offline: bool,
        told: Callable[[Trouble | None], None],
        clock: Clock | None = None,
    ) -> None:
        """Start nothing yet. `told` hears why the engine could not start, and None when it did."""
        self._paths, self._offline, self._told = paths, offline, told
        self._lock = threading.Lock()
        self._clock = clock or Clock()
        self._out: IO[bytes] | None = None
        self._began = self._again_at = self._pause = 0.0
        self._over = False
        self.process: subprocess.Popen[bytes] | None = None

    def stop(self) -> None:
        """Start no more. The engine that runs goes on until it is told to quit."""
        with self._lock:
            self._over = True
            self._let_go()

    def works(self) -> None:
        """Note that the engine answers."""
        if self._pause:
            self._pause = self._again_at = 0.0
            self._told(None)

    def want(self) -> None:
        """Start the engine if it does not run, and if it is not too soon after a failed start."""
        with self._lock:
            if self._over:
                return
            failed = self._ended()
            if not self._running() and self._clock.monotonic() >= self._again_at:
                self._start()
        if failed is not None:
            self._told(failed)

    def _running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def _ended(self) -> Trouble | None:
        """Return why the last one could not start, once; sets the pause before the next."""
        if self.process is None or self._running():
            return None
        # a refusal may take long where the machine is slow: its status tells of it, too
        quick = self._clock.monotonic() - self._began < QUICK or self.process.returncode > 0
        self.process = None
        if not quick:
            return None
        self._pause = min(LONGEST, max(QUICK, 2 * self._pause))
        self._again_at = self._clock.monotonic() + self._pause
        return self._error()

    def _error(self) -> Trouble:
        trouble = Trouble("bug")
        if self._out is not None:
            self._out.seek(0)
            for line in self._out.read(100_000).splitlines():
                try:
                    error = json.loads(line)["error"]
                    trouble = Trouble(str(error["code"]), **error.get("facts", {}))
                except (ValueError, KeyError, TypeError):
                    continue
        return trouble

    def _let_go(self) -> None:
        if self._out is not None:
            self._out.close()
            self._out = None

    def _start(self) -> None:
        # imported here: nothing is started before the first paint
        import subprocess
        import tempfile

        from cmapp.system import handed

        command = [sys.executable, "-m", "cmapp", "--profile", str(self._paths.root)]
        if getattr(sys, "frozen", False):
            command = [sys.executable, "--profile", str(self._paths.root)]
        if self._offline:
            command.append("--offline")
        package = str(Path(__file__).resolve().parents[2])
        way = os.pathsep.join(p for p in (package, os.environ.get("PYTHONPATH")) if p)
        self._let_go()
        self._out = tempfile.TemporaryFile()  # read when the process has ended
        self._began = self._clock.monotonic()
        self.process = subprocess.Popen(
            [*command, "--json", "engine", "--tokens-stdin"],
            stdin=subprocess.PIPE,
            stdout=self._out,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={**os.environ, "PYTHONPATH": way},
        )
        if self.process.stdin is not None:
            with contextlib.suppress(OSError):  # it ended at once: its status tells why
                handed.give(self.process.stdin)
