"""A switch: on or off at once, larger than a tick box and plain about which it is."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from cmapp.ui import look
from cmapp.ui.widgets.button import paint_ring


class Switch(QCheckBox):
    """A tick box in another dress: screen readers and keys find the tick box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the switch and its ring."""
        return QSize(46, 28)

    def minimumSizeHint(self) -> QSize:
        """Never smaller."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        """Take a click anywhere on it."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track and knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        track = QRectF(4, 4, 38, 20)
        painter.setPen(Qt.PenStyle.NoPen if on else QPen(look.colour("faint"), 1))
        painter.setBrush(look.colour("accent" if on else "raise"))
        painter.drawRoundedRect(track, 10, 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("on_accent" if on else "faint"))
        painter.drawEllipse(QRectF(25 if on else 7, 7, 14, 14))
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), radius=13)
        painter.end()
