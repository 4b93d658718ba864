"""People: who was here, found by words and filters, and everything that is kept of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from cmapp.domain.people import STAGES
from cmapp.services.people import Card
from cmapp.ui import people_words, text
from cmapp.ui.asking import Asking
from cmapp.ui.bridge import Bridge
from cmapp.ui.delegates.person_row import HEIGHT, PersonDelegate
from cmapp.ui.desk import Desk
from cmapp.ui.dialogs.note import NoteSheet
from cmapp.ui.dialogs.picker import Choice, Picker
from cmapp.ui.models.people import ROW, PeopleModel
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Ground
from cmapp.ui.widgets.label import Elided, Label
from cmapp.ui.widgets.person_page import PersonPage
from cmapp.ui.widgets.rows_view import RowsView

_LOOKED = 1500
"""After so many ms in sight what is new about a person counts as looked at."""


class _Field(QLineEdit):
    """Down goes to the list, Escape empties it."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk into the list."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.down.emit()
        else:
            super().keyPressEvent(event)


class PeoplePane(QWidget):
    """List and card. `tell` says something at the foot, with the way back or None."""

    tell = Signal(str, object)
    item_asked = Signal(object)
    opened = Signal(str)

    def __init__(self, desk: Desk, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bridge = desk, bridge
        self.model = PeopleModel(desk, bridge, self)
        self.page = PersonPage(self)
        self._shown: int | None = None
        self._chosen: int | None = None
        self._to_do = ""
        self._since: tuple[int, int] | None = None
        self._total = ""
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self._side())
        split.addWidget(self.page)
        split.setStretchFactor(1, 1)
        split.setSizes([384, 900])
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(split)
        self.page.asked.connect(self._ask)
        self.page.deed.connect(self.do)
        self.page.item_asked.connect(self.item_asked)
        self.page.person_asked.connect(self.show_person)
        self.page.opened.connect(self.opened)
        self._pause = _timer(self, 80, self._look_for)
        self._opening = _timer(self, 30, self._open_current)
        self._looked = _timer(self, _LOOKED, self._note_look)
        self.model.modelReset.connect(self._stand)
        self._deeds: dict[str, Callable[[], None]] = {
            "vip": self._vip, "label": self._tag, "note": self._note, "stage": self._stage,
            "views": self._segments, "mute": self._mute, "hand_out": self._hand_out,
            "erase": self._erase,
        }  # fmt: skip
        self._look_for()

    def _side(self) -> QWidget:
        side = Ground(self)
        side.setMinimumWidth(320)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(16, 14, 12, 10)
        head.setSpacing(10)
        top = QHBoxLayout()
        top.addWidget(Label(self.tr("People"), side, size="page"))
        self._sum = Label("", side, size="second", tone="muted")
        self._sum.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._sum, 1)
        head.addLayout(top)
        asking = QHBoxLayout()
        asking.setSpacing(8)
        self.field = _Field(side)
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(self.tr("Name, or stage:loyal vip:yes visits:>3"))
        self.field.setAccessibleName(self.tr("Find people"))
        self.field.textChanged.connect(lambda _: self._pause.start())
        self.field.down.connect(self.focus_list)
        asking.addWidget(self.field, 1)
        segments = Button(self.tr("Segments"), side, kind="plain", key="v")
        segments.clicked.connect(self._segments)
        asking.addWidget(segments)
        head.addLayout(asking)
        self._hint = Elided("", side, size="second", tone="warn")
        self._hint.hide()
        head.addWidget(self._hint)
        column.addLayout(head)
        self.view = RowsView(side)
        self.view.verticalHeader().setMinimumSectionSize(HEIGHT)
        self.view.verticalHeader().setDefaultSectionSize(HEIGHT)
        self.view.setAccessibleName(self.tr("People"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(PersonDelegate(self.view))
        self.view.selectionModel().currentChanged.connect(self._moved)
        column.addWidget(self.view, 1)
        return side

    # finding

    def _look_for(self) -> None:
        self.model.look_for(self.field.text().strip())
        query = self.model.query
        self._bridge.run(
            lambda: (query, self._desk.people_total(query)), self._counted, stream="people.total"
        )

    def _counted(self, answer: tuple[str, int]) -> None:
        query, total = answer
        if query == self.model.query:
            self._sum.setText(self.tr("%n person(s)", "", total))

    def _segments(self) -> None:
        saved = self._desk.segments()
        query = self.field.text().strip()
        choices = [
            Choice(f"use {q}", name, hint=q, icon="user", on=q == query) for name, q in saved
        ]
        choices += [
            Choice("use stage:loyal", self.tr("Loyal"), hint="stage:loyal"),
            Choice("use stage:new", self.tr("New ones"), hint="stage:new"),
            Choice("use stage:at-risk", self.tr("At risk"), hint="stage:at-risk"),
            Choice("use vip:yes", self.tr("VIP people"), hint="vip:yes"),
            Choice("use has:change", self.tr("Changed lately"), hint="has:change"),
            Choice("use ", self.tr("Everybody"), icon="close"),
        ]
        here = next((name for name, q in saved if q == query), "")
        if here:
            words = self.tr("Forget the segment “{name}”").format(name=here)
            choices.append(Choice(f"forget {here}", words, icon="trash"))

        def typed(words: str) -> list[Choice]:
            if not query:
                return []
            title = self.tr("Save what is shown as “{name}”").format(name=words)
            return [Choice(f"save {words}", title, hint=query, icon="plus")]

        def take(choice: Choice) -> None:
            verb, _, rest = choice.code.partition(" ")
            if verb == "save":
                self._ask("people.segments_save", {"name": rest, "query": query})
            elif verb == "forget":
                self._ask("people.segments_remove", {"name": rest})
            else:
                self.field.setText(rest)

        prompt = self.tr("A segment, or a name to save this search under")
        Picker(self.window(), name=self.tr("Segments"), prompt=prompt, choices=choices,
               typed=typed, typed_last=True).ask(take)  # fmt: skip

    # moving

    def focus_list(self) -> None:
        """Give the keys to the list."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def arrived(self) -> None:
        """Take the keys; read what changed meanwhile."""
        self.refresh(frozenset({"people"}))
        self.focus_list()

    def move_by(self, step: int) -> None:
        """Go up or down by rows."""
        self.view.setProperty("keys", True)
        row = self.view.currentIndex().row()
        self._choose(max(0, min(self.model.rowCount() - 1, row + step)))

    def _choose(self, row: int) -> None:
        index = self.model.index(row, 0)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.view.scrollTo(index)

    def _stand(self) -> None:
        """After rows were read anew: stand on who is shown, or on the first."""
        parts = ", ".join(self.model.notes)
        self._hint.set_full(self.tr("Looked for as words: {part}").format(part=parts))
        self._hint.setVisible(bool(parts))
        at = self.model.find(self._chosen) if self._chosen is not None else -1
        if at >= 0:
            self._choose(at)
        elif self._chosen is None and self.model.rowCount():
            self._choose(0)

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = current.data(ROW)
        if row is not None:
            self._chosen = row.root
            self._opening.start()

    def _open_current(self) -> None:
        row = self.view.currentIndex().data(ROW)
        if row is not None and row.root != self._shown:
            self._show(row.root)

    def show_person(self, profile: int) -> None:
        """Show a person by any of their profiles, whether or not the list has them."""
        self._opening.stop()  # the row that was stood on a moment ago is not asked for any more
        self._chosen = profile
        self._show(profile)

    def do_to(self, profile: int, deed: str) -> None:
        """Do one of the deeds of this pane to a person, once they are shown."""
        self._to_do = deed
        self.show_person(profile)

    def _show(self, profile: int) -> None:
        since = self._since[1] if self._since and self._since[0] == profile else None
        self._shown = profile
        self._bridge.run(
            lambda: (profile, self._desk.person(profile, since=since)),
            self._shows,
            stream="people.card",
        )

    def _shows(self, answer: tuple[int, Card | None]) -> None:
        profile, person = answer
        if profile != self._shown:
            return
        if person is not None:
            if self._chosen == profile:
                self._chosen = person.id
            self._shown = person.id
            if self._since is None or self._since[0] != person.id:
                self._since = (person.id, person.since)
                self._looked.start()
            at = self.model.find(person.id)
            if at >= 0 and at != self.view.currentIndex().row():
                self._choose(at)
        self.page.show_person(person)
        deed, self._to_do = self._to_do, ""
        if person is not None:
            self.do(deed)

    def _note_look(self) -> None:
        person = self.page.person
        if person is not None and (person.changes or person.fresh) and self.isVisible():
            args = {"person": str(person.id)}
            self._bridge.run(
                lambda: self._desk.call("people.look", **args), lambda _: None, self._sorry,
                call=True,
            )  # fmt: skip

    def refresh(self, topics: frozenset[str]) -> None:
        """Read again what is in sight."""
        if not self.isVisible() or not topics & {"people", "inbox", "searches", "settings"}:
            return
        self.model.again()
        if self._shown is not None:
            self._show(self._shown)

    # doing

    def do(self, deed: str) -> None:
        """Do one of the deeds of this pane by its id."""
        if deed in self._deeds:
            self._deeds[deed]()

    def _ask(self, command: str, args: dict[str, Any]) -> None:
        self._bridge.run(
            lambda: self._desk.call(command, **args),
            lambda answer: self._answered(command, answer),
            self._sorry,
            call=True,
        )

    def _answered(self, command: str, answer: dict[str, Any]) -> None:
        way = answer.get("undo")
        words = {
            "people.merge": self.tr("One person now; everything is kept"),
            "people.unmerge": self.tr("Two people again"),
            "people.not_same": self.tr("Not the same person; this is not asked again"),
        }.get(command, self.tr("Kept"))
        differ = ", ".join(c["name"] for c in answer.get("conflicts", ()))
        if differ:
            words = self.tr("One person now. They differ, both are kept: {what}").format(
                what=differ
            )
        undo = (lambda: self._ask(way["command"], way["args"])) if way else None
        self.tell.emit(words, undo)
        self.refresh(frozenset({"people"}))

    def _sorry(self, error: Exception) -> None:
        words = text.failed(error, self.tr("That did not work. Nothing is lost."))
        self.tell.emit(words, None)

    def _whom(self) -> Card | None:
        return self.page.person

    def _vip(self) -> None:
        if person := self._whom():
            self._ask("people.vip", {"people": [str(person.id)], "on": not person.vip})

    def _mute(self) -> None:
        if person := self._whom():
            self._ask("people.mute", {"people": [str(person.id)], "on": not person.muted})

    def _tag(self) -> None:
        person = self._whom()
        if person is None:
            return
        on = {t.casefold() for t in person.tags}
        choices = [
            Choice(t, f"#{t}", hint=str(n), on=t.casefold() in on) for t, n in self._desk.tags()
        ]
        known = {c.code.casefold() for c in choices}

        def typed(words: str) -> list[Choice]:
            if words.casefold() in known:
                return []
            return [Choice(words, self.tr("New tag “{name}”").format(name=words), icon="plus")]

        def take(choice: Choice) -> None:
            command = "people.untag" if choice.on else "people.tag"
            self._ask(command, {"tag": choice.code, "people": [str(person.id)]})

        Picker(self.window(), name=self.tr("Tag"), prompt=self.tr("Which tag?"), choices=choices,
               typed=typed).ask(take)  # fmt: skip

    def _stage(self) -> None:
        person = self._whom()
        if person is None:
            return
        choices = [
            Choice(code, people_words.stage(code), on=person.by_hand and person.stage == code)
            for code in STAGES
        ]
        choices.append(Choice("", self.tr("As the rules say"), on=not person.by_hand))
        prompt = self.tr("Which stage?")
        Picker(self.window(), name=self.tr("Stage"), prompt=prompt, choices=choices).ask(
            lambda choice: self._ask(
                "people.stage", {"stage": choice.code or None, "people": [str(person.id)]}
            )
        )

    def _hand_out(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from cmapp.ui.charts.words import language

        person = self._whom()
        if person is None:
            return
        folder = QFileDialog.getExistingDirectory(self, self.tr("Export into an empty folder"))
        if folder:
            asking = Asking(self._desk, self._bridge, self)
            asking.tell.connect(self.tell)
            asking.do(
                "privacy.export",
                lambda found: self.tr("%n file(s) written", "", len(found["files"])),
                person=str(person.id), folder=folder, language=language(),
            )  # fmt: skip

    def _erase(self) -> None:
        from cmapp.ui.dialogs.privacy_person import ErasePerson

        person = self._whom()
        if person is None:
            return
        asking = Asking(self._desk, self._bridge)
        sheet = ErasePerson(asking, str(person.id), person.name, self.window())
        sheet.erased.connect(self._gone)
        sheet.open()

    def _gone(self) -> None:
        """Show nobody: who was shown is not there any more."""
        self._shown = self._chosen = self._since = None
        self.page.show_person(None)
        self._look_for()

    def _note(self) -> None:
        person = self._whom()
        if person is None:
            return
        notes = [(n.made_at, n.text) for n in person.notes[:3]]
        sheet = NoteSheet(self.window(), name=person.name, notes=notes)
        if sheet.exec():
            self._ask("people.note_add", {"person": str(person.id), "text": sheet.words_})


def _timer(parent: PeoplePane, pause: int, then: Callable[[], None]) -> QTimer:
    made = QTimer(parent)
    made.setSingleShot(True)
    made.setInterval(pause)
    made.timeout.connect(then)
    return made
