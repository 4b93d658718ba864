"""The real window, its calendar opened for the first time and scrolled.

    python -m tests.bench.planned PROFILE [SCROLL]

Prints one JSON line: wall and processor time in ms from the press that opens the calendar until
the weeks in sight were read and painted; with SCROLL the processor time of each frame.
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

FRAMES = 200
PATIENCE = 30.0


def spin(until: Callable[[], bool], what: str) -> None:
    """Let the window live until something holds."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    ends = time.perf_counter() + PATIENCE
    while not until():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.perf_counter() > ends:
            raise TimeoutError(what)


def opened(window: Any) -> dict[str, float]:
    """Open the calendar; the days in sight are read and painted when this returns."""
    spin(lambda: not window.bridge.busy(), "the window does not rest")
    seen: list[float] = []

    def read(pane: Any) -> bool:
        first, last = pane.view().in_sight()
        return all(pane.plans.known(n) for n in range(first, last + 1))

    began, mine = time.perf_counter(), time.thread_time()
    window.actions_.by_id["calendar"].trigger()
    pane = window.pane("calendar")
    spin(lambda: read(pane), "the days are not read")
    pane.view().viewport().repaint()
    # the next frames paint what the first one left
    spin(lambda: not pane.painter.left, "the days are not painted")
    seen.append(time.perf_counter())
    return {"wall": (seen[0] - began) * 1e3, "cpu": (time.thread_time() - mine) * 1e3}


def frames(view: Any, step: int, *, bar: Any = None) -> list[float]:
    """Scroll by `step` pixels a frame (0: anywhere); returns ms of each frame."""
    from PySide6.QtWidgets import QApplication

    bar, chance, found = bar or view.verticalScrollBar(), random.Random(7), []
    first = bar.value()
    for n in range(FRAMES):
        there = first + step * n if step else chance.randrange(max(1, bar.maximum()))
        QApplication.processEvents()
        began = time.thread_time()
        bar.setValue(there)
        view.viewport().repaint()
        found.append((time.thread_time() - began) * 1e3)
    bar.setValue(first)
    return found


def work(window: Any, *, scroll: bool) -> dict[str, Any]:
    """Open, and scroll each view."""
    window.activateWindow()
    told: dict[str, Any] = opened(window)
    if not scroll:
        return told
    pane = window.pane("calendar")
    rest = lambda: not window.bridge.busy()  # noqa: E731
    told["frames"] = {}
    for code, steps in (
        ("month", (("scroll", 40), ("fling", 400), ("jump", 0))),
        ("week", (("scroll", 4),)),
        ("list", (("scroll", 40), ("fling", 400))),
    ):
        pane.show_view(code)
        spin(rest, f"{code} does not rest")
        for name, step in steps:
            told["frames"][f"{code}, {name}"] = frames(pane.view(), step)
            spin(rest, f"{code} does not rest")
    told["posts"] = sum(
        len(pane.plans.day(n).entries) for n in range(*pane.view("list").in_sight())
    )
    return told


def main() -> None:
    from cmapp.__main__ import open_window

    told: dict[str, Any] = {}

    def safely() -> None:
        from PySide6.QtWidgets import QApplication

        try:
            window = next(w for w in QApplication.topLevelWidgets() if hasattr(w, "pane"))
            told.update(work(window, scroll=len(sys.argv) > 2))
        except Exception as error:  # a dialog would wait for somebody
            told["error"] = repr(error)
        finally:
            QApplication.quit()

    def painted() -> None:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(2000, safely)

    watch_rows(painted)
    open_window(Path(sys.argv[1]))
    print(json.dumps(told))


if __name__ == "__main__":
    main()
