"""A report as a spreadsheet: a sheet of figures and texts, one for each chart and table, and one
that carries the document. Times in the file are the report's own, so that it repeats.
"""  # noqa: D205

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import zip_longest
from typing import Any

from cmapp.domain import letters
from cmapp.domain import report as model
from cmapp.domain.chart import Unit
from cmapp.domain.chart_file import PERCENT
from cmapp.domain.chart_table import Cell, table
from cmapp.domain.report import Report
from cmapp.domain.table_file import MOST_CELL, MOST_UNPACKED
from cmapp.services import wordbook
from cmapp.services.reports import html, tables

_SHEET = "cmapp"
_BAD_NAME = re.compile(r"[\\/*?:\[\]']")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def xlsx(report: Report) -> bytes:
    """Return the file."""
    import openpyxl

    language, zone = report.query.language, report.query.zone
    book = openpyxl.Workbook()
    book.iso_dates = True
    moment = datetime.fromtimestamp(report.query.as_of / 1000, UTC).replace(tzinfo=None)
    book.properties.creator = f"cmapp {report.app}"
    book.properties.title = _clean(report.query.title)
    book.properties.description = f"sha256 {report.hash}"
    book.properties.created = moment
    first = book.active
    first.title = _name(report.query.title, [_SHEET])
    _put(first, [report.query.title], bold=True)
    _put(first, [html.subtitle(report)])
    taken = [_SHEET, first.title]
    for section in report.sections:
        title = wordbook.say(section.title, language)
        _put(first, [])
        if title:
            _put(first, [title], bold=True)
        for part in section.parts:
            match part:
                case model.Words(say, _) | model.Heading(say):
                    _put(first, [wordbook.say(say, language)])
                case model.Numbers(figures):
                    _figures(first, figures, language)
                case model.Quotes(quotes):
                    for one in quotes:
                        at = html.cell_words(model.Moment(one.at), language, zone) if one.at else ""
                        _put(first, [one.who, at, one.text, one.url])
                case model.Grid(head, rows):
                    _put(first, [wordbook.say(h, language) for h in head], bold=True)
                    for row in rows:
                        units = [c.unit if isinstance(c, model.Amount) else None for c in row]
                        _put(first, [_value(c, language, zone) for c in row], units=units)
                case model.Picture(chart):
                    _figures(first, chart.figures, language)
                    for note in (*([chart.empty] if chart.empty else []), *chart.notes):
                        _put(first, [wordbook.say(note, language)])
                    name = _name(title or chart.name, taken)
                    taken.append(name)
                    _put(first, [f"→ {name}"])
                    sheet = book.create_sheet(name)
                    made = table(chart, lambda say: wordbook.say(say, language))
                    _put(sheet, list(made.header), bold=True)
                    sheet.freeze_panes = "A2"
                    for r, cells in enumerate(made.rows):
                        _put(sheet, [_known(v, made.whys.get((r, c)), language)
                                     for c, v in enumerate(cells)], units=made.units)  # fmt: skip
                    sheet.column_dimensions["A"].width = 18
    first.column_dimensions["A"].width = 42
    kept = book.create_sheet(_SHEET)
    for piece in tables.chunks(report):
        kept.append([piece])
    out = io.BytesIO()
    book.save(out)
    return _repeatable(out.getvalue(), moment)


def _figures(sheet: Any, figures: Sequence[Any], language: str) -> None:
    for one in figures:
        name, _, under = html.figure_words(one, language)
        value = one.value if one.value is not None else "—"
        _put(sheet, [name, value, one.unit, under], units=[None, one.unit])


def _known(value: Cell, why: str | None, language: str) -> Any:
    from cmapp.services.reports import shown

    if value is None:
        return f"— {shown.why(why, language)}".strip() if why is not None else None
    return value


def _value(cell: model.Cell, language: str, zone: str) -> Any:
    if isinstance(cell, model.Amount) and cell.value is not None:
        return cell.value
    if isinstance(cell, (int, float)):
        return cell
    return html.cell_words(cell, language, zone)


def _put(
    sheet: Any, values: Sequence[Any], *, bold: bool = False, units: Sequence[Unit | None] = ()
) -> None:
    """Append a row; a text is a text, whatever it begins with, and never a formula.

    A share stays the number that it is, and is shown as percent.
    """
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cells = []
    for value, unit in zip_longest(values, units[: len(values)]):
        made = WriteOnlyCell(sheet, value=_clean(value) if isinstance(value, str) else value)
        if unit == "share" and not isinstance(value, str):
            made.number_format = PERCENT
        if isinstance(value, str):
            made.data_type = "s"
            made.quotePrefix = value[:1] in ("=", "+", "-", "@")
        if bold:
            made.font = Font(bold=True)
        cells.append(made)
    sheet.append(cells)


def _clean(text: str) -> str:
    return letters.writable(text)[:MOST_CELL]


def _name(title: str, taken: Sequence[str]) -> str:
    """Return a name for a sheet: at most 31 characters, none twice."""
    plain = " ".join(_BAD_NAME.sub(" ", _clean(title)).split())[:27] or "Report"
    lower = {name.casefold() for name in taken}
    name, n = plain, 1
    while name.casefold() in lower:
        n += 1
        name = f"{plain} {n}"
    return name


def _repeatable(data: bytes, moment: datetime) -> bytes:
    """Return the archive without the time at which it was packed."""
    out = io.BytesIO()
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, content)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            new.writestr(entry, content)
    return out.getvalue()


def document_in(data: bytes) -> str | None:
    """Return the document that a spreadsheet carries, None for none. Raises ValueError: damaged."""
    import openpyxl

    whole = True
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(one.file_size for one in packed.infolist()) > MOST_UNPACKED:
                return None
            whole = _whole(packed)
        if not whole:
            raise ValueError("xlsx")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        if _SHEET not in book.sheetnames:
            return None
        cells = [str(row[0] or "") for row in book[_SHEET].iter_rows(max_col=1, values_only=True)]
    except Exception:  # a broken archive, XML that is none: the library raises all kinds
        if not whole:
            raise
        return None
    return tables.joined(cells)


def _whole(packed: zipfile.ZipFile) -> bool:
    """Tell whether all parts of an archive can be unpacked, and are what they were."""
    try:
        return packed.testzip() is None
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return False


def values(data: bytes) -> list[tuple[str, list[tuple[Any, ...]]]]:
    """Return sheet → the values that are read in it: what a person may have changed.

    Raises ValueError where one of the sheets cannot be read.
    """
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        return [
            (name, [row for row in book[name].iter_rows(values_only=True) if any(row)])
            for name in book.sheetnames
        ]
    except Exception as no:  # XML that is none: the library raises all kinds
        raise ValueError("xlsx") from no
