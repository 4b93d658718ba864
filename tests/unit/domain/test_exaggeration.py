"""How well exaggeration is told from plain words, against the set labelled before (DR-12).

    python -m pytest tests/unit/domain/test_exaggeration.py -s -k figures

prints precision and recall by text on the part that the rules were written with and on the part
that was held out.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cmapp.domain.exaggeration import look

HERE = Path(__file__).parent / "labelled"


def rows(part: str) -> Iterator[tuple[list[str], str]]:
    for line in (HERE / f"{part}.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            words, text = line.split("\t")
            yield ([] if words == "-" else words.split("|")), text


def score(part: str) -> tuple[float, float, list[str]]:
    right = told = wanted = 0
    wrong = []
    for words, text in rows(part):
        found = [text[a:b] for a, b in look(text)]
        right += bool(words) and bool(found)
        told += bool(found)
        wanted += bool(words)
        if bool(words) is not bool(found):
            wrong.append(f"{'+' if found else '-'} {text} {found}")
    return right / told, right / wanted, wrong


@pytest.mark.parametrize(
    ("part", "precision", "recall"),
    [("exaggeration", 0.97, 0.97), ("exaggeration-held-out", 0.9, 0.85)],
)
def test_figures(part: str, precision: float, recall: float) -> None:
    p, r, wrong = score(part)
    print(
        f"\n{part}: {len([*rows(part)])} texts, precision {p:.3f}, recall {r:.3f}",
        *wrong,
        sep="\n  ",
    )
    assert p >= precision and r >= recall
