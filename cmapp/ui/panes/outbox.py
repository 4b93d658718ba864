"""The outbox: every deed that has not ended, why it waits, and what one can do about it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmapp.ui import text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.views import OutboxItem, Situation
from cmapp.ui.widgets.button import Button, IconButton
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.chips import Pill
from cmapp.ui.widgets.empty import Empty
from cmapp.ui.widgets.label import Elided, Label
from cmapp.ui.widgets.outbox_card import OutboxCard, title_of
from cmapp.ui.widgets.page import Page


class Deciding(Page):
    """A page of outbox cards: turns what is pressed on a card into commands."""

    tell = Signal(str, object)
    opened = Signal(str)
    item_asked = Signal(object)
    edit_asked = Signal(object)

    def __init__(
        self, title: str, desk: Desk, bridge: Bridge, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self.desk, self.bridge = desk, bridge

    def card(self, item: OutboxItem) -> OutboxCard:
        """Return a card that is listened to."""
        card = OutboxCard(item, self.inside)
        card.asked.connect(self.decide)
        return card

    def decide(self, verb: str, item: OutboxItem) -> None:
        """Do what was pressed."""
        match verb:
            case "edit":
                self.edit_asked.emit(item)
            case "thread":
                self.item_asked.emit(item.item)
            case "drop" if item.state in ("ready", "rejected", "scheduled"):
                self._resolve("outbox.cancel", self.tr("Taken back"), id=str(item.id))
            case "drop":
                self._resolve("outbox.resolve", self.tr("Dropped"), id=str(item.id), verdict="drop")
            case "send":
                self._resolve(
                    "outbox.resolve", self.tr("On its way"), id=str(item.id), verdict="send"
                )
            case "sent":
                self._resolve(
                    "outbox.resolve", self.tr("Marked as sent"), id=str(item.id), verdict="sent"
                )
            case "look":
                self._resolve("outbox.resolve", self.tr("Looking"), id=str(item.id), verdict="look")

    def _resolve(self, command: str, words: str, /, **args: Any) -> None:
        self.bridge.run(
            lambda: self.desk.call(command, **args),
            lambda _: self._resolved(words),
            self._sorry,
            call=True,
        )

    def _resolved(self, words: str) -> None:
        self.tell.emit(words, None)
        self.fill()

    def _sorry(self, error: Exception) -> None:
        words = text.failed(error, self.tr("That did not work. Nothing is lost."))
        self.tell.emit(words, None)

    def move_by(self, step: int) -> None:
        """Walk from card to card; the first step of each takes the keys."""
        cards = self.inside.findChildren(OutboxCard)
        focus = self.focusWidget()
        at = next((i for i, c in enumerate(cards) if focus and c.isAncestorOf(focus)), -1)
        if not cards:
            return
        card = cards[max(0, min(len(cards) - 1, at + step))]
        button = card.findChild(Button)
        if button is not None:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(card, 0, 40)

    def fill(self) -> None:
        """Fill the page anew."""
        raise NotImplementedError


class _Sent(Card):
    """One line for what is over."""

    opened = Signal(str)

    def __init__(self, item: OutboxItem, parent: QWidget) -> None:
        super().__init__(parent, radius=10)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 7, 8, 7)
        line.setSpacing(12)
        words, tone = text.state(item.state)
        line.addWidget(Pill(words, self, tone=tone))
        who = Elided(title_of(item), self, size="strong")
        line.addWidget(who, 2)
        line.addWidget(Elided(item.text[:300], self), 5)
        when = Label(text.clock(item.sent_at or item.made_at), self, size="second", tone="muted")
        line.addWidget(when)
        web = IconButton("open", self.tr("Open on the platform"), self)
        web.setEnabled(bool(item.url))
        web.clicked.connect(lambda: self.opened.emit(item.url))
        line.addWidget(web)
        self.setAccessibleName(f"{words}, {title_of(item)}. {item.text[:300]}")


class OutboxPane(Deciding):
    """What needs a decision first, then what waits, then what is over."""

    landing_asked = Signal()
    panic_asked = Signal()

    def __init__(self, desk: Desk, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("", desk, bridge, parent)
        self.title.setText(self.tr("Outbox"))
        self._shown: list[OutboxItem] | None = None
        self._report = Button(self.tr("Landing report"), self, icon="landing")
        self._report.clicked.connect(lambda: self.landing_asked.emit())
        self._panic = Button(self.tr("Pause everything"), self, icon="pause", kind="danger")
        self._panic.clicked.connect(lambda: self.panic_asked.emit())
        self.steps.addWidget(self._report)
        self.steps.addWidget(self._panic)
        self.show_situation(Situation())
        self.fill()

    def arrived(self) -> None:
        """Be fresh when shown."""
        self.fill()

    def refresh(self, topics: frozenset[str]) -> None:
        """Ask again for what changed, if anybody looks: `arrived` asks anyway."""
        if self.isVisible() and topics & {"outbox", "posts", "switches", "accounts"}:
            self.fill()

    def show_situation(self, here: Situation) -> None:
        """Say how things leave now."""
        paused = here.paused_since is not None
        self._panic.setText(self.tr("Resume sending") if paused else self.tr("Pause everything"))
        self._panic.icon_name = "play" if paused else "pause"
        self._panic.kind = "primary" if paused else "danger"
        self._panic.updateGeometry()
        if paused:
            words = self.tr("Paused: nothing leaves, for no account, until you resume.")
        elif here.flight_since is not None:
            words = self.tr("Flight mode: everything waits here until you land.")
        elif here.network != "online":
            words = self.tr("No network: everything waits here and goes out later.")
        else:
            words = self.tr("Every reply is checked against its thread before it leaves.")
        self.say_under(words)

    def fill(self) -> None:
        """Fill the page anew where something changed."""
        rows = self.desk.outbox()
        if rows == self._shown:
            return
        self._shown = rows
        bar = self.verticalScrollBar()
        stood = bar.value()
        self.clear()
        needs = [r for r in rows if r.state in ("review", "rejected", "uncertain")]
        waits = [r for r in rows if r.state in ("ready", "sending", "scheduled")]
        over = [r for r in rows if r.state in ("sent", "cancelled")]
        if not rows:
            self.column.addWidget(
                Empty(
                    "outbox",
                    self.tr("Nothing on its way"),
                    self.tr("Replies and posts stand here from the moment you send them."),
                    parent=self.inside,
                )
            )
        if needs:
            self.section(self.tr("Needs you"), len(needs))
            for item in needs:
                self.column.addWidget(self.card(item))
        if waits:
            self.section(self.tr("Waiting"), len(waits))
            for item in waits:
                self.column.addWidget(self.card(item))
        if over:
            self.section(self.tr("Over"))
            for item in over[:50]:
                line = _Sent(item, self.inside)
                line.opened.connect(self.opened)
                self.column.addWidget(line)
        QTimer.singleShot(0, lambda: bar.setValue(stood))

    def show_item(self, item: int) -> None:
        """Bring a row into sight."""
        for i in range(self.column.count()):
            part = self.column.itemAt(i)
            widget = part.widget() if part is not None else None
            if isinstance(widget, OutboxCard) and widget.item.id == item:
                QTimer.singleShot(0, lambda w=widget: self.ensureWidgetVisible(w, 0, 60))
                button = widget.findChild(Button)
                if button is not None:
                    button.setFocus()
