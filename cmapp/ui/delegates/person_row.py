"""How one row of the list of people is painted: who, where, their stage, when they were here."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cmapp.store.roster import Row
from cmapp.ui import look, people_words, text
from cmapp.ui.models.people import ROW
from cmapp.ui.widgets.avatar import paint_avatar
from cmapp.ui.widgets.button import paint_ring

HEIGHT = 60


class PersonDelegate(QStyledItemDelegate):
    """Paints rows of one height."""

    def __init__(self, parent: object = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._bold, self._thin = look.font(13.5, 600), look.font(12)
        self._small = look.font(11.5, 600)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: object) -> QSize:
        """Every row is as high as every other."""
        return QSize(200, HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        row: Row | None = index.data(ROW)
        rect = option.rect
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = look.colour("soft" if here else "hover" if over else "surface")
        painter.save()
        painter.fillRect(rect, ground)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if here:
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), look.colour("accent"))
        if row is not None:
            self._paint_row(painter, row, QRectF(rect).adjusted(16, 10, -16, -10))
        view = option.widget
        if here and view is not None and view.hasFocus() and view.property("keys"):
            paint_ring(painter, QRectF(rect))
        painter.restore()

    def _paint_row(self, painter: QPainter, row: Row, box: QRectF) -> None:
        face = QRectF(box.x(), box.y() + 2, 36, 36)
        around = look.colour("surface")
        paint_avatar(
            painter, face, name=row.name, handle=row.handle, platform=row.platform, around=around
        )
        left, right = box.x() + 50, box.right()
        top = QRectF(left, box.y(), right - left, 20)
        under = QRectF(left, box.y() + 21, right - left, 18)
        seen = text.ago(row.last_at or None)
        end = self._right(painter, top, seen, "muted", self._thin)
        if row.vip:
            end = self._right(
                painter, top.adjusted(0, 0, end - right, 0), "VIP", "held", self._small
            )
        self._words(painter, top, end, row.name or row.handle, "ink", self._bold)
        stage = people_words.stage(row.stage)
        tone = people_words.TONES.get(row.stage or "", "muted")
        end = self._right(painter, under, stage, tone, self._small) if stage else right
        second = f"@{row.handle.lstrip('@')}"
        if row.tags:
            second += "  " + " ".join(f"#{t}" for t in row.tags[:3])
        self._words(painter, under, end, second, "muted", self._thin)

    def _right(self, painter: QPainter, box: QRectF, words: str, tone: str, font: QFont) -> float:
        """Paint words at the right end; returns where they begin, with a gap before."""
        painter.setFont(font)
        painter.setPen(look.colour(tone))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        return box.right() - QFontMetricsF(painter.font()).horizontalAdvance(words) - 10

    def _words(
        self, painter: QPainter, box: QRectF, end: float, words: str, tone: str, font: QFont
    ) -> None:
        painter.setFont(font)
        painter.setPen(look.colour(tone))
        room = QRectF(box.x(), box.y(), max(0.0, end - box.x()), box.height())
        shown = QFontMetricsF(painter.font()).elidedText(
            words, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
