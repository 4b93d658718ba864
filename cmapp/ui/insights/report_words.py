"""Words around reports in the window: templates, blocks, verdicts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from cmapp.domain.chart import Say
from cmapp.services import wordbook
from cmapp.ui.charts import words

translate = QCoreApplication.translate


def template(name: str, *, own: bool) -> str:
    """Return what a template is called where one is chosen."""
    if name == "blank" and not own:
        return wordbook.say(Say("report.blank"), words.language())
    return untitled(name, own=own)


def untitled(name: str, *, own: bool) -> str:
    """Return what a report of a template is called where nobody named it."""
    return name if own else wordbook.say(Say(f"report.template.{name}"), words.language())


def block(one: Mapping[str, Any]) -> str:
    """Return what a block is called: its own title, its chart's, or its kind's."""
    if one.get("title"):
        return str(one["title"])
    if one["kind"] == "chart":
        return chart(str(one["name"]))
    return wordbook.say(Say(f"report.block.{one['kind']}"), words.language())


def chart(name: str) -> str:
    """Return the title of a chart; where that names what it is about, it is left out."""
    said = wordbook.say(Say(f"{name}.title"), words.language())
    return said.removesuffix("—").rstrip(" :：")


def verdict(found: Mapping[str, Any]) -> tuple[str, str]:
    """Return what a verification says, and its tone."""
    match found["verdict"]:
        case "same" if found["page"] == "same":
            return translate("reports", "The same, byte for byte."), "ok"
        case "same":
            return translate("reports", "The same: every number repeats."), "ok"
        case "edited":
            return (
                translate("reports", "Its numbers repeat, but the file was edited afterwards."),
                "warn",
            )
        case _:
            return translate("reports", "It differs: data have changed since."), "warn"


def difference(one: Mapping[str, Any]) -> str:
    """Return one difference as a line."""
    said = translate("reports", "{where}: was {was}, is {now}")
    title = str(one["title"])
    named = chart(title) if wordbook.entries().get(f"{title}.title") else title
    where = " › ".join(x for x in (named, str(one["where"])) if x)
    return said.format(where=where, was=_shown(one["was"]), now=_shown(one["now"]))


def _shown(value: Any) -> str:
    return "—" if value is None else str(value)
