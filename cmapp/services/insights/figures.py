"""Numbers as charts tell them: with n and interval, and unknown where too few stand behind."""

from __future__ import annotations

from collections.abc import Sequence

from cmapp.domain import intervals
from cmapp.domain.chart import ENOUGH, Figure, Say, Unit
from cmapp.domain.intervals import Estimate


def named(metric: str) -> Say:
    """Return the name of a metric."""
    return Say(f"metric.{metric}")


def unknown(metric: str, why: str, *, unit: Unit = "count", n: int | None = None) -> Figure:
    """Return a figure that nobody knows, and why."""
    return Figure(metric, None, unit, n=n, why=why, label=named(metric))


def count(metric: str, value: float, *, key: str = "", unit: Unit = "count") -> Figure:
    """Return a number that was counted."""
    return Figure(metric, value, unit, key=key if value else "", label=named(metric))


def share(metric: str, part: int, n: int, *, key: str = "") -> Figure:
    """Return a share of cases with Wilson's interval."""
    return _estimated(metric, intervals.of_share(part, n), "share", key if part else "")


def median(metric: str, values: Sequence[float], unit: Unit, *, key: str = "") -> Figure:
    """Return a median with the interval of order statistics."""
    return _estimated(metric, intervals.of_median(values), unit, key)


def _estimated(metric: str, found: Estimate, unit: Unit, key: str) -> Figure:
    if found.n < ENOUGH:
        return unknown(metric, "too_few" if found.n else "no_data", unit=unit, n=found.n)
    return Figure(
        metric, found.value, unit, n=found.n, low=found.low, high=found.high, key=key,
        label=named(metric),
    )  # fmt: skip
