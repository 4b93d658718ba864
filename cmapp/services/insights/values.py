"""The value of a metric over a span: what goals, dashboards, scorecards and reports show.

`VALUES` says which function works a metric out; it is imported when it is asked. What a platform
cannot measure is unknown, and why; it is never zero (AC-10).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module
from typing import Any, Final

from cmapp.domain.chart import ENOUGH, Figure, Row, Rows
from cmapp.domain.metrics import Metric
from cmapp.services import glossary
from cmapp.services.insights import Scope, attitude, figures, reply_kinds, response, times
from cmapp.services.insights import get as insight
from cmapp.services.insights import measured as measured_posts
from cmapp.store import accounts, activity, answer_kinds, audience, behind, measures
from cmapp.store.sqlite import Connection

Value = Callable[[Connection, Scope, str], Figure]

COUNTS: Final[Mapping[str, tuple[str, ...]]] = {
    "interactions": ("all",),
    "mentions": ("mention",),
    "shares": ("repost", "quote"),
    "likes": ("reaction",),
    "comments": ("reply", "comment"),
    "new_follows": ("follow",),
    "negative": ("negative",),
    "attitude_unread": ("unread",),
}
"""Metrics that are sums of the counts of `store/activity.py`."""
RATES: Final[Mapping[str, str]] = {"comment_rate": "comments", "share_rate": "shares"}
"""Metrics that are a count's share of all interactions."""
MEANS: Final = frozenset({"completion", "dwell"})
"""Imported metrics whose values are averaged; those of the others are added up."""
VALUES: Final[dict[str, str]] = {
    "spend": "cmapp.services.costs:figure",
    "effort_hours": "cmapp.services.costs:figure",
    "roi": "cmapp.services.costs:figure",
    "cost_per_interaction": "cmapp.services.costs:figure",
    "index": "cmapp.services.composite:figure",
    "density": "cmapp.services.insights.network_months:figure",
    "comment_quality": "cmapp.services.insights.comment_quality:value",
    "half_life": "cmapp.services.insights.half_life:value",
    "peak_hour": "cmapp.services.insights.half_life:value",
    "order_value": "cmapp.services.insights.conversion:order_value",
    "posts": "cmapp.services.insights.pillars:value",
    "consistency": "cmapp.services.insights.consistency:value",
    "persistence": "cmapp.services.insights.cohorts:value",
    "return_rate": "cmapp.services.insights.returning:value",
}
"""Metrics that are worked out elsewhere: id → module:function, a `Value`."""
BEHIND: Final[dict[str, tuple[str, str]]] = {
    "comment_quality": ("comment_quality", "all"),
    "half_life": ("half_life", "half"),
    "peak_hour": ("half_life", "came:0:48"),
    "engagement_per_post": ("fatigue", "week:0:0"),
    "posts": ("pillars", "all"),
    "consistency": ("consistency", "due"),
    "persistence": ("cohorts", "again"),
    "return_rate": ("returning", "again"),
}
"""Metrics whose rows a chart lists: id → the chart and the key that it takes."""


def value(db: Connection, scope: Scope, metric: str) -> Figure:
    """Return the value of a metric over a scope, with n and interval; unknown has a reason.

    Accounts whose platform does not offer it are left out. Raises Missing (`unknown_metric`).
    """
    one = glossary.get(metric)
    if not one.single:
        return figures.unknown(metric, "not_one_number", unit=one.unit)
    if not scope.accounts:
        return figures.unknown(metric, "no_data", unit=one.unit)
    able = measured(db, scope, one)
    if not able:
        return figures.unknown(metric, "not_offered", unit=one.unit)
    narrowed = replace(scope, accounts=able)
    where = VALUES.get(metric)
    if where is not None:
        module, _, name = where.partition(":")
        found: Value = getattr(import_module(module), name)
        figure = found(db, narrowed, metric)
        return figure if figure.value is not None else replace(figure, key="")
    if metric not in _OWN and one.source != "import":
        return figures.unknown(metric, "not_measured", unit=one.unit)
    return _OWN.get(metric, _imported)(db, narrowed, metric)


