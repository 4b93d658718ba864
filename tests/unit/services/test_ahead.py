"""What a platform's own scheduler is given, and how it comes back (CA-04, P1): never sent twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import pytest

from cmapp.domain.actions import Publish
from cmapp.platforms.demo import Demo
from cmapp.platforms.demo.deeds import LEAST_AHEAD
from cmapp.services.ahead import MARGIN
from cmapp.store import accounts, drafts, held_there, outbox
from tests.support.clock import HandClock
from tests.support.stage import US, Stage

HOUR = 3_600_000
DAY = 24 * HOUR
TEXT = "The new blend is here. 新茶到了。"


def plan(stage: Stage, text: str = TEXT, *, ahead: int = DAY, number: int = 0) -> str:
    """Queue a post of its own for later; return its row."""
    desk = stage.engine.desk
    at = desk.now() + ahead

    def add(tx: Any) -> int:
        draft = drafts.save(tx, text, now=desk.now(), account_id=stage.accounts[number])
        drafts.change(tx, draft, {"planned_at": at})
        return outbox.add(
            tx,
            stage.accounts[number],
            Publish(text, made_at=desk.now()),
            now=desk.now(),
            draft_id=draft,
            planned_at=at,
        )

    return str(desk.store.write(add))


def again(stage: Stage, row: str, text: str, *, ahead: int = DAY) -> tuple[str, str]:
    """Change what a row holds, as posting does; returns what became of the old, and the new row."""
    desk = stage.engine.desk
    at = desk.now() + ahead

    def change(tx: Any) -> tuple[str, str]:
        old = outbox.by_id(tx.db, int(row))
        assert old is not None
        told = held_there.withdraw(tx, old, now=desk.now(), reason="changed")
        new = outbox.add(
            tx, old.account_id, Publish(text, made_at=desk.now()), now=desk.now(),
            draft_id=old.draft_id, planned_at=at,
        )  # fmt: skip
        return told, str(new)

    return desk.store.write(change)


def lane(stage: Stage) -> None:
    """Let the account's lanes do what is due, as the running engine does."""
    for account in stage.engine.desk.accounts():
        stage.engine._lane(account)


def follow(stage: Stage, clock: HandClock, seconds: float, *, step: float = 30) -> None:
    while seconds > 0:
        lane(stage)
        clock.move(step)
        seconds -= step
    lane(stage)


def row(stage: Stage, number: str) -> Any:
    return stage.engine.desk.row(int(number))


# --- handing over -------------------------------------------------------------------------------


def test_a_planned_post_goes_to_the_server_and_out_on_time_with_this_machine_asleep(
    stage: Stage, clock: HandClock
) -> None:
    number = plan(stage)
    lane(stage)
    there = row(stage, number)
    assert there.state == "scheduled" and there.server_ref
    assert [h.at for h in stage.world.held()] == [there.planned_at]
    assert stage.said(TEXT) == []
    clock.move(2 * 24 * 3600)  # asleep, past the time
    assert [p.at for p in stage.said(TEXT)] == [there.planned_at]
    follow(stage, clock, 300)
    assert row(stage, number).state == "sent"
    assert len(stage.said(TEXT)) == 1


def test_what_is_due_within_minutes_goes_from_here(stage: Stage, clock: HandClock) -> None:
    number = plan(stage, ahead=5 * 60_000)
    lane(stage)
    assert row(stage, number).state == "ready" and stage.world.held() == []
    clock.move(301)
    lane(stage)
    assert row(stage, number).state == "sent"


def test_the_setting_keeps_it_here(stage: Stage, clock: HandClock) -> None:
    stage.call("settings.set", use_server_scheduler=False)
    number = plan(stage)
    lane(stage)
    assert row(stage, number).state == "ready" and stage.world.held() == []


