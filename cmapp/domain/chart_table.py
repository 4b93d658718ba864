"""Any chart as a table: what a screen reader, the command line, CSV and XLSX are given. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cmapp.domain import hours
from cmapp.domain.chart import Axis, Chart, Say, Unit

Words = Callable[[Say], str]
Cell = str | float | int | None
LOW = Say("chart.low")
HIGH = Say("chart.high")
"""The heads of an interval's columns."""


@dataclass(frozen=True, slots=True)
class Table:
    """A header and rows; an unknown value is None. `whys`: (row, column) → why it is unknown.

    `units`: what the numbers of each column count, None where a column tells places.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    whys: dict[tuple[int, int], str]
    units: tuple[Unit | None, ...] = ()


def table(chart: Chart, words: Words) -> Table:
    """Return the chart as rows by x; each series brings its value, and n and interval if it has."""
    heat = chart.form == "heat"
    places: dict[tuple[Any, str], dict[str, Any]] = {}
    for series in chart.series:
        for mark in series.data:
            places.setdefault((mark.x, mark.y), {})[series.id] = mark
    header = [words(chart.x.label), *([words(chart.y.label)] if heat else [])]
    units: list[Unit | None] = [None] * len(header)
    extras: list[tuple[str, str]] = []
    for series in chart.series:
        header.append(words(series.label))
        units.append(series.unit)
        extras.append((series.id, "value"))
        for name, head in (("n", "n"), ("low", words(LOW)), ("high", words(HIGH))):
            if any(getattr(d, name) is not None for d in series.data):
                header.append(f"{words(series.label)}: {head}")
                units.append("count" if name == "n" else series.unit)
                extras.append((series.id, name))
    rows: list[tuple[Cell, ...]] = []
    whys: dict[tuple[int, int], str] = {}
    for (x, y), found in places.items():
        row: list[Cell] = [place(chart, chart.x, x, words)]
        if heat:
            row.append(place(chart, chart.y, y, words))
        for column, (series_id, name) in enumerate(extras, len(row)):
            datum = found.get(series_id)  # not each series has each place
            row.append(None if datum is None else getattr(datum, name))
            if name == "value" and datum is not None and datum.value is None:
                whys[len(rows), column] = datum.why
        rows.append(tuple(row))
    return Table(tuple(header), tuple(rows), whys, tuple(units))


def place(chart: Chart, axis: Axis, x: Any, words: Words) -> Cell:
    """Return where a mark stands, as it is read: a day, a category by its words, a number."""
    if axis.kind == "time":
        local = datetime.fromtimestamp(x / 1000, hours.zone(chart.zone))
        midnight = (local.hour, local.minute) == (0, 0)
        return local.strftime("%Y-%m-%d" if midnight else "%Y-%m-%d %H:%M")
    if axis.kind == "category":
        return next((words(say) for code, say in axis.ticks if code == x), str(x))
    return x if isinstance(x, (int, float)) else str(x)
