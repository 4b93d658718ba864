"""The month: weeks below each other without end, each day with what is planned on it."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cmapp.ui import look
from cmapp.ui.planning import words
from cmapp.ui.planning.painter import HEAD, LINE, PlanPainter, lines
from cmapp.ui.planning.plans import Entry, Plans, Sieve, qdate, today
from cmapp.ui.planning.tables import WEEKS, MonthModel
from cmapp.ui.planning.view import PlanView, Target

_NEXT = 14
"""Days that a frame takes on of those that were left."""
ROWS, LEAST = 5, 92
"""Weeks that are in sight at once, and how high a week is at least, in pixels."""


class _Days(QStyledItemDelegate):
    def __init__(self, view: MonthView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: object) -> QSize:
        return QSize(100, LEAST)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        view = self._view
        number = view.table.number(index)
        plans, box = view.plans, QRectF(option.rect)
        keys = view.hasFocus() and bool(view.property("keys"))
        here = number == view.day
        view.painter.day(
            painter,
            box,
            number,
            plans.day(number),
            today=number == view.today,
            past=number < view.today,
            current=view.chosen_id if here else "",
        )
        target = view.target
        if target is not None and target.day == number:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(look.colour("accent"), 2)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            tint = look.colour("accent")
            tint.setAlphaF(0.10)
            painter.setBrush(tint)
            painter.drawRoundedRect(box.adjusted(2, 2, -3, -3), 6, 6)
            painter.restore()
        elif here and keys:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            view.painter.ring(painter, box.adjusted(1.5, 1.5, -2.5, -2.5), 6)
            painter.restore()


class MonthView(PlanView):
    """`table` is its model. It opens on the week before this one: plans lie ahead."""

    def __init__(self, plans: Plans, painter: PlanPainter, parent: QWidget | None = None) -> None:
        super().__init__(plans, painter, parent)
        self.today = today()
        self._placed = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(0)
        self._rest.timeout.connect(self._paint_left)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(120)
        self._ahead.timeout.connect(self._read_ahead)
        self.table = MonthModel(plans, painter.known, self)
        self.table.about(self.day)
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(LEAST)
        self.setModel(self.table)
        self.setItemDelegate(_Days(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setFixedHeight(28)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)  # who stands somewhere scrolls there
        self.verticalScrollBar().setSingleStep(30)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._look())

    # what is in sight

    def in_sight(self) -> tuple[int, int]:
        """Return the first and the last day in sight."""
        high = max(1, self.verticalHeader().defaultSectionSize())
        top = self.verticalScrollBar().value()
        first = top // high
        last = (top + max(1, self.viewport().height()) - 1) // high
        return self.table.first + first * 7, self.table.first + last * 7 + 6

    def _look(self) -> None:
        first, last = self.in_sight()
        ends = self.table.first, self.table.first + WEEKS * 7 - 1
        if self._placed and (first <= ends[0] or last >= ends[1]):  # it goes on beyond the table
            self.table.about(first)
            self.show_from(first)
            if (place := self.table.place(self.day)).isValid():
                self.setCurrentIndex(place)
            return
        self.plans.want(first, last)
        self._ahead.start()
        self.turned.emit()

    def _paint_left(self) -> None:
        for box in self.painter.left[:_NEXT]:
            self.viewport().update(box)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """What was left to the next frame lies elsewhere now: paint all of it."""
        super().scrollContentsBy(dx, dy)
        if self.painter.left:
            self.viewport().update()

    def _read_ahead(self) -> None:
        first, last = self.in_sight()
        if not self.isVisible() or not self.plans.known(first):
            return  # it begins again when what is in sight has arrived
        if self.painter.left:  # reading now would hold up what is being painted
            self._ahead.start()
            return
        self.plans.want(first - 14, last + 28)

    def again(self) -> None:
        """See `PlanView`; what lies beyond can be read now."""
        super().again()
        self._ahead.start()

    def middle(self) -> int:
        """Return the day in the middle of what is in sight."""
        first, last = self.in_sight()
        return (first + last) // 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the same weeks in sight."""
        first, _ = self.in_sight()
        high = max(LEAST, -(-self.viewport().height() // ROWS))
        if high != self.verticalHeader().defaultSectionSize():
            self.verticalHeader().setDefaultSectionSize(high)
        super().resizeEvent(event)
        self.updateGeometries()
        if self._placed:
            self.show_from(first)
        else:
            self._placed = self.isVisible()
            self.show_from(self.day - 7)
            self.stand(self.day, self.chosen_id or None)

    def show_from(self, number: int) -> None:
        """Let the week of a day be the first in sight."""
        place = self.table.place(number)
        if place.isValid():
            high = self.verticalHeader().defaultSectionSize()
            self.verticalScrollBar().setValue(place.row() * high)
        self._look()

    def show_month(self, number: int) -> None:
        """Let the month of a day be in sight from its first week on."""
        date = qdate(number)
        first = number - date.day() + 1
        if not self.table.place(first - 42).isValid() or not self.table.place(first + 70).isValid():
            self.table.about(first)
        self.show_from(first)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the days; where all are empty, say in a line what to do."""
        self.painter.begin_frame(event.region())
        super().paintEvent(event)
        if self.painter.left:
            self._rest.start()
        first, last = self.in_sight()
        days = range(first, last + 1)
        if not all(self.plans.known(n) and not self.plans.day(n).entries for n in days):
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font(13))
        said = words.translate(
            "calendar",
            "Nothing is planned here. N writes a post, or drag an idea onto a day.",
        )
        if self.plans.sieve != Sieve():
            said = words.translate("calendar", "Nothing here passes the filter.")
        wide = painter.fontMetrics().horizontalAdvance(said) + 36
        port = self.viewport().rect()
        box = QRectF((port.width() - wide) / 2, port.height() / 2 - 18, wide, 36)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(box, 18, 18)
        painter.setPen(look.colour("muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, said)
        painter.end()

    # PlanView

    def stand(self, day: int, entry_id: str | None = None) -> None:
        """See `PlanView`."""
        place = self.table.place(day)
        if not place.isValid():
            self.table.about(day)
            self.show_month(day)
            place = self.table.place(day)
        self.note_place(day, entry_id)
        if self.currentIndex() != place:
            self.setCurrentIndex(place)
        high = self.verticalHeader().defaultSectionSize()
        bar = self.verticalScrollBar()
        if place.row() * high < bar.value():
            bar.setValue(place.row() * high)
        elif (place.row() + 1) * high > bar.value() + self.viewport().height():
            bar.setValue((place.row() + 1) * high - self.viewport().height())
        self.viewport().update()

    def page(self, step: int) -> None:
        """Turn by months; the keys keep the day of the month."""
        there = qdate(self.day).addMonths(step)
        number = self.day + int(qdate(self.day).daysTo(there))
        self.show_month(number)
        self.stand(number)

    def step(self, key: Qt.Key, *, fine: bool) -> tuple[int, int]:
        """See `PlanView`."""
        return {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7,
        }[key], 0  # fmt: skip

    def bring_near(self, target: Target) -> None:
        """See `PlanView`."""
        place = self.table.place(target.day)
        if place.isValid():
            self.scrollTo(place)

    def target_at(self, at: QPoint) -> Target | None:
        """See `PlanView`."""
        index = self.indexAt(at)
        return Target(self.table.number(index)) if index.isValid() else None

    def entry_at(self, at: QPoint) -> tuple[Entry, QRect] | None:
        """See `PlanView`."""
        index = self.indexAt(at)
        if not index.isValid():
            return None
        box = self.visualRect(index)
        line = (at.y() - box.y() - HEAD) // LINE
        entries = self.plans.day(self.table.number(index)).entries
        room = lines(box.height())
        shown = len(entries) if len(entries) <= room else room - 1
        if at.y() < box.y() + HEAD or not 0 <= line < shown:
            return None
        return entries[line], QRect(
            box.x() + 4, box.y() + HEAD + line * LINE, box.width() - 9, LINE - 2
        )

    def more_at(self, at: QPoint) -> int | None:
        """Return the day whose rest is counted at a point."""
        index = self.indexAt(at)
        if not index.isValid():
            return None
        box = self.visualRect(index)
        number = self.table.number(index)
        room, many = lines(box.height()), len(self.plans.day(number).entries)
        line = (at.y() - box.y() - HEAD) // LINE
        return number if many > room and line >= room - 1 else None

    def box_of(self, entry: Entry) -> QRect | None:
        """See `PlanView`."""
        place = self.table.place(entry.day)
        box = self.visualRect(place)
        if not place.isValid() or not self.viewport().rect().intersects(box):
            return None
        entries = self.plans.day(entry.day).entries
        at = next((n for n, e in enumerate(entries) if e.id == entry.id), 0)
        at = min(at, lines(box.height()) - 1)
        return QRect(box.x() + 4, box.y() + HEAD + at * LINE, box.width() - 9, LINE - 2)

    def pressed_at(self, at: QPoint, target: Target) -> None:
        """Stand on the day; what does not fit is shown in the list."""
        super().pressed_at(at, target)
        rest = self.more_at(at)
        if rest is not None:
            self.chosen.emit("list")
