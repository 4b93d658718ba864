"""One draft goes out from several accounts: each its wording, each once.

Requirements: DR-04, DR-05, CA-01, CA-11.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from cmapp.domain.actions import Publish
from cmapp.domain.errors import Rejected
from cmapp.store import outbox
from tests.support.stage import Stage

DAY = 86_400_000


def saved(at: Stage, text: str = "Hello", **more: Any) -> dict[str, Any]:
    more.setdefault("variants", [{"account": one} for one in at.accounts])
    draft: dict[str, Any] = at.call("drafts.save", text=text, **more)["drafts"][0]
    return draft


def test_each_account_gets_its_wording_and_the_rest_flows(stage: Stage) -> None:
    one, two = stage.accounts
    draft = saved(
        stage,
        "Hello from the plain",
        options={"lang": "en"},
        variants=[{"account": one}, {"account": two, "text": "你好", "options": {"lang": "zh"}}],
    )
    done = stage.call("post.queue", draft=draft["id"])
    assert [(r["account"], r["text"]) for r in done["rows"]] == [
        (one, "Hello from the plain"),
        (two, "你好"),
    ]
    assert done["held"] == [] and done["left_out"] == []
    stage.send()
    assert len(stage.said("Hello from the plain")) == len(stage.said("你好")) == 1
    assert stage.drafts() == []


def test_one_that_is_too_long_is_held_and_the_other_goes(stage: Stage) -> None:
    one, two = stage.accounts
    draft = saved(stage, "short", variants=[{"account": one, "text": "x" * 501}, {"account": two}])
    done = stage.call("post.queue", draft=draft["id"])
    assert [r["account"] for r in done["rows"]] == [two]
    assert [(h["account"], h["code"]) for h in done["held"]] == [(one, "too_long")]
    stage.send()
    (kept,) = stage.call("drafts.list")["drafts"]
    assert kept["variants"][0]["text"] == "x" * 501 and kept["state"] == "draft"
    stage.call(
        "drafts.save",
        id=draft["id"],
        variants=[{"account": one, "text": "fits"}, {"account": two}],
    )
    again = stage.call("post.queue", draft=draft["id"])
    assert [r["account"] for r in again["rows"]] == [one]
    assert [(w["account"], w["why"]) for w in again["left_out"]] == [(two, "sent")]
    stage.send()
    assert len(stage.said("short")) == len(stage.said("fits")) == 1
    assert stage.drafts() == []


def test_a_plan_waits_moves_and_goes_back(stage: Stage, clock: Any) -> None:
    draft = saved(stage, "planned")
    done = stage.call("plan.set", draft=draft["id"], at="2099-12-01T09:00", zone="Europe/Berlin")
    assert done["at"] == "2099-12-01T08:00:00.000Z"
    assert {r["planned_at"] for r in done["rows"]} == {done["at"]} and len(done["rows"]) == 2
    moved = stage.call("plan.move", draft=draft["id"], day="2099-07-01")
    assert moved["at"] == "2099-07-01T07:00:00.000Z" and moved["wall"] == "2099-07-01T09:00"
    stage.call("undo")
    (shown,) = stage.call("drafts.show", id=draft["id"])["drafts"]
    assert shown["plan"]["wall"] == "2099-12-01T09:00" and shown["state"] == "queued"
    states = [r["state"] for r in stage.call("drafts.show", id=draft["id"])["rows"]]
    assert states == ["cancelled"] * 4 + ["ready"] * 2
    stage.call("plan.clear", draft=draft["id"])
    (shown,) = stage.call("drafts.show", id=draft["id"])["drafts"]
    assert shown["plan"] is None and shown["state"] == "draft"


@pytest.mark.parametrize(
    ("at", "zone", "code"),
    [
        ("2000-01-01T09:00", "UTC", "time_is_past"),
        ("2099-03-29T02:30", "Europe/Berlin", "no_such_time"),
        ("soon", "UTC", "bad_time"),
        ("2099-03-29T02:30", "Mars/Olympus", "bad_hours"),
    ],
)
def test_a_time_that_cannot_be_is_refused(stage: Stage, at: str, zone: str, code: str) -> None:
    draft = saved(stage)
    with pytest.raises(Rejected) as no:
        stage.call("plan.set", draft=draft["id"], at=at, zone=zone)
    assert no.value.why == code
    if code == "no_such_time":
        assert no.value.facts["next"] == "2099-03-29T03:30"
    assert stage.call("outbox.list")["rows"] == []


def test_changing_a_queued_plan_makes_its_rows_anew(stage: Stage) -> None:
    draft = saved(stage, "first thought")
    stage.call("plan.set", draft=draft["id"], at="2099-12-01T09:00", zone="UTC")
    done = stage.call("drafts.save", id=draft["id"], text="second thought")
    assert [r["text"] for r in done["rows"]] == ["second thought"] * 2
    live = [r for r in stage.call("outbox.list")["rows"] if r["state"] == "ready"]
    assert [r["text"] for r in live] == ["second thought"] * 2
    with pytest.raises(Rejected) as no:  # nothing half-written goes out
        stage.call("drafts.save", id=draft["id"], text="third", merge=True)
    assert no.value.why == "draft_is_queued"


def test_two_windows_fork_and_never_overwrite(stage: Stage) -> None:
    draft = saved(stage, "common", writer="a")
    ours = stage.call("drafts.save", id=draft["id"], text="ours", writer="a", base=draft["base"])
    assert ours["forked_from"] is None
    for text in ("theirs", "theirs, longer"):
        fork = stage.call(
            "drafts.save", id=draft["id"], text=text, writer="b", base=draft["base"], merge=True
        )
        assert fork["forked_from"] == draft["id"]
    assert sorted(stage.drafts()) == ["ours", "theirs, longer"]
    assert fork["drafts"][0]["title"] == "ours (2)"
    assert [v["account"] for v in fork["drafts"][0]["variants"]] == stage.accounts


def test_a_thread_and_its_first_comment_answer_one_another(stage: Stage) -> None:
    draft = saved(
        stage,
        "One.\n---\nTwo.",
        variants=[{"account": stage.accounts[0]}],
        options={"first_comment": "https://mossfield.example"},
    )
    rows = stage.call("post.queue", draft=draft["id"])["rows"]
    assert [(r["kind"], r["text"]) for r in rows] == [
        ("publish", "One."),
        ("reply", "Two."),
        ("reply", "https://mossfield.example"),
    ]
    deeds = [stage.engine.desk.row(int(r["id"])) for r in rows]
    assert [d.after_id for d in deeds] == [None, deeds[0].id, deeds[1].id]
    assert [d.part for d in deeds] == [0, 1, 1000]


def test_two_segments_of_one_account_have_two_texts(stage: Stage) -> None:
    one = stage.accounts[0]
    draft = saved(
        stage,
        "",
        variants=[
            {"account": one, "segment": "north", "text": "Snow!"},
            {"account": one, "segment": "south", "text": "Sun!"},
        ],
    )
    assert len(stage.call("post.queue", draft=draft["id"])["rows"]) == 2
    stage.send()
    assert len(stage.said("Snow!")) == len(stage.said("Sun!")) == 1


def test_an_account_that_is_gone_is_told_and_the_others_go(stage: Stage) -> None:
    one, two = stage.accounts
    draft = saved(stage, "still here")
    stage.call("accounts.remove", id=one)
    shown = stage.call("drafts.show", id=draft["id"])
    assert shown["gone"] == [one]
    done = stage.call("post.queue", draft=draft["id"])
    assert [(h["account"], h["code"]) for h in done["held"]] == [(one, "unknown_account")]
    assert [r["account"] for r in done["rows"]] == [two]


def test_a_deleted_draft_comes_back_whole(stage: Stage) -> None:
    draft = saved(stage, "whole", title="T", brief={"owner": "me"}, stage="idea")
    stage.call("drafts.save", id=draft["id"], text="whole again")
    before = stage.call("drafts.show", id=draft["id"])
    stage.call("drafts.delete", id=draft["id"])
    assert stage.drafts() == []
    stage.call("undo")
    assert stage.call("drafts.show", id=draft["id"]) == before


def test_a_version_comes_back_whole_and_can_be_undone(stage: Stage) -> None:
    one, two = stage.accounts
    draft = saved(stage, "Tea at nine", title="Tea")
    stage.call(
        "drafts.save",
        id=draft["id"],
        text="Tea at ten",
        title="Late tea",
        variants=[{"account": two, "text": "十点喝茶"}],
    )
    told = stage.call("drafts.diff", id=draft["id"], a=1)
    assert told["segments"] == [
        {"op": "same", "text": "Tea at "},
        {"op": "out", "text": "nine"},
        {"op": "in", "text": "ten"},
    ]
    assert told["changed"] == ["title", "accounts"]
    stage.call("drafts.restore", id=draft["id"], n=1)
    (back,) = stage.call("drafts.show", id=draft["id"])["drafts"]
    assert (back["text"], back["title"], back["versions"]) == ("Tea at nine", "Tea", 3)
    assert [v["account"] for v in back["variants"]] == [one, two]
    stage.call("undo")
    (again,) = stage.call("drafts.show", id=draft["id"])["drafts"]
    assert (again["text"], again["title"], again["versions"]) == ("Tea at ten", "Late tea", 4)
    assert again["variants"][0]["text"] == "十点喝茶"


def test_autosaves_of_one_window_make_one_version(stage: Stage, clock: Any) -> None:
    draft = saved(stage, "a", writer="w")
    for text in ("ab", "abc"):
        stage.call("drafts.save", id=draft["id"], text=text, merge=True, writer="w")
    stage.call("drafts.save", id=draft["id"], text="b's own", merge=True, writer="other")
    found = stage.call("drafts.history", id=draft["id"])["versions"]
    assert [v["text"] for v in found] == ["b's own", "abc"]


def test_a_page_of_twenty_thousand_characters_is_quick(stage: Stage) -> None:
    from time import perf_counter

    page = "春眠不觉晓，处处闻啼鸟。夜来风雨声，花落知多少。" * 834  # 20,016 characters
    draft = saved(stage, page, variants=[{"account": stage.accounts[0]}])
    begun = perf_counter()
    stage.call("drafts.save", id=draft["id"], text=page + "又", merge=True)
    kept = perf_counter() - begun
    stage.call("drafts.save", id=draft["id"], options={"split": "numbered"})
    begun = perf_counter()
    done = stage.call("post.preview", draft=draft["id"])["previews"][0]
    shown = perf_counter() - begun
    assert "".join(p["text"].rpartition(" ")[0] for p in done["parts"]) == page + "又"
    assert all(m["used"] <= m["limit"] for p in done["parts"] for m in p["measures"])
    begun = perf_counter()
    stage.call("drafts.diff", id=draft["id"], a=1)
    compared = perf_counter() - begun
    print(f"save {kept:.3f} s, preview as a thread {shown:.3f} s, diff {compared:.3f} s")


def test_pictures_are_fitted_to_each_network_and_a_lost_one_holds(
    stage: Stage, tmp_path: Path
) -> None:
    one, two = stage.accounts
    good, other = tmp_path / "good.png", tmp_path / "other.png"
    Image.new("RGB", (40, 30), "red").save(good)
    Image.new("RGB", (50, 30), "blue").save(other)
    draft = saved(
        stage,
        "Look",
        images=[{"path": str(good), "alt": "A red field"}],
        variants=[{"account": one}, {"account": two, "images": [{"path": str(other), "alt": "B"}]}],
    )
    lost = draft["variants"][1]["media"][0]["path"]
    (stage.paths.media / lost).unlink()
    done = stage.call("post.queue", draft=draft["id"])
    assert [(h["account"], h["facts"]["reason"]) for h in done["held"]] == [(two, "not_found")]
    row = stage.engine.desk.row(int(done["rows"][0]["id"]))
    assert isinstance(row.action, Publish)
    (sent,) = row.action.media
    assert sent.alt == "A red field" and (stage.paths.media / sent.path).is_file()
    shown = stage.call("post.preview", draft=draft["id"])["previews"]
    assert [w["facts"]["reason"] for w in shown[1]["warnings"]] == ["not_found"]


def test_a_picture_without_words_is_held_until_a_reason_is_given(
    stage: Stage, tmp_path: Path
) -> None:
    path = tmp_path / "x.png"
    Image.new("RGB", (40, 30)).save(path)
    draft = saved(stage, "Look", images=[{"path": str(path), "alt": ""}])
    held = stage.call("post.queue", draft=draft["id"])["held"]
    assert [h["code"] for h in held] == ["held_by_checks"] * 2
    done = stage.call("post.queue", draft=draft["id"], overrides={"alt_missing": "an ornament"})
    assert len(done["rows"]) == 2
    kept = stage.call("checks.overrides", draft=draft["id"])["overrides"]
    assert {o["reason"] for o in kept} == {"an ornament"}


def test_a_draft_whose_account_is_gone_can_be_given_another(stage: Stage) -> None:
    one, two = stage.accounts
    draft = saved(stage, "words", variants=[{"account": one, "text": "own words"}])
    stage.call("accounts.remove", id=one)
    same = [{"account": one, "text": "own words, still written"}]
    stage.call("drafts.save", id=draft["id"], variants=same)  # it opens, and can be written on
    given = [{"account": two, "text": "own words, still written"}]
    stage.call("drafts.save", id=draft["id"], variants=given)
    assert stage.call("drafts.show", id=draft["id"])["gone"] == []
    assert [r["account"] for r in stage.call("post.queue", draft=draft["id"])["rows"]] == [two]


def test_what_is_on_its_way_is_not_queued_again(stage: Stage) -> None:
    draft = saved(stage, "once")
    first = stage.call("post.queue", draft=draft["id"])["rows"]
    deed = stage.engine.desk.row(int(first[0]["id"]))
    stage.engine.desk.store.write(lambda tx: outbox.claim(tx, deed.id, now=1))
    done = stage.call("post.queue", draft=draft["id"])
    assert [(w["account"], w["why"]) for w in done["left_out"]] == [(deed.account_id, "on_its_way")]
    assert [r["account"] for r in done["rows"]] == [stage.accounts[1]]


def test_required_fields_of_a_plan_are_asked_for(stage: Stage) -> None:
    draft = saved(stage, "x", brief={"theme": "tea"})
    stage.call("settings.set", plan_fields="theme, owner")
    with pytest.raises(Rejected) as no:
        stage.call("plan.set", draft=draft["id"], at="2099-01-01T09:00")
    assert no.value.why == "plan_incomplete" and no.value.facts["missing"] == ["owner"]
    stage.call("drafts.save", id=draft["id"], brief={"owner": "Ana"})
    assert len(stage.call("plan.set", draft=draft["id"], at="2099-01-01T09:00")["rows"]) == 2


def test_what_the_server_holds_is_changed_and_goes_out_once(stage: Stage, clock: Any) -> None:
    one = stage.accounts[0]
    draft = saved(stage, "held there", variants=[{"account": one}])
    wall = datetime.fromtimestamp(clock.now() / 1000 + 6 * 3600, UTC).strftime("%Y-%m-%dT%H:%M")
    stage.call("plan.set", draft=draft["id"], at=wall, zone="UTC")
    stage.send()
    assert [held.request["text"] for held in stage.world.held()] == ["held there"]
    done = stage.call("drafts.save", id=draft["id"], text="held there, better")
    assert len(done["rows"]) == 1 and done["held"] == []
    for _ in range(4):
        stage.send()
        clock.move(70)
    assert [held.request["text"] for held in stage.world.held()] == ["held there, better"]
    clock.move(7 * 3600)
    for _ in range(3):
        stage.send()
        clock.move(70)
    assert stage.said("held there") == [] and len(stage.said("held there, better")) == 1
    (kept,) = stage.call("drafts.show", id=draft["id"])["drafts"]
    assert kept["done_at"] is not None  # the calendar keeps what went out
    with pytest.raises(Rejected) as no:
        stage.call("drafts.save", id=draft["id"], text="once more")
    assert no.value.why == "draft_is_out"


def test_what_is_out_cannot_be_taken_back_and_that_is_said(stage: Stage) -> None:
    draft = saved(stage, "gone")
    undo = stage.call("post.queue", draft=draft["id"])["undo"]
    stage.send()
    with pytest.raises(Rejected) as no:
        stage.call(undo["command"], **undo["args"])
    assert no.value.why == "too_late"
