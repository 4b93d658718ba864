"""Something broke: says so and shows the whole report, to be copied, saved or left."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from cmapp.ui import look
from cmapp.ui.dialogs.frame import Sheet

NOW, ENGINE, LAST_TIME = "now", "engine", "last_time"


class Crash(Sheet):
    """Accepted: go on. `when`: it broke just now, it was the engine, or the time before."""

    def __init__(self, words: str, parent: QWidget | None = None, *, when: str = NOW) -> None:
        super().__init__("", parent)
        self._words = words
        head, told = self._told(when)
        self.head.setText(head)
        self.setWindowTitle(head)
        self.say(told)
        view = QPlainTextEdit(self)
        view.setProperty("boxed", True)
        view.setReadOnly(True)
        view.setTabChangesFocus(True)
        view.setPlainText(words)
        view.setAccessibleName(self.tr("Report"))
        view.setFont(look.font(11.5))
        self.body.addWidget(view)
        copy = self.step(self.tr("Copy the report"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(words))
        save = self.step(self.tr("Save the report…"))
        save.clicked.connect(self._save)
        on = self.step(self.tr("Go on"), kind="primary")
        on.clicked.connect(self.accept)
        on.setFocus()
        self.resize(620, 440)

    def _told(self, when: str) -> tuple[str, str]:
        report = self.tr(
            "This is the whole report: versions, places in the program and kinds of errors. No"
            " message, no sign-in and no name of yours is in it, and nobody gets it unless you"
            " send it."
        )
        match when:
            case "engine":
                safe = self.tr(
                    "It starts again by itself. What you wrote is on the disk, and nothing is sent"
                    " twice."
                )
                return self.tr("The part that sends and receives broke"), f"{safe}\n{report}"
            case "last_time":
                safe = self.tr("What you wrote is safe: it is on disk.")
                return self.tr("cmapp ended unexpectedly the last time"), f"{safe}\n{report}"
        safe = self.tr(
            "What you wrote is safe: it is on disk. You can go on; if it happens again, open the"
            " window anew."
        )
        return self.tr("Something broke"), f"{safe}\n{report}"

    def _save(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), "cmapp-crash.txt")
        if not path:
            return
        try:
            Path(path).write_text(self._words, "utf-8")
        except OSError:
            self.say(self.tr("The file cannot be written there."))
