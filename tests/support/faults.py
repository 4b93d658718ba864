"""A loopback HTTP server that breaks on request: in front of a real server, or with a script alone.

    proxy = FaultProxy("http://127.0.0.1:3100")
    proxy.on("POST", "/api/v1/statuses", DropAnswer())          the deed is done, the answer is lost
    proxy.on("GET", "/api/v1/timelines/.*", Answer(503), times=2)
    client.base = proxy.url

Rules are looked through in the order they were given; one with `times` is used up. What no rule
meets goes to the target, or is answered 404 where there is none. Addresses of the target in answers
are replaced by the proxy's, so that paging and later calls come through it too.
"""

from __future__ import annotations

import contextlib
import gzip
import http.client
import json
import re
import socket
import struct
import threading
import urllib.parse
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, assert_never


@dataclass(frozen=True, slots=True)
class Cut:
    """The cable is cut before the request gets anywhere."""


@dataclass(frozen=True, slots=True)
class DropAnswer:
    """The target does what was asked; then the connection ends without an answer."""


@dataclass(frozen=True, slots=True)
class Delay:
    """The target's own answer, this many seconds late."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Hang:
    """No answer until the client gives up or the proxy is closed; `apply`: the deed is done."""

    apply: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """This answer instead of the target's. A body that is not bytes or text is sent as JSON."""

    status: int = 200
    body: Any = b""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Instead:
    """The target does what was asked; then this answer comes in place of its own."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class Truncate:
    """The target's answer breaks off after `size` bytes of body.

    With `cut` the promised length is not reached; without, it is well-formed HTTP around half a
    document.
    """

    size: int = 20
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Bomb:
    """A small gzip answer that unpacks to `size` bytes."""

    size: int = 1 << 30


@dataclass(frozen=True, slots=True)
class SlowLoris:
    """The target's answer, one byte per `seconds`: every read succeeds, the whole never ends."""

    seconds: float = 0.2


Effect = Cut | DropAnswer | Delay | Hang | Answer | Instead | Truncate | Bomb | SlowLoris

HTML_ERROR = Answer(
    502, "<html><body><h1>Bad Gateway</h1></body></html>", {"Content-Type": "text/html"}
)
HTML_WITH_200 = Answer(
    200, "<!doctype html><title>Sign in</title>", {"Content-Type": "text/html; charset=utf-8"}
)


def too_many(seconds: int | None = 2, **headers: str) -> Answer:
    """429, with `Retry-After` unless `seconds` is None."""
    if seconds is not None:
        headers["Retry-After"] = str(seconds)
    return Answer(429, {"error": "Too many requests"}, headers)


def redirect(url: str, status: int = 302) -> Answer:
    return Answer(status, b"", {"Location": url})


def huge(size: int = 10_000_000) -> Answer:
    """A JSON answer of this many bytes."""
    return Answer(200, b'["' + b"x" * (size - 4) + b'"]', {"Content-Type": "application/json"})


@dataclass(frozen=True, slots=True)
class Request:
    """What a client sent. `path` has no query; header names are in lower case."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(slots=True)
class Rule:
    method: str
    path: re.Pattern[str]
    effect: Effect
    left: int | None
    after: int


@dataclass(frozen=True, slots=True)
class Reply:
    """The target's answer, whole and not compressed."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes


HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length", "te", "upgrade"}


class FaultProxy:
    """A server on a free loopback port; close it when done. Any thread may call its methods."""

    def __init__(self, target: str | None = None) -> None:
        self.target = target.rstrip("/") if target else None
        self.seen: list[Request] = []
        self._rules: list[Rule] = []
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._port = 0
        self._server: ThreadingHTTPServer | None = None
        self.up()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def on(
        self, method: str, path: str, effect: Effect, *, times: int | None = 1, after: int = 0
    ) -> None:
        """Answer calls with `effect`, the first `after` matching ones excepted.

        Args:
            method: GET, POST, …; `*` is any.
            path: a regular expression for the whole path, without query.
            effect: what happens.
            times: how often; None is for ever.
            after: how many matching calls pass untouched first.
        """
        with self._lock:
            self._rules.append(Rule(method, re.compile(path), effect, times, after))

    def clear(self) -> None:
        """Forget rules and what was seen."""
        with self._lock:
            self._rules.clear()
            self.seen.clear()

    def calls(self, method: str, path: str) -> list[Request]:
        """What was seen of this method and path (a regular expression for the whole)."""
        wanted = re.compile(path)
        with self._lock:
            return [r for r in self.seen if r.method == method and wanted.fullmatch(r.path)]

    def down(self) -> None:
        """Refuse connections, as if the server were off, until `up()`."""
        self._closed.set()
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server.hang_up()
            self._server = None

    def up(self) -> None:
        self._closed.clear()
        self._server = Listener(("127.0.0.1", self._port), Handler)
        self._server.proxy = self
        self._port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def close(self) -> None:
        self.down()

    def note(self, request: Request) -> Effect | None:
        """Remember a request; the effect of the first rule that meets it."""
        with self._lock:
            self.seen.append(request)
            for rule in self._rules:
                if rule.method not in ("*", request.method) or rule.left == 0:
                    continue
                if not rule.path.fullmatch(request.path):
                    continue
                if rule.after:
                    rule.after -= 1
                    continue
                if rule.left is not None:
                    rule.left -= 1
                return rule.effect
        return None

    def forward(self, request: Request) -> Reply:
        """The target's answer to a request."""
        if self.target is None:
            return Reply(404, [("Content-Type", "application/json")], b'{"error":"not scripted"}')
        there = urllib.parse.urlsplit(self.target)
        connection = http.client.HTTPConnection(there.hostname or "", there.port, timeout=60)
        headers = {k: v for k, v in request.headers.items() if k not in HOP_BY_HOP}
        headers |= {"host": there.netloc, "accept-encoding": "identity"}
        whole = request.path + (f"?{request.query}" if request.query else "")
        with contextlib.closing(connection):
            connection.request(request.method, whole, request.body or None, headers)
            answer = connection.getresponse()
            body = answer.read()
        kept = [
            (name, value.replace(self.target, self.url))
            for name, value in answer.getheaders()
            if name.lower() not in HOP_BY_HOP
        ]
        return Reply(answer.status, kept, body.replace(self.target.encode(), self.url.encode()))

    def rest(self, seconds: float) -> bool:
        """Wait; True if the proxy was closed meanwhile."""
        return self._closed.wait(seconds)


