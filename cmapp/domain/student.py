"""Student's t distribution, central and not, from the standard library alone. Pure."""

from __future__ import annotations

import math
from statistics import NormalDist

_NORMAL = NormalDist()
_STEPS = 400
"""Intervals of Simpson's rule; the error is far below 1e-6."""


def cdf(t: float, df: float) -> float:
    """Return P(T <= t) with `df` degrees of freedom (any positive number)."""
    if math.isinf(df):
        return _NORMAL.cdf(t)
    if t * t < df:  # near the middle the other end of the same function loses no digits
        return 0.5 + math.copysign(0.5 * _beta(t * t / (df + t * t), 0.5, df / 2), t)
    tail = 0.5 * _beta(df / (df + t * t), df / 2, 0.5)
    return 1 - tail if t > 0 else tail


def quantile(share: float, df: float) -> float:
    """Return the t that `share` (0 < share < 1) of the distribution lies below."""
    if share == 0.5:
        return 0.0
    if share < 0.5:
        return -quantile(1 - share, df)
    low, high = 0.0, 2.0
    while cdf(high, df) < share:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if cdf(middle, df) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def beyond(t: float, df: float, shift: float) -> float:
    """Return P(T > t) for the noncentral t with noncentrality `shift`.

    T = (Z + shift) / S with S² = chi²/df, so P(T > t) is the mean of P(Z > t·S − shift) over S;
    summed by Simpson's rule (Johnson, Kotz & Balakrishnan 1995, Continuous Univariate
    Distributions 2, chapter 31).
    """
    spread = 12 / math.sqrt(2 * df)
    low, high = max(1e-9, 1 - spread), 1 + spread
    constant = math.log(2) + df / 2 * math.log(df / 2) - math.lgamma(df / 2)
    step = (high - low) / _STEPS
    total = 0.0
    for n in range(_STEPS + 1):
        s = low + n * step
        density = math.exp(constant + (df - 1) * math.log(s) - df * s * s / 2)
        weight = 1 if n in (0, _STEPS) else 4 if n % 2 else 2
        total += weight * density * _NORMAL.cdf(shift - t * s)
    return total * step / 3


def _beta(x: float, a: float, b: float) -> float:
    """Return the regularised incomplete beta function I_x(a, b).

    By its continued fraction (Abramowitz & Stegun 26.5.8), evaluated by Lentz's method.
    """
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta(1 - x, b, a)
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
        + a * math.log(x) + b * math.log1p(-x)
    )  # fmt: skip
    tiny = 1e-300
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1) or tiny)
    made = d
    for m in range(1, 1000):
        for factor in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / (1 + factor * d or tiny)
            c = 1 + factor / c or tiny
            made *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return front * made / a
