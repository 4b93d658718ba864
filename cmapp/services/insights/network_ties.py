"""Ties won, lost and kept, month by month (NW-03)."""

from __future__ import annotations

from cmapp.domain.chart import Axis, Chart, Datum, Role, Row, Rows, Say, Series
from cmapp.services.insights import Insight, Scope, times
from cmapp.services.insights import network_months as months
from cmapp.services.insights.network_density import US
from cmapp.services.network import changes
from cmapp.services.network.changes import Pair, Snapshot
from cmapp.store import ties
from cmapp.store.sqlite import Connection

_ROLES: dict[str, Role] = {"kept": "quiet", "won": "good", "lost": "bad"}


def draw(db: Connection, scope: Scope) -> Chart:
    """Return a bar for each month and fate; the month that runs has lost nothing yet."""
    span = months.span(scope, least=months.LEAST)
    gaps = months.gaps(db, scope, span)
    found = {s.month: s for s in changes.snapshots(db, span, now=scope.now)}

    def series(name: str) -> Series:
        data = []
        for month in ties.months(span.first, span.last):
            start, end = ties.month_start(month), ties.month_start(ties.next_month(month))
            one = found.get(month)
            pairs = _pairs(one, name) if one else None
            why = "" if pairs is not None else "too_young" if one and one.running else "no_data"
            if one is None or (not one.people and times.covered(start, min(end, scope.now), gaps)):
                pairs, why = None, "not_watched"
            data.append(
                Datum(start, None if pairs is None else float(len(pairs)), end=end, why=why,
                      key=f"{name}:{month}" if pairs else "")
            )  # fmt: skip
        return Series(name, "network_ties", Say(f"network.{name}"), tuple(data), role=_ROLES[name])

    told = tuple(series(name) for name in _ROLES)
    any_ = any(d.value for s in told for d in s.data)
    return Chart(
        "network_ties", "time", Say("network_ties.title"),
        Axis("time", Say("network.month")), Axis("number", Say("metric.network_ties")),
        told if any_ else (), span.since, span.until, scope.zone, scope.accounts, gaps=gaps,
        notes=(Say("network.whole_months"),), empty=None if any_ else Say("network.one_month"),
    )  # fmt: skip


def _pairs(one: Snapshot, name: str) -> frozenset[Pair] | None:
    found: frozenset[Pair] | None = getattr(one, name)
    return found


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the pairs behind a bar: one of the two, and the other in the text."""
    name, _, month = key.partition(":")
    if name not in _ROLES:
        raise KeyError(key)
    span = months.span(scope, least=months.LEAST)
    found = {s.month: s for s in changes.snapshots(db, span, now=scope.now)}
    pairs = sorted(_pairs(found[int(month)], name) or ())
    who = ties.who(db, {node for pair in pairs[:500] for node in pair})
    return Rows(
        len(pairs),
        tuple(Row("person", str(a), None, who[a].name, who[b].name) for a, b in pairs[:500]),
    )


INSIGHT = Insight(
    "network_ties", "network", ("network_ties",), draw, rows, options={"us": US}, heavy=True
)
