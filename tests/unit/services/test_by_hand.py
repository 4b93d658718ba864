"""What was said by phone or in the shop stands in the queue and in search like all else (AC-14)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cmapp.domain.errors import Missing, Rejected, Unsupported
from tests.support.clock import HandClock
from tests.support.stage import Stage

HOUR = 3_600_000


def log(stage: Stage, text: str = "Ist die Teekanne schon da?", **more: Any) -> dict[str, Any]:
    asked = {"channel": "phone", "who": "Frau Meier", "contact": "030 / 123 45 67", "text": text}
    return stage.call("log.add", **{**asked, **more})


def everything(stage: Stage) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of what an entry can touch, and what search finds."""

    def look(db: Any) -> dict[str, list[tuple[Any, ...]]]:
        tables = ("interactions", "posts", "post_states", "item_labels", "notes", "tallies")
        return {
            name: sorted(tuple(r) for r in db.execute(f"SELECT * FROM {name}")) for name in tables
        }

    found = stage.engine.desk.store.read(look)
    found["tallies"] = [t for t in found["tallies"] if t[-1]]
    return found


def test_an_entry_waits_in_the_queue_with_its_deadline(stage: Stage, clock: HandClock) -> None:
    asked = stage.asked("Is it vegan?")
    made = log(stage, at=clock.now() - HOUR)["item"]
    minutes = stage.engine.desk.settings.first_response_minutes
    queue = stage.call("inbox.list")["items"]
    assert [i["id"] for i in queue] == [made["id"], asked], "the one with less time left first"
    (entry,) = [i for i in queue if i["id"] == made["id"]]
    assert entry["needs_reply"] and entry["state"] == "open" and entry["platform"] == "byhand"
    assert entry["due_at"] > entry["created_at"]
    assert stage.call("status")["needs_reply"] == 2
    assert minutes > 0


def test_an_entry_is_found_by_search_by_its_words(stage: Stage) -> None:
    made = log(stage, text="想问一下茶壶什么时候到货")["item"]
    for query in ("茶壶", "到货"):
        hits = stage.call("search", query=query)["hits"]
        assert [h["id"] for h in hits] == [made["id"]]


def test_an_answer_is_recorded_and_counts_as_the_first_reply(
    stage: Stage, clock: HandClock
) -> None:
    item = log(stage)["item"]["id"]
    clock.move(HOUR / 1000)
    done = stage.call("log.answer", item=item, text="Answered: it is here on Friday.")
    assert done["item"]["state"] == "done"
    first = stage.engine.desk.store.read(
        lambda db: db.execute(
            "SELECT first_reply_at - created_at FROM interactions WHERE id = ?", (int(item),)
        ).fetchone()[0]
    )
    assert HOUR <= first < HOUR + 60_000
    thread = stage.call("inbox.thread", item=item)["posts"]
    assert [(p["text"], p["mine"]) for p in thread] == [
        ("Ist die Teekanne schon da?", False),
        ("Answered: it is here on Friday.", True),
    ]
    assert stage.call("search", query="Friday")["hits"]
    assert stage.call("outbox.list")["rows"] == [], "nothing goes out"


def test_an_entry_that_was_put_off_is_done_when_it_is_answered(stage: Stage) -> None:
    item = log(stage)["item"]["id"]
    stage.call("inbox.set_state", item=item, state="waiting")
    before = everything(stage)
    done = stage.call("log.answer", item=item, text="On Friday.")
    assert done["item"]["state"] == "done"
    stage.call(done["undo"]["command"], **done["undo"]["args"])
    assert everything(stage) == before


def test_the_same_person_is_found_again_by_number_address_or_name(stage: Stage) -> None:
    def who(**more: Any) -> Any:
        item = log(stage, **more)["item"]["id"]
        return stage.engine.desk.store.read(
            lambda db: db.execute(
                "SELECT actor_id FROM interactions WHERE id = ?", (int(item),)
            ).fetchone()[0]
        )

    meier = who()
    assert who(channel="shop", who="Frau Meier", contact="") == meier
    assert who(who="", contact="030-1234567") == meier
    assert who(who="030 123 4567", contact="") == meier
    assert log(stage, who="", contact="0301234567")["item"]["author"]["name"] == "Frau Meier"
    other = who(who="Frau Meier", contact="meier@mail.example", channel="email")
    assert other != meier
    assert who(who="MEIER@mail.example", contact="", channel="email") == other
    assert who(who="Herr Li", contact="") not in (meier, other)


