"""The floor of the window's measures: PySide6 and one empty window, painted once.

python -m tests.bench.bare REST_SECONDS    prints one JSON line, as `tests.bench.probe` does
"""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Bare(QMainWindow):
    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, report)


def report() -> None:
    facts["wall"], facts["cpu"] = time.monotonic(), time.process_time()
    QTimer.singleShot(int(float(sys.argv[1]) * 1000), QApplication.quit)


facts: dict[str, float] = {}
app = QApplication(sys.argv[:1])
window = Bare()
window.resize(1280, 800)
window.show()
app.exec()
from tests.bench.process import resident  # noqa: E402 - after what is measured

facts["resident"] = resident()
print(json.dumps(facts))
