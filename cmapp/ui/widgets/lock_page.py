"""What a locked window shows: that it is locked, a field for the passphrase, and the way on."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.empty import Disc
from cmapp.ui.widgets.label import Label

_WIDE = 300


class LockPage(QWidget):
    """Says `tried(passphrase)`. Nothing of the profile is in it, not even a count."""

    tried = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Locked"))
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 48)
        column.setSpacing(8)
        column.addStretch(1)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Disc("lock", self), 0, centre)
        column.addSpacing(6)
        title = Label(self.tr("Locked"), self, size="title")
        title.setAlignment(centre)
        column.addWidget(title)
        words = Label(self.tr("Fetching and sending go on."), self, tone="muted")
        words.setAlignment(centre)
        column.addWidget(words)
        column.addSpacing(8)
        self.field = QLineEdit(self)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
        )
        self.field.setPlaceholderText(self.tr("Passphrase"))
        self.field.setAccessibleName(self.tr("Passphrase"))
        self.field.setMaxLength(1000)
        self.field.setFixedWidth(_WIDE)
        self.field.setMinimumHeight(34)
        self.field.returnPressed.connect(self._try)
        column.addWidget(self.field, 0, centre)
        self.button = Button(self.tr("Unlock"), self, kind="primary")
        self.button.setFixedWidth(_WIDE)
        self.button.clicked.connect(self._try)
        column.addWidget(self.button, 0, centre)
        self.said = Label("", self, size="second", tone="bad", wrap=True)
        self.said.setFixedWidth(_WIDE)
        self.said.setMinimumHeight(36)
        self.said.setAlignment(centre)
        column.addWidget(self.said, 0, centre)
        self.forgot = Button(self.tr("Forgot the passphrase?"), self, kind="quiet", small=True)
        self.forgot.clicked.connect(self._tell_way)
        column.addWidget(self.forgot, 0, centre)
        self.way = Label(
            self.tr(
                "The lock keeps eyes off the screen; it encrypts nothing, so nothing is lost. In a"
                " terminal of this account: cmapp lock off"
            ),
            self,
            size="second",
            tone="muted",
            wrap=True,
        )
        self.way.setFixedWidth(_WIDE)
        self.way.setMinimumHeight(self.way.heightForWidth(_WIDE))
        self.way.setAlignment(centre)
        self.way.hide()
        column.addWidget(self.way, 0, centre)
        column.addStretch(1)
        self._left = 0
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._count)
        self.setFocusProxy(self.field)

    def _try(self) -> None:
        if self.button.isEnabled():
            self.button.setEnabled(False)
            self.said.setText("")
            self.tried.emit(self.field.text())
            self.field.clear()

    def refuse(self, wait_ms: int) -> None:
        """Say that this is not it; where there is to be a pause, count it down."""
        self._left = -(-wait_ms // 1000)
        if self._left:
            self._second.start()
        else:
            self.button.setEnabled(True)
            self.said.setText(self.tr("That is not the passphrase."))
        self._say()
        self.field.setFocus()

    def _count(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._second.stop()
            self.button.setEnabled(True)
            self.said.setText("")
        self._say()

    def _say(self) -> None:
        if self._left > 0:
            self.said.setText(
                self.tr("That is not the passphrase. Again in %n second(s).", "", self._left)
            )

    def _tell_way(self) -> None:
        self.forgot.hide()
        self.way.show()
        self.field.setFocus()
