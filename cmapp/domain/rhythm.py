"""How steadily something happens: runs of days, shares that sum to a hundred, a score. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

GRACE_MS = 60 * 60_000
"""How much later than planned a post still went out on time."""
FORMULA = "100 * on_time / due"
"""The score of consistency as it is shown; `score` computes it."""


@dataclass(frozen=True, slots=True)
class Run:
    """Some days in a row, both ends included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """Return how many days it has."""
        return (self.last - self.first).days + 1


def runs(days: Iterable[date]) -> list[Run]:
    """Return the runs of days without a break, in order."""
    made: list[Run] = []
    for day in sorted(set(days)):
        if made and day - made[-1].last == timedelta(1):
            made[-1] = Run(made[-1].first, day)
        else:
            made.append(Run(day, day))
    return made


def gaps(days: Iterable[date], first: date, last: date) -> list[Run]:
    """Return the runs of days from `first` to `last` that are not among `days`."""
    taken = set(days)
    span = (first + timedelta(n) for n in range((last - first).days + 1))
    return runs(d for d in span if d not in taken)


def streak(days: Iterable[date], today: date) -> int:
    """Return how many days in a row there are up to today; a today that is not over yet may lack.

    Yesterday's run still counts: there is time until midnight to go on with it.
    """
    for run in runs(d for d in days if d <= today):
        if run.last >= today - timedelta(1):
            return run.days
    return 0


def score(due: int, on_time: int) -> int | None:
    """Return the consistency of a span: 100 * on_time / due, rounded half up; None without due.

    `due` are the posts that were planned for a time that is past, `on_time` those of them that
    went out no later than `GRACE_MS` after it.
    """
    return None if due == 0 else (200 * on_time + due) // (2 * due)


def shares(counts: Mapping[str, float]) -> dict[str, int]:
    """Return whole percentages that sum to exactly 100 (largest remainder), {} of nothing.

    Ties go to the name that comes first, so that the same counts give the same shares.
    """
    whole = sum(counts.values())
    if whole <= 0:
        return {}
    exact = {name: 100 * n / whole for name, n in counts.items()}
    made = {name: int(value) for name, value in exact.items()}
    rest = 100 - sum(made.values())
    for name in sorted(exact, key=lambda n: (made[n] - exact[n], n))[:rest]:
        made[name] += 1
    return made


# too much of it

FATIGUE_WEEKS = 8
"""How many whole weeks a trend is looked for in."""


def slope(values: Sequence[float]) -> float:
    """Return the trend per step: the median of the slopes between all pairs (Theil-Sen).

    One odd week in four does not turn it. Fewer than two values have none: 0.
    """
    pairs = [(j, i) for i in range(len(values)) for j in range(i)]
    found = sorted((values[i] - values[j]) / (i - j) for j, i in pairs)
    if not found:
        return 0.0
    half = len(found) // 2
    return found[half] if len(found) % 2 else (found[half - 1] + found[half]) / 2


def tired(posts: Sequence[int], answers: Sequence[float | None]) -> bool | None:
    """Tell whether people answer less the more there is (CA-05); None: not enough is known.

    `posts` per week, `answers` the median a post of that week got (None: nothing was posted).
    At least six weeks with posts are needed. Tired: the posts do not become fewer, and each gets
    less from week to week, over the span at least a quarter less than the trend began with.
    """
    known = [(n, a) for n, a in zip(posts, answers, strict=True) if a is not None]
    if len(known) < 6:
        return None
    each = [a for _, a in known]
    fall = slope(each)
    middle = sorted(each)[len(each) // 2]
    began = middle - fall * (len(each) - 1) / 2
    lost = -fall * (len(each) - 1)
    return slope([float(n) for n, _ in known]) >= 0 and began > 0 and lost >= began / 4
