"""A Mastodon-API server as the contract suite moves it; our own traffic comes through a proxy."""

from __future__ import annotations

import itertools
import json
import os
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cmapp.connectors import plain
from cmapp.connectors.base import Connector
from cmapp.platforms.mastodon import Mastodon
from tests.contract.world import Server, World, converse, open_connector
from tests.support import faults
from tests.support.mastodon import MastodonServer, MastodonUser

_NUMBERS = itertools.count()
_WRITES = ("POST", "PUT", "DELETE")


class MastodonWorld:
    """Four users of their own: two of ours, two other people."""

    def __init__(self, server: MastodonServer, proxy: faults.FaultProxy, profile: Path) -> None:
        self.server = server
        self.proxy = proxy
        self.profile = profile
        # workers share the server, and a name can be taken once
        number = f"{os.getpid()}x{next(_NUMBERS)}"
        self._us = [server.user(f"{name}{number}") for name in ("moss", "field")]
        self._others = [server.user(f"{name}{number}") for name in ("ana", "chen")]
        self._authors: dict[str, MastodonUser] = {}

    def sign_in(self) -> tuple[str, Sequence[Mapping[str, str]]]:
        return "token", [{"server": self.proxy.url, "token": self._us[0].token}]

    def wrong_sign_in(self) -> tuple[str, Sequence[Mapping[str, str]]]:
        return "token", [{"server": self.proxy.url, "token": "wrong"}]

    def ours(self, number: int = 0) -> Connector:
        answers = {"server": self.proxy.url, "token": self._us[number].token}
        grant = converse(Mastodon, "token", [answers])
        return open_connector(Mastodon, grant, self.profile)

    def settle(self) -> None:
        """What is done is seen at once."""

    def mention(self, text: str, *, who: int = 0) -> str:
        return self._post(who, status=f"{text} @{self._us[0].username}")

    def reply(self, parent: str, text: str, *, who: int = 0) -> str:
        author = self._look(parent)["account"]["acct"]
        return self._post(who, status=f"@{author} {text}", in_reply_to_id=parent)

    def message(self, text: str, *, who: int = 0) -> str:
        return self._post(who, status=f"{text} @{self._us[0].username}", visibility="direct")

    def quote(self, post: str, text: str, *, who: int = 0) -> str:
        return self._post(who, status=text, quoted_status_id=post)

    def like(self, post: str, *, who: int = 0) -> None:
        self._call("POST", f"/api/v1/statuses/{post}/favourite", self._others[who])

    def repost(self, post: str, *, who: int = 0) -> None:
        self._call("POST", f"/api/v1/statuses/{post}/reblog", self._others[who])

    def follow(self, *, who: int = 0) -> None:
        me = self._call("GET", "/api/v1/accounts/verify_credentials", self._us[0])["id"]
        self._call("POST", f"/api/v1/accounts/{me}/follow", self._others[who])

    def edit(self, post: str, text: str) -> None:
        self._call("PUT", f"/api/v1/statuses/{post}", self._authors[post], status=text)

    def delete(self, post: str) -> None:
        self._call("DELETE", f"/api/v1/statuses/{post}", self._authors[post])

    def lock(self, post: str) -> None:
        raise NotImplementedError

    def close_window(self, post: str) -> None:
        raise NotImplementedError

    def replies_to(self, post: str) -> list[str]:
        below = self._call("GET", f"/api/v1/statuses/{post}/context", self._us[0])["descendants"]
        return [status["id"] for status in below if status["in_reply_to_id"] == post]

    def published(self) -> list[str]:
        me = self._call("GET", "/api/v1/accounts/verify_credentials", self._us[0])["id"]
        mine = self._call("GET", f"/api/v1/accounts/{me}/statuses?limit=40", self._others[0])
        return [
            status["id"]
            for status in mine
            if status["visibility"] == "public"
            and not status["in_reply_to_id"]
            and not status["reblog"]
        ]

    def text_of(self, post: str) -> str | None:
        try:
            return plain.from_html(self._look(post)["content"]).text
        except urllib.error.HTTPError as error:
            if error.code == 404:
                return None
            raise

    def alts_of(self, post: str) -> list[str]:
        return [one["description"] or "" for one in self._look(post)["media_attachments"]]

    def poll_of(self, post: str) -> list[str]:
        return [option["title"] for option in self._look(post)["poll"]["options"]]

    def scheduled(self) -> list[str]:
        found = self._call("GET", "/api/v1/scheduled_statuses", self._us[0])
        return [one["params"]["text"] for one in found]

    def come_due(self, ref: str) -> None:
        # real servers want a time five minutes ahead here, too; this one takes any
        path = f"/api/v1/scheduled_statuses/{ref}"
        self._call("PUT", path, self._us[0], scheduled_at="2020-01-01T00:00:00.000Z")

    def liked(self, post: str) -> int:
        return int(self._look(post)["favourites_count"])

    def reposted(self, post: str) -> int:
        return int(self._look(post)["reblogs_count"])

    def muted(self, post: str) -> bool:
        return self._related(post, "muting")

    def blocked(self, post: str) -> bool:
        return self._related(post, "blocking")

    def _related(self, post: str, flag: str) -> bool:
        author = self._look(post)["account"]["id"]
        path = f"/api/v1/accounts/relationships?id[]={author}"
        return bool(self._call("GET", path, self._us[0])[0][flag])

    def hidden(self, post: str) -> bool:
        raise NotImplementedError

    def reports(self) -> list[dict[str, Any]]:
        me = self._call("GET", "/api/v1/accounts/verify_credentials", self._us[0])["id"]
        path = f"/api/v1/admin/reports?account_id={me}"
        found = self._call("GET", path, self._us[0])
        return [
            {
                "person": one["target_account"]["id"],
                "post": one["statuses"][0]["id"] if one["statuses"] else None,
                "note": one["comment"],
            }
            for one in sorted(found, key=lambda one: int(one["id"]))
        ]

    def fault(self, kind: str, count: int = 1, *, on: str = "any", seconds: float = 0) -> None:
        if kind == "offline":
            self.proxy.down()
            return
        error = faults.Answer(500, {"error": "Internal Server Error"})
        effect: faults.Effect = {
            "drop_before": faults.Cut(),
            "apply_drop": faults.DropAnswer(),
            "apply_error": faults.Instead(error),
            "server_error": error,
            "throttle": faults.too_many(int(seconds) or None),
            "garbled": faults.HTML_WITH_200,
            "refuse": faults.Answer(422, {"error": "バリデーションに失敗しました"}),
            "sign_in": faults.Answer(401, {"error": "The access token is invalid"}),
        }[kind]
        methods = {"any": ("*",), "read": ("GET",), "write": _WRITES}[on]
        for method in methods:
            self.proxy.on(method, ".*", effect, times=None if kind == "sign_in" else count)

    def clear(self) -> None:
        self.proxy.clear()
        self.proxy.down()
        self.proxy.up()

    def secrets(self) -> Sequence[str]:
        return [user.token for user in self._us]

    def _post(self, who: int, **body: Any) -> str:
        author = self._others[who]
        post: str = self._call("POST", "/api/v1/statuses", author, **body)["id"]
        self._authors[post] = author
        return post

    def _look(self, post: str) -> Any:
        return self._call("GET", f"/api/v1/statuses/{post}", self._others[0])

    def _call(self, method: str, path: str, user: MastodonUser, **body: Any) -> Any:
        """Call the server itself, past the proxy."""
        request = urllib.request.Request(
            self.server.url + path,
            data=json.dumps(body).encode() if body else None,
            headers={**user.headers, "Content-Type": "application/json"},
            method=method,
        )
        with urllib.request.urlopen(request, timeout=120) as answer:
            return json.load(answer)


class Running:
    """The run's server, and one proxy in front of it."""

    def __init__(self, server: MastodonServer, proxy: faults.FaultProxy) -> None:
        self.server = server
        self.proxy = proxy

    def world(self, profile: Path) -> World:
        return MastodonWorld(self.server, self.proxy, profile)


@contextmanager
def serve() -> Iterator[Server]:
    from tests.conftest import server

    running = MastodonServer(server("mastodon")["url"])
    proxy = faults.FaultProxy(running.url)
    try:
        yield Running(running, proxy)
    finally:
        proxy.close()
