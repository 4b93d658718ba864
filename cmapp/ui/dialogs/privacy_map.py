"""What is stored about whom, kind by kind; and the drill for a stolen machine, as a table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from cmapp.ui import text
from cmapp.ui.asking import Asking
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.sheet_words import language
from cmapp.ui.widgets.label import Label

_TEXT = 440
_TOP = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class PrivacyMap(Sheet):
    """Reads, and writes one table where a person asks for it."""

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._asking = asking
        asking.setParent(self)
        self.head.setText(self.tr("What is stored about whom"))
        self.setWindowTitle(self.tr("What is stored about whom"))
        self._grid, _ = self.scrolled_grid()
        self.said = Label("", self, size="second", tone="muted", wrap=True)
        self.body.addWidget(self.said)
        drill = self.step(self.tr("Drill: stolen today…"))
        drill.clicked.connect(self._drill)
        self.delete = self.step(self.tr("Delete damaged files…"), kind="danger")
        self.delete.hide()
        self.delete.clicked.connect(self._delete)
        self._sure = False
        close = self.step(self.tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        close.setFocus()
        asking.tell.connect(lambda words, _undo: self.said.setText(words))
        self.resize(680, 640)
        asking.ask("privacy.map", self._show, language=language())

    def _show(self, found: dict[str, Any]) -> None:
        self.say(found["who_else"])
        for one in found["kinds"]:
            if not one["rows"]:
                continue
            row = self._grid.rowCount()
            holder = QVBoxLayout()
            holder.setSpacing(1)
            holder.addWidget(Label(one["name"], self, size="strong"))
            words = [one["why"]]
            if one["since"]:
                day = text.date(text.moment(one["since"]))
                words.append(self.tr("since {day}").format(day=day))
            if one["days"]:
                days = one["days"]
                words.append(self.tr("kept for %Ln day(s)", "", days))
            words.append(one["where"])
            told = Label(" · ".join(words), self, size="second", tone="muted", wrap=True)
            told.setFixedWidth(_TEXT)
            told.setMinimumHeight(told.heightForWidth(_TEXT))  # else the next row comes too near
            holder.addWidget(told)
            holder.addStretch(1)
            self._grid.addLayout(holder, row, 0)
            amount = text.number(one["rows"])
            if one["people"] and one["people"] != one["rows"]:
                people = one["people"]
                amount += " · " + self.tr("%n people", "", people)
            shown = Label(amount, self)
            shown.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(shown, row, 1, _TOP)
        self.said.setText(found["profile"])
        self._damaged = len(found["damaged"])
        self.delete.setVisible(bool(self._damaged))

    def _delete(self) -> None:
        """Ask once more, then delete what was set aside as damaged."""
        if not self._sure:
            self._sure = True
            self.said.setText(
                self.tr(
                    "%n file(s) of a damaged database: whatever was not saved from them is lost "
                    "for good.",
                    "",
                    self._damaged,
                )
            )
            self.delete.setText(self.tr("Delete for good"))
            return
        self.delete.setEnabled(False)
        self._asking.ask("privacy.delete_damaged", self._deleted)

    def _deleted(self, found: dict[str, Any]) -> None:
        self.delete.hide()
        gone = len(found["deleted"])
        self.said.setText(self.tr("%n file(s) deleted", "", gone))

    def _drill(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the drill"), "cmapp-leak.csv", "CSV (*.csv)"
        )
        if name:
            self._asking.ask(
                "privacy.leak",
                lambda found: self.said.setText(self.tr("Written to {file}").format(file=name)),
                out=name,
                language=language(),
            )
