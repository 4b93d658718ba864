"""One window per profile, also when two are started at the same moment."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cmapp.system.paths import Paths
from cmapp.ui.instance import OneInstance


def test_a_second_start_raises_the_first(qtbot: Any, tmp_path: Path) -> None:
    first, second = OneInstance(Paths(tmp_path)), OneInstance(Paths(tmp_path))
    assert not first.other_is_raised()
    qtbot.waitUntil(lambda: first._server is not None)
    with qtbot.waitSignal(first.asked):
        assert second.other_is_raised()


def test_of_two_that_start_at_once_one_stays(qtbot: Any, tmp_path: Path) -> None:
    both = [OneInstance(Paths(tmp_path)), OneInstance(Paths(tmp_path))]
    left: list[int] = []
    for number, one in enumerate(both):
        one.other_came_first.connect(lambda n=number: left.append(n))
    assert not any(one.other_is_raised() for one in both)
    with qtbot.waitSignal(both[0].asked):
        qtbot.waitUntil(lambda: bool(left))
    assert left == [1]


def test_what_a_killed_window_left_stops_nobody(qtbot: Any, tmp_path: Path) -> None:
    killed = OneInstance(Paths(tmp_path))
    assert not killed.other_is_raised()
    qtbot.waitUntil(lambda: killed._server is not None)
    place = Path(killed._server.fullServerName())
    killed._server.close()
    place.touch()
    after = OneInstance(Paths(tmp_path))
    assert not after.other_is_raised()
    qtbot.waitUntil(lambda: after._server is not None)
    with qtbot.waitSignal(after.asked):
        assert OneInstance(Paths(tmp_path)).other_is_raised()


@pytest.fixture(autouse=True)
def _app(qapp: Any) -> Any:
    return qapp
