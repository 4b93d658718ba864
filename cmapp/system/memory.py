"""How much memory a process may take, where the system has no limit that it could set itself.

Windows holds a process of ours in a job, exactly. macOS keeps no limit of the address space
(`RLIMIT_AS` is taken and not obeyed): there somebody looks on, every 20 ms, so that between two
looks more may be had for a moment. Elsewhere `resource` does it, in `system/decoding.py`.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import Any

LOOKED_AT = sys.platform == "darwin"
"""Whether a process has to be looked at from outside: it cannot be limited."""
EVERY = 0.02
_FOOTPRINT, _RUSAGE_V2, _RUSAGE_BYTES = 72, 2, 512
_ONE_PROCESS, _MEMORY, _DIE_AT_ONCE = 0x8, 0x100, 0x400
_EXTENDED_LIMITS = 9


def used(pid: int) -> int | None:
    """Return how many bytes of memory a process of ours holds, None where nobody can tell."""
    if sys.platform == "darwin":
        buffer = ctypes.create_string_buffer(_RUSAGE_BYTES)
        system = ctypes.CDLL(None)
        if system.proc_pid_rusage(ctypes.c_int(pid), ctypes.c_int(_RUSAGE_V2), buffer) != 0:
            return None
        return int.from_bytes(buffer.raw[_FOOTPRINT : _FOOTPRINT + 8], sys.byteorder)
    if sys.platform == "win32":
        return None  # held by its job
    try:
        with open(f"/proc/{pid}/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return None


@contextlib.contextmanager
def looked_at(process: subprocess.Popen[bytes], most: int) -> Iterator[None]:
    """End `process` as soon as it holds `most` bytes more than at the beginning of the block."""
    before = used(process.pid) if LOOKED_AT else None
    if before is None:
        yield
        return
    over = threading.Event()

    def look() -> None:
        while not over.wait(EVERY):
            if (now := used(process.pid)) is not None and now > before + most:
                process.kill()
                return

    looker = threading.Thread(target=look, daemon=True, name="memory")
    looker.start()
    try:
        yield
    finally:
        over.set()
        looker.join()


class _Basic(ctypes.Structure):
    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class _Extended(ctypes.Structure):
    _fields_ = (
        ("basic", _Basic),
        ("io", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process", ctypes.c_size_t),
        ("peak_job", ctypes.c_size_t),
    )


class _Counters(ctypes.Structure):
    _fields_ = (
        ("size", ctypes.c_uint32),
        ("faults", ctypes.c_uint32),
        ("sets_and_pools", ctypes.c_size_t * 6),
        ("page_file", ctypes.c_size_t),
        ("peak_page_file", ctypes.c_size_t),
        ("private", ctypes.c_size_t),
    )


class Job:
    """This process in a job of Windows: it starts no other one, and takes what it is given.

    `kernel` is kernel32. A job that cannot be made holds nothing: `held` tells. Its handle is
    never closed, since the job is to last as long as the process.
    """

    def __init__(self, kernel: Any) -> None:
        self._kernel = kernel
        for function in (kernel.CreateJobObjectW, kernel.GetCurrentProcess):
            function.restype = ctypes.c_void_p
        self._process = ctypes.c_void_p(kernel.GetCurrentProcess())
        self._job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
        self.held = bool(self._job) and bool(
            kernel.AssignProcessToJobObject(self._job, self._process)
        )
        self.lift()

    def allow(self, more: int) -> None:
        """Let the process take `more` bytes beside what it has; beyond that it is given none."""
        counters = _Counters(size=ctypes.sizeof(_Counters))
        told = self._kernel.K32GetProcessMemoryInfo(
            self._process, ctypes.byref(counters), ctypes.c_uint32(counters.size)
        )
        if told:
            self._set(_ONE_PROCESS | _DIE_AT_ONCE | _MEMORY, counters.private + more)

    def lift(self) -> None:
        """Take the limit of memory away."""
        self._set(_ONE_PROCESS | _DIE_AT_ONCE, 0)

    def _set(self, flags: int, memory: int) -> None:
        if not self.held:
            return
        limits = _Extended(basic=_Basic(flags=flags, processes=1), process_memory=memory)
        self._kernel.SetInformationJobObject(
            self._job,
            ctypes.c_int(_EXTENDED_LIMITS),
            ctypes.byref(limits),
            ctypes.c_uint32(ctypes.sizeof(limits)),
        )


def own_job() -> Job | None:
    """Put this process into a job of its own, where the system has such; else None."""
    if sys.platform == "win32":
        return Job(ctypes.WinDLL("kernel32"))
    return None
