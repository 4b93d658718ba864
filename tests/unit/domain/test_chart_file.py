"""Charts in files: what is not known is empty, and nothing that people wrote is run."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import openpyxl
import pytest

from cmapp.cli import chart_text
from cmapp.domain import chart_file
from cmapp.domain.chart import Chart, Say, Series
from cmapp.domain.chart_table import table
from cmapp.services import wordbook
from tests.support import drawn


def cells(chart: Chart) -> list[list[str]]:
    text = chart_file.as_csv(chart, wordbook.say).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def sheet(chart: Chart) -> list[tuple[object, ...]]:
    book = openpyxl.load_workbook(io.BytesIO(chart_file.as_xlsx(chart, wordbook.say)))
    return [tuple(c.value for c in row) for row in book["Chart"].iter_rows()]


def test_unknown_is_empty_and_zero_is_zero():
    rows = cells(drawn.volume())
    assert rows[0] == ["Day", "negative", "rest"]
    assert rows[3] == ["2026-11-02", "0", "0"]
    assert rows[6] == ["2026-11-05", "", ""]
    assert sheet(drawn.volume())[6] == ("2026-11-05", None, None)
    assert sheet(drawn.volume())[3] == ("2026-11-02", 0, 0)


@pytest.mark.parametrize("chart", drawn.EVERY)
def test_every_known_value_is_there_as_a_number(chart):
    made = chart()
    known = sorted(d.value for s in made.series for d in s.data if d.value is not None)
    first = 2 if made.form == "heat" else 1
    values = [row[first + n] for row in sheet(made)[1:] for n in range(len(made.series))]
    assert sorted(v for v in values if v is not None) == known
    assert [len(r) for r in cells(made)] == [len(r) for r in sheet(made)]


@pytest.mark.parametrize("lure", ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\t=1", "＝1+1"])
def test_no_name_is_taken_for_a_formula(lure):
    rates = drawn.rates()
    ticks = (("m", Say(text=lure)), *rates.x.ticks[1:])
    series: Series = replace(rates.series[0], label=Say(text=lure))
    chart = replace(rates, x=replace(rates.x, ticks=ticks), series=(series,))
    told = "'" + lure.replace("\t=", "\t'=")  # a tab may part cells where it is opened
    assert cells(chart)[1][0] == told and cells(chart)[0][1] == told
    book = openpyxl.load_workbook(io.BytesIO(chart_file.as_xlsx(chart, wordbook.say)))
    for page in book:
        assert all(c.data_type != "f" for row in page.iter_rows() for c in row)


def test_the_second_sheet_says_why():
    book = openpyxl.load_workbook(io.BytesIO(chart_file.as_xlsx(drawn.rates(), wordbook.say)))
    about = [tuple(c.value for c in row) for row in book["About"].iter_rows()]
    assert ("By hand", "Rate", "too_few", None, None, None)[:3] in [row[:3] for row in about]


def test_a_share_is_read_as_percent_and_kept_as_a_number():
    rates = drawn.rates()
    assert rates.series[0].unit == "share"
    book = openpyxl.load_workbook(io.BytesIO(chart_file.as_xlsx(rates, wordbook.say)))
    known = [d for d in rates.series[0].data if d.value is not None]
    shown = [c for c in next(book["Chart"].iter_cols(2, 2, 2)) if c.value is not None]
    assert [c.value for c in shown] == [d.value for d in known]
    assert all(c.number_format == "0.0%" for c in shown)
    assert {c.number_format for c in next(book["Chart"].iter_cols(3, 3, 2))} == {"General"}  # n
    assert float(cells(rates)[1][1]) == rates.series[0].data[0].value
    told = list(chart_text.lines(rates))
    assert any(f"{known[0].value * 100:.1f}%" in line for line in told)
    made = table(rates, wordbook.say)
    assert made.units[:3] == (None, "share", "count") and len(made.units) == len(made.header)
