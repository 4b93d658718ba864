"""The network month by month: how dense it was, which ties were won and which were lost (NW-03).

A tie is two people who talked in a month, whoever answered whom. It is won in a month if it was
not there the month before, and lost if it was and is not there any more. The month that still
runs cannot lose: what is missing may yet come.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cmapp.services.network import graph as graphs
from cmapp.services.network.people import Span
from cmapp.store import ties
from cmapp.store.sqlite import Connection
from cmapp.store.ties import Tie

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A month. `won` and `lost` are None in the first month that there is, `lost` while it runs."""

    month: int
    people: int
    arrows: int
    density: float | None
    pairs: frozenset[Pair]
    won: frozenset[Pair] | None
    lost: frozenset[Pair] | None
    kept: frozenset[Pair] | None
    running: bool = False


def snapshots(db: Connection, span: Span, *, now: int) -> list[Snapshot]:
    """Return the months of a span from the first that has ties on, each beside the one before."""
    oldest = ties.first_month(db)
    if oldest is None:
        return []
    before = ties.next_month(span.first, -1)
    found = ties.read(db, span.accounts, before, span.last, span.kinds)
    return compare(found, span, ours=ties.ours(db), oldest=oldest, running=ties.month_of(now))


def compare(
    found: Iterable[Tie], span: Span, *, ours: frozenset[int], oldest: int, running: int
) -> list[Snapshot]:
    """Compare the months of these ties (those of the month before the span among them)."""
    by_month: dict[int, list[Tie]] = {}
    for tie in found:
        by_month.setdefault(tie.month, []).append(tie)

    def graph(month: int) -> graphs.Graph:
        return graphs.of(by_month.get(month, ()), ours, with_us=span.with_us)

    told = []
    last = pairs(graph(ties.next_month(span.first, -1)).arcs)
    for month in ties.months(max(span.first, oldest), min(span.last, running)):
        here = graph(month)
        now = pairs(here.arcs)
        known = month > oldest
        told.append(
            Snapshot(
                month=month,
                people=len(here.nodes),
                arrows=len(here.arcs),
                density=graphs.density(here),
                pairs=now,
                won=now - last if known else None,
                lost=last - now if known and month != running else None,
                kept=now & last if known else None,
                running=month == running,
            )
        )
        last = now
    return told


def pairs(arcs: Mapping[Pair, int]) -> frozenset[Pair]:
    """Return who talked with whom, without direction."""
    return frozenset((min(pair), max(pair)) for pair in arcs)
