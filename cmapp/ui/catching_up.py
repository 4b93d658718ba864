"""What came in while nobody was here: one calm line after a long absence, and its page (IN-14)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from cmapp.system import clock
from cmapp.ui.asking import Asking
from cmapp.ui.text import HOUR

LONG = 8 * HOUR
"""Who was away for less needs no summing up (ms)."""
DAY = 24 * HOUR
FURTHEST = 30 * DAY
"""A summing up goes no further back: it must not read everything there ever was."""
_LOOKS = 10
"""So many times the line is made anew, one minute's half apart: the first fetch may take long."""


class CatchingUp(QObject):
    """Belongs to one window, whose banner it fills."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._window = window
        self._asking = Asking(window.desk, window.bridge, self)
        self._asking.tell.connect(window.tell)
        self._since = self._left = 0

    def came_back(self, seen_at: int) -> None:
        """Somebody is here who last was at `seen_at` (UTC ms; 0: never)."""
        now = clock.now()
        if seen_at and now - seen_at > LONG:
            self._since, self._left = max(seen_at, now - FURTHEST), _LOOKS
            self.look()

    def look(self) -> None:
        """Make the line, or make it anew while the first fetch goes on."""
        if self._left > 0:
            self._left -= 1
            self._ask(self._say)

    def _ask(self, then: Any, **more: Any) -> None:
        since = self._since or clock.now() - DAY
        self._asking.look("inbox.digest", then, since=since, limit=20, **more)

    def _say(self, found: dict[str, Any]) -> None:
        if not self._left or not found["total"]:
            return
        parts = [self.tr("%n new", "", found["total"])]
        if complaints := found["signals"].get("complaint", 0):
            parts.append(self.tr("%n complaint(s)", "", complaints))
        if groups := len(found["alike"]):
            parts.append(self.tr("%n group(s) alike", "", groups))
        told = self.tr(", ", "between parts").join(parts)
        self._window.away.say(
            "away",
            self.tr("While you were away: {what}").format(what=told),
            fix=self.tr("Catch up"),
            tone="held",
            icon="snooze",
        )

    def hush(self) -> None:
        """Say no more of it until the next long absence."""
        self._left = 0
        self._window.away.hide()

    def open(self) -> None:
        """Show what came in: since the long absence, else since a day."""
        self.hush()
        self._ask(self._show, look=True)

    def _show(self, found: dict[str, Any]) -> None:
        from cmapp.ui.dialogs.catching_up import CatchUp

        dialog = CatchUp(found, self._window)
        dialog.item_asked.connect(self._window.open_item)
        dialog.done_asked.connect(self._done)
        dialog.open()

    def _done(self, leader: str) -> None:
        """Close what is open of a group: what rests until later goes on resting."""
        window = self._window

        def call() -> dict[str, Any]:
            items = [str(i) for i in window.desk.alike({"alike": leader})]
            if not items:
                return {"count": 0}
            found: dict[str, Any] = window.desk.call("inbox.set_state", items=items, state="done")
            return found

        def done(answer: dict[str, Any]) -> None:
            way = answer.get("undo")
            words = self.tr("%n done", "", answer["count"])
            window.tell(words, (lambda: self._asking.back(way)) if way else None)

        window.bridge.run(call, done, window.sorry, call=True)
