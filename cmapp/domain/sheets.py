"""The sheets that a text is held against: brand, platform norms, audiences, cadence (DR-06, AC-05).

A sheet is JSON that a person may edit by hand; it is read strictly, so that a slip is told of and
never silently passed over. What a sheet does not say has its default.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cmapp.domain import hours, tongue
from cmapp.domain.errors import Rejected
from cmapp.domain.wordlist import LONGEST_WORD, pattern_of

KINDS = ("brand", "norms", "audience", "cadence")
LEVELS = ("stop", "warn", "off")
EMOJI = ("any", "few", "none")
FEW_EMOJI = 3
"""More than so many in one text are not few."""
LINKS = ("any", "comment", "none")
"""Where links are at home: anywhere, in the first comment, nowhere."""
SEEN_BY = ("public", "private")
MOST_WORDS = 1000
LONGEST = 2000
AUDIENCE = "audience:"
"""In front of an audience's name where it is a scope of the cadence sheets."""
REPEAT_DAYS = 30
SOURCED = {"per_week": 2, "source": "S2 “每周1-2次的互動頻率”", "verified": False}
"""The default cap of an audience: a figure of the sources, contradicted by others of them, and
nowhere re-checked. An account has no cap until somebody sets one: publishing is no contacting."""


@dataclass(frozen=True, slots=True)
class Brand:
    """How we sound. `levels`: what each check does here where that is not its default.

    `may_say` are words that no check of words minds; `exaggerations` come on top of the list that
    the program has. `repeat_days`: within which the same text is told of, 0 for never. `quiet`:
    minutes of the day in which nothing should go out, or None.
    """

    wanted: tuple[str, ...] = ()
    banned: tuple[str, ...] = ()
    may_say: tuple[str, ...] = ()
    exaggerations: tuple[str, ...] = ()
    emoji: str = "any"
    sign_off: str = ""
    tone: str = ""
    levels: Mapping[str, str] = field(default_factory=dict, hash=False)
    repeat_days: int = REPEAT_DAYS
    quiet: hours.Period | None = None


