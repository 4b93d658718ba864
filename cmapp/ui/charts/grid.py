"""A chart as a table of rows and columns: what the picture shows, for eyes and ears alike."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from cmapp.domain.chart import Chart, Unit
from cmapp.domain.chart_table import Table, table
from cmapp.ui import look
from cmapp.ui.charts import words
from cmapp.ui.widgets.label import tip

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class ChartModel(QAbstractTableModel):
    """The table of a chart; what is not known is a dash with its reason."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = Table((), (), {})
        self._units: list[Unit | None] = []

    def show_chart(self, chart: Chart) -> None:
        """Tell of a chart."""
        self.beginResetModel()
        self.table = table(chart, words.say)
        self._units = list(self.table.units)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count places."""
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Count columns."""
        return 0 if parent.isValid() else len(self.table.header)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heads of columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.table.header[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            return self._side(section)
        return None

    def _side(self, column: int) -> int:
        side = Qt.AlignmentFlag.AlignRight if self._units[column] else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell: as it is read, heard, or aligned."""
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(column)
        if role == Qt.ItemDataRole.FontRole:
            return look.font(12.5, tabular=True)
        why = self.table.whys.get((row, column))
        if role == Qt.ItemDataRole.DisplayRole:
            said = self._said(row, column)
            return f"{said}  {words.why(why)}" if why else said
        if role == _SPOKEN:
            unknown = words.translate("insights", "unknown: {why}").format(why=words.why(why or ""))
            said = unknown if why is not None else self._said(row, column)
            return f"{self.table.header[column]}: {said}"
        if role == Qt.ItemDataRole.ToolTipRole and why:
            return tip(words.why(why))
        return None

    def _said(self, row: int, column: int) -> str:
        cell = self.table.rows[row][column]
        unit = self._units[column]
        if cell is None:
            return words.DASH
        if unit is None or isinstance(cell, str):
            return str(cell) if isinstance(cell, str) else words.plain(float(cell), 2)
        return words.value(float(cell), unit)


class ChartTable(QTableView):
    """The table, to be read and walked through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ChartModel(self)
        self.setModel(self.rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(30)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def show_chart(self, chart: Chart) -> None:
        """Show the table of a chart."""
        self.rows.show_chart(chart)
        wide = len(self.rows.table.header) > 6
        mode = QHeaderView.ResizeMode
        self.horizontalHeader().setSectionResizeMode(
            mode.ResizeToContents if wide else mode.Stretch
        )
        self.setAccessibleName(words.say(chart.title))
