"""The board: ideas, drafts, planned posts; beside a month it is one column to drag from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cmapp.ui import look
from cmapp.ui.planning import words
from cmapp.ui.planning.ideas import Board
from cmapp.ui.planning.painter import PlanPainter
from cmapp.ui.planning.plans import EPOCH, Entry, Plans, today
from cmapp.ui.planning.view import PlanView, Target

CARD = 74
"""Height of a card with the gap below it, in pixels."""


class _Cards(QStyledItemDelegate):
    def __init__(self, view: IdeaBoard) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: object) -> QSize:
        return QSize(200, CARD)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        view = self._view
        painter.fillRect(option.rect, look.colour("bg"))
        card = view.table.card(index.row(), index.column())
        if card is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = card.id == view.chosen_id and view.hasFocus()
        keys = here and bool(view.property("keys"))
        box = QRectF(option.rect).adjusted(8, 6, -8, 0)
        view.painter.card(painter, box, card, chosen=here, current=keys)
        painter.restore()


class IdeaBoard(PlanView):
    """`table` is its model. A card goes to another column, or onto a day of another view."""

    handed = Signal(object)
    """An entry that the keys are to carry over the days of the view beside it."""

    def __init__(
        self,
        columns: Sequence[str],
        plans: Plans,
        painter: PlanPainter,
        parent: QWidget | None = None,
    ) -> None:
        self.table = Board(columns, plans, painter.known)
        super().__init__(plans, painter, parent)
        self.table.setParent(self)
        self.setModel(self.table)
        self.setItemDelegate(_Cards(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setFixedHeight(34)
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(CARD)
        self.verticalScrollBar().setSingleStep(24)
        self.column = 0
        self.table.modelReset.connect(self._settle)

    def in_sight(self) -> tuple[int, int]:
        """Return the days that the planned column shows."""
        return today(), today() + 60

    def middle(self) -> int:
        """Return the day that the board is about."""
        return today()

    # PlanView

    def again(self) -> None:
        """See `PlanView`."""
        self.table.fill()
        self.viewport().update()

    def _settle(self) -> None:
        """After cards came or went: stay on the same one, else at the same place."""
        place = self.table.place(self.chosen_id)
        if not place.isValid():
            row = min(max(0, self.currentIndex().row()), self.table.count(self.column) - 1)
            card = self.table.card(row, self.column)
            self._note(card.id if card else "")
            place = self.table.index(max(0, row), self.column)
        self.column = place.column()
        self.setCurrentIndex(place)
        self.viewport().update()

    def here(self) -> Entry | None:
        """See `PlanView`."""
        place = self.table.place(self.chosen_id)
        return self.table.card(place.row(), place.column()) if place.isValid() else None

    def stand(self, day: int, entry_id: str | None = None) -> None:
        """See `PlanView`; a day has no place of its own here."""
        if day != EPOCH:
            self.day = day
        place = self.table.place(entry_id or "")
        if place.isValid():
            self._stand_at(place)

    def _stand_at(self, place: QModelIndex) -> None:
        card = self.table.card(place.row(), place.column())
        self.column = place.column()
        self._note(card.id if card else "")
        self.setCurrentIndex(place)
        self.scrollTo(place)
        self.viewport().update()

    def walk(self, step: int) -> None:
        """Go up or down in the column."""
        row = self.currentIndex().row() + step
        if self.table.card(row, self.column) is not None:
            self._stand_at(self.table.index(row, self.column))

    def go(self, days: int, minutes: int) -> None:
        """Walk by cards and columns."""
        if minutes:
            self.walk(minutes)
            return
        column = self.column + days
        if 0 <= column < len(self.table.columns):
            row = min(max(0, self.currentIndex().row()), max(0, self.table.count(column) - 1))
            self._stand_at(self.table.index(row, column))

    def step(self, key: Qt.Key, *, fine: bool) -> tuple[int, int]:
        """See `PlanView`: days stand for columns."""
        return {
            Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
        }[key]  # fmt: skip

    def _arrow(self, key: Qt.Key, *, fine: bool) -> None:
        if self.carry is None:
            super()._arrow(key, fine=fine)
            return
        columns = self.table.columns
        at = self.target.stage if self.target and self.target.stage else columns[self.column]
        there = columns.index(at) + self.step(key, fine=fine)[0] if at in columns else 0
        self.aim(Target(stage=columns[max(0, min(len(columns) - 1, there))]))

    def pick_up(self, entry: Entry) -> None:
        """See `PlanView`. Beside a month there is one column: the month carries it then."""
        if len(self.table.columns) == 1:
            self.handed.emit(entry)
            return
        self.carry = entry
        self.hint.emit(self.tr("← → carry it, Return puts it down"))
        self.aim(Target(stage=self.table.columns[self.column]))

    def page(self, step: int) -> None:
        """Turn by what is in sight."""
        rows = max(1, self.viewport().height() // CARD - 1)
        row = max(
            0, min(self.table.count(self.column) - 1, self.currentIndex().row() + rows * step)
        )
        if self.table.card(row, self.column) is not None:
            self._stand_at(self.table.index(row, self.column))

    def target_at(self, at: QPoint) -> Target | None:
        """See `PlanView`."""
        column = self.columnAt(at.x())
        return Target(stage=self.table.columns[column]) if column >= 0 else None

    def pressed_at(self, _at: QPoint, _target: Target) -> None:
        """There is nothing to stand on beside the cards."""

    def entry_at(self, at: QPoint) -> tuple[Entry, QRect] | None:
        """See `PlanView`."""
        index = self.indexAt(at)
        card = self.table.card(index.row(), index.column()) if index.isValid() else None
        return (card, self.visualRect(index).adjusted(8, 6, -8, 0)) if card else None

    def box_of(self, entry: Entry) -> QRect | None:
        """See `PlanView`."""
        place = self.table.place(entry.id)
        box = self.visualRect(place)
        inside = place.isValid() and box.intersects(self.viewport().rect())
        return box.adjusted(8, 6, -8, 0) if inside else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards, what an empty column is for, and where a card would go."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), look.colour("bg"))
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        port = self.viewport().rect()
        for column, code in enumerate(self.table.columns):
            x, wide = self.columnViewportPosition(column), self.columnWidth(column)
            if column:
                painter.setPen(QPen(look.colour("line"), 1))
                painter.drawLine(QPointF(x, 0), QPointF(x, port.height()))
            if not self.table.count(column):
                painter.setPen(look.colour("muted"))
                painter.setFont(look.font(12.5))
                room = QRectF(x + 16, 14, wide - 32, 120)
                flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
                painter.drawText(room, int(flags), empty_words(code))
            if self.target is not None and self.target.stage == code:
                pen = QPen(look.colour("accent"), 2)
                pen.setDashPattern([3, 2])
                painter.setPen(pen)
                tint = look.colour("accent")
                tint.setAlphaF(0.07)
                painter.setBrush(tint)
                painter.drawRoundedRect(QRectF(x + 3, 3, wide - 6, port.height() - 6), 8, 8)
        painter.end()


def empty_words(code: str) -> str:
    """Return what a column is for, said while it is empty."""
    return {
        "idea": words.translate("calendar", "What might become a post. N writes one down."),
        "draft": words.translate("calendar", "What is being written and has no time yet."),
        "planned": words.translate("calendar", "Drop a card here: it takes the next free slot."),
        "open": words.translate(
            "calendar", "Ideas and drafts stand here. Drag one onto a day to plan it."
        ),
    }[code]
