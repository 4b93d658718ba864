"""Triage in the terminal: on one item, on many, on a search; taken back; told to people."""

from __future__ import annotations

from typing import Any

import pytest

from cmapp.cli import text
from tests.support.stage import CHEN, US
from tests.unit.cli.conftest import Shop


@pytest.fixture
def items(shop: Shop) -> list[str]:
    return [shop.asked("Is it vegan?"), shop.asked("Is it kosher?"), shop.asked("When?")]


def listed(shop: Shop, *which: str) -> list[str]:
    return [i["id"] for i in shop("inbox", *which).json["items"]]


CHANGES: list[tuple[list[str], list[str]]] = [
    (["done"], ["--state", "done"]),
    (["snooze", "tomorrow"], ["--state", "snoozed"]),
    (["snooze", "2099-01-01T08:00+08:00"], ["--state", "snoozed"]),
    (["snooze", "reply"], ["--state", "waiting"]),
    (["label", "VIP 客"], ["--label", "vip 客"]),
    (["assign", "Mei"], ["--assignee", "Mei"]),
    (["priority", "high"], ["--lane", "urgent"]),
    (["priority", "low"], ["--lane", "low"]),
    (["mute"], ["--state", "muted"]),
    (["mute", "--person"], ["--state", "muted"]),
]


@pytest.mark.parametrize(("words", "seen"), CHANGES, ids=lambda v: " ".join(v))
def test_a_deed_on_many_and_its_undo(
    shop: Shop, items: list[str], words: list[str], seen: list[str]
) -> None:
    said = shop(*words, *items).json
    assert (said["count"], said["items"]) == (3, items)
    assert sorted(listed(shop, *seen)) == sorted(items)
    assert shop("undo").json["undone"]["count"] == 3
    assert listed(shop, *seen) == []
    assert len(listed(shop)) == 3
    # by a search
    found = shop(*words, "--search", "kosher").json["items"]
    assert found == [items[1]]
    told = shop.words("undo").out
    assert told.startswith("Taken back: ") and "kosher" in told


def test_each_deed_is_told_in_words(shop: Shop, items: list[str]) -> None:
    def said(*argv: str) -> str:
        found = shop.words(*argv)
        assert found.status == 0, found
        return found.out

    assert said("done", items[0]) == "1 item: done. To take it back: cmapp undo\n"
    assert said("reopen", *items).startswith("3 items: open.")
    assert "off until they write" in said("snooze", "reply", items[0])
    assert said("unsnooze", items[0]).startswith("1 item: open.")
    assert "labelled Food" in said("label", "Food", items[0])
    assert said("labels").startswith("Food  1")
    assert said("labels", "rename", "food", "Essen").startswith("Essen  1")
    assert "#aabbcc" in said("labels", "color", "Essen", "#AABBCC")
    assert said("labels", "delete", "Essen").startswith("No labels yet")
    assert "given to Mei" in said("assign", "Mei", items[0])
    assert "nobody's" in said("assign", "", items[0])
    assert "priority high" in said("priority", "high", items[0])
    assert "1 muted" in said("mute", items[0])
    assert "1 open again" in said("unmute", items[0])
    assert "Mei: Regular" in said("note", "add", items[0], "--text", "Regular", "--author", "Mei")
    note = shop("note", "list", items[0]).json["notes"][0]["id"]
    assert "Very regular" in said("note", "edit", note, "--text", "Very regular")
    assert "Very regular" in said("thread", items[0])
    assert "Very regular" in said("note", "delete", note)
    assert said("done", "--search", "zebra") == "Nothing was found.\n"
    told = said("history")
    assert "notes.delete" in told and "inbox.mute on 1" in told
    assert "inbox.set_state on 3  state open" in told


