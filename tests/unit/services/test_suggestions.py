"""The register of suggestions: voices gathered, moved on, each person told once, all undone."""

from __future__ import annotations

from typing import Any

import pytest

from cmapp.domain.errors import Missing, Rejected
from tests.support.stage import ANA, CHEN, Stage


def undo(stage: Stage, answer: dict[str, Any]) -> None:
    stage.call(answer["undo"]["command"], **answer["undo"]["args"])


def register(stage: Stage) -> list[dict[str, Any]]:
    return list(stage.call("suggestions.list")["suggestions"])


def test_voices_gather_under_one_suggestion(stage: Stage) -> None:
    first = stage.asked("Could you open on Sundays?", who=ANA)
    made = stage.call("suggestions.add", items=[first])
    stage.asked("Sunday opening would be great", who=CHEN)
    stage.call("suggestions.add", query="sunday", to=made["suggestion"]["id"])
    (one,) = register(stage)
    assert one["title"] == "Could you open on Sundays?"
    assert [p["handle"] for p in one["people"]] == [ANA, CHEN] or len(one["people"]) == 2


def test_done_drafts_one_answer_for_each_person_and_never_a_second(stage: Stage) -> None:
    items = [stage.asked("Oat milk please!", who=who) for who in (ANA, ANA, CHEN)]
    one = stage.call("suggestions.add", items=items, title="Oat milk")["suggestion"]["id"]
    told = stage.call("suggestions.move", id=one, state="done", text="{name}, we have it now.")
    texts = sorted(d["text"] for d in stage.call("drafts.list")["drafts"])
    assert len(told["drafts"]) == 2 and texts[0] == "Ana Lopes, we have it now."
    again = stage.call("suggestions.move", id=one, state="done", text="Again, {name}!")
    assert again["drafts"] == [] and len(stage.call("drafts.list")["drafts"]) == 2


def test_each_step_is_taken_back(stage: Stage) -> None:
    item = stage.asked("Oat milk please!")
    made = stage.call("suggestions.add", items=[item])
    before = register(stage)
    done = stage.call("suggestions.move", id=made["suggestion"]["id"], state="done", text="Yes!")
    undo(stage, done)
    assert register(stage) == before and stage.call("drafts.list")["drafts"] == []
    undo(stage, made)
    assert register(stage) == []


def test_a_draft_that_was_worked_on_survives_the_undo(stage: Stage) -> None:
    made = stage.call("suggestions.add", items=[stage.asked("Oat milk please!")])
    done = stage.call("suggestions.move", id=made["suggestion"]["id"], state="done", text="Yes!")
    stage.call("drafts.save", id=done["drafts"][0], text="Yes, from Monday on!")
    undo(stage, done)
    assert stage.drafts() == ["Yes, from Monday on!"]


def test_what_is_not_there_is_named(stage: Stage) -> None:
    with pytest.raises(Missing) as missing:
        stage.call("suggestions.move", id="12", state="done")
    assert missing.value.why == "unknown_suggestion"
    with pytest.raises(Rejected):
        stage.call("suggestions.move", id="12", state="finished")
    with pytest.raises(Rejected):
        stage.call("suggestions.add")
