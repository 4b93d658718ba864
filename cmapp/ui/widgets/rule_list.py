"""The rules and the log of what they did, with the way back (IN-16)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from cmapp.ui import signal_words, text
from cmapp.ui.asking import Asking
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.chips import Pill
from cmapp.ui.widgets.empty import Empty
from cmapp.ui.widgets.label import Elided, Label
from cmapp.ui.widgets.part import Part, moment
from cmapp.ui.widgets.switch import Switch

_LOG = 50


class RulesPart(Part):
    """Each rule with its switch; below, what they did lately."""

    topics = frozenset({"rules"})
    edit_asked = Signal(object)
    """This rule is to be changed; {}: a new one."""

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(asking, parent)
        self.title.setText(self.tr("Rules"))
        self.new = Button(self.tr("New rule"), self.inside, kind="primary", icon="plus")
        self.new.clicked.connect(lambda: self.edit_asked.emit({}))
        self.steps.addWidget(self.new)

    def load(self) -> None:
        """Ask for the rules, and then for their log."""
        self.asking.look("rules.list", self._with_log)

    def _with_log(self, found: dict[str, Any]) -> None:
        self.asking.look(
            "rules.log", lambda log: self._show(found["rules"], log["firings"]), limit=_LOG
        )

    def _show(self, rules: list[dict[str, Any]], firings: list[dict[str, Any]]) -> None:
        self.hold_keys()
        self.clear()
        self.new.setVisible(bool(rules))
        if not rules:
            self.say_under("")
            empty = Empty(
                "rule",
                self.tr("No rule yet"),
                self.tr(
                    "A rule looks at what comes in: it labels, assigns, closes or drafts. It "
                    "answers by itself only where you say so."
                ),
                button=self.tr("New rule"),
                parent=self.inside,
            )
            empty.asked.connect(lambda: self.edit_asked.emit({}))
            self.column.addWidget(empty)
        else:
            self.say_under(
                self.tr("They look at what comes in, in this order; nothing older is touched.")
            )
        for rule in rules:
            self.column.addWidget(self._rule(rule))
        if firings:
            self.section(self.tr("What they did"))
        for firing in firings:
            self.column.addWidget(self._firing(firing))
        self.give_keys()

    def _rule(self, rule: Mapping[str, Any]) -> QWidget:
        card = Card(self.inside)
        line = QHBoxLayout(card)
        line.setContentsMargins(14, 12, 12, 12)
        line.setSpacing(14)
        switch = Switch(card)
        switch.setChecked(rule["enabled"])
        switch.setAccessibleName(self.tr("On: {name}").format(name=rule["name"]))
        switch.toggled.connect(lambda on: self._enable(rule, on))
        line.addWidget(switch)
        words = QVBoxLayout()
        words.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(10)
        tone = "ink" if rule["enabled"] else "muted"
        head.addWidget(Elided(rule["name"], card, size="strong", tone=tone), 1)
        if rule["auto_send"]:
            alone = self.tr("answers by itself, at most %n a day", "", rule["cap"])
            head.addWidget(Pill(alone, card, tone="warn"))
        if not rule["enabled"]:
            head.addWidget(Pill(self.tr("off"), card, tone="muted"))
        words.addLayout(head)
        said = self.tr("{query}  →  {deeds}").format(
            query=rule["query"], deeds=signal_words.deeds(rule["deeds"])
        )
        words.addWidget(Elided(said, card, size="second", tone="muted"))
        line.addLayout(words, 1)
        for name, then in (
            (self.tr("Change"), lambda: self.edit_asked.emit(rule)),
            (self.tr("Delete"), lambda: self._remove(rule)),
        ):
            button = Button(name, card, kind="quiet", small=True)
            button.setAccessibleName(f"{name}: {rule['name']}")
            button.clicked.connect(lambda _=False, t=then: t())
            line.addWidget(button)
        return card

    def _enable(self, rule: Mapping[str, Any], on: bool) -> None:
        words = self.tr("On: {name}") if on else self.tr("Off: {name}")
        self.asking.do("rules.enable", words.format(name=rule["name"]), id=rule["id"], enabled=on)

    def _remove(self, rule: Mapping[str, Any]) -> None:
        words = self.tr("Deleted: {name}. What it did stays.").format(name=rule["name"])
        self.asking.do("rules.remove", words, id=rule["id"])

    def _firing(self, firing: Mapping[str, Any]) -> QWidget:
        line = QWidget(self.inside)
        row = QHBoxLayout(line)
        row.setContentsMargins(14, 0, 12, 0)
        row.setSpacing(12)
        when = Label(text.clock(moment(firing["at"])), line, tone="muted")
        when.setFixedWidth(110)
        row.addWidget(when)
        done = [d for d in firing["did"] if "error" not in d]
        said = signal_words.deeds(done) if done else self.tr("nothing could be done")
        name = firing["rule"] or self.tr("a deleted rule")
        row.addWidget(Elided(f"{name}: {said}", line), 1)
        steps: list[QAbstractButton] = []
        if firing["undone_at"]:
            row.addWidget(Pill(self.tr("taken back"), line, tone="muted"))
        elif any(d.get("undo") for d in done):
            back = Button(self.tr("Take back"), line, kind="quiet", small=True)
            back.clicked.connect(lambda _=False: self._take_back(firing))
            steps.append(back)
        item = Button(self.tr("Conversation"), line, kind="quiet", small=True)
        item.clicked.connect(lambda _=False: self.item_asked.emit(int(firing["item"])))
        for button in (*steps, item):
            button.setAccessibleName(f"{button.text()}: {name}, {text.clock(moment(firing['at']))}")
            row.addWidget(button)
        return line

    def _take_back(self, firing: Mapping[str, Any]) -> None:
        def said(answer: dict[str, Any]) -> str:
            stayed = len(answer["stayed"])
            return (
                self.tr("Taken back, but for %n", "", stayed) if stayed else self.tr("Taken back")
            )

        self.asking.do("rules.undo", said, firing=firing["id"])
