"""The composite index week by week, and how much of its weight was known (EX-03)."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from cmapp.domain.chart import Axis, Chart, Datum, Rows, Say, Series
from cmapp.services import composite
from cmapp.services.insights import Insight, Scope, times
from cmapp.store import index_parts
from cmapp.store.sqlite import Connection


def draw(db: Connection, scope: Scope) -> Chart:
    """Return a dot for each week, 0 to 100; `n` tells how many parts were known."""
    parts = index_parts.every(db)
    data = []
    covered = []
    edges = times.edges(scope, "week") if parts else []
    for start, end in pairwise(edges):
        made = composite.read(db, replace(scope, since=start, until=end))
        known = sum(p.score is not None for p in made.parts)
        why = "" if made.value is not None else "no_data"
        data.append(Datum(start, made.value, end=end, n=known, why=why))
        covered.append(made.coverage)
    head = composite.figure(db, scope)
    notes = [
        Say("index.weights", {
            "weights": [[p.name, f"{p.weight:g}"] for p in parts],
        })
    ] if parts else []  # fmt: skip
    if covered and min(covered) < 1:
        notes.append(Say("index.missing", {"percent": round(100 * min(covered))}))
    return Chart(
        "index", "time", Say("index.title"), Axis("time", Say("chart.week")),
        Axis("number", Say("index.title"), "score"),
        (Series("index", "index", Say("index.title"), tuple(data), "line", unit="score"),),
        scope.since, scope.until, scope.zone, scope.accounts, times.gaps(db, scope),
        figures=(head,), notes=tuple(notes), empty=None if parts else Say("index.none"),
    )  # fmt: skip


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return nothing: an index stands on its parts, which `cmapp index show` lists."""
    raise KeyError(key)


INSIGHT = Insight("index", "composite", ("index",), draw, rows, heavy=True)
