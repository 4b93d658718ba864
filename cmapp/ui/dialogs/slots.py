"""Slots: the hours at which an account usually posts; a plan without an hour takes the next one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QTimeEdit, QWidget

from cmapp.ui.asking import Asking
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.planning import words
from cmapp.ui.planning.painter import Known
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.keys_back import keep_through
from cmapp.ui.widgets.label import Label, tip

_MOST = 8
"""Slots of a day that are shown beside each other."""


def line_of(field: QTimeEdit) -> QLineEdit:
    """Return the line that a time is typed into."""
    found = field.findChild(QLineEdit)
    assert found is not None
    return found


class SlotsSheet(Sheet):
    """Each change is kept at once, and can be taken back."""

    def __init__(self, asking: Asking, known: Known, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._asking = asking
        self.head.setText(self.tr("Slots"))
        self.setWindowTitle(self.tr("Slots"))
        self.say(self.tr("The hours at which an account usually posts. A plan takes the next one."))
        self.slots: set[tuple[int, int]] = set()
        self.account = Dropdown(self)
        self.account.setAccessibleName(self.tr("Account"))
        for one in known.accounts.values():
            self.account.addItem(f"{one.name or one.handle} · @{one.handle}"[:60], one.id)
        self.account.currentIndexChanged.connect(lambda _: self.load())
        self.body.addWidget(self.account)
        self._grid = QWidget(self)
        self._lines = QGridLayout(self._grid)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setVerticalSpacing(6)
        self.body.addWidget(self._grid)
        self.body.addStretch(1)
        adding = QHBoxLayout()
        adding.setSpacing(8)
        self.day = Dropdown(self)
        self.day.setAccessibleName(self.tr("Day"))
        self.day.addItem(self.tr("Every day"), (0, 1, 2, 3, 4, 5, 6))
        self.day.addItem(self.tr("Monday to Friday"), (0, 1, 2, 3, 4))
        for day in words.weekdays():
            self.day.addItem(QLocale().standaloneDayName(day.value), (day.value - 1,))
        self.hour = QTimeEdit(QTime(9, 0), self)
        self.hour.setAccessibleName(self.tr("Time"))
        line_of(self.hour).setTextMargins(8, 0, 0, 0)
        self.hour.setMinimumWidth(110)
        self.add = Button(self.tr("Add"), self, icon="plus")
        self.add.clicked.connect(self._add)
        for part in (self.day, self.hour, self.add):
            adding.addWidget(part)
        adding.addStretch(1)
        self.body.addLayout(adding)
        self.step(self.tr("Close"), kind="primary").clicked.connect(self.accept)
        self.resize(640, 470)
        self.load()

    def load(self) -> None:
        """Read the slots of the account that is chosen."""
        account = self.account.currentData()
        self.add.setEnabled(account is not None)
        if account is not None:
            self._asking.look("calendar.slots.list", self._show, account=account)

    def _show(self, found: dict[str, Any]) -> None:
        account = self.account.currentData()
        own = [s for s in found.get("slots") or () if s["account"] == account]
        self.slots = {(int(s["weekday"]), int(s["minute"])) for s in own}
        keep_through(self)
        while self._lines.count():
            item = self._lines.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for row, day in enumerate(words.weekdays()):
            name = QLocale().standaloneDayName(day.value)
            self._lines.addWidget(Label(name, self._grid, tone="muted"), row, 0)
            times = sorted(m for d, m in self.slots if d == day.value - 1)
            for column, minute in enumerate(times[:_MOST]):
                said = words.time(minute)
                chip = Button(said, self._grid, icon="close", small=True)
                chip.setAccessibleName(self.tr("Remove {day} {time}").format(day=name, time=said))
                chip.setToolTip(tip(chip.accessibleName()))
                chip.clicked.connect(
                    lambda _=False, slot=(day.value - 1, minute): self._put(self.slots - {slot})
                )
                self._lines.addWidget(chip, row, column + 1)
            if not times:
                self._lines.addWidget(Label("—", self._grid, tone="muted"), row, 1)
        self._lines.setColumnStretch(_MOST + 1, 1)
        self._lines.setColumnMinimumWidth(0, 96)
        self._lines.setAlignment(Qt.AlignmentFlag.AlignLeft)

    def _add(self) -> None:
        time = self.hour.time()
        minute = time.hour() * 60 + time.minute()
        self._put(self.slots | {(day, minute) for day in self.day.currentData()})

    def _put(self, slots: set[tuple[int, int]]) -> None:
        self._asking.do(
            "calendar.slots.set",
            self.tr("Slots kept"),
            lambda _: self.load(),
            account=self.account.currentData(),
            slots=sorted(map(list, slots)),
        )
