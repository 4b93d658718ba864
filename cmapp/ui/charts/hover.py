"""The card that tells of a mark: value, n, interval, the formula, what the number is not."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cmapp.domain.chart import Chart, Datum, Series
from cmapp.services import glossary
from cmapp.ui.charts import words
from cmapp.ui.charts.scene import Hole, Mark, Scene
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.label import Label

_WIDE = 316
_MOST = 7


class HoverCard(Card):
    """One card for a chart; what it says is made anew for each mark."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, ground="raise", edge="edge", radius=10)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 11, 14, 12)
        self.said: list[str] = []
        self.hide()

    def _begin(self) -> QVBoxLayout:
        if self._inside is not None:
            self._inside.hide()
            self._column.removeWidget(self._inside)
            self._inside.deleteLater()
        self._inside = QWidget(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._column.addWidget(self._inside)
        self.said = []
        return column

    def _line(self, column: QVBoxLayout, text: str, *, size: str = "second", tone: str = "muted",
              wrap: bool = True) -> None:  # fmt: skip
        self.said.append(text)
        label = Label(text, self._inside, size=size, tone=tone, wrap=wrap)
        if wrap:
            label.setFixedWidth(_WIDE - 28)
        column.addWidget(label)

    def show_mark(self, scene: Scene, mark: Mark) -> None:
        """Tell of a mark, and of its neighbours at the same place."""
        chart, datum, series = scene.chart, mark.datum, mark.series
        column = self._begin()
        where = words.place(chart, datum.x, datum.end)
        if datum.y:
            where = f"{words.place(chart, datum.y, axis=chart.y)} {where}"
        self._line(column, where, size="strong", tone="ink")
        others = [] if chart.form in ("heat", "scatter") else _beside(chart, datum)
        for other, one in others or [(series, datum)]:
            self._value(column, other, one, strong=one is datum)
        tail = words.spread(datum, series.unit)
        if tail:
            self._line(column, tail)
        if datum.value is None:
            form = words.translate("insights", "Unknown: {why}. It is not counted as zero.")
            self._line(column, form.format(why=words.why(datum.why)), tone="warn")
        self._meaning(column, series.metric)
        if datum.key:
            self._line(column, words.translate("insights", "Click or Return: what is behind it"))
        self._show()

    def show_hole(self, chart: Chart, hole: Hole, names: Mapping[str, str]) -> None:
        """Tell of a stretch that nobody watched."""
        column = self._begin()
        gap = hole.gap
        begin, end = (words.local(t, chart.zone) for t in (gap.start, gap.end))
        span = " – ".join(f"{words.day(t)} {words.clock(t)}" for t in (begin, end))
        self._line(column, span, size="strong", tone="ink")
        self._line(column, words.why(gap.why), tone="warn")
        if gap.account:
            self._line(column, names.get(gap.account, gap.account))
        self._show()

    def _value(self, column: QVBoxLayout, series: Series, datum: Datum, *, strong: bool) -> None:
        line = QWidget(self._inside)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        name, said = words.say(series.label), words.value(datum.value, series.unit)
        self.said.append(f"{name}: {said}")
        size = "strong" if strong else "body"
        row.addWidget(_Swatch(series.role, line))
        row.addWidget(Label(name, line, size=size, tone="ink" if strong else "muted"), 1)
        row.addWidget(Label(said, line, size=size, tone="ink" if strong else "muted"))
        column.addWidget(line)

    def _meaning(self, column: QVBoxLayout, metric: str) -> None:
        found = glossary.dictionary().get(metric)
        if found is None:
            return
        lines = glossary.hover(metric, words.language()).split("\n")[1:]
        column.addSpacing(3)
        for said in lines:
            self._line(column, said, size="small")

    def _show(self) -> None:
        self.setFixedWidth(_WIDE)
        if self._inside is not None:
            self._inside.show()  # a child of what is shown already is not
        self._column.activate()
        self.adjustSize()
        self.setAccessibleName(". ".join(self.said))
        self.show()
        self.raise_()

    def stand_by(self, widget: QWidget, box: QRectF) -> None:
        """Stand beside a box of a widget, inside the window, and not over the box."""
        parent = self.parentWidget()
        if parent is None:
            return
        corner = widget.mapTo(parent, box.topLeft().toPoint())
        right = corner.x() + int(box.width()) + 14
        left = corner.x() - self.width() - 14
        x = right if right + self.width() < parent.width() - 8 else max(8, left)
        y = min(max(8, corner.y() - 10), parent.height() - self.height() - 8)
        self.move(QPoint(x, max(8, y)))


class _Swatch(QFrame):
    """A square in the colour of a series."""

    def __init__(self, role: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._role = role
        self.setFixedSize(10, 14)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: object) -> None:
        """Paint it."""
        from PySide6.QtGui import QPainter

        from cmapp.ui import look

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(f"chart_{self._role}"))
        painter.drawRoundedRect(QRectF(0, 2, 10, 10), 2.5, 2.5)
        painter.end()


def _beside(chart: Chart, datum: Datum) -> list[tuple[Series, Datum]]:
    if len(chart.series) > _MOST:
        return []
    found = [(s, d) for s in chart.series for d in s.data if d.x == datum.x]
    return found[::-1] if chart.series[0].stacked else found
