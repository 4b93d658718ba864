"""A part of the review: a page that reads itself when it is shown, and what it is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QDateTime, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cmapp.ui import look, text
from cmapp.ui.asking import Asking
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.chips import Chip
from cmapp.ui.widgets.label import Elided, Label
from cmapp.ui.widgets.page import Page


class Part(Page):
    """One section. `topics` are what makes it old; `item_asked`: a conversation is to open."""

    topics: frozenset[str] = frozenset({"inbox"})
    item_asked = Signal(object)

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.asking = asking
        self._keys: tuple[int, str] | None = None
        asking.changed.connect(self._again)

    def load(self) -> None:
        """Read what is to be shown; the answer comes a moment later."""

    def _again(self) -> None:
        if self.isVisible():
            self.load()

    def places(self) -> list[QAbstractButton]:
        """Return the buttons and switches, from top to bottom."""
        every = self.inside.findChildren(QAbstractButton)
        found = [b for b in every if b.isVisible() and not isinstance(b, Chip)]
        return sorted(found, key=lambda b: (b.mapTo(self.inside, b.rect().center()).y(), b.x()))

    def move_by(self, step: int) -> None:
        """Walk along the buttons."""
        places = self.places()
        if places:
            at = next((n for n, b in enumerate(places) if b.hasFocus()), -1 if step > 0 else 0)
            button = places[max(0, min(len(places) - 1, at + step))]
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.ensureWidgetVisible(button, 0, 80)

    def hold_keys(self) -> None:
        """Note which button has the keys, before all are made anew."""
        for at, button in enumerate(self.places()):
            if button.hasFocus():
                self._keys = at, button.accessibleName()

    def give_keys(self) -> None:
        """Give the keys to the same button, or to what is there now; once that is shown."""
        QTimer.singleShot(0, self, self._give)

    def _give(self) -> None:
        keys, self._keys = self._keys, None
        places = self.places()
        if keys is None or not places or not self.isVisible():
            return
        same = (b for b in places if b.accessibleName() == keys[1])
        button = next(same, places[min(keys[0], len(places) - 1)])
        button.setFocus(Qt.FocusReason.OtherFocusReason)


def moment(iso: str | None) -> int | None:
    """Return UTC ms for a time as commands tell it."""
    if not iso:
        return None
    return int(QDateTime.fromString(iso, Qt.DateFormat.ISODateWithMs).toMSecsSinceEpoch())


class Tile(Card):
    """A figure with its name above and a quiet line below; never a figure without its n."""

    def __init__(
        self, name: str, figure: str, note: str, parent: QWidget, *, tone: str = "muted"
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 13, 16, 14)
        column.setSpacing(3)
        column.addWidget(Label(name, self, size="second", tone="muted"))
        shown = Label(figure, self, size="figure")
        shown.setFixedHeight(36)  # as high with Chinese in it as without
        column.addWidget(shown)
        column.addWidget(Elided(note, self, size="second", tone=tone))
        self.setAccessibleName(f"{name}: {figure}. {note}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)


class Share(QWidget):
    """A bar: how much of the whole; its words stand beside it, never in colour alone."""

    def __init__(self, part: int, of: int, parent: QWidget, *, tone: str = "accent") -> None:
        super().__init__(parent)
        self._share, self._tone = (part / of if of else 0.0), tone
        self.setFixedHeight(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the whole softly, the part over it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("hover"))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        if self._share > 0:
            painter.setBrush(look.colour(self._tone))
            wide = max(8.0, self.width() * min(1.0, self._share))
            painter.drawRoundedRect(QRectF(0, 0, wide, self.height()), 4, 4)
        painter.end()


def bar(
    name: str, words: str, part: int, of: int, parent: QWidget, *, tone: str = "accent"
) -> QWidget:
    """Return a line: name, bar, words."""
    line = QWidget(parent)
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(14)
    first = Elided(name, line)
    first.setFixedWidth(180)
    first.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    row.addWidget(first)
    row.addWidget(Share(part, of, line, tone=tone), 1)
    last = Label(words, line, tone="muted")
    last.setFixedWidth(230)
    row.addWidget(last)
    return line


class Quotes(Card):
    """What people said, word for word; each leads to its conversation."""

    asked = Signal(object)

    def __init__(
        self,
        title: str,
        under: str,
        quotes: Sequence[Mapping[str, Any]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(8)
        if title:
            head = QHBoxLayout()
            head.setSpacing(10)
            head.addWidget(Label(title, self, size="strong"))
            head.addWidget(Elided(under, self, size="second", tone="muted"), 1)
            column.addLayout(head)
        for quote in quotes:
            column.addLayout(self._quote(quote))

    def _quote(self, quote: Mapping[str, Any]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(str(quote["text"]), self, wrap=True))
        who = f"{text.isolated(str(quote['who']))} · {text.clock(moment(quote['at']))}"
        words.addWidget(Elided(who, self, size="second", tone="muted"))
        row.addLayout(words, 1)
        step = Button(self.tr("Open"), self, kind="quiet", small=True)
        step.setAccessibleName(f"{step.words()}: {quote['who']}: {quote['text']}")
        step.clicked.connect(lambda _=False, i=int(quote["item"]): self.asked.emit(i))
        row.addWidget(step, 0, Qt.AlignmentFlag.AlignTop)
        return row
