"""Rows of a title with a quiet word at the right, the chosen one on a soft ground."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cmapp.ui import look

SIDE = Qt.ItemDataRole.UserRole + 1
"""Under this role stands the word at the right."""


class Titles(QStyledItemDelegate):
    """Paints such rows."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: object) -> QSize:
        """Return the height of a row."""
        return QSize(200, 38)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        rect = option.rect.adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("soft"))
            painter.drawRoundedRect(QRectF(rect), 8, 8)
        side = str(index.data(SIDE) or "")
        painter.setFont(look.font(12))
        painter.setPen(look.colour("muted"))
        inner = rect.adjusted(12, 0, -12, 0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, right, side)
        room = inner.width() - painter.fontMetrics().horizontalAdvance(side) - 12
        painter.setFont(look.font(13))
        painter.setPen(look.colour("ink"))
        words = painter.fontMetrics().elidedText(
            str(index.data(Qt.ItemDataRole.DisplayRole)), Qt.TextElideMode.ElideRight, room
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()