def test_a_server_that_publishes_at_once_is_noticed_and_remembered(
    stage: Stage, clock: HandClock
) -> None:
    stage.world.set_options(scheduler="ignored")
    first = plan(stage)
    lane(stage)
    assert row(stage, first).state == "sent"
    assert row(stage, first).notes == ["published_at_once"]
    second = plan(stage, "And another.")
    lane(stage)
    clock.move(3600)
    lane(stage)
    assert row(stage, second).state == "ready"
    assert stage.said("And another.") == []
    clock.move(24 * 3600)
    lane(stage)
    assert row(stage, second).state == "sent" and len(stage.said("And another.")) == 1


def test_what_was_learnt_outlives_a_new_sign_in(stage: Stage) -> None:
    stage.world.set_options(scheduler="ignored")
    plan(stage)
    lane(stage)
    stage.call("accounts.add", platform="demo", way="demo", answers={"handle": US})
    second = plan(stage, "And another.")
    lane(stage)
    assert row(stage, second).state == "ready"


def test_a_scheduler_that_refuses_leaves_it_here(stage: Stage, clock: HandClock) -> None:
    number = plan(stage)
    stage.world.set_options(scheduler="none")  # it was there when the account was connected
    lane(stage)
    there = row(stage, number)
    assert (there.state, there.notes, there.attempts) == ("ready", ["server_refused"], 0)
    assert there.action.at == 0
    clock.move(24 * 3600)
    lane(stage)
    assert row(stage, number).state == "sent"


def test_a_text_that_is_refused_is_told_now_and_not_at_its_time(stage: Stage) -> None:
    number = plan(stage)
    stage.world.fault("refuse", on="create")
    lane(stage)
    assert row(stage, number).state == "rejected"


def test_the_server_takes_no_more_than_it_takes(stage: Stage, clock: HandClock) -> None:
    rows = [plan(stage, f"number {n}", ahead=2 * DAY + n * 1000) for n in range(27)]
    follow(stage, clock, 90)
    states = [row(stage, r).state for r in rows]
    assert states.count("scheduled") == 25 and states.count("ready") == 2
    assert (
        stage.engine.desk.store.read(lambda db: held_there.next_offer(db, stage.accounts[0]))
        > clock.now()
    )  # and is not asked again at once


# --- its time has come --------------------------------------------------------------------------


def test_a_server_that_is_late_is_waited_for(stage: Stage, clock: HandClock) -> None:
    number = plan(stage, ahead=HOUR)
    lane(stage)
    stage.world.set_options(lag=1800.0)
    clock.move(3600 + 1200)
    follow(stage, clock, 60)
    assert row(stage, number).state == "scheduled" and row(stage, number).notes == ["server_late"]
    follow(stage, clock, 900)
    assert row(stage, number).state == "sent"


def test_what_vanished_from_the_server_is_asked_about_and_never_sent(
    stage: Stage, clock: HandClock
) -> None:
    number = plan(stage, ahead=HOUR)
    lane(stage)
    stage.world.unhold(row(stage, number).server_ref)
    clock.move(3600)
    follow(stage, clock, 900)
    there = row(stage, number)
    assert (there.state, there.reason) == ("review", "unresolved")
    assert stage.said(TEXT) == []


def test_the_same_words_every_day_are_told_apart(
    make_stage: Callable[..., Stage], clock: HandClock
) -> None:
    stage = make_stage(keys="none")
    first, second = plan(stage, ahead=HOUR), plan(stage, ahead=25 * HOUR)
    follow(stage, clock, 60)
    clock.move(3600)
    follow(stage, clock, 60)
    assert [row(stage, r).state for r in (first, second)] == ["sent", "scheduled"]
    clock.move(24 * 3600)
    follow(stage, clock, 60)
    assert [row(stage, r).state for r in (first, second)] == ["sent", "sent"]
    assert row(stage, first).remote_id != row(stage, second).remote_id


# --- back again ---------------------------------------------------------------------------------


