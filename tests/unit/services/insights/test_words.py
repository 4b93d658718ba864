"""Every chart, its choices and its group have words in three languages: none shows as a code."""

from __future__ import annotations

import pytest

from cmapp.services import insights
from cmapp.services.wordbook import LANGUAGES, entries


def codes(name: str) -> list[str]:
    one = insights.get(name)
    offered = {option: values for option, values in one.options.items() if values}
    return [
        f"{name}.title",
        f"glossary.group.{one.group}",
        *(f"option.{option}" for option in offered),
        *(f"option.{option}.{value}" for option, values in offered.items() for value in values),
    ]


@pytest.mark.parametrize("name", insights.CHARTS)
def test_a_chart_and_its_choices_have_words_in_each_language(name: str):
    for code in codes(name):
        said = entries().get(code, {})
        assert set(said) == set(LANGUAGES) and all(said.values()), code


def test_choices_of_one_option_are_told_from_each_other():
    for name in insights.CHARTS:
        for option, values in insights.get(name).options.items():
            for language in LANGUAGES:
                said = [entries()[f"option.{option}.{value}"][language] for value in values]
                assert len(said) == len(set(said)), (name, option, language)
