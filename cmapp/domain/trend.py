"""Whether values rise or fall in their order, or only seem to: Kendall's test (Mann-Kendall). Pure.

It asks of each pair which one is higher and nothing of how values are spread; ties are allowed for.
The chance is by the normal law, which holds from ten values on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, sqrt

LEAST = 10
"""With fewer values nothing is said."""


@dataclass(frozen=True, slots=True)
class Trend:
    """`tau` is -1 (each value below those before) to 1; `chance`: how often noise does as much."""

    tau: float
    chance: float


def trend(values: Sequence[float]) -> Trend | None:
    """Return the trend of values in their order; None: too few, or all the same."""
    n = len(values)
    ties = Counter(values)
    tied = sum(t * (t - 1) // 2 for t in ties.values())
    pairs = n * (n - 1) // 2
    if n < LEAST or tied == pairs:
        return None
    score = _score(values)
    spread = (
        n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties.values())
    ) / 18
    beyond = max(0, abs(score) - 1) / sqrt(spread)
    return Trend(score / sqrt(pairs * (pairs - tied)), erfc(beyond / sqrt(2)))


def _score(values: Sequence[float]) -> int:
    """Return pairs that rise less pairs that fall, by counting those before in a tree of sums."""
    places = {value: n for n, value in enumerate(sorted(set(values)), 1)}
    tree = [0] * (len(places) + 1)

    def upto(place: int) -> int:
        total = 0
        while place:
            total += tree[place]
            place &= place - 1
        return total

    score = 0
    for seen, value in enumerate(values):
        place = places[value]
        score += upto(place - 1) - (seen - upto(place))
        while place < len(tree):
            tree[place] += 1
            place += place & -place
    return score
