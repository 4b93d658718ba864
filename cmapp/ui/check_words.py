"""The checks in words: what each is called, what it found, the one thing to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from cmapp.ui import text

translate = QCoreApplication.translate
Finding = Mapping[str, Any]


def names() -> dict[str, str]:
    """Return what each check is called."""
    return {
        "open_gaps": translate("checks", "Open gaps"),
        "personal_data": translate("checks", "Personal data"),
        "over_limit": translate("checks", "Limits of the platform"),
        "alt_missing": translate("checks", "Alt text of pictures"),
        "banned_word": translate("checks", "Banned words"),
        "unverified_claim": translate("checks", "Claims without a source"),
        "repost_credit": translate("checks", "Credit and source of a repost"),
        "insult": translate("checks", "Hurtful words"),
        "sensitive": translate("checks", "Sensitive words"),
        "exaggeration": translate("checks", "Exaggeration"),
        "claim_hint": translate("checks", "Numbers and studies"),
        "wanted_word": translate("checks", "Wanted words"),
        "emoji": translate("checks", "Emoji"),
        "sign_off": translate("checks", "Sign-off"),
        "intensity": translate("checks", "Loudness"),
        "repeated": translate("checks", "Repeats"),
        "segments_same": translate("checks", "Segments alike"),
        "audience_language": translate("checks", "Language of the audience"),
        "mourning": translate("checks", "Days of mourning"),
        "crisis": translate("checks", "Crisis"),
        "holiday": translate("checks", "Holidays"),
        "cadence": translate("checks", "Cadence"),
        "quiet_hours": translate("checks", "Quiet hours"),
        "picture_shape": translate("checks", "Shape of pictures"),
        "norm_length": translate("checks", "Usual length"),
        "norm_hashtags": translate("checks", "Usual hashtags"),
        "norm_links": translate("checks", "Usual place of links"),
        "norm_visibility": translate("checks", "Usual visibility"),
        "story": translate("checks", "Story template"),
        "script": translate("checks", "Script meter"),
    }


def said(one: Finding) -> str:
    """Return what was found and what to do about it, one or two short sentences."""
    facts: dict[str, Any] = {
        "words": str(one["words"])[:60],
        "listed": "",
        "limit": "",
        "size": "",
        **{n: v for n, v in one["facts"].items() if v is not None},
    }
    return _sentence(str(one["check"]), one, facts).format(**facts)


def _sentence(check: str, one: Finding, facts: dict[str, Any]) -> str:
    match check:
        case "personal_data":
            facts["what"] = code_names().get(str(facts.get("code")), "")
            return translate("checks", "Everybody can read {what} ({words}). Take it out.")
        case "over_limit":
            return _limit(one, facts)
        case "alt_missing":
            if facts.get("lacks") == "words":
                return translate("checks", "Picture {number}: a file name is no alt text.")
            return translate(
                "checks", "Picture {number} has no alt text for those who cannot see it."
            )
        case "unverified_claim":
            if facts.get("lacks") == "source":
                return translate("checks", "“{claim}” has no source. Name it in the fact box.")
            return translate("checks", "“{claim}” is not verified yet. Look at its source.")
        case "repost_credit":
            if facts.get("lacks") == "credit":
                return translate("checks", "A repost names whose it is. Fill in the credit.")
            return translate("checks", "A repost links to where it was. Fill in the source.")
        case "repeated":
            facts["day"] = text.day(int(facts["at"]))
            if facts.get("waits"):
                return translate("checks", "The same text waits to go out here, too ({day}).")
            return translate("checks", "The same text went out here on {day}.")
        case "crisis":
            if facts.get("why") == "panic":
                return translate("checks", "Everything outgoing is paused. Is this the time?")
            return translate(
                "checks", "{size} complaints in a day, {usual} are usual. Is this the time?"
            )
        case "cadence":
            return _cadence(facts)
        case "audience_language":
            facts["found"], facts["wanted"] = (_language(facts[n]) for n in ("found", "wanted"))
            return translate("checks", "This is {found}; its audience reads {wanted}.")
        case "norm_links":
            if facts.get("where") == "comment":
                return translate("checks", "Links stand in the first comment there.")
            return translate("checks", "Links are not usual there.")
        case "norm_visibility":
            if facts.get("usual") == "private":
                return translate("checks", "There one speaks to few. Choose who may see it.")
            return translate("checks", "There one speaks in public. Choose who may see it.")
        case "story":
            facts["field"] = story_names().get(str(facts.get("lacks")), "")
            return translate("checks", "The story has no {field} yet.")
        case "script":
            return _script(facts)
        case _:
            return _plain().get(check, names().get(check, check))


def _plain() -> dict[str, str]:
    return {
        "open_gaps": translate("checks", "{words} is still to be filled in."),
        "banned_word": translate("checks", "“{words}” is banned by the brand sheet."),
        "insult": translate("checks", "“{words}” may hurt."),
        "sensitive": translate("checks", "“{words}” is on the list of sensitive words."),
        "exaggeration": translate("checks", "“{words}” promises more than one can hold."),
        "claim_hint": translate("checks", "“{words}”: says who? Put it into the fact box."),
        "wanted_word": translate("checks", "“{listed}” is missing."),
        "emoji": translate("checks", "{size} emoji; the brand sheet has {limit} at most."),
        "sign_off": translate("checks", "“{listed}” is missing at the end."),
        "intensity": translate("checks", "It cries out ({score} of 100). Try it more calmly."),
        "segments_same": translate("checks", "Two segments of one account say the same."),
        "mourning": translate("checks", "{name} is a day of mourning. Choose another day?"),
        "holiday": translate("checks", "{name} is a holiday. Is it meant for that day?"),
        "quiet_hours": translate("checks", "It falls into the quiet hours ({hours})."),
        "picture_shape": translate("checks", "Picture {number} will not be shown whole there."),
        "norm_length": translate("checks", "{size} characters; {limit} are usual there."),
        "norm_hashtags": translate("checks", "{size} hashtags; {limit} are usual there."),
    }


def _limit(one: Finding, facts: dict[str, Any]) -> str:
    files = _files().get(str(facts.get("unit")))
    if files:
        facts["number"] = one["n"] + 1
        return files
    match facts.get("unit"):
        case "alt":
            facts["number"] = one["n"] + 1
            return translate(
                "checks", "The alt text of picture {number} is too long: {size} of {limit}."
            )
        case unit:
            facts["unit"] = text.unit(str(unit))
            return translate("checks", "Too long: {size} of {limit} ({unit}). Shorten or split it.")


def _files() -> dict[str, str]:
    long = translate("checks", "Video {number} is too long: {size} s of {limit} s.")
    return {
        "files": translate("checks", "{size} files; {limit} may go along."),
        "kind": translate("checks", "File {number} is of a kind that is not taken there."),
        "too_big": translate("checks", "File {number} is too big."),
        "too_long": long,
        "no_length": translate("checks", "Nobody knows how long video {number} is."),
        "videos_not_taken": translate("checks", "Videos are not taken there."),
        "video_and_pictures": translate("checks", "A video goes alone, without pictures."),
    }


def _cadence(facts: dict[str, Any]) -> str:
    audience = str(facts.get("scope", "")).startswith("audience:")
    facts["who"] = str(facts.get("scope", "")).removeprefix("audience:")
    if audience and facts.get("span") == "day":
        words = translate("checks", "Number {size} for {who} that day; {limit} are the cap.")
    elif audience:
        words = translate("checks", "Number {size} for {who} that week; {limit} are the cap.")
    elif facts.get("span") == "day":
        words = translate("checks", "Post {size} of that day here; {limit} are the cap.")
    else:
        words = translate("checks", "Post {size} of that week here; {limit} are the cap.")
    return words + unverified(facts)


def _script(facts: dict[str, Any]) -> str:
    facts["seconds"] = QLocale().toString(float(facts["seconds"]), "f", 1)
    facts["limit"] = QLocale().toString(float(facts["limit"]), "f", 0)
    words = {
        "hook": translate("checks", "Spoken, the hook takes {seconds} s, not {limit} s."),
        "message": translate("checks", "Spoken, the message takes {seconds} s, not {limit} s."),
        "emotion": translate("checks", "Spoken, it takes {seconds} s: what moves by {limit} s?"),
    }[str(facts["mark"])]
    return words + unverified(facts)


def unverified(facts: Mapping[str, Any]) -> str:
    """Return where a figure comes from, and that nobody checked it; "" where it is our own."""
    if not facts.get("source") or facts.get("verified", True):
        return ""
    told = translate("checks", "from {source}, unverified").format(source=facts["source"])
    return f" ({told})".replace("{", "{{").replace("}", "}}")


def story_names() -> dict[str, str]:
    """Return what the four fields of the story template are called."""
    return {
        "truth": translate("checks", "truth"),
        "plot": translate("checks", "plot"),
        "theme": translate("checks", "theme"),
        "brand": translate("checks", "part of the brand"),
    }


def _language(code: str) -> str:
    match code:
        case "zh-Hans":
            return translate("checks", "simplified Chinese")
        case "zh-Hant":
            return translate("checks", "traditional Chinese")
        case _:
            return QLocale(code.replace("-", "_")).nativeLanguageName() or code


def code_names() -> dict[str, str]:
    """Return what each code of `domain/lint.py` is called."""
    return {
        "email": translate("found", "an e-mail address"),
        "phone": translate("found", "a phone number"),
        "id_card": translate("found", "an identity card number"),
        "passport": translate("found", "a passport number"),
        "bank_card": translate("found", "a bank card number"),
        "iban": translate("found", "an IBAN"),
        "order_number": translate("found", "an order number"),
        "address": translate("found", "a home address"),
        "variable": translate("found", "a gap to fill"),
        "insult": translate("found", "a hurtful word"),
        "sensitive": translate("found", "a sensitive word"),
    }
