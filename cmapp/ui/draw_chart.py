"""Draw a chart into a file, without a window: a process of its own, for the command line.

    python -m cmapp.ui.draw_chart KIND LANGUAGE THEME < chart.json > FILE

Standard input has the chart as `domain.chart.to_json` tells it; `KIND` is svg or png.
"""

from __future__ import annotations

import json
import os
import sys


def main() -> int:
    """Read, draw, write; returns the exit status."""
    kind, language, theme = sys.argv[1:4]
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_FONT_DPI", "96")
    from PySide6.QtWidgets import QApplication

    from cmapp.domain.chart import from_json
    from cmapp.ui import desktop, look

    app = QApplication(sys.argv[:1])
    desktop.speak(app, language)
    look.apply(app, theme, language=language)
    from cmapp.ui.charts import files

    chart = from_json(json.load(sys.stdin))
    sys.stdout.buffer.write(files.made(chart, kind))
    return 0


if __name__ == "__main__":
    sys.exit(main())
