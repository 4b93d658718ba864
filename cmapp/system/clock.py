"""Time: the only module that reads a clock or sleeps.

Times inside cmapp are UTC milliseconds (`now`); spans and deadlines are measured with
`monotonic`, in seconds, which no change of the wall clock can bend.
"""

from __future__ import annotations

import threading
import time


def now() -> int:
    """Return the wall clock in UTC milliseconds."""
    return time.time_ns() // 1_000_000


def monotonic() -> float:
    """Return seconds that only ever grow; good for differences alone."""
    return time.monotonic()


class Clock:
    """The clock that parts with a lifetime are handed, so that a test can hand in its own.

    Holds nothing; any thread may use it.
    """

    def now(self) -> int:
        """Return the wall clock in UTC milliseconds."""
        return now()

    def monotonic(self) -> float:
        """Return seconds that only ever grow."""
        return monotonic()

    def wait(self, event: threading.Event, seconds: float) -> bool:
        """Wait for `event`, at most `seconds`; true if it is set. The only sleeping there is."""
        return event.wait(max(0.0, seconds))


def pause(seconds: float) -> None:
    """Let a moment pass where there is nothing to wait on (another process's file)."""
    time.sleep(seconds)
