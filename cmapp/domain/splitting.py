"""A text that is too long for one post, in parts that fit: each ends where a reader would pause.

The cuts lie between paragraphs, else lines, sentences, clauses, words; never inside a link, a
mention, a hashtag or a character. A line of its own that reads `---` is a cut that the writer
made. Counted as the platform counts (`limits.count`), a number like `1/5` included.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from math import ceil

import regex

from cmapp.domain.limits import Limits, count

BREAK = regex.compile(r"(?:\A|(?<=\n))[ \t]*-{3,}[ \t]*(?:\r?\n|\Z)")
"""A line that the writer put between two parts."""
_UNBROKEN = regex.compile(
    r"(?:https?|ftps?|ipfs|gemini|dat)://\S+"
    r"|(?<![\w@])@[\w.-]+(?:@[\w.-]+)?"
    r"|(?<![\w#＃])[#＃][\w·]+[#＃]?"
    r"|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:/\S*)?",
    regex.IGNORECASE,
)
_FLAG = regex.compile(r"\p{Regional_Indicator}{2}|\X")
_WIDE = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
_CLOSING = r"[”’」』）】》〉)\]\"']"


class Cut(IntEnum):
    """How good a place is, the best last."""

    CHARACTER = 0
    WORD = 1
    CLAUSE = 2
    SENTENCE = 3
    LINE = 4
    PARAGRAPH = 5


_PLACES = (
    (Cut.PARAGRAPH, regex.compile(r"\s*\n\s*\n\s*")),
    (Cut.LINE, regex.compile(r"[^\S\n]*\n\s*")),
    (
        Cut.SENTENCE,
        regex.compile(rf"(?:[。！？…｡]{_CLOSING}*(?![。！？…｡])|[.!?]+{_CLOSING}*(?=\s))\s*"),
    ),
    (Cut.CLAUSE, regex.compile(rf"(?:[；，、：]{_CLOSING}*|[,;:—–](?=\s))\s*")),
    (Cut.WORD, regex.compile(rf"\s+|(?<={_WIDE})(?={_WIDE})")),
)
"""What ends at a place of that kind: the cut is at the end of the match."""


@dataclass(frozen=True, slots=True)
class _Measured:
    limits: Limits
    before: str

    def share(self, text: str) -> float:
        """Return how much of the tightest limit a text uses; above 1 it is too long."""
        used = count(self.before + text, self.limits)
        return max((m.used / max(1, m.limit) for m in used), default=0.0)


def pieces(text: str) -> list[str]:
    """Return the parts that the writer made with `---`, without what is empty."""
    return [piece for part in BREAK.split(text) if (piece := part.strip())]


def split(
    text: str, limits: Limits, *, long: bool = True, numbered: bool = False, before: str = ""
) -> list[str]:
    """Return the parts of a text: one where it fits and has no `---`.

    `long`: what is too long is cut, else only the writer's own cuts count. `numbered`: ` 1/5` at
    the end of each part where there are several. `before`: what is counted with each part, such as
    a content warning. At the cuts white space is lost, nothing else.
    A part is longer than the limits only where not even one character fits.
    """
    return list(_split(text, limits, long, numbered, before))


@lru_cache(maxsize=16)
def _split(text: str, limits: Limits, long: bool, numbered: bool, before: str) -> tuple[str, ...]:
    given = pieces(text) or [text.strip()]
    room = ""
    measured = _Measured(limits, before)
    if numbered and long:  # how many there will be, but for the cuts
        room = _number(sum(ceil(measured.share(one)) for one in given))
    while True:
        parts = [p for one in given for p in (_cut(one, measured, room) if long else [one])]
        total = len(parts)
        if not numbered or total == 1:
            return tuple(parts)
        if len(_number(total)) <= len(room) or not long:
            return tuple(f"{part} {n}/{total}" for n, part in enumerate(parts, 1))
        room = _number(total)


def _number(total: int) -> str:
    """Return the longest number that a thread of so many parts has."""
    nines = "9" * len(str(total)) if total > 1 else ""
    return f" {nines}/{nines}" if nines else ""


def _cut(text: str, measured: _Measured, room: str) -> list[str]:
    if measured.share(text + room) <= 1:
        return [text]
    places = _places(text)
    parts: list[tuple[int, int]] = []
    start, at = 0, 0  # in text, in places
    while start < len(text):
        end, at = _next(text, places, start, at, measured, room)
        if parts and measured.share(text[parts[-1][0] : end].strip() + room) <= 1:
            parts[-1] = (parts[-1][0], end)  # the cut before was needless after all
        elif text[start:end].strip():
            parts.append((start, end))
        start = end
    return [text[first:end].strip() for first, end in parts]


def _next(
    text: str, places: list[tuple[int, Cut]], start: int, at: int, measured: _Measured, room: str
) -> tuple[int, int]:
    """Return where the part that begins at `start` ends, and the index of the place after it."""

    def share(index: int) -> float:
        return measured.share(text[start : places[index][0]].strip() + room)

    low, step = at, 1  # places[low] may fit; first look for one that does not
    while low + step < len(places) and share(low + step) <= 1:
        low, step = low + step, step * 2
    high = min(low + step, len(places) - 1)
    while low < high:
        middle = (low + high + 1) // 2
        if share(middle) <= 1:
            low = middle
        else:
            high = middle - 1
    if share(low) <= 1 and low == len(places) - 1:
        return len(text), len(places)
    if share(low) > 1:
        end = _inside(text, start, places[low][0], measured, room)
        return end, low + (end == places[low][0])
    best = low
    for index in range(low - 1, at - 1, -1):
        if places[index][1] > places[best][1]:
            # A better place in the second half of what fits; so that no word is cut, any.
            if places[best][1] is not Cut.CHARACTER and share(index) <= 0.5:
                break
            best = index
    return places[best][0], best + 1


def _inside(text: str, start: int, end: int, measured: _Measured, room: str) -> int:
    """Return a cut inside of what should stay whole: a link that is longer than a post."""
    last = start
    for found in _FLAG.finditer(text, start, end):
        if last > start and measured.share(text[start : found.end()].strip() + room) > 1:
            break
        last = found.end()
    return last


def _places(text: str) -> list[tuple[int, Cut]]:
    """Return where a cut may be, in order, each with how good it is; the end is the last."""
    found: dict[int, Cut] = {end: Cut.CHARACTER for end in _characters(text)}
    for kind, pattern in reversed(_PLACES):
        for match in pattern.finditer(text):
            if match.end() in found or match.end() == len(text):
                found[match.end()] = max(kind, found.get(match.end(), kind))
    for match in _UNBROKEN.finditer(text):
        for inside in range(match.start() + 1, match.end()):
            found.pop(inside, None)
    # A new part does not begin with what closes, nor does one end with what opens.
    for end in [e for e, kind in found.items() if kind <= Cut.WORD]:
        if regex.match(r"[。！？…，、；：”’」』）】》〉]", text[end : end + 1]) or regex.match(
            r"[“‘「『（【《〈]", text[end - 1 : end]
        ):
            del found[end]
    found[len(text)] = Cut.PARAGRAPH
    return sorted(found.items())


def _characters(text: str) -> Iterator[int]:
    for match in _FLAG.finditer(text):
        yield match.end()
