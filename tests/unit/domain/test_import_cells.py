"""Cells of exports as values: every way they are written, and never a guess."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmapp.domain import import_cells as cells
from cmapp.domain.table_cells import Ambiguous


@pytest.mark.parametrize(
    ("cell", "decimal", "whole", "value"),
    [
        ("1234", None, True, 1234), ("1,234", None, True, 1234), ("1.234", None, True, 1234),
        ("1,234,567", None, False, 1_234_567), ("1.234.567,8", None, False, 1_234_567.8),
        ("1,234.5", None, False, 1234.5), ("1.5", None, True, 1.5), ("0,5", None, False, 0.5),
        ("1 234", None, True, 1234), ("1’234", None, True, 1234), ("12.5%", None, False, 12.5),
        ("1,234", ".", False, 1234), ("1,234", ",", False, 1.234), ("1.234", None, False, 1.234),
        ("¥1,234.50", None, False, 1234.5), ("NT$ 30", None, False, 30),
        ("EUR 3,20", None, False, 3.2),
        ("(12.50)", None, False, -12.5), ("1.2万", None, True, 12_000), ("3.4K", None, True, 3400),
        ("２，０００", None, True, 2000), ("1.2亿", None, True, 120_000_000), (7, None, True, 7),
        ("-", None, True, None), ("N/A", None, True, None), ("", None, True, None),
        ("暂无", None, True, None), (float("nan"), None, True, ValueError),
        ("12abc", None, True, ValueError), ("1,23,4", ".", False, ValueError),
        ("1.2.3", None, False, ValueError), (True, None, True, ValueError),
        ("$5", None, True, ValueError), ("1" * 99, None, True, ValueError),
        ("1,234", None, False, Ambiguous),
    ],
)  # fmt: skip
def test_a_number(cell: Any, decimal: Any, whole: bool, value: Any) -> None:
    if isinstance(value, type):
        with pytest.raises(value):
            cells.number(cell, decimal, whole=whole)
        return
    assert cells.number(cell, decimal, whole=whole) == pytest.approx(value)


@given(st.decimals(0, 10**9, places=2), st.sampled_from([".", ","]), st.booleans())
def test_every_number_comes_back_as_it_was_written(value: Any, mark: Any, grouped: bool) -> None:
    text = f"{value:,.2f}" if grouped else f"{value:.2f}"
    if mark == ",":
        text = text.translate(str.maketrans(".,", ",."))
    assert cells.number(text, mark) == pytest.approx(float(value))
    assert cells.decimal_of([text]) in (mark, None)


@given(st.text(max_size=40) | st.floats() | st.integers())
def test_whatever_stands_there_it_is_a_number_unknown_or_refused(cell: Any) -> None:
    for read in (cells.number, cells.seconds, cells.day):
        try:
            read(cell)
        except (ValueError, OverflowError):
            continue


@pytest.mark.parametrize(
    ("cell", "unit", "value"),
    [
        ("1:23", 1, 83), ("0:01:23", 1, 83), ("01:02:03", 1, 3723), ("1m 23s", 1, 83),
        ("1分23秒", 1, 83), ("83", 1, 83), ("1.5", 60, 90), (time(0, 1, 23), 1, 83),
        ("2h", 1, 7200), ("45 sec", 1, 45), ("", 1, None),
    ],
)  # fmt: skip
def test_a_length(cell: Any, unit: float, value: Any) -> None:
    assert cells.seconds(cell, unit=unit) == value


@pytest.mark.parametrize(
    ("cell", "order", "value"),
    [
        ("2026-11-02", None, date(2026, 11, 2)), ("20261102", None, date(2026, 11, 2)),
        (20261102, None, date(2026, 11, 2)), ("2026112214", None, date(2026, 11, 22)),
        ("Nov 2, 2026", None, date(2026, 11, 2)), ("2 Nov 2026", None, date(2026, 11, 2)),
        ("November 2nd, 2026", None, date(2026, 11, 2)), ("2026年11月2日", None, date(2026, 11, 2)),
        ("02.11.2026", None, date(2026, 11, 2)), ("13/2/2026", None, date(2026, 2, 13)),
        ("1/2/2026", "dmy", date(2026, 2, 1)), ("1/2/2026", "mdy", date(2026, 1, 2)),
        (datetime(2026, 11, 2, 5, tzinfo=UTC), None, date(2026, 11, 2)), ("-", None, None),
        ("1/2/2026", None, Ambiguous), ("soon", None, ValueError), ("20261301", None, ValueError),
    ],
)  # fmt: skip
def test_a_day(cell: Any, order: Any, value: Any) -> None:
    if isinstance(value, type):
        with pytest.raises(value):
            cells.day(cell, order)
        return
    assert cells.day(cell, order) == value


@pytest.mark.parametrize(
    ("cell", "iso", "timed"),
    [
        ("2026-11-02 08:30", "2026-11-02T00:30:00Z", True),
        ("2026-11-02T08:30:15+02:00", "2026-11-02T06:30:15Z", True),
        ("2026-11-02T08:30Z", "2026-11-02T08:30:00Z", True),
        ("2026/11/2 8:30", "2026-11-02T00:30:00Z", True),
        ("2026年11月2日 下午3:05", "2026-11-02T07:05:00Z", True),
        ("2026-11-02", "2026-11-01T16:00:00Z", False),
    ],
)
def test_a_moment_is_read_in_the_zone_unless_it_says_its_own(
    cell: str, iso: str, timed: bool
) -> None:
    wanted = round(datetime.fromisoformat(iso).timestamp() * 1000)
    assert cells.moment(cell, ZoneInfo("Asia/Shanghai")) == (wanted, timed)


def test_a_share_is_hundredths_only_where_that_is_said() -> None:
    assert cells.share("45%", percent=False) == pytest.approx(0.45)
    assert cells.share("45", percent=True) == pytest.approx(0.45)
    assert cells.share(0.45, percent=False) == 0.45
    assert cells.share("", percent=True) is None
