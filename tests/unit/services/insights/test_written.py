"""Charts on what was planned and written: pillars, frames, ratings, plans kept, campaigns.

Requirements: CT-08, DR-13, CT-09, CA-09, AC-15.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmapp.services.insights import campaign, consistency, pillars
from tests.support import posted
from tests.support.oracle import aimed, own, written
from tests.support.posted import DAY, HOUR, NOW

SEEDS = st.integers(0, 10**9)


def ripe(db: Any) -> list[dict[str, Any]]:
    return [p for p in own(db) if p["created_at"] + 2 * DAY <= NOW]


def agrees(mark: Any, values: list[int]) -> None:
    assert mark.n == len(values)
    if len(values) < 5:
        assert (mark.value, mark.why) == (None, "too_few" if values else "no_data")
    else:
        assert mark.value == np.median(values)


@settings(max_examples=6, deadline=None)
@given(SEEDS)
def test_groups_of_drafts_are_what_the_rows_say(seed: int) -> None:
    with posted.filled(seed, posts=50) as db:
        got = [(written(db, p), len(aimed(db, p, 2 * DAY))) for p in ripe(db)]
        frames = posted.drawn(db, "frames", posted.scope())
        for mark in frames.series[0].data:
            wanted = "" if mark.x == "-" else mark.x
            agrees(
                mark, [n for w, n in got if (w["brief"].get("frame", "") if w else "") == wanted]
            )
        for series in posted.drawn(db, "self_rating", posted.scope()).series:
            for mark in series.data:
                agrees(mark, [
                    n for w, n in got if w and w["brief"]["rating"].get(series.id) == int(mark.x)
                ])  # fmt: skip
        results = posted.drawn(db, "pillars", posted.scope(view="results"))
        for mark in results.series[0].data:
            name = "" if mark.x == "-" else str(mark.x).lower()
            agrees(mark, [n for w, n in got if (w["pillar"].lower() if w else "") == name])


@settings(max_examples=8, deadline=None)
@given(SEEDS)
def test_the_mix_sums_to_a_hundred_and_equals_the_rows(seed: int) -> None:
    with posted.filled(seed) as db:
        chart = posted.drawn(db, "pillars", posted.scope())
        actual, target = chart.series
        posts = own(db, posted.scope().since, NOW)
        drafts = [written(db, p) for p in posts]
        for mark in actual.data:
            name = "" if mark.x == "-" else str(mark.x).lower()
            n = sum((d["pillar"].lower() if d else "") == name for d in drafts)
            assert mark.value == pytest.approx(n / len(posts))
            assert pillars.rows(db, posted.scope(), f"all:{mark.x}").total == n
        assert sum(d.value or 0 for d in actual.data) == pytest.approx(1)
        known = [d.value for d in target.data if d.value is not None]
        assert not known or sum(known) == pytest.approx(1)
        set_ = {r["name"]: r["target"] for r in db.execute("SELECT * FROM pillars")}
        for mark in target.data:
            assert (mark.value is None) == (not set_.get(str(mark.x)))


@settings(max_examples=8, deadline=None)
@given(SEEDS)
def test_plans_kept_are_counted_by_plain_comparison(seed: int) -> None:
    with posted.filled(seed) as db:
        posted.draft(db, 0, None, planned_at=NOW - DAY)
        posted.draft(db, 0, None, planned_at=NOW + DAY)
        scope = posted.scope()
        chart = posted.drawn(db, "consistency", scope)
        rows = db.execute(
            """SELECT d.planned_at, o.sent_at FROM drafts d LEFT JOIN outbox o ON o.draft_id = d.id
               WHERE d.planned_at >= ? AND d.planned_at < ? AND d.planned_at <= ?""",
            (scope.since, scope.until, NOW),
        ).fetchall()
        on_time = sum(r[1] is not None and r[1] <= r[0] + HOUR for r in rows)
        missed = sum(r[1] is None for r in rows)
        totals = {s.id: sum(d.value or 0 for d in s.data) for s in chart.series}
        assert totals == {
            "on_time": on_time,
            "late": len(rows) - on_time - missed,
            "missed": missed,
        }
        assert chart.figures[0].n == len(rows)
        if len(rows) >= 5:
            assert chart.figures[0].value == pytest.approx(on_time / len(rows))
        assert consistency.rows(db, scope, "due").total == len(rows)


def test_a_campaign_is_one_thing_on_two_platforms() -> None:
    with posted.filled(5, posts=60) as db:
        db.execute("INSERT INTO campaigns (id, name, made_at) VALUES (7, 'Autumn', 0)")
        db.execute("UPDATE drafts SET campaign_id = 7 WHERE pillar = 'Craft'")
        drafts = {p["id"]: written(db, p) for p in own(db)}
        mine = [p for p in own(db) if (drafts[p["id"]] or {}).get("campaign_id") == 7]
        by_hand = next(p for p in own(db) if drafts[p["id"]] is None)
        db.execute("INSERT INTO campaign_posts VALUES (7, ?)", (by_hand["id"],))
        mine.append(by_hand)
        posted.deed(db, 0, NOW - DAY, "comment", "somebody")
        foreign = db.execute("SELECT max(id) FROM posts").fetchone()[0]
        db.execute("INSERT INTO campaign_posts VALUES (7, ?)", (foreign,))
        db.execute("INSERT INTO measures VALUES ('acc1', 'reach', ?, ?, 'import:1', 120)",
                   (mine[0]["id"], NOW - DAY))  # fmt: skip
        chart = posted.drawn(db, "campaign", posted.scope(campaign="autumn"))
        got = [(p, i) for p in mine for i in aimed(db, p)]
        told = {f.metric: f for f in chart.figures}
        assert told["posts"].value == len(mine)
        assert told["interactions"].value == len(got)
        assert told["comments"].value == sum(i["kind"] in ("reply", "comment") for _, i in got)
        assert told["shares"].value == sum(i["kind"] in ("repost", "quote") for _, i in got)
        assert told["active_contacts"].value == len({i["actor_id"] for _, i in got})
        assert sum(d.value or 0 for s in chart.series for d in s.data) == len(got)
        if mine[0]["account"] == "acc1":
            assert (told["reach"].value, told["reach"].n) == (120, 1)
        assert (told["clicks"].value, told["clicks"].why) == (None, "not_measured")
        assert [(n.code, n.facts) for n in chart.notes] == [("campaign.others", {"n": 1})]
        assert campaign.draw(db, posted.scope(campaign="nobody's")).empty.code == "campaign.none"  # type: ignore[union-attr]
        assert campaign.draw(db, posted.scope(campaign="7")).figures == chart.figures


def test_without_anything_each_says_so() -> None:
    with posted.empty() as db:
        names = ("pillars", "frames", "self_rating", "consistency", "campaign")
        for name in names:
            assert posted.drawn(db, name, posted.scope(accounts=())).empty is not None
        posted.accounts(db)
        for name in names:
            assert posted.drawn(db, name, posted.scope()).empty is not None
        posted.post(db, 0, NOW - 9 * DAY)
        assert posted.drawn(db, "self_rating", posted.scope()).empty.code == "self_rating.none"
        assert posted.drawn(db, "frames", posted.scope()).series[0].data[2].why == "too_few"
