"""Experiments: the size first, sealed when begun, silent until all is in, honest about a look."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest

from cmapp.domain.errors import Missing, Rejected
from cmapp.services import insights
from cmapp.services.insights import Scope
from cmapp.store import watched
from tests.support.clock import HandClock
from tests.support.stage import ANA, CHEN, US, Stage

HOUR = 3_600_000
DAY = 24 * HOUR
PLAN: dict[str, Any] = {
    "measure": "comments", "effect": 3.0, "baseline": 2.0, "sd": 1.0, "accounts": [],
}  # fmt: skip


def undo(stage: Stage, answer: dict[str, Any]) -> None:
    stage.call(answer["undo"]["command"], **answer["undo"]["args"])


def make(stage: Stage, **plan: Any) -> str:
    given = PLAN | {"accounts": [stage.accounts[0]]} | plan
    return str(stage.call("experiments.make", name="Questions", plan=given)["experiments"][0]["id"])


def seen(stage: Stage, since: int, until: int) -> None:
    stage.engine.desk.store.write(lambda tx: watched.note(tx, stage.accounts[0], since, until))


def post(stage: Stage, comments: int) -> str:
    """Let a post go out and be commented on, read it, return its ref."""
    remote = stage.world.say(US, "Something new today.")
    for n in range(comments):
        stage.world.say((ANA, CHEN)[n % 2], f"Comment {n}", parent=remote)
    stage.call("sync")

    def look(db: Any) -> int:
        found = db.execute("SELECT id FROM posts WHERE remote_id = ?", (remote,)).fetchone()
        return int(found[0])

    return f"post:{stage.engine.desk.store.read(look)}"


def show(stage: Stage, number: str) -> dict[str, Any]:
    return dict(stage.call("experiments.show", id=number)["experiments"][0])


def filled(stage: Stage, clock: HandClock, a: list[int], b: list[int]) -> str:
    """A running experiment with posts in both arms, everything watched so far."""
    number = make(stage)
    begun = clock.now()
    stage.call("experiments.start", id=number)
    for arm, values in (("a", a), ("b", b)):
        for value in values:
            clock.move(60)
            stage.call("experiments.place", id=number, refs=[post(stage, value)], arm=arm)
    seen(stage, begun - DAY, begun + 90 * DAY)
    return number


def test_the_size_comes_first_and_a_smaller_one_is_refused(stage: Stage) -> None:
    told = stage.call("experiments.size", plan=PLAN)
    assert told["n"] == 4 and told["formula"] == "noncentral_t"
    assert told["detectable"]["n"] <= 3.0 < told["detectable"]["half"]
    with pytest.raises(Rejected) as no:
        make(stage, n=told["n"] - 1)
    assert no.value.why == "too_few_cases" and no.value.facts["limit"] == told["n"]


@pytest.mark.parametrize(
    ("plan", "why"),
    [
        ({"effect": None}, "no_number"),
        ({"measure": ""}, "no_metric"),
        ({"baseline": None}, "no_baseline"),
        ({"effect": -1}, "bad_value"),
        ({"effect": "soon"}, "bad_value"),
        ({"alpha": 0.9}, "bad_value"),
        ({"sd": 0}, "bad_value"),
        ({"colour": "red"}, "bad_value"),
        ({"measure": "rate", "baseline": 0.9, "effect": 0.2}, "bad_value"),
        ({"measure": "rate", "baseline": 0.1, "effect": 1e-6}, "too_many_cases"),
    ],
)
def test_a_plan_that_makes_no_sense_is_refused(
    stage: Stage, plan: dict[str, Any], why: str
) -> None:
    with pytest.raises(Rejected) as no:
        make(stage, **plan)
    assert no.value.why == why
    assert stage.call("experiments.list")["experiments"] == []


def test_nothing_is_told_before_the_last_post_is_48_hours_old(
    stage: Stage, clock: HandClock
) -> None:
    number = filled(stage, clock, [1, 2, 3, 2], [5, 6, 7, 6])
    for _ in range(2):
        one = show(stage, number)
        assert one["result"] is None and one["verdict"] == "" and not one["ready"]
        assert all(p["value"] is None for p in one["posts"])
        assert one["waits"]["young"] == 8 and one["waits"]["have"] == {"a": 0, "b": 0}
        clock.move(20 * 3600)
    clock.move(8 * 3600 - 60)  # the youngest lacks a minute
    one = show(stage, number)
    assert one["waits"]["have"] == {"a": 4, "b": 3} and one["waits"]["young"] == 1
    assert one["result"] is None and all(p["value"] is None for p in one["posts"])
    clock.move(61)
    one = show(stage, number)
    assert one["ready"] and one["verdict"] == "won"
    assert one["result"]["difference"]["value"] == pytest.approx(4.0)
    assert [p["value"] for p in one["posts"]] == [1, 2, 3, 2, 5, 6, 7, 6]


def test_the_interval_is_welchs(stage: Stage, clock: HandClock) -> None:
    """Recomputed from the counts: variances 2/3 each, six degrees of freedom, t = 2.4469."""
    number = filled(stage, clock, [1, 2, 3, 2], [5, 6, 7, 6])
    clock.move(49 * 3600)
    gap = show(stage, number)["result"]["difference"]
    half = 2.446912 * math.sqrt((2 / 3) / 4 + (2 / 3) / 4)
    assert (gap["low"], gap["high"]) == (
        pytest.approx(4 - half, abs=1e-5), pytest.approx(4 + half, abs=1e-5),
    )  # fmt: skip


def test_only_the_first_n_count_and_only_their_first_48_hours(
    stage: Stage, clock: HandClock
) -> None:
    number = filled(stage, clock, [1, 2, 3, 2], [5, 6, 7, 6, 0, 0])
    clock.move(49 * 3600)
    late = stage.world.posts()
    first = next(e for e in late if e.text == "Something new today.")
    stage.world.say(ANA, "Found this only now!", parent=first.id)
    stage.call("sync")
    one = show(stage, number)
    assert one["result"]["arms"]["b"]["n"] == 4 and one["result"]["arms"]["b"]["value"] == 6.0
    assert one["result"]["arms"]["a"]["value"] == 2.0


def test_a_post_that_was_not_watched_is_unknown_and_not_zero(
    stage: Stage, clock: HandClock
) -> None:
    number = make(stage)
    begun = clock.now()
    stage.call("experiments.start", id=number)
    for arm in ("a", "b"):
        for value in (1, 2, 3, 2):
            clock.move(60)
            stage.call("experiments.place", id=number, refs=[post(stage, value)], arm=arm)
    db = stage.engine.desk.store
    db.write(lambda tx: tx.db.execute("DELETE FROM watched"))
    seen(stage, begun, begun + 30 * HOUR)
    clock.move(72 * 3600)
    one = show(stage, number)
    assert one["waits"]["unknown"] == 8 and not one["ready"] and one["result"] is None


def test_a_look_is_written_down_widens_the_interval_and_cannot_be_undone(
    stage: Stage, clock: HandClock
) -> None:
    number = filled(stage, clock, [1, 2, 3, 2], [5, 6, 7, 6])
    with pytest.raises(Rejected, match="nothing_yet"):
        stage.call("experiments.peek", id=number)
    assert not show(stage, number)["peeked"], "there was nothing to see"
    clock.move(48 * 3600 - 90)
    early = stage.call("experiments.peek", id=number)
    assert early["early"]["level"] == pytest.approx(0.975) and "undo" not in early
    assert early["experiments"][0]["result"] is None, "the look is told once, not kept in sight"
    clock.move(3 * 3600)
    one = show(stage, number)
    assert one["peeked"] and one["result"]["level"] == pytest.approx(0.975)
    deeds = [d["command"] for d in stage.call("deeds.list")["deeds"]]
    assert "experiments.peek" in deeds
    closed = stage.call("experiments.close", id=number)
    undo(stage, closed)
    assert show(stage, number)["peeked"], "taking back the end does not make the look undone"
    clock.move(3600)
    stage.call("experiments.peek", id=number)
    assert len(show(stage, number)["looks"]) == 1, "when all is in, looking is no peeking"


def test_undoing_the_start_does_not_wipe_out_a_look(stage: Stage, clock: HandClock) -> None:
    number = make(stage)
    started = stage.call("experiments.start", id=number)
    begun = clock.now()
    for arm in ("a", "a", "b", "b"):
        stage.call("experiments.place", id=number, refs=[post(stage, 1)], arm=arm)
    seen(stage, begun - DAY, begun + 90 * DAY)
    clock.move(49 * 3600)
    stage.call("experiments.peek", id=number)
    undo(stage, started)
    one = show(stage, number)
    assert one["state"] == "plan" and one["peeked"] and one["level"] == pytest.approx(0.975)


def test_the_plan_is_sealed_and_a_change_behind_its_back_is_seen(
    stage: Stage, clock: HandClock
) -> None:
    number = make(stage)
    stage.call("experiments.start", id=number)
    with pytest.raises(Rejected, match="plan_frozen"):
        stage.call("experiments.make", name="Other", plan=PLAN, id=number)
    assert show(stage, number)["sealed"]

    def bend(tx: Any) -> None:
        plan = json.loads(tx.db.execute("SELECT plan FROM experiments").fetchone()[0])
        tx.db.execute("UPDATE experiments SET plan = ?", (json.dumps(plan | {"n": 2}),))

    stage.engine.desk.store.write(bend)
    assert not show(stage, number)["sealed"]


def test_what_could_be_seen_before_cannot_be_put_into_an_arm(
    stage: Stage, clock: HandClock
) -> None:
    number = make(stage)
    old = post(stage, 3)
    clock.move(60)
    stage.call("experiments.start", id=number)
    with pytest.raises(Rejected, match="seen_already"):
        stage.call("experiments.place", id=number, refs=[old], arm="b")
    with pytest.raises(Missing):
        stage.call("experiments.place", id=number, refs=["post:12345"], arm="b")


def test_stopped_before_its_end_it_says_nothing(stage: Stage, clock: HandClock) -> None:
    number = filled(stage, clock, [0, 0, 0], [9, 9, 9])
    clock.move(49 * 3600)
    closed = stage.call("experiments.close", id=number)
    assert closed["experiments"][0]["verdict"] == "stopped_early"
    undo(stage, closed)
    assert show(stage, number)["state"] == "running" and show(stage, number)["result"] is None


def test_no_difference_is_a_verdict_too(stage: Stage, clock: HandClock) -> None:
    number = filled(stage, clock, [1, 2, 3, 2], [2, 1, 3, 3])
    clock.move(49 * 3600)
    one = stage.call("experiments.close", id=number)["experiments"][0]
    assert one["verdict"] == "no_difference" and one["result"]["detectable"] > 0


def test_drawing_is_even_and_repeats_with_its_seed(stage: Stage, clock: HandClock) -> None:
    number = make(stage)
    drafts = [
        "draft:" + str(stage.call("drafts.save", text=f"Text {n}")["drafts"][0]["id"])
        for n in range(8)
    ]
    drawn = stage.call("experiments.place", id=number, refs=drafts, seed=7)
    places = {p["ref"]: p["arm"] for p in drawn["experiments"][0]["places"]}
    assert sorted(places.values()) == ["a"] * 4 + ["b"] * 4
    assert {p["seed"] for p in drawn["experiments"][0]["places"]} == {7}
    undo(stage, drawn)
    assert show(stage, number)["places"] == []
    again = stage.call("experiments.place", id=number, refs=drafts[::-1], seed=7)
    assert {p["ref"]: p["arm"] for p in again["experiments"][0]["places"]} == places
    assert again["experiments"][0]["waits"]["not_out"] == {"a": 4, "b": 4}


def test_gain_stands_in_a_and_loss_in_b(stage: Stage, clock: HandClock) -> None:
    number = make(stage)
    made = {
        frame: "draft:" + str(
            stage.call("drafts.save", text=frame, brief={"frame": frame})["drafts"][0]["id"]
        )
        for frame in ("gain", "loss")
    }  # fmt: skip
    stage.call("drafts.save", text="neither")
    told = stage.call("experiments.frames", id=number)
    assert {p["ref"]: p["arm"] for p in told["experiments"][0]["places"]} == {
        made["gain"]: "a", made["loss"]: "b",
    }  # fmt: skip


def test_the_frame_of_a_draft_is_told_with_its_place(stage: Stage, clock: HandClock) -> None:
    number = make(stage)
    draft = stage.call("drafts.save", text="x", brief={"frame": "loss"})["drafts"][0]["id"]
    stage.call("experiments.frames", id=number)
    assert show(stage, number)["places"] == [
        {"ref": f"draft:{draft}", "arm": "b", "seed": None, "frame": "loss"}
    ]


def test_its_last_day_is_told_when_it_has_passed(stage: Stage, clock: HandClock) -> None:
    number = make(stage, until="2026-01-03")
    stage.call("experiments.start", id=number)
    assert not show(stage, number)["waits"]["over"]
    clock.move(4 * 86_400)
    assert show(stage, number)["waits"]["over"]
    ended = stage.call("experiments.close", id=number)["experiments"][0]
    assert ended["verdict"] == "stopped_early" and not ended["waits"]["over"]


def test_a_rate_opens_with_all_its_cases_and_takes_no_more(stage: Stage, clock: HandClock) -> None:
    number = make(stage, measure="rate", baseline=0.2, effect=0.2, sd=None)
    n = show(stage, number)["plan"]["n"]
    with pytest.raises(Rejected, match="not_begun"):
        stage.call("experiments.count", id=number, arm="a", n=10, hits=1)
    stage.call("experiments.start", id=number)
    stage.call("experiments.count", id=number, arm="a", n=n, hits=n // 5)
    stage.call("experiments.count", id=number, arm="b", n=n - 1, hits=n // 2)
    clock.move(50 * 3600)
    assert show(stage, number)["result"] is None
    stage.call("experiments.count", id=number, arm="b", n=n, hits=n // 2)
    one = show(stage, number)
    assert one["verdict"] == "won" and one["result"]["how"] == "newcombe"
    with pytest.raises(Rejected, match="experiment_full"):
        stage.call("experiments.count", id=number, arm="b", n=n + 50, hits=n)


def test_all_of_it_is_taken_back(stage: Stage, clock: HandClock) -> None:
    made = stage.call("experiments.make", name="Questions", plan=PLAN)
    number = made["experiments"][0]["id"]
    draft = stage.call("drafts.save", text="One")["drafts"][0]["id"]
    stage.call("experiments.place", id=number, refs=[f"draft:{draft}"], arm="a")
    before = show(stage, number)
    gone = stage.call("experiments.delete", id=number)
    assert stage.call("experiments.list")["experiments"] == []
    undo(stage, gone)
    assert show(stage, number) == before
    stage.call("experiments.place", id=number, refs=[f"draft:{draft}"], arm="")
    assert show(stage, number)["places"] == []
    undo(stage, made)
    assert stage.call("experiments.list")["experiments"] == []


def test_what_a_plan_would_cry_wolf_is_told_with_its_interval(stage: Stage) -> None:
    told = stage.call("experiments.simulate", plan=PLAN | {"n": 40}, runs=4000)
    assert told["false_alarms"]["low"] < 0.05 < told["false_alarms"]["high"] + 0.01
    assert told["peeking"]["share"] > 2 * told["false_alarms"]["share"]
    assert told == stage.call("experiments.simulate", plan=PLAN | {"n": 40}, runs=4000)


def test_ending_it_early_and_taking_that_back_is_a_look(stage: Stage, clock: HandClock) -> None:
    number = filled(stage, clock, [1, 2, 3], [5, 6, 7])
    clock.move(49 * 3600)
    closed = stage.call("experiments.close", id=number)
    assert closed["experiments"][0]["result"]["level"] == pytest.approx(0.975)
    undo(stage, closed)
    one = show(stage, number)
    assert one["state"] == "running" and one["peeked"] and one["level"] == pytest.approx(0.975)


def test_a_post_that_does_harm_cannot_be_left_out_once_it_counts(
    stage: Stage, clock: HandClock
) -> None:
    number = filled(stage, clock, [1, 2, 3, 2], [5, 6, 7, 0])
    ref = show(stage, number)["places"][-1]["ref"]
    clock.move(49 * 3600)
    with pytest.raises(Rejected, match="seen_already"):
        stage.call("experiments.place", id=number, refs=[ref], arm="")
    assert len(show(stage, number)["places"]) == 8
    clock.move(60)
    late = post(stage, 0)
    stage.call("experiments.place", id=number, refs=[late], arm="a")
    stage.call("experiments.place", id=number, refs=[late], arm="")
    assert len(show(stage, number)["places"]) == 8, "what nobody can judge yet may go"


def test_its_chart_is_the_same_again_for_the_moment_of_a_report(
    stage: Stage, clock: HandClock
) -> None:
    number = filled(stage, clock, [1, 2, 3, 2], [5, 6, 7, 6])

    def drawn(now: int) -> Any:
        chart = insights.get("experiment")
        scope = Scope(now - 9 * DAY, now, "UTC", now, tuple(stage.accounts), {"id": ""})
        return stage.engine.desk.store.read(lambda db: chart.draw(db, scope))

    then = clock.now()
    before = drawn(then)
    assert before.empty is not None
    clock.move(49 * 3600)
    stage.call("experiments.close", id=number)
    assert drawn(then) == before
    assert drawn(clock.now()).empty is None


def test_the_chart_of_frames_does_not_tell_what_an_experiment_will(
    stage: Stage, clock: HandClock
) -> None:
    number = filled(stage, clock, [1, 2, 3, 2], [5, 6, 7, 6])
    clock.move(49 * 3600)

    def counted() -> int:
        chart = insights.get("frames")
        now = clock.now()
        scope = Scope(now - 9 * DAY, now, "UTC", now, (stage.accounts[0],), {})
        made = stage.engine.desk.store.read(lambda db: chart.draw(db, scope))
        return sum(d.n or 0 for s in made.series for d in s.data)

    assert counted() == 0
    stage.call("experiments.close", id=number)
    assert counted() == 8
