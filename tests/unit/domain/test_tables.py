"""Tables that other programs have written: encodings, line ends, dates, and cells that run."""

from __future__ import annotations

import csv
import io
import re
from datetime import date, datetime, time
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmapp.domain import cell_text, table_cells, table_file
from cmapp.domain.errors import Rejected
from cmapp.services import bringing

DAY = date(2026, 12, 1)
NAIVE = datetime.fromisoformat("2026-12-01T09:30")
ZH = "id,text\nd1,新品预告：下周二上架，敬请期待，我们会在直播里说明\n"
TW = "id,text\nd1,新品預告：下週二上架，敬請期待，我們會在直播裡說明\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ZH, "utf-8"), (ZH, "utf-8-sig"), (ZH, "utf-16"), (ZH, "utf-16-le"), (ZH, "utf-16-be"),
        (ZH, "gb18030"), (TW, "big5"), (TW, "utf-8"), ("id,text\nd1,Grüße aus Köln\n", "cp1252"),
        ("id,text\nd1,😀 emoji 新品预告 😀\n", "gb18030"), ("id,text\nd1,plain\n", "ascii"),
    ],
)  # fmt: skip
def test_encodings_are_found_out(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    found = table_file.read(data)
    assert found.rows[0][1][1] == text.splitlines()[1].partition(",")[2]


def test_mixed_line_ends_and_quoted_line_breaks() -> None:
    data = b'id,text\r\nd1,"a\r\nb"\nd2,"c\nd"\rd3,"say ""hi"", ok"\r\n\r\n,,\r\nd4,last'
    assert [(n, c[0], c[1]) for n, c in table_file.read(data).rows] == [
        (2, "d1", "a\nb"), (3, "d2", "c\nd"), (4, "d3", 'say "hi", ok'), (7, "d4", "last"),
    ]  # fmt: skip


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators_are_found_out(separator: str) -> None:
    text = separator.join(("id", "text", "title")) + "\n" + separator.join(("d1", '"a,;b"', "c"))
    assert table_file.read(text.encode()).rows == [(2, ["d1", "a,;b", "c"])]
    assert table_file.read(b"sep=;\r\nid;text\r\nd1;a,b,c\r\n").rows == [(2, ["d1", "a,b,c"])]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no_header"),
        (b"\r\n\r\n", "no_header"),
        (b'id,text\nd1,"never closed\n', "not_a_table"),
        (b"PK\x03\x04 not a zip", "not_a_table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old_xls"),
        (b"id,text\n" + b"d1,x\n" * 20_002, "too_many_rows"),
        (b"x" * 20_000_001, "too_large"),
    ],
)
def test_what_is_no_table_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(Rejected) as no:
        table_file.read(data)
    assert no.value.facts["reason"] == reason


LIKE_FORMULAS = st.text(st.sampled_from("=+-@＝; \t\n'\"(|!a1\u200b"), max_size=12)


@given(st.text() | LIKE_FORMULAS)
def test_the_apostrophe_comes_off_again(text: str) -> None:
    for cell in (cell_text.quoted(text), cell_text.tame(text)):
        assert cell_text.unquoted(cell) == text or cell == text
        assert not cell.startswith(tuple("=+-@\t\r\n＝＋－＠"))
    assert cell_text.unquoted(cell_text.quoted(text)) == text


@pytest.mark.parametrize(
    "text", ["x;=cmd|'/C calc'!A0;", "x\t=HYPERLINK(A1)", 'a;"@SUM(1)', "b\r\n+f(1)", "c;; -2+f(3)"]
)
def test_no_cell_is_run_where_semicolons_or_tabs_part_them(text: str) -> None:
    """A German Excel reads our commas as text and parts at each semicolon."""
    made = table_file.write_csv(["id", "text"], [["d1", text]]).decode("utf-8-sig")
    for mark in ";\t":
        for row in csv.reader(io.StringIO(made, newline=""), delimiter=mark):
            assert not [c for c in row if re.match(r"[ \"]*[=+\-@].*[(|!]", c)], row
    assert cell_text.quoted("well ;-) and ;-P; @bob") == "well ;-) and ;-P; @bob"


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|'/C calc'!A0", "+1", "-2+3", "@SUM(A1)", "1e5", "1/2", "TRUE", "'=x", "2026-01-02",
        "007", " =1+1", "\u200b=1", "＋A1", "＠x",
    ],
)  # fmt: skip
def test_no_cell_is_run_or_turned_into_a_number(text: str) -> None:
    assert cell_text.quoted(text) == "'" + text


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=5))
def test_csv_comes_in_as_it_went_out(rows: list[tuple[str, str]]) -> None:
    full = [("x" + a, b + "\nline") for a, b in rows]
    back = table_file.read(table_file.write_csv(["id", "text"], full))
    assert [tuple(c) for _, c in back.rows] == full