def test_a_cancelled_one_is_given_back_first(stage: Stage, clock: HandClock) -> None:
    number = plan(stage)
    lane(stage)
    told = stage.call("outbox.cancel", id=number)["outbox"]
    assert told["state"] == "scheduled" and told["server"]["recall"] == "cancel"
    lane(stage)
    assert row(stage, number).state == "cancelled" and stage.world.held() == []
    assert stage.drafts() == [TEXT]
    clock.move(3 * 24 * 3600)
    lane(stage)
    assert stage.said(TEXT) == []


@pytest.mark.parametrize("fault", [None, "offline", "apply_drop", "drop_before", "server_error"])
def test_a_changed_one_takes_the_place_of_the_old_once_that_is_back(
    stage: Stage, clock: HandClock, fault: str | None
) -> None:
    number = plan(stage)
    lane(stage)
    told, new = again(stage, number, "Better words.")
    assert told == "recalled"
    if fault:
        stage.world.fault(fault, on="unschedule")
    lane(stage)
    follow(stage, clock, 600)
    assert row(stage, number).state == "cancelled"
    assert row(stage, new).state == "scheduled"
    clock.move(24 * 3600)
    follow(stage, clock, 300)
    assert (len(stage.said(TEXT)), len(stage.said("Better words."))) == (0, 1)
    assert row(stage, new).state == "sent"


def test_the_change_that_came_too_late_is_asked_about(stage: Stage, clock: HandClock) -> None:
    number = plan(stage, ahead=HOUR)
    lane(stage)
    stage.engine.desk.network.close("offline")
    _, new = again(stage, number, "Better words.", ahead=2 * HOUR)
    waits = stage.call("outbox.show", id=new)["outbox"]["waits"]
    assert waits == {"row": number, "state": "scheduled", "why": "recall"}
    clock.move(3 * 3600)
    stage.engine.desk.network.open()
    follow(stage, clock, 600)
    assert row(stage, number).state == "sent"
    assert (row(stage, new).state, row(stage, new).reason) == ("review", "out_already")
    assert (len(stage.said(TEXT)), len(stage.said("Better words."))) == (1, 0)


def test_the_panic_switch_pulls_back_what_servers_hold_and_gives_it_again(
    stage: Stage, clock: HandClock
) -> None:
    number = plan(stage)
    lane(stage)
    key = row(stage, number).key
    assert stage.call("outbox.pause")["held_by_servers"] == 1
    lane(stage)
    assert row(stage, number).state == "ready" and stage.world.held() == []
    assert row(stage, number).key != key
    assert stage.call("outbox.pause")["held_by_servers"] == 0
    stage.call("outbox.resume")
    lane(stage)
    assert row(stage, number).state == "scheduled" and len(stage.world.held()) == 1
    stage.call("outbox.pause", pull=True)
    clock.move(2 * 24 * 3600)
    stage.call("outbox.resume")
    lane(stage)
    assert (row(stage, number).state, row(stage, number).reason) == ("review", "late")
    assert stage.said(TEXT) == []


@pytest.mark.parametrize("switch", ["outbox.pause", "accounts.pause"])
def test_a_switch_thrown_as_the_server_takes_it_gets_it_back(
    stage: Stage, clock: HandClock, switch: str
) -> None:
    number = plan(stage)
    real = Demo.perform

    def thrown(self: Demo, *args: Any, **more: Any) -> Any:
        done = real(self, *args, **more)
        if isinstance(args[0], Publish):  # it holds it, and nobody has written that down yet
            given = {"id": stage.accounts[0]} if switch == "accounts.pause" else {}
            stage.call(switch, **given)
        return done

    with patch.object(Demo, "perform", thrown):
        lane(stage)
    lane(stage)
    assert stage.world.held() == [] and row(stage, number).state == "ready"
    follow(stage, clock, 25 * 3600, step=3600)
    assert stage.said(TEXT) == [] and row(stage, number).state == "ready"


