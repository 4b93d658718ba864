from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.clock import HandClock
from tests.support.stage import Stage, time_is


@pytest.fixture
def clock() -> Iterator[HandClock]:
    """Time for everything in this test: it moves when somebody waits, or by `move`."""
    with time_is(HandClock(runs=True)) as clock:
        yield clock


@pytest.fixture
def make_stage(tmp_path: Path, clock: HandClock) -> Iterator[Callable[..., Stage]]:
    made: list[Stage] = []

    def make(**options: Any) -> Stage:
        made.append(Stage(tmp_path / f"profile{len(made)}", **options))
        return made[-1]

    yield make
    for stage in made:
        stage.close()


@pytest.fixture
def stage(make_stage: Callable[..., Stage]) -> Stage:
    return make_stage()
