"""A plan tried out many times where nothing differs: how often it would cry wolf (N23).

Needs numpy, which is imported when it is asked for. The same seed gives the same counts.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING, Any, Final

from cmapp.domain import student
from cmapp.services.experiments import kind_of
from cmapp.system.later import later

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
else:
    np = later("numpy")

LOOKS: Final = 10
"""How often somebody looks who cannot wait: at each tenth of the cases."""
AT_ONCE: Final = 2_000_000
"""How many numbers are held at a time."""
ENOUGH_PAST: Final = 30
"""From so many past posts on, cases are drawn from them; else from a made-up distribution."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of `runs` experiments. All are counts.

    `false_wins`: where both arms were the same, those that said won or lost, looked at once at
    the end; `peeked`: those that would have at one of ten looks. `found`: where B was better by
    the effect planned for, those that said so. `source`: `history` or `made_up`.
    """

    runs: int
    false_wins: int
    peeked: int
    found: int
    source: str


def simulate(plan: Mapping[str, Any], past: Sequence[float], *, runs: int, seed: int) -> Tried:
    """Try a plan `runs` times; `past` is what posts got so far, for means."""
    lot = np.random.default_rng(seed)
    n = int(plan["n"])
    lift = plan["effect"] if plan["better"] == "up" else -plan["effect"]
    edges = sorted({max(2, round(n * k / LOOKS)) for k in range(1, LOOKS + 1)} | {n})
    false_wins = peeked = found = done = 0
    share = kind_of(plan) == "share"
    source = "history" if not share and len(past) >= ENOUGH_PAST else "made_up"
    while done < runs:
        part = min(runs - done, max(1, AT_ONCE // (len(edges) if share else 2 * n)))
        if share:
            one = _cumulated_hits(lot, plan["baseline"], part, edges)
            other = _cumulated_hits(lot, plan["baseline"], part, edges)
            better = _cumulated_hits(lot, plan["baseline"] + lift, part, edges[-1:])
            marks = np.array(edges, dtype=float)
            alarms = _newcombe_leaves_out_zero(one, other, marks, plan["alpha"])
            hit = _newcombe_leaves_out_zero(one[:, -1:], better, marks[-1:], plan["alpha"])
            good = (better - one[:, -1:]) * lift > 0
        else:
            cases = _cases(lot, plan, past if source == "history" else (), (2, part, n))
            alarms, _ = _welch_leaves_out_zero(cases[0], cases[1], edges, plan["alpha"])
            hit, gap = _welch_leaves_out_zero(cases[0], cases[1] + lift, edges[-1:], plan["alpha"])
            good = gap * lift > 0
        false_wins += int(alarms[:, -1].sum())
        peeked += int(alarms.any(axis=1).sum())
        found += int((hit & good)[:, -1].sum())
        done += part
    return Tried(runs, false_wins, peeked, found, source)


def _cumulated_hits(
    lot: np.random.Generator, share: float, runs: int, edges: Sequence[int]
) -> Numbers:
    """Return how many hits each run has at each look: runs × looks."""
    sizes = np.diff(np.array([0, *edges]))
    made: Numbers = lot.binomial(sizes, share, size=(runs, len(edges))).cumsum(axis=1).astype(float)
    return made


def _newcombe_leaves_out_zero(
    a: Numbers, b: Numbers, n: Numbers, alpha: float
) -> NDArray[np.bool_]:
    z = NormalDist().inv_cdf(1 - alpha / 2)

    def wilson(hits: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        share = hits / n
        middle = (share + z * z / (2 * n)) / (1 + z * z / n)
        half = z / (1 + z * z / n) * np.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
        return share, np.maximum(0, middle - half), np.minimum(1, middle + half)

    (p, p_low, p_high), (q, q_low, q_high) = wilson(a), wilson(b)
    low = q - p - np.hypot(q - q_low, p_high - p)
    high = q - p + np.hypot(q_high - q, p - p_low)
    made: NDArray[np.bool_] = (low > 0) | (high < 0)
    return made


def _cases(
    lot: np.random.Generator, plan: Mapping[str, Any], past: Sequence[float], shape: tuple[int, ...]
) -> Numbers:
    """Return what posts get: drawn from what they got, else counts of the same mean and spread."""
    if past:
        drawn: Numbers = lot.choice(np.array(past, dtype=float), size=shape)
        return drawn
    mean, variance = max(1e-9, plan["baseline"]), plan["sd"] ** 2
    if variance > mean:  # counts that vary more than chance alone: Poisson with a gamma rate
        rate = lot.gamma(mean * mean / (variance - mean), (variance - mean) / mean, size=shape)
        made: Numbers = lot.poisson(rate).astype(float)
        return made
    plain: Numbers = lot.normal(mean, math.sqrt(variance), size=shape)
    return plain


def _welch_leaves_out_zero(
    a: Numbers, b: Numbers, edges: Sequence[int], alpha: float
) -> tuple[NDArray[np.bool_], Numbers]:
    """Return for each run and look whether the interval leaves out zero, and the difference."""
    starts = [0, *edges[:-1]]
    n = np.array(edges, dtype=float)

    def so_far(cases: Numbers) -> tuple[Numbers, Numbers]:
        within = cases[:, : edges[-1]]
        mean = np.add.reduceat(within, starts, axis=1).cumsum(axis=1) / n
        squares = np.add.reduceat(within * within, starts, axis=1).cumsum(axis=1)
        variance = np.maximum(0.0, squares - n * mean * mean) / (n - 1)
        return mean, variance / n

    (mean_a, u), (mean_b, v) = so_far(a), so_far(b)
    gap, both = mean_b - mean_a, u + v
    safe = np.where(both > 0, both, 1.0)
    df = safe * safe / np.maximum((u * u + v * v) / (n - 1), 1e-300)
    half = _edge(np.clip(df, 1.0, 1e6), alpha) * np.sqrt(both)
    return np.abs(gap) > half, gap


def _edge(df: Numbers, alpha: float) -> Numbers:
    """Return the t quantiles of many degrees of freedom, read between exact ones (in 1/df)."""
    grid = np.geomspace(1.0, 1e6, 120)
    exact = np.array([student.quantile(1 - alpha / 2, float(d)) for d in grid])
    made: Numbers = np.interp(1 / df, (1 / grid)[::-1], exact[::-1])
    return made
