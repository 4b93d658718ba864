"""The limits that other systems have, as far as they can be tried without them."""

from __future__ import annotations

import ctypes
import os
from typing import Any

from cmapp.system import memory


class Function:
    """One function of kernel32: notes what it was given, and answers."""

    def __init__(self, answer: int, calls: list[Any]) -> None:
        self.answer, self.calls = answer, calls
        self.restype: Any = None

    def __call__(self, *args: Any) -> int:
        self.calls.append(args)
        return self.answer


class Kernel:
    """What of kernel32 a job needs; the process has committed 70 MB."""

    def __init__(self, *, assigns: bool = True) -> None:
        self.limits: list[bytes] = []
        self.assigned: list[Any] = []
        self.CreateJobObjectW = Function(7, [])
        self.GetCurrentProcess = Function(8, [])
        self.AssignProcessToJobObject = Function(int(assigns), self.assigned)

    def K32GetProcessMemoryInfo(self, process: Any, counters: Any, size: Any) -> int:
        assert process.value == 8 and size.value == 80
        raw = (70_000_000).to_bytes(8, "little")
        ctypes.memmove(ctypes.addressof(counters._obj) + 72, raw, 8)  # PrivateUsage
        return 1

    def SetInformationJobObject(self, job: Any, kind: Any, limits: Any, size: Any) -> int:
        assert (job.value, kind.value) == (7, 9)
        self.limits.append(ctypes.string_at(ctypes.addressof(limits._obj), size.value))
        return 1


def number(raw: bytes, at: int, size: int) -> int:
    return int.from_bytes(raw[at : at + size], "little")


def test_a_job_of_windows_says_what_it_means() -> None:
    """The places in the structures are those of winnt.h for 64 bits."""
    kernel = Kernel()
    job = memory.Job(kernel)
    assert job.held and [(j.value, p.value) for j, p in kernel.assigned] == [(7, 8)]
    job.allow(30_000_000)
    job.lift()
    before, held, after = kernel.limits
    assert {len(raw) for raw in kernel.limits} == {144}
    assert number(held, 16, 4) == 0x508 and number(held, 40, 4) == 1  # flags, processes
    assert number(held, 112, 8) == 100_000_000  # ProcessMemoryLimit
    assert number(before, 16, 4) == number(after, 16, 4) == 0x408
    assert number(after, 112, 8) == 0


def test_a_job_that_cannot_be_made_limits_nothing() -> None:
    kernel = Kernel(assigns=False)
    job = memory.Job(kernel)
    job.allow(1)
    assert not job.held and kernel.limits == []


def test_what_a_process_holds_is_known() -> None:
    before = memory.used(os.getpid())
    held = bytearray(os.urandom(1)) * 60_000_000
    after = memory.used(os.getpid())
    assert before is not None and after is not None and after - before > 50_000_000, len(held)
    assert memory.used(2**22 + 1) is None
