"""How sure a number is: 95 % intervals of shares and of medians, with no guess at a shape. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb, sqrt

_Z = 1.959963984540054
_EXACT = 400
"""Up to here the order statistics are counted exactly; above, the normal law is as good."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with its 95 % interval; `low` and `high` are None where n is too small for one."""

    value: float | None
    n: int
    low: float | None = None
    high: float | None = None


def of_share(part: int, n: int) -> Estimate:
    """Return `part` of `n` as a share with its Wilson interval; of nothing it is unknown."""
    if n == 0:
        return Estimate(None, 0)
    share = part / n
    middle = (share + _Z * _Z / (2 * n)) / (1 + _Z * _Z / n)
    half = _Z / (1 + _Z * _Z / n) * sqrt(share * (1 - share) / n + _Z * _Z / (4 * n * n))
    # at the ends the formula says 0 and 1 but for rounding
    low = 0.0 if part == 0 else middle - half
    high = 1.0 if part == n else middle + half
    return Estimate(share, n, low, high)


def of_median(values: Sequence[float]) -> Estimate:
    """Return the median with what encloses it by order statistics; below six values nothing does.

    With the values in order the k-th smallest and the k-th largest enclose the median with
    1 - 2 P(Bin(n, 1/2) < k); k is the largest for which that is 95 % or more.
    """
    ordered, n = sorted(values), len(values)
    if not n:
        return Estimate(None, 0)
    middle = (ordered[(n - 1) // 2] + ordered[n // 2]) / 2
    k = rank(n)
    if k == 0:
        return Estimate(middle, n)
    return Estimate(middle, n, float(ordered[k - 1]), float(ordered[n - k]))


def rank(n: int) -> int:
    """Return the k of `of_median` for n values; 0: there is none."""
    if n > _EXACT:
        return max(0, int((n - _Z * sqrt(n)) / 2))
    outside, k = 0, 0
    while 2 * (outside + comb(n, k)) * 20 <= 2**n and k < n / 2:
        outside += comb(n, k)
        k += 1
    return k
