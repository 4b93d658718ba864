"""Competitors beside us, day by day: followers, their growth, posts per week (AN-14, N12).

Only what a platform shows everyone, and only from when somebody looked: before that, and between
readings days apart, there is a gap. Rivals have lines of their own and count into nothing of ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from cmapp.domain import hours
from cmapp.domain.chart import Axis, Chart, Datum, Gap, Row, Rows, Say, Series, Unit
from cmapp.services import glossary
from cmapp.services.insights import Insight, Scope, growth, times, values
from cmapp.store import accounts, activity, measures, rivals
from cmapp.store.sqlite import Connection

_DAY = 86_400_000
_WEEK = 7 * _DAY
_ENOUGH_OF_A_WEEK = 4 * _DAY
"""Two readings nearer to each other than this say little of a week."""
_METRICS = {"followers": "followers", "growth": "follower_growth", "posts": "posting_pace"}
_UNITS: dict[str, Unit] = {"followers": "count", "growth": "share", "posts": "number"}
Known = tuple[float | None, str]
"""A value, or None and why it is not known."""


def draw(db: Connection, scope: Scope) -> Chart:
    """Return a line for each account of ours and each rival watched through one of them."""
    show = scope.options.get("show", "followers")
    ours = values.measured(db, scope, glossary.get("followers"))
    every = {a.id: a for a in accounts.every(db)}
    watched = [
        r for r in rivals.every(db) if r.account_id in scope.accounts and r.added_at <= scope.now
    ]
    names = {a: _at(every[a].handle) for a in ours} | {r.id: _at(r.handle) for r in watched}
    edges = times.edges(scope, "week" if show == "posts" else "day")
    lines: list[Series] = []
    gaps: list[Gap] = []
    for n, (owner, handle) in enumerate(names.items()):
        known = _told(db, scope, owner, show, edges)
        if not any(value is not None for value, _ in known):
            continue
        mine = owner in ours
        holes = growth.silent([value for value, _ in known], edges, handle)
        gaps += [replace(hole, why="before_first") if _opens(hole, scope, mine) else hole
                 for hole in holes]  # fmt: skip
        lines.append(_line(owner, handle, show, known, edges, n, mine=mine))
    empty = None
    if not scope.accounts:
        empty = Say("chart.no_accounts")
    elif not watched:
        empty = Say("rivals.none")
    elif not lines:
        empty = Say("rivals.nothing")
    platforms = dict.fromkeys(every[a].platform for a in scope.accounts if a in every)
    notes = [Say("rivals.gaps")] if gaps else []
    notes += [Say("rivals.pace")] if show == "posts" else []
    notes += [Say("rivals.apart"), *(Say(f"rivals.on.{p}") for p in platforms if p in _TOLD)]
    return Chart(
        "rivals", "time", Say("rivals.title"),
        Axis("time", Say("chart.week" if show == "posts" else "chart.day")),
        Axis("number", Say(f"rivals.{show}"), _UNITS[show]), () if empty else tuple(lines),
        scope.since, scope.until, scope.zone, scope.accounts, gaps=() if empty else tuple(gaps),
        notes=tuple(notes), empty=empty,
    )  # fmt: skip


_TOLD = ("bluesky", "mastodon", "byhand")
"""The platforms of which it is said what they show of others."""


def _at(handle: str) -> str:
    return f"@{handle.lstrip('@')}"


def _opens(hole: Gap, scope: Scope, mine: bool) -> bool:
    return not mine and hole.start == scope.since


def _line(
    owner: str,
    handle: str,
    show: str,
    known: Sequence[Known],
    edges: Sequence[int],
    n: int,
    *,
    mine: bool,
) -> Series:
    data = tuple(
        Datum(
            start, value, end=end, why=why,
            key=f"{show}:{owner}:{start}:{end}" if value is not None else "",
        )
        for (value, why), (start, end) in zip(known, pairwise(edges), strict=True)
    )  # fmt: skip
    label = Say("rivals.ours", {"account": handle}) if mine else Say(text=handle)
    return Series(
        owner, _METRICS[show], label, data, mark="line", unit=_UNITS[show],
        role=growth.ROLES[n] if n < len(growth.ROLES) else "quiet",
    )  # fmt: skip


def _told(db: Connection, scope: Scope, owner: str, show: str, edges: Sequence[int]) -> list[Known]:
    if show == "posts":
        return [_pace(db, scope, owner, start, end) for start, end in pairwise(edges)]
    daily = growth.readings(db, scope, owner, edges)
    if show == "followers":
        return [(value, "" if value is not None else "not_measured") for value in daily]
    first = next((value for value in daily if value is not None), None)
    if not first:  # of none, or of nobody, there is no share
        return [(None, "not_measured" if value is None else "no_data") for value in daily]
    return [(None, "not_measured") if value is None else (value / first - 1, "") for value in daily]


def _pace(db: Connection, scope: Scope, owner: str, start: int, end: int) -> Known:
    """Return the posts per week between the readings of a week, the day before it included."""
    found = measures.between(db, owner, "posts", start - _DAY, min(end, values.end(scope)))
    if not found or found[-1].at - found[0].at < _ENOUGH_OF_A_WEEK:
        return None, "not_measured"
    first, last = found[0], found[-1]
    return (last.value - first.value) * _WEEK / (last.at - first.at), ""


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the readings behind a day or a week."""
    show, owner, start, end = key.split(":")
    name, first = ("posts", int(start) - _DAY) if show == "posts" else ("followers", int(start))
    found = measures.between(db, owner, name, first, min(int(end), values.end(scope)))
    if show == "growth":  # the first reading of the span is the other half of it
        begun = measures.between(db, owner, name, scope.since, int(start))
        day = activity.span_of(begun[0].at, hours.zone(scope.zone), whole_day=True) if begun else ()
        found = [m for m in begun if m.at < day[1]] + found if day else found
    told = [Row("measure", m.name, m.at, m.source, "", m.account, m.value) for m in found]
    return Rows(len(told), tuple(reversed(told)))


INSIGHT = Insight(
    "rivals",
    "coverage",
    ("followers", "follower_growth", "posting_pace"),
    draw,
    rows,
    options={"show": ("followers", "growth", "posts")},
)
