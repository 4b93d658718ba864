"""A dialog of a few fields that becomes one command: goals, costs, decisions, findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QLineEdit, QPlainTextEdit, QWidget

from cmapp.ui.asking import Asking
from cmapp.ui.dialogs.frame import Form, Sheet
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.label import Label

Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ask:
    """One field: `name` is the command's argument. `kind` is line, text, day or choice.

    `value`: what stands there at first; a day as ISO. `choices`: value → words. `hint` stands in
    an empty line. `list` hands a choice over as a list of one, or of none.
    """

    name: str
    label: str
    kind: str = "line"
    value: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    hint: str = ""
    list: bool = False


class FieldsSheet(Sheet):
    """Accepted: the command was done. What is wrong is said above the steps, and it stays open."""

    def __init__(
        self,
        asking: Asking,
        title: str,
        fields: Sequence[Ask],
        command: str,
        said: str,
        parent: QWidget | None = None,
        *,
        words: str = "",
        fixed: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(title, parent, words=words)
        self.asking, self.command, self.said = asking, command, said
        self.fixed = dict(fixed or {})
        self.fields = {one.name: one for one in fields}
        self.inputs: dict[str, Any] = {}
        self.form = Form(self)
        self.body.addLayout(self.form)
        for one in fields:
            self.inputs[one.name] = made = self._input(one)
            self.form.add(one.label, made)
        self.trouble = Label("", self, size="second", tone="bad", wrap=True)
        self.trouble.setFixedHeight(36)
        self.trouble.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.trouble)
        self.body.addStretch(1)
        self.step(self.tr("Cancel")).clicked.connect(self.reject)
        self.go = self.step(self.tr("Save"), kind="primary")
        self.go.clicked.connect(self.save)
        asking.tell.connect(self._told)
        self.resize(600, self.sizeHint().height())
        if self.inputs:
            next(iter(self.inputs.values())).setFocus()

    def _input(self, one: Ask) -> QWidget:
        match one.kind:
            case "choice":
                box = Dropdown(self)
                for code, words in one.choices.items():
                    box.addItem(words, code)
                box.setCurrentIndex(max(0, box.findData(one.value)))
                return box
            case "day":
                day = QDateEdit(self)
                day.setCalendarPopup(True)
                day.setDisplayFormat("yyyy-MM-dd")  # typed in figures, and the same everywhere
                known = QDate.fromString(one.value, Qt.DateFormat.ISODate)
                day.setDate(known if known.isValid() else QDate.currentDate())
                return day
            case "text":
                box_ = QPlainTextEdit(one.value, self)
                box_.setProperty("boxed", True)
                box_.setTabChangesFocus(True)
                box_.setFixedHeight(64)
                box_.setPlaceholderText(one.hint)
                return box_
            case _:
                line = QLineEdit(one.value, self)
                line.setMaxLength(500)
                line.setPlaceholderText(one.hint)
                return line

    def value(self, name: str) -> Any:
        """Return what stands in a field, as the command takes it."""
        given: Any = self.inputs[name]
        match self.fields[name].kind:
            case "choice":
                code = given.currentData()
                return ([code] if code else []) if self.fields[name].list else code
            case "day":
                return given.date().toString(Qt.DateFormat.ISODate)
            case "text":
                return given.toPlainText().strip()
            case _:
                return given.text().strip()

    def values(self) -> dict[str, Any]:
        """Return the arguments of the command."""
        return self.fixed | {name: self.value(name) for name in self.inputs}

    def save(self) -> None:
        """Have it done; close when it is."""
        self.trouble.setText("")
        self.asking.do(self.command, self.said, self._done, **self.values())

    def _done(self, answer: Answer) -> None:
        if self.then is not None:
            self.then(answer)
        self.accept()

    then: Callable[[Answer], None] | None = None
    """What is to follow with the answer."""

    def _told(self, words: str, undo: object) -> None:
        """Say in the sheet what the foot of the window says: it lies behind."""
        if self.isVisible() and undo is None:
            self.trouble.setText(words)
