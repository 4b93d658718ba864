"""The list side of the inbox: head, views, rows, or a page that says why there are none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cmapp.ui import text
from cmapp.ui.delegates.inbox_row import InboxDelegate
from cmapp.ui.desk import Desk
from cmapp.ui.models.inbox import InboxModel
from cmapp.ui.widgets.bulk_bar import BulkBar
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Ground
from cmapp.ui.widgets.chips import ChipRow
from cmapp.ui.widgets.empty import Empty
from cmapp.ui.widgets.label import Label
from cmapp.ui.widgets.rows_view import RowsView


class InboxList(Ground):
    """Shows a model's rows, or why there are none."""

    connect_asked = Signal()

    def __init__(self, model: InboxModel, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._desk = model, desk
        self._overdue = self._count = 0
        model.counted = self._counted
        self.setMinimumWidth(384)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(16, 14, 12, 10)
        head.setSpacing(10)
        top = QHBoxLayout()
        top.addWidget(Label(self.tr("Inbox"), self, size="page"))
        self._sum = Label("", self, size="second", tone="muted")
        self._sum.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._sum, 1)
        head.addLayout(top)
        self.chips = ChipRow(
            {
                "needs_reply": self.tr("Needs reply"),
                "mention": self.tr("Mentions"),
                "comment": self.tr("Comments"),
                "message": self.tr("Messages"),
                "more": self.tr("More"),
            },
            self,
        )
        head.addWidget(self.chips)
        column.addLayout(head)
        self.bulk = BulkBar(self)
        column.addWidget(self.bulk)
        self.view = RowsView(self)
        self.view.setAccessibleName(self.tr("Inbox"))
        self.view.setModel(model)
        self.view.hold_still()
        self.view.setItemDelegate(InboxDelegate(self.view))
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.view)
        self._done_page = Empty(
            "check",
            self.tr("Nobody is waiting"),
            self.tr("Everyone has an answer. New mentions, comments and messages appear here."),
            parent=self,
        )
        self._pages.addWidget(self._done_page)
        self._new_page = Empty(
            "accounts",
            self.tr("No account yet"),
            self.tr("Connect one, and what people write to you is gathered here."),
            button=self.tr("Connect an account"),
            parent=self,
        )
        self._new_page.asked.connect(self.connect_asked)
        self._pages.addWidget(self._new_page)
        self._none_page = Empty(
            "views",
            self.tr("Nothing here"),
            self.tr("No conversation belongs to this view right now."),
            parent=self,
        )
        self._pages.addWidget(self._none_page)
        column.addWidget(self._pages, 1)
        model.selection.changed.connect(self._say_selected)

    def name_view(self, view: str, words: str) -> None:
        """Show which view it is; one without a chip of its own lends its name to the last."""
        own = self.chips.has(view) and view != "more"
        self.chips.rename("more", self.tr("More") if own else words)
        self.chips.choose(view if own else "more")

    def _say_selected(self) -> None:
        chosen = self._model.selection
        self.bulk.say(chosen.count(self._count), self._count, whole=chosen.whole)

    def focus(self) -> None:
        """Give the keys to the list, or to the one step where there is no list yet."""
        page = self._pages.currentWidget()
        place = page.findChild(Button) if page is not None and page is not self.view else None
        (place or self.view).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def say_overdue(self, overdue: int) -> None:
        """Take how many wait too long."""
        self._overdue = overdue
        self._say_sum()

    def _counted(self, count: int) -> None:
        before, keys = self._pages.currentIndex(), self.window().focusWidget()
        if count:
            self._pages.setCurrentIndex(0)
        else:
            waiting = self._model.view in ("needs_reply", "mention", "comment", "message")
            self._pages.setCurrentIndex((1 if waiting else 3) if self._desk.accounts() else 2)
        if before != self._pages.currentIndex() and (
            keys is None or self._pages.isAncestorOf(keys)
        ):
            self.focus()
        self._count = count
        self._say_sum()
        self._say_selected()

    @property
    def count(self) -> int:
        """Return how many rows the view has, as the store counts."""
        return self._count

    def _say_sum(self) -> None:
        parts = []
        count = self._count
        if self._model.view != "needs_reply":
            parts.append(text.number(count) if count else "")
        else:
            parts.append(self.tr("%n need(s) a reply", "", count) if count else "")
            if self._overdue and count:
                parts.append(self.tr("%n overdue", "", self._overdue))
        self._sum.setText(" · ".join(p for p in parts if p))
