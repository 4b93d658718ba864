"""What a text says, in words: question, complaint, praise …, and what a rule does about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def _words() -> Mapping[str, str]:
    return {
        "question": translate("signals", "question"),
        "complaint": translate("signals", "complaint"),
        "order": translate("signals", "order"),
        "suggestion": translate("signals", "suggestion"),
        "praise": translate("signals", "praise"),
        "thanks": translate("signals", "thanks"),
        "spam": translate("signals", "spam"),
        "mention": translate("signals", "mention"),
        "chatter": translate("signals", "chatter"),
    }


def known(code: str) -> bool:
    """Tell whether there is a word for it."""
    return code in _words()


def signal(code: str) -> str:
    """Return what a signal is called."""
    return _words().get(code, code)


def _state(code: str) -> str:
    return {
        "done": translate("signals", "done"),
        "waiting": translate("signals", "snoozed"),
        "muted": translate("signals", "muted"),
        "open": translate("signals", "open"),
    }.get(code, code)


def deed(command: str, args: Mapping[str, Any]) -> str:
    """Say one deed of a rule."""
    match command:
        case "inbox.label":
            return translate("signals", "label {what}").format(what=args["label"])
        case "inbox.assign":
            who = translate("signals", "me") if args["who"] == "me" else args["who"]
            return translate("signals", "assign to {what}").format(what=who)
        case "inbox.prioritize":
            return {
                1: translate("signals", "raise priority"),
                -1: translate("signals", "lower priority"),
            }.get(int(args["priority"]), translate("signals", "usual priority"))
        case "inbox.set_state":
            return translate("signals", "move to {what}").format(what=_state(args["state"]))
        case "draft":
            return translate("signals", "draft an answer")
        case "reply":
            return translate("signals", "answer")
        case _:
            return command


def deeds(done: Any) -> str:
    """Say several deeds in a row."""
    parts = [deed(d["command"], d["args"]) for d in done]
    return translate("signals", ", ", "between the parts of a list").join(parts)
