"""Kendall's test against plain counting of pairs, a planted fall, and noise (CA-05)."""

from __future__ import annotations

import random
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmapp.domain.trend import trend


@given(st.lists(st.integers(0, 12), min_size=10, max_size=40))
def test_tau_is_the_count_of_pairs(values: list[int]) -> None:
    pairs = [(a, b) for n, a in enumerate(values) for b in values[n + 1 :]]
    score = sum((b > a) - (b < a) for a, b in pairs)
    untied = sum(a != b for a, b in pairs)
    found = trend(values)
    if not untied:
        assert found is None
    else:
        assert found is not None
        assert found.tau == pytest.approx(score / sqrt(len(pairs) * untied))
        assert 0 <= found.chance <= 1


def test_the_ends_are_those_of_the_published_table() -> None:
    # each of ten values above the one before: S = 45, var = 125, Z = 44 / sqrt(125) = 3.94
    found = trend(range(10))
    assert found is not None
    assert (found.tau, found.chance) == (1, pytest.approx(8.3e-5, rel=0.02))


def test_a_planted_fall_is_found_and_noise_is_not() -> None:
    dice = random.Random(2)
    falls, alarms = 0, 0
    for _ in range(400):
        fall = trend([dice.gauss(40 - n, 8) for n in range(30)])
        noise = trend([dice.gauss(40, 8) for _ in range(30)])
        assert fall is not None and noise is not None
        falls += fall.tau < 0 and fall.chance < 0.05
        alarms += noise.tau < 0 and noise.chance < 0.05
    assert falls == 400
    assert alarms / 400 < 0.045  # one side of a test at 5 %
    assert trend([1, 2, 3]) is None
    assert trend([4] * 20) is None
