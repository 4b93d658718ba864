"""Words and tones for states of goals, outcomes of decisions, kinds of notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
GOAL_TONES = {
    "not_begun": "muted", "running": "accent", "reached": "ok", "settling": "held",
    "passed": "ok", "between": "warn", "failed": "bad", "unknown": "muted",
}  # fmt: skip
DECIDED = {"": "accent", "better": "ok", "same": "muted", "worse": "bad", "unclear": "held"}


def state(code: str) -> str:
    """Return the state of a goal in words."""
    return {
        "not_begun": translate("goals", "Not begun"),
        "running": translate("goals", "Running"),
        "reached": translate("goals", "Reached so far"),
        "settling": translate("goals", "Settling: judged after 48 h"),
        "passed": translate("goals", "Passed"),
        "between": translate("goals", "Neither passed nor failed"),
        "failed": translate("goals", "Failed"),
        "unknown": translate("goals", "Unknown"),
    }.get(code, code)


def outcomes() -> dict[str, str]:
    """Return what may come of a decision."""
    return {
        "": translate("goals", "Not looked at yet"),
        "better": translate("goals", "Better"),
        "same": translate("goals", "No change"),
        "worse": translate("goals", "Worse"),
        "unclear": translate("goals", "Unclear"),
    }


def outcome(row: Mapping[str, Any]) -> str:
    """Return what came of a decision, or that it is time to look."""
    return translate("goals", "Look now") if row["due"] else outcomes()[row["outcome"]]


def templates() -> dict[str, str]:
    """Return the kinds of notes."""
    return {
        "note": translate("goals", "Note"),
        "interview": translate("goals", "Interview"),
        "focus_group": translate("goals", "Focus group"),
        "survey": translate("goals", "Survey"),
        "swot": translate("goals", "SWOT"),
        "pest": translate("goals", "PEST"),
    }


def template(code: str) -> str:
    """Return a kind of note in words."""
    return templates().get(code, code)
