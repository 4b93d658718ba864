"""The index: weights in sight, unknown parts left out openly; models with their diagnostics."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmapp.domain.errors import Missing, Rejected
from cmapp.services import composite, modelling
from cmapp.services.composite import Scored
from cmapp.store.index_parts import IndexPart
from tests.support.clock import HandClock
from tests.support.stage import Stage


def undo(stage: Stage, answer: dict[str, Any]) -> None:
    stage.call(answer["undo"]["command"], **answer["undo"]["args"])


PARTS = [
    {"name": "interactions", "weight": 2, "worst": 0, "best": 10},
    {"name": "spend", "weight": 1, "worst": 200, "best": 0},
    {"name": "Tone", "kind": "rating", "weight": 1},
]


def test_a_change_of_weights_recomputes_and_is_taken_back(stage: Stage, clock: HandClock) -> None:
    clock.move(60)
    for n in range(2):
        stage.asked(f"Question {n}?")
    stage.call("costs.save", amount=50, currency="EUR")
    stage.call("index.rate", name="Tone", value=4)
    n = stage.engine.desk.store.read(
        lambda db: db.execute("SELECT count(*) FROM interactions").fetchone()[0]
    )
    stage.call("index.set", parts=PARTS)
    told = stage.call("index.show", days=2)
    expected = Fraction(2 * min(100, 10 * n) + 75 + 75, 4)
    assert told["value"] == pytest.approx(float(expected)) and told["coverage"] == 1
    assert [p["share"] for p in told["parts"]] == [0.5, 0.25, 0.25]
    heavier = stage.call("index.set", parts=[PARTS[0] | {"weight": 6}, *PARTS[1:]])
    changed = stage.call("index.show", days=2)["value"]
    assert changed == pytest.approx(float(Fraction(6 * min(100, 10 * n) + 150, 8)))
    undo(stage, heavier)
    assert stage.call("index.show", days=2) == told


def test_a_part_that_is_not_known_is_left_out_and_that_is_told(
    stage: Stage, clock: HandClock
) -> None:
    clock.move(60)
    stage.asked("Question?")
    stage.call("index.set", parts=PARTS)
    rated = stage.call("index.rate", name="Tone", value=2)
    told = stage.call("index.show", days=2)
    known = {p["name"]: p["score"] for p in told["parts"]}
    assert known["spend"] is None and known["Tone"] == 25
    assert told["coverage"] == pytest.approx(0.75)
    assert told["value"] == pytest.approx((2 * known["interactions"] + 25) / 3)
    undo(stage, rated)
    assert stage.call("index.show", days=2)["coverage"] == pytest.approx(0.5)


def test_without_any_part_there_is_no_index(stage: Stage) -> None:
    assert stage.call("index.show")["value"] is None


@pytest.mark.parametrize(
    "part",
    [
        {"name": "interactions", "weight": 0, "worst": 0, "best": 1},
        {"name": "interactions", "weight": 1, "worst": 1, "best": 1},
        {"name": "interactions", "weight": "heavy", "worst": 0, "best": 1},
        {"name": "interactions", "weight": 1},
        {"name": "index", "weight": 1, "worst": 0, "best": 1},
        {"name": "", "weight": 1, "worst": 0, "best": 1},
    ],
)
def test_a_part_that_makes_no_sense_is_refused(stage: Stage, part: dict[str, Any]) -> None:
    with pytest.raises(Rejected):
        stage.call("index.set", parts=[part])
    with pytest.raises(Rejected):
        stage.call("index.rate", name="Tone", value=6)
    with pytest.raises(Missing):
        stage.call("index.set", parts=[{"name": "luck", "weight": 1, "worst": 0, "best": 1}])


PART = st.tuples(
    st.integers(1, 9), st.integers(-50, 50), st.integers(-50, 50), st.none() | st.integers(-99, 99)
).filter(lambda p: p[1] != p[2])


@given(st.lists(PART, min_size=1, max_size=6))
def test_the_index_is_the_weighted_mean_of_what_is_known(found: list[Any]) -> None:
    """Recomputed in fractions."""
    parts, top, bottom = [], Fraction(0), Fraction(0)
    for n, (weight, worst, best, value) in enumerate(found):
        part = IndexPart(str(n), "metric", weight, worst, best)
        score = None
        if value is not None:
            line = Fraction(100 * (value - worst), best - worst)
            exact = min(Fraction(100), max(Fraction(0), line))
            score = composite.scored(part, value)
            assert score == pytest.approx(float(exact))
            top, bottom = top + weight * exact, bottom + weight
        parts.append(Scored(part, value, score, None, "", "number"))
    made = composite.whole(parts)
    if bottom:
        assert made.value == pytest.approx(float(top / bottom))
    else:
        assert made.value is None
    assert made.coverage == pytest.approx(float(bottom / sum(p[0] for p in found)))


# models

LONGLEY = """
60323 83.0 234289 2356 1590 107608 1947
61122 88.5 259426 2325 1456 108632 1948
60171 88.2 258054 3682 1616 109773 1949
61187 89.5 284599 3351 1650 110929 1950
63221 96.2 328975 2099 3099 112075 1951
63639 98.1 346999 1932 3594 113270 1952
64989 99.0 365385 1870 3547 115094 1953
63761 100.0 363112 3578 3350 116219 1954
66019 101.2 397469 2904 3048 117388 1955
67857 104.6 419180 2822 2857 118734 1956
68169 108.4 442769 2936 2798 120445 1957
66513 110.8 444546 4681 2637 121950 1958
68655 112.6 482704 3813 2552 123366 1959
69564 114.2 502601 3931 2514 125368 1960
69331 115.7 518173 4806 2572 127852 1961
70551 116.9 554894 4007 2827 130081 1962
"""
CERTIFIED = (
    -3482258.63459582, 15.0618722713733, -0.358191792925910e-01, -2.02022980381683,
    -1.03322686717359, -0.511041056535807e-01, 1829.15146461355,
)  # fmt: skip
ERRORS = (
    890420.383607373, 84.9149257747669, 0.334910077722432e-01, 0.488399681651699,
    0.214274163161675, 0.226073200069370, 455.478499142212,
)  # fmt: skip
NAMES = ("deflator", "gnp", "unemployed", "forces", "people", "year")


def longley(monkeypatch: pytest.MonkeyPatch) -> modelling.Line:
    monkeypatch.setattr(modelling, "SPARE_ROWS", 9)  # it has but sixteen rows
    rows = [[float(v) for v in line.split()] for line in LONGLEY.strip().splitlines()]
    return modelling.line([r[1:] for r in rows], [r[0] for r in rows], NAMES)


def test_a_regression_equals_the_certified_values_of_a_hard_case(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """NIST StRD, Longley (1967): certified to 15 digits because it is nearly singular."""
    made = longley(monkeypatch)
    assert made.coefficients == pytest.approx(CERTIFIED, rel=1e-8)
    half = [(high - low) / 2 for low, high in zip(made.low, made.high, strict=True)]
    assert half == pytest.approx([2.262157162740992 * e for e in ERRORS], rel=1e-7)
    assert made.r2 == pytest.approx(0.995479004577296, abs=1e-12)
    assert made.residual_sd == pytest.approx(304.854073561965, rel=1e-9)
    assert made.spare == 9


def test_it_says_where_columns_say_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    made = longley(monkeypatch)
    assert set(made.warnings) == {"alike", "shaky"}
    printed = (135.53, 1788.51, 33.62, 3.59, 399.15, 758.98)  # in any textbook on collinearity
    assert made.vif == pytest.approx(printed, abs=0.01)


def test_two_columns_split_their_variance_by_their_correlation() -> None:
    """With correlation r the components explain (1 ± r)/2, and both columns weigh the same."""
    x = [float((7 * n) % 11) for n in range(30)]
    y = [v + float((5 * n) % 3) for n, v in enumerate(x)]
    mean = [sum(c) / 30 for c in (x, y)]
    cross = sum((a - mean[0]) * (b - mean[1]) for a, b in zip(x, y, strict=True))
    spread = [sum((v - m) ** 2 for v in c) for c, m in zip((x, y), mean, strict=True)]
    r = cross / (spread[0] * spread[1]) ** 0.5
    made = modelling.components(list(zip(x, y, strict=True)), ("x", "y"))
    assert made.explained == pytest.approx(((1 + r) / 2, (1 - r) / 2))
    assert made.weights == pytest.approx((0.5, 0.5))
    assert made.loadings[0] == pytest.approx((((1 + r) / 2) ** 0.5,) * 2)


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([[float(n), float(n * n % 7)] for n in range(9)], "too_few_rows"),
        ([[float(n), 3.0] for n in range(30)], "flat_metric"),
    ],
)
def test_too_little_to_go_by_is_refused(rows: list[list[float]], why: str) -> None:
    with pytest.raises(Rejected) as no:
        modelling.components(rows, ("a", "b"))
    assert no.value.why == why
    with pytest.raises(Rejected) as no:
        modelling.line(rows, [float(n) for n in range(len(rows))], ("a", "b"))
    assert no.value.why == why


def test_columns_that_say_the_same_are_refused() -> None:
    rows = [[float(n), 2.0 * n] for n in range(30)]
    with pytest.raises(Rejected, match="same_metrics"):
        modelling.line(rows, [float(n * n) for n in range(30)], ("a", "b"))


def test_weeks_in_which_something_is_unknown_are_left_out(stage: Stage, clock: HandClock) -> None:
    stage.asked("Question?")
    with pytest.raises(Rejected) as no:
        stage.call("index.model", metrics=["interactions", "spend"], weeks=20)
    assert no.value.why == "too_few_rows" and no.value.facts["size"] == 0
