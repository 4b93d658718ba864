"""How far each goal is; one that nothing is known of is a gap in the row, not 0 % (EX-01)."""

from __future__ import annotations

from cmapp.domain.chart import Axis, Chart, Datum, Rows, Say, Series
from cmapp.services import glossary, metrics
from cmapp.services import goals as progress
from cmapp.services.insights import Insight, Scope
from cmapp.store import goals as store
from cmapp.store.goals import Goal
from cmapp.store.sqlite import Connection


def draw(db: Connection, scope: Scope) -> Chart:
    """Return a bar for each goal whose days touch the scope: its progress, 1 being all of it."""
    found = [(g, progress.progress(db, g, scope.now)) for g in _touching(db, scope)]
    data = []
    for goal, one in found:
        share, why = one.share, ""
        if share is None:
            why = one.figure.why or "no_data"
        key = str(goal.id) if one.figure.key and one.figure.value else ""
        data.append(Datum(str(goal.id), share, n=one.figure.n, why=why, key=key))
    series = Series("progress", "goal_progress", Say("goals.progress"), tuple(data), unit="share")
    return Chart(
        "goals", "bars", Say("goals.title"),
        Axis("category", Say("goals.goal"),
             ticks=tuple((str(g.id), Say(text=_name(g))) for g, _ in found)),
        Axis("number", Say("goals.progress"), "share"), (series,), scope.since, scope.until,
        scope.zone, scope.accounts,
        notes=(Say("goals.lag"),) if any(p.state == "settling" for _, p in found) else (),
        empty=None if found else Say("goals.none"),
    )  # fmt: skip


def _touching(db: Connection, scope: Scope) -> list[Goal]:
    found = []
    for goal in store.every(db):
        begin, end = progress.span(goal)
        if begin < scope.until and end + progress.LAG_MS > scope.since:
            found.append(goal)
    return found


def _name(goal: Goal) -> str:
    return goal.name or glossary.name(goal.metric)


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return what stands behind a goal's number, by the goal's id."""
    goal = store.by_id(db, int(key))
    if goal is None:
        raise KeyError(key)
    return metrics.rows(db, progress.scope(db, goal, scope.now), goal.metric)


INSIGHT = Insight("goals", "composite", ("goal_progress",), draw, rows, heavy=True)
