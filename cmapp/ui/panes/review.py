"""Review: our own figures, the week, the suggestions, the rules, the live chats; one at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.panes.sections import SectionsPane
from cmapp.ui.widgets.part import Part


class ReviewPane(SectionsPane):
    """A row of sections; each is made, and read, when it is first shown."""

    drafts_asked = Signal()
    rule_asked = Signal(object)

    def __init__(self, desk: Desk, bridge: Bridge, parent: QWidget | None = None) -> None:
        names = {
            "figures": self.tr("Figures"),
            "week": self.tr("The week"),
            "suggestions": self.tr("Suggestions"),
            "rules": self.tr("Rules"),
            "live": self.tr("Live chats"),
        }
        super().__init__(names, self.tr("Review"), desk, bridge, parent)

    def make(self, code: str) -> Part:
        """Return a new section."""
        return _MAKERS[code](self)


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
