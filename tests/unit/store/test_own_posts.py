"""Lookups of what posts got go by an index, however much lies in the profile."""

from __future__ import annotations

from typing import Any

from cmapp.store import own_posts
from tests.support import posted
from tests.support.posted import DAY, NOW


def steps(db: Any, look: Any) -> list[str]:
    said: list[str] = []
    db.set_trace_callback(said.append)
    look()
    db.set_trace_callback(None)
    return [r[3] for s in said for r in db.execute(f"EXPLAIN QUERY PLAN {s}")]


def test_each_lookup_goes_by_an_index() -> None:
    with posted.filled(1) as db:
        posts = own_posts.made(db, ("acc1", "acc2"), NOW - 30 * DAY, NOW)
        for look in (
            lambda: own_posts.made(db, ("acc1",), NOW - DAY, NOW),
            lambda: own_posts.got(db, posts, within=DAY),
            lambda: own_posts.counts(db, posts, within=DAY),
            lambda: own_posts.written(db, posts),
        ):
            found = steps(db, look)
            assert found
            scans = [s for s in found if s.startswith("SCAN") and "VIRTUAL TABLE" not in s]
            assert not [s for s in scans if "(subquery" not in s], found
        counted = steps(db, lambda: own_posts.counts(db, posts, within=DAY))
        assert any("COVERING INDEX interactions_by_target" in s for s in counted)
