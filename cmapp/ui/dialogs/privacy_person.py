"""Erasing a person: what would go, what stays and why, one step that is final, and the proof."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from cmapp.services import handing_out
from cmapp.ui import text
from cmapp.ui.asking import Asking
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.sheet_words import language
from cmapp.ui.widgets.busy import Busy
from cmapp.ui.widgets.choice import Tick
from cmapp.ui.widgets.label import Label

_NAMED = {"answers": "our_answers"}


class ErasePerson(Sheet):
    """Shows first, erases only then. `erased` is said once it is done."""

    erased = Signal()

    def __init__(self, asking: Asking, person: str, name: str, parent: QWidget | None) -> None:
        super().__init__("", parent)
        self._asking, self._person = asking, person
        asking.setParent(self)
        shown = text.isolated(name[:60])
        self.head.setText(self.tr("Erase {name}").format(name=shown))
        self.setWindowTitle(self.tr("Erase a person"))
        self.say(self.tr("For good: there is no undo. This is what would go."))
        self.anyway = Tick(
            self.tr("Erase although it is unknown whether an answer to them went out"), self
        )
        self.anyway.hide()
        self.damaged = Tick("", self)
        self.damaged.hide()
        self.busy = Busy(self)
        self.said = Label("", self, size="second", wrap=True)
        self.away = self.step(self.tr("Keep"))
        self.away.clicked.connect(self.reject)
        self.sure = self.step(self.tr("Erase for good"), kind="danger")
        self.sure.setEnabled(False)
        self.sure.clicked.connect(self._erase)
        self._working = False
        self.anyway.toggled.connect(self.sure.setEnabled)
        asking.tell.connect(lambda words, _undo: self._failed(words))
        self.away.setFocus()
        self.resize(560, 420)
        asking.ask("privacy.plan", self._show, person=person)

    def _show(self, found: dict[str, Any]) -> None:
        told = handing_out.words(language())["sections"]
        for name, count in found["counts"].items():
            if count:
                words = told[_NAMED.get(name, name)]  # the page says more of each than a row can
                self.row(words.split(":")[0].split("：")[0], text.number(count))
        lines = []
        if found["waiting"]:
            waiting = found["waiting"]
            lines.append(self.tr("%n answer(s) to them that wait are cancelled.", "", waiting))
        if copies := found["backups"]:
            lines.append(self.tr("%n backup(s) are written anew without them.", "", copies))
        if old := found["old_copies"]:
            lines.append(self.tr("%n backup(s) made by older versions are deleted.", "", old))
        lines.append(self.tr("The log is emptied."))
        lines.append(
            self.tr(
                "It stays: what is on the platforms, yours and theirs; counts in charts; what "
                "others wrote, with blocks in place of the name. What you exported is yours to "
                "delete."
            )
        )
        between = "" if lines[0].endswith("。") else " "
        self.body.addWidget(Label(between.join(lines), self, tone="muted", wrap=True))
        self.body.addWidget(self.anyway)
        if aside := len(found["damaged"]):
            words = self.tr(
                "Delete %n file(s) of a damaged database, too: they may hold it all", "", aside
            )
            self.damaged.setText(words)
            self.damaged.setAccessibleName(words)
        self.damaged.setVisible(bool(aside))
        self.body.addWidget(self.damaged)
        self.body.addWidget(self.busy)
        self.body.addWidget(self.said)
        self.body.addStretch(1)
        self.anyway.setVisible(bool(found["in_doubt"]))
        self.sure.setEnabled(not found["in_doubt"])

    def _erase(self) -> None:
        self._working = True
        self.busy.work()
        for step in (self.sure, self.away, self.anyway, self.damaged):
            step.setEnabled(False)
        self.said.setText(
            self.tr(
                "Erasing. The database and its copies are written anew; this takes a while. "
                "What you type meanwhile is kept."
            )
        )
        self._asking.do(
            "privacy.erase",
            "",
            self._done,
            person=self._person,
            anyway=self.anyway.isChecked(),
            damaged=self.damaged.isChecked(),
        )

    def _done(self, answer: dict[str, Any]) -> None:
        self._working = False
        self.busy.work(False)
        proof = answer["erasure"]["proof"]
        files, found = proof.get("files", 0), proof.get("found", 0)
        if found:
            where = ", ".join(proof["where"])
            words = self.tr("Erased, but words of theirs are still in: {files}").format(files=where)
        else:
            words = self.tr(
                "Erased. Looked through %n file(s): nothing of them is left.", "", files
            )
        if proof.get("common_names"):
            words += " " + self.tr(
                "Their name is a common one: it was not looked for in what others wrote."
            )
        copies = proof.get("copies", {}).get("left", [])
        if spared := [*copies, *proof.get("damaged", []), *proof.get("unread", [])]:
            words += " " + self.tr(
                "These could not be changed, and may hold words of theirs still: {files}"
            ).format(files=", ".join(spared))
        self.said.setText(words)
        self.say(self.tr("This is gone."))
        self.sure.hide()
        self.anyway.hide()
        self.damaged.hide()
        self.away.setText(self.tr("Close"))
        self.away.setEnabled(True)
        self.away.setFocus()
        self.erased.emit()

    def _failed(self, words: str) -> None:
        if not words:
            return
        self._working = False
        self.busy.work(False)
        self.said.setText(words)
        self.away.setEnabled(True)
        if self.said.parent() is not None and self.body.indexOf(self.said) < 0:
            self.body.addWidget(self.said)

    def reject(self) -> None:
        """Stay while it is being done: it is told how it ended."""
        if not self._working:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """As `reject`."""
        if self._working:
            event.ignore()
        else:
            super().closeEvent(event)
