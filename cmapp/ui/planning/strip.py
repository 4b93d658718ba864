"""How regularly each account posts, and about what: one line above the calendar (CA-08, CT-08)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from cmapp.ui import look
from cmapp.ui.planning import words
from cmapp.ui.planning.painter import Known, account_disc, swatch
from cmapp.ui.widgets.button import Keyless, paint_ring
from cmapp.ui.widgets.card import Ground
from cmapp.ui.widgets.label import Elided, tip

_MOST = 3
"""Accounts that are told of; the rest are counted."""
_LEAST_GAP = 2
"""Days without a post from which on it is worth a word."""


class _Account(Keyless, QPushButton):
    """An account's mark, its streak and its next gap; pressed it leads to the gap."""

    def __init__(self, account: Any, said: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._account = account
        self.setText(said)
        self.setFont(look.font(12))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{account.name or account.handle}: {said}")
        self.setToolTip(tip(self.accessibleName()))

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 34, 26)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        account_disc(painter, QRectF(6, 5, 16, 16), self._account)
        painter.setFont(self.font())
        painter.setPen(look.colour("muted"))
        room = self.width() - 30
        said = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(28, 0, room, self.height()), left, said)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), radius=6)
        painter.end()


class _Mix(QWidget):
    """Shares of the pillars as one bar; the words beside it say the same."""

    def __init__(self, mix: list[Mapping[str, Any]], parent: QWidget) -> None:
        super().__init__(parent)
        self._mix = mix
        self.setFixedSize(QSize(96, 10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = 0.0
        patterns = list(words.PATTERNS)
        for at, one in enumerate(self._mix):
            wide = self.width() * float(one.get("share") or 0) / 100
            if wide >= 1:
                color = str(one.get("color") or words.COLOURS[at % len(words.COLOURS)])
                box = QRectF(x, 0, max(2.0, wide - 1.5), self.height())
                swatch(painter, box, color, patterns[at % len(patterns)])
                x += wide
        painter.end()


class PlanStrip(Ground):
    """`day_asked`: a gap begins on this day."""

    day_asked = Signal(int)

    def __init__(self, known: Known, parent: QWidget | None = None) -> None:
        super().__init__(parent, rules="b")
        self._known = known
        self.setFixedHeight(36)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(14, 0, 18, 0)
        self._line.setSpacing(6)
        self._told: object = None
        self.hide()

    def tell(self, found: Mapping[str, Any], now: int) -> None:
        """Show what `calendar.gaps` told; `now` is today's day."""
        accounts = [a for a in found.get("accounts") or () if a["account"] in self._known.accounts]
        mix = [m for m in found.get("mix") or () if m.get("pillar")]
        told = (accounts, mix)
        if told == self._told:
            return
        self._told = told
        while self._line.count():
            item = self._line.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for one in accounts[:_MOST]:
            self._account(one, now)
        if len(accounts) > _MOST:
            more = words.translate("calendar", "{n} more").format(n=len(accounts) - _MOST)
            self._line.addWidget(Elided(more, self, size="second", tone="muted"))
        self._line.addStretch(1)
        if mix and any(m.get("n") for m in mix):
            self._line.addWidget(_Mix(mix, self))
            said = Elided(" · ".join(map(_share, mix[:4])), self, size="second", tone="muted")
            said.setMinimumWidth(120)
            self._line.addWidget(said, 3)
        self.setVisible(bool(accounts))

    def _account(self, one: Mapping[str, Any], now: int) -> None:
        days = int((one.get("streak") or {}).get("n") or 0)
        parts = [self.tr("%n day(s) in a row", "", days)] if days else []
        gap = next(
            (
                g
                for g in one.get("gaps") or ()
                if _number(g["last"]) >= now and int(g["days"]) >= _LEAST_GAP
            ),
            None,
        )
        if gap is not None:
            first = max(now, _number(gap["first"]))
            parts.append(
                self.tr("nothing {days}").format(days=words.near_span(first, _number(gap["last"])))
            )
        if not parts:
            parts.append(self.tr("no gap ahead"))
        button = _Account(self._known.accounts[one["account"]], " · ".join(parts), self)
        if gap is not None:
            there = max(now, _number(gap["first"]))
            button.clicked.connect(lambda: self.day_asked.emit(there))
        self._line.addWidget(button)


def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _share(one: Mapping[str, Any]) -> str:
    share = round(float(one.get("share") or 0))
    target = one.get("target")
    if target is None:
        return f"{one['pillar']} {share} %"
    return f"{one['pillar']} {share}/{round(float(target))} %"
