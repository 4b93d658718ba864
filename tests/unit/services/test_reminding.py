"""A task says when it is time to look back: once a week or month, and only where one asked.

Requirements: EX-09.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cmapp.services import reminding
from tests.support.clock import HandClock
from tests.support.stage import Stage

DAY = 86_400


def titles(stage: Stage) -> list[str]:
    return [t["title"] for t in stage.call("tasks.list")["tasks"]]


def keep_up(stage: Stage) -> bool:
    return reminding.keep_up(stage.engine.desk)


def test_nobody_is_reminded_who_did_not_ask(stage: Stage, clock: HandClock) -> None:
    for _ in range(3):
        assert not keep_up(stage)
        clock.move(7 * DAY)
    assert titles(stage) == []


@pytest.mark.parametrize(("every", "days", "title"), [
    ("weekly", 7, "每周回顾"), ("monthly", 31, "每月回顾"),
])  # fmt: skip
def test_one_task_a_week_or_month_and_none_twice(
    stage: Stage, clock: HandClock, every: str, days: int, title: str
) -> None:
    stage.call("settings.set", review_every=every, language="zh_CN")
    assert not keep_up(stage) and not keep_up(stage)  # it begins with the next
    clock.move(days * DAY)
    assert keep_up(stage) and not keep_up(stage)
    [told] = titles(stage)
    assert told.startswith(title)
    stage.call("tasks.delete", tasks=[stage.call("tasks.list")["tasks"][0]["id"]])
    stage.restart()
    assert not keep_up(stage) and titles(stage) == []
    clock.move(days * DAY)
    assert keep_up(stage)
    [task] = stage.call("tasks.list")["tasks"]
    due = datetime.fromisoformat(task["due_at"].replace("Z", "+00:00")).timestamp() * 1000
    assert stage.engine.desk.now() <= due < stage.engine.desk.now() + DAY * 1000


def test_switched_off_and_on_again_it_begins_anew(stage: Stage, clock: HandClock) -> None:
    stage.call("settings.set", review_every="weekly")
    keep_up(stage)
    stage.call("settings.set", review_every="never")
    clock.move(14 * DAY)
    assert not keep_up(stage)
    stage.call("settings.set", review_every="weekly")
    assert not keep_up(stage) and titles(stage) == []


def test_the_week_before_is_named() -> None:
    monday = datetime(2026, 1, 5, tzinfo=UTC).date()
    assert reminding._named(monday, "weekly") == "2026-W01"
    assert reminding._named(datetime(2026, 1, 1, tzinfo=UTC).date(), "monthly") == "2025-12"
