"""Sets the passphrase of the window and when it locks by itself; takes it off again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cmapp.domain.errors import Trouble
from cmapp.system import screen_lock
from cmapp.ui import text
from cmapp.ui.dialogs.frame import Form, Sheet
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.label import Label
from cmapp.ui.widgets.switch import Switch

MINUTES = (1, 5, 10, 30, 60, 0)


class LockSetUp(Sheet):
    """Accepted: the lock is set, changed or gone. It works on the file at `path`."""

    def __init__(self, path: Path, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._path, self._bridge = path, bridge
        self._now = now = screen_lock.load(path)
        title = self.tr("Lock the window")
        self.head.setText(title)
        self.setWindowTitle(title)
        self.say(
            self.tr(
                "The lock keeps eyes off the screen while you are away. It encrypts nothing: who"
                " can use this account of the computer can read the profile, and take the lock off."
            )
        )
        form = Form(self)
        self.first, self.second = (self._secret() for _ in range(2))
        form.add(self.tr("New passphrase") if now else self.tr("Passphrase"), self.first)
        form.add(self.tr("Once more"), self.second)
        self.minutes = Dropdown(self)
        set_to = now.minutes if now else 10
        for minutes in sorted({*MINUTES, set_to}, key=lambda m: m or 10_000):
            words = self.tr("%n minute(s)", "", minutes) if minutes else self.tr("Never by itself")
            self.minutes.addItem(words, minutes)
        self.minutes.setCurrentIndex(self.minutes.findData(set_to))
        form.add(self.tr("Lock when idle for"), self.minutes)
        self.body.addLayout(form)
        self.with_screen = Switch(self)
        self.with_screen.setChecked(now.with_screen if now else True)
        with_it = self.tr("Lock when the system locks its screen or sleeps")
        self.with_screen.setAccessibleName(with_it)
        line = QHBoxLayout()
        line.addWidget(Label(with_it, self), 1)
        line.addWidget(self.with_screen)
        self.body.addLayout(line)
        self.said = Label("", self, size="second", tone="bad", wrap=True)
        self.body.addWidget(self.said)
        self.body.addStretch(1)
        if now is not None:
            gone = self.step(self.tr("Take the lock off"))
            gone.clicked.connect(self._off)
        cancel = self.step(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.keep = self.step(self.tr("Change") if now else self.tr("Set the lock"), kind="primary")
        self.keep.clicked.connect(self._keep)
        self.first.setFocus()
        self.resize(480, 400)

    def _secret(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setMaxLength(screen_lock.LONGEST)
        field.setMinimumHeight(34)
        return field

    def _keep(self) -> None:
        given, again = self.first.text(), self.second.text()
        if given != again:
            self.said.setText(self.tr("The two are not the same."))
            self.second.setFocus()
            return
        minutes, with_screen = int(self.minutes.currentData()), self.with_screen.isChecked()
        path = self._path
        self.keep.setEnabled(False)
        if given or self._now is None:
            self._do(lambda: screen_lock.put(path, given, minutes=minutes, with_screen=with_screen))
        else:
            self._do(lambda: screen_lock.change(path, minutes=minutes, with_screen=with_screen))

    def _off(self) -> None:
        path = self._path
        self._do(lambda: screen_lock.off(path))

    def _do(self, work: Any) -> None:
        self._bridge.run(work, lambda _: self.accept(), self._sorry, call=True)

    def _sorry(self, error: Exception) -> None:
        self.keep.setEnabled(True)
        code = error.why if isinstance(error, Trouble) else "file_unwritable"
        self.said.setText(text.trouble(code, {}, "cmapp"))
        self.first.setFocus()
