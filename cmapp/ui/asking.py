"""What the pages of the review ask: reads of the store, commands with their way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from cmapp.ui import text
from cmapp.ui.bridge import Bridge, gone
from cmapp.ui.desk import Desk

Answer = dict[str, Any]
FAR: tuple[str, ...] = (
    "report.figures", "report.week", "rules.try", "inbox.digest", "network.show",
    "network.people", "network.cascade", "network.changes", "network.endorsers",
)  # fmt: skip
"""Reads of so many rows that the engine works them out: in this process they would stall keys."""


class Asking(QObject):
    """Belongs to one page or dialog. `tell` says something, with the way back or None."""

    tell = Signal(str, object)
    changed = Signal()
    """A command was done or taken back: what is shown may be old."""

    def __init__(self, desk: Desk, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bridge = desk, bridge

    @property
    def desk(self) -> Desk:
        """Return what is read from."""
        return self._desk

    def _while_here(self, then: Callable[[Any], None]) -> Callable[[Any], None]:
        """Return what is called with an answer, unless page or dialog has gone in the meantime."""

        def told(answer: Any) -> None:
            if isValid(self) and not gone(then):
                then(answer)

        return told

    def run(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None],
        *,
        stream: str,
        long: bool = False,
    ) -> None:
        """Do any other read off the window's thread; a `long` one holds up no other read."""
        here = self._while_here
        self._bridge.run(work, here(then), here(self.sorry), stream=stream, call=long)

    def look(
        self, command: str, then: Callable[[Answer], None], *, stream: str = "", **args: Any
    ) -> None:
        """Read off the window's thread; of several in one `stream` the newest answers."""
        read = self._desk.call if command in FAR else self._desk.look
        self._bridge.run(
            lambda: read(command, **args),
            self._while_here(then),
            self._while_here(self.sorry),
            stream=stream or command,
            call=True,  # a look at many rows must not stand before what a key asks for
        )

    def look_far(
        self, command: str, then: Callable[[Answer], None], *, stream: str = "", **args: Any
    ) -> None:
        """Read over many rows: as for `FAR`, the engine works it out, where one runs."""
        (self.ask if FAR else self.look)(command, then, stream=stream, **args)

    def ask(
        self, command: str, then: Callable[[Answer], None], *, stream: str = "", **args: Any
    ) -> None:
        """Have the engine answer what changes nothing; of several in one `stream` the newest."""
        self._bridge.run(
            lambda: self._desk.call(command, **args),
            self._while_here(then),
            self._while_here(self.sorry),
            stream=stream or command,
            call=True,
        )

    def do(
        self,
        command: str,
        words: str | Callable[[Answer], str] = "",
        then: Callable[[Answer], None] | None = None,
        **args: Any,
    ) -> None:
        """Have a command done and say so in `words`, which may be made of its answer."""

        def done(answer: Answer) -> None:
            said = words if isinstance(words, str) else words(answer)
            way = answer.get("undo")
            if said:
                self.tell.emit(said, (lambda: self.back(way)) if way else None)
            self.changed.emit()
            if then is not None:
                then(answer)

        here = self._while_here
        self._bridge.run(
            lambda: self._desk.call(command, **args), here(done), here(self.sorry), call=True
        )

    def back(self, way: Answer) -> None:
        """Take a command back by the one that its answer named."""
        self.do(way["command"], self.tr("Taken back"), **way["args"])

    def sorry(self, error: Exception) -> None:
        """Say what went wrong."""
        words = text.failed(error, self.tr("That did not work. Nothing is lost."))
        self.tell.emit(words, None)
