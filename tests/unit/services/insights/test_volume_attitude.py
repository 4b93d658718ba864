"""Volume and attitude against a plain count of the rows, on any data, in any zone.

Requirements: AN-01, AN-03, N12, AC-10.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmapp.domain.records import Kind
from tests.support.books import DAY, Books, figure, series

ZONES = ("UTC", "Asia/Kolkata", "Asia/Kathmandu", "America/New_York", "Australia/Lord_Howe")
SPRING = 1_772_928_000_000  # 2026-03-08 00:00 UTC: New York's clocks go forward that day
AUTUMN = 1_793_491_200_000  # 2026-11-01 00:00 UTC: and back
WORDLESS = {"reaction", "repost", "follow"}
one = st.fixed_dictionaries(
    {
        "created_at": st.integers(-3 * DAY, 12 * DAY),
        "kind": st.sampled_from([str(k) for k in Kind]),
        "signals": st.lists(
            st.sampled_from(["complaint", "praise", "thanks", "question"]), max_size=2
        ).map(json.dumps),
        "account_id": st.sampled_from(["a", "b"]),
    }
)


def local(at: int, zone: str, unit: str) -> str:
    """Name the bin of a moment, by the wall clock."""
    there = datetime.fromtimestamp(at / 1000, ZoneInfo(zone))
    form = {"day": "%Y-%m-%d", "hour": "%Y-%m-%d %H %z", "week": "%G-%V"}[unit]
    return there.strftime(form)


def mood(kind: str, signals: str) -> str | None:
    if kind in WORDLESS:
        return None
    said = json.loads(signals)
    if "complaint" in said:
        return "negative"
    if "praise" in said or "thanks" in said:
        return "positive"
    return "undecided" if said else "unread"


@pytest.fixture
def two(books: Books) -> Books:
    books.account("a")
    books.account("b")
    return books


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    rows=st.lists(one, max_size=60),
    begin=st.sampled_from([SPRING, AUTUMN]),
    zone=st.sampled_from(ZONES),
    unit=st.sampled_from(["day", "hour", "week"]),
    both=st.booleans(),
)
def test_bars_and_shares_are_what_one_counts_by_hand(two: Books, rows, begin, zone, unit, both):
    two.clear()
    two.came([{**r, "created_at": begin + r["created_at"]} for r in rows])
    since, until = begin - DAY, begin + 9 * DAY
    whose = ("a", "b") if both else ("a",)
    for account in "ab":
        two.watched(account, since - DAY, until)
    scope = two.scope(since, until, zone, accounts=whose)
    counted: dict[str, Counter[str]] = {}
    for at, kind, signals, account in two.sql(
        "SELECT created_at, kind, signals, account_id FROM interactions"
    ):
        if since <= at < until and account in whose:
            here = counted.setdefault(local(at, zone, unit), Counter())
            here.update(["all", kind, mood(kind, signals) or "none"])
    chart = two.draw("volume", scope, bin=unit)
    whole = sum((c for c in counted.values()), Counter())
    if not counted:
        assert chart.empty is not None and chart.empty.code == "volume.nothing"
        assert chart.series == ()
        return
    for name in ("negative", "rest"):
        for x, value in series(chart, name).items():
            here = counted.get(local(x, zone, unit), Counter())
            assert value == (
                here["negative"] if name == "negative" else here["all"] - here["negative"]
            )
    assert figure(chart, "interactions").value == whole["all"]
    shown = two.draw("volume", scope, bin=unit, kind="reply")
    assert sum(v or 0 for v in series(shown, "reply").values()) == whole["reply"]

    read = sum(whole[p] for p in ("positive", "undecided", "negative"))
    mixed = two.draw("attitude", scope, bin=unit)
    if not read:
        assert mixed.empty is not None
        return
    parts = [figure(mixed, f"attitude_{p}") for p in ("positive", "undecided", "negative")]
    assert {p.n for p in parts} == {read}
    assert figure(mixed, "attitude_unread").value == whole["unread"]
    if read >= 5:
        assert sum(p.value for p in parts) == pytest.approx(1)
        assert parts[2].value == pytest.approx(whole["negative"] / read)
        assert all(p.low <= p.value <= p.high for p in parts)
    for x, value in series(mixed, "positive").items():
        here = counted.get(local(x, zone, unit), Counter())
        cases = sum(here[p] for p in ("positive", "undecided", "negative"))
        assert value == (pytest.approx(here["positive"] / cases) if cases >= 5 else None)


def test_what_nobody_watched_is_unknown_and_what_was_watched_in_vain_is_zero(two: Books):
    begin = SPRING
    two.came([{"created_at": begin + DAY // 2}])
    two.watched("a", begin, begin + 2 * DAY)
    two.watched("a", begin + 4 * DAY, begin + 5 * DAY)
    chart = two.draw("volume", two.scope(begin - DAY, begin + 6 * DAY))
    assert list(series(chart, "rest").values()) == [None, 1, 0, None, None, 0, None]
    whys = [d.why for d in chart.series[0].data]
    assert whys == ["before_first", "", "", "not_watched", "not_watched", "", "after_last"]
    assert [(g.start - begin, g.end - begin) for g in chart.gaps] == [
        (-DAY, 0), (2 * DAY, 4 * DAY), (5 * DAY, 6 * DAY),
    ]  # fmt: skip
    assert chart.notes[0].code == "chart.partly"


def test_a_gap_of_one_account_alone_leaves_the_others_number(two: Books):
    two.watched("a", SPRING, SPRING + 2 * DAY)
    two.watched("b", SPRING, SPRING + DAY)
    two.came([{"created_at": SPRING + DAY + 5}])
    chart = two.draw("volume", two.scope(SPRING, SPRING + 2 * DAY, accounts=("a", "b")))
    assert list(series(chart, "rest").values()) == [0, 1]
    assert [g.account for g in chart.gaps] == ["b"]


def test_nothing_has_words_and_never_zeros(books: Books):
    nobody = books.draw("volume", books.scope(SPRING, SPRING + DAY, accounts=()))
    assert nobody.empty is not None and nobody.empty.code == "chart.no_accounts"
    books.account("a")
    dark = books.draw("volume", books.scope(SPRING, SPRING + DAY))
    assert dark.empty is not None and dark.empty.code == "chart.not_watched"
    assert dark.series == () and dark.figures == ()
    assert books.draw("attitude", books.scope(SPRING, SPRING + DAY)).empty is not None


def test_what_is_written_by_hand_is_never_a_gap(books: Books):
    books.account("a", platform="byhand", streams=[])
    books.came([{"created_at": SPRING + 5}])
    chart = books.draw("volume", books.scope(SPRING, SPRING + 2 * DAY))
    assert list(series(chart, "rest").values()) == [1, 0] and chart.gaps == ()


def test_the_rows_of_a_bar_are_those_it_counts(two: Books):
    ids = two.came(
        [
            {"created_at": SPRING + n, "signals": '["complaint"]' if n % 3 else "[]"}
            for n in range(9)
        ]
    )
    two.watched("a", SPRING, SPRING + DAY)
    scope = two.scope(SPRING, SPRING + DAY)
    chart = two.draw("volume", scope)
    (bad,), (rest,) = (s.data for s in chart.series)
    assert {r.id for r in two.rows("volume", scope, bad.key).rows} == {
        str(i) for n, i in enumerate(ids) if n % 3
    }
    assert two.rows("volume", scope, rest.key).total == 3
