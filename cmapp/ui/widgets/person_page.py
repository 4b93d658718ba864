"""The whole card of a person: identities, stage and why, facts with origin, all they ever said."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from cmapp.services.people import Card as Person
from cmapp.store.people import Identity, Said
from cmapp.ui import network_words, people_words, row_words, text
from cmapp.ui.widgets.avatar import Avatar
from cmapp.ui.widgets.button import Button, IconButton
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.chips import Pill
from cmapp.ui.widgets.empty import Empty
from cmapp.ui.widgets.heard import hear, mark
from cmapp.ui.widgets.label import Elided, Label, tip
from cmapp.ui.widgets.page import Page
from cmapp.ui.widgets.text_block import TextBlock

_LINE = 24
"""How high a line of name, value and origin is."""


class PersonPage(Page):
    """Shows a person; says what is wanted (`asked`: command, arguments), does nothing itself."""

    asked = Signal(str, object)
    deed = Signal(str)
    item_asked = Signal(object)
    person_asked = Signal(object)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.person: Person | None = None
        self._typing: list[QLineEdit] = []
        self.vip = Button("VIP", self.inside, icon="star", key="s")
        self.vip.setCheckable(True)
        hear(self.vip)
        self.vip.clicked.connect(lambda: self.deed.emit("vip"))
        self.steps.addWidget(self.vip)
        for code, words, key in (
            ("label", self.tr("Tag"), "l"),
            ("note", self.tr("Note"), "n"),
            ("stage", self.tr("Stage"), "⇧ S"),
        ):
            button = Button(words, self.inside, kind="quiet", key=key)
            button.clicked.connect(lambda _=False, c=code: self.deed.emit(c))
            self.steps.addWidget(button)
        self.more = Button(self.tr("More"), self.inside, kind="quiet", icon="more")
        self.more.clicked.connect(self._open_more)
        self.steps.addWidget(self.more)
        self.show_person(None)

    def _open_more(self) -> None:
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for code, words in (
            ("hand_out", self.tr("Export what is stored…")),
            ("erase", self.tr("Erase…")),
        ):
            menu.addAction(words).triggered.connect(lambda _=False, c=code: self.deed.emit(c))
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def show_person(self, person: Person | None) -> None:
        """Show a person, or nobody."""
        if person is not None and person == self.person:
            return
        same = person is not None and self.person is not None and person.id == self.person.id
        place = self.verticalScrollBar().value() if same else 0
        typed = [(f.text(), f.hasFocus()) for f in self._typing] if same else []
        self.person = person
        self._typing = []
        self.clear()
        for n in range(self.steps.count()):
            item = self.steps.itemAt(n)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setVisible(person is not None)
        self.title.setText(text.isolated(person.name[:80]) if person else "")
        self.under.setVisible(person is not None)
        if person is None:
            self.column.addWidget(
                Empty(
                    "user",
                    self.tr("Nobody chosen"),
                    self.tr("Whom you choose in the list is shown here, with all that is kept."),
                    parent=self.inside,
                )
            )
            return
        mark(self.vip, person.vip)
        self._say_visits(person)
        self._stage(person)
        self._changes(person)
        self._suggestions(person)
        self._identities(person)
        self._facts(person)
        self._notes(person)
        self._said(person)
        for field, (words, focus) in zip(self._typing, typed, strict=False):
            field.setText(words)  # somebody was writing when it was read anew
            if focus:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.verticalScrollBar().setValue(place)

    def _say_visits(self, p: Person) -> None:
        if not p.items:
            self.say_under(self.tr("Nothing from them to you yet."))
            return
        days, items = p.days, p.items
        parts = [self.tr("Here on %n day(s)", "", days), self.tr("%n thing(s)", "", items)]
        parts.append(self.tr("first {day}").format(day=text.day(p.first_at or 0)))
        parts.append(self.tr("last {day}").format(day=text.ago(p.last_at)))
        days_said = f"{text.exact(p.first_at)} – {text.exact(p.last_at)}"
        if p.closeness is not None:
            near = self.tr("close to you: {n} of 100").format(n=round(p.closeness.value))
            parts.append(near)
            days_said += f"\n{near}\n{network_words.closeness(p.closeness)}"
        self.say_under(" · ".join(parts))
        self.under.setToolTip(tip(days_said))

    def _stage(self, p: Person) -> None:
        line = QWidget(self.inside)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if p.stage:
            tone = people_words.TONES[p.stage]
            row.addWidget(Pill(people_words.stage(p.stage), line, tone=tone))
            why = people_words.why(p.by_hand, p.stage_rule)
            row.addWidget(Label(why, line, size="second", tone="muted"))
        if p.muted:
            row.addWidget(Pill(self.tr("Muted here"), line, tone="held"))
        for tag in p.tags:
            row.addWidget(Pill(f"#{tag[:40]}", line, tone="muted"))
        row.addStretch(1)
        self.column.addWidget(line)

    def _changes(self, p: Person) -> None:
        if not p.changes and not (p.looked and p.fresh):
            return
        card, column = self._card("hover")
        head = self.tr("Since you last looked") if p.looked else self.tr("Lately")
        column.addWidget(Label(head, card, size="strong"))
        if p.looked and p.fresh:
            fresh = p.fresh
            column.addWidget(Label(self.tr("%n new thing(s) from them", "", fresh), card))
        for c in p.changes[:8]:
            words = people_words.change(c.field, c.before, c.after)
            column.addWidget(self._pair(card, people_words.field(c.field), words, text.ago(c.at)))

    def _suggestions(self, p: Person) -> None:
        for s in p.suggestions:
            card, column = self._card("surface")
            other = s.other
            name = other.name or other.handle
            title = self.tr("May be the same person: {name} (@{handle})").format(
                name=text.isolated(name[:60]), handle=other.handle.lstrip("@")[:60]
            )
            column.addWidget(Elided(title, card, size="strong"))
            reasons = "; ".join(people_words.reason(r.code, r.what) for r in s.reasons)
            column.addWidget(TextBlock(reasons, card, tone="muted"))
            steps = QHBoxLayout()
            steps.setSpacing(8)
            merge = Button(self.tr("Merge"), card, kind="primary", small=True)
            merge.setAccessibleName(self.tr("Merge with {name}").format(name=name))
            pair = (str(p.id), str(other.id))
            merge.clicked.connect(
                lambda _=False, x=pair: self.asked.emit(
                    "people.merge", {"into": x[0], "person": x[1]}
                )
            )
            two = Button(self.tr("Not the same"), card, small=True)
            two.setAccessibleName(self.tr("{name} is somebody else").format(name=name))
            two.clicked.connect(
                lambda _=False, x=(str(s.one.id), str(other.id)): self.asked.emit(
                    "people.not_same", {"one": x[0], "other": x[1]}
                )
            )
            see = Button(self.tr("Look"), card, kind="quiet", small=True)
            see.setAccessibleName(self.tr("Look at {name}").format(name=name))
            see.clicked.connect(lambda _=False, n=other.id: self.person_asked.emit(n))
            for button in (merge, two, see):
                steps.addWidget(button)
            steps.addStretch(1)
            column.addLayout(steps)

    def _identities(self, p: Person) -> None:
        self.section(self.tr("Profiles"), len(p.identities))
        card, column = self._card("surface")
        for one in p.identities:
            column.addWidget(self._identity(card, one, merged=len(p.identities) > 1))
            if one.bio:
                column.addWidget(TextBlock(one.bio[:600], card, tone="muted"))

    def _identity(self, card: QWidget, one: Identity, *, merged: bool) -> QWidget:
        line = QWidget(card)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        mark = Avatar(line, side=28)
        mark.show_person(name=one.name, handle=one.handle, platform=one.platform or "")
        row.addWidget(mark)
        place = text.platform(one.platform) if one.platform else one.realm
        words = [f"@{one.handle.lstrip('@')}", place]
        if one.followers is not None:
            followers = one.followers
            words.append(self.tr("%n follower(s)", "", followers))
        row.addWidget(Elided(" · ".join(words), line), 1)
        if one.url:
            web = IconButton("open", self.tr("Open the profile"), line)
            web.clicked.connect(lambda _=False, u=one.url: self.opened.emit(u))
            row.addWidget(web)
        if merged and one.under is not None:
            part = Button(self.tr("Unmerge"), line, small=True)
            part.setAccessibleName(self.tr("Unmerge {name}").format(name=one.handle))
            part.clicked.connect(
                lambda _=False, n=one.id: self.asked.emit("people.unmerge", {"person": str(n)})
            )
            row.addWidget(part)
        return line

    def _facts(self, p: Person) -> None:
        self.section(self.tr("Facts"), len(p.facts) or None)
        card, column = self._card("surface")
        values: dict[str, set[str]] = {}
        for fact in p.facts:
            values.setdefault(fact.name.casefold(), set()).add(fact.value)
        for fact in p.facts:
            origin = people_words.source(fact.source)
            if fact.source.startswith("item:"):
                origin = self.tr("they said so")
            quiet = f"{origin}, {text.day(fact.at)}"
            if len(values[fact.name.casefold()]) > 1:
                quiet = self.tr("stated otherwise, too") + " · " + quiet
            line = self._pair(card, fact.name, fact.value, quiet)
            if fact.source.startswith("item:"):
                see = IconButton("message", self.tr("Where they said it"), line)
                see.setFixedSize(30, _LINE)
                item = int(fact.source.partition(":")[2])
                see.clicked.connect(lambda _=False, n=item: self.item_asked.emit(n))
                _add(line, see)
            self._forget(line, self.tr("Forget {name}"), fact.name, "people.fact_remove", fact.id)
            column.addWidget(line)
        column.addWidget(self._new_fact(card, p))

    def _new_fact(self, card: QWidget, p: Person) -> QWidget:
        line = QWidget(card)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(8)
        name, value = QLineEdit(line), QLineEdit(line)
        name.setPlaceholderText(self.tr("What, e.g. city"))
        value.setPlaceholderText(self.tr("Only what they stated or you know"))
        for field in (name, value):
            field.setAccessibleName(field.placeholderText())
        name.setFixedWidth(180)
        self._typing = [name, value]
        add = Button(self.tr("Add"), line, small=True)

        def keep() -> None:
            if name.text().strip() and value.text().strip():
                args = {"person": str(p.id), "name": name.text(), "value": value.text()}
                name.clear()
                value.clear()
                self.asked.emit("people.fact_add", args)

        add.clicked.connect(lambda _=False: keep())
        value.returnPressed.connect(keep)
        row.addWidget(name)
        row.addWidget(value, 1)
        row.addWidget(add)
        return line

    def _notes(self, p: Person) -> None:
        if not p.notes:
            return
        self.section(self.tr("Notes"), len(p.notes))
        card, column = self._card("surface")
        for note in p.notes:
            line = QWidget(card)
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(Label(text.ago(note.made_at), line, size="second", tone="muted"))
            words.addWidget(TextBlock(note.text[:2000], line))
            row.addLayout(words, 1)
            self._forget(line, self.tr("Drop the note"), "", "people.note_remove", note.id)
            column.addWidget(line)

    def _said(self, p: Person) -> None:
        if not p.said:
            return
        self.section(self.tr("What they said and did"), p.items)
        for one in p.said:
            self.column.addWidget(self._thing(one))
        if p.items > len(p.said):
            words = self.tr("The newest {count}; the rest is in the search.").format(
                count=len(p.said)
            )
            self.column.addWidget(Label(words, self.inside, size="second", tone="muted"))

    def _thing(self, one: Said) -> QWidget:
        card = Card(self.inside)
        row = QHBoxLayout(card)
        row.setContentsMargins(14, 10, 10, 10)
        words = QVBoxLayout()
        words.setSpacing(3)
        head = [text.platform(one.platform), text.kind(one.kind), text.clock(one.created_at)]
        words.addWidget(Label(" · ".join(head), card, size="second", tone="muted"))
        if one.about and one.about != one.text:
            words.addWidget(
                Elided("“" + " ".join(one.about.split())[:160] + "”", card, tone="muted")
            )
        if one.text:
            words.addWidget(TextBlock(one.text[:1000], card))
        elif one.emptied:
            words.addWidget(Label(row_words.gone(one.emptied), card, tone="muted", wrap=True))
        row.addLayout(words, 1)
        see = Button(self.tr("Open"), card, kind="quiet", small=True)
        see.setAccessibleName(
            self.tr("Open {what}").format(what=" ".join((one.text or head[1]).split())[:80])
        )
        see.clicked.connect(lambda _=False, n=one.item_id: self.item_asked.emit(n))
        row.addWidget(see)
        return card

    # pieces

    def _card(self, ground: str) -> tuple[Card, QVBoxLayout]:
        card = Card(self.inside, ground=ground)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(8)
        self.column.addWidget(card)
        return card, column

    def _pair(self, card: QWidget, name: str, value: str, quiet: str) -> QWidget:
        line = QWidget(card)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        label = Elided(name[:80], line, tone="muted")
        label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        label.setFixedSize(120, _LINE)
        row.addWidget(label, 0, top)
        words = QVBoxLayout()
        words.setContentsMargins(0, 3, 0, 3)
        words.addWidget(TextBlock(value[:600], line))
        row.addLayout(words, 1)
        origin = Label(quiet, line, size="second", tone="muted")
        origin.setFixedHeight(_LINE)
        row.addWidget(origin, 0, top)
        return line

    def _forget(self, line: QWidget, words: str, name: str, command: str, number: int) -> None:
        drop = IconButton("close", words.format(name=name[:60]), line)
        drop.setFixedSize(30, _LINE)
        drop.clicked.connect(lambda _=False: self.asked.emit(command, {"id": str(number)}))
        _add(line, drop)


def _add(line: QWidget, button: QWidget) -> None:
    layout = line.layout()
    assert isinstance(layout, QHBoxLayout)
    layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
