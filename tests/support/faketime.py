"""Debian's faketime around a real process: its clock is what a file says, and can be set anew.

Only the wall clock is bent. The monotonic clocks go on as they do, as when somebody sets the
clock, or as a laptop that slept without the kernel telling of it.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from cmapp.system.clock import now


def library() -> Path | None:
    """Return the library that is loaded before the process; None where it is not installed."""
    found = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
    return found[0] if found else None


class FakeTime:
    """The clock of the processes that are started with `environment`."""

    def __init__(self, folder: Path, zone: str = "Europe/Berlin") -> None:
        self.file = folder / "faketime"
        self.zone = zone
        self.ahead = 0

    def set(self, wall: str) -> None:
        """Let it be `2026-12-01T08:50` in the zone, from now on."""
        then = datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(self.zone))
        self.ahead = round(then.timestamp() * 1000) - now()
        new = self.file.with_suffix(".new")
        new.write_text(f"{self.ahead / 1000:+.3f}\n")
        new.replace(self.file)

    def now(self) -> int:
        """Return what the clock shows (UTC ms)."""
        return now() + self.ahead

    def environment(self) -> dict[str, str]:
        """Return the environment of a process that lives by this clock."""
        return {
            **os.environ,
            "LD_PRELOAD": str(library()),
            "FAKETIME_TIMESTAMP_FILE": str(self.file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "TZ": self.zone,
        }
