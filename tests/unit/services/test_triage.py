"""Decisions on items: one, many, a search, a group; each taken back to the byte."""

from __future__ import annotations

import time
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cmapp.domain.errors import Missing, Rejected
from cmapp.store.sqlite import Connection
from tests.support.clock import HandClock
from tests.support.stage import ANA, CHEN, US, Stage

TABLES = ("interactions", "item_labels", "labels", "notes", "muted_threads", "contacts", "profiles")
KEYS = {"item_labels": "item_id, label", "labels": "name", "muted_threads": "realm, root_ref"}
HOUR = 3_600_000


def picture(stage: Stage) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that triage may change, byte for byte."""

    def look(db: Connection) -> dict[str, list[tuple[Any, ...]]]:
        return {
            table: [
                tuple(r)
                for r in db.execute(f"SELECT * FROM {table} ORDER BY {KEYS.get(table, 'id')}")
            ]
            for table in TABLES
        }

    return stage.engine.desk.store.read(look)


def asked(stage: Stage, text: str, under: str, *, who: str = ANA) -> str:
    """Let somebody speak to us below an item of somebody's."""
    return stage.asked(f"@{US} {text}", who=who, parent=stage.remote(under))


def states(stage: Stage) -> dict[str, str]:
    found = stage.call("inbox.list", state="all", limit=1000)["items"]
    return {i["id"]: i["state"] for i in found}


def item(stage: Stage, number: str) -> dict[str, Any]:
    found = stage.call("inbox.list", state="all", limit=1000)["items"]
    return next(i for i in found if i["id"] == number)


@pytest.fixture
def three(stage: Stage) -> list[str]:
    """Three items: two of Ana's in one thread, one of Chen's; the first is snoozed and labelled."""
    first = stage.asked("Is it vegan?")
    second = asked(stage, "And kosher?", first)
    third = stage.asked("When do you open?", who=CHEN)
    stage.call("inbox.snooze", until=stage.engine.desk.now() + HOUR, items=[first])
    stage.call("inbox.label", label="Food", items=[first])
    return [first, second, third]


DEEDS: list[tuple[str, dict[str, Any]]] = [
    ("inbox.set_state", {"state": "done"}),
    ("inbox.set_state", {"state": "muted"}),
    ("inbox.set_state", {"state": "waiting"}),
    ("inbox.snooze", {"until": "tomorrow"}),
    ("inbox.snooze", {"until": "reply"}),
    ("inbox.unsnooze", {}),
    ("inbox.label", {"label": "food"}),
    ("inbox.label", {"label": "Ganz neu"}),
    ("inbox.unlabel", {"label": "FOOD"}),
    ("inbox.assign", {"who": "Mei"}),
    ("inbox.prioritize", {"priority": 1}),
    ("inbox.prioritize", {"priority": -1}),
    ("inbox.mute", {}),
    ("inbox.mute", {"what": "person"}),
]


@pytest.mark.parametrize(("command", "args"), DEEDS, ids=lambda v: str(v))
def test_each_deed_is_taken_back_to_the_byte(
    stage: Stage, three: list[str], command: str, args: dict[str, Any]
) -> None:
    before = picture(stage)
    answer = stage.call(command, items=three, **args)
    assert answer["count"] == 3 and answer["items"] == three
    after = picture(stage)
    assert after != before
    way = answer["undo"]
    stage.call(way["command"], **way["args"])
    assert picture(stage) == before
    again = stage.call(way["command"], **way["args"])  # a second time it changes nothing
    assert again["count"] == len(again["items"]) and picture(stage) == before
    # and by the command that takes back whatever came last
    stage.call(command, items=three, **args)
    assert stage.call("undo")["undone"]["command"] == command
    assert picture(stage) == before


def test_undo_goes_back_one_deed_at_a_time(stage: Stage, three: list[str]) -> None:
    pictures = [picture(stage)]
    for command, args in DEEDS[:12]:
        stage.call(command, items=three, **args)
        pictures.append(picture(stage))
    while len(pictures) > 1:
        assert picture(stage) == pictures.pop()
        stage.call("undo")
    assert picture(stage) == pictures[0]
    left = [d for d in stage.call("deeds.list")["deeds"] if d["can_undo"]]
    assert [d["command"] for d in left] == ["inbox.label", "inbox.snooze"]  # of the fixture
    stage.call("undo")
    stage.call("undo")
    with pytest.raises(Missing, match="nothing_to_undo"):
        stage.call("undo")


