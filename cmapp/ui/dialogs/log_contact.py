"""Writing down what was said by phone, in the shop, by letter; and what we answered (AC-14)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import (
    QDateTimeEdit,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from cmapp.ui import text
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.label import Label
from cmapp.ui.widgets.switch import Switch

CHANNELS = ("phone", "shop", "email", "letter", "other")


class Noting(Sheet):
    """Words and a time: what both dialogs have."""

    def __init__(self, title: str, words: str, parent: QWidget | None) -> None:
        super().__init__(title, parent, words=words)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(10)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.body.addLayout(self.form)
        self.text = QPlainTextEdit(self)
        self.text.setProperty("boxed", True)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(110)
        self.text.textChanged.connect(self.look)
        self.when = QDateTimeEdit(QDateTime.currentDateTime(), self)
        self.when.setCalendarPopup(True)
        cancel = self.step(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.go = self.step(self.tr("Write down"), kind="primary")
        self.go.clicked.connect(self.accept)
        self.resize(560, 420)

    def line(self, name: str, widget: QWidget) -> None:
        """Add a field with its name."""
        widget.setAccessibleName(name)
        self.form.addRow(Label(name, self, tone="muted"), widget)

    def at(self) -> int:
        """Return the time that is set (UTC ms), now if it was left alone."""
        return self.when.dateTime().toMSecsSinceEpoch()

    def look(self) -> None:
        """Only what has words can be kept."""
        self.go.setEnabled(bool(self.text.toPlainText().strip()))


class LogContact(Noting):
    """Accepted: `args` is what `log.add` takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.head.setText(self.tr("Log a contact"))
        self.setWindowTitle(self.tr("Log a contact"))
        self.say(self.tr("It stands in the inbox, with its deadline, and is found by the search."))
        self.channel = Dropdown(self)
        for code in CHANNELS:
            self.channel.addItem(text.channel(code), code)
        self.who = QLineEdit(self)
        self.who.setMaxLength(200)
        self.who.textChanged.connect(lambda _: self.look())
        self.contact = QLineEdit(self)
        self.contact.setMaxLength(200)
        self.contact.setPlaceholderText(self.tr("Number or address, to find them again"))
        self.contact.textChanged.connect(lambda _: self.look())
        self.text.setPlaceholderText(self.tr("What was said"))
        self.needs = Switch(self)
        self.needs.setChecked(True)
        self.line(self.tr("Channel"), self.channel)
        self.line(self.tr("Who"), self.who)
        self.line(self.tr("Reached at"), self.contact)
        self.line(self.tr("What was said"), self.text)
        self.line(self.tr("When"), self.when)
        self.line(self.tr("Wants an answer"), self.needs)
        self.who.setFocus()
        self.look()

    def look(self) -> None:
        """It needs somebody, and words."""
        somebody = bool(self.who.text().strip() or self.contact.text().strip())
        self.go.setEnabled(somebody and bool(self.text.toPlainText().strip()))

    @property
    def args(self) -> dict[str, Any]:
        """Return what the command takes."""
        return {
            "channel": str(self.channel.currentData()),
            "who": self.who.text().strip(),
            "contact": self.contact.text().strip(),
            "text": self.text.toPlainText(),
            "at": self.at(),
            "needs_reply": self.needs.isChecked(),
        }


class LogAnswer(Noting):
    """Accepted: `args` is what `log.answer` takes. Nothing is sent: it was said already."""

    def __init__(self, item: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._item = str(item)
        self.head.setText(self.tr("What you answered"))
        self.setWindowTitle(self.tr("What you answered"))
        self.say(
            self.tr("To {name}. Nothing is sent; it is kept as your answer.").format(name=name)
        )
        self.line(self.tr("Your answer"), self.text)
        self.line(self.tr("When"), self.when)
        self.text.setFocus()
        self.look()

    @property
    def args(self) -> dict[str, Any]:
        """Return what the command takes."""
        return {"item": self._item, "text": self.text.toPlainText(), "at": self.at()}
