"""Scrolling over more than there is room for, with a bar of our own over the right edge.

A screen reader counts the parts of a scroll area and then asks for each. Qt counts its own bar
only while it is shown, and does not check what it is asked for: a bar that hides between the two
questions (a thread gets shorter, another page comes) ends the program. Ours is no part of that.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from cmapp.ui.widgets.button import paint_ring

_WIDE = 10
_WALKED = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class _Ring(QWidget):
    """Lies over a column that was walked to, and shows that the arrows scroll it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ring(painter, QRectF(self.rect()), radius=6)
        painter.end()


class Scroll(QScrollArea):
    """A column that scrolls up and down; what is in it is as wide as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.hide()
        self._ring = _Ring(self)
        self._ring.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ring.hide()
        inner = self.verticalScrollBar()
        inner.rangeChanged.connect(self._fit)
        inner.valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(inner.setValue)

    def _fit(self, low: int, high: int) -> None:
        inner = self.verticalScrollBar()
        self._bar.blockSignals(True)
        self._bar.setRange(low, high)
        self._bar.setPageStep(inner.pageStep())
        self._bar.setSingleStep(inner.singleStep())
        self._bar.setValue(inner.value())
        self._bar.blockSignals(False)
        self._bar.setVisible(high > low)
        self._bar.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the bar at the right edge."""
        super().resizeEvent(event)
        self._bar.setGeometry(self.width() - _WIDE, 0, _WIDE, self.height())
        self._ring.setGeometry(self.rect())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that it has the keys, where one has walked to it."""
        super().focusInEvent(event)
        self._ring.setVisible(event.reason() in _WALKED)
        self._ring.raise_()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no ring any more."""
        super().focusOutEvent(event)
        self._ring.hide()
