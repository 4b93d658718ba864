"""Goals: refused without metric and number, told by a formula, judged after 48 hours (EX-01)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from cmapp.domain.errors import Missing, Rejected
from cmapp.services import reminding
from cmapp.store import measures, watched
from cmapp.store.measures import Measure
from tests.support.clock import HandClock
from tests.support.stage import Stage

DAY = 86_400_000


def undo(stage: Stage, answer: dict[str, Any]) -> None:
    stage.call(answer["undo"]["command"], **answer["undo"]["args"])


def day(clock: HandClock, ahead: int) -> str:
    return (datetime.fromtimestamp(clock.now() / 1000, UTC) + timedelta(ahead)).date().isoformat()


def save(stage: Stage, clock: HandClock, **given: Any) -> dict[str, Any]:
    usual = {"metric": "interactions", "target": 8, "last_day": day(clock, 6), "zone": "UTC"}
    return stage.call("goals.save", **(usual | given))


def one(stage: Stage) -> dict[str, Any]:
    (found,) = stage.call("goals.list")["goals"]
    return dict(found)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"metric": None}, "no_metric"),
        ({"metric": ""}, "no_metric"),
        ({"target": None}, "no_number"),
        ({"target": "many"}, "no_number"),
        ({"target": "nan"}, "no_number"),
        ({"last_day": None}, "no_day"),
        ({"last_day": "2026-13-01"}, "bad_value"),
        ({"metric": "centrality_pagerank"}, "bad_value"),
        ({"direction": "sideways"}, "bad_value"),
        ({"start": 8}, "bad_value"),
        ({"fail_at": 9}, "bad_value"),
        ({"first_day": "2099-01-01"}, "bad_value"),
    ],
)
def test_a_goal_that_nobody_could_judge_is_refused(
    stage: Stage, clock: HandClock, given: dict[str, Any], why: str
) -> None:
    with pytest.raises(Rejected) as no:
        save(stage, clock, **given)
    assert no.value.why == why and stage.call("goals.list")["goals"] == []


def test_what_is_not_there_is_named(stage: Stage, clock: HandClock) -> None:
    for given in ({"metric": "happiness"}, {"accounts": ["nobody"]}, {"id": "7"}):
        with pytest.raises(Missing):
            save(stage, clock, **given)


def test_progress_is_the_formula_that_is_shown(stage: Stage, clock: HandClock) -> None:
    save(stage, clock)
    for n in range(2):
        stage.asked(f"Question {n}?")
    counted = stage.engine.desk.store.read(
        lambda db: db.execute("SELECT count(*) FROM interactions").fetchone()[0]
    )
    found = one(stage)
    assert found["value"] == counted and found["progress"] == pytest.approx(counted / 8)
    assert found["formula"]["code"] == "goals.formula.up"
    stage.call("goals.save", id=found["id"], start=-2)
    found = one(stage)
    assert found["progress"] == pytest.approx((counted + 2) / 10)
    assert found["formula"]["facts"] == {"value": str(counted), "start": "-2", "target": "8"}


def test_unknown_so_far_is_not_nought(stage: Stage, clock: HandClock) -> None:
    save(stage, clock, metric="roi", target="20%")
    found = one(stage)
    assert found["target"] == pytest.approx(0.2)
    assert found["value"] is None and found["progress"] is None and found["why"] == "no_data"


def test_less_can_be_better(stage: Stage, clock: HandClock) -> None:
    save(stage, clock, metric="spend", target=100)
    stage.call("costs.save", amount=400, currency="EUR", first_day=day(clock, 0))
    found = one(stage)
    assert found["direction"] == "down" and found["progress"] == pytest.approx(0.25)


def test_a_goal_on_followers_starts_from_what_they_are(stage: Stage, clock: HandClock) -> None:
    account = stage.accounts[0]
    at = clock.now()

    def keep(value: float, when: int) -> None:
        made = [Measure(account, "followers", when, value)]
        stage.engine.desk.store.write(lambda tx: measures.keep(tx, made))

    stage.engine.desk.store.write(lambda tx: tx.db.execute("DELETE FROM measures"))
    keep(1000, at - 60_000)
    save(stage, clock, metric="followers", target=1200, accounts=[account])
    clock.move(2 * 86_400)
    keep(1050, clock.now() - 60_000)
    found = one(stage)
    assert found["start"] == 1000 and found["progress"] == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("count", "marks", "state"),
    [
        (3, {"pass_at": 2, "fail_at": 1}, "passed"),
        (3, {"target": 9, "pass_at": 5, "fail_at": 2}, "between"),
        (1, {"target": 9, "pass_at": 5, "fail_at": 2}, "failed"),
        (3, {"target": 4}, "failed"),
    ],
)
def test_it_is_judged_48_hours_after_its_last_day_by_its_thresholds(
    stage: Stage, clock: HandClock, count: int, marks: dict[str, Any], state: str
) -> None:
    save(stage, clock, **marks)
    for n in range(count):
        stage.asked(f"Question {n}?")
    assert one(stage)["state"] in ("running", "reached")
    clock.move(7 * 86_400)
    assert one(stage)["state"] == "settling"
    clock.move(2 * 86_400)
    assert one(stage)["state"] == state


def test_a_time_that_nobody_watched_gives_no_verdict(stage: Stage, clock: HandClock) -> None:
    save(stage, clock)
    stage.engine.desk.store.write(lambda tx: tx.db.execute("DELETE FROM watched"))
    stage.engine.desk.store.write(lambda tx: [watched.note(tx, a, 0, 1000) for a in stage.accounts])
    clock.move(10 * 86_400)
    assert one(stage)["state"] == "unknown" and one(stage)["progress"] is None


def test_each_step_is_taken_back(stage: Stage, clock: HandClock) -> None:
    made = save(stage, clock, name="Busy week", review="weekly")
    before = one(stage)
    changed = stage.call("goals.save", id=before["id"], target=99)
    undo(stage, changed)
    assert one(stage) == before
    gone = stage.call("goals.delete", id=before["id"])
    assert stage.call("goals.list")["goals"] == []
    undo(stage, gone)
    assert one(stage) == before
    undo(stage, made)
    assert stage.call("goals.list")["goals"] == []


def test_a_goal_asks_to_be_looked_at_each_week(stage: Stage, clock: HandClock) -> None:
    save(stage, clock, name="Busy month", review="weekly", last_day=day(clock, 40))
    assert reminding.review_goals(stage.engine.desk) == 0, "not in the week it was made in"
    clock.move(7 * 86_400)
    assert reminding.review_goals(stage.engine.desk) == 1
    assert reminding.review_goals(stage.engine.desk) == 0
    titles = [t["title"] for t in stage.call("tasks.list")["tasks"]]
    assert any("Busy month · " in t for t in titles)
    clock.move(7 * 86_400)
    assert reminding.review_goals(stage.engine.desk) == 1
