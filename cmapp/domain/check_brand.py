"""Checks against the brand sheet and what is usual on a platform (DR-06, AC-05, DR-10, DR-12)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmapp.domain import exaggeration
from cmapp.domain.limits import emoji, graphemes
from cmapp.domain.piece import Piece, Spot
from cmapp.domain.sheets import FEW_EMOJI
from cmapp.domain.wordlist import words_in

_TAG = re.compile(r"(?<!\w)[#＃][^\s#＃.,!?，。！？]+")
_LINK = re.compile(r"https?://\S+|www\.\S+", re.IGNORECASE)


def banned(piece: Piece) -> Iterator[Spot]:
    """Yield the banned words, wherever they stand."""
    for part, n, words in piece.parts():
        for hit in words_in(words, piece.around.brand.banned):
            shown = words[hit.start : hit.end]
            yield Spot(hit.start, hit.end, shown, part, n, {"listed": hit.word})


def wanted(piece: Piece) -> Iterator[Spot]:
    """Yield the words that should stand there and do not."""
    whole = "\n".join(words for _, _, words in piece.parts())
    for word in piece.around.brand.wanted:
        if not words_in(whole, (word,)):
            yield Spot(facts={"listed": word})


def emoji_policy(piece: Piece) -> Iterator[Spot]:
    """Yield the emoji that are too many for the brand."""
    most = {"any": None, "few": FEW_EMOJI, "none": 0}[piece.around.brand.emoji]
    places = emoji(piece.text)
    if most is not None and len(places) > most:
        start, end = places[most]
        facts = {"limit": most, "size": len(places)}
        yield Spot(start, end, piece.text[start:end], facts=facts)


def sign_off(piece: Piece) -> Iterator[Spot]:
    """Say that the sign-off lacks: it must stand at the end, tags and links may follow."""
    wanted_ = piece.around.brand.sign_off
    if not wanted_ or not piece.text.strip():
        return
    rest = _LINK.sub("", _TAG.sub("", piece.text)).rstrip()
    if not rest.endswith(wanted_):
        yield Spot(len(piece.text), len(piece.text), facts={"listed": wanted_})


def exaggerations(piece: Piece) -> Iterator[Spot]:
    """Yield the words that promise more than can be held."""
    around = piece.around
    for part, n, words in piece.parts():
        for start, end in exaggeration.look(
            words,
            words=around.brand.exaggerations,
            allowed=(*around.brand.may_say, *around.allowed),
        ):
            yield Spot(start, end, words[start:end], part, n)


def norm_length(piece: Piece) -> Iterator[Spot]:
    """Say that it is longer than is usual there."""
    most, size = piece.around.norms.length, graphemes(piece.text)
    if most is not None and size > most:
        yield Spot(0, len(piece.text), facts={"limit": most, "size": size})


def norm_hashtags(piece: Piece) -> Iterator[Spot]:
    """Say that it has more tags than is usual there."""
    most, tags = piece.around.norms.hashtags, list(_TAG.finditer(piece.text))
    if most is not None and len(tags) > most:
        first = tags[most]
        facts = {"limit": most, "size": len(tags)}
        yield Spot(first.start(), first.end(), first[0], facts=facts)


def norm_links(piece: Piece) -> Iterator[Spot]:
    """Say that links are not at home there, or only in the first comment."""
    where = piece.around.norms.links
    if where == "any":
        return
    for found in _LINK.finditer(piece.text):
        yield Spot(found.start(), found.end(), found[0], facts={"where": where})


def norm_visibility(piece: Piece) -> Iterator[Spot]:
    """Say that it is for others than is usual there."""
    usual = piece.around.norms.seen_by
    chosen = str(piece.options.get("visibility") or "public")
    private = chosen in ("direct", "private")
    if usual and private is not (usual == "private"):
        yield Spot(facts={"usual": usual, "chosen": chosen})
