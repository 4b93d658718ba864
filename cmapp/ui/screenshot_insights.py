"""Pictures of goals, experiments, reports and imports: a world that has some, and their dialogs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

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
TABLE = "numbers.csv"


def keep_books(call: Call, folder: Path) -> None:
    """Have goals, an index, costs, a decision, a note, an experiment, a report, an import."""
    today = datetime.fromtimestamp(clock.now() / 1000, UTC).date()

    def days(n: int) -> str:
        return (today + timedelta(days=n)).isoformat()

    goals = (("interactions", "400", "A lively November"), ("answered_share", "90%", ""),
             ("roi", "20%", "Kiln season pays for itself"))  # fmt: skip
    for metric, target, name in goals:
        call(
            "goals.save", metric=metric, target=target, name=name, first_day=days(-20),
            last_day=days(10),
        )  # fmt: skip
    call("index.set", parts=[
        {"name": "answered_share", "kind": "metric", "weight": 3, "worst": 0, "best": 1},
        {"name": "attitude_positive", "kind": "metric", "weight": 2, "worst": 0, "best": 0.5},
        {"name": "Shop feels alive", "kind": "rating", "weight": 1},
    ])  # fmt: skip
    call("costs.save", kind="spend", amount="120", currency="EUR", first_day=days(-9),
         channel="Fair", note="Stall")  # fmt: skip
    call("costs.save", kind="return", amount="310.50", currency="EUR", first_day=days(-5),
         channel="Fair")  # fmt: skip
    call("costs.save", kind="hours", amount="6.5", first_day=days(-9), channel="Fair")
    call("decisions.save", finding="Questions about posting wait longest on Sundays",
         change="One of us looks at noon", result_day=days(14))  # fmt: skip
    call("findings.save", title="Talk with Ana about the gift box")
    plan = {"measure": "interactions", "baseline": 6, "sd": 4, "effect": 3, "hypothesis": "A"
            " question at the end draws more answers",
            "labels": {"a": "Plain", "b": "Question"}}  # fmt: skip
    call("experiments.make", name="Ask at the end?", plan=plan)
    lines = ["Date,Sessions,Orders"]
    lines += [f"{days(n)},{400 + 7 * (n % 9)},{8 + n % 5}" for n in range(-28, 0)]
    table = folder / TABLE
    table.write_text("\n".join(lines) + "\n", "utf-8")
    call("imports.run", file=str(table), zone="UTC")
    table.write_text("\n".join([*lines, f"{days(0)},411,9"]) + "\n", "utf-8")
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
