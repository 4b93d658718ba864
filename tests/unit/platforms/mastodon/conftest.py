"""A scripted server for each test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.unit.platforms.mastodon.scripted import Script, serving


@pytest.fixture
def script() -> Iterator[Script]:
    with serving() as served:
        yield served
