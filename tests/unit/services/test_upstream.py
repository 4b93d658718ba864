"""What was read long ago is looked at again: a little at a time, each at most once in a day."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cmapp.connectors.base import Connector
from cmapp.domain import retention_rules
from cmapp.domain.errors import Flaky
from cmapp.domain.retention_rules import Demand
from cmapp.platforms.demo import Demo
from cmapp.services import retention, upstream
from cmapp.services.upstream import Looked
from cmapp.store import posts, problems
from cmapp.store import retention as kept
from cmapp.store.posts import PostRow
from tests.support.clock import HandClock
from tests.support.stage import US, Stage, time_is

DAY = 86_400


@pytest.fixture
def clock() -> Iterator[HandClock]:
    with time_is(HandClock()) as made:
        yield made


@pytest.fixture
def stage(tmp_path: Path, clock: HandClock) -> Iterator[Stage]:
    made = Stage(tmp_path, accounts=1)
    yield made
    made.close()


def look(stage: Stage) -> Looked:
    desk = stage.engine.desk
    account = desk.accounts()[0]
    return upstream.look_again(desk, account, desk.links.to(account))


def post(stage: Stage, remote: str) -> PostRow:
    found: PostRow | None = stage.engine.desk.store.read(
        lambda db: posts.by_remote(db, "demo", remote)
    )
    assert found is not None
    return found


def test_deleted_and_edited_ones_are_found_once_a_day(stage: Stage, clock: HandClock) -> None:
    gone, changed, stays = (stage.asked(f"{w}?") for w in ("Gone", "Changed", "Stays"))
    remote = {item: stage.remote(item) for item in (gone, changed, stays)}
    clock.move(2 * DAY)  # beyond what a pull reads again
    stage.world.delete(remote[gone])
    stage.world.edit(remote[changed], "Changed, yes.")
    first = look(stage)
    assert (first.asked, first.gone) == (3, 1)
    assert post(stage, remote[gone]).deleted_at is not None
    assert post(stage, remote[changed]).text == "Changed, yes."
    assert post(stage, remote[stays]).text == "Stays?"
    assert look(stage) == Looked()
    clock.move(DAY - 60)
    assert look(stage) == Looked()
    clock.move(120)
    assert look(stage).asked == 2, "what is gone is not asked for any more"


def test_it_is_asked_in_small_pieces_and_goes_on_where_it_stood(
    stage: Stage, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    above = stage.world.say("mossfield", "Something new.")
    for n in range(200):
        stage.world.say("ana.lopes", f"{n}", parent=above)
    stage.call("sync")
    asked: list[str] = []
    real = Demo.recheck

    def seen(link: Any, ids: Any) -> Any:
        asked.extend(ids)
        return real(link, ids)

    monkeypatch.setattr(Demo, "recheck", seen)
    assert look(stage).asked == 80
    stage.restart()
    stage.world.fault("server_error", on="again")
    with pytest.raises(Flaky):
        look(stage)
    for _ in range(3):
        look(stage)
    assert len(asked) - 40 == len(set(asked)) == 200, "the one that failed is asked again"
    assert all(p.deleted_at is None for p in stage.engine.desk.store.read(
        lambda db: posts.newest_of(db, "demo", "p-ana", limit=500)))  # fmt: skip


def test_posts_that_a_platform_cannot_tell_of_are_passed_over_and_trouble_nobody(
    stage: Stage, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that fails over one odd post would keep the account in trouble for ever."""
    remote = {word: stage.remote(stage.asked(f"{word}?")) for word in ("Plain", "Odd")}
    clock.move(2 * DAY)
    real, asked = Demo.recheck, []

    def seen(link: Any, ids: Any) -> Any:
        asked.extend(ids)
        if remote["Odd"] in ids:
            raise Flaky(reason="status", status=500)
        return real(link, ids)

    monkeypatch.setattr(Demo, "recheck", seen)
    monkeypatch.setattr(Demo, "spec", dataclasses.replace(Demo.spec, rechecks=1))
    for _ in range(upstream.TRIES + 1):
        account = stage.engine.desk.accounts()[0]
        upstream.quietly(stage.engine.desk, account, stage.engine.desk.links.to(account))
    assert asked.count(remote["Odd"]) == upstream.TRIES and asked.count(remote["Plain"]) == 1
    assert stage.engine.desk.store.read(problems.every) == []


def test_many_posts_of_ours_do_not_hide_those_of_others_behind_them(
    stage: Stage, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.asked("Old?")
    for n in range(5):
        stage.world.say(US, f"Something new, {n}.")
    stage.call("sync")
    clock.move(2 * DAY)
    monkeypatch.setattr(kept, "_WALK", 4)
    assert look(stage).asked == 1


def test_what_a_platform_wants_to_be_seen_again_is_shown_as_long_as_it_is(
    stage: Stage, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    demo = Demand(verify=30 * retention_rules.DAY, deleted=retention_rules.DAY)
    monkeypatch.setattr(retention_rules, "PLATFORMS", {"demo": demo})
    item = stage.asked("Still there?")
    for _ in range(20):
        clock.move(5 * DAY)
        look(stage)
        retention.keep_up(stage.engine.desk)
        assert post(stage, stage.remote(item)).text == "Still there?"
    clock.move(31 * DAY)
    retention.keep_up(stage.engine.desk)
    assert post(stage, stage.remote(item)).text == ""
    assert look(stage).asked == 1
    assert post(stage, stage.remote(item)).text == "Still there?"
    assert post(stage, stage.remote(item)).facts.get("emptied") is None


def test_a_private_word_is_asked_for_only_by_the_account_that_got_it(
    tmp_path: Path, clock: HandClock
) -> None:
    stage = Stage(tmp_path / "two", accounts=2)
    try:
        stage.world.say("ana.lopes", "Between us.", to="mossfield")
        stage.call("sync")
        clock.move(2 * DAY)
        desk = stage.engine.desk
        asked = {a.handle: upstream.look_again(desk, a, desk.links.to(a)) for a in desk.accounts()}
        assert {h: (n.asked, n.gone) for h, n in asked.items()} == {
            "mossfield": (1, 0), "mossfield_tw": (0, 0),
        }  # fmt: skip
    finally:
        stage.close()


def test_a_connector_that_cannot_look_again_is_left_alone(stage: Stage) -> None:
    desk = stage.engine.desk
    account = desk.accounts()[0]

    class Blind(Demo):
        spec = Demo.spec.__class__(**{
            **{f: getattr(Demo.spec, f) for f in Demo.spec.__slots__}, "rechecks": 0,
        })  # fmt: skip
        recheck = Connector.recheck

    link = Blind.__new__(Blind)
    assert upstream.look_again(desk, account, link) == Looked()
