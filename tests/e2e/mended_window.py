"""A window on a real engine process: a backup is restored under it, then its database is damaged.

    python -m tests.e2e.mended_window FOLDER

Prints a JSON line for each stage that it came to; ends by itself.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cmapp.store import drafts
from cmapp.store.database import Store
from cmapp.store.opening import damage_mark
from cmapp.system import settings
from cmapp.system.clock import now
from cmapp.system.paths import Paths
from cmapp.ui import desktop, look

PATIENCE = 600.0


def main() -> None:
    """Live through it."""
    paths = Paths(Path(sys.argv[1])).make()
    store = Store.open(paths.database, draft_copy=paths.draft_copy)
    store.write(lambda tx: drafts.save(tx, "one", now=now()))
    store.close()
    app = QApplication([])
    look.apply(app, "light", language="en")
    program = desktop.Program(app, paths, settings.load(paths.settings)[0], offline=True)
    assert program.open()
    stages = _stages(program, paths)
    begun = time.monotonic()

    def look_on() -> None:
        if time.monotonic() - begun > PATIENCE or next(stages, None) is None:
            app.quit()

    timer = QTimer()
    timer.timeout.connect(look_on)
    timer.start(100)
    app.exec()
    program.desk.call("engine.quit")
    program.close()


def _stages(program: desktop.Program, paths: Paths):  # type: ignore[no-untyped-def]
    while not program._listening:
        yield True
    name = program.desk.call("backups.make")["name"]
    program.desk.call("drafts.save", text="two")
    program.desk.call("backups.restore", name=name)
    while program._listening:
        yield True
    while not program._listening:
        yield True
    _tell("restored", program)
    damage_mark(paths.database).write_text("somebody noticed")
    program.desk.call("engine.wake")
    while program._damaged is None:
        yield True
    assert program.window is not None and program.window.isVisible()
    QTimer.singleShot(0, program._damaged._go)
    while program._damaged is not None or not program._listening:
        yield True
    _tell("mended", program)


def _tell(stage: str, program: desktop.Program) -> None:
    texts = sorted(d.text for d in program.desk.drafts())
    codes = [t.code for t in program.desk.troubles()]
    print(json.dumps({"stage": stage, "drafts": texts, "troubles": codes}), flush=True)


if __name__ == "__main__":
    main()
