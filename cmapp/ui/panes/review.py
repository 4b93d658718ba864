"""Review: our own figures, the week, the suggestions, the rules, the live chats; one at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cmapp.ui.asking import Asking
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.widgets.card import Ground
from cmapp.ui.widgets.chips import ChipRow
from cmapp.ui.widgets.part import Part


class ReviewPane(QWidget):
    """A row of sections; each is made, and read, when it is first shown."""

    tell = Signal(str, object)
    item_asked = Signal(object)
    drafts_asked = Signal()
    rule_asked = Signal(object)

    def __init__(self, desk: Desk, bridge: Bridge, parent: QWidget | None = None) -> None:
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
        self.sections = ChipRow(
            {
                "figures": self.tr("Figures"),
                "week": self.tr("The week"),
                "suggestions": self.tr("Suggestions"),
                "rules": self.tr("Rules"),
                "live": self.tr("Live chats"),
            },
            head,
        )
        self.sections.setAccessibleName(self.tr("Review"))
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
            found = self._parts[code] = _MAKERS[code](self)
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


def _figures(pane: ReviewPane) -> Part:
    from cmapp.ui.widgets.figures import FiguresPart

    return FiguresPart(pane.asking, pane)


def _week(pane: ReviewPane) -> Part:
    from cmapp.ui.widgets.week import WeekPart

    return WeekPart(pane.asking, pane)


def _suggestions(pane: ReviewPane) -> Part:
    from cmapp.ui.widgets.register import RegisterPart

    made = RegisterPart(pane.asking, pane)
    made.drafts_asked.connect(pane.drafts_asked)

    def done(row: Any) -> None:
        from cmapp.ui.dialogs.tell_everyone import TellEveryone

        sheet = TellEveryone(row, pane.window())
        sheet.accepted.connect(lambda: made.move_to(row, "done", sheet.words_to_all))
        sheet.open()

    made.done_asked.connect(done)
    return made


def _rules(pane: ReviewPane) -> Part:
    from cmapp.ui.widgets.rule_list import RulesPart

    made = RulesPart(pane.asking, pane)
    made.edit_asked.connect(pane.rule_asked)
    return made


def _live(pane: ReviewPane) -> Part:
    from cmapp.ui.widgets.live_logs import LivePart

    return LivePart(pane.asking, pane)


_MAKERS: dict[str, Callable[[ReviewPane], Part]] = {
    "figures": _figures,
    "week": _week,
    "suggestions": _suggestions,
    "rules": _rules,
    "live": _live,
}
