"""The best times of an account, worked out again by hand from what is in the tables.

Requirements: CA-02, CA-03.
"""

from __future__ import annotations

import random
import statistics
from collections import defaultdict
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cmapp.domain.errors import Missing
from tests.support.clock import HandClock
from tests.support.stage import ANA, CHEN, US, Stage

HOUR = 3_600
ZONE = "Asia/Shanghai"


@pytest.fixture
def grown(stage: Stage, clock: HandClock) -> Stage:
    """Nine weeks: Mondays 09:00 are answered well, Thursdays 18:00 badly, others now and then."""
    dice = random.Random(7)
    monday = old = stage.world.say(US, "the first of all")
    stage.world.say(ANA, "hello", parent=old)
    clock.move(4 * 86_400)  # Monday, 5 January 2026, 00:00 UTC
    for week in range(9):
        for day, hour, usual in ((0, 1, 6), (3, 10, 1), (dice.randrange(7), dice.randrange(24), 3)):
            start = 5 * 86_400 + week * 7 * 86_400 + day * 86_400 + hour * HOUR
            clock.move(max(0, start - (clock.now() - 1_767_225_600_000 + 86_400_000) / 1000))
            post = stage.world.say(US, f"week {week}, day {day}")
            for n in range(max(0, usual + dice.randrange(-1, 2))):
                clock.move(60)
                stage.world.say((ANA, CHEN)[n % 2], f"answer {n}", parent=post)
            if usual == 6:
                monday = post
            elif usual == 1:  # Thursday: what comes after 48 hours counts for nothing
                for n in range(9):
                    stage.world.say(ANA, f"late {n}", parent=monday)
    stage.call("sync")
    # a platform that does not say what an answer is about: the answer itself tells
    stage.engine.desk.store.write(
        lambda tx: tx.db.execute("UPDATE interactions SET target_ref = NULL WHERE id % 2 = 0")
    )
    return stage


def by_hand(stage: Stage, until: str) -> dict[tuple[int, int], list[int]]:
    end = round(datetime.fromisoformat(until).timestamp() * 1000)

    def look(db: Any) -> dict[tuple[int, int], list[int]]:
        (me,) = db.execute("SELECT id FROM profiles WHERE handle = ?", (US,)).fetchone()
        posts = db.execute("SELECT * FROM posts").fetchall()
        first = min(r["created_at"] for r in db.execute("SELECT created_at FROM interactions"))
        made = defaultdict(list)
        for post in posts:
            at = post["created_at"]
            if post["author_id"] != me or post["parent_ref"] or not first <= at < end:
                continue
            n = sum(
                p["parent_ref"] == post["remote_id"] and p["author_id"] != me
                and p["created_at"] - at < 48 * HOUR * 1000
                for p in posts
            )  # fmt: skip
            local = datetime.fromtimestamp(at / 1000, UTC).astimezone(ZoneInfo(ZONE))
            made[local.weekday(), local.hour].append(n)
        return dict(made)

    return stage.engine.desk.store.read(look)


def test_the_grid_is_what_one_works_out_by_hand(grown: Stage, clock: HandClock) -> None:
    found = grown.call("besttime.show", account=grown.accounts[0], zone=ZONE)
    wanted = by_hand(grown, found["until"])
    assert {(c["weekday"], c["hour"]): c["n"] for c in found["cells"]} == {
        k: len(v) for k, v in wanted.items()
    }
    assert {(c["weekday"], c["hour"]): c["value"] for c in found["cells"]} == {
        k: statistics.median(v) if len(v) >= 5 else None for k, v in wanted.items()
    }
    every = [n for v in wanted.values() for n in v]
    assert (found["n"], found["usual"]) == (len(every), statistics.median(every))
    assert found["enough"] and found["left_out"] >= 1
    best = found["best"][0]
    facts = best["reason"]["facts"]
    key = (best["weekday"], best["hour"])
    assert facts["value"] == statistics.median(wanted[key]) and facts["n"] == len(wanted[key])
    assert facts["low"] <= facts["value"] <= facts["high"]
    assert best["reason"]["code"] == "clearly_above" and facts["low"] > found["usual"]


def test_without_enough_posts_nothing_is_suggested(stage: Stage, clock: HandClock) -> None:
    stage.asked("one question")
    clock.move(72 * HOUR)
    stage.call("sync")
    found = stage.call("besttime.show", account=stage.accounts[0])
    assert (found["enough"], found["best"], found["needed"]) == (False, [], 5)
    assert all(c["value"] is None for c in found["cells"])
    other = stage.call("besttime.show", account=stage.accounts[1])
    assert (other["n"], other["cells"], other["usual"]) == (0, [], None)
    with pytest.raises(Missing):
        stage.call("besttime.show", account="nobody")


def test_posts_younger_than_48_hours_wait(stage: Stage, clock: HandClock) -> None:
    stage.asked("one question")
    found = stage.call("besttime.show", account=stage.accounts[0])
    assert (found["n"], found["left_out"]) == (0, 1)
    clock.move(48 * HOUR + 60)
    stage.call("sync")
    assert stage.call("besttime.show", account=stage.accounts[0])["n"] == 1


def test_each_lookup_goes_by_an_index(grown: Stage) -> None:
    from cmapp.store import responses

    def steps(db: Any) -> list[str]:
        said: list[str] = []
        db.set_trace_callback(said.append)
        responses.of_posts(db, grown.accounts[0], 0, 1 << 42, within=1)
        db.set_trace_callback(None)
        return [r[3] for s in said for r in db.execute(f"EXPLAIN QUERY PLAN {s}")]

    assert not [s for s in grown.engine.desk.store.read(steps) if s.startswith("SCAN")]
