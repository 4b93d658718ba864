from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from cmapp.domain.folding import fold
from cmapp.domain.themes import _STOP_HAN, _STOP_TERMS, counted, terms, themes


def pile(*texts: str) -> list[tuple[int, int, str]]:
    return [(n, n, fold(text)) for n, text in enumerate(texts)]


def test_what_many_people_say_is_a_theme_in_either_language() -> None:
    found = themes(
        pile(
            "退款什么时候到账？", "我的退款還沒到", "退款退款退款", "申请退款三天了",
            "Where is my parcel?", "The parcel came broken", "parcel arrived, thank you",
            "好看", "早上好",
        ),
        {},
    )  # fmt: skip
    assert [t.term for t in found][:2] == ["退款", "parcel"]
    assert found[0].people == 4 and found[0].where == (0, 1, 2, 3)


def test_one_person_who_repeats_is_one_person() -> None:
    assert themes([(n, 7, "退款退款") for n in range(50)], {}) == []


def test_a_piece_of_a_longer_term_is_not_told_twice() -> None:
    found = themes(pile("优惠券不能用", "优惠券过期", "优惠券呢", "我要优惠券"), {})
    assert [t.term for t in found] == ["优惠券"]


def test_what_is_always_said_is_no_theme() -> None:
    texts = pile("coffee beans", "coffee shop", "nice coffee", "coffee again")
    assert themes(texts, counted(texts)) == []
    assert themes(texts, {"coffee": 2.0})[0].term == "coffee"


def test_the_order_of_the_texts_changes_nothing() -> None:
    texts = pile(*(f"退款 {n % 3} parcel late" for n in range(20)), "快递 丢 件", "快递 慢", "快递")
    shuffled = random.Random(5).sample(texts, len(texts))
    assert themes(texts, {}) == themes(shuffled, {})


def test_when_somebody_writes_is_no_theme() -> None:
    assert themes(pile("今天到了", "今天下单", "等了一天，今天"), {}) == []


def plainly(text: str) -> set[str]:
    """Return the terms of Chinese characters by trying each piece."""
    pieces = {text[a:b] for a in range(len(text)) for b in range(a + 2, a + 5) if b <= len(text)}
    return {
        p for p in pieces if not {p[0], p[-1]} & _STOP_HAN and p not in _STOP_TERMS
    }  # fmt: skip


said = st.text(st.sampled_from("退款快递慢的了今天吗"), max_size=12)


@given(said)
def test_terms_are_all_pieces_that_mean_something(text: str) -> None:
    assert terms(text) == plainly(text)


@given(st.lists(st.tuples(st.integers(0, 4), said), max_size=12))
def test_people_and_places_are_those_of_the_texts(found: list[tuple[int, str]]) -> None:
    texts = [(n, who, text) for n, (who, text) in enumerate(found)]
    every = {t for _, _, text in texts for t in plainly(text)}
    people = {t: len({who for _, who, text in texts if t in plainly(text)}) for t in every}
    assert counted(texts) == people
    told = themes(texts, {}, at_least=2, most=5)
    assert len(told) <= 5
    for one in told:
        assert one.people == people[one.term] >= 2
        assert one.where == tuple(n for n, _, text in texts if one.term in plainly(text))
