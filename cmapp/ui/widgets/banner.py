"""Standing trouble, said once at the top with the step that ends it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cmapp.ui import icons, look
from cmapp.ui.widgets.button import Button, IconButton
from cmapp.ui.widgets.label import Elided


class _Mark(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.icon, self.tone = "warn", "warn"
        self.setFixedSize(QSize(20, 20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.paint(painter, self.icon, look.colour(self.tone), at=QPoint(1, 1), side=18)
        painter.end()


class Banner(QWidget):
    """One line across the window. `fixed` and `hushed` carry the key of what is shown."""

    fixed = Signal(object)
    hushed = Signal(object)

    def __init__(self, hush: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key: object = None
        self._tone = "warn"
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 6, 10, 6)
        line.setSpacing(10)
        self._mark = _Mark(self)
        self._words = Elided("", self, size="body")
        self._fix = Button("", self, small=True)
        self._close = IconButton("close", hush, self)
        self._fix.clicked.connect(lambda: self.fixed.emit(self._key))
        self._close.clicked.connect(lambda: self.hushed.emit(self._key))
        line.addWidget(self._mark)
        line.addWidget(self._words, 1)
        line.addWidget(self._fix)
        line.addWidget(self._close)
        self.hide()

    def words(self) -> str:
        """Return what the banner says."""
        return self._words.accessibleName()

    def say(
        self, key: object, words: str, *, fix: str = "", tone: str = "warn", icon: str = "warn"
    ) -> None:
        """Show one trouble."""
        self._key, self._tone = key, tone
        self._mark.icon, self._mark.tone = icon, tone
        self._words.set_full(words)
        self._words.setToolTip("")
        self._fix.setText(fix)
        self._fix.setVisible(bool(fix))
        self._fix.updateGeometry()
        self.setAccessibleName(words)
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the soft ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour(f"{self._tone}_soft"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        painter.end()
