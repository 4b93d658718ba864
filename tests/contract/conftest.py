"""One server per platform and session, one world per test; what a platform excuses is skipped."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from tests.contract import quality
from tests.contract.world import Server, World


@pytest.fixture(scope="session", params=quality.with_world())
def platform(request: pytest.FixtureRequest) -> str:
    """Name the platform on trial."""
    return str(request.param)


@pytest.fixture(scope="session")
def server(platform: str) -> Iterator[Server]:
    """Run the platform's server for as long as its tests last."""
    module = import_module(f"tests.contract.platforms.{platform}.world")
    with module.serve() as running:
        yield running


@pytest.fixture
def asked(request: pytest.FixtureRequest, platform: str) -> str:
    """Skip a rule that the platform is excused from, with its reason; return the platform."""
    rule = request.node.originalname.removeprefix("test_")
    why = quality.read(platform).why_not(rule)
    if why:
        pytest.skip(f"{platform}: {why}")
    return platform


@pytest.fixture
def world(asked: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """Give the test a world of its own."""
    server: Server = request.getfixturevalue("server")
    made = server.world(tmp_path)
    yield made
    made.clear()
