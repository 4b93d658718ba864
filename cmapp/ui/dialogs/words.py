"""The person's own words: what to watch for, what to be careful with, what is harmless (IN-02)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmapp.ui.asking import Asking
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.widgets.button import Button, IconButton
from cmapp.ui.widgets.chips import ChipRow
from cmapp.ui.widgets.keys_back import keep_through
from cmapp.ui.widgets.label import Elided, Label
from cmapp.ui.widgets.scroll import Scroll


class WordLists(Sheet):
    """Four lists; each change counts at once and can be taken back."""

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._asking = asking
        asking.setParent(self)
        self.head.setText(self.tr("Word lists"))
        self.setWindowTitle(self.tr("Word lists"))
        self.lists = ChipRow(
            {
                "watch": self.tr("Watched"),
                "sensitive": self.tr("Sensitive"),
                "insult": self.tr("Insults"),
                "allowed": self.tr("Harmless"),
            },
            self,
        )
        self.lists.setAccessibleName(self.tr("List"))
        self.lists.chosen.connect(lambda _: self.load())
        self.body.addWidget(self.lists)
        self.why = Label("", self, size="second", tone="muted", wrap=True)
        self.why.setMinimumHeight(34)
        self.body.addWidget(self.why)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.field = QLineEdit(self)
        self.field.setMaxLength(60)
        self.field.setPlaceholderText(self.tr("A word or a few"))
        self.field.setAccessibleName(self.tr("A word or a few"))
        self.field.returnPressed.connect(self.add)
        line.addWidget(self.field, 1)
        plus = Button(self.tr("Add"), self, small=True)
        plus.clicked.connect(self.add)
        line.addWidget(plus)
        self.body.addLayout(line)
        self._scroll = Scroll(self)
        self._inside = QWidget(self)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(2)
        self._scroll.setWidget(self._inside)
        self.body.addWidget(self._scroll, 1)
        self.said = Elided("", self, size="second", tone="muted")
        self.body.addWidget(self.said)
        self.step(self.tr("Close")).clicked.connect(self.accept)
        asking.tell.connect(lambda words, _undo: self.said.set_full(words))
        asking.changed.connect(self.load)
        self.resize(520, 520)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.load()

    def load(self) -> None:
        """Read the list that is chosen."""
        code = self.lists.current()
        self.why.setText(
            {
                "watch": self.tr(
                    "What comes in with one of these is marked; watch:all finds it all."
                ),
                "sensitive": self.tr(
                    "What comes in with one is marked; an answer with one is pointed out."
                ),
                "insult": self.tr("An answer of ours with one is pointed out before it goes."),
                "allowed": self.tr("Never warned of, though it looks like one of the others."),
            }[code]
        )
        self._asking.look("words.list", self._show)

    def _show(self, found: dict[str, Any]) -> None:
        keep_through(self)
        while self._column.count():
            part = self._column.takeAt(0)
            old = part.widget() if part is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        code = self.lists.current()
        words = [w["word"] for w in found["words"] if w["list"] == code]
        if not words:
            self._column.addWidget(Label(self.tr("Nothing on this list."), self, tone="muted"))
        for word in words:
            self._column.addWidget(self._row(code, word))
        self._column.addStretch(1)

    def _row(self, code: str, word: str) -> QWidget:
        line = QWidget(self._inside)
        row = QHBoxLayout(line)
        row.setContentsMargins(4, 0, 0, 0)
        row.addWidget(Elided(word, line), 1)
        away = IconButton("trash", self.tr("Take {word} off").format(word=word), line)
        away.clicked.connect(lambda: self._change("words.remove", code, word))
        row.addWidget(away)
        return line

    def add(self) -> None:
        """Put what stands in the field on the list."""
        if word := self.field.text().strip():
            self.field.clear()
            self._change("words.add", self.lists.current(), word)

    def _change(self, command: str, code: str, word: str) -> None:
        def said(answer: dict[str, Any]) -> str:
            marked = self.tr("%n looked at anew", "", answer["marked"]) if answer["marked"] else ""
            return " · ".join(p for p in (f"{answer['word']}", marked) if p)

        self._asking.do(command, said, list=code, word=word)
