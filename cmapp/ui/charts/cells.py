"""Heat maps: rows and columns of cells, the darker the more; what is not known is hatched."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from cmapp.ui.charts import words
from cmapp.ui.charts.scene import LEFT, RIGHT, Build, Mark, index, known, thinned


def lay(made: Build) -> None:
    """Lay the cells out; below them what the darkest and the lightest stand for."""
    scene, chart, plot = made.scene, made.chart, made.scene.plot
    rows, columns = words.categories(chart.y), words.categories(chart.x)
    left = min(max((made.wide(n) for n in rows.values()), default=0) + 10, 0.3 * plot.width())
    plot.adjust(left, 0, -2, -40)
    down, along = index(chart.y), index(chart.x)
    wide, high = plot.width() / max(1, len(columns)), plot.height() / max(1, len(rows))
    air = 1.5 if wide > 8 else 0.5
    for n, name in enumerate(rows.values()):
        scene.ticks_y.append((-plot.top() - (n + 0.5) * high, made.elided(name, left - 10)))
    places = [(plot.left() + (n + 0.5) * wide, name) for n, name in enumerate(columns.values())]
    for x, name in thinned(places, made.wide, 8):
        scene.ticks_x.append((x, name))
    scene.grid = ""
    values: list[float] = []
    for series in chart.series:
        values += known(series.data)
        for datum in series.data:
            if datum.y not in down or str(datum.x) not in along:
                continue
            x, y = plot.left() + along[str(datum.x)] * wide, plot.top() + down[datum.y] * high
            hit = QRectF(x, y, wide, high)
            box = hit.adjusted(air, air, -air, -air)
            shape = "void" if datum.value is None else "cell"
            scene.marks.append(Mark(series, datum, box, hit, shape))  # type: ignore[arg-type]
    scene.marks.sort(key=lambda m: (down[m.datum.y], along[str(m.datum.x)]))
    scene.scale = min(0.0, *values) if values else 0.0, max(values, default=1.0) or 1.0
    if values and chart.series:
        unit = chart.series[0].unit
        ends = [words.value(v, unit) for v in scene.scale]
        room = made.wide(ends[1]) + 4
        y = plot.bottom() + 22
        bar = QRectF(plot.right() - room - 94, y + 4, 90, 8)
        scene.swatches.append((bar, chart.series[0]))
        made.say(QRectF(bar.left() - 66, y, 60, 16), ends[0], RIGHT)
        made.say(QRectF(bar.right() + 6, y, room, 16), ends[1], LEFT)
