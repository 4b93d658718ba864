"""A thin line that moves while something long is done; nobody knows how much of it is left."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from cmapp.ui import look

_STEP_MS = 40
_SHARE = 0.28
"""How much of the line is lit."""


class Busy(QWidget):
    """Takes its place in the layout at all times, so that nothing jumps; painted while at work."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._at = 0.0
        self._working = False
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._on)

    def working(self) -> bool:
        """Tell whether it is shown."""
        return self._working

    def work(self, at_work: bool = True) -> None:
        """Begin, or end."""
        self._working = at_work
        moves = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        if at_work and moves:
            self._timer.start()
        else:
            self._timer.stop()
        self.update()

    def _on(self) -> None:
        self._at = (self._at + 0.02) % 1.0
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, and the part of it that is lit."""
        if not self._working:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("hover"))
        painter.drawRoundedRect(QRectF(self.rect()), 2, 2)
        painter.setBrush(look.colour("accent"))
        wide = self.width() * _SHARE
        left = -wide + (self.width() + wide) * (self._at or 0.5)
        painter.setClipRect(self.rect())
        painter.drawRoundedRect(QRectF(left, 0, wide, self.height()), 2, 2)
        painter.end()
