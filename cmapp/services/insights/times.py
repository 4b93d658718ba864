"""Time as charts read it: the days of a zone, and the times that nobody watched."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, tzinfo

from cmapp.domain import hours
from cmapp.domain.chart import Gap, Say
from cmapp.domain.streams import Stream
from cmapp.services.insights import Scope
from cmapp.store import accounts, activity, watched
from cmapp.store.sqlite import Connection

_HOUR = 3_600_000


def day_of(at: int, zone: tzinfo) -> int:
    """Return when the local day that holds a moment begins (UTC ms)."""
    return activity.span_of(at, zone, whole_day=True)[0]


def days(scope: Scope) -> list[int]:
    """Return the edges of the scope's days, its own begin and end among them."""
    return edges(scope, "day")


def edges(scope: Scope, unit: str) -> list[int]:
    """Return where the scope's hours, days or weeks (from Monday) begin, and its own ends (UTC ms).

    Hours and days are those of its zone: a day may have 23 or 25 hours.
    """
    zone = hours.zone(scope.zone)
    found, at = [], scope.since
    while at < scope.until:
        found.append(at)
        at = activity.span_of(at, zone, whole_day=unit != "hour")[1]
        while unit == "week" and at < scope.until and _weekday(at, zone):
            at = activity.span_of(at, zone, whole_day=True)[1]
    return [*found, scope.until]


def _weekday(at: int, zone: tzinfo) -> int:
    return datetime.fromtimestamp(at / 1000, zone).weekday()


def gaps(db: Connection, scope: Scope, *, stream: str = "inbox") -> tuple[Gap, ...]:
    """Return the times that no account of the scope, or not each of them, was watched.

    A gap with an `account` is its alone; what all of them share has none.
    """
    each = {
        account: watched.gaps(
            db,
            account,
            scope.since,
            scope.until,
            stream=stream,
            known=scope.read.get(f"{account} {stream}"),
        )
        for account in _read(db, scope.accounts)
    }
    if len(each) == 1:
        return tuple(Gap(a, b, why) for a, b, why in next(iter(each.values())))
    found = [Gap(a, b, why, account) for account, holes in each.items() for a, b, why in holes]
    return (*_shared(each, scope), *found)


def _read(db: Connection, chosen: Iterable[str]) -> list[str]:
    """Return the accounts that are read at all: what is written by hand is never not watched."""
    by_hand = {
        one.id
        for one in accounts.every(db)
        if one.capabilities.get("streams", [Stream.INBOX]) == []
    }
    return [account for account in chosen if account not in by_hand]


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
    return silence(start, end, gaps) != ""


def silence(start: int, end: int, gaps: Iterable[Gap]) -> str:
    """Return why nothing is known of a span; "" where some of it was watched."""
    at, whys = start, set()
    for gap in sorted((g for g in gaps if not g.account), key=lambda g: g.start):
        if gap.start <= at < gap.end:
            at = gap.end
            whys.add(gap.why)
    if at < end:
        return ""
    return whys.pop() if len(whys) == 1 else "not_watched"


def partly(gaps: Iterable[Gap]) -> tuple[Say, ...]:
    """Return the note that some of the time was not watched, where that is so.

    The minutes since the last look are no such time: every chart that ends now has them.
    """
    known = list(gaps)
    end = max((g.end for g in known), default=0)
    short = all(g.end == end and end - g.start < _HOUR for g in known)
    return () if short else (Say("chart.partly"),)


def erased(db: Connection, scope: Scope) -> tuple[Say, ...]:
    """Return the note that sums hold what was erased with its person, where they do."""
    n = activity.gone(db, scope.accounts, scope.since, scope.until)["all"]
    return (Say("chart.erased", {"n": n}),) if n else ()


def emptiness(scope: Scope, gaps: Iterable[Gap], n: int, nothing: str) -> Say | None:
    """Return why there is nothing to draw, `nothing` being said where it was watched in vain."""
    if not scope.accounts:
        return Say("chart.no_accounts")
    if n:
        return None
    return Say("chart.not_watched" if covered(scope.since, scope.until, gaps) else nothing)
