"""Told in time: what is about to be overdue, and that a reply block begins (IN-06, IN-12)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from cmapp.ui import text

_LOUD = ("urgent", "negative")


class Notices(QObject):
    """Belongs to one window. The engine knows what was told already; here it is only said."""

    said = Signal(str, bool)
    """Words for the desktop's notifications, and whether they are urgent."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._window = window

    def look(self) -> None:
        """Ask what there is to be told; an engine that does not answer is asked again later."""
        if self._window.settings.notifications:
            self._window.bridge.run(
                lambda: self._window.desk.call("hours.notices"),
                self._tell,
                lambda _error: None,
                stream="notices",
                call=True,
            )

    def _tell(self, found: dict[str, Any]) -> None:
        """Say it: counts and times alone, since notifications are kept by the desktop."""
        due = found.get("due") or []
        loud = [d for d in due if d["lane"] in _LOUD]
        for some, urgent in ((loud, True), ([d for d in due if d not in loud], False)):
            if some:
                first = text.clock(min(int(d["due_at"]) for d in some))
                self._say(self._words(len(some), first, urgent=urgent), urgent=urgent)
        if found.get("block"):
            self._say(self.tr("Your time for replies begins"), urgent=False)

    def _words(self, count: int, first: str, *, urgent: bool) -> str:
        if urgent:
            words = self.tr("%n urgent answer(s) due, the first at {time}", "", count)
        else:
            words = self.tr("%n answer(s) due soon, the first at {time}", "", count)
        return words.format(time=first)

    def _say(self, words: str, *, urgent: bool) -> None:
        if self._window.isActiveWindow():
            self._window.tell(words)
        else:
            self.said.emit(words, urgent)
        if urgent:
            QApplication.alert(self._window, 0)
