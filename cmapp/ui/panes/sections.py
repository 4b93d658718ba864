"""What the review and the insights share: a row of sections, each made when it is first shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cmapp.ui.asking import Asking
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.widgets.card import Ground
from cmapp.ui.widgets.chips import ChipRow
from cmapp.ui.widgets.part import Part


class SectionsPane(QWidget):
    """A pane whose sections are chosen by chips; `make` says what each code stands for."""

    tell = Signal(str, object)
    item_asked = Signal(object)

    def __init__(
        self,
        names: dict[str, str],
        title: str,
        desk: Desk,
        bridge: Bridge,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
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
        self.sections = ChipRow(names, head)
        self.sections.setAccessibleName(title)
        self.sections.chosen.connect(self.show_part)
        row.addWidget(self.sections)
        column.addWidget(head)
        self._stack = QStackedWidget(self)
        column.addWidget(self._stack, 1)

    def make(self, code: str) -> Part:
        """Return a new section, its signals connected but for `item_asked`."""
        raise NotImplementedError

    def arrived(self) -> None:
        """Show the section that was last shown; the keys go to its name."""
        self.show_part(self.sections.current())
        self.sections.focus_place().setFocus()

    def part(self, code: str) -> Part:
        """Return a section, made now if it was never shown."""
        found = self._parts.get(code)
        if found is None:
            found = self._parts[code] = self.make(code)
            found.item_asked.connect(self.item_asked)
            self._stack.addWidget(found)
        return found

    def show_part(self, code: str) -> None:
        """Show a section and read it anew."""
        self.sections.choose(code)
        part = self.part(code)
        self._stack.setCurrentWidget(part)
        part.load()

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
