"""The conversation that ends in a grant: forms, the browser, a choice; and who waits for it.

A connector's `sign_in` yields these steps and is sent a mapping of names to answers; the window
draws any of them, the command line asks them in the terminal, a test answers from a list. The
person's browser comes back to `Loopback`, a port of this machine that is open for one answer.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import http.server
import ipaddress
import secrets
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Self
from urllib.parse import parse_qs, urlsplit

from cmapp.domain.errors import Rejected
from cmapp.system import wire
from cmapp.system.clock import Clock

LIFE = 300.0
_PORT_CHECK = 0.25


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a form. `label` and `help` are codes; the words are made by who draws it."""

    name: str
    label: str
    secret: bool = False
    value: str = ""
    help: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """Ask for some lines; answered by a mapping of each field's name to what was typed.

    `problem` is the error code that the last answer met, for the field `problem_field`. `trusts`:
    a file of certificates may be answered, too, as `ca_file`; few servers need one.
    """

    title: str
    fields: tuple[Field, ...]
    problem: str | None = None
    problem_field: str | None = None
    trusts: bool = False


@dataclass(frozen=True, slots=True)
class Browse:
    """Send the person to `url` in the system's browser; answered by `wait`'s parameters."""

    url: str
    back: Loopback = field(compare=False)

    def wait(self, stop: threading.Event, *, page: str = "cmapp") -> dict[str, str]:
        """Wait until the browser comes back; `page` is the text it then shows.

        Raises:
            Rejected: see `Loopback.wait`.
        """
        return self.back.wait(stop, page=page)


def ca_file(answers: Mapping[str, str]) -> dict[str, str]:
    """Return the fact `ca_file`, where one is given: whom else this account trusts to vouch.

    There is no way to trust a server that nobody vouches for. Raises Rejected (`no_certificates`).
    """
    given = answers.get("ca_file", "").strip()
    if not given:
        return {}
    if not wire.has_certificates(Path(given)):
        raise Rejected("no_certificates", field="ca_file", file=Path(given).name)
    return {"ca_file": str(Path(given).absolute())}


@dataclass(frozen=True, slots=True)
class Option:
    """One of several things to choose from; `label` is a name from the platform."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Choose:
    """Ask for one of `options`; answered by `{"choice": value}`."""

    title: str
    options: tuple[Option, ...]


Step = Form | Browse | Choose


class Loopback:
    """One answer of a browser, received on 127.0.0.1 (RFC 8252), with PKCE S256 (RFC 7636).

    Made and waited on in one thread; use it in a `with` so that the port closes. It takes
    requests to its own path and host with its `state`; the first such one ends it, others are
    turned away and change nothing. Queries are never logged.
    """

    PATH: ClassVar[str] = "/callback"

    def __init__(self, *, port: int = 0, clock: Clock | None = None, life: float = LIFE) -> None:
        """Listen; `port` 0 takes a free one. `life` is in seconds.

        Raises:
            OSError: the port is taken.
        """
        self._clock = clock or Clock()
        self._ends = self._clock.monotonic() + life
        self._done = threading.Event()
        self._lock = threading.Lock()
        self._answer: dict[str, str] | None = None
        self._page = "cmapp"
        self.state = secrets.token_urlsafe(32)
        self.verifier = secrets.token_urlsafe(64)
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", port), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(
            target=self._server.serve_forever,
            kwargs={"poll_interval": _PORT_CHECK},
            name="sign-in",
            daemon=True,
        )
        self._thread.start()

    @property
    def redirect_uri(self) -> str:
        """The address to give to the platform."""
        return f"http://127.0.0.1:{self._server.server_port}{self.PATH}"

    @property
    def challenge(self) -> str:
        """PKCE's code challenge (S256) of `verifier`."""
        digest = hashlib.sha256(self.verifier.encode()).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()

    def __enter__(self) -> Self:
        """Return self; the port is open already."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the port."""
        self.close()

    def close(self) -> None:
        """Close the port; may be called twice."""
        with self._lock:
            thread, self._thread = self._thread, threading.Thread()
        if thread.ident is not None:
            self._server.shutdown()
            thread.join()
            self._server.server_close()

    def wait(self, stop: threading.Event, *, page: str = "cmapp") -> dict[str, str]:
        """Return the parameters that came back (`code`, `iss`, …), and close the port.

        `page` is the text that the browser shows; `stop` ends the wait.

        Raises:
            Rejected: `sign_in_cancelled`, `sign_in_expired`, or `sign_in_refused` where the
                platform said no (fact `said`: its error code).
        """
        self._page = page
        try:
            while not self._done.is_set():
                if stop.is_set():
                    raise Rejected("sign_in_cancelled")
                left = self._ends - self._clock.monotonic()
                if left <= 0:
                    raise Rejected("sign_in_expired")
                self._clock.wait(self._done, min(_PORT_CHECK, left))
        finally:
            self.close()
        answer = self._answer or {}
        if "code" not in answer:
            said = "".join(char for char in answer.get("error", "") if char.isprintable())
            raise Rejected("sign_in_refused", said=said[:100])
        return answer

    def take(self, query: str) -> bool:
        """Keep the answer in `query` if it is the first with our state; tell whether it is."""
        parsed = parse_qs(query, max_num_fields=20)
        found = {name: values[0] for name, values in parsed.items()}
        given = found.pop("state", "")
        with self._lock:
            ours = hmac.compare_digest(given.encode(), self.state.encode())
            if not ours or self._answer is not None or self._clock.monotonic() >= self._ends:
                return False
            self._answer = found
            return True

    def _handler(self) -> type[http.server.BaseHTTPRequestHandler]:
        loopback = self

        class Handler(http.server.BaseHTTPRequestHandler):
            timeout = 5.0  # a browser may open a connection ahead and say nothing on it
            server_version = "cmapp"
            sys_version = ""

            def do_GET(self) -> None:
                try:
                    parts = urlsplit(self.path)
                    # A page elsewhere may have pointed its own name at this machine.
                    if parts.path != loopback.PATH or not _is_us(self.headers.get("Host") or ""):
                        self._reply(404, "")
                        return
                    ours = loopback.take(parts.query)
                except ValueError:
                    ours = False
                if ours:
                    self._reply(200, loopback._page)
                    loopback._done.set()
                else:
                    self._reply(400, "")

            def _reply(self, status: int, text: str) -> None:
                body = text.encode("utf-8", "replace")
                self.send_response(status)
                self.send_header("Content-Type", "text/plain; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.send_header("Cache-Control", "no-store")
                self.send_header("Referrer-Policy", "no-referrer")
                self.send_header("Connection", "close")
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                pass

        return Handler


def _is_us(host: str) -> bool:
    name = urlsplit("//" + host).hostname or ""
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
