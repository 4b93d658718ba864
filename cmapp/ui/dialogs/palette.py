"""Ctrl+K: every action by a few letters of its name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cmapp.ui import look
from cmapp.ui.actions import Actions, Deed, shown_key
from cmapp.ui.widgets.button import paint_keycap
from cmapp.ui.widgets.card import Card

_DEED = Qt.ItemDataRole.UserRole + 1


def score(query: str, deed: Deed) -> int:
    """Return how well `query` finds an action: 0 is not at all, more is better."""
    wanted = query.casefold().split()
    if not wanted:
        return 1
    hay = f"{deed.words} {deed.also} {deed.id}".casefold()
    total = 0
    for word in wanted:
        if hay.startswith(word):
            total += 8
        elif f" {word}" in hay:
            total += 5
        elif word in hay:
            total += 3
        elif _scattered(word, hay):
            total += 1
        else:
            return 0
    return total


def _scattered(word: str, hay: str) -> bool:
    rest = iter(hay)
    return all(letter in rest for letter in word)


class _Rows(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: object) -> QSize:
        return QSize(300, 38)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        deed: Deed = index.data(_DEED)
        rect = option.rect.adjusted(6, 1, -6, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("soft"))
            painter.drawRoundedRect(QRectF(rect), 8, 8)
        painter.setFont(look.font(13))
        painter.setPen(look.colour("ink"))
        painter.drawText(rect.adjusted(12, 0, -12, 0), Qt.AlignmentFlag.AlignVCenter, deed.words)
        width = painter.fontMetrics().horizontalAdvance(deed.words)
        painter.setFont(look.font(12))
        painter.setPen(look.colour("muted"))
        painter.drawText(
            rect.adjusted(24 + width, 0, -80, 0), Qt.AlignmentFlag.AlignVCenter, deed.group
        )
        key = shown_key(deed)
        if key:
            paint_keycap(
                painter,
                key,
                right=rect.right() - 10,
                middle=rect.center().y() + 1,
                ink=look.colour("muted"),
                edge=look.colour("edge"),
            )
        painter.restore()


class Palette(QDialog):
    """A field and a list; Return does what is chosen."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(self.tr("All actions"))
        self._actions = actions
        self.chosen: str = ""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        card = Card(self, edge="edge")
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        outer.addWidget(card)
        column = QVBoxLayout(card)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        self.field = QLineEdit(card)
        self.field.setPlaceholderText(self.tr("What do you want to do?"))
        self.field.setAccessibleName(self.tr("Find an action"))
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self._model = QStandardItemModel(self)
        self.list = QListView(card)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.clicked.connect(lambda _: self._do())
        self.list.setAccessibleName(self.tr("Actions"))
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.resize(520, 420)
        self._narrow("")

    def _narrow(self, query: str) -> None:
        found = [(score(query, d), -i, d) for i, d in enumerate(self._actions.table)]
        found = sorted((f for f in found if f[0]), key=lambda f: (f[0], f[1]), reverse=True)
        self._model.clear()
        for _, _, deed in found:
            action = self._actions.by_id.get(deed.id)
            if action is None or not action.isEnabled() or deed.id == "palette":
                continue
            row = QStandardItem(deed.words)
            row.setData(deed, _DEED)
            row.setEditable(False)
            self._model.appendRow(row)
        if self._model.rowCount():
            self.list.setCurrentIndex(self._model.index(0, 0))

    def _do(self) -> None:
        deed = self.list.currentIndex().data(_DEED)
        if isinstance(deed, Deed):
            self.chosen = deed.id
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list from the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self._model.rowCount():
                row = (self.list.currentIndex().row() + step) % self._model.rowCount()
                self.list.setCurrentIndex(self._model.index(row, 0))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._do()
                return True
        return super().eventFilter(watched, event)
