"""Experiments where nothing differs: 5 % ± 1 false wins, and how many more if one peeks (N23)."""

from __future__ import annotations

import random
from typing import Any

import pytest

from cmapp.services.experiments import needed
from cmapp.services.trial_simulation import simulate

RUNS = 20_000
PLANS: dict[str, dict[str, Any]] = {
    "clicks": {"measure": "rate", "baseline": 0.1, "effect": 0.04},
    "posts with a comment": {"measure": "commented", "baseline": 0.5, "effect": 0.2},
    "interactions": {"measure": "interactions", "baseline": 12.0, "sd": 15.0, "effect": 7.0},
}
SEEDS = (1, 20_261_122)


def planned(name: str) -> dict[str, Any]:
    plan = {"alpha": 0.05, "power": 0.8, "better": "up", **PLANS[name]}
    return plan | {"n": needed(plan)}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", PLANS)
def test_where_nothing_differs_five_in_a_hundred_are_false(
    name: str, seed: int, record_property: Any
) -> None:
    plan = planned(name)
    tried = simulate(plan, (), runs=RUNS, seed=seed)
    rates = {
        "false wins": tried.false_wins / RUNS,
        "with ten looks": tried.peeked / RUNS,
        "power": tried.found / RUNS,
    }
    print(f"{name}, n={plan['n']} an arm, {RUNS} runs: {rates}")
    assert 0.04 <= rates["false wins"] <= 0.06
    assert rates["with ten looks"] > 0.14, "peeking has to show for what it is"
    assert rates["power"] == pytest.approx(0.8, abs=0.02)


def test_posts_of_ones_own_are_as_safe_as_made_up_ones() -> None:
    """Many posts with little, some with much, as they are: drawn from the history itself."""
    lot = random.Random(3)
    past = [float(round(lot.paretovariate(1.6) * 3)) for _ in range(200)]
    plan = planned("interactions") | {"n": 120}
    tried = simulate(plan, past, runs=RUNS, seed=5)
    assert tried.source == "history" and 0.03 <= tried.false_wins / RUNS <= 0.06


def test_the_same_seed_gives_the_same_counts() -> None:
    plan = planned("clicks")
    assert simulate(plan, (), runs=500, seed=9) == simulate(plan, (), runs=500, seed=9)
