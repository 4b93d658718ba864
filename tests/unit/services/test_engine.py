"""The engine's own round: when it waits, and when it ends."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from cmapp.services.engine import Engine
from tests.support.clock import HandClock
from tests.support.stage import Stage, time_is


def test_who_quits_at_the_worst_moment_does_not_wait_for_the_next_beat(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The word to quit was wiped out between the look whether to go on and the wait."""
    with time_is(HandClock(runs=True)) as clock:
        stage = Stage(tmp_path, accounts=1)
        clear = stage.engine._wake.clear

        def meanwhile() -> None:
            other = threading.Thread(target=stage.engine.call, args=("engine.quit",))
            other.start()
            other.join()
            clear()

        monkeypatch.setattr(stage.engine._wake, "clear", meanwhile)
        clock.waits.clear()
        stage.engine.run()
        assert clock.waits == []
        stage.close()


def test_an_engine_that_is_closed_leaves_no_thread_behind(tmp_path: Path) -> None:
    stage = Stage(tmp_path, accounts=1)
    stage.close()
    before = set(threading.enumerate())
    engine = Engine.open(stage.paths, offline=True)
    engine.close()
    left = [thread for thread in set(threading.enumerate()) - before if thread.name == "door"]
    for thread in left:
        thread.join(60)
    assert not any(thread.is_alive() for thread in left)
