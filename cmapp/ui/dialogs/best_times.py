"""Best times: when an account's own posts did well, hour by weekday, with how many it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolTip, QWidget

from cmapp.ui import look
from cmapp.ui.asking import Asking
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.planning import words
from cmapp.ui.planning.painter import Known
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.label import Label, tip

_LEFT, _TOP, _ROW = 92, 22, 30


class HourGrid(QWidget):
    """Weekdays below each other, hours beside each other; n stands in each cell that has posts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: dict[tuple[int, int], tuple[int, float | None]] = {}
        self._best: set[tuple[int, int]] = set()
        self._most = 1.0
        self.setMinimumSize(QSize(720, _TOP + 7 * _ROW + 4))

    def show_cells(
        self, cells: Sequence[Mapping[str, Any]], best: Sequence[Mapping[str, Any]]
    ) -> None:
        """Show what was measured."""
        self._cells = {
            (int(c["weekday"]), int(c["hour"])): (int(c["n"]), c.get("value")) for c in cells
        }
        self._best = {(int(b["weekday"]), int(b["hour"])) for b in best}
        values = [v for _, v in self._cells.values() if v is not None]
        self._most = max(values, default=1.0) or 1.0
        self.update()

    def _box(self, row: int, hour: int) -> QRectF:
        wide = (self.width() - _LEFT) / 24
        return QRectF(_LEFT + hour * wide, _TOP + row * _ROW, wide - 2, _ROW - 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint hours, weekdays, cells; the best have a ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font(11))
        painter.setPen(look.colour("muted"))
        for hour in range(0, 24, 3):
            box = self._box(0, hour)
            painter.drawText(QRectF(box.x(), 0, 60, _TOP - 4), left, words.short_time(hour * 60))
        for row, day in enumerate(words.weekdays()):
            weekday = day.value - 1
            painter.setFont(look.font(12))
            painter.setPen(look.colour("muted"))
            name = QLocale().standaloneDayName(day.value)
            painter.drawText(QRectF(0, _TOP + row * _ROW, _LEFT - 8, _ROW - 2), left, name)
            for hour in range(24):
                self._cell(painter, self._box(row, hour), (weekday, hour))
        painter.end()

    def _cell(self, painter: QPainter, box: QRectF, at: tuple[int, int]) -> None:
        n, value = self._cells.get(at, (0, None))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("hover"))
        painter.drawRoundedRect(box, 4, 4)
        if value is not None:
            tint = look.colour("accent")
            tint.setAlphaF(0.12 + 0.6 * max(0.0, value) / self._most)
            painter.setBrush(tint)
            painter.drawRoundedRect(box, 4, 4)
        if at in self._best:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(look.colour("ink"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if n:
            painter.setFont(look.font(10.5))
            strong = value is not None and value > 0.6 * self._most
            painter.setPen(look.colour("on_accent" if strong else "ink"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(n))

    def event(self, event: QEvent) -> bool:
        """Say of a cell how many posts it rests on."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for row, day in enumerate(words.weekdays()):
                for hour in range(24):
                    if self._box(row, hour).contains(event.pos()):
                        n, _ = self._cells.get((day.value - 1, hour), (0, None))
                        name = QLocale().standaloneDayName(day.value)
                        said = f"{name} {words.time(hour * 60)}: {words.posts(n)}"
                        QToolTip.showText(event.globalPos(), tip(said), self)
                        return True
        return super().event(event)


class BestTimesSheet(Sheet):
    """Grid, three suggestions with their reason; or that there is not enough to say."""

    def __init__(self, asking: Asking, known: Known, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._asking = asking
        self.head.setText(self.tr("Best times"))
        self.setWindowTitle(self.tr("Best times"))
        self.say(self.tr("From this account's own posts, nobody else's. The number is how many."))
        self.account = Dropdown(self)
        self.account.setAccessibleName(self.tr("Account"))
        for one in known.accounts.values():
            self.account.addItem(f"{one.name or one.handle} · @{one.handle}"[:60], one.id)
        self.account.currentIndexChanged.connect(lambda _: self.load())
        line = QHBoxLayout()
        line.addWidget(self.account)
        line.addStretch(1)
        self.body.addLayout(line)
        self.grid = HourGrid(self)
        self.body.addWidget(self.grid)
        self.verdict = Label("", self, size="strong", wrap=True)
        self.body.addWidget(self.verdict)
        self.lines = [Label("", self, wrap=True) for _ in range(3)]
        for label in self.lines:
            self.body.addWidget(label)
        self.body.addStretch(1)
        self.step(self.tr("Close"), kind="primary").clicked.connect(self.accept)
        self.resize(800, 520)
        self.load()

    def load(self) -> None:
        """Ask for the times of the account that is chosen."""
        account = self.account.currentData()
        if account is not None:
            self._asking.look("besttime.show", self._show, account=account)

    def _show(self, found: dict[str, Any]) -> None:
        best = list(found.get("best") or ())[:3]
        n, enough = int(found.get("n") or 0), bool(found.get("enough"))
        self.grid.show_cells(found.get("cells") or (), best if enough else ())
        if not enough:
            self.verdict.setText(
                self.tr(
                    "Not enough data: an hour takes {needed} posts, there are {n} in the whole week"
                ).format(n=n, needed=int(found.get("needed") or 0))
            )
            self.verdict.set_tone("warn")
        else:
            self.verdict.setText(
                self.tr("Try these hours; they rest on {posts}").format(posts=words.posts(n))
            )
            self.verdict.set_tone("ink")
        for at, label in enumerate(self.lines):
            one = best[at] if enough and at < len(best) else None
            label.setText(self._said(one) if one else "")
            label.setVisible(one is not None)
        spoken = [self.verdict.text(), *(label.text() for label in self.lines)]
        self.grid.setAccessibleName(" ".join(s for s in spoken if s))

    def _said(self, one: Mapping[str, Any]) -> str:
        day = QLocale().standaloneDayName(int(one["weekday"]) + 1)
        hour = words.time(int(one["hour"]) * 60)
        reason = one.get("reason") or {}
        facts = reason.get("facts") or {}
        said = self.tr(
            "{when}: {posts}, in the middle {value} interactions, usually {usual}"
        ).format(
            when=f"{day} {hour}",
            posts=words.posts(int(one.get("n") or 0)),
            value=_short(one.get("value")),
            usual=_short(facts.get("usual")),
        )
        clear = reason.get("code") == "clearly_above"
        why = self.tr("clearly above") if clear else self.tr("not clearly above, try it out")
        return f"{said} · {why}"


def _short(value: object) -> str:
    return f"{value:g}" if isinstance(value, int | float) else "—"
