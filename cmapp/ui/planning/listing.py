"""The list: one post below the other under the head of its day, growing at both ends."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
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
from cmapp.ui.planning.painter import PlanPainter
from cmapp.ui.planning.plans import Entry, Plans, today
from cmapp.ui.planning.tables import ENTRY, HEADS, ListModel
from cmapp.ui.planning.view import PlanView, Target

ROW = 52
GROW = 56
"""Days that are added at an end that is reached."""
_FAR = 400
"""Days around where one stands beyond which the list does not grow by itself."""


class _Rows(QStyledItemDelegate):
    def __init__(self, view: PlanList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: object) -> QSize:
        return QSize(400, ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        view, box = self._view, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        entry: Entry | None = index.data(ENTRY)
        head: int | None = index.data(HEADS)
        if entry is not None:
            here = entry.id == view.chosen_id
            over = entry.id == view.over_id
            ground = "soft" if here else "hover" if over else "surface"
            keys = here and view.hasFocus() and bool(view.property("keys"))
            view.painter.kept(painter, box, entry, view.painter.row, ground=ground, current=keys)
        elif head is not None:
            self._head(painter, box, head)
        painter.restore()

    def _head(self, painter: QPainter, box: QRectF, number: int) -> None:
        view = self._view
        painter.fillRect(box, look.colour("surface"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setFont(look.font(13, 600))
        is_today = number == view.today
        painter.setPen(look.colour("accent" if is_today else "ink"))
        day = view.plans.day(number)
        said = words.long_day(number)
        if is_today:
            said = f"{words.translate('calendar', 'Today')} · {said}"
        line = box.adjusted(20, 18, -16, 0)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, left, said)
        wide = painter.fontMetrics().horizontalAdvance(said) + 14
        rest = [words.mark(m) for m in day.marks]
        rest.append(words.posts(len(day.entries)))
        painter.setFont(look.font(12))
        painter.setPen(look.colour("muted"))
        painter.drawText(line.adjusted(wide, 0, 0, 0), left, " · ".join(rest))


class PlanList(PlanView):
    """Holds the days from the first to the last that was asked for; the ends grow when reached."""

    def __init__(self, plans: Plans, painter: PlanPainter, parent: QWidget | None = None) -> None:
        super().__init__(plans, painter, parent)
        self.today = today()
        self.over_id = ""
        self.table = ListModel(plans, painter.known, self)
        self.setModel(self.table)
        self.setItemDelegate(_Rows(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setMinimumSectionSize(ROW)
        side.setDefaultSectionSize(ROW)
        self.verticalScrollBar().setSingleStep(26)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._look())
        self._wanted: tuple[int, str | None] | None = None
        self._holding = False
        self._open_at(self.day)

    def _open_at(self, day: int) -> None:
        self._wanted = day, None
        self.table.about(day - 14, day + GROW)
        self._settle()

    def in_sight(self) -> tuple[int, int]:
        """Return the days that the list holds."""
        return self.table.first, self.table.last

    def middle(self) -> int:
        """Return the day of the row in the middle."""
        row = self.rowAt(self.viewport().height() // 2)
        return self.table.number(row) if row >= 0 else self.day

    def _look(self) -> None:
        if self._holding:
            return
        bar = self.verticalScrollBar()
        near = self.viewport().height()
        if bar.value() > bar.maximum() - near:
            self._grow(0, GROW)
        elif bar.value() < near:
            self._grow(-GROW, 0)
        self.turned.emit()

    def _grow(self, before: int, after: int) -> None:
        table = self.table
        first, last = table.first + before, table.last + after
        if first < self.today - _FAR or last > self.today + _FAR:
            return
        if not all(self.plans.known(n) for n in (table.first, table.last)):
            return  # what was asked for has not come yet
        anchor = self._anchor()
        table.about(first, last)
        self._hold(anchor)

    def _anchor(self) -> tuple[int, str, int]:
        """Return what stands at the top, so that it can be kept there: day, id, pixels."""
        row = max(0, self.rowAt(2))
        entry = self.table.entry(row)
        place = self.rowViewportPosition(row)
        return self.table.number(row), entry.id if entry else "", place

    def _hold(self, anchor: tuple[int, str, int]) -> None:
        day, entry_id, place = anchor
        row = self.table.row_of(entry_id) if entry_id else self.table.row_from(day)
        if row >= 0:
            self.updateGeometries()
            self._holding = True
            self.verticalScrollBar().setValue(row * ROW - place)
            self._holding = False
            self.viewport().update()

    def again(self) -> None:
        """Take what was read; keep in sight what is in sight."""
        anchor = self._anchor()
        self.table.fill()
        if self._wanted is None:
            self._hold(anchor)
        self._settle()
        self.viewport().update()
        if self.verticalScrollBar().maximum() == 0:
            self._look()

    def _settle(self) -> None:
        """Stand where one wanted to be, once that is read."""
        if self._wanted is None:
            super().again()
            return
        day, entry_id = self._wanted
        row = self.table.row_of(entry_id) if entry_id else self.table.row_from(day)
        if row < 0:
            return
        if self.plans.known(self.table.first) and self.plans.known(self.table.last):
            self._wanted = None
        entry = self.table.entry(row) or self.table.entry(row + 1)
        if entry is not None:
            self.note_place(entry.day, entry.id)
        self.updateGeometries()
        self._holding = True
        self.setCurrentIndex(self.table.index(self.table.row_of(self.chosen_id), 0))
        head = row - 1 if self.table.entry(row) is not None else row
        self.verticalScrollBar().setValue(max(0, head) * ROW)
        self._holding = False

    # PlanView

    def stand(self, day: int, entry_id: str | None = None) -> None:
        """See `PlanView`."""
        if not self.table.first <= day <= self.table.last:
            self.day = day
            self._open_at(day)
            return
        if self._wanted is not None:  # what is there has not all come yet
            self._wanted = day, entry_id or None
            self._settle()
            return
        row = self.table.row_of(entry_id) if entry_id else self.table.row_from(day)
        self.note_place(day, entry_id)
        entry = self.table.entry(row) or self.table.entry(row + 1)
        if entry is None:
            return
        self.note_place(entry.day, entry.id)
        row = self.table.row_of(entry.id)
        index = self.table.index(row, 0)
        if self.currentIndex() != index:
            self.setCurrentIndex(index)
        head = row - 1 if self.table.entry(row - 1) is None else row
        bar = self.verticalScrollBar()
        if head * ROW < bar.value():
            bar.setValue(head * ROW)
        elif (row + 1) * ROW > bar.value() + self.viewport().height():
            bar.setValue((row + 1) * ROW - self.viewport().height())
        self.viewport().update()

    def go(self, days: int, minutes: int) -> None:
        """Up and down go from post to post, left and right from day to day."""
        if minutes:
            self.walk(1 if minutes > 0 else -1)
            return
        step = 1 if days > 0 else -1
        number = self.day + step
        while self.table.first <= number <= self.table.last:
            if self.plans.day(number).entries:
                self.stand(number)
                return
            number += step

    def page(self, step: int) -> None:
        """Turn by what is in sight."""
        bar = self.verticalScrollBar()
        rows = max(1, self.viewport().height() // ROW - 1)
        row = self.table.row_of(self.chosen_id) + rows * step
        row = max(0, min(self.table.rowCount() - 1, row))
        entry = self.table.entry(row) or self.table.entry(row + 1) or self.table.entry(row - 1)
        bar.setValue(bar.value() + rows * ROW * step)
        if entry is not None:
            self.stand(entry.day, entry.id)

    def step(self, key: Qt.Key, *, fine: bool) -> tuple[int, int]:
        """See `PlanView`; what is carried goes by days."""
        if self.carry is not None:
            back = key in (Qt.Key.Key_Left, Qt.Key.Key_Up)
            return (-1 if back else 1), 0
        return {
            Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
        }[key]  # fmt: skip

    def aim(self, target: Target | None) -> None:
        """Say where it would go: there is no row for a day without posts."""
        super().aim(target)
        if target is not None and self.carry is not None:
            self.hint.emit(words.long_day(target.day))

    def target_at(self, at: QPoint) -> Target | None:
        """See `PlanView`."""
        row = self.rowAt(at.y())
        return Target(self.table.number(row)) if row >= 0 else None

    def entry_at(self, at: QPoint) -> tuple[Entry, QRect] | None:
        """See `PlanView`."""
        row = self.rowAt(at.y())
        entry = self.table.entry(row)
        over = entry.id if entry else ""
        if over != self.over_id:
            self.over_id = over
            self.viewport().update()
        if entry is None:
            return None
        box = self.visualRect(self.table.index(row, 0))
        return entry, QRect(box.x() + 120, box.y(), 200, box.height())

    def box_of(self, entry: Entry) -> QRect | None:
        """See `PlanView`."""
        row = self.table.row_of(entry.id)
        box = self.visualRect(self.table.index(row, 0)) if row >= 0 else QRect()
        if not box.intersects(self.viewport().rect()):
            return None
        return QRect(box.x() + 120, box.y(), 200, box.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and where something would go."""
        super().paintEvent(event)
        if self.target is None:
            return
        row = self.table.row_from(self.target.day)
        if row < 0:
            return
        y = self.rowViewportPosition(row)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(look.colour("accent"), 2))
        painter.drawLine(16, y + 1, self.viewport().width() - 16, y + 1)
        painter.end()
