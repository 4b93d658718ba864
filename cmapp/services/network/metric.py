"""The one number of the network that goals, indexes and reports can ask for: its density."""

from __future__ import annotations

from datetime import UTC, datetime

from cmapp.domain.chart import ENOUGH, Figure
from cmapp.services.insights import Scope, figures
from cmapp.services.network import graph as graphs
from cmapp.store import ties
from cmapp.store.sqlite import Connection


def figure(db: Connection, scope: Scope, metric: str) -> Figure:
    """Return the density over the months (UTC) that a scope touches; `n` is how many people."""
    first, last = _month(scope.since), _month(min(scope.until, scope.now + 1) - 1)
    if last < first:
        return figures.unknown(metric, "no_data", unit="share")
    graph = graphs.read(db, scope.accounts, first, last, kinds=ties.TALK, with_us=True)
    dense = graphs.density(graph)
    n = len(graph.nodes)
    if dense is None or n < ENOUGH:
        return figures.unknown(metric, "too_few" if n else "no_data", unit="share", n=n)
    return Figure(metric, dense, "share", n=n, label=figures.named(metric))


def _month(at: int) -> int:
    day = datetime.fromtimestamp(at / 1000, UTC)
    return day.year * 100 + day.month
