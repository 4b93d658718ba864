"""What a measure is, and how several of them are printed: floor, subject, ratio, target, met."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isfinite
from statistics import median


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure of ours beside its floor, both from the same run, in `unit`.

    `most` bounds the ratio; `at_most`, where there is one, bounds the subject itself.
    """

    code: str
    what: str
    floor: float
    subject: float
    unit: str
    most: float
    stretch: float | None = None
    at_most: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float:
        return self.subject / self.floor

    @property
    def verdict(self) -> str:
        if self.ratio > self.most or (self.at_most is not None and self.subject > self.at_most):
            return "**no**"
        return "yes, stretch" if self.stretch and self.ratio <= self.stretch else "yes"


def p95(values: Sequence[float]) -> float:
    return quantile(values, 0.95)


def quantile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def middle(values: Iterable[float]) -> float:
    return median(values)


def markdown(measures: Iterable[Measure]) -> str:
    """The table, as README shows it."""
    lines = [
        "| | what | floor | cmapp | ratio | target | met |",
        "|---|---|---:|---:|---:|---:|---|",
    ]
    for m in measures:
        bounds = [f"≤ {m.most:.1f}x"] if isfinite(m.most) else []
        bounds += [f"≤ {m.at_most:g} {m.unit}"] if m.at_most else []
        target = ", ".join(bounds)
        lines.append(
            f"| {m.code} | {m.what} | {number(m.floor)} {m.unit} | {number(m.subject)} {m.unit}"
            f" | {m.ratio:.2f}x | {target} | {m.verdict} |"
        )
    return "\n".join(lines)


def number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
