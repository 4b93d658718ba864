"""A report as rows: one CSV file of all its numbers, one line for each, and of its texts.

What a spreadsheet would run as a formula is quoted. The last lines carry the document by which the
report is made again, cut into cells that every spreadsheet can hold.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from cmapp.domain import report as model
from cmapp.domain.canonical import canonical
from cmapp.domain.canonical import number as plain_number
from cmapp.domain.cell_text import quoted, tame, unquoted
from cmapp.domain.chart import Chart, Figure, Say
from cmapp.domain.chart_table import place
from cmapp.domain.report import Report
from cmapp.services import wordbook
from cmapp.services.reports import html

COLUMNS = (
    "section", "title", "kind", "name", "at", "row", "value", "unit", "n", "low", "high", "unknown",
    "text",
)  # fmt: skip
HEAD = ",".join(COLUMNS).encode("ascii")
CHUNK = 30_000
_MARK = "document "


def csv_file(report: Report) -> bytes:
    """Return the file: UTF-8 with a mark, lines ending as RFC 4180 has it."""
    out = io.StringIO(newline="")
    made = csv.writer(out, lineterminator="\r\n")
    made.writerow(COLUMNS)
    for row in lines(report):
        made.writerow(row)
    for row in _document(report):
        made.writerow(row)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def lines(report: Report) -> Iterator[list[str]]:
    """Yield a row for each number and each text, with the columns `COLUMNS`."""
    language = report.query.language
    head = _row("0", report.query.title, "report", text=html.subtitle(report))
    yield head
    for n, section in enumerate(report.sections, 1):
        title = wordbook.say(section.title, language)
        for part in section.parts:
            for row in _part(part, report):
                yield [str(n), quoted(title), *row]


def _row(section: str, title: str, kind: str, *, text: str = "") -> list[str]:
    return [section, quoted(title), kind, *([""] * (len(COLUMNS) - 4)), quoted(text)]


def _part(part: model.Part, report: Report) -> Iterator[list[str]]:
    language, zone = report.query.language, report.query.zone
    match part:
        case model.Words(say, _) | model.Heading(say):
            yield _cells("text", text=wordbook.say(say, language))
        case model.Numbers(figures):
            for one in figures:
                yield _figure(one, language)
        case model.Picture(chart):
            yield from _chart(chart, language)
        case model.Grid(head, rows):
            names = [wordbook.say(h, language) for h in head]
            for n, row in enumerate(rows, 1):
                for name, cell in zip(names, row, strict=True):
                    value = cell.value if isinstance(cell, model.Amount) else (
                        cell if isinstance(cell, (int, float)) else None
                    )  # fmt: skip
                    text = "" if value is not None else html.cell_words(cell, language, zone)
                    unit = cell.unit if isinstance(cell, model.Amount) else ""
                    yield _cells("table", name, at=str(n), value=value, unit=unit, text=text)
        case model.Quotes(quotes):
            for quote in quotes:
                at = html.cell_words(model.Moment(quote.at), language, zone) if quote.at else ""
                text = f"{quote.text}\n{quote.url}" if quote.url else quote.text
                yield _cells("quote", quote.who, at=at, text=text)


def _chart(chart: Chart, language: str) -> Iterator[list[str]]:
    def words(what: Say) -> str:
        return wordbook.say(what, language)

    for one in chart.figures:
        yield _figure(one, language)
    for series in chart.series:
        for d in series.data:
            at = place(chart, chart.x, d.x, words)
            row = place(chart, chart.y, d.y, words) if d.y else ""
            yield _cells(
                "chart", words(series.label), at=str(at), row=str(row), value=d.value,
                unit=series.unit, n=d.n, low=d.low, high=d.high, unknown=d.why,
            )  # fmt: skip
    for note in (*chart.notes, *([chart.empty] if chart.empty else [])):
        yield _cells("text", text=words(note))


def _figure(one: Figure, language: str) -> list[str]:
    name = wordbook.say(one.label, language) or one.metric
    return _cells(
        "figure", name, value=one.value, unit=one.unit, n=one.n, low=one.low, high=one.high,
        unknown=one.why,
    )  # fmt: skip


def _cells(
    kind: str,
    name: str = "",
    *,
    at: str = "",
    row: str = "",
    value: float | None = None,
    unit: str = "",
    n: int | None = None,
    low: float | None = None,
    high: float | None = None,
    unknown: str = "",
    text: str = "",
) -> list[str]:
    def plain(one: float | None) -> str:
        return "" if one is None else plain_number(one)

    return [  # a place is no more than tamed: days must stay days
        kind, quoted(name), tame(at), tame(row), plain(value), unit, plain(n), plain(low),
        plain(high), unknown, quoted(text),
    ]  # fmt: skip


def chunks(report: Report) -> list[str]:
    """Return the document of a report in pieces that fit the cells of a spreadsheet."""
    whole = canonical(model.document(report)).decode("utf-8")
    # no characters of XML: written as JSON may write them, the document is the same
    whole = whole.replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")
    pieces = [whole[i : i + CHUNK] for i in range(0, len(whole), CHUNK)]
    return [f"{_MARK}{n}/{len(pieces)}: {piece}" for n, piece in enumerate(pieces, 1)]


def joined(cells: list[str]) -> str | None:
    """Return the document that was cut into cells, None for none. Raises ValueError: incomplete."""
    found: dict[int, str] = {}
    total = 0
    for cell in cells:
        mark, _, piece = cell.partition(": ")
        if mark.startswith(_MARK):
            at, _, of = mark.removeprefix(_MARK).partition("/")
            found[int(at)], total = piece, int(of)
    if not found:
        return None
    if sorted(found) != list(range(1, total + 1)):
        raise ValueError(total)
    return "".join(found[n] for n in sorted(found))


def _document(report: Report) -> Iterator[list[str]]:
    facts = {"app": report.app, "hash": model.document(report)["hash"]}
    foot = wordbook.say(Say("report.foot", facts), report.query.language)
    yield _row("0", "cmapp", "report", text=foot)
    for piece in chunks(report):
        yield [*_row("0", "cmapp", "document")[:-1], tame(piece)]


def document_in(data: bytes) -> str | None:
    """Return the document that a CSV file carries, None for none. Raises ValueError: damaged."""
    csv.field_size_limit(2_000_000)
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    except csv.Error as wrong:
        raise ValueError("csv") from wrong
    return joined([unquoted(row[-1]) for row in rows if row])
