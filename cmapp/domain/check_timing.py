"""Checks of when, how often and for whom: cadence, holidays, crisis (CA-04, CA-07, CT-10)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmapp.domain import tongue
from cmapp.domain.folding import fold
from cmapp.domain.hours import Period, show_period
from cmapp.domain.piece import Piece, Spot

FEWEST_COMPLAINTS = 5
FAR_ABOVE = 3.0
"""So many times a usual day's complaints (at least FEWEST_COMPLAINTS) are a wave."""


def cadence(piece: Piece) -> Iterator[Spot]:
    """Yield the caps that this piece goes over."""
    for cap in piece.around.caps:
        spans = (("day", cap.day, cap.cadence.per_day), ("week", cap.week, cap.cadence.per_week))
        for span, used, most in spans:
            if most is not None and used + 1 > most:
                facts = {"scope": cap.scope, "span": span, "size": used + 1, "limit": most}
                if cap.cadence.source:
                    facts |= {"source": cap.cadence.source, "verified": cap.cadence.verified}
                yield Spot(facts=facts)


def holiday(piece: Piece) -> Iterator[Spot]:
    """Yield the days off that it goes out on."""
    for one in piece.around.days_off:
        if not one.mourning:
            yield Spot(words=one.name, facts={"name": one.name})


def mourning(piece: Piece) -> Iterator[Spot]:
    """Yield the days of mourning that it goes out on."""
    for one in piece.around.days_off:
        if one.mourning:
            yield Spot(words=one.name, facts={"name": one.name})


def crisis(piece: Piece) -> Iterator[Spot]:
    """Say that everything outgoing is paused, or that complaints come in waves."""
    if piece.around.panic:
        yield Spot(facts={"why": "panic"})
    today, usual = piece.around.complaints
    if today >= FEWEST_COMPLAINTS and today >= FAR_ABOVE * max(usual, 1.0):
        yield Spot(facts={"why": "complaints", "size": today, "usual": round(usual, 1)})


def quiet(piece: Piece) -> Iterator[Spot]:
    """Say that it is planned for quiet hours, of ours or of its audience."""
    if piece.at is None:
        return
    for period in dict.fromkeys((piece.around.brand.quiet, piece.around.audience.quiet)):
        if period is not None and _in(period, piece.around.minute):
            yield Spot(facts={"hours": show_period(period)})


def _in(period: Period, minute: int) -> bool:
    start, end = period
    return start <= minute < end or start <= minute + 1440 < end


def repeated(piece: Piece) -> Iterator[Spot]:
    """Say that the same account said the same not long ago, or is about to."""
    bones = _bones(piece.text)
    if not bones:
        return
    for one in piece.around.earlier:
        if _bones(one.text) == bones:
            yield Spot(0, len(piece.text), facts={"at": one.at, "waits": one.waits})
            return


def _bones(text: str) -> str:
    """Return what makes two texts the same: letters and numbers, whatever stands between."""
    return re.sub(r"[\W_]+", " ", fold(text)).strip()


def same_segments(piece: Piece) -> Iterator[Spot]:
    """Say that two segments of one account would read the same words (CA-11)."""
    if any(other.strip() == piece.text.strip() for other in piece.around.siblings):
        yield Spot(0, len(piece.text), facts={"segment": piece.segment})


def locale(piece: Piece) -> Iterator[Spot]:
    """Say that the text is in another language or script than its audience reads (CT-10)."""
    wanted = piece.around.audience.locale
    if not wanted or not piece.text.strip():
        return
    found = tongue.of(piece.text, str(piece.options.get("lang") or "") or None)
    same = found == wanted if wanted.startswith("zh-") else (
        tongue.family(found) == tongue.family(wanted)
    )  # fmt: skip
    if found and not same:
        yield Spot(facts={"wanted": wanted, "found": found})
