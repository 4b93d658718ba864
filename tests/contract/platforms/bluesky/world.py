"""A real Bluesky network as the contract suite moves it, reached by a way that can be broken."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from cmapp.connectors.base import Connector, Grant
from cmapp.platforms.bluesky import Bluesky
from cmapp.platforms.bluesky.shape import stamp
from cmapp.system.clock import now
from tests.contract.world import Server, World, converse, open_connector
from tests.support import faults
from tests.support.bluesky import BlueskyAccount, BlueskyNetwork, Refused

POST = "app.bsky.feed.post"
WRITES = (
    r"/xrpc/(com\.atproto\.repo\.(put|create|delete|upload|apply)\w+"
    r"|app\.bsky\.graph\.(un)?muteActor|com\.atproto\.moderation\.createReport)"
)
_numbers = itertools.count(1)


class Way(faults.FaultProxy):
    """The proxy, which can also do a write and then answer that it failed."""

    failing = 0

    def forward(self, request: faults.Request) -> faults.Reply:
        reply = super().forward(request)
        if self.failing and request.method == "POST" and ".repo." in request.path:
            self.failing -= 1
            body = b'{"error":"InternalServerError","message":"Internal Server Error"}'
            return faults.Reply(500, [("Content-Type", "application/json")], body)
        return reply


class BlueskyWorld:
    """Fresh accounts on the run's network: two of ours, two others, each made when first asked."""

    def __init__(self, network: BlueskyNetwork, profile: Path) -> None:
        self.network = network
        self.profile = profile
        self.way = Way(network.pds)
        self._name = f"w{os.getpid()}x{next(_numbers)}"
        self._accounts: dict[str, BlueskyAccount] = {}
        self._grants: dict[int, Grant] = {}
        self._connectors: list[Connector] = []
        for who in ("ours0", "other0"):
            self._account(who, index=False)
        self.settle()

    def close(self) -> None:
        for connector in self._connectors:
            connector.close()
        self.way.close()

    def _account(self, who: str, *, index: bool = True) -> BlueskyAccount:
        if who not in self._accounts:
            made = self.network.create_account(f"{self._name}{who}", index=index)
            self._accounts[who] = made
        return self._accounts[who]

    @cached_property
    def _password(self) -> str:
        return self.network.app_password(self._account("ours0"))

    def sign_in(self) -> tuple[str, Sequence[Mapping[str, str]]]:
        handle = self._account("ours0").handle
        return "app_password", [
            {"server": self.way.url, "handle": handle, "password": self._password}
        ]

    def wrong_sign_in(self) -> tuple[str, Sequence[Mapping[str, str]]]:
        way, (answer,) = self.sign_in()
        return way, [{**answer, "password": "aaaa-bbbb-cccc-dddd"}]

    def ours(self, number: int = 0) -> Connector:
        if number not in self._grants:
            account = self._account(f"ours{number}")
            answer = {
                "server": self.way.url,
                "handle": account.handle,
                # one per account: the network refuses a second of the same name
                "password": self.network.app_password(account) if number else self._password,
            }
            self._grants[number] = converse(Bluesky, "app_password", [answer])
        self._connectors.append(open_connector(Bluesky, self._grants[number], self.profile))
        return self._connectors[-1]

    def settle(self) -> None:
        self.network.process_all()

    # The other people.

    def _write(self, who: str, collection: str, rkey: str | None = None, **fields: Any) -> str:
        account = self._account(who)
        more = {} if rkey is None else {"rkey": rkey}
        made = self.network.call(
            "com.atproto.repo.createRecord",
            account,
            repo=account.did,
            collection=collection,
            record={"$type": collection, "createdAt": stamp(now()), **fields},
            **more,
        )
        self.settle()
        return str(made["uri"])

    def _record(self, uri: str) -> dict[str, Any]:
        _, _, repo, collection, rkey = uri.split("/")
        return self.network.call(
            "com.atproto.repo.getRecord", repo=repo, collection=collection, rkey=rkey
        )

    def _ref(self, uri: str) -> dict[str, str]:
        return {"uri": uri, "cid": self._record(uri)["cid"]}

    def mention(self, text: str, *, who: int = 0) -> str:
        ours = self._account("ours0")
        whole = f"{text} @{ours.handle}"
        index = {"byteStart": len(f"{text} ".encode()), "byteEnd": len(whole.encode())}
        feature = {"$type": "app.bsky.richtext.facet#mention", "did": ours.did}
        facet = {"index": index, "features": [feature]}
        return self._write(f"other{who}", POST, text=whole, facets=[facet])

    def reply(self, parent: str, text: str, *, who: int = 0) -> str:
        above = self._record(parent)
        ref = {"uri": above["uri"], "cid": above["cid"]}
        root = above["value"].get("reply", {}).get("root", ref)
        self.settle()  # a reply that is indexed before its parent is never told of
        return self._write(f"other{who}", POST, text=text, reply={"root": root, "parent": ref})

    def message(self, text: str, *, who: int = 0) -> str:
        raise NotImplementedError

    def quote(self, post: str, text: str, *, who: int = 0) -> str:
        embed = {"$type": "app.bsky.embed.record", "record": self._ref(post)}
        return self._write(f"other{who}", POST, text=text, embed=embed)

    def like(self, post: str, *, who: int = 0) -> None:
        self._write(f"other{who}", "app.bsky.feed.like", subject=self._ref(post))

    def repost(self, post: str, *, who: int = 0) -> None:
        self._write(f"other{who}", "app.bsky.feed.repost", subject=self._ref(post))

    def follow(self, *, who: int = 0) -> None:
        self._write(f"other{who}", "app.bsky.graph.follow", subject=self._account("ours0").did)

    def edit(self, post: str, text: str) -> None:
        _, _, repo, collection, rkey = post.split("/")
        record = {**self._record(post)["value"], "text": text}
        self.network.call(
            "com.atproto.repo.putRecord",
            self._author(post),
            repo=repo,
            collection=collection,
            rkey=rkey,
            record=record,
        )
        self.settle()

    def delete(self, post: str) -> None:
        self.network.delete(self._author(post), post)

    def lock(self, post: str) -> None:
        who = next(w for w, a in self._accounts.items() if a.did == post.split("/")[2])
        rkey = post.rpartition("/")[2]
        self._write(who, "app.bsky.feed.threadgate", rkey, post=post, allow=[])

    def close_window(self, post: str) -> None:
        raise NotImplementedError

    def _author(self, post: str) -> BlueskyAccount:
        return next(a for a in self._accounts.values() if a.did == post.split("/")[2])

    # The truth: what lies in the repositories, whatever the index makes of it.

    def _records(self, account: BlueskyAccount, collection: str) -> list[dict[str, Any]]:
        which = {"repo": account.did, "collection": collection, "limit": 100}
        found = self.network.call("com.atproto.repo.listRecords", **which)
        records = list(found["records"])
        while cursor := found.get("cursor"):
            found = self.network.call("com.atproto.repo.listRecords", cursor=cursor, **which)
            records += found["records"]
        return records

    def _all(self, collection: str) -> list[dict[str, Any]]:
        return [one for a in self._accounts.values() for one in self._records(a, collection)]

    def replies_to(self, post: str) -> list[str]:
        return [
            one["uri"]
            for one in self._all(POST)
            if one["value"].get("reply", {}).get("parent", {}).get("uri") == post
        ]

    def published(self) -> list[str]:
        ours = self._records(self._account("ours0"), POST)
        return [one["uri"] for one in ours if "reply" not in one["value"]]

    def text_of(self, post: str) -> str | None:
        try:
            return str(self._record(post)["value"]["text"])
        except Refused as refused:
            assert refused.error == "RecordNotFound"
            return None

    def alts_of(self, post: str) -> list[str]:
        shown = self._record(post)["value"].get("embed", {}).get("images", [])
        return [one["alt"] for one in shown]

    def poll_of(self, post: str) -> list[str]:
        raise NotImplementedError

    def scheduled(self) -> list[str]:
        return []

    def come_due(self, ref: str) -> None:
        raise NotImplementedError

    def liked(self, post: str) -> int:
        return self._about(post, "app.bsky.feed.like")

    def reposted(self, post: str) -> int:
        return self._about(post, "app.bsky.feed.repost")

    def _about(self, post: str, collection: str) -> int:
        return sum(one["value"]["subject"]["uri"] == post for one in self._all(collection))

    def _viewer(self, post: str) -> dict[str, Any]:
        actor = post.split("/")[2]
        seen = self.network.call("app.bsky.actor.getProfile", self._account("ours0"), actor=actor)
        return dict(seen["viewer"])

    def muted(self, post: str) -> bool:
        return bool(self._viewer(post)["muted"])

    def blocked(self, post: str) -> bool:
        """Tell by the records: the index would know it, too, but later."""
        ours = self._records(self._account("ours0"), "app.bsky.graph.block")
        return [one["value"]["subject"] for one in ours] == [post.split("/")[2]]

    def hidden(self, post: str) -> bool:
        gates = self._all("app.bsky.feed.threadgate")
        return any(post in one["value"].get("hiddenReplies", []) for one in gates)

    def reports(self) -> list[dict[str, Any]]:
        return self.network.reports(self._account("ours0"))

    # What goes wrong on the way.

    def fault(self, kind: str, count: int = 1, *, on: str = "any", seconds: float = 0) -> None:
        method, path = {"read": ("GET", ".*"), "write": ("POST", WRITES), "any": ("*", ".*")}[on]
        error = {"error": "InternalServerError", "message": "Internal Server Error"}
        times: int | None = count
        effect: faults.Effect
        match kind:
            case "offline":
                self.way.down()
                return
            case "apply_error":
                self.way.failing = count
                return
            case "drop_before":
                effect = faults.Cut()
            case "apply_drop":
                effect = faults.DropAnswer()
            case "server_error":
                effect = faults.Answer(500, error)
            case "throttle":
                effect = faults.too_many(int(seconds) or None)
            case "garbled":
                effect = faults.HTML_WITH_200
            case "refuse":
                effect = faults.Answer(422, {"error": "InvalidRequest", "message": "No."})
            case "sign_in":
                effect, times = faults.Answer(401, {"error": "AuthenticationRequired"}), None
            case _:
                raise ValueError(kind)
        self.way.on(method, path, effect, times=times)

    def clear(self) -> None:
        self.way.failing = 0
        self.way.clear()
        if self.way._server is None:
            self.way.up()

    def secrets(self) -> Sequence[str]:
        return [value for grant in self._grants.values() for value in grant.secrets.values()]


class BlueskyServer:
    """The network that the whole run shares; the worlds are parted by their accounts."""

    def __init__(self, network: BlueskyNetwork) -> None:
        self.network = network
        self.worlds: list[BlueskyWorld] = []

    def world(self, profile: Path) -> World:
        for old in self.worlds:
            old.close()
        self.worlds = [BlueskyWorld(self.network, profile)]
        return self.worlds[0]


@contextmanager
def serve() -> Iterator[Server]:
    from tests.conftest import bluesky

    server = BlueskyServer(bluesky("bluesky"))
    yield server
    for world in server.worlds:
        world.close()
