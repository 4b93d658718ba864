"""What was found, as one types: newest first, with the words marked."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cmapp.ui import text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.views import Hit
from cmapp.ui.widgets.avatar import Avatar
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.empty import Empty
from cmapp.ui.widgets.label import Elided, Label
from cmapp.ui.widgets.page import Page
from cmapp.ui.widgets.text_block import TextBlock

_LIMIT = 50


def snippet(hit: Hit, around: int = 90) -> tuple[str, list[tuple[int, int]]]:
    """Return the part of a text around its first mark, and the marks in that part."""
    if not hit.marks:
        return hit.text[: around * 3], []
    first = hit.marks[0][0]
    start = max(0, first - around)
    end = min(len(hit.text), first + around * 2)
    lead = "…" if start else ""
    piece = lead + hit.text[start:end] + ("…" if end < len(hit.text) else "")
    shift = len(lead) - start
    return piece, [(a + shift, n) for a, n in hit.marks if start <= a and a + n <= end]


class HitCard(Card):
    """One found post."""

    asked = Signal(object)

    def __init__(self, hit: Hit, parent: QWidget) -> None:
        super().__init__(parent)
        self.hit = hit
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 11, 14, 12)
        line.setSpacing(12)
        mark = Avatar(self, side=32)
        mark.show_person(name=hit.name, handle=hit.handle, platform=hit.platform)
        column = QVBoxLayout()
        column.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(8)
        name = Label((hit.name or hit.handle)[:80], self, size="strong")
        head.addWidget(name)
        head.addWidget(Elided(f"@{hit.handle.lstrip('@')}", self, size="second", tone="muted"), 1)
        when = Label(text.clock(hit.created_at), self, size="second", tone="muted")
        head.addWidget(when)
        column.addLayout(head)
        words, marks = snippet(hit)
        block = TextBlock("", self)
        block.set_words(words, marks)
        column.addWidget(block)
        self.open = Button(self.tr("Open"), self, kind="quiet", small=True)
        self.open.setAccessibleName(
            self.tr("Open {name}: {text}").format(name=hit.name, text=words[:120])
        )
        self.open.clicked.connect(lambda: self.asked.emit(hit))
        line.addWidget(mark)
        line.addLayout(column, 1)
        line.addWidget(self.open)


class SearchPane(Page):
    """The answers to what stands in the field of the top line."""

    found = Signal(str)
    item_asked = Signal(object)
    opened = Signal(str)

    def __init__(self, desk: Desk, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Search"))
        self._desk, self._bridge = desk, bridge
        self._query = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(60)
        self._pause.timeout.connect(self._ask)

    def look_for(self, query: str) -> None:
        """Find `query` after a breath."""
        self._query = query
        self._pause.start()

    def _ask(self) -> None:
        query = self._query
        self._bridge.run(
            lambda: (query, *self._desk.search(query, limit=_LIMIT)),
            self._show,
            stream="search",
        )

    def _show(self, answer: tuple[str, list[Hit], bool]) -> None:
        query, hits, more = answer
        self.clear()
        self.verticalScrollBar().setValue(0)
        if more:
            words = self.tr("the newest {count}").format(count=len(hits))
        else:
            words = self.tr("%n found", "", len(hits))
        self.found.emit(words)
        self.say_under(self.tr("“{query}” · {words}").format(query=query[:80], words=words))
        for hit in hits:
            card = HitCard(hit, self.inside)
            card.asked.connect(self._open)
            self.column.addWidget(card)
        if not hits:
            self.column.addWidget(
                Empty(
                    "search",
                    self.tr("Nothing has these words"),
                    self.tr(
                        "Try fewer words. Simplified and traditional characters find each other."
                    ),
                    parent=self.inside,
                )
            )

    def _open(self, hit: Hit) -> None:
        self.item_asked.emit(hit.item if hit.item is not None else hit.id)

    def focus_list(self) -> None:
        """Give the keys to the first answer."""
        first = self.inside.findChild(HitCard)
        if first is not None:
            first.open.setFocus()

    def move_by(self, step: int) -> None:
        """Walk along the answers."""
        cards = self.inside.findChildren(HitCard)
        at = next((i for i, c in enumerate(cards) if c.open.hasFocus()), -1)
        if cards:
            button: QPushButton = cards[max(0, min(len(cards) - 1, at + step))].open
            button.setFocus()
            self.ensureWidgetVisible(button, 0, 80)
