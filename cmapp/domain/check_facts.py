"""Checks of what is said and whose it is: claims, reposts, loudness, scripts (DR-07, CT-01 …)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from cmapp.domain import claims, intensity, script_meter
from cmapp.domain.brief import STORY
from cmapp.domain.piece import Piece, Spot

_WEB = re.compile(r"https?://[^\s.]+\.[^\s]+", re.IGNORECASE)


def _claims(piece: Piece) -> list[Mapping[str, Any]]:
    found = piece.brief.get("claims")
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def unverified(piece: Piece) -> Iterator[Spot]:
    """Yield the claims of the fact box that have no source or were not verified."""
    for n, claim in enumerate(_claims(piece)):
        words = str(claim.get("text", ""))
        lacks = "source" if not claim.get("source") else "verified"
        if claim.get("source") and claim.get("verified") is True:
            continue
        facts = {"lacks": lacks, "claim": words, "number": n + 1}
        place = next(claims.places(piece.text, words), None)
        if place is not None:
            yield Spot(*place, piece.text[slice(*place)], "text", facts=facts)
        else:
            yield Spot(words=words, n=n, facts=facts)


def hints(piece: Piece) -> Iterator[Spot]:
    """Yield what is asserted in the text and stands in no line of the fact box."""
    for start, end in claims.hints(piece.text, _claims(piece)):
        yield Spot(start, end, piece.text[start:end])


def repost(piece: Piece) -> Iterator[Spot]:
    """Say what a repost lacks: whom to credit, a link to where it was (CT-01, CT-02)."""
    if piece.brief.get("origin") != "repost":
        return
    if not str(piece.brief.get("credit") or "").strip():
        yield Spot(facts={"lacks": "credit"})
    if not _WEB.search(str(piece.brief.get("source") or "")):
        yield Spot(facts={"lacks": "source"})


def loud(piece: Piece) -> Iterator[Spot]:
    """Say that the text is loud, at its first strong word (CT-07)."""
    if (score := intensity.score(piece.text)) >= intensity.LOUD:
        places = intensity.places(piece.text)
        start, end = places[0] if places else (0, 0)
        facts = {"score": score, "limit": intensity.LOUD}
        yield Spot(start, end, piece.text[start:end], facts=facts)


def script(piece: Piece) -> Iterator[Spot]:
    """Say which of the marks of a spoken text is missed (DR-11)."""
    told = script_meter.meter(piece.text)
    lasts = {"hook": told.clause, "message": told.sentence, "emotion": told.seconds}
    for name, limit in script_meter.MARKS:
        if lasts[name] > limit:
            at = told.marks[name] or 0
            yield Spot(
                at,
                at,
                facts={
                    "mark": name, "seconds": lasts[name], "limit": limit,
                    "source": script_meter.SOURCE, "verified": False,
                },
            )  # fmt: skip


def story(piece: Piece) -> Iterator[Spot]:
    """Yield the fields of a begun story that are still empty (CT-06)."""
    told = piece.brief.get("story")
    if isinstance(told, Mapping) and any(told.values()):
        for name in STORY:
            if not told.get(name):
                yield Spot(facts={"lacks": name})
