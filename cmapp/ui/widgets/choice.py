"""Tick boxes and radio buttons that can be seen in both themes: painted by us, found as such."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from cmapp.ui import look
from cmapp.ui.widgets.button import Keyless, paint_ring

_BOX, _GAP = 16, 8


def _size(button: QAbstractButton) -> QSize:
    metrics = button.fontMetrics()
    words = metrics.horizontalAdvance(button.text()) + _GAP if button.text() else 0
    return QSize(_BOX + 8 + words, max(26, metrics.height() + 8))


def _paint(button: QAbstractButton, *, round_: bool) -> None:
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    able, on = button.isEnabled(), button.isChecked()
    box = QRectF(4.5, (button.height() - _BOX) / 2 + 0.5, _BOX - 1, _BOX - 1)
    filled = ("accent" if able else "faint") if on else "surface"  # at rest, one sees which it is
    painter.setPen(QPen(look.colour(filled if on else "faint"), 1.4))
    painter.setBrush(look.colour(filled))
    corner = _BOX / 2 if round_ else 4
    painter.drawRoundedRect(box, corner, corner)
    if on and round_:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("on_accent"))
        painter.drawEllipse(box.center(), 3.2, 3.2)
    elif on:
        painter.setPen(QPen(look.colour("on_accent"), 1.8))
        left, top = box.left(), box.top()
        marks = ((3.6, 7.8), (6.4, 10.6), (11.4, 4.8))
        painter.drawPolyline([QPointF(left + x, top + y) for x, y in marks])
    if button.text():
        painter.setFont(button.font())
        painter.setPen(look.colour("ink" if able else "faint"))
        words = button.rect().adjusted(_BOX + 4 + _GAP, 0, 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), button.text())
    if button.hasFocus():
        paint_ring(painter, QRectF(button.rect()), radius=6)
    painter.end()


class Tick(Keyless, QCheckBox):
    """A tick box."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)  # an “&” in a name is no mark of a key
        self.setFont(look.font(13))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Fit box and words."""
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        """Never clip the words."""
        return _size(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the theme."""
        _paint(self, round_=False)


class Choice(Keyless, QRadioButton):
    """One of several, of which one can be chosen."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setFont(look.font(13, 600))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Fit mark and words."""
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        """Never clip the words."""
        return _size(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the theme."""
        _paint(self, round_=True)
