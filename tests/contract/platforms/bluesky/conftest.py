"""The run's Bluesky network and people on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cmapp.platforms.bluesky import Bluesky
from tests.contract.platforms.bluesky.people import Memory, Person, sign_in
from tests.support.bluesky import BlueskyNetwork


@pytest.fixture
def join(bluesky_network: BlueskyNetwork, tmp_path: Path) -> Iterator[Callable[..., Person]]:
    """Give a new person with a connector, signed in with an app password."""
    people: list[Person] = []

    def make(*, server: str = "") -> Person:
        account = bluesky_network.create_account()
        grant = sign_in(
            server or bluesky_network.pds, account.handle, bluesky_network.app_password(account)
        )
        secrets = Memory(grant.secrets)
        profile = tmp_path / account.handle
        (profile / "media").mkdir(parents=True)
        connector = Bluesky(grant, secrets, profile=profile)
        people.append(Person(bluesky_network, account, grant, secrets, connector))
        return people[-1]

    yield make
    for person in people:
        for one in (person.connector, *person.open):
            one.close()


@pytest.fixture
def alice(join: Callable[..., Person]) -> Person:
    return join()


@pytest.fixture
def bob(join: Callable[..., Person]) -> Person:
    return join()
