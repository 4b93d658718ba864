"""Chips to choose a view with, and pills that say a state in a word and a colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from cmapp.ui import look
from cmapp.ui.widgets.button import Keyless, paint_ring
from cmapp.ui.widgets.heard import hear, mark
from cmapp.ui.widgets.label import Label, tip


class Chip(Keyless, QAbstractButton):
    """One choice of a row of chips."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFont(look.font(12, 500))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Fit the words."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 16, 26)

    def minimumSizeHint(self) -> QSize:
        """Never clip the words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a rounded chip, filled when it is the chosen one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        on = self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen if on else QPen(look.colour("edge"), 1))
        painter.setBrush(look.colour("ink" if on else "surface"))
        painter.drawRoundedRect(box, 13, 13)
        painter.setPen(look.colour("surface" if on else "muted"))
        painter.setFont(self.font())
        room = self.width() - 12
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), radius=12)
        painter.end()


class ChipRow(QWidget):
    """Several chips of which one is chosen; arrow keys walk along it."""

    chosen = Signal(str)

    def __init__(self, choices: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._chips: dict[str, Chip] = {}
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(4)
        self._line.addStretch(1)
        self.become(choices)

    def become(self, choices: dict[str, str]) -> None:
        """Take other choices; the first one is chosen."""
        for chip in self._chips.values():
            self._group.removeButton(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        for code, words in choices.items():
            chip = Chip(words, self)
            hear(chip)
            chip.clicked.connect(lambda _=False, c=code: self.chosen.emit(c))
            self._group.addButton(chip)
            self._line.insertWidget(len(self._chips), chip)
            self._chips[code] = chip
        mark(next(iter(self._chips.values())), True)

    def choose(self, code: str) -> None:
        """Choose without a click; says nothing to listeners."""
        mark(self._chips[code], True)
        for name, chip in self._chips.items():  # Tab leads to the one that is chosen
            tab = name == code
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab else Qt.FocusPolicy.ClickFocus)

    def has(self, code: str) -> bool:
        """Tell whether there is such a chip."""
        return code in self._chips

    def rename(self, code: str, words: str) -> None:
        """Give a chip other words."""
        chip = self._chips[code]
        chip.setText(QFontMetrics(chip.font()).elidedText(words, Qt.TextElideMode.ElideRight, 96))
        chip.setAccessibleName(words)
        chip.setToolTip(tip(words))
        chip.updateGeometry()

    def focus_place(self) -> QWidget:
        """Return the chip that takes the keys."""
        return self._chips[self.current()]

    def current(self) -> str:
        """Return the code of the chosen chip."""
        return next(code for code, chip in self._chips.items() if chip.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk left and right, choosing."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        codes = list(self._chips)
        there = codes[(codes.index(self.current()) + step) % len(codes)]
        self._chips[there].setFocus()
        self._chips[there].click()


class Pill(Label):
    """A word on a soft ground. `tone` is `ok`, `warn`, `bad`, `held`, `accent` or `muted`."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, tone: str = "held"
    ) -> None:
        super().__init__(text, parent, size="second", tone=tone)
        self.setFont(look.font(12, 500))
        self.setContentsMargins(9, 3, 9, 3)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the soft ground, then the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        soft = {"accent": "soft", "muted": "hover"}.get(self._tone, f"{self._tone}_soft")
        painter.setBrush(look.colour(soft))
        painter.drawRoundedRect(QRectF(self.rect()), 11, 11)
        painter.end()
        super().paintEvent(event)
