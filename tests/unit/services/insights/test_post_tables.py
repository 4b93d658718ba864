"""Top posts, comment quality and platforms against plain counting (AN-07, EX-05)."""

from __future__ import annotations

import unicodedata
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmapp.domain.intervals import of_median
from cmapp.services.insights import comment_quality, platforms, top_posts
from tests.support import posted
from tests.support.oracle import aimed, own
from tests.support.posted import DAY, HOUR, NOW

SEEDS = st.integers(0, 10**9)
KINDS = {
    "interactions": None, "replies": {"reply", "comment", "mention", "review"},
    "shares": {"repost", "quote"}, "likes": {"reaction"},
}  # fmt: skip


def ripe(db: Any) -> list[dict[str, Any]]:
    return [p for p in own(db) if p["created_at"] + 2 * DAY <= NOW]


def base(db: Any, post: dict[str, Any]) -> float | None:
    """Followers 48 hours after a post: the last number before, of the 31 days before."""
    found = [
        (m["at"], m["value"])
        for m in db.execute("SELECT * FROM measures WHERE name = 'followers'")
        if m["account_id"] == post["account"]
        and post["created_at"] + 2 * DAY - 31 * DAY <= m["at"] <= post["created_at"] + 2 * DAY
    ]
    return max(found)[1] if found else None


def comments(db: Any, post: dict[str, Any]) -> list[dict[str, Any]]:
    return [i for i in aimed(db, post, 2 * DAY) if i["kind"] in KINDS["replies"] and i["said"]]  # type: ignore[operator]


def scores(found: list[tuple[int, dict[str, Any]]]) -> list[float]:
    """Each comment's score, written down once more."""
    seen, made = set(), []
    for post, one in sorted(found, key=lambda f: (f[1]["created_at"], f[1]["id"])):
        text = one["said"]["text"]
        letters = sum(
            1 + (unicodedata.east_asian_width(c) in ("W", "F")) for c in text if c.isalnum()
        )
        asks = "question" in one["signals"] or "?" in text or "？" in text
        made.append(min(letters, 60) / 180 + asks / 3 + ((post, one["actor_id"]) not in seen) / 3)
        seen.add((post, one["actor_id"]))
    return made


@settings(max_examples=8, deadline=None)
@given(SEEDS, st.sampled_from(top_posts.INSIGHT.options["order"]))
def test_top_posts_are_ranked_and_counted_as_the_rows_say(seed: int, order: str) -> None:
    with posted.filled(seed) as db:
        scope = posted.scope(order=order)
        chart = posted.drawn(db, "top_posts", scope)
        wanted = {}
        for p in ripe(db):
            got = aimed(db, p, 2 * DAY)
            each: dict[str, float | None] = {
                name: float(sum(kinds is None or i["kind"] in kinds for i in got))
                for name, kinds in KINDS.items()
            }
            followers = base(db, p)
            each["rate"] = len(got) / followers if followers else None
            said = scores([(p["id"], c) for c in comments(db, p)])
            each["quality"] = float(np.mean(said)) if len(said) >= 5 else None
            wanted[str(p["id"])] = each
        at = {str(p["id"]): p["created_at"] for p in ripe(db)}
        ranked = sorted(
            wanted,
            key=lambda p: (wanted[p][order] is None, -(wanted[p][order] or 0), -at[p], int(p)),
        )[:20]
        for series in chart.series:
            assert [d.x for d in series.data] == ranked
            for mark in series.data:
                value = wanted[str(mark.x)][series.id]
                assert (mark.value is None) == (value is None) and bool(mark.why) == (value is None)
                if value is not None:
                    assert mark.value == pytest.approx(value)
                if not mark.key:
                    assert value == 0
                elif series.id in KINDS:
                    assert top_posts.rows(db, scope, mark.key).total == value
                else:
                    (row,) = top_posts.rows(db, scope, mark.key).rows
                    assert (row.kind, row.id) == ("post", mark.x)


