"""Texts are counted as their platforms count them (AC-06)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmapp.domain.limits import Limits, Unit, count, graphemes, over, weighted

MASTODON = Limits(characters=500, link_length=23)
BLUESKY = Limits(graphemes=300, bytes=3000)
X = Limits(weighted=280)

# Each row was reasoned by the platform's published rules; graphemes were compared with ICU's,
# weights with a second implementation of X's configuration.
TABLE: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("lengths.json").read_text("utf-8")
)


def test_the_table_is_long_enough_and_mostly_chinese() -> None:
    assert len(TABLE) >= 40
    assert sum(any("一" <= c <= "鿿" for c in row["text"]) for row in TABLE) >= 20


@pytest.mark.parametrize("row", TABLE, ids=lambda row: repr(row["text"])[:30])
def test_golden_lengths(row: dict[str, Any]) -> None:
    text = row["text"]
    assert [m.used for m in count(text, MASTODON)] == [row["mastodon"]]
    used = {m.unit: m.used for m in count(text, BLUESKY)}
    assert used == {Unit.GRAPHEMES: row["bluesky"], Unit.BYTES: row["bytes"]}
    assert [m.used for m in count(text, X)] == [row["x"]]


@pytest.mark.parametrize(
    ("limits", "unit", "size"), [(MASTODON, "字", 500), (BLUESKY, "字", 300), (X, "字", 140)]
)
def test_at_the_limit_passes_and_one_more_does_not(limits: Limits, unit: str, size: int) -> None:
    assert over(unit * size, limits) == []
    (measure,) = over(unit * (size + 1), limits)
    assert measure.left < 0


def test_the_fullest_limit_comes_first() -> None:
    family = "👨‍👩‍👧‍👦"
    assert [m.unit for m in count(family * 120, BLUESKY)] == [Unit.BYTES, Unit.GRAPHEMES]
    assert over(family * 120, BLUESKY) == []
    assert [m.unit for m in over(family * 121, BLUESKY)] == [Unit.BYTES]


def test_a_server_that_counts_links_in_full_says_so_by_zero() -> None:
    link = "https://example.com/a/long/way/to/go"
    assert count(link, Limits(characters=500))[0].used == len(link)


def test_flags_pair_up_wherever_they_stand() -> None:
    assert graphemes("🇨🇳🇹🇼") == 2
    assert graphemes("🇨🇳🇹") == 2
    assert graphemes("a🇨🇳\ufe0fb🇹🇼") == 4


def test_no_limit_no_measure() -> None:
    assert count("x", Limits()) == []


def test_limits_survive_json_and_other_versions() -> None:
    limits = Limits(characters=500, link_length=23, media_count=4, media_kinds=("image/png",))
    facts = json.loads(json.dumps(limits.facts()))
    assert Limits.from_facts({**facts, "from_the_future": 1}) == limits
    assert Limits.from_facts({}) == Limits()


@given(st.text(max_size=200))
def test_counting_never_fails_and_never_counts_less_than_nothing(text: str) -> None:
    limits = Limits(graphemes=1, bytes=1, weighted=1, characters=1, link_length=23)
    assert all(measure.used >= 0 for measure in count(text, limits))
    assert graphemes(text) <= len(text)


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=300))
def test_a_chinese_character_is_one_grapheme_and_weighs_two(text: str) -> None:
    assert graphemes(text) == len(text)
    assert weighted(text) == 2 * len(text)
