"""How much room is left: one small gauge per measure that a platform counts in."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmapp.ui import look
from cmapp.ui.widgets.label import tip


@dataclass(frozen=True, slots=True)
class Measure:
    """One count against its limit. `words` names the unit (`characters`, `bytes`)."""

    used: int
    limit: int
    words: str

    @property
    def over(self) -> bool:
        """Whether it is too long."""
        return self.used > self.limit


class LimitMeter(QWidget):
    """Bars with figures. Only the tightest measure has a bar; others appear once they matter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measures: tuple[Measure, ...] = ()
        self._bar = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(look.font(12, 400, tabular=True))

    def measures(self) -> tuple[Measure, ...]:
        """Return what is shown."""
        return self._measures

    def show_measures(self, measures: tuple[Measure, ...]) -> None:
        """Show these counts."""
        self._measures = measures
        said = ", ".join(f"{m.used:n} / {m.limit:n} {m.words}" for m in measures)
        self.setAccessibleName(said)
        self.setToolTip(tip(said))
        self.setVisible(bool(measures))
        self.updateGeometry()
        self.update()

    def show_bar(self, on: bool) -> None:
        """Show the bar, or the figures alone where there is little room."""
        if on != self._bar:
            self._bar = on
            self.updateGeometry()
            self.update()

    def minimumSizeHint(self) -> QSize:
        """Never clip the figures."""
        return self.sizeHint()

    def _shown(self) -> list[Measure]:
        if not self._measures:
            return []
        ranked = sorted(self._measures, key=lambda m: m.used / max(1, m.limit), reverse=True)
        return [ranked[0], *(m for m in ranked[1:] if m.used / max(1, m.limit) > 0.8)]

    def _texts(self) -> list[tuple[Measure, str]]:
        shown = self._shown()
        many = len(self._measures) > 1
        return [(m, f"{m.used} / {m.limit}" + (f" {m.words}" if many else "")) for m in shown]

    def sizeHint(self) -> QSize:
        """Fit bar and figures."""
        metrics = self.fontMetrics()
        width = 96 if self._bar else 0
        for _, text in self._texts():
            width += metrics.horizontalAdvance(text) + 12
        return QSize(width, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bar and figures; over the limit, bar and words turn red and say by how much."""
        texts = self._texts()
        if not texts:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = texts[0][0]
        part = min(1.0, first.used / max(1, first.limit))
        tone = "bad" if first.over else "warn" if part > 0.9 else "ok"
        middle = self.height() / 2
        if self._bar:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("line"))
            painter.drawRoundedRect(QRectF(0, middle - 2, 86, 4), 2, 2)
            painter.setBrush(look.colour(tone))
            if part > 0:
                painter.drawRoundedRect(QRectF(0, middle - 2, max(4.0, 86 * part), 4), 2, 2)
        x = 96 if self._bar else 0
        painter.setFont(self.font())
        for measure, text in texts:
            painter.setPen(look.colour("bad" if measure.over else "muted"))
            width = self.fontMetrics().horizontalAdvance(text)
            painter.drawText(
                QRectF(x, 0, width + 4, self.height()), Qt.AlignmentFlag.AlignVCenter, text
            )
            x += width + 12
        painter.end()
