"""How long a text lasts when it is spoken, and where its 3rd, 7th and 38th second fall (DR-11).

The marks come from a rule of thumb (3 s hook, 7 s message, 38 s for what moves); nobody has
checked it, so they are shown as that. Rates are of calm speech: 270 Chinese characters or 150
English words a minute, a breath at each mark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MARKS = (("hook", 3.0), ("message", 7.0), ("emotion", 38.0))
SOURCE = "S2 “3-7-38法則”"
CHARACTERS_A_SECOND = 4.5
WORDS_A_SECOND = 2.5
_SPOKEN = re.compile(
    r"(?P<han>[㐀-䶿一-鿿぀-ヿ가-힯])|(?P<number>\d)|(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+)*)"
    r"|(?P<long>[。！？!?…\n]|\.(?=\s|$))|(?P<short>[，、；：,;:])"
)
_LASTS = {
    "han": 1 / CHARACTERS_A_SECOND, "number": 1 / CHARACTERS_A_SECOND, "word": 1 / WORDS_A_SECOND,
    "long": 0.5, "short": 0.25,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Script:
    """`seconds` in all; `marks`: name → the character at which its second is reached, or None.

    `clause` and `sentence` are the seconds until the first of each ends.
    """

    seconds: float
    marks: dict[str, int | None]
    clause: float
    sentence: float


def meter(text: str) -> Script:
    """Return how long a text lasts when spoken, and where its marks fall."""
    total = spoken = 0.0
    marks: dict[str, int | None] = {name: None for name, _ in MARKS}
    clause = sentence = -1.0
    for found in _SPOKEN.finditer(text):
        kind = str(found.lastgroup)
        if kind in ("long", "short") and spoken > 0:
            clause = total if clause < 0 else clause
            if kind == "long":
                sentence = total if sentence < 0 else sentence
        for name, at in MARKS:
            if marks[name] is None and total + _LASTS[kind] > at and kind not in ("long", "short"):
                marks[name] = found.start()
        total += _LASTS[kind]
        if kind not in ("long", "short"):
            spoken = total
    clause = spoken if clause < 0 else clause
    sentence = spoken if sentence < 0 else sentence
    return Script(round(spoken, 2), marks, round(clause, 2), round(sentence, 2))
