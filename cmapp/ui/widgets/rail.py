"""The rail at the left: one button per pane, with a count where something waits."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from cmapp.ui import icons, look
from cmapp.ui.widgets.button import Keyless, paint_ring
from cmapp.ui.widgets.heard import hear
from cmapp.ui.widgets.label import tip


class RailButton(Keyless, QAbstractButton):
    """Icon over a word; the count sits on the icon and in the accessible name."""

    def __init__(self, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._count, self._tone, self._hover = icon, 0, "accent", False
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        hear(self)
        self.setFont(look.font(11, 500))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Keep the rail narrow."""
        return QSize(64, 52)

    def show_count(self, count: int, *, words: str = "", tone: str = "accent") -> None:
        """Show a count; `words` is how a screen reader says it."""
        self._count, self._tone = count, tone
        self.setAccessibleName(f"{self.text()}, {words}" if count and words else self.text())
        self.setToolTip(tip(words if count else ""))
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Warm up under the pointer."""
        self._hover = True
        self.update()

    def leaveEvent(self, event: object) -> None:
        """Cool down again."""
        self._hover = False
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon, word and count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        if on or self._hover:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("soft" if on else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), look.RADIUS, look.RADIUS)
        ink = look.colour("accent" if on else "muted")
        icons.paint(painter, self._icon, ink, at=QPoint((self.width() - 22) // 2, 6))
        painter.setPen(ink)
        painter.setFont(look.font(11, 600 if on else 500))
        words = QFontMetrics(painter.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width() - 4
        )
        painter.drawText(QRectF(0, 29, self.width(), 18), Qt.AlignmentFlag.AlignCenter, words)
        if self._count:
            text = str(self._count) if self._count < 1000 else "999+"
            painter.setFont(look.font(10, 700, tabular=True))
            width = max(17, QFontMetrics(painter.font()).horizontalAdvance(text) + 9)
            pill = QRectF(min(self.width() / 2 + 3, self.width() - width - 1), 2, width, 16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(self._tone))
            painter.drawRoundedRect(pill, 8, 8)
            painter.setPen(look.colour("on_accent"))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()))
        painter.end()
