"""How steadily something happens: runs of days, shares that sum to a hundred, a score. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
