"""The views and example queries that anyone's SQL may rely on, as `resources` tells of them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from cmapp.domain.errors import Missing
from cmapp.system.paths import resources

Type = Literal["text", "int", "real", "time"]
"""What a column holds. `time`: UTC ms; its twin `NAME_iso` is text."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a view; `about` by language."""

    name: str
    type: Type
    about: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class View:
    """A view of the profile's file.

    `time`: the column that a span is about, "" where there is none (`day` holds a UTC day, all
    others UTC ms). `order`: how an export is sorted, "" as it comes.
    """

    name: str
    about: Mapping[str, str]
    columns: tuple[Column, ...]
    time: str = ""
    order: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """An example. `columns` are what it answers with; `plan`: what its query plan must name."""

    name: str
    about: Mapping[str, str]
    sql: str
    columns: tuple[str, ...]
    plan: str = ""


@cache
def views() -> tuple[View, ...]:
    """Return the views in the order of the list."""
    path = resources() / "open_data" / "views.toml"
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    known = told["columns"]
    return tuple(
        View(
            name, _words(one),
            tuple(_column(c, known) for c in one["columns"]), one["time"], one["order"],
        )
        for name, one in told["views"].items()
    )  # fmt: skip


def view(name: str) -> View:
    """Return a view by its name, `v_` before it or not. Raises Missing (`unknown_view`)."""
    for one in views():
        if name in (one.name, one.name.removeprefix("v_")):
            return one
    raise Missing("unknown_view", name=name[:80])


def _column(name: str, known: Mapping[str, Mapping[str, str]]) -> Column:
    ends: tuple[tuple[str, str, Type | None], ...] = (
        ("_id_text", "_id", "text"), ("_iso", "", "text"), ("_at", "", "time"),
    )  # fmt: skip
    for end, instead, type_ in ends:
        if name.endswith(end):
            entry = known[name.removesuffix(end) + instead]
            return Column(name, type_ or "text", _words(entry))
    entry = known[name]
    made: Type = entry["type"]  # type: ignore[assignment]
    return Column(name, made, _words(entry))


def _words(entry: Mapping[str, str]) -> Mapping[str, str]:
    return {language: entry[language] for language in ("en", "zh_CN", "zh_TW")}


@cache
def queries() -> tuple[Query, ...]:
    """Return the example queries by name."""
    made = []
    for path in sorted((resources() / "queries").glob("*.sql")):
        text = path.read_text(encoding="utf-8")
        head = dict(line[3:].split(": ", 1) for line in text.splitlines() if line.startswith("-- "))
        made.append(
            Query(
                path.stem, _words(head), text, tuple(head["columns"].split(", ")),
                head.get("plan", ""),
            )
        )  # fmt: skip
    return tuple(made)


def as_help(language: str) -> str:
    """Return views, columns and queries as the page of help lists them (Markdown)."""
    colon, comma, stop = (": ", ", ", ".") if language == "en" else ("：", "、", "。")
    gap = " " if language == "en" else ""
    lines = []
    for one in views():
        names = comma.join(f"`{c.name}`" for c in one.columns)
        lines.append(f"- `{one.name}`{colon}{one.about[language]}{gap}{names}")
    lines += ["", _HEADS[language][0], ""]
    told: dict[str, str] = {}
    for column in (c for one in views() for c in one.columns):
        if not column.name.endswith(("_iso", "_id_text")):
            told.setdefault(column.name, column.about[language])
    lines += [f"- `{name}`{colon}{about}{stop}" for name, about in told.items()]
    lines += ["", _HEADS[language][1], ""]
    lines += [f"- `{q.name}`{colon}{q.about[language]}{stop}" for q in queries()]
    return "\n".join(lines)


_HEADS = {
    "en": ("## Columns", "## Example queries"),
    "zh_CN": ("## 各列的意思", "## 示例查询"),
    "zh_TW": ("## 各欄的意思", "## 範例查詢"),
}
