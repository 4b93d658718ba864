"""The real window, worked by keys, watched: how long from a press until it is done and painted.

    python -m tests.bench.pressing PROFILE ROUNDS

Prints one JSON line. Keys are given to the window as the window system gives them; nothing of the
program is replaced. For each press: until the store has committed and the list was painted since,
and until the next conversation stands there; for frames of the list: their processor time.
"""

from __future__ import annotations

import json
import random
import sys
import time
from pathlib import Path
from typing import Any

ROUND: tuple[tuple[str, ...], ...] = (
    ("E",), ("!",), ("M",), ("B", "Return"), ("L", "b", "Return"), ("-",), ("A", "Return"), ("U",),
    ("E",), ("X", "Shift+J", "Shift+J", "E"),
)  # fmt: skip
"""Presses in their order; the last key of each is timed."""


def main() -> None:
    from PySide6.QtCore import QEvent, QObject, Qt, QTimer
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from cmapp.__main__ import open_window

    told: dict[str, Any] = {"presses": [], "next": [], "frames": {}}
    at: dict[str, float] = {}

    class Painted(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, lambda: at.update(painted=time.perf_counter()))
            return False

    def spin(until: Any, seconds: float = 10.0) -> None:
        ends = time.perf_counter() + seconds
        while not until():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 2)
            assert time.perf_counter() < ends, "nothing happens"

    from PySide6.QtCore import QEventLoop

    def safely() -> None:
        try:
            work()
        except BaseException as error:  # a dialog would wait for somebody
            told["error"] = repr(error)
            QApplication.quit()

    def work() -> None:
        window = next(w for w in QApplication.topLevelWidgets() if hasattr(w, "pane"))
        QApplication.setActiveWindow(window)  # no window manager is here to do so
        window.pane("inbox").focus_list()
        pane = window.pane("inbox")
        watcher = Painted(window)
        pane.view.viewport().installEventFilter(watcher)
        pane.triage.committed.connect(lambda _name: at.update(committed=time.perf_counter()))
        spin(lambda: pane.view.hasFocus() and pane.talk.thread_ is not None, 60)
        spin(lambda: not window.bridge.busy(), 60)
        for number in range(int(sys.argv[2])):
            for keys in ROUND if number else (("E",), ("U",)):
                for key in keys[:-1]:
                    _press(QTest, QKeySequence, key)
                spin(lambda: pane.talk.thread_ is not None)
                at.clear()
                began = time.perf_counter()
                _press(QTest, QKeySequence, keys[-1])
                told["error"] = f"nothing came of {keys}"
                spin(lambda: "committed" in at and at.get("painted", 0.0) > 0)
                done = max(at["committed"], at["painted"]) - began
                spin(lambda: pane.current() is None or (
                    pane.talk.thread_ is not None
                    and pane.talk.thread_.item == pane.current().id))  # fmt: skip
                shown = time.perf_counter() - began
                if number:  # the first round warms up
                    told["presses"].append([" ".join(keys), done * 1e3])
                    told["next"].append(shown * 1e3)
                spin(lambda: not window.bridge.busy())
        told.pop("error", None)
        told["rows"] = pane.model.rowCount()
        for name, step in (("scroll", 40), ("fling", 600), ("jump", 0)):
            told["frames"][name] = frames(pane.view, name, step)
        QApplication.quit()

    def frames(view: Any, name: str, step: int) -> list[float]:
        bar, chance, found = view.verticalScrollBar(), random.Random(7), []
        bar.setValue(0)
        for _ in range(200):
            value = (
                chance.randrange(max(1, bar.maximum())) if name == "jump" else bar.value() + step
            )
            QApplication.processEvents()
            began = time.thread_time()
            bar.setValue(value)
            view.viewport().repaint()
            found.append((time.thread_time() - began) * 1e3)
        return found

    QTimer.singleShot(1500, safely)
    Qt.Key.Key_A  # noqa: B018  # the enum is loaded before anything is timed
    open_window(Path(sys.argv[1]))
    print(json.dumps(told))


def _press(test: Any, sequence: Any, key: str) -> None:
    from PySide6.QtWidgets import QApplication

    pressed = sequence(key)[0]
    target = QApplication.focusWidget() or QApplication.activeWindow()
    if len(key) == 1 and key.islower():
        test.keyClicks(target, key)
    else:
        test.keyClick(target, pressed.key(), pressed.keyboardModifiers())


if __name__ == "__main__":
    main()
