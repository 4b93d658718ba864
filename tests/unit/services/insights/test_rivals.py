"""Rivals beside us: what was read of them, gaps as gaps, nothing of theirs in our totals.

Requirements: AN-14, N12.
"""

from __future__ import annotations

import pytest

from cmapp.domain.records import Profile
from cmapp.services import metrics
from cmapp.store import measures, rivals
from cmapp.store.measures import Measure
from tests.support.books import DAY, Books, series

HOUR = 3_600_000
MONDAY = 1_772_409_600_000  # 2026-03-02 00:00 UTC


def watch(books: Books, account: str, handle: str, at: int) -> str:
    who = Profile(f"remote-{handle}", handle, handle.title())
    return books.store.write(lambda tx: rivals.add(tx, account, who, now=at))


def read(books: Books, owner: str, name: str, values: dict[int, float]) -> None:
    """Keep readings: day → value, at nine in the morning."""
    found = [Measure(owner, name, MONDAY + d * DAY + 9 * HOUR, v) for d, v in values.items()]
    books.store.write(lambda tx: measures.keep(tx, found))


@pytest.fixture
def both(books: Books) -> str:
    """Ours with 100 and more followers, a rival from the third day on."""
    books.account("a", platform="mastodon")
    rival = watch(books, "a", "other", MONDAY + 2 * DAY)
    read(books, "a", "followers", {0: 100, 1: 101, 2: 102, 3: 103, 4: 104, 5: 105})
    read(books, rival, "followers", {2: 2000, 3: 2100, 5: 1900})
    return rival


def test_a_rival_has_its_own_line_and_its_gaps(books: Books, both: str):
    chart = books.draw("rivals", books.scope(MONDAY, MONDAY + 6 * DAY))
    assert list(series(chart, "a").values()) == [100, 101, 102, 103, 104, 105]
    assert list(series(chart, both).values()) == [None, None, 2000, 2100, None, 1900]
    assert [(g.start - MONDAY, g.end - MONDAY, g.why, g.account) for g in chart.gaps] == [
        (0, 2 * DAY, "before_first", "@other"), (4 * DAY, 5 * DAY, "not_measured", "@other"),
    ]  # fmt: skip
    codes = [n.code for n in chart.notes]
    assert codes == ["rivals.gaps", "rivals.apart", "rivals.on.mastodon"]


def test_growth_is_a_share_of_the_first_reading(books: Books, both: str):
    scope = books.scope(MONDAY, MONDAY + 6 * DAY)
    chart = books.draw("rivals", scope, show="growth")
    told = list(series(chart, both).values())
    assert told[2:] == [0, pytest.approx(0.05), None, pytest.approx(-0.05)]
    last = chart.series[1].data[5]
    found = books.rows("rivals", scope, last.key, show="growth")
    assert [r.value for r in found.rows] == [1900, 2000]


def test_posts_per_week_only_where_a_week_was_measured(books: Books, both: str):
    # week 1: 7 posts in 6 days; week 2: read once; week 3: two deleted in four days
    read(books, both, "posts", {0: 50, 6: 57, 10: 60, 15: 61, 19: 59})
    chart = books.draw("rivals", books.scope(MONDAY, MONDAY + 21 * DAY), show="posts")
    told = next(s for s in chart.series if s.id == both).data
    assert told[0].value == pytest.approx(7 / 6 * 7)
    # the last day of week 1 stands at the head of week 2
    assert told[1].value == pytest.approx(3 / 4 * 7)
    assert told[2].value == pytest.approx(-2 / 4 * 7)
    short = books.draw("rivals", books.scope(MONDAY + 7 * DAY, MONDAY + 9 * DAY), show="posts")
    assert short.empty is not None


def test_rivals_count_into_nothing_of_ours(books: Books, both: str):
    scope = books.scope(MONDAY, MONDAY + 6 * DAY)
    value = books.store.read(lambda db: metrics.value(db, scope, "followers"))
    assert value.value == 105
    assert [s.id for s in books.draw("growth", scope).series] == ["a"]


def test_what_came_later_and_other_accounts_rivals_are_left_out(books: Books, both: str):
    books.account("b", platform="bluesky")
    theirs = watch(books, "b", "far", MONDAY)
    read(books, theirs, "followers", {0: 5, 1: 6})
    scope = books.scope(MONDAY, MONDAY + 6 * DAY)
    assert theirs not in {s.id for s in books.draw("rivals", scope).series}
    early = books.scope(MONDAY, MONDAY + 6 * DAY, now=MONDAY + DAY)
    chart = books.draw("rivals", early)
    assert chart.empty is not None and chart.empty.code == "rivals.none"
    now = books.scope(MONDAY, MONDAY + 6 * DAY, now=MONDAY + 3 * DAY)
    assert list(series(books.draw("rivals", now), both).values())[3:] == [None, None, None]


def test_no_rival_and_no_reading_have_words(books: Books):
    books.account("a")
    scope = books.scope(MONDAY, MONDAY + DAY)
    assert books.draw("rivals", scope).empty.code == "rivals.none"
    watch(books, "a", "other", MONDAY)
    assert books.draw("rivals", scope).empty.code == "rivals.nothing"
    assert books.draw("rivals", books.scope(MONDAY, MONDAY + DAY, accounts=())).empty.code == (
        "chart.no_accounts"
    )
