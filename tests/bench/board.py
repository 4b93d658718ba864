"""The overview of the insights, opened once and watched: from the click until its charts stand.

    python -m tests.bench.board PROFILE IMPORTED     the real window; IMPORTED: 0 or 1
    python -m tests.bench.board - IMPORTED           the floor: four empty pyqtgraph charts

Prints one JSON line: wall and processor time (ms) of the process from the click to the last first
paint. With IMPORTED 1 both sides have loaded what they draw with before the click.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

REST = 2_000


class Watch:
    """Tells when each of some widgets was painted, counted from `begin`."""

    def __init__(self, ready: Callable[[Any], bool]) -> None:
        from PySide6.QtCore import QEvent, QObject, QTimer

        self.left: list[Any] = []
        self.began = self.cpu = 0.0
        self.told = False
        watch = self

        class Filter(QObject):
            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                if event.type() == QEvent.Type.Paint:
                    name = watched.objectName()
                    for one in list(watch.left):
                        if one[0] == name and ready(one[1]):
                            watch.left.remove(one)
                            QTimer.singleShot(0, watch.look)
                return False

        self._filter = Filter()

    def begin(self) -> None:
        self.began, self.cpu = time.perf_counter(), time.process_time()

    def add(self, number: int, canvas: Any) -> None:
        """Watch a canvas, or what it paints on."""
        for n, widget in enumerate(
            (canvas, getattr(getattr(canvas, "_plot", canvas), "viewport", lambda: None)())
        ):
            if widget is not None:
                widget.setObjectName(f"watched{number}.{n}")
                widget.installEventFilter(self._filter)
                name = f"watched{number}.{n}"
        self.left.append((name, canvas))

    def look(self) -> None:
        """Tell, once all are painted."""
        if not self.left and not self.told:
            self.told = True
            wall = (time.perf_counter() - self.began) * 1e3
            cpu = (time.process_time() - self.cpu) * 1e3
            print(json.dumps({"wall": wall, "cpu": cpu}), flush=True)
            from PySide6.QtWidgets import QApplication

            QApplication.quit()


def ours(profile: Path, *, imported: bool) -> None:
    """Open the real window, click on Insights."""
    from cmapp.__main__ import open_window

    def later() -> None:
        from PySide6.QtWidgets import QApplication

        window: Any = next(w for w in QApplication.topLevelWidgets() if hasattr(w, "bridge"))

        def go() -> None:
            from PySide6.QtCore import QTimer

            if window.bridge.busy():
                QTimer.singleShot(200, go)
                return
            watch = Watch(lambda canvas: canvas.chart is not None)
            window.setProperty("watch", "1")
            window._watch = watch
            if imported:
                from cmapp.services import insights
                from cmapp.ui.insights import part

                part("dashboard")
                for name in insights.CHARTS:
                    insights.get(name)
                import cmapp.services.commands.insights  # noqa: F401
            watch.begin()
            window._buttons["insights"].click()
            look_for(window, watch)

        go()

    def look_for(window: Any, watch: Watch) -> None:
        from PySide6.QtCore import QTimer

        part = window.pane("insights").shown()
        if len(part.charts) < 4:
            QTimer.singleShot(1, lambda: look_for(window, watch))
            return
        for n, view in enumerate(part.charts):
            watch.add(n, view.canvas)

    def wait() -> None:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        while QApplication.instance() is None:
            time.sleep(0.05)
        time.sleep(2 * REST / 1e3)
        QTimer.singleShot(0, QApplication.instance(), later)  # on the window's thread

    threading.Thread(target=wait, daemon=True).start()
    open_window(profile)


def floor(*, imported: bool) -> None:
    """Open a bare window; the click puts four empty charts into it."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QGridLayout, QMainWindow, QWidget

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    if imported:
        import pyqtgraph  # noqa: F401

    watch = Watch(lambda _: True)

    def go() -> None:
        watch.begin()
        import pyqtgraph as pg

        body = QWidget()
        grid = QGridLayout(body)
        for n in range(4):
            plot = pg.PlotWidget()
            grid.addWidget(plot, n // 2, n % 2)
            watch.add(n, plot)
        window.setCentralWidget(body)

    QTimer.singleShot(REST, go)
    app.exec()


def main() -> None:
    imported = sys.argv[2] == "1"
    if sys.argv[1] == "-":
        floor(imported=imported)
    else:
        ours(Path(sys.argv[1]), imported=imported)


if __name__ == "__main__":
    main()
