"""Words for what a file of the library is, and for why it does not fit somewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

translate = QCoreApplication.translate
Facts = Mapping[str, Any]


def size(one: Facts) -> str:
    """Return `1200 × 800`, for a video with its length."""
    shown = f"{one['width']} × {one['height']}"
    return f"{shown} · {length(one['seconds'])}" if one["seconds"] is not None else shown


def length(seconds: float) -> str:
    """Return a length as `1:05`."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def weight(count: int) -> str:
    """Return bytes as people read them."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def kind(code: str) -> str:
    """Return what kind of file it is."""
    return {
        "picture": translate("library", "Picture"),
        "animation": translate("library", "Moving picture"),
        "video": translate("library", "Video"),
    }.get(code, code)


def use(code: str) -> str:
    """Return where a file is used."""
    return {
        "draft": translate("library", "Draft"),
        "planned": translate("library", "Planned"),
        "queued": translate("library", "In the outbox"),
        "sent": translate("library", "Sent"),
        "saved_reply": translate("library", "Saved reply"),
        "series": translate("library", "Series"),
    }.get(code, code)


def done(code: str) -> str:
    """Return what happens to a file on its way."""
    return {
        "cropped": translate("library", "cropped"),
        "scaled": translate("library", "made smaller"),
        "converted": translate("library", "converted"),
        "recompressed": translate("library", "compressed more"),
    }.get(code, code)


def finding(one: Facts) -> str:
    """Return why a file does not fit."""
    facts = one["facts"]
    match one["code"]:
        case "ratio":
            return translate("library", "shape not shown whole; crop it")
        case "animated":
            return translate("library", "moves, and would have to be changed")
        case "videos_not_taken":
            return translate("library", "no videos there")
        case "no_length":
            return translate("library", "does not say how long it is")
        case "video_and_pictures":
            return translate("library", "no video beside pictures")
        case "too_long":
            words = translate("library", "too long: {size}, at most {limit}")
            return words.format(size=length(facts["size"]), limit=length(facts["limit"]))
        case "too_big":
            words = translate("library", "too large: {size}, at most {limit}")
            return words.format(size=weight(facts["size"]), limit=weight(facts["limit"]))
        case "too_many":
            return translate("library", "too many files")
        case _:
            return translate("library", "this kind of file is not taken")
