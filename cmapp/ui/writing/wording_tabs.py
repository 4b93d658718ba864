"""Which wording is being written: the common one, or that of an account or of a region."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from cmapp.ui import look
from cmapp.ui.widgets.button import Keyless, paint_ring
from cmapp.ui.widgets.flow import Flow
from cmapp.ui.widgets.heard import hear, mark
from cmapp.ui.widgets.label import tip
from cmapp.ui.writing.account_chips import paint_mark
from cmapp.ui.writing.piece import COMMON, Key

MOST = 170


@dataclass(frozen=True, slots=True)
class TabView:
    """What a tab shows. `own`: it does not flow from the common text; `over`: it is too long."""

    key: Key
    words: str
    platform: str = ""
    own: bool = False
    over: bool = False


class WordingTab(Keyless, QAbstractButton):
    """One wording: badge, name, a dot where it has its own words, red where it is too long."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = TabView(COMMON, "")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(look.font(12.5, 500))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_view(self, view: TabView) -> None:
        """Show this wording."""
        if view == self.view and self.text():
            return
        self.view = view
        self.setText(view.words)
        marks = [self.tr("own wording")] * view.own + [self.tr("too long")] * view.over
        self.setAccessibleName(", ".join([view.words, *marks]))
        self.setToolTip(tip(self.accessibleName()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Fit badge, name and dot."""
        width = min(MOST, self.fontMetrics().horizontalAdvance(self.text())) + 16
        return QSize(width + 20 * bool(self.view.platform) + 12 * self.view.own, 32)

    def minimumSizeHint(self) -> QSize:
        """Never clip the name further."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the name, and a line under the chosen one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, view = self.isChecked(), self.view
        left = 8
        if view.platform:
            paint_mark(painter, QRectF(left, 9, 14, 14), view.platform)
            left += 20
        painter.setFont(self.font())
        painter.setPen(look.colour("bad" if view.over else "ink" if on else "muted"))
        room = self.width() - left - 8 - 12 * view.own
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room + 2)
        painter.drawText(
            QRectF(left, 0, room + 6, self.height()), Qt.AlignmentFlag.AlignVCenter, words
        )
        painter.setPen(Qt.PenStyle.NoPen)
        if view.own:
            painter.setBrush(look.colour("held"))
            painter.drawEllipse(QRectF(self.width() - 15, self.height() / 2 - 3, 6, 6))
        if on:
            painter.setBrush(look.colour("accent"))
            painter.drawRoundedRect(QRectF(6, self.height() - 2.5, self.width() - 12, 2.5), 1, 1)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), radius=8)
        painter.end()


class WordingTabs(QWidget):
    """The tabs. Says `chosen` with the key of a wording; arrow keys walk along, choosing."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._inside = QWidget(self)
        self._line = Flow(self._inside, gap=2)
        column.addWidget(self._inside)
        self._group = QButtonGroup(self)
        self.tabs: list[WordingTab] = []
        self.setAccessibleName(self.tr("Wordings"))

    def show_views(self, views: Sequence[TabView], chosen: Key) -> None:
        """Show these wordings."""
        while len(self.tabs) > len(views):
            gone = self.tabs.pop()
            self._group.removeButton(gone)
            self._line.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.tabs) < len(views):
            tab = WordingTab(self._inside)
            hear(tab)
            tab.clicked.connect(lambda _=False, t=tab: self.chosen.emit(t.view.key))
            self._group.addButton(tab)
            self._line.addWidget(tab)
            tab.show()
            self.tabs.append(tab)
        for tab, view in zip(self.tabs, views, strict=True):
            tab.show_view(view)
            if view.key == chosen and not tab.isChecked():
                mark(tab, True)
        self._line.invalidate()
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk left and right, choosing."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self.tabs:
            super().keyPressEvent(event)
            return
        self.step(step)
        next(t for t in self.tabs if t.isChecked()).setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """Choose the next or the one before."""
        here = next((n for n, tab in enumerate(self.tabs) if tab.isChecked()), 0)
        self.tabs[(here + by) % len(self.tabs)].click()
