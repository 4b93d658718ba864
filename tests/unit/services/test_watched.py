"""What counts as watched: only what a walk came down to (N12)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cmapp.domain.errors import Flaky
from cmapp.platforms.demo import api
from cmapp.store import watched
from tests.support.clock import START, HandClock
from tests.support.stage import ANA, US, Stage

DAY = 86_400_000


def spans(stage: Stage, stream: str = "inbox") -> list[tuple[int, int]]:
    return stage.engine.desk.store.read(
        lambda db: watched.spans(db, stage.accounts[0], 0, START * 2, stream=stream)
    )


def mention(stage: Stage, clock: HandClock, count: int = 1) -> None:
    for n in range(count):
        stage.world.say(ANA, f"Hello @{US} {n}", parent=stage.world.say(US, "New."))
    clock.move(60)


@pytest.fixture
def small(make_stage: Callable[..., Stage]) -> Stage:
    return make_stage(accounts=1, page=2)


def cut_after(monkeypatch: pytest.MonkeyPatch, pages: int) -> Callable[[], None]:
    """Let the inbox's list break after some answers, until told otherwise."""
    whole, left = api.inbox, [pages]

    def inbox(*args: Any) -> Any:
        left[0] -= 1
        if left[0] < 0:
            raise Flaky("server_error")
        return whole(*args)

    monkeypatch.setattr(api, "inbox", inbox)
    return lambda: monkeypatch.setattr(api, "inbox", whole)


def test_days_without_the_program_are_watched_once_a_walk_came_down_to_them(
    small: Stage, clock: HandClock
) -> None:
    mention(small, clock)
    small.call("sync")
    first = clock.now()
    clock.move(3 * 86_400)
    mention(small, clock, 5)
    clock.move(60)
    small.call("sync")
    [(since, until)] = spans(small)
    assert since <= first and until == clock.now()
    assert spans(small, "messages")[0][1] == clock.now()


def test_a_walk_that_was_cut_leaves_its_time_unwatched_until_it_is_read(
    small: Stage, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    mention(small, clock)
    small.call("sync")
    before = spans(small)
    clock.move(3 * 86_400)
    mention(small, clock, 9)
    clock.move(60)
    mend = cut_after(monkeypatch, 2)
    small.call("sync")
    assert spans(small) == before
    account = small.accounts[0]
    holes = small.engine.desk.store.read(
        lambda db: watched.gaps(db, account, before[0][0], clock.now())
    )
    assert holes == [(before[0][1], clock.now(), "after_last")]
    mend()
    clock.move(3_600)
    small.call("sync")
    [(since, until)] = spans(small)
    assert (since, until) == (before[0][0], clock.now())


def test_what_the_platform_has_forgotten_stays_a_gap(
    small: Stage, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    mention(small, clock)
    small.call("sync")
    [(begin, end)] = spans(small)
    clock.move(3 * 86_400)
    mention(small, clock, 4)
    oldest = clock.now() - 60_000
    whole = api.inbox

    def pruned(*args: Any) -> Any:
        batch = whole(*args)
        kept = tuple(x for x in batch.items if x["created_at"] >= oldest)
        return type(batch)(kept, batch.next if len(kept) == len(batch.items) else None)

    monkeypatch.setattr(api, "inbox", pruned)
    clock.move(60)
    small.call("sync")
    assert spans(small) == [(begin, end), (oldest, clock.now())]


def test_a_clock_that_was_ahead_claims_nothing(small: Stage, clock: HandClock) -> None:
    mention(small, clock)
    small.call("sync")
    clock.set(3 * 86_400)
    small.call("sync")
    clock.set(-3 * 86_400)
    clock.move(60)
    mention(small, clock)
    small.call("sync")
    assert spans(small)[-1][1] == clock.now()


def test_a_clock_that_was_behind_costs_nothing(small: Stage, clock: HandClock) -> None:
    mention(small, clock)
    small.call("sync")
    [(begin, _)] = spans(small)
    newest = clock.now()
    clock.set(-300 * 86_400)
    small.call("sync")
    clock.set(300 * 86_400)
    clock.move(60)
    small.call("sync")
    assert spans(small) == [(begin, clock.now())]
    assert begin <= newest


def test_removing_an_account_takes_along_what_was_watched(small: Stage, clock: HandClock) -> None:
    mention(small, clock)
    small.call("sync")
    small.call("accounts.remove", id=small.accounts[0])
    assert spans(small) == []
