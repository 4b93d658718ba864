"""Goals, index and return as charts: unknown is a gap, and each number equals plain arithmetic."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from cmapp.store import costs as costs_store
from cmapp.store import kept
from cmapp.store.costs import Cost
from cmapp.store.goals import Goal
from cmapp.store.index_parts import IndexPart, Rating
from tests.support.books import DAY, Books, figure, series

SINCE = round(datetime(2026, 3, 2, tzinfo=UTC).timestamp() * 1000)
UNTIL = SINCE + 28 * DAY


def keep(books: Books, table: str, row: Any) -> None:
    books.store.write(lambda tx: kept.put(tx, table, row))


def goal(number: int, metric: str, target: float, **facts: Any) -> Goal:
    usual: dict[str, Any] = {
        "name": f"Goal {number}", "direction": "up", "start": None, "pass_at": None,
        "fail_at": None, "first_day": "2026-03-02", "last_day": "2026-03-29", "zone": "UTC",
        "accounts": [], "note": "", "review": "never", "reminded": "", "made_at": SINCE,
    }  # fmt: skip
    return Goal(id=number, metric=metric, target=target, **(usual | facts))


def test_goals_show_what_is_known_and_say_what_is_not(books: Books) -> None:
    books.account("a")
    books.watched("a", SINCE, UNTIL)
    books.came([{"created_at": SINCE + n * DAY} for n in range(12)])
    keep(books, "goals", goal(1, "interactions", 48))
    keep(books, "goals", goal(2, "roi", 0.5))
    keep(books, "goals", goal(3, "interactions", 9, first_day="2027-01-01", last_day="2027-01-02"))
    chart = books.draw("goals", books.scope(SINCE, UNTIL))
    assert series(chart, "progress") == {"1": 12 / 48, "2": None}
    assert [d.why for d in chart.series[0].data] == ["", "no_data"]
    behind = books.rows("goals", books.scope(SINCE, UNTIL), "1")
    assert behind.total == 12


@pytest.mark.parametrize("by", ["channel", "month"])
def test_return_is_what_sql_says(books: Books, by: str) -> None:
    books.account("a")
    made = [
        Cost("spend", 100, "EUR", "2026-03-03", "2026-03-03", channel="Ads"),
        Cost("return", 260, "EUR", "2026-03-09", "2026-03-09", channel="Ads"),
        Cost("spend", 40, "EUR", "2026-03-09", "2026-03-09", channel="Shop"),
        Cost("spend", 90, "CNY", "2026-03-10", "2026-03-10", channel="Ads"),
        Cost("hours", 7, "", "2026-03-10", "2026-03-10", channel="Ads"),
        Cost("spend", 999, "EUR", "2026-05-10", "2026-05-10", channel="Ads"),
    ]
    books.store.write(lambda tx: costs_store.add_many(tx, made, now=SINCE))
    chart = books.draw("roi", books.scope(SINCE, UNTIL), by=by)
    group = "channel" if by == "channel" else "substr(first_day, 1, 7)"
    told = books.sql(
        f"""SELECT currency, {group},
             (sum(iif(kind = 'return', amount, NULL)) - sum(iif(kind = 'spend', amount, 0)))
               / sum(iif(kind = 'spend', amount, NULL))
           FROM costs WHERE currency <> '' AND first_day < '2026-04-01' GROUP BY 1, 2"""
    )
    for currency, name, value in told:
        assert series(chart, currency)[name] == (None if value is None else pytest.approx(value))
    assert figure(chart, "spend").value is None and figure(chart, "spend").why == "currencies"
    assert figure(chart, "effort_hours").value == 7
    assert any(n.code == "roi.currencies" for n in chart.notes)


def test_the_index_by_week_tells_how_much_of_it_was_known(books: Books) -> None:
    books.account("a")
    books.watched("a", SINCE, SINCE + 14 * DAY)
    books.came([{"created_at": SINCE + n * DAY} for n in range(7)])
    keep(books, "index_parts", IndexPart("interactions", "metric", 3, 0, 10))
    keep(books, "index_parts", IndexPart("Tone", "rating", 1, 1, 5, 1))
    keep(books, "ratings", Rating(1, "Tone", 5, "2026-03-04", "", "", SINCE))
    keep(books, "ratings", Rating(2, "Tone", 3, "2026-03-24", "", "", SINCE))
    chart = books.draw("index", books.scope(SINCE, UNTIL))
    values = [(d.value, d.n) for d in chart.series[0].data]
    # all known; nothing came and nobody rated; nobody watched and rated; a rating alone
    assert values == [((3 * 70 + 100) / 4, 2), (0.0, 1), (None, 0), (50.0, 1)]
    assert any(n.code == "index.missing" for n in chart.notes)


def test_an_experiment_shows_nothing_before_its_time_and_then_its_intervals(books: Books) -> None:
    books.account("a")
    plan = {
        "measure": "rate", "baseline": 0.2, "effect": 0.2, "alpha": 0.05, "power": 0.8, "n": 82,
        "better": "up", "hours": 48, "accounts": ["a"], "labels": {"a": "A", "b": "Loss"},
    }  # fmt: skip
    row = "INSERT INTO experiments (id, name, plan, state, tallies, made_at, started_at)"
    tallies = {"a": {"n": 82, "hits": 16}, "b": {"n": 81, "hits": 40}}
    books.put(
        f"{row} VALUES (5, 'Frames', ?, 'running', ?, ?, ?)",
        [(json.dumps(plan), json.dumps(tallies), SINCE, SINCE)],
    )
    early = books.draw("experiment", books.scope(SINCE, UNTIL))
    assert early.empty is not None and early.empty.code == "experiment.waits"
    assert early.series[0].data == () and early.figures == ()
    tallies["b"]["n"] = 82
    books.put("UPDATE experiments SET tallies = ?", [(json.dumps(tallies),)])
    chart = books.draw("experiment", books.scope(SINCE, UNTIL), id="5")
    assert series(chart, "value") == {"a": 16 / 82, "b": 40 / 82}
    gap = figure(chart, "experiment_effect")
    assert gap.low > 0 and gap.value == pytest.approx(24 / 82)
    assert [n.code for n in chart.notes] == ["experiment.verdict.won", "experiment.false_alarms"]
