"""How long something takes, when some of it has not ended yet (Kaplan and Meier). Pure.

Leaving out what still waits makes waits look short: a desk that answers two of ten within a
minute and eight never would have a median of a minute. Here each case that still waits counts as
longer than it has waited so far. Intervals are those of the curve on the log-log scale.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, log, sqrt
from typing import Final, NamedTuple

_Z: Final = 1.959963984540054  # standard deviations on either side of 95 %


class Step(NamedTuple):
    """At `at` the share of what has not ended falls to `left`; `low` to `high` is its interval."""

    at: float
    left: float
    low: float
    high: float


def curve(waits: Iterable[tuple[float, bool]]) -> list[Step]:
    """Return the steps of the curve; a wait is (how long, whether it has ended)."""
    ordered = sorted(waits)
    total = len(ordered)
    steps: list[Step] = []
    left, spread, n = 1.0, 0.0, 0
    while n < total:
        at, first, ended = ordered[n][0], n, 0
        while n < total and ordered[n][0] == at:
            ended += ordered[n][1]
            n += 1
        if not ended:
            continue
        there = total - first
        left *= 1 - ended / there
        if ended < there:
            spread += ended / (there * (there - ended))
            factor = exp(_Z * sqrt(spread) / abs(log(left)))
            steps.append(Step(at, left, left**factor, left ** (1 / factor)))
        else:
            steps.append(Step(at, 0.0, 0.0, steps[-1].high if steps else 1.0))
    return steps


def by_when(steps: Iterable[Step], share: float) -> tuple[float | None, float | None, float | None]:
    """Return (when so large a share has ended, its 95 % interval); None: not reached yet."""
    rest = 1 - share + 1e-12
    at = low = high = None
    for step in steps:
        if low is None and step.low <= rest:
            low = step.at
        if at is None and step.left <= rest:
            at = step.at
        if high is None and step.high <= rest:
            high = step.at
    return at, low, high
