"""A planted seven-day signal is found, noise is not: rates are published with -s.

Requirements: AN-06.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable

import pytest

from cmapp.domain import periodic

Make = Callable[[random.Random, int], float]


def poisson(dice: random.Random, mean: float) -> int:
    """Knuth; means are small."""
    if mean > 60:
        return max(0, round(dice.gauss(mean, math.sqrt(mean))))
    limit, n, product = math.exp(-mean), 0, dice.random()
    while product > limit:
        n, product = n + 1, product * dice.random()
    return n


def noise(dice: random.Random, weeks: int, how: str) -> list[list[float]]:
    level, made = 0.0, []
    for day in range(weeks * 7):
        match how:
            case "plain":
                mean = 20.0
            case "sparse":
                mean = 1.5
            case "growing":
                mean = 5.0 + day
            case "dragging":  # each day is like the one before
                level = 0.7 * level + dice.gauss(0, 0.3)
                mean = 20.0 * math.exp(level)
            case _:  # now and then a post goes round
                mean = 20.0 if dice.random() > 0.05 else 150.0
        made.append(float(poisson(dice, mean)))
    return [made[n : n + 7] for n in range(0, len(made), 7)]


def weekly(dice: random.Random, weeks: int, factor: float) -> list[list[float]]:
    return [
        [float(poisson(dice, 20 * (factor if day in (0, 3) else 1))) for day in range(7)]
        for _ in range(weeks)
    ]


@pytest.mark.parametrize("how", ["plain", "sparse", "growing", "dragging", "bursts"])
@pytest.mark.parametrize("weeks", [5, 13])
def test_noise_is_silent(how: str, weeks: int):
    dice = random.Random(f"{how}{weeks}")
    runs = 150
    found = [periodic.chance(noise(dice, weeks, how)) for _ in range(runs)]
    alarms = sum(p <= periodic.ALPHA for p in found) / runs
    print(f"\nfalse alarms: {how}, {weeks} weeks: {alarms:.1%} of {runs}")
    # of 150 with a chance of 1 % more than 6 come once in a thousand times
    assert alarms <= 6 / runs


@pytest.mark.parametrize(
    ("weeks", "factor", "least"),
    [(5, 2.0, 0.97), (5, 1.5, 0.6), (8, 1.5, 0.95), (13, 1.3, 0.85)],
)
def test_a_planted_week_is_found(weeks: int, factor: float, least: float):
    dice = random.Random(f"{weeks}{factor}")
    runs = 60
    found = sum(periodic.chance(weekly(dice, weeks, factor)) <= periodic.ALPHA for _ in range(runs))
    print(f"\nfound: two days x {factor}, {weeks} weeks: {found / runs:.0%} of {runs}")
    assert found / runs >= least


def seasons(dice: random.Random, years: int, swing: float, drag: float) -> list[list[float]]:
    """Weeks of 52 in each year around 100, with a summer; each week is a little like the last."""
    level, made = 0.0, []
    for week in range(years * 52):
        level = drag * level + dice.gauss(0, 0.1)
        summer = math.sin(2 * math.pi * week / 52)
        made.append(float(poisson(dice, 100 * math.exp(level + swing * summer))))
    return [made[n : n + 52] for n in range(0, len(made), 52)]


@pytest.mark.parametrize(("years", "drag"), [(2, 0.0), (2, 0.5), (3, 0.5), (4, 0.5)])
def test_years_of_noise_are_silent(years: int, drag: float):
    dice = random.Random(f"{years}{drag}")
    runs = 80
    alarms = sum(
        periodic.chance(seasons(dice, years, 0.0, drag)) <= periodic.ALPHA_YEAR for _ in range(runs)
    )
    print(f"\nfalse alarms: {years} years, weeks alike by {drag}: {alarms / runs:.1%} of {runs}")
    # of 80 with a chance of 5 % more than 11 come once in a thousand times
    assert alarms <= 11


@pytest.mark.parametrize(("years", "swing", "least"), [(2, 0.5, 0.4), (3, 0.3, 0.9)])
def test_a_planted_year_is_found(years: int, swing: float, least: float):
    dice = random.Random(f"{years}{swing}")
    runs = 40
    found = sum(
        periodic.chance(seasons(dice, years, swing, 0.5)) <= periodic.ALPHA_YEAR
        for _ in range(runs)
    )
    print(f"\nfound: summer e^{swing}, {years} years: {found / runs:.0%} of {runs}")
    assert found / runs >= least


def test_the_same_data_give_the_same_answer_and_flat_data_none():
    table = weekly(random.Random(1), 6, 1.4)
    assert periodic.chance(table) == periodic.chance(table)
    assert periodic.chance([[3.0] * 7] * 6) == 1.0
    assert periodic.chance([[0.0] * 7] * 6) == 1.0
