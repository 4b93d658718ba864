"""The connection under `http.py`: a deadline on every byte, and certificates always checked.

A timeout of the socket counts from byte to byte, so a server that drips one now and then could
hold a call for ever, in its headers too. Here each wait for the socket is a short slice, and
between slices the flight is asked whether it may go on.
"""

from __future__ import annotations

import http.client
import io
import logging
import socket
import ssl
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import certifi
import truststore
import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection

from cmapp.system import failpoint
from cmapp.system.clock import Clock

SLICE = 0.25

# It writes whole addresses, queries and broken header lines, some of them as warnings.
logging.getLogger("urllib3").setLevel(logging.CRITICAL)


@dataclass(slots=True)
class Flight:
    """One call under way, in one thread.

    `left`: bytes of it may have left this machine. `ended`: why it was broken off on our side:
    `stopped`, `timeout`, `certificate`, `dns`, or None. Times are seconds of `Clock.monotonic`.
    `told`: something is handed over, so its steps are named (`failpoint`).
    """

    clock: Clock
    stop: threading.Event
    deadline: float
    quiet: float
    left: bool = False
    ended: str | None = None
    told: bool = False

    def check(self) -> float:
        """Return the seconds that are left.

        Raises:
            TimeoutError: none are, or the program is stopping.
        """
        if self.stop.is_set():
            self.ended = "stopped"
            raise TimeoutError(self.ended)
        remaining = self.deadline - self.clock.monotonic()
        if remaining <= 0:
            self.ended = "timeout"
            raise TimeoutError(self.ended)
        return remaining


@dataclass(slots=True)
class _Here(threading.local):
    """The flight of this thread."""

    flight: Flight | None = field(default=None)


here = _Here()


class _Incoming(io.RawIOBase):
    """What comes in on a socket, read in slices for as long as the flight may go on."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        # http.client takes the end of the line for the end of the head.
        self.in_head = True
        # Keeps the descriptor open after the connection lets go of its socket.
        self._kept = sock.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        flight = here.flight
        if flight is None:
            raise OSError("a body is read by the thread that asked for it")
        silent_until = flight.clock.monotonic() + flight.quiet
        while True:
            wait = min(SLICE, flight.check())
            self._sock.settimeout(wait)
            try:
                size = self._sock.recv_into(buffer)
                if size == 0 and self.in_head:
                    raise ConnectionResetError
                return size
            except TimeoutError:
                if flight.clock.monotonic() >= silent_until:
                    flight.ended = "timeout"
                    raise

    def close(self) -> None:
        self._kept.close()
        super().close()


class _Reader:
    """Stands in for a socket where http.client asks it for a file."""

    def __init__(self, incoming: _Incoming) -> None:
        self._incoming = incoming

    def makefile(self, mode: str = "rb") -> io.BufferedReader:
        return io.BufferedReader(self._incoming)


class _Response(http.client.HTTPResponse):
    def __init__(self, sock: Any, *args: Any, **options: Any) -> None:
        self._incoming = _Incoming(sock)
        super().__init__(_Reader(self._incoming), *args, **options)  # type: ignore[arg-type]

    def begin(self) -> None:
        super().begin()
        self._incoming.in_head = False


class _Sending:
    """Notes the moment from which bytes may have left, and why a connection was not made."""

    sock: Any

    def connect(self) -> None:
        flight = here.flight
        try:
            super().connect()  # type: ignore[misc]
        except ssl.SSLCertVerificationError:
            if flight is not None:
                flight.ended = "certificate"
            raise
        except urllib3.exceptions.NameResolutionError:
            if flight is not None:
                flight.ended = "dns"
            raise
        if flight is not None and flight.told:
            failpoint.reached("net.connected")

    def send(self, data: Any) -> None:
        if self.sock is None:
            self.connect()
        flight = here.flight
        begins = flight is not None and flight.told and not flight.left
        if flight is not None:
            flight.check()
            flight.left = True
        super().send(data)  # type: ignore[misc]
        if begins:
            failpoint.reached("net.mid")

    def getresponse(self, *args: Any, **options: Any) -> Any:
        if here.flight is not None and here.flight.told:
            failpoint.reached("net.sent")
        return super().getresponse(*args, **options)  # type: ignore[misc]


class _Plain(_Sending, HTTPConnection):
    response_class = _Response


class _Secure(_Sending, HTTPSConnection):
    response_class = _Response


class _PlainPool(urllib3.HTTPConnectionPool):
    ConnectionCls = _Plain


class _SecurePool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _Secure


def use_in(manager: urllib3.PoolManager) -> None:
    """Make `manager` build connections of this module."""
    manager.pool_classes_by_scheme = {"http": _PlainPool, "https": _SecurePool}


class Outgoing(io.BytesIO):
    """A body on its way out, handed over in blocks, so that a slow line is not one long wait."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next block.

        Raises:
            TimeoutError: the flight is over.
        """
        if here.flight is not None:
            here.flight.check()
        return super().read(size)


def tls(ca_file: str | None = None) -> ssl.SSLContext:
    """Return a context that trusts what this system trusts, and `ca_file` where it is given."""
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if sys.platform == "linux" and not _system_has_roots():
        context.load_verify_locations(cafile=certifi.where())
    if ca_file is not None:
        context.load_verify_locations(cafile=ca_file)
    return context


def _system_has_roots() -> bool:
    # A bare container often has no ca-certificates; truststore would then trust nobody at all.
    paths = ssl.get_default_verify_paths()
    if paths.cafile is not None:
        return True
    return paths.capath is not None and any(Path(paths.capath).glob("*.[0-9]"))
