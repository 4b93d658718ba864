"""Texts that say nearly the same: what is compared, how alike two are, and groups of them (IN-14).

Two texts are alike where their shingles (pairs of Chinese characters, triples of other letters)
have a Jaccard index of at least LIKENESS. `Crowd` puts texts into groups, each led by its first:
what is the same is found by a look into a table, and of the rest only those are compared whose
sketches agree somewhere.
"""

from __future__ import annotations

import re
import zlib
from random import Random

from cmapp.domain.folding import fold

LIKENESS = 0.6
LONGEST = 2000
_DROPPED = re.compile(r"https?://\S+|(?<![\w.])@[\w.\-]+(?:@[\w.\-]+)?")
_DIGITS = re.compile(r"\d+")
_NO_WORD = re.compile(r"[^\w]+|_+")
_WIDE = re.compile(r"[⺀-鿿぀-ヿ가-힯]")

Shingles = frozenset[str]


def skeleton(text: str) -> str:
    """Return what of a text is compared: folded; no handles, links, marks; any number is 0.

    A text of nothing but marks and pictures keeps them, so that 👍 is like 👍 and unlike 😡.
    """
    folded = _DROPPED.sub(" ", fold(text[:LONGEST]))
    bones = _NO_WORD.sub(" ", _DIGITS.sub("0", folded)).strip()
    return bones or "".join(dict.fromkeys("".join(folded.split()).replace("\ufe0f", "")))[:40]


def shingles(bones: str) -> Shingles:
    """Return the shingles of a skeleton; a short one is a single shingle."""
    width = 2 if _WIDE.search(bones) else 3
    if len(bones) <= width:
        return frozenset((bones,))
    return frozenset(bones[i : i + width] for i in range(len(bones) - width + 1))


def likeness(one: Shingles, other: Shingles) -> float:
    """Return the Jaccard index of two sets: 0 (nothing shared) to 1 (the same)."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0


_BINS, _ROWS = 64, 4
"""A sketch has 64 numbers in 16 bands of four: texts that share a band are compared. Of pairs that
are 0.6 alike nine in ten share one, of those 0.8 alike practically all."""


_random = Random("bins")
_LENDERS = [[_random.randrange(_BINS) for _ in range(4 * _BINS)] for _ in range(_BINS)]


def bands(mine: Shingles) -> list[int]:
    """Return the bands of a text's sketch: one-permutation MinHash, an empty bins filled."""
    bins = [-1] * _BINS
    for one in mine:
        number = zlib.crc32(one.encode("utf-8", "surrogatepass")) * 0x9E3779B1 & 0xFFFFFFFF
        at, number = number & 63, number >> 6
        if number < bins[at] or bins[at] < 0:
            bins[at] = number
    # an empty bin takes its number from others in an order that is the same for every text
    full = [
        own if own >= 0 else next((bins[n] for n in lenders if bins[n] >= 0), max(bins))
        for own, lenders in zip(bins, _LENDERS, strict=True)
    ]
    return [hash((at, *full[at : at + _ROWS])) for at in range(0, _BINS, _ROWS)]


class Crowd:
    """Texts in groups, each led by its first. Not thread-safe."""

    def __init__(self) -> None:
        """Start with no group."""
        self._by_bones: dict[str, int] = {}
        self._by_band: dict[int, int] = {}
        self._more: dict[int, list[int]] = {}
        self._leaders: dict[int, str] = {}

    def lead(self, number: int, text: str) -> None:
        """Let a text lead a group (known from before), whatever it is like."""
        bones = skeleton(text)
        self._by_bones.setdefault(bones, number)
        self._index(number, bones, bands(shingles(bones)))

    def place(self, number: int, text: str) -> int:
        """Return the leader of the group that a text belongs to: itself where it is like none."""
        bones = skeleton(text)
        leader = self._by_bones.get(bones)
        if leader is None:
            mine = shingles(bones)
            keys = bands(mine)
            leader = self._nearest(mine, keys)
            if leader is None:
                leader = number
                self._index(number, bones, keys)
            self._by_bones[bones] = leader
        return leader

    def find(self, text: str) -> int | None:
        """Return the leader that a text is most like, None where it is like none."""
        bones = skeleton(text)
        same = self._by_bones.get(bones)
        if same is not None:
            return same
        mine = shingles(bones)
        return self._nearest(mine, bands(mine))

    def _index(self, number: int, bones: str, keys: list[int]) -> None:
        self._leaders[number] = bones
        for key in keys:
            first = self._by_band.setdefault(key, number)
            if first != number:
                self._more.setdefault(key, []).append(number)

    def _nearest(self, mine: Shingles, keys: list[int]) -> int | None:
        best, found = 0.0, None
        seen: set[int] = set()
        for key in keys:
            first = self._by_band.get(key)
            if first is None:
                continue
            for number in (first, *self._more.get(key, ())):
                if number in seen:
                    continue
                seen.add(number)
                how = likeness(mine, shingles(self._leaders[number]))
                if how >= LIKENESS and how > best:
                    best, found = how, number
        return found
