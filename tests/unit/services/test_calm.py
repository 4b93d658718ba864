"""A heated thread holds an answer of the window back longer; nothing else does (IN-08)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tests.support.stage import CHEN, Stage


def held(stage: Stage, item: str, **more: Any) -> dict[str, Any]:
    found: dict[str, Any] = stage.call("reply", item=item, text="Hello.", **more)["held"]
    return found


def test_an_answer_to_a_complaint_waits_a_minute(stage: Stage) -> None:
    item = stage.asked("Broken again, this is the worst shop ever. I want my money back!")
    assert held(stage, item, undo_delay=True) == {"seconds": 60, "heated": True}
    (row,) = stage.call("outbox.list")["rows"]
    made, leaves = (datetime.fromisoformat(row[name]) for name in ("made_at", "not_before"))
    assert 59 <= (leaves - made).total_seconds() <= 61


def test_a_friendly_question_waits_as_ever(stage: Stage) -> None:
    assert held(stage, stage.asked("Is it vegan?"), undo_delay=True) == {
        "seconds": 10,
        "heated": False,
    }


def test_a_question_among_complaints_is_in_a_heated_thread(stage: Stage) -> None:
    first = stage.asked("太差了，退货！垃圾")
    top = stage.world.posts()[-1].parent
    stage.asked("骗子，再也不买了", who=CHEN, parent=top)
    item = stage.asked("Is it vegan?", who="luis", parent=top)
    assert first and held(stage, item, undo_delay=True)["heated"]


def test_scripts_and_those_who_want_none_are_not_held(stage: Stage) -> None:
    item = stage.asked("Broken again, this is the worst shop ever. I want my money back!")
    assert held(stage, item) == {"seconds": 0, "heated": False}
    stage.call("outbox.cancel", id=stage.call("outbox.list")["rows"][0]["id"])
    stage.call("settings.set", calm_seconds=0)
    assert held(stage, item, undo_delay=True) == {"seconds": 10, "heated": False}


def test_what_is_snoozed_and_answered_elsewhere_does_not_wake(stage: Stage) -> None:
    item = stage.asked("Is it vegan?")
    stage.call("inbox.snooze", items=[item], until="tomorrow")
    stage.world.say("mossfield", "It is.", parent=stage.remote(item))
    stage.call("sync")
    found = stage.call("inbox.list", state="all", limit=100)["items"]
    one = next(i for i in found if i["id"] == item)
    assert (one["state"], one["wake_at"]) == ("done", None)
