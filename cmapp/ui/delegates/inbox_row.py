"""How one row of the inbox is painted: who, how long they wait, what they said."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cmapp.ui import icons, look, text
from cmapp.ui.models.inbox import ROW
from cmapp.ui.views import InboxRow
from cmapp.ui.widgets.avatar import paint_avatar
from cmapp.ui.widgets.text_block import cut, lay_out

HEIGHT = 88
_KIND_ICONS = {"mention": "mention", "message": "message", "comment": "comment", "reply": "reply"}


class InboxDelegate(QStyledItemDelegate):
    """Paints rows of one height; the broken lines of the last 200 texts are kept."""

    def __init__(self, parent: object = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._lines: OrderedDict[tuple[int, int, str], list[str]] = OrderedDict()
        self._fonts = (look.font(13.5, 600), look.font(12.5), look.font(12, 600, tabular=True))
        self._body = look.font(13)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: object) -> QSize:
        """Every row is as high as every other."""
        return QSize(200, HEIGHT)

    def _two_lines(self, row: InboxRow, width: int) -> list[str]:
        said = " ".join(row.text[:600].split())
        key = (row.id, width, said)
        lines = self._lines.get(key)
        if lines is None:
            lines = break_lines(lay_out(said, width=width, font=self._body), said, width)
            self._lines[key] = lines
            while len(self._lines) > 200:
                self._lines.popitem(last=False)
        return lines

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        row: InboxRow | None = index.data(ROW)
        rect = option.rect
        flags = option.state
        chosen = bool(flags & QStyle.StateFlag.State_Selected)
        over = bool(flags & QStyle.StateFlag.State_MouseOver)
        ground = look.colour("soft" if chosen else "hover" if over else "surface")
        painter.save()
        painter.fillRect(rect, ground)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if chosen:
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), look.colour("accent"))
        if row is not None:
            self._paint_row(painter, row, QRectF(rect).adjusted(16, 12, -16, -8), ground)
        if flags & QStyle.StateFlag.State_HasFocus and option.widget.property("keys"):
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _paint_row(self, painter: QPainter, row: InboxRow, box: QRectF, ground: object) -> None:
        bold, thin, times = self._fonts
        paint_avatar(
            painter,
            QRectF(box.x(), box.y(), 36, 36),
            name=row.name,
            handle=row.handle,
            platform=row.platform,
            around=ground,  # type: ignore[arg-type]
        )
        left = box.x() + 48
        waiting, tone = text.wait(row.created_at, row.due_at)
        painter.setFont(times)
        time_width = QFontMetricsF(times).horizontalAdvance(waiting)
        painter.setPen(look.colour(tone))
        line = QRectF(left, box.y() - 1, box.right() - left, 20)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, waiting)
        room = line.width() - time_width - 12
        name = row.name or row.handle
        shown = QFontMetricsF(bold).elidedText(name[:120], Qt.TextElideMode.ElideRight, room)
        painter.setFont(bold)
        painter.setPen(look.colour("ink"))
        ltr = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(
            QRectF(left, line.y(), room, 20), ltr | Qt.AlignmentFlag.AlignVCenter, shown
        )
        used = QFontMetricsF(bold).horizontalAdvance(shown) + 8
        icon = "check" if row.state == "done" else _KIND_ICONS.get(row.kind)
        if room - used > 22 and icon:
            icons.paint(
                painter,
                icon,
                look.colour("faint"),
                at=QPointF(left + used - 2, line.y() + 3).toPoint(),
                side=14,
            )
            used += 18
        if room - used > 50 and row.name:
            metrics = QFontMetricsF(thin)
            handle = f"@{row.handle.lstrip('@')}"
            painter.setFont(thin)
            painter.setPen(look.colour("muted"))
            painter.drawText(
                QRectF(left + used, line.y(), room - used, 20),
                ltr | Qt.AlignmentFlag.AlignVCenter,
                metrics.elidedText(handle[:120], Qt.TextElideMode.ElideRight, room - used),
            )
        painter.setFont(self._body)
        painter.setPen(look.colour("ink"))
        y = box.y() + 21
        lines = self._two_lines(row, int(box.right() - left))
        for one in lines:
            painter.drawText(
                QRectF(left, y, box.right() - left, 21), Qt.AlignmentFlag.AlignVCenter, one
            )
            y += 20.5
        if len(lines) == 1 and row.about and row.due_at is not None:
            about = " ".join(row.about[:160].split())
            painter.setFont(thin)
            painter.setPen(look.colour("muted"))
            painter.drawText(
                QRectF(left, y, box.right() - left, 21),
                Qt.AlignmentFlag.AlignVCenter,
                QFontMetricsF(thin).elidedText(
                    f"↳ {about}", Qt.TextElideMode.ElideRight, box.right() - left
                ),
            )


def break_lines(layout: QTextLayout, said: str, width: int) -> list[str]:
    """Return the first two lines of a laid-out text, an ellipsis where more follows."""
    lines: list[str] = []
    for i in range(min(2, layout.lineCount())):
        line = layout.lineAt(i)
        lines.append(cut(said, line.textStart(), line.textStart() + line.textLength()).rstrip())
    if layout.lineCount() > 2:
        metrics = QFontMetricsF(layout.font())
        rest = cut(said, layout.lineAt(1).textStart(), None)[:400]
        lines[1] = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return lines
