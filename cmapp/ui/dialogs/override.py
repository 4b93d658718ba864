"""Why something may leave in spite of a check: the reason is asked for, and kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from cmapp.ui.dialogs.frame import Sheet


class OverrideSheet(Sheet):
    """`reason` is what was written, once it is accepted. `found`: the finding in words."""

    def __init__(self, found: str, parent: QWidget | None) -> None:
        super().__init__("", parent)
        self.head.setText(self.tr("Let it through"))
        self.setWindowTitle(self.tr("Let it through"))
        self.say(found)
        self.field = QPlainTextEdit(self)
        self.field.setProperty("boxed", True)
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(84)
        self.field.setPlaceholderText(self.tr("Why? It is kept with the draft."))
        self.field.setAccessibleName(self.tr("Reason"))
        self.field.textChanged.connect(self._changed)
        self.body.addWidget(self.field)
        self.step(self.tr("Cancel")).clicked.connect(self.reject)
        self.through = self.step(self.tr("Let it through"), kind="primary")
        self.through.key = "Ctrl ↵"
        self.through.clicked.connect(self._keep)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._keep)
        self._changed()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def reason(self) -> str:
        """Return what was written."""
        return " ".join(self.field.toPlainText().split())

    def _changed(self) -> None:
        self.through.setEnabled(bool(self.reason))

    def _keep(self) -> None:
        if self.reason:
            self.accept()
