"""From a chart and a size to a scene: by its form."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSizeF

from cmapp.domain.chart import Chart
from cmapp.ui.charts import cells, flat, upright
from cmapp.ui.charts.scene import Build, Scene, legend, lies


def build(
    chart: Chart,
    size: QSizeF,
    *,
    shown: tuple[float, float] | None = None,
    top: float | None = None,
    names: Mapping[str, str] | None = None,
) -> Scene:
    """Lay a chart out. `top`: the value at the head of the y axis; `names`: of accounts, by id."""
    scene = Scene(chart, size, QRectF(0, 0, size.width(), size.height()))
    made = Build(scene, top, names or {})
    legend(made)
    if chart.form == "heat":
        cells.lay(made)
    elif lies(chart, size.width()):
        flat.lay(made)
    else:
        upright.lay(made, shown)
    return scene
