"""When posts were answered most, by hour and weekday, and how sure that is (CA-02, CA-03). Pure.

The measure of a cell is the median of what its posts got: one post that went round the world moves
a mean, not a median. Its interval is that of order statistics, which assumes nothing about how
counts are spread: with the values in order, the k-th smallest and the k-th largest enclose the
median with 1 - 2 P(Bin(n, 1/2) < k); k is the largest for which that is 90 % or more. Of fewer
than five values not even the smallest and the largest do (four: 87.5 %), so a cell with fewer than
`ENOUGH` posts says "not enough data" and nothing else, and is never suggested.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import comb

ENOUGH = 5
"""How many posts a cell needs."""
WINDOW_MS = 48 * 3_600_000
"""For how long after a post its interactions count; a post that is younger is left out."""
BEST = 3
_SURE = 0.9


@dataclass(frozen=True, slots=True)
class Cell:
    """One hour of one weekday (0 is Monday). `value` is the median, None without enough posts."""

    weekday: int
    hour: int
    n: int
    value: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A cell to post in. `clear`: even the low end of its interval is above the usual median."""

    cell: Cell
    clear: bool


def median(values: Sequence[float]) -> float:
    """Return the middle of some values, of two the mean."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def interval(values: Sequence[float]) -> tuple[float, float] | None:
    """Return what encloses the median with 90 % or more, None where nothing does."""
    ordered, n = sorted(values), len(values)
    k, outside = 0, 0.0
    while k < n / 2:
        outside += 2 * comb(n, k) / 2**n
        if outside > 1 - _SURE:
            break
        k += 1
    return (ordered[k - 1], ordered[n - k]) if k else None


def grid(posts: Iterable[tuple[int, int, float]]) -> list[Cell]:
    """Return the cells in which something was posted; `posts`: (weekday, hour, interactions)."""
    found: dict[tuple[int, int], list[float]] = {}
    for weekday, hour, count in posts:
        found.setdefault((weekday, hour), []).append(count)
    made = []
    for (weekday, hour), values in sorted(found.items()):
        around = interval(values) if len(values) >= ENOUGH else None
        if around is None:
            made.append(Cell(weekday, hour, len(values)))
        else:
            made.append(Cell(weekday, hour, len(values), median(values), *around))
    return made


def best(cells: Iterable[Cell], usual: float) -> list[Suggestion]:
    """Return up to `BEST` cells: the highest median first, of equals the surer one.

    `usual`: the median over all posts. A cell below it is not suggested.
    """
    known = [c for c in cells if c.value is not None and c.value >= usual]
    known.sort(key=lambda c: (-(c.value or 0), -(c.low or 0), -c.n, c.weekday, c.hour))
    return [Suggestion(c, (c.low or 0) > usual) for c in known[:BEST]]
