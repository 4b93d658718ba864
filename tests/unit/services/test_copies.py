"""A profile that is a copy, used on a second machine, or was put back: nothing goes out twice."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cmapp.domain.actions import Publish, Reply, Target
from cmapp.store import drafts, outbox
from tests.support.clock import HandClock
from tests.support.stage import US, Stage

HOUR = 3_600_000
FILES = ("cmapp.sqlite3", "cmapp.sqlite3-wal", "drafts.copy", "drafts.journal")


def queued(stage: Stage, text: str, *, in_ms: int | None = None, parts: int = 1) -> list[str]:
    """Queue a post (a thread, with `parts`) of the first account; return its rows."""
    desk = stage.engine.desk

    def add(tx: Any) -> list[int]:
        account, now = stage.accounts[0], desk.now()
        draft = drafts.save(tx, text, now=now, account_id=account)
        made: list[int] = []
        for part in range(parts):
            words = text if parts == 1 else f"{text} {part + 1}/{parts}"
            action = Reply(Target(""), words, made_at=now) if part else Publish(words, made_at=now)
            made.append(
                outbox.add(
                    tx, account, action, now=now, draft_id=draft, part=part,
                    planned_at=None if in_ms is None else now + in_ms,
                    after_id=made[-1] if made else None,
                )
            )  # fmt: skip
        return made

    return [str(row) for row in desk.store.write(add)]


def kept(stage: Stage, folder: Path) -> None:
    """Copy the profile as it lies there while no program runs; the network is not part of it."""
    stage.close()
    folder.mkdir(exist_ok=True)
    for name in FILES:
        if (stage.paths.root / name).exists():
            shutil.copy2(stage.paths.root / name, folder / name)
    stage.open()


def put_back(stage: Stage, folder: Path) -> None:
    """Put the copy in the profile's place."""
    stage.close()
    for name in FILES:
        (stage.paths.root / name).unlink(missing_ok=True)
        if (folder / name).exists():
            shutil.copy2(folder / name, stage.paths.root / name)
    stage.open()


@pytest.fixture
def without_keys(make_stage: Callable[..., Stage]) -> Stage:
    """A server that never heard of keys, or has forgotten them."""
    return make_stage(accounts=1, keys="none")


@pytest.mark.parametrize("parts", [1, 3])
def test_what_went_out_from_the_copy_is_found_and_not_posted_again(
    without_keys: Stage, clock: HandClock, tmp_path: Path, parts: int
) -> None:
    stage = without_keys
    rows = queued(stage, "Open again from Monday", parts=parts)
    kept(stage, tmp_path / "copy")
    clock.move(HOUR / 1000)
    stage.send()
    assert [stage.state(row) for row in rows] == ["sent"] * parts
    put_back(stage, tmp_path / "copy")
    assert [stage.state(row) for row in rows] == ["ready"] * parts
    clock.move(HOUR / 1000)
    stage.send()
    assert [stage.state(row) for row in rows] == ["sent"] * parts
    assert len([e for e in stage.world.posts() if e.text.startswith("Open again")]) == parts


def test_an_answer_that_went_out_from_the_copy_is_known_for_ours(
    without_keys: Stage, clock: HandClock, tmp_path: Path
) -> None:
    stage = without_keys
    row = stage.reply(stage.asked("Is it vegan?"), "It is.")
    kept(stage, tmp_path / "copy")
    clock.move(60)
    stage.send()
    put_back(stage, tmp_path / "copy")
    clock.move(60)
    stage.send()
    assert (stage.state(row), len(stage.said("It is."))) == ("sent", 1)


def test_what_the_scheduler_has_from_the_copy_is_not_handed_over_again(
    without_keys: Stage, clock: HandClock, tmp_path: Path
) -> None:
    stage = without_keys
    (row,) = queued(stage, "Market day", in_ms=48 * HOUR)
    kept(stage, tmp_path / "copy")
    stage.send()
    assert stage.state(row) == "scheduled"
    put_back(stage, tmp_path / "copy")
    clock.move(60)
    stage.send()
    assert stage.state(row) == "scheduled"
    clock.move(49 * 3600)
    stage.send(wait=300)
    assert (stage.state(row), len(stage.said("Market day"))) == ("sent", 1)


def test_an_older_post_of_the_same_words_is_not_taken_for_a_planned_one(
    make_stage: Callable[..., Stage], clock: HandClock
) -> None:
    """Somebody said it from a phone the day before: what is planned is still to come."""
    stage = make_stage(accounts=1, keys="none", scheduler="none")
    (row,) = queued(stage, "Good morning!", in_ms=30 * HOUR)
    clock.move(3600)
    stage.world.say(US, "Good morning!")
    clock.move(29 * 3600 + 5)
    stage.send(wait=300)
    assert (stage.state(row), len(stage.said("Good morning!"))) == ("sent", 2)


def test_what_was_dropped_in_doubt_and_is_there_after_all_is_not_posted_again(
    without_keys: Stage, clock: HandClock
) -> None:
    """Its draft is queued anew, word for word, once the platform shows the first one."""
    stage = without_keys
    (row,) = queued(stage, "Open again from Monday")
    stage.world.fault("hidden", seconds=3 * 3600)
    clock.move(60)
    stage.send()
    clock.move(3600)
    stage.send(wait=600)
    assert stage.row(row)["reason"] == "unresolved"
    stage.call("outbox.resolve", id=row, verdict="drop")
    draft = stage.row(row)["draft"]
    clock.move(4 * 3600)
    words = {"account": stage.accounts[0], "text": "Open again from Monday"}
    again = stage.call("post", draft=draft, **words)["outbox"]["id"]
    stage.send()
    assert (stage.state(again), len(stage.said("Open again from Monday"))) == ("sent", 1)


def test_what_was_tried_by_a_clock_that_was_ahead_is_found_once_that_is_put_right(
    without_keys: Stage, clock: HandClock
) -> None:
    stage = without_keys
    (row,) = queued(stage, "Open again from Monday")
    stage.world.fault("hidden", seconds=30)
    desk = stage.engine.desk
    stage.send()
    assert stage.state(row) == "uncertain"
    ahead = 300 * 24 * HOUR
    desk.store.write(
        lambda tx: tx.db.execute("UPDATE outbox SET first_at = first_at + ?", (ahead,))
    )
    clock.move(300)
    stage.send(wait=600)
    assert (stage.state(row), len(stage.said("Open again from Monday"))) == ("sent", 1)
