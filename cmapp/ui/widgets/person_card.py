"""Who is at the other end: what we know of them, from our own file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmapp.ui import network_words, people_words, text
from cmapp.ui.views import PersonView
from cmapp.ui.widgets.avatar import Avatar
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Ground
from cmapp.ui.widgets.chips import Pill
from cmapp.ui.widgets.label import Elided, Label, tip
from cmapp.ui.widgets.scroll import Scroll
from cmapp.ui.widgets.text_block import TextBlock

_WIDE = 264


class PersonCard(Ground):
    """A column at the right of a conversation. `asked`: show the whole card (a profile)."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, rules="l")
        self.setFixedWidth(_WIDE)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        self._scroll = Scroll(self)
        self._scroll.setAccessibleName(self.tr("The person"))
        outer.addWidget(self._scroll)
        holder = QWidget(self)
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(17, 14, 16, 16)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self._scroll.setWidget(holder)
        self._inside: QWidget | None = None
        self.shown: PersonView | None = None

    def show_person(self, person: PersonView | None) -> None:
        """Show a person, or nobody."""
        if person == self.shown and self._inside is not None:
            return
        self.shown = person
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
            self._inside = None
        if person is None:
            return
        self._inside = self._build(person)
        self._column.insertWidget(0, self._inside)

    def _build(self, person: PersonView) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        known = person.known
        name = known.name if known else person.name or person.handle
        head = QHBoxLayout()
        head.setSpacing(10)
        mark = Avatar(page, side=38)
        mark.show_person(name=person.name, handle=person.handle, platform="")
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(Elided(name, page, size="strong"))
        names.addWidget(Elided(text.platform(person.platform), page, size="second", tone="muted"))
        head.addWidget(mark)
        head.addLayout(names, 1)
        column.addLayout(head)
        if said := people_words.odd(person.name, person.handle):
            column.addWidget(Label(said, page, size="second", tone="warn", wrap=True))
        self._marks(page, column, person)
        if person.bio:
            column.addSpacing(2)
            column.addWidget(TextBlock(person.bio[:280], page, tone="muted"))
        self._head(page, column, self.tr("KNOWN AS"))
        column.addWidget(Elided(f"@{person.handle.lstrip('@')}", page))
        for one in known.identities if known else ():
            if one.id != person.id:
                place = text.platform(one.platform) if one.platform else one.realm
                also = self.tr("@{handle} on {place}").format(
                    handle=one.handle.lstrip("@"), place=place
                )
                column.addWidget(Elided(also, page))
        self._with_you(page, column, person)
        self._kept(page, column, person)
        if person.recent:
            self._head(page, column, self.tr("BEFORE"))
            for at, said in person.recent[:3]:
                column.addWidget(Label(text.day(at), page, size="small", tone="muted"))
                column.addWidget(TextBlock(" ".join(said.split())[:160], page))
        if person.id:
            column.addSpacing(8)
            whole = Button(self.tr("Whole card"), page, kind="quiet", small=True, key="G P")
            whole.clicked.connect(lambda _=False: self.asked.emit(person.id))
            column.addWidget(whole)
        return page

    def _marks(self, page: QWidget, column: QVBoxLayout, person: PersonView) -> None:
        known = person.known
        if known is None or not (known.stage or known.vip or known.muted or known.tags):
            return
        line = QHBoxLayout()
        line.setSpacing(6)
        if known.vip:
            line.addWidget(Pill("VIP", page, tone="held"))
        if known.stage:
            pill = Pill(people_words.stage(known.stage), page, tone=people_words.TONES[known.stage])
            pill.setToolTip(tip(people_words.why(known.by_hand, known.stage_rule)))
            line.addWidget(pill)
        if known.muted:
            line.addWidget(Pill(self.tr("Muted"), page, tone="muted"))
        line.addStretch(1)
        column.addLayout(line)
        if known.tags:
            words = "  ".join(f"#{t}" for t in known.tags)
            column.addWidget(Elided(words, page, size="second", tone="muted"))

    def _with_you(self, page: QWidget, column: QVBoxLayout, person: PersonView) -> None:
        known = person.known
        self._head(page, column, self.tr("WITH YOU"))
        self._fact(column, self.tr("Wrote to you"), self.tr("%n time(s)", "", person.messages))
        if known is not None and known.days:
            days = known.days
            self._fact(column, self.tr("Here on"), self.tr("%n day(s)", "", days))
        if person.first_at is not None:
            self._fact(column, self.tr("First seen"), text.day(person.first_at))
        self._fact(column, self.tr("Followers"), text.number(person.followers))
        if known is not None and known.closeness is not None:
            near = known.closeness
            self._fact(
                column,
                self.tr("Close to you"),
                self.tr("{n} of 100").format(n=round(near.value)),
                network_words.closeness(near),
            )

    def _kept(self, page: QWidget, column: QVBoxLayout, person: PersonView) -> None:
        known = person.known
        if known is None:
            return
        if known.facts:
            self._head(page, column, self.tr("FACTS"))
            for fact in known.facts[:6]:
                line = TextBlock(f"{fact.name}: {fact.value[:160]}", page)
                origin = f"{people_words.source(fact.source)}, {text.day(fact.at)}"
                line.setToolTip(tip(origin))
                column.addWidget(line)
                column.addWidget(Label(origin, page, size="small", tone="muted"))
        if known.notes:
            self._head(page, column, self.tr("NOTES"))
            for note in known.notes[:2]:
                column.addWidget(TextBlock(" ".join(note.text.split())[:200], page))

    def _head(self, page: QWidget, column: QVBoxLayout, words: str) -> None:
        column.addSpacing(8)
        column.addWidget(Label(words, page, size="caps", tone="muted"))

    def _fact(self, column: QVBoxLayout, name: str, value: str, why: str = "") -> None:
        line = QHBoxLayout()
        line.addWidget(Label(name, self))
        shown = Label(value, self, tone="muted")
        shown.setToolTip(tip(why))
        shown.setAccessibleDescription(why)
        shown.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.addWidget(shown, 1)
        column.addLayout(line)
