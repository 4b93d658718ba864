"""Pictures of goals, experiments, reports and imports: a world that has some, and their dialogs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cmapp.services import demo_books
from cmapp.services.demo_books import TABLE
from cmapp.system import clock

Call = Callable[..., dict[str, Any]]
PARTS = {
    "goals": "goals", "index": "goals", "costs": "goals", "decisions": "goals",
    "notes": "goals", "experiments": "experiments", "reports": "reports", "imports": "imports",
}  # fmt: skip
VIEWS = {"goals": "goals", "index": "index", "costs": "costs", "decisions": "decisions",
         "notes": "findings"}  # fmt: skip
DIALOGS = ("new-goal", "new-part", "new-cost", "new-experiment", "behind", "export-data")
STEPS = ("import-file", "import-columns", "import-check")
NAMES = (*PARTS, *DIALOGS, *STEPS, "table", "compare", "report-builder")


def keep_books(call: Call, folder: Path) -> None:
    """Have what the demo network's shop has set up, a table to bring in, and a report."""
    account = call("accounts.list")["accounts"][0]["id"]
    demo_books.keep(call, folder, account)
    today = datetime.fromtimestamp(clock.now() / 1000, UTC).date()
    with (folder / TABLE).open("a", encoding="utf-8") as table:
        table.write(f"{today.isoformat()},411,9\n")
    call("report.make", template="weekly", out=str(folder / "week.html"))


def show(window: Any, name: str, folder: Path) -> None:
    """Bring the window into the state that a picture of the insights shows."""
    from PySide6.QtCore import QTimer

    window.go("insights")
    pane = window.pane("insights")
    if name in PARTS:
        if name in VIEWS:
            pane.part("goals").views.choose(VIEWS[name])
        pane.show_in(PARTS[name], {})
        return
    if name in ("behind", "table", "compare"):
        pane.show_in("charts", {"name": "volume", "days": 30})
        part = pane.part("charts")
        if name == "compare":
            part.compare.setCurrentIndex(1)
            part.load()
        then = {
            "behind": lambda: part.view.show_behind(
                next(d.key for d in part.view.chart.series[-1].data[::-1] if d.value)
            ),
            "table": lambda: part.view.as_table.click(),
            "compare": lambda: None,
        }[name]
        QTimer.singleShot(700, then)
        return
    if name.startswith("new-"):
        section = "experiments" if name == "new-experiment" else "goals"
        part = pane.part(section)
        if section == "goals":
            part.views.choose({"new-part": "index", "new-cost": "costs"}.get(name, "goals"))
        pane.show_part(section)
        QTimer.singleShot(500, part.new.click)
        return
    if name == "report-builder":
        pane.show_part("reports")
        part = pane.part("reports")
        QTimer.singleShot(900, lambda: part.build(part.templates[0]))
        return
    pane.show_part("imports")
    part = pane.part("imports")
    if name == "export-data":
        QTimer.singleShot(400, part.export)
        return
    QTimer.singleShot(400, lambda: part.open(str(folder / TABLE)))
    for n in range(STEPS.index(name)):
        QTimer.singleShot(1300 + 500 * n, lambda: part.sheet.next.click())
