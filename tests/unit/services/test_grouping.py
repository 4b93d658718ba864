"""What says nearly the same is one group, whatever came when (IN-14)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cmapp.services import grouping
from tests.support.clock import HandClock
from tests.support.stage import ANA, CHEN, Stage

LATE = "Where is my parcel? Order 20471 was due on Monday and nobody answers."


def leaders(stage: Stage) -> dict[str, int | None]:
    return stage.engine.desk.store.read(
        lambda db: {str(r[0]): r[1] for r in db.execute("SELECT id, alike FROM interactions")}
    )


def near(stage: Stage) -> list[dict[str, Any]]:
    return list(stage.call("inbox.groups")["alike"])


@pytest.fixture
def asked(stage: Stage, clock: HandClock) -> Callable[..., str]:
    """Let somebody ask, each a minute after the other."""

    def ask(text: str, *, who: str) -> str:
        clock.move(60)
        return stage.asked(text, who=who)

    return ask


def test_near_duplicates_are_one_group_and_late_comers_join_it(
    stage: Stage, asked: Callable[..., str]
) -> None:
    first = asked(LATE, who=ANA)
    second = asked(LATE.replace("20471", "991").upper(), who=CHEN)
    other = asked("Do you ship to Ireland?", who=CHEN)
    [group] = near(stage)
    assert (group["id"], group["count"], group["text"]) == (first, 2, LATE)
    assert group["items"] == [second, first]
    assert leaders(stage)[other] == int(other)
    third = asked(LATE.replace("Monday", "Tuesday"), who=ANA)
    assert near(stage)[0]["items"] == [third, second, first]
    # and all of a group can be decided on at once
    stage.call("inbox.set_state", state="done", group=group["group"])
    assert near(stage) == []


def test_a_restart_forgets_no_group(stage: Stage, asked: Callable[..., str]) -> None:
    first = asked("请问周末几点开门？", who=ANA)
    assert near(stage) == []
    stage.restart()
    grouping._kept.clear()
    second = asked("請問週末幾點開門", who=CHEN)
    assert near(stage)[0]["items"] == [second, first]


def test_nothing_new_is_no_work_and_pictures_alone_stay_alone(
    stage: Stage, asked: Callable[..., str]
) -> None:
    one, other = asked(" ", who=ANA), asked("…", who=CHEN)
    assert near(stage) == []
    assert leaders(stage)[one] == int(one)
    assert leaders(stage)[other] == int(other)
    assert grouping.keep_up(stage.engine.desk) == 0
