"""The curve of waits that have not all ended, against a plain product over all moments.

Requirements: AN-10, N12.
"""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmapp.domain import survival

WAITS = st.lists(st.tuples(st.integers(0, 30), st.booleans()), max_size=60)


def by_hand(waits: list[tuple[float, bool]], t: float) -> float:
    left = 1.0
    for moment in sorted({at for at, ended in waits if ended and at <= t}):
        there = sum(at >= moment for at, _ in waits)
        left *= 1 - sum(at == moment and ended for at, ended in waits) / there
    return left


@given(WAITS)
def test_the_curve_is_the_product_over_all_moments(waits):
    for step in survival.curve(waits):
        assert step.left == pytest.approx(by_hand(waits, step.at), abs=1e-9)
        assert step.low - 1e-9 <= step.left <= step.high + 1e-9


@given(st.lists(st.integers(0, 1000), min_size=1), st.sampled_from([0.5, 0.9]))
def test_where_nothing_waits_it_is_the_plain_quantile(values, share):
    at, _, _ = survival.by_when(survival.curve((v, True) for v in values), share)
    assert at == sorted(values)[math.ceil(share * len(values) - 1e-9) - 1]


def test_what_still_waits_is_not_dropped():
    waits = [(1, True), (1, True), *[(600, False)] * 8]
    assert survival.by_when(survival.curve(waits), 0.5)[0] is None
    assert survival.by_when(survival.curve([]), 0.5) == (None, None, None)


def test_published_figures():
    """Remission of leukaemia under 6-MP (Freireich 1963)."""
    ended = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    going = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    steps = survival.curve([(t, True) for t in ended] + [(t, False) for t in going])
    left = {s.at: s.left for s in steps}
    assert left[6] == pytest.approx(0.857, abs=5e-4)
    assert left[10] == pytest.approx(0.753, abs=5e-4)
    assert survival.by_when(steps, 0.5) == (23, 13, None)


def test_the_median_is_inside_as_often_as_is_promised():
    dice = random.Random(3)
    inside = 0
    for _ in range(600):
        waits = []
        for _ in range(60):
            takes, seen = dice.expovariate(1), dice.uniform(0.2, 3)
            waits.append((min(takes, seen), takes <= seen))
        _, low, high = survival.by_when(survival.curve(waits), 0.5)
        inside += (low is None or low <= math.log(2)) and (high is None or math.log(2) <= high)
    assert inside / 600 >= 0.93
