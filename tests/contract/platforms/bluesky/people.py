"""People on the test network, their connectors, and the deeds that tests have them do."""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass, field
from typing import Any

from cmapp.connectors.base import Grant, Json, Pending, Sent
from cmapp.domain.actions import Action, Target
from cmapp.domain.records import Post, Record
from cmapp.domain.streams import Stream
from cmapp.platforms.bluesky import Bluesky
from tests.support.bluesky import BlueskyAccount, BlueskyNetwork

_keys = itertools.count(1)


class Memory(dict[str, str]):
    """Secrets that note in which order they were kept."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.kept: list[str] = []

    def put(self, **renewed: str) -> None:
        self.kept.append("+".join(sorted(renewed)))
        self.update(renewed)


@dataclass
class Person:
    """Somebody on the network, with the connector that a desk of ours would have."""

    network: BlueskyNetwork
    account: BlueskyAccount
    grant: Grant
    secrets: Memory
    connector: Bluesky
    open: list[Bluesky] = field(default_factory=list)

    def pull(self, stream: Stream, *, scope: str = "", cursor: Json = None) -> list[Record]:
        pages = self.connector.pull(stream, scope=scope, cursor=cursor)
        return [record for page in pages for record in page.records]

    def do(self, action: Action, key: str = "", progress: Json = None) -> Sent:
        """Perform to the end, as the outbox would: one step, then the next with its progress."""
        key = key or new_key()
        for _ in range(20):
            outcome = self.connector.perform(action, key, progress)
            if isinstance(outcome, Sent):
                return outcome
            assert isinstance(outcome, Pending)
            progress = outcome.progress
        raise AssertionError("no end")

    def again(self, **secrets: str) -> Bluesky:
        """Another connector of the same account, as after a restart."""
        made = Bluesky(self.grant, Memory(secrets or self.secrets), profile=self.connector.profile)
        self.open.append(made)
        return made

    def posts(self) -> list[dict[str, Any]]:
        """What lies in the account's repository: the truth about what was sent."""
        found = self.network.call(
            "com.atproto.repo.listRecords",
            self.account,
            repo=self.account.did,
            collection="app.bsky.feed.post",
            limit=100,
        )
        return list(found["records"])


def new_key() -> str:
    return f"key-{time.time_ns()}-{next(_keys)}"


def now() -> int:
    return time.time_ns() // 1_000_000


def target(post: Post, root: Post | None = None) -> Target:
    return Target(
        post.remote_id,
        author=post.author.remote_id,
        handle=post.author.handle,
        facts=post.facts,
        root=post.root,
        root_facts=root.facts if root else {},
    )


def sign_in(server: str, handle: str, password: str) -> Grant:
    steps = Bluesky.sign_in("app_password")
    next(steps)
    try:
        steps.send({"server": server, "handle": handle, "password": password})
    except StopIteration as end:
        grant: Grant = end.value
        return grant
    raise AssertionError("a second question")
