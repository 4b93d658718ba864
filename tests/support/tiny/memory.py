"""What several forked processes share: the time, and a word on how far a person was told."""

from __future__ import annotations

import mmap
import struct

from tests.support.clock import START, HandClock


class Memory:
    """A page of memory that outlives a kill. Fork after it was made."""

    def __init__(self, at: int = START) -> None:
        self._map = mmap.mmap(-1, 64)
        self.time = at

    @property
    def time(self) -> int:
        """UTC milliseconds, the same for all."""
        return int(struct.unpack_from("q", self._map, 0)[0])

    @time.setter
    def time(self, at: int) -> None:
        struct.pack_into("q", self._map, 0, at)

    @property
    def acked(self) -> int:
        """How far the person was told that things are safe: a number that only grows."""
        return self._map[8]

    @acked.setter
    def acked(self, step: int) -> None:
        self._map[8] = step

    @property
    def opens_at(self) -> int:
        """When a server that is away takes connections again (UTC ms); 0: it does now."""
        return int(struct.unpack_from("q", self._map, 16)[0])

    @opens_at.setter
    def opens_at(self, at: int) -> None:
        struct.pack_into("q", self._map, 16, at)


class SharedClock(HandClock):
    """The time of `Memory`: moved by whoever waits, seen by all, in this process and the next."""

    def __init__(self, memory: Memory) -> None:
        super().__init__(memory.time, runs=True)
        self._memory = memory

    def now(self) -> int:
        return self._memory.time

    def move(self, seconds: float) -> None:
        self._memory.time += int(seconds * 1000)
