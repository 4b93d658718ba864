"""The other side of the engine's door: for the window, and for a command line that finds one.

Imports nothing of the engine, so that a window starts fast.
"""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from cmapp.domain import errors
from cmapp.domain.changes import Changes
from cmapp.domain.errors import Trouble
from cmapp.system.paths import Paths

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


PATIENCE = 5.0
"""Seconds within which an engine that lives says that it heard."""


class EngineGone(Trouble):
    """The engine ended while a command was under way: it may or may not have been done."""

    code = "engine_gone"


class Refused(Trouble):
    """An error of the engine that is none of the nine (a damaged profile, a bug)."""


class Client:
    """Calls the engine of a profile. Each call is a connection of its own; any thread may call."""

    def __init__(self, paths: Paths) -> None:
        """Remember the profile; nothing is opened yet."""
        self._paths = paths

    def reachable(self) -> bool:
        """Tell whether an engine answers."""
        line = self._open()
        if line is None:
            return False
        line.close()
        return True

    def call(self, command: str, /, *, within: float | None = None, **args: Any) -> dict[str, Any]:
        """Run a command in the engine and return its answer.

        `within`: how many seconds it may take; without, as long as it takes.

        Raises what the command raises, Refused, and EngineGone: `engine_unreachable` (nothing
        was done) or `engine_gone` (nobody knows).
        """
        line = self._open(within)
        if line is None:
            raise EngineGone("engine_unreachable")
        with line:
            try:
                request = {"command": command, "args": args}
                line.send_bytes(json.dumps(request).encode())
                if not line.poll(PATIENCE if within is None else within):
                    raise EngineGone()  # a stopped engine may take it when it goes on
                line.recv_bytes()  # it is taken
            except (EOFError, OSError):
                raise EngineGone("engine_unreachable") from None
            try:
                if within is not None and not line.poll(within):
                    raise EngineGone()
                answer: dict[str, Any] = json.loads(line.recv_bytes())
            except (EOFError, OSError):
                raise EngineGone() from None
        if "error" in answer:
            raise _error(answer["error"])
        found: dict[str, Any] = answer["answer"]
        return found

    def listen(
        self, told: Callable[[Changes], None], gone: Callable[[], None], stop: threading.Event
    ) -> bool:
        """Call `told` for each change until `stop`, on a thread of its own; False: no engine.

        `gone` is called when the engine goes away by itself.
        """
        line = self._open()
        if line is None:
            return False
        try:
            line.send_bytes(b'{"listen": true}')
        except OSError:
            line.close()
            return False

        def hear() -> None:
            with line, contextlib.suppress(EOFError, OSError):
                while not stop.is_set():
                    if line.poll(0.25):
                        body = json.loads(line.recv_bytes())
                        if body:
                            told(Changes(frozenset(body["topics"]), frozenset(body["accounts"])))
            if not stop.is_set():
                gone()

        threading.Thread(target=hear, name="changes", daemon=True).start()
        return True

    def _open(self, patience: float | None = None) -> Connection | None:
        # imported here: the window paints before it speaks to the engine (T1)
        from multiprocessing import AuthenticationError
        from multiprocessing import connection as lines

        line = None
        try:
            where = json.loads(self._paths.engine.read_bytes())
            key = bytes.fromhex(where["key"])
            line = lines.Client(str(where["address"]), str(where["family"]))
            heard: Any = _Timely(line, PATIENCE if patience is None else patience)
            lines.answer_challenge(heard, key)
            lines.deliver_challenge(heard, key)
            return line
        except (OSError, ValueError, KeyError, TypeError, RecursionError, EOFError,
                AuthenticationError):  # fmt: skip
            pass  # also where engine.json is that of an engine before
        if line is not None:
            line.close()
        return None


class _Timely:
    """A line on which each word must come in time.

    A stopped process still has its door, and may be stopped in the middle of its greeting: who
    waits for its word waits for ever.
    """

    def __init__(self, line: Connection, patience: float) -> None:
        self._line, self._patience = line, patience
        self.send_bytes = line.send_bytes

    def recv_bytes(self, most: int | None = None) -> bytes:
        if not self._line.poll(self._patience):
            raise EOFError
        return self._line.recv_bytes(most)


def _error(told: dict[str, Any]) -> Trouble:
    kind, code, facts = told.get("kind", ""), told["code"], dict(told.get("facts", {}))
    found = getattr(errors, kind, None)
    if found is errors.Throttled:
        return errors.Throttled(code, until=facts.pop("until", 0), **facts)
    if isinstance(found, type) and issubclass(found, Trouble):
        return found(code, **facts)
    return Refused(code, **facts)
