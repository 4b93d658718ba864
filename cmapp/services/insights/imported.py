"""What imported tables tell, day by day; a day that no table tells of is a gap (AN-09, N12).

Of an account's own numbers and those of its posts the account's count: adding both would count
twice. What belongs to no account (visits of the site) is a line of its own.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from cmapp.domain.chart import Axis, Chart, Datum, Gap, Role, Row, Rows, Say, Series
from cmapp.services import glossary
from cmapp.services.insights import Insight, Scope, times, values
from cmapp.store import accounts, behind, measures
from cmapp.store.measures import Measure
from cmapp.store.sqlite import Connection

MEASURES = (
    "reach", "impressions", "views", "clicks", "saves", "visits", "conversions", "completion",
    "dwell",
)  # fmt: skip
MEANS = ("completion", "dwell")
ROLES: tuple[Role, ...] = ("main", "second", "third", "fourth")


def draw(db: Connection, scope: Scope) -> Chart:
    """Return a line for each account that a table tells of, with gaps where none does."""
    name = scope.options.get("measure", MEASURES[0])
    edges = times.edges(scope, scope.options.get("bin", "day"))
    unit = glossary.get(name).unit
    handles = {a.id: a.handle for a in accounts.every(db)}
    lines: list[Series] = []
    gaps: list[Gap] = []
    for account in (*scope.accounts, ""):
        found = _found(db, scope, account, name)
        if not found:
            continue
        told = _by_bin(found, edges, mean=name in MEANS)
        gaps += _silent(told, edges, account)
        data = tuple(
            Datum(
                start, value, end=end, n=n or None, why="" if n else "not_measured",
                key=f"{name}:{account}:{start}:{end}" if n else "",
            )
            for (value, n), (start, end) in zip(told, pairwise(edges), strict=True)
        )  # fmt: skip
        label = Say(text=handles[account]) if account else Say("imported.site")
        role = ROLES[len(lines)] if len(lines) < len(ROLES) else "quiet"
        lines.append(Series(account or "site", name, label, data, "line", role, unit))
    if len(lines) == 1:
        gaps = [replace(g, account="") for g in gaps]
    head = values.value(db, scope, name)
    return Chart(
        "imported", "time", Say("imported.title"), Axis("time", Say("chart.day")),
        Axis("number", Say(f"metric.{name}"), unit), tuple(lines),
        scope.since, scope.until, scope.zone, scope.accounts, gaps=tuple(gaps),
        figures=(head,) if lines else (), notes=(Say("imported.gaps"),) if gaps else (),
        empty=None if lines else Say("imported.none"),
    )  # fmt: skip


def _found(db: Connection, scope: Scope, account: str, name: str) -> list[Measure]:
    return measures.whole_or_posts(db, account, name, scope.since, values.end(scope))


def _by_bin(
    found: list[Measure], edges: list[int], *, mean: bool
) -> list[tuple[float | None, int]]:
    """Return (value, how many it stands on) of each bin; None where nothing is told."""
    ordered = sorted(found, key=lambda one: one.at)
    made: list[tuple[float | None, int]] = []
    place = 0
    for _, end in pairwise(edges):
        first = place
        while place < len(ordered) and ordered[place].at < end:
            place += 1
        n = place - first
        total = sum(one.value for one in ordered[first:place])
        made.append(((total / n if mean else total) if n else None, n))
    return made


def _silent(told: list[tuple[float | None, int]], edges: list[int], account: str) -> list[Gap]:
    made: list[Gap] = []
    for (value, _), (start, end) in zip(told, pairwise(edges), strict=True):
        if value is not None:
            continue
        if made and made[-1].end == start:
            made[-1] = replace(made[-1], end=end)
        else:
            made.append(Gap(start, end, "not_measured", account))
    return made


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the imported values of a bin, or of a figure."""
    if ":" not in key:
        return values.rows(db, scope, key)
    name, account, start, end = key.split(":")
    found = [
        one for one in _found(db, scope, account, name) if int(start) <= one.at < int(end)
    ]  # fmt: skip
    told = [
        Row("post", str(one.post), one.at, one.source, _words(db, one.post), account, one.value)
        if one.post
        else Row("measure", name, one.at, one.source, "", account, one.value)
        for one in found[: behind.MOST]
    ]
    return Rows(len(found), tuple(told))


def _words(db: Connection, post: int) -> str:
    found = db.execute("SELECT substr(text, 1, 200) FROM posts WHERE id = ?", (post,)).fetchone()
    return str(found[0]) if found else ""


INSIGHT = Insight(
    "imported", "conversion", MEASURES, draw, rows,
    {"measure": MEASURES, "bin": ("day", "week")},
)  # fmt: skip
