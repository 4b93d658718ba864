"""The week: seven days beside each other, hours below each other, posts where their time is."""

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
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cmapp.ui import icons, look
from cmapp.ui.planning import words
from cmapp.ui.planning.painter import PlanPainter
from cmapp.ui.planning.plans import Entry, Plans, ordinal, qdate, today
from cmapp.ui.planning.tables import WeekModel
from cmapp.ui.planning.view import KEEP, PlanView, Target

HOUR = 56
"""Height of an hour, in pixels."""
_LEAST = 38
"""Height of a post: as long as its time would take on the clock, and enough to be read."""
_SNAP = 15


class _Hours(QStyledItemDelegate):
    """The ground of the hours; what lies on it is painted by the view, over the lines."""

    def __init__(self, view: WeekView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: object) -> QSize:
        return QSize(80, HOUR)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        view, box = self._view, option.rect
        number, hour = view.table.number(index), index.row()
        past = number < view.today
        quiet = past or hour < 7 or hour > 21
        painter.fillRect(box, look.colour("bg" if quiet else "surface"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomRight())
        here = view.hasFocus() and view.property("keys") and view.carry is None
        if here and number == view.day and hour == view.hour and not view.chosen_id:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            view.painter.ring(painter, QRectF(box).adjusted(1.5, 1.5, -2.5, -2.5), 5)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


class _DayHeads(QHeaderView):
    """Weekday and date; today in the accent; a holiday's name below."""

    def __init__(self, view: WeekView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setFixedHeight(44)

    def paintSection(self, painter: QPainter, box: QRect, section: int) -> None:
        view = self._view
        number = view.table.first + section
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, look.colour("surface"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomRight())
        is_today = number == view.today
        marks = view.plans.day(number).marks
        line = QRectF(box.x() + 8, box.y() + 4, box.width() - 12, 20 if marks else 36)
        painter.setFont(look.font(13, 600 if is_today else 500))
        painter.setPen(look.colour("accent" if is_today else "ink"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        said = words.short_day(number)
        if is_today:
            said += " · " + words.translate("calendar", "today")
        painter.drawText(line, left, said)
        for mark in marks[:1]:
            off = mark.kind != "workday"
            tone = look.colour("bad" if off else "muted")
            at = QPoint(box.x() + 8, box.y() + 27)
            icons.paint(painter, "sun" if off else "clock", tone, at=at, side=12)
            painter.setFont(look.font(11.5))
            painter.setPen(tone)
            name = painter.fontMetrics().elidedText(
                words.mark(mark), Qt.TextElideMode.ElideRight, box.width() - 30
            )
            painter.drawText(QRectF(box.x() + 24, box.y() + 22, box.width() - 28, 20), left, name)
        painter.restore()


class _HourHeads(QHeaderView):
    """The hours, beside the lines that they begin at."""

    def __init__(self, view: WeekView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(HOUR)
        self.setDefaultSectionSize(HOUR)
        self.setFixedWidth(58)

    def paintSection(self, painter: QPainter, box: QRect, section: int) -> None:
        painter.save()
        painter.fillRect(box, look.colour("surface"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(box.topRight(), box.bottomRight())
        painter.setFont(look.font(11.5, tabular=True))
        painter.setPen(look.colour("muted"))
        line = QRectF(box.x(), box.y() + 1, box.width() - 8, 18)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, words.short_time(section * 60))
        painter.restore()


class WeekView(PlanView):
    """`hour` is where the keys are while no post has them."""

    def __init__(self, plans: Plans, painter: PlanPainter, parent: QWidget | None = None) -> None:
        super().__init__(plans, painter, parent)
        self.today = today()
        self.hour = 9
        self.slots: dict[int, list[int]] = {}
        """Minutes of the day at which posts usually go out, by weekday (Monday is 0)."""
        self._placed: dict[int, tuple[object, list[tuple[Entry, float, float]]]] = {}
        self.table = WeekModel(plans, painter.known, self)
        self.table.about(self.day)
        self.setModel(self.table)
        self.setItemDelegate(_Hours(self))
        self.setHorizontalHeader(_DayHeads(self))
        self.setVerticalHeader(_HourHeads(self))
        self.setCornerButtonEnabled(False)
        self.verticalScrollBar().setSingleStep(28)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.viewport().update())
        self._scrolled = False

    def in_sight(self) -> tuple[int, int]:
        """Return the first and the last day in sight."""
        return self.table.first, self.table.first + 6

    def middle(self) -> int:
        """Return the day in the middle."""
        return self.table.first + 3

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the hours that people work in."""
        super().showEvent(event)
        if not self._scrolled:
            self._scrolled = True
            self.updateGeometries()
            self.verticalScrollBar().setValue(8 * HOUR - 8)

    # where things are

    def _column(self, number: int) -> QRect:
        x = self.columnViewportPosition(number - self.table.first)
        wide = self.columnWidth(number - self.table.first)
        return QRect(x, -self.verticalScrollBar().value(), wide, 24 * HOUR)

    def _places(self, number: int) -> list[tuple[Entry, float, float]]:
        """Return the posts of a day with where they begin and end across it, from 0 to 1."""
        day = self.plans.day(number)
        kept = self._placed.get(number)
        if kept is not None and kept[0] is day:
            return kept[1]
        found: list[tuple[Entry, float, float]] = []
        bunch: list[tuple[Entry, int]] = []
        ends: list[float] = []
        span = _LEAST / HOUR * 60

        def close() -> None:
            wide = max(1, len(ends))
            found.extend((e, lane / wide, (lane + 1) / wide) for e, lane in bunch)
            bunch.clear()
            ends.clear()

        for entry in day.entries:
            if ends and entry.minute >= max(ends):
                close()
            lane = next((n for n, end in enumerate(ends) if end <= entry.minute), len(ends))
            if lane == len(ends):
                ends.append(0.0)
            ends[lane] = entry.minute + span
            bunch.append((entry, lane))
        close()
        self._placed[number] = day, found
        return found

    def _boxes(self, number: int) -> list[tuple[Entry, QRect]]:
        column = self._column(number)
        room = column.width() - 8
        return [
            (
                entry,
                QRect(
                    column.x() + 3 + round(room * a),
                    column.y() + min(entry.minute * HOUR // 60, 24 * HOUR - _LEAST),
                    max(14, round(room * (b - a)) - 2),
                    _LEAST,
                ),
            )
            for entry, a, b in self._places(number)
        ]

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hours, then slots, posts, the line of now, and where something would go."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        port = self.viewport().rect()
        for number in range(self.table.first, self.table.first + 7):
            self._paint_slots(painter, number)
            for entry, box in self._boxes(number):
                if box.intersects(port):
                    chosen = entry.id == self.chosen_id and number == self.day
                    paint = self.painter.block
                    self.painter.kept(painter, QRectF(box), entry, paint, current=chosen)
        self._paint_now(painter)
        self._paint_target(painter)
        painter.end()

    def _paint_slots(self, painter: QPainter, number: int) -> None:
        taken = {e.minute for e in self.plans.day(number).entries}
        if number < self.today:
            return
        column = self._column(number)
        for minute in self.slots.get(qdate(number).dayOfWeek() - 1, ()):
            if minute in taken:
                continue
            box = QRectF(column.x() + 3, column.y() + minute * HOUR / 60, column.width() - 10, 20)
            pen = QPen(look.colour("edge"), 1)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 5, 5)
            painter.setFont(look.font(11))
            painter.setPen(look.colour("muted"))
            said = words.translate("calendar", "{time} free slot").format(
                time=words.short_time(minute)
            )
            painter.drawText(box.adjusted(8, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, said)

    def _paint_now(self, painter: QPainter) -> None:
        from PySide6.QtCore import QDateTime

        now = QDateTime.currentDateTime()
        number = ordinal(now.date())
        if not 0 <= number - self.table.first < 7:
            return
        column = self._column(number)
        minute = now.time().hour() * 60 + now.time().minute()
        y = column.y() + minute * HOUR / 60
        painter.setPen(QPen(look.colour("bad"), 1.5))
        painter.drawLine(column.x(), round(y), column.right(), round(y))
        painter.setBrush(look.colour("bad"))
        painter.drawEllipse(QRectF(column.x() - 3, y - 3, 6, 6))

    def _paint_target(self, painter: QPainter) -> None:
        target = self.target
        if target is None or not 0 <= target.day - self.table.first < 7:
            return
        minute = target.minute
        if minute == KEEP and self.carry is not None:
            minute = self.carry.minute
        if minute == KEEP:
            return
        column = self._column(target.day)
        box = QRectF(column.x() + 3, column.y() + minute * HOUR / 60, column.width() - 8, _LEAST)
        pen = QPen(look.colour("accent"), 2)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        tint = look.colour("accent")
        tint.setAlphaF(0.12)
        painter.setBrush(tint)
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(look.colour("accent"))
        painter.setFont(look.font(12, 600))
        painter.drawText(
            box.adjusted(10, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words.time(minute)
        )

    # PlanView

    def stand(self, day: int, entry_id: str | None = None) -> None:
        """See `PlanView`."""
        self._turn_to(day)
        self.note_place(day, entry_id)
        entry = self.here()
        if entry is not None:
            self.hour = entry.minute // 60
        self._see()

    def _turn_to(self, day: int) -> None:
        if not 0 <= day - self.table.first < 7:
            self.table.about(day)
            self._placed.clear()
            self.plans.want(self.table.first - 7, self.table.first + 13)
            self.turned.emit()

    def _see(self) -> None:
        place = self.table.place(self.day, self.hour)
        if self.currentIndex() != place:
            self.setCurrentIndex(place)
        self.scrollTo(place)
        self.viewport().update()

    def minute_here(self) -> int:
        """See `PlanView`."""
        return self.hour * 60

    def go(self, days: int, minutes: int) -> None:
        """Walk by days and hours; a post in the hour takes the keys."""
        day = self.day + days
        self.hour = max(0, min(23, self.hour + minutes // 60))
        self._turn_to(day)
        inside = [e for e in self.plans.day(day).entries if e.minute // 60 == self.hour]
        self.note_place(day, inside[0].id if inside else "")
        self._see()

    def again(self) -> None:
        """See `PlanView`."""
        self._placed.clear()
        super().again()

    def page(self, step: int) -> None:
        """Turn by weeks."""
        self.stand(self.day + 7 * step)

    def step(self, key: Qt.Key, *, fine: bool) -> tuple[int, int]:
        """See `PlanView`."""
        minutes = (_SNAP if fine else 60) if self.carry is not None else 60
        return {
            Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -minutes), Qt.Key.Key_Down: (0, minutes),
        }[key]  # fmt: skip

    def bring_near(self, target: Target) -> None:
        """See `PlanView`."""
        self._turn_to(target.day)
        if target.minute != KEEP:
            self.scrollTo(self.table.place(target.day, target.minute // 60))

    def target_at(self, at: QPoint) -> Target | None:
        """See `PlanView`."""
        index = self.indexAt(at)
        if not index.isValid():
            return None
        minute = (at.y() + self.verticalScrollBar().value()) * 60 // HOUR
        minute = max(0, min(1439, minute // _SNAP * _SNAP))
        return Target(self.table.number(index), minute)

    def pressed_at(self, _at: QPoint, target: Target) -> None:
        """Stand on the hour."""
        self.hour = target.minute // 60
        self.note_place(target.day, "")
        self._see()

    def entry_at(self, at: QPoint) -> tuple[Entry, QRect] | None:
        """See `PlanView`."""
        index = self.indexAt(at)
        if not index.isValid():
            return None
        for entry, box in reversed(self._boxes(self.table.number(index))):
            if box.contains(at):
                return entry, box
        return None

    def box_of(self, entry: Entry) -> QRect | None:
        """See `PlanView`."""
        if not 0 <= entry.day - self.table.first < 7:
            return None
        found = next((b for e, b in self._boxes(entry.day) if e.id == entry.id), None)
        seen = found is not None and found.intersects(self.viewport().rect())
        return found if seen else None
