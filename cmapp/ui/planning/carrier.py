"""What is dragged over the calendar: a picture under the pointer, and the place it would go to."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cmapp.ui import look
from cmapp.ui.planning import words
from cmapp.ui.planning.painter import PlanPainter
from cmapp.ui.planning.plans import Entry
from cmapp.ui.planning.view import KEEP, Target

_EDGE, _STRIDE = 28, 18


class Carrier(QWidget):
    """Follows the pointer over its parent; `targets` are the views that something is put on."""

    dropped = Signal(object, object)

    def __init__(self, parent: QWidget, painter: PlanPainter) -> None:
        super().__init__(parent)
        self._painter = painter
        self.targets: list[Any] = []
        self._entry: Entry | None = None
        self._target: Target | None = None
        self._at = QPoint()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(QSize(230, 52))
        self._scroll = QTimer(self)
        self._scroll.setInterval(30)
        self._scroll.timeout.connect(self._creep)
        self.hide()

    def carry(self, entry: Entry, at: QPoint) -> None:
        """Hold an entry at a place on the screen."""
        self._entry, self._at = entry, at
        self._aim()
        parent = self.parentWidget()
        assert parent is not None
        self.move(parent.mapFromGlobal(at) + QPoint(12, 10))
        self.show()
        self.raise_()
        self.update()
        if not self._scroll.isActive():
            self._scroll.start()

    def _aim(self) -> None:
        self._target = None
        for view in self.targets:
            port = view.viewport()
            inside = port.mapFromGlobal(self._at)
            found = view.target_at(inside) if port.rect().contains(inside) else None
            view.aim(found)
            if found is not None:
                self._target = found

    def _creep(self) -> None:
        for view in self.targets:
            port = view.viewport()
            inside = port.mapFromGlobal(self._at)
            if port.rect().contains(inside):
                step = -_STRIDE if inside.y() < _EDGE else 0
                step = _STRIDE if inside.y() > port.height() - _EDGE else step
                if step:
                    bar = view.verticalScrollBar()
                    bar.setValue(bar.value() + step)
                    self._aim()

    def drop(self, entry: Entry, at: QPoint) -> None:
        """Let go."""
        if self._entry is None:
            return
        self._at = at
        self._aim()
        target = self._target
        self.leave()
        if target is not None:
            self.dropped.emit(entry, target)

    def leave(self) -> None:
        """Nothing is carried any more."""
        self._entry = self._target = None
        self._scroll.stop()
        for view in self.targets:
            view.aim(None)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the entry, and where it would go in words."""
        if self._entry is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(look.colour("accent"))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(box, 8, 8)
        self._painter.line(painter, box.adjusted(5, 5, -5, -25), self._entry)
        painter.setFont(look.font(11.5, 500))
        painter.setPen(look.colour("accent" if self._target else "muted"))
        painter.drawText(box.adjusted(10, 28, -8, -4), Qt.AlignmentFlag.AlignVCenter, self._where())
        painter.end()

    def _where(self) -> str:
        target, entry = self._target, self._entry
        if target is None or entry is None:
            return "—"
        if target.stage:
            return words.state(target.stage)
        minute = entry.minute if target.minute == KEEP else target.minute
        day = words.short_day(target.day)
        return f"{day}, {words.time(minute)}" if minute >= 0 else day
