"""No HTML, no control and nothing hidden gets past the gate."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmapp.connectors.plain import clean, from_facets, from_html, line, web

LINK = (
    '<a href="https://shop.example/refund/2026/01" target="_blank" rel="nofollow">'
    '<span class="invisible">https://</span><span class="ellipsis">shop.example/refund</span>'
    '<span class="invisible">/2026/01</span></a>'
)
MENTION = (
    '<span class="h-card"><a href="https://m.example/@bob" class="u-url mention">'
    "@<span>bob</span></a></span>"
)
TAG = '<a href="https://m.example/tags/x" class="mention hashtag" rel="tag">#<span>退款</span></a>'


def stretches(html: str) -> list[tuple[str, str, str]]:
    found = from_html(html, mentions={"https://m.example/@bob": "bob@m.example"})
    return [(found.text[s.start : s.end], s.kind, s.target) for s in found.spans]


def test_links_mentions_and_tags_become_spans() -> None:
    assert stretches(f"<p>{MENTION} 你好 {TAG}<br>{LINK}</p>") == [
        ("@bob", "mention", "bob@m.example"),
        ("#退款", "tag", "退款"),
        (
            "https://shop.example/refund/2026/01",
            "link",
            "https://shop.example/refund/2026/01",
        ),
    ]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>一</p><p>二<br>三<br /><br>四</p>", "一\n\n二\n三\n\n四"),
        ("plain &amp; &lt;b&gt; &#39;x&#39; &nbsp;y", "plain & <b> 'x' \xa0y"),
        ("a <b>b</b> <i>c</i>d", "a b cd"),
        ("  <p> a\n  b </p>\n\n<p></p> <p>c</p>  ", "a b\n\nc"),
        ("全角　空格", "全角　空格"),
        ("<ul><li>a</li><li>b</li></ul>c", "• a\n• b\n\nc"),
        ("<pre>a  b\n c</pre>", "a  b\n c"),
        ('<p>:blobcat: <img class="emoji" alt=":cat:" src="x">!</p>', ":blobcat: :cat:!"),
        ("a<script>alert(1)</script>b<style>c{}</style>d", "abd"),
        ("<p>unclosed <b>x", "unclosed x"),
        ("<!-- c --><?x?><!DOCTYPE html>y", "y"),
        ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_html_to_text(html: str, text: str) -> None:
    assert from_html(html).text == text


@pytest.mark.parametrize(
    "href", ["javascript:x", "file:///etc/passwd", "data:x", "/tags/x", "https://", "//a", "", "ht"]
)
def test_a_link_that_leads_elsewhere_than_the_web_is_text(href: str) -> None:
    found = from_html(f'<a href="{href}">here</a>')
    assert (found.text, found.spans) == ("here", ())


@pytest.mark.parametrize("href", ["hTtps://X.example/A", " HTTPS://X.example/A"])
def test_a_link_has_the_name_of_its_scheme_in_small_letters(href: str) -> None:
    (span,) = from_html(f"<a href='{href}'>a</a>").spans
    assert span.target == web(href) == "https://X.example/A"
    (facet,) = from_facets("a", [(0, 1, "link", href)]).spans
    assert facet.target == "https://X.example/A"


def test_text_that_is_html_in_the_text_stays_text() -> None:
    assert from_html("&lt;img src=x onerror=1&gt;").text == "<img src=x onerror=1>"


def test_spans_keep_their_place_after_cleaning() -> None:
    html = f"<p>\u202e\u200be\u0301\u200b {LINK}</p>"
    found = from_html(html)
    assert found.text == "é https://shop.example/refund/2026/01"
    assert stretches(html)[0][0] == "https://shop.example/refund/2026/01"


def test_a_span_over_the_cap_goes() -> None:
    found = from_html(f"<p>abc {LINK}</p>", cap=10)
    assert (found.text, found.spans) == ("abc https:", ())


@pytest.mark.parametrize(
    "html", ["<div>" * 200_000 + "x", "<b>" * 100_000, '<a href="' * 100_000, "&" * 900_000]
)
def test_a_hostile_page_does_not_hold_us(html: str) -> None:
    begun = time.monotonic()
    from_html(html)
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\x00b\x07c\x7fd\x9be", "abcde"),
        ("\u202eevil\u202c \u2066x\u2069", "evil x"),
        ("a\u200bb\u2060c\ufeffd\u00ade", "abcde"),
        ("a\r\nb\rc\u2028d\te", "a\nb\nc\nd e"),
        ("e\u0301", "é"),
        ("\ud800x", "�x"),
        ("👩‍👩‍👧 ❤️‍🔥 👩🏽‍🚀", "👩‍👩‍👧 ❤️‍🔥 👩🏽‍🚀"),
        ("pay\u200dpal pay\u200cpal", "paypal paypal"),
        ("نمی‌خواهم", "نمی‌خواهم"),
        ("क्‍ष", "क्‍ष"),
        ("🏴\U000e0067\U000e0062\U000e007f", "🏴\U000e0067\U000e0062\U000e007f"),
        ("hi\U000e0068\U000e0069", "hi"),
        ("退款　繁體", "退款　繁體"),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_a_name_is_one_line() -> None:
    assert line("  Bob\n\n<b>\u202eX</b> ") == "Bob <b>X</b>"
    assert len(line("字" * 1000)) == 200


FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@given(st.text())
def test_whatever_comes_what_leaves_is_clean(text: str) -> None:
    cleaned = clean(text, 50)
    assert not FORBIDDEN.search(cleaned)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert len(cleaned) <= 50
    assert clean(cleaned, 50) == cleaned


@given(st.lists(st.sampled_from(["<p>", "</p>", "<a href='https://a.b'>", "</a>", "<br>", "<li>",
                                 "<pre>", "</pre>", "<span>", " ", "x", "\u202e", "字", "<", "&lt;",
                                 "<script>", "</script>", "\n", "<svg>", "</svg>"])))  # fmt: skip
def test_whatever_html_comes_spans_lie_within_the_text(pieces: list[str]) -> None:
    found = from_html("".join(pieces))
    assert not FORBIDDEN.search(found.text)
    assert found.text == found.text.strip("\n ")
    for span in found.spans:
        assert 0 <= span.start < span.end <= len(found.text)


def test_facets_count_bytes_and_spans_characters() -> None:
    text = "hé 你好 https://x.example z"
    facets = [(11, 28, "link", "https://x.example"), (4, 10, "tag", "你好")]
    found = from_facets(text, facets)
    assert found.text == text
    assert [(found.text[s.start : s.end], s.target) for s in found.spans] == [
        ("你好", "你好"),
        ("https://x.example", "https://x.example"),
    ]


@pytest.mark.parametrize(
    "facet",
    [(5, 7, "tag", "x"), (-1, 3, "tag", "x"), (3, 2, "tag", "x"), (0, 99, "tag", "x"),
     (0, 1, "link", "javascript:1")],
)  # fmt: skip
def test_a_facet_that_cannot_be_is_dropped(facet: tuple[int, int, str, str]) -> None:
    found = from_facets("hé 你好", [facet])
    assert (found.text, found.spans) == ("hé 你好", ())


def test_of_two_facets_that_overlap_the_first_counts() -> None:
    found = from_facets("abcdef", [(0, 4, "tag", "a"), (2, 6, "tag", "b")])
    assert [span.target for span in found.spans] == ["a"]


@pytest.mark.parametrize(
    "towers",
    [
        "a" + "\u0315\u0300" * 40_000,
        "<b>x</b>".join(["a" + "\u0345\u0301\u0323\u0334" * 20_000] * 4),
    ],
)
def test_a_tower_of_marks_takes_no_minutes(towers: str) -> None:
    """To put them in order takes the square of their number: it was ten seconds for one post."""
    began = time.process_time()
    assert max(map(len, re.findall("[\u0300-\u036f]+", from_html(towers).text))) <= 8
    assert max(map(len, re.findall("[\u0300-\u036f]+", clean(towers)))) <= 8
    assert time.process_time() - began < 2


def test_what_languages_hang_on_a_letter_stays() -> None:
    for word in ("ཧྐྵྨླྺྻྂ", "שָׁ֖לֹום", "ที่ผู้ใช้", "n̈́̃", "क्ष्म्य", "Việt", "❤️‍🔥", "1️⃣"):
        assert clean(word) == unicodedata.normalize("NFC", word)


def test_what_is_no_character_is_none_here() -> None:
    assert clean("a\ufffe\uffff\ufdd0b") == "ab"
