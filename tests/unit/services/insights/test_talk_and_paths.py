"""Topics, fatigue, paths and lengths of films against plain counting over the raw rows.

Requirements: AN-15, CA-05, CT-05, IN-19.
"""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmapp.services.insights import fatigue, topics, video_length
from tests.support import posted
from tests.support.oracle import aimed, own, written
from tests.support.posted import DAY, HOUR, NOW

SEEDS = st.integers(0, 10**9)


@settings(max_examples=10, deadline=None)
@given(SEEDS)
def test_paths_are_counted_by_plain_sql(seed: int) -> None:
    dice = random.Random(seed)
    with posted.empty() as db:
        posted.accounts(db)
        for n in range(40):
            at = NOW - dice.randrange(40 * DAY) - 1
            for _ in range(dice.randint(1, 5)):
                if at >= NOW:
                    break
                posted.deed(
                    db, dice.randrange(2), at,
                    dice.choice(("comment", "mention", "reaction", "repost")), f"u{n}",
                    signals=dice.choice((["praise"], ["question"], ["complaint"], [])),
                    first_reply_at=at + HOUR if dice.random() < 0.4 else None,
                )  # fmt: skip
                at += dice.randrange(5 * DAY)
        scope = posted.scope()
        chart = posted.drawn(db, "paths", scope)
        # the same, as one statement over the raw rows
        found = db.execute(
            """WITH met AS (SELECT actor_id AS who, min(created_at) AS first FROM interactions
                 GROUP BY 1 HAVING first >= ?1 AND first < ?2),
               steps AS (SELECT who, first, (SELECT min(i.first_reply_at) FROM interactions i
                   WHERE i.actor_id = who AND i.created_at < ?2 AND i.first_reply_at < ?2) AS reply
                 FROM met)
               SELECT 'contact' || iif(reply IS NULL, '', '-reply')
                 || iif(EXISTS (SELECT 1 FROM interactions i WHERE i.actor_id = who
                      AND i.created_at < ?2 AND i.created_at > coalesce(reply, first)),
                    '-return', '')
                 || iif(EXISTS (SELECT 1 FROM interactions i WHERE i.actor_id = who
                      AND i.created_at < ?2 AND i.created_at > coalesce(reply, first)
                      AND (i.kind = 'repost' OR i.kind <> 'reaction'
                        AND i.signals LIKE '%"praise"%')),
                    '-goal', '') AS path, count(*) FROM steps GROUP BY 1""",
            (scope.since, scope.until),
        ).fetchall()
        wanted = {r[0]: r[1] for r in found}
        assert {d.x: d.value for d in chart.series[0].data if d.value} == wanted
        for figure, named in zip(chart.figures, (True, False), strict=True):
            some = Counter({p: n for p, n in wanted.items() if ("reply" in p) == named})
            back = sum(n for p, n in some.items() if "return" in p)
            assert figure.n == some.total()
            if some.total() >= 5:
                assert figure.value == pytest.approx(back / some.total())


@settings(max_examples=6, deadline=None)
@given(SEEDS)
def test_fatigue_draws_each_post_and_counts_losses(seed: int) -> None:
    with posted.filled(seed) as db:
        chart = posted.drawn(db, "fatigue", posted.scope())
        ripe = [p for p in own(db) if p["created_at"] + 2 * DAY <= NOW]
        dots = [(p["created_at"], len(aimed(db, p, 2 * DAY))) for p in ripe]
        assert sorted((d.x, d.value) for d in chart.series[0].data) == sorted(dots)
        for week in chart.series[1].data:
            mine = [n for at, n in dots if week.x <= at < (week.end or 0)]
            assert week.n == len(mine)
            if len(mine) >= 5:
                assert week.value == np.median(mine)
        known, lost = 0, 0
        measures = [dict(m) for m in db.execute("SELECT * FROM measures")]
        for p in ripe:
            mine = {m["at"]: m["value"] for m in measures if m["account_id"] == p["account"]}
            before = [t for t in mine if p["created_at"] - 2 * DAY <= t <= p["created_at"]]
            after = [t for t in mine if p["created_at"] < t <= p["created_at"] + 2 * DAY]
            if before and after:
                known += 1
                lost += mine[max(after)] < mine[max(before)]
        assert chart.figures[1].n == known
        if known >= 5:
            assert chart.figures[1].value == pytest.approx(lost / known)
        else:
            assert chart.figures[1].why == ("too_few" if known else "not_measured")


