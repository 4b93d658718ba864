"""A short word at the foot of the window, with the way back in it while there is one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmapp.ui import look
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.label import Label


class _Undo(Button):
    """The one button on the dark sheet."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = look.colour("on_tip")
        painter.setPen(edge)
        painter.setFont(look.font(13, 600))
        key = f"   {self.key}" if self.key else ""
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.words() + key)
        if self.hasFocus() or self._hover:
            painter.setPen(QPen(edge, 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        painter.end()


class Toast(QWidget):
    """Floats above the bottom edge of `parent`. A new word takes the place of the old one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._undo: Callable[[], None] | None = None
        self._left = 0
        self._base = ""
        self._count: Callable[[str, int], str] | None = None
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 8, 8)
        line.setSpacing(12)
        self._words = Label("", self, tone="on_tip")
        self._button = _Undo("", self, small=True)
        self._button.clicked.connect(self.take_back)
        line.addWidget(self._words)
        line.addWidget(self._button)
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)
        parent.installEventFilter(self)
        self.hide()

    def words(self) -> str:
        """Return what is said."""
        return self._words.text()

    def say(
        self,
        words: str,
        *,
        undo: Callable[[], None] | None = None,
        button: str = "",
        key: str = "",
        seconds: int = 6,
        count: Callable[[str, int], str] | None = None,
    ) -> None:
        """Say `words` for `seconds`; `count` may put the seconds left into them."""
        self._undo, self._left, self._base, self._count = undo, seconds, words, count
        self._button.setText(button)
        self._button.key = key
        self._button.setVisible(undo is not None)
        self._button.updateGeometry()
        self._show_words()
        self.show()
        self.raise_()
        self._place()
        self._clock.start()
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self._words, QAccessible.Event.Alert))

    def _show_words(self) -> None:
        words = self._count(self._base, self._left) if self._count else self._base
        self._words.setText(words)
        self.setAccessibleName(words)
        self.adjustSize()

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.dismiss()
            return
        if self._count:
            self._show_words()
            self._place()

    def can_undo(self) -> bool:
        """Tell whether there is a way back right now."""
        return self._undo is not None and not self.isHidden()

    def take_back(self) -> None:
        """Go the way back."""
        undo, self._undo = self._undo, None
        self.dismiss()
        if undo is not None:
            undo()

    def dismiss(self) -> None:
        """Be gone."""
        self._clock.stop()
        self._undo = None
        self.hide()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        self.adjustSize()
        self.move(min(92, parent.width() - self.width()), parent.height() - self.height() - 40)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window changes size."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dark sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("tip"))
        painter.drawRoundedRect(QRectF(self.rect()), 10, 10)
        painter.end()
