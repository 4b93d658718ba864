"""As much of the Mastodon API as the connector uses, and the truth behind it.

`keys` `honoured`: an Idempotency-Key answers with the status it made, for an hour. `ignored`: as
most forks do. `software` is what nodeinfo says; one that calls itself `mastodon` is believed.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from tests.support.tiny.frame import How, Reply, Request

US, TOKEN = "moss", "token-of-moss"
KEY_LIFE = 3_600_000
_MENTION = re.compile(r"@(\w+)")


def stamp(at: int) -> str:
    when = datetime.fromtimestamp(at / 1000, UTC)
    return when.isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Mastodon:
    """One server with `moss`, whose token is ours, and whoever speaks to them."""

    def __init__(self, url: str, *, keys: str = "honoured", software: str = "mastodon") -> None:
        self.url = url
        self.keys = keys
        self.software = software
        self.busy_until = 0
        self.accounts: dict[str, str] = {}
        self.statuses: dict[str, dict[str, Any]] = {}
        self.notices: list[dict[str, Any]] = []
        self.media: dict[str, dict[str, Any]] = {}
        self.key_of: dict[str, tuple[str, int, int]] = {}
        self.creates = 0
        self._person(US)

    @property
    def facts(self) -> dict[str, Any]:
        return {"answers": {"server": self.url, "token": TOKEN}, "token": TOKEN, "way": "token"}

    # What the harness does and looks at

    def say(self, *, now: int, who: str, text: str, parent: str | None = None) -> str:
        """Let somebody name us, in a thread of theirs or below `parent`."""
        self._person(who)
        made = self._make(who, f"@{US} {text}", parent, now, "public")
        notice = {"id": str(len(self.notices) + 1), "status": made["id"], "at": now, "who": who}
        self.notices.append(notice)
        return str(made["id"])

    def ours(self, *, now: int) -> list[dict[str, Any]]:
        """Return what we posted, in the order it was made: {id, text, parent, media}."""
        return [
            {"id": s["id"], "text": s["text"], "parent": s["parent"], "media": len(s["media"])}
            for s in self.statuses.values()
            if s["who"] == US
        ]

    def asked(self, *, now: int) -> int:
        """Return how many posts we were asked to make."""
        return self.creates

    def forget_uploads(self) -> None:
        for name in [n for n, m in self.media.items() if m["status"] is None]:
            del self.media[name]

    def refusal(self) -> Reply:
        return Reply(422, {"error": "Validation failed: no", "details": {"status": [{}]}})

    # The API

    def kind_of(self, request: Request) -> str:
        if request.method == "GET":
            return "read"
        if request.path == "/api/v1/statuses":
            return "create"
        return "upload" if request.path == "/api/v2/media" else "write"

    def answer(self, request: Request, now: int, how: How) -> Reply:
        match request.path:
            case "/api/v2/instance":
                return Reply(200, self._instance())
            case "/.well-known/nodeinfo":
                return Reply(200, {"links": [{"rel": "x", "href": f"{self.url}/nodeinfo/2.0"}]})
            case "/nodeinfo/2.0":
                return Reply(200, {"software": {"name": self.software, "version": "4.4.0"}})
        if request.token != TOKEN:
            return Reply(401, {"error": "The access token is invalid"})
        if request.method == "POST":
            return self._post(request, now, how)
        return self._get(request, now)

    def _post(self, request: Request, now: int, how: How) -> Reply:
        match request.path:
            case "/api/v1/statuses":
                return self._create(request, now, how)
            case "/api/v2/media":
                name = str(7000 + len(self.media))
                self.media[name] = {"ready_at": self.busy_until, "status": None}
                return Reply(202 if now < self.busy_until else 200, self._medium(name, now))
        return Reply(404, {"error": "Record not found"})

    def _create(self, request: Request, now: int, how: How) -> Reply:
        self.creates += 1
        given = request.json
        key = request.headers.get("idempotency-key")
        if self.keys == "honoured" and key and not how.key_ignored:
            made = self.key_of.get(key)
            if made is not None and made[1] <= now < made[2]:
                return Reply(200, self._status(self.statuses[made[0]], now))
        parent = given.get("in_reply_to_id")
        if parent is not None and parent not in self.statuses:
            return Reply(404, {"error": "Record not found"})
        media = given.get("media_ids") or []
        if any(m not in self.media or self.media[m]["status"] for m in media):
            return Reply(422, {"error": "Validation failed: Media could not be found"})
        if any(now < self.media[m]["ready_at"] for m in media):
            return Reply(422, {"error": "Cannot attach files that have not finished processing"})
        visibility = given.get("visibility", "public")
        made_now = self._make(US, given["status"], parent, now, visibility)
        made_now["seen_from"], made_now["media"] = how.seen_from, media
        for one in media:
            self.media[one]["status"] = made_now["id"]
        if key:
            self.key_of[key] = (made_now["id"], how.key_from, now + KEY_LIFE)
        return Reply(200, self._status(made_now, now))

    def _get(self, request: Request, now: int) -> Reply:
        path, query = request.path, request.query
        if path == "/api/v1/accounts/verify_credentials":
            return Reply(200, self._account(US))
        if path == "/api/v1/apps/verify_credentials":
            return Reply(200, {"name": "test", "scopes": ["read", "write"]})
        if path == "/api/v1/notifications":
            return self._listed(path, [self._notice(n, now) for n in self.notices], query)
        if path in ("/api/v1/conversations", "/api/v1/scheduled_statuses"):
            return Reply(200, [])
        if found := re.fullmatch(r"/api/v1/accounts/(\d+)/statuses", path):
            mine = [s for s in self._shown(now) if self.accounts[s["who"]] == found[1]]
            return self._listed(path, [self._status(s, now) for s in mine], query)
        if found := re.fullmatch(r"/api/v1/accounts/(\d+)", path):
            who = next((w for w, n in self.accounts.items() if n == found[1]), None)
            return Reply(200, self._account(who)) if who else Reply(404, {"error": "no"})
        if found := re.fullmatch(r"/api/v1/media/(\d+)", path):
            if found[1] not in self.media:
                return Reply(404, {"error": "Record not found"})
            ready = now >= self.media[found[1]]["ready_at"]
            return Reply(200 if ready else 206, self._medium(found[1], now))
        if found := re.fullmatch(r"/api/v1/statuses/(\d+)(/\w+)?", path):
            there = self.statuses.get(found[1])
            if there is None or there["seen_from"] > now:
                return Reply(404, {"error": "Record not found"})
            match found[2]:
                case None:
                    return Reply(200, self._status(there, now))
                case "/context":
                    return Reply(200, self._context(there, now))
                case "/source":
                    text = {"id": there["id"], "text": there["text"], "spoiler_text": ""}
                    return Reply(200, text)
        return Reply(404, {"error": "Record not found"})

    # What it keeps, and how it shows that

    def _person(self, who: str) -> None:
        self.accounts.setdefault(who, str(100 + len(self.accounts)))

    def _make(
        self, who: str, text: str, parent: str | None, now: int, visibility: str
    ) -> dict[str, Any]:
        # servers tidy what they are given
        tidy = unicodedata.normalize("NFC", text).strip()
        name = str(1000 + len(self.statuses))
        self.statuses[name] = {
            "id": name, "who": who, "text": tidy, "parent": parent, "at": now, "media": [],
            "seen_from": 0, "visibility": visibility,
        }  # fmt: skip
        return self.statuses[name]

    def _shown(self, now: int) -> list[dict[str, Any]]:
        return [s for s in self.statuses.values() if s["seen_from"] <= now]

    def _account(self, who: str) -> dict[str, Any]:
        return {
            "id": self.accounts[who], "username": who, "acct": who, "display_name": who,
            "url": f"{self.url}/@{who}", "avatar": "", "note": "",
        }  # fmt: skip

    def _status(self, s: Mapping[str, Any], now: int) -> dict[str, Any]:
        named = [who for who in dict.fromkeys(_MENTION.findall(s["text"])) if who in self.accounts]
        shown = html.escape(s["text"])
        for who in named:
            link = f'<a href="{self.url}/@{who}" class="u-url mention">@<span>{who}</span></a>'
            shown = shown.replace(f"@{who}", f'<span class="h-card">{link}</span>')
        parent = self.statuses.get(s["parent"] or "")
        below = [o for o in self._shown(now) if o["parent"] == s["id"]]
        return {
            "id": s["id"], "created_at": stamp(s["at"]), "content": f"<p>{shown}</p>",
            "account": self._account(s["who"]), "visibility": s["visibility"],
            "in_reply_to_id": s["parent"], "spoiler_text": "", "sensitive": False,
            "in_reply_to_account_id": self.accounts[parent["who"]] if parent else None,
            "uri": f"{self.url}/users/{s['who']}/statuses/{s['id']}",
            "url": f"{self.url}/@{s['who']}/{s['id']}", "reblog": None, "language": "en",
            "replies_count": len(below), "favourites_count": 0, "reblogs_count": 0,
            "mentions": [self._account(who) for who in named],
            "media_attachments": [self._medium(m, now) for m in s["media"]], "poll": None,
        }  # fmt: skip

    def _medium(self, name: str, now: int) -> dict[str, Any]:
        ready = now >= self.media[name]["ready_at"]
        url = f"{self.url}/files/{name}.png" if ready else None
        return {"id": name, "type": "image", "url": url, "preview_url": url, "description": "x"}

    def _notice(self, n: Mapping[str, Any], now: int) -> dict[str, Any]:
        status = self._status(self.statuses[n["status"]], now)
        who = self._account(n["who"])
        made = stamp(n["at"])
        return {
            "id": n["id"], "type": "mention", "created_at": made, "account": who, "status": status
        }  # fmt: skip

    def _context(self, there: Mapping[str, Any], now: int) -> dict[str, Any]:
        before: list[dict[str, Any]] = []
        above = there["parent"]
        while above is not None:
            before.insert(0, self.statuses[above])
            above = self.statuses[above]["parent"]
        wanted, after = {there["id"]}, []
        for one in self._shown(now):  # parents come first
            if one["parent"] in wanted:
                wanted.add(one["id"])
                after.append(one)
        return {
            "ancestors": [self._status(s, now) for s in before],
            "descendants": [self._status(s, now) for s in after],
        }

    def _listed(self, path: str, found: list[dict[str, Any]], query: Mapping[str, str]) -> Reply:
        below = int(query.get("max_id", 1 << 60))
        fitting = [one for one in reversed(found) if int(one["id"]) < below]
        page = fitting[: int(query.get("limit", 20))]
        links = {}
        if len(fitting) > len(page):
            links["Link"] = f'<{self.url}{path}?max_id={page[-1]["id"]}>; rel="next"'
        elif page:
            links["Link"] = f'<{self.url}{path}?min_id={page[0]["id"]}>; rel="prev"'
        return Reply(200, page, links)

    def _instance(self) -> dict[str, Any]:
        known = self.software == "mastodon"
        version = "4.4.0" if known else f"4.2.0 (compatible; {self.software} 2.9.0)"
        return {
            "domain": self.url.removeprefix("http://"), "title": "A small server",
            "version": version,
            "configuration": {
                "statuses": {"max_characters": 500, "max_media_attachments": 4},
                "media_attachments": {
                    "supported_mime_types": ["image/png", "image/jpeg"],
                    "image_size_limit": 10_000_000, "image_matrix_limit": 16_777_216,
                },
            },
        }  # fmt: skip
