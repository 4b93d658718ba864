"""Ids of what is made here: none takes the place of another, however fast they are made."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from cmapp.store import campaigns, costs, drafts, ids, landings, live, reports, series, suggestions
from cmapp.store.costs import Cost
from cmapp.store.database import Store, Tx

NOW = 1_767_225_600_000

MADE: dict[str, Callable[[Tx, int], object]] = {
    "drafts": lambda tx, n: drafts.save(tx, f"draft {n}", now=NOW),
    "costs": lambda tx, n: costs.add_many(
        tx, [Cost("spend", 7.0 * n, "EUR", "2026-01-01", "2026-01-01")], now=NOW
    ),
    "campaigns": lambda tx, n: campaigns.save(tx, None, {"name": f"Spring {n}"}, now=NOW),
    "landings": lambda tx, n: landings.keep(tx, {"away_since": n, "ended_at": NOW}),
    "live_logs": lambda tx, n: live.keep(tx, f"log {n}", f"{n}", [], [], account_id=None, now=NOW),
    "report_templates": lambda tx, n: reports.save_template(tx, None, f"form {n}", {}, now=NOW),
    "series": lambda tx, n: series.save(
        tx,
        None,
        {"title": f"Tip {n}", "rule": "FREQ=DAILY", "wall": "09:00", "zone": "UTC", "draft": {}},
        now=NOW,
    ),
    "suggestions": lambda tx, n: suggestions.add(tx, f"Larger pots {n}", [], now=NOW),
}
"""Table → how a row of it is made."""


@pytest.mark.parametrize("table", MADE)
def test_rows_of_one_millisecond_never_take_each_others_place(
    store: Store, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    """A table comes in within milliseconds; of a thousand ids two are often alike."""
    monkeypatch.setattr(ids, "secrets", SimpleNamespace(randbits=lambda _: 7))

    def make(tx: Tx) -> None:
        for n in range(3):
            MADE[table](tx, n)

    store.write(make)
    found = store.read(lambda db: db.execute(f"SELECT DISTINCT id FROM {table}").fetchall())
    assert [ids.when(row[0]) for row in found] == [NOW] * 3
