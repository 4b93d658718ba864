"""Series become drafts once each; what a person changed in one stays theirs (CA-10)."""

from __future__ import annotations

from typing import Any

import pytest

from cmapp.domain.errors import Missing, Rejected
from cmapp.services import recurring
from cmapp.store import drafts, series
from tests.support.clock import HandClock
from tests.support.stage import Stage

ZONE = "Europe/Berlin"  # and it is 1 January 2026, 01:00 there


def made(stage: Stage) -> list[drafts.Draft]:
    return stage.engine.desk.store.read(lambda db: drafts.planned(db, 0, 1 << 50))


def shown(stage: Stage) -> list[tuple[str, str]]:
    return [(d.wall or "", d.text) for d in made(stage)]


def save(stage: Stage, **more: Any) -> dict[str, Any]:
    given: dict[str, Any] = {
        "title": "Tip", "rule": "FREQ=WEEKLY", "wall": "2026-01-05T09:00", "zone": ZONE, "count": 4,
        "draft": {"text": "A tip", "accounts": stage.accounts[:1], "pillar": "tips"},
    }  # fmt: skip
    return stage.call("calendar.series.save", **{**given, **more})


def test_a_series_becomes_planned_drafts_up_to_the_horizon(stage: Stage, clock: HandClock) -> None:
    answer = save(stage, count=52)
    walls = [w for w, _ in shown(stage)]
    assert walls[:2] == ["2026-01-05T09:00", "2026-01-12T09:00"] and walls[-1] == "2026-03-02T09:00"
    assert answer["made"] == len(walls) == 9
    assert {d.state for d in made(stage)} == {"draft"} and {d.pillar for d in made(stage)} == {
        "tips"
    }
    recurring.keep_up(stage.engine.desk)
    assert len(made(stage)) == 9
    clock.move(14 * 86_400)
    recurring.keep_up(stage.engine.desk)
    assert len(made(stage)) == 11
    (entry,) = stage.call("calendar.list", first="2026-01-05", zone=ZONE)["entries"]
    assert (entry["occurrence"], entry["series"]) == ("2026-01-05T09:00", answer["series"][0]["id"])


def test_a_series_that_cannot_be_made_stops_no_other(stage: Stage, clock: HandClock) -> None:
    save(stage, title="A", count=52)
    save(stage, title="B", count=52)
    broken = stage.engine.desk.store.read(series.every)[0].id
    stage.engine.desk.store.write(lambda tx: series.save(tx, broken, {"zone": "Gone/Zone"}, now=1))
    clock.move(14 * 86_400)
    assert recurring.keep_up(stage.engine.desk) == 2


def test_what_is_past_is_not_made(stage: Stage, clock: HandClock) -> None:
    clock.move(6 * 86_400)  # Wednesday, 7 January
    save(stage)
    assert [w[:10] for w, _ in shown(stage)] == ["2026-01-12", "2026-01-19", "2026-01-26"]
    clock.move(30 * 86_400)
    recurring.keep_up(stage.engine.desk)
    assert len(made(stage)) == 3


def test_none_is_made_twice_when_the_making_is_cut_off(stage: Stage, monkeypatch: Any) -> None:
    save(stage, count=1)
    number = stage.engine.desk.store.read(series.every)[0].id
    real, calls = series.note_made, []

    def dies(*args: Any, **more: Any) -> None:
        calls.append(1)
        if len(calls) == 3:
            raise KeyboardInterrupt
        real(*args, **more)

    stage.engine.desk.store.write(
        lambda tx: series.save(tx, number, {"count": 6, "made_until": None}, now=1)
    )
    monkeypatch.setattr(series, "note_made", dies)
    with pytest.raises(KeyboardInterrupt):
        recurring.keep_up(stage.engine.desk)
    assert len(made(stage)) == 1  # all of it was one transaction
    monkeypatch.setattr(series, "note_made", real)
    stage.restart()
    recurring.keep_up(stage.engine.desk)
    recurring.keep_up(stage.engine.desk)
    assert [w[:10] for w, _ in shown(stage)] == [
        "2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26", "2026-02-02", "2026-02-09",
    ]  # fmt: skip


