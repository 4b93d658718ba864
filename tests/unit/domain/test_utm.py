"""Marked links: what was there stays to the letter, only what is said again gives way (AN-12)."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmapp.domain import utm
from cmapp.domain.errors import Rejected

SHOP = {"source": "mastodon", "medium": "social"}


@pytest.mark.parametrize(
    ("url", "fields", "made"),
    [
        ("https://x.example", SHOP, "https://x.example?utm_source=mastodon&utm_medium=social"),
        ("https://x.example/a?b=1", {"source": "m"}, "https://x.example/a?b=1&utm_source=m"),
        ("https://x.example/a#top", {"source": "m"}, "https://x.example/a?utm_source=m#top"),
        ("https://x.example/a?q=1#top?no", {"source": "m"}, "https://x.example/a?q=1&utm_source=m#top?no"),
        ("https://x.example/?utm_source=old&q=1", {"source": "m"}, "https://x.example/?q=1&utm_source=m"),
        ("https://x.example/?UTM_Source=old", {"source": "m"}, "https://x.example/?utm_source=m"),
        ("https://x.example/?utm_medium=mail", {"source": "m"}, "https://x.example/?utm_medium=mail&utm_source=m"),
        ("https://x.example/?q=a%20b&r=a+b", {"source": "m"}, "https://x.example/?q=a%20b&r=a+b&utm_source=m"),
        ("https://x.example/?", {"source": "m"}, "https://x.example/?utm_source=m"),
        ("https://x.example/a", {"campaign": "春节 促销"}, "https://x.example/a?utm_campaign=%E6%98%A5%E8%8A%82%20%E4%BF%83%E9%94%80"),
        ("https://x.example/a", {"content": "a&b=c#d?/+%"}, "https://x.example/a?utm_content=a%26b%3Dc%23d%3F%2F%2B%25"),
        ("https://例子.example/路?q=值", {"source": "m"}, "https://例子.example/路?q=值&utm_source=m"),
        ("HTTPS://u:p@x.example:8443/", {"source": "m"}, "HTTPS://u:p@x.example:8443/?utm_source=m"),
        ("https://x.example/a", {}, "https://x.example/a"),
    ],
)  # fmt: skip
def test_a_link_gets_its_parameters(url: str, fields: dict[str, str], made: str) -> None:
    assert utm.build(url, fields) == made
    assert utm.build(made, fields) == made  # twice is once


@given(st.dictionaries(st.sampled_from(utm.FIELDS), st.text(min_size=1, max_size=40), min_size=1))
def test_every_value_comes_out_as_it_went_in(fields: dict[str, str]) -> None:
    try:
        kept = utm.checked(fields)
        made = utm.build("https://x.example/p?keep=1&keep=2#f", kept)
    except UnicodeEncodeError:
        return  # half a character is no text
    read = parse_qs(urlsplit(made).query, keep_blank_values=True)
    assert read.pop("keep") == ["1", "2"]
    assert read == {f"utm_{n}": [v] for n, v in kept.items()}
    assert urlsplit(made).fragment == "f"


@pytest.mark.parametrize(
    "url",
    [
        "", "x.example", "ftp://x.example", "https://", "http://[::1", "javascript:alert(1)",
        "https://a b",
    ],
)  # fmt: skip
def test_what_is_no_link_is_refused(url: str) -> None:
    with pytest.raises(Rejected):
        utm.build(url, SHOP)


def test_unknown_fields_and_long_values_are_refused() -> None:
    with pytest.raises(Rejected):
        utm.checked({"sauce": "x"})
    with pytest.raises(Rejected):
        utm.checked({"source": "x" * 201})
    assert utm.checked({"utm_Source": " a  b ", "term": ""}) == {"source": "a b"}


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("看 https://x.example/a，好。", ["https://x.example/a"]),
        ("(see https://x.example/a_(b)).", ["https://x.example/a_(b)"]),
        ("https://x.example/?a=1, and http://y.example!", ["https://x.example/?a=1", "http://y.example"]),
        ("no link: x.example", []),
        ("「https://x.example」", ["https://x.example"]),
    ],
)  # fmt: skip
def test_links_are_found_without_what_ends_the_sentence(text: str, links: list[str]) -> None:
    assert [text[a:b] for a, b in utm.links(text)] == links


def test_the_words_around_links_stay() -> None:
    text = "新品 https://x.example/a？！\nand https://y.example/#b."
    made = utm.in_text(text, {"source": "m"})
    assert (
        made == "新品 https://x.example/a?utm_source=m？！\nand https://y.example/?utm_source=m#b."
    )
