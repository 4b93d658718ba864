"""Tables made to do harm end soon, in little memory, with a word for it."""

from __future__ import annotations

import io
import resource
import time
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from cmapp.domain import import_file, table_file
from cmapp.domain.errors import Rejected

SECONDS, MEGABYTES = 12, 500
"""Of processor time and of memory on top: far above what is needed, far below what harms."""


def book(**parts: bytes | str) -> bytes:
    """A spreadsheet with one sheet; `parts` take the place of what stands there."""
    import openpyxl

    made, out = openpyxl.Workbook(), io.BytesIO()
    sheet: Any = made.active
    sheet.append(["date", "value"])
    sheet.append(["2026-01-01", "1"])
    made.save(out)
    again = io.BytesIO()
    wanted = {"sheet": "xl/worksheets/sheet1.xml", "strings": "xl/sharedStrings.xml"}
    put = {wanted.get(key, key): value for key, value in parts.items()}
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in put:
                new.writestr(name, old.read(name))
        for name, value in put.items():
            new.writestr(name, value)
    return again.getvalue()


NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def strings(body: str, head: str = "") -> str:
    return f"{HEAD}{head}<sst {NS}>{body}</sst>"


def laughs() -> str:
    lines = ['<!ENTITY a0 "ha">'] + [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 11)]
    return strings("<si><t>&a10;</t></si>", f"<!DOCTYPE sst [{''.join(lines)}]>")


def squared() -> str:
    big = f'<!DOCTYPE sst [<!ENTITY a "{"x" * 100_000}">]>'
    return strings("<si><t>" + "&a;" * 20_000 + "</t></si>", big)


def outside() -> str:
    return strings(
        "<si><t>&x;</t></si>", '<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    )


def cells(many: int) -> str:
    row = "".join("<c><v>1</v></c>" for _ in range(many))
    return f'{HEAD}<worksheet {NS}><sheetData><row r="1">{row}</row></sheetData></worksheet>'


CASES: dict[str, Callable[[], bytes]] = {
    "a gigabyte of zeros": lambda: book(sheet=b"\0" * 150_000_000),
    "many small strings": lambda: book(strings=strings("<si><t>a</t></si>" * 9_000_000)),
    "a billion laughs": lambda: book(strings=laughs()),
    "an entity squared": lambda: book(strings=squared()),
    "an entity from outside": lambda: book(strings=outside()),
    "a row of cells without end": lambda: book(sheet=cells(200_000)),
    "a sheet that is none": lambda: book(sheet=b"<" * 1_000_000),
    "a deep sheet": lambda: book(sheet=HEAD + "<a>" * 1_000_000),
    "a million entries": lambda: book(**{f"junk/{n}": b"" for n in range(60_000)}),
    "names that climb": lambda: book(**{"../../../../tmp/evil": b"x", "/etc/evil": b"x"}),
    "a million columns": lambda: b"date,value" + b",x" * 1_000_000 + b"\n2026-01-01,1\n",
    "a million columns below": lambda: b"date,value\n" + b",".join([b"1"] * 1_000_000) + b"\n",
    "twenty million commas": lambda: b"date,value\n" + b"," * 19_000_000 + b"\n",
    "quotes without end": lambda: b'date,value\n"' + b"a" * 15_000_000,
    "all quotes": lambda: b'"' * 15_000_000,
    "one cell of fifteen megabytes": lambda: b"date,value\n" + b"a" * 15_000_000 + b",1\n",
    "zero bytes": lambda: b"date,value\n1\0,2\n",
    "lines without end": lambda: b"\n" * 15_000_000,
    "half a surrogate": lambda: b"\xff\xfe" + b"a\0,\0\x00\xd8\n\0",
}


SWELL = ("a gigabyte of zeros", "many small strings", "a million entries")


@pytest.mark.parametrize("name", CASES)
def test_a_table_that_is_a_bomb_does_no_harm(name: str) -> None:
    data = CASES[name]()
    for read in (table_file.read, lambda d: import_file.read(d, _known)):
        began = time.process_time()
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        try:
            found: Any = read(data)
        except Rejected as no:
            assert no.facts["reason"] in (
                "too_large", "not_a_table", "too_many_rows", "no_header", "not_text"
            )  # fmt: skip
            if name in SWELL:
                assert no.facts["reason"] == "too_large", "refused before it was unpacked"
        else:
            assert name not in SWELL
            assert all(len(cells) <= import_file.MOST_COLUMNS + 1 for _, cells in found.rows)
            assert "root:" not in repr(found.rows[:5])
        took = time.process_time() - began
        grew = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
        assert took < SECONDS, f"{took:.1f} s"
        assert grew < MEGABYTES, f"{grew} MB"


def _known(header: str) -> bool:
    return header in ("date", "value")
