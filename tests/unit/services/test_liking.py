"""A like goes out once, one or many of them, and can be taken back before and after (IN-14)."""

from __future__ import annotations

from collections.abc import Callable
from unittest.mock import patch

import pytest

from cmapp.domain.errors import Unsupported
from cmapp.platforms.demo import Demo
from tests.support.stage import ANA, CHEN, US, Stage


def likers(stage: Stage, item: str) -> frozenset[str]:
    return frozenset(stage.world.post(stage.remote(item)).likes)


def us(stage: Stage) -> str:
    return next(p.id for p in stage.world.brands() if p.handle == US)


def test_likes_go_out_once_and_are_taken_back(stage: Stage) -> None:
    items = [stage.asked("Lovely!"), stage.asked("So good.", who=CHEN)]
    said = stage.call("like", items=items)
    assert (said["count"], said["items"], said["skipped"]) == (2, items, [])
    assert not likers(stage, items[0])
    stage.send()
    stage.send()
    assert [likers(stage, i) for i in items] == [frozenset({us(stage)})] * 2
    assert [r["kind"] for r in said["rows"]] == ["like", "like"]
    # what is out is taken back by its opposite
    stage.call("undo")
    assert likers(stage, items[0])
    stage.send()
    assert [likers(stage, i) for i in items] == [frozenset(), frozenset()]


def test_a_like_that_has_not_left_never_leaves_once_it_is_taken_back(stage: Stage) -> None:
    item = stage.asked("Lovely!")
    said = stage.call("like", items=[item])
    undo = said["undo"]
    back = stage.call(undo["command"], **undo["args"])
    assert [r["state"] for r in back["cancelled"]] == ["cancelled"] and back["queued"] == []
    assert stage.call(undo["command"], **undo["args"]) == {"cancelled": [], "queued": []}
    stage.send()
    assert not likers(stage, item)


def test_a_like_that_may_be_out_is_taken_back_by_its_opposite(
    make_stage: Callable[..., Stage],
) -> None:
    stage = make_stage(keys="none")
    item = stage.asked("Lovely!")
    stage.world.fault("apply_drop", on="like")
    (row,) = stage.call("like", items=[item])["rows"]
    with patch.object(Demo, "find", lambda *_: None):  # it cannot be seen yet
        stage.send(wait=60)
    assert stage.state(row["id"]) == "review" and likers(stage, item)
    back = stage.call("like.undo", rows=[row["id"]])
    assert back["cancelled"] == [] and [r["kind"] for r in back["queued"]] == ["unlike"]
    stage.send()
    assert not likers(stage, item)


def test_unlike_is_its_own_deed(stage: Stage) -> None:
    item = stage.asked("Lovely!")
    stage.call("like", items=[item])
    stage.call("unlike", items=[item])
    stage.send()
    assert not likers(stage, item)


def test_what_cannot_be_liked_is_left_out_and_named(stage: Stage) -> None:
    item = stage.asked("Lovely!")
    phone = stage.call("log.add", text="Is it open?", who="Frau Meier", channel="phone")
    byhand = phone["item"]["id"]
    stage.world.react(ANA, stage.world.say(US, "News."))
    stage.call("sync")
    deed = next(
        i["id"]
        for i in stage.call("inbox.list", state="all", limit=100)["items"]
        if i["kind"] == "reaction"
    )
    said = stage.call("like", items=[item, byhand, deed])
    assert (said["count"], said["items"]) == (1, [item])
    assert {s["item"]: s["why"] for s in said["skipped"]} == {
        byhand: "not_offered",
        deed: "nothing_to_answer",
    }
    with pytest.raises(Unsupported) as no:
        stage.call("like", items=[byhand])
    assert (no.value.why, no.value.facts["why"]) == ("cannot_send", "not_offered")
