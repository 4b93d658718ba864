"""A conversation from top to bottom, the newest in sight; long ones open with their last part."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmapp.ui.views import Said, Thread
from cmapp.ui.widgets.bubble import BubbleRow
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.scroll import Scroll

_AT_ONCE = 40


class ThreadView(Scroll):
    """Bubbles in a column. Rebuilt only where something changed."""

    asked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.viewport().setAutoFillBackground(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setAccessibleName(self.tr("Conversation"))
        self._inside = QWidget(self)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(20, 18, 20, 18)
        self._column.setSpacing(12)
        self._column.addStretch(1)
        self.setWidget(self._inside)
        self._rows: list[BubbleRow] = []
        self._posts: tuple[Said, ...] = ()
        self._item: int | None = None
        self._shown = _AT_ONCE
        self._settle = self._newest = False
        self.verticalScrollBar().rangeChanged.connect(lambda _low, _high: self._to_end())
        self.verticalScrollBar().actionTriggered.connect(lambda _action: self._settled())
        self._earlier = Button("", self._inside, kind="quiet", small=True)
        self._earlier.clicked.connect(self._show_earlier)
        self._column.insertWidget(0, self._earlier)
        self._earlier.hide()

    def rows(self) -> list[BubbleRow]:
        """Return the rows that are shown."""
        return self._rows

    def show_thread(self, thread: Thread | None, *, newest: bool = False) -> None:
        """Show a conversation; the same one again keeps its place, unless `newest` is asked."""
        item = thread.item if thread else None
        posts = thread.posts if thread else ()
        if item == self._item and posts == self._posts:
            return
        same = item == self._item
        bar = self.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() - 40
        if not same:
            self._shown = _AT_ONCE
        self._item, self._posts = item, posts
        self._build()
        if not same or at_end or newest:
            self._settle = True
            self._newest = newest
            self._to_end()

    def _build(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        hidden = max(0, len(self._posts) - self._shown)
        self._earlier.setText(self.tr("%n earlier post(s)", "", hidden))
        self._earlier.updateGeometry()
        self._earlier.setVisible(hidden > 0)
        for said in self._posts[hidden:]:
            row = BubbleRow(said, self._inside)
            row.asked.connect(self.asked)
            row.fit(self._room())
            self._column.insertWidget(self._column.count() - 1, row)
            self._rows.append(row)

    def _room(self) -> int:
        return max(240, self.viewport().width() - 40)

    def _show_earlier(self) -> None:
        self._shown += 100
        self._build()

    def _to_end(self) -> None:
        """Show the newest; where that hides what is being answered, show this instead."""
        if not self._settle:
            return
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())
        asked = next((row for row in self._rows if row.said.focus), None)
        if asked is not None and not self._newest and asked.y() < bar.value():
            bar.setValue(max(0, asked.y() - 12))

    def _settled(self) -> None:
        """Leave the place to the person; until they move, it follows the layout."""
        self._settle = False

    def scroll_by(self, pixels: int) -> None:
        """Read on, or back."""
        self._settled()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def resizeEvent(self, event: QEvent) -> None:
        """Fit the bubbles to the new width."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        for row in self._rows:
            row.fit(self._room())
