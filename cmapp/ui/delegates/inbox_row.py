"""How one row of the inbox is painted: who, how long there is left, what they said, its marks."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cmapp.ui import icons, look, row_words
from cmapp.ui.models.inbox import CHOSEN, ROW
from cmapp.ui.row import InboxRow
from cmapp.ui.row_words import Mark
from cmapp.ui.widgets.avatar import paint_avatar
from cmapp.ui.widgets.rows_view import HEIGHT
from cmapp.ui.widgets.text_block import cut, lay_out

_KIND_ICONS = {
    "mention": "mention",
    "message": "message",
    "comment": "comment",
    "reply": "reply",
    "quote": "reply",
    "reaction": "heart",
    "repost": "repeat",
    "follow": "plus",
}


class InboxDelegate(QStyledItemDelegate):
    """Paints rows of one height; the broken lines of the last 200 texts are kept."""

    def __init__(self, parent: object = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._lines: OrderedDict[tuple[int, int, str], list[str]] = OrderedDict()
        self._bold, self._thin, self._body = look.font(13.5, 600), look.font(12.5), look.font(13)
        self._times = look.font(12, 600, tabular=True)
        self._small = look.font(11.5, 500)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: object) -> QSize:
        """Every row is as high as every other."""
        return QSize(200, HEIGHT)

    def _lines_of(self, row: InboxRow, width: int, most: int) -> list[str]:
        said = " ".join(row.text[:600].split())
        key = (row.id, width * 4 + most, said)
        lines = self._lines.get(key)
        if lines is None:
            layout = lay_out(said, width=width, font=self._body)
            lines = break_lines(layout, said, width, most)
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
        here = bool(flags & QStyle.StateFlag.State_Selected)
        chosen = bool(index.data(CHOSEN))
        over = bool(flags & QStyle.StateFlag.State_MouseOver)
        ground = look.colour("soft" if here or chosen else "hover" if over else "surface")
        painter.save()
        painter.fillRect(rect, ground)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if here:
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), look.colour("accent"))
        if row is not None:
            self._paint_row(
                painter, row, QRectF(rect).adjusted(16, 12, -16, -8), ground, chosen=chosen
            )
        if flags & QStyle.StateFlag.State_HasFocus and option.widget.property("keys"):
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _paint_row(
        self, painter: QPainter, row: InboxRow, box: QRectF, ground: QColor, *, chosen: bool
    ) -> None:
        self._paint_face(painter, row, QRectF(box.x(), box.y(), 36, 36), ground, chosen=chosen)
        left, wide = box.x() + 48, box.width() - 48
        self._paint_head(painter, row, QRectF(left, box.y() - 1, wide, 20))
        marks = row_words.marks(row)
        lines = self._lines_of(row, int(wide), 1 if marks or row.crowd else 2)
        painter.setFont(self._body)
        painter.setPen(look.colour("muted" if row.emptied else "ink"))
        y = box.y() + 21
        for one in lines:
            painter.drawText(QRectF(left, y, wide, 21), Qt.AlignmentFlag.AlignVCenter, one)
            y += 20.5
        under = QRectF(left, y, wide, 21)
        if marks:
            self._paint_marks(painter, marks, under)
        elif len(lines) == 1 and row.about and (row.due_at is not None or row.crowd):
            lead = "" if row.crowd else "↳ "
            about = lead + " ".join(row.about[:160].split())
            self._write(painter, about, under, self._thin, "muted")

    def _paint_face(
        self, painter: QPainter, row: InboxRow, box: QRectF, ground: QColor, *, chosen: bool
    ) -> None:
        if not chosen:
            paint_avatar(
                painter,
                box,
                name=row.name if row.handle else row.about,  # of a crowd, the first of its people
                handle=row.handle,
                platform=row.platform,
                around=ground,
            )
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        painter.drawEllipse(box)
        icons.paint(
            painter,
            "check",
            look.colour("on_accent"),
            at=QPointF(box.x() + 7, box.y() + 7).toPoint(),
        )

    def _write(self, painter: QPainter, words: str, box: QRectF, font: QFont, tone: str) -> float:
        """Write one line, cut where it does not fit; return how wide it is."""
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(font)
        painter.setPen(look.colour(tone))
        painter.drawText(box, _LEFT | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)

    def _icon(self, painter: QPainter, name: str, tone: str, x: float, y: float) -> None:
        icons.paint(painter, name, look.colour(tone), at=QPointF(x, y).toPoint(), side=14)

    def _paint_head(self, painter: QPainter, row: InboxRow, line: QRectF) -> None:
        """Who, what kind, and at the right how long there is left."""
        wait = row_words.waiting(row)
        painter.setFont(self._times)
        painter.setPen(look.colour(wait.tone))
        wide = QFontMetricsF(self._times).horizontalAdvance(wait.words)
        painter.drawText(
            line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, wait.words
        )
        if wait.icon:
            wide += 18
            self._icon(painter, wait.icon, wait.tone, line.right() - wide, line.y() + 3)
        room = line.width() - wide - 12
        left = line.x()
        first = row_words.lane(row)
        if first is not None:
            self._icon(painter, first.icon, first.tone, left, line.y() + 3)
            left, room = left + 19, room - 19
        name = (row.name or row.handle)[:120]
        used = self._write(painter, name, QRectF(left, line.y(), room, 20), self._bold, "ink") + 8
        icon = _KIND_ICONS.get(row.kind)
        if room - used > 22 and icon:
            self._icon(painter, icon, "faint", left + used - 2, line.y() + 3)
            used += 18
        if room - used > 50 and row.name and row.handle:
            handle = f"@{row.handle.lstrip('@')}"[:120]
            box = QRectF(left + used, line.y(), room - used, 20)
            self._write(painter, handle, box, self._thin, "muted")

    def _paint_marks(self, painter: QPainter, marks: list[Mark], line: QRectF) -> None:
        """A row of small words on soft grounds; what does not fit is left out, and said so."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self._small)
        x = line.x()
        for n, mark in enumerate(marks):
            words = metrics.elidedText(mark.words, Qt.TextElideMode.ElideRight, 130)
            wide = metrics.horizontalAdvance(words) + 14 + (15 if mark.icon else 0)
            rest = len(marks) - n
            if x + wide > line.right() - (30 if rest > 1 else 0):
                words = f"+{rest}"
                box = QRectF(x, line.y(), line.right() - x, 21)
                self._write(painter, words, box, self._small, "muted")
                break
            pill = QRectF(x, line.y() + 2, wide, 18)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(soft(mark.tone)))
            painter.drawRoundedRect(pill, 9, 9)
            inside = x + 7
            if mark.icon:
                icons.paint(
                    painter,
                    mark.icon,
                    look.colour(mark.tone),
                    at=QPointF(inside - 2, line.y() + 5).toPoint(),
                    side=12,
                )
                inside += 15
            box = QRectF(inside, line.y() + 1, wide, 20)
            self._write(painter, words, box, self._small, mark.tone)
            x += wide + 5


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


def soft(tone: str) -> str:
    """Return the ground that goes with a tone."""
    return {"accent": "soft", "muted": "hover"}.get(tone, f"{tone}_soft")


def break_lines(layout: QTextLayout, said: str, width: int, most: int = 2) -> list[str]:
    """Return the first lines of a laid-out text, an ellipsis where more follows."""
    lines: list[str] = []
    for i in range(min(most, layout.lineCount())):
        line = layout.lineAt(i)
        lines.append(cut(said, line.textStart(), line.textStart() + line.textLength()).rstrip())
    if layout.lineCount() > most:
        metrics = QFontMetricsF(layout.font())
        rest = cut(said, layout.lineAt(most - 1).textStart(), None)[:400]
        lines[-1] = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return lines
