"""A quiet strip above the composer: what we answered before, what fits, what would differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmapp.ui import text
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.label import Elided, Label

MOST = 3


class Suggestions(Card):
    """Says `wanted` with ("text", words) or ("reply", id) when one is to be put in."""

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, ground="raise", radius=10)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 8, 8)
        self._column.setSpacing(4)
        self._found: Mapping[str, Any] = {}
        self._conflicts: list[Mapping[str, Any]] = []
        self._offers: list[tuple[str, str]] = []
        self.setAccessibleName(self.tr("Earlier answers"))
        self.hide()

    def show_found(self, found: Mapping[str, Any]) -> None:
        """Show what was found for an item; nothing hides the strip."""
        self._found = found
        self._conflicts = []
        self._draw()

    def show_conflicts(self, conflicts: list[Mapping[str, Any]]) -> None:
        """Show where the text being written says otherwise than an earlier answer."""
        if conflicts != self._conflicts:
            self._conflicts = conflicts
            self._draw()

    def offer(self, number: int) -> None:
        """Put suggestion `number` (from 1) in, if there is one."""
        if 1 <= number <= len(self._offers):
            self.wanted.emit(*self._offers[number - 1])

    def _draw(self) -> None:
        while self._column.count():
            part = self._column.takeAt(0)
            old = part.widget() if part is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        self._offers = []
        for conflict in self._conflicts[:1]:
            self._conflict(conflict)
        earlier = self._found.get("earlier", [])
        if earlier and not self._conflicts:
            one = earlier[0]
            self._line(said_before(one), one["answer"]["text"], ("text", one["answer"]["text"]))
        for reply in self._found.get("replies", [])[: MOST - len(self._offers)]:
            words = reply["variants"][0]["text"] if reply["variants"] else ""
            head = self.tr("Saved reply: {title}").format(title=reply["title"])
            self._line(head, words, ("reply", reply["id"]))
        for article in self._found.get("articles", [])[: MOST - len(self._offers)]:
            head = self.tr("Article: {title}").format(title=article["title"])
            offer = ("text", article["text"] or article["url"])
            self._line(head, article["text"], offer, link=article["url"] or "")
        self.setVisible(bool(self._offers or self._conflicts))

    def _line(self, head: str, words: str, offer: tuple[str, str], *, link: str = "") -> None:
        self._offers.append(offer)
        number = len(self._offers)
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label(head, line, size="second", tone="muted"))
        row.addWidget(Elided(words, line), 1)
        if link:
            there = Button(self.tr("Link"), line, kind="quiet", small=True)
            there.setAccessibleName(self.tr("Insert: {words}").format(words=link[:80]))
            there.clicked.connect(lambda: self.wanted.emit("text", link))
            row.addWidget(there)
        put = Button(self.tr("Insert"), line, kind="quiet", key=f"Alt {number}", small=True)
        put.setAccessibleName(self.tr("Insert: {words}").format(words=" ".join(words.split())[:80]))
        put.clicked.connect(lambda _=False, o=offer: self.wanted.emit(*o))
        row.addWidget(put)
        self._column.addWidget(line)

    def _conflict(self, conflict: Mapping[str, Any]) -> None:
        before = [d["before"] for d in conflict["differences"]]
        now = [d["now"] for d in conflict["differences"]]
        hint = self.tr("An earlier answer may say something else: “{before}” then, “{now}” now")
        words = Label(
            hint.format(before=", ".join(before)[:60], now=", ".join(now)[:60]),
            self, size="second", tone="warn", wrap=True,
        )  # fmt: skip
        words.setAccessibleName(words.text())
        self._column.addWidget(words)
        answer = conflict["answer"]["text"]
        self._line(said_before(conflict), answer, ("text", answer))


def said_before(one: Mapping[str, Any]) -> str:
    """Return where and when something was answered, in words."""
    from datetime import datetime

    when = datetime.fromisoformat(one["created_at"].replace("Z", "+00:00"))
    words = QCoreApplication.translate("Suggestions", "You answered this on {place}, {day}:")
    day = text.day(int(when.timestamp() * 1000))
    return words.format(place=text.platform(one["platform"]), day=day)
