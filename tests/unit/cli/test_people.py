"""`cmapp people …`: every deed on people from the command line, each with its way back."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cmapp.store.database import Store
from cmapp.system.paths import Paths
from tests.support.stage import ANA, CHEN, COLLEAGUE, US


@pytest.fixture
def town(shop: Any) -> Any:
    """Two people who wrote to us, one of them to both accounts."""
    for us in (US, COLLEAGUE):
        post = shop.world.say(us, "Something new today.")
        shop.world.say(ANA, f"Is it vegan? {us}", parent=post)
        shop.world.say(CHEN, f"什么时候补货？{us}", parent=post)
    shop("sync")
    return shop


def people(shop: Any, *query: str) -> list[dict[str, Any]]:
    return list(shop("people", "list", *query).json["people"])


def find(shop: Any, handle: str) -> dict[str, Any]:
    return next(p for p in people(shop) if p["handle"] == handle)


def rows(shop: Any) -> str:
    store = Store.reader(Paths(shop.profile).database)
    tables = ("contacts", "contact_facts", "contact_tags", "notes", "profiles", "visits",
              "not_the_same", "searches", "interactions")  # fmt: skip
    found = store.read(
        lambda db: {t: [tuple(r) for r in db.execute(f"SELECT * FROM {t}")] for t in tables}
    )
    store.close()
    return json.dumps(found)


def undo(shop: Any, answer: dict[str, Any]) -> dict[str, Any]:
    """Do what an answer says takes it back, as the window does."""
    from cmapp.services.engine import Engine
    from cmapp.system import network

    network.process.open()
    engine = Engine.open(Paths(shop.profile), serve=False)
    try:
        return engine.call(answer["undo"]["command"], **answer["undo"]["args"])
    finally:
        engine.close()


def test_people_are_listed_with_their_stage_and_shown_whole(town):
    ana = find(town, ANA)
    assert (ana["stage"], ana["visits"], ana["interactions"]) == ("new", 1, 2)
    card = town("people", "show", f"@{ANA}").json
    assert card["id"] == ana["id"]
    assert card["stage_rule"] == {"stage": "new", "rule": "first_seen", "days": 30}
    assert len(card["items"]) == 2
    assert len(card["threads"]) == 2
    assert "Is it vegan?" in town.words("people", "show", ana["id"]).out
    assert town.words("people", "list", "stage:new").out.count("visits") == 2
    assert "here on 5+ days within 180 days" in town.words("people", "stages").out


@pytest.mark.parametrize(
    "deed",
    [
        ("vip", ANA), ("mute", ANA, CHEN), ("stage", "loyal", ANA), ("tag", "press", ANA, CHEN),
        ("name", ANA, "Ana of the corner shop"), ("note", "add", ANA, "--text", "likes blue"),
        ("fact", "add", ANA, "city", "Lisbon"), ("merge", ANA, CHEN), ("not-same", ANA, CHEN),
        ("segments", "save", "friends", "stage:loyal"), ("vip", "--search", "stage:new"),
        ("tag", "all", "--search", ""),
    ],
)  # fmt: skip
def test_each_deed_is_taken_back_to_the_byte(town, deed):
    before = rows(town)
    answer = town("people", *deed).json
    assert rows(town) != before
    undo(town, answer)
    assert rows(town) == before
    assert town("people", *deed).status == 0  # and once more, to take it back by its own twin


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (("vip", ANA, CHEN), ("vip", "--off", "--search", "")),
        (("tag", "press", ANA, CHEN), ("untag", "press", ANA, CHEN)),
        (("stage", "loyal", ANA), ("stage", "rules", ANA)),
        (("merge", ANA, CHEN), ("unmerge", CHEN)),
        (("not-same", ANA, CHEN), ("not-same", "--forget", ANA, CHEN)),
        (("segments", "save", "friends", "stage:loyal"), ("segments", "remove", "friends")),
        (("segments", "save", "friends", "vip:yes"), ("segments", "save", "friends", "vip:no")),
    ],
)
def test_taking_away_is_undone_to_the_byte(town, first, then):
    empty = rows(town)
    assert town("people", *first).status == 0
    before = rows(town)
    answer = town("people", *then).json
    assert (rows(town) == empty) != (then[1] == "save")
    undo(town, answer)
    same = [json.loads(r) for r in (rows(town), before)]
    for table in same[0]:  # what was made anew has the numbers of today
        loose = table in ("contacts", "profiles", "searches", "contact_tags", "not_the_same")
        assert len(same[0][table]) == len(same[1][table])
        if not loose:
            assert same[0][table] == same[1][table]


@pytest.mark.parametrize("kind", ["fact", "note"])
def test_a_removed_fact_or_note_comes_back_as_it_was(town, kind):
    what = ("city", "Lisbon") if kind == "fact" else ("--text", "likes blue")
    made = town("people", kind, "add", ANA, *what).json[kind]
    before = json.loads(rows(town))
    answer = town("people", kind, "remove", made["id"]).json
    assert town("people", "show", ANA).json[f"{kind}s"] == []
    undo(town, answer)
    assert town("people", "show", ANA).json[f"{kind}s"] == [made]
    table = "contact_facts" if kind == "fact" else "notes"
    assert [r[0] for r in json.loads(rows(town))[table]] == [r[0] for r in before[table]]


def test_a_fact_names_where_it_comes_from(town):
    item = town("people", "show", ANA).json["items"][0]
    made = town("people", "fact", "add", ANA, "diet", "vegan", "--source", item["id"]).json
    assert made["fact"]["source"] == {"kind": "item", "item": item["id"]}
    assert made["fact"]["at"] == item["created_at"]
    assert town("people", "fact", "add", CHEN, "diet", "x", "--source", item["id"]).code == (
        "not_theirs"
    )
    assert town("people", "fact", "add", ANA, "x", "y", "--source", "77").code == "unknown_item"
    assert town("people", "fact", "add", ANA, " ", "y").code == "empty"


def test_what_differs_is_named_when_two_become_one(town):
    town("people", "fact", "add", ANA, "City", "Lisbon")
    town("people", "fact", "add", CHEN, "city", "上海")
    found = town("people", "merge", ANA, CHEN).json
    assert found["conflicts"] == [{"name": "city", "values": ["Lisbon", "上海"]}]
    card = town("people", "show", CHEN).json
    assert [f["value"] for f in card["facts"]] == ["Lisbon", "上海"]
    assert [i["handle"] for i in card["identities"]] == [ANA, CHEN]
    assert len(card["items"]) == 4
    assert len(people(town)) == 1
    assert town("people", "merge", ANA, ANA).code == "same_person"
    assert town("people", "merge", CHEN, ANA).code == "already_merged"
    town("people", "unmerge", CHEN)
    assert town("people", "unmerge", CHEN).code == "not_merged"


def test_a_vip_comes_first_until_no_longer(town):
    def lanes() -> set[str]:
        items = town("inbox", "--state", "all").json["items"]
        return {i["lane"] for i in items if i["author"]["handle"] == CHEN}

    town("people", "vip", CHEN)
    assert lanes() == {"urgent"}
    first = town("inbox").json["items"][0]
    assert (first["author"]["handle"], first["vip"]) == (CHEN, True)
    town("people", "merge", ANA, CHEN)  # a VIP by any of their names
    assert {i["lane"] for i in town("inbox").json["items"]} == {"urgent"}
    town("people", "vip", "--off", ANA)
    assert lanes() == {"normal"}


def test_segments_are_saved_used_and_named_when_gone(town):
    town("people", "vip", ANA)
    town("people", "segments", "save", "friends", "vip:yes")
    assert [p["handle"] for p in town("people", "list", "--segment", "friends").json["people"]] == [
        ANA
    ]
    assert town("people", "segments", "list", "--count").json["segments"] == [
        {"name": "friends", "query": "vip:yes", "count": 1}
    ]
    assert town("people", "list", "--segment", "foes").code == "unknown_segment"
    assert town("people", "list", "stage:gold").json["notes"] == [
        {"code": "unknown_value", "part": "stage:gold"}
    ]


def test_who_is_not_there_is_said(town):
    for words in (("show", "nobody"), ("show", "99999"), ("vip", "@"), ("merge", ANA, "9999")):
        assert town("people", *words).code == "unknown_person"
    assert town("people", "vip").status == 2
    assert town("people", "stage", "gold", ANA).status == 2


def test_pages_of_people_follow_each_other(town):
    first = town("people", "list", "--limit", "1", "--count").json
    assert first["total"] == 2
    second = town("people", "list", "--limit", "1", "--after", *first["next"]).json
    assert second["next"] is None
    assert {p["handle"] for p in first["people"] + second["people"]} == {ANA, CHEN}
