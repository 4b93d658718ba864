"""The worlds of the contract suite, with a whole engine of ours in them."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from cmapp.connectors.registry import connector_class
from tests.contract import quality
from tests.contract.world import Server
from tests.e2e.trip import Trip


def with_network() -> list[str]:
    """Return the platforms with a world on which something can be answered: not the notebook."""
    absent = {p: connector_class(p).spec.absent.get("reply") for p in quality.with_world()}
    return [p for p, why in absent.items() if why != "not_offered"]


@pytest.fixture(scope="session", params=with_network())
def platform(request: pytest.FixtureRequest) -> str:
    """Name the platform that the trip is made on."""
    return str(request.param)


@pytest.fixture(scope="session")
def server(platform: str) -> Iterator[Server]:
    """Run the platform's server for as long as the trips last."""
    module = import_module(f"tests.contract.platforms.{platform}.world")
    with module.serve() as running:
        yield running


@pytest.fixture
def trip(platform: str, server: Server, tmp_path: Path) -> Iterator[Trip]:
    """Connect one account on that server, in a profile of its own."""
    made = Trip(platform, server.world(tmp_path), tmp_path)
    yield made
    made.close()
