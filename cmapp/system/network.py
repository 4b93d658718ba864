"""Is there a way out: what the user wishes, and what the world last did.

There is no probing of foreign addresses; the outcomes of our own calls are the truth.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass

from cmapp.domain.errors import Offline


@dataclass(frozen=True, slots=True)
class Heard:
    """What a server's clock showed (`theirs`), and ours as it said so: UTC ms; `elapsed` in s."""

    theirs: int
    ours: int
    elapsed: float


class Network:
    """The user's wish against the world. Any thread may use it.

    `stop` is set when the program ends, and breaks calls off.
    """

    def __init__(self, *, closed: str | None = None) -> None:
        """`closed` is the reason for staying in (`flight`, `paused`, `switched_off`), or None."""
        self.stop = threading.Event()
        self._lock = threading.Lock()
        self._closed = closed
        self._reachable: bool | None = None
        self._heard: dict[str, Heard] = {}

    def close(self, reason: str) -> None:
        """Let nothing out from now on, for `reason`."""
        with self._lock:
            self._closed = reason

    def open(self) -> None:
        """Let calls out again; whether they arrive is the world's affair."""
        with self._lock:
            self._closed = None

    def check(self) -> None:
        """Return if calls may go out.

        Raises:
            Offline: the user wishes to stay in; fact `reason`.
        """
        with self._lock:
            closed = self._closed
        if closed is not None:
            raise Offline(reason=closed)

    def saw(self, *, reached: bool) -> None:
        """Note how the last call ended: did it reach any server?"""
        with self._lock:
            self._reachable = reached

    def heard(self, host: str, said: Heard) -> None:
        """Note what the clock of one of our own servers shows, by the Date of its answer."""
        with self._lock:
            self._heard[host] = said

    @property
    def clocks(self) -> Mapping[str, Heard]:
        """Return what each server's clock showed last, by host."""
        with self._lock:
            return dict(self._heard)

    def forget_clocks(self) -> None:
        """Forget what servers said of the time: ours was set since, or it is asked anew."""
        with self._lock:
            self._heard.clear()

    @property
    def closed(self) -> str | None:
        """Why nothing may go out, or None."""
        with self._lock:
            return self._closed

    @property
    def online(self) -> bool:
        """Whether a call is worth trying: it is wished, and the last one did not fail."""
        with self._lock:
            return self._closed is None and self._reachable is not False


process = Network()
"""The one of this process, for calls that are not given their own."""
