"""A figure on a tile: its name, its value, what it stands on; pressed, what is behind it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from cmapp.domain.chart import Figure
from cmapp.services import glossary
from cmapp.ui import look
from cmapp.ui.charts import words
from cmapp.ui.widgets.button import paint_ring
from cmapp.ui.widgets.label import tip


class FigureTile(QAbstractButton):
    """Shows one figure and stays while it changes. `asked`: its metric, its rows are wanted."""

    asked = Signal(str)

    def __init__(self, metric: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = metric
        self.figure: Figure | None = None
        self._said = words.DASH
        self._was: Figure | None = None
        self._before = ""
        self._note, self._name = "", glossary.name(metric, words.language())
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self._name)
        self.clicked.connect(self._press)

    def sizeHint(self) -> QSize:
        """Three lines."""
        return QSize(180, 94)

    def show_figure(self, figure: Figure, before: Figure | None = None) -> None:
        """Show a figure, and what it was `before`; unknown is a dash, and why."""
        if (figure, before) == (self.figure, self._was):
            return
        self.figure, self._was, self.code = figure, before, figure.metric
        unit = figure.unit
        self._said = words.value(figure.value, unit)
        tail = words.spread(figure, unit)
        self._before = ""
        if before is not None and before.value is not None:
            form = words.translate("insights", "before: {value}")
            self._before = form.format(value=words.value(before.value, unit))
        why = words.why(figure.why) if figure.value is None else ""
        self._note = " · ".join(p for p in (why, tail) if p)
        self._name = words.say(figure.label) if figure.label.code else self._name
        told = f"{self._name}: {self._said if figure.value is not None else why}"
        self.setAccessibleName(". ".join(p for p in (told, tail, self._before) if p))
        if figure.metric in glossary.dictionary():
            self.setToolTip(tip(glossary.hover(figure.metric, words.language())))
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if figure.key else Qt.CursorShape.ArrowCursor
        )
        self.update()

    def words(self) -> str:
        """Return what it shows, in one line."""
        return f"{self._name} {self._said} {self._note} {self._before}".strip()

    def _press(self) -> None:
        if self.figure is not None and self.figure.key:
            self.asked.emit(self.code)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet and the three lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        warm = self.underMouse() and self.figure is not None and bool(self.figure.key)
        painter.setPen(QPen(look.colour("edge" if warm else "line"), 1))
        painter.setBrush(look.colour("surface"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, look.CARD, look.CARD)
        inside = box.adjusted(16, 12, -12, -12)
        known = self.figure is not None and self.figure.value is not None
        for y, high, said, font, tone in (
            (0, 18, self._name, look.font(12), "muted"),
            (20, 34, self._said, look.font(22, 600, tabular=True), "ink" if known else "faint"),
            (56, 18, self._note, look.font(12, tabular=True), "muted"),
        ):
            painter.setFont(font)
            painter.setPen(look.colour(tone))
            line = QRectF(inside.left(), inside.top() + y, inside.width(), high)
            shown = QFontMetrics(font).elidedText(
                said, Qt.TextElideMode.ElideRight, int(line.width())
            )
            align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(line, int(align), shown)
        if self._before:
            painter.setFont(look.font(12, tabular=True))
            painter.setPen(look.colour("muted"))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            line = QRectF(inside.left(), inside.top() + 24, inside.width(), 28)
            painter.drawText(line, int(right), self._before)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), radius=look.CARD)
        painter.end()