@dataclass(frozen=True, slots=True)
class Norms:
    """What is usual on a platform; each is a hint. `length` in graphemes, None for no such norm."""

    tone: str = ""
    length: int | None = None
    hashtags: int | None = None
    links: str = "any"
    seen_by: str = ""


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom we speak to. `locale`: a language code such as `zh-Hant` (CT-10)."""

    name: str = ""
    locale: str = ""
    note: str = ""
    quiet: hours.Period | None = None


@dataclass(frozen=True, slots=True)
class Cadence:
    """How much is enough: posts a day and a week, None for no cap (CA-04)."""

    per_day: int | None = None
    per_week: int | None = None
    source: str = ""
    verified: bool = True


def brand(found: Mapping[str, Any], *, checks: Sequence[str] = ()) -> Brand:
    """Read a brand sheet; `checks` are the names that `levels` may have (none: any).

    Raises Rejected: `bad_sheet` with `field`, `reason` (`unknown_field`, `not_words`, `too_long`,
    `too_many`, `bad_word`, `not_one_of`, `out_of_range`, `both`) and `value`; `bad_hours`.
    """
    _known(
        found, "wanted banned may_say exaggerations emoji sign_off tone levels repeat_days quiet"
    )
    levels = found.get("levels") or {}
    if not isinstance(levels, Mapping):
        raise _bad("levels", "not_one_of", levels)
    for name, level in levels.items():
        if level not in LEVELS or (checks and name not in checks):
            raise _bad("levels", "not_one_of", f"{name}: {level}")
    wanted, banned = _list(found, "wanted"), _list(found, "banned")
    if both := {_folded(w) for w in wanted} & {_folded(w) for w in banned}:
        raise _bad("banned", "both", min(both))
    return Brand(
        wanted=wanted,
        banned=banned,
        may_say=_list(found, "may_say"),
        exaggerations=_list(found, "exaggerations"),
        emoji=_one_of(found, "emoji", EMOJI) or "any",
        sign_off=_words(found, "sign_off"),
        tone=_words(found, "tone"),
        levels=dict(levels),
        repeat_days=_number(found, "repeat_days", 0, 3650, REPEAT_DAYS) or 0,
        quiet=_quiet(found),
    )


def norms(found: Mapping[str, Any]) -> Norms:
    """Read a norm sheet. Raises as `brand` does."""
    _known(found, "tone length hashtags links seen_by")
    return Norms(
        tone=_words(found, "tone"),
        length=_number(found, "length", 1, 100_000),
        hashtags=_number(found, "hashtags", 0, 100),
        links=_one_of(found, "links", LINKS) or "any",
        seen_by=_one_of(found, "seen_by", SEEN_BY),
    )


def audience(name: str, found: Mapping[str, Any]) -> Audience:
    """Read what is known of an audience. Raises as `brand` does."""
    _known(found, "locale note quiet")
    return Audience(
        name=name,
        locale=tongue.normal(_words(found, "locale")),
        note=_words(found, "note"),
        quiet=_quiet(found),
    )


def cadence(found: Mapping[str, Any]) -> Cadence:
    """Read caps. Raises as `brand` does."""
    _known(found, "per_day per_week source verified")
    day, week = (_number(found, n, 1, 10_000) for n in ("per_day", "per_week"))
    if day is not None and week is not None and day > week:
        raise _bad("per_week", "below_a_day", f"{week} < {day}")
    return Cadence(day, week, _words(found, "source"), found.get("verified", True) is True)


def read(kind: str, scope: str, found: Mapping[str, Any], *, checks: Sequence[str] = ()) -> None:
    """Refuse a sheet that makes no sense. Raises Rejected (`bad_sheet`, `bad_hours`)."""
    if not isinstance(found, Mapping):
        raise _bad("sheet", "not_one_of", found)
    match kind:
        case "brand":
            brand(found, checks=checks)
        case "norms":
            norms(found)
        case "audience":
            audience(scope, found)
        case "cadence":
            cadence(found)
        case _:
            raise _bad("kind", "not_one_of", kind)


def laid_over(general: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return an account's brand sheet over that of all accounts: lists add up, words replace."""
    made = dict(general)
    for name, value in own.items():
        old = made.get(name)
        if isinstance(value, Mapping) and isinstance(old, Mapping):
            made[name] = {**old, **value}
        elif isinstance(value, list | tuple) and isinstance(old, list | tuple):
            made[name] = list(dict.fromkeys((*old, *value)))
        else:
            made[name] = value
    return made


def _known(found: Mapping[str, Any], names: str) -> None:
    if strange := sorted(map(str, set(found).difference(names.split()))):
        raise _bad(strange[0][:40], "unknown_field", found[strange[0]])


def _words(found: Mapping[str, Any], name: str) -> str:
    value = found.get(name) or ""
    if not isinstance(value, str):
        raise _bad(name, "not_words", value)
    if len(value) > LONGEST:
        raise Rejected("bad_sheet", field=name, reason="too_long", limit=LONGEST, size=len(value))
    return value.strip()


def _list(found: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = found.get(name) or []
    if not isinstance(value, list | tuple) or not all(isinstance(w, str) for w in value):
        raise _bad(name, "not_words", value)
    if len(value) > MOST_WORDS:
        raise Rejected(
            "bad_sheet", field=name, reason="too_many", limit=MOST_WORDS, size=len(value)
        )
    words = [" ".join(w.split()) for w in value]
    for word in words:
        if len(word) > LONGEST_WORD or not pattern_of(word):
            raise _bad(name, "bad_word", word)
    return tuple(dict.fromkeys(words))


def _folded(word: str) -> str:
    return pattern_of(word)


def _one_of(found: Mapping[str, Any], name: str, known: tuple[str, ...]) -> str:
    value = found.get(name) or ""
    if value and value not in known:
        raise _bad(name, "not_one_of", value)
    return str(value)


def _number(
    found: Mapping[str, Any], name: str, low: int, high: int, default: int | None = None
) -> int | None:
    value = found.get(name)
    if value is None:
        return default
    if type(value) is not int or not low <= value <= high:
        raise _bad(name, "out_of_range", value, low=low, high=high)
    return value


def _quiet(found: Mapping[str, Any]) -> hours.Period | None:
    value = found.get("quiet")
    return hours.period(value, "quiet") if value else None


def _bad(field_: str, reason: str, value: object, **facts: Any) -> Rejected:
    return Rejected("bad_sheet", field=field_, reason=reason, value=str(value)[:80], **facts)
