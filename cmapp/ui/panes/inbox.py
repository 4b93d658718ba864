"""The inbox: who waits, longest first, and the conversation beside it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from cmapp.ui import text
from cmapp.ui.bridge import Bridge
from cmapp.ui.delegates.inbox_row import HEIGHT, InboxDelegate
from cmapp.ui.desk import Desk
from cmapp.ui.drafting import Drafting, images
from cmapp.ui.models.inbox import ROW, InboxModel
from cmapp.ui.panes.conversation import Conversation
from cmapp.ui.views import InboxRow, OutboxItem, Situation, Written
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Ground
from cmapp.ui.widgets.chips import ChipRow
from cmapp.ui.widgets.empty import Empty
from cmapp.ui.widgets.label import Label
from cmapp.ui.widgets.person_card import PersonCard

_log = logging.getLogger(__name__)


class RowsView(QTableView):
    """Rows of one height without grid or heads; the focus ring shows when keys are used."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(HEIGHT)
        self.verticalHeader().setDefaultSectionSize(HEIGHT)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.verticalScrollBar().setSingleStep(40)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the ring; leave letters to the window's shortcuts."""
        self.setProperty("keys", True)
        if event.text() and event.text().isprintable():
            event.ignore()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: object) -> None:
        """Hide the ring."""
        self.setProperty("keys", False)
        super().mousePressEvent(event)  # type: ignore[arg-type]


