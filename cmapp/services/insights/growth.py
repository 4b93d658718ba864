"""How many follow, day by day; a day on which nobody read the number is a gap (AN-11, N12).

Between two readings that lie days apart nobody knows the way: no line is drawn across.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from cmapp.domain import hours
from cmapp.domain.chart import Axis, Chart, Datum, Gap, Role, Row, Rows, Say, Series
from cmapp.services import glossary
from cmapp.services.insights import Insight, Scope, times, values
from cmapp.store import accounts, activity, behind, measures
from cmapp.store.sqlite import Connection

ROLES: Sequence[Role] = ("main", "second", "third", "fourth")
Values = list[float | None]


def readings(db: Connection, scope: Scope, account: str, edges: Sequence[int]) -> Values:
    """Return the last reading of each day, None where there was none."""
    found = iter(measures.between(db, account, "followers", scope.since, values.end(scope)))
    one = next(found, None)
    made: Values = []
    for _, end in pairwise(edges):
        last = None
        while one is not None and one.at < end:
            last, one = one.value, next(found, None)
        made.append(last)
    return made


def changes(values: Values) -> Values:
    """Return by how much each day differs from the day before; None where either is not known."""
    return [
        None if before is None or value is None else value - before
        for before, value in pairwise([None, *values])
    ]


def silent(values: Values, edges: Sequence[int], account: str) -> list[Gap]:
    """Return the runs of days without a reading."""
    found: list[Gap] = []
    for value, (start, end) in zip(values, pairwise(edges), strict=True):
        if value is not None:
            continue
        if found and found[-1].end == start:
            found[-1] = replace(found[-1], end=end)
        else:
            found.append(Gap(start, end, "not_measured", account))
    return found


def draw(db: Connection, scope: Scope) -> Chart:
    """Return a line for each account: its followers, their change, or new follows by day."""
    show = scope.options.get("show", "followers")
    edges = times.edges(scope, "day")
    metric = {"followers": "followers", "change": "follower_growth", "new": "new_follows"}[show]
    able = values.measured(db, scope, glossary.get(metric))
    handles = {a.id: a.handle for a in accounts.every(db)}
    narrowed = replace(scope, accounts=able)
    follows = _follows(db, narrowed, edges) if show == "new" else {}
    gaps: list[Gap] = []
    lines: list[Series] = []
    for n, account in enumerate(able):
        if show == "new":
            told = follows[account]
        else:
            told = readings(db, scope, account, edges)
            gaps += silent(told, edges, account if len(able) > 1 else "")
        if show == "change":
            told = changes(told)
        if any(v is not None for v in told):
            lines.append(_line(account, handles, told, edges, metric, n, show))
    if show == "new":
        gaps = list(times.gaps(db, narrowed))
    heads = tuple(
        values.value(db, scope, name) for name in ("followers", "follower_growth", "new_follows")
    )
    empty = None if lines else Say("growth.nothing")
    if not scope.accounts:
        empty = Say("chart.no_accounts")
    notes = [Say("growth.gaps")] if gaps and show != "new" else []
    if len(able) < len(scope.accounts):
        notes.append(Say("growth.left_out", {"n": len(scope.accounts) - len(able)}))
    return Chart(
        "growth", "time", Say("growth.title"), Axis("time", Say("chart.day")),
        Axis("number", Say(f"growth.{show}")), tuple(lines), scope.since, scope.until, scope.zone,
        scope.accounts, gaps=tuple(gaps), figures=() if empty else heads, notes=tuple(notes),
        empty=empty,
    )  # fmt: skip


def _line(
    account: str,
    handles: dict[str, str],
    values: Values,
    edges: Sequence[int],
    metric: str,
    n: int,
    show: str,
) -> Series:
    data = tuple(
        Datum(
            start, value, end=end, why="not_measured" if value is None else "",
            key=f"{show}:{account}:{start}:{end}" if (value is not None and show != "new")
            or value else "",
        )
        for value, (start, end) in zip(values, pairwise(edges), strict=True)
    )  # fmt: skip
    return Series(
        account, metric, Say(text=handles.get(account, account)), data,
        mark="line" if show == "followers" else "bar",
        role=ROLES[n] if n < len(ROLES) else "quiet",
    )  # fmt: skip


def _follows(db: Connection, scope: Scope, edges: Sequence[int]) -> dict[str, Values]:
    zone = hours.zone(scope.zone)
    came = {
        (one.account, one.start): one.counts["follow"]
        for one in activity.by_day(db, scope.accounts, scope.since, scope.until, zone)
    }
    made: dict[str, Values] = {}
    for account in scope.accounts:
        gaps = times.gaps(db, replace(scope, accounts=(account,)))
        made[account] = []
        for start, end in pairwise(edges):
            n = came.get((account, times.day_of(start, zone)), 0)
            made[account].append(None if not n and times.covered(start, end, gaps) else float(n))
    return made


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the readings of a day, or who followed on it; of a figure what stands behind it."""
    if ":" not in key:
        return values.rows(db, scope, key)
    show, account, start, end = key.split(":")
    if show == "new":
        return behind.interactions(db, (account,), int(start), int(end), kinds=("follow",))
    first = int(start)
    if show == "change":  # the day before is the other half of it
        first = times.day_of(int(start) - 1, hours.zone(scope.zone))
    found = measures.between(db, account, "followers", first, int(end))
    told = [Row("measure", m.name, m.at, m.source, "", m.account, m.value) for m in found]
    return Rows(len(told), tuple(reversed(told)))


INSIGHT = Insight(
    "growth",
    "coverage",
    ("followers", "follower_growth", "new_follows"),
    draw,
    rows,
    options={"show": ("followers", "change", "new")},
)
