"""Choosing a saved reply by a few letters, and answering the gaps that ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cmapp.ui.bridge import Bridge
from cmapp.ui.delegates.titles import SIDE, Titles
from cmapp.ui.desk import Desk
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.keys_back import Dialog
from cmapp.ui.widgets.label import Label


class PickReply(Dialog):
    """A field and a list. `chosen` says a saved reply's id, `words` an article's text or address.

    The window's reader finds as one types. Shift takes an article's address.
    """

    chosen = Signal(str)
    words = Signal(str)

    def __init__(self, desk: Desk, bridge: Bridge, typed: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Saved replies"))
        self.setAccessibleName(self.tr("Saved replies"))
        self._desk, self._bridge = desk, bridge
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        card = Card(self, edge="edge")
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        outer.addWidget(card)
        column = QVBoxLayout(card)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        self.field = QLineEdit(card)
        self.field.setPlaceholderText(self.tr("Shortcut or words"))
        self.field.setAccessibleName(self.tr("Find a saved reply"))
        self.field.textChanged.connect(self._look)
        self.field.installEventFilter(self)
        self.list = QListWidget(card)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Saved replies"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setMinimumHeight(180)
        self.list.setItemDelegate(Titles(self.list))
        self.list.itemClicked.connect(lambda _: self._take())
        self.list.currentRowChanged.connect(lambda _: self._preview())
        self.preview = Label("", card, tone="muted", wrap=True)
        self.preview.setMinimumHeight(60)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self.preview)
        self.resize(540, 400)
        self._rows: list[Mapping[str, Any]] = []
        self.field.setText(typed)
        if not typed:
            self._look("")

    def _look(self, typed: str) -> None:
        self._bridge.run(lambda: self._find(typed), self._show, stream="saved replies")

    def _find(self, typed: str) -> list[Mapping[str, Any]]:
        replies = self._desk.look("replies.list", query=typed, limit=40).get("replies", [])
        articles = self._desk.look("articles.list", query=typed, limit=20).get("articles", [])
        return [*replies, *articles]

    def _show(self, found: list[Mapping[str, Any]]) -> None:
        self._rows = found
        self.list.clear()
        for row in self._rows:
            item = QListWidgetItem(row["title"])
            short = f";{row['shortcut']}" if row.get("shortcut") else ""
            item.setData(SIDE, short if "variants" in row else self.tr("Article"))
            self.list.addItem(item)
        if self._rows:
            self.list.setCurrentRow(0)
        else:
            self.preview.setText(self.tr("No saved reply fits. They are written under Answers."))

    def _preview(self) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self._rows) and "variants" not in self._rows[at]:
            row = self._rows[at]
            link = "  " + self.tr("Shift ↵ puts the link in") if row["url"] else ""
            self.preview.setText(" ".join(row["text"].split())[:240] + link)
        elif 0 <= at < len(self._rows) and self._rows[at]["variants"]:
            words = " ".join(self._rows[at]["variants"][0]["text"].split())
            more = len(self._rows[at]["variants"]) - 1
            also = "  " + self.tr("(and %n more wording(s))", "", more) if more else ""
            self.preview.setText(words[:240] + also)

    def _take(self, *, link: bool = False) -> None:
        at = self.list.currentRow()
        if not 0 <= at < len(self._rows):
            return
        row = self._rows[at]
        self.accept()
        if "variants" in row:
            self.chosen.emit(str(row["id"]))
        else:
            self.words.emit(row["url"] if row["url"] and (link or not row["text"]) else row["text"])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list from the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
                self._take(link=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
                return True
        return super().eventFilter(watched, event)


class Gaps(Sheet):
    """Asks for what a saved reply wants to know; `given` says the answers."""

    given = Signal(object)

    def __init__(self, found: Mapping[str, Any], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.head.setText(self.tr("Fill in"))
        self.setWindowTitle(self.tr("Fill in"))
        if found["unknown"]:
            names = ", ".join("{{" + n + "}}" for n in found["unknown"])
            self.say(
                self.tr("{names} means nothing here and stays in the text.").format(names=names)
            )
        form = QFormLayout()
        form.setVerticalSpacing(10)
        self.fields: dict[str, QLineEdit] = {}
        for name in (*found["questions"], *found["missing"]):
            field = QLineEdit(self)
            words = self._known().get(name, name)
            field.setAccessibleName(words)
            self.fields[name] = field
            form.addRow(Label(words, self), field)
        self.body.addLayout(form)
        skip = self.step(self.tr("Leave them open"))
        skip.clicked.connect(lambda: self._give({}))
        go = self.step(self.tr("Insert"), kind="primary")
        go.clicked.connect(lambda: self._give({n: f.text() for n, f in self.fields.items()}))
        first = next(iter(self.fields.values()), None)
        if first is not None:
            first.setFocus()

    def _known(self) -> dict[str, str]:
        return {
            "name": self.tr("Name"),
            "first_name": self.tr("First name"),
            "handle": self.tr("Handle"),
            "order": self.tr("Order number"),
            "reopens": self.tr("When you open again"),
        }

    def _give(self, answers: dict[str, str]) -> None:
        self.given.emit(answers)
        self.accept()
