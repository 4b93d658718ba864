"""How much came in, by day, hour or week, the negative apart (AN-01, N12)."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import pairwise

from cmapp.domain import hours
from cmapp.domain.chart import Axis, Chart, Datum, Rows, Say, Series
from cmapp.domain.records import Kind
from cmapp.services.insights import Insight, Scope, figures, times
from cmapp.store import activity, behind
from cmapp.store.sqlite import Connection


def counted(db: Connection, scope: Scope, edges: list[int]) -> list[Counter[str]]:
    """Return the counts of each bin between some edges."""
    zone = hours.zone(scope.zone)
    read = activity.by_hour if scope.options.get("bin") == "hour" else activity.by_day
    found = [Counter[str]() for _ in edges[1:]]
    for one in read(db, scope.accounts, scope.since, scope.until, zone):
        # the first and the last may begin before the span
        place = max(0, bisect_right(edges, one.start) - 1)
        found[min(place, len(found) - 1)].update(one.counts)
    return found


def draw(db: Connection, scope: Scope) -> Chart:
    """Return a bar for each bin: negative below, the rest on it; what nobody watched is a gap.

    With a kind chosen there is one series, of that kind.
    """
    unit, kind = scope.options.get("bin", "day"), scope.options.get("kind", "all")
    edges = times.edges(scope, unit)
    found = counted(db, scope, edges)
    gaps = times.gaps(db, scope)
    total = sum(one["all"] for one in found)
    empty = times.emptiness(scope, gaps, total, "volume.nothing")

    def series(name: str, role: str, metric: str) -> Series:
        data = []
        for (start, end), counts in zip(pairwise(edges), found, strict=True):
            value = counts["all"] - counts["negative"] if name == "rest" else counts[name]
            why = times.silence(start, end, gaps) if not counts else ""
            key = f"{name}:{start}:{end}" if value else ""
            data.append(Datum(start, None if why else value, end=end, why=why, key=key))
        return Series(
            name,
            metric,
            Say(f"volume.{name}"),
            tuple(data),
            stacked=kind == "all",
            role="bad" if role == "bad" else "main",
        )

    shown: tuple[Series, ...] = ()
    if kind != "all":
        shown = (series(kind, "main", "interactions"),)
    else:
        shown = (series("negative", "bad", "negative"), series("rest", "main", "interactions"))
    return Chart(
        "volume", "time", Say("volume.title"),
        Axis("time", Say(f"chart.{unit}")), Axis("number", Say("volume.count")),
        () if empty else shown, scope.since, scope.until, scope.zone, scope.accounts, gaps=gaps,
        figures=() if empty else (
            figures.count("interactions", total, key=f"all:{scope.since}:{scope.until}"),
            figures.count("negative", sum(one["negative"] for one in found),
                          key=f"negative:{scope.since}:{scope.until}"),
        ),
        notes=(*times.partly(gaps), *times.erased(db, scope)), empty=empty,
    )  # fmt: skip


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the interactions of a bar."""
    name, start, end = key.split(":")
    if name not in ("negative", "rest", "all"):
        Kind(name)
    return behind.interactions(
        db, scope.accounts, int(start), int(end),
        kinds=() if name in ("negative", "rest", "all") else (name,),
        attitude="negative" if name == "negative" else "",
        but="negative" if name == "rest" else "",
    )  # fmt: skip


INSIGHT = Insight(
    "volume",
    "coverage",
    ("interactions", "negative"),
    draw,
    rows,
    options={"bin": ("day", "hour", "week"), "kind": ("all", *(str(k) for k in Kind))},
)
