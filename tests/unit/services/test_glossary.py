"""The dictionary of metrics is whole in three languages, and the help page is made of it.

Requirements: AN-16, AN-02, AN-08, AC-10, N12.
"""

from __future__ import annotations

import string
from pathlib import Path
from typing import get_args

import pytest

from cmapp.connectors.registry import PLATFORMS
from cmapp.domain.chart import Say, Unit
from cmapp.domain.errors import Missing
from cmapp.domain.metrics import GROUPS, SOURCES
from cmapp.services import glossary, insights
from cmapp.services.wordbook import LANGUAGES, entries, say

ROOT = Path(__file__).resolve().parents[3]
EVERY = sorted(glossary.dictionary())


@pytest.mark.parametrize("metric", EVERY)
def test_a_metric_says_what_it_is_in_each_language(metric: str):
    one = glossary.get(metric)
    for words in (one.name, one.formula, one.is_not, *one.notes.values()):
        assert set(words) == set(LANGUAGES) and all(words.values())
        assert not any(said.startswith("（") for said in words.values()), "after a list's dash"
        assert len({words[lang] for lang in ("zh_CN", "en")}) == 2 or metric.endswith("pagerank")
    assert one.unit in get_args(Unit) and one.source in SOURCES and one.group in GROUPS
    assert one.better in ("up", "down", "")
    assert set(one.platforms) | set(one.notes) <= set(PLATFORMS)


def test_no_table_is_left_out():
    there = {path.stem for path in (ROOT / "resources" / "metrics").glob("*.toml")}
    assert there <= set(GROUPS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_page_is_what_the_definitions_say(language: str):
    page = ROOT / "resources" / "help" / language / "metrics.md"
    assert page.read_text("utf-8") == glossary.page(language), "python packaging/metrics_page.py"


@pytest.mark.parametrize("name", insights.CHARTS)
def test_each_number_of_a_chart_leads_to_its_definition(name: str):
    for metric in insights.get(name).metrics:
        glossary.get(metric)


def test_hover_text_has_the_formula_and_marks_what_nobody_checked():
    told = glossary.hover("first_reply", "zh_TW")
    one = glossary.get("first_reply")
    assert one.formula["zh_TW"] in told and one.is_not["zh_TW"] in told
    assert "未經核實" in told and "90%的消費者期望" in told
    assert "unverified" not in glossary.hover("likes")
    assert say(Say("metric.likes"), "zh_CN") == glossary.get("likes").name["zh_CN"]
    with pytest.raises(Missing, match="unknown_metric"):
        glossary.get("zeal")


def test_all_words_of_charts_are_in_three_languages_with_the_same_holes():
    for code, entry in entries().items():
        assert set(entry) >= set(LANGUAGES), code
        holes = {
            tuple(sorted({f for _, f, _, _ in string.Formatter().parse(entry[lang]) if f}))
            for lang in LANGUAGES
        }
        assert len(holes) == 1, code
