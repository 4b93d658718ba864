"""The list of the inbox: rows of one height, letters left to the window, a ring for the keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

HEIGHT = 88
"""Of each row, in pixels: one height for all lets a million of them scroll at once."""


class RowsView(QTableView):
    """Rows of one height without grid or heads; the focus ring shows when keys are used."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(HEIGHT)
        self.verticalHeader().setDefaultSectionSize(HEIGHT)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.verticalScrollBar().setSingleStep(40)
        self._top = 0

    def hold_still(self) -> None:
        """Keep in sight what is in sight when rows come or go above it, or are counted anew."""
        model = self.model()
        model.rowsInserted.connect(lambda _p, first, last: self._shift(first, last - first + 1))
        model.rowsRemoved.connect(lambda _p, first, last: self._shift(first, first - last - 1))
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)

    def _shift(self, first: int, by: int) -> None:
        bar = self.verticalScrollBar()
        if bar.value() and first * HEIGHT < bar.value():
            self.updateGeometries()
            bar.setValue(bar.value() + by * HEIGHT)

    def _remember(self) -> None:
        self._top = self.verticalScrollBar().value()

    def _restore(self) -> None:
        if self._top:
            self.updateGeometries()
            self.verticalScrollBar().setValue(self._top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the ring; leave letters to the window's shortcuts."""
        self.setProperty("keys", True)
        if event.text() and event.text().isprintable():
            event.ignore()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: object) -> None:
        """Hide the ring."""
        self.setProperty("keys", False)
        super().mousePressEvent(event)  # type: ignore[arg-type]
