"""A scene as pyqtgraph draws it: axes with their grid, bars, lines, areas, dots, whiskers, cells.

The layout (`scene`) says where marks are, for the pointer and the keys; here each of them is an
item in the view box, in the measures of the axes. The same widget is rendered into files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from cmapp.domain.chart import Series
from cmapp.ui import look
from cmapp.ui.charts import paint
from cmapp.ui.charts.scene import AXIS, Mark, Run, Scene

_CROWD = 60
"""With more points than this a line goes without its dots."""


class Plot(pg.GraphicsView):  # type: ignore[misc]
    """Shows one scene. It takes neither pointer nor keys: those are the canvas' affair."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, useOpenGL=False, background=None)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAntialiasing(True)
        self.setMouseTracking(False)
        # pyqtgraph's items change their bounds as the view does, without a word to the scene: its
        # index would keep, and paint, items that are gone
        self.sceneObj.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._shown: Scene | None = None
        self._items: list[Any] = []
        self._above: Callable[[QPainter], None] = lambda _: None
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        self._left, self._bottom = _Axis("left"), _Axis("bottom")
        self._under, self._over = _Layer(self._paint_under), _Layer(self._paint_over)
        for depth, item in enumerate(
            (self._left, self._bottom, self._under, self._box, self._over)
        ):
            item.setZValue(depth)
            self.sceneObj.addItem(item)

    def draw(self, shown: Scene, above: Callable[[QPainter], None] | None = None) -> None:
        """Draw a scene; `above` paints over it, in pixels (where the keys are, what is dragged)."""
        self._above = above or (lambda _: None)
        if shown is not self._shown:
            self._shown = shown
            self._lay(shown)
        self._over.update()

    def _lay(self, shown: Scene) -> None:
        for item in self._items:
            self._box.removeItem(item)
        self.setBackgroundBrush(look.colour("surface"))  # as the card that it lies on
        plot, size = shown.plot, shown.size
        for layer in (self._under, self._over):
            layer.fit(size)
        self._box.setGeometry(plot)
        x, y = shown.view()
        self._box.setRange(xRange=x, yRange=y, padding=0, disableAutoRange=True)
        whole = shown.shown == shown.whole
        clips = QGraphicsItem.GraphicsItemFlag.ItemClipsChildrenToShape
        self._box.setFlag(clips, not whole)  # half of a dot may stand over the edge
        names = look.colour("ink" if not shown.upright and shown.grid == "x" else "muted")
        left = QRectF(0, plot.top(), plot.left(), plot.height())
        below = QRectF(plot.left(), plot.bottom(), plot.width(), 22)
        self._left.dress(self._box, left, y, shown.ticks_y, names, grid=shown.grid == "y")
        self._bottom.dress(
            self._box, below, x, shown.ticks_x, look.colour("muted"), grid=shown.grid == "x"
        )
        self._items = list(_items(shown))
        for item in self._items:
            self._box.addItem(item, ignoreBounds=True)

    def _paint_under(self, painter: QPainter) -> None:
        if self._shown is not None:
            paint.under(painter, self._shown)

    def _paint_over(self, painter: QPainter) -> None:
        if self._shown is not None:
            paint.over(painter, self._shown)
            self._above(painter)


def draw(painter: QPainter, shown: Scene) -> None:
    """Paint a scene from the painter's upper left corner: into a picture, a drawing, onto paper."""
    plot = Plot()
    plot.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    plot.resize(shown.size.toSize())
    plot.show()  # it has its size only then
    plot.draw(shown)
    whole = QRectF(QPointF(0, 0), shown.size)
    plot.sceneObj.prepareForPaint()
    plot.sceneObj.render(painter, whole, whole)
    plot.close()


class _Axis(pg.AxisItem):  # type: ignore[misc]
    """Ticks that the layout chose, without an axis line; the grid is their lines across."""

    def __init__(self, side: str) -> None:
        super().__init__(side, maxTickLength=0)
        self.setStyle(
            tickLength=0, autoExpandTextSpace=False, hideOverlappingLabels=False,
            tickTextOffset=8 if side == "left" else 6, tickAlpha=38,
        )  # fmt: skip
        self.setPen(None)
        self.enableAutoSIPrefix(False)

    def boundingRect(self) -> QRectF:
        """Leave room for names half of which stand beyond the ends; others are left out."""
        room: QRectF = super().boundingRect()
        return room.adjusted(-24, -10, 24, 10)

    def dress(
        self,
        box: Any,
        room: QRectF,
        span: tuple[float, float],
        ticks: Sequence[tuple[float, str]],
        tone: QColor,
        *,
        grid: bool,
    ) -> None:
        """Take its place beside the view box, and these ticks over this span."""
        self.setTickFont(look.font(AXIS, tabular=True))
        self.setTextPen(tone)
        self.setTickPen(look.colour("ink") if grid else QPen(Qt.PenStyle.NoPen))
        self.linkToView(box)
        self.setGrid(255 if grid else False)
        if self.orientation == "left":
            self.setWidth(room.width())
        else:
            self.setHeight(room.height())
        self.setGeometry(room)
        self.setRange(*span)
        low, high = min(span), max(span)
        self.setTicks([[(min(max(at, low), high), name) for at, name in ticks]])


