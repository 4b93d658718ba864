"""A long text comes apart where a reader would pause, and nothing of it is lost (DR-05)."""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path
from typing import Any

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from cmapp.domain.limits import Limits, over
from cmapp.domain.splitting import pieces, split

NETWORKS = {
    "mastodon": Limits(characters=500, link_length=23),
    "bluesky": Limits(graphemes=300, bytes=3000),
    "x": Limits(weighted=280),
    "small": Limits(graphemes=40, bytes=120),
}
GOLDEN: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "lengths.json").read_text("utf-8")
)

WORDS = st.sampled_from(
    [
        "Rain", "today", "我们", "明天", "开会。", "好吗？", "wait...", "Yes!", "“对”", "，",
        "https://example.com/a/b?c=1", "@ana@mastodon.example", "#春天", "#spring",
        "👨‍👩‍👧‍👦", "🇨🇳🇹🇼",
        "end.", "é", "한국어", "ก็", "e.g.", "3.14", "（括号）", "，那么", "x" * 30,
    ]
)  # fmt: skip
GAPS = st.sampled_from([" ", " ", "", "\n", "\n\n", "  "])
TEXTS = st.lists(st.tuples(WORDS, GAPS), max_size=120).map(
    lambda found: "".join(word + gap for word, gap in found)
)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(sorted(NETWORKS)))
def test_nothing_is_lost_every_part_fits_and_no_cut_is_needless(text: str, name: str) -> None:
    limits = NETWORKS[name]
    parts = split(text, limits)
    assert squeezed("".join(parts)) == squeezed(text)
    assert all(not over(part, limits) for part in parts)
    at = 0
    ends = []
    for part in parts:
        begin = text.index(part, at)
        at = begin + len(part)
        ends.append((begin, at))
    for (begin, _), (_, end) in itertools.pairwise(ends):
        assert over(text[begin:end], limits), "two neighbours would have fitted in one"


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["mastodon", "bluesky", "x"]))
def test_what_should_stay_whole_does(text: str, name: str) -> None:
    parts = split(text, NETWORKS[name])
    found = regex.findall(r"\X", text)
    assert sum(len(regex.findall(r"\X", p)) for p in parts) <= len(found)
    for whole in ("@ana@mastodon.example", "👨‍👩‍👧‍👦", "🇨🇳🇹🇼"):
        assert sum(p.count(whole) for p in parts) == text.count(whole)
    links = r"https://\S+"
    assert [m for p in parts for m in re.findall(links, p)] == re.findall(links, text)


@settings(max_examples=80, deadline=None)
@given(TEXTS, st.sampled_from(sorted(NETWORKS)))
def test_numbers_are_counted_in(text: str, name: str) -> None:
    parts = split(text, NETWORKS[name], numbered=True)
    assert all(not over(part, NETWORKS[name]) for part in parts)
    if len(parts) > 1:
        assert [p.rpartition(" ")[2] for p in parts] == [
            f"{n}/{len(parts)}" for n in range(1, len(parts) + 1)
        ]


def test_a_cut_is_made_at_the_best_place_in_the_second_half() -> None:
    limits = Limits(graphemes=40)
    text = "One line that is short.\n\nTwo is as long as that one. And a third."
    assert split(text, limits)[0] == "One line that is short."
    assert split("A first sentence of some words. Then more and more words.", limits) == [
        "A first sentence of some words.",
        "Then more and more words.",
    ]
    assert split(
        "这是第一句话，有一点长。这是第二句话，也不短。第三句。", Limits(graphemes=20)
    ) == [
        "这是第一句话，有一点长。",
        "这是第二句话，也不短。第三句。",
    ]
    assert split("Anna " + "x" * 38, limits) == ["Anna", "x" * 38]
    assert split("一二三四五六七八九十。」后面", Limits(graphemes=10))[0] == "一二三四五六七八九"


def test_a_line_of_dashes_cuts_and_is_gone() -> None:
    assert split("One\n---\nTwo", Limits(graphemes=300)) == ["One", "Two"]
    assert split("One\r\n ----- \r\nTwo\n---\n", Limits(graphemes=300), long=False) == [
        "One",
        "Two",
    ]
    assert pieces("a --- b\n--\nc") == ["a --- b\n--\nc"]
    assert split("---", Limits(graphemes=300)) == ["---"]
    assert split("", Limits(graphemes=300)) == [""]


def test_what_is_longer_than_a_post_is_cut_between_characters() -> None:
    link = "https://example.com/" + "a" * 100
    parts = split(f"See {link} now", Limits(graphemes=50))
    assert "".join(parts).replace(" ", "") == f"See{link}now"
    assert max(map(len, parts)) <= 50
    families = split("👨‍👩‍👧‍👦" * 30, Limits(graphemes=7))
    assert [p.count("👦") for p in families] == [7, 7, 7, 7, 2]


@pytest.mark.parametrize("name", sorted(NETWORKS))
def test_the_golden_strings_in_a_row_come_apart(name: str) -> None:
    text = " ".join(row["text"] for row in GOLDEN)
    parts = split(text, NETWORKS[name])
    assert squeezed("".join(parts)) == squeezed(text)
    assert all(not over(part, NETWORKS[name]) for part in parts)
