"""A server that answers as a test tells it to, with the habits of one kind of server or another."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from cmapp.connectors.base import Grant
from cmapp.platforms.mastodon import Mastodon

ME = "1"
TOKEN = "canary-token"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came."""

    method: str
    path: str
    query: dict[str, str]
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode()))


@dataclass(frozen=True, slots=True)
class Said:
    """An answer: JSON, or bytes as they are. Status 0 cuts the line instead."""

    body: Any = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


Rule = Said | Callable[[Asked], Said]


class Script:
    """Rules by `METHOD /path`, and what was asked so far. What has no rule is 404 in HTML."""

    def __init__(self) -> None:
        self.rules: dict[str, Rule] = {}
        self.asked: list[Asked] = []
        self.url = ""

    def __setitem__(self, place: str, rule: Rule | Any) -> None:
        self.rules[place] = rule if isinstance(rule, Said) or callable(rule) else Said(rule)

    def calls(self, place: str) -> list[Asked]:
        method, _, path = place.partition(" ")
        return [asked for asked in self.asked if (asked.method, asked.path) == (method, path)]

    def answer(self, asked: Asked) -> Said:
        self.asked.append(asked)
        missing = Said(b"<!doctype html><p>Not found", 404, {"Content-Type": "text/html"})
        rule = self.rules.get(f"{asked.method} {asked.path}", missing)
        return rule if isinstance(rule, Said) else rule(asked)


@contextmanager
def serving() -> Iterator[Script]:
    """Yield a script that is served on a free loopback port."""
    script = Script()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_one_request(self) -> None:
            super().handle_one_request()

        def _serve(self) -> None:
            parts = urlsplit(self.path)
            size = int(self.headers.get("Content-Length") or 0)
            headers = {name.lower(): value for name, value in self.headers.items()}
            asked = Asked(
                self.command,
                parts.path,
                dict(parse_qsl(parts.query)),
                headers,
                self.rfile.read(size),
            )
            said = script.answer(asked)
            if said.status == 0:
                self.close_connection = True
                return
            raw = isinstance(said.body, bytes)
            body = said.body if raw else json.dumps(said.body).encode()
            if "Date" in said.headers:  # the server has a clock of its own
                self.send_response_only(said.status)
            else:
                self.send_response(said.status)
            kind = {} if raw else {"Content-Type": "application/json"}
            for name, value in {**kind, **said.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = do_DELETE = _serve

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    script.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield script
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Keys:
    """Secrets in memory."""

    def __init__(self, **secrets: str) -> None:
        self.kept = dict(secrets)

    def get(self, name: str) -> str | None:
        return self.kept.get(name)

    def put(self, **renewed: str) -> None:
        self.kept |= renewed


def account(number: str = ME, acct: str = "us") -> dict[str, Any]:
    return {"id": number, "username": acct, "acct": acct, "display_name": "", "note": ""}


def status(number: str, **changes: Any) -> dict[str, Any]:
    return {
        "id": number,
        "created_at": "2026-11-01T10:00:00.000Z",
        "account": account(),
        "content": "<p>Hello</p>",
        "visibility": "public",
        "in_reply_to_id": None,
    } | changes


INSTANCE = {
    "domain": "social.example",
    "version": "4.6.0",
    "configuration": {
        "statuses": {"max_characters": 20, "max_media_attachments": 1},
        "media_attachments": {"image_size_limit": 100, "supported_mime_types": ["image/png"]},
    },
}


def mastodon(script: Script) -> None:
    """Answer sign-in as Mastodon does."""
    script["GET /api/v2/instance"] = INSTANCE
    script["GET /.well-known/nodeinfo"] = {"links": [{"href": f"{script.url}/nodeinfo/2.0"}]}
    script["GET /nodeinfo/2.0"] = {"software": {"name": "mastodon", "version": "4.6.0"}}

    def whoami(asked: Asked) -> Said:
        if asked.headers.get("authorization") == f"Bearer {TOKEN}":
            return Said(account())
        return Said({"error": "Der Zugriffstoken ist ungültig"}, 401)

    script["GET /api/v1/accounts/verify_credentials"] = whoami
    script["GET /api/v1/notifications"] = []


def connector(script: Script, profile: Path, **facts: Any) -> Mastodon:
    """Return a connector for the account `us` on the scripted server."""
    grant = Grant(
        server=script.url,
        realm="mastodon:test",
        remote_id=ME,
        handle="us@social.example",
        facts={"software": "mastodon", "scopes": None, **facts},
    )
    return Mastodon(grant, Keys(token=TOKEN), profile=profile)
