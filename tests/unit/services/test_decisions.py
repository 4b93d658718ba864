"""Finding → change → result date, linked; notes in words linked to numbers (EX-10, EX-13)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from cmapp.domain.errors import Missing, Rejected
from tests.support.clock import HandClock
from tests.support.stage import Stage


def undo(stage: Stage, answer: dict[str, Any]) -> None:
    stage.call(answer["undo"]["command"], **answer["undo"]["args"])


def day(clock: HandClock, ahead: int) -> str:
    return (datetime.fromtimestamp(clock.now() / 1000, UTC) + timedelta(ahead)).date().isoformat()


def test_a_decision_is_due_on_its_day_until_somebody_looked(stage: Stage, clock: HandClock) -> None:
    made = stage.call(
        "decisions.save", finding="Answers are slow at noon", change="Two people at noon",
        result_day=day(clock, 14), links=["chart:response", {"kind": "goal", "id": "12"}],
    )  # fmt: skip
    one = made["decisions"][0]
    assert not one["due"] and one["links"] == [
        {"kind": "chart", "id": "response", "name": "response"},
        {"kind": "goal", "id": "12", "name": None},
    ]
    clock.move(15 * 86_400)
    assert stage.call("decisions.list")["due"] == 1
    looked = stage.call(
        "decisions.save", id=one["id"], outcome="better", result="40 minutes less at the median"
    )
    told = stage.call("decisions.list")
    assert told["due"] == 0 and told["decisions"][0]["result_at"] is not None
    undo(stage, looked)
    assert stage.call("decisions.list")["due"] == 1
    undo(stage, made)
    assert stage.call("decisions.list")["decisions"] == []


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"finding": " "}, "empty"),
        ({"change": None}, "empty"),
        ({"result_day": None}, "no_day"),
        ({"result_day": "soon"}, "bad_value"),
        ({"outcome": "great"}, "bad_value"),
        ({"links": ["goal"]}, "bad_value"),
        ({"links": ["planet:1"]}, "bad_value"),
    ],
)
def test_a_decision_without_its_parts_is_refused(
    stage: Stage, given: dict[str, Any], why: str
) -> None:
    whole = {"finding": "A", "change": "B", "result_day": "2026-12-01"}
    with pytest.raises(Rejected) as no:
        stage.call("decisions.save", **(whole | given))
    assert no.value.why == why


def test_a_swot_has_its_four_fields_and_no_other(stage: Stage) -> None:
    made = stage.call(
        "findings.save", title="Where we stand", kind="swot",
        fields={"threats": " Prices ", "strengths": "Quick answers", "weaknesses": ""},
        links=[{"kind": "metric", "id": "in_time", "value": 0.91, "n": 230}],
    )  # fmt: skip
    one = made["findings"][0]
    assert list(one["fields"].items()) == [("strengths", "Quick answers"), ("threats", "Prices")]
    assert one["links"][0]["value"] == 0.91
    with pytest.raises(Rejected):
        stage.call("findings.save", title="Other", kind="pest", fields={"threats": "x"})
    gone = stage.call("findings.delete", id=one["id"])
    undo(stage, gone)
    assert stage.call("findings.list")["findings"] == [one]


def test_a_note_keeps_the_number_that_it_goes_with_as_it_was(
    stage: Stage, clock: HandClock
) -> None:
    clock.move(60)
    stage.asked("Is it vegan?")
    made = stage.call("findings.save", title="They ask more", links=["metric:interactions"])
    one = made["findings"][0]
    counted = one["links"][0]["value"]
    assert counted == stage.engine.desk.store.read(
        lambda db: db.execute("SELECT count(*) FROM interactions").fetchone()[0]
    )
    stage.asked("And kosher?")
    again = stage.call("findings.save", id=one["id"], title="They ask a lot")["findings"][0]
    assert again["links"][0]["value"] == counted


def test_a_decision_names_what_it_is_linked_to(stage: Stage) -> None:
    goal = stage.call(
        "goals.save", name="Lively", metric="interactions", target=8, last_day="2099-01-01"
    )["goals"][0]["id"]
    made = stage.call(
        "decisions.save", finding="A", change="B", result_day="2026-12-01", links=[f"goal:{goal}"]
    )
    assert made["decisions"][0]["links"] == [{"kind": "goal", "id": goal, "name": "Lively"}]
    stage.call("goals.delete", id=goal)
    assert stage.call("decisions.list")["decisions"][0]["links"][0]["name"] is None


def test_what_is_not_there_is_named(stage: Stage) -> None:
    for command in ("decisions.delete", "findings.delete", "experiments.show"):
        with pytest.raises(Missing):
            stage.call(command, id="77")
