"""What the month, the week and the list have in common: a place that has the keys, and carrying.

The letters that mean something here are taken before the window's shortcuts see them, but for the
second key of a sequence such as `g i`.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QTableView,
    QWidget,
)

from cmapp.ui.planning.painter import PlanPainter
from cmapp.ui.planning.plans import EPOCH, Entry, Plans, today

_OWN = {
    Qt.Key.Key_N, Qt.Key.Key_M, Qt.Key.Key_T, Qt.Key.Key_Delete, Qt.Key.Key_Backspace,
    Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_2,
    Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_Escape,
}  # fmt: skip
KEEP = -1
"""Stands for a minute: the time of day stays as it is."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where something is put: a day and, where the place says so, a minute of it; or a stage."""

    day: int = 0
    minute: int = KEEP
    stage: str = ""


class PlanView(QTableView):
    """A table over `plans`. `day` and `chosen_id` say where the keys are."""

    opened = Signal(object)
    newly = Signal(int, int)
    unplanned = Signal(object)
    moved = Signal(object, object)
    """An entry is to go to a `Target`."""
    stood = Signal(object)
    """The entry that has the keys, or None."""
    pointed = Signal(object, object)
    """The entry under the pointer and where it is painted (global); or None twice."""
    card_asked = Signal()
    carried = Signal(object, QPoint)
    let_go = Signal(object, QPoint)
    left = Signal()
    """What was carried is left where it was."""
    turned = Signal()
    """Other days are in sight."""
    hint = Signal(str)
    chosen = Signal(str)
    """Another view is asked for by its number."""

    def __init__(self, plans: Plans, painter: PlanPainter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plans, self.painter = plans, painter
        self.day, self.chosen_id = today(), ""
        self.carry: Entry | None = None
        self.target: Target | None = None
        self._pressed: tuple[Entry, QPoint] | None = None
        self._dragging = self._sequence = False
        self._wish = 0
        self._over = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.stale = False
        """Something was read while this was not shown."""
        plans.arrived.connect(lambda _first, _last: self._arrived())

    # what each view knows

    def entry_at(self, at: QPoint) -> tuple[Entry, QRect] | None:
        """Return the entry at a point of the viewport and where it is painted."""
        raise NotImplementedError

    def target_at(self, at: QPoint) -> Target | None:
        """Return where something would be put at a point of the viewport."""
        raise NotImplementedError

    def box_of(self, entry: Entry) -> QRect | None:
        """Return where an entry is painted in the viewport; None where it is not in sight."""
        raise NotImplementedError

    def stand(self, day: int, entry_id: str | None = None) -> None:
        """Put the keys on a day: on its first entry, or on the one with this id."""
        raise NotImplementedError

    def step(self, key: Qt.Key, *, fine: bool) -> tuple[int, int]:
        """Return days and minutes that an arrow goes."""
        raise NotImplementedError

    def page(self, step: int) -> None:
        """Turn to what comes before or after."""
        raise NotImplementedError

    def _arrived(self) -> None:
        if self.isVisible():
            self.again()
        else:
            self.stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Take what was read meanwhile."""
        super().showEvent(event)
        if self.stale:
            self.stale = False
            self.again()

    # where the keys are

    def again(self) -> None:
        """Paint anew what was read; stand where one stood."""
        here = self.here()
        if here is None:
            first = self.plans.day(self.day).entries[:1]
            self._note(first[0].id if first else "")
        wish, self._wish = self._wish, 0
        if wish:
            self.walk(wish)
        self.viewport().update()

    def here(self) -> Entry | None:
        """Return the entry that has the keys."""
        return next((e for e in self.plans.day(self.day).entries if e.id == self.chosen_id), None)

    def _note(self, entry_id: str) -> None:
        self.chosen_id = entry_id
        model = self.model()
        if hasattr(model, "current"):
            model.current = entry_id
        self.stood.emit(self.here())

    def note_place(self, day: int, entry_id: str | None) -> None:
        """Remember where the keys are."""
        self.day = day
        entries = self.plans.day(day).entries
        wanted = entry_id if entry_id is not None else entries[0].id if entries else ""
        self._note(wanted)

    def walk(self, step: int) -> None:
        """Go to the next entry or the one before, on whichever day it is."""
        entries = self.plans.day(self.day).entries
        at = next((n for n, e in enumerate(entries) if e.id == self.chosen_id), None)
        there = (at + step) if at is not None else (0 if step > 0 else len(entries) - 1)
        if 0 <= there < len(entries):
            self.stand(self.day, entries[there].id)
            return
        number = self.day + (1 if step > 0 else -1)
        for _ in range(400):
            if not self.plans.known(number):
                self.plans.want(number, number)
                self._wish = step  # it goes on when that is read
                break
            found = self.plans.day(number).entries
            if found:
                self.stand(number, found[0 if step > 0 else -1].id)
                return
            number += 1 if step > 0 else -1

    # keys

    def event(self, event: QEvent) -> bool:
        """Take the keys that mean something here before shortcuts see them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier,
            )  # fmt: skip
            second, self._sequence = self._sequence, event.key() == Qt.Key.Key_G and plain
            own = event.key() in _OWN and (event.key() != Qt.Key.Key_Escape or self.busy())
            if plain and own and not second:
                event.accept()
                return True
        return super().event(event)

    def busy(self) -> bool:
        """Tell whether something is being moved."""
        return self.carry is not None or self._dragging

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, open, begin, move, take out of the plan."""
        self.setProperty("keys", True)
        key = Qt.Key(event.key())
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._arrow(key, fine=fine)
            return
        here = self.here()
        match key:
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                self.page(1 if key == Qt.Key.Key_PageDown else -1)
            case Qt.Key.Key_T:
                self.stand(today())
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                self._edge(end=key == Qt.Key.Key_End)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.carry is not None:
                entry, target = self.carry, self.target
                self.put_down()
                if target is not None:
                    self.moved.emit(entry, target)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if here is not None:
                self.opened.emit(here)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_N:
                self.newly.emit(self.day, self.minute_here())
            case Qt.Key.Key_M if here is not None:
                self.pick_up(here)
            case Qt.Key.Key_M:
                self.hint.emit(self.tr("There is no post here to move"))
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if here is not None:
                self.unplanned.emit(here)
            case Qt.Key.Key_Space:
                self.card_asked.emit()
            case Qt.Key.Key_Escape if self.busy():
                self.put_down()
                self.left.emit()
            case Qt.Key.Key_1 | Qt.Key.Key_2 | Qt.Key.Key_3 | Qt.Key.Key_4:
                self.chosen.emit("month week list ideas".split()[key - Qt.Key.Key_1])
            case _:
                event.ignore()

    def minute_here(self) -> int:
        """Return the minute of the day that the keys are on, or KEEP."""
        return KEEP

    def _edge(self, *, end: bool) -> None:
        from cmapp.ui.planning.words import first_of_week

        first = first_of_week(self.day)
        self.stand(first + 6 if end else first)

    def _arrow(self, key: Qt.Key, *, fine: bool) -> None:
        days, minutes = self.step(key, fine=fine)
        if self.carry is None:
            self.go(days, minutes)
            return
        at = self.target or Target(self.carry.day)
        if minutes:
            base = at.minute if at.minute != KEEP else self.carry.minute
            there = base + minutes
            there = (there // 15) * 15 if fine else there
            at = Target(at.day, max(0, min(1439, there)))
        self.aim(Target(at.day + days, at.minute))

    def go(self, days: int, minutes: int) -> None:
        """Walk by days, or by minutes where there are hours."""
        self.stand(self.day + days)

    def pick_up(self, entry: Entry) -> None:
        """Let the arrows move an entry until Return puts it down."""
        self.carry = entry
        self.hint.emit(self.tr("Arrows carry it, Return puts it down"))
        self.aim(Target(self.day if entry.day == EPOCH else entry.day))

    def aim(self, target: Target | None) -> None:
        """Show where what is carried would go."""
        if target == self.target:
            return
        self.target = target
        if target is not None and self.carry is not None:
            self.bring_near(target)
        self.viewport().update()

    def bring_near(self, target: Target) -> None:
        """Scroll so that the target is in sight."""

    def put_down(self) -> None:
        """Nothing is carried any more."""
        if self.carry is not None:
            self.hint.emit("")
        self.carry, self.target, self._dragging, self._pressed = None, None, False, None
        self.viewport().update()

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stand on what is pressed; it may be the begin of a drag."""
        self.setProperty("keys", False)
        at = event.position().toPoint()
        found = self.entry_at(at)
        if found is not None:
            self.stand(found[0].day, found[0].id)
            if event.button() == Qt.MouseButton.LeftButton:
                self._pressed = found[0], at
        elif (target := self.target_at(at)) is not None:
            self._pressed = None
            self.pressed_at(at, target)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def pressed_at(self, _at: QPoint, target: Target) -> None:
        """Stand where there is no entry."""
        self.stand(target.day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or point."""
        at = event.position().toPoint()
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            entry, began = self._pressed
            far = (at - began).manhattanLength() >= QApplication.startDragDistance()
            if self._dragging or far:
                self._dragging = True
                self.pointed.emit(None, None)
                self.carried.emit(entry, event.globalPosition().toPoint())
            return
        found = self.entry_at(at)
        over = found[0].id if found else ""
        if over != self._over:
            self._over = over
            where = (
                QRect(self.viewport().mapToGlobal(found[1].topLeft()), found[1].size())
                if found
                else None
            )
            self.pointed.emit(found[0] if found else None, where)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        self._over = ""
        self.pointed.emit(None, None)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put down what was dragged."""
        pressed, dragging = self._pressed, self._dragging
        self._pressed, self._dragging = None, False
        if pressed is not None and dragging:
            self.let_go.emit(pressed[0], event.globalPosition().toPoint())
        elif pressed is not None:
            self.pointed.emit(*self._where(pressed[0]))

    def _where(self, entry: Entry) -> tuple[Entry | None, QRect | None]:
        box = self.box_of(entry)
        if box is None:
            return None, None
        return entry, QRect(self.viewport().mapToGlobal(box.topLeft()), box.size())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open an entry, or begin one."""
        at = event.position().toPoint()
        found = self.entry_at(at)
        if found is not None:
            self.opened.emit(found[0])
        elif (target := self.target_at(at)) is not None:
            self.newly.emit(target.day, target.minute)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are when they come by a key."""
        if event.reason() not in (Qt.FocusReason.MouseFocusReason,):
            self.setProperty("keys", True)
        super().focusInEvent(event)
