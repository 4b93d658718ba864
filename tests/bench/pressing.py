"""The real window, worked by keys, watched: how long from a press until it is done and painted.

    python -m tests.bench.pressing PROFILE ROUNDS

Prints one JSON line. Keys are given to the window as the window system gives them, its engine is
the process that it starts by itself; nothing of the program is replaced. For each press: until the
list was painted with it, until the store has committed it and both are known, until the next
conversation stands there; and the processor time of the window's thread and of the engine. For
frames of the list: the processor time of the window's thread.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench.probe import watch_rows
from tests.bench.process import children, cpu

KINDS: dict[str, tuple[str, ...]] = {
    "done": ("E",),
    "snooze": ("B", "Return"),
    "label": ("L", "bench", "Return"),
    "assign": ("A", "Return"),
    "raise": ("!",),
    "lower": ("-",),
    "mute": ("M",),
    "vip": ("S",),
    "correct": ("W", "Return"),
    "three done": ("X", "Shift+J", "Shift+J", "E"),
}
"""What is pressed for each deed; the last key is timed. Each is taken back by U, timed as well."""
PATIENCE = 20.0
FRAMES = 200


class NothingHappens(Exception):
    """What a press should bring did not come within `PATIENCE`."""


class Presser:
    """Works one window."""

    def __init__(self, window: Any) -> None:
        from PySide6.QtCore import QEvent, QObject, QTimer

        self.at: dict[str, float] = {}
        self.window, self.pane = window, window.pane("inbox")
        self.told: dict[str, Any] = {"presses": [], "frames": {}, "missed": []}

        class Painted(QObject):
            def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
                if event.type() == QEvent.Type.Paint:
                    QTimer.singleShot(0, painted)
                return False

        def painted() -> None:
            self.at.setdefault("painted", time.perf_counter())

        self._beat = QTimer(window)  # so that waiting for something also looks at the time
        self._beat.start(5)
        self._watcher = Painted(window)
        self.pane.view.viewport().installEventFilter(self._watcher)
        self.pane.triage.committed.connect(
            lambda _name: self.at.update(committed=time.perf_counter())
        )

    def spin(self, until: Callable[[], bool], what: str, seconds: float = PATIENCE) -> None:
        """Let the window live until something holds."""
        from PySide6.QtCore import QEventLoop
        from PySide6.QtWidgets import QApplication

        ends = time.perf_counter() + seconds
        while not until():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.perf_counter() > ends:
                raise NothingHappens(what)

    def work(self, rounds: int) -> None:
        """Press everything `rounds` times, then scroll."""
        self.window.activateWindow()
        self.pane.focus_list()
        self.spin(lambda: bool(self.pane.view.hasFocus()), "the list has no focus", 60)
        self.spin(self._opened, "no conversation is open", 60)
        self.rest(60)
        self.press("warm", ("E",), keep=False)  # what is first needed is imported, the engine runs
        self.press("warm", ("U",), keep=False)
        for number in range(rounds):
            for kind, keys in KINDS.items():
                try:
                    self.press(kind, keys)
                    self.press("undo of " + kind, ("U",))
                except NothingHappens as error:
                    self.told["missed"].append([kind, number, str(error)])
                    _key("Escape")
                    self.pane.focus_list()
                self.rest()
                _key("J")
        self.told["rows"] = self.pane.model.rowCount()
        for name, step in (("scroll", 40), ("fling", 600), ("jump", 0)):
            self.told["frames"][name] = self.frames(name, step)

    def rest(self, seconds: float = PATIENCE) -> None:
        """Let what follows from a change end: the next press is a press of its own."""
        self.spin(lambda: not self.window.bridge.busy(), "it never rests", seconds)

    def _opened(self) -> bool:
        thread, row = self.pane.talk.thread_, self.pane.current()
        return row is None or (thread is not None and thread.item == row.id)

    def press(self, kind: str, keys: tuple[str, ...], *, keep: bool = True) -> None:
        """Press keys and note how long the last one took."""
        self.spin(self._opened, "the conversation does not open")
        for key in keys[:-1]:
            _key(key)
            self.spin(lambda: True, "")
        self.settle()
        self.at.clear()
        engine = sum(map(cpu, children()))
        began, mine = time.perf_counter(), time.thread_time()
        _key(keys[-1])
        self.spin(lambda: len(self.at) == 2, f"nothing came of {kind} ({sorted(self.at)})")
        used = time.thread_time() - mine
        self.spin(self._opened, "the next conversation does not open")
        if keep:
            there = time.perf_counter()
            ends = [self.at["painted"], self.at["committed"], max(self.at.values()), there]
            found = [(end - began) * 1e3 for end in ends]
            engine = sum(map(cpu, children())) - engine
            self.told["presses"].append([kind, *found, used * 1e3, engine * 1e3])

    def settle(self) -> None:
        """Let what was chosen before be laid out and painted: one presses on what one sees.

        A timer of no time fires once everything that waited for the window's thread is done.
        """
        from PySide6.QtCore import QTimer

        for _ in range(3):  # building asks for a layout, a layout for a picture
            over: list[bool] = []
            QTimer.singleShot(0, lambda over=over: over.append(True))
            self.spin(lambda over=over: bool(over), "the window does not settle")

    def frames(self, name: str, step: int) -> list[float]:
        """Scroll by `step` pixels a frame (0: anywhere); returns ms of each frame."""
        from PySide6.QtWidgets import QApplication

        view, chance, found = self.pane.view, random.Random(7), []
        bar = view.verticalScrollBar()
        bar.setValue(0)
        for _ in range(FRAMES):
            there = bar.value() + step if step else chance.randrange(max(1, bar.maximum()))
            QApplication.processEvents()
            began = time.thread_time()
            bar.setValue(there)
            view.viewport().repaint()
            found.append((time.thread_time() - began) * 1e3)
        return found


def _key(key: str) -> None:
    """Press a key, or write a word."""
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    target = QApplication.focusWidget() or QApplication.activeWindow()
    if key.islower():
        QTest.keyClicks(target, key)
        return
    pressed = QKeySequence(key)[0]
    QTest.keyClick(target, pressed.key(), pressed.keyboardModifiers())


def main() -> None:
    from cmapp.__main__ import open_window

    told: dict[str, Any] = {}

    def safely() -> None:
        from PySide6.QtWidgets import QApplication

        try:
            presser = Presser(next(w for w in QApplication.topLevelWidgets() if hasattr(w, "pane")))
            told.update(presser.told)
            presser.work(int(sys.argv[2]))
        except Exception as error:  # a dialog would wait for somebody
            told["error"] = repr(error)
        finally:
            told.update(presser.told)
            QApplication.quit()

    def painted() -> None:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(1500, safely)  # a timer needs the application to be there

    watch_rows(painted)
    open_window(Path(sys.argv[1]))
    print(json.dumps(told))


if __name__ == "__main__":
    main()
