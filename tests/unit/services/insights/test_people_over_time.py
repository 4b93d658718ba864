"""Cohorts, returns, the win-back list and best times against plain counting over all raw rows.

Requirements: AN-05, CP-08, CP-10, CA-02, CA-03.
"""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmapp.services.insights import cohorts, returning
from tests.support import posted
from tests.support.oracle import aimed, own
from tests.support.posted import DAY, NOW

SEEDS = st.integers(0, 10**9)


def years(db: Any, seed: int, *, people: int = 40) -> None:
    """People who come first in some month of two years, and some of them again."""
    dice = random.Random(seed)
    posted.accounts(db, begins=NOW - 900 * DAY)
    db.execute("BEGIN")
    for n in range(people):
        at = NOW - dice.randrange(420 * DAY) - 1
        for _ in range(dice.randint(1, 6)):
            posted.deed(db, dice.randrange(2), at, dice.choice(("comment", "reaction")), f"u{n}",
                        signals=["complaint"] if dice.random() < 0.3 else ["question"])  # fmt: skip
            at += dice.randrange(50 * DAY)
            if at >= NOW:
                break
    db.execute("COMMIT")


def visits(db: Any, accounts: tuple[str, ...]) -> dict[int, list[int]]:
    found = defaultdict(list)
    for row in db.execute("SELECT * FROM interactions ORDER BY created_at"):
        if row["account_id"] in accounts:
            found[row["actor_id"]].append(row["created_at"])
    return found


def month(at: int) -> int:
    when = datetime.fromtimestamp(at / 1000, UTC)
    return when.year * 12 + when.month - 1


@settings(max_examples=8, deadline=None)
@given(SEEDS, st.sampled_from([("acc1", "acc2"), ("acc1",)]))
def test_the_cohort_table_is_what_the_rows_say(seed: int, accounts: tuple[str, ...]) -> None:
    with posted.empty() as db:
        years(db, seed)
        scope = replace(posted.scope(), accounts=accounts)
        chart = posted.drawn(db, "cohorts", scope)
        came = visits(db, accounts)
        now = month(NOW - 1)
        members: dict[int, list[int]] = defaultdict(list)
        for who, times in came.items():
            members[month(min(times))].append(who)
        cells = {(d.y, d.x): d for d in chart.series[0].data}
        assert len(cells) == 12 * 13 // 2
        for row, start in enumerate(range(now - 11, now + 1)):
            for k in range(12 - row):
                cell = cells[f"{start // 12}-{start % 12 + 1:02}", str(k)]
                people = members[start]
                again = [p for p in people if start + k in map(month, came[p])]
                if start + k == now:  # not over yet
                    assert (cell.value, cell.why) == (None, "too_young")
                elif len(people) < 5:
                    assert (cell.value, cell.n) == (None, len(people))
                    assert cell.why == ("too_few" if people else "no_data")
                else:
                    assert cell.value == pytest.approx(len(again) / len(people))
                    if cell.key:
                        asked = replace(scope, options={"months": "12"})
                        assert cohorts.rows(db, asked, cell.key).total == len(again)
        ripe = [p for m, some in members.items() if now - 11 <= m < now - 1 for p in some]
        later = [p for p in ripe
                 if any(month(min(came[p])) < month(t) < now for t in came[p])]  # fmt: skip
        assert chart.figures[0].n == len(ripe)
        if len(ripe) >= 5:
            assert chart.figures[0].value == pytest.approx(len(later) / len(ripe))


def test_a_month_that_nobody_watched_is_unknown_and_not_empty() -> None:
    with posted.empty() as db:
        years(db, 3, people=80)
        db.execute("DELETE FROM watched")
        first = round(datetime(2026, 6, 1, tzinfo=UTC).timestamp() * 1000)
        end = round(datetime(2026, 7, 1, tzinfo=UTC).timestamp() * 1000)
        for account in ("acc1", "acc2"):
            db.execute("INSERT INTO watched VALUES (?, 'inbox', ?, ?)", (account, 0, first))
            db.execute("INSERT INTO watched VALUES (?, 'inbox', ?, ?)", (account, end, NOW))
        chart = posted.drawn(db, "cohorts", posted.scope())
        blind = [d for d in chart.series[0].data
                 if month(first) == int(d.y[:4]) * 12 + int(d.y[5:]) - 1 + int(d.x)]  # fmt: skip
        assert blind and {d.why for d in blind} == {"not_watched"}


