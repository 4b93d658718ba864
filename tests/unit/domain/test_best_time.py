"""Best times against the plain way of working them out (CA-02, CA-03)."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmapp.domain import best_time


@pytest.mark.parametrize(
    ("n", "wanted"),
    # from tables of order statistics for the median, 90 %
    [(4, None), (5, (1, 5)), (7, (1, 7)), (8, (2, 7)), (10, (2, 9)), (11, (3, 9)), (20, (6, 15))],
)
def test_the_interval_is_that_of_the_tables(n: int, wanted: tuple[int, int] | None) -> None:
    assert best_time.interval(list(range(1, n + 1))) == wanted


@given(st.lists(st.integers(0, 500), min_size=1, max_size=60))
def test_the_median_lies_in_its_interval(values: list[int]) -> None:
    middle = best_time.median(values)
    assert middle == statistics.median(values)
    around = best_time.interval(values)
    assert (around is None) == (len(values) < best_time.ENOUGH)
    if around:
        assert around[0] <= middle <= around[1]


def test_one_loud_post_does_not_make_an_hour_the_best() -> None:
    posts = [(0, 9, c) for c in (0.0, 1, 1, 2, 9000)] + [(2, 18, c) for c in (4.0, 5, 5, 6, 7)]
    posts += [(4, 12, 100.0)] * 4  # four are not enough, however good
    cells = best_time.grid(posts)
    found = best_time.best(cells, best_time.median([c for *_, c in posts]))
    assert [(s.cell.weekday, s.cell.hour, s.cell.value) for s in found] == []
    found = best_time.best(cells, 1.0)
    assert [(s.cell.weekday, s.cell.value, s.clear) for s in found] == [(2, 5, True), (0, 1, False)]
    assert [c.value for c in cells if c.hour == 12] == [None]
