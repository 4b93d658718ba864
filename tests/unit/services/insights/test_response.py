"""First answers against figures worked out from the raw rows; what waits is in them.

Requirements: AN-10, IN-05, TM-04, N12.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmapp.domain import hours
from cmapp.services.insights import response
from tests.support.books import DAY, Books, figure, series

MONDAY = 1_772_409_600_000  # 2026-03-02 00:00 UTC
MINUTE, HOUR = 60_000, 3_600_000
NOW = MONDAY + 8 * DAY
maybe = st.none() | st.integers(-5 * MINUTE, 4 * DAY)
one = st.fixed_dictionaries(
    {
        "created_at": st.integers(MONDAY - DAY, MONDAY + 8 * DAY),
        "needs_reply": st.integers(0, 1),
        "state": st.sampled_from(["open", "waiting", "done", "muted"]),
        "first_reply_at": maybe,
        "done_at": maybe,
        "due_at": st.integers(0, DAY),
    }
)


def placed(row: dict[str, Any]) -> dict[str, Any]:
    at = row["created_at"]
    later = {k: None if row[k] is None else at + row[k] for k in ("first_reply_at", "done_at")}
    return {**row, **later, "due_at": at + row["due_at"]}


def quantile(waits: list[tuple[float, bool]], share: float) -> float | None:
    """By when so large a share has ended: the product over all moments, by hand."""
    left = 1.0
    for moment in sorted({at for at, ended in waits if ended}):
        there = sum(at >= moment for at, _ in waits)
        left *= 1 - sum(at == moment and ended for at, ended in waits) / there
        if left <= 1 - share + 1e-12:
            return moment
    return None


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=st.lists(one.map(placed), max_size=40))
def test_the_figures_are_those_of_the_raw_rows(books: Books, rows):
    if not books.sql("SELECT 1 FROM accounts"):
        books.account("a")
    books.clear()
    books.came(rows)
    books.watched("a", MONDAY - DAY, NOW)
    scope = books.scope(MONDAY, MONDAY + 7 * DAY, now=NOW)
    raw = [
        # as it stood: what was answered or closed after NOW was open then
        (at, first if first is None or first <= NOW else None,
         done if done is None or done <= NOW else None,
         state if done is None or done <= NOW else "open", due)
        for at, first, done, state, due in books.sql(
            """SELECT created_at, first_reply_at, done_at, state, due_at FROM interactions
               WHERE needs_reply = 1 AND created_at >= ? AND created_at < ?""",
            MONDAY, MONDAY + 7 * DAY,
        )
    ]  # fmt: skip
    chart = books.draw("response", scope)
    waits = [
        (max(0, (first or NOW) - at) / MINUTE, first is not None)
        for at, first, _, state, _ in raw
        if first is not None or state in ("open", "waiting")
    ]
    if not raw:
        assert chart.empty is not None and chart.empty.code == "response.nothing"
        return
    head = figure(chart, "first_reply")
    assert head.n == len(waits)
    if len(waits) >= 5:
        assert head.value == quantile(waits, 0.5)
        assert figure(chart, "first_reply_p90").value == quantile(waits, 0.9)
    for name, ended in (("answered", True), ("waiting", False)):
        counts = dict.fromkeys((f"b{edge}" for edge in response.EDGES), 0)
        for minutes, has_ended in waits:
            if has_ended == ended:
                counts[f"b{max(e for e in response.EDGES if e <= minutes)}"] += 1
        assert series(chart, name) == counts
    kept = sum(f is not None and f <= due for _, f, _, _, due in raw)
    told = sum(
        f is not None or (state in ("open", "waiting") and due < NOW) for _, f, _, state, due in raw
    )
    share = figure(chart, "in_time")
    assert share.n == told and (told < 5 or share.value == pytest.approx(kept / told))
    had = sum(f is not None for _, f, *_ in raw)
    share = figure(chart, "answered_share")
    assert share.n == len(raw) and (len(raw) < 5 or share.value == pytest.approx(had / len(raw)))
    open_for = [
        (max(0, (NOW if d is None else d) - at), d is not None)
        for at, _, d, state, _ in raw
        if d is not None or state in ("open", "waiting")
    ]
    closed = figure(chart, "resolution")
    wanted = quantile(open_for, 0.5)
    if len(open_for) >= 5:
        assert closed.value == (None if wanted is None else pytest.approx(wanted / HOUR))
    dropped = sum(f is None and state in ("done", "muted") for _, f, _, state, _ in raw)
    said = {n.code: n.facts.get("n") for n in chart.notes}
    assert said.get("response.dropped", 0) == dropped


def test_leaving_out_what_waits_would_lie(books: Books):
    books.account("a")
    quick = [{"first_reply_at": MONDAY + n * HOUR + MINUTE} for n in range(4)]
    books.came(
        [{"created_at": MONDAY + n * HOUR, "needs_reply": 1, **(quick[n] if n < 4 else {})}
         for n in range(12)]
    )  # fmt: skip
    books.watched("a", MONDAY, NOW)
    chart = books.draw("response", books.scope(MONDAY, MONDAY + DAY, now=NOW))
    head = figure(chart, "first_reply")
    assert head.value is None and head.why == "not_reached" and head.n == 12
    assert sum(series(chart, "waiting").values()) == 8
    assert chart.notes[0].code == "response.no_median"


def test_it_is_told_as_it_stood(books: Books):
    books.account("a")
    books.came(
        [{"created_at": MONDAY + n, "needs_reply": 1, "first_reply_at": MONDAY + (n + 1) * HOUR,
          "done_at": MONDAY + (n + 2) * HOUR, "state": "done"} for n in range(10)]
    )  # fmt: skip
    scope = books.scope(MONDAY, MONDAY + DAY, now=MONDAY + 4 * HOUR + 30 * MINUTE)
    chart = books.draw("response", scope)
    assert sum(series(chart, "answered").values()) == 4
    assert sum(series(chart, "waiting").values()) == 6
    assert [n.code for n in chart.notes if n.code == "response.dropped"] == []


def test_in_office_hours_a_night_does_not_count(books: Books):
    books.account("a")
    week = (((9 * 60, 17 * 60),),) * 5 + ((), ())
    set_ = json.dumps(hours.write(hours.OfficeHours(week=week)))
    books.put("INSERT INTO office_hours VALUES ('', ?, 0)", [(set_,)])
    books.came(
        [
            {
                "created_at": MONDAY + 16 * HOUR + 30 * MINUTE,
                "needs_reply": 1,
                "first_reply_at": MONDAY + DAY + 9 * HOUR + n * MINUTE,
            }
            for n in range(1, 8)
        ]
    )
    scope = books.scope(MONDAY, MONDAY + 3 * DAY, now=NOW)
    wall = figure(books.draw("response", scope), "first_reply")
    office = figure(books.draw("response", scope, clock="office"), "business_first_reply")
    assert wall.value == 16.5 * 60 + 4
    assert office.value == 34
    found = books.rows("response", scope, "answered:30:60", clock="office")
    assert found.total == 7 and {r.value for r in found.rows} == {30 + n for n in range(1, 8)}


def test_it_reads_one_index_and_no_row(books: Books):
    plan = books.sql(
        """EXPLAIN QUERY PLAN SELECT id, account_id, kind, created_at, first_reply_at, due_at,
             done_at, state, assignee FROM interactions INDEXED BY interactions_asked
           WHERE needs_reply = 1 AND account_id = ? AND id >= ? AND id < ? ORDER BY id""",
        "a", 0, 1,
    )  # fmt: skip
    (step,) = (row[-1] for row in plan)
    assert "COVERING INDEX interactions_asked" in step and "SCAN" not in step
