"""Near-duplicates are found, and nothing that is not one (IN-14)."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from cmapp.domain.alike import LIKENESS, Crowd, likeness, shingles, skeleton

PEOPLE = "Where is my parcel? Order 20471 was due on Monday and nobody answers."


def grouped(texts: list[str]) -> list[int]:
    crowd = Crowd()
    return [crowd.place(n, text) for n, text in enumerate(texts)]


def test_the_same_in_other_dress_is_the_same() -> None:
    same = [
        "请问周末几点开门？",
        "請問週末幾點開門",
        "@shop 请问周末几点开门！！ https://a.example/1",
    ]
    assert grouped(same) == [0, 0, 0]
    assert grouped(["order 11 is late", "ORDER 982 is late!"]) == [0, 0]
    assert grouped(["👍", "👍👍", "😡"]) == [0, 0, 2]


def test_a_few_changed_words_keep_them_together_others_apart() -> None:
    near = PEOPLE.replace("Monday", "Tuesday")
    assert grouped([PEOPLE, near, "Do you ship to Ireland?", "太好吃了"]) == [0, 0, 2, 3]


def test_every_group_is_alike_and_hardly_a_pair_is_missed() -> None:
    chance = random.Random(7)
    han = [chr(0x4E00 + n) for n in range(900)]
    templates = ["".join(chance.choices(han, k=chance.randint(15, 40))) for _ in range(60)]
    texts = []
    for _ in range(1500):
        body = list(chance.choice(templates))
        for _ in range(chance.randint(0, 3)):
            body[chance.randrange(len(body))] = chance.choice(han)
        texts.append("".join(body))
    texts += ["".join(chance.choices(han, k=25)) for _ in range(1500)]
    chance.shuffle(texts)
    leaders = grouped(texts)
    sets = [shingles(skeleton(t)) for t in texts]
    for number, leader in enumerate(leaders):
        assert likeness(sets[number], sets[leader]) >= LIKENESS
    first = sorted(set(leaders))
    due = found = 0
    for number in range(0, len(texts), 3):
        if any(likeness(sets[number], sets[one]) >= LIKENESS for one in first if one < number):
            due += 1
            found += leaders[number] != number
    print(f"\n{found} of {due} that are like an earlier leader are in its group")
    assert due > 300
    assert found / due >= 0.9


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_has_a_place(one: str, other: str) -> None:
    leaders = grouped([one, other, one])
    assert leaders[0] == leaders[2] == 0
    assert leaders[1] in (0, 1)