def test_a_digest_tells_near_duplicates_beside_groups() -> None:
    found = {
        "since": "2026-01-01T00:00:00Z", "total": 6, "needs_reply": 3, "overdue": 0, "kinds": {},
        "accounts": {}, "lanes": {}, "signals": {}, "negative": [], "closing": [],
        "alike": [{"count": 3, "text": "Where is it?", "first": "i1"}],
        "groups": [{"group": {"account": "a", "kind": "reaction", "target": "p"}, "count": 3,
                    "names": ["Ana"], "text": "New"}],
    }  # fmt: skip
    told = list(text.digest(found))
    assert told[1:] == ["3 say the same: Where is it? (--alike i1)", "a:reaction:p  3  Ana  New"]


def test_groups_and_the_digest_in_words(shop: Shop) -> None:
    post = shop.world.say(US, "Something new today.")
    for who in (CHEN, "ana.lopes", "wei"):
        shop.world.react(who, post)
    shop("sync")
    told = shop.words("inbox", "groups").out
    name = told.split()[0]
    assert "Something new today." in told and "  3  " in told
    assert "reaction 3" in shop.words("inbox", "digest", "--peek").out
    assert shop("inbox", "digest").json["kinds"] == {"reaction": 3}
    assert shop("inbox", "digest").json["kinds"] == {}
    assert shop("inbox", "digest", "--since", "2020-01-01").json["kinds"] == {"reaction": 3}
    assert shop("done", "--group", name).json["count"] == 3
    assert shop.words("inbox", "groups").out == "Nothing waits here.\n"
    one = shop("inbox", "--state", "done").json["items"][0]["id"]
    assert shop("reopen", "--alike", one).json["items"] == [one]


@pytest.mark.parametrize(
    "argv",
    [
        ("done",),
        ("done", "1", "--search", "x"),
        ("done", "--group", "x"),
        ("priority", "9", "1"),
        ("inbox", "digest", "--since", "noon"),
    ],
    ids=" ".join,
)
def test_what_makes_no_sense_is_usage(shop: Shop, argv: tuple[str, ...]) -> None:
    found = shop(*argv)
    assert (found.status, found.code) == (2, "usage")


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        (("done", "{}", "404"), "unknown_item"),
        (("snooze", "soon", "{}"), "unknown_time"),
        (("snooze", "2001-01-01", "{}"), "time_is_past"),
        (("unlabel", "none", "{}"), "unknown_label"),
        (("label", " ", "{}"), "empty"),
        (("done", "--search", " "), "nothing_chosen"),
        (("undo",), "nothing_to_undo"),
        (("note", "edit", "5", "--text", "x"), "unknown_note"),
    ],
    ids=str,
)
def test_an_error_changes_nothing(shop: Shop, argv: tuple[str, ...], code: str) -> None:
    item = shop.asked()
    before: Any = shop("inbox", "--state", "all").json
    found = shop(*(a.format(item) for a in argv))
    assert (found.status, found.code) == (1, code)
    assert shop("inbox", "--state", "all").json == before
    assert shop("history").json == {"deeds": []}


MISREAD = ("is:opne", "vegan -is:dne", "vegan since:yestrday", "-form:ana", "(kosher OR hsa:image)")
BULK: list[list[str]] = [
    ["done"], ["reopen"], ["snooze", "tomorrow"], ["label", "x"], ["assign", "Mei"],
    ["priority", "low"], ["mute"], ["moderate", "mute"], ["suggestions", "add", "--title", "t"],
]  # fmt: skip


@pytest.mark.parametrize("words", BULK, ids=" ".join)
def test_a_search_that_was_not_understood_changes_nothing(
    shop: Shop, items: list[str], words: list[str]
) -> None:
    before: Any = shop("inbox", "--state", "all").json
    for query in MISREAD:
        found = shop(*words, "--search", query)
        assert (found.status, found.code) == (1, "query_misread"), query
        said = shop.words(*words, "--search", query).err
        assert "opne" in said or query != "is:opne"
    assert shop("inbox", "--state", "all").json == before
    assert shop("history").json == {"deeds": []}
    assert shop("inbox", "--search", "vegan -is:dne").status == 0  # a look shows what it found


