"""Who is at the other end: what we know of them, from our own file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmapp.ui import text
from cmapp.ui.views import PersonView
from cmapp.ui.widgets.avatar import Avatar
from cmapp.ui.widgets.card import Ground
from cmapp.ui.widgets.label import Elided, Label
from cmapp.ui.widgets.text_block import TextBlock


class PersonCard(Ground):
    """A column at the right of a conversation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, rules="l")
        self.setFixedWidth(264)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 14, 16, 16)
        self._column.setSpacing(8)
        self._inside: QWidget | None = None
        self._shown: PersonView | None = None
        self._column.addStretch(1)

    def show_person(self, person: PersonView | None) -> None:
        """Show a person, or nobody."""
        if person == self._shown and self._inside is not None:
            return
        self._shown = person
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
        head = QHBoxLayout()
        head.setSpacing(10)
        mark = Avatar(page, side=38)
        mark.show_person(name=person.name, handle=person.handle, platform="")
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(Elided(person.name or person.handle, page, size="strong"))
        names.addWidget(Elided(text.platform(person.platform), page, size="second", tone="muted"))
        head.addWidget(mark)
        head.addLayout(names, 1)
        column.addLayout(head)
        if person.bio:
            bio = TextBlock(person.bio[:280], page, tone="muted")
            column.addSpacing(2)
            column.addWidget(bio)
        column.addSpacing(8)
        column.addWidget(Label(self.tr("KNOWN AS"), page, size="caps", tone="muted"))
        column.addWidget(Elided(f"@{person.handle.lstrip('@')}", page))
        column.addSpacing(8)
        column.addWidget(Label(self.tr("WITH YOU"), page, size="caps", tone="muted"))
        self._fact(column, self.tr("Wrote to you"), self.tr("%n time(s)", "", person.messages))
        if person.first_at is not None:
            self._fact(column, self.tr("First seen"), text.day(person.first_at))
        self._fact(column, self.tr("Followers"), text.number(person.followers))
        if person.recent:
            column.addSpacing(8)
            column.addWidget(Label(self.tr("BEFORE"), page, size="caps", tone="muted"))
            for at, said in person.recent[:3]:
                when = Label(text.day(at), page, size="small", tone="muted")
                when.setToolTip("")
                column.addWidget(when)
                column.addWidget(TextBlock(" ".join(said.split())[:160], page))
        return page

    def _fact(self, column: QVBoxLayout, name: str, value: str) -> None:
        line = QHBoxLayout()
        line.addWidget(Label(name, self))
        shown = Label(value, self, tone="muted")
        shown.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.addWidget(shown, 1)
        column.addLayout(line)
