"""Where everything of a chart is: its axes, its marks, its gaps, its words. Nothing is painted.

A scene is made of a chart and a size. What the pointer meets, what the keys walk along and what
is painted are the same marks.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from cmapp.domain.chart import Axis, Chart, Datum, Gap, Role, Series
from cmapp.ui import look
from cmapp.ui.charts import words

Shape = Literal["bar", "dot", "cell", "void"]
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter
AXIS = 11.5
"""Size of what stands on axes."""


@dataclass(slots=True)
class Mark:
    """One datum where it stands. `void`: its value is unknown; `end`: it is the end of its bar.

    `covered`: a hole says already that nothing is known here.
    """

    series: Series
    datum: Datum
    box: QRectF
    hit: QRectF
    shape: Shape
    end: bool = True
    covered: bool = False

    @property
    def centre(self) -> QPointF:
        """Return the middle of what is drawn."""
        return self.box.center()


@dataclass(slots=True)
class Words:
    """Words in a box. `role` instead of `tone` where they have the colour of a series."""

    box: QRectF
    text: str
    align: Qt.AlignmentFlag = LEFT
    tone: str = "muted"
    size: float = AXIS
    weight: int = 400
    role: Role | None = None
    ground: bool = False


@dataclass(slots=True)
class Run:
    """A line without a break, and the soft area below or around it."""

    series: Series
    points: list[QPointF]
    soft: list[QPointF] = field(default_factory=list)
    dotted: bool = False


@dataclass(slots=True)
class Hole:
    """A stretch that nobody watched; `words` are empty where they do not fit. `strip`: some did.

    `tall`: the words stand on their side.
    """

    box: QRectF
    gap: Gap
    words: str
    strip: bool = False
    tall: bool = False


@dataclass(slots=True)
class Scene:
    """A laid-out chart. `shown`: the part of the x axis that is in sight, in its own measure.

    `ticks_x`, `ticks_y` are in the measures of `view`; `grid` says whose lines cross the plot.
    """

    chart: Chart
    size: QSizeF
    plot: QRectF
    marks: list[Mark] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    holes: list[Hole] = field(default_factory=list)
    ticks_x: list[tuple[float, str]] = field(default_factory=list)
    ticks_y: list[tuple[float, str]] = field(default_factory=list)
    grid: Literal["x", "y", ""] = "y"
    ground: QLineF | None = None
    whiskers: list[QLineF] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    swatches: list[tuple[QRectF, Series]] = field(default_factory=list)
    scale: tuple[float, float] = (0.0, 1.0)
    whole: tuple[float, float] = (0.0, 1.0)
    shown: tuple[float, float] = (0.0, 1.0)
    zooms: bool = False
    upright: bool = False
    log_y: bool = False

    def view(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return the spans of both axes in sight: of an upright chart its own, else pixels."""
        if self.upright:
            return self.shown, self._heights()
        plot = self.plot
        return (plot.left(), plot.right()), (-plot.bottom(), -plot.top())

    def _heights(self) -> tuple[float, float]:
        low, high = self.scale
        return (math.log10(low), math.log10(high)) if self.log_y else (low, high)

    def place(self, point: QPointF) -> tuple[float, float]:
        """Return where a pixel is in the measures of `view`."""
        if not self.upright:
            return point.x(), -point.y()
        low, high = self._heights()
        share = (self.plot.bottom() - point.y()) / max(1.0, self.plot.height())
        return self.at(point.x()), low + share * (high - low)

    def at(self, x: float) -> float:
        """Return what of the x axis stands at a pixel."""
        low, high = self.shown
        return low + (x - self.plot.left()) / max(1.0, self.plot.width()) * (high - low)

    def nearest(self, point: QPointF) -> Mark | None:
        """Return the mark that the pointer means."""
        inside = [m for m in self.marks if m.hit.contains(point)]
        exact = [m for m in inside if m.box.contains(point) and m.shape != "void"]
        if exact:
            return exact[-1]

        def off(mark: Mark) -> float:
            middle = mark.centre
            return abs(middle.x() - point.x()) + abs(middle.y() - point.y())

        return min(inside, key=off, default=None)


