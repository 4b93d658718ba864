"""A rounded sheet with a hairline edge: the ground that related things stand on together."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from cmapp.ui import look


class Card(QFrame):
    """A sheet. `edge` and `ground` are tokens; `dashed` says: not there yet."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        ground: str = "surface",
        edge: str = "line",
        radius: int = look.CARD,
    ) -> None:
        super().__init__(parent)
        self.ground, self.edge, self.dashed = ground, edge, False
        self._radius = radius
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred,
            QSizePolicy.Policy.Preferred if radius < look.CARD else QSizePolicy.Policy.Maximum,
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.edge:
            pen = QPen(look.colour(self.edge), 1)
            if self.dashed:
                pen.setDashPattern([4, 3])
            painter.setPen(pen)
        painter.setBrush(look.colour(self.ground))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, self._radius, self._radius)
        painter.end()


class Ground(QWidget):
    """A plain area in one palette role, with rules at the sides that `rules` names (`lrtb`)."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        role: QPalette.ColorRole = QPalette.ColorRole.Base,
        rules: str = "",
    ) -> None:
        super().__init__(parent)
        self._role, self._rules = role, rules
        self.setBackgroundRole(role)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill, then draw the rules."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(self._role))
        painter.setPen(QPen(look.colour("line"), 1))
        r = self.rect()
        if "t" in self._rules:
            painter.drawLine(r.topLeft(), r.topRight())
        if "b" in self._rules:
            painter.drawLine(r.bottomLeft(), r.bottomRight())
        if "l" in self._rules:
            painter.drawLine(r.topLeft(), r.bottomLeft())
        if "r" in self._rules:
            painter.drawLine(r.topRight(), r.bottomRight())
        painter.end()