class Listener(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True
    proxy: FaultProxy

    def __init__(self, *args: Any) -> None:
        self.open: set[socket.socket] = set()
        super().__init__(*args)

    def process_request(self, request: Any, client_address: Any) -> None:
        self.open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self.open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """Cut what is still connected: a server that is off keeps no connection alive."""
        for one in tuple(self.open):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)


class Handler(BaseHTTPRequestHandler):
    """One connection of a client."""

    protocol_version = "HTTP/1.1"
    server: Listener

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: tests look at `seen`."""

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError):
            super().handle()

    def answer(self) -> None:
        path, _, query = self.path.partition("?")
        request = Request(
            self.command,
            urllib.parse.unquote(path),
            query,
            {name.lower(): value for name, value in self.headers.items()},
            self.read_body(),
        )
        proxy = self.server.proxy
        effect = proxy.note(request)
        match effect:
            case None:
                self.reply(proxy.forward(request))
            case Cut():
                self.cut()
            case DropAnswer():
                proxy.forward(request)
                self.cut()
            case Delay(seconds=seconds):
                reply = proxy.forward(request)
                if not proxy.rest(seconds):
                    self.reply(reply)
            case Hang(apply=apply):
                if apply:
                    proxy.forward(request)
                proxy.rest(600)
                self.cut()
            case Answer(status=status, body=body, headers=headers):
                self.reply(scripted(status, body, headers))
            case Instead(answer=answer):
                proxy.forward(request)
                self.reply(scripted(answer.status, answer.body, answer.headers))
            case Truncate(size=size, cut=cut):
                reply = proxy.forward(request)
                if cut:
                    self.reply(reply, only=size)
                    self.cut()
                else:
                    self.reply(Reply(reply.status, reply.headers, reply.body[:size]))
            case Bomb(size=size):
                headers = [("Content-Type", "application/json"), ("Content-Encoding", "gzip")]
                self.reply(Reply(200, headers, bomb(size)))
            case SlowLoris(seconds=seconds):
                self.drip(proxy.forward(request), seconds)
            case _:
                assert_never(effect)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = answer

    def read_body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = b""
        while size := int(self.rfile.readline().split(b";")[0], 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def head(self, reply: Reply) -> None:
        self.send_response_only(reply.status)
        for name, value in reply.headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()

    def reply(self, reply: Reply, *, only: int | None = None) -> None:
        self.head(reply)
        if self.command != "HEAD":
            self.wfile.write(reply.body[:only])

    def drip(self, reply: Reply, seconds: float) -> None:
        self.head(reply)
        for place in range(len(reply.body)):
            self.wfile.write(reply.body[place : place + 1])
            if self.server.proxy.rest(seconds):
                break
        self.close_connection = True

    def cut(self) -> None:
        """End the connection with a reset, as a cut cable or a dying server does."""
        self.close_connection = True
        self.wfile.flush()
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.connection.close()


def scripted(status: int, body: Any, headers: Mapping[str, str]) -> Reply:
    kept = dict(headers)
    if isinstance(body, str):
        body = body.encode()
    elif not isinstance(body, bytes):
        body = json.dumps(body).encode()
        kept.setdefault("Content-Type", "application/json")
    return Reply(status, list(kept.items()), body)


def bomb(size: int) -> bytes:
    """`size` spaces as gzip, made in pieces."""
    piece = b" " * (1 << 20)
    whole, rest = divmod(size, len(piece))
    # gzip members may be strung together; each unpacks to one piece
    return gzip.compress(piece) * whole + gzip.compress(piece[:rest])
