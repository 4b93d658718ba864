"""The time zone that this machine is set to, by its IANA name."""

from __future__ import annotations

import os
import time
from pathlib import Path


def here() -> str:
    """Return the machine's zone; where it has no name, that of its offset in whole hours."""
    if name := _known(os.environ.get("TZ", "").removeprefix(":")):
        return name
    try:
        where = Path("/etc/localtime").resolve().as_posix()
        if name := _known(where.rpartition("zoneinfo/")[2]):
            return name
        if name := _known(Path("/etc/timezone").read_text("utf-8").strip()):
            return name
    except (OSError, UnicodeError):
        pass
    return _by_offset()


def _known(name: str) -> str | None:
    import zoneinfo

    try:
        return zoneinfo.ZoneInfo(name).key if name else None
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _by_offset() -> str:
    hours, rest = divmod(-time.timezone, 3600)
    if rest or not hours:
        return "UTC"
    return f"Etc/GMT{-hours:+d}"  # these names count the other way round
