"""What comes in is judged: who must answer, in which lane, until when (IN-03, IN-07, IN-08)."""

from __future__ import annotations

from typing import Any

import pytest

from cmapp.domain.records import Kind, Post, Profile, said
from cmapp.services import judging
from tests.support.clock import HandClock
from tests.support.stage import ANA, CHEN, US, Stage

MINUTE = 60_000


def item(stage: Stage, number: str) -> dict[str, Any]:
    found = stage.call("inbox.list", state="all", limit=1000)["items"]
    return next(i for i in found if i["id"] == number)


def row(stage: Stage, number: str) -> Any:
    return stage.engine.desk.store.read(
        lambda db: db.execute("SELECT * FROM interactions WHERE id = ?", (int(number),)).fetchone()
    )


def sql(stage: Stage, statement: str, *values: Any) -> None:
    stage.engine.desk.store.write(lambda tx: tx.db.execute(statement, values).rowcount)


def again(stage: Stage, *items: str) -> int:
    desk = stage.engine.desk
    return desk.store.write(lambda tx: judging.again(tx, desk, [int(i) for i in items]))


@pytest.mark.parametrize(
    ("text", "needs", "lane", "signal"),
    [
        ("多少钱一斤", True, "normal", "order"),
        ("Do you ship to Ireland?", True, "normal", "question"),
        ("包裹碎了，太失望了", True, "negative", "complaint"),
        ("太好吃了！", False, "normal", "praise"),
        ("謝謝小編", False, "normal", "thanks"),
        ("加微信领取优惠券，稳赚不赔", False, "normal", "spam"),
    ],
)
def test_a_comment_is_judged_by_what_it_says(
    stage: Stage, text: str, needs: bool, lane: str, signal: str
) -> None:
    found = item(stage, stage.asked(text))
    assert (found["needs_reply"], found["lane"]) == (needs, lane)
    assert signal in found["signals"]


def test_a_complaint_outranks_an_older_question(stage: Stage) -> None:
    older = stage.asked("What time do you open?")
    newer = stage.asked("My parcel arrived broken and nobody answers")
    order = [i["id"] for i in stage.call("inbox.list")["items"]]
    assert order.index(newer) < order.index(older)
    minutes = [
        (row(stage, i)["due_at"] - row(stage, i)["created_at"]) // MINUTE for i in (newer, older)
    ]
    assert minutes == [30, 120]


def told(stage: Stage, text: str, *, parent: str | None, by: str = ANA) -> Any:
    """What is made of a comment that comes in now, answering `parent`."""
    desk = stage.engine.desk
    account = desk.account(stage.accounts[0])
    author = Profile(remote_id=by, handle=by)
    post = Post(remote_id="new", author=author, text=text, created_at=desk.now(), parent=parent)
    return desk.store.read(lambda db: judging.judge(desk, db, account)(said(post, Kind.COMMENT), 0))


def test_what_visitors_ask_each_other_needs_no_reply_of_ours(stage: Stage) -> None:
    theirs = stage.remote(stage.asked("Lovely cups!", who=CHEN))
    ours = stage.world.say(US, "New cups today.")
    stage.asked("Is it vegan?", parent=ours)
    between = told(stage, "Where did you buy yours?", parent=theirs)
    assert not between.needs_reply
    assert "u-u" in between.signals
    assert told(stage, f"@{US} is that so?", parent=theirs).needs_reply  # they call us
    for parent in (ours, "unknown", None):
        to_us = told(stage, "Where did you buy yours?", parent=parent)
        assert to_us.needs_reply, parent
        assert "u-u" not in to_us.signals
    me = stage.engine.desk.account(stage.accounts[0]).remote_id
    own = told(stage, "Where did you buy yours?", parent=ours, by=me)
    assert not own.needs_reply
    assert "b-b" in own.signals


def test_vips_and_a_raised_priority_come_first_and_go_back(stage: Stage) -> None:
    one = stage.asked("Do you ship to Ireland?")
    assert row(stage, one)["lane"] == 2
    sql(stage, "UPDATE interactions SET priority = 1 WHERE id = ?", int(one))
    assert again(stage, one) == 1
    assert row(stage, one)["lane"] == 0
    sql(stage, "UPDATE interactions SET priority = -1 WHERE id = ?", int(one))
    again(stage, one)
    assert row(stage, one)["lane"] == 3
    sql(stage, "UPDATE interactions SET priority = 0 WHERE id = ?", int(one))
    sql(stage, "INSERT INTO contacts (id, person, vip, made_at) VALUES (1, 1, 1, 0)")
    sql(stage, "INSERT INTO contacts (id, person, merged_into, made_at) VALUES (2, 1, 1, 0)")
    sql(
        stage,
        "UPDATE profiles SET contact_id = 2 WHERE id ="
        " (SELECT actor_id FROM interactions WHERE id = ?)",
        int(one),
    )
    again(stage, one)
    assert row(stage, one)["lane"] == 0  # by the one that the VIP was merged into
    assert row(stage, stage.asked("And to Wales?"))["lane"] == 0  # and what comes in now
    sql(stage, "UPDATE contacts SET vip = 0")
    again(stage, one)
    assert row(stage, one)["lane"] == 2


