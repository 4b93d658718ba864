"""Results by media kind equal plain counting over the raw rows (CT-03)."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cmapp.domain.intervals import of_median
from cmapp.services.insights import media_kinds
from tests.support import posted
from tests.support.oracle import aimed, own
from tests.support.posted import DAY, NOW


def kind(post: dict[str, Any]) -> str:
    kinds = [m["kind"] for m in json.loads(post["media"])]
    if "video" in kinds:
        return "video"
    if "image" in kinds:
        return "picture"
    return "text" if kinds or "link" not in post["spans"] else "link"


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10**9))
def test_medians_and_counts_are_what_the_rows_say(seed: int) -> None:
    with posted.filled(seed, posts=60) as db:
        chart = posted.drawn(db, "media_kinds", posted.scope())
        wanted: dict[str, list[int]] = {k: [] for k in media_kinds.KINDS}
        for p in own(db):
            if p["created_at"] + 2 * DAY <= NOW:
                wanted[kind(p)].append(len(aimed(db, p, 2 * DAY)))
        for mark in chart.series[0].data:
            values = wanted[str(mark.x)]
            assert mark.n == len(values)
            if len(values) < 5:
                assert (mark.value, mark.why) == (None, "too_few" if values else "no_data")
            else:
                assert mark.value == np.median(values)
                assert (mark.low, mark.high) == (of_median(values).low, of_median(values).high)
            assert bool(mark.key) == bool(values)
            if not values:
                continue
            found = media_kinds.rows(db, posted.scope(), mark.key)
            assert sorted(r.value or 0 for r in found.rows) == sorted(values)
        every = [n for some in wanted.values() for n in some]
        assert chart.figures[0].n == len(every)
