"""A server on loopback that does to a connection exactly what a test says."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

Act = Callable[["Line"], None]


@dataclass
class Line:
    """One request as it came, and the socket to answer it on."""

    sock: socket.socket
    head: str
    body: bytes
    over: threading.Event

    @property
    def path(self) -> str:
        return self.head.split(" ", 2)[1]

    def header(self, name: str) -> str | None:
        for row in self.head.split("\r\n")[1:]:
            key, _, value = row.partition(":")
            if key.lower() == name.lower():
                return value.strip()
        return None

    def send(self, data: bytes) -> None:
        self.sock.sendall(data)

    def reply(self, status: int = 200, body: bytes = b"{}", **headers: str) -> None:
        rows = {"Content-Type": "application/json", "Content-Length": str(len(body))}
        rows |= {name.replace("_", "-"): value for name, value in headers.items()}
        head = "".join(f"{name}: {value}\r\n" for name, value in rows.items())
        self.send(f"HTTP/1.1 {status} X\r\n{head}\r\n".encode() + body)

    def drip(self, data: bytes, pause: float = 0.05) -> None:
        """Send byte by byte until the client or the test ends it."""
        for byte in data:
            if self.over.wait(pause):
                return
            self.send(bytes([byte]))


@dataclass
class Raw:
    """The running server: where it is, and the requests that came."""

    url: str
    seen: list[Line] = field(default_factory=list)


@contextmanager
def serving(act: Act, *, tls: ssl.SSLContext | None = None) -> Iterator[Raw]:
    """Answer every request with `act`; the connection is kept unless `act` closes it."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.2)
    over = threading.Event()
    scheme = "https" if tls else "http"
    raw = Raw(f"{scheme}://127.0.0.1:{listener.getsockname()[1]}")
    threads: list[threading.Thread] = []

    def talk(sock: socket.socket) -> None:
        with suppress(OSError, EOFError, ValueError), sock:
            sock.settimeout(10)
            if tls is not None:
                sock = tls.wrap_socket(sock, server_side=True)
            with sock, sock.makefile("rb") as reader:
                while not over.is_set():
                    line = _receive(sock, reader, over)
                    raw.seen.append(line)
                    act(line)

    def accept() -> None:
        while not over.is_set():
            with suppress(TimeoutError):
                sock, _ = listener.accept()
                thread = threading.Thread(target=talk, args=(sock,), daemon=True)
                threads.append(thread)
                thread.start()

    acceptor = threading.Thread(target=accept, daemon=True)
    acceptor.start()
    try:
        yield raw
    finally:
        over.set()
        acceptor.join(5)
        listener.close()


def _receive(sock: socket.socket, reader: object, over: threading.Event) -> Line:
    rows: list[bytes] = []
    while True:
        row = reader.readline(65536)  # type: ignore[attr-defined]
        if not row:
            raise EOFError
        if row in (b"\r\n", b"\n"):
            break
        rows.append(row)
    head = b"".join(rows).decode("latin-1")
    line = Line(sock, head, b"", over)
    size = int(line.header("content-length") or 0)
    line.body = reader.read(size) if size else b""  # type: ignore[attr-defined]
    return line