def test_a_planted_fatigue_is_told_and_noise_is_not() -> None:
    for falling in (True, False):
        with posted.empty() as db:
            posted.accounts(db, 1)
            dice = random.Random(9)
            for n in range(40):
                at = NOW - 3 * DAY - (39 - n) * 15 * HOUR
                one = posted.post(db, 0, at)
                for k in range(max(0, dice.randint(20, 26) - (n // 2 if falling else 0))):
                    posted.deed(db, 0, at + k, "reaction", f"u{k}", target=one)
            chart = posted.drawn(db, "fatigue", posted.scope())
            code = "fatigue.tired" if falling else "fatigue.not_tired"
            assert chart.notes[0].code == code
            assert (chart.figures[0].value < -0.5) == falling
            assert chart.figures[0].n == 40
            assert fatigue.rows(db, posted.scope(), chart.figures[0].key).total == 40


@settings(max_examples=6, deadline=None)
@given(SEEDS)
def test_lengths_are_in_one_bucket_each(seed: int) -> None:
    with posted.filled(seed, posts=60) as db:
        videos = [p for p in own(db, posted.scope().since, NOW)
                  if "video" in [m["kind"] for m in json.loads(p["media"])]]  # fmt: skip
        dice = random.Random(seed)
        for p in videos:
            if dice.random() < 0.7:
                db.execute("INSERT INTO measures VALUES (?, 'completion', ?, ?, 'import:1', ?)",
                           (p["account"], p["id"], NOW - DAY, dice.random()))  # fmt: skip
            if dice.random() < 0.2:
                db.execute("INSERT INTO measures VALUES (?, 'video_seconds', ?, ?, 'import:1', 70)",
                           (p["account"], p["id"], NOW - DAY))  # fmt: skip
        buckets = defaultdict(list)
        for p in videos:
            told = db.execute("SELECT value FROM measures WHERE name = 'video_seconds'"
                              " AND post_id = ?", (p["id"],)).fetchone()  # fmt: skip
            draft = written(db, p)
            seconds = told[0] if told else draft["media"][0]["seconds"] if draft else None
            name = {9: "0-15", 40: "30-60", 70: "60-120", 200: "120-300", None: "-"}[seconds]
            buckets[name].append(p["id"])
        chart = posted.drawn(db, "video_length", posted.scope())
        assert sum(f.value for f in chart.figures) == len(videos)
        assert [f.value for f in chart.figures] == [len(buckets[n]) for n in video_length.NAMES]
        told = db.execute("SELECT * FROM measures WHERE name = 'completion'")
        done = {r["post_id"]: r["value"] for r in told}
        for mark in chart.series[0].data:
            values = [done[p] for p in buckets[str(mark.x)] if p in done]
            assert mark.n == len(values)
            if len(values) >= 5:
                assert mark.value == pytest.approx(np.median(values))
            else:
                some = "not_measured" if buckets[str(mark.x)] else "no_data"
                assert (mark.value, mark.why) == (None, "too_few" if values else some)
        results = posted.drawn(db, "video_length", posted.scope(view="results"))
        ripe = {p["id"] for p in videos if p["created_at"] + 2 * DAY <= NOW}
        assert sum(d.n or 0 for d in results.series[0].data) == len(ripe)


def test_topics_are_shares_of_the_talk_and_the_same_each_time() -> None:
    with posted.empty() as db:
        posted.accounts(db, 1)
        dice = random.Random(1)
        words = ("teapot", "parcel", "glaze", "包装", "discount")
        for n in range(300):
            at = NOW - dice.randrange(28 * DAY) - 1
            posted.deed(db, 0, at, "comment", f"u{dice.randrange(60)}",
                        text=f"About the {dice.choice(words)} and {dice.choice(words)} ({n})",
                        signals=["complaint"] if dice.random() < 0.3 else ["question"])  # fmt: skip
        scope = posted.scope(28)
        chart = posted.drawn(db, "topics", scope)
        assert {s.id for s in chart.series} >= {"teapot", "parcel", "glaze", "discount", "包装"}
        said = db.execute("SELECT i.created_at, p.text FROM interactions i"
                          " JOIN posts p ON p.id = i.post_id").fetchall()  # fmt: skip
        for series in chart.series:
            if series.id not in words:
                continue
            for bin_ in series.data:
                mine = [t for at, t in said if bin_.x <= at < (bin_.end or 0)]
                assert bin_.n == len(mine)
                assert bin_.value == pytest.approx(np.mean([series.id in t for t in mine]))
        assert posted.drawn(db, "topics", scope) == chart
        complaints = posted.drawn(db, "topics", posted.scope(28, of="complaint"))
        wanted = db.execute("SELECT count(*) FROM interactions WHERE signals LIKE '%complaint%'")
        assert sum(d.n or 0 for d in complaints.series[0].data) == wanted.fetchone()[0]
        days = posted.drawn(db, "topics", posted.scope(28, bin="day")).series[0].data
        assert {d.why for d in days if (d.n or 0) < 5} <= {"too_few", "no_data"}


def test_a_large_pile_is_sampled_by_ids_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(topics, "MOST", 50)
    with posted.empty() as db:
        posted.accounts(db, 1)
        for n in range(200):
            posted.deed(db, 0, NOW - DAY - n * 60_000, "comment", f"u{n}", text=f"teapot {n}")
        chart = posted.drawn(db, "topics", posted.scope())
        assert [n.code for n in chart.notes] == ["topics.sample"]
        assert 30 <= chart.notes[0].facts["n"] <= 70 and chart.notes[0].facts["of"] == 200
        assert posted.drawn(db, "topics", posted.scope()) == chart


def test_nobody_and_nothing_are_said() -> None:
    with posted.empty() as db:
        names = ("topics", "fatigue", "paths", "video_length")
        for name in names:
            assert (
                posted.drawn(db, name, posted.scope(accounts=())).empty.code == "posts.no_accounts"
            )
        posted.accounts(db)
        for name in names:
            assert posted.drawn(db, name, posted.scope()).empty is not None
        posted.post(db, 0, NOW - 5 * DAY)
        chart = posted.drawn(db, "fatigue", posted.scope())
        assert (chart.figures[0].value, chart.figures[0].why) == (None, "too_few")
