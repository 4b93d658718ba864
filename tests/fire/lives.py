"""A life of the program: a forked process that says at which step it is, or is killed there."""

from __future__ import annotations

import itertools
import os
import signal
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable

from cmapp.system import failpoint


def armed() -> None:
    """Begin this very program anew with its steps armed, unless it began so."""
    if "CMAPP_FAILPOINT" not in os.environ:
        environ = {**os.environ, "CMAPP_FAILPOINT": ""}
        os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], environ)


class Life:
    """What happens in one forked process, told line by line to the one that forked it."""

    def __init__(self, told: int, kill_at: int | str | None) -> None:
        """`kill_at`: the number of the last step, or its name (`page.mid#2`: the second time)."""
        self._told = told
        self._kill_at = kill_at
        self._count = itertools.count(1)
        self._seen: Counter[str] = Counter()

    def watch(self) -> None:
        """Have the steps of the program told, and the kill done, from now on."""
        failpoint.listen(self._at)

    def says(self, word: str) -> None:
        """Tell something that is not a step: it begins with `!`."""
        os.write(self._told, f"!{word}\n".encode())

    def _at(self, step: str) -> None:
        number = next(self._count)
        os.write(self._told, f"{step}\n".encode())
        self._seen[step] += 1
        named = step if self._seen[step] == 1 else f"{step}#{self._seen[step]}"
        if self._kill_at in (number, named):
            os.kill(os.getpid(), signal.SIGKILL)


def forked(
    work: Callable[[Life], None], kill_at: int | str | None = None
) -> tuple[bool, list[str]]:
    """Run `work` in a process of its own; returns (was it killed, what it told).

    Raises RuntimeError where it ended in any other way than by its end or that kill.
    """
    assert threading.active_count() == 1, "a process with threads must not fork"
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(reading)
            work(Life(writing, kill_at))
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading) as lines:
        told = lines.read().splitlines()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return True, told
    if status:
        raise RuntimeError(f"a life ended with {status}")
    return False, told
