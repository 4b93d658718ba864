"""Something broke: says so, shows the redacted report, and lets the person copy it or go on."""

from __future__ import annotations

import traceback
from types import TracebackType

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from cmapp import __version__
from cmapp.system import log
from cmapp.ui import look
from cmapp.ui.dialogs.frame import Sheet


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Return the report: places and kinds, never words from messages; tokens are struck out."""
    where = "".join(traceback.format_list(traceback.extract_tb(trace)))
    lines = [f"cmapp {__version__}", kind.__name__, where, "", *log.recent()[-60:]]
    del error
    return log.redact("\n".join(lines))


class Crash(Sheet):
    """Accepted: go on."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.head.setText(self.tr("Something broke"))
        self.setWindowTitle(self.tr("Something broke"))
        self.say(
            self.tr(
                "What you wrote is safe: it is on disk. You can go on; if it happens again, "
                "open the window anew. The report holds no messages and no sign-ins."
            )
        )
        view = QPlainTextEdit(self)
        view.setProperty("boxed", True)
        view.setReadOnly(True)
        view.setPlainText(words)
        view.setAccessibleName(self.tr("Report"))
        view.setFont(look.font(11.5))
        self.body.addWidget(view)
        copy = self.step(self.tr("Copy the report"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(words))
        on = self.step(self.tr("Go on"), kind="primary")
        on.clicked.connect(self.accept)
        self.resize(620, 420)
