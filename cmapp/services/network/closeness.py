"""How close a person is to us, worked out from the store (NW-08)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cmapp.domain import closeness as rules
from cmapp.domain.closeness import Closeness
from cmapp.store import ties, voices
from cmapp.store.sqlite import Connection

MONTHS: Final = 6
"""What counts: the running month and the five before it (UTC)."""


def of(db: Connection, profiles: Sequence[int], last_at: int | None, *, now: int) -> Closeness:
    """Return how close these profiles of one person are to us."""
    first = ties.next_month(ties.month_of(now), 1 - MONTHS)
    us = sorted(n for n in ties.ours(db) if n > 0)
    theirs, ours, common = voices.exchanges(db, profiles, us, first, ties.month_start(first))
    return rules.closeness(
        theirs=theirs,
        ours=ours,
        common=common,
        silent=None if last_at is None else max(0, now - last_at) / 86_400_000,
        months=MONTHS,
    )
