"""From threads to Qt: work runs on a reader thread, its answer arrives on the window's thread."""

from __future__ import annotations

import contextlib
import itertools
import logging
import sys
from collections.abc import Callable
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from cmapp.domain.errors import Trouble

T = TypeVar("T")
_kept: list[Bridge] = []
"""Closed while they still worked. A pool that goes waits for its threads: whoever let it go would
stand still, and for ever where that is one of them."""
_log = logging.getLogger(__name__)


def gone(then: Callable[..., None]) -> bool:
    """Tell whether Qt has deleted what an answer is for: a method's `self`, or what a lambda holds.

    To be asked when the answer is there, not when it is asked for. Of what is held only by what is
    held itself (a function in a function) nothing is known.
    """
    held = [getattr(then, "__self__", None)]
    for cell in getattr(then, "__closure__", None) or ():
        with contextlib.suppress(ValueError):  # nothing is in it yet, or any more
            held.append(cell.cell_contents)
    return any(isinstance(one, QObject) and not shiboken6.isValid(one) for one in held)


class _Task(QRunnable):
    def __init__(self, number: int, work: Callable[[], object], done: Callable[..., None]) -> None:
        super().__init__()
        self._number, self._work, self._done = number, work, done

    def run(self) -> None:
        """Work, and hand the outcome over."""
        try:
            answer: object = self._work()
            error: Exception | None = None
        except Exception as trouble:
            answer, error = None, trouble
        try:
            self._done((self._number, answer, error))
        except RuntimeError:
            # The window closed while we worked; nobody waits for the answer.
            return


class Bridge(QObject):
    """Runs work off the window's thread. Belongs to the window's thread itself."""

    changed = Signal(object)
    """A `Changes`: which topics and accounts a commit touched."""
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._waiting: dict[
            int,
            tuple[str, Callable[[object], None], Callable[[Exception], None] | None],
        ] = {}
        self._newest: dict[str, int] = {}
        self._closed = False
        self._held: list[_Task] | None = None
        self._reads = QThreadPool(self)
        self._reads.setMaxThreadCount(1)
        self._calls = QThreadPool(self)
        self._calls.setMaxThreadCount(4)
        self._arrived.connect(self._deliver)

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        sorry: Callable[[Exception], None] | None = None,
        *,
        stream: str = "",
        call: bool = False,
    ) -> None:
        """Run `work` off this thread, then `then` (or `sorry`) on it.

        Of several runs with the same `stream` only the newest answers; `call` marks work that
        waits for the engine, so that it does not stand before reads.
        """
        if self._closed:
            return
        number = next(self._numbers)
        if stream:
            self._newest[stream] = number
        self._waiting[number] = (stream, then, sorry)  # type: ignore[assignment]
        task = _Task(number, work, self._arrived.emit)
        if self._held is not None and not call:
            self._held.append(task)
        else:
            (self._calls if call else self._reads).start(task)

    def hold(self) -> None:
        """Let reads wait: counting would compete with the first paint (T1)."""
        self._held = []

    def release(self) -> None:
        """Begin with the reads that wait."""
        held, self._held = self._held or [], None
        for task in held:
            self._reads.start(task)

    @Slot(object)
    def _deliver(self, parcel: tuple[int, object, Exception | None]) -> None:
        if self._closed:
            return
        number, answer, error = parcel
        stream, then, sorry = self._waiting.pop(number)
        if stream and self._newest.get(stream) != number:
            return
        if gone(then):  # the page that asked was closed meanwhile
            return
        if error is None:
            then(answer)
        elif sorry is not None:
            sorry(error)
        else:
            _log.error("background work failed", exc_info=error)
            if not isinstance(error, Trouble):  # a bug: the person is told as of any other
                sys.excepthook(type(error), error, error.__traceback__)

    def busy(self) -> bool:
        """Tell whether an answer is still to come."""
        return bool(self._waiting)

    def close(self) -> None:
        """Wait for what runs, at most two seconds; nobody hears of it any more."""
        self._closed = True
        self._reads.clear()
        self._calls.clear()
        if not all([self._reads.waitForDone(1000), self._calls.waitForDone(1000)]):
            _kept.append(self)