def test_xlsx_comes_in_as_it_went_out() -> None:
    rows = [["d1", "=cmd", "two\nlines", "'quoted"], ["d2", "", "新品 😀", "1e5"]]
    back = table_file.read(table_file.write_xlsx(["id", "a", "b", "c"], rows))
    assert [c for _, c in back.rows] == rows and back.formulas == []
    with pytest.raises(Rejected):
        table_file.write_xlsx(["a"], [["x" * 32_768]])


def test_formulas_of_a_spreadsheet_are_told() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["id", "date", "text"])
    sheet.append(["d1", NAIVE, "=1+1"])
    out = io.BytesIO()
    book.save(out)
    found = table_file.read(out.getvalue())
    assert found.formulas == [(2, 2)] and found.rows[0][1][1] == NAIVE


@pytest.mark.parametrize(
    "cell",
    ["2026-12-01", "2026/12/1", "2026.12.01", "2026年12月1日", "01.12.2026", "1.12.26", DAY,
     NAIVE, 46357, "46357", "2026-12-01 09:00", "2026-12-01T09:00:00"],
)  # fmt: skip
def test_dates_are_read_as_countries_write_them(cell: Any) -> None:
    assert table_cells.date_of(cell) == DAY


def test_day_and_month_are_settled_or_asked() -> None:
    assert table_cells.date_of("12/25/2026") == date(2026, 12, 25)
    assert table_cells.date_of("25/12/26") == date(2026, 12, 25)
    assert table_cells.date_of("12/1/2026", was=DAY) == DAY
    assert table_cells.date_of("1/12/2026", was=DAY) == DAY
    assert table_cells.date_of("12/1/2026", order="mdy") == DAY
    assert table_cells.date_of("5/5/2026") == date(2026, 5, 5)
    with pytest.raises(table_cells.Ambiguous):
        table_cells.date_of("12/1/2026")
    with pytest.raises(table_cells.Ambiguous):
        table_cells.date_of("12/1/2026", was=date(2026, 3, 3))
    assert table_cells.order_of(["1/2/2026", "25/12/2026"]) == "dmy"
    assert table_cells.order_of(["1/25/2026", "25/1/2026"]) is None
    assert table_cells.order_of(["1/2/2026"], [("12/1/2026", DAY)]) == "mdy"
    assert table_cells.order_of(["1/2/2026"]) is None


@pytest.mark.parametrize(
    "cell", ["2026-02-30", "31.11.2026", "13/13/2026", "soon", "99999", 3, "0/0/0"]
)
def test_impossible_dates_are_none(cell: Any) -> None:
    with pytest.raises(ValueError):
        table_cells.date_of(cell)


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("09:00", time(9)), ("9:00", time(9)), ("9:00:00", time(9)), ("9:05 PM", time(21, 5)),
        ("12:00 AM", time(0)), ("12:30 pm", time(12, 30)), ("上午9:00", time(9)),
        ("下午 3:30", time(15, 30)), ("15点30分", time(15, 30)), ("9点", time(9)),
        (time(9, 30), time(9, 30)), (0.375, time(9)), ("0.375", time(9)), ("21.30", time(21, 30)),
        (NAIVE, time(9, 30)), ("", None),
    ],
)  # fmt: skip
def test_times_are_read(cell: Any, wanted: time | None) -> None:
    assert table_cells.time_of(cell) == wanted


@pytest.mark.parametrize("cell", ["25:00", "9:60", "noon", "13:00 AM", "9"])
def test_impossible_times_are_none(cell: Any) -> None:
    with pytest.raises(ValueError):
        table_cells.time_of(cell)


def test_a_date_may_carry_its_time() -> None:
    for cell in ("2026-12-01 09:30", "12/1/2026 9:30 AM", NAIVE):
        assert table_cells.with_time(cell)
        assert table_cells.time_of(table_cells.time_behind(cell)) == time(9, 30)
    assert not table_cells.with_time("2026-12-01")
    assert not table_cells.with_time("01.12.2026")


def test_a_spreadsheet_is_written_whatever_signs_stand_in_a_text() -> None:
    """U+FFFE is no character of XML, and openpyxl does not know."""
    back = table_file.read(table_file.write_xlsx(["id", "text"], [["d1", "a\ufffe\uffff\x0bb"]]))
    assert back.rows == [(2, ["d1", "ab"])]


def test_a_bare_line_break_ends_no_row_of_saved_replies() -> None:
    made = bringing.to_csv([bringing.Row(title="a\r=f(1)", text="b\r\n=f(2)")])
    rows = list(csv.reader(io.StringIO(made, newline="")))
    assert len(rows) == 2 and not [c for row in rows for c in row if c.startswith("=")]
