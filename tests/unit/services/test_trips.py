"""Before a flight: what becomes of planned posts meanwhile. After it: what became of them.

Requirements: N1, N5.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cmapp.services import fate
from tests.support.clock import HandClock
from tests.support.stage import Stage

HOUR = 3_600_000


def plan(stage: Stage, text: str, hours: float, account: int = 0) -> str:
    at = stage.engine.desk.now() + int(hours * HOUR)
    made = stage.call("post", account=stage.accounts[account], text=text, at=at)
    return str(made["outbox"]["id"])


def look(stage: Stage, hours: float) -> dict[str, Any]:
    until = stage.engine.desk.now() + int(hours * HOUR)
    found: dict[str, Any] = stage.call("flight.check", until=until)["posts"]
    return found


def test_what_needs_this_laptop_is_told_from_what_leaves_by_itself(
    make_stage: Callable[..., Stage], clock: HandClock
) -> None:
    stage = make_stage(scheduler="none")
    plan(stage, "at noon", 2)
    plan(stage, "just before landing", 9.5)
    plan(stage, "after it", 12)
    stage.call("accounts.pause", id=stage.accounts[1])
    plan(stage, "rests", 3, account=1)
    found = look(stage, 10)
    told = {one["text"]: one["becomes"] for one in found["first"]}
    assert told == {"at noon": "asked", "just before landing": "on_landing", "rests": "stays"}
    assert [one["becomes"] for one in found["first"]] == ["stays", "asked", "on_landing"]
    assert (found["asked"], found["on_landing"], found["stays"], found["goes_out"]) == (1, 1, 1, 0)
    ours = {one.pop("id"): one for one in found["accounts"]}
    assert ours[stage.accounts[0]]["asked"] == 1 and ours[stage.accounts[1]]["stays"] == 1


def test_what_a_server_holds_goes_out_and_what_it_could_hold_is_told(
    make_stage: Callable[..., Stage], clock: HandClock
) -> None:
    stage = make_stage()
    held = plan(stage, "held there", 3)
    stage.send()
    assert stage.state(held) == "scheduled"
    plan(stage, "not handed over yet", 4)
    found = look(stage, 10)
    assert {one["text"]: one["becomes"] for one in found["first"]} == {
        "held there": "goes_out",
        "not handed over yet": "hand_over",
    }
    stage.call("flight.start")
    assert look(stage, 10)["asked"] == 1  # in the air nothing is handed over any more


@pytest.mark.parametrize("scheduler", ["none", "honoured"])
def test_the_landing_tells_what_became_of_each(
    make_stage: Callable[..., Stage], clock: HandClock, scheduler: str
) -> None:
    stage = make_stage(scheduler=scheduler)
    rows = [plan(stage, "long past", 2), plan(stage, "just past", 9.5), plan(stage, "later", 20)]
    if scheduler == "honoured":
        stage.send()
    told = {one["row"]: one["becomes"] for one in look(stage, 10)["first"]}
    stage.call("flight.start")
    clock.sleep(10 * 3600)
    report = stage.call("flight.end")
    became = {one["row"]: (one["state"], one["by_server"]) for one in report["planned"]}
    assert set(became) == set(rows[:2])
    if scheduler == "none":
        assert told == {rows[0]: "asked", rows[1]: "on_landing"}
        assert became == {rows[0]: ("review", False), rows[1]: ("sent", False)}
    else:
        assert set(told.values()) == {"goes_out"}
        assert set(became.values()) == {("sent", True)}
        assert {one["id"] for one in report["sent"]} == set(rows[:2])  # the window shows these
    assert stage.call("flight.report")["planned"] == report["planned"]


def test_a_row_of_the_outbox_says_what_becomes_of_it(
    make_stage: Callable[..., Stage], clock: HandClock
) -> None:
    stage = make_stage(scheduler="none")
    row = plan(stage, "at noon", 2)
    assert stage.row(row)["fate"]["what"] == "local"
    stage.call("outbox.pause")
    told = stage.row(row)["fate"]
    assert (told["what"], told["facts"]["then"]) == ("paused", "local")
    now = stage.call("post", account=stage.accounts[0], text="not planned")["outbox"]["id"]
    assert stage.row(now)["fate"] is None


def test_a_later_part_of_a_thread_has_the_fate_of_what_it_waits_for(
    make_stage: Callable[..., Stage], clock: HandClock
) -> None:
    stage = make_stage()
    draft = stage.call(
        "drafts.save", text="one\n---\ntwo", account=stage.accounts[0], options={"split": True}
    )["drafts"][0]["id"]
    stage.call("plan.set", draft=draft, at="2026-01-02T09:00", zone="UTC")
    assert [one["what"] for one in stage.call("plan.fate", ids=[draft])["fates"]] == ["local"] * 2
    clock.sleep(2 * 24 * 3600)
    stage.send()
    told = stage.call("plan.fate", ids=[draft])["fates"]
    assert [one["what"] for one in told] == ["asks_when_late"] * 2


def test_many_are_told_of_in_as_many_questions_as_few(
    make_stage: Callable[..., Stage], clock: HandClock
) -> None:
    stage = make_stage()
    desk = stage.engine.desk

    def questions() -> tuple[int, int]:
        asked: list[str] = []

        def look(db: Any) -> int:
            db.set_trace_callback(asked.append)
            try:
                return len(fate.between(desk, db, 0, 1 << 60))
            finally:
                db.set_trace_callback(None)

        return desk.store.read(look), len([one for one in asked if "SELECT" in one])

    plan(stage, "first", 1)
    few = questions()
    for n in range(60):
        plan(stage, f"post {n}", 2 + n)
    many = questions()
    assert (few[0], many[0]) == (1, 61) and few[1] == many[1] < 8
