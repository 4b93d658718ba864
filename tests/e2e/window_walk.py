"""The real window without a screen, walked through: `python -m tests.e2e.window_walk DIR`.

Every page and the dialogs that hold foreign words, a search, a thread with links and pictures, a
reply that leaves, a crash. Its engine is a process of its own, as always.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from cmapp.services.client import Client, EngineGone
from cmapp.system import log as logs
from cmapp.system.paths import Paths
from cmapp.system.settings import Settings
from cmapp.ui.desktop import Program
from cmapp.ui.panes import PANES
from cmapp.ui.window import Window

BETWEEN = 150
"""Milliseconds from step to step; what is read meanwhile is drawn."""


class Broken(Exception):
    """A bug, made on purpose."""


def steps(window: Window, answer: str) -> Iterator[Callable[[], object]]:
    """Yield what a person does, one thing after the other."""
    desk = window.desk
    for pane in PANES:
        yield lambda name=pane.id: window.go(name)  # type: ignore[misc]
    yield lambda: window.go("inbox")
    yield lambda: window.pane("inbox").write()  # type: ignore[attr-defined]
    yield lambda: window.pane("inbox").talk.composer.editor.setPlainText(answer)  # type: ignore[attr-defined]
    yield lambda: window.pane("inbox").talk.composer.send()  # type: ignore[attr-defined]
    yield lambda: window.search_for("stock")
    yield lambda: desk.call("sync")
    yield lambda: desk.call("outbox.send")
    for deed in ("help", "settings", "words", "keys", "about", "media", "tasks", "sheets"):
        if deed in window.actions_.by_id:
            yield window.actions_.by_id[deed].trigger
    yield lambda: window.looking.open_retention()
    yield _break


def _break() -> None:
    raise Broken


def main() -> int:
    """Walk; returns 0 where every step was taken."""
    said = argparse.ArgumentParser()
    said.add_argument("profile", type=Path)
    said.add_argument("--answer", default="Yes.")
    asked = said.parse_args()
    app = QApplication([])
    paths = Paths(asked.profile.absolute()).make()
    end_log = logs.set_up(paths.log, "window", debug=False)
    program = Program(app, paths, Settings(undo_seconds=0), offline=False)
    assert program.open() and program.window is not None
    walk = steps(program.window, asked.answer)
    taken: list[int] = []

    def close_dialogs() -> None:
        for one in app.topLevelWidgets():
            if isinstance(one, QDialog) and one.isVisible():
                one.reject()

    def on() -> None:
        close_dialogs()
        do = next(walk, None)
        if do is None:
            timer.stop()
            QTimer.singleShot(6 * BETWEEN, app.quit)
            return
        taken.append(1)
        do()

    timer = QTimer()
    timer.timeout.connect(on)

    def begin() -> None:
        if Client(paths).reachable():
            timer.start(BETWEEN)
        else:
            QTimer.singleShot(100, begin)

    QTimer.singleShot(100, begin)
    closer = QTimer()
    closer.timeout.connect(
        close_dialogs
    )  # a dialog that waits for an answer runs a loop of its own
    closer.start(4 * BETWEEN)
    app.exec()
    program.close()
    with contextlib.suppress(EngineGone):
        Client(paths).call("engine.quit")
    if program.engine.process is not None:
        program.engine.process.wait(120)
    end_log()
    return 0 if len(taken) >= len(PANES) + 8 else 3


if __name__ == "__main__":
    sys.exit(main())
