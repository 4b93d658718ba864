"""The blocks of a report in their order: moved and taken out by keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from cmapp.ui.insights import report_words

BLOCK = Qt.ItemDataRole.UserRole


class Blocks(QListWidget):
    """The blocks in order; by keys they move and go."""

    changed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move a block with Alt, take it out with Delete."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Up if alt:
                self.move_by(-1)
            case Qt.Key.Key_Down if alt:
                self.move_by(1)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.take_out()
            case _:
                super().keyPressEvent(event)

    def move_by(self, step: int) -> None:
        """Move the chosen block up or down."""
        row = self.currentRow()
        if 0 <= row and 0 <= row + step < self.count():
            self.insertItem(row + step, self.takeItem(row))
            self.setCurrentRow(row + step)
            self.changed.emit()

    def take_out(self) -> None:
        """Take the chosen block out."""
        if self.currentRow() >= 0:
            self.takeItem(self.currentRow())
            self.changed.emit()

    def put(self, block: Mapping[str, Any], at: int | None = None) -> None:
        """Put a block in."""
        item = QListWidgetItem(report_words.block(block))
        item.setData(BLOCK, dict(block))
        self.insertItem(self.count() if at is None else at, item)

    def blocks(self) -> list[dict[str, Any]]:
        """Return the blocks in order."""
        return [dict(self.item(n).data(BLOCK)) for n in range(self.count())]
