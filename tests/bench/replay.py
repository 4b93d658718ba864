"""A server of the Mastodon API that has one long list to tell: `python -m tests.bench.replay N`.

Prints its port. `N` notifications, forty a page behind Link headers, newest first, spread over the
last thirty days; the n-th is a mention, an answer to one before it, or a like. Threads are short.
"""

from __future__ import annotations

import json
import random
import sys
from datetime import UTC, datetime
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from cmapp.system.clock import now
from tests.bench import data

PAGE = 40
MONTH = 30 * 86_400_000
BEGAN = now() - 60_000
COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000


def _iso(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="milliseconds")[:23] + "Z"


def account(n: int) -> dict[str, Any]:
    name = f"writer{n % 900}"
    return {
        "id": f"r{n % 900}", "acct": name, "username": name, "display_name": name.title(),
        "url": f"https://shop.example/@{name}", "avatar": "", "note": "<p>Hello.</p>",
        "followers_count": n % 500, "following_count": 1, "statuses_count": 2,
    }  # fmt: skip


@cache
def status(n: int) -> dict[str, Any]:
    """The n-th post, oldest 0; every third one answers the one before it."""
    words = data.text(random.Random(f"replay {n}"), n)
    at = BEGAN - MONTH + n * (MONTH // COUNT)
    return {
        "id": f"9{n:08}", "created_at": _iso(at), "edited_at": None, "account": account(n),
        "content": f"<p>{words} <a href='https://shop.example/@shop'>@shop</a></p>",
        "uri": f"https://shop.example/9{n:08}", "url": f"https://shop.example/@w/9{n:08}",
        "visibility": "public", "spoiler_text": "", "sensitive": False, "language": None,
        "in_reply_to_id": f"9{n - 1:08}" if n % 3 == 2 else None,
        "in_reply_to_account_id": f"r{(n - 1) % 900}" if n % 3 == 2 else None,
        "mentions": [{"id": "me0", "acct": "shop", "username": "shop",
                      "url": "https://shop.example/@shop"}],
        "media_attachments": [], "tags": [], "emojis": [], "reblog": None, "poll": None,
        "replies_count": 0, "reblogs_count": 0, "favourites_count": 0,
    }  # fmt: skip


def notification(n: int) -> dict[str, Any]:
    one = status(n)
    kind = "favourite" if n % 20 == 7 else "mention"
    return {
        "id": f"{n + 1}", "type": kind, "created_at": one["created_at"],
        "account": one["account"], "status": one,
    }  # fmt: skip


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        found: Any = {}
        more: dict[str, str] = {}
        there = 200
        match asked.path.split("/")[3:]:
            case ["notifications"]:
                last = int(parse_qs(asked.query).get("max_id", [str(COUNT + 1)])[0]) - 1
                first = max(0, last - PAGE)
                found = [notification(n) for n in range(last - 1, first - 1, -1)]
                if first > 0:
                    where = f"http://{self.headers['Host']}{asked.path}?max_id={first + 1}"
                    more["Link"] = f'<{where}>; rel="next"'
            case ["conversations"] | ["statuses"] | ["accounts", _, "statuses"]:
                found = []
            case ["statuses", one, *_] if not one.isdecimal():  # of the profile, not of ours
                found, there = {"error": "Record not found"}, 404
            case ["statuses", one, "context"]:
                n = int(one[1:])
                above = [status(n - 1)] if n % 3 == 2 else []
                below = [status(n + 1)] if n % 3 == 1 and n + 1 < COUNT else []
                found = {"ancestors": above, "descendants": below}
            case ["statuses", one]:
                found = status(int(one[1:]))
            case ["accounts", "verify_credentials"] | ["accounts", _]:
                found = {**account(0), "id": "me0", "acct": "shop", "username": "shop"}
            case ["instance"]:
                found = {"version": "4.3.0", "domain": "shop.example"}
        body = json.dumps(found, ensure_ascii=False).encode()
        self.send_response(there)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        for name, value in more.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: what is asked is counted elsewhere."""


def main() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    for n in range(COUNT):
        status(n)
    print(server.server_address[1], flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
