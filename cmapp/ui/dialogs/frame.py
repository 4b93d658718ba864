"""What every dialog stands on: a title, a quiet line, a body, and the steps at the foot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFormLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cmapp.ui import place
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.keys_back import Dialog
from cmapp.ui.widgets.label import Elided, Label
from cmapp.ui.widgets.scroll import Scroll


class Sheet(Dialog):
    """A dialog in our own dress. `body` is filled by who makes it."""

    def __init__(self, title: str, parent: QWidget | None, *, words: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 22, 26, 20)
        column.setSpacing(6)
        self.head = Label(title, self, size="page")
        column.addWidget(self.head)
        self.words = Label(words, self, tone="muted", wrap=True)
        self.words.setVisible(bool(words))
        column.addWidget(self.words)
        column.addSpacing(10)
        inside = QWidget(self)  # takes the room even while there is nothing in it
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)
        column.addWidget(inside, 1)
        column.addSpacing(12)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.addStretch(1)
        column.addLayout(self.foot)
        self.setMinimumWidth(460)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay whole on the screen: what is read later makes a dialog grow downwards."""
        super().resizeEvent(event)
        room, frame = place.room(self), self.frameGeometry()
        if self.isVisible() and self.isWindow() and frame.bottom() > room.bottom():
            up = min(frame.bottom() - room.bottom(), max(0, frame.top() - room.top()))
            self.move(self.x(), self.y() - up)

    def say(self, words: str) -> None:
        """Say the quiet line."""
        self.words.setText(words)
        self.words.setVisible(bool(words))

    def step(self, words: str, *, kind: str = "plain") -> Button:
        """Add a step at the foot; the primary one answers to Return."""
        button = Button(words, self, kind=kind)
        if kind == "primary":
            button.setDefault(True)
        self.foot.addWidget(button)
        return button

    def row(self, name: str, value: str, *, tone: str = "muted") -> None:
        """Add a line of name and value."""
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(Elided(name, self), 1)  # a name may be long; the value is shown whole
        shown = Label(value, self, tone=tone)
        shown.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.addWidget(shown)
        self.body.addLayout(line)

    def scrolled_grid(self) -> tuple[QGridLayout, Scroll]:
        """Add rows that scroll, at `rowCount`; their first column takes the room."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        grid.setContentsMargins(2, 2, 14, 2)
        inside = QWidget(self)
        inside.setLayout(grid)
        scroll = Scroll(self)
        scroll.setWidget(inside)
        self.body.addWidget(scroll, 1)
        return grid, scroll


class Form(QFormLayout):
    """Fields, each behind its name, which whoever hears is told, too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__()
        self._owner = parent
        self.setHorizontalSpacing(14)
        self.setVerticalSpacing(8)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def add(self, name: str, field: QWidget) -> None:
        """Add a field under its name."""
        field.setAccessibleName(name)
        self.addRow(Label(name, self._owner, tone="muted"), field)
