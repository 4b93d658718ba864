"""Each account side by side: audience, working hours, results (AC-07). A table, no picture.

Every column is a metric of the dictionary over the same span; what a platform cannot measure is
unknown there, not zero (AC-10).
"""

from __future__ import annotations

from dataclasses import replace

from cmapp.domain.chart import Axis, Chart, Datum, Figure, Row, Rows, Say, Series
from cmapp.services import glossary
from cmapp.services.insights import Insight, Scope, figures, times, values
from cmapp.store import accounts
from cmapp.store.sqlite import Connection

COLUMNS = (
    "followers", "follower_growth", "interactions", "active_contacts", "engagement_rate",
    "replies", "first_reply", "in_time", "attitude_negative", "effort_hours",
    "per_effort_hour",
)  # fmt: skip


def cell(db: Connection, scope: Scope, account: str, metric: str) -> Figure:
    """Return a column's value for an account."""
    here = replace(scope, accounts=(account,))
    if metric != "per_effort_hour":
        return values.value(db, here, metric)
    came = values.value(db, here, "interactions")
    hours = values.value(db, here, "effort_hours")
    if came.value is None or not hours.value:
        return figures.unknown(metric, came.why or hours.why or "no_data", unit="number")
    return figures.count(metric, came.value / hours.value, unit="number", key=came.key)


def draw(db: Connection, scope: Scope) -> Chart:
    """Return a row for each account and a column for each metric."""
    there = {a.id: a for a in accounts.every(db)}
    columns = []
    for metric in COLUMNS:
        data = []
        for account in scope.accounts:
            one = cell(db, scope, account, metric)
            data.append(
                Datum(
                    account, one.value, n=one.n, low=one.low, high=one.high, why=one.why,
                    key=f"{metric}:{account}" if one.key else "",
                )
            )  # fmt: skip
        unit = glossary.get(metric).unit
        columns.append(Series(metric, metric, figures.named(metric), tuple(data), unit=unit))
    gaps = times.gaps(db, scope)
    return Chart(
        "scorecard", "table", Say("scorecard.title"),
        Axis("category", Say("chart.account"),
             ticks=tuple((a, Say(text=_named(there[a]))) for a in scope.accounts if a in there)),
        Axis("number", Say("scorecard.value")),
        tuple(columns) if scope.accounts else (), scope.since, scope.until, scope.zone,
        scope.accounts, gaps=gaps, notes=times.partly(gaps),
        empty=None if scope.accounts else Say("chart.no_accounts"),
    )  # fmt: skip


def _named(account: accounts.Account) -> str:
    return f"{account.handle} · {account.platform}"


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return what stands behind a cell."""
    metric, _, account = key.partition(":")
    if metric not in COLUMNS or account not in scope.accounts:
        raise KeyError(key)
    here = replace(scope, accounts=(account,))
    found = values.rows(db, here, "interactions" if metric == "per_effort_hour" else metric)
    if found.total:
        return found
    figure = cell(db, scope, account, metric)
    return Rows(1, (Row("measure", metric, scope.until, "", "", account, figure.value),))


INSIGHT = Insight("scorecard", "coverage", COLUMNS, draw, rows, heavy=True)
