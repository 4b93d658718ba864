"""The accounts that a post goes out from: a chip each, on or off."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from cmapp.ui import look, text
from cmapp.ui.views import AccountView
from cmapp.ui.widgets.avatar import MARKS
from cmapp.ui.widgets.button import Keyless, paint_ring
from cmapp.ui.widgets.flow import Flow
from cmapp.ui.widgets.heard import hear, mark
from cmapp.ui.widgets.label import tip

MOST = 180


def named(account: AccountView) -> str:
    """Return an account as one says it: its name and where it is."""
    return f"{account.name or account.handle} · {text.platform(account.platform)}"


def paint_mark(painter: QPainter, box: QRectF, platform: str, *, faint: bool = False) -> None:
    """Paint the platform's badge into `box`."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("faint") if faint else look.platform_colour(platform))
    painter.drawEllipse(box)
    painter.setPen(QColor("#FFFFFF"))
    painter.setFont(look.font(box.height() * 0.56, 700))
    mark = MARKS.get(platform, platform[:1].upper())
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark)


class AccountChip(Keyless, QAbstractButton):
    """One account: its badge, its name, and a tick while the post goes out from it."""

    def __init__(self, account: AccountView, why_not: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.account = account
        self.setText(account.name or account.handle)
        self.setCheckable(True)
        self.setEnabled(not why_not)
        self.setFont(look.font(12.5, 500))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(named(account))
        self.setToolTip(
            tip(f"{named(account)}\n{account.handle}" + (f"\n{why_not}" if why_not else ""))
        )
        self.setAccessibleDescription(why_not)

    def sizeHint(self) -> QSize:
        """Fit badge, name and tick."""
        words = min(MOST, self.fontMetrics().horizontalAdvance(self.text()))
        return QSize(words + 34 + (26 if self.isChecked() else 8), 30)

    def minimumSizeHint(self) -> QSize:
        """Never clip the name further."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip: accent and a tick where it is on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, able = self.isChecked(), self.isEnabled()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        pen = QPen(look.colour("accent" if on else "edge"), 1.4 if on else 1)
        if not able:
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(look.colour("soft" if on else "surface"))
        painter.drawRoundedRect(box, 15, 15)
        paint_mark(painter, QRectF(7, 7, 16, 16), self.account.platform, faint=not able)
        painter.setFont(self.font())
        painter.setPen(look.colour("ink" if on else "muted" if able else "faint"))
        room = self.width() - 34 - (26 if on else 8)
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room + 2)
        painter.drawText(
            QRectF(29, 0, room + 4, self.height()), Qt.AlignmentFlag.AlignVCenter, words
        )
        if on:
            painter.setPen(QPen(look.colour("accent"), 1.8))
            x, y = self.width() - 21.0, self.height() / 2
            for a, b, c, d in ((0, 0, 3, 3.4), (3, 3.4, 9, -3.6)):
                painter.drawLine(int(x + a), int(y + b), int(x + c), int(y + d))
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), radius=14)
        painter.end()


class AccountChips(QWidget):
    """All accounts. Says `toggled` with an account's id; arrow keys walk, Space switches."""

    toggled = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        inside = QWidget(self)
        self._line = Flow(inside)
        column.addWidget(inside)
        self._inside = inside
        self.chips: list[AccountChip] = []
        self.setAccessibleName(self.tr("Accounts that it goes out from"))

    def show_accounts(self, accounts: Sequence[AccountView], on: Collection[str]) -> None:
        """Show a chip for each; `on` are those it goes out from."""
        if [c.account for c in self.chips] != list(accounts):
            for chip in self.chips:
                self._line.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
            self.chips = []
            for number, account in enumerate(accounts, 1):
                reason = account.can.get("publish", "")
                chip = AccountChip(account, text.absent(reason) if reason else "", self._inside)
                if number <= 9 and not reason:
                    chip.setToolTip(tip(f"{chip.toolTip()}\nAlt+{number}"))
                hear(chip)
                chip.clicked.connect(lambda _=False, a=account.id: self.toggled.emit(a))
                self._line.addWidget(chip)
                chip.show()
                self.chips.append(chip)
        for chip in self.chips:
            mark(chip, chip.account.id in on)
            chip.updateGeometry()
            chip.update()
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the chips."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        here = next((n for n, chip in enumerate(self.chips) if chip.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        self.chips[(here + step) % len(self.chips)].setFocus(Qt.FocusReason.OtherFocusReason)
