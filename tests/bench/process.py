"""What a process weighs, and which others it started, read from /proc (Linux)."""

from __future__ import annotations

import os
from pathlib import Path


def resident(pid: int | None = None) -> float:
    """Resident memory in MiB."""
    for line in Path(f"/proc/{pid or os.getpid()}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise ProcessLookupError(pid)


def cpu(pid: int) -> float:
    """Seconds of processor time, user and system."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def children(pid: int | None = None) -> list[int]:
    """Processes that this one started and that still run."""
    pid = pid or os.getpid()
    found = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        found += [int(p) for p in (task / "children").read_text().split()]
    return found


def waited() -> int:
    """Nanoseconds that the calling thread was ready but not on a processor."""
    return int(Path("/proc/thread-self/schedstat").read_text().split()[1])
