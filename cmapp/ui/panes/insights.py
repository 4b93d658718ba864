"""Insights: the overview, the charts, the network, goals, experiments, reports, imports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cmapp.ui import insights
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.panes.sections import SectionsPane
from cmapp.ui.widgets.part import Part


class InsightsPane(SectionsPane):
    """A row of sections; each is imported, made and read when it is first shown.

    A section may have the signals named below (and `section_asked`: another section, with what
    it is to show); they are passed on to the window.
    """

    person_asked = Signal(int)
    post_asked = Signal(str)
    opened = Signal(str)
    connect_asked = Signal()

    def __init__(self, desk: Desk, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(insights.names(), self.tr("Insights"), desk, bridge, parent)

    def make(self, code: str) -> Part:
        """Return a new section, with whatever it may ask for connected."""
        made = insights.part(code)(self.asking, self)
        for name in ("person_asked", "post_asked", "opened", "connect_asked"):
            signal: Any = getattr(made, name, None)
            if signal is not None:
                signal.connect(getattr(self, name))
        asked: Any = getattr(made, "section_asked", None)
        if asked is not None:
            asked.connect(self.show_in)
        made.setAccessibleName(insights.names()[code])
        return made

    def show_in(self, code: str, what: Mapping[str, Any]) -> None:
        """Show a section, and in it what its `show_what` takes; nothing where there is none."""
        if not self.sections.has(code):
            return
        part: Any = self.part(code)
        if what:
            part.show_what(**what)
        self.show_part(code)
        self.sections.focus_place().setFocus()