def test_undo_takes_back_what_is_no_triage_too(stage: Stage, three: list[str]) -> None:
    (draft,) = stage.call("drafts.save", text="Half a thought", item=three[2])["drafts"]
    stage.call("drafts.delete", id=draft["id"])
    assert stage.drafts() == []
    assert stage.call("undo")["undone"]["command"] == "drafts.delete"
    assert stage.drafts() == ["Half a thought"]
    assert stage.call("undo")["undone"]["command"] == "inbox.label"  # not the draft once more


def test_what_has_left_does_not_stand_in_the_way_of_what_was_done_before(
    stage: Stage, three: list[str]
) -> None:
    stage.reply(three[0], "It is on its way")
    stage.send()
    with pytest.raises(Rejected, match="too_late"):  # said once: nobody believes it taken back
        stage.call("undo")
    assert not stage.call("deeds.list")["deeds"][0]["can_undo"]
    assert stage.call("undo")["undone"]["command"] == "inbox.label"


def test_nothing_is_done_where_one_is_missing(stage: Stage, three: list[str]) -> None:
    before = picture(stage), len(stage.call("deeds.list")["deeds"])
    with pytest.raises(Missing) as caught:
        stage.call("inbox.set_state", items=[three[0], "12", three[1], "34"], state="done")
    assert caught.value.why == "unknown_item"
    assert caught.value.facts["id"] == ["12", "34"]
    for none in ({"items": []}, {"query": "  "}, {}, {"items": [three[0]], "query": "vegan"}):
        with pytest.raises(Rejected, match="nothing_chosen"):
            stage.call("inbox.set_state", state="done", **none)
    assert (picture(stage), len(stage.call("deeds.list")["deeds"])) == before


def test_a_search_is_a_choice(stage: Stage, three: list[str]) -> None:
    answer = stage.call("inbox.set_state", query="kosher", state="done")
    assert answer["items"] == [three[1]]
    assert states(stage) == {three[0]: "waiting", three[1]: "done", three[2]: "open"}
    nothing = stage.call("inbox.set_state", query="zebra", state="done")
    assert nothing == {"count": 0, "items": [], "undo": None}
    (deed, *_) = stage.call("deeds.list")["deeds"]
    assert (deed["args"]["query"], deed["count"]) == ("kosher", 1)


def test_the_id_of_a_post_stands_for_its_item(stage: Stage, three: list[str]) -> None:
    def post(db: Connection) -> int:
        found = db.execute("SELECT post_id FROM interactions WHERE id = ?", (int(three[2]),))
        return int(found.fetchone()[0])

    number = stage.engine.desk.store.read(post)
    answer = stage.call("inbox.set_state", items=[str(number)], state="done")
    assert answer["items"] == [three[2]]


def test_one_item_as_scripts_know_it(stage: Stage, three: list[str]) -> None:
    answer = stage.call("inbox.set_state", item=three[2], state="done")
    assert answer["item"] == {"id": three[2], "state": "done"}


# snooze


def test_a_snoozed_item_wakes_at_its_time(stage: Stage, clock: HandClock) -> None:
    one = stage.asked("Is it vegan?")
    told = stage.call("inbox.snooze", until=stage.engine.desk.now() + HOUR, items=[one])
    assert item(stage, one)["state"] == "waiting" and told["until"]
    assert [i["id"] for i in stage.call("inbox.list", state="snoozed")["items"]] == [one]
    clock.move(HOUR / 1000 - 60)
    assert stage.engine._wake_snoozed() is not None
    assert item(stage, one)["state"] == "waiting"
    clock.move(61)
    assert stage.engine._wake_snoozed() is None
    assert (item(stage, one)["state"], item(stage, one)["woke"]) == ("open", "time")
    assert stage.call("inbox.list")["items"][0]["id"] == one


def test_an_engine_that_starts_late_wakes_at_once(stage: Stage, clock: HandClock) -> None:
    one = stage.asked("Is it vegan?")
    stage.call("inbox.snooze", until="tomorrow", items=[one])
    stage.close()
    clock.move(3 * 24 * 3600)
    stage.open()
    assert (item(stage, one)["state"], item(stage, one)["woke"]) == ("open", "time")


@pytest.mark.parametrize("until", ["tomorrow", "reply"])
@pytest.mark.parametrize("thanks", ["Thanks!", "好的谢谢", "👍"])
def test_a_mere_thanks_wakes_nothing_but_substance_does(
    stage: Stage, until: str, thanks: str
) -> None:
    one = stage.asked("Is it vegan?")
    stage.call("inbox.snooze", until=until, items=[one])
    polite = asked(stage, thanks, one)
    assert item(stage, one)["state"] == "waiting"
    assert item(stage, polite)["state"] == "done"
    assert item(stage, polite)["needs_reply"] is False
    other = asked(stage, "I have a question, too: is it vegan?", one, who=CHEN)
    elsewhere = stage.asked("Do you ship to Lisbon?")  # the same person, in another thread
    assert item(stage, one)["state"] == "waiting"
    more = asked(stage, "But does it contain milk?", one)
    assert (item(stage, one)["state"], item(stage, one)["woke"]) == ("open", "answer")
    assert item(stage, one)["wake_at"] is None
    assert {item(stage, i)["state"] for i in (other, elsewhere, more)} == {"open"}