@dataclass(slots=True)
class Build:
    """What the builders of the forms share while one scene is made."""

    scene: Scene
    top: float | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    font: QFont = field(default_factory=lambda: look.font(AXIS, tabular=True))

    @property
    def chart(self) -> Chart:
        """Return the chart that is laid out."""
        return self.scene.chart

    def wide(self, text: str, font: QFont | None = None) -> float:
        """Return how wide words are."""
        return float(QFontMetricsF(font or self.font).horizontalAdvance(text))

    def elided(self, text: str, room: float) -> str:
        """Return a name as far as there is room for it."""
        return str(QFontMetricsF(self.font).elidedText(text, Qt.TextElideMode.ElideRight, room))

    def say(
        self, box: QRectF, text: str, align: Qt.AlignmentFlag = LEFT, tone: str = "muted"
    ) -> None:
        """Put words into the scene."""
        self.scene.words.append(Words(box, text, align, tone))


def lies(chart: Chart, width: float) -> bool:
    """Tell whether bars lie: where the names of categories have no room side by side."""
    if chart.form != "bars" or chart.x.kind != "category":
        return False
    metrics = QFontMetricsF(look.font(AXIS))
    names = list(words.categories(chart.x).values())
    each = (width - 60) / max(1, len(names))
    return any(metrics.horizontalAdvance(name) > each - 10 for name in names) or (
        len(names) <= 12 and len(chart.series) == 1 and any(d.n is not None for d in marks(chart))
    )


def marks(chart: Chart) -> list[Datum]:
    """Return the data of all series."""
    return [d for s in chart.series for d in s.data]


def least_height(chart: Chart, width: float) -> int:
    """Return how high a chart has to be at least, in pixels."""
    if lies(chart, width):
        rows = max(1, len(chart.x.ticks)) * (1 if _one(chart) else len(chart.series))
        return 34 + rows * (26 if _one(chart) else 20)
    if chart.form == "heat":
        return 52 + 20 * max(1, len(chart.y.ticks))
    return 190


def _one(chart: Chart) -> bool:
    return len(chart.series) == 1 or all(s.stacked for s in chart.series)


def legend(made: Build) -> None:
    """Name the series above the plot, where no name can stand beside its mark."""
    chart, scene = made.chart, made.scene
    if len(chart.series) < 2 or chart.form in ("heat", "table") or direct(chart, scene.size):
        return
    x, y, font = 0.0, 2.0, look.font(AXIS)
    for series in chart.series:
        name = words.say(series.label)
        wide = made.wide(name, font)
        if x and x + wide + 18 > scene.size.width():
            x, y = 0.0, y + 18
        scene.swatches.append((QRectF(x, y + 3, 10, 10), series))
        made.say(QRectF(x + 15, y, wide + 2, 16), name)
        x += wide + 33
    scene.plot.setTop(y + 24)


def direct(chart: Chart, size: QSizeF) -> bool:
    """Tell whether the names of series stand at their right ends."""
    return chart.form == "time" and size.width() >= 380 and len(chart.series) <= 6


def thinned(
    places: Sequence[tuple[float, str]], wide: Callable[[str], float], room: float
) -> list[tuple[float, str]]:
    """Return the ticks that can stand beside each other, evenly left out."""
    if not places:
        return []
    most = max(wide(name) for _, name in places) + room
    gap = min((b[0] - a[0] for a, b in pairwise(places)), default=most)
    step = max(1, round(most / max(1.0, gap) + 0.499))
    return list(places[::step])


def known(data: Sequence[Datum]) -> list[float]:
    """Return the values that are known."""
    return [d.value for d in data if d.value is not None]


def index(axis: Axis) -> dict[str, int]:
    """Return code → place of an axis of categories."""
    return {code: n for n, (code, _) in enumerate(axis.ticks)}
