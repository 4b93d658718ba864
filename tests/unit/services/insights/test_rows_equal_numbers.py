"""What stands behind a number is as much as the number says, and of the same accounts and time."""

from __future__ import annotations

import statistics
from collections import defaultdict
from dataclasses import replace
from typing import Any

import pytest

from cmapp.services import metrics
from cmapp.services.insights import Scope
from tests.support import posted
from tests.support.posted import DAY, HOUR, NOW

PAST = Scope(NOW - 40 * DAY, NOW - 5 * DAY, "Asia/Kolkata", NOW, ("acc1",))


@pytest.mark.parametrize("seed", [3, 4])
def test_returning_knows_only_the_accounts_and_the_time_that_it_is_asked_about(seed: int) -> None:
    with posted.filled(seed) as db:
        seen: dict[int, set[int]] = defaultdict(set)
        for who, at in db.execute(
            "SELECT actor_id, id >> 20 FROM interactions WHERE account_id = 'acc1'"
        ):
            if at < PAST.until:
                seen[who].add(at)
        for view, spans, size in (
            ("visits", (1, 2, 3, 6, 11), lambda v: len({at // DAY for at in v})),
            ("since", (0, 8, 31, 91, 366), lambda v: (PAST.until - max(v)) // DAY),
        ):
            people = [
                v for v in seen.values() if view == "since" or any(at >= PAST.since for at in v)
            ]
            chart = posted.drawn(db, "returning", replace(PAST, options={"view": view}))
            told = {int(d.x.split("-")[0]): d.value for d in chart.series[0].data}
            ends = [*spans[1:], 1 << 40]
            wanted = {
                low: sum(low <= size(v) < high for v in people)
                for low, high in zip(spans, ends, strict=True)
            }
            assert told == wanted, view


def test_posts_that_nobody_watched_are_in_no_median() -> None:
    with posted.filled(5, posts=60) as db:
        hole = NOW - 15 * DAY
        db.execute("UPDATE watched SET since = ? WHERE account_id = 'acc1'", (hole,))
        asked = Scope(NOW - 30 * DAY, NOW, "UTC", NOW, ("acc1",))
        found = metrics.value(db, asked, "engagement_per_post")
        got = []
        for ref, at in db.execute(
            """SELECT p.remote_id, p.created_at FROM posts p JOIN profiles a ON a.id = p.author_id
               WHERE a.remote_id = 'us1' AND p.parent_ref IS NULL AND p.deleted_at IS NULL
                 AND p.created_at >= ? AND p.created_at <= ?""",
            (hole, NOW - 48 * HOUR),
        ).fetchall():
            got.append(
                db.execute(
                    """SELECT count(*) FROM interactions i LEFT JOIN posts c ON c.id = i.post_id
                       WHERE i.account_id = 'acc1' AND i.kind NOT IN ('follow', 'message')
                         AND coalesce(i.target_ref, c.parent_ref) = ? AND i.created_at < ?""",
                    (ref, at + 48 * HOUR),
                ).fetchone()[0]
            )
        assert (found.value, found.n) == (statistics.median(got), len(got))
        assert metrics.rows(db, asked, "engagement_per_post").total == len(got)


def test_rows_of_a_metric_are_those_that_it_counts() -> None:
    with posted.filled(6) as db:
        db.execute("DELETE FROM measures")
        db.execute("INSERT INTO measures VALUES ('acc1', 'followers', 0, ?, 'platform', 900)",
                   (NOW - DAY,))  # fmt: skip
        for n in range(12):
            number = posted.deed(db, n % 2, NOW - n * DAY - HOUR, "mention", "asker")
            db.execute(
                "UPDATE interactions SET needs_reply = 1, due_at = created_at, done_at = ?,"
                " state = ? WHERE id = ?",
                (NOW - n * DAY if n % 3 else None, "done" if n % 3 else "open", number),
            )
            db.execute(
                "INSERT INTO outbox (id, key, account_id, kind, action, state, made_at, sent_at)"
                " VALUES (?, ?, 'acc1', 'reply', '{}', 'sent', 0, ?)",
                (900 + n, f"r{n}", NOW - 2 * n * DAY),
            )
        asked = Scope(NOW - 20 * DAY, NOW, "UTC", NOW, ("acc1", "acc2"))

        def both(metric: str) -> tuple[Any, int]:
            return metrics.value(db, asked, metric), metrics.rows(db, asked, metric).total

        replies, behind = both("replies")
        assert replies.value == behind == 10
        rate, behind = both("engagement_rate")
        assert behind == round(rate.value * 900) < metrics.value(db, asked, "interactions").value
        closed, behind = both("resolution")
        assert closed.n == behind == 12


def test_months_that_nobody_watched_are_not_behind_those_who_came_again() -> None:
    with posted.empty() as db:
        posted.accounts(db, 1, begins=NOW - 100 * DAY)
        for n in range(8):
            for days in (160, 130, 80, 40) if n < 5 else (80, 40):
                posted.deed(db, 0, NOW - days * DAY, "mention", f"u{n}")
            posted.deed(db, 0, NOW - (90 - n) * DAY, "mention", f"v{n}")
            posted.deed(db, 0, NOW - 20 * DAY, "mention", f"v{n % 4}")
        asked = replace(posted.scope(200), accounts=("acc1",))
        found = metrics.value(db, asked, "persistence")
        assert found.value is not None
        assert found.n == 8 + 3  # those who first came in months that were watched
        assert metrics.rows(db, asked, "persistence").total == round(found.value * found.n)


@pytest.mark.parametrize("name", ["returning", "paths", "consistency", "video_length"])
def test_a_time_of_which_nobody_knows_is_no_row_of_zeros(name: str) -> None:
    with posted.empty() as db:
        posted.accounts(db, 1, begins=NOW - 100 * DAY)
        before = Scope(NOW - 300 * DAY, NOW - 200 * DAY, "UTC", NOW, ("acc1",))
        chart = posted.drawn(db, name, before)
        assert chart.series == ()
        assert chart.empty.code == (
            "chart.not_watched" if name in ("returning", "paths") else f"{name}.none"
        )
        assert not [f for f in chart.figures if f.value is not None]
