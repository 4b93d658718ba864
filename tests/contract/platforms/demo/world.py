"""The demo network as the contract suite moves it: the shortest example of a world."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cmapp.connectors.base import Connector
from cmapp.platforms.demo import FOLDER, Demo, Network
from tests.contract.world import Server, World, converse, open_connector

OURS = ("mossfield", "mossfield_tw")
OTHERS = ("ana.lopes", "chenxi")


class DemoWorld:
    """A network of its own, with two accounts of ours and nothing said yet."""

    def __init__(self, profile: Path) -> None:
        self.profile = profile
        self.network = Network.make(profile / FOLDER, empty=True, page=5)

    def sign_in(self) -> tuple[str, Sequence[Mapping[str, str]]]:
        return "demo", [{"handle": OURS[0]}]

    def wrong_sign_in(self) -> tuple[str, Sequence[Mapping[str, str]]]:
        return "demo", [{"handle": "nobody"}]

    def ours(self, number: int = 0) -> Connector:
        grant = converse(Demo, "demo", [{"handle": OURS[number]}])
        return open_connector(Demo, grant, self.profile)

    def settle(self) -> None:
        """What is done is seen at once."""

    def mention(self, text: str, *, who: int = 0) -> str:
        return self.network.say(OTHERS[who], f"{text} @{OURS[0]}")

    def reply(self, parent: str, text: str, *, who: int = 0) -> str:
        return self.network.say(OTHERS[who], text, parent=parent)

    def message(self, text: str, *, who: int = 0) -> str:
        return self.network.say(OTHERS[who], text, to=OURS[0])

    def quote(self, post: str, text: str, *, who: int = 0) -> str:
        return self.network.say(OTHERS[who], text, quote=post)

    def like(self, post: str, *, who: int = 0) -> None:
        self.network.react(OTHERS[who], post, "like")

    def repost(self, post: str, *, who: int = 0) -> None:
        self.network.react(OTHERS[who], post, "repost")

    def follow(self, *, who: int = 0) -> None:
        self.network.follow(OTHERS[who], OURS[0])

    def edit(self, post: str, text: str) -> None:
        self.network.edit(post, text)

    def delete(self, post: str) -> None:
        self.network.delete(post)

    def lock(self, post: str) -> None:
        self.network.lock(post)

    def close_window(self, post: str) -> None:
        self.network.close_window(post)

    def replies_to(self, post: str) -> list[str]:
        return [entry.id for entry in self.network.replies_to(post)]

    def published(self) -> list[str]:
        return [entry.id for entry in self.network.posts(OURS[0]) if entry.kind == "post"]

    def text_of(self, post: str) -> str | None:
        entry = self.network.post(post)
        return None if entry.deleted_at else entry.text

    def alts_of(self, post: str) -> list[str]:
        return [one["alt"] for one in self.network.post(post).media]

    def poll_of(self, post: str) -> list[str]:
        return list((self.network.post(post).poll or {})["options"])

    def scheduled(self) -> list[str]:
        return [held.request["text"] for held in self.network.held()]

    def come_due(self, ref: str) -> None:
        self.network.hasten(ref)

    def liked(self, post: str) -> int:
        return len(self.network.post(post).likes)

    def reposted(self, post: str) -> int:
        return len(self.network.post(post).reposts)

    def muted(self, post: str) -> bool:
        return self.network.muted(OURS[0], self.network.post(post).author)

    def blocked(self, post: str) -> bool:
        return self.network.blocked(OURS[0], self.network.post(post).author)

    def hidden(self, post: str) -> bool:
        return self.network.post(post).hidden

    def reports(self) -> list[dict[str, Any]]:
        found = self.network.complaints(OURS[0])
        return [{"person": c.person, "post": c.post, "note": c.note} for c in found]

    def fault(self, kind: str, count: int = 1, *, on: str = "any", seconds: float = 0) -> None:
        self.network.fault(kind, count, on=on, seconds=seconds)

    def clear(self) -> None:
        self.network.clear_faults()

    def secrets(self) -> Sequence[str]:
        return ()


class DemoServer:
    """There is nothing to start: each world is a folder."""

    def world(self, profile: Path) -> World:
        return DemoWorld(profile)


@contextmanager
def serve() -> Iterator[Server]:
    yield DemoServer()
