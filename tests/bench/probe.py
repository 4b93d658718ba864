"""The real window, watched: when the first rows were painted, what it weighs, how it stalls.

    python -m tests.bench.probe PROFILE REST_SECONDS [WATCH_SECONDS [FILE]]

With a FILE it watches until that is there, and at most for so long.

Prints one JSON line when it has closed. Nothing of the program is replaced; the inbox's delegate
says that it has painted a row, and a timer of 1 ms on the window's thread notes each gap. From a
gap is taken what the thread waited for a processor: that is the machine's doing, not ours.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench.process import children, cpu, resident, waited


def main() -> None:
    from cmapp.__main__ import open_window

    facts: dict[str, Any] = {"gaps": []}
    rest = float(sys.argv[2])
    watched = float(sys.argv[3]) if len(sys.argv) > 3 else 0.0

    def later(seconds: float, then: Callable[[], None]) -> None:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(int(seconds * 1000), then)

    def painted() -> None:
        facts["wall"], facts["cpu"] = time.monotonic(), time.process_time()
        later(rest, rested)

    def rested() -> None:
        facts["resident"] = resident()
        facts["engine"] = sum(resident(p) for p in children())
        facts["engine_cpu"] = sum(cpu(p) for p in children())
        if watched:
            facts["timer"] = watch_gaps(facts["gaps"])
            print("watching", flush=True)
            if len(sys.argv) > 4:
                facts["over"] = every(0.2, lambda: Path(sys.argv[4]).exists() and close())
        later(watched, close)

    def every(seconds: float, do: Callable[[], object]) -> Any:
        from PySide6.QtCore import QTimer

        timer = QTimer()
        timer.timeout.connect(do)
        timer.start(int(seconds * 1000))
        return timer

    def close() -> None:
        from PySide6.QtWidgets import QApplication

        facts.pop("over", None)
        facts.pop("timer", None)
        facts["engine_cpu"] = sum(cpu(p) for p in children()) - facts["engine_cpu"]
        QApplication.quit()

    watch_rows(lambda: later(0, painted))
    open_window(Path(sys.argv[1]))
    print(json.dumps(facts))


def watch_rows(first: Callable[[], None]) -> None:
    """Call `first` when the inbox's delegate has painted a row."""
    # the window imports it as well: this only comes a little earlier
    from cmapp.ui.delegates.inbox_row import InboxDelegate

    paint = InboxDelegate.paint

    seen: list[bool] = []

    def told(self: Any, *args: Any) -> None:
        paint(self, *args)
        if not seen:
            seen.append(True)
            first()

    InboxDelegate.paint = told  # type: ignore[method-assign]


def watch_gaps(gaps: list[float]) -> Any:
    """Note the milliseconds between turns of a timer of 1 ms on this thread."""
    from PySide6.QtCore import Qt, QTimer

    last = [time.perf_counter(), waited()]

    def tick() -> None:
        now, stood = time.perf_counter(), waited()
        gaps.append((now - last[0]) * 1e3 - (stood - last[1]) / 1e6)
        last[:] = [now, stood]

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(1)
    timer.timeout.connect(tick)
    timer.start()
    return timer


if __name__ == "__main__":
    main()
