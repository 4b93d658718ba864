"""How dense the network of people was, month by month (NW-01, NW-03)."""

from __future__ import annotations

from cmapp.domain.chart import Axis, Chart, Datum, Row, Rows, Say, Series
from cmapp.services.insights import Insight, Scope, times
from cmapp.services.insights import network_months as months
from cmapp.services.network import changes
from cmapp.store import ties
from cmapp.store.sqlite import Connection

US = ("with", "without")


def draw(db: Connection, scope: Scope) -> Chart:
    """Return density as a line; a month that nobody watched is a gap, one person is too few."""
    span = months.span(scope, least=months.LEAST)
    gaps = months.gaps(db, scope, span)
    found = {s.month: s for s in changes.snapshots(db, span, now=scope.now)}
    data = []
    for month in ties.months(span.first, span.last):
        start, end = ties.month_start(month), ties.month_start(ties.next_month(month))
        one = found.get(month)
        value = one.density if one else None
        people = one.people if one else 0
        why = "" if value is not None else "too_few"
        if not people and times.covered(start, min(end, scope.now), gaps):
            why = "not_watched"
        key = f"people:{month}" if people else ""
        data.append(Datum(start, value, end=end, n=people, why=why, key=key))
    any_ = any(d.value is not None for d in data)
    line = Series("density", "density", Say("metric.density"), tuple(data), mark="line",
                  unit="share")  # fmt: skip
    return Chart(
        "network_density", "time", Say("network_density.title"),
        Axis("time", Say("network.month")), Axis("number", Say("metric.density"), "share"),
        (line,) if any_ else (), span.since, span.until, scope.zone, scope.accounts, gaps=gaps,
        figures=(months.figure(db, scope, "density"),) if any_ else (),
        notes=(Say("network.whole_months"), Say("network.size")),
        empty=None if any_ else Say("network.nobody"),
    )  # fmt: skip


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the people of a month, those with most ties first."""
    month = int(key.removeprefix("people:"))
    span = months.span(scope, least=months.LEAST)
    near: dict[int, set[int]] = {}
    mine = ties.ours(db)
    for tie in ties.read(db, span.accounts, month, month, span.kinds):
        if span.with_us or not {tie.source, tie.target} & mine:
            near.setdefault(tie.source, set()).add(tie.target)
            near.setdefault(tie.target, set()).add(tie.source)
    who = ties.who(db, near)
    order = sorted(near, key=lambda node: (-len(near[node]), node))
    return Rows(
        len(near),
        tuple(
            Row("person", str(node), None, who[node].name, f"@{who[node].handle.lstrip('@')}",
                value=len(near[node]))
            for node in order[:500]
        ),
    )  # fmt: skip


INSIGHT = Insight(
    "network_density", "network", ("density",), draw, rows, options={"us": US}, heavy=True
)
