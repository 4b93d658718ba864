"""One found post as a card: who, when, the words around the first mark."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmapp.ui import text
from cmapp.ui.views import Hit
from cmapp.ui.widgets.avatar import Avatar
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.label import Elided, Label, tip
from cmapp.ui.widgets.text_block import TextBlock


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
        handle = f"@{hit.handle.lstrip('@')}"
        kind = text.kind(hit.kind) if hit.item is not None else ""
        quiet = f"{handle} · {kind}" if kind else handle
        head.addWidget(Elided(quiet, self, size="second", tone="muted"), 1)
        when = Label(text.clock(hit.created_at), self, size="second", tone="muted")
        when.setToolTip(tip(text.exact(hit.created_at)))
        head.addWidget(when)
        column.addLayout(head)
        words, marks = snippet(hit)
        block = TextBlock("", self)
        block.set_words(words, marks)
        block.setVisible(bool(words))
        column.addWidget(block)
        self.open = Button(self.tr("Open"), self, kind="quiet", small=True)
        self.open.setAccessibleName(
            self.tr("Open {name}: {text}").format(name=hit.name, text=words[:120])
        )
        self.open.clicked.connect(lambda: self.asked.emit(hit))
        line.addWidget(mark)
        line.addLayout(column, 1)
        line.addWidget(self.open)
