"""The sheets in words: their fields, what can be chosen, what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from cmapp.ui import hours_words, text

translate = QCoreApplication.translate
FIELDS = {
    "brand": (
        "tone", "wanted", "banned", "exaggerations", "may_say", "emoji", "sign_off", "quiet",
        "repeat_days",
    ),
    "norms": ("tone", "length", "hashtags", "links", "seen_by"),
    "audience": ("locale", "note", "quiet"),
    "cadence": ("per_day", "per_week"),
}  # fmt: skip
"""The fields of each page, in their order."""
LISTS = ("wanted", "banned", "exaggerations", "may_say")
LONG = ("tone", "note")
NUMBERS = {
    "length": (0, 100_000), "hashtags": (-1, 100), "per_day": (0, 10_000),
    "per_week": (0, 10_000), "repeat_days": (0, 3650),
}  # fmt: skip
"""Fields that are numbers → least and most; the least stands for none."""


def language() -> str:
    """Return the language that the window speaks: `en`, `zh_CN` or `zh_TW`."""
    name = QLocale().name()
    if not name.startswith("zh"):
        return "en"
    return "zh_TW" if name.endswith(("TW", "HK", "MO")) else "zh_CN"


def why(page: str) -> str:
    """Return what a page is for."""
    return {
        "brand": translate("sheets", "How we sound. An account's own sheet lies over that of all."),
        "checks": translate("sheets", "What each check does: it stops, it hints, or it is off."),
        "norms": translate(
            "sheets", "What is usual on a platform: hints of ours, not from a study. Edit them."
        ),
        "audience": translate("sheets", "Whom we speak to; shown to whoever writes for them."),
        "cadence": translate(
            "sheets", "Over a cap one is told, never stopped. How much is right differs: measure."
        ),
    }[page]


def field(name: str) -> tuple[str, str]:
    """Return what a field is called, and an example or a hint."""
    commas = translate("sheets", "with commas between them")
    return {
        "tone": (translate("sheets", "Tone"), translate("sheets", "Plain, warm, no slang")),
        "wanted": (translate("sheets", "Wanted words"), commas),
        "banned": (translate("sheets", "Banned words"), commas),
        "exaggerations": (translate("sheets", "Also exaggerates"), commas),
        "may_say": (translate("sheets", "May be said"), commas),
        "emoji": (translate("sheets", "Emoji"), ""),
        "sign_off": (translate("sheets", "Sign-off"), "— Moss & Field"),
        "quiet": (translate("sheets", "Quiet hours"), "22:00-07:00"),
        "repeat_days": (
            translate("sheets", "Days before the same text again"),
            "",
        ),
        "length": (translate("sheets", "Usual length"), ""),
        "hashtags": (translate("sheets", "Most hashtags"), ""),
        "links": (translate("sheets", "Links"), ""),
        "seen_by": (translate("sheets", "One speaks"), ""),
        "locale": (translate("sheets", "Language"), "zh-Hant"),
        "note": (
            translate("sheets", "Note"),
            translate("sheets", "What moves them, what hurts them, how to address them"),
        ),
        "per_day": (translate("sheets", "Most a day"), ""),
        "per_week": (translate("sheets", "Most a week"), ""),
    }[name]


def choices() -> dict[str, dict[str, str]]:
    """Return what can be chosen in the fields that are choices: code → words."""
    return {
        "emoji": {
            "": translate("sheets", "any"),
            "few": translate("sheets", "a few"),
            "none": translate("sheets", "no emoji"),
        },
        "links": {
            "": translate("sheets", "anywhere"),
            "comment": translate("sheets", "in the first comment"),
            "none": translate("sheets", "nowhere"),
        },
        "seen_by": {
            "": translate("sheets", "as one likes"),
            "public": translate("sheets", "in public"),
            "private": translate("sheets", "to few"),
        },
    }


def level(code: str) -> str:
    """Return what a level of a check is called."""
    return {
        "stop": translate("sheets", "Stops"),
        "warn": translate("sheets", "Hints"),
        "off": translate("sheets", "Off"),
    }[code]


def audience(name: str) -> str:
    """Return an audience as a choice; "" stands for each of them."""
    if not name:
        return translate("sheets", "Each audience")
    return translate("sheets", "Audience: {name}").format(name=name)


def trouble(code: str, facts: Mapping[str, Any]) -> str:
    """Return what is wrong with a sheet, and where."""
    if code == "bad_hours":
        return hours_words.trouble(code, facts)
    name, value = str(facts.get("field") or ""), str(facts.get("value") or "")[:60]
    words = {
        "both": translate("sheets", "A word cannot be wanted and banned."),
        "bad_word": translate("sheets", "A word has 1 to 60 characters."),
        "below_a_day": translate("sheets", "A week cannot have fewer than a day."),
        "too_many": translate("sheets", "There are too many words."),
        "too_long": translate("sheets", "It is too long."),
        "out_of_range": translate("sheets", "This number cannot be."),
    }.get(str(facts.get("reason") or ""), "")
    if code != "bad_sheet" or not words:
        return text.trouble(code, facts) if code else translate("sheets", "That did not work.")
    known = {n for names in FIELDS.values() for n in names}
    if name in known:
        words = translate("sheets", "{field}: {words}").format(field=field(name)[0], words=words)
    if not value:
        return words
    return translate("sheets", "{words} ({value})").format(words=words, value=value)
