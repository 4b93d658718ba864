"""One account on one real server, seen through the commands: what a person's trip is made of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cmapp.connectors.base import Connector
from cmapp.domain.actions import Reply, Target
from cmapp.domain.records import Post
from cmapp.domain.streams import Stream
from cmapp.services.engine import Engine
from cmapp.system.clock import now
from cmapp.system.paths import profile
from tests.contract.world import World


class Trip:
    """The engine of a profile with the world's first account connected and nothing read yet."""

    def __init__(self, platform: str, world: World, folder: Path) -> None:
        self.platform = platform
        self.world = world
        self.engine = Engine.open(profile(folder), serve=False)
        way, answers = world.sign_in()
        given: dict[str, str] = {}
        for one in answers:
            given |= one
        found = self.call("accounts.add", platform=platform, way=way, answers=given)
        self.account = found["accounts"][0]["id"]

    def call(self, command: str, **args: Any) -> dict[str, Any]:
        return self.engine.call(command, **args)

    def read(self) -> None:
        self.world.settle()
        found = self.call("sync")["accounts"]
        assert [a["error"] for a in found] == [None], found

    def items(self, state: str = "all") -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.call("inbox.list", state=state, limit=1000)["items"]
        return found

    def asked(self, text: str = "这个还有货吗？ Is it in stock?") -> tuple[str, str]:
        """Let somebody name us and read it; returns the post's remote id and the item's id."""
        post = self.world.mention(text)
        self.read()
        (item,) = [i for i in self.items() if text in i["text"]]
        return post, item["id"]

    def queue(self, item: str, text: str, **more: Any) -> str:
        """Queue an answer; returns the row's id."""
        row: str = self.call("reply", item=item, text=text, **more)["outbox"]["id"]
        return row

    def row(self, row: str) -> dict[str, Any]:
        (found,) = [r for r in self.call("outbox.list")["rows"] if r["id"] == row]
        return found

    def land(self, wait: float = 0) -> dict[str, Any]:
        self.world.settle()
        return self.call("outbox.send", wait=wait)

    def elsewhere(self, number: int, post: str, text: str) -> str:
        """Let an account of ours (0: the connected one, from its phone) answer outside cmapp."""
        link = self.world.ours(number)
        sent = link.perform(Reply(_target(link, post), text, made_at=now()), f"elsewhere-{text}")
        self.world.settle()
        return sent.remote_id

    def close(self) -> None:
        self.engine.close()
        self.world.clear()


def _target(link: Connector, post: str) -> Target:
    """Aim at a post as the composer does: with what its thread says of it."""
    shown = {
        r.remote_id: r
        for page in link.pull(Stream.THREAD, scope=post)
        for r in page.records
        if isinstance(r, Post)
    }
    aim = shown[post]
    root = shown.get(aim.root or post, aim)
    return Target(
        remote_id=post,
        author=aim.author.remote_id,
        handle=aim.author.handle,
        visibility=aim.visibility,
        facts=aim.facts,
        root=root.remote_id,
        root_facts=root.facts,
    )
