"""The inbox: who waits, longest first, and the conversation beside it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from cmapp.ui import text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.drafting import Drafting
from cmapp.ui.models.inbox import ROW, InboxModel
from cmapp.ui.panes.conversation import Conversation
from cmapp.ui.panes.inbox_list import InboxList
from cmapp.ui.replying import Replying
from cmapp.ui.views import InboxRow, OutboxItem, Situation
from cmapp.ui.widgets.person_card import PersonCard

_log = logging.getLogger(__name__)


class InboxPane(QWidget):
    """List, conversation, person. `tell` says something at the foot, with the way back or None."""

    tell = Signal(str, object)
    opened = Signal(str)
    outbox_asked = Signal(object)
    connect_asked = Signal()

    def __init__(
        self, desk: Desk, bridge: Bridge, drafting: Drafting, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._bridge = desk, bridge
        self.model = InboxModel(desk, bridge, self)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self.list = InboxList(self.model, desk, self)
        self.list.chips.chosen.connect(self.show_view)
        self.list.connect_asked.connect(self.connect_asked)
        self.view = self.list.view
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.view.doubleClicked.connect(lambda _: self.write())
        self.focus_list = self.list.focus
        self._split.addWidget(self.list)
        self.talk = Conversation(self)
        self.talk.done.connect(self.finish)
        self.talk.opened.connect(self.opened)
        self.talk.asked.connect(self._step)
        self.talk.composer.escaped.connect(self.focus_list)
        self.replying = Replying(desk, bridge, drafting, self.talk, self._sorry)
        self.replying.tell.connect(self.tell)
        self.replying.left.connect(self.focus_list)
        self.replying.wanted.connect(self.write)
        self.replying.back.connect(self._came_back)
        self.edit_again = self.replying.edit_again
        self._split.addWidget(self.talk)
        self._split.setStretchFactor(0, 0)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([400, 900])
        self.person = PersonCard(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._split, 1)
        line.addWidget(self.person)
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.setInterval(30)
        self._reading.timeout.connect(self._open_current)
        self._open: InboxRow | None = None
        self._stood = 0
        self.talk.show_situation(Situation())
        self.model.modelReset.connect(self._find_again)
        self.model.reload()
        self._choose(0)

    # moving

    def show_view(self, view: str) -> None:
        """Show one of the chips' views."""
        self.list.chips.choose(view)
        self.model.show_view(view)
        self._choose(0)

    def move_by(self, step: int) -> None:
        """Go up or down by rows."""
        self.view.setProperty("keys", True)
        now = self.view.currentIndex().row()
        if now < 0:  # what stood there has left: its place is where the next one is now
            now = self._stood - (1 if step > 0 else 0)
        self._choose(max(0, min(self.model.rowCount() - 1, now + step)))

    def _choose(self, row: int) -> None:
        if self.model.rowCount() == 0:
            self._open = None
            self.talk.show_thread(None)
            self.person.show_person(None)
            return
        index = self.model.index(min(row, self.model.rowCount() - 1), 0)
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.view.scrollTo(index)
        if self._open is None:
            self._reading.start()  # the rows are painted first, then the conversation opens

    def _find_again(self) -> None:
        """After the rows were counted anew: stand on the same item as before."""
        shown = self.talk.thread_.item if self.talk.thread_ is not None else None
        if shown is not None and (self._open is None or self._open.id != shown):
            # opened from elsewhere (the outbox, a search): it may have come (back) into the list
            self._open = self.model.row(self.model.find(shown))
            self.talk.show_waiting(self._open)
        if self._open is None:
            return
        row = self.model.find(self._open.id)
        if row < 0:
            row = 0 if self.model.rowCount() else -1
            first = self.model.row(0)
            if first is None or first.id != self._open.id:
                return
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(
            self.model.index(row, 0), flags.ClearAndSelect | flags.Rows
        )

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._stood = current.row()
            self._reading.start()

    def current(self) -> InboxRow | None:
        """Return the chosen row."""
        row = self.view.currentIndex().data(ROW)
        return row if isinstance(row, InboxRow) else None

    def open_item(self, item: int) -> None:
        """Show an item's conversation, wherever it stands in the list."""
        row = self.model.find(item)
        if row >= 0:
            self._choose(row)
        else:
            self.talk.composer.keep()
            self._open = None
            self.view.setCurrentIndex(QModelIndex())  # no row of the list is what is shown
            self._show(item)

    def open_draft(self, item: int, draft: int) -> None:
        """Show an item's conversation with this draft in the composer."""
        self.replying.take(item, draft)
        self.open_item(item)
        thread = self.talk.thread_
        if thread is not None and thread.item == item and self.replying.draft != draft:
            self.replying.show(item, thread.account)

    def _open_current(self) -> None:
        row = self.current()
        if row is None:
            return
        if self._open is not None and row.id == self._open.id:
            return
        self.talk.composer.keep()
        self._open = row
        self._show(row.id)

    def _show(self, item: int) -> None:
        thread = self._desk.thread(item)
        self.talk.show_thread(thread)
        self.talk.show_waiting(self._open if self._open and self._open.id == item else None)
        if thread is None:
            self.person.show_person(None)
            return
        self.talk.show_accounts(self._desk.accounts(), thread.account)
        self.person.show_person(thread.person)
        self.replying.show(item, thread.account)

    def write(self) -> None:
        """Give the keys to the composer."""
        self._open_current()
        if self.talk.thread_ is None:
            return
        if self.talk.thread_.can_reply:
            self.talk.composer.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.tell.emit(self.talk.closed.text(), None)

    # doing

    def _command(self, name: str, then: Callable[[dict[str, Any]], None], /, **args: Any) -> None:
        self._bridge.run(lambda: self._desk.call(name, **args), then, self._sorry, call=True)

    def _sorry(self, error: Exception) -> None:
        why = getattr(error, "why", "")
        if why:
            self.tell.emit(text.trouble(why, getattr(error, "facts", {})), None)
        else:
            _log.error("a command failed", exc_info=error)
            self.tell.emit(self.tr("That did not work. Your text is safe."), None)
        self.model.show_view(self.model.view)

    def finish(self) -> None:
        """Mark the chosen item as done; the row leaves at once. A done one is opened again."""
        thread = self.talk.thread_
        row = self.current()
        if thread is not None and (row is None or row.id != thread.item or thread.state == "done"):
            self._change_shown(thread.item, "open" if thread.state == "done" else "done")
            return
        if row is None:
            return
        stood = self.model.drop([row.id]) if self.model.view != "all" else -1
        name = row.name or row.handle
        words = self.tr("Done: {name}").format(name=name)
        self._open = None
        self._choose(max(0, stood))
        self._command(
            "inbox.set_state",
            lambda answer: self.tell.emit(words, lambda: self._undo(answer, row.id)),
            item=str(row.id),
            state="done",
        )

    def _change_shown(self, item: int, state: str) -> None:
        """Change the conversation that is shown but has no row of its own in this view."""
        words = self.tr("Done") if state == "done" else self.tr("Open again")
        self._command(
            "inbox.set_state",
            lambda answer: self.tell.emit(words, lambda: self._undo(answer, item)),
            item=str(item),
            state=state,
        )

    def _undo(self, answer: dict[str, Any], item: int) -> None:
        way = answer["undo"]
        self._command(way["command"], lambda _: self._came_back(item), **way["args"])

    def _came_back(self, item: int) -> None:
        self.model.show_view(self.model.view)
        self.open_item(item)

    def _step(self, verb: str, item: OutboxItem) -> None:
        if verb == "open":
            self.outbox_asked.emit(item)
        elif verb in ("edit", "drop"):
            self.replying.take_row_back(item)

    # news

    def refresh(self, topics: frozenset[str]) -> None:
        """Ask again for what changed."""
        if topics & {"inbox", "posts", "outbox", "accounts", "drafts"}:
            row = self.current()
            if topics & {"inbox", "posts", "accounts"}:
                self.model.reload()
            if row is not None and (at := self.model.find(row.id)) >= 0:
                self._choose(at)
            if self.talk.thread_ is not None:
                thread = self._desk.thread(self.talk.thread_.item)
                # most changes are about others: what stands as it stood is not drawn anew (T4)
                if thread is not None and thread != self.talk.thread_:
                    self.talk.show_thread(thread)
                    if thread.state != "open":
                        self.talk.show_waiting(None)
            elif self.current() is None:
                self._choose(0)

    def show_situation(self, here: Situation) -> None:
        """Take the new state of the world."""
        self.talk.show_situation(here)
        self.replying.here = here
        self.list.say_overdue(here.overdue)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the person out where there is no room."""
        super().resizeEvent(event)
        self.person.setVisible(self.width() >= 1240)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint rows in the new theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.view.viewport().update()
        super().changeEvent(event)
