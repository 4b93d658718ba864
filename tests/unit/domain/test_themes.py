from __future__ import annotations

import random

from cmapp.domain.folding import fold
from cmapp.domain.themes import counted, themes


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
