"""The register of suggestions: how many asked, what became of it, who is to be told (IN-11)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmapp.ui import text
from cmapp.ui.asking import Asking
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.chips import ChipRow, Pill
from cmapp.ui.widgets.empty import Empty
from cmapp.ui.widgets.label import Elided, Label
from cmapp.ui.widgets.part import Part, moment

_TONES = {"new": "accent", "accepted": "held", "done": "ok", "declined": "muted"}
_STEPS = {
    "new": ("accepted", "done", "declined"),
    "accepted": ("done", "declined"),
    "done": ("new",),
    "declined": ("new",),
}
"""Where a suggestion may go from where it is."""


class RegisterPart(Part):
    """What people proposed, what most of them asked for first."""

    topics = frozenset({"suggestions", "drafts"})
    done_asked = Signal(object)
    """This suggestion is done: what are its people to be told?"""
    drafts_asked = Signal()

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(asking, parent)
        self.title.setText(self.tr("Suggestions"))
        names = {"all": self.tr("All"), **{c: self._state(c) for c in _TONES}}
        self.states = ChipRow(names, self.inside)
        self.states.setAccessibleName(self.tr("State"))
        self.states.chosen.connect(lambda _: self.load())
        self.steps.addWidget(self.states)

    def _state(self, code: str) -> str:
        return {
            "new": self.tr("New"),
            "accepted": self.tr("Accepted"),
            "done": self.tr("Done"),
            "declined": self.tr("Declined"),
        }.get(code, code)

    def load(self) -> None:
        """Ask for the register."""
        state = self.states.current()
        args = {} if state == "all" else {"state": state}
        self.asking.look("suggestions.list", self._show, **args)

    def _show(self, found: dict[str, Any]) -> None:
        self.hold_keys()
        self.clear()
        rows = sorted(found["suggestions"], key=lambda s: -len(s["people"]))
        if not rows:
            self.say_under("")
            words = self.tr(
                "In the inbox, I puts what somebody proposes into this register. When it is "
                "there, everyone who asked for it can be told at once."
            )
            self.column.addWidget(
                Empty("idea", self.tr("No suggestion here"), words, parent=self.inside)
            )
            return
        self.say_under(self.tr("By voices: one person counts once, however often they asked."))
        for row in rows:
            self.column.addWidget(self._card(row))
        self.give_keys()

    def _card(self, row: Mapping[str, Any]) -> QWidget:
        card = Card(self.inside)
        line = QHBoxLayout(card)
        line.setContentsMargins(16, 12, 12, 12)
        line.setSpacing(16)
        voices = QVBoxLayout()
        voices.setSpacing(0)
        count = len(row["people"])
        figure = Label(text.number(count), card, size="figure")
        figure.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        unit = Label(self.tr("voice(s)", "", count), card, size="small", tone="muted")
        unit.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for part in (figure, unit):
            part.setFixedWidth(64)
            voices.addWidget(part)
        line.addLayout(voices)
        words = QVBoxLayout()
        words.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Elided(row["title"], card, size="strong"), 1)
        head.addWidget(Pill(self._state(row["state"]), card, tone=_TONES[row["state"]]))
        words.addLayout(head)
        words.addWidget(Elided(self._who(row), card, size="second", tone="muted"))
        words.addLayout(self._buttons(row, card))
        line.addLayout(words, 1)
        return card

    def _who(self, row: Mapping[str, Any]) -> str:
        names = self.tr(", ", "between names").join(p["name"] for p in row["people"][:4])
        more = len(row["people"]) - 4
        said = names if more <= 0 else self.tr("{names} and %n more", "", more).format(names=names)
        parts = [said, text.clock(moment(row["changed_at"]))]
        told = sum(p["draft"] is not None for p in row["people"])
        if told:
            parts.append(self.tr("%n answer(s) drafted", "", told))
        return " · ".join(parts)

    def _buttons(self, row: Mapping[str, Any], card: QWidget) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(6)

        def step(words: str, then: Any, icon: str = "") -> None:
            button = Button(words, card, kind="plain", icon=icon, small=True)
            button.setAccessibleName(f"{words}: {row['title']}")
            button.clicked.connect(lambda _=False: then())
            line.addWidget(button)

        names = {
            "accepted": self.tr("Accept"),
            "done": self.tr("It is done…"),
            "declined": self.tr("Decline"),
            "new": self.tr("Open again"),
        }
        for state in _STEPS[row["state"]]:
            if state == "done":
                step(names[state], lambda: self.done_asked.emit(row), "check")
            else:
                step(names[state], lambda s=state: self.move_to(row, s))
        first = next((p["item"] for p in row["people"]), None)
        if first is not None:
            step(self.tr("Conversation"), lambda: self.item_asked.emit(int(first)))
        if any(p["draft"] is not None for p in row["people"]):
            step(self.tr("Drafts"), self.drafts_asked.emit)
        line.addStretch(1)
        return line

    def move_to(self, row: Mapping[str, Any], state: str, words: str = "") -> None:
        """Move it; with `words`, an answer is drafted for each who asked."""

        def said(answer: dict[str, Any]) -> str:
            if made := len(answer["drafts"]):
                return self.tr("%n answer(s) drafted, to be looked at in Write", "", made)
            return f"{self._state(state)}: {row['title']}"

        self.asking.do("suggestions.move", said, id=row["id"], state=state, text=words)