def test_panic_offline_says_that_the_server_still_holds_it(stage: Stage, clock: HandClock) -> None:
    number = plan(stage)
    lane(stage)
    stage.engine.desk.network.close("offline")
    assert stage.call("outbox.pause", pull=True)["held_by_servers"] == 1
    there = stage.row(number)
    assert (there["state"], there["server"]["recall"]) == ("scheduled", "hold")
    stage.call("outbox.resume")
    stage.engine.desk.network.open()
    assert stage.row(number)["server"]["recall"] is None
    follow(stage, clock, 60)
    assert row(stage, number).state == "scheduled"


def test_a_paused_account_gets_its_posts_back(stage: Stage, clock: HandClock) -> None:
    number, other = plan(stage), plan(stage, "From the other.", number=1)
    lane(stage)
    stage.call("accounts.pause", id=stage.accounts[0])
    lane(stage)
    assert row(stage, number).state == "ready" and row(stage, other).state == "scheduled"
    stage.call("outbox.pause")
    stage.call("accounts.pause", id=stage.accounts[0], paused=False)
    stage.call("outbox.resume")
    follow(stage, clock, 60)
    assert row(stage, number).state == "scheduled"


def test_a_removed_account_says_what_its_server_still_holds(stage: Stage) -> None:
    first = plan(stage)
    lane(stage)
    assert stage.call("accounts.remove", id=stage.accounts[0])["server_holds"] == []
    assert stage.world.held() == [] and row(stage, first).state == "cancelled"
    second = plan(stage, "From the other.", number=1)
    lane(stage)
    stage.engine.desk.network.close("offline")
    (left,) = stage.call("accounts.remove", id=stage.accounts[1])["server_holds"]
    assert left["id"] == second and len(stage.world.held()) == 1
    assert sorted(stage.drafts()) == sorted([TEXT, "From the other."])


# --- every order of lost answers, kills, moves, cancels and pauses --------------------------------


def crash(stage: Stage) -> None:
    """What a kill leaves: nothing of this process, all that was committed."""
    stage.restart()


KEYS = ("honoured", "none", "ignored")
HANDING = ("", "drop_before", "apply_drop", "late", "hidden", "apply_error", "garbled")
THEN = ("nothing", "cancel", "change", "panic", "pause", "edit there", "killed")
BACK = ("", "drop_before", "apply_drop", "garbled", "server_error")


@pytest.mark.parametrize("keys", KEYS)
@pytest.mark.parametrize("handing", HANDING)
@pytest.mark.parametrize("then", THEN)
def test_never_twice_whatever_befalls_handing_over_and_taking_back(
    make_stage: Callable[..., Stage], clock: HandClock, keys: str, handing: str, then: str
) -> None:
    stage = make_stage(keys=keys, settle=30.0, accounts=1)
    number = plan(stage, ahead=2 * HOUR)
    if handing:
        stage.world.fault(handing, on="create", seconds=20)
    lane(stage)
    new = None
    for back in BACK:
        stage.world.clear_faults()
        if back:
            stage.world.fault(back, on="unschedule")
        match then:
            case "cancel":
                deed = row(stage, number)
                stage.engine.desk.store.write(
                    lambda tx, d=deed: held_there.withdraw(tx, d, now=clock.now())  # type: ignore[misc]
                )
            case "change" if new is None and row(stage, number).state in ("ready", "scheduled"):
                _, new = again(stage, number, "Better words.", ahead=2 * HOUR)
            case "panic":
                stage.call("outbox.pause")
                lane(stage)
                stage.call("outbox.resume")
            case "pause":
                stage.call("accounts.pause", id=stage.accounts[0])
                lane(stage)
                stage.call("accounts.pause", id=stage.accounts[0], paused=False)
            case "edit there":
                for held in stage.world.held():
                    stage.world.unhold(held.id)
            case "killed":
                crash(stage)
        follow(stage, clock, 120)
    stage.world.clear_faults()
    clock.move(3 * 3600)
    follow(stage, clock, 1200)
    out = len(stage.said(TEXT)) + len(stage.said("Better words."))
    ends = {r: row(stage, r).state for r in (number, new) if r}
    assert out <= 1, (out, ends)
    assert set(ends.values()) <= {"sent", "review", "cancelled", "rejected"}, ends
    assert list(ends.values()).count("sent") == out, (out, ends)
    if not out:
        there = stage.engine.desk.store.read(lambda db: drafts.every(db))
        assert there, "nothing is out, and the draft is gone"
    if then == "nothing" and keys == "honoured":
        assert ends[number] == "sent"


