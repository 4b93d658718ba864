"""One profile on a demo network of its own: the real engine, the real store, time moved by hand.

stage = Stage(folder, clock)
item = stage.asked("Is it vegan?")
row = stage.reply(item, "It is.")
stage.world.edit(stage.remote(item), "Is it vegan? And kosher?")
stage.send()
assert stage.row(row)["reason"] == "parent_edited"
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from cmapp.platforms.demo import FOLDER, Network
from cmapp.platforms.demo.state import Entry
from cmapp.services.engine import Engine
from cmapp.store import posts
from cmapp.store.migrations import migrate
from cmapp.system import clock as system_clock
from cmapp.system import network
from cmapp.system.clock import Clock
from cmapp.system.paths import Paths
from tests.support.clock import HandClock

US, COLLEAGUE = "mossfield", "mossfield_tw"
ANA, CHEN = "ana.lopes", "chenxi"


@cache
def new_database() -> bytes:
    """Return the database of a new profile; making one is most of what a stage costs."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.sqlite3"
        migrate(path)
        return path.read_bytes()


@contextmanager
def time_is(clock: HandClock) -> Iterator[HandClock]:
    """Let `clock` be the time of everything in this process, the demo network included."""
    with (
        patch.object(system_clock, "now", clock.now),
        patch.object(system_clock, "monotonic", clock.monotonic),
        patch.object(system_clock, "elapsed", clock.elapsed),
        patch.object(Clock, "wait", lambda _, event, seconds: clock.wait(event, seconds)),
    ):
        yield clock


class Stage:
    """Both brand accounts connected and read. `options` are those of the network."""

    def __init__(self, folder: Path, *, accounts: int = 2, **options: Any) -> None:
        self.paths = Paths(folder)
        folder.mkdir(parents=True, exist_ok=True)
        if not self.paths.database.exists():
            self.paths.database.write_bytes(new_database())
        self.world = Network.make(folder / FOLDER, empty=True, **options)
        self.open()
        self.accounts = [
            self.call("accounts.add", platform="demo", way="demo", answers={"handle": handle})[
                "accounts"
            ][0]["id"]
            for handle in (US, COLLEAGUE)[:accounts]
        ]

    def open(self) -> None:
        """Start the engine, as at each start of the program."""
        network.process.open()
        network.process.stop.clear()
        self.engine = Engine.open(self.paths, serve=False)

    def close(self) -> None:
        self.engine.close()
        network.process.open()

    def restart(self) -> None:
        self.close()
        self.open()

    def call(self, command: str, **args: Any) -> dict[str, Any]:
        return self.engine.call(command, **args)

    def asked(self, text: str, *, who: str = ANA, parent: str | None = None) -> str:
        """Let somebody comment on a post of ours (or on `parent`), read it, return its item id."""
        above = parent or self.world.say(US, "Something new today.")
        remote = self.world.say(who, text, parent=above)
        self.call("sync")
        return self.item(remote)

    def item(self, remote: str) -> str:
        """Return the inbox item that consists of a post."""
        for item in self.call("inbox.list", state="all", limit=1000)["items"]:
            if self.remote(item["id"]) == remote:
                return str(item["id"])
        raise KeyError(remote)

    def remote(self, item: str) -> str:
        """Return the network's own id of the post that an item consists of."""

        def look(db: Any) -> str:
            found = db.execute("SELECT post_id FROM interactions WHERE id = ?", (int(item),))
            post = posts.by_id(db, found.fetchone()[0])
            assert post is not None
            return post.remote_id

        return self.engine.desk.store.read(look)

    def reply(self, item: str, text: str, **more: Any) -> str:
        """Queue an answer; return its row."""
        return str(self.call("reply", item=item, text=text, **more)["outbox"]["id"])

    def send(self, **more: Any) -> dict[str, Any]:
        """Land once."""
        return self.call("outbox.send", **more)

    def row(self, row: str) -> dict[str, Any]:
        return next(r for r in self.call("outbox.list")["rows"] if r["id"] == row)

    def state(self, row: str) -> str:
        return str(self.row(row)["state"])

    def drafts(self) -> list[str]:
        return [d["text"] for d in self.call("drafts.list")["drafts"]]

    def said(self, text: str) -> list[Entry]:
        """Return every post on the network with this text, deleted ones apart."""
        return [e for e in self.world.posts() if e.text == text]
