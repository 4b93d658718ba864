"""A field that drops a list down, and is told to a screen reader with its name.

On Linux Qt tells of such a field what is chosen in place of its name; the name has to come from a
label beside it. One that nobody sees goes with each field.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QWidget
from shiboken6 import isValid

from cmapp.ui.widgets.label import Label


class Dropdown(QComboBox):
    """A combo box whose accessible name is heard on every system."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = Label("", parent)
        self._told.hide()
        self._told.setBuddy(self)

    def setAccessibleName(self, name: str) -> None:
        """Say what is chosen here."""
        super().setAccessibleName(name)
        self._told.setText(name)
        line = self.lineEdit()
        if line is not None:
            line.setAccessibleName(name)

    def event(self, event: QEvent) -> bool:
        """Keep the label beside the field when a layout takes the field elsewhere."""
        if event.type() == QEvent.Type.ParentChange and isValid(self._told):
            self._told.setParent(self.parentWidget())
        return super().event(event)
