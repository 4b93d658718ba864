"""How much is selected, and what can be done to all of it with one key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmapp.ui.actions import deeds, shown_key
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Ground
from cmapp.ui.widgets.label import Label, tip

_DEEDS = {
    "done": "check",
    "snooze": "snooze",
    "label": "label",
    "assign": "user",
    "raise": "high",
    "mute": "mute",
}


class BulkBar(Ground):
    """Stands over the list while something is selected; `asked` names a deed."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, rules="b")
        table = {deed.id: deed for deed in deeds()}
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 10, 8)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.setSpacing(6)
        self._count = Label("", self, size="strong")
        top.addWidget(self._count, 1)
        self._every = self._button("select_all", top, words="")
        self._button("unselect", top, words=self.tr("Clear"))
        column.addLayout(top)
        line = QHBoxLayout()
        line.setSpacing(4)
        for code, icon in _DEEDS.items():
            button = Button(
                "", self, kind="plain", icon=icon, key=shown_key(table[code]), small=True
            )
            button.setToolTip(tip(table[code].words))
            button.setAccessibleName(table[code].words)
            button.clicked.connect(lambda _=False, c=code: self.asked.emit(c))
            line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)
        self.hide()

    def _button(self, code: str, line: QHBoxLayout, *, words: str) -> Button:
        deed = next(d for d in deeds() if d.id == code)
        button = Button(words, self, kind="quiet", key=shown_key(deed), small=True)
        button.clicked.connect(lambda _=False: self.asked.emit(code))
        line.addWidget(button)
        return button

    def say(self, count: int, total: int, *, whole: bool) -> None:
        """Show how many of how many; nothing selected hides the bar."""
        self.setVisible(bool(count))
        self._count.setText(self.tr("%n selected", "", count))
        self._every.setVisible(not whole and count < total)
        self._every.setText(self.tr("All %n", "", total))
        self._every.updateGeometry()
