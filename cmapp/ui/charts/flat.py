"""Bars that lie: one row for each category, its name before it, its value and n behind it."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF

from cmapp.domain.chart import Datum, Series
from cmapp.ui.charts import scale, words
from cmapp.ui.charts.scene import LEFT, Build, Mark


def lay(made: Build) -> None:
    """Lay the rows out from the top."""
    scene, chart, plot = made.scene, made.chart, made.scene.plot
    names = words.categories(chart.x)
    heaped = bool(chart.series) and all(s.stacked for s in chart.series)
    lines = 1 if heaped else max(1, len(chart.series))
    tails = {
        (s.id, d.x): _tail(d, s) for s in chart.series for d in s.data
    }  # fmt: skip
    left = min(max((made.wide(n) for n in names.values()), default=0) + 12, 0.36 * plot.width())
    right = 8 if heaped else max((made.wide(t) for t in tails.values()), default=0) + 14
    plot.adjust(left, 0, -min(right, 0.4 * plot.width()), -20)
    low, high = _range(made, heaped=heaped)
    scene.scale, scene.grid = (low, high), "x"

    def px(value: float) -> float:
        return plot.left() + (value - low) / ((high - low) or 1.0) * plot.width()

    unit = chart.series[0].unit if chart.series else chart.y.unit
    ticks = scale.numbers(low, high, max(2, int(plot.width() / 90)), whole=unit == "count")
    for tick in ticks:
        if low - 1e-9 <= tick <= high + 1e-9:
            scene.ticks_x.append((px(tick), words.tick(tick, unit)))
    scene.ground = QLineF(px(0 if low <= 0 else low), plot.top(), px(max(low, 0)), plot.bottom())
    each = plot.height() / max(1, len(names))
    for row, (code, name) in enumerate(names.items()):
        head = plot.top() + row * each
        scene.ticks_y.append((-head - each / 2, made.elided(name, left - 12)))
        thick = min(18.0, (each - 6) / lines)
        y = head + (each - thick * lines) / 2
        at = 0.0
        for series in chart.series:
            for datum in (d for d in series.data if d.x == code):
                hit = QRectF(plot.left(), y, plot.width(), thick)
                if datum.value is None:
                    box = QRectF(plot.left(), y + 1, plot.width(), thick - 2)
                    scene.marks.append(Mark(series, datum, box, hit, "void"))
                    made.say(box.adjusted(8, 0, 0, 0), tails[series.id, code], LEFT, "muted")
                    scene.words[-1].ground = True
                    continue
                begin, end = px(at), px(at + datum.value)
                box = QRectF(min(begin, end), y + 1, max(1.0, abs(end - begin)), thick - 2)
                if heaped:
                    hit = box
                    at += datum.value
                scene.marks.append(Mark(series, datum, box, hit, "bar", end=not heaped))
                far = end
                if datum.low is not None and datum.high is not None:
                    middle = box.center().y()
                    scene.whiskers.append(QLineF(px(datum.low), middle, px(datum.high), middle))
                    far = max(far, px(datum.high))
                if not heaped:
                    room = QRectF(far + 8, y, scene.size.width() - far - 8, thick)
                    made.say(room, tails[series.id, code], LEFT, "ink")
            if not heaped:
                y += thick


def _range(made: Build, *, heaped: bool) -> tuple[float, float]:
    values = [0.0]
    heaps: dict[object, float] = {}
    for series in made.chart.series:
        for datum in series.data:
            values += [v for v in (datum.value, datum.low, datum.high) if v is not None]
            heaps[datum.x] = heaps.get(datum.x, 0.0) + (datum.value or 0.0)
    if heaped:
        values = [0.0, *heaps.values()]
    high = max(values) if made.top is None else max(made.top, *values)
    return min(values), high if high > min(values) else min(values) + 1.0


def _tail(datum: Datum, series: Series) -> str:
    known = datum.value is not None
    said = words.value(datum.value, series.unit) if known else words.why(datum.why)
    return f"{said}   n = {words.plain(datum.n)}" if datum.n is not None else said
