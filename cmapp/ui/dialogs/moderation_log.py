"""The log of moderation: whom, what, why, when, what became of it; and the way back (CR-14)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmapp.ui import moderation_words, text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.chips import Pill
from cmapp.ui.widgets.keys_back import keep_through
from cmapp.ui.widgets.label import Elided, Label
from cmapp.ui.widgets.scroll import Scroll

PAGE = 50


class ModerationLog(Sheet):
    """Newest first, a page at a time. `undo_asked`: a line (its id) is to be taken back."""

    undo_asked = Signal(str)
    item_asked = Signal(object)

    def __init__(self, desk: Desk, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._desk, self._bridge = desk, bridge
        self._last = ""
        self.head.setText(self.tr("Moderation log"))
        self.setWindowTitle(self.tr("Moderation log"))
        self._scroll = Scroll(self)
        self._scroll.setAccessibleName(self.tr("Moderation log"))
        self.inside = QWidget(self)
        self._column = QVBoxLayout(self.inside)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self._scroll.setWidget(self.inside)
        self.body.addWidget(self._scroll)
        self.more = self.step(self.tr("Older"))
        self.more.clicked.connect(self.fill_more)
        close = self.step(self.tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        close.setFocus()
        self.resize(680, 560)
        self.fill()

    def fill(self) -> None:
        """Show the newest lines anew."""
        keep_through(self)
        while self._column.count() > 1:
            gone = self._column.takeAt(0)
            widget = gone.widget() if gone is not None else None
            if widget is not None:
                widget.deleteLater()
        self._last = ""
        self.fill_more()

    def fill_more(self) -> None:
        """Show the lines that come next."""
        before = self._last or None
        self._bridge.run(
            lambda: self._desk.call("moderation.log", limit=PAGE, before=before),
            self._show,
            lambda error: self.say(text.trouble(getattr(error, "why", "bug"), {})),
            call=True,
        )

    def _show(self, found: dict[str, Any]) -> None:
        entries = found["entries"]
        for entry in entries:
            self._column.insertWidget(self._column.count() - 1, self._line(entry))
            self._last = entry["id"]
        self.more.setVisible(len(entries) == PAGE)
        if not self._last:
            self.say(self.tr("Nothing was moderated yet."))

    def _line(self, entry: dict[str, Any]) -> QWidget:
        card = Card(self.inside)
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 10, 12, 11)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        who = entry["person"]["name"] or entry["person"]["handle"]
        deed = moderation_words.deed(entry["deed"])
        words = f"{deed} · {text.isolated(who)} · {text.platform(entry['account']['platform'])}"
        head.addWidget(Elided(words, card, size="strong"), 1)
        state, tone = moderation_words.state(entry["state"], undone=bool(entry["undone_at"]))
        head.addWidget(Pill(state, card, tone=tone))
        column.addLayout(head)
        why = [moderation_words.category(entry["category"])] if entry["category"] else []
        why += [entry["reason"]] if entry["reason"] else []
        reason = self.tr("Why: {reason}").format(reason=" · ".join(why))
        column.addWidget(Label(reason, card, wrap=True))
        if entry["text"]:
            column.addWidget(Elided(entry["text"], card, size="second", tone="muted"))
        foot = QHBoxLayout()
        moment = QDateTime.fromString(entry["at"], Qt.DateFormat.ISODate).toMSecsSinceEpoch()
        ours = entry["account"]["handle"]
        when = f"{text.clock(moment)} · @{ours.removeprefix('@')}" if ours else text.clock(moment)
        foot.addWidget(Elided(when, card, size="second", tone="muted"), 1)
        back = entry["undo_of"] is None and not entry["undone_at"]
        out = entry["deed"] == "report" and entry["state"] in ("sent", "sending", "uncertain")
        if back and not out:
            undo = Button(self.tr("Take back"), card, kind="quiet", small=True)
            undo.setAccessibleName(f"{undo.words()}: {words}")
            undo.clicked.connect(lambda _=False, e=entry["id"]: self.undo_asked.emit(e))
            foot.addWidget(undo)
        column.addLayout(foot)
        card.setAccessibleName(f"{words}. {state}. {reason}")
        return card
