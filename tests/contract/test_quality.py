"""Each platform answers to every rule of the contract suite: done, to do, or cannot be, and why."""

from __future__ import annotations

import pytest

from tests.contract import quality


@pytest.mark.parametrize("platform", quality.built())
def test_quality_toml_answers_to_every_rule_once(platform: str) -> None:
    answers = quality.read(platform)
    given = [*answers.done, *answers.todo, *answers.exempt]
    assert sorted(set(quality.rules()) - set(given)) == [], "not answered"
    assert sorted(set(given) - set(quality.rules())) == [], "no such rule"
    assert len(given) == len(set(given)), "answered twice"
    for rule, why in (answers.todo | answers.exempt).items():
        assert len(why.split()) >= 3, f"{rule}: say why in a sentence"


@pytest.mark.parametrize("platform", quality.built())
def test_who_claims_to_keep_a_rule_is_put_on_trial(platform: str) -> None:
    assert quality.read(platform).done
    assert platform in quality.with_world()


def test_there_are_rules_enough_to_call_it_a_definition() -> None:
    assert len(quality.rules()) >= 25
