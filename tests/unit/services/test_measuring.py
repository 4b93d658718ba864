"""Followers and rivals over time: kept when they change, or daily; never counted as ours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cmapp.domain.errors import Missing, Rejected
from cmapp.store import measures
from tests.support.clock import START, HandClock
from tests.support.stage import ANA, CHEN, COLLEAGUE, US, Stage

DAY = 86_400
HOUR = 3_600


def line(stage: Stage, owner: str, name: str, post: int = 0) -> list[float]:
    return stage.engine.desk.store.read(
        lambda db: [m.value for m in measures.between(db, owner, name, 0, START * 2, post=post)]
    )


@pytest.fixture
def one(make_stage: Callable[..., Stage]) -> Stage:
    return make_stage(accounts=1)


def test_followers_are_kept_when_they_change_and_once_a_day(one: Stage, clock: HandClock) -> None:
    us = one.accounts[0]
    one.call("sync")
    [first] = line(one, us, "followers")
    clock.move(2 * HOUR)
    one.call("sync")
    assert line(one, us, "followers") == [first]  # the same, within the day
    one.world.follow(ANA, US)
    clock.move(60)
    one.call("sync")
    assert line(one, us, "followers") == [first]  # asked an hour ago at the least
    clock.move(HOUR)
    one.call("sync")
    assert line(one, us, "followers") == [first, first + 1]
    clock.move(DAY)
    one.call("sync")
    assert line(one, us, "followers") == [first, first + 1, first + 1]
    assert len(line(one, us, "posts")) == 2 and line(one, us, "following")


def test_a_clock_set_back_does_not_stop_the_measuring(one: Stage, clock: HandClock) -> None:
    one.call("sync")
    clock.set(30 * DAY)
    one.call("sync")
    clock.set(-30 * DAY)
    clock.move(2 * DAY)
    before = len(line(one, one.accounts[0], "followers"))
    one.call("sync")
    assert len(line(one, one.accounts[0], "followers")) == before + 1


def test_what_a_young_post_gets_is_kept_by_change(one: Stage, clock: HandClock) -> None:
    remote = one.world.say(US, "Something new today.")
    one.call("sync")
    us = one.accounts[0]
    post = one.engine.desk.store.read(
        lambda db: db.execute("SELECT id FROM posts WHERE remote_id = ?", (remote,)).fetchone()[0]
    )
    clock.move(HOUR)
    one.call("sync")
    assert line(one, us, "likes", post) == [0]
    one.world.react(ANA, remote, "like")
    clock.move(HOUR)
    one.call("sync")
    one.world.react(CHEN, remote, "like")
    clock.move(HOUR)
    one.call("sync")
    assert line(one, us, "likes", post) == [0, 1, 2]
    assert len(line(one, us, "reposts", post)) == 1


def test_a_rival_is_watched_from_outside_and_counts_into_nothing(
    one: Stage, clock: HandClock
) -> None:
    us = one.accounts[0]
    answer = one.call("rivals.add", handle=f"@{COLLEAGUE}", account=us)
    [rival] = answer["rivals"]
    assert rival["handle"] == COLLEAGUE and rival["followers"] is not None
    assert rival["followers_week"] is None  # nobody looked a week ago
    one.call("sync")
    ours = line(one, us, "followers")
    one.world.follow(ANA, COLLEAGUE)
    one.world.say(COLLEAGUE, "Ours is better.")
    clock.move(8 * DAY)
    one.call("sync")
    [later] = one.call("rivals.list")["rivals"]
    assert later["followers"] == rival["followers"] + 1
    assert later["posts"] == rival["posts"] + 1
    assert later["followers_week"] == 1
    assert line(one, us, "followers") == [*ours, ours[-1]]
    assert len(one.call("accounts.list")["accounts"]) == 1
    assert one.call("inbox.list", state="all")["items"] == []


def test_what_is_removed_comes_back_whole(one: Stage, clock: HandClock) -> None:
    answer = one.call("rivals.add", handle=COLLEAGUE, account=one.accounts[0])
    clock.move(DAY)
    one.call("sync")
    before = one.call("rivals.list")
    kept = line(one, answer["id"], "followers")
    gone = one.call("rivals.remove", id=answer["id"])
    assert gone["rivals"] == [] and line(one, answer["id"], "followers") == []
    one.call("undo")
    assert one.call("rivals.list") == before
    assert line(one, answer["id"], "followers") == kept
    assert len(kept) == 2


@pytest.mark.parametrize(
    ("handle", "error", "why"),
    [("nobody_at_all", Missing, "unknown_handle"), (US, Rejected, "own_account"),
     (" @ ", Rejected, "empty")],
)  # fmt: skip
def test_who_cannot_be_a_rival_is_refused(
    one: Stage, handle: str, error: type[Exception], why: str
) -> None:
    with pytest.raises(error) as caught:
        one.call("rivals.add", handle=handle, account=one.accounts[0])
    problem: Any = caught.value
    assert problem.why == why
    assert one.call("rivals.list")["rivals"] == []


def test_a_rival_that_cannot_be_read_says_why_and_stops_nothing(
    one: Stage, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cmapp.platforms.demo import api

    one.call("rivals.add", handle=COLLEAGUE, account=one.accounts[0])
    whole = api.profile

    def gone(network: Any, whom: str, *, who: str) -> Any:
        if whom != one.engine.desk.accounts()[0].remote_id:
            raise Missing("missing")
        return whole(network, whom, who=who)

    monkeypatch.setattr(api, "profile", gone)
    clock.move(DAY)
    assert one.call("sync")["accounts"][0]["error"] is None
    [rival] = one.call("rivals.list")["rivals"]
    assert rival["why"] == "missing" and rival["followers"] is not None


def test_an_account_takes_its_rivals_along(one: Stage) -> None:
    answer = one.call("rivals.add", handle=COLLEAGUE, account=one.accounts[0])
    one.call("accounts.remove", id=one.accounts[0])
    assert one.call("rivals.list")["rivals"] == []
    assert line(one, answer["id"], "followers") == []
