"""How much room is left in each network: a line per wording, the tightest first (DR-03)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cmapp.ui.widgets.label import Elided, Label
from cmapp.ui.widgets.limit_meter import LimitMeter, Measure
from cmapp.ui.writing.account_chips import paint_mark
from cmapp.ui.writing.piece import Key

MOST = 8
"""Lines that are shown; the tightest are among them."""


@dataclass(frozen=True, slots=True)
class Room:
    """What one wording uses of its account's limits. `parts` > 1: it goes out as a thread."""

    key: Key
    name: str
    platform: str
    measures: tuple[Measure, ...]
    media: int = 0
    media_most: int = 0
    parts: int = 1
    links: int = 0

    @property
    def over(self) -> bool:
        """Whether it cannot go out like this."""
        return self.media > self.media_most or (
            self.parts == 1 and any(m.over for m in self.measures)
        )

    @property
    def tight(self) -> float:
        """Return how full the fullest limit is."""
        return max((m.used / max(1, m.limit) for m in self.measures), default=0.0)


class Badge(QWidget):
    """A platform's mark by itself; the words beside it say the same."""

    def __init__(self, platform: str, parent: QWidget, *, side: int = 16) -> None:
        super().__init__(parent)
        self._platform = platform
        self.setFixedSize(QSize(side, side))

    def show_platform(self, platform: str) -> None:
        """Show another mark."""
        self._platform = platform
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, QRectF(self.rect()), self._platform)
        painter.end()


class _Line(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.badge = Badge("", self, side=14)
        self.name = Elided("", self, size="second", tone="muted")
        self.name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.name.setFixedWidth(116)
        self.meter = LimitMeter(self)
        self.note = Elided("", self, size="second", tone="muted")
        for widget in (self.badge, self.name, self.meter):
            line.addWidget(widget)
        line.addWidget(self.note, 1)

    def show_room(self, room: Room) -> None:
        self.badge.show_platform(room.platform)
        self.name.set_full(room.name)
        self.meter.show_measures(room.measures)
        notes = []
        for measure in room.measures:
            if measure.over and room.parts == 1:
                notes.append(
                    self.tr("{count} {unit} too long").format(
                        count=measure.used - measure.limit, unit=measure.words
                    )
                )
        if room.parts > 1:
            notes.append(self.tr("goes out in %n part(s)", "", room.parts))
        if room.media > room.media_most:
            notes.append(
                self.tr("{count} pictures, it takes {most}").format(
                    count=room.media, most=room.media_most
                )
            )
        elif room.media:
            notes.append(
                self.tr("{count} of {most} pictures").format(count=room.media, most=room.media_most)
            )
        if room.links:
            notes.append(self.tr("%n link(s)", "", room.links))
        self.note.set_full(" · ".join(notes))
        self.note.set_tone("bad" if room.over else "muted")


class Meters(QWidget):
    """The lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self._lines: list[_Line] = []
        self._rest = Label("", self, size="second", tone="muted")
        self._column.addWidget(self._rest)
        self.rooms: tuple[Room, ...] = ()

    def show_rooms(self, rooms: Sequence[Room]) -> None:
        """Show these, the tightest first."""
        ranked = sorted(rooms, key=lambda r: (not r.over, -r.tight))
        self.rooms = tuple(ranked)
        shown = ranked[:MOST]
        while len(self._lines) < len(shown):
            line = _Line(self)
            self._column.insertWidget(len(self._lines), line)
            self._lines.append(line)
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(shown))
            if number < len(shown):
                line.show_room(shown[number])
        more = len(ranked) - len(shown)
        self._rest.setText(self.tr("%n more account(s) with more room", "", more) if more else "")
        self._rest.setVisible(more > 0)
        self.setVisible(bool(rooms))
