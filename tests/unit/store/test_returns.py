"""Questions on who came when go by an index: a person each, however much each of them wrote."""

from __future__ import annotations

from typing import Any

from cmapp.store import returns
from tests.support import posted
from tests.support.posted import DAY, NOW


def steps(db: Any, look: Any) -> list[str]:
    said: list[str] = []
    db.set_trace_callback(said.append)
    look()
    db.set_trace_callback(None)
    return [r[3] for s in said for r in db.execute(f"EXPLAIN QUERY PLAN {s}")]


def test_no_question_reads_all_interactions() -> None:
    with posted.filled(1) as db:
        for accounts in (("acc1", "acc2"), ("acc1",)):
            people = list(returns.first_seen(db, accounts, 0, NOW))
            for look in (
                lambda a=accounts: returns.first_seen(db, a, NOW - 9 * DAY, NOW),
                lambda a=accounts, p=people: returns.came(db, p, a, NOW - 9 * DAY, NOW),
                lambda a=accounts: returns.came(db, None, a, NOW - 9 * DAY, NOW),
                lambda a=accounts: returns.complained(db, a, NOW - 9 * DAY, NOW),
                lambda p=people: returns.silent_since(db, dict.fromkeys(p, 1), NOW),
                lambda a=accounts, p=people: returns.steps(db, p, a, NOW),
            ):
                found = steps(db, look)
                assert found
                assert not [s for s in found if s.startswith("SCAN i")], found
