"""What was spent, what came back and how long it took: by currency, never mixed (AC-11, EX-06).

There is no exchange rate here: sums of two currencies are two sums. A cost that runs over more
days than are asked about counts with its share of days.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from cmapp.domain import hours
from cmapp.domain.chart import Figure, Row, Rows, Say, Unit
from cmapp.services.insights import Scope, times
from cmapp.store import accounts, activity, campaigns, costs
from cmapp.store.costs import Cost
from cmapp.store.sqlite import Connection

METRICS: Mapping[str, Unit] = {
    "spend": "money",
    "effort_hours": "hours",
    "roi": "share",
    "cost_per_interaction": "money",
}
GROUPS = ("all", "channel", "account", "campaign", "month")


@dataclass(slots=True)
class Sum:
    """What one group came to in one currency ("": hours alone). None is unknown, never zero."""

    group: str
    currency: str
    spend: float | None = None
    back: float | None = None
    hours: float | None = None
    interactions: int | None = None
    costs: list[Cost] = field(default_factory=list)

    @property
    def roi(self) -> float | None:
        """Return (what came back − spend) ÷ spend; None where one of the two is not known."""
        if self.back is None or not self.spend:
            return None
        return (self.back - self.spend) / self.spend

    @property
    def per_interaction(self) -> float | None:
        """Return spend ÷ interactions."""
        if self.spend is None or not self.interactions:
            return None
        return self.spend / self.interactions


def days_of(scope: Scope) -> tuple[str, str]:
    """Return the first and the last local day of a scope (ISO)."""
    there = hours.zone(scope.zone)
    first = datetime.fromtimestamp(scope.since / 1000, there).date()
    last = datetime.fromtimestamp((scope.until - 1) / 1000, there).date()
    return first.isoformat(), last.isoformat()


def whose(db: Connection, scope: Scope) -> tuple[str, ...] | None:
    """Return whose costs a scope asks for; None: it has all accounts, so everybody's.

    What is of no account belongs to all of them together, never to each.
    """
    return None if {a.id for a in accounts.every(db)} <= set(scope.accounts) else scope.accounts


def part(cost: Cost, first_day: str, last_day: str) -> float:
    """Return how much of a cost falls on the days from first to last: each day the same."""
    begin, end = date.fromisoformat(cost.first_day), date.fromisoformat(cost.last_day)
    whole = (end - begin).days + 1
    inside = (
        min(end, date.fromisoformat(last_day)) - max(begin, date.fromisoformat(first_day))
    ).days + 1
    return cost.amount * max(0, inside) / whole


def sums(
    db: Connection, scope: Scope, *, by: str = "all", hour_cost: tuple[float, str] | None = None
) -> list[Sum]:
    """Return the sums of a scope by group and currency.

    `by` is one of `GROUPS`. Hours stand in a row of their own without a currency, but where
    `hour_cost` (amount, currency) says what one costs they are spend of that currency.
    """
    first, last = days_of(scope)
    found = costs.touching(db, first, last, accounts=whose(db, scope))
    made: dict[tuple[str, str], Sum] = {}
    for one in found:
        for group, start, end in _groups(one, by, first, last):
            amount = part(one, start, end)
            if one.kind == "hours":
                row = made.setdefault((group, ""), Sum(group, ""))
                row.hours = math.fsum((row.hours or 0.0, amount))
                row.costs.append(one)
                if hour_cost is None:
                    continue
                rate, currency = hour_cost
                row = made.setdefault((group, currency), Sum(group, currency))
                row.spend = math.fsum((row.spend or 0.0, amount * rate))
            elif one.kind == "spend":
                row = made.setdefault((group, one.currency), Sum(group, one.currency))
                row.spend = math.fsum((row.spend or 0.0, amount))
            else:
                row = made.setdefault((group, one.currency), Sum(group, one.currency))
                row.back = math.fsum((row.back or 0.0, amount))
            row.costs.append(one)
    known: dict[str, int | None] = {}
    for row in made.values():
        if row.group not in known:
            known[row.group] = _interactions(db, scope, by, row.group)
        row.interactions = known[row.group]
    return [made[key] for key in sorted(made)]


def _groups(cost: Cost, by: str, first: str, last: str) -> Sequence[tuple[str, str, str]]:
    """Return the groups that a cost counts to, each with its days."""
    match by:
        case "channel":
            return [(cost.channel or cost.account_id or "", first, last)]
        case "account":
            return [(cost.account_id or "", first, last)]
        case "campaign":
            return [(str(cost.campaign_id) if cost.campaign_id else "", first, last)]
        case "month":
            return [
                (start[:7], start, end)
                for start, end in _months(max(first, cost.first_day), min(last, cost.last_day))
            ]
        case _:
            return [("", first, last)]


def _months(first: str, last: str) -> list[tuple[str, str]]:
    found, at = [], date.fromisoformat(first)
    while (text := at.isoformat()) <= last:
        after = (at.replace(day=1) + timedelta(days=32)).replace(day=1)
        found.append((text, min(last, (after - timedelta(days=1)).isoformat())))
        at = after
    return found


def _interactions(db: Connection, scope: Scope, by: str, group: str) -> int | None:
    """Return the interactions that a group's money is to be seen against; None: not known."""
    since, until, those = scope.since, scope.until, scope.accounts
    match by:
        case "campaign":
            if not group:
                return None
            told = [
                sum(v for v in m.counts.values() if v is not None)
                for m in campaigns.posts_of(db, int(group))
                if any(v is not None for v in m.counts.values())
            ]
            return sum(told) if told else None
        case "account" | "channel":
            if group not in those:
                return None
            those = (group,)
        case "month":
            there = hours.zone(scope.zone)
            begin = date.fromisoformat(group + "-01")
            after = (begin + timedelta(days=32)).replace(day=1)
            since = max(since, hours.midnight(begin, there))
            until = min(until, hours.midnight(after, there))
    if not those or since >= until:
        return None
    n = int(activity.total(db, those, since, until)["all"])
    here = replace(scope, since=since, until=until, accounts=tuple(those))
    # nothing, in a time that nobody watched, is not known to be nothing
    return None if not n and times.covered(since, until, times.gaps(db, here)) else n


