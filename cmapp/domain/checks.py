"""The table of checks: what is looked at before a piece of writing leaves.

One line of `CHECKS` is one check: its name, what it does by default (`stop` holds the piece, `warn`
only tells, `off` is asked for on the brand sheet), which part it is about, and the function that
yields the places. The functions are pure: all they know is the `Piece`. A new check is a function
here or in a module of its own, and a line in the table (ARCHITECTURE.md says what goes with it).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any

from cmapp.domain import check_brand, check_facts, check_timing, lint
from cmapp.domain.limits import graphemes, over
from cmapp.domain.media_rules import media_findings, ratio_findings
from cmapp.domain.piece import Piece, Spot
from cmapp.domain.splitting import split

MOST = 50
"""Of the places that one check finds in one piece so many are told."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A spot, which check found it, and whether it holds the piece (`stop`) or tells (`warn`)."""

    check: str
    severity: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the table. `replies`: answers are looked at, too. `fixed`: no way around it."""

    name: str
    severity: str
    field: str
    look: Callable[[Piece], Iterable[Spot]]
    replies: bool = False
    fixed: bool = False


def run(piece: Piece) -> list[Finding]:
    """Return what is found in a piece: what holds it first, each part in its order."""
    found: list[Finding] = []
    for check in CHECKS.values():
        level = check.severity if check.fixed else _level(check, piece)
        if level == "off" or (piece.reply and not check.replies):
            continue
        found += [
            Finding(check.name, level, _placed(spot, check))
            for spot in islice(check.look(piece), MOST)
        ]
    return sorted(found, key=lambda f: (f.severity != "stop", _ORDER[f.check], f.spot.start))


def _level(check: Check, piece: Piece) -> str:
    return piece.around.brand.levels.get(check.name, check.severity)


def _placed(spot: Spot, check: Check) -> Spot:
    if spot.field:
        return spot
    return Spot(spot.start, spot.end, spot.words, check.field, spot.n, spot.facts)


def about(piece: Piece, name: str) -> str:
    """Return what an override of a check is bound to: another text (plan, claim …) asks again."""
    bound: list[Any] = [[part, n, words] for part, n, words in piece.parts()]
    match CHECKS[name].field:
        case "media":
            bound.append([asdict(one) for one in piece.media])
        case "plan":
            bound.append([piece.at, piece.brief.get("audience")])
        case "brief":
            bound.append(dict(piece.brief))
        case "options":
            bound.append(dict(piece.options))
    packed = json.dumps(bound, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(packed.encode("utf-8", "replace")).hexdigest()[:32]


# words

_FILE_NAME = re.compile(
    r"[\w\-. ()]+\.(?:jpe?g|png|gif|webp|heic|avif|mp4|mov|webm)"
    r"|(?:img|dsc|image|photo|picture|screenshot|图片|图像|照片|截图|圖片|圖像|截圖)[\W_\d]*",
    re.IGNORECASE,
)
"""What is no description though it stands in its place."""


def _linted(codes: tuple[str, ...]) -> Callable[[Piece], Iterator[Spot]]:
    def look(piece: Piece) -> Iterator[Spot]:
        if codes == lint.PERSONAL and piece.options.get("visibility") == "direct":
            return
        around = piece.around
        for part, n, words in piece.parts():
            for one in lint.look(
                words,
                sensitive=around.sensitive,
                insults=around.insults,
                allowed=(*around.allowed, *around.brand.may_say),
            ):
                if one.code in codes:
                    facts = {"code": one.code}
                    yield Spot(one.start, one.end, one.of(words), part, n, facts)

    return look


def _limits(piece: Piece) -> Iterator[Spot]:
    limits = piece.limits
    if limits is None:
        return
    for part in split(piece.text, limits, long=bool(piece.options.get("split"))):
        for measure in over(part, limits):
            facts = {"unit": str(measure.unit), "limit": measure.limit, "size": measure.used}
            yield Spot(0, len(piece.text), facts=facts)
    for found in media_findings(piece.media, limits, piece.platform):
        unit = "files" if found.code == "too_many" else found.code
        yield Spot(field="media", n=found.index or 0, facts={**found.facts, "unit": unit})
    for n, one in enumerate(piece.media):
        size = graphemes(one.alt)
        if limits.alt_length is not None and size > limits.alt_length:
            facts = {"unit": "alt", "limit": limits.alt_length, "size": size}
            yield Spot(0, len(one.alt), "", "media", n, facts)


def _shapes(piece: Piece) -> Iterator[Spot]:
    for found in ratio_findings(piece.media, piece.platform):
        facts = {"number": found.index + 1, "least": found.least, "most": found.most}
        yield Spot(n=found.index, facts={**facts, "ratio": round(found.ratio, 2)})


def _alt_missing(piece: Piece) -> Iterator[Spot]:
    for n, one in enumerate(piece.media):
        alt = one.alt.strip()
        if not alt or _FILE_NAME.fullmatch(alt):
            facts = {"lacks": "words" if alt else "alt", "number": n + 1}
            yield Spot(n=n, words=alt, facts=facts)


_TABLE = (
    Check("open_gaps", "stop", "text", _linted(("variable",)), replies=True),
    Check("personal_data", "stop", "text", _linted(lint.PERSONAL), replies=True),
    Check("over_limit", "stop", "text", _limits, replies=True, fixed=True),
    Check("alt_missing", "stop", "media", _alt_missing, replies=True),
    Check("banned_word", "stop", "text", check_brand.banned, replies=True),
    Check("unverified_claim", "stop", "brief", check_facts.unverified),
    Check("repost_credit", "stop", "brief", check_facts.repost),
    Check("insult", "warn", "text", _linted(("insult",)), replies=True),
    Check("sensitive", "warn", "text", _linted(("sensitive",)), replies=True),
    Check("exaggeration", "warn", "text", check_brand.exaggerations, replies=True),
    Check("claim_hint", "warn", "text", check_facts.hints),
    Check("wanted_word", "warn", "text", check_brand.wanted),
    Check("emoji", "warn", "text", check_brand.emoji_policy, replies=True),
    Check("sign_off", "warn", "text", check_brand.sign_off),
    Check("intensity", "warn", "text", check_facts.loud, replies=True),
    Check("repeated", "warn", "text", check_timing.repeated),
    Check("segments_same", "warn", "text", check_timing.same_segments),
    Check("audience_language", "warn", "text", check_timing.locale),
    Check("mourning", "warn", "plan", check_timing.mourning),
    Check("crisis", "warn", "plan", check_timing.crisis),
    Check("holiday", "warn", "plan", check_timing.holiday),
    Check("cadence", "warn", "plan", check_timing.cadence),
    Check("quiet_hours", "warn", "plan", check_timing.quiet),
    Check("picture_shape", "warn", "media", _shapes),
    Check("norm_length", "warn", "text", check_brand.norm_length),
    Check("norm_hashtags", "warn", "text", check_brand.norm_hashtags),
    Check("norm_links", "warn", "text", check_brand.norm_links),
    Check("norm_visibility", "warn", "options", check_brand.norm_visibility),
    Check("story", "warn", "brief", check_facts.story),
    Check("script", "off", "text", check_facts.script),
)
CHECKS: Mapping[str, Check] = {check.name: check for check in _TABLE}
_ORDER = {name: n for n, name in enumerate(CHECKS)}
