"""The HTTP around a small server: a process of its own, faults, and a second door for the harness.

Faults befall requests in the order they were given. `on` is `create` (what makes a post), `upload`,
`write`, `read` or `any`. Those that leave something done do it before they go wrong.
"""

from __future__ import annotations

import contextlib
import copy
import http.client
import json
import os
import socket
import struct
import threading
import traceback
import urllib.parse
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingTCPServer
from typing import Any, Protocol

from tests.support.tiny.memory import Memory

HTML = b"<!doctype html><title>Sign in to this network</title>"
DONE_FIRST = {
    "apply_drop", "apply_error", "apply_gateway", "garbled", "truncated", "hidden", "late_key",
    "away", "key_ignored",
}  # fmt: skip
"""Faults of requests that are done all the same."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a client asked. `query` has the first value of each name."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes
    pairs: tuple[tuple[str, str], ...] = ()

    @property
    def json(self) -> Any:
        return json.loads(self.body or b"null")

    @property
    def token(self) -> str:
        return self.headers.get("authorization", "").removeprefix("Bearer ")


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer. A body that is not bytes is sent as JSON."""

    status: int
    body: Any = b""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class How:
    """In what odd way a request is to be done: seen or its key known only from then on (UTC ms)."""

    seen_from: int = 0
    key_from: int = 0
    key_ignored: bool = False


class Api(Protocol):
    """One platform's API and all that it keeps; copied whole for a snapshot."""

    def kind_of(self, request: Request) -> str:
        """Return `create`, `upload`, `write` or `read`."""

    def answer(self, request: Request, now: int, how: How) -> Reply:
        """Do it."""

    def refusal(self) -> Reply:
        """Return how this platform refuses a text."""


@dataclass(slots=True)
class Kept:
    """All that a snapshot holds."""

    api: Api
    faults: list[dict[str, Any]] = field(default_factory=list)
    later: list[tuple[int, Request]] = field(default_factory=list)


