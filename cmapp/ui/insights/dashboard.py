"""The overview: four figures and four charts of the last days, from this machine's own file."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cmapp.ui.asking import Asking
from cmapp.ui.widgets.part import Part


class DashboardPart(Part):
    """The last 7, 30, 90 or 365 days."""

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(asking, parent)
        self.title.setText(self.tr("Insights"))
