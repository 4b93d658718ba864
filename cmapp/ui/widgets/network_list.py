"""The list of people beside the picture of the network: who, why, the figure; walked by keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cmapp.ui import look, network_words, text
from cmapp.ui.widgets.button import paint_ring
from cmapp.ui.widgets.label import tip
from cmapp.ui.widgets.network_view import group_colour
from cmapp.ui.widgets.rows_view import RowsView

ROW = Qt.ItemDataRole.UserRole + 1
HEIGHT = 56
Index = QModelIndex | QPersistentModelIndex


class People(QAbstractTableModel):
    """One column; a row is a person as `network.people` tells of them, under `ROW`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._all: Sequence[Mapping[str, Any]] = ()
        self.rows: list[Mapping[str, Any]] = []
        self._words = ""

    def show_people(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Show these, in their order."""
        self._all = rows
        self.find(self._words)

    def find(self, words: str) -> None:
        """Show those whose name or handle has these letters; all for none."""
        self._words = words
        wanted = words.casefold().lstrip("@")
        self.beginResetModel()
        self.rows = [
            r
            for r in self._all
            if wanted in str(r["name"]).casefold() or wanted in str(r["handle"]).casefold()
        ]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return 1."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row under `ROW`, and words for screen readers."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case _ if role == ROW:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return row["name"]
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                said = f"{row['name']}, @{row['handle'].lstrip('@')}: {_evidence(row)}"
                return tip(said) if role == Qt.ItemDataRole.ToolTipRole else said
        return None


def _evidence(row: Mapping[str, Any]) -> str:
    if row.get("reasons"):
        return network_words.reasons(row)
    return network_words.talk(row["answered_by"], row["answers"])


class PersonDelegate(QStyledItemDelegate):
    """Paints a person: the colour of their group, their name, the evidence, the figure."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: object) -> QSize:
        return QSize(200, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        rect = option.rect
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.fillRect(rect, look.colour("soft" if here else "hover" if over else "surface"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if row is not None:
            self._words(painter, row, QRectF(rect).adjusted(16, 8, -16, -8))
        view = option.widget
        if here and view is not None and view.hasFocus() and view.property("keys"):
            paint_ring(painter, QRectF(rect))
        painter.restore()

    def _words(self, painter: QPainter, row: Mapping[str, Any], box: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        group = row.get("group")
        if group is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("ink") if row["ours"] else group_colour(group))
            dot = QRectF(box.x(), box.y() + 5, 9, 9)
            if row["ours"]:
                painter.drawRoundedRect(dot, 2, 2)
            else:
                painter.drawEllipse(dot)
        left = box.x() + 18
        figure = row.get("figure", "")
        painter.setFont(look.font(12, 600, tabular=True))
        painter.setPen(look.colour("muted"))
        top = QRectF(left, box.y(), box.right() - left, 20)
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, figure)
        taken = QFontMetricsF(painter.font()).horizontalAdvance(figure) + 10
        for words, font, tone, line in (
            (text.isolated(str(row["name"])), look.font(13.5, 600), "ink",
             top.adjusted(0, 0, -taken, 0)),
            (_evidence(row), look.font(12), "muted",
             QRectF(left, box.y() + 21, box.right() - left, 18)),
        ):  # fmt: skip
            painter.setFont(font)
            painter.setPen(look.colour(tone))
            shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)


class Field(QLineEdit):
    """Down and Enter go to the list, Escape empties it."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk into the list."""
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.down.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case _:
                super().keyPressEvent(event)


class PeopleView(RowsView):
    """Enter opens the person."""

    opened = Signal()

    def event(self, event: QEvent) -> bool:
        """Take Enter before the window does."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)
