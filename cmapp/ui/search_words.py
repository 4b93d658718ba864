"""What the search page says about its language: filters, notes, examples, what may come next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cmapp.domain import query as language
from cmapp.domain.folding import fold

translate = QCoreApplication.translate
_OFFERED = 7
_TOKEN = re.compile(r"[^\s()（）“”\"]*\Z")
_DATES = ("today", "yesterday", "7d", "30d", "this-month", "2026-11-01")


@dataclass(frozen=True, slots=True)
class Completion:
    """Words that may stand for what was typed between `start` and `end`, and what they mean."""

    words: str
    start: int
    end: int
    why: str = ""


def meaning(field: str) -> str:
    """Say what a filter asks for."""
    match field:
        case "from":
            return translate("search", "who wrote it: name or handle")
        case "to":
            return translate("search", "the account or person it answers")
        case "is":
            return translate("search", "its state: open, unanswered, overdue, vip …")
        case "has":
            return translate("search", "what hangs on it: image, link, note, task …")
        case "label":
            return translate("search", "a label")
        case "kind":
            return translate("search", "mention, comment, message, like …")
        case "account":
            return translate("search", "one of your accounts")
        case "on":
            return translate("search", "a platform, or a day")
        case "assignee":
            return translate("search", "who takes care of it")
        case "lang":
            return translate("search", "its language: zh, en …")
        case "priority":
            return translate("search", "high, normal or low")
        case "since" | "until" | "before":
            return translate("search", "a date, or 7d, yesterday …")
        case "note":
            return translate("search", "words of your private notes")
        case "watch":
            return translate("search", "your watched words: all, or one")
    return ""


def note(code: str, part: str) -> str:
    """Say how a part of a query was read otherwise than it may have been meant."""
    match code:
        case "too_much":
            words = translate("search", "Only the first 32 terms are used, not “{part}” …")
        case "newest_only":
            words = translate("search", "“{part}” was looked for in the newest 50,000 posts only.")
        case "not_a_date":
            words = translate("search", "“{part}” holds no date; it is searched as words.")
        case _:
            words = translate("search", "“{part}” is no filter; it is searched as words.")
    return words.format(part=part)


def examples() -> list[tuple[str, str]]:
    """Return queries to begin with, and what they find."""
    return [
        ("退款 is:unanswered", translate("search", "open, waiting for a reply, about refunds")),
        ('"not working" since:7d', translate("search", "exactly these words, in the last week")),
        ("from:ana has:image", translate("search", "what Ana wrote with a picture")),
        ("(refund OR 退货) -label:done", translate("search", "either word, without a label")),
        ("kind:message is:overdue", translate("search", "messages past their time")),
    ]


def completions(typed: str, at: int, known: Mapping[str, Iterable[str]]) -> list[Completion]:
    """Return what may stand for the word that ends at `at`; `known`: field → its values here."""
    found = _TOKEN.search(typed[:at])
    token = found.group() if found else ""
    start = at - len(token)
    if token[:1] in ("-", "－"):
        token, start = token[1:], start + 1
    name, colon, value = token.replace("：", ":").partition(":")
    if not token or not name:
        return []
    if not colon:
        begun = [n for n in language.FIELDS if n.startswith(fold(name))]
        return [Completion(f"{n}:", start, at, meaning(n)) for n in begun[:_OFFERED]]
    field = next((n for n, more in language.FIELDS.items() if fold(name) in (n, *more)), "")
    if field == "from":  # found by the reader thread, by any word of a name
        return [Completion(f"{v} ", at - len(value), at) for v in known.get("from", ())]
    value = value.rpartition(",")[2]
    values = [*language.CHOICES.get(field, ()), *known.get(field, ())]
    if field in ("since", "until", "before"):
        values += _DATES
    begun = [v for v in values if fold(v).startswith(fold(value)) and fold(v) != fold(value)]
    return [
        Completion(f'"{v}" ' if " " in v else f"{v} ", at - len(value), at)
        for v in begun[:_OFFERED]
    ]


def begun_name(typed: str, at: int) -> str:
    """Return the name that is being typed behind `from:`, "" where none is."""
    found = _TOKEN.search(typed[:at])
    name, _, value = (found.group() if found else "").replace("：", ":").partition(":")
    return value if fold(name).lstrip("-") in ("from", *language.FIELDS["from"]) else ""


def without(typed: str, at: tuple[int, int]) -> str:
    """Return a query without the part that stands there (and the - before it)."""
    start, end = at
    if start and typed[start - 1] in "-－":
        start -= 1
    return " ".join(f"{typed[:start]} {typed[end:]}".split())
