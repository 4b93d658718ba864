"""What imported tables tell equals the tables: over time, with gaps; from visits to orders."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmapp.domain import intervals
from cmapp.services import importing, metrics
from cmapp.services.import_rows import Found
from cmapp.store.imports import Value
from tests.support.books import DAY, Books
from tests.support.clock import HandClock
from tests.support.stage import Stage

NOW = 1_793_664_000_000 // DAY * DAY


def bring(books: Books, *values: Value) -> int:
    found = Found(values=list(values), rows=len(values), kept=len(values))
    return books.store.write(
        lambda tx: importing.keep(
            tx, found, {}, file="t.csv", marked="d", account="", zone="UTC", now=NOW
        )
    )


def day(name: str, n: int, value: float, account: str = "a", **part: str) -> Value:
    told = json.dumps(part, sort_keys=True) if part else ""
    return Value(name, account, 0, NOW - 10 * DAY + n * DAY, told, n + 2, value)


@pytest.fixture
def scope(books: Books) -> Any:
    books.account("a")
    return books.scope(NOW - 10 * DAY, NOW)


def test_a_day_without_a_row_is_a_gap_and_a_zero_is_a_zero(books: Books, scope: Any) -> None:
    bring(books, day("reach", 1, 100), day("reach", 2, 0), day("reach", 5, 7))
    chart = books.draw("imported", scope, measure="reach")
    (line,) = chart.series
    assert [d.value for d in line.data] == [None, 100, 0, None, None, 7, None, None, None, None]
    assert {d.why for d in line.data if d.value is None} == {"not_measured"}
    assert [(g.start - scope.since) // DAY for g in chart.gaps] == [0, 3, 6]
    assert chart.figures[0].value == 107
    empty = books.draw("imported", scope, measure="clicks")
    assert empty.empty is not None and empty.series == ()


def test_the_mean_of_a_day_is_told_with_how_many_it_stands_on(books: Books, scope: Any) -> None:
    at = NOW - 3 * DAY
    posts = [Value("completion", "a", 7 + n, at, "", n, v) for n, v in enumerate((0.2, 0.4, 0.9))]
    bring(books, *posts)
    (line,) = books.draw("imported", scope, measure="completion").series
    (told,) = [d for d in line.data if d.value is not None]
    assert (told.value, told.n) == (pytest.approx(0.5), 3)
    assert books.rows("imported", scope, told.key, measure="completion").total == 3


def test_a_rate_has_its_interval_and_what_names_none_stands_apart(books: Books, scope: Any) -> None:
    bring(
        books,
        day("visits", 1, 200, "", campaign="autumn"),
        day("conversions", 1, 10, "", campaign="autumn"),
        day("visits", 2, 50, ""), day("conversions", 2, 1, ""),
        day("visits", 3, 2, "", campaign="tiny"), day("conversions", 3, 5, "", campaign="tiny"),
        day("order_value", 1, 99.5, "", campaign="autumn", currency="EUR"),
        day("order_value", 1, 10, "", campaign="autumn", currency="TWD"),
    )  # fmt: skip
    chart = books.draw("conversion", scope)
    told = {s.id: {d.x: d for d in s.data} for s in chart.series}
    exact = intervals.of_share(10, 200)
    one = told["conversion"]["autumn"]
    assert (one.value, one.n, one.low, one.high) == (0.05, 200, exact.low, exact.high)
    assert told["conversion"]["tiny"].why == "not_a_share"
    assert told["visits"][""].value == 50
    assert told["order_value_EUR"]["autumn"].value == 99.5
    assert told["order_value_TWD"][""].why == "no_data"
    assert [x for x, _ in chart.x.ticks] == ["autumn", "tiny", ""]
    value = books.store.read(lambda db: metrics.value(db, scope, "order_value"))
    assert (value.value, value.why) == (None, "several_currencies")


def test_a_post_is_named_by_its_link_or_its_code_or_not_at_all(books: Books, scope: Any) -> None:
    link = "https://shop.example/tea?utm_campaign=autumn&utm_source=weibo"
    for n, text in enumerate(
        (f"Taste it: {link}", "Ten per cent with TEA10", "Nothing", "Nothing")
    ):
        books.put(
            "INSERT INTO posts (id, realm, remote_id, author_id, text, created_at)"
            " VALUES (?, 'demo', ?, 1, ?, ?)",
            [(n + 1, f"p{n}", text, NOW - 5 * DAY)],
        )
    bring(
        books,
        day("visits", 1, 30, "", campaign="Autumn", source="weibo"),
        day("visits", 2, 5, "", campaign="winter"),
        day("conversions", 2, 1, "", order="#1", code="tea10"),
    )
    chart = books.draw("conversion", scope, by="post")
    told = {s.id: {d.x: d.value for d in s.data} for s in chart.series}
    assert told["visits"] == {"1": 30, "2": None, "": 5}
    assert told["conversions"] == {"1": None, "2": 1, "": None}


CELLS = st.tuples(
    st.sampled_from(["visits", "conversions"]), st.integers(0, 9),
    st.sampled_from(["", "autumn", "winter"]), st.integers(0, 500),
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(CELLS, max_size=25))
def test_every_number_is_that_of_the_rows(books: Books, scope: Any, cells: list[Any]) -> None:
    books.put("DELETE FROM imports WHERE ?", [(1,)])
    books.put("DELETE FROM import_values WHERE ?", [(1,)])
    books.put("DELETE FROM measures WHERE ?", [(1,)])
    rows = {(name, n, c): v for name, n, c, v in cells}
    bring(
        books,
        *(
            day(name, n, v, "", **({"campaign": c} if c else {}))
            for (name, n, c), v in rows.items()
        ),
    )
    by_group: dict[tuple[str, str], float] = defaultdict(float)
    by_day: dict[int, float] = defaultdict(float)
    for (name, n, c), v in rows.items():
        by_group[(name, c)] += v
        if name == "visits":
            by_day[n] += v
    chart = books.draw("conversion", scope)
    told = {(s.id, d.x): d.value for s in chart.series for d in s.data
            if s.id != "conversion" and d.value is not None}  # fmt: skip
    assert told == by_group
    found = books.draw("imported", scope, measure="visits").series
    line = {n: d.value for n, d in enumerate(found[0].data) if d.value is not None} if found else {}
    assert line == by_day


def test_followers_of_an_account_by_hand_are_those_that_a_table_tells(
    make_stage: Callable[..., Stage], tmp_path: Path, clock: HandClock
) -> None:
    stage = make_stage()
    stage.call("sync")
    stage.call("log.add", channel="shop", who="Ana", text="Do you open on Sunday?")
    by_hand = next(a["id"] for a in stage.call("accounts.list")["accounts"]
                   if a["platform"] == "byhand")  # fmt: skip
    clock.move(3_600)
    bare = stage.call("insights.show", name="growth", days=30, zone="UTC")
    assert by_hand not in {s["id"] for s in bare["series"]}
    total = next(f for f in bare["figures"] if f["metric"] == "followers")["value"]
    assert total is not None, "whom no table tells of makes no sum unknown"

    today = datetime.fromtimestamp(clock.now() / 1000, UTC).date()
    told = {3: 210, 4: 205, 9: 190}
    table = tmp_path / "followers.csv"
    table.write_text("Date,Followers\n" + "".join(
        f"{today - timedelta(days=n)},{many}\n" for n, many in told.items()), "utf-8")  # fmt: skip
    stage.call("imports.run", file=str(table), zone="UTC", account=by_hand)
    chart = stage.call("insights.show", name="growth", days=30, zone="UTC")
    line = next(s for s in chart["series"] if s["id"] == by_hand)
    known = {datetime.fromtimestamp(d["x"] / 1000, UTC).date(): d["value"]
             for d in line["data"] if d["value"] is not None}  # fmt: skip
    assert known == {today - timedelta(days=n): many for n, many in told.items()}
    assert any(g["account"] == by_hand and g["why"] == "not_measured" for g in chart["gaps"])
    whole = next(f for f in chart["figures"] if f["metric"] == "followers")["value"]
    assert whole == total + 210
