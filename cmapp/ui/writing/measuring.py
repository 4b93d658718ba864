"""How much each wording uses of its account's limits, and from where on it is too long. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from cmapp.ui.views import AccountView
from cmapp.ui.widgets.composer import measure
from cmapp.ui.writing.meters import Room
from cmapp.ui.writing.piece import COMMON, Key, Piece
from cmapp.ui.writing.post_editor import kept_up_to, lively


@dataclass(frozen=True, slots=True)
class Measured:
    """What was found of a piece: the room of each wording, and how the shown text is marked.

    `spans` are links, mentions and tags; `fits_up_to` None: all of it fits.
    """

    rooms: tuple[Room, ...]
    spans: tuple[tuple[int, int], ...]
    fits_up_to: int | None
    parts: Mapping[Key, tuple[str, ...]]


def parts_of(words: str, limits: Mapping[str, object], split: object) -> tuple[str, ...]:
    """Return the posts that a text goes out as. The writer's own breaks (`---`) count always."""
    from cmapp.domain import splitting
    from cmapp.domain.limits import Limits

    found = Limits.from_facts(limits)
    return tuple(splitting.split(words, found, long=bool(split), numbered=split == "numbered"))


def look_over(
    piece: Piece, key: Key, accounts: Mapping[str, AccountView], names: Mapping[Key, str]
) -> Measured:
    """Measure all wordings. Slow for a long text: not on the window's thread."""
    rooms: list[Room] = []
    parts: dict[Key, tuple[str, ...]] = {}
    known: dict[tuple[str, tuple[tuple[str, str], ...]], tuple[object, ...]] = {}
    for wording in piece.wordings:
        account = accounts.get(wording.account)
        if account is None:
            continue
        words = piece.text_of(wording.key)
        options = piece.options_of(wording.key)
        split = options.get("split") or False
        warning = str(options.get("spoiler") or "") if account.limits.get("spoiler") else ""
        kind = tuple(sorted((n, str(v)) for n, v in account.limits.items()))
        same = (f"{split}\n{warning}\n{words}", kind)
        if same not in known:
            measures = measure(warning + words, account.limits)  # a warning counts with it
            over = any(m.over for m in measures)
            broken = "\n---" in words or words.startswith("---")
            made: tuple[str, ...] = (words,)
            if broken or (split and over):
                made = parts_of(words, account.limits, split)
            if len(made) > 1:
                each = [measure(part, account.limits) for part in made]
                measures = max(each, key=lambda ms: max((m.used / m.limit for m in ms), default=0))
            known[same] = (measures, made)
        measures, made = known[same]  # type: ignore[assignment]
        parts[wording.key] = made
        rooms.append(
            Room(
                key=wording.key,
                name=names.get(wording.key, ""),
                platform=account.platform,
                measures=measures,
                media=len(piece.media_of(wording.key)),
                media_most=account.media_most,
                parts=len(made),
            )
        )
    words = piece.text_of(key)
    return Measured(tuple(rooms), tuple(lively(words)), _fits(piece, key, rooms, accounts), parts)


def _fits(
    piece: Piece, key: Key, rooms: Sequence[Room], accounts: Mapping[str, AccountView]
) -> int | None:
    """Return up to where the shown text fits: in its account, or in the tightest that flows."""
    words = piece.text_of(key)
    flows = {w.key for w in piece.wordings if w.text is None}
    ends = []
    for room in rooms:
        if room.key != key and (key != COMMON or room.key not in flows):
            continue
        limits = accounts[room.key[0]].limits
        fits = partial(_fit, limits)
        if room.parts == 1 and not fits(words):
            ends.append(kept_up_to(words, fits))
    return min(ends, default=None)


def _fit(limits: Mapping[str, object], words: str) -> bool:
    return not any(m.over for m in measure(words, limits))
