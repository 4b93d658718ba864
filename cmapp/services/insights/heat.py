"""When people write: hour by weekday in the reader's zone (AN-13, CA-02).

A cell tells how much came in per hour that was watched, so that hours in which the machine slept
do not look quiet: a cell whose hours nobody ever watched is unknown, one that was watched in vain
is zero. What came in while nobody watched (history that was read later) counts nowhere here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from cmapp.domain import hours
from cmapp.domain.chart import Axis, Chart, Datum, Row, Rows, Say, Series
from cmapp.domain.records import Kind
from cmapp.services.insights import Insight, Scope, times
from cmapp.store import activity, behind
from cmapp.store.sqlite import Connection

HOUR = 3_600_000
Cell = tuple[int, int]
"""Weekday (0 is Monday) and hour."""


def watched_spans(db: Connection, scope: Scope) -> list[tuple[str, int, int]]:
    """Return (account, from, to) of what was watched, each account for itself."""
    each: dict[str, list[tuple[int, int]]] = {account: [] for account in scope.accounts}
    for account in scope.accounts:
        alone = replace(scope, accounts=(account,))
        at = scope.since
        for gap in sorted(times.gaps(db, alone), key=lambda g: g.start):
            if gap.start > at:
                each[account].append((at, gap.start))
            at = max(at, gap.end)
        if at < scope.until:
            each[account].append((at, scope.until))
    return [(account, a, b) for account, spans in each.items() for a, b in spans]


def pieces(start: int, end: int, zone: str) -> Iterator[tuple[Cell, int, int]]:
    """Yield the hours of a span: (cell, from, to) in UTC ms."""
    there = hours.zone(zone)
    at = start
    while at < end:
        local = datetime.fromtimestamp(at / 1000, there)
        after = min(end, activity.span_of(at, there, whole_day=False)[1])
        yield (local.weekday(), local.hour), at, after
        at = after


def draw(db: Connection, scope: Scope) -> Chart:
    """Return a cell for each hour of each weekday: interactions per watched hour, n of them."""
    zone, kind = hours.zone(scope.zone), scope.options.get("kind", "all")
    rates: dict[Cell, float] = {}
    counts: Counter[Cell] = Counter()
    spans = watched_spans(db, scope)
    for account in scope.accounts:
        long: Counter[Cell] = Counter()
        came: Counter[Cell] = Counter()
        for whose, start, end in spans:
            if whose != account:
                continue
            for cell, a, b in pieces(start, end, scope.zone):
                long[cell] += b - a
            found = activity.by_weekday_hour(db, (account,), start, end, zone)
            came.update({cell: n[kind] for cell, n in found.items()})
        for cell, ms in long.items():
            rates[cell] = rates.get(cell, 0.0) + came[cell] * HOUR / ms
        counts.update(came)
    gaps = times.gaps(db, scope)
    empty = times.emptiness(scope, gaps, sum(counts.values()), "volume.nothing")
    data = tuple(
        Datum(
            f"h{hour}", rates.get((day, hour)), y=hours.WEEKDAYS[day],
            n=counts[day, hour] if (day, hour) in rates else None,
            why="" if (day, hour) in rates else "not_watched",
            key=f"{day}:{hour}" if counts[day, hour] else "",
        )
        for day in range(7)
        for hour in range(24)
    )  # fmt: skip
    cells = Series("rate", "interactions", Say("heat.rate"), data, mark="cell", unit="number")
    return Chart(
        "heat", "heat", Say("heat.title"),
        Axis("category", Say("chart.hour"),
             ticks=tuple((f"h{hour}", Say(text=str(hour))) for hour in range(24))),
        Axis("category", Say("chart.weekday"),
             ticks=tuple((day, Say(f"chart.{day}")) for day in hours.WEEKDAYS)),
        () if empty else (cells,), scope.since, scope.until, scope.zone, scope.accounts,
        gaps=gaps, notes=(
            *times.partly(gaps), *times.erased(db, scope),
            Say("heat.per_hour", {"zone": scope.zone}),
        ),
        empty=empty,
    )  # fmt: skip


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the interactions of a cell."""
    wanted = tuple(int(part) for part in key.split(":"))
    kind = scope.options.get("kind", "all")
    total = 0
    told: list[Row] = []
    for account, start, end in watched_spans(db, scope):
        for cell, a, b in pieces(start, end, scope.zone):
            if cell == wanted:
                kinds = () if kind == "all" else (kind,)
                found = behind.interactions(db, (account,), a, b, kinds=kinds)
                total += found.total
                told += found.rows
    told.sort(key=lambda row: -(row.at or 0))
    return Rows(total, tuple(told[: behind.MOST]))


INSIGHT = Insight(
    "heat",
    "coverage",
    ("interactions",),
    draw,
    rows,
    options={"kind": ("all", *(str(k) for k in Kind))},
)
