"""The steps between which a crash could hurt, by name; a harness may stop the program at each.

    CMAPP_FAILPOINT=claim.done:kill         SIGKILL to itself the first time it comes there
    CMAPP_FAILPOINT=page.mid#3:kill         the third time
    CMAPP_FAILPOINT=finish.mid:full         as if the disk were full (OSError, ENOSPC)
    CMAPP_FAILPOINT=claim.done:error        as if the disk could not be written (OSError, EIO)
    CMAPP_FAILPOINT=                        nothing, but CMAPP_FAILPOINT_LOG=FILE gets a line for
                                            each step that was reached

Several are divided by commas. Where CMAPP_FAILPOINT is not in the environment of the process when
it starts, `reached` does nothing and cannot be made to do anything.
"""

from __future__ import annotations

import errno
import os
import signal
from collections import Counter
from collections.abc import Callable

STEPS: dict[str, str] = {
    "draft_copy.behind": "a draft is committed, the drafts' second copy does not have it",
    "draft_copy.done": "a draft is committed and in the drafts' second copy",
}
"""Name → what is on the disk and what has left the machine when a run gets there.

`.mid` is inside a transaction, before its COMMIT; `.done` is after it."""

_ARMED = "CMAPP_FAILPOINT" in os.environ
_listener: Callable[[str], None] | None = None


def reached(name: str) -> None:
    """Say that the program is at the step `name`, one of `STEPS`."""
    if _listener is not None:
        _listener(name)


def listen(listener: Callable[[str], None] | None) -> None:
    """Have `listener` called at each step: for a harness that forks instead of starting anew.

    Raises:
        RuntimeError: the process was started without CMAPP_FAILPOINT.
    """
    global _listener
    if not _ARMED:
        raise RuntimeError("CMAPP_FAILPOINT is not set")
    _listener = listener


def _planned(plan: str, log: str | None) -> Callable[[str], None]:
    """Return what does to this process what CMAPP_FAILPOINT says."""
    deeds: dict[tuple[str, int], str] = {}
    for part in filter(None, plan.split(",")):
        where, _, deed = part.partition(":")
        name, _, count = where.partition("#")
        deeds[name.strip(), int(count or 1)] = deed.strip() or "kill"
    seen: Counter[str] = Counter()

    def at(name: str) -> None:
        seen[name] += 1
        if log is not None:
            handle = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                os.write(handle, f"{name}\n".encode())
            finally:
                os.close(handle)
        match deeds.get((name, seen[name])):
            case None:
                return
            case "full":
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            case "error":
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            case _:
                os.kill(os.getpid(), signal.SIGKILL)

    return at


if _ARMED:
    _listener = _planned(os.environ["CMAPP_FAILPOINT"], os.environ.get("CMAPP_FAILPOINT_LOG"))
