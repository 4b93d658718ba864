"""Runs, gaps, streaks and shares, against the slow way of finding them.

Requirements: CA-05, CA-06, CA-09, CT-08.
"""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmapp.domain import rhythm

BEGIN = date(2026, 1, 1)
LAST = BEGIN + timedelta(29)
days = st.sets(st.integers(0, 29).map(lambda n: BEGIN + timedelta(n)))


@given(days)
def test_gaps_and_days_make_up_the_span(taken: set[date]) -> None:
    found = rhythm.gaps(taken, BEGIN, LAST)
    covered = [r.first + timedelta(n) for r in found for n in range(r.days)]
    assert sorted([*covered, *taken]) == [BEGIN + timedelta(n) for n in range(30)]
    assert all(b.first - a.last > timedelta(1) for a, b in itertools.pairwise(found))


@given(days)
def test_a_streak_ends_today_or_yesterday(taken: set[date]) -> None:
    today, n = LAST, 0
    at = today if today in taken else today - timedelta(1)
    while at in taken:
        n, at = n + 1, at - timedelta(1)
    assert rhythm.streak(taken, today) == n


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 999), max_size=8))
def test_shares_sum_to_a_hundred(counts: dict[str, int]) -> None:
    made = rhythm.shares(counts)
    if sum(counts.values()):
        assert sum(made.values()) == 100
        whole = sum(counts.values())
        assert all(abs(made[n] - 100 * c / whole) < 1 for n, c in counts.items())
    else:
        assert made == {}


@pytest.mark.parametrize(
    ("due", "on_time", "score"), [(0, 0, None), (3, 3, 100), (3, 2, 67), (3, 1, 33), (8, 1, 13)]
)
def test_the_score_is_what_its_formula_says(due: int, on_time: int, score: int | None) -> None:
    assert rhythm.score(due, on_time) == score


@pytest.mark.parametrize(
    ("posts", "answers", "tired"),
    [
        ([2, 2, 3, 3, 4, 5, 5, 6], [9, 8.5, 8, 7, 6, 5, 4, 3], True),
        ([2, 2, 3, 3, 4, 5, 5, 6], [9, 8, 60, 7, 6, 5, 4, 3], True),  # one loud week
        ([3] * 8, [8, 7, 9, 8, 7, 9, 8, 8], False),
        ([6, 5, 5, 4, 3, 3, 2, 2], [9, 8, 7, 6, 5, 4, 3, 2], False),  # less was posted
        ([3] * 8, [8, 8, 8, 8, 7.9, 7.9, 7.8, 7.8], False),  # a little is nothing
        ([3] * 8, [0] * 8, False),
        ([3, 0, 3, 0, 3, 0, 3, 3], [9, None, 7, None, 5, None, 3, 1], None),
        ([], [], None),
    ],
)
def test_people_grow_tired_of_more(
    posts: list[int], answers: list[float | None], tired: bool | None
) -> None:
    assert rhythm.tired(posts, answers) is tired
