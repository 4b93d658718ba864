"""Time: the only module that reads a clock or sleeps.

Times inside cmapp are UTC milliseconds (`now`); spans and deadlines are measured with
`monotonic`, in seconds, which no change of the wall clock can bend.
"""

from __future__ import annotations

import sys
import threading
import time


def now() -> int:
    """Return the wall clock in UTC milliseconds."""
    return time.time_ns() // 1_000_000


def monotonic() -> float:
    """Return seconds that only ever grow; good for differences alone."""
    return time.monotonic()


def elapsed() -> float:
    """Return seconds that only ever grow, those that the machine slept included.

    Where a system cannot tell, its `monotonic` has them already (Windows), or lacks them.
    """
    return time.clock_gettime(_ALL) if _ALL is not None else time.monotonic()


_ALL = getattr(time, "CLOCK_BOOTTIME", None)
if _ALL is None and sys.platform == "darwin":  # it goes on in sleep, and time.monotonic() does not
    _ALL = time.CLOCK_MONOTONIC


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

    def elapsed(self) -> float:
        """Return seconds that only ever grow, those that the machine slept included."""
        return elapsed()

    def wait(self, event: threading.Event, seconds: float) -> bool:
        """Wait for `event`, at most `seconds`; true if it is set. The only sleeping there is."""
        return event.wait(max(0.0, seconds))


def pause(seconds: float) -> None:
    """Let a moment pass where there is nothing to wait on (another process's file)."""
    threading.Event().wait(seconds)


def zone_again() -> None:
    """Read again which zone the machine is in: it may have travelled since the program began."""
    if hasattr(time, "tzset"):  # Windows asks for itself
        time.tzset()
