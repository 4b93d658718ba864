"""How far a goal is, and when it can be judged: progress is a formula that is shown (EX-01).

A number that is not known is not 0 %: value, progress and standing are then None or `unknown`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from cmapp.domain import hours
from cmapp.domain.chart import Figure, Say
from cmapp.services import calendar, glossary, metrics
from cmapp.services.insights import Scope
from cmapp.store import accounts
from cmapp.store.activity import SLOT
from cmapp.store.goals import Goal
from cmapp.store.sqlite import Connection

LAG_MS = 48 * 3_600_000
"""What is said of a post comes for two days: nothing is judged sooner (EX-11)."""
AT_THE_START = ("followers",)
"""Metrics that stand at a number: a goal begins from what they are when it is made."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a goal stands. `share` None: unknown, or the formula makes no sense (`formula`).

    `state`: `not_begun`, `running`, `reached` (so far), `settling` (over, but not yet 48 hours),
    then `passed`, `failed`, `between` or `unknown`. `time_gone`: the share of its days, 0..1.
    `judged_at`: from when on it is judged (UTC ms).
    """

    figure: Figure
    share: float | None
    formula: Say
    state: str
    time_gone: float
    judged_at: int


def span(goal: Goal) -> tuple[int, int]:
    """Return when a goal's first day begins and its last one has ended (UTC ms)."""
    there = hours.zone(goal.zone)
    last = date.fromisoformat(goal.last_day) + timedelta(days=1)
    return (
        calendar.moment_of(date.fromisoformat(goal.first_day), there),
        calendar.moment_of(last, there),
    )


def scope(db: Connection, goal: Goal, now: int, *, until: int | None = None) -> Scope:
    """Return what a goal's metric is read over: its days so far, or up to `until`."""
    begin, end = span(goal)
    whose = tuple(goal.accounts) or tuple(a.id for a in accounts.every(db))
    so_far = -(-min(end, now if until is None else until) // SLOT) * SLOT
    return Scope(begin, max(begin + SLOT, min(end, so_far)), goal.zone, now, whose)


def progress(db: Connection, goal: Goal, now: int) -> Progress:
    """Return where a goal stands now."""
    begin, end = span(goal)
    gone = min(1.0, max(0.0, (now - begin) / (end - begin)))
    if now < begin:
        figure = Figure(goal.metric, None, glossary.get(goal.metric).unit, why="not_begun")
        return Progress(figure, None, Say("goals.formula.none"), "not_begun", 0.0, end + LAG_MS)
    figure = metrics.value(db, scope(db, goal, now), goal.metric)
    share, formula = how_far(goal, figure.value)
    return Progress(figure, share, formula, _state(goal, figure.value, now), gone, end + LAG_MS)


def how_far(goal: Goal, value: float | None) -> tuple[float | None, Say]:
    """Return how much of the way is done (1.0: all of it; may lie beyond), and the formula."""
    facts = {"value": _short(value), "target": _short(goal.target), "start": _short(goal.start)}
    if goal.start is not None and goal.start != goal.target:
        said = Say("goals.formula.from_start", facts)
        done = None if value is None else (value - goal.start) / (goal.target - goal.start)
        return done, said
    if goal.direction == "up":
        if goal.target == 0:
            return None, Say("goals.formula.none", facts)
        return None if value is None else value / goal.target, Say("goals.formula.up", facts)
    if value == 0:
        return 1.0, Say("goals.formula.down", facts)
    done = None if value is None else goal.target / value
    return done, Say("goals.formula.down", facts)


def _short(value: float | None) -> str:
    return "?" if value is None else f"{value:.6g}"


def reaches(goal: Goal, value: float, mark: float) -> bool:
    """Tell whether a value is at a mark or on its good side."""
    return value >= mark if goal.direction == "up" else value <= mark


def _state(goal: Goal, value: float | None, now: int) -> str:
    end = span(goal)[1]
    pass_at = goal.target if goal.pass_at is None else goal.pass_at
    if now < end:
        return "reached" if value is not None and reaches(goal, value, pass_at) else "running"
    if now < end + LAG_MS:
        return "settling"
    if value is None:
        return "unknown"
    if reaches(goal, value, pass_at):
        return "passed"
    if goal.fail_at is not None and reaches(goal, value, goal.fail_at):
        return "between"
    return "failed"
