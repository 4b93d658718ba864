"""A report as data: what was asked, what came out of it, and the hash over both. Pure.

A report is made of sections, a section of parts; every format is drawn from these and from nothing
else. Words in it are codes (`Say`) until it is written down in a language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from cmapp.domain import chart as charts
from cmapp.domain.canonical import fingerprint
from cmapp.domain.chart import Chart, Figure, Say, Unit

FORMAT: Final = "cmapp-report"
SCHEMA: Final = 1
"""What the document in a report looks like; a file with a higher one is from a newer version."""
LANGUAGES: Final = ("en", "zh_CN", "zh_TW")
FORMATS: Final = ("html", "pdf", "xlsx", "csv")


@dataclass(frozen=True, slots=True)
class Query:
    """All that a report was asked. Times are UTC ms; `as_of` is "now" for everything in it.

    `blocks` are {kind, …options} in order. `logo` is a file of the media library, "" for none.
    `read`: "account stream" → until when it had been read then; what was read later is not known.
    """

    title: str
    language: str
    zone: str
    since: int
    until: int
    as_of: int
    accounts: tuple[str, ...]
    blocks: tuple[Mapping[str, Any], ...]
    logo: str = ""
    read: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Moment:
    """A time (UTC ms) in a table, to be written in the report's zone."""

    at: int


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a table with what it counts; None is unknown, and `why`."""

    value: float | None
    unit: Unit = "count"
    why: str = ""


Cell = str | int | float | None | Say | Moment | Amount


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph. `style`: plain, or note (what a reader must know)."""

    say: Say
    style: str = "plain"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section."""

    say: Say


@dataclass(frozen=True, slots=True)
class Numbers:
    """Figures side by side."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart, drawn and as a table."""

    chart: Chart


@dataclass(frozen=True, slots=True)
class Grid:
    """A table."""

    head: tuple[Say, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody wrote; `who` may be a name that stands for another."""

    who: str
    text: str
    at: int | None = None
    url: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Quotes:
    """What people wrote, in order."""

    quotes: tuple[Quote, ...]


Part = Words | Heading | Numbers | Picture | Grid | Quotes
_NAMES: Final[dict[type[Any], str]] = {
    Words: "words", Heading: "heading", Numbers: "figures", Picture: "chart", Grid: "table",
    Quotes: "quotes",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Section:
    """What one block became. `name`: of a chart, else ""; `metrics`: ids that it shows."""

    kind: str
    title: Say
    parts: tuple[Part, ...]
    name: str = ""
    metrics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A report that was made. `accounts`: (id, handle, platform); `rows`: what it stands on.

    `rows`: kind of row → (how many, SHA-256 of them all). `app`: the version that made it.
    """

    query: Query
    app: str
    accounts: tuple[tuple[str, str, str], ...]
    rows: Mapping[str, tuple[int, str]]
    sections: tuple[Section, ...]
    hash: str = field(default="")


def document(report: Report) -> dict[str, Any]:
    """Return what every file carries of a report: {format, schema, app, query, data, hash}."""
    made: dict[str, Any] = {
        "format": FORMAT,
        "schema": SCHEMA,
        "app": report.app,
        "query": _plain(asdict(report.query)),
        "data": {
            "accounts": [list(one) for one in report.accounts],
            "rows": {name: list(found) for name, found in report.rows.items()},
            "sections": [_section(one) for one in report.sections],
        },
    }
    return {**made, "hash": report.hash or fingerprint(made)}


def hash_of(made: Mapping[str, Any]) -> str:
    """Return the hash that a document must carry."""
    return fingerprint({name: value for name, value in made.items() if name != "hash"})


def query_from(made: Mapping[str, Any]) -> Query:
    """Return the query of a document. Raises KeyError, TypeError, ValueError for none."""
    return Query(
        title=str(made["title"]),
        language=str(made["language"]),
        zone=str(made["zone"]),
        since=int(made["since"]),
        until=int(made["until"]),
        as_of=int(made["as_of"]),
        accounts=tuple(str(one) for one in made["accounts"]),
        blocks=tuple(dict(one) for one in made["blocks"]),
        logo=str(made["logo"]),
        read={str(name): int(at) for name, at in made["read"].items()},
    )


def _section(section: Section) -> dict[str, Any]:
    return {
        "kind": section.kind,
        "name": section.name,
        "title": _plain(asdict(section.title)),
        "parts": [_part(one) for one in section.parts],
    }


def _part(part: Part) -> dict[str, Any]:
    if isinstance(part, Picture):
        return {"part": "chart", "chart": charts.to_json(part.chart)}
    return {"part": _NAMES[type(part)], **_plain(asdict(part))}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(v) for v in value]
    return value
