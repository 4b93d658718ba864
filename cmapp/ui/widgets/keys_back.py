"""Gives the keys back to where they were: after a dialog, and after a list is filled anew.

Qt gives them back to a widget that is still there. One that was made anew meanwhile (a card whose
account was read again), or that has gone with what it did, is another matter: Qt then takes what
comes next by Tab, which may be anywhere in the window.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from shiboken6 import createdByPython, isValid

from cmapp.ui.widgets.tab_order import as_laid_out

_BACK = Qt.FocusReason.OtherFocusReason


class Place:
    """Where the keys are: a widget, what it is called, and what it lies in, innermost first.

    It holds what was made in Python alone: of the end of Qt's own parts (a viewport, the line of
    a spin box) nobody is told, and what is made later may lie where they lay.
    """

    def __init__(self, widget: QWidget) -> None:
        while not createdByPython(widget) and (over := widget.parentWidget()) is not None:
            widget = over
        self._widget = widget
        self._called = _called(widget)
        self._in: list[QWidget] = []
        inner = widget
        while not inner.isWindow() and (over := inner.parentWidget()) is not None:
            if createdByPython(over):
                self._in.append(over)
            inner = over
        near = self._alike(self._in[0]) if self._in else []
        self._nth = near.index(widget) if widget in near else 0

    def give(self) -> None:
        """Give the keys to it, to the like of it in its place, or to the nearest thing left."""
        widget = self._found()
        if widget is not None:
            widget.show()  # its layout was about to
            widget.setFocus(_BACK)

    def _found(self) -> QWidget | None:
        if isValid(self._widget) and _takes(self._widget):
            return self._widget
        around = [part for part in self._in if isValid(part) and part.isVisible()]
        for part in around:
            alike = [w for w in self._alike(part) if _takes(w)]
            if alike:
                nth = self._nth if part is self._in[0] else 0
                return alike[min(nth, len(alike) - 1)]
        for part in around:
            near = next((w for w in as_laid_out(part) if _takes(w)), None)
            if near is not None:
                return near
        return None

    def _alike(self, part: QWidget) -> list[QWidget]:
        kind = type(self._widget)
        return [w for w in part.findChildren(kind) if createdByPython(w) and self._same(w)]

    def _same(self, widget: QWidget) -> bool:
        return _called(widget) == self._called


def _called(widget: QWidget) -> tuple[str, str]:
    words = widget.accessibleName()
    if not words and isinstance(widget, QAbstractButton):
        words = widget.text()
    return type(widget).__name__, words


def _takes(widget: QWidget) -> bool:
    over = widget.parentWidget()
    there = widget.isVisible() or not (
        over is None
        or not over.isVisible()
        or widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    )
    return there and widget.isEnabled() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus


class Dialog(QDialog):
    """Remembers who had the keys as it opened, and gives them back as it goes.

    That is before `accepted` and `finished` are told: what is done then may move the keys on.
    """

    _stood_at: Place | None = None

    def showEvent(self, event: QShowEvent) -> None:
        """Remember."""
        if not event.spontaneous():
            keys = self._who_has_keys()
            self._stood_at = None if keys is None else Place(keys)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give back; not where one works on in the window, beside the help."""
        super().hideEvent(event)
        if event.spontaneous():
            return
        before, self._stood_at = self._stood_at, None
        if before is not None and (self.isModal() or self._is_in_front()):
            before.give()

    def _who_has_keys(self) -> QWidget | None:
        here, parent = QApplication.focusWidget(), self.parentWidget()
        if here is not None and here.window() is not self:
            return here
        return None if parent is None else parent.window().focusWidget()

    def _is_in_front(self) -> bool:
        return QApplication.activeWindow() in (None, self)


def keep_through(part: QWidget) -> None:
    """Call before `part` is filled anew: once it is, the keys are where they were in it."""
    window = part.window()
    keys = window.focusWidget()
    if keys is None or not part.isAncestorOf(keys):
        return
    place = Place(keys)
    old = {w for w in part.findChildren(QWidget) if createdByPython(w)}

    def give() -> None:
        if not isValid(window) or not isValid(part) or not part.isVisible():
            return
        now = window.focusWidget()
        if now is None or now in old or not part.isAncestorOf(now):
            place.give()  # else it was given on to something new, on purpose

    QTimer.singleShot(0, part, give)
