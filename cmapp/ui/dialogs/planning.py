"""Which dialog of the calendar stands behind which name; each is imported when it is opened."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QDialog


def open_dialog(pane: Any, which: str) -> QDialog | None:
    """Open a dialog over the calendar; returns it."""
    made = _made(pane, which)
    if made is not None:
        made.finished.connect(lambda _: made.deleteLater())
        made.open()
    return made


def _made(pane: Any, which: str) -> QDialog | None:
    parent = pane.window()
    match which:
        case "slots":
            from cmapp.ui.dialogs.slots import SlotsSheet

            return SlotsSheet(pane.asking, pane.known, parent)
        case "campaigns":
            from cmapp.ui.dialogs.campaigns import CampaignsSheet

            return CampaignsSheet(pane.asking, parent)
        case "series":
            from cmapp.ui.dialogs.series import SeriesSheet

            return SeriesSheet(pane.asking, pane.known, pane.plans.zone, parent)
        case "best":
            from cmapp.ui.dialogs.best_times import BestTimesSheet

            return BestTimesSheet(pane.asking, pane.known, parent)
        case "import":
            from cmapp.ui.dialogs.plan_files import ImportSheet

            return ImportSheet(pane.asking, parent)
        case "export":
            from cmapp.ui.dialogs.plan_files import export_plan

            first, last = pane.view().in_sight()
            export_plan(pane.asking, parent, first, last)
    return None