class _Layer(pg.GraphicsObject):  # type: ignore[misc]
    """Paints in pixels, over or under what stands in the view box."""

    def __init__(self, painted: Callable[[QPainter], None]) -> None:
        super().__init__()
        self._painted = painted
        self._size = QSizeF(1, 1)

    def fit(self, size: QSizeF) -> None:
        """Be as large as the plot, and paint anew."""
        self.prepareGeometryChange()
        self._size = size
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(QPointF(0, 0), self._size)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, *_: Any) -> None:
        painter.save()
        self._painted(painter)
        painter.restore()


def _items(shown: Scene) -> Iterator[Any]:
    for run in shown.runs:
        if run.soft:
            yield from _soft(run, shown)
    for series in shown.chart.series:
        yield from _bars([m for m in shown.marks if m.series is series], series, shown)
    for run in shown.runs:
        pen = pg.mkPen(paint.colour(run.series.role), width=2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if run.dotted:
            pen.setDashPattern([1, 2.4])
        yield _curve(run.points, shown, pen)
    dots = [m for m in shown.marks if m.shape == "dot"]
    if shown.chart.form == "scatter" or len(dots) <= _CROWD * max(1, len(shown.runs)):
        for series in shown.chart.series:
            yield from _dots([m for m in dots if m.series is series], series, shown)
    yield from _whiskers(shown)


def _curve(points: Sequence[QPointF], shown: Scene, pen: QPen | None) -> Any:
    places = [shown.place(p) for p in points]
    curve = pg.PlotCurveItem([x for x, _ in places], [y for _, y in places], antialias=True)
    curve.setPen(pen)
    return curve


def _soft(run: Run, shown: Scene) -> Iterator[Any]:
    """The area under a line, or between the ends of its interval."""
    half = len(run.soft) // 2
    brush: QBrush | QColor
    if run.series.mark == "area" and not run.series.stacked:
        top = max(shown.place(p)[1] for p in run.points)
        fade = QLinearGradient(0, top, 0, shown.view()[1][0])
        fade.setColorAt(0, paint.colour(run.series.role, 0.26))
        fade.setColorAt(1, paint.colour(run.series.role, 0.03))
        brush = QBrush(fade)
    else:
        brush = QBrush(paint.colour(run.series.role, 0.55 if run.series.stacked else 0.14))
    upper = _curve(run.soft[:half], shown, None)
    lower = _curve(run.soft[half:][::-1], shown, None)
    yield upper
    yield lower
    yield pg.FillBetweenItem(upper, lower, brush=brush)


def _bars(marks: Sequence[Mark], series: Series, shown: Scene) -> Iterator[Any]:
    drawn = [m for m in marks if m.shape in ("bar", "cell") and m.box.height() and m.box.width()]
    if not drawn:
        return
    boxes = [_parted(m, shown) for m in drawn]
    feet = [shown.place(b.bottomLeft()) for b in boxes]
    heads = [shown.place(b.topRight()) for b in boxes]
    low, high = shown.scale
    brushes = [
        paint.heat(((m.datum.value or 0.0) - low) / ((high - low) or 1.0), series.role)
        for m in drawn
        if m.shape == "cell"
    ]
    yield pg.BarGraphItem(
        x0=[x for x, _ in feet], x1=[x for x, _ in heads],
        y0=[y for _, y in feet], y1=[y for _, y in heads],
        pen=None, **({"brushes": brushes} if brushes else {"brush": paint.solid(series.role)}),
    )  # fmt: skip


def _parted(mark: Mark, shown: Scene) -> QRectF:
    """Return a bar's box; a hair of ground parts it from the one that stands on it."""
    box = QRectF(mark.box)
    if mark.shape == "bar" and not mark.end:
        if shown.upright and box.height() > 3:
            box.setTop(box.top() + 1)
        elif not shown.upright and box.width() > 3:
            box.setRight(box.right() - 1)
    return box


def _dots(marks: Sequence[Mark], series: Series, shown: Scene) -> Iterator[Any]:
    if not marks:
        return
    places = [shown.place(m.centre) for m in marks]
    open_ = shown.chart.form != "scatter" and series.mark != "dot"
    ground, ink = look.colour("surface"), paint.colour(series.role, 1.0 if open_ else 0.72)
    yield pg.ScatterPlotItem(
        x=[x for x, _ in places], y=[y for _, y in places], size=5.2 if open_ else 8.0,
        pen=pg.mkPen(ink, width=1.6) if open_ else pg.mkPen(ground, width=0.8),
        brush=ground if open_ else ink, antialias=True, useCache=False,
    )  # fmt: skip


def _whiskers(shown: Scene) -> Iterator[Any]:
    pen = pg.mkPen(look.colour("ink"), width=1.4)
    for line in shown.whiskers:
        (x0, y0), (x1, y1) = shown.place(line.p1()), shown.place(line.p2())
        wide, high = shown.place(QPointF(7, 0)), shown.place(QPointF(0, 7))
        none = shown.place(QPointF(0, 0))
        upright = line.dx() == 0
        beam = abs(wide[0] - none[0]) if upright else abs(high[1] - none[1])
        middle_x, middle_y = (x0 + x1) / 2, (y0 + y1) / 2
        reach = {"height": abs(y1 - y0)} if upright else {"width": abs(x1 - x0)}
        yield pg.ErrorBarItem(
            x=np.array([middle_x]), y=np.array([middle_y]), beam=beam, pen=pen, **reach
        )
