"""The notebook as the contract suite meets it: what moves other people is excused there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from cmapp.connectors.base import Connector
from cmapp.platforms.byhand import ByHand
from tests.contract.world import converse, open_connector


class ByHandWorld:
    """There is nothing behind it."""

    def __init__(self, profile: Path) -> None:
        self.profile = profile

    def sign_in(self) -> tuple[str, Sequence[Mapping[str, str]]]:
        return "byhand", [{"channel": "phone"}]

    def wrong_sign_in(self) -> tuple[str, Sequence[Mapping[str, str]]]:
        return "byhand", [{"channel": "telegraph"}]

    def ours(self, number: int = 0) -> Connector:
        return open_connector(ByHand, converse(ByHand, *self.sign_in()), self.profile)

    def clear(self) -> None:
        """Nothing went wrong."""


class ByHandServer:
    def world(self, profile: Path) -> ByHandWorld:
        return ByHandWorld(profile)


@contextmanager
def serve() -> Iterator[ByHandServer]:
    yield ByHandServer()
