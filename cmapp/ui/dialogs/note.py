"""A private note on a conversation: what was written before, and a field for more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from cmapp.ui import text
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.widgets.label import Label


class NoteSheet(Sheet):
    """`words_` is what was written, once it is accepted."""

    def __init__(self, parent: QWidget, *, name: str, notes: Sequence[tuple[int, str]]) -> None:
        super().__init__("", parent)
        self.head.setText(self.tr("Private note"))
        self.setWindowTitle(self.tr("Private note"))
        self.say(
            self.tr("About {name}. Nobody but the people at this desk sees it.").format(name=name)
        )
        for at, words in notes:
            self.body.addWidget(Label(text.ago(at), self, size="second", tone="muted"))
            self.body.addWidget(Label(words[:1000], self, wrap=True))
        self.field = QPlainTextEdit(self)
        self.field.setProperty("boxed", True)
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(96)
        self.field.setAccessibleName(self.tr("Private note"))
        self.body.addWidget(self.field)
        self.step(self.tr("Cancel")).clicked.connect(self.reject)
        keep = self.step(self.tr("Keep"), kind="primary")
        keep.key = "Ctrl ↵"
        keep.clicked.connect(self._keep)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._keep)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def words_(self) -> str:
        """Return what was written."""
        return self.field.toPlainText().strip()

    def _keep(self) -> None:
        if self.words_:
            self.accept()