def figure(db: Connection, scope: Scope, metric: str) -> Figure:
    """Return one of `METRICS`; with costs in two currencies it is unknown: `currencies`.

    A figure of money names its currency in its label.
    """
    rows = sums(db, scope)
    first, last = days_of(scope)
    unit = METRICS[metric]
    key = f"costs:{first}:{last}"
    if metric == "effort_hours":
        worked = [r for r in rows if r.hours is not None]
        many = sum(c.kind == "hours" for r in worked for c in r.costs)
        value = worked[0].hours if worked else None
        return Figure(metric, value, unit, n=many, why="" if worked else "no_data", key=key)
    money = [r for r in rows if r.currency]
    if len(money) != 1:
        why = "currencies" if money else "no_data"
        return Figure(metric, None, unit, n=0, why=why, key=key if money else "")
    row = money[0]
    read: dict[str, Callable[[Sum], float | None]] = {
        "spend": lambda s: s.spend,
        "roi": lambda s: s.roi,
        "cost_per_interaction": lambda s: s.per_interaction,
    }
    value = read[metric](row)
    n: int | None = len(row.costs)
    if metric == "cost_per_interaction":
        n = row.interactions
    label = Say("costs.label." + metric, {"currency": row.currency})
    why = "" if value is not None else "no_data"
    return Figure(metric, value, unit, n=n, why=why, key=key, label=label)


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the costs behind a figure, by its key (`costs:<first day>:<last day>`)."""
    _, first, last = key.split(":")
    found = costs.touching(db, first, last, accounts=whose(db, scope))
    return as_rows(found, scope)


def as_rows(found: Sequence[Cost], scope: Scope) -> Rows:
    """Return costs as rows behind a number, the newest first."""
    there = hours.zone(scope.zone)
    told = []
    for one in sorted(found, key=lambda c: (c.first_day, c.id), reverse=True):
        at = hours.midnight(date.fromisoformat(one.first_day), there)
        what = f"{one.kind} {one.amount:g} {one.currency} {one.note}".strip()
        told.append(
            Row("cost", str(one.id), at, one.channel, what, one.account_id or "", one.amount)
        )
    return Rows(len(told), tuple(told))