class _Tcp(ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64


class _Clients(_Tcp):
    """The front door: it knows how many clients are connected."""

    house: _House

    def process_request(self, request: Any, client_address: Any) -> None:
        self.house.count(1)
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.house.count(-1)


class _House:
    """What the server process is: the platform, its two doors and the lock around all."""

    def __init__(self, memory: Memory, make: Mapping[str, Callable[..., Api]]) -> None:
        self.memory = memory
        self.make = make
        self.kept: Kept | None = None
        self.saved: dict[str, Kept] = {}
        self.lock = threading.Lock()
        self.port = 0
        self.front: _Tcp | None = None
        self.open_lines = 0
        self._counted = threading.Condition()

    def count(self, more: int) -> None:
        """Note that a client's connection began or ended."""
        with self._counted:
            self.open_lines += more
            self._counted.notify_all()

    def quiet(self) -> None:
        """Return when nothing that a dead client had asked is under way any more.

        It must not be met by the next scenario: not by its faults, not by its time.
        """
        with self.lock:
            self.shut(0)
        with self._counted:
            self._counted.wait_for(lambda: self.open_lines == 0, timeout=120)

    def open(self) -> None:
        if self.front is None:
            house = self
            handler = type("Front", (_Front,), {"house": house})
            self.front = _Clients(("127.0.0.1", self.port), handler)
            self.front.house = self
            self.port = self.front.server_address[1]
            threading.Thread(target=self.front.serve_forever, args=(0.005,), daemon=True).start()
        self.memory.opens_at = 0

    def shut(self, until: int) -> None:
        front, self.front = self.front, None
        self.memory.opens_at = until
        if front is not None:
            front.shutdown()
            front.server_close()

    def control(self, op: str, given: dict[str, Any]) -> Any:
        kept = self.kept
        match op:
            case "make":
                platform = given.pop("platform")
                self.open()
                api = self.make[platform](f"http://127.0.0.1:{self.port}", **given)
                self.kept = Kept(api)
                return {"url": f"http://127.0.0.1:{self.port}", **api.facts}  # type: ignore[attr-defined]
            case "save":
                assert kept is not None
                self.saved[given["name"]] = copy.deepcopy(kept)
                return None
            case "load":
                self.kept = copy.deepcopy(self.saved[given["name"]])
                self.open()
                return None
            case "open":
                self.open()
                return None
        assert kept is not None
        self.ripen(kept)
        match op:
            case "fault":
                kept.faults.append({"on": "create", "count": 1, "seconds": 0, **given})
                if given["kind"] == "offline":
                    kept.faults.pop()
                    self.shut(self.memory.time + int(given.get("seconds", 30) * 1000))
                return None
            case "clear":
                kept.faults.clear()
                self.open()
                return None
            case _:
                return getattr(kept.api, op)(now=self.memory.time, **given)

    def ripen(self, kept: Kept) -> None:
        """Do what a fault put off, at the time that it was put off to."""
        now = self.memory.time
        for due, request in [one for one in kept.later if one[0] <= now]:
            kept.later.remove((due, request))
            kept.api.answer(request, due, How())

    def met(self, request: Request) -> tuple[dict[str, Any] | None, Reply | None]:
        """Return the fault that befalls a request, and the answer of what was done."""
        kept = self.kept
        assert kept is not None
        self.ripen(kept)
        kind = kept.api.kind_of(request)
        groups = {kind, "any", *({"write"} if kind != "read" else ())}
        fault = next((f for f in kept.faults if f["on"] in groups), None)
        now = self.memory.time
        if fault is None:
            return None, kept.api.answer(request, now, How())
        fault["count"] -= 1
        if fault["count"] <= 0:
            kept.faults.remove(fault)
        after = int(fault["seconds"] * 1000)
        match fault["kind"]:
            case "slow":
                self.memory.time += after
                return None, kept.api.answer(request, self.memory.time, How())
            case "late":
                kept.later.append((now + after, request))
                return fault, None
            case "forgot":
                kept.api.forget_uploads()  # type: ignore[attr-defined]
                return None, kept.api.answer(request, now, How())
            case "busy":
                kept.api.busy_until = now + after  # type: ignore[attr-defined]
                return None, kept.api.answer(request, now, How())
            case "expired":
                kept.api.expire()  # type: ignore[attr-defined]
                return None, kept.api.answer(request, now, How())
            case "refuse":
                return None, kept.api.refusal()
            case "away":
                kept.api.answer(request, now, How())
                self.shut(now + after)
                return fault, None
            case "key_ignored":
                return None, kept.api.answer(request, now, How(key_ignored=True))
            case "hidden" | "late_key" as odd:
                late = now + after
                how = How(seen_from=late) if odd == "hidden" else How(key_from=late)
                return fault, kept.api.answer(request, now, how)
            case name if name in DONE_FIRST:
                return fault, kept.api.answer(request, now, How())
        return fault, None


class _Front(BaseHTTPRequestHandler):
    """One connection of a client."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    house: _House

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError, ValueError):
            super().handle()

    def asked(self) -> Request | None:
        path, _, query = self.path.partition("?")
        size = int(self.headers.get("Content-Length") or 0)
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            body = b""
            while piece := int(self.rfile.readline().split(b";")[0] or b"0", 16):
                body += self.rfile.read(piece)
                self.rfile.readline()
            self.rfile.readline()
        else:
            body = self.rfile.read(size)
            if len(body) < size:
                return None  # it died in the middle: nothing was asked
        pairs = tuple(urllib.parse.parse_qsl(query))
        return Request(
            self.command,
            urllib.parse.unquote(path),
            dict(reversed(pairs)),
            {name.lower(): value for name, value in self.headers.items()},
            body,
            pairs,
        )

    def answer(self) -> None:
        request = self.asked()
        if request is None:
            self.close_connection = True
            return
        try:
            with self.house.lock:
                fault, reply = self.house.met(request)
        except Exception:
            traceback.print_exc()
            self.cut()
            return
        if fault is None:
            assert reply is not None
            self.reply(reply)
            return
        after = str(int(fault["seconds"]))
        match fault["kind"]:
            case "apply_error" | "server_error":
                self.reply(Reply(500, {"error": "InternalServerError", "message": "oops"}))
            case "apply_gateway":
                self.reply(Reply(504, HTML, {"Content-Type": "text/html"}))
            case "unavailable":
                self.reply(Reply(503, {"error": "busy"}, {"Retry-After": after}))
            case "throttle":
                self.reply(Reply(429, {"error": "RateLimitExceeded"}, {"Retry-After": after}))
            case "garbled" | "portal":
                self.reply(Reply(200, HTML, {"Content-Type": "text/html"}))
            case "redirect":
                self.reply(Reply(302, b"", {"Location": "http://127.0.0.1:1/elsewhere"}))
            case "truncated":
                assert reply is not None
                self.reply(reply, only=20)
                self.cut()
            case _:
                self.cut()

    do_GET = do_POST = do_PUT = do_DELETE = answer

    def reply(self, reply: Reply, *, only: int | None = None) -> None:
        headers = dict(reply.headers)
        body = reply.body
        if not isinstance(body, bytes):
            body = json.dumps(body).encode()
            headers.setdefault("Content-Type", "application/json")
        lines = [f"HTTP/1.1 {reply.status} So", f"Content-Length: {len(body)}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        head = "\r\n".join([*lines, "", ""]).encode("latin-1")
        self.wfile.write(head + body[:only])  # in one piece: two would wait for each other

    def cut(self) -> None:
        """End the connection with a reset, as a cut cable or a dying server does."""
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()


class _Door(_Front):
    """The harness's own door: one JSON object per call."""

    def answer(self) -> None:
        request = self.asked()
        if request is None:
            return
        given = request.json
        try:
            if given["op"] in ("make", "load"):
                self.house.quiet()
            with self.house.lock:
                found = self.house.control(given.pop("op"), given)
        except Exception:
            traceback.print_exc()
            self.reply(Reply(500, {"error": traceback.format_exc()}))
            return
        self.reply(Reply(200, {"found": found}))

    do_POST = answer


class Served:
    """A server process, from `with` to its end. Used by its maker and by what that one forks."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.facts: dict[str, Any] = {}
        self._pid = 0
        self._door = 0
        self._line: http.client.HTTPConnection | None = None
        self._of = 0

    def __enter__(self) -> Served:
        reading, writing = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            try:
                os.close(reading)
                self._serve(writing)
            finally:
                os._exit(0)
        os.close(writing)
        with os.fdopen(reading) as told:
            self._door = int(told.readline())
        return self

    def __exit__(self, *_: object) -> None:
        import signal

        with contextlib.suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)

    def _serve(self, writing: int) -> None:
        from tests.support.tiny import atproto, mastodon

        house = _House(self.memory, {"mastodon": mastodon.Mastodon, "bluesky": atproto.Pds})
        door = _Tcp(("127.0.0.1", 0), type("Door", (_Door,), {"house": house}))
        parent = os.getppid()

        def watch() -> None:  # nobody is left to end us
            while os.getppid() == parent:
                threading.Event().wait(1.0)
            os._exit(0)

        threading.Thread(target=watch, daemon=True).start()
        os.write(writing, f"{door.server_address[1]}\n".encode())
        os.close(writing)
        door.serve_forever(0.5)

    @property
    def url(self) -> str:
        """The address that clients are given."""
        return str(self.facts["url"])

    def do(self, op: str, **given: Any) -> Any:
        """Have the server do something beside its API; see the platform's module."""
        if self._of != os.getpid():  # a forked process has a line of its own
            self._line, self._of = None, os.getpid()
        if self._line is None:
            self._line = http.client.HTTPConnection("127.0.0.1", self._door, timeout=120)
            self._line.connect()
            assert self._line.sock is not None
            self._line.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._line.request("POST", "/", json.dumps({"op": op, **given}).encode())
        answer = self._line.getresponse()
        found = json.loads(answer.read())
        if answer.status != 200:
            raise RuntimeError(found["error"])
        return found["found"]

    def make(self, platform: str, **options: Any) -> None:
        """Begin anew, as `platform`: `mastodon` or `bluesky`."""
        self.facts = self.do("make", platform=platform, **options)

    def look(self) -> None:
        """Let a server that was away come back, if its time has come. Called when time moves."""
        opens = self.memory.opens_at
        if opens and self.memory.time >= opens:
            self.do("open")