def rows(db: Connection, scope: Scope, metric: str) -> Rows:
    """Return what stands behind the value: interactions, people, or what was read and imported.

    Raises Missing (`unknown_metric`).
    """
    one = glossary.get(metric)
    able = measured(db, scope, one)
    if not able or not one.single:
        return Rows(0)
    here = replace(scope, accounts=able)
    if metric in BEHIND:
        chart, key = BEHIND[metric]
        return insight(chart).rows(db, replace(here, options={}), key)
    if metric in COUNTS or metric in RATES:
        return _counted(db, here, RATES.get(metric, metric))
    if metric.startswith("attitude_"):
        return attitude.rows(db, here, f"{metric[9:]}:{here.since}:{here.until}")
    if metric == "replies":
        return reply_kinds.rows(db, here, "all")
    if one.group == "response":
        clock = "office" if metric == "business_first_reply" else "wall"
        keys = {"in_time": "in_time:0:", "answered_share": "answered:0:", "resolution": "closed:0:"}
        key = keys.get(metric, "all:0:")
        return response.rows(db, replace(here, options={"clock": clock}), key)
    if VALUES.get(metric, "").startswith("cmapp.services.costs:"):
        costs: Any = import_module("cmapp.services.costs")  # which knows of charts itself
        first, last = costs.days_of(here)
        found: Rows = costs.rows(db, here, f"costs:{first}:{last}")
        return found
    if metric == "active_contacts":
        return audience.people(db, able, here.since, here.until)
    if metric in ("followers", "follower_growth"):
        return _read(db, here, "followers")
    if metric == "engagement_rate":
        return _counted(db, replace(here, accounts=tuple(_followed(db, here))), "interactions")
    if metric == "engagement_rate_reach":
        return _counted(db, here, "interactions")
    return _read(db, here, metric)


def measured(db: Connection, scope: Scope, one: Metric) -> tuple[str, ...]:
    """Return the accounts of a scope whose platform can give a metric.

    What a platform tells of others and a table of some is measured where a table did.
    """
    platforms = {a.id: a.platform for a in accounts.every(db)}

    def able(account: str) -> bool:
        how = one.on(platforms.get(account, ""))
        if how != "imported" or one.source == "import":
            return how != "not_offered"
        return measures.last_before(db, account, "followers", end(scope)) is not None

    return tuple(a for a in scope.accounts if able(a))


def end(scope: Scope) -> int:
    """Return when a scope ends, or now, if that is earlier: what came later is not known yet."""
    return min(scope.until, scope.now + 1)


# counted here


def _count(db: Connection, scope: Scope, metric: str) -> Figure:
    counts = activity.total(db, scope.accounts, scope.since, scope.until)
    if not counts["all"] and times.covered(scope.since, scope.until, times.gaps(db, scope)):
        return figures.unknown(metric, "not_watched")
    return figures.count(metric, sum(counts[name] for name in COUNTS[metric]), key=metric)


def _rate(db: Connection, scope: Scope, metric: str) -> Figure:
    counts = activity.total(db, scope.accounts, scope.since, scope.until)
    part = sum(counts[name] for name in COUNTS[RATES[metric]])
    return figures.share(metric, part, counts["all"], key=metric)


def _counted(db: Connection, scope: Scope, metric: str) -> Rows:
    names = COUNTS[metric]
    mood = names[0] if names[0] in ("negative", "unread") else ""
    return behind.interactions(
        db,
        scope.accounts,
        scope.since,
        scope.until,
        kinds=() if mood or names == ("all",) else names,
        attitude=mood,
    )


def _attitude(db: Connection, scope: Scope, metric: str) -> Figure:
    found = attitude.share(db, scope, metric)
    return replace(found, key=metric if found.key else "")


def _response(db: Connection, scope: Scope, metric: str) -> Figure:
    return response.value(db, scope, metric)


def _active(db: Connection, scope: Scope, metric: str) -> Figure:
    n = audience.active(db, scope.accounts, scope.since, scope.until)
    if not n and times.covered(scope.since, scope.until, times.gaps(db, scope)):
        return figures.unknown(metric, "not_watched")
    return figures.count(metric, n, key=metric)


def _replies(db: Connection, scope: Scope, metric: str) -> Figure:
    if scope.since > scope.now:
        return figures.unknown(metric, "no_data")
    n = answer_kinds.count(db, scope.accounts, scope.since, end(scope))
    return figures.count(metric, n, key=metric)


def _per_post(db: Connection, scope: Scope, metric: str) -> Figure:
    """Return the median over the posts that can be judged: old enough, and watched."""
    judged = measured_posts.posts(db, scope)
    ripe = measured_posts.ripe(judged)
    if not ripe and any(one.why == "not_watched" for one in judged):
        return figures.unknown(metric, "not_watched")
    found = [n.total() for n in measured_posts.totals(db, ripe).values()]
    return figures.median(metric, found, "count", key=metric if found else "")


# told by the platform