def test_one_is_skipped_and_comes_back(stage: Stage) -> None:
    number = save(stage)["series"][0]["id"]
    before = {d.id for d in made(stage)}
    stage.call("calendar.series.skip", id=number, day="2026-01-12")
    assert [w[:10] for w, _ in shown(stage)] == ["2026-01-05", "2026-01-19", "2026-01-26"]
    assert {d.id for d in made(stage)} < before  # the others were left alone
    stage.call("undo")
    assert len(made(stage)) == 4
    with pytest.raises(Rejected, match="bad_series"):
        stage.call("calendar.series.skip", id=number, day="2026-01-13")


def test_what_was_changed_is_its_own(stage: Stage) -> None:
    number = save(stage)["series"][0]["id"]
    second = made(stage)[1]
    stage.call("drafts.save", id=str(second.id), text="A special tip")
    third = made(stage)[2]
    stage.call("plan.move", draft=str(third.id), day="2026-01-20")
    stage.call("calendar.series.save", id=number, draft={"text": "A better tip"})
    assert shown(stage) == [
        ("2026-01-05T09:00", "A better tip"), ("2026-01-12T09:00", "A special tip"),
        ("2026-01-20T09:00", "A tip"), ("2026-01-26T09:00", "A better tip"),
    ]  # fmt: skip
    (one,) = stage.call("calendar.series.list")["series"]
    assert [n["own"] for n in one["next"]] == [False, True, True, False]
    stage.call("undo")
    assert [t for _, t in shown(stage)] == ["A tip", "A special tip", "A tip", "A tip"]


def test_one_that_was_deleted_does_not_come_back(stage: Stage) -> None:
    number = save(stage)["series"][0]["id"]
    stage.call("drafts.delete", id=str(made(stage)[0].id))
    stage.call("calendar.series.save", id=number, draft={"text": "New"})
    recurring.keep_up(stage.engine.desk)
    assert [w[:10] for w, _ in shown(stage)] == ["2026-01-12", "2026-01-19", "2026-01-26"]


def test_texts_take_turns_and_run_out(stage: Stage) -> None:
    save(stage, count=9, rule="FREQ=DAILY", variations=["a", "b", "c"], repeat=True, queue=False)
    assert "".join(t for _, t in shown(stage)) == "abcabcabc"
    number = stage.call("calendar.series.list")["series"][0]["id"]
    # without the middle one of a pair no text comes twice in a row
    stage.call("calendar.series.skip", id=number, day="2026-01-06")
    assert "".join(t for _, t in shown(stage)) == "abcabcab"
    stage.call("undo")
    stage.call("calendar.series.save", id=number, repeat=False)
    assert "".join(t for _, t in shown(stage)) == "abc"
    with pytest.raises(Rejected, match="bad_series"):
        save(stage, variations=["a"], repeat=True)
    with pytest.raises(Rejected, match="bad_series"):
        save(stage, variations=["a", "A "])


def test_texts_that_take_turns_are_queued(stage: Stage) -> None:
    save(stage, variations=["one", "two", "x" * 100_000])
    states = [(d.text[:3], d.state) for d in made(stage)]
    assert states == [("one", "queued"), ("two", "queued"), ("xxx", "draft")]  # too long: held
    number = stage.call("calendar.series.list")["series"][0]["id"]
    stage.call("calendar.series.end", id=number)
    assert [d.text[:3] for d in made(stage)] == []
    assert {r["state"] for r in stage.call("outbox.list")["rows"]} == {"cancelled"}
    stage.call("undo")
    assert [(d.text[:3], d.state) for d in made(stage)] == states


