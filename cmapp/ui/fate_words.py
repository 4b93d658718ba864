"""What becomes of a planned post as things stand, in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from cmapp.ui import text

translate = QCoreApplication.translate


def said(fate: Mapping[str, Any] | None) -> str:
    """Return what applies to a post ({what, facts}, as `plan.fate` tells it); "" for nothing."""
    if not fate:
        return ""
    facts = fate.get("facts") or {}
    words = _said(str(fate.get("what") or ""))
    deadline = _time(facts.get("deadline"))
    if words and deadline and fate.get("what") in _BY_DEADLINE:
        late = translate("fate", "Later than {time} you are asked first.").format(time=deadline)
        words = translate("fate", "{one} {two}").format(one=words, two=late)
    return words


_BY_DEADLINE = frozenset({"local", "going", "paused", "flight", "account_paused", "sign_in"})


def _said(what: str) -> str:
    match what:
        case "server":
            return translate("fate", "The platform holds it: it goes out with this machine off.")
        case "handed_over_later":
            return translate("fate", "The platform gets it as soon as there is a network.")
        case "local":
            return translate("fate", "It goes from here: cmapp must be running and online then.")
        case "going":
            return translate("fate", "It goes as soon as it can.")
        case "asks_when_late":
            return translate("fate", "It is too late to go by itself: you are asked.")
        case "held":
            return translate("fate", "It waits for your decision in the outbox.")
        case "in_doubt":
            return translate("fate", "It may have been sent; cmapp is looking for it.")
        case "refused":
            return translate("fate", "The platform refused it.")
        case "paused":
            return translate("fate", "Everything is paused: it does not go before you resume.")
        case "flight":
            return translate("fate", "Flight mode: it does not go before you land.")
        case "account_paused":
            return translate("fate", "Its account rests: it does not go before you wake it.")
        case "sign_in":
            return translate("fate", "Its account must be signed in again first.")
        case "no_account":
            return translate("fate", "It has no account to go from.")
        case "not_queued":
            return translate("fate", "It stands in the plan only: nothing of it is queued.")
    return ""


def becomes(what: str) -> str:
    """Return what becomes of planned posts during a flight, as the name of their count."""
    match what:
        case "goes_out":
            return translate("fate", "Planned posts that go out meanwhile")
        case "hand_over":
            return translate("fate", "Not handed to their servers yet: stay online for a moment")
        case "on_landing":
            return translate("fate", "Planned posts that leave when you land")
        case "asked":
            return translate("fate", "Planned posts that will be too late: you are asked")
    return translate("fate", "Planned posts that do not leave by themselves")


def _time(at: Any) -> str:
    if not isinstance(at, str):
        return ""
    return text.clock(round(datetime.fromisoformat(at).timestamp() * 1000))
