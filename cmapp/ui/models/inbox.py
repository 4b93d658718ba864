"""The inbox as a table model: rows come in blocks by key, so a million of them cost nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable
from itertools import accumulate
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from cmapp.ui import text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.views import InboxRow

BLOCK = 64
_KEEP = 64
ROW = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class InboxModel(QAbstractTableModel):
    """One column; the row value is under `ROW`. Lives on the window's thread.

    The first block is read at once; the number of rows and the key of each block come from the
    reader thread. A row that was dealt with leaves at once, before the store has said so.
    """

    def __init__(self, desk: Desk, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bridge = desk, bridge
        self._view = "needs_reply"
        self._keys: list[int | None] = []
        self._sizes: list[int] = []
        self._ends: list[int] = []
        self._blocks: OrderedDict[int, list[InboxRow]] = OrderedDict()
        self._gone: set[int] = set()
        # while an account is read, changes come ten times a second; counting takes longer (T4)
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.setInterval(1500)
        self._recount.timeout.connect(self._count)
        self.counted: Callable[[int], None] = lambda _count: None

    @property
    def view(self) -> str:
        """Return the code of the view that is shown."""
        return self._view

    def show_view(self, view: str) -> None:
        """Show another view from its top."""
        self._view = view
        self._gone.clear()
        self.reload()

    def reload(self) -> None:
        """Ask again: the first block now, the rest when the reader thread has counted."""
        first = self._desk.inbox(self._view, start=None, limit=BLOCK)
        kept = [row for row in first if row.id not in self._gone]
        full = len(first) == BLOCK
        if full and self._keys[:1] == [first[0].id] and self._sizes[0] == len(kept):
            # the same rows stand at the top: nothing moves, and the rest is counted in a moment
            self._blocks = OrderedDict({0: kept})
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))
            if not self._recount.isActive():
                self._recount.start()
            return
        self._take([first[0].id if first else None], [len(kept)], {0: kept})
        if full:
            self._count()
        else:
            self._recount.stop()
            self.counted(len(kept))

    def _count(self) -> None:
        view = self._view
        self._bridge.run(
            lambda: (view, *self._desk.fences(view, step=BLOCK)), self._counted, stream="fences"
        )

    def _counted(self, answer: tuple[str, int, list[int]]) -> None:
        view, count, keys = answer
        if view != self._view:
            return
        self._gone.clear()
        sizes = [BLOCK] * len(keys)
        if sizes:
            sizes[-1] = count - BLOCK * (len(keys) - 1)
        if keys == self._keys and sizes == self._sizes:
            self.counted(count)
            return
        self._take(list(keys), sizes, {0: self._blocks[0]} if keys[:1] == self._keys[:1] else {})
        self.counted(count)

    def _take(
        self, keys: list[int | None], sizes: list[int], blocks: dict[int, list[InboxRow]]
    ) -> None:
        self.beginResetModel()
        self._keys, self._sizes = keys, sizes
        self._ends = list(accumulate(sizes))
        self._blocks = OrderedDict(blocks)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        if parent is not None and parent.isValid():
            return 0
        return self._ends[-1] if self._ends else 0

    def columnCount(self, parent: Index | None = None) -> int:
        """Return one."""
        return 1

    def _place(self, row: int) -> tuple[int, int]:
        block = bisect_right(self._ends, row)
        return block, row - (self._ends[block - 1] if block else 0)

    def _block(self, number: int) -> list[InboxRow]:
        found = self._blocks.get(number)
        if found is None:
            rows = self._desk.inbox(self._view, start=self._keys[number], limit=BLOCK)
            found = [row for row in rows if row.id not in self._gone]
            self._blocks[number] = found
            while len(self._blocks) > _KEEP:
                self._blocks.popitem(last=False)
        else:
            self._blocks.move_to_end(number)
        return found

    def row(self, number: int) -> InboxRow | None:
        """Return the value of a row; None where the store has fewer than it said."""
        if not 0 <= number < self.rowCount():
            return None
        block, offset = self._place(number)
        rows = self._block(block)
        return rows[offset] if offset < len(rows) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row value, or words for a screen reader."""
        if not index.isValid():
            return None
        if role not in (ROW, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self.row(index.row())
        if row is None or role == ROW:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return None
        waiting, _ = text.wait(row.created_at, row.due_at)
        who = row.name or row.handle
        return ", ".join(
            (who, text.platform(row.platform), text.kind(row.kind), waiting, row.text[:300])
        )

    def find(self, item: int) -> int:
        """Return the row number of an item among the blocks at hand; -1 if it is not there."""
        for number, rows in self._blocks.items():
            for offset, row in enumerate(rows):
                if row.id == item:
                    return (self._ends[number - 1] if number else 0) + offset
        return -1

    def drop(self, item: int) -> int:
        """Take a row out at once, because it was dealt with; return where it stood."""
        number = self.find(item)
        if number < 0:
            return -1
        block, offset = self._place(number)
        self.beginRemoveRows(QModelIndex(), number, number)
        self._gone.add(item)
        del self._blocks[block][offset]
        self._sizes[block] -= 1
        self._ends = list(accumulate(self._sizes))
        self.endRemoveRows()
        self.counted(self.rowCount())
        return number
