"""The connection under `http.py`: a deadline on every byte, and certificates always checked.

A timeout of the socket counts from byte to byte, so a server that drips one now and then could
hold a call for ever, in its headers too. Here each wait for the socket is a short slice, and
between slices the flight is asked whether it may go on: while a name is looked up, while one
address after the other is tried, while bytes go out and while they come in.
"""

from __future__ import annotations

import contextlib
import http.client
import io
import logging
import socket
import ssl
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import certifi
import truststore
import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

from cmapp.system import dialling, failpoint
from cmapp.system.clock import Clock

MOST_INTERIM = 20
"""How many answers with 1xx may come before the one that counts."""
_MOST_LINES = 100
_LONGEST_LINE = 65_536

log = logging.getLogger(__name__)
# It writes whole addresses, queries and broken header lines, some of them as warnings.
logging.getLogger("urllib3").setLevel(logging.CRITICAL)


@dataclass(slots=True)
class Flight:
    """One call under way, in one thread.

    `left`: bytes of it may have left this machine. `ended`: why it was broken off on our side:
    `stopped`, `timeout`, `certificate`, `dns`, `local_address`, `too_large`, or None. `nearest`:
    the nearest kind of address that may be called (see `dialling.nearness`). `met`: how near the
    server was. Times are seconds of `Clock.monotonic`.
    `told`: something is handed over, so its steps are named (`failpoint`). `room`: how many bytes
    may still come in, packed and with all that is around them. What a body unpacks to is bounded
    elsewhere; pieces that unpack to nothing, and frames around single bytes, are bounded by this.
    """

    clock: Clock
    stop: threading.Event
    deadline: float
    quiet: float
    left: bool = False
    ended: str | None = None
    told: bool = False
    nearest: int = 2
    met: int | None = None
    room: int = 1 << 62

    def take(self, size: int) -> None:
        """Count bytes that came in. Raises OSError where they are more than there is room for."""
        self.room -= size
        if self.room < 0:
            self.ended = "too_large"
            raise OSError(self.ended)

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


class _Here(threading.local):
    """The flight of this thread. No slots: a slot would be one for all threads."""

    def __init__(self) -> None:
        self.flight: Flight | None = None


here = _Here()


class _Incoming(io.RawIOBase):
    """What comes in on a socket, read in slices for as long as the flight may go on."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        # http.client takes the end of the line for the end of the head.
        self.in_head = True
        self.over = False
        # Keeps the descriptor open after the connection lets go of its socket.
        self._kept = sock.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        if self.over:
            return None
        flight = here.flight
        if flight is None:
            raise OSError("a body is read by the thread that asked for it")
        silent_until = flight.clock.monotonic() + flight.quiet
        while True:
            wait = min(dialling.SLICE, flight.check())
            self._sock.settimeout(wait)
            try:
                size = self._sock.recv_into(buffer)
                flight.take(size)
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

    def part(self) -> None:
        """Let the server see, and our own pool, that nothing more is said on this connection."""
        with contextlib.suppress(OSError):
            self._sock.shutdown(socket.SHUT_RDWR)


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

    def _read_status(self) -> tuple[str, int, str]:
        """Return the status line of the answer that counts; http.client would take any 1xx but 100.

        A hint ahead of the answer (103) taken for the answer itself would make a write that is
        just being done a refusal, and leave its answer lying there for the next call.
        """
        for _ in range(MOST_INTERIM + 1):
            version, status, reason = super()._read_status()  # type: ignore[misc]
            if status >= 200:
                return version, status, reason
            for _ in range(_MOST_LINES):
                if self.fp.readline(_LONGEST_LINE + 1) in (b"\r\n", b"\n"):
                    break
            else:
                raise http.client.HTTPException("too many header lines")
        raise http.client.HTTPException("too many interim answers")

    def _close_conn(self) -> None:
        # What lies behind the end of an answer was said to nobody: not to the next call either.
        self._incoming.over = True
        if self.fp.peek():
            self._incoming.part()
        super()._close_conn()  # type: ignore[misc]


class _Sending:
    """Notes the moment from which bytes may have left, and why a connection was not made."""

    sock: Any

    _dns_host: str
    host: str
    port: int
    timeout: Any
    socket_options: Any

    def connect(self) -> None:
        flight = here.flight
        try:
            super().connect()  # type: ignore[misc]
        except ssl.SSLCertVerificationError:
            if flight is not None:
                flight.ended = "certificate"
            raise
        except NameResolutionError:
            if flight is not None:
                flight.ended = "dns"
            raise
        if flight is not None and flight.told:
            failpoint.reached("net.connected")

    def _new_conn(self) -> socket.socket:
        """Return a connection to an address that takes one.

        All addresses together have `timeout` seconds, and a handshake on top has what is left.
        """
        flight = here.flight
        if flight is None:
            raise OSError("a connection is made by the thread that asks for it")
        ends = min(flight.deadline, flight.clock.monotonic() + float(self.timeout))
        try:
            places = dialling.looked_up(self._dns_host, self.port, flight, ends)
        except socket.gaierror as error:
            raise NameResolutionError(self.host, self, error) from error  # type: ignore[arg-type]
        nearest = flight.nearest
        allowed = [place for place in places if dialling.nearness(str(place[1][0])) <= nearest]
        if not allowed:
            flight.ended = "local_address"
            raise NewConnectionError(self, "no address that may be called")  # type: ignore[arg-type]
        try:
            sock, address = dialling.connected(allowed, self.socket_options, flight, ends)
        except OSError as error:
            flight.check()
            if isinstance(error, TimeoutError):
                raise ConnectTimeoutError(self, "no address answered") from error
            raise NewConnectionError(self, "no address took us") from error  # type: ignore[arg-type]
        flight.met = dialling.nearness(str(address[0]))
        sock.settimeout(max(0.01, ends - flight.clock.monotonic()))
        return sock

    def send(self, data: Any) -> None:
        if self.sock is None:
            self.connect()
        flight = here.flight
        if flight is None or not isinstance(data, bytes | bytearray):
            raise OSError("bytes are sent by the thread that was asked for it")
        begins = flight.told and not flight.left
        rest = memoryview(data)
        silent_until = flight.clock.monotonic() + flight.quiet
        while rest:
            self.sock.settimeout(min(dialling.SLICE, flight.check()))
            flight.left = True
            try:
                rest = rest[self.sock.send(rest) :]
                silent_until = flight.clock.monotonic() + flight.quiet
            except TimeoutError:
                if flight.clock.monotonic() >= silent_until:
                    flight.ended = "timeout"
                    raise
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
        try:
            context.load_verify_locations(cafile=ca_file)
        except (OSError, ssl.SSLError):
            # Then its servers are trusted no more; that is told when one is called.
            log.warning("A file of certificates cannot be read")
    return context


def _system_has_roots() -> bool:
    # A bare container often has no ca-certificates; truststore would then trust nobody at all.
    paths = ssl.get_default_verify_paths()
    if paths.cafile is not None:
        return True
    return paths.capath is not None and any(Path(paths.capath).glob("*.[0-9]"))


def has_certificates(path: Path) -> bool:
    """Tell whether a file can be read and holds certificates (PEM)."""
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cafile=path)
    except (OSError, ValueError):  # an SSLError is an OSError
        return False
    return True
