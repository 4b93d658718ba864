"""Our own figures equal plain SQL; the weekly digest is the same bytes for the same data."""

from __future__ import annotations

from datetime import date
from statistics import median
from typing import Any

import pytest

from cmapp.domain.errors import Rejected
from tests.support.clock import HandClock
from tests.support.stage import ANA, CHEN, Stage

DAY = 86_400_000


def figures(stage: Stage, **args: Any) -> dict[str, Any]:
    return stage.call("report.figures", **args)


def test_a_desk_without_a_past_has_unknown_figures_not_zeros(stage: Stage) -> None:
    found = figures(stage)
    assert found["came"] == 0
    assert found["response"] == {"n": 0, "median": None, "p90": None}
    assert found["in_time"] == {"n": 0, "share": None}


def test_the_figures_are_those_of_plain_sql(stage: Stage, clock: HandClock) -> None:
    for n in range(5):
        item = stage.asked(f"Is number {n} vegan?", who=(ANA, CHEN)[n % 2])
        clock.move(600 * (n + 1))
        if n < 4:
            stage.reply(item, f"Number {n} is.")
            stage.send()
    found = figures(stage)

    def look(db: Any) -> list[Any]:
        return list(
            db.execute(
                "SELECT first_reply_at - created_at, first_reply_at <= due_at FROM interactions"
                " WHERE needs_reply AND first_reply_at IS NOT NULL"
            )
        )

    rows = stage.engine.desk.store.read(look)
    assert found["answered"] == len(rows) == 4
    assert found["response"]["median"] == pytest.approx(
        sorted(r[0] / 60_000 for r in rows)[1], abs=0.06
    )
    assert found["response"]["median"] <= median(r[0] / 60_000 for r in rows)
    assert found["in_time"]["share"] == sum(r[1] for r in rows) / len(rows)
    assert (found["came"], found["open"], found["sent"]) == (5, 1, 4)


def test_how_an_answer_was_taken(stage: Stage, clock: HandClock) -> None:
    for who in (ANA, CHEN):
        stage.reply(stage.asked("Do you ship to Taiwan?", who=who), f"We do, {who}.")
        stage.send()
    clock.move(3600)
    stage.asked("And what does it cost?", who=CHEN)
    found = figures(stage)
    assert found["taken"] == {"thanked": 0, "asked_again": 1, "quiet": 0, "too_soon": 1}
    clock.move(8 * 86_400)
    later = stage.call("report.figures")
    assert later["taken"] == {"thanked": 0, "asked_again": 1, "quiet": 1, "too_soon": 0}


def test_the_same_data_give_the_same_bytes(stage: Stage, clock: HandClock) -> None:
    for who, text in ((ANA, "退款什么时候到？"), (CHEN, "退款還沒收到"), ("luis", "Refund?")):
        stage.asked(text, who=who)
    year, number, _ = date.fromisoformat(figures(stage)["until"][:10]).isocalendar()
    week = f"{year}-W{number:02}"
    first = stage.call("report.week", week=week, zone="Asia/Shanghai")
    clock.move(9000)
    stage.restart()
    assert stage.call("report.week", week=week, zone="Asia/Shanghai") == first
    assert sum(first["counts"].values()) == 3
    stage.asked("退款！！", who=ANA)
    again = stage.call("report.week", week=week, zone="Asia/Shanghai")
    assert again["fingerprint"] != first["fingerprint"]


@pytest.mark.parametrize("week", ["2026-47", "2026-W60", "soon", "", "2026-W1x"])
def test_a_week_that_is_none_is_refused(stage: Stage, week: str) -> None:
    with pytest.raises(Rejected) as refused:
        stage.call("report.week", week=week)
    assert refused.value.why == "bad_value"


def test_a_zone_that_is_none_is_refused(stage: Stage) -> None:
    with pytest.raises(Rejected) as refused:
        stage.call("report.week", zone="Mars/Olympus")
    assert refused.value.why == "bad_hours"
