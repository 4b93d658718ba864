"""Charts on posts over what a real sync of the demo network brought, asked as commands.

Requirements: AN-04, CT-03, AN-07, AN-15.
"""

from __future__ import annotations

import random
from typing import Any

import pytest

from cmapp.services import insights
from tests.support.clock import HandClock
from tests.support.oracle import aimed, own
from tests.support.stage import ANA, CHEN, US, Stage

DAY = 86_400
MINE = (
    "half_life", "media_kinds", "top_posts", "comment_quality", "platforms", "pillars", "frames",
    "self_rating", "consistency", "campaign", "best_time", "cohorts", "returning", "topics",
    "fatigue", "paths", "video_length",
)  # fmt: skip


@pytest.fixture
def lived(stage: Stage, clock: HandClock) -> Stage:
    """Three weeks of posts that two people answered, read every other day."""
    dice = random.Random(3)
    for day in range(20):
        post = stage.world.say(US, f"News of day {day}")
        for n in range(dice.randrange(4, 9)):
            clock.move(dice.randrange(300, 3_000))
            stage.world.say(
                (ANA, CHEN)[n % 2], f"Is the teapot number {n} still there?", parent=post
            )
        clock.move(DAY)
        if day % 2:
            stage.call("sync")
    clock.move(3 * DAY)
    stage.call("sync")
    return stage


def test_every_chart_answers_and_its_numbers_lead_to_rows(lived: Stage) -> None:
    for name in MINE:
        one = insights.get(name)
        asked = [{n: v} for n, choices in one.options.items() for v in choices] or [{}]
        for options in asked:
            chart = lived.call("insights.show", name=name, days=40, options=options)
            told = [*chart["figures"], *(d for s in chart["series"] for d in s["data"])]
            for each in told:
                assert (each["value"] is None) == bool(each["why"]), (name, each)
            for key in sorted({d["key"] for d in told if d["key"]})[:3]:
                found = lived.call("insights.rows", name=name, key=key, days=40, options=options)
                assert found["total"] > 0 and found["rows"], (name, key)


def test_numbers_are_those_of_the_rows_that_came(lived: Stage) -> None:
    def raw(db: Any) -> tuple[list[int], int]:
        posts = own(db)
        return [len(aimed(db, p, 2 * DAY * 1000)) for p in posts], len(posts)

    counts, n = lived.engine.desk.store.read(raw)
    assert n == 20 and sum(counts) > 80
    chart = lived.call("insights.show", name="half_life", days=40)
    # the first was made before anything of the account was read
    assert [(x["code"], x["facts"]) for x in chart["notes"]] == [("posts.not_watched", {"n": 1})]
    counts = counts[1:]
    assert sum(d["value"] for d in chart["series"][0]["data"]) == sum(counts)
    kinds = lived.call("insights.show", name="media_kinds", days=40)["figures"][0]
    assert (kinds["n"], kinds["value"]) == (19, sorted(counts)[9])
    top = lived.call("insights.show", name="top_posts", days=40)["series"][0]["data"]
    assert [d["value"] for d in top] == sorted(counts, reverse=True)
    paths = lived.call("insights.show", name="paths", days=40)["series"][0]["data"]
    assert sum(d["value"] for d in paths) == 2
