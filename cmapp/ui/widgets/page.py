"""A scrolling page with a title: what panes other than the inbox stand on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmapp.ui.widgets.keys_back import keep_through
from cmapp.ui.widgets.label import Label
from cmapp.ui.widgets.scroll import Scroll

MEASURE = 1080
WIDE = 1640
"""How wide a column becomes at most, in pixels: one to be read; one of charts and cards."""


class Page(Scroll):
    """Title, a quiet line under it, steps at the right; then a column that is filled anew."""

    measure = MEASURE

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewport().setAutoFillBackground(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.inside = QWidget(self)
        outer = QHBoxLayout(self.inside)
        outer.setContentsMargins(28, 24, 28, 28)
        middle = QWidget(self.inside)
        middle.setMaximumWidth(self.measure)
        outer.addWidget(middle, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(4)
        self.title = Label(title, middle, size="page")
        self.under = Label("", middle, tone="muted", wrap=True)
        words.addWidget(self.title)
        words.addWidget(self.under)
        head.addLayout(words, 1)
        self.steps = QHBoxLayout()
        self.steps.setSpacing(8)
        head.addLayout(self.steps)
        column.addLayout(head)
        self.above = QVBoxLayout()
        """What stays when the column is filled anew."""
        self.above.setSpacing(8)
        column.addLayout(self.above)
        column.addSpacing(4)
        self.column = QVBoxLayout()
        self.column.setSpacing(12)
        column.addLayout(self.column)
        column.addStretch(1)
        self.setWidget(self.inside)

    def clear(self) -> None:
        """Take everything out of the column; the keys come back to what takes its place."""
        keep_through(self.inside)
        while self.column.count():
            part = self.column.takeAt(0)
            widget = part.widget() if part is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def say_under(self, words: str) -> None:
        """Say the quiet line."""
        self.under.setText(words)
        self.under.setVisible(bool(words))

    def section(self, words: str, count: int | None = None) -> None:
        """Begin a section."""
        line = QWidget(self.inside)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 10, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label(words, line, size="title"))
        if count is not None:
            row.addWidget(Label(str(count), line, tone="muted"))
        row.addStretch(1)
        self.column.addWidget(line)
