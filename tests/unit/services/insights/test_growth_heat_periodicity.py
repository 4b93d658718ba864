"""Growth, heat map and periodicity against plain counts of the raw rows.

Requirements: AN-06, AN-11, AN-13, N12.
"""

from __future__ import annotations

import random
from collections import Counter
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmapp.domain.hours import WEEKDAYS
from cmapp.store import measures
from cmapp.store.measures import Measure
from tests.support.books import DAY, Books, figure, series

HOUR = 3_600_000
MONDAY = 1_772_409_600_000  # 2026-03-02 00:00 UTC
SPRING = 1_772_928_000_000  # 2026-03-08: New York's clocks go forward
AUTUMN = 1_793_491_200_000  # 2026-11-01: and back
ZONES = ("UTC", "Asia/Kolkata", "Asia/Kathmandu", "America/New_York")


def keep(books: Books, *found: Measure) -> None:
    books.store.write(lambda tx: measures.keep(tx, found))


# growth


def test_a_day_without_a_reading_is_a_gap_and_never_flat(books: Books):
    books.account("a")
    for day, n in ((0, 100), (1, 104), (4, 90)):
        keep(books, Measure("a", "followers", MONDAY + day * DAY + 7 * HOUR, n - 1))
        keep(books, Measure("a", "followers", MONDAY + day * DAY + 9 * HOUR, n))
    scope = books.scope(MONDAY, MONDAY + 6 * DAY)
    chart = books.draw("growth", scope)
    assert list(series(chart, "a").values()) == [100, 104, None, None, 90, None]
    assert [(g.start - MONDAY, g.end - MONDAY, g.why) for g in chart.gaps] == [
        (2 * DAY, 4 * DAY, "not_measured"), (5 * DAY, 6 * DAY, "not_measured"),
    ]  # fmt: skip
    assert figure(chart, "followers").value == 90
    assert figure(chart, "follower_growth").value == pytest.approx((90 - 99) / 99)
    change = books.draw("growth", scope, show="change")
    assert list(series(change, "a").values()) == [None, 4, None, None, None, None]
    one = next(d for d in change.series[0].data if d.value is not None)
    assert books.rows("growth", scope, one.key).total == 4


def test_new_follows_are_counted_where_somebody_watched(books: Books):
    books.account("a")
    books.account("hand", platform="byhand", streams=[])
    books.came([{"created_at": MONDAY + n * DAY, "kind": "follow"} for n in (0, 0, 2)])
    books.watched("a", MONDAY, MONDAY + 3 * DAY)
    scope = books.scope(MONDAY, MONDAY + 4 * DAY, accounts=("a", "hand"))
    chart = books.draw("growth", scope, show="new")
    assert list(series(chart, "a").values()) == [2, 0, 1, None]
    assert [n.code for n in chart.notes] == ["growth.left_out"]
    assert figure(chart, "new_follows").value == 3


def test_growth_of_nothing_has_words(books: Books):
    books.account("a")
    chart = books.draw("growth", books.scope(MONDAY, MONDAY + DAY))
    assert chart.empty is not None and chart.series == () and chart.figures == ()