def followers(db: Connection, scope: Scope, metric: str) -> Figure:
    """Return the last numbers of followers before the end; unknown where an account has none."""
    found = [measures.last_before(db, a, "followers", end(scope)) for a in scope.accounts]
    if not found or any(one is None for one in found):
        return figures.unknown(metric, "no_data")
    total = sum(one.value for one in found if one is not None)
    return replace(figures.count(metric, total, key=metric), n=len(found))


def growth(db: Connection, scope: Scope, metric: str) -> Figure:
    """Return how the number of followers changed over the scope, as a share of the first."""
    first = last = 0.0
    for account in scope.accounts:
        inside = measures.between(db, account, "followers", scope.since, end(scope))
        begin = measures.last_before(db, account, "followers", scope.since)
        if not inside or (begin is None and len(inside) < 2):
            return figures.unknown(metric, "no_data", unit="share")
        first += (begin or inside[0]).value
        last += inside[-1].value
    if not first:
        return figures.unknown(metric, "no_data", unit="share")
    return Figure(
        metric, (last - first) / first, "share", n=round(first), key=metric,
        label=figures.named(metric),
    )  # fmt: skip


def _engagement(db: Connection, scope: Scope, metric: str) -> Figure:
    told = _followed(db, scope)
    if not told:
        return figures.unknown(metric, "no_data", unit="share")
    here = replace(scope, accounts=tuple(told))
    return _ratio(metric, _count(db, here, "interactions"), sum(told.values()))


def _followed(db: Connection, scope: Scope) -> dict[str, float]:
    """Return the accounts whose followers are known at the end, and how many those are."""
    told = {a: measures.last_before(db, a, "followers", end(scope)) for a in scope.accounts}
    return {a: one.value for a, one in told.items() if one is not None and one.value > 0}


def _of_reach(db: Connection, scope: Scope, metric: str) -> Figure:
    reach = _imported(db, scope, "reach")
    if not reach.value:
        return figures.unknown(metric, "no_data", unit="share")
    return _ratio(metric, _count(db, scope, "interactions"), reach.value)


def _ratio(metric: str, over: Figure, base: float) -> Figure:
    """Return a ratio that is no share of cases: it has n, and no interval."""
    if over.value is None or base < ENOUGH:
        why = over.why or "too_few"
        return figures.unknown(metric, why, unit="share", n=round(base))
    return Figure(
        metric, over.value / base, "share", n=round(base), key=metric, label=figures.named(metric)
    )


# brought in by tables


def _values(db: Connection, scope: Scope, metric: str) -> list[measures.Measure]:
    """Return what was imported of the accounts as such, else of their posts; "" is all accounts."""
    found: list[measures.Measure] = []
    for account in (*scope.accounts, ""):
        found += measures.whole_or_posts(db, account, metric, scope.since, end(scope))
    return found


def _imported(db: Connection, scope: Scope, metric: str) -> Figure:
    found = _values(db, scope, metric)
    unit = glossary.get(metric).unit
    if not found:
        return figures.unknown(metric, "no_data", unit=unit)
    total = sum(one.value for one in found)
    made = total / len(found) if metric in MEANS else total
    return replace(figures.count(metric, made, key=metric, unit=unit), n=len(found))


def _conversion(db: Connection, scope: Scope, metric: str) -> Figure:
    had, visits = _imported(db, scope, "conversions"), _imported(db, scope, "visits")
    if had.value is None or visits.value is None:
        return figures.unknown(metric, "no_data", unit="share")
    if had.value > visits.value:
        return figures.unknown(metric, "not_a_share", unit="share", n=round(visits.value))
    return figures.share(metric, round(had.value), round(visits.value), key=metric)


def _read(db: Connection, scope: Scope, metric: str) -> Rows:
    names = ("conversions", "visits") if metric == "conversion" else (metric,)
    found = sorted(
        (one for name in names for one in _values(db, scope, name)), key=lambda one: -one.at
    )
    told = [
        Row("measure", one.name, one.at, one.source, "", one.account, one.value)
        for one in found[: behind.MOST]
    ]
    return Rows(len(found), tuple(told))


_OWN: Final[Mapping[str, Value]] = {
    **dict.fromkeys(COUNTS, _count),
    **dict.fromkeys(RATES, _rate),
    **dict.fromkeys(("attitude_positive", "attitude_undecided", "attitude_negative"), _attitude),
    **dict.fromkeys(response.METRICS, _response),
    "active_contacts": _active,
    "replies": _replies,
    "engagement_per_post": _per_post,
    "engagement_rate": _engagement,
    "engagement_rate_reach": _of_reach,
    "followers": followers,
    "follower_growth": growth,
    "conversion": _conversion,
}
