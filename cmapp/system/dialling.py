"""From a name to a connection: its addresses, how near each is, and the first that takes us.

A name often has an address that leads nowhere (IPv6 in a network that only pretends to have it).
So each address has a head start of a moment, and then the next one is tried beside it (RFC 8305).
"""

from __future__ import annotations

import contextlib
import ipaddress
import queue
import select
import socket
import threading
from collections.abc import Sequence
from typing import Any, Protocol

from cmapp.system.clock import Clock

SLICE = 0.25
"""For how many seconds at most a wait goes on before it is asked whether it may."""
HEAD_START = 0.3

Place = tuple[socket.AddressFamily, Any]
"""Family and address, as `socket.getaddrinfo` gives them."""


class Flying(Protocol):
    """The call that the connection is for. `check` returns the seconds that are left of it.

    It raises TimeoutError where none are.
    """

    clock: Clock

    def check(self) -> float: ...


def nearness(address: str) -> int:
    """Return how near an IP address is: 0 the world, 1 a private network, 2 this machine's own."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return 0
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None) or found
    if inner.is_loopback or inner.is_link_local or inner.is_unspecified or inner.is_multicast:
        return 2
    return 0 if inner.is_global else 1


def looked_up(host: str, port: int, flight: Flying, ends: float) -> list[Place]:
    """Return the addresses of a name, each once. The system's own search knows no deadline.

    Raises:
        socket.gaierror: there is no such name.
        TimeoutError: no answer by `ends`, or the flight is over.
    """
    host = host.strip("[]")
    answers: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put(socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            answers.put(error)

    try:
        ipaddress.ip_address(host.partition("%")[0])
        ask()
    except ValueError:
        threading.Thread(target=ask, name="name lookup", daemon=True).start()
    while True:
        try:
            found = answers.get(timeout=min(SLICE, flight.check()))
            break
        except queue.Empty:
            if flight.clock.monotonic() >= ends:
                raise TimeoutError("no answer about a name") from None
    if isinstance(found, OSError):
        raise found
    if isinstance(found, UnicodeError) or not found:
        raise socket.gaierror(socket.EAI_NONAME, "no such name")
    return list(dict.fromkeys((family, address) for family, _, _, _, address in found))


def connected(
    places: Sequence[Place], options: Any, flight: Flying, ends: float
) -> tuple[socket.socket, Any]:
    """Return a connection, and the address that took it; those still waiting then are let go.

    Raises:
        TimeoutError: no answer by `ends`, or the flight is over.
        OSError: the last refusal, where all of them refused.
    """
    now = flight.clock.monotonic
    rest = list(reversed(places))
    waiting: dict[socket.socket, Any] = {}
    refused = OSError("no address")
    following = now()
    try:
        while rest or waiting:
            left = flight.check()
            if now() >= ends:
                raise TimeoutError("no answer from an address")
            if rest and (not waiting or now() >= following):
                family, address = rest.pop()
                try:
                    waiting[_begun(family, address, options)] = address
                except OSError as error:
                    refused = error
                    continue
                following = now() + HEAD_START
            until = min(ends, following) if rest else ends
            for sock in _answered(waiting, max(0.0, min(SLICE, left, until - now()))):
                address = waiting.pop(sock)
                if not (code := sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)):
                    return sock, address
                sock.close()
                refused = OSError(code, "refused")
    finally:
        for sock in waiting:
            sock.close()
    raise refused


def _begun(family: socket.AddressFamily, address: Any, options: Any) -> socket.socket:
    """Return a connection that is being made. Raises OSError."""
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        for option in options or ():
            sock.setsockopt(*option)
        sock.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            sock.connect(address)
    except BaseException:
        sock.close()
        raise
    return sock


def _answered(socks: dict[socket.socket, Any], seconds: float) -> list[socket.socket]:
    # Windows tells of a refused connection among the exceptional ones. A poll, where there is
    # one, takes descriptors above 1023, too.
    if not hasattr(select, "poll"):
        _, ready, broken = select.select([], socks, socks, seconds)
        return list({*ready, *broken})
    poll = select.poll()
    by_number = {sock.fileno(): sock for sock in socks}
    for number in by_number:
        poll.register(number, select.POLLOUT)
    return [by_number[number] for number, _ in poll.poll(seconds * 1000)]
