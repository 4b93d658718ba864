"""Contradictions between answers: planted pairs, measured (N22)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cmapp.domain import agreement, quantities
from cmapp.domain.folding import fold

PAIRS = json.loads((Path(__file__).parents[2] / "data" / "answer_pairs.json").read_text("utf-8"))


def score(pairs: list[tuple[str, str, bool]]) -> tuple[float, float, list[tuple[str, str, bool]]]:
    """Return precision, recall and what was judged wrongly; each pair counts both ways round."""
    hit = false = missed = 0
    wrong = []
    for one, other, differs in pairs:
        for before, now in ((one, other), (other, one)):
            said = bool(agreement.differences(before, now))
            hit += said and differs
            false += said and not differs
            missed += differs and not said
            if said != differs:
                wrong.append((before, now, differs))
    return hit / (hit + false), hit / (hit + missed), wrong


def test_planted_contradictions_are_found_and_agreeing_answers_left_alone() -> None:
    assert len(PAIRS["seen"]) >= 60
    precision, recall, wrong = score(PAIRS["seen"])
    print(f"seen: precision {precision:.3f} recall {recall:.3f}", wrong)
    assert precision >= 0.95, wrong
    assert recall >= 0.95, wrong


@pytest.mark.parametrize(
    ("some", "precise", "complete"), [("known", 0.95, 0.75), ("after", 0.95, 0.70)]
)
def test_pairs_that_the_rules_were_not_written_with(
    some: str, precise: float, complete: float
) -> None:
    precision, recall, wrong = score(PAIRS[some])
    print(f"{some}: precision {precision:.3f} recall {recall:.3f}", wrong)
    assert precision >= precise, wrong
    assert recall >= complete, wrong


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("€18 or 18 euros", [("money eur", 18, 18), ("money eur", 18, 18)]),
        ("3-5 days", [("span", 72, 120)]),
        ("三天内", [("span", 72, 72)]),
        ("十五个工作日", [("span", 360, 360)]),
        ("9 am", [("clock", 540, 540)]),
        ("下午6点半", [("clock", 1110, 1110)]),
        ("晚上10点", [("clock", 1320, 1320)]),
        ("3 November", [("date", 1103, 1103)]),
        ("Nov 3rd", [("date", 1103, 1103)]),
        ("11月3号", [("date", 1103, 1103)]),
        ("Monday to Friday", [("weekday", 0, 4)]),
        ("周日", [("weekday", 6, 6)]),
        ("20 percent", [("percent", 20, 20)]),
        ("打八折", [("折", 8, 8)]),
        ("85折", [("折", 8.5, 8.5)]),
        ("350ml", [("size ml", 350, 350)]),
        ("nothing here", []),
    ],
)
def test_quantities_are_read(text: str, expected: list[tuple[str, float, float]]) -> None:
    assert [(q.kind, q.low, q.high) for q in quantities.found(fold(text))] == expected


def test_a_difference_names_the_words_of_both() -> None:
    (found,) = agreement.differences("We open at 9 am.", "We open at 10 am.")
    assert (found.kind, found.before, found.now) == ("quantity", "9 am", "10 am")


@pytest.mark.parametrize("text", ["", "?", "😀", "@a https://x.example", "not", "不", "折", "$"])
def test_any_text_can_be_compared(text: str) -> None:
    agreement.differences(text, "Yes, 3 days.")
    agreement.differences("不可以。", text)
    agreement.claims(text)


@pytest.mark.parametrize(
    ("before", "now", "differs"),
    [
        ("我们每天早上9点开门，周日休息。", "週日也有開門喔", True),
        ("周一到周五营业，周六休息", "周六10点开门", True),
        ("Open 9 to 5, closed on Sundays.", "We are open on Sunday from 10.", True),
        ("我们每天早上9点开门，周日休息。", "周日休息哦，周六9点开门", False),
    ],
)
def test_a_day_that_is_open_and_closed_is_a_difference(
    before: str, now: str, differs: bool
) -> None:
    assert bool(agreement.differences(before, now)) is differs
    assert bool(agreement.differences(now, before)) is differs
