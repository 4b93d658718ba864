"""A file that some platform, statistics or shop exported, as a sheet: header found, rows numbered.

Pure. CSV or TSV in whatever encoding and separator, or XLSX. What stands above the header
(titles, comments, a span) is left out; each row keeps the number that a person finds it by.
"""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from cmapp.domain.cell_text import unquoted
from cmapp.domain.errors import Rejected
from cmapp.domain.table_file import MOST_COLUMNS, refuse_bombs, words_of

MOST_BYTES = 60_000_000
MOST_ROWS = 200_000
MOST_CELLS = 50_000_000
"""Of a spreadsheet, empty ones too: a cell in its last corner alone makes 17 billion."""
LOOK = 40
"""Among how many rows the header is looked for."""
SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a file holds. `rows` are (line in the file or row of the sheet, cells).

    `separator` is "" for XLSX; `sheet` is "" for CSV. `sheets` are the names there are to choose.
    """

    header: tuple[str, ...]
    rows: list[tuple[int, list[Any]]]
    header_at: int
    encoding: str
    separator: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()


def _bad(reason: str, **facts: Any) -> Rejected:
    return Rejected("bad_table", field="file", reason=reason, **facts)


Known = Callable[[str], bool]
"""Tells whether a header is one that somebody's export is known to have."""


def read(
    data: bytes,
    known: Known,
    *,
    encoding: str | None = None,
    separator: str | None = None,
    sheet: str | None = None,
) -> Sheet:
    """Read a file. Raises Rejected: `bad_table` with `reason` (`too_large`, `not_text`,
    `not_a_table`, `old_xls`, `too_many_rows`, `no_header`, `no_such_sheet`).
    """  # noqa: D205
    if len(data) > MOST_BYTES:
        raise _bad("too_large", size=len(data), limit=MOST_BYTES)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise _bad("old_xls")
    if data.startswith(b"PK\x03\x04"):
        return _xlsx(data, known, sheet)
    text, name = words_of(data, encoding)
    return _csv(text, known, name, separator)


def _csv(text: str, known: Known, encoding: str, separator: str | None) -> Sheet:
    hint = re.match(r"\s*sep=(.)\r?\n", text, re.IGNORECASE)
    skipped = 0
    if hint:
        skipped = text[: hint.end()].count("\n")
        text = text[hint.end() :]
    chosen = separator or (hint.group(1) if hint else _separator(text))
    if len(chosen) != 1 or chosen in '"\r\n':
        raise _bad("not_a_table", value=chosen[:10])
    csv.field_size_limit(2_000_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=chosen, strict=True)

    def records() -> Iterator[tuple[int, list[Any]]]:
        begins = 1 + skipped
        try:
            for record in reader:
                cells = [
                    unquoted(c.replace("\r\n", "\n").replace("\r", "\n"))
                    for c in record[: MOST_COLUMNS + 1]
                ]
                yield begins, list[Any](cells)
                begins = reader.line_num + 1 + skipped
        except csv.Error:
            # a quote that is never closed, most of all: the file ends in the middle of a line
            raise _bad("not_a_table", value=str(begins)) from None

    header_at, header, rows = _taken(records(), known)
    return Sheet(header, rows, header_at, encoding, chosen)


def _separator(text: str) -> str:
    """Return the separator under which most rows at the top have the same number of cells."""
    best: tuple[int, int, int] = (0, 0, 0)
    chosen = ","
    for place, candidate in enumerate(SEPARATORS):
        reader = csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=candidate)
        counts: Counter[int] = Counter()
        try:
            for record in itertools.islice(reader, LOOK):
                counts[len(record)] += len(record) > 1
        except csv.Error:
            continue
        if counts:
            width, times = max(counts.items(), key=lambda pair: (pair[1], pair[0]))
            if (score := (times, width, -place)) > best and times:
                best, chosen = score, candidate
    return chosen


def _xlsx(data: bytes, known: Known, wanted: str | None) -> Sheet:
    import openpyxl

    try:
        refuse_bombs(data)
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        names = tuple(str(one.title) for one in book.worksheets)
        if wanted is not None and wanted not in names:
            raise _bad("no_such_sheet", value=wanted[:60])

        def records(name: str) -> Iterator[tuple[int, list[Any]]]:
            cells_read = 0
            for n, row in enumerate(book[name].iter_rows(values_only=True), 1):
                cells_read += len(row)
                if cells_read > MOST_CELLS:
                    raise _bad("too_many_rows", limit=MOST_ROWS)
                cells = [_value(value) for value in row[:MOST_COLUMNS]]
                while cells and cells[-1] == "":
                    cells.pop()
                yield n, cells

        problem: Rejected | None = None
        for name in names if wanted is None else (wanted,):  # the first that holds a table
            try:
                header_at, header, rows = _taken(records(name), known)
            except Rejected as no:
                if no.facts.get("reason") != "no_header":
                    raise
                problem = no
                continue
            return Sheet(header, rows, header_at, "xlsx", "", name, names)
    except Rejected:
        raise
    except Exception:  # a broken archive, XML that is none: the library raises all kinds
        raise _bad("not_a_table", value="xlsx") from None
    raise problem or _bad("no_header")


def _value(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, str):
        return unquoted(value.replace("_x000D_", "").replace("\r\n", "\n"))
    return value if isinstance(value, int | float | date | datetime | time) else str(value)


def _taken(
    records: Iterator[tuple[int, list[Any]]], known: Known
) -> tuple[int, tuple[str, ...], list[tuple[int, list[Any]]]]:
    top = list(itertools.islice(records, LOOK))
    place = _header(top, known)
    if place is None:
        raise _bad("no_header")
    at, cells = top[place]
    header = [str(c).strip() for c in cells]
    while header and not header[-1]:
        header.pop()
    if len(header) > MOST_COLUMNS:
        raise _bad("no_header")
    rows = []
    for line, row in itertools.chain(top[place + 1 :], records):
        if any(_filled(c) for c in row) and not _comment(row):
            rows.append((line, row))
            if len(rows) > MOST_ROWS:
                raise _bad("too_many_rows", limit=MOST_ROWS)
    return at, tuple(header), rows


def _header(top: Sequence[tuple[int, list[Any]]], known: Known) -> int | None:
    """Return the row that names the columns: most known names, else the first wide one."""
    wide = [
        n for n, (_, cells) in enumerate(top)
        if sum(_filled(c) for c in cells) >= 2 and not _comment(cells)
    ]  # fmt: skip
    if not wide:
        return None
    scores = {n: sum(known(str(c)) for c in top[n][1] if isinstance(c, str)) for n in wide}
    best = max(wide, key=lambda n: (scores[n], -n))
    if scores[best]:
        return best
    width = max(sum(_filled(c) for c in top[n][1]) for n in wide)
    return next(n for n in wide if sum(_filled(c) for c in top[n][1]) >= (width + 1) // 2)


def _filled(cell: Any) -> bool:
    return cell not in (None, "") and bool(str(cell).strip())


def _comment(cells: Sequence[Any]) -> bool:
    return str(next((c for c in cells if _filled(c)), "")).lstrip().startswith("# ")