def test_a_muted_person_and_a_muted_thread_are_born_muted(stage: Stage) -> None:
    top = stage.world.say(US, "Something new today.")
    one = stage.asked("Is it vegan?", parent=top)
    realm = stage.engine.desk.account(stage.accounts[0]).realm
    sql(stage, "INSERT INTO muted_threads VALUES (?, ?, 0)", realm, top)
    answer = stage.world.say(US, "It is not.", parent=stage.remote(one))
    deep = stage.asked("Why not?", who=CHEN, parent=answer)
    assert row(stage, deep)["state"] == "muted"
    assert row(stage, stage.asked("Is it vegan?", who=CHEN))["state"] == "open"
    sql(stage, "INSERT INTO contacts (id, muted, made_at) VALUES (1, 1, 0)")
    sql(
        stage,
        "UPDATE profiles SET contact_id = 1 WHERE id ="
        " (SELECT actor_id FROM interactions WHERE id = ?)",
        int(deep),
    )
    assert row(stage, stage.asked("Is it kosher?", who=CHEN))["state"] == "muted"


def test_judging_again_leaves_alone_what_a_person_said(stage: Stage) -> None:
    one = stage.asked("Is it vegan?")
    sql(stage, "UPDATE interactions SET needs_reply = 0, corrected = 1 WHERE id = ?", int(one))
    again(stage, one)
    assert not item(stage, one)["needs_reply"]
    sql(stage, "UPDATE interactions SET corrected = 0 WHERE id = ?", int(one))
    again(stage, one)
    assert item(stage, one)["needs_reply"]


def test_judging_again_changes_nothing_where_nothing_changed(stage: Stage) -> None:
    items = [stage.asked(t) for t in ("Is it vegan?", "thanks!", "坏了，差评", "ok")]
    assert again(stage, *items) == 0


def test_a_profile_of_older_rules_is_judged_again_once(stage: Stage) -> None:
    desk = stage.engine.desk
    one, thanks = stage.asked("Is it vegan?"), stage.asked("thanks!")
    judging.keep_up(desk)
    sql(stage, "UPDATE interactions SET signals = '[]', needs_reply = 1, lane = 1")
    assert judging.keep_up(desk) == 0  # today's rules: nothing to do
    sql(stage, "UPDATE meta SET value = 'old' WHERE name = 'rules'")
    assert judging.keep_up(desk) >= 2
    assert (item(stage, one)["needs_reply"], item(stage, one)["lane"]) == (True, "normal")
    assert not item(stage, thanks)["needs_reply"]
    assert judging.keep_up(desk) == 0


def test_what_woke_from_a_snooze_still_needs_its_answer(stage: Stage) -> None:
    one = stage.asked("thanks!")
    sql(stage, "UPDATE interactions SET needs_reply = 1, woke = 'time' WHERE id = ?", int(one))
    again(stage, one)
    assert item(stage, one)["needs_reply"]


def test_a_vip_is_first_in_the_queue_just_as_if_all_were_judged_again(stage: Stage) -> None:
    asked = stage.asked("What time do you open?")
    praised = stage.asked("太好吃了！")
    put_off = stage.asked("My parcel arrived broken and nobody answers")
    stage.call("inbox.snooze", items=[put_off], until="reply")
    before = [dict(row(stage, i)) for i in (asked, put_off)]
    answer = stage.call("inbox.vip", items=[asked, put_off, praised])
    now = [row(stage, i) for i in (asked, put_off)]
    assert [r["lane"] for r in now] == [0, 0]
    assert now[0]["due_at"] < before[0]["due_at"]
    assert again(stage, asked, put_off) == 0  # nothing else would be made of them
    stage.call(answer["undo"]["command"], **answer["undo"]["args"])
    assert [dict(row(stage, i)) for i in (asked, put_off)] == before


def test_what_needed_no_reply_wakes_in_the_lane_of_its_person(
    stage: Stage, clock: HandClock
) -> None:
    praised = stage.asked("太好吃了！")
    stage.call("inbox.vip", items=[praised])
    stage.call("inbox.snooze", items=[praised], until="tomorrow")
    clock.move(3 * 86_400)
    stage.engine._wake_snoozed()
    assert (row(stage, praised)["state"], row(stage, praised)["lane"]) == ("open", 0)
