"""What a person says of an item stays, teaches, and can be taken back (SN-02, SN-08, CR-15)."""

from __future__ import annotations

from typing import Any

import pytest

from cmapp.domain.errors import Rejected
from tests.support.stage import ANA, CHEN, Stage

TABLES = ("interactions", "corrections", "tallies")


def item(stage: Stage, number: str) -> dict[str, Any]:
    found = stage.call("inbox.list", state="all", limit=1000)["items"]
    return next(i for i in found if i["id"] == number)


def dump(stage: Stage) -> dict[str, list[tuple[Any, ...]]]:
    return stage.engine.desk.store.read(
        lambda db: {t: [tuple(r) for r in db.execute(f"SELECT * FROM {t}")] for t in TABLES}
    )


def test_a_correction_stays_and_changes_what_comes_next(stage: Stage) -> None:
    one = stage.asked("Great pots as ever, see you on Saturday at the market", who=ANA)
    assert not item(stage, one)["needs_reply"]
    told = stage.call("inbox.correct", items=[one], needs_reply=True, signals=["order"])
    assert told["count"] == 1
    found = item(stage, one)
    assert (found["needs_reply"], found["signals"]) == (True, ["order"])
    like = item(
        stage, stage.asked("great pots as EVER, see you on saturday at the market!", who=CHEN)
    )
    assert like["needs_reply"]
    assert like["signals"] == ["order", f"like:{one}"]
    assert like["judged_like"] == one  # because you said so of that one
    other = item(stage, stage.asked("Great pots, and what a lovely colour", who=CHEN))
    assert not other["needs_reply"]


def test_chinese_in_the_other_script_is_learned_too(stage: Stage) -> None:
    one = stage.asked("周末集市见，照旧留位置", who=ANA)
    stage.call("inbox.correct", items=[one], needs_reply=True)
    assert item(stage, stage.asked("週末集市見，照舊留位置！", who=CHEN))["needs_reply"]


def test_a_correction_to_complaint_moves_it_to_the_negative_lane(stage: Stage) -> None:
    one = stage.asked("The glaze is not what it was", who=ANA)
    stage.call("inbox.correct", items=[one], signals=["complaint"], needs_reply=True)
    assert item(stage, one)["lane"] == "negative"
    stage.call("inbox.correct", items=[one], signals=["praise"], needs_reply=False)
    assert item(stage, one)["lane"] == "normal"


def test_undo_puts_back_every_byte_and_what_was_learned_is_forgotten(stage: Stage) -> None:
    items = [stage.asked(t, who=ANA) for t in ("ok then", "包裹碎了", "Is it vegan?")]
    before = dump(stage)
    told = stage.call("inbox.correct", items=items, needs_reply=False)
    assert dump(stage) != before
    stage.call(told["undo"]["command"], **told["undo"]["args"])
    assert dump(stage) == before
    assert item(stage, stage.asked("Is it vegan?", who=CHEN))["needs_reply"]


def test_an_item_can_be_given_back_to_the_rules(stage: Stage) -> None:
    one = stage.asked("Is it vegan?", who=ANA)
    stage.call("inbox.correct", items=[one], needs_reply=False)
    stage.call("inbox.correct", items=[one], rules=True)
    assert item(stage, one)["needs_reply"]
    assert item(stage, stage.asked("Is it vegan?!", who=CHEN))["needs_reply"]


@pytest.mark.parametrize(
    ("args", "code"), [({}, "nothing_to_correct"), ({"signals": ["angry"]}, "unknown_signal")]
)
def test_a_correction_that_says_nothing_is_refused(
    stage: Stage, args: dict[str, Any], code: str
) -> None:
    one = stage.asked("Is it vegan?", who=ANA)
    with pytest.raises(Rejected) as no:
        stage.call("inbox.correct", items=[one], **args)
    assert no.value.why == code


def test_a_watched_word_marks_what_waits_and_what_comes_in_any_script(stage: Stage) -> None:
    waiting = stage.asked("这是一次危机", who=ANA)
    told = stage.call("words.add", list="watch", word="危機")
    assert told["marked"] == 1
    assert "watch:危機" in item(stage, waiting)["signals"]
    for text in ("危机来了", "危機來了", "危*机来了"):
        assert "watch:危機" in item(stage, stage.asked(text, who=CHEN))["signals"], text
    assert "watch:危機" not in item(stage, stage.asked("机危", who=CHEN))["signals"]
    stage.call(told["undo"]["command"], **told["undo"]["args"])
    assert not any(s.startswith("watch:") for s in item(stage, waiting)["signals"])
    assert stage.call("words.list")["words"] == []


def test_a_sensitive_word_marks_what_comes_in(stage: Stage) -> None:
    stage.call("words.add", list="sensitive", word="ＲＥＣＡＬＬ")
    assert "sensitive" in item(stage, stage.asked("what about the recall", who=ANA))["signals"]
    assert "sensitive" not in item(stage, stage.asked("I recalled it", who=ANA))["signals"]
    with pytest.raises(Rejected, match="unknown_list"):
        stage.call("words.add", list="nope", word="a")
    with pytest.raises(Rejected, match="bad_word"):
        stage.call("words.add", list="watch", word="  ")
    with pytest.raises(Rejected, match="not_listed"):
        stage.call("words.remove", list="watch", word="recall")
