"""A chart on the command line: its title, its figures, its table, what must be known of it."""

from __future__ import annotations

from collections.abc import Iterator

from cmapp.domain.chart import Chart, Unit
from cmapp.domain.chart_table import Cell, table
from cmapp.services import wordbook


def lines(chart: Chart) -> Iterator[str]:
    """Yield the chart in English; unknown is a dash with its reason."""
    yield wordbook.say(chart.title)
    for figure in chart.figures:
        name = wordbook.say(figure.label) or figure.metric
        tail = f"  n={figure.n}" if figure.n is not None else ""
        tail += f"  ({figure.why})" if figure.why else ""
        yield f"  {name}: {_cell(figure.value, figure.unit)}{tail}"
    if chart.empty is not None:
        yield wordbook.say(chart.empty)
    made = table(chart, wordbook.say)
    shown = [list(made.header)] + [
        [_cell(v, made.units[c]) + (f" ({made.whys[r, c]})" if (r, c) in made.whys else "")
         for c, v in enumerate(row)]
        for r, row in enumerate(made.rows)
    ]  # fmt: skip
    widths = [max(len(row[c]) for row in shown) for c in range(len(made.header))]
    for row in shown:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
    for note in chart.notes:
        yield wordbook.say(note)


def _cell(value: Cell, unit: Unit | None) -> str:
    if value is None:
        return "—"
    if unit == "share" and not isinstance(value, str):
        return f"{value * 100:.1f}%"
    return (
        f"{value:.4g}"
        if isinstance(value, float) and value != int(value)
        else (f"{value:.0f}" if isinstance(value, float) else str(value))
    )