@settings(max_examples=8, deadline=None)
@given(SEEDS)
def test_comment_quality_is_what_the_comments_say(seed: int) -> None:
    with posted.filled(seed, deeds=14) as db:
        scope = posted.scope()
        chart = posted.drawn(db, "comment_quality", scope)
        every = [(p["id"], c) for p in ripe(db) for c in comments(db, p)]
        found = scores(every)
        quality, length, asks, authors = chart.figures
        assert quality.n == len(found)
        if len(found) >= 5:
            assert quality.value == pytest.approx(np.mean(found))
            assert authors.value == len({(p, c["actor_id"]) for p, c in every}) / len(every)
            asking = [c for _, c in every if "question" in c["signals"] or "?" in c["said"]["text"]
                      or "？" in c["said"]["text"]]  # fmt: skip
            assert asks.value == pytest.approx(len(asking) / len(every))
            assert comment_quality.rows(db, scope, "asking").total == len(asking)
            assert length.value is not None
        assert comment_quality.rows(db, scope, "all").total == len(every)
        by_post = {d.x: d for d in chart.series[0].data}
        for p in ripe(db):
            mine = scores([(p["id"], c) for c in comments(db, p)])
            if not mine:
                assert str(p["id"]) not in by_post
                continue
            mark = by_post[str(p["id"])]
            assert mark.n == len(mine)
            if len(mine) < 5:
                assert (mark.value, mark.why) == (None, "too_few")
            else:
                assert mark.value == pytest.approx(np.mean(mine))


@settings(max_examples=8, deadline=None)
@given(SEEDS, st.sampled_from(["post", "followers"]))
def test_platforms_are_compared_on_equal_terms(seed: int, per: str) -> None:
    with posted.filled(seed) as db:
        scope = posted.scope(per=per)
        chart = posted.drawn(db, "platforms", scope)
        for mark in chart.series[0].data:
            account = {"demo": "acc1", "mastodon": "acc2"}[str(mark.x)]
            mine = [p for p in ripe(db) if p["account"] == account]
            values = [
                (len(aimed(db, p, 2 * DAY)), base(db, p) if per == "followers" else 1000)
                for p in mine
            ]
            known = [1000 * n / over for n, over in values if over]
            if per == "post":
                assert known == [float(n) for n, _ in values]
            assert mark.n == len(known)
            if len(known) >= 5:
                assert mark.value == pytest.approx(np.median(known))
                assert mark.low == pytest.approx(of_median(known).low)
            else:
                assert mark.value is None
                assert mark.why == ("too_few" if known else "not_measured" if mine else "no_data")
            if known:
                assert platforms.rows(db, scope, mark.key).total == len(known)


def test_followers_that_nobody_knows_are_not_zero() -> None:
    with posted.empty() as db:
        posted.accounts(db)
        for n in range(6):
            own_post = posted.post(db, 0, NOW - 5 * DAY + n * HOUR)
            posted.deed(db, 0, NOW - 4 * DAY, "reaction", "u1", target=own_post)
        chart = posted.drawn(db, "platforms", posted.scope(per="followers"))
        assert [(d.x, d.value, d.why) for d in chart.series[0].data] == [
            ("demo", None, "not_measured"), ("mastodon", None, "no_data"),
        ]  # fmt: skip
        assert chart.notes[0].facts == {"n": 6}
        # a number that is older than a month says nothing of today
        db.execute("INSERT INTO measures VALUES ('acc1', 'followers', 0, ?, 'platform', 500)",
                   (NOW - 60 * DAY,))  # fmt: skip
        again = platforms.draw(db, posted.scope(per="followers"))
        assert again.series[0].data[0].why == "not_measured"
        rate = top_posts.draw(db, posted.scope(order="rate")).series[4]
        assert {(d.value, d.why) for d in rate.data} == {(None, "not_measured")}


def test_without_posts_each_says_so() -> None:
    with posted.empty() as db:
        for draw in (top_posts.draw, comment_quality.draw, platforms.draw):
            assert draw(db, posted.scope(accounts=())).empty.code == "posts.no_accounts"  # type: ignore[union-attr]
        posted.accounts(db)
        for draw in (top_posts.draw, comment_quality.draw, platforms.draw):
            assert draw(db, posted.scope()).empty.code == "posts.none"  # type: ignore[union-attr]
        posted.post(db, 0, NOW - 9 * DAY)
        assert comment_quality.draw(db, posted.scope()).empty.code == "comment_quality.none"  # type: ignore[union-attr]
        assert top_posts.draw(db, posted.scope()).empty is None
