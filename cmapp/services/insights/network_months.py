"""The months that a chart of the network is about, and density as a figure."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from cmapp.domain.chart import Figure, Gap
from cmapp.services.insights import Scope, times
from cmapp.services.network import graph
from cmapp.services.network.people import Span
from cmapp.store import ties
from cmapp.store.sqlite import Connection

LEAST: Final = 6
"""A chart by month shows at least so many: over one month nothing can change."""


def span(scope: Scope, *, least: int = 1) -> Span:
    """Return the months (UTC) that a scope touches, and as many before as `least` asks for."""
    last = ties.month_of(min(scope.until - 1, scope.now))
    first = min(ties.month_of(scope.since), ties.next_month(last, 1 - least))
    return Span(
        scope.accounts, min(first, last), last, with_us=scope.options.get("us") != "without"
    )


def whole(scope: Scope, span: Span) -> Scope:
    """Return the scope over whole months."""
    return replace(scope, since=span.since, until=span.until)


def gaps(db: Connection, scope: Scope, span: Span) -> tuple[Gap, ...]:
    """Return the times of these months that were not watched, up to now."""
    return times.gaps(db, replace(whole(scope, span), until=min(span.until, scope.now)))


def figure(db: Connection, scope: Scope, metric: str) -> Figure:
    """Return the density of the months that a scope touches; `n` is how many people there are."""
    here = span(scope)
    found = graph.read(db, here.accounts, here.first, here.last, with_us=here.with_us)
    value = graph.density(found)
    why = "" if value is not None else "too_few"
    return Figure(metric, value, "share", n=len(found.nodes), why=why)