@settings(max_examples=8, deadline=None)
@given(SEEDS, st.sampled_from(["7", "14", "30"]))
def test_returns_and_the_win_back_list_equal_a_query(seed: int, quiet: str) -> None:
    with posted.empty() as db:
        years(db, seed)
        scope = posted.scope(90, quiet=quiet)
        came = visits(db, ("acc1", "acc2"))
        here = {p for p, t in came.items() if any(scope.since <= at < scope.until for at in t)}
        before = {p for p in here if min(came[p]) < scope.since}
        chart = posted.drawn(db, "returning", scope)
        assert chart.figures[0].n == len(here)
        if len(here) >= 5:
            assert chart.figures[0].value == pytest.approx(len(before) / len(here))
        bars = {d.x: d.value for d in chart.series[0].data}
        days = [len({at // DAY for at in came[p]}) for p in here]
        assert bars == {f"{a}-{b}": sum(a <= n < b for n in days) for a, b in returning.VISITS}
        since = posted.drawn(db, "returning", posted.scope(90, view="since"))
        away = [(scope.until - max(t)) // DAY for t in came.values()]
        assert {d.x: d.value for d in since.series[0].data} == {
            f"{a}-{b}": sum(a <= n < b for n in away) for a, b in returning.AWAY
        }
        wanted = {
            r[0] for r in db.execute(
                """SELECT n.actor_id FROM interactions n, json_each(n.signals) s
                   WHERE s.value = 'complaint' AND n.kind = 'comment' AND n.created_at >= ?1
                     AND n.created_at < ?2
                   GROUP BY 1 HAVING max(n.created_at) <= ?2 - ?3 * 86400000 AND max(n.created_at)
                     = (SELECT max(x.created_at) FROM interactions x
                        WHERE x.actor_id = n.actor_id)""",
                (scope.since, scope.until, int(quiet)),
            )
        }  # fmt: skip
        table = posted.drawn(db, "returning", posted.scope(90, view="winback", quiet=quiet))
        assert {int(str(d.x)) for d in table.series[0].data} == wanted


@settings(max_examples=6, deadline=None)
@given(SEEDS)
def test_best_times_are_medians_of_the_rows_and_say_where_nobody_knows(seed: int) -> None:
    with posted.filled(seed, posts=120, deeds=5) as db:
        # a good hour, so that something is to be found
        for n in range(7):
            at = NOW // DAY * DAY - (n + 1) * 7 * DAY
            top = posted.post(db, 0, at)
            for k in range(20):
                posted.deed(db, 0, at + k, "reaction", f"u{k}", target=top)
        chart = posted.drawn(db, "best_time", posted.scope())
        found = defaultdict(list)
        for p in own(db):
            if p["created_at"] + 2 * DAY <= NOW:
                when = datetime.fromtimestamp(p["created_at"] / 1000, UTC)
                found[when.weekday(), when.hour].append(len(aimed(db, p, 2 * DAY)))
        names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
        assert len(chart.series[0].data) == 168
        for cell in chart.series[0].data:
            values = found[names.index(cell.y), int(str(cell.x))]
            assert cell.n == len(values)
            if len(values) < 5:
                assert (cell.value, cell.why) == (None, "too_few" if values else "no_data")
            else:
                assert cell.value == np.median(values)
        known = sorted((np.median(v) for v in found.values() if len(v) >= 5), reverse=True)
        assert [f.value for f in chart.figures][:1] == known[:1]


def test_nobody_and_nothing_are_said() -> None:
    with posted.empty() as db:
        for name in ("cohorts", "returning", "best_time"):
            chart = posted.drawn(db, name, posted.scope(accounts=()))
            assert chart.empty.code == "posts.no_accounts"
        posted.accounts(db)
        for name in ("cohorts", "returning", "best_time"):
            assert posted.drawn(db, name, posted.scope()).empty is not None
        table = posted.drawn(db, "returning", posted.scope(view="winback"))
        assert table.empty.code == "returning.none"
