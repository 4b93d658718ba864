"""What was found, as one types; what may be typed next; searches that were kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QWidget

from cmapp.domain import query as language
from cmapp.ui import search_words, text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.dialogs.picker import Choice, Picker
from cmapp.ui.search_words import Completion
from cmapp.ui.views import Findings, Hit
from cmapp.ui.widgets.button import Button, IconButton
from cmapp.ui.widgets.chips import ChipRow
from cmapp.ui.widgets.empty import Empty
from cmapp.ui.widgets.hit_card import HitCard
from cmapp.ui.widgets.label import Label, tip
from cmapp.ui.widgets.page import Page

_LIMIT = 50
_AT_ONCE = 8
"""So many cards are made in one go: the rest follows, so that keys are heard in between."""
_COUNTED = 1_000


class _Row(QWidget):
    """A row of chips that comes and goes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(6)
        self.hide()

    def empty(self) -> None:
        while self.line.count():
            item = self.line.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class SearchPane(Page):
    """The answers to what stands in the field of the top line."""

    item_asked = Signal(object)
    opened = Signal(str)
    left = Signal()
    field_asked = Signal()
    rewritten = Signal(str)
    tell = Signal(str, object)
    rule_asked = Signal(str)

    def __init__(
        self,
        desk: Desk,
        bridge: Bridge,
        call: Callable[..., None],
        parent: QWidget | None = None,
    ) -> None:
        """`call(command, then, **args)` asks the engine; trouble is its own to tell."""
        super().__init__("", parent)
        self.title.setText(self.tr("Search"))
        self._desk, self._bridge, self._call = desk, bridge, call
        self.query = ""
        self._number = 0
        self._hits = 0
        self._known: dict[str, list[str]] = {}
        self.offered: list[Completion] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(80)
        self._pause.timeout.connect(self._ask)
        self.order = ChipRow(
            {"newest": self.tr("Newest"), "best": self.tr("Best match")}, self.inside
        )
        self.order.chosen.connect(lambda _: self._ask())
        self.keep = Button(
            self.tr("Save search"), self.inside, kind="plain", icon="star", small=True
        )
        self.keep.clicked.connect(self.save)
        self.rule = Button(self.tr("Make a rule"), self.inside, icon="rule", small=True)
        self.rule.clicked.connect(lambda: self.rule_asked.emit(self.query.strip()))
        self.steps.addWidget(self.order)
        self.steps.addWidget(self.rule)
        self.steps.addWidget(self.keep)
        self._chips, self._hints = _Row(self.inside), _Row(self.inside)
        self.above.addWidget(self._chips)
        self.above.addWidget(self._hints)
        self._start()

    # what is typed

    def arrived(self) -> None:
        """Learn the labels, people and accounts that filters may name."""

        def read() -> dict[str, list[str]]:
            accounts = self._desk.accounts()
            return {
                "label": [name for name, _ in self._desk.labels()],
                "assignee": self._desk.assignees(),
                "account": [a.handle for a in accounts],
                "on": sorted({a.platform for a in accounts}),
            }

        self._bridge.run(read, self._learn, stream="search-known")
        if not self.query:
            self._start()

    def _learn(self, known: dict[str, list[str]]) -> None:
        self._known = known

    def look_for(self, query: str, at: int | None = None) -> None:
        """Find `query` after a breath; `at` is where the caret stands in it."""
        self.query = query
        self._number += 1
        at = len(query) if at is None else at
        self._known.pop("from", None)
        if name := search_words.begun_name(query, at):
            self._bridge.run(
                lambda: self._desk.names(name),
                lambda found: self._name(found, query, at),
                stream="search-names",
            )
        self.offered = search_words.completions(query, at, self._known)
        self._offer()
        if self._finished():
            self._pause.start()
        else:
            self._pause.stop()
            self._start()

    def _name(self, found: list[str], query: str, at: int) -> None:
        """Offer the people whose name begins so."""
        if query == self.query:
            self._known["from"] = [name for name in found if name != query[:at].rpartition(":")[2]]
            self.offered = search_words.completions(query, at, self._known)
            self._offer()

    def _finished(self) -> str:
        """Return what was typed without a filter at its end that is still being written."""
        notes = language.parse(self.query, now=text.now()).notes
        if notes and self.query.endswith(part := notes[-1].part):
            code = notes[-1].code
            if code == "no_value" or (self.offered and code in ("unknown_value", "not_a_date")):
                return self.query[: -len(part)].rstrip(" -－(（")
        return self.query.strip()

    def complete(self, typed: str) -> tuple[str, int] | None:
        """Return what was typed with the first completion in it, and where the caret goes."""
        if not self.offered:
            return None
        first = self.offered[0]
        return typed[: first.start] + first.words + typed[first.end :], first.start + len(
            first.words
        )

    def forget(self) -> None:
        """Begin anew."""
        self.query = ""
        self._number += 1
        self._pause.stop()

    def _offer(self) -> None:
        self._hints.empty()
        for n, one in enumerate(self.offered):
            chip = Button(
                one.words.strip(),
                self.inside,
                kind="quiet",
                small=True,
                key=self.tr("Tab") if n == 0 else "",
            )
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.setToolTip(tip(one.why))
            said = f"{one.words.strip()}: {one.why}" if one.why else one.words.strip()
            chip.setAccessibleName(said)
            chip.clicked.connect(lambda _=False, c=one: self._take(c))
            self._hints.line.addWidget(chip)
        if len(self.offered) == 1 and self.offered[0].why:
            self._hints.line.addWidget(Label(self.offered[0].why, self.inside, tone="muted"))
        self._hints.line.addStretch(1)
        self._hints.setVisible(bool(self.offered))

    def _take(self, one: Completion) -> None:
        self.rewritten.emit(self.query[: one.start] + one.words + self.query[one.end :])

    # what is found

    def _still(self, number: int) -> Callable[[], bool]:
        return lambda: number == self._number

    def _ask(self, behind: int | None = None) -> None:
        self._number += 1
        number, query = self._number, self._finished()
        best = self.order.current() == "best"
        still = self._still(number)
        self._bridge.run(
            lambda: self._desk.search(query, limit=_LIMIT, behind=behind, best=best, still=still),
            lambda found: self._show(query, found, added=behind is not None),
            lambda _error: None,  # it was broken off, for nobody waits for it
            stream="search",
        )

    def _show(self, query: str, found: Findings, *, added: bool) -> None:
        if not added:
            self.clear()
            self._hits = 0
            self.verticalScrollBar().setValue(0)
            self._understood(query)
        self._hits += len(found.hits)
        for code, part in () if added else found.notes:
            self.column.addWidget(Label(search_words.note(code, part), self.inside, tone="held"))
        if not self._hits:
            self.say_under(self.tr("Nothing found"))
            self.column.addWidget(self._nothing())
            return
        self._add(list(found.hits), self._number, more=found.more)
        if not found.more:
            self.say_under(self.tr("%n found", "", self._hits))
            return
        self.say_under(self.tr("the newest {count}").format(count=self._hits))
        still = self._still(self._number)
        self._bridge.run(
            lambda: self._desk.count_hits(query, still),
            self._counted,
            lambda _error: None,
            stream="search-count",
        )

    def _counted(self, count: int) -> None:
        all_of_them = f"{_COUNTED:,}+" if count > _COUNTED else f"{count:,}"
        self.say_under(self.tr("{shown} of {count}").format(shown=self._hits, count=all_of_them))

    def _add(self, hits: Sequence[Hit], number: int, *, more: bool) -> None:
        """Make the first cards now and the others between keys."""
        if number != self._number:
            return
        for hit in hits[:_AT_ONCE]:
            card = HitCard(hit, self.inside)
            card.asked.connect(self._open)
            card.open.installEventFilter(self)
            self.column.addWidget(card)
        if rest := hits[_AT_ONCE:]:
            QTimer.singleShot(0, self, lambda: self._add(rest, number, more=more))
        elif more and hits:
            last = hits[-1].key
            best = self.order.current() == "best"
            button = Button(self.tr("Show more"), self.inside, kind="plain")
            button.clicked.connect(lambda: self._more(button, self._hits if best else last))
            button.installEventFilter(self)
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def _more(self, button: QWidget, behind: int) -> None:
        cards = self.inside.findChildren(HitCard)
        if cards:
            cards[-1].open.setFocus()
        self.column.removeWidget(button)
        button.hide()
        button.deleteLater()
        self._ask(behind)

    def _understood(self, query: str) -> None:
        """Show the filters that were read, each to be taken off, and what else can be done."""
        asked = language.parse(query, now=text.now())
        self._chips.empty()
        fields = list(asked.fields())
        for field in fields:
            start, end = field.at
            off = start > 0 and query[start - 1] in "-－"
            words = ("−" if off else "") + query[start:end]
            chip = Button(words[:40], self.inside, kind="plain", icon="close", small=True)
            chip.setToolTip(tip(search_words.meaning(field.name)))
            chip.setAccessibleName(self.tr("Take off {filter}").format(filter=words))
            chip.clicked.connect(
                lambda _=False, at=field.at: self.rewritten.emit(search_words.without(query, at))
            )
            self._chips.line.addWidget(chip)
        self._chips.line.addStretch(1)
        self._chips.setVisible(bool(fields))
        self.order.setVisible(any(True for _ in asked.words()))
        self.keep.setVisible(True)
        self.rule.setVisible(True)

    def _nothing(self) -> QWidget:
        return Empty(
            "search",
            self.tr("Nothing has these words"),
            self.tr("Try fewer words. Simplified and traditional characters find each other."),
            parent=self.inside,
        )

    # before anything is typed

    def _start(self) -> None:
        """Show what can be typed, and what was kept."""
        self.clear()
        self._chips.empty()
        self._chips.hide()
        self.order.hide()
        self.keep.hide()
        self.rule.hide()
        self.say_under(self.tr("Everything that was ever read, on this machine."))
        self._bridge.run(self._desk.searches, self._show_kept, stream="search-kept")

    def _show_kept(self, kept: list[tuple[str, str]]) -> None:
        if self._finished():
            return
        self.clear()
        if kept:
            self.section(self.tr("Saved searches"), len(kept))
            for name, query in kept:
                self._line(name, query, query, forget=name)
        self.section(self.tr("For example"))
        for query, why in search_words.examples():
            self._line(query, why, query)

    def _line(self, words: str, why: str, query: str, *, forget: str = "") -> None:
        line = QWidget(self.inside)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        button = Button(words, line, kind="plain", small=True)
        button.clicked.connect(lambda: self.rewritten.emit(query))
        button.installEventFilter(self)
        row.addWidget(button)
        row.addWidget(Label(why, line, tone="muted"), 1)
        if forget:
            away = IconButton(
                "trash", self.tr("Delete the saved search {name}").format(name=forget)
            )
            away.clicked.connect(lambda: self._delete(forget))
            row.addWidget(away)
        self.column.addWidget(line)

    # searches that are kept

    def save(self) -> None:
        """Ask for a name and keep the search under it."""
        query = self.query.strip()
        if not query:
            return

        def typed(words: str) -> Sequence[Choice]:
            return (Choice(words, self.tr("Save as “{name}”").format(name=words), icon="plus"),)

        picker = Picker(
            self.window(),
            name=self.tr("Save search"),
            prompt=self.tr("Under which name?"),
            choices=(Choice(query, self.tr("Save as “{name}”").format(name=query), icon="star"),),
            typed=typed,
        )
        picker.ask(lambda chosen: self._call(
            "searches.save", self._kept, name=chosen.code, query=query
        ))  # fmt: skip

    def _kept(self, answer: dict[str, Any]) -> None:
        words = self.tr("Saved: {name}").format(name=answer["search"]["name"])
        self._say(words, answer)

    def _delete(self, name: str) -> None:
        self._call("searches.delete", self._deleted, name=name)

    def _deleted(self, answer: dict[str, Any]) -> None:
        self._say(self.tr("Deleted: {name}").format(name=answer["search"]["name"]), answer)
        self._start()

    def _say(self, words: str, answer: dict[str, Any]) -> None:
        undo = answer.get("undo") or {}

        def back() -> None:
            self._call(undo["command"], lambda _: self.arrived(), **undo["args"])

        self.tell.emit(words, back if undo else None)

    # by keyboard

    def _open(self, hit: Hit) -> None:
        self.item_asked.emit(hit.item if hit.item is not None else hit.id)

    def _places(self) -> list[QPushButton]:
        cards = self.inside.findChildren(QPushButton)
        here = [c for c in cards if c.isVisible() and c.focusPolicy() != Qt.FocusPolicy.NoFocus]
        return [c for c in here if _under(c, self.column)]

    def focus_list(self) -> None:
        """Give the keys to the first answer."""
        places = self._places()
        if places:
            places[0].setFocus()

    def move_by(self, step: int) -> None:
        """Walk along the answers; up from the first leads back to the field."""
        places = self._places()
        at = next((i for i, c in enumerate(places) if c.hasFocus()), -1)
        if at == 0 and step < 0:
            self.field_asked.emit()
        elif places:
            button = places[max(0, min(len(places) - 1, at + step))]
            button.setFocus()
            self.ensureWidgetVisible(button, 0, 80)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Arrows walk, Escape leaves."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            match event.key():
                case Qt.Key.Key_Down:
                    self.move_by(1)
                    return True
                case Qt.Key.Key_Up:
                    self.move_by(-1)
                    return True
                case Qt.Key.Key_Escape:
                    self.left.emit()
                    return True
        return False


def _under(button: QWidget, column: QLayout) -> bool:
    part: QWidget | None = button
    while part is not None:
        if column.indexOf(part) >= 0:
            return True
        part = part.parentWidget()
    return False
