"""The line at the foot: online or not, how fresh each account is, what runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from cmapp.ui import look, text
from cmapp.ui.row import Situation
from cmapp.ui.widgets.card import Ground
from cmapp.ui.widgets.label import Elided, Label

if TYPE_CHECKING:
    from cmapp.ui.views import AccountView


def short_names(accounts: Sequence[AccountView]) -> dict[str, str]:
    """Return account id → its platform's name, or its handle where two share a platform."""
    single = len({a.platform for a in accounts}) == len(accounts)
    return {
        a.id: text.platform(a.platform) if single else f"@{a.handle.lstrip('@')}" for a in accounts
    }


class _Dot(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tone, self.hollow = "ok", False
        self.setFixedSize(QSize(9, 9))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.colour(self.tone))
        painter.setBrush(Qt.BrushStyle.NoBrush if self.hollow else look.colour(self.tone))
        painter.drawEllipse(QRectF(1, 1, 7, 7))
        painter.end()


class StatusLine(Ground):
    """Words first, the dot only repeats them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, rules="t")
        self.setFixedHeight(28)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(8)
        self._dot = _Dot(self)
        self._state = Label("", self, size="second", tone="muted")
        self._fresh = Elided("", self, size="second", tone="muted")
        self._busy = Label("", self, size="second", tone="muted")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(90)
        self._bar.setRange(0, 0)
        self._bar.hide()
        line.addWidget(self._dot)
        line.addWidget(self._state)
        line.addSpacing(14)
        line.addWidget(self._fresh, 1)
        line.addWidget(self._bar)
        line.addWidget(self._busy)

    def words(self) -> str:
        """Return what is said about the network."""
        return self._state.text()

    def show_situation(self, here: Situation, accounts: list[AccountView]) -> None:
        """Say where we stand."""
        if here.paused_since is not None:
            tone, words = (
                "bad",
                self.tr("paused since {time}").format(time=text.clock(here.paused_since)),
            )
        elif here.flight_since is not None:
            tone, words = (
                "held",
                self.tr("offline by choice since {time}").format(
                    time=text.clock(here.flight_since)
                ),
            )
        elif here.network != "online":
            tone, words = "muted", self.tr("no network; what you queue goes out later")
        else:
            tone, words = "ok", self.tr("online")
        self._dot.tone = tone
        self._dot.hollow = here.network != "online"
        self._dot.update()
        self._state.setText(words)
        names = short_names(accounts)
        parts = [
            self.tr("{account} read until {time}").format(
                account=names[a.id], time=text.clock(a.synced_at)
            )
            for a in accounts[:4]
            if a.synced_at is not None
        ]
        self._fresh.set_full(" · ".join(parts))

    def show_work(self, words: str, done: int = 0, of: int = 0) -> None:
        """Show progress of long work; no words take it away."""
        self._busy.setText(words)
        self._bar.setVisible(bool(words))
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        self._bar.setAccessibleName(words)