def test_what_waits_for_our_own_reply_is_not_woken(stage: Stage) -> None:
    one = stage.asked("Is it vegan?")
    row = stage.reply(one, "It is.")
    asked(stage, "Hello?? Is it?", one)
    assert item(stage, one)["state"] == "waiting"
    assert stage.state(row) == "ready"


@pytest.mark.parametrize(
    ("until", "why"),
    [("some day", "unknown_time"), ("", "unknown_time"), (5, "time_is_past")],
)
def test_a_time_that_is_none_is_refused(stage: Stage, until: Any, why: str) -> None:
    one = stage.asked("Is it vegan?")
    with pytest.raises(Rejected, match=why):
        stage.call("inbox.snooze", until=until, items=[one])
    assert item(stage, one)["state"] == "open"


def test_a_morning_is_a_morning_also_when_the_clocks_change(
    stage: Stage, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    try:
        one = stage.asked("Is it vegan?")
        here = datetime(2026, 10, 24, 12, tzinfo=ZoneInfo("Europe/Berlin"))  # a Saturday
        clock.move(here.timestamp() - clock.now() / 1000)
        for until, at in {
            "tomorrow": "2026-10-25T08:00:00.000Z",
            "next_week": "2026-10-26T08:00:00.000Z",
            "later": "2026-10-24T16:00:00.000Z",
            "周一 10点": "2026-10-26T09:00:00.000Z",
            "in 2 h": "2026-10-24T12:00:00.000Z",
        }.items():
            assert stage.call("inbox.snooze", until=until, items=[one])["until"] == at, until
    finally:
        monkeypatch.undo()
        time.tzset()


# mute


def test_what_comes_into_a_muted_thread_is_born_muted(stage: Stage) -> None:
    one = stage.asked("Is it vegan?")
    told = stage.call("inbox.mute", items=[one])
    assert told["muted"] == 1
    later = asked(stage, "Bump", one, who=CHEN)
    deeper = asked(stage, "Bump bump", later)
    apart = stage.asked("A thread of its own?")
    assert [item(stage, i)["state"] for i in (one, later, deeper, apart)] == [
        "muted", "muted", "muted", "open"
    ]  # fmt: skip
    assert stage.call("inbox.unmute", items=[deeper])["opened"] == 3
    assert {item(stage, i)["state"] for i in (one, later, deeper)} == {"open"}
    again = asked(stage, "And now?", deeper)
    assert item(stage, again)["state"] == "open"
    stage.call("undo")  # of the unmuting
    assert {item(stage, i)["state"] for i in (one, later, deeper)} == {"muted"}


def test_a_muted_person_is_not_heard_anywhere(stage: Stage) -> None:
    one = stage.asked("Buy my stuff")
    other = stage.asked("Is it vegan?", who=CHEN)
    stage.call("inbox.mute", items=[one], what="person")
    later = stage.asked("Buy more of my stuff")
    assert item(stage, later)["state"] == "muted"
    assert item(stage, other)["state"] == "open"
    # a thread that is muted for its own sake stays so
    stage.call("inbox.mute", items=[later])
    assert stage.call("inbox.unmute", items=[one], what="person")["opened"] == 1
    assert [item(stage, i)["state"] for i in (one, later)] == ["open", "muted"]


# labels, notes, priority


def test_labels_are_listed_renamed_coloured_and_deleted(stage: Stage, three: list[str]) -> None:
    stage.call("inbox.label", label="food", items=three)
    assert stage.call("labels.list")["labels"] == [{"name": "Food", "color": "", "count": 3}]
    stage.call("inbox.label", label="Other", items=three[:1])
    with pytest.raises(Rejected, match="label_taken"):
        stage.call("labels.rename", name="food", to="OTHER")
    before = picture(stage)
    stage.call("labels.rename", name="FOOD", to="食物")
    assert item(stage, three[0])["labels"] == ["Other", "食物"]
    stage.call("labels.color", name="食物", color="#AABBCC")
    stage.call("labels.delete", name="食物")
    assert item(stage, three[1])["labels"] == []
    for _ in range(3):
        stage.call("undo")
    assert picture(stage) == before
    with pytest.raises(Rejected, match="bad_color"):
        stage.call("labels.color", name="Food", color="red")
    with pytest.raises(Missing, match="unknown_label"):
        stage.call("inbox.unlabel", label="none", items=three)
    with pytest.raises(Rejected, match="empty"):
        stage.call("inbox.label", label=" , ", items=three)


def test_undoing_a_label_leaves_what_was_done_since(stage: Stage, three: list[str]) -> None:
    told = stage.call("inbox.label", label="New", items=three[:1])
    stage.call("inbox.label", label="New", items=three[1:2])
    stage.call("inbox.label", label="Late", items=three[:1])
    stage.call("inbox.restore", **told["undo"]["args"])
    assert item(stage, three[0])["labels"] == ["Food", "Late"]
    assert item(stage, three[1])["labels"] == ["New"]


def test_notes_are_written_changed_deleted_and_brought_back(stage: Stage, three: list[str]) -> None:
    empty = picture(stage)
    made = stage.call("notes.add", item=three[0], text="Knows the owner", author="Mei")["note"]
    assert stage.call("inbox.thread", item=three[0])["notes"] == [made]
    written = picture(stage)
    edited = stage.call("notes.edit", id=made["id"], text="Knows the owner well")["note"]
    assert edited["edited_at"] and edited["author"] == "Mei"
    stage.call("notes.delete", id=made["id"])
    assert stage.call("notes.list", item=three[0])["notes"] == []
    stage.call("undo")
    assert stage.call("notes.list", item=three[0])["notes"] == [edited]
    stage.call("undo")
    assert picture(stage) == written
    stage.call("undo")
    assert picture(stage) == empty
    with pytest.raises(Rejected, match="empty"):
        stage.call("notes.add", item=three[0], text=" \n ")
    with pytest.raises(Missing, match="unknown_note"):
        stage.call("notes.edit", id="7", text="x")


def test_priority_by_hand_outranks_the_rest(stage: Stage, clock: HandClock) -> None:
    first = stage.asked("Is it vegan?")
    clock.move(1)
    second = stage.asked("When do you open?")
    assert [i["id"] for i in stage.call("inbox.list")["items"]] == [first, second]
    stage.call("inbox.prioritize", items=[second], priority=1)
    assert [i["id"] for i in stage.call("inbox.list")["items"]] == [second, first]
    assert item(stage, second)["lane"] == "urgent"
    assert [i["id"] for i in stage.call("inbox.list", lane="urgent")["items"]] == [second]
    stage.call("inbox.prioritize", items=[second], priority=0)
    assert item(stage, second)["lane"] == "normal"


def test_the_inbox_is_listed_by_many_traits(stage: Stage, three: list[str]) -> None:
    stage.call("inbox.assign", items=three[1:2], who="Mei")

    def listed(**which: Any) -> list[str]:
        return [i["id"] for i in stage.call("inbox.list", **which)["items"]]

    assert listed(label="food", state="all") == [three[0]]
    assert set(listed(unlabelled=True)) == set(three[1:])
    assert listed(assignee="Mei") == [three[1]]
    assert listed(assignee="") == [three[2]]
    assert listed(query="open") == [three[2]]
    assert set(listed(account=stage.accounts[0])) == set(three[1:])
    assert listed(kinds=["follow"]) == listed(vip=True) == listed(overdue=True) == []
    with pytest.raises(Rejected, match="unknown_lane"):
        listed(lane="fast")


# groups and the digest


def test_likes_of_one_post_are_one_group(stage: Stage) -> None:
    ours = stage.world.say(US, "Something new today.")
    for who in (ANA, CHEN):
        stage.world.react(who, ours)
    stage.call("sync")
    (group,) = stage.call("inbox.groups")["groups"]
    assert group["count"] == 2 and len(group["names"]) == 2
    assert group["text"] == "Something new today."
    told = stage.call("inbox.set_state", group=group["group"], state="done")
    assert told["count"] == 2
    assert stage.call("inbox.groups")["groups"] == []
    stage.call("undo")
    assert stage.call("inbox.groups")["groups"] == [group]


def test_the_digest_tells_what_came_since_the_last_look(stage: Stage, clock: HandClock) -> None:
    stage.asked("Is it vegan?")
    clock.move(1)
    told = stage.call("inbox.digest", look=True)
    assert told["total"] == told["needs_reply"] == 1
    assert told["accounts"] == {stage.accounts[0]: 1}
    assert told == {**stage.call("inbox.digest", since=1), "since": told["since"]}
    clock.move(60)
    assert stage.call("inbox.digest")["total"] == 0
    stage.asked("When do you open?")
    assert stage.call("inbox.digest", look=True)["total"] == 1