class InboxPane(QWidget):
    """List, conversation, person. `tell` shows a toast; `did` hands an undo over."""

    tell = Signal(str, object)
    counted = Signal(int)
    opened = Signal(str)
    outbox_asked = Signal(object)
    connect_asked = Signal()

    def __init__(
        self, desk: Desk, bridge: Bridge, drafting: Drafting, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._bridge, self._drafting = desk, bridge, drafting
        self._here = Situation()
        self.model = InboxModel(desk, bridge, self)
        self.model.counted = self._counted
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._list())
        self.talk = Conversation(self)
        self.talk.done.connect(self.finish)
        self.talk.opened.connect(self.opened)
        self.talk.asked.connect(self._step)
        self.talk.composer.typed.connect(self._note)
        self.talk.composer.paused.connect(self._keep)
        self.talk.composer.sent.connect(self._reply)
        self.talk.composer.escaped.connect(self.focus_list)
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
        self._draft = 0
        self._stood = 0
        self.talk.show_situation(self._here)
        self.model.modelReset.connect(self._find_again)
        self.model.reload()
        self._choose(0)

    def _list(self) -> QWidget:
        side = Ground(self)
        side.setMinimumWidth(384)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(16, 14, 12, 10)
        head.setSpacing(10)
        top = QHBoxLayout()
        top.addWidget(Label(self.tr("Inbox"), side, size="page"))
        self._sum = Label("", side, size="second", tone="muted")
        self._sum.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._sum, 1)
        head.addLayout(top)
        self.chips = ChipRow(
            {
                "needs_reply": self.tr("Needs reply"),
                "mention": self.tr("Mentions"),
                "comment": self.tr("Comments"),
                "message": self.tr("Messages"),
                "all": self.tr("All"),
            },
            side,
        )
        self.chips.chosen.connect(self.show_view)
        head.addWidget(self.chips)
        column.addLayout(head)
        self.view = RowsView(side)
        self.view.setAccessibleName(self.tr("Inbox"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(InboxDelegate(self.view))
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.view.doubleClicked.connect(lambda _: self.write())
        self._pages = QStackedWidget(side)
        self._pages.addWidget(self.view)
        self._done_page = Empty(
            "check",
            self.tr("Nobody is waiting"),
            self.tr("Everyone has an answer. New mentions, comments and messages appear here."),
            parent=side,
        )
        self._pages.addWidget(self._done_page)
        self._new_page = Empty(
            "accounts",
            self.tr("No account yet"),
            self.tr("Connect one, and what people write to you is gathered here."),
            button=self.tr("Connect an account"),
            parent=side,
        )
        self._new_page.asked.connect(self.connect_asked)
        self._pages.addWidget(self._new_page)
        column.addWidget(self._pages, 1)
        return side

    # moving

    def show_view(self, view: str) -> None:
        """Show one of the chips' views."""
        self.chips.choose(view)
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
        self.talk.composer.keep()
        self._drafting.take(draft, item)
        self.open_item(item)
        thread = self.talk.thread_
        if thread is not None and thread.item == item and self._draft != draft:
            self._draft, written = self._drafting.of_item(item, thread.account)
            self.talk.composer.put(written)

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
        self._draft, written = self._drafting.of_item(item, thread.account)
        self.talk.composer.put(written)

    def focus_list(self) -> None:
        """Give the keys to the list, or to the one step where there is no list yet."""
        page = self._pages.currentWidget()
        place = page.findChild(Button) if page is not None and page is not self.view else None
        (place or self.view).setFocus(Qt.FocusReason.ShortcutFocusReason)

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
        stood = self.model.drop(row.id) if self.model.view != "all" else -1
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

    def _note(self, written: Written) -> None:
        if self.talk.thread_ is not None:
            self._drafting.note(self._draft, written, item=self.talk.thread_.item)

    def _keep(self, written: Written) -> None:
        if self.talk.thread_ is None:
            return
        item = self.talk.thread_.item
        self._drafting.keep(self._draft, written, item=item, saved=self.talk.composer.say_saved)

    def _reply(self, written: Written) -> None:
        thread = self.talk.thread_
        if thread is None:
            return
        draft = self._draft
        at = self._drafting.keep(
            draft, written, item=thread.item, saved=self.talk.composer.say_saved, hand_over=False
        )
        self._bridge.run(
            lambda: self._save_and_queue(draft, thread.item, written, at),
            lambda answer: self._queued(answer, draft, thread.item, written),
            self._sorry,
            call=True,
        )

    def _save_and_queue(self, draft: int, item: int, written: Written, at: int) -> dict[str, Any]:
        place = {"item": str(item), "text": written.text}
        self._desk.call("drafts.save", id=str(draft), images=images(written), at=at, **place)
        return self._desk.call(
            "reply", draft=str(draft), images=images(written), undo_delay=True, **place
        )

    def _queued(self, answer: dict[str, Any], draft: int, item: int, written: Written) -> None:
        number, later = self._drafting.went(draft, written, item=item)
        if self.talk.thread_ is not None and self.talk.thread_.item == item:
            typed_on = bool(later.text or later.media)
            if self._draft == draft:
                self._draft = number
                if not typed_on:
                    self.talk.composer.put(later)
            self.talk.show_thread(self._desk.thread(item), newest=True)
            if not typed_on:
                self.focus_list()
        row = answer.get("outbox") or {}
        words = (
            self.tr("Leaves in {seconds} s")
            if self._here.leaving
            else self.tr("Queued. It goes out when you are back online.")
        )
        made = text.now()
        self.tell.emit(words, lambda: self._take_back(str(row.get("id")), item, written, made))

    def _take_back(self, row: str, item: int, written: Written, made_at: int) -> None:
        self._command(
            "outbox.cancel",
            lambda answer: self._taken_back(answer, item, written, made_at),
            id=row,
        )

    def _taken_back(
        self, answer: dict[str, Any], item: int, written: Written, made_at: int
    ) -> None:
        self.talk.composer.keep()
        draft, written = self._drafting.came_back(answer, written, made_at=made_at)
        begun, other = self._drafting.of_item(item, written.account)
        self._drafting.keep(draft, written, item=item)
        shown = self.talk.thread_ is not None and self.talk.thread_.item == item
        if begun != draft and (other.text.strip() or other.media):
            # one answer has been begun here: the other waits its turn, and nothing is overwritten
            if shown:
                self.talk.show_thread(self._desk.thread(item))
            self.tell.emit(self.tr("Taken back. It stands under Write, with what is begun."), None)
            return
        self._drafting.take(draft, item)
        if shown:
            self._draft = draft
            self.talk.show_thread(self._desk.thread(item))
            self.talk.composer.put(written)
            self.write()
        else:
            self._came_back(item)

    def _step(self, verb: str, item: Any) -> None:
        match verb:
            case "open":
                self.outbox_asked.emit(item)
            case "edit" | "drop" if self.talk.thread_ is not None:
                media = tuple((m.url, m.alt) for m in item.media)
                written = Written(item.text, item.account, media)
                self._take_back(str(item.id), self.talk.thread_.item, written, item.made_at)

    def edit_again(self, item: OutboxItem, answer: dict[str, Any]) -> None:
        """Put a reply that was taken back into the composer."""
        if item.item is not None:
            media = tuple((m.url, m.alt) for m in item.media)
            written = Written(item.text, item.account, media)
            self._taken_back(answer, item.item, written, item.made_at)

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
        self._here = here
        self.talk.show_situation(here)
        self._say_sum()

    def _counted(self, count: int) -> None:
        self.counted.emit(count)
        before, keys = self._pages.currentIndex(), self.window().focusWidget()
        if count:
            self._pages.setCurrentIndex(0)
        else:
            self._pages.setCurrentIndex(1 if self._desk.accounts() else 2)
        if before != self._pages.currentIndex() and (
            keys is None or self._pages.isAncestorOf(keys)
        ):
            self.focus_list()
        self._shown_count = count
        self._say_sum()

    def _say_sum(self) -> None:
        parts = []
        if self.model.view == "needs_reply":
            count = getattr(self, "_shown_count", 0)
            parts.append(self.tr("%n need(s) a reply", "", count) if count else "")
            if self._here.overdue and count:
                parts.append(self.tr("%n overdue", "", self._here.overdue))
        self._sum.setText(" · ".join(p for p in parts if p))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the person out where there is no room."""
        super().resizeEvent(event)
        self.person.setVisible(self.width() >= 1240)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint rows in the new theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.view.viewport().update()
        super().changeEvent(event)
