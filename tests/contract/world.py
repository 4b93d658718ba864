"""What a platform brings so that the one contract suite can be run on it.

For each platform there is `tests/contract/platforms/<id>/world.py` with one function:

    def serve() -> AbstractContextManager[Server]

It starts the real server (or reaches the one that this test run shares), is entered once per test
session, and hands out a fresh `World` per test: accounts of its own, so that no test sees another's
posts. `tests/contract/platforms/demo/world.py` is a whole example in some hundred lines.

What a platform cannot show is not left out of its World: the rule stands in its `quality.toml` as
`exempt` or `todo` with the reason, the suite skips it and prints that reason. A World method that
only such rules use may `raise NotImplementedError`.

Who uses what:  `test_connector.py` calls everything through `Connector` (that is what is on trial)
and uses the World only to move the other people, to make faults, and to look at the truth on the
server *by another way than the connector* (the platform's own API as another account, an SDK of
the server, its database).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from cmapp.connectors.base import Connector, Grant


class World(Protocol):
    """One server as one test sees it: two accounts of ours, and the other people.

    Ids are remote ids as the connector's records give them. Every doing returns when it is done;
    whether it can be *seen* yet is what `settle` is for.
    """

    def sign_in(self) -> tuple[str, Sequence[Mapping[str, str]]]:
        """Return a way of `spec.signin_ways`, and the answers to its steps, in order.

        The first account of ours signs in by them.
        """

    def wrong_sign_in(self) -> tuple[str, Sequence[Mapping[str, str]]]:
        """Return the same, with something wrong in the last answer (a bad password, handle)."""

    def ours(self, number: int = 0) -> Connector:
        """Return a fresh connector of an account of ours: 0, or 1 for a colleague.

        Signed in, its secrets in memory, its profile folder the test's own, and its traffic
        where `fault` can reach it.
        """

    def settle(self) -> None:
        """Return when all that was done can be seen by every read (an index has caught up)."""

    # The other people. `who` is one of two: 0 or 1.

    def mention(self, text: str, *, who: int = 0) -> str:
        """Let somebody post a text that names our first account (append its handle)."""

    def reply(self, parent: str, text: str, *, who: int = 0) -> str:
        """Let somebody answer a post, in public."""

    def message(self, text: str, *, who: int = 0) -> str:
        """Let somebody write to our first account in private."""

    def quote(self, post: str, text: str, *, who: int = 0) -> str:
        """Let somebody quote a post."""

    def like(self, post: str, *, who: int = 0) -> None:
        """Let somebody favourite a post."""

    def repost(self, post: str, *, who: int = 0) -> None:
        """Let somebody boost a post."""

    def follow(self, *, who: int = 0) -> None:
        """Let somebody follow our first account."""

    def edit(self, post: str, text: str) -> None:
        """Let the author (one of the other people) change a post."""

    def delete(self, post: str) -> None:
        """Let the author (one of the other people) take a post down."""

    def lock(self, post: str) -> None:
        """Let the thread's author forbid us to answer."""

    def close_window(self, post: str) -> None:
        """Let the platform's reply window of the thread end now."""

    # The truth on the server.

    def replies_to(self, post: str) -> list[str]:
        """Return the ids of what answers a post directly, whoever wrote it."""

    def published(self) -> list[str]:
        """Return the ids of the public posts of our first account, answers apart."""

    def text_of(self, post: str) -> str | None:
        """Return a post's plain text, or None where it is not there."""

    def alts_of(self, post: str) -> list[str]:
        """Return what is said to stand on the pictures of a post, in their order."""

    def poll_of(self, post: str) -> list[str]:
        """Return the options of a post's poll."""

    def scheduled(self) -> list[str]:
        """Return the texts of what the platform's scheduler holds of our first account."""

    def come_due(self, ref: str) -> None:
        """Let the time come of what the scheduler has under `ref`."""

    def liked(self, post: str) -> int:
        """Return how many likes a post has."""

    def reposted(self, post: str) -> int:
        """Return how many boosts a post has."""

    def muted(self, post: str) -> bool:
        """Tell whether our first account has muted a post's author."""

    def blocked(self, post: str) -> bool:
        """Tell whether our first account has blocked a post's author."""

    def hidden(self, post: str) -> bool:
        """Tell whether an answer is hidden in its thread."""

    def reports(self) -> list[dict[str, Any]]:
        """Return what our first account reported, oldest first: {person, post or None, note}."""

    # What goes wrong on the way between our connectors and the server.

    def fault(self, kind: str, count: int = 1, *, on: str = "any", seconds: float = 0) -> None:
        """Let the next `count` requests that fit go wrong. `on`: `any`, `read` or `write`.

        Kinds: `offline` (nothing leaves this machine: refused connection), `drop_before` (cut
        before the server has it), `apply_drop` (the server does it, the answer is lost),
        `apply_error` (does it, 500), `server_error` (500, nothing done), `throttle` (429 with
        `seconds` as Retry-After, 0: without), `garbled` (200 with an HTML page; a write may have
        been done), `refuse` (422), `sign_in` (401; the token stays dead until `clear`).
        """

    def clear(self) -> None:
        """Let everything go well from now on."""

    def secrets(self) -> Sequence[str]:
        """Return the secret values that `ours` speaks with; none may show in a log."""


class Server(Protocol):
    """A running server, shared by the tests of a session."""

    def world(self, profile: Path) -> World:
        """Return a world with fresh accounts; `profile` is the test's profile folder."""


class MemorySecrets:
    """Secrets of one account, for `Connector(grant, secrets, …)`."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self.values = dict(values)

    def get(self, name: str) -> str | None:
        """Return the secret, or None where there is none."""
        return self.values.get(name)

    def put(self, **renewed: str) -> None:
        """Keep renewed secrets."""
        self.values |= renewed


def converse(
    connector: type[Connector], way: str, answers: Sequence[Mapping[str, str]]
) -> Grant | Any:
    """Answer the steps of a sign-in; return its grant, or the step that no answer was left for."""
    talk = connector.sign_in(way)
    step: Any = next(talk)
    try:
        for answer in answers:
            step = talk.send(answer)
    except StopIteration as end:
        return end.value
    talk.close()
    return step


def open_connector(connector: type[Connector], grant: Grant, profile: Path) -> Connector:
    """Return a connector as the program makes it: the grant without its secrets, and those."""
    bare = dataclasses.replace(grant, secrets={})
    return connector(bare, MemorySecrets(grant.secrets), profile=profile)


Serve = AbstractContextManager[Server]
