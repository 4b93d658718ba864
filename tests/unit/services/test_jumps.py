"""The laptop sleeps, its clock is set: what was counted as a span stays as long as it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cmapp.services import jumps
from cmapp.services.jumps import Jump, Watch
from cmapp.store import accounts, outbox
from tests.support.clock import HandClock
from tests.support.stage import Stage

HOUR = 3600
YEAR = 365 * 24 * HOUR


@pytest.mark.parametrize("seconds", [-YEAR, -HOUR, -6, 6, HOUR, 5 * YEAR])
def test_a_clock_that_is_set_is_told_from_sleep(clock: HandClock, seconds: int) -> None:
    watch = Watch(clock)
    clock.move(20)
    clock.set(seconds)
    assert watch.look() == Jump(set_by=seconds * 1000)
    if seconds > 0:
        clock.sleep(seconds)
        assert watch.look() == Jump(slept=seconds * 1000)
    clock.move(HOUR)
    assert watch.look() is None


def test_a_clock_that_is_put_right_by_little_is_no_jump(clock: HandClock) -> None:
    watch = Watch(clock)
    for _ in range(20):
        clock.move(30)
        clock.set(-0.5)
        assert watch.look() is None


def jump(stage: Stage, clock: HandClock, seconds: float) -> None:
    watch = Watch(stage.engine.desk.clock)
    clock.set(seconds)
    found = watch.look()
    assert found is not None
    jumps.follow(stage.engine.desk, found)


def row(stage: Stage, item: str) -> Any:
    return stage.engine.desk.row(int(item))


@pytest.mark.parametrize("by", [-HOUR, HOUR, -YEAR])
def test_who_is_asked_to_stay_away_stays_away_as_long(
    stage: Stage, clock: HandClock, by: int
) -> None:
    ours, desk = stage.accounts[0], stage.engine.desk
    until = clock.now() + 600_000
    desk.store.write(lambda tx: accounts.change(tx, ours, parked_until=until))
    jump(stage, clock, by)
    assert desk.account(ours).parked_until == clock.now() + 600_000


@pytest.mark.parametrize("by", [-HOUR, HOUR])
def test_the_time_to_take_a_post_back_stays_as_long(
    stage: Stage, clock: HandClock, by: int
) -> None:
    made = stage.call("post", account=stage.accounts[0], text="Hello", undo_delay=True)
    before = row(stage, made["outbox"]["id"]).not_before - clock.now()
    jump(stage, clock, by)
    assert row(stage, made["outbox"]["id"]).not_before - clock.now() == before > 0


@pytest.mark.parametrize("by", [-2 * HOUR, HOUR])
def test_a_planned_time_stays_where_it_is(stage: Stage, clock: HandClock, by: int) -> None:
    at = clock.now() + 2 * HOUR * 1000
    made = stage.call("post", account=stage.accounts[0], text="Hello", at=at)
    jump(stage, clock, by)
    found = row(stage, made["outbox"]["id"])
    assert (found.planned_at, found.not_before) == (at, at)


def test_a_key_grows_old_while_the_clock_goes_back(
    make_stage: Callable[..., Stage], clock: HandClock
) -> None:
    """By the clock the key is fresh again; the server has long forgotten it."""
    stage = make_stage(key_life=600, settle=1, looks=1)
    stage.world.fault("late", on="write", seconds=3 * HOUR)
    made = stage.call("post", account=stage.accounts[0], text="Hello")["outbox"]["id"]
    stage.send()
    assert stage.state(made) == "uncertain"
    clock.move(1200)
    jump(stage, clock, -HOUR)
    stage.world.clear_faults()
    stage.send(wait=60)
    assert (stage.state(made), stage.row(made)["reason"]) == ("review", "unresolved")
    clock.move(5 * HOUR)
    assert len(stage.said("Hello")) == 1


def test_what_waits_for_a_year_that_was_never_there_goes_on_at_start(
    stage: Stage, clock: HandClock
) -> None:
    """The clock stood a year ahead, and was put right with the program closed."""
    clock.set(YEAR)
    ours = stage.accounts[0]
    made = stage.call("post", account=ours, text="Hello")["outbox"]["id"]
    until = clock.now() + 900_000
    store = stage.engine.desk.store
    store.write(lambda tx: outbox.wait(tx, int(made), not_before=until, error_code="offline"))
    store.write(lambda tx: accounts.change(tx, ours, parked_until=until, due_at=until))
    stage.close()
    clock.set(-YEAR)
    stage.open()
    account = stage.engine.desk.account(ours)
    assert max(account.due_at, account.parked_until, row(stage, made).not_before) <= clock.now()
    stage.send()
    assert len(stage.said("Hello")) == 1


def test_connections_that_died_in_sleep_are_not_used_again(stage: Stage, clock: HandClock) -> None:
    desk = stage.engine.desk
    account = desk.account(stage.accounts[0])
    before = desk.links.to(account)
    jumps.follow(desk, Jump(slept=HOUR * 1000))
    assert desk.links.to(account) is not before
