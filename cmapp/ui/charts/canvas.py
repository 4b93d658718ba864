"""The picture of a chart as a widget: hovered, walked along by keys, zoomed, spoken.

Left and right walk from mark to mark, up and down between series (or rows); Return asks for the
rows behind a mark. `+`, `-` and `0` zoom, so do a drag across and the wheel; Escape goes back.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import (
    QEvent,
    QPointF,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmapp.domain.chart import Chart, Datum, Series
from cmapp.ui import look
from cmapp.ui.charts import paint, words
from cmapp.ui.charts.hover import HoverCard
from cmapp.ui.charts.layout import build
from cmapp.ui.charts.plot import Plot
from cmapp.ui.charts.scene import Mark, Scene, least_height, marks
from cmapp.ui.widgets.button import paint_ring

_KEYS = {
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home,
    Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Plus,
    Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_Escape,
}  # fmt: skip
_FEWEST = 3
"""How many marks stay in sight however far one zooms in."""
_DRAGGED = 5


class Canvas(QWidget):
    """Paints one chart. `asked`: what stands behind a datum, by its key, is wanted."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart: Chart | None = None
        self.names: Mapping[str, str] = {}
        self.current: Datum | None = None
        self._scene: Scene | None = None
        self._shown: tuple[float, float] | None = None
        self._top: float | None = None
        self._dragged: tuple[float, float] | None = None
        self._card: HoverCard | None = None
        self._over: Datum | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(190)
        self._plot = Plot(self)
        self._plot.hide()
        self._waits = False

    def show_chart(self, chart: Chart, names: Mapping[str, str] | None = None) -> None:
        """Show a chart; where the keys are stays, if there still is such a place."""
        before, self.chart = self.current, chart
        self.names = names or {}
        self._scene, self._shown = None, None
        self.current = None
        if before is not None:
            self.current = next(
                (d for d in marks(chart) if (d.x, d.y) == (before.x, before.y)), None
            )
        self._hide_card()
        self._fit_height()
        self._say()
        self._draw_soon()

    def set_top(self, top: float | None) -> None:
        """Have the value axis reach so far, so that two charts can be compared."""
        if top != self._top:
            self._top, self._scene = top, None
            self._draw()

    def _fit_height(self) -> None:
        if self.chart is not None and self.width() > 50:
            self.setMinimumHeight(least_height(self.chart, self.width()))

    def sizeHint(self) -> QSize:
        """Be twice as wide as high."""
        return QSize(460, max(230, self.minimumHeight()))

    def scene(self) -> Scene:
        """Return the chart as it is laid out now."""
        assert self.chart is not None
        if self._scene is None:
            size = QSizeF(self.width(), self.height())
            self._scene = build(
                self.chart, size, shown=self._shown, top=self._top, names=self.names
            )
        return self._scene

    def mark(self) -> Mark | None:
        """Return the mark that has the keys, where it is in sight."""
        if self.current is None or self.chart is None:
            return None
        return next((m for m in self.scene().marks if m.datum is self.current), None)

    # painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._scene = None
        self._fit_height()
        self._draw_soon()

    def changeEvent(self, event: QEvent) -> None:
        """Take the fonts of another look."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._scene = None
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was asked for while nobody looked."""
        super().showEvent(event)
        self._draw_soon()

    def _draw_soon(self) -> None:
        """Draw once the page has its shape: a layout resizes what is in it several times."""
        if not self._waits:
            self._waits = True
            QTimer.singleShot(0, self, self._draw_next)

    def _draw_next(self) -> None:
        """Draw in the next turn: layouts that wait for this one would have it drawn once more."""
        QTimer.singleShot(0, self, self._draw)

    def _draw(self) -> None:
        """Have the plot draw what is laid out now."""
        self._waits = False
        if self.chart is not None and self.isVisible():
            if self._plot.geometry() != self.rect():
                self._plot.setGeometry(self.rect())
            if self._plot.isHidden():
                self._plot.show()
            self._plot.draw(self.scene(), self._paint_above)

    def _paint_above(self, painter: QPainter) -> None:
        """Paint what is being dragged over, and where the keys are."""
        scene, mark = self.scene(), self.mark()
        if self.hasFocus() and mark is not None:
            paint.ring(painter, mark)
        if self._dragged is not None:
            left, right = sorted(self._dragged)
            soft = QColor(look.colour("accent"))
            soft.setAlphaF(0.14)
            plot = scene.plot
            painter.fillRect(QRectF(left, plot.top(), right - left, plot.height()), soft)
        if self.hasFocus() and mark is None:
            paint_ring(painter, QRectF(self.rect()), radius=6)

    # speaking

    def _say(self) -> None:
        chart = self.chart
        if chart is None:
            return
        title = words.say(chart.title)
        name = title
        datum, series = self._at()
        if datum is not None and series is not None:
            inside = [d for d in series.data]
            place = words.translate("insights", "{n} of {all}").format(
                n=inside.index(datum) + 1, all=len(inside)
            )
            form = words.translate("insights", "{mark}, {more}")
            name = f"{form.format(mark=words.spoken(chart, series, datum), more=place)} · {title}"
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            words.translate(
                "insights",
                "Arrows walk along the marks, Return lists what is behind one, + and - zoom",
            )
        )
        if self.hasFocus():
            event = QAccessibleEvent(self, QAccessible.Event.NameChanged)
            QAccessible.updateAccessibility(event)

    def _at(self) -> tuple[Datum | None, Series | None]:
        if self.current is not None and self.chart is not None:
            for series in self.chart.series:
                if any(d is self.current for d in series.data):
                    return self.current, series
        return None, None

    # keys

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the chart from the window's shortcuts."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and Qt.Key(event.key()) in _KEYS
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            if event.key() != Qt.Key.Key_Escape or self._can_go_back():
                event.accept()
                return True
        return super().event(event)

    def _can_go_back(self) -> bool:
        return self.current is not None or self._shown is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, zoom, ask."""
        if self.chart is None:
            super().keyPressEvent(event)
            return
        match Qt.Key(event.key()):
            case Qt.Key.Key_Left:
                self.walk(-1)
            case Qt.Key.Key_Right:
                self.walk(1)
            case Qt.Key.Key_Up:
                self.change_row(1)
            case Qt.Key.Key_Down:
                self.change_row(-1)
            case Qt.Key.Key_Home:
                self.walk(-1_000_000)
            case Qt.Key.Key_End:
                self.walk(1_000_000)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                if self.current is not None:
                    self.asked.emit(self.current.key)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(0.5)
            case Qt.Key.Key_Minus:
                self.zoom(2.0)
            case Qt.Key.Key_0:
                self.show_whole()
            case Qt.Key.Key_Escape if self._can_go_back():
                if self.current is not None:
                    self._stand(None)
                else:
                    self.show_whole()
            case _:
                super().keyPressEvent(event)

    def walk(self, step: int) -> None:
        """Go to the mark before or behind, in the same series."""
        datum, series = self._at()
        if self.chart is None or not self.chart.series:
            return
        if datum is None or series is None:
            series = self.chart.series[-1 if self.chart.series[0].stacked else 0]
            inside = self._along(series)
            if inside:
                self._stand(inside[0 if step > 0 else -1])
            return
        inside = self._along(series)
        at = next(n for n, d in enumerate(inside) if d is datum)
        self._stand(inside[max(0, min(len(inside) - 1, at + step))])

    def _along(self, series: Series) -> list[Datum]:
        chart = self.chart
        if chart is not None and chart.form == "heat":
            seen = [m.datum for m in self.scene().marks]
            return seen
        if series.data and not isinstance(series.data[0].x, str):
            return sorted(series.data, key=lambda d: float(d.x))
        return list(series.data)

    def change_row(self, step: int) -> None:
        """Go to another series at the same place, in a heat map to the row above or below."""
        datum, series = self._at()
        chart = self.chart
        if chart is None or datum is None or series is None:
            self.walk(1)
            return
        if chart.form == "heat":
            rows = [code for code, _ in chart.y.ticks]
            there = rows.index(datum.y) - step
            if 0 <= there < len(rows):
                found = (d for d in series.data if (d.x, d.y) == (datum.x, rows[there]))
                self._stand(next(found, datum))
            return
        every = list(chart.series)
        if not every[0].stacked and every[0].mark == "bar":
            step = -step
        there = every.index(series) + step
        if 0 <= there < len(every):
            other = every[there]
            self._stand(next((d for d in other.data if d.x == datum.x), datum))

    def _stand(self, datum: Datum | None) -> None:
        self.current = datum
        self._bring()
        self._say()
        mark = self.mark()
        if mark is not None and self.isVisible():
            self._show_card(mark)
        else:
            self._hide_card()
        self._draw()

    def _bring(self) -> None:
        """Have the mark that has the keys in sight."""
        scene, datum = self.scene(), self.current
        if datum is None or self._shown is None or isinstance(datum.x, str):
            return
        if self.mark() is not None:
            return
        low, high = self._shown
        import math

        log = self.chart is not None and self.chart.x.kind == "log"
        middle = math.log10(max(float(datum.x), 1e-9)) if log else float(datum.x)
        self._look_at(middle - (high - low) / 2, middle + (high - low) / 2, scene)

    # zoom

    def zoom(self, factor: float, around: float | None = None) -> None:
        """Show less (below 1) or more of the x axis, around a place or the mark with the keys."""
        scene = self.scene()
        if not scene.zooms:
            return
        low, high = scene.shown
        mark = self.mark()
        if around is None:
            around = scene.at(mark.centre.x()) if mark is not None else (low + high) / 2
        share = (around - low) / ((high - low) or 1.0)
        wide = (high - low) * factor
        least = (scene.whole[1] - scene.whole[0]) * _FEWEST / max(_FEWEST, self._places())
        wide = max(wide, least)
        self._look_at(around - share * wide, around + (1 - share) * wide, scene)

    def _places(self) -> int:
        return max((len(s.data) for s in self.chart.series), default=1) if self.chart else 1

    def _look_at(self, low: float, high: float, scene: Scene) -> None:
        first, last = scene.whole
        wide = high - low
        if wide >= last - first:
            self._shown = None
        else:
            low = min(max(low, first), last - wide)
            self._shown = low, low + wide
        self._scene = None
        self._hide_card()
        self._draw()

    def show_whole(self) -> None:
        """Zoom out to all of it."""
        self._shown, self._scene = None, None
        self._hide_card()
        self._draw()

    @property
    def zoomed(self) -> bool:
        """Whether a part is shown."""
        return self._shown is not None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom where the pointer is, once the chart has the keys (or with Ctrl); else scroll."""
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self.chart is None or not (ctrl or self.hasFocus()) or not self.scene().zooms:
            event.ignore()
            return
        scene, turned = self.scene(), event.angleDelta()
        if turned.x() and abs(turned.x()) > abs(turned.y()) and self._shown is not None:
            low, high = self._shown
            way = -turned.x() / 1200 * (high - low)
            self._look_at(low + way, high + way, scene)
        elif turned.y():
            self.zoom(0.8 if turned.y() > 0 else 1.25, scene.at(event.position().x()))
        event.accept()

    # pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() == Qt.MouseButton.LeftButton and self.chart is not None:
            self._dragged = (event.position().x(), event.position().x())
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hover, or drag on."""
        if self.chart is None:
            return
        if self._dragged is not None and self.scene().zooms:
            self._dragged = (self._dragged[0], event.position().x())
            self._hide_card()
            self._draw()
            return
        self._hover(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Zoom to what was dragged over, or ask for what was clicked."""
        dragged, self._dragged = self._dragged, None
        if dragged is None or self.chart is None:
            return
        scene = self.scene()
        left, right = sorted(dragged)
        if right - left > _DRAGGED and scene.zooms:
            self._look_at(scene.at(left), scene.at(right), scene)
            return
        mark = scene.nearest(event.position())
        self._draw()
        if mark is not None:
            self._stand(mark.datum)
            if mark.datum.key:
                self._hide_card()
                self.asked.emit(mark.datum.key)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Show all of it."""
        self.show_whole()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is gone, and so is what it was told."""
        self._over = None
        self._hide_card()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are."""
        super().focusInEvent(event)
        self._draw()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no card any more."""
        super().focusOutEvent(event)
        self._hide_card()
        self._draw()

    def _hover(self, at: QPointF) -> None:
        scene = self.scene()
        mark = scene.nearest(at)
        hole = next((h for h in scene.holes if h.box.adjusted(0, -3, 0, 5).contains(at)), None)
        if mark is None and hole is None:
            self._over = None
            self._hide_card()
            return
        wish = Qt.CursorShape.PointingHandCursor if mark and mark.datum.key else None
        self.setCursor(wish) if wish else self.unsetCursor()
        if mark is not None and not (hole is not None and hole.strip):
            if mark.datum is not self._over:
                self._over = mark.datum
                self._show_card(mark)
        elif hole is not None:
            self._over = None
            self.card().show_hole(scene.chart, hole, self.names)
            self.card().stand_by(self, hole.box)

    def card(self) -> HoverCard:
        """Return the card that hovers; it belongs to the window, over all that is there."""
        if self._card is None:
            self._card = HoverCard(self.window())
            self.destroyed.connect(self._card.deleteLater)
        return self._card

    def _show_card(self, mark: Mark) -> None:
        self.card().show_mark(self.scene(), mark)
        self.card().stand_by(self, mark.box)

    def _hide_card(self) -> None:
        if self._card is not None:
            self._card.hide()
