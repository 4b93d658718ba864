"""What is said of people: stages and the rules that gave them, origins, changes, reasons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from cmapp.domain import letters
from cmapp.ui import text

translate = QCoreApplication.translate
TONES = {"new": "accent", "active": "ok", "loyal": "ok", "at-risk": "warn", "lapsed": "muted"}
"""Stage → the tone of its pill; the word says it, too."""


def odd(name: str, handle: str) -> str:
    """Return what to know about a name or handle that may pass for another, "" for most."""
    found = letters.passing(name, handle)
    if found is None:
        return ""
    scripts = {
        "Latin": translate("people", "Latin"),
        "Cyrillic": translate("people", "Cyrillic"),
        "Greek": translate("people", "Greek"),
        "Armenian": translate("people", "Armenian"),
        "Cherokee": translate("people", "Cherokee"),
        "Hebrew": translate("people", "Hebrew"),
        "Arabic": translate("people", "Arabic"),
    }
    match found:
        case ("mixed", one, other) if one in scripts and other in scripts:
            words = translate("people", "This name mixes {one} and {other} letters.")
            return words.format(one=scripts[one], other=scripts[other])
        case ("mixed", _, _):
            return translate("people", "This name mixes letters of several scripts.")
        case ("lookalike", _, _):
            return translate("people", "This handle has letters that look like Latin ones.")
        case _:
            return translate("people", "There are characters in this handle that cannot be seen.")


def stage(code: str | None) -> str:
    """Return a stage in a word, "" for none."""
    return {
        "new": translate("people", "New"),
        "active": translate("people", "Active"),
        "loyal": translate("people", "Loyal"),
        "at-risk": translate("people", "At risk"),
        "lapsed": translate("people", "Lapsed"),
    }.get(code or "", "")


def rule(found: Mapping[str, Any]) -> str:
    """Return the rule that gave a stage."""
    days, visits = found.get("days", 0), found.get("visits", 0)
    match found.get("rule"):
        case "silent":
            return translate("people", "nothing from them for {days} days").format(days=days)
        case "visits":
            words = translate("people", "here on {visits} days or more within {days} days")
            return words.format(visits=visits, days=days)
        case "first_seen":
            return translate("people", "first here within {days} days").format(days=days)
        case "otherwise":
            return translate("people", "none of the other rules")
        case _:
            return ""


def why(by_hand: bool, found: Mapping[str, Any]) -> str:
    """Return why a person has their stage."""
    return translate("people", "set by hand") if by_hand else rule(found)


def source(code: str) -> str:
    """Return where a fact comes from."""
    kind = code.partition(":")[0]
    return {
        "hand": translate("people", "entered by hand"),
        "bio": translate("people", "from their profile"),
        "item": translate("people", "they said so"),
    }.get(kind, code)


def field(code: str) -> str:
    """Return what of a profile changed."""
    return {
        "name": translate("people", "Name"),
        "handle": translate("people", "Handle"),
        "bio": translate("people", "Profile text"),
        "avatar": translate("people", "Picture"),
        "followers": translate("people", "Followers"),
    }.get(code, code)


def change(code: str, before: str | None, after: str | None) -> str:
    """Return a change as one line."""
    if code == "avatar":
        return translate("people", "a new picture")
    if code == "followers" and before and after:
        return f"{text.number(int(before))} → {text.number(int(after))}"
    return f"{' '.join((before or '—').split())[:80]} → {' '.join((after or '—').split())[:80]}"


def reason(code: str, what: str) -> str:
    """Return a reason to think that two profiles are one person's."""
    return {
        "same_page": translate("people", "the same page: {what}"),
        "same_address": translate("people", "the same address: {what}"),
        "links_both": translate("people", "their profiles point to each other"),
        "links_one": translate("people", "the profile of {what} points to the other"),
        "same_handle": translate("people", "the same handle: {what}"),
        "same_name_picture": translate("people", "the same name and picture"),
        "same_name_domain": translate("people", "the same name and domain"),
        "same_name": translate("people", "the same name"),
    }[code].format(what=text.isolated(what[:60]))
