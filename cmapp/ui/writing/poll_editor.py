"""A poll: what can be chosen, for how long it is open, whether more than one may be chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmapp.ui import text
from cmapp.ui.views import AccountView
from cmapp.ui.widgets.button import Button, IconButton
from cmapp.ui.widgets.choice import Tick
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.label import Label, tip
from cmapp.ui.writing.offers import poll_bounds

DAY = 86_400
LENGTHS = (300, 1800, 3600, 6 * 3600, 12 * 3600, DAY, 3 * DAY, 7 * DAY, 14 * DAY, 30 * DAY)
FRESH: Mapping[str, Any] = {"options": ["", ""], "seconds": DAY, "multiple": False}


class PollEditor(QWidget):
    """The options and how long. Says `changed` with {options, seconds, multiple}."""

    changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        column.addWidget(Label(self.tr("Poll"), self, size="strong"))
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        column.addLayout(self._column)
        self.fields: list[QLineEdit] = []
        self._lines: list[QWidget] = []
        self._most, self._longest_option = 4, 50
        foot = QHBoxLayout()
        foot.setSpacing(10)
        self.more = Button(self.tr("Add an option"), self, small=True, icon="plus")
        self.more.clicked.connect(self._add)
        self.open_for = Dropdown(self)
        self.open_for.setAccessibleName(self.tr("The poll is open for"))
        self.open_for.currentIndexChanged.connect(lambda _: self._say())
        self.multiple = Tick(self.tr("More than one can be chosen"), self)
        self.multiple.toggled.connect(lambda _: self._say())
        foot.addWidget(self.more)
        foot.addStretch(1)
        foot.addWidget(Label(self.tr("Open for"), self, size="second", tone="muted"))
        foot.addWidget(self.open_for)
        foot.addWidget(self.multiple)
        column.addLayout(foot)
        self._quiet = False

    def poll(self) -> dict[str, Any]:
        """Return the poll as it stands."""
        return {
            "options": [field.text() for field in self.fields],
            "seconds": int(self.open_for.currentData() or DAY),
            "multiple": self.multiple.isChecked(),
        }

    def show_poll(self, poll: Mapping[str, Any] | None, accounts: Sequence[AccountView]) -> None:
        """Show a poll within the limits of these accounts; nothing is said to listeners."""
        self._quiet = True
        self.setVisible(poll is not None)
        found = poll or FRESH
        self._most, self._longest_option, shortest, longest = poll_bounds(accounts)
        wanted = [str(o) for o in found.get("options") or ("", "")]
        wanted += [""] * (2 - len(wanted))
        if wanted != [field.text() for field in self.fields]:
            while self.fields:
                self._drop(0)
            for words in wanted:
                self._put(words)
        seconds = int(found.get("seconds") or DAY)
        lengths = sorted({*(s for s in LENGTHS if shortest <= s <= longest), seconds})
        if lengths != [self.open_for.itemData(i) for i in range(self.open_for.count())]:
            self.open_for.clear()
            for one in lengths:
                self.open_for.addItem(text.long_span(one * 1000), one)
        self.open_for.setCurrentIndex(self.open_for.findData(seconds))
        self.multiple.setChecked(bool(found.get("multiple")))
        self._ends()
        self._quiet = False

    def _put(self, words: str) -> None:
        holder = QWidget(self)
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        field = QLineEdit(words, holder)
        field.setMaxLength(max(self._longest_option, len(words)))
        number = len(self.fields) + 1
        field.setPlaceholderText(self.tr("Option {number}").format(number=number))
        field.setAccessibleName(self.tr("Option {number}").format(number=number))
        field.textChanged.connect(lambda _: self._say())
        away = IconButton("close", self.tr("Remove option {number}").format(number=number), holder)
        away.clicked.connect(lambda: self._remove(holder))
        line.addWidget(field, 1)
        line.addWidget(away)
        self._column.addWidget(holder)
        holder.show()
        self.fields.append(field)
        self._lines.append(holder)

    def _drop(self, at: int) -> None:
        holder = self._lines.pop(at)
        self.fields.pop(at)
        self._column.removeWidget(holder)
        holder.hide()
        holder.deleteLater()

    def _remove(self, holder: QWidget) -> None:
        if len(self.fields) > 2:
            self._drop(self._lines.index(holder))
            self._ends()
            self._say()

    def _add(self) -> None:
        if len(self.fields) < self._most:
            self._put("")
            self._ends()
            self.fields[-1].setFocus()
            self._say()

    def _ends(self) -> None:
        full = len(self.fields) >= self._most
        self.more.setEnabled(not full)
        self.more.setToolTip(
            tip(
                self.tr("These accounts take {most} options").format(most=self._most)
                if full
                else ""
            )
        )
        for holder in self._lines:
            holder.findChildren(IconButton)[0].setEnabled(len(self.fields) > 2)

    def _say(self) -> None:
        if not self._quiet:
            self.changed.emit(self.poll())
