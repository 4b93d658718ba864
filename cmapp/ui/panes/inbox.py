"""The inbox: who waits, least time left first, and the conversation beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.drafting import Drafting
from cmapp.ui.models.inbox import ROW, InboxModel
from cmapp.ui.panes.inbox_list import InboxList
from cmapp.ui.place import Place
from cmapp.ui.roles import Role
from cmapp.ui.row import InboxRow, Situation

if TYPE_CHECKING:
    from cmapp.ui.dialogs.choosing import Choosing
    from cmapp.ui.panes.answering import Answering
    from cmapp.ui.panes.conversation import Conversation
    from cmapp.ui.panes.replying import Replying
    from cmapp.ui.triage import Triage
    from cmapp.ui.views import OutboxItem, Thread
    from cmapp.ui.widgets.person_card import PersonCard

_FLAGS = QItemSelectionModel.SelectionFlag
_HERE = _FLAGS.ClearAndSelect | _FLAGS.Rows
WITH_PERSON = 1180
"""Logical pixels from which on there is room for the person, too."""

_AFTER_A_DEED = 90
"""Milliseconds until the next conversation is drawn: by then the store has answered, and who
presses on draws none of those that they pass (T8)."""


class InboxPane(QWidget):
    """List, conversation, person. `tell` says something at the foot, with the way back or None."""

    tell = Signal(str, object)
    leaves = Signal(str, object, int)
    """A reply leaves in so many seconds: the words, the way back, the seconds."""
    opened = Signal(str)
    link_asked = Signal(str, str)
    outbox_asked = Signal(object)
    connect_asked = Signal()
    furnished = Signal()
    """The conversation, the person and the deeds are there."""
    moderate_asked = Signal(object)
    """What is to be moderated: a `Target`."""
    answer_asked = Signal(object, str)
    """An entry (its id, and who it was) that is answered elsewhere, and written down here."""

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
        self.list.chips.chosen.connect(self._chip)
        self.list.connect_asked.connect(self.connect_asked)
        self.view = self.list.view
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.view.doubleClicked.connect(lambda _: self.write())
        self.focus_list = self.list.focus
        self._split.addWidget(self.list)
        self._split.addWidget(QWidget(self))  # the conversation's place, until there is one
        self._split.setStretchFactor(0, 0)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([400, 900])
        self.list.bulk.asked.connect(self.do)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addWidget(self._split, 1)
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.timeout.connect(self._open_current)
        self._open: InboxRow | None = None
        self._awaited: tuple[int, bool] | None = None
        """An item that comes back, and whether its text is to be written on."""
        self._return_to: Place | None = None
        self._stood = 0
        self._standing: int | None = None
        """The item of the row that has the keys, whose conversation may be yet to open."""
        self._here = Situation()
        self._drafting = drafting
        self._painted = self._furnished = False
        self.model.modelReset.connect(self._find_again)
        self.model.refreshed.connect(self._refreshed)
        self.model.reload()
        self._choose(0)

    # the list is painted first; what stands beside it comes then, or when somebody asks for it (T1)

    talk: Conversation
    triage: Triage
    choosing: Choosing
    replying: Replying
    answering: Answering
    person: PersonCard
    edit_again: Callable[[Any, dict[str, Any]], None]
    _deeds: dict[str, Callable[[], None]]

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Furnish the pane when a part is asked for that is not there yet."""
            if name in InboxPane.__annotations__ and not self.__dict__.get("_furnished", True):
                self.furnish()
                return getattr(self, name)
            raise AttributeError(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Furnish the rest once the list stands there."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(10, self.furnish)

    def furnish(self) -> None:
        """Make the conversation, the person's card and whatever works on rows, once."""
        if self._furnished:
            return
        self._furnished = True
        from cmapp.ui.dialogs.choosing import Choosing
        from cmapp.ui.panes.answering import Answering
        from cmapp.ui.panes.conversation import Conversation
        from cmapp.ui.panes.replying import Replying
        from cmapp.ui.triage import Triage
        from cmapp.ui.widgets.person_card import PersonCard

        desk, bridge = self._desk, self._bridge
        self.talk = Conversation(self)
        self.triage = Triage(desk, bridge, self.model, self.current, self._shown)
        self.triage.tell.connect(self.tell)
        self.triage.left.connect(self._advance)
        self.triage.back.connect(self._came_back)
        self.choosing = Choosing(desk, bridge, self.triage, self)
        self.talk.done.connect(self.triage.finish)
        self.talk.snoozed.connect(self.choosing.ask_time)
        self.talk.opened.connect(self.opened)
        self.talk.link_asked.connect(self.link_asked)
        self.talk.asked.connect(self._step)
        self.talk.composer.escaped.connect(self.focus_list)
        self.replying = Replying(desk, bridge, self._drafting, self.talk, self.triage.sorry)
        self.replying.tell.connect(self.tell)
        self.replying.leaves.connect(self.leaves)
        self.answering = Answering(
            desk, bridge, self.talk, lambda: self.replying.draft, self.triage.sorry
        )
        self.answering.tell.connect(self.tell)
        self.replying.left.connect(self.focus_list)
        self.replying.wanted.connect(self.write)
        self.replying.back.connect(lambda item: self._came_back([item], write=True))
        self.replying.went.connect(lambda item: self.model.agreed([item]))
        self.replying.refused.connect(lambda item: self.model.come_back([item]))
        self.edit_again = self.replying.edit_again
        sizes = self._split.sizes()
        place = self._split.replaceWidget(1, self.talk)
        if place is not None:
            place.deleteLater()
        self._split.setStretchFactor(1, 1)
        self._split.setSizes(sizes)
        self.person = PersonCard(self)
        self._line.addWidget(self.person)
        self.person.setVisible(self.width() >= WITH_PERSON)
        self._deeds = self._table()
        self.show_situation(self._here)
        self.furnished.emit()
        if self._return_to is not None:
            self.stand_at(self._return_to)
        else:
            self._open_current()

    def _table(self) -> dict[str, Callable[[], None]]:
        triage, choosing, talk = self.triage, self.choosing, self.talk
        return {
            "reply": self.write,
            "open": talk.open_on_platform,
            "done": triage.finish,
            "snooze": choosing.ask_time,
            "label": choosing.ask_label,
            "assign": choosing.ask_who,
            "raise": lambda: triage.prioritize(1),
            "lower": lambda: triage.prioritize(-1),
            "vip": triage.vip,
            "mute": triage.mute,
            "note": self._note,
            "like": self._like,
            "moderate": self._moderate,
            "select": self.select,
            "extend": lambda: self.extend(1),
            "extend_up": lambda: self.extend(-1),
            "select_all": self.model.selection.take_all,
            "alike": self._select_alike,
            "unselect": self._unselect,
            "views": lambda: choosing.ask_view(self.show_view, self.model.view),
            "saved": self._saved_reply,
            "thank": self.answering.thank,
            "page_down": lambda: talk.page(1),
            "page_up": lambda: talk.page(-1),
            "narrower": lambda: self._resize(-40),
            "wider": lambda: self._resize(40),
        }

    def _shown(self) -> Thread | None:
        """Return the conversation that is open; None where the keys have gone on to another row."""
        return None if self._reading.isActive() else self.talk.thread_

    def do(self, deed: str) -> None:
        """Do one of the deeds of the inbox by its id; `view.` begins those that show a view."""
        if deed.startswith("view."):
            self.show_view(deed.removeprefix("view."))
        elif deed in self._deeds:
            self._deeds[deed]()

    def _saved_reply(self) -> None:
        self.write()
        self.answering.pick(self.talk.composer.begun_shortcut())

    def draft_changed(self, _gone: set[str]) -> None:
        """Put the draft of this conversation in as it stands now."""
        thread = self.talk.thread_
        if thread is not None:
            self.replying.show(thread.item, thread.account)

    # moving

    def open_as(self, role: Role) -> None:
        """Open on what this role looks at first."""
        if role.chips:
            self.list.chips.become(
                {**{code: self.choosing.title(code) for code in role.chips},
                 "more": self.tr("More")}
            )  # fmt: skip
        if role.view != self.model.view:
            self.show_view(role.view)

    def show_view(self, view: str) -> None:
        """Show a view from its top."""
        self.talk.composer.keep()
        self.list.name_view(view, self.choosing.title(view))
        self._open = None
        self.model.show_view(view)
        self._choose(0)
        self.focus_list()

    def _chip(self, code: str) -> None:
        if code == "more":
            self.list.name_view(self.model.view, self.choosing.title(self.model.view))
            self.choosing.ask_view(self.show_view, self.model.view)
        else:
            self.show_view(code)

    def move_by(self, step: int) -> None:
        """Go up or down by rows."""
        self.view.setProperty("keys", True)
        self.model.selection.anchor = None
        self._choose(self._from_here(step))

    def _from_here(self, step: int) -> int:
        now = self.view.currentIndex().row()
        if now < 0:  # what stood there has left: its place is where the next one is now
            now = self._stood - (1 if step > 0 else 0)
        return max(0, min(self.model.rowCount() - 1, now + step))

    def _choose(self, row: int) -> None:
        if self.model.rowCount() == 0:
            self._open = None
            if not self._furnished:
                return
            self.talk.show_thread(None)
            self.person.show_person(None)
            return
        index = self.model.index(min(row, self.model.rowCount() - 1), 0)
        self.view.selectionModel().setCurrentIndex(index, _HERE)
        self.view.scrollTo(index)
        if self._open is None and self._furnished:
            # the rows are painted first and the store answers, then the conversation opens (T8)
            self._reading.start(25)

    def _advance(self, stood: int) -> None:
        """Go on to what stands now where rows have left."""
        self._open = None
        self._choose(max(0, stood))
        if self._reading.isActive():
            self._reading.start(_AFTER_A_DEED)

    def _find_again(self) -> None:
        """After the rows were counted anew: stand on the same item as before."""
        if not self._furnished:
            self._choose(max(0, self._stood))
            return
        if self._return_to is not None and self._return():
            return
        shown = self.talk.thread_.item if self.talk.thread_ is not None else None
        if shown is not None and self._standing is None:
            # opened from elsewhere (the outbox, a search): it may have come (back) into the list
            self._open = self.model.row(self.model.find(shown))
            self.talk.show_waiting(self._open)
        standing = self._standing if self._open is None else self._open.id
        if standing is None:
            return
        row = self.model.find(standing, near=self._stood)
        if row >= 0:
            self.view.selectionModel().setCurrentIndex(self.model.index(row, 0), _HERE)
        elif self._open is None:
            self._choose(self._stood)

    def _refreshed(self) -> None:
        """Rows came and went by themselves: what is open stays open."""
        if not self._furnished:
            return
        awaited, self._awaited = self._awaited, None
        if awaited is not None:
            item, write = awaited
            self.open_item(item)
            if write and self.isVisible():
                self.write()
            return
        if self._open is None:
            if self.talk.thread_ is None:
                self._choose(0)
            elif self._standing is None or not self.view.currentIndex().isValid():
                self._find_again()
            return
        here = self._open.id
        if self._reading.isActive() and self._standing is not None:
            here = self._standing  # chosen just now: its conversation is yet to open
        row = self.model.find(here, near=self._stood)
        if row < 0 and self.view.currentIndex().isValid():
            self.view.setCurrentIndex(QModelIndex())
        elif row >= 0 and row != self.view.currentIndex().row():
            self.view.selectionModel().setCurrentIndex(self.model.index(row, 0), _HERE)

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and not self.model.refilling:
            self._stood = current.row()
            row = self.current()
            self._standing = row.id if row is not None else None
            if self._furnished:
                self._reading.start(25)

    def current(self) -> InboxRow | None:
        """Return the row that has the keys."""
        row = self.view.currentIndex().data(ROW)
        return row if isinstance(row, InboxRow) else None

    def open_item(self, item: int) -> None:
        """Show an item's conversation, wherever it stands in the list."""
        row = self.model.find(item)
        if row >= 0:
            self._choose(row)
        else:
            self.talk.composer.keep()
            self._open = self._standing = None
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

    def parts(self) -> list[QWidget]:
        """Return what F6 walks through."""
        places: list[QWidget] = [self.list.chips.focus_place(), self.view, self.talk.done_button]
        if self.talk.composer.isVisible():
            places.append(self.talk.composer.editor)
        return places

    def _resize(self, by: int) -> None:
        left, right = self._split.sizes()
        self._split.setSizes([left + by, right - by])

    # coming back

    def place(self) -> Place:
        """Return where one is in the inbox."""
        thread = self.talk.thread_
        return Place(
            split=tuple(self._split.sizes()),
            view=self.model.view,
            item=thread.item if thread is not None else None,
            row=max(0, self._stood),
            scroll=self.view.verticalScrollBar().value(),
            writing=self.talk.composer.editor.hasFocus(),
        )

    def stand_at(self, place: Place) -> None:
        """Go to where one was: the conversation at once, its row when it has been counted."""
        if len(place.split) == 2:
            self._split.setSizes(list(place.split))
        if place.view != self.model.view:
            self.list.name_view(place.view, self.choosing.title(place.view))
            self.model.show_view(place.view)
        if not self._furnished:
            self._return_to = place
            self._choose(place.row)
            return
        self._return_to = None
        if place.item is not None and self._desk.thread(place.item) is not None:
            self._return_to = place
            if not self._return():
                self.open_item(place.item)
        else:
            self._choose(min(place.row, max(0, self.model.rowCount() - 1)))

    def _return(self) -> bool:
        """Choose the row that one stood on, once there are so many; say whether that is done."""
        place = self._return_to
        if place is None or place.item is None or place.row >= self.model.rowCount():
            return False
        self._return_to = None
        row = self.model.find(place.item, near=place.row)
        if row < 0:
            return False
        self._open = None
        self._choose(row)
        bar = self.view.verticalScrollBar()
        self.view.updateGeometries()
        bar.setValue(place.scroll)
        if place.writing:
            QTimer.singleShot(60, self.write)
        return True

    # selecting

    def select(self) -> None:
        """Select the row that has the keys, or no longer."""
        row = self.current()
        if row is not None:
            self.model.selection.toggle(row.id)
            self.model.selection.anchor = self.view.currentIndex().row()

    def extend(self, step: int) -> None:
        """Take the next row into the selection; going back towards its start leaves rows out."""
        chosen, here = self.model.selection, self.view.currentIndex().row()
        row = self.current()
        if row is None:
            return
        if chosen.anchor is None:
            chosen.anchor = here
            chosen.take([row.id])
        there = self._from_here(step)
        if there == here:
            return
        if (there - chosen.anchor) * step > 0:
            found = self.model.row(there)
            chosen.take([found.id] if found else [])
        else:
            chosen.leave([row.id])
        self.view.setProperty("keys", True)
        self._choose(there)

    def _select_alike(self) -> None:
        row = self.current()
        if row is None or not row.more:
            self.tell.emit(self.tr("Nothing else is like it"), None)
            return
        group = row.group
        self._bridge.run(lambda: self._desk.alike(group), self.model.selection.take)

    def _unselect(self) -> None:
        self.model.selection.clear()
        self.focus_list()

    # doing

    def write(self) -> None:
        """Give the keys to the composer."""
        self._open_current()
        if self.talk.thread_ is None:
            return
        if self.talk.thread_.can_reply:
            self.talk.composer.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.talk.thread_.why_not == "by_hand":
            self.answer_asked.emit(self.talk.thread_.item, self.talk.who())
        else:
            self.tell.emit(self.talk.closed.text(), None)

    def send(self, *, stay: bool = False) -> None:
        """Send what stands in the composer and go on to the next conversation, or stay."""
        item = self.replying.send()
        if item is None or stay:
            return
        at_home = self.model.view in ("all", "done", "waiting", "muted")
        stood = self.model.find(item) + 1 if at_home else self.model.drop([item])
        self.focus_list()
        if stood < 0:  # it has no row here: the list goes on where it stood
            stood = self._stood
        self._advance(stood)

    def _note(self) -> None:
        from PySide6.QtWidgets import QDialog

        from cmapp.ui.dialogs.note import NoteSheet

        self._open_current()
        thread = self.talk.thread_
        if thread is None:
            return
        notes = self._desk.notes(thread.item)
        name = self.talk.who() or thread.as_name
        sheet = NoteSheet(self.window(), name=name, notes=notes)
        if sheet.exec() == QDialog.DialogCode.Accepted:
            self.triage.note(thread.item, sheet.words_)

    def _like(self) -> None:
        row = self.current()
        if row is not None:
            self.triage.run("like", self.tr("Liked: {name}"), undo_delay=True)

    def _moderate(self) -> None:
        target = self.triage.target()
        if target is not None:
            self.moderate_asked.emit(target)

    def _came_back(self, items: list[int], *, write: bool = False) -> None:
        """Open what is back once it has its row; `write`: its text, too, which has the keys."""
        self._awaited = (items[0], write) if items else None
        self.model.come_back(items)

    def _step(self, verb: str, item: OutboxItem) -> None:
        if verb == "open":
            self.outbox_asked.emit(item)
        elif verb in ("edit", "drop"):
            self.replying.take_row_back(item)

    # news

    def refresh(self, topics: frozenset[str]) -> None:
        """Ask again for what changed."""
        if topics & {"inbox", "posts", "accounts", "labels", "contacts"}:
            self.model.reload()
        if not self._furnished:
            return
        if topics & {"inbox", "posts", "outbox", "accounts", "drafts"} and self.talk.thread_:
            thread = self._desk.thread(self.talk.thread_.item)
            # most changes are about others: what stands as it stood is not drawn anew (T4)
            if thread is not None and thread != self.talk.thread_:
                self.talk.show_thread(thread)
                if thread.state != "open":
                    self.talk.show_waiting(None)

    def show_situation(self, here: Situation) -> None:
        """Take the new state of the world."""
        self._here = here
        self.list.say_overdue(here.overdue)
        if not self._furnished:
            return
        self.talk.show_situation(here)
        self.replying.here = here
        self.answering.leaving = here.leaving

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the person out where there is no room."""
        super().resizeEvent(event)
        if self._furnished:
            self.person.setVisible(self.width() >= WITH_PERSON)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint rows in the new theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.view.viewport().update()
        super().changeEvent(event)