# heat


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    came=st.lists(st.integers(0, 16 * DAY - 1), max_size=80),
    spans=st.lists(st.tuples(st.integers(0, 16 * 24), st.integers(1, 360)), min_size=1, max_size=3),
    begin=st.sampled_from([SPRING - 7 * DAY, AUTUMN - 7 * DAY]),
    zone=st.sampled_from(ZONES),
)
def test_each_cell_is_what_came_per_watched_hour(books: Books, came, spans, begin, zone):
    if not books.sql("SELECT 1 FROM accounts"):
        books.account("a")
    books.clear()
    books.came([{"created_at": begin + at} for at in came])
    minutes: set[int] = set()
    for start, length in spans:
        end = min(start + length, 16 * 24)
        if start < end:
            books.watched("a", begin + start * HOUR, begin + end * HOUR)
            minutes.update(range(start * 4, end * 4))
    there = ZoneInfo(zone)

    def cell(at: int) -> tuple[str, str]:
        local = datetime.fromtimestamp(at / 1000, there)
        return f"h{local.hour}", WEEKDAYS[local.weekday()]

    quarter = HOUR // 4
    long = Counter(cell(begin + m * quarter) for m in minutes)
    seen = [begin + at for at in came if at // quarter in minutes]
    n = Counter(cell(at) for at in seen)
    chart = books.draw("heat", books.scope(begin, begin + 16 * DAY, zone))
    if not seen:
        assert chart.empty is not None
        return
    found = {(d.x, d.y): d for d in chart.series[0].data}
    assert len(found) == 168
    for place, datum in found.items():
        if not long[place]:
            assert datum.value is None and datum.why == "not_watched"
        else:
            assert datum.value == pytest.approx(n[place] / (long[place] / 4))
            assert datum.n == n[place]
    busy = max(n, key=lambda p: n[p])
    scope = books.scope(begin, begin + 16 * DAY, zone)
    assert books.rows("heat", scope, found[busy].key).total == n[busy]


# periodicity


def fill(books: Books, weeks: int, zone: str, usual: list[int], dice: random.Random) -> int:
    """Let so many come on each weekday of the zone; returns when it begins."""
    first = datetime(2026, 3, 2, tzinfo=ZoneInfo(zone))
    rows = []
    for day in range(weeks * 7):
        begin = round((first.replace(tzinfo=None) + timedelta(days=day)).replace(
            tzinfo=ZoneInfo(zone)).timestamp() * 1000)  # fmt: skip
        n = max(0, round(dice.gauss(usual[day % 7], usual[day % 7] ** 0.5)))
        rows += [{"created_at": begin + dice.randrange(23 * HOUR)} for _ in range(n)]
    books.came(rows)
    return round(first.timestamp() * 1000)


@pytest.mark.parametrize("zone", ["Asia/Kathmandu", "America/New_York"])
def test_a_planted_week_is_found_in_the_readers_zone(books: Books, zone: str):
    books.account("a")
    begin = fill(books, 9, zone, [40, 12, 12, 12, 12, 12, 12], random.Random(4))
    end = begin + 63 * DAY + HOUR
    books.watched("a", begin, end)
    scope = books.scope(begin, begin + 63 * DAY - 12 * HOUR, zone, now=end)
    chart = books.draw("periodicity", scope)
    usual = series(chart, "usual")
    assert max(usual, key=lambda d: usual[d] or 0) == "mon"
    assert figure(chart, "pattern_chance").value <= 0.01
    assert figure(chart, "pattern_chance").n == 8, "the last week is cut"
    assert chart.notes[-1].code == "periodicity.found_week"
    counted: dict[int, Counter[str]] = {}
    for (at,) in books.sql("SELECT created_at FROM interactions"):
        local = datetime.fromtimestamp(at / 1000, ZoneInfo(zone))
        counted.setdefault(local.weekday(), Counter())[local.strftime("%F")] += 1
    days = sorted(counted[0].values())
    mondays = [n for day, n in sorted(counted[0].items())][:8]
    assert len(days) == 9
    assert usual["mon"] == sorted(mondays)[3] / 2 + sorted(mondays)[4] / 2
    assert books.rows("periodicity", scope, "mon").total == sum(mondays)


def test_noise_and_too_little_say_so(books: Books):
    books.account("a")
    begin = fill(books, 9, "UTC", [15] * 7, random.Random(8))
    books.watched("a", begin, begin + 63 * DAY)
    scope = books.scope(begin, begin + 63 * DAY)
    chart = books.draw("periodicity", scope)
    assert chart.notes[-1].code == "periodicity.none_week"
    short = books.draw("periodicity", books.scope(begin, begin + 28 * DAY))
    assert figure(short, "pattern_chance").why == "too_few"
    assert short.notes[-1].code == "periodicity.few_week"
    assert all(d.value is None for d in short.series[0].data)
    year = books.draw("periodicity", scope, period="year")
    assert year.empty is not None and year.empty.code == "periodicity.few_year"


def test_a_week_that_was_not_watched_throughout_is_not_taken(books: Books):
    books.account("a")
    begin = fill(books, 7, "UTC", [15] * 7, random.Random(8))
    books.watched("a", begin, begin + 17 * DAY)
    books.watched("a", begin + 17 * DAY + HOUR, begin + 49 * DAY)
    chart = books.draw("periodicity", books.scope(begin, begin + 49 * DAY))
    assert figure(chart, "pattern_chance").n == 6
