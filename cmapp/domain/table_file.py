"""Tables in files: CSV of whatever encoding and separator, and XLSX; read whole or refused. Pure.

What a spreadsheet would take for a formula or a number goes out with an apostrophe before it and
loses that when it comes in again, so that texts survive programs that mean well.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from cmapp.domain import letters
from cmapp.domain.cell_text import quoted, unquoted
from cmapp.domain.errors import Rejected

MOST_BYTES = 20_000_000
MOST_UNPACKED = 200_000_000
MOST_PARTS = 2_000
MOST_RATIO, _SWOLLEN = 150, 20_000_000
"""Sheets of real tables unpack to ten or thirty times their size; small ones may to more."""
MOST_ROWS = 20_000
MOST_COLUMNS = 500
MOST_CELL = 32_767
"""How many characters a cell of a spreadsheet holds; CSV has no such limit."""
_COMMON = frozenset(
    "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对"
    "小多然于心学么之都好看起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意"
    "動方期它頭經長兒回位分愛老因很給名法間斯知世什兩次使身者被高已親其進此話常與活正感見明問力理爾點文幾定"
    "這個們來時為說國過對會後裡麼當沒還樣開總從無現動頭經長兒愛給間兩親進話與見問爾點幾新品預告活动预告期待"
)


@dataclass(frozen=True, slots=True)
class Table:
    """A header and rows as they stood; `rows` are (number in the spreadsheet, cells).

    A cell is a text, or for XLSX what the program kept: a date, a time, a number.
    """

    header: list[str]
    rows: list[tuple[int, list[Any]]]
    encoding: str
    formulas: list[tuple[int, int]] = field(default_factory=list)
    """Where XLSX holds formulas instead of values: (row, column from 0)."""


def _bad(reason: str, **facts: Any) -> Rejected:
    return Rejected("bad_table", field="file", reason=reason, **facts)


# apostrophes


# reading


def read(data: bytes, *, encoding: str | None = None) -> Table:
    """Read a file. Raises Rejected: `bad_table` with `reason` (`too_large`, `not_text`,
    `not_a_table`, `old_xls`, `too_many_rows`, `no_header`; fact `value`: the line).
    """  # noqa: D205
    if len(data) > MOST_BYTES:
        raise _bad("too_large", size=len(data), limit=MOST_BYTES)
    if data.startswith(b"PK\x03\x04"):
        return _read_xlsx(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise _bad("old_xls")
    text, name = words_of(data, encoding)
    return _read_csv(text, name)


def words_of(data: bytes, encoding: str | None) -> tuple[str, str]:
    """Return the text of a file without its mark, and its encoding: the one given, or guessed.

    Raises Rejected: `bad_table`, reason `not_text`.
    """
    name = encoding or guessed(data)
    try:
        text = data.decode(name)
    except (UnicodeError, LookupError):
        raise _bad("not_text", value=name[:40]) from None
    if "\0" in text:
        raise _bad("not_text", value=name[:40])
    return text.removeprefix("\ufeff"), name


def guessed(data: bytes) -> str:
    """Return the encoding of a text: by its mark, else the first that fits and reads as words."""
    for mark, name in (
        (b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"),
    ):  # fmt: skip
        if data.startswith(mark):
            return name
    if 0 in data:  # no text has a zero byte but UTF-16, here without its mark
        return "utf-16-le" if data[1::2].count(0) >= data[::2].count(0) else "utf-16-be"
    if _decodes(data, "utf-8") is not None:
        return "utf-8"
    found: list[tuple[float, int, str]] = []
    for name in ("gb18030", "big5", "big5hkscs"):
        text = _decodes(data, name)
        if text is not None:
            found.append((-_likely(text), len(found), name))
    if found and min(found)[0] < 0:
        return min(found)[2]
    return "cp1252" if _decodes(data, "cp1252") is not None else "latin-1"


def _decodes(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeError:
        return None


def _likely(text: str) -> float:
    """Return the share of common characters among the Chinese ones; 0 without any."""
    han = [c for c in text if "\u3400" <= c <= "\u9fff" or c > "\uffff"]
    odd = sum("\ue000" <= c <= "\uf8ff" or "\u30a0" <= c <= "\u3129" for c in text)
    return sum(c in _COMMON for c in han) / (len(han) + odd) if han else 0.0


def _read_csv(text: str, encoding: str) -> Table:
    first = re.split(r"\r\n|\r|\n", text.lstrip("\r\n"), maxsplit=1)[0]
    hint = re.fullmatch(r"sep=(.)", first.strip(), re.IGNORECASE)
    if hint:
        text = text.lstrip("\r\n")[len(first) :].lstrip("\r\n")
        first = re.split(r"\r\n|\r|\n", text, maxsplit=1)[0]
    separator = hint.group(1) if hint else max(",;\t|", key=first.count)
    csv.field_size_limit(2_000_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    records: list[list[str]] = []
    try:
        for record in reader:
            if len(records) > MOST_ROWS:
                raise _bad("too_many_rows", limit=MOST_ROWS)
            records.append(
                [
                    unquoted(cell.replace("\r\n", "\n").replace("\r", "\n"))
                    for cell in record[: MOST_COLUMNS + 1]
                ]
            )
    except csv.Error:
        raise _bad("not_a_table", value=str(reader.line_num)) from None
    while records and not any(c.strip() for c in records[0]):
        records.pop(0)
    if not records or len(records[0]) > MOST_COLUMNS:
        raise _bad("no_header")
    rows = [
        (n, list[Any](cells))
        for n, cells in enumerate(records[1:], 2)
        if any(c.strip() for c in cells)
    ]
    return Table([c.strip() for c in records[0]], rows, encoding)


def refuse_bombs(data: bytes) -> None:
    """Look at what an archive says it unpacks to, before any of it is.

    What says less than it holds is cut at what it says when it is read.

    Raises:
        Rejected: `bad_table` with `reason` `too_large`.
        zipfile.BadZipFile: it is no archive.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        inside = packed.infolist()
        whole = sum(one.file_size for one in inside)
        swells = whole > _SWOLLEN and whole > MOST_RATIO * len(data)
        if whole > MOST_UNPACKED or len(inside) > MOST_PARTS or swells:
            raise _bad("too_large", size=whole, limit=MOST_UNPACKED)


