"""The files that the grid shows, page by page, and how one of them is painted."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from shiboken6 import isValid

from cmapp.ui import icons, look
from cmapp.ui.asking import Asking
from cmapp.ui.library import words
from cmapp.ui.thumbs import Thumbs, cover
from cmapp.ui.widgets.button import paint_ring
from cmapp.ui.widgets.label import tip

translate = QCoreApplication.translate
PAGE = 60
TILE = QSize(152, 166)
FILE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class Files(QAbstractListModel):
    """Files of the library that are wished for; more come as one scrolls."""

    counted = Signal(object)
    """The newest answer of `media.list`: total, folders, tags."""

    def __init__(self, asking: Asking, thumbs: Thumbs, parent: QWidget) -> None:
        super().__init__(parent)
        self._asking, self.thumbs = asking, thumbs
        self._rows: list[dict[str, Any]] = []
        self._wish: dict[str, Any] = {}
        self._more = self._asked = False
        self._made: set[str] = set()

    def look_for(self, **wish: Any) -> None:
        """Show what is wished for (`folder`, `tag`, `kind`, `text`, `unused`, `no_alt`)."""
        self._wish = wish
        self.load()

    def load(self) -> None:
        """Read again, as many as are shown."""
        limit = max(PAGE, min(500, len(self._rows)))
        self._asking.look("media.list", self._show, stream="media", limit=limit, **self._wish)

    def _show(self, found: dict[str, Any]) -> None:
        self._more, self._asked = found["more"], False
        fresh = found["files"]
        if [f["name"] for f in fresh] == [f["name"] for f in self._rows]:
            self._rows = fresh
            if fresh:
                self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
        else:
            self.beginResetModel()
            self._rows = fresh
            self.endResetModel()
        self.counted.emit(found)

    def canFetchMore(self, _parent: _Index) -> bool:
        """Tell whether there are more."""
        return self._more and not self._asked

    def fetchMore(self, _parent: _Index) -> None:
        """Read on behind the last file."""
        if not self._rows or self._asked:
            return
        self._asked = True
        after = self._rows[-1]["name"]
        self._asking.look(
            "media.list", self._append, stream="media", limit=PAGE, after=after, **self._wish
        )

    def _append(self, found: dict[str, Any]) -> None:
        self._more, self._asked = found["more"], False
        if not found["files"]:
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(found["files"]) - 1)
        self._rows += found["files"]
        self.endInsertRows()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many are known."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a file's title, what a screen reader says of it, or all of it."""
        one = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one["title"] or words.kind(one["kind"])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = one["alt"] or translate("library", "no alt text")
            return ", ".join((one["title"], words.kind(one["kind"]), words.size(one), said))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(one["alt"]) or None
        return one if role == FILE else None

    def row_of(self, name: str) -> int:
        """Return where a file stands, -1 where it is not shown."""
        return next((n for n, one in enumerate(self._rows) if one["name"] == name), -1)

    def picture(self, one: dict[str, Any]) -> QPixmap | None:
        """Return the small picture, None as long as it is being read; a null one: there is none.

        One that made room for others is made again, once.
        """
        name = one["name"]
        if one["kind"] == "video":
            return QPixmap()
        found = self.thumbs.get(
            f"thumbs/{name}", lambda: self._tell(name) if isValid(self) else None
        )
        if found is not None and found.isNull() and name not in self._made:
            self._made.add(name)
            self._asking.do(
                "media.thumbs", "", lambda _: self.thumbs.forget(f"thumbs/{name}"), names=[name]
            )
        return found

    def _tell(self, name: str) -> None:
        at = self.row_of(name)
        if at >= 0 and isValid(self):  # the library may have been closed in the meantime
            self.dataChanged.emit(self.index(at), self.index(at))


class Tile(QStyledItemDelegate):
    """A file as a tile: its picture, its title, and what is missing."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """All are of one size."""
        return TILE

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one."""
        one: dict[str, Any] = index.data(FILE)
        model = index.model()
        assert isinstance(model, Files)
        rect = option.rect.adjusted(5, 5, -5, -5)
        box = QRect(rect.x() + 4, rect.y() + 4, rect.width() - 8, rect.height() - 40)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("soft"))
            painter.drawRoundedRect(QRectF(rect), 8, 8)
        path = QPainterPath()
        path.addRoundedRect(QRectF(box), 6, 6)
        painter.fillPath(path, look.colour("bg"))
        painter.save()
        painter.setClipPath(path)
        picture = model.picture(one)
        if picture is not None and not picture.isNull():
            cover(painter, picture, (box.x(), box.y(), box.width(), box.height()))
        elif picture is not None:
            middle = box.center()
            middle.setX(middle.x() - 14)
            middle.setY(middle.y() - 14)
            icon = "play" if one["kind"] == "video" else "image"
            icons.paint(painter, icon, look.colour("faint"), at=middle, side=28)
        painter.restore()
        self._badges(painter, one, box)
        painter.setPen(look.colour("ink"))
        font = look.font(12, 500)
        painter.setFont(font)
        line = QRect(rect.x() + 6, box.bottom() + 4, rect.width() - 12, 17)
        title = QFontMetrics(font).elidedText(
            str(index.data()), Qt.TextElideMode.ElideMiddle, line.width()
        )
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), title)
        painter.setPen(look.colour("muted"))
        painter.setFont(look.font(11))
        small = QFontMetrics(painter.font()).elidedText(
            words.size(one), Qt.TextElideMode.ElideRight, line.width()
        )
        painter.drawText(line.translated(0, 15), int(Qt.AlignmentFlag.AlignVCenter), small)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, QRectF(rect), radius=8)
        painter.restore()

    def _badges(self, painter: QPainter, one: dict[str, Any], box: QRect) -> None:
        left = box.x() + 5
        if not one["alt"]:
            left = _badge(painter, translate("library", "no alt text"), "warn", left, box.y() + 5)
        if one["kind"] == "video" and one["seconds"] is not None:
            _badge(painter, words.length(one["seconds"]), "ink", box.x() + 5, box.bottom() - 20)
        elif one["kind"] == "animation":
            _badge(painter, "GIF", "ink", box.x() + 5, box.bottom() - 20)


def _badge(painter: QPainter, said: str, tone: str, left: int, top: int) -> int:
    font = look.font(10.5, 600)
    wide = QFontMetrics(font).horizontalAdvance(said) + 12
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("warn_soft" if tone == "warn" else "surface"))
    painter.drawRoundedRect(QRectF(left, top, wide, 17), 5, 5)
    painter.setPen(look.colour(tone))
    painter.setFont(font)
    painter.drawText(QRect(left, top, wide, 17), int(Qt.AlignmentFlag.AlignCenter), said)
    return left + wide + 4
