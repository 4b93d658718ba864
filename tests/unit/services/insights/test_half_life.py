"""Half-life, peak and duration, worked out again from the raw rows with NumPy (AN-04, EX-11)."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmapp.domain.chart import Chart
from cmapp.services.insights import half_life
from tests.support import posted
from tests.support.oracle import aimed, own
from tests.support.posted import DAY, HOUR, NOW


def mean_of_ranks(values: list[float]) -> float:
    ordered = np.sort(values)
    return float((ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2)


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10**9), st.sampled_from(["1", "2", "7"]))
def test_every_number_is_what_the_rows_say(seed: int, days: str) -> None:
    with posted.filled(seed) as db:
        asked = _scope(days)
        chart = posted.drawn(db, "half_life", asked)
        within = int(days) * DAY
        ripe = [p for p in own(db) if p["created_at"] + max(within, 2 * DAY) <= NOW]
        came = {p["id"]: aimed(db, p, within) for p in ripe}
        deltas = np.array(
            [i["created_at"] - p["created_at"] for p in ripe for i in came[p["id"]]], dtype=float
        )
        (bars,) = chart.series
        edges = [d.x for d in bars.data] + [bars.data[-1].end]
        wanted = np.histogram(deltas / HOUR, bins=edges)[0]
        assert [d.value for d in bars.data] == list(wanted)
        halves = []
        for p in ripe:
            each = np.sort([i["created_at"] - p["created_at"] for i in came[p["id"]]])
            if len(each) >= 5:
                halves.append(float(each[math.ceil(len(each) / 2) - 1]) / HOUR)
        half, peak, _ = chart.figures
        assert half.n == len(halves)
        if len(halves) >= 5:
            assert half.value == pytest.approx(np.median(halves))
        else:
            assert (half.value, half.why) == (None, "too_few" if halves else "no_data")
        if len(deltas) >= 5:
            hours = np.bincount((deltas // HOUR).astype(int))
            assert peak.value == int(hours.argmax())
        for bar in bars.data:
            if bar.key:
                assert half_life.rows(db, asked, bar.key).total == bar.value
        assert half_life.rows(db, asked, "half").total == len(halves)


def _scope(days: str, **more: str) -> Any:
    found = posted.scope()
    return type(found)(
        found.since, found.until, found.zone, found.now, found.accounts, {"days": days, **more}
    )


def draw(db: Any, **options: str) -> Chart:
    found: Chart = posted.drawn(db, "half_life", _scope(options.pop("days", "2"), **options))
    return found


def test_the_half_life_of_a_planted_decay_is_found_within_a_bin() -> None:
    with posted.empty() as db:
        posted.accounts(db, 1)
        dice = np.random.default_rng(4)
        for n in range(20):
            at = NOW - 20 * DAY + n * DAY // 2
            own_post = posted.post(db, 0, at)
            for k, delta in enumerate(dice.exponential(6 / math.log(2), 400)):  # half after 6 h
                if delta < 48:
                    posted.deed(db, 0, at + int(delta * HOUR), "reaction", f"u{k}", target=own_post)
        half, peak, lasts = draw(db).figures
        assert half.value == pytest.approx(6, abs=1)
        assert half.low is not None and half.high is not None and half.low <= 6 <= half.high + 0.3
        assert (peak.value, half.n) == (0, 20)
        assert lasts.value == pytest.approx(6 * math.log2(10), abs=2)


def test_a_young_post_has_no_verdict_and_few_are_too_few() -> None:
    with posted.empty() as db:
        posted.accounts(db, 1)
        young = posted.post(db, 0, NOW - 2 * DAY + 1)
        old = posted.post(db, 0, NOW - 2 * DAY)
        for n in range(4):
            posted.deed(db, 0, NOW - DAY, "reaction", f"u{n}", target=young)
            posted.deed(db, 0, NOW - DAY, "reaction", f"u{n}", target=old)
        chart = draw(db, view="posts")
        half = {d.x: d for d in chart.series[0].data}
        assert {d.why for d in half.values()} == {"too_young", "too_few"}
        assert all(d.value is None for d in half.values())
        assert [(n.code, n.facts["n"]) for n in chart.notes] == [("posts.too_young", 1)]
        got = [d for d in chart.series[-1].data if d.value is not None]
        assert [d.value for d in got] == [4]
        assert half_life.rows(db, _scope("2", view="posts"), got[0].key).total == 4


def test_what_was_not_watched_is_not_judged() -> None:
    with posted.empty() as db:
        posted.accounts(db, 1)
        db.execute("DELETE FROM watched")
        db.execute(
            "INSERT INTO watched VALUES ('acc1', 'inbox', ?, ?)", (NOW - 40 * DAY, NOW - 9 * DAY)
        )
        db.execute("INSERT INTO watched VALUES ('acc1', 'inbox', ?, ?)", (NOW - 8 * DAY, NOW))
        for day in (20, 10, 8, 5):  # the second one's 48 hours have a hole
            posted.post(db, 0, NOW - day * DAY)
        chart = draw(db)
        assert [(n.code, n.facts["n"]) for n in chart.notes] == [("posts.not_watched", 1)]
        assert chart.series[0].data[0].n == 3


def test_nothing_is_said_of_nothing() -> None:
    with posted.empty() as db:
        nobody = posted.scope(accounts=())
        assert half_life.draw(db, nobody).empty.code == "posts.no_accounts"  # type: ignore[union-attr]
        posted.accounts(db)
        assert draw(db).empty.code == "posts.none"  # type: ignore[union-attr]
        posted.post(db, 0, NOW - HOUR)
        chart = draw(db)
        assert chart.empty is not None and chart.empty.code == "posts.none_ripe"
        assert all(d.value is None for d in chart.series[0].data)
        assert all(f.value is None for f in chart.figures)