INSTANTS = ("claim", "scheduled", "given_back", "sent", "look_later")


@pytest.mark.parametrize("then", ["nothing", "cancel", "change", "panic"])
@pytest.mark.parametrize("side", ["before", "after"])
@pytest.mark.parametrize("verb", INSTANTS)
def test_a_kill_around_each_write_changes_nothing(
    stage: Stage, clock: HandClock, verb: str, side: str, then: str
) -> None:
    class Killed(BaseException):
        pass

    module = outbox if verb in ("claim", "sent") else held_there
    real = getattr(module, verb)

    def dying(tx: Any, *args: Any, **more: Any) -> Any:
        if side == "before":
            raise Killed  # rolled back: the write never was
        found = real(tx, *args, **more)
        stage.dying = True  # type: ignore[attr-defined]
        return found

    def lanes() -> None:
        with patch.object(module, verb, dying):
            try:
                lane(stage)
            except Killed:
                pass
        crash(stage)

    number = plan(stage, ahead=2 * HOUR)
    lanes()
    follow(stage, clock, 60)
    new = None
    if then == "cancel":
        deed = row(stage, number)
        stage.engine.desk.store.write(lambda tx: held_there.withdraw(tx, deed, now=clock.now()))
    elif then == "change":
        _, new = again(stage, number, "Better words.", ahead=3 * HOUR)
    elif then == "panic":
        stage.call("outbox.pause")
    lanes()
    if then == "panic":
        lane(stage)
        stage.call("outbox.resume")
    follow(stage, clock, 300)
    clock.move(4 * 3600)
    lanes()
    follow(stage, clock, 900)
    out = len(stage.said(TEXT)) + len(stage.said("Better words."))
    ends = [row(stage, r).state for r in (number, new) if r]
    assert out == (0 if then == "cancel" else 1), ends
    assert (
        ends
        == {
            "nothing": ["sent"],
            "cancel": ["cancelled"],
            "change": ["cancelled", "sent"],
            "panic": ["sent"],
        }[then]
    )


def test_no_account_is_left_behind(stage: Stage) -> None:
    """The lane of an account that is signed out touches nothing that its server holds."""
    number = plan(stage)
    lane(stage)
    stage.engine.desk.store.write(
        lambda tx: accounts.change(tx, stage.accounts[0], state="sign_in")
    )
    stage.call("outbox.pause", pull=True)
    assert row(stage, number).state == "scheduled" and len(stage.world.held()) == 1


def test_the_key_is_the_same_for_the_same_handing_over(stage: Stage, clock: HandClock) -> None:
    number = plan(stage)
    before = row(stage, number).key
    stage.world.fault("drop_before", on="create")
    with patch.object(Demo, "find", lambda *_: None):
        follow(stage, clock, 60)
    assert row(stage, number).key == before
    assert len(stage.world.held()) == 1


def test_what_is_in_doubt_is_not_handed_over_again_once_its_time_is_too_near(
    make_stage: Callable[..., Stage], clock: HandClock
) -> None:
    """A server that cannot hold it any more publishes it at once: a person decides."""
    stage = make_stage(settle=150.0, accounts=1, scheduler="ignored")
    number = plan(stage, ahead=LEAST_AHEAD + MARGIN + 60_000)
    stage.world.fault("drop_before", on="create")
    lane(stage)
    assert row(stage, number).state == "uncertain"
    follow(stage, clock, 240)
    assert (row(stage, number).state, row(stage, number).reason) == ("review", "unresolved")
    assert stage.said(TEXT) == [] and stage.world.held() == []
