"""How many cases an A/B experiment needs, and what its two arms tell when they are in. Pure.

Shares lie in 0..1. `alpha` is the two-sided false-alarm rate, `power` the chance to find an
effect of the size planned for, `level` that of an interval (1 − alpha).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist

from cmapp.domain import student

_NORMAL = NormalDist()
MOST = 10_000_000
"""More cases per arm than anyone has: a plan that needs them is refused."""


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate and where it may lie."""

    value: float
    low: float
    high: float


def shares_needed(first: float, second: float, *, alpha: float, power: float) -> float:
    """Return the cases per arm, not rounded, to tell two shares apart.

    n = (z(1−α/2)·√(2·p̄·q̄) + z(power)·√(p₁q₁ + p₂q₂))² / (p₁ − p₂)²: Fleiss, Levin & Paik (2003),
    Statistical Methods for Rates and Proportions, 3rd ed., formula 4.14.
    """
    mean = (first + second) / 2
    z_alpha, z_power = _NORMAL.inv_cdf(1 - alpha / 2), _NORMAL.inv_cdf(power)
    spread = first * (1 - first) + second * (1 - second)
    top = z_alpha * math.sqrt(2 * mean * (1 - mean)) + z_power * math.sqrt(spread)
    return top * top / (first - second) ** 2


def shares_power(first: float, second: float, n: float, *, alpha: float) -> float:
    """Return the chance to tell two shares apart with `n` cases per arm (4.14 turned round)."""
    mean = (first + second) / 2
    spread = math.sqrt(first * (1 - first) + second * (1 - second))
    if spread == 0:
        return 1.0 if first != second else alpha
    z_alpha = _NORMAL.inv_cdf(1 - alpha / 2)
    lead = math.sqrt(n) * abs(first - second) - z_alpha * math.sqrt(2 * mean * (1 - mean))
    return _NORMAL.cdf(lead / spread)


def means_power(effect: float, sd: float, n: float, *, alpha: float) -> float:
    """Return the chance that a t test with `n` cases per arm finds a difference of `effect`.

    The noncentral t with 2n − 2 degrees of freedom and noncentrality effect/sd·√(n/2): Cohen
    (1988), Statistical Power Analysis, chapter 2. The other tail is left out.
    """
    df = 2 * n - 2
    edge = student.quantile(1 - alpha / 2, df)
    return student.beyond(edge, df, abs(effect) / sd * math.sqrt(n / 2))


def means_needed(effect: float, sd: float, *, alpha: float, power: float) -> float:
    """Return the cases per arm, not rounded, to find a difference of means of `effect`.

    The n at which `means_power` is `power`; at least 2.
    """
    low, high = 2.0, 4.0
    if means_power(effect, sd, low, alpha=alpha) >= power:
        return low
    while means_power(effect, sd, high, alpha=alpha) < power:
        low, high = high, high * 2
        if high > MOST:
            return math.inf
    while high - low > 1e-6 * high:
        middle = (low + high) / 2
        if means_power(effect, sd, middle, alpha=alpha) < power:
            low = middle
        else:
            high = middle
    return high


def detectable_share(baseline: float, n: float, *, alpha: float, power: float) -> float | None:
    """Return the smallest rise above `baseline` that `n` cases per arm find; None: none does."""
    low, high = 0.0, 1 - baseline
    if high <= 0 or shares_power(baseline, baseline + high, n, alpha=alpha) < power:
        return None
    for _ in range(60):
        middle = (low + high) / 2
        if shares_power(baseline, baseline + middle, n, alpha=alpha) < power:
            low = middle
        else:
            high = middle
    return high


def detectable_mean(sd: float, n: float, *, alpha: float, power: float) -> float:
    """Return the smallest difference of means that `n` cases per arm find."""
    low, high = 0.0, sd
    while means_power(high, sd, n, alpha=alpha) < power:
        low, high = high, high * 2
    for _ in range(40):
        middle = (low + high) / 2
        if means_power(middle, sd, n, alpha=alpha) < power:
            low = middle
        else:
            high = middle
    return high


def wilson(hits: int, n: int, *, level: float) -> Interval:
    """Return a share and its interval: Wilson (1927), J. Am. Stat. Assoc. 22, 209-212."""
    z = _NORMAL.inv_cdf((1 + level) / 2)
    share = hits / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return Interval(share, max(0.0, middle - half), min(1.0, middle + half))


def newcombe(hits_a: int, n_a: int, hits_b: int, n_b: int, *, level: float) -> Interval:
    """Return the difference of two shares, B − A, and its interval.

    From the two Wilson intervals: Newcombe (1998), Statistics in Medicine 17, 873-890, method 10.
    """
    a, b = wilson(hits_a, n_a, level=level), wilson(hits_b, n_b, level=level)
    gap = b.value - a.value
    low = gap - math.hypot(b.value - b.low, a.high - a.value)
    high = gap + math.hypot(b.high - b.value, a.value - a.low)
    return Interval(gap, low, high)


def mean_interval(mean: float, sd: float, n: int, *, level: float) -> Interval:
    """Return a mean and its interval by Student's t; `sd` is that of the sample (n − 1)."""
    half = student.quantile((1 + level) / 2, n - 1) * sd / math.sqrt(n)
    return Interval(mean, mean - half, mean + half)


def welch(
    mean_a: float, sd_a: float, n_a: int, mean_b: float, sd_b: float, n_b: int, *, level: float
) -> Interval:
    """Return the difference of two means, B − A, and its interval.

    Welch (1947), Biometrika 34, 28-35, with the degrees of freedom of Satterthwaite (1946).
    """
    gap = mean_b - mean_a
    one, other = sd_a**2 / n_a, sd_b**2 / n_b
    if one + other == 0:
        return Interval(gap, gap, gap)
    df = (one + other) ** 2 / (one**2 / (n_a - 1) + other**2 / (n_b - 1))
    half = student.quantile((1 + level) / 2, df) * math.sqrt(one + other)
    return Interval(gap, gap - half, gap + half)


def verdict(difference: Interval, better: str) -> str:
    """Return `won`, `lost` or `no_difference`: whether the interval leaves zero out, and where.

    `better`: `up` or `down`, which way B is to be better than A.
    """
    if difference.low <= 0 <= difference.high:
        return "no_difference"
    return "won" if (difference.low > 0) == (better == "up") else "lost"
