"""Sizes, intervals and verdicts of experiments, against values printed elsewhere."""

from __future__ import annotations

import math
import random
from statistics import NormalDist

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cmapp.domain import student, trials
from cmapp.domain.trials import Interval


@pytest.mark.parametrize(
    ("share", "df", "printed"),
    [
        # any table of Student's t
        (0.975, 1, 12.7062),
        (0.975, 10, 2.2281),
        (0.95, 5, 2.0150),
        (0.995, 30, 2.7500),
        (0.025, 10, -2.2281),
        (0.975, 1e9, 1.9600),
    ],
)
def test_quantiles_of_t_are_those_of_the_tables(share: float, df: float, printed: float) -> None:
    assert student.quantile(share, df) == pytest.approx(printed, abs=5e-5)


@given(st.floats(0.6, 400), st.floats(-8, 8))
@example(16.0, 1.192092896e-07)  # next to the middle
def test_quantile_and_distribution_are_each_others_inverse(df: float, t: float) -> None:
    share = student.cdf(t, df)
    if 1e-9 < share < 1 - 1e-9:
        assert student.cdf(student.quantile(share, df), df) == pytest.approx(share, abs=1e-9)


def test_the_distribution_of_t_with_one_degree_is_cauchys() -> None:
    for t in (-3.0, -0.2, 0.0, 0.7, 12.0):
        assert student.cdf(t, 1) == pytest.approx(0.5 + math.atan(t) / math.pi, abs=1e-12)


def test_without_a_shift_the_noncentral_tail_is_the_central_one() -> None:
    for df in (3, 20, 500):
        assert student.beyond(1.7, df, 0) == pytest.approx(1 - student.cdf(1.7, df), abs=1e-7)


def test_sizes_are_those_of_the_manual_of_r() -> None:
    """power.prop.test(p1 = .50, p2 = .75, power = .90): n = 76.7;
    power.t.test(power = .90, delta = 1): n = 22.02110; power.t.test(n = 20, delta = 1): 0.8689528.
    """
    assert trials.shares_needed(0.5, 0.75, alpha=0.05, power=0.9) == pytest.approx(76.7, abs=0.05)
    assert trials.means_needed(1, 1, alpha=0.05, power=0.9) == pytest.approx(22.02110, abs=1e-4)
    assert trials.means_power(1, 1, 20, alpha=0.05) == pytest.approx(0.8689528, abs=1e-6)


def test_intervals_are_those_that_newcombe_printed() -> None:
    """Statistics in Medicine 17: 81/263 on p. 861; 56/70 against 48/80, method 10, p. 878."""
    one = trials.wilson(81, 263, level=0.95)
    assert (one.low, one.high) == (pytest.approx(0.2553, abs=5e-5), pytest.approx(0.3662, abs=5e-5))
    gap = trials.newcombe(48, 80, 56, 70, level=0.95)
    assert gap.value == pytest.approx(0.2)
    assert (gap.low, gap.high) == (pytest.approx(0.0524, abs=5e-5), pytest.approx(0.3339, abs=5e-5))


def test_welch_is_that_of_the_worked_example_of_unequal_spread() -> None:
    """Means 20.6 and 22.1, variances 9.0 and 0.9, 16 each: df = 18.0 by Satterthwaite."""
    one, other = 9.0 / 16, 0.9 / 16
    df = (one + other) ** 2 / ((one**2 + other**2) / 15)
    half = student.quantile(0.975, df) * math.sqrt(one + other)
    gap = trials.welch(20.6, 3.0, 16, 22.1, math.sqrt(0.9), 16, level=0.95)
    assert df == pytest.approx(17.97, abs=0.01)
    assert (gap.low, gap.high) == (pytest.approx(1.5 - half), pytest.approx(1.5 + half))


@given(st.floats(0.05, 0.9), st.floats(0.02, 0.09), st.sampled_from([0.7, 0.8, 0.9, 0.95]))
def test_size_power_and_detectable_effect_say_the_same(
    base: float, lift: float, power: float
) -> None:
    n = trials.shares_needed(base, base + lift, alpha=0.05, power=power)
    assert trials.shares_power(base, base + lift, n, alpha=0.05) == pytest.approx(power, abs=1e-9)
    assert trials.detectable_share(base, n, alpha=0.05, power=power) == pytest.approx(
        lift, rel=1e-6
    )


def test_the_power_of_shares_is_what_trying_it_out_gives() -> None:
    """An oracle of its own: the pooled z test, tried by the standard library."""
    lot = random.Random(7)
    first, second, alpha = 0.2, 0.35, 0.05
    n = math.ceil(trials.shares_needed(first, second, alpha=alpha, power=0.8))
    edge = NormalDist().inv_cdf(1 - alpha / 2)
    found = 0
    for _ in range(4000):
        a = sum(lot.random() < first for _ in range(n))
        b = sum(lot.random() < second for _ in range(n))
        pooled = (a + b) / (2 * n)
        found += abs(b - a) / n > edge * math.sqrt(2 * pooled * (1 - pooled) / n)
    assert found / 4000 == pytest.approx(0.8, abs=0.02)


@pytest.mark.parametrize(
    ("low", "high", "better", "said"),
    [
        (0.1, 0.3, "up", "won"),
        (0.1, 0.3, "down", "lost"),
        (-0.3, -0.1, "up", "lost"),
        (-0.3, -0.1, "down", "won"),
        (-0.1, 0.3, "up", "no_difference"),
        (0.0, 0.3, "up", "no_difference"),
    ],
)
def test_the_verdict_is_where_the_interval_lies(
    low: float, high: float, better: str, said: str
) -> None:
    assert trials.verdict(Interval((low + high) / 2, low, high), better) == said
