"""What stands behind a number: its rows, of which each can be opened where it belongs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cmapp.ui import look, text
from cmapp.ui.asking import Asking
from cmapp.ui.charts import words
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.widgets.button import paint_ring
from cmapp.ui.widgets.part import moment

_ROW = Qt.ItemDataRole.UserRole


class Behind(Sheet):
    """The rows of one number, the newest first; `chosen` one of them (kind, id)."""

    chosen = Signal(str, str)

    def __init__(
        self, asking: Asking, asked: Mapping[str, Any], title: str, parent: QWidget | None,
        *, command: str = "insights.rows",
    ) -> None:  # fmt: skip
        super().__init__(title, parent, words=text.translate("text", "Working it out …"))
        self.list = QListWidget(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(title)
        self.list.setItemDelegate(_RowDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        self.list.installEventFilter(self)
        self.body.addWidget(self.list)
        close = self.step(words.translate("insights", "Close"), kind="plain")
        close.clicked.connect(self.reject)
        self.resize(680, 560)
        asking.look(command, self._fill, stream=f"behind:{id(self)}", **asked)

    def _fill(self, found: Mapping[str, Any]) -> None:
        total, rows = int(found["total"]), list(found["rows"])
        form = words.translate("insights", "{n} in all, the newest first")
        more = words.translate("insights", "{n} in all; the newest {some} are listed")
        self.say((form if total <= len(rows) else more).format(
            n=words.plain(total), some=words.plain(len(rows))
        ))  # fmt: skip
        for row in rows:
            item = QListWidgetItem(self.list)
            item.setData(_ROW, row)
            who = str(row.get("who") or "")
            said = " ".join(str(row.get("text") or "").split())
            at = text.exact(moment(row.get("at"))) if row.get("at") else ""
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, ", ".join(p for p in (who, said, at) if p)
            )
        if rows:
            self.list.setCurrentRow(0)
            self.list.setFocus()

    def _choose(self, item: QListWidgetItem) -> None:
        row = item.data(_ROW)
        if row:
            self.chosen.emit(str(row["kind"]), str(row["id"]))
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk by letters as everywhere; Return opens."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}.get(Qt.Key(event.key()))
            if step is not None:
                at = self.list.currentRow() + step
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, at)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.currentItem():
                self._choose(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)


class _RowDelegate(QStyledItemDelegate):
    """Who and when above, the words below."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Any) -> QSize:
        """Two lines."""
        return QSize(200, 52)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        """Paint a row."""
        row = index.data(_ROW) or {}
        box = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = bool(state & QStyle.StateFlag.State_Selected)
        warm = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(Qt.PenStyle.NoPen)
        if on or warm:
            painter.setBrush(look.colour("soft" if on else "hover"))
            painter.drawRoundedRect(box.adjusted(2, 1, -2, -1), 8, 8)
        inside = box.adjusted(14, 6, -14, -6)
        value = row.get("value")
        when = text.clock(moment(row.get("at"))) if row.get("at") else ""
        number = words.plain(value, 2) if value is not None else ""
        right = " · ".join(p for p in (number, when) if p)
        small, strong, body = look.font(12, tabular=True), look.font(12.5, 600), look.font(13)
        painter.setFont(small)
        painter.setPen(look.colour("muted"))
        wide = QFontMetrics(small).horizontalAdvance(right)
        corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(inside, int(corner), right)
        self._text(painter, inside.adjusted(0, 0, -wide - 12, 0), str(row.get("who") or ""),
                   strong, "ink", Qt.AlignmentFlag.AlignTop)  # fmt: skip
        self._text(painter, inside, str(row.get("text") or ""), body, "muted",
                   Qt.AlignmentFlag.AlignBottom)  # fmt: skip
        if on and state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, box.adjusted(2, 1, -2, -1))
        painter.restore()

    @staticmethod
    def _text(painter: QPainter, box: QRectF, said: str, font: Any, tone: str,
              side: Qt.AlignmentFlag) -> None:  # fmt: skip
        painter.setFont(font)
        painter.setPen(look.colour(tone))
        one = " ".join(said.split())
        shown = QFontMetrics(font).elidedText(one, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | side), shown)
