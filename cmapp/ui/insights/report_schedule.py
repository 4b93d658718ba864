"""On which day and at what time a report is to be made by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from cmapp.ui.asking import Asking
from cmapp.ui.charts import words
from cmapp.ui.dialogs.fields import Ask, FieldsSheet
from cmapp.ui.insights.report_builder import Builder


def days() -> dict[str, str]:
    """Return the days that can be chosen: `weekly:0` (Monday) … `monthly:28`."""
    locale = QLocale(words.language())
    weekly = words.translate("reports", "Each week: {day}")
    monthly = words.translate("reports", "Each month: day {n}")
    return {
        **{f"weekly:{n}": weekly.format(day=locale.standaloneDayName(n + 1)) for n in range(7)},
        **{f"monthly:{n}": monthly.format(n=n) for n in range(1, 29)},
    }


class ScheduleSheet(FieldsSheet):
    """Accepted: the schedule is kept. At first it offers the day after the template's span."""

    def __init__(self, asking: Asking, builder: Builder, folder: Path, parent: QWidget) -> None:
        asked = builder.asked()
        usual = "monthly:1" if asked["period"] == "month" else "weekly:0"
        fields = [
            Ask("day", words.translate("reports", "Day"), "choice", usual, days()),
            Ask("at", words.translate("reports", "Time of day"), value="09:00", hint="09:00"),
        ]
        super().__init__(
            asking, words.translate("reports", "Make regularly"), fields, "report.schedule_save",
            words.translate("reports", "It will be made by itself"), parent.window(),
            words=words.translate("reports", "Into the folder {name}, while cmapp runs; what was "
                                  "missed is made on waking.").format(name=folder.name),
            fixed={
                "template": asked["template"], "folder": str(folder.absolute()),
                "format": builder.format(), "language": asked["language"],
            },
        )  # fmt: skip

    def values(self) -> dict[str, Any]:
        """Return the arguments of the command."""
        made = super().values()
        every, _, day = made["day"].partition(":")
        return made | {"every": every, "day": int(day)}
