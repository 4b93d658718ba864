"""Time as charts read it: the days of a zone, and the times that nobody watched."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import tzinfo

from cmapp.domain import hours
from cmapp.domain.chart import Gap
from cmapp.services.insights import Scope
from cmapp.store import activity, watched
from cmapp.store.sqlite import Connection


def day_of(at: int, zone: tzinfo) -> int:
    """Return when the local day that holds a moment begins (UTC ms)."""
    return activity.span_of(at, zone, whole_day=True)[0]


def days(scope: Scope) -> list[int]:
    """Return the edges of the scope's days, its own begin and end among them."""
    zone = hours.zone(scope.zone)
    edges, at = [], scope.since
    while at < scope.until:
        edges.append(at)
        at = activity.span_of(at, zone, whole_day=True)[1]
    return [*edges, scope.until]


def gaps(db: Connection, scope: Scope, *, stream: str = "inbox") -> tuple[Gap, ...]:
    """Return the times that no account of the scope, or not each of them, was watched.

    A gap with an `account` is its alone; what all of them share has none.
    """
    each = {
        account: watched.gaps(db, account, scope.since, scope.until, stream=stream)
        for account in scope.accounts
    }
    if len(each) == 1:
        return tuple(Gap(a, b, why) for a, b, why in next(iter(each.values())))
    found = [Gap(a, b, why, account) for account, holes in each.items() for a, b, why in holes]
    return (*_shared(each, scope), *found)


def _shared(each: dict[str, list[tuple[int, int, str]]], scope: Scope) -> Iterable[Gap]:
    if not each:
        return
    common = [(scope.since, scope.until, "not_watched")]
    for holes in each.values():
        common = [
            (max(a, c), min(b, d), why if why == also else "not_watched")
            for a, b, also in common
            for c, d, why in holes
            if max(a, c) < min(b, d)
        ]
    for a, b, why in common:
        yield Gap(a, b, why)


def covered(start: int, end: int, gaps: Iterable[Gap]) -> bool:
    """Tell whether a span lies wholly in gaps that all accounts share."""
    at = start
    for gap in sorted((g for g in gaps if not g.account), key=lambda g: g.start):
        if gap.start <= at < gap.end:
            at = gap.end
    return at >= end