def test_an_ended_series_makes_nothing_more(stage: Stage, clock: HandClock) -> None:
    number = save(stage, count=52)["series"][0]["id"]
    stage.call("drafts.save", id=str(made(stage)[0].id), text="kept")
    answer = stage.call("calendar.series.end", id=number)["series"][0]
    assert answer["next"] == [] and answer["ended_at"]
    clock.move(90 * 86_400)
    recurring.keep_up(stage.engine.desk)
    assert shown(stage) == [("2026-01-05T09:00", "kept")]


def test_the_making_of_a_series_is_taken_back(stage: Stage) -> None:
    save(stage)
    stage.call("undo")
    assert made(stage) == [] and stage.call("calendar.series.list")["series"] == []


def test_the_clock_on_the_wall_stays_over_summer_time(stage: Stage, clock: HandClock) -> None:
    clock.move(70 * 86_400)
    save(stage, rule="FREQ=DAILY", wall="2026-03-28T02:30", count=3)
    assert [w for w, _ in shown(stage)] == [
        "2026-03-28T02:30",
        "2026-03-29T03:30",
        "2026-03-30T02:30",
    ]
    found = stage.call("calendar.list", first="2026-03-28", last="2026-03-30", zone=ZONE)["entries"]
    assert [e["notes"] for e in found] == [[], [{"code": "moved_on", "from": "02:30"}], []]


def test_a_preview_keeps_nothing_and_says_what_is_wrong(stage: Stage) -> None:
    given: dict[str, Any] = {"rule": "FREQ=WEEKLY", "wall": "2026-01-05T09:00", "zone": ZONE}
    found = stage.call("calendar.series.preview", **given)
    assert (found["trouble"]["code"], found["next"]) == ("never_ends", [])
    found = stage.call(
        "calendar.series.preview", **given, count=30, variations=["a", "b"], repeat=True
    )
    assert found["total"] == 30 and [n["variation"] for n in found["next"]][:3] == [0, 1, 0]
    assert made(stage) == [] and stage.call("calendar.series.list")["series"] == []


def test_a_series_is_made_of_a_draft(stage: Stage) -> None:
    draft = stage.call(
        "drafts.save", text="A tip", options={"lang": "en"}, brief={"goal": "trust"},
        variants=[{"account": a, "text": f"for {n}"} for n, a in enumerate(stage.accounts)],
    )["drafts"][0]["id"]  # fmt: skip
    save(stage, draft=None, source=draft)
    first = made(stage)[0]
    assert [v.text for v in first.variants] == ["for 0", "for 1"]
    assert (first.text, first.options, first.brief) == ("A tip", {"lang": "en"}, {"goal": "trust"})


@pytest.mark.parametrize(
    ("more", "error", "code"),
    [
        ({"count": None}, Rejected, "never_ends"),
        ({"title": " "}, Rejected, "empty"),
        ({"draft": {"text": ""}}, Rejected, "empty"),
        ({"draft": {"text": "x", "color": "red"}}, Rejected, "bad_series"),
        ({"draft": {"text": "x", "accounts": ["nobody"]}}, Missing, "unknown_account"),
        ({"draft": {"text": "x", "campaign": "7"}}, Missing, "unknown_campaign"),
        ({"source": "7"}, Missing, "unknown_draft"),
        ({"id": "7"}, Missing, "unknown_series"),
        ({"zone": "Mars/Base"}, Rejected, "bad_hours"),
        ({"wall": "09:00"}, Rejected, "bad_time"),
    ],
)
def test_a_series_that_cannot_be_changes_nothing(
    stage: Stage, more: dict[str, Any], error: type[Exception], code: str
) -> None:
    with pytest.raises(error, match=code):
        save(stage, **more)
    assert made(stage) == [] and stage.call("calendar.series.list")["series"] == []


def test_required_fields_of_a_plan_hold_for_series_too(stage: Stage) -> None:
    stage.call("settings.set", plan_fields="goal")
    with pytest.raises(Rejected, match="plan_incomplete"):
        save(stage)
    save(stage, draft={"text": "x", "accounts": stage.accounts[:1], "brief": {"goal": "trust"}})
