"""Lists of words that are looked for in texts, whatever their script, width or case (SN-08, CR-15).

A word of letters is found as a whole word; one of Chinese characters anywhere, also with a mark
or two pushed between them (危*机), as is done to slip through such lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from cmapp.domain.folding import fold

_HAN = re.compile(r"[⺀-鿿]")
LONGEST_WORD = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of the list that stands in a text at `start` to `end` (in its own characters)."""

    word: str
    start: int
    end: int


def pattern_of(word: str) -> str:
    """Return what finds a word in folded text; empty where there is nothing to look for."""
    folded = " ".join(fold(word[:LONGEST_WORD]).split())
    if not folded:
        return ""
    if _HAN.search(folded):
        return r"[\W_]{0,2}".join(re.escape(c) for c in folded if not c.isspace())
    body = r"\s+".join(re.escape(part) for part in folded.split(" "))
    before = r"(?<!\w)" if folded[0].isalnum() else ""
    after = r"(?!\w)" if folded[-1].isalnum() else ""
    return before + body + after


@cache
def _compiled(words: tuple[str, ...]) -> re.Pattern[str] | None:
    parts = [f"(?P<w{n}>{p})" for n, word in enumerate(words) if (p := pattern_of(word))]
    return re.compile("|".join(parts)) if parts else None


def words_in(text: str, words: Iterable[str]) -> list[Hit]:
    """Return where words of a list stand in a text, first to last, none over another."""
    listed = tuple(sorted(words, key=len, reverse=True))  # of two at one place the longer
    pattern = _compiled(listed) if listed else None
    if pattern is None:
        return []
    if (folded := fold(text)) == "" or not pattern.search(folded):
        return []
    if len(folded) == len(text):
        hay, origin = folded, list(range(len(text) + 1))
    else:
        hay, origin = _spelled(text)
    return [
        Hit(
            listed[int((hit.lastgroup or "w0")[1:])], origin[hit.start()], origin[hit.end() - 1] + 1
        )
        for hit in pattern.finditer(hay)
    ]


def _spelled(text: str) -> tuple[str, list[int]]:
    """Return the text folded character by character, and where each of the result comes from."""
    pieces: list[str] = []
    origin: list[int] = []
    for n, char in enumerate(text):
        folded = fold(char)
        pieces.append(folded)
        origin += [n] * len(folded)
    origin.append(len(text))
    return "".join(pieces), origin
