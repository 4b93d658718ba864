"""The network month by month: how dense it was, which ties were won and which were lost (NW-03).

A tie is two people who talked in a month, whoever answered whom. It is won in a month if it was
not there the month before, and lost if it was and is not there any more. The month that still
runs cannot lose: what is missing may yet come.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from cmapp.services.network import graph as graphs
from cmapp.services.network.people import Span
from cmapp.store import ties
from cmapp.store.sqlite import Connection

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
    oldest = ties.first_month(db, before=span.first)
    if oldest is None:
        return []
    before = ties.next_month(span.first, -1)
    arcs: dict[int, set[Pair]] = {m: set() for m in ties.months(before, span.last)}
    mine = frozenset() if span.with_us else ties.ours(db)
    for source, target, _, month, _ in ties.each(db, span.accounts, before, span.last, span.kinds):
        if not mine or not (source in mine or target in mine):
            arcs[month].add((source, target))
    return _compared(arcs, span, oldest=oldest, running=ties.month_of(now))


def _compared(
    arcs: Mapping[int, Collection[Pair]], span: Span, *, oldest: int, running: int
) -> list[Snapshot]:
    """Compare months (the one before the span among them) by who answered whom in each."""
    told = []
    last = pairs(arcs[ties.next_month(span.first, -1)])
    for month in ties.months(max(span.first, oldest), min(span.last, running)):
        here = arcs[month]
        now = pairs(here)
        people = len(set(chain.from_iterable(here)))
        known = month > oldest
        told.append(
            Snapshot(
                month=month,
                people=people,
                arrows=len(here),
                density=graphs.share(len(here), people),
                pairs=now,
                won=now - last if known else None,
                lost=last - now if known and month != running else None,
                kept=now & last if known else None,
                running=month == running,
            )
        )
        last = now
    return told


def pairs(arcs: Iterable[Pair]) -> frozenset[Pair]:
    """Return who talked with whom, without direction."""
    return frozenset((a, b) if a < b else (b, a) for a, b in arcs)
