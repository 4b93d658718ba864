"""The map of keys, made from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmapp.ui import look, place
from cmapp.ui.actions import Actions, shown_key
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.widgets.button import key_width, paint_keycap
from cmapp.ui.widgets.label import Label
from cmapp.ui.widgets.scroll import Scroll

_COLUMNS = 3


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
    """Everything that has a key, by group, in three columns that scroll where there is no room."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.head.setText(self.tr("Keyboard shortcuts"))
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.say(self.tr("Single letters work wherever you are not writing."))
        inside = QWidget(self)
        sides = QHBoxLayout(inside)
        sides.setContentsMargins(2, 0, 14, 0)
        sides.setSpacing(36)
        columns = [QVBoxLayout() for _ in range(_COLUMNS)]
        for side in columns:
            side.setSpacing(14)
            sides.addLayout(side, 1)
        groups: dict[str, QVBoxLayout] = {}
        for deed in actions.table:
            if not deed.keys or deed.id not in actions.by_id:
                continue
            column = groups.get(deed.group)
            if column is None:
                column = groups[deed.group] = QVBoxLayout()
                column.setSpacing(5)
                column.addWidget(Label(deed.group, self, size="caps", tone="muted"))
            line = QHBoxLayout()
            line.addWidget(Label(deed.words, self), 1)
            line.addWidget(Keycap(shown_key(deed), self))
            column.addLayout(line)
        for group in groups.values():  # each goes where there is the most room
            min(columns, key=lambda one: one.sizeHint().height()).addLayout(group)
        for side in columns:
            side.addStretch(1)
        scroll = Scroll(self)
        scroll.setAccessibleName(self.tr("Keyboard shortcuts"))
        scroll.setWidget(inside)
        self.body.addWidget(scroll, 1)
        close = self.step(self.tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        room = place.room(self).size()
        self.resize(QSize(960, inside.sizeHint().height() + 190).boundedTo(room - QSize(40, 60)))
        scroll.setFocus()  # the arrows scroll; Return and Escape close
