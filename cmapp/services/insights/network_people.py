"""Who is in the middle of the network, and key consumers by their score (NW-02, NW-04)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from cmapp.domain.chart import Axis, Chart, Datum, Row, Rows, Say, Series
from cmapp.services.insights import Insight, Scope
from cmapp.services.insights import network_months as months
from cmapp.services.network import graph as graphs
from cmapp.services.network import people
from cmapp.store import ties
from cmapp.store.sqlite import Connection

METRICS: Final = {
    "pagerank": "centrality_pagerank",
    "betweenness": "centrality_betweenness",
    "degree": "centrality_degree",
    "koc": "koc_score",
}
MOST: Final = 15


def draw(db: Connection, scope: Scope) -> Chart:
    """Return a bar for each of the first, by the measure that the option `by` names."""
    by = scope.options.get("by", "pagerank")
    span = months.span(scope)
    unsure = 0
    if by == "koc":
        net = people.network(db, span)
        several, unknown = people.consumers(db, net, limit=MOST)
        m, unsure = net.measures, len(unknown)
        found = [(one.who, one.score) for one in several]
    else:
        graph = graphs.read(db, span.accounts, span.first, span.last, with_us=span.with_us)
        m = graphs.measured(graph, between=by == "betweenness")
        values: Mapping[int, float] = getattr(m, by)
        first = graphs.ranked(values)[:MOST]
        who = ties.who(db, first)
        found = [(who[node], values[node]) for node in first]
    metric = METRICS[by]
    data = tuple(
        Datum(str(one.id), score, n=m.answered_by[one.id],
              key=str(one.id) if m.answered_by[one.id] else "")
        for one, score in found
    )  # fmt: skip
    notes = [Say("network.whole_months")]
    if m.estimated and by == "betweenness":
        notes.append(Say("network.estimated"))
    if unsure:
        notes.append(Say("network.unsure", {"n": unsure}))
    return Chart(
        "network_people", "bars", Say("network_people.title"),
        Axis("category", Say("network.person"),
             ticks=tuple((str(one.id), Say(text=one.name)) for one, _ in found)),
        Axis("number", Say(f"metric.{metric}"), "score"),
        (Series(by, metric, Say(f"metric.{metric}"), data, unit="score"),) if found else (),
        span.since, span.until, scope.zone, scope.accounts, notes=tuple(notes),
        empty=None if found else Say("network.nobody"),
    )  # fmt: skip


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return who answers or names a person, and how often, the most often first."""
    node = int(key)
    span = months.span(scope)
    often: Counter[int] = Counter()
    for tie in ties.read(db, span.accounts, span.first, span.last, span.kinds):
        if tie.target == node:
            often[tie.source] += tie.n
    who = ties.who(db, often)
    order = sorted(often, key=lambda one: (-often[one], one))
    return Rows(
        len(often),
        tuple(
            Row("person", str(one), None, who[one].name, f"@{who[one].handle.lstrip('@')}",
                value=often[one])
            for one in order[:500]
        ),
    )  # fmt: skip


INSIGHT = Insight(
    "network_people", "network", tuple(METRICS.values()), draw, rows,
    options={"by": tuple(METRICS), "us": ("with", "without")}, heavy=True,
)  # fmt: skip