def test_in_quotation_marks_the_same_is_words(shop: Shop, items: list[str]) -> None:
    odd = shop.asked("Why does it say is:opne here?")
    assert shop("done", "--search", '"is:opne"').json["items"] == [odd]
    assert shop("done", "--search", '-"is:opne" vegan').json["items"] == [items[0]]


def test_notes_and_tasks_on_many_and_on_a_search(shop: Shop, items: list[str]) -> None:
    many = shop("note", "add", *items, "--text", "Ask Mei").json
    assert [n["item"] for n in many["notes"]] == many["items"] == items
    found = shop("note", "add", "--search", "kosher", "--text", "Again").json
    assert [n["item"] for n in found["notes"]] == [items[1]] and found["note"]["text"] == "Again"
    shop("undo")
    shop("undo")
    assert all(not shop("note", "list", i).json["notes"] for i in items)
    assert shop("note", "add", items[0], "123", "--text", "x").code == "unknown_item"
    assert not shop("note", "list", items[0]).json["notes"]
    assert shop("note", "add", "--search", "nowhere", "--text", "x").json["count"] == 0

    made = shop("tasks", "add", "Call", "--search", "vegan OR kosher").json["tasks"]
    assert sorted(t["item"] for t in made) == sorted(items[:2])
    none = shop("tasks", "add", "Call", "--search", "nowhere").json
    assert none == {"tasks": [], "undo": None}
    shop("undo")
    assert shop("tasks", "list").json["tasks"] == []


def test_the_threads_of_many_and_of_a_search(shop: Shop, items: list[str]) -> None:
    one = shop("thread", items[0]).json
    told = shop("thread", *items).json["threads"]
    assert [t["item"] for t in told] == items and told[0]["posts"] == one["posts"]
    found = shop("thread", "--search", "kosher").json["threads"]
    assert [t["item"] for t in found] == [items[1]]
    assert "Is it kosher?" in shop.words("thread", *items).out
    assert shop("thread").status == shop("thread", items[0], "--search", "x").status == 2
    assert shop("thread", *items, "123").code == "unknown_item"


def _numbers(found: Any) -> list[int]:
    if isinstance(found, dict):
        return [n for v in found.values() for n in _numbers(v)]
    if isinstance(found, list):
        return [n for v in found for n in _numbers(v)]
    return [found] if isinstance(found, int) else []


def test_no_answer_has_an_id_that_a_script_would_round(shop: Shop, items: list[str]) -> None:
    """An id as a number is past 2**53: jq and JavaScript give back another one."""
    task = shop("tasks", "add", "Call", *items).json["tasks"][0]["id"]
    logged = shop("log", "add", "phone", "Frau Meier", "--text", "Is it here?").json["item"]["id"]
    for words in (
        ["done", *items], ["note", "add", *items, "--text", "x"], ["mute", "--person", items[0]],
        ["tasks", "edit", task, "--title", "Call her"], ["tasks", "done", task],
        ["tasks", "delete", task], ["log", "answer", logged, "--text", "Yes."],
        ["log", "remove", logged], ["history"],
    ):  # fmt: skip
        told = shop(*words)
        assert told.status == 0, words
        assert not [n for n in _numbers(told.json) if abs(n) > 2**53], words


def test_a_like_and_its_undoing(shop: Shop, items: list[str]) -> None:
    said = shop("like", *items).json
    assert (said["count"], [r["kind"] for r in said["rows"]]) == (3, ["like"] * 3)
    assert shop.words("undo").status == 0
    assert {r["state"] for r in shop("outbox", "list").json["rows"]} == {"cancelled"}
    told = shop.words("unlike", "--search", "kosher")
    assert told.out.startswith("1 item: to be liked no longer."), told
