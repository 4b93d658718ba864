"""Cells of exports as values: numbers, shares, times of day, lengths; pure, nothing guessed.

What could be read two ways (1/2/2026, 1,234 of a price) raises `Ambiguous` until somebody says.
An empty cell, `-`, `N/A` is unknown: None, never zero.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, time, tzinfo
from functools import lru_cache
from typing import Any, Literal

from cmapp.domain import table_cells
from cmapp.domain.table_cells import Ambiguous, Order

Decimal = Literal[".", ","]
_UNKNOWN = {
    "", "-", "--", "—", "–", "n/a", "na", "nan", "null", "none", "(not set)", "暂无", "無", "无",
}  # fmt: skip
_TIMES = {
    "k": 1e3, "m": 1e6, "b": 1e9, "千": 1e3, "万": 1e4, "萬": 1e4, "w": 1e4,
    "百万": 1e6, "百萬": 1e6, "亿": 1e8, "億": 1e8,
}  # fmt: skip
_NUMBER = re.compile(r"([-+(]?)([\d.,'\u2019 ]*\d[.,'\u2019 ]*)(百[万萬]|[kmbw千万萬亿億])?\)?")
_MONEY = re.compile(r"(?i:nt|us|hk)?[$€£¥￥₩₽₹]|\b[A-Z]{3}\b|元|港币|新台币")
_LONGEST = 60
_MONTHS = {
    name: n
    for n, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
         "aug august", "sep sept september", "oct october", "nov november", "dec december"), 1)
    for name in names.split()
}  # fmt: skip


def plain(cell: Any) -> str:
    """Return a cell as plain text: full-width forms narrow, spaces single."""
    return _plain(str(cell))


@lru_cache(4_096)  # columns say the same again and again
def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def unknown(cell: Any) -> bool:
    """Tell whether a cell says that nothing is known."""
    if isinstance(cell, float):
        return math.isnan(cell)
    return isinstance(cell, str) and plain(cell).casefold() in _UNKNOWN


def number(cell: Any, decimal: Decimal | None = None, *, whole: bool = False) -> float | None:
    """Return the number of a cell. `whole`: it counts things, so 1,234 is no fraction.

    A sign of per cent is the caller's: see `share`. Raises Ambiguous, ValueError.
    """
    if isinstance(cell, bool):
        raise ValueError(cell)
    if isinstance(cell, int | float):
        if not math.isfinite(cell):
            raise ValueError(cell)
        return float(cell)
    if unknown(cell):
        return None
    return _number(str(cell), decimal, whole)


@lru_cache(4_096)
def _number(cell: str, decimal: Decimal | None, whole: bool) -> float:
    text = plain(cell)
    if not whole:
        text = _MONEY.sub("", text).strip()
    text = text.rstrip("%").strip()
    found = _NUMBER.fullmatch(text.lower()) if len(text) <= _LONGEST else None
    if not found:
        raise ValueError(text)
    sign = -1 if found[1] in ("-", "(") else 1
    value = sign * _digits(found[2], decimal, whole=whole and not found[3])
    value *= _TIMES.get(found[3] or "", 1)
    if not math.isfinite(value):
        raise ValueError(text)
    return value


def _digits(text: str, decimal: Decimal | None, *, whole: bool) -> float:
    bare = re.sub(r"[ '\u2019]", "", text)
    dots, commas = bare.count("."), bare.count(",")
    if not dots and not commas:
        return float(bare)
    if decimal is None:
        if dots and commas:
            decimal = "." if bare.rindex(".") > bare.rindex(",") else ","
        else:
            mark: Decimal = "." if dots else ","
            groups = bare.split(mark)
            grouped = all(len(g) == 3 for g in groups[1:]) and 1 <= len(groups[0]) <= 3
            if len(groups) > 2:
                decimal = _other(mark)
            elif not grouped or groups[0] == "0":
                decimal = mark
            elif mark == "." and not whole:
                decimal = "."  # a point in a number that is no count is what programs write
            elif whole:
                decimal = _other(mark)
            else:
                raise Ambiguous(text)
    head, _, tail = bare.partition(decimal)
    groups = head.split(_other(decimal))
    if (
        _other(decimal) in tail
        or decimal in tail
        or any(len(g) != 3 for g in groups[1:])
        or (len(groups) > 1 and not 1 <= len(groups[0]) <= 3)
    ):
        raise ValueError(text)
    return float(f"{''.join(groups) or '0'}.{tail or '0'}")


def _other(mark: Decimal) -> Decimal:
    return "," if mark == "." else "."


def decimal_of(cells: Iterable[Any]) -> Decimal | None:
    """Return how a column or file writes fractions, of cells that can be but one; None: untold."""
    seen: set[Decimal] = set()
    for cell in cells:
        if not isinstance(cell, str) or unknown(cell):
            continue
        bare = re.sub(r"[^\d.,]", "", plain(cell))
        dots, commas = bare.count("."), bare.count(",")
        if dots and commas:
            seen.add("." if bare.rindex(".") > bare.rindex(",") else ",")
        elif (dots == 1) != (commas == 1) and dots + commas == 1:
            mark: Decimal = "." if dots else ","
            head, _, tail = bare.partition(mark)
            if len(tail) != 3 or not head or head == "0":
                seen.add(mark)
    return seen.pop() if len(seen) == 1 else None


def share(cell: Any, *, percent: bool, decimal: Decimal | None = None) -> float | None:
    """Return 0..1 of a cell: hundredths where it has a sign of per cent, and with `percent`."""
    value = number(cell, decimal)
    if value is None:
        return None
    return value / 100 if percent or (isinstance(cell, str) and "%" in plain(cell)) else value


_LENGTH = re.compile(
    r"(?:(?P<h>\d+)\s*(?:h|hr|hrs|hours?|小时|小時|时))?\s*(?:(?P<m>\d+)\s*(?:m|min|mins|minutes?|分钟|分鐘|分))?"
    r"\s*(?:(?P<s>\d+(?:\.\d+)?)\s*(?:s|sec|secs|seconds?|秒))?",
    re.IGNORECASE,
)


def seconds(cell: Any, *, unit: float = 1.0, decimal: Decimal | None = None) -> float | None:
    """Return the seconds of a cell: 1:23, 0:01:23, 1m 23s, 83 (of `unit` seconds each)."""
    if isinstance(cell, time):
        return cell.hour * 3600 + cell.minute * 60 + cell.second + cell.microsecond / 1e6
    if unknown(cell):
        return None
    if isinstance(cell, str):
        text = plain(cell).lower()
        found = re.fullmatch(r"(?:(\d+):)?(\d{1,3}):(\d{2}(?:\.\d+)?)", text)
        if found:
            return int(found[1] or 0) * 3600 + int(found[2]) * 60 + float(found[3])
        named = _LENGTH.fullmatch(text)
        if named and any(named.groups()):
            return int(named["h"] or 0) * 3600 + int(named["m"] or 0) * 60 + float(named["s"] or 0)
    value = number(cell, decimal)
    return None if value is None else value * unit


def day(cell: Any, order: Order | None = None) -> date | None:
    """Return the day of a cell. Raises Ambiguous (day and month could be either), ValueError."""
    return _day_of(cell, order) if isinstance(cell, str) else _any_day(cell, order)


@lru_cache(4_096)
def _day_of(cell: str, order: Order | None) -> date | None:
    return _any_day(cell, order)


def _any_day(cell: Any, order: Order | None) -> date | None:
    if unknown(cell):
        return None
    if isinstance(cell, int) and 19_000_101 <= cell <= 29_991_231:
        cell = str(cell)
    if isinstance(cell, str):
        text = plain(cell)
        found = re.fullmatch(r"(\d{4})(\d{2})(\d{2})(?:\d{2})?", text)
        if found:
            return date(*(int(g) for g in found.groups()))
        named = re.match(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b", text, re.I)
        if named and named[1].lower() in _MONTHS:
            return date(int(named[3]), _MONTHS[named[1].lower()], int(named[2]))
        named = re.match(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})\b", text, re.I)
        if named and named[2].lower() in _MONTHS:
            return date(int(named[3]), _MONTHS[named[2].lower()], int(named[1]))
        return table_cells.date_of(text, order=order)
    return table_cells.date_of(cell, order=order)


def moment(cell: Any, zone: tzinfo, order: Order | None = None) -> tuple[int, bool] | None:
    """Return (UTC ms, whether the cell told a time of day) of a cell read in `zone`."""
    if unknown(cell):
        return None
    return _moment(cell, zone, order) if isinstance(cell, str) else _dated(cell, zone, order)


@lru_cache(4_096)
def _moment(cell: str, zone: tzinfo, order: Order | None) -> tuple[int, bool] | None:
    return _dated(cell, zone, order)


def _dated(cell: Any, zone: tzinfo, order: Order | None) -> tuple[int, bool] | None:
    if isinstance(cell, str):
        text = plain(cell)
        iso = re.fullmatch(
            r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?",
            text,
        )
        if iso:
            there = datetime.fromisoformat(f"{iso[1]}T{iso[2]}{iso[3] or ''}")
            made = there if there.tzinfo else there.replace(tzinfo=zone)
            return round(made.timestamp() * 1000), True
    on = day(cell, order)
    if on is None:
        return None
    clock: time | None = None
    if table_cells.with_time(cell):
        clock = table_cells.time_of(table_cells.time_behind(cell))
    made = datetime.combine(on, clock or time(), zone)
    return round(made.timestamp() * 1000), clock is not None
