"""What changed between two texts, as a reader sees it: by words, in Chinese by characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import regex

_ALONE = r"\p{Han}\p{Hiragana}\p{Katakana}"
_TOKEN = regex.compile(rf"\s+|[{_ALONE}]|(?:(?![{_ALONE}])[\p{{L}}\p{{N}}\p{{M}}_'’])+|\X")
_MOST = 4_000_000
"""Beyond so many pairs of words a block that changed is told as changed, whole."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text. `op`: `same`, `out` (only in the older), `in` (only in the newer)."""

    op: str
    text: str


def differences(older: str, newer: str) -> list[Segment]:
    """Return both texts as one run of segments.

    Those that are not `in` make the older text, those that are not `out` the newer. Lines are
    compared first, so that a page with one changed word is quick.
    """
    made: list[Segment] = []
    for was, now in _blocks(older.splitlines(keepends=True), newer.splitlines(keepends=True)):
        if was == now:
            _add(made, "same", "".join(was))
            continue
        left, right = _TOKEN.findall("".join(was)), _TOKEN.findall("".join(now))
        if len(left) * len(right) > _MOST:
            _add(made, "out", "".join(was))
            _add(made, "in", "".join(now))
            continue
        for before, after in _blocks(left, right):
            if before == after:
                _add(made, "same", "".join(before))
            else:
                _add(made, "out", "".join(before))
                _add(made, "in", "".join(after))
    return made


def _blocks(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Yield what belongs together of two sequences, equal or not, in order."""
    for _, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        yield list(left[a:b]), list(right[c:d])


def _add(made: list[Segment], op: str, text: str) -> None:
    if not text:
        return
    if made and made[-1].op == op:
        made[-1] = Segment(op, made[-1].text + text)
    else:
        made.append(Segment(op, text))
