"""What leaves, leaves once, whatever a person, the network and the machine do meanwhile (P1)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from cmapp.domain.actions import Reply, Target
from cmapp.domain.errors import Flaky
from cmapp.platforms.demo import Demo
from cmapp.store import outbox
from tests.e2e import leaving
from tests.support.clock import HandClock
from tests.support.stage import US, Stage

HOUR = 3_600_000
SEEDS = range(400, 408)


@pytest.mark.parametrize("seed", SEEDS)
def test_any_order_of_doings_and_faults_keeps_every_promise(seed: int, tmp_path: Path) -> None:
    life = leaving.live(seed, tmp_path / "life", steps=30)
    assert life.wrong == [], "\n".join(life.log)


def test_the_control_is_caught(tmp_path: Path) -> None:
    """Sending again with a new key whatever is not known to be sent is seen as what it is."""
    found: list[str] = []
    for seed in range(40):
        with leaving.naive():
            found += leaving.live(seed, tmp_path / str(seed), steps=30).wrong
        if any("times from" in said for said in found):
            return
    pytest.fail("a post went out twice and nobody saw it")


# --- orders that were once missed ---------------------------------------------------------------


def save(stage: Stage, text: str = "The new blend.", number: int = 0) -> str:
    variants = [{"account": stage.accounts[number], "text": None}]
    return str(stage.call("drafts.save", text=text, variants=variants)["drafts"][0]["id"])


def plan(stage: Stage, draft: str, *, ahead: int = 24 * HOUR) -> str:
    at = leaving.wall(stage.engine.desk.now() + ahead)
    return str(stage.call("plan.set", draft=draft, at=at, zone="UTC")["rows"][0]["id"])


def lane(stage: Stage) -> None:
    for account in stage.engine.desk.accounts():
        stage.engine._lane(account)


def follow(stage: Stage, clock: HandClock, seconds: float, *, step: float = 60) -> None:
    while seconds > 0:
        lane(stage)
        clock.move(step)
        seconds -= step
    lane(stage)


def row(stage: Stage, number: str) -> outbox.Deed:
    return stage.engine.desk.row(int(number))


def unresolved(stage: Stage, clock: HandClock, draft: str) -> str:
    """Let a post go out whose answer is lost, and that nobody finds: a person is to decide."""
    number = plan(stage, draft, ahead=10 * 60_000)
    stage.world.fault("hidden", on="create", seconds=7200)
    clock.move(601)
    follow(stage, clock, 1200)
    there = row(stage, number)
    assert (there.state, there.reason) == ("review", "unresolved")
    return number


DOINGS: dict[str, Callable[[Stage, str], Any]] = {
    "changed": lambda s, d: s.call("drafts.save", id=d, text="The newer blend."),
    "planned anew": lambda s, d: plan_again(s, d),
    "queued": lambda s, d: s.call("post.queue", draft=d, now=True),
    "restored": lambda s, d: s.call("drafts.restore", id=d, n=1),
    "taken back": lambda s, d: s.call("post.unqueue", draft=d),
}


def plan_again(stage: Stage, draft: str) -> None:
    at = leaving.wall(stage.engine.desk.now() + HOUR)
    stage.call("plan.set", draft=draft, at=at, zone="UTC")


@pytest.mark.parametrize("doing", DOINGS)
def test_what_may_be_out_is_not_sent_again_because_its_draft_is(
    make_stage: Callable[..., Stage], clock: HandClock, doing: str
) -> None:
    stage = make_stage(keys="none")
    draft = save(stage)
    number = unresolved(stage, clock, draft)
    DOINGS[doing](stage, draft)
    assert row(stage, number).state == "review"
    follow(stage, clock, 3 * 3600)
    assert len(stage.world.posts(US)) == 1


def test_what_a_server_took_though_no_answer_came_is_asked_back_under_the_panic_switch(
    stage: Stage, clock: HandClock
) -> None:
    draft = save(stage)
    stage.world.fault("apply_drop", on="create")
    stage.world.fault("server_error", on="find")
    number = plan(stage, draft)
    lane(stage)
    assert row(stage, number).state == "uncertain" and len(stage.world.held()) == 1
    stage.call("outbox.pause")
    follow(stage, clock, 600)
    assert stage.world.held() == [] and row(stage, number).state == "ready"
    clock.move(48 * 3600)
    assert stage.world.posts(US) == []


def test_what_a_resting_accounts_server_took_unseen_is_asked_back(
    stage: Stage, clock: HandClock
) -> None:
    stage.world.fault("apply_drop", on="create")
    stage.world.fault("server_error", on="find")
    plan(stage, save(stage))
    lane(stage)
    stage.call("accounts.pause", id=stage.accounts[0])
    follow(stage, clock, 600)
    assert stage.world.held() == []


def test_a_part_does_not_wait_for_one_that_is_taken_back(stage: Stage, clock: HandClock) -> None:
    first = plan(stage, save(stage))
    lane(stage)
    assert row(stage, first).state == "scheduled"
    desk = stage.engine.desk
    deed = row(stage, first)
    second = desk.store.write(
        lambda tx: outbox.add(
            tx, deed.account_id, Reply(target=Target(""), text="And more."),
            now=desk.now(), draft_id=deed.draft_id, after_id=deed.id, part=1,
        )
    )  # fmt: skip
    stage.call("outbox.cancel", id=first)
    follow(stage, clock, 300)
    assert row(stage, first).state == "cancelled"
    assert row(stage, str(second)).state == "cancelled"


@pytest.mark.parametrize("held", [True, False])
def test_an_account_that_comes_back_knows_what_may_be_out(
    make_stage: Callable[..., Stage], clock: HandClock, held: bool
) -> None:
    stage = make_stage(keys="none", scheduler="honoured" if held else "none")
    draft = save(stage)
    number = plan(stage, draft, ahead=HOUR)
    if not held:
        stage.world.fault("hidden", on="create", seconds=600)
        clock.move(3601)
    lane(stage)
    stage.engine.desk.network.close("offline")
    left = stage.call("accounts.remove", id=stage.accounts[0])["server_holds"]
    assert len(left) == held
    stage.engine.desk.network.open()
    clock.move(7200)
    stage.call("accounts.add", platform="demo", way="demo", answers={"handle": US})
    stage.call("post.queue", draft=draft, now=True)
    follow(stage, clock, 1200)
    assert len(stage.world.posts(US)) == 1
    assert row(stage, number).state == "sent"


def test_an_account_that_comes_back_sends_nothing_that_was_in_doubt(
    stage: Stage, clock: HandClock
) -> None:
    stage.call("settings.set", use_server_scheduler=False)
    draft = save(stage)
    number = plan(stage, draft, ahead=HOUR)
    stage.world.fault("drop_before", on="create")
    clock.move(3601)
    lane(stage)
    assert row(stage, number).state == "uncertain"
    stage.engine.desk.network.close("offline")
    stage.call("accounts.remove", id=stage.accounts[0])
    stage.engine.desk.network.open()
    stage.call("accounts.add", platform="demo", way="demo", answers={"handle": US})
    follow(stage, clock, 1200)
    assert stage.world.posts(US) == [], "its draft may be on its way anew by now"
    assert (row(stage, number).state, row(stage, number).reason) == ("review", "unresolved")


def test_a_server_gives_back_what_it_holds_of_an_account_that_was_removed_and_comes_back(
    stage: Stage, clock: HandClock
) -> None:
    draft = save(stage)
    number = plan(stage, draft)
    lane(stage)
    stage.engine.desk.network.close("offline")
    stage.call("accounts.remove", id=stage.accounts[0])
    stage.engine.desk.network.open()
    stage.call("accounts.add", platform="demo", way="demo", answers={"handle": US})
    again = plan(stage, draft, ahead=25 * HOUR)
    follow(stage, clock, 600)
    assert row(stage, number).state == "cancelled"
    assert [h.at for h in stage.world.held()] == [row(stage, again).planned_at]


def test_a_changed_series_waits_for_what_the_server_holds_of_the_old(
    stage: Stage, clock: HandClock
) -> None:
    given: dict[str, Any] = {
        "title": "Tip", "rule": "FREQ=WEEKLY", "wall": "2026-01-05T09:00", "zone": "UTC",
        "count": 1, "draft": {"text": "A tip", "accounts": stage.accounts[:1]}, "queue": True,
    }  # fmt: skip
    number = stage.call("calendar.series.save", **given)["series"][0]["id"]
    lane(stage)
    assert len(stage.world.held()) == 1
    stage.engine.desk.network.close("offline")
    given["draft"] = {**given["draft"], "text": "A better tip"}
    stage.call("calendar.series.save", id=number, **given)
    clock.move(5 * 24 * 3600)  # the server publishes the old one
    stage.engine.desk.network.open()
    follow(stage, clock, 1200)
    assert [e.text for e in stage.world.posts(US)] == ["A tip"]
    reasons = {r.reason for r in stage.engine.desk.store.read(outbox.every) if r.state == "review"}
    assert reasons == {"out_already"}


def test_words_that_came_too_late_to_go_out_stay_in_the_draft(
    stage: Stage, clock: HandClock
) -> None:
    draft = save(stage)
    number = plan(stage, draft, ahead=10 * 60_000)
    stage.world.fault("apply_drop", on="create")
    clock.move(601)
    real, looks = Demo.find, iter(range(9))

    def find(self: Demo, *args: Any) -> Any:
        if next(looks):  # the look before it goes is answered, the one behind it is not
            raise Flaky("server_error")
        return real(self, *args)

    with patch.object(Demo, "find", find):
        lane(stage)
    assert row(stage, number).state == "uncertain"
    answer = stage.call("drafts.save", id=draft, text="The newer blend.")
    assert [one["why"] for one in answer["left_out"]] == ["on_its_way"]
    stage.call("plan.clear", draft=draft)
    follow(stage, clock, 300)
    assert row(stage, number).state == "sent"
    assert stage.drafts() == ["The newer blend."]
    again = stage.call("post.queue", draft=draft, now=True)
    assert again["rows"] == [] and [one["why"] for one in again["left_out"]] == ["sent"]


def test_parts_that_were_taken_back_stay_in_the_draft_though_the_first_arrived(
    stage: Stage, clock: HandClock
) -> None:
    variants = [{"account": stage.accounts[0], "text": None}]
    words = "The first.\n---\nThe second."
    saved = stage.call("drafts.save", text=words, variants=variants, options={"split": True})
    draft = str(saved["drafts"][0]["id"])
    rows = [str(one["id"]) for one in stage.call("post.queue", draft=draft, now=True)["rows"]]
    assert len(rows) == 2
    stage.world.fault("apply_drop", on="create")
    clock.move(30)
    real, looks = Demo.find, iter(range(9))

    def find(self: Demo, *args: Any) -> Any:
        if next(looks):
            raise Flaky("server_error")
        return real(self, *args)

    with patch.object(Demo, "find", find):
        lane(stage)
    assert row(stage, rows[0]).state == "uncertain"
    stage.call("plan.put_back", draft=draft, was=DRAFTED | {"queued": False})
    stage.call("plan.put_back", draft=draft, was=DRAFTED | {"queued": True})
    stage.call("post.unqueue", draft=draft)
    follow(stage, clock, 600)
    assert row(stage, rows[0]).state == "sent"
    assert stage.said("The second.") == []
    assert stage.drafts() == [words]


DRAFTED = {"wall": None, "zone": None, "stage": "draft"}
