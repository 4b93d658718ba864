"""What charts sum up is compared with its rows in idle time; what differs is said and made anew."""

from __future__ import annotations

import json
from typing import Any

from cmapp.services import figures
from cmapp.store import rollups
from cmapp.store.local_slots import SLOT
from tests.support.clock import HandClock
from tests.support.stage import Stage

RIGHT = {"differences": 0, "first": None, "ties": {}}


def spoil(stage: Stage, sql: str) -> None:
    stage.engine.desk.store.write(lambda tx: tx.db.execute(sql))


def problem(stage: Stage) -> Any:
    found = [p for p in stage.call("doctor")["problems"] if p["code"] == "rollups_differed"]
    return found[0] if found else None


def days(stage: Stage) -> list[int]:
    return stage.engine.desk.store.read(
        lambda db: [r[0] for r in db.execute("SELECT day FROM activity_days WHERE n > 0")]
    )


def test_sums_that_went_wrong_are_found_said_and_made_anew(stage: Stage, clock: HandClock):
    stage.asked("Is it vegan?")
    figures.keep_up(stage.engine.desk)
    assert stage.call("doctor")["figures"] == RIGHT
    spoil(stage, "UPDATE activity_slots SET n = n + 2, mention = mention + 2")
    assert stage.call("doctor")["figures"]["differences"] > 0
    figures.keep_up(stage.engine.desk)  # it looked just now: once a week is enough
    assert problem(stage) is None
    clock.move(8 * 86_400)
    figures.keep_up(stage.engine.desk)
    found = problem(stage)["facts"]
    assert found["count"] >= 1
    assert json.loads(found["kept"])["n"] == json.loads(found["rows"])["n"] + 2
    assert stage.call("doctor")["figures"] == RIGHT
    assert stage.call("insights.rebuild")["differences"] == 0
    assert problem(stage) is None  # a person has seen it


def test_a_command_makes_everything_anew(stage: Stage):
    stage.asked("Is it vegan?")
    spoil(stage, "DELETE FROM activity_slots")
    assert stage.call("insights.rebuild")["differences"] > 0
    assert stage.call("doctor")["figures"] == RIGHT


def test_comparing_goes_on_where_it_stopped(stage: Stage, clock: HandClock):
    for _ in range(3):
        stage.asked("Is it vegan?")
        clock.move(5 * 86_400)
    figures.keep_up(stage.engine.desk)
    at, done = stage.engine.desk.store.read(rollups.place)
    assert at is not None and not done
    spoil(stage, f"UPDATE activity_slots SET n = 9 WHERE slot >= {at // SLOT}")
    rounds = 0
    while stage.engine.desk.store.read(rollups.place)[0] is not None:
        figures.keep_up(stage.engine.desk)
        rounds += 1
    assert rounds and problem(stage)["facts"]["count"] >= 1
    assert stage.engine.desk.store.read(rollups.verify) == []


def test_days_follow_the_zone_of_the_desk(stage: Stage):
    stage.asked("Is it vegan?")
    figures.keep_up(stage.engine.desk)
    before = stage.engine.desk.store.read(
        lambda db: db.execute("SELECT shift FROM activity_clock ORDER BY since DESC").fetchone()[0]
    )
    week = {"mon": ["09:00-12:00"]}
    zone = "Pacific/Kiritimati" if before < 40 else "Pacific/Pago_Pago"
    stage.call("hours.set", hours={"zone": zone, "week": week})
    figures.keep_up(stage.engine.desk)
    after = stage.engine.desk.store.read(
        lambda db: db.execute("SELECT shift FROM activity_clock ORDER BY since DESC").fetchone()[0]
    )
    assert after != before
    assert stage.engine.desk.store.read(rollups.verify_days) == []
    assert days(stage)


def test_ties_that_do_not_equal_the_posts_are_found_and_made_anew(stage: Stage):
    stage.asked("Is it vegan?")
    assert stage.call("doctor")["figures"] == RIGHT
    spoil(stage, "UPDATE ties SET n = n + 1")
    found = stage.call("doctor")["figures"]
    assert found["differences"] == found["ties"]["ties"] > 0
    stage.call("insights.rebuild")
    assert stage.call("doctor")["figures"] == RIGHT
