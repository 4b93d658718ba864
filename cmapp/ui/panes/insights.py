"""Insights: the overview, the charts, the network, goals, experiments, reports, imports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cmapp.ui import insights
from cmapp.ui.asking import Asking
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.widgets.card import Ground
from cmapp.ui.widgets.chips import ChipRow
from cmapp.ui.widgets.part import Part


class InsightsPane(QWidget):
    """A row of sections; each is imported, made and read when it is first shown.

    A section may have the signals named below (and `section_asked`: another section, with what
    it is to show); they are passed on to the window.
    """

    tell = Signal(str, object)
    item_asked = Signal(object)
    person_asked = Signal(int)
    post_asked = Signal(str)
    opened = Signal(str)
    connect_asked = Signal()

    def __init__(self, desk: Desk, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.bridge = desk, bridge
        self.asking = Asking(desk, bridge, self)
        self.asking.tell.connect(self.tell)
        self._parts: dict[str, Part] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = Ground(self, rules="b")
        head.setFixedHeight(48)
        row = QHBoxLayout(head)
        row.setContentsMargins(28, 0, 28, 0)
        self.sections = ChipRow(insights.names(), head)
        self.sections.setAccessibleName(self.tr("Insights"))
        self.sections.chosen.connect(self.show_part)
        row.addWidget(self.sections)
        column.addWidget(head)
        self._stack = QStackedWidget(self)
        column.addWidget(self._stack, 1)

    def arrived(self) -> None:
        """Show the section that was last shown; the keys go to its name."""
        self.show_part(self.sections.current())
        self.sections.focus_place().setFocus()

    def part(self, code: str) -> Part:
        """Return a section, made now if it was never shown."""
        found = self._parts.get(code)
        if found is None:
            found = self._parts[code] = insights.part(code)(self.asking, self)
            for name in ("item_asked", "person_asked", "post_asked", "opened", "connect_asked"):
                signal: Any = getattr(found, name, None)
                if signal is not None:
                    signal.connect(getattr(self, name))
            asked: Any = getattr(found, "section_asked", None)
            if asked is not None:
                asked.connect(self.show_in)
            found.setAccessibleName(insights.names()[code])
            self._stack.addWidget(found)
        return found

    def show_part(self, code: str) -> None:
        """Show a section and read it anew."""
        self.sections.choose(code)
        part = self.part(code)
        self._stack.setCurrentWidget(part)
        part.load()

    def show_in(self, code: str, what: Mapping[str, Any]) -> None:
        """Show a section, and in it what its `show_what` takes; nothing where there is none."""
        if not self.sections.has(code):
            return
        part: Any = self.part(code)
        if what:
            part.show_what(**what)
        self.show_part(code)
        self.sections.focus_place().setFocus()

    def shown(self) -> Part:
        """Return the section that is shown."""
        return self.part(self.sections.current())

    def refresh(self, topics: frozenset[str]) -> None:
        """Read again what is in sight, where it is old."""
        if self.isVisible() and topics & self.shown().topics:
            self.shown().load()

    def parts(self) -> list[QWidget]:
        """Return what F6 walks along."""
        return [self.sections.focus_place(), *self.shown().places()[:1]]

    def move_by(self, step: int) -> None:
        """Walk along what can be done in this section."""
        self.shown().move_by(step)
