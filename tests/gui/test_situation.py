"""What is said to wait: what would leave now; a planned post is no reply that waits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cmapp.domain.actions import Publish
from cmapp.store import outbox
from cmapp.ui import text
from cmapp.ui.reader import StoreDesk
from cmapp.ui.row import Situation
from cmapp.ui.widgets.topbar import TopBar
from tests.bench.plans import DAY
from tests.support.stage import Stage


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path / "profile", accounts=1)
    yield made
    made.close()


def test_a_plan_that_lies_ahead_does_not_wait_for_the_network(qtbot: Any, stage: Stage) -> None:
    store, now = stage.engine.desk.store, text.now()

    def go(tx: Any) -> None:
        for at in (None, now - 60_000, now + DAY, now + 2 * DAY):
            outbox.add(tx, stage.accounts[0], Publish(text="x"), now=now, planned_at=at)

    stage.call("flight.start")  # nothing leaves meanwhile
    store.write(go)
    reader = StoreDesk(stage.paths, lambda: stage.engine.desk.settings)
    here = reader.situation()
    reader.close()
    assert (here.waiting, here.ahead) == (2, 2)
    assert here.flight_since is not None
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.show_situation(here)
    assert bar.badge.text().endswith("2 waiting"), "posts wait too: they are not called replies"
    bar.show_situation(Situation(flight_since=now, ahead=2))
    assert "waiting" not in bar.badge.text()
