"""What everyone who asked for it is to be told, now that it is there (IN-11)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.widgets.label import Elided


class TellEveryone(Sheet):
    """Accepted: `words_to_all` is what to tell, "" for nothing."""

    def __init__(self, row: Mapping[str, Any], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.head.setText(self.tr("It is done"))
        self.setWindowTitle(self.tr("It is done"))
        waiting = sum(p["draft"] is None for p in row["people"])
        self.say(
            self.tr(
                "Each who asked gets a draft of an answer, where they asked. Nothing goes out "
                "before you have looked; nobody gets a second one."
            )
        )
        self.body.addWidget(Elided(row["title"], self, size="strong"))
        self.field = QPlainTextEdit(self)
        self.field.setProperty("boxed", True)
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(120)
        self.field.setAccessibleName(self.tr("What to tell everyone"))
        self.field.setPlaceholderText(
            self.tr("{name}, you asked for this, and now it is there: …", "an example")
        )
        self.field.textChanged.connect(self._look)
        self.body.addWidget(self.field)
        self.step(self.tr("Cancel")).clicked.connect(self.reject)
        self.step(self.tr("Done, tell nobody")).clicked.connect(self._nobody)
        self.go = self.step(self.tr("Draft %n answer(s)", "", waiting), kind="primary")
        self.go.clicked.connect(self._take)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._take)
        self.words_to_all = ""
        self.resize(600, 330)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self._look()

    def _look(self) -> None:
        self.go.setEnabled(bool(self.field.toPlainText().strip()))

    def _take(self) -> None:
        if self.go.isEnabled():
            self.words_to_all = self.field.toPlainText().strip()
            self.accept()

    def _nobody(self) -> None:
        self.words_to_all = ""
        self.accept()
