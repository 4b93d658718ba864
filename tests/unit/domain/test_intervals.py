"""Intervals held to published figures, to NumPy, and to what they promise."""

from __future__ import annotations

import random

import numpy as np
import pytest

from cmapp.domain.intervals import of_median, of_share, rank


def test_the_share_is_wilsons() -> None:
    # the textbook's 1 of 10 and 81 of 263 (Newcombe 1998, table I, method 3)
    found = of_share(81, 263)
    assert (found.low, found.high) == (
        pytest.approx(0.2553, abs=5e-5),
        pytest.approx(0.3662, abs=5e-5),
    )
    small = of_share(1, 29)
    assert (small.low, small.high) == (
        pytest.approx(0.0061, abs=5e-5),
        pytest.approx(0.1718, abs=5e-5),
    )
    assert of_share(0, 20).low == 0.0
    assert of_share(20, 20).high == 1.0
    assert (of_share(0, 0).value, of_share(0, 0).low) == (None, None)


def test_ranks_are_those_of_the_published_table() -> None:
    # Conover, Practical Nonparametric Statistics: sign intervals of the median, 95 % or more
    assert [rank(n) for n in (5, 6, 8, 9, 12, 15, 20, 25, 30, 50)] == [
        0,
        1,
        1,
        2,
        3,
        4,
        6,
        8,
        10,
        18,
    ]
    assert abs(rank(401) - rank(400)) <= 1


def test_the_median_is_numpys_and_lies_within() -> None:
    dice = random.Random(3)
    for n in range(1, 90):
        values = [dice.randrange(30) for _ in range(n)]
        found = of_median(values)
        assert found.value == np.median(values)
        assert found.n == n
        if n < 6:
            assert (found.low, found.high) == (None, None)
        else:
            assert found.low is not None and found.high is not None
            assert found.low <= found.value <= found.high
    assert of_median([]).value is None


def test_nineteen_of_twenty_intervals_hold_the_truth() -> None:
    dice = random.Random(11)
    held = 0
    for _ in range(2_000):
        found = of_median([dice.expovariate(1) for _ in range(25)])
        assert found.low is not None and found.high is not None
        held += found.low <= np.log(2) <= found.high
    assert held / 2_000 >= 0.95
