"""Lets Tab walk through a part of the window as the eye does, though parts of it come and go."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def as_laid_out(part: QWidget | QLayout) -> Iterator[QWidget]:
    """Yield what takes the keys by Tab in `part`, in the order in which it is laid out."""
    layout = part if isinstance(part, QLayout) else part.layout()
    if isinstance(part, QWidget) and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield part
    if isinstance(part, QScrollArea):
        inside = part.widget()
        if inside is not None:
            yield from as_laid_out(inside)
        return
    if layout is None:
        return
    for number in range(layout.count()):
        item = layout.itemAt(number)
        each = item.widget() or item.layout() if item is not None else None
        if each is not None:
            yield from as_laid_out(each)


class TabOrder(QObject):
    """Keeps the order of Tab in `part` by its layout: what is made late does not come last."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self._part = part
        self._last: list[QWidget] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.set)
        part.installEventFilter(self)
        self._soon.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when something in there came or went."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._soon.start()
        return super().eventFilter(watched, event)

    def set(self) -> None:
        """Set the order as it is laid out now."""
        found = list(as_laid_out(self._part))
        if found == self._last:
            return
        self._last = found
        for before, after in pairwise(found):
            QWidget.setTabOrder(before, after)
