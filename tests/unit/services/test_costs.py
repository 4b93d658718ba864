"""Costs by currency and day; ROI and cost per interaction follow them at once (AC-11, EX-06)."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmapp.domain.errors import Missing, Rejected
from cmapp.services import costs as sums
from cmapp.services.insights import Scope
from cmapp.store import costs as store
from cmapp.store.costs import Cost
from tests.support.clock import HandClock
from tests.support.stage import Stage


@pytest.fixture(autouse=True)
def _morning(clock: HandClock) -> None:
    clock.move(60)  # at midnight itself the day has not begun


def undo(stage: Stage, answer: dict[str, Any]) -> None:
    stage.call(answer["undo"]["command"], **answer["undo"]["args"])


def day(clock: HandClock, back: int = 0) -> str:
    from datetime import UTC, datetime

    return (datetime.fromtimestamp(clock.now() / 1000, UTC).date() - timedelta(back)).isoformat()


def save(stage: Stage, amount: float, **more: Any) -> dict[str, Any]:
    return stage.call("costs.save", amount=amount, **({"currency": "EUR"} | more))


def summed(stage: Stage, **asked: Any) -> list[dict[str, Any]]:
    return list(stage.call("costs.list", **asked)["sums"])


def test_editing_a_cost_changes_the_return(stage: Stage, clock: HandClock) -> None:
    cost = save(stage, 100)["costs"][0]["id"]
    save(stage, 150, kind="return")
    (one,) = summed(stage)
    assert one["roi"] == pytest.approx(0.5)
    changed = stage.call("costs.save", id=cost, amount=300)
    (one,) = summed(stage)
    assert one["roi"] == pytest.approx(-0.5) and one["spend"] == 300
    undo(stage, changed)
    assert summed(stage)[0]["roi"] == pytest.approx(0.5)


def test_without_anything_that_came_back_the_return_is_unknown_and_not_minus_a_hundred(
    stage: Stage,
) -> None:
    save(stage, 100)
    (one,) = summed(stage)
    assert one["roi"] is None and one["back"] is None


def test_two_currencies_are_never_one_sum(stage: Stage) -> None:
    save(stage, 100)
    save(stage, 100, currency="cny")
    assert [(s["currency"], s["spend"]) for s in summed(stage)] == [("CNY", 100), ("EUR", 100)]

    def look(db: Any) -> Any:
        now = stage.engine.desk.now()
        scope = Scope(now - 86_400_000, now + 2 * 86_400_000, "UTC", now, tuple(stage.accounts))
        return [sums.figure(db, scope, m) for m in sums.METRICS]

    for figure in stage.engine.desk.store.read(look):
        assert figure.value is None and figure.why in ("currencies", "no_data")


def test_cost_per_interaction_is_spend_by_what_came_in(stage: Stage, clock: HandClock) -> None:
    for text in ("Lovely!", "When do you open?", "Hello"):
        stage.asked(text)
    save(stage, 12)
    (one,) = summed(stage, days=2)
    rows = stage.engine.desk.store.read(
        lambda db: db.execute("SELECT count(*) FROM interactions").fetchone()[0]
    )
    assert one["interactions"] == rows and one["per_interaction"] == pytest.approx(12 / rows)


def test_hours_stand_apart_and_count_as_money_only_if_one_says_what_they_cost(
    stage: Stage,
) -> None:
    save(stage, 6, kind="hours")
    save(stage, 100)
    assert [(s["currency"], s["hours"], s["spend"]) for s in summed(stage)] == [
        ("", 6, None), ("EUR", None, 100),
    ]  # fmt: skip
    rows = summed(stage, hour_cost="20 EUR")
    assert [(s["currency"], s["spend"]) for s in rows] == [("", None), ("EUR", 220)]


def test_a_month_has_its_share_of_days(stage: Stage, clock: HandClock) -> None:
    stage.call(
        "costs.save", amount=60, currency="EUR", first_day="2026-01-21", last_day="2026-02-19"
    )
    rows = summed(stage, since="2026-01-01", until="2026-03-31", by="month")
    assert [(r["group"], round(r["spend"], 6)) for r in rows] == [("2026-01", 22), ("2026-02", 38)]
    (cut,) = summed(stage, since="2026-02-01", until="2026-02-10")
    assert cut["spend"] == pytest.approx(20)


def test_by_account_channel_and_campaign(stage: Stage) -> None:
    campaign = stage.call("campaigns.save", name="Spring")["campaigns"][0]["id"]
    save(stage, 10, account=stage.accounts[0])
    save(stage, 20, channel="Newsletter", campaign="Spring")
    by = {r["group"]: r for r in summed(stage, by="channel")}
    assert by["Newsletter"]["spend"] == 20 and by["Newsletter"]["interactions"] is None
    assert by[stage.accounts[0]]["spend"] == 10
    assert {r["group"]: r["spend"] for r in summed(stage, by="campaign")} == {"": 10, campaign: 20}


def test_what_is_of_no_account_belongs_to_all_together_and_to_none_alone(stage: Stage) -> None:
    save(stage, 6, kind="hours", account=stage.accounts[0])
    save(stage, 10, kind="hours")
    assert summed(stage)[0]["hours"] == 16
    assert summed(stage, account=[stage.accounts[0]])[0]["hours"] == 6
    assert summed(stage, account=[stage.accounts[1]]) == []


@pytest.mark.parametrize(
    ("given_", "why"),
    [
        ({"amount": None}, "no_number"),
        ({"amount": "1,200"}, "bad_value"),
        ({"amount": "nan"}, "bad_value"),
        ({"amount": -1}, "bad_value"),
        ({"currency": "euro"}, "bad_currency"),
        ({"currency": ""}, "bad_currency"),
        ({"kind": "gift"}, "bad_value"),
        ({"first_day": "2026-02-30"}, "bad_value"),
        ({"first_day": "2026-02-02", "last_day": "2026-02-01"}, "bad_value"),
    ],
)
def test_what_cannot_be_is_refused(stage: Stage, given_: dict[str, Any], why: str) -> None:
    with pytest.raises(Rejected) as no:
        stage.call("costs.save", **({"amount": 1, "currency": "EUR"} | given_))
    assert no.value.why == why and stage.call("costs.list")["costs"] == []


def test_what_is_not_there_is_named(stage: Stage) -> None:
    for command, args in (
        ("costs.remove", {"id": "7"}),
        ("costs.save", {"amount": 1, "currency": "EUR", "account": "nobody"}),
        ("costs.save", {"amount": 1, "currency": "EUR", "campaign": "Autumn"}),
    ):
        with pytest.raises(Missing):
            stage.call(command, **args)


def test_an_import_is_taken_back_as_a_whole(stage: Stage) -> None:
    save(stage, 5)
    many = [Cost("spend", n, "EUR", "2026-01-01", "2026-01-01", source="import:1") for n in (1, 2)]
    desk = stage.engine.desk
    desk.store.write(lambda tx: store.add_many(tx, many, now=desk.now()))
    assert len(stage.call("costs.list", since="2025-06-01")["costs"]) == 3
    assert desk.store.write(lambda tx: store.remove_source(tx, "import:1")) == 2
    assert [c["amount"] for c in stage.call("costs.list", since="2025-06-01")["costs"]] == [5]


FIRST = date(2026, 1, 1)
COSTS = st.lists(
    st.tuples(
        st.sampled_from(["EUR", "CNY"]),
        st.sampled_from(["spend", "return"]),
        st.integers(0, 10_000),
        st.integers(0, 80),
        st.integers(0, 40),
    ),
    max_size=12,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(COSTS, st.integers(0, 60), st.integers(0, 60))
def test_sums_are_those_of_exact_arithmetic_day_by_day(
    found: list[tuple[str, str, int, int, int]], begin: int, more: int
) -> None:
    """The oracle walks each day of each cost in fractions."""
    exact: dict[tuple[str, str], Fraction] = {}
    made = []
    for currency, kind, amount, start, length in found:
        days = [FIRST + timedelta(start + n) for n in range(length + 1)]
        made.append(Cost(kind, amount, currency, days[0].isoformat(), days[-1].isoformat()))
        for one in days:
            if FIRST + timedelta(begin) <= one <= FIRST + timedelta(begin + more):
                key = (currency, kind)
                exact[key] = exact.get(key, Fraction(0)) + Fraction(amount, length + 1)
    first = (FIRST + timedelta(begin)).isoformat()
    last = (FIRST + timedelta(begin + more)).isoformat()
    for (currency, kind), value in exact.items():
        told = sum(
            sums.part(c, first, last) for c in made if (c.currency, c.kind) == (currency, kind)
        )
        assert told == pytest.approx(float(value))