def _read_xlsx(data: bytes) -> Table:
    import openpyxl

    try:
        refuse_bombs(data)
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        sheet = book.worksheets[0]
        header: list[str] = []
        rows: list[tuple[int, list[Any]]] = []
        formulas = []
        for n, record in enumerate(sheet.iter_rows(), 1):
            if n > MOST_ROWS + 1:
                raise _bad("too_many_rows", limit=MOST_ROWS)
            cells = [_value(c.value) for c in record[:MOST_COLUMNS]]
            if not any(c not in (None, "") for c in cells):
                continue
            if not header:
                header = [str(c or "").strip() for c in cells]
                continue
            formulas += [
                (n, at) for at, c in enumerate(record[:MOST_COLUMNS]) if c.data_type == "f"
            ]
            rows.append((n, cells))
    except Rejected:
        raise
    except Exception:  # a broken archive, XML that is none: the library raises all kinds
        raise _bad("not_a_table", value="xlsx") from None
    if not header:
        raise _bad("no_header")
    return Table(header, rows, "xlsx", formulas)


def _value(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, str):
        return unquoted(value.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n"))
    return value if isinstance(value, int | float | date | datetime | time) else str(value)


# writing


def write_csv(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """Return a CSV file: UTF-8 with a mark, lines ending as RFC 4180 has it."""
    out = io.StringIO(newline="")
    made = csv.writer(out, lineterminator="\r\n")
    made.writerow(header)
    made.writerows([quoted(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def write_xlsx(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """Return a spreadsheet of texts. Raises Rejected (`bad_table`, `cell_too_long`)."""
    import openpyxl

    made = [[letters.writable(quoted(cell)) for cell in row] for row in rows]
    for n, cells in enumerate(made, 2):
        if any(len(cell) > MOST_CELL for cell in cells):
            raise _bad("cell_too_long", value=str(n), limit=MOST_CELL)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Plans")
    sheet.freeze_panes = "A2"
    sheet.append(list(header))
    for cells in made:
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
