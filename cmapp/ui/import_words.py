"""What an import asks and says, in the window's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from cmapp.ui import text

translate = QCoreApplication.translate
ASKED = ("account", "day_order", "decimal", "currency", "day", "share", "again")
"""What a file may not tell, in the order in which it is asked."""


def seen(found: Mapping[str, Any]) -> str:
    """Return how a file was read."""
    separators = {
        ",": translate("imports", "commas"),
        ";": translate("imports", "semicolons"),
        "\t": translate("imports", "tabs"),
        "|": translate("imports", "bars"),
    }
    size = translate("imports", "Rows: {rows}, columns: {columns}").format(
        rows=found["rows"], columns=len(found["columns"])
    )
    if found["sheets"]:
        return size
    how = translate("imports", "parted by {separator}, {encoding}").format(
        separator=separators.get(found["separator"], found["separator"]),
        encoding=found["encoding"],
    )
    return f"{size} · {how}"


def summed(found: Mapping[str, Any]) -> str:
    """Return what comes in of a file, and what does not."""
    if found.get("same"):
        return translate("imports", "This very file is in already. Nothing would change.")
    count = found["count"]
    said = [translate("imports", "Kept: {n} of {all}").format(n=found["kept"], all=found["rows"])]
    if count["unmatched"]:
        said.append(
            translate("imports", "{n} without a post or person of yours").format(
                n=count["unmatched"]
            )
        )
    if count["stops"]:
        said = [
            translate("imports", "Problems that keep the file out: {n}").format(n=count["stops"])
        ]
    return " · ".join(said)


def ask(code: str, samples: Sequence[str]) -> str:
    """Return what has to be said, with what stands in the file."""
    words = {
        "account": translate("imports", "Of which account?"),
        "day_order": translate("imports", "Day or month first?"),
        "decimal": translate("imports", "Which mark is the decimal one?"),
        "currency": translate("imports", "Which currency?"),
        "day": translate("imports", "Of which day?"),
        "share": translate("imports", "Which share is meant?"),
        "again": translate("imports", "It is in already, read in another way. Once more?"),
    }[code]
    return f"{words} ({samples[0]})" if samples else words


def choices(code: str) -> dict[str, str]:
    """Return the answers there are to a question."""
    match code:
        case "day_order":
            return {
                "dmy": translate("imports", "The day"),
                "mdy": translate("imports", "The month"),
            }
        case "decimal":
            return {
                ".": translate("imports", "The point: 1,234.5"),
                ",": translate("imports", "The comma: 1.234,5"),
            }
        case "share":
            return {
                "share": translate("imports", "0.45 is 45%"),
                "percent": translate("imports", "0.45 is 0.45%"),
            }
        case "again":
            return {"yes": translate("imports", "Yes, as a second import")}
        case _:
            return {}


def problem(one: Mapping[str, Any]) -> str:
    """Return what is wrong in a line."""
    words = {
        "half_line": translate("imports", "The file ends in the middle of a line."),
        "too_few_cells": translate("imports", "It has fewer cells than the header."),
        "too_many_cells": translate("imports", "It has more cells than the header."),
        "no_number": translate("imports", "Not a number"),
        "two_ways": translate("imports", "It can be read in two ways"),
        "negative": translate("imports", "Less than nothing"),
        "no_share": translate("imports", "Not a share"),
        "no_day": translate("imports", "Not a day"),
        "said_twice": translate("imports", "Another line says something else."),
        "total_row": translate("imports", "A sum of the others; it is left out."),
    }.get(str(one["code"]), str(one["code"]))
    value = (one.get("facts") or {}).get("value")
    return f"{words}: {text.isolated(str(value))}" if value else words


def unmatched(why: str) -> str:
    """Return why a row has no post or person."""
    return {
        "no_post": translate("imports", "No post of yours"),
        "several_posts": translate("imports", "Several posts of yours"),
        "no_person": translate("imports", "Nobody you know, or several"),
        "said_twice": translate("imports", "Another line says something else."),
    }.get(why, why)
