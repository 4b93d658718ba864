"""The map of keys, made from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cmapp.ui import look
from cmapp.ui.actions import Actions, shown_key
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.widgets.button import key_width, paint_keycap
from cmapp.ui.widgets.label import Label


class Keycap(QWidget):
    """One key as it stands on a button."""

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = key
        self.setFixedSize(QSize(key_width(key) + 2, 20))
        self.setAccessibleName(key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, edge = look.colour("muted"), look.colour("edge")
        corner = QPoint(self.width() - 1, 10)
        paint_keycap(painter, self._key, right=corner.x(), middle=corner.y(), ink=ink, edge=edge)
        painter.end()


class Keys(Sheet):
    """Everything that has a key, by group, in two columns."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.head.setText(self.tr("Keyboard shortcuts"))
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.say(self.tr("Single letters work wherever you are not writing."))
        grid = QGridLayout()
        grid.setHorizontalSpacing(36)
        grid.setVerticalSpacing(14)
        groups: dict[str, QVBoxLayout] = {}
        for deed in actions.table:
            if not deed.keys or deed.id not in actions.by_id:
                continue
            column = groups.get(deed.group)
            if column is None:
                column = groups[deed.group] = QVBoxLayout()
                column.setSpacing(5)
                column.addWidget(Label(deed.group, self, size="caps", tone="muted"))
                place = len(groups) - 1
                grid.addLayout(column, place // 2, place % 2)
            line = QHBoxLayout()
            line.addWidget(Label(deed.words, self), 1)
            line.addWidget(Keycap(shown_key(deed), self))
            column.addLayout(line)
        for column in groups.values():
            column.addStretch(1)
        self.body.addLayout(grid)
        close = self.step(self.tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        self.setMinimumWidth(600)
