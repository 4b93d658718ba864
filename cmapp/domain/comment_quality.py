"""How much a comment brings to a conversation, as far as counting can tell (AN-07). Pure.

A third each: how long it is, whether it asks, whether its author is new under the post. It says
nothing about whether a comment is kind or right.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NO_LETTERS = re.compile("[^0-9A-Za-z]+")
FULL = 60
"""Letters with which a comment counts as long; a Chinese character is worth two."""


def length(text: str) -> int:
    """Return how many letters and digits a text has, a Chinese character counting twice."""
    if text.isascii():
        return len(_NO_LETTERS.sub("", text))
    return sum(map(_worth, text))


@lru_cache(maxsize=1 << 16)
def _worth(letter: str) -> int:
    if not letter.isalnum():
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def asks(text: str) -> bool:
    """Tell whether a text puts a question by its marks."""
    return "?" in text or "？" in text


def score(letters: int, *, asked: bool, new: bool) -> float:
    """Return 0 to 1 for a `length`. `asked`: a question; `new`: its author's first there."""
    return (min(1.0, letters / FULL) + asked + new) / 3
