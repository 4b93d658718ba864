"""A chart as CSV and XLSX, safe to open: nothing in it is run, what is not known is empty. Pure."""

from __future__ import annotations

import csv
import io
from typing import Any

from cmapp.domain import cell_text, letters
from cmapp.domain.chart import Chart
from cmapp.domain.chart_table import Cell, Table, Words, table

PERCENT = "0.0%"
"""How a spreadsheet shows a share: the cell itself holds 0 to 1."""


def safe(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula; numbers stay numbers."""
    return cell_text.tame(cell) if isinstance(cell, str) else cell


def as_csv(chart: Chart, words: Words) -> bytes:
    """Return the chart's table: UTF-8 with a mark, lines as RFC 4180 has them, unknown empty."""
    return table_csv(table(chart, words))


def table_csv(made: Table) -> bytes:
    """Return any table as CSV, as `as_csv` does."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([safe(head) for head in made.header])
    for row in made.rows:
        writer.writerow(["" if cell is None else safe(cell) for cell in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def as_xlsx(chart: Chart, words: Words) -> bytes:
    """Return a spreadsheet: the table with real numbers, and a sheet of what must be known."""
    import openpyxl
    from openpyxl.cell import WriteOnlyCell

    def cell(value: Cell) -> Cell:
        found = safe(value)
        return letters.writable(found) if isinstance(found, str) else found

    def percent(sheet: Any, value: Cell) -> Any:
        made = WriteOnlyCell(sheet, value=value)
        made.number_format = PERCENT
        return made

    made = table(chart, words)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Chart")
    sheet.freeze_panes = "B2"
    sheet.append([cell(head) for head in made.header])
    for row in made.rows:
        sheet.append([
            percent(sheet, value) if unit == "share" and value is not None else cell(value)
            for value, unit in zip(row, made.units, strict=True)
        ])  # fmt: skip
    about = book.create_sheet("About")
    about.append([cell(words(chart.title))])
    about.append(["name", chart.name])
    about.append(["since (UTC ms)", chart.since])
    about.append(["until (UTC ms)", chart.until])
    about.append(["zone", chart.zone])
    about.append(["accounts", cell(", ".join(chart.accounts))])
    for figure in chart.figures:
        about.append(
            [cell(words(figure.label) or figure.metric),
             percent(about, figure.value) if figure.unit == "share" else figure.value,
             "n", figure.n, figure.low, figure.high]
        )  # fmt: skip
    for gap in chart.gaps:
        about.append([gap.why, gap.start, gap.end, cell(gap.account)])
    for (at, column), why in sorted(made.whys.items()):
        about.append([cell(made.rows[at][0]), cell(made.header[column]), why])
    for note in chart.notes:
        about.append([cell(words(note))])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
