"""Rules: drafts unless told otherwise, a cap, one answer a person, never twice, undone (IN-16)."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

import pytest

from cmapp.domain.errors import Rejected
from cmapp.services import rules
from cmapp.store import rules as stored
from tests.support.clock import HandClock
from tests.support.stage import ANA, CHEN, US, Stage


def rule(stage: Stage, *deeds: tuple[str, dict[str, Any]], **more: Any) -> dict[str, Any]:
    given = {
        "name": "refunds",
        "query": "退款",
        "deeds": [{"command": command, "args": args} for command, args in deeds],
        **more,
    }
    return stage.call("rules.save", **given)


def firings(stage: Stage) -> list[dict[str, Any]]:
    return list(stage.call("rules.log")["firings"])


def replies(stage: Stage) -> list[dict[str, Any]]:
    return [r for r in stage.call("outbox.list")["rows"] if r["kind"] == "reply"]


HELLO = ("reply", {"text": "Hello {{name}}, we look into it."})


def test_a_rule_drafts_and_never_sends_unless_it_was_told_to(stage: Stage) -> None:
    rule(stage, HELLO)
    stage.asked("我的退款呢？")
    assert [d["text"] for d in stage.call("drafts.list")["drafts"]] == [
        "Hello Ana Lopes, we look into it."
    ]
    assert replies(stage) == []


def test_what_does_not_match_is_left_alone(stage: Stage) -> None:
    rule(stage, HELLO)
    stage.asked("Is it vegan?")
    assert firings(stage) == [] and stage.call("drafts.list")["drafts"] == []


def test_a_rule_that_may_answers_once_a_person_and_up_to_its_cap(
    stage: Stage, clock: HandClock
) -> None:
    rule(stage, HELLO, auto_send=True, cap=2)
    for who in (ANA, ANA, CHEN, "luis", "noor"):
        stage.asked("退款退款！", who=who)
        clock.move(60)
    people = {r["in_reply_to"] for r in replies(stage)}
    assert len(replies(stage)) == len(people) == 2
    assert len(stage.call("drafts.list")["drafts"]) >= 3
    clock.move(24 * 3600)
    stage.asked("退款!!", who=ANA)
    assert len(replies(stage)) == 3


def test_an_answer_of_a_rule_goes_through_the_landing_check(stage: Stage, clock: HandClock) -> None:
    rule(stage, HELLO, auto_send=True)
    item = stage.asked("退款呢？")
    stage.world.say(US, "Sorted, sorry!", parent=stage.remote(item))
    clock.move(60)
    stage.send()
    assert stage.said("Hello Ana Lopes, we look into it.") == []
    assert replies(stage)[0]["reason"] == "answered_by_us"


def test_no_item_is_touched_twice(stage: Stage) -> None:
    rule(stage, HELLO)
    item = stage.asked("退款？")
    stage.world.edit(stage.remote(item), "退款？？")
    stage.call("sync")
    stage.restart()
    stage.call("sync")
    assert len(firings(stage)) == 1 and len(stage.call("drafts.list")["drafts"]) == 1


def test_what_a_rule_did_is_told_and_taken_back(stage: Stage) -> None:
    rule(stage, HELLO)
    stage.asked("退款？")
    (done,) = firings(stage)
    assert done["rule"] == "refunds" and done["did"][0]["command"] == "draft"
    assert stage.call("rules.undo", firing=done["id"]) == {"undone": 1, "stayed": []}
    assert stage.call("drafts.list")["drafts"] == []
    assert firings(stage)[0]["undone_at"] is not None


def test_the_dry_run_tells_what_the_last_90_days_would_have_been(
    stage: Stage, clock: HandClock
) -> None:
    for who in (ANA, CHEN, ANA):
        stage.asked("退款？", who=who)
        clock.move(3600)
    made = rule(stage, HELLO, auto_send=True, cap=5)
    assert (made["try"]["matches"], made["try"]["replies"]) == (3, 2)
    assert firings(stage) == [] and replies(stage) == []
    clock.move(91 * 86_400)
    assert stage.call("rules.try", id=made["rule"]["id"])["matches"] == 0


def test_a_rule_is_switched_off_deleted_and_brought_back(stage: Stage) -> None:
    made = rule(stage, HELLO)
    stage.call("rules.enable", id=made["rule"]["id"], enabled=False)
    stage.asked("退款？")
    assert firings(stage) == []
    gone = stage.call("rules.remove", id=made["rule"]["id"])
    assert gone["rules"] == []
    back = stage.call(gone["undo"]["command"], **gone["undo"]["args"])
    assert back["rules"] == [{**made["rule"], "enabled": False}]


def test_a_rule_brought_back_knows_whom_it_has_answered(stage: Stage) -> None:
    made = rule(stage, HELLO, auto_send=True, cap=1)
    stage.asked("退款？", who=ANA)
    gone = stage.call("rules.remove", id=made["rule"]["id"])
    assert len(firings(stage)) == 1  # what it did stays told
    stage.call(gone["undo"]["command"], **gone["undo"]["args"])
    stage.asked("退款！", who=ANA)
    stage.asked("退款。", who=CHEN)
    assert len(replies(stage)) == 1


def test_changing_a_rule_that_is_off_leaves_it_off(stage: Stage) -> None:
    made = rule(stage, HELLO)
    stage.call("rules.enable", id=made["rule"]["id"], enabled=False)
    again = rule(stage, HELLO, id=made["rule"]["id"], cap=3)
    assert again["rule"]["cap"] == 3 and again["rule"]["enabled"] is False


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"deeds": []}, "deeds"),
        ({"deeds": [{"command": "accounts.remove", "args": {"id": "x"}}]}, "deeds"),
        ({"deeds": [{"command": "reply", "args": {"text": ""}}]}, "text"),
        ({"name": " "}, "name"),
        ({"query": ""}, "query"),
        ({"cap": -1}, "cap"),
    ],
)
def test_a_rule_that_cannot_be_is_refused(stage: Stage, given: dict[str, Any], field: str) -> None:
    with pytest.raises(Rejected) as refused:
        rule(stage, HELLO, **given)
    assert (refused.value.why, refused.value.facts["field"]) == ("bad_rule", field)


def test_two_rules_of_one_name_are_refused(stage: Stage) -> None:
    rule(stage, HELLO)
    with pytest.raises(Rejected):
        rule(stage, HELLO)


def test_a_rule_sorts_what_comes_in_and_all_of_it_is_taken_back(stage: Stage) -> None:
    rule(
        stage,
        ("inbox.label", {"label": "money"}),
        ("inbox.assign", {"who": "Mei"}),
        ("inbox.prioritize", {"priority": 1}),
        ("inbox.set_state", {"state": "waiting"}),
    )
    number = stage.asked("退款？")

    def item() -> dict[str, Any]:
        found = stage.call("inbox.list", state="all", limit=100)["items"]
        return next(i for i in found if i["id"] == number)

    names = ("labels", "assignee", "priority", "state")
    assert [item()[n] for n in names] == [["money"], "Mei", 1, "waiting"]
    assert stage.call("rules.undo", firing=firings(stage)[0]["id"])["undone"] == 4
    assert [item()[n] for n in names] == [[], "", 0, "open"]


OTHER = ("reply", {"text": "Sorry for the wait, {{name}}."})


def test_no_two_rules_answer_one_person(stage: Stage, clock: HandClock) -> None:
    rule(stage, HELLO, auto_send=True)
    rule(stage, OTHER, auto_send=True, name="second")
    stage.asked("退款？")
    clock.move(60)
    stage.asked("退款！")
    assert len(firings(stage)) == 4
    assert len(replies(stage)) == 1
    assert len(stage.call("drafts.list")["drafts"]) == 1 + 3  # what waits is one of them, too


def test_what_somebody_answers_already_and_what_is_old_gets_a_draft(
    stage: Stage, clock: HandClock
) -> None:
    item = stage.asked("Hello?")
    stage.reply(item, "Yes?")
    stage.world.edit(stage.remote(item), "Hello? 退款")
    stage.call("sync")
    rule(stage, HELLO, auto_send=True, query="退款")
    above = stage.world.say(US, "Something new today.")
    stage.world.say(CHEN, "退款？", parent=above)
    clock.move(25 * 3600)
    stage.call("sync")
    assert [r["text"] for r in replies(stage)] == ["Yes?"]
    assert len(firings(stage)) == 1


def test_rules_look_at_what_came_in_before_a_kill(stage: Stage) -> None:
    rule(stage, HELLO, auto_send=True)
    with patch.object(rules, "look", side_effect=SystemExit), pytest.raises(SystemExit):
        stage.asked("退款？")
    stage.restart()
    assert firings(stage) == []
    stage.call("sync")
    assert len(firings(stage)) == len(replies(stage)) == 1
    stage.call("sync")
    assert len(firings(stage)) == 1


def test_a_firing_is_whole_or_did_not_happen(stage: Stage) -> None:
    rule(stage, ("inbox.label", {"label": "money"}), HELLO, auto_send=True)
    with patch.object(stored, "note", side_effect=ZeroDivisionError):
        item = stage.asked("退款？")
    assert replies(stage) == firings(stage) == stage.call("drafts.list")["drafts"] == []
    assert stage.call("inbox.list")["items"][0]["labels"] == []
    assert stage.call("inbox.list")["items"][0]["id"] == item


@pytest.mark.parametrize("gap", ["{{ordr}}", "｛｛ordr｝｝", "{{ask:Which?}}"])
def test_a_gap_that_nothing_fills_is_named_before_a_rule_is_made(stage: Stage, gap: str) -> None:
    with pytest.raises(Rejected) as refused:
        rule(stage, ("reply", {"text": f"About {gap}."}), auto_send=True)
    assert refused.value.why == "bad_rule"
    assert refused.value.facts["value"] in ("ordr", "ask:Which?")


def test_a_gap_that_stays_open_is_named_and_nothing_is_sent(stage: Stage) -> None:
    rule(stage, ("reply", {"text": "About {{order}}: we look."}), auto_send=True)
    stage.asked("退款？ order 4711-A")
    stage.asked("退款 without a number?", who=CHEN)
    assert [r["text"] for r in replies(stage)] == ["About 4711-A: we look."]
    did = [f["did"][0] for f in firings(stage)]
    (held,) = [d for d in did if "error" in d]
    assert (held["error"], held["names"]) == ("open_gaps", "{{order}}")
    assert "About {{order}}: we look." in stage.drafts()


def test_a_query_that_is_not_understood_makes_no_rule(stage: Stage) -> None:
    with pytest.raises(Rejected, match="query_misread"):
        rule(stage, HELLO, query="退款 -is:dne")


def test_a_rule_that_is_still_written_is_tried(stage: Stage) -> None:
    stage.asked("退款？")
    stage.asked("退款！", who=CHEN)
    deeds = [{"command": "reply", "args": {"text": "Hello."}}]
    tried = stage.call("rules.try", query="退款", deeds=deeds, auto_send=True, cap=1)
    assert (tried["matches"], tried["replies"]) == (2, 1)
    assert stage.call("rules.try", query="退款")["replies"] == 0
    assert stage.call("rules.list")["rules"] == []
    with pytest.raises(Rejected, match="bad_rule"):
        stage.call("rules.try")
