"""An empty place says what will be here and offers the one step that fills it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmapp.ui import icons, look
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.label import Label


class Disc(QWidget):
    """An icon on a soft disc."""

    def __init__(self, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setFixedSize(QSize(64, 64))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("soft"))
        painter.drawEllipse(QRectF(self.rect()))
        icons.paint(painter, self._icon, look.colour("accent"), at=QPoint(18, 18), side=28)
        painter.end()


class Empty(QWidget):
    """Icon, one line, one sentence, at most one button."""

    asked = Signal()

    def __init__(
        self, icon: str, title: str, words: str, *, button: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 48)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(Disc(icon, self), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(6)
        self.title = Label(title, self, size="title")
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.words = Label(words, self, tone="muted", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.words.setFixedWidth(320)
        self.words.setMinimumHeight(self.words.heightForWidth(320))
        column.addWidget(self.title)
        column.addWidget(self.words, 0, Qt.AlignmentFlag.AlignHCenter)
        if button:
            column.addSpacing(8)
            step = Button(button, self, kind="primary")
            step.clicked.connect(lambda: self.asked.emit())
            column.addWidget(step, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