def test_each_channel_has_an_account_made_when_it_is_first_used(stage: Stage) -> None:
    def ours() -> list[str]:
        found = stage.call("accounts.list")["accounts"]
        return [a["handle"] for a in found if a["platform"] == "byhand"]

    assert ours() == []
    log(stage)
    log(stage)
    log(stage, channel="shop")
    assert sorted(ours()) == ["phone", "shop"]


def test_the_lanes_pass_over_an_account_with_nothing_to_pull(stage: Stage) -> None:
    log(stage)
    done = stage.call("sync")["accounts"]
    assert [d["error"] for d in done] == [None] * 3
    assert stage.send()["errors"] == {}
    assert stage.call("status")["problems"] == []


def test_it_works_in_flight_mode_and_with_everything_paused(stage: Stage) -> None:
    stage.call("flight.start")
    stage.call("outbox.pause")
    item = log(stage)["item"]["id"]
    assert stage.call("log.answer", item=item, text="Yes.")["item"]["state"] == "done"


def test_an_entry_can_be_triaged_like_any_other(stage: Stage) -> None:
    item = log(stage)["item"]["id"]
    undo = stage.call("inbox.set_state", item=item, state="done")["undo"]
    stage.call(undo["command"], **undo["args"])
    assert stage.call("inbox.list")["items"][0]["id"] == item


def test_removing_and_undoing_puts_back_every_row(stage: Stage) -> None:
    kept = log(stage, text="the other one", who="Herr Li", contact="")["item"]["id"]
    item = log(stage)["item"]["id"]
    stage.call("log.answer", item=item, text="On Friday.")
    before = everything(stage)
    undo = stage.call("log.remove", item=item)["undo"]
    assert [i["id"] for i in stage.call("inbox.list", state="all")["items"]] == [kept]
    for query in ("Teekanne", "Friday"):
        assert stage.call("search", query=query)["hits"] == []
        indexed = stage.engine.desk.store.read(
            lambda db, q=query: db.execute(
                "SELECT rowid FROM post_words WHERE post_words MATCH ?", (q.lower(),)
            ).fetchall()
        )
        assert indexed == [], "no word of it is left in the index"
    for _ in range(2):
        stage.call(undo["command"], **undo["args"])
        assert everything(stage) == before
    for query in ("Teekanne", "Friday"):
        assert stage.call("search", query=query)["hits"]


def test_undoing_an_entry_or_an_answer_leaves_nothing_behind(stage: Stage) -> None:
    log(stage, who="Herr Li", contact="")
    empty = everything(stage)
    made = log(stage)
    asked = everything(stage)
    undo = stage.call("log.answer", item=made["item"]["id"], text="On Friday.")["undo"]
    stage.call(undo["command"], **undo["args"])
    assert everything(stage) == asked
    stage.call(made["undo"]["command"], **made["undo"]["args"])
    assert everything(stage) == empty


def test_an_edit_is_searched_by_its_new_words_and_undone(stage: Stage) -> None:
    item = log(stage)["item"]["id"]
    before = everything(stage)
    undo = stage.call("log.edit", item=item, text="Is the sugar bowl here?", needs_reply=False)[
        "undo"
    ]
    assert stage.call("search", query="Teekanne")["hits"] == []
    assert stage.call("search", query="sugar bowl")["hits"]
    assert not stage.call("inbox.list")["items"][0]["needs_reply"]
    stage.call(undo["command"], **undo["args"])
    assert everything(stage) == before


def test_what_needs_no_reply_waits_for_none(stage: Stage) -> None:
    item = log(stage, needs_reply=False)["item"]
    assert not item["needs_reply"] and stage.call("status")["needs_reply"] == 0


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"channel": "telegraph"}, "unknown_channel"),
        ({"text": " \n"}, "empty"),
        ({"who": " ", "contact": ""}, "empty"),
        ({"at": 5}, "bad_time"),
        ({"at": 99_999_999_999_999}, "bad_time"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    stage: Stage, more: dict[str, Any], code: str
) -> None:
    before = everything(stage)
    with pytest.raises(Rejected, match=code):
        log(stage, **more)
    assert everything(stage) == before


def test_only_what_was_written_down_is_answered_or_taken_out_so(stage: Stage) -> None:
    item = stage.asked("Is it vegan?")
    with pytest.raises(Rejected, match="not_by_hand"):
        stage.call("log.answer", item=item, text="Yes.")
    with pytest.raises(Rejected, match="not_by_hand"):
        stage.call("log.remove", item=item)
    with pytest.raises(Missing):
        stage.call("log.edit", item=item, text="No.")
    with pytest.raises(Missing):
        stage.call("log.restore", rows=json.dumps({"accounts": [{"id": "x"}]}))
    mine = log(stage)["item"]["id"]
    with pytest.raises(Unsupported):
        stage.reply(mine, "This would have to be said on the phone.")
