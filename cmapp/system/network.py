"""Is there a way out: what the user wishes, and what the world last did.

There is no probing of foreign addresses; the outcomes of our own calls are the truth.
"""

from __future__ import annotations

import threading

from cmapp.domain.errors import Offline


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
