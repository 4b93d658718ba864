"""A clock that moves by hand."""

from __future__ import annotations

import threading

from cmapp.system.clock import Clock

START = 1_767_225_600_000  # 2026-01-01T00:00:00Z


class HandClock(Clock):
    """Stands still until `move`. A wait returns when the event is set or the time has come.

    With `runs=True` a wait moves the clock itself, so that nobody has to.
    """

    def __init__(self, at: int = START, *, runs: bool = False) -> None:
        self._at = at
        self._start = at
        self._runs = runs
        self._slept = self._set = 0
        self._moved = threading.Condition()
        self.waits: list[float] = []

    def now(self) -> int:
        with self._moved:
            return self._at

    def monotonic(self) -> float:
        return self.elapsed() - self._slept / 1000

    def elapsed(self) -> float:
        return (self.now() - self._start - self._set) / 1000

    def sleep(self, seconds: float) -> None:
        """Let the machine sleep: the time awake stands still."""
        self._slept += int(seconds * 1000)
        self.move(seconds)

    def set(self, seconds: float) -> None:
        """Let somebody set the clock, forward or (below 0) back."""
        self._set += int(seconds * 1000)
        self.move(seconds)

    def move(self, seconds: float) -> None:
        with self._moved:
            self._at += int(seconds * 1000)
            self._moved.notify_all()

    def wait(self, event: threading.Event, seconds: float) -> bool:
        self.waits.append(seconds)
        if self._runs:
            if not event.is_set():
                self.move(seconds)
            return event.is_set()
        until = self.now() + int(seconds * 1000)
        while not event.is_set():
            with self._moved:
                if self._at >= until:
                    break
                # An event cannot wake a condition; the real pause is short.
                self._moved.wait(0.01)
        return event.is_set()
