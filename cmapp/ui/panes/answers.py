"""Saved replies and the knowledge base: find, write, see how it reads, bring in and take out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cmapp.ui import text
from cmapp.ui.bridge import Bridge
from cmapp.ui.delegates.titles import SIDE, Titles
from cmapp.ui.desk import Desk
from cmapp.ui.widgets.answer_editors import ArticleEditor, ReplyEditor
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Ground
from cmapp.ui.widgets.chips import ChipRow
from cmapp.ui.widgets.empty import Empty
from cmapp.ui.widgets.label import Label

_ID = Qt.ItemDataRole.UserRole


class AnswersPane(QWidget):
    """A list at the left, an editor at the right. `tell` is for the foot."""

    tell = Signal(str, object)

    def __init__(self, desk: Desk, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bridge = desk, bridge
        self._rows: dict[str, Mapping[str, Any]] = {}
        self._wanted = ""
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._side())
        self._pages = QStackedWidget(self)
        self._empty = Empty(
            "answers",
            self.tr("Answers you give often"),
            self.tr(
                "Write one once, with gaps for the name and the order number. Above a reply you "
                "are shown what you answered before."
            ),
            button=self.tr("New saved reply"),
            parent=self,
        )
        self._empty.asked.connect(self.new)
        self.reply = ReplyEditor(self)
        self.article = ArticleEditor(self)
        for page in (self._empty, self.reply, self.article):
            self._pages.addWidget(page)
        for editor in (self.reply, self.article):
            editor.saved.connect(self._save)
            editor.removed.connect(self._remove)
        line.addWidget(self._pages, 1)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(120)
        self._wait.timeout.connect(self._look)
        self.show_accounts()
        self._look()

    def _side(self) -> QWidget:
        side = Ground(self, rules="r")
        side.setFixedWidth(384)
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 14, 12, 10)
        column.setSpacing(10)
        top = QHBoxLayout()
        top.addWidget(Label(self.tr("Answers"), side, size="page"), 1)
        self._new = new = Button(self.tr("New"), side, icon="plus", small=True)
        new.setAccessibleName(self.tr("New"))
        new.clicked.connect(self.new)
        top.addWidget(new)
        column.addLayout(top)
        self.chips = ChipRow(
            {"replies": self.tr("Saved replies"), "articles": self.tr("Knowledge")}, side
        )
        self.chips.chosen.connect(self.show_kind)
        column.addWidget(self.chips)
        self.field = QLineEdit(side)
        self.field.setPlaceholderText(self.tr("Find"))
        self.field.setAccessibleName(self.tr("Find"))
        self.field.textChanged.connect(lambda _: self._wait.start())
        self.field.installEventFilter(self)
        column.addWidget(self.field)
        self.list = QListWidget(side)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setItemDelegate(Titles(self.list))
        self.list.setAccessibleName(self.tr("Answers"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda *_: self._open())
        column.addWidget(self.list, 1)
        foot = QHBoxLayout()
        for words, do in ((self.tr("Import"), self._import), (self.tr("Export"), self._export)):
            button = Button(words, side, kind="quiet", small=True)
            button.clicked.connect(do)
            foot.addWidget(button)
        foot.addStretch(1)
        column.addLayout(foot)
        return side

    @property
    def kind(self) -> str:
        """What is listed: `replies` or `articles`."""
        return self.chips.current()

    def arrived(self) -> None:
        """Be fresh when shown."""
        self.show_accounts()
        self._look()
        self.focus_list()

    def focus_list(self) -> None:
        """Give the keys to the list; where it is empty, to the step that fills it."""
        (self.list if self.list.count() else self._new).setFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let Escape and Down lead out of the field, into the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            out = event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down)
            if out:
                self.focus_list()
            return out
        return False

    def refresh(self, topics: frozenset[str]) -> None:
        """Ask again for what changed."""
        if topics & {"answers", "outbox", "inbox"}:
            self._look()
        if "accounts" in topics:
            self.show_accounts()

    def show_accounts(self) -> None:
        """Offer the networks of our accounts for wordings, and show how a text reads there."""
        self.reply.show_accounts(self._desk.accounts())

    def move_by(self, step: int) -> None:
        """Go up or down by rows."""
        if self.list.count():
            row = max(0, min(self.list.count() - 1, self.list.currentRow() + step))
            self.list.setCurrentRow(row)

    def show_kind(self, kind: str) -> None:
        """List saved replies, or articles."""
        self.leave()
        self.chips.choose(kind)
        self._wanted = ""
        self.list.clear()
        self._pages.setCurrentWidget(self._empty)
        self._look()

    def _look(self) -> None:
        kind, query = self.kind, self.field.text()
        self._bridge.run(
            lambda: self._desk.look(f"{kind}.list", query=query),
            lambda found: self._show(kind, found),
            stream="answers",
        )

    def _show(self, kind: str, found: Mapping[str, Any]) -> None:
        if kind != self.kind:
            return
        stood = self._wanted or self._current()
        rows = {str(r["id"]): r for r in found.get(kind, [])}
        if (
            list(rows.items()) == list(self._rows.items())
            and self.list.count() == len(rows)
            and not self._wanted
        ):
            return
        self._rows = rows
        self.list.blockSignals(True)
        self.list.clear()
        for number, row in self._rows.items():
            item = QListWidgetItem(row["title"])
            item.setData(_ID, number)
            item.setData(SIDE, f";{row['shortcut']}" if row.get("shortcut") else "")
            self.list.addItem(item)
            if number == stood:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        if self._new.hasFocus() or self.list.hasFocus():
            self.focus_list()
        if self._editor() is not None and not self._wanted:
            pass  # something is being written: nothing else is shown in its place
        elif self.list.currentItem() is None and self.list.count():
            self.list.setCurrentRow(0)
        elif self._wanted or self._pages.currentWidget() is self._empty:
            self._open()
        self._wanted = ""

    def _current(self) -> str:
        item = self.list.currentItem()
        return str(item.data(_ID)) if item is not None else ""

    def _editor(self) -> ReplyEditor | ArticleEditor | None:
        """Return the editor with something in it that is not stored yet."""
        shown = self._pages.currentWidget()
        editor = shown if isinstance(shown, ReplyEditor | ArticleEditor) else None
        return editor if editor is not None and editor.dirty() else None

    def leave(self) -> None:
        """Keep what was written before something else is shown; a new one needs a title."""
        editor = self._editor()
        if editor is None or not editor.name.text().strip():
            return
        kind = "replies" if editor is self.reply else "articles"
        self._command(f"{kind}.save", self._left, **editor.values())
        editor.shown()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was written when another pane is shown, or the window closes."""
        if not event.spontaneous():
            self.leave()
        super().hideEvent(event)

    def _left(self, answer: Mapping[str, Any]) -> None:
        self._say(self.tr("Saved"), answer)
        self._look()

    def _open(self) -> None:
        self.leave()
        row = self._rows.get(self._current())
        if row is None:
            self._pages.setCurrentWidget(self._empty)
            return
        editor = self.reply if self.kind == "replies" else self.article
        editor.show_row(row)
        self._pages.setCurrentWidget(editor)
        if self.kind == "replies":
            self._bridge.run(
                lambda: self._desk.look("replies.show", reply=row["id"]),
                self.reply.show_outcome,
                lambda _error: None,
                stream="outcome",
            )

    def new(self) -> None:
        """Begin a saved reply or an article."""
        self.leave()
        self.list.setCurrentRow(-1)
        editor = self.reply if self.kind == "replies" else self.article
        editor.show_row({})
        self._pages.setCurrentWidget(editor)
        editor.begin()

    # doing

    def _command(self, name: str, then: Any, /, **args: Any) -> None:
        self._bridge.run(lambda: self._desk.call(name, **args), then, self._sorry, call=True)

    def _sorry(self, error: Exception) -> None:
        words = text.failed(error, self.tr("That did not work. Nothing is lost."))
        self.tell.emit(words, None)

    def _save(self, values: dict[str, Any]) -> None:
        kind = self.kind
        self._command(f"{kind}.save", lambda answer: self._saved(kind, answer), **values)

    def _saved(self, kind: str, answer: Mapping[str, Any]) -> None:
        (self.reply if kind == "replies" else self.article).shown()
        self._wanted = str(answer[kind][0]["id"])
        self._say(self.tr("Saved"), answer)
        self._look()

    def _say(self, words: str, answer: Mapping[str, Any]) -> None:
        way = answer["undo"]
        self.tell.emit(
            words, lambda: self._command(way["command"], lambda _: self._look(), **way["args"])
        )

    def _remove(self, number: str) -> None:
        if self.kind == "replies":
            words, name, args = self.tr("Put away"), "replies.archive", {"reply": number}
        else:
            words, name, args = self.tr("Deleted"), "articles.delete", {"id": number}
        self._command(name, lambda answer: self._removed(words, answer), **args)

    def _removed(self, words: str, answer: Mapping[str, Any]) -> None:
        self._say(words, answer)
        self._look()

    def _import(self) -> None:
        kinds = self.tr("Saved replies and articles") + " (*.json *.csv)"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import"), "", kinds)
        if name:
            self._command("answers.import", self._imported, path=name, what=self.kind)

    def _imported(self, answer: Mapping[str, Any]) -> None:
        words = self.tr("%n new", "", answer["made"])
        words += " · " + self.tr("%n changed", "", answer["changed"])
        if answer["skipped"]:
            words += " · " + self.tr("%n left out", "", len(answer["skipped"]))
        self._say(words, answer)
        self._look()

    def _export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export"), f"{self.kind}.json", "JSON (*.json);;CSV (*.csv)"
        )
        if name:
            kind = "csv" if name.lower().endswith(".csv") else "json"
            self._command(
                "answers.export",
                lambda found: self._exported(name, found),
                what=self.kind,
                kind=kind,
            )

    def _exported(self, name: str, found: Mapping[str, Any]) -> None:
        from pathlib import Path

        try:
            Path(name).write_text(found["text"], "utf-8-sig" if name.endswith(".csv") else "utf-8")
        except OSError as error:
            self._sorry(error)
            return
        self.tell.emit(self.tr("%n written", "", found["count"]), None)
