"""Listed words are found in whatever dress, and nothing else is (SN-08, CR-15)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmapp.domain.wordlist import words_in


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("这是危机", ["危機"], ["危机"]),
        ("這是危機!", ["危机"], ["危機"]),
        ("危 机", ["危机"], ["危 机"]),
        ("危**机", ["危机"], ["危**机"]),
        ("危和机", ["危机"], []),
        ("REFUND now", ["refund"], ["REFUND"]),
        ("ｒｅｆｕｎｄ", ["refund"], ["ｒｅｆｕｎｄ"]),
        ("refunds", ["refund"], []),
        ("class action", ["class  action"], ["class action"]),
        ("№1 ﬁx", ["fix"], ["ﬁx"]),
        ("C++ is fine", ["c++"], ["C++"]),
        ("退款退款", ["退款"], ["退款", "退款"]),
        ("退款单", ["退款", "退款单"], ["退款单"]),
        ("nothing", [], []),
    ],
)
def test_found(text: str, words: list[str], found: list[str]) -> None:
    assert [text[h.start : h.end] for h in words_in(text, words)] == found


@given(st.text(max_size=80), st.lists(st.text(max_size=8), max_size=4))
def test_never_raises_and_stays_inside(text: str, words: list[str]) -> None:
    for hit in words_in(text, words):
        assert 0 <= hit.start < hit.end <= len(text)
        assert hit.word in words
