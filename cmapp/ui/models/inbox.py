"""The inbox as a table model: rows come in blocks by key, so a million of them cost nothing."""

from __future__ import annotations

import logging
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from itertools import accumulate, count
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QElapsedTimer,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.row_words import said
from cmapp.ui.selection import Selection

if TYPE_CHECKING:
    from cmapp.ui.row import InboxRow, Place

_log = logging.getLogger(__name__)
BLOCK = 64
_KEEP = 64
_FRESH = 2
"""So many blocks, those looked at last, are read again when something changed."""
_PACE = 1500
"""Milliseconds between two counts of all rows."""
ROW = Qt.ItemDataRole.UserRole + 1
CHOSEN = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex
Blocks = dict[int, list["InboxRow"]]


class InboxModel(QAbstractTableModel):
    """One column; the row value is under `ROW`, whether it is selected under `CHOSEN`.

    A block is what stands between two places of the order (`_marks`): rows that come or go change
    its size, never its bounds, so the bounds are counted once per view and not after each change.
    The first block is read at once; bounds and number of rows come from the reader thread. A row
    that was dealt with leaves at once, before the store has said so, and comes back if the store
    says no. Lives on the window's thread.
    """

    refreshed = Signal()
    """What is looked at was read again."""

    def __init__(self, desk: Desk, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bridge = desk, bridge
        self._view = "needs_reply"
        self.selection = Selection(self)
        self.selection.changed.connect(self._repaint)
        self._marks: list[Place | None] = []
        self._sizes: list[int] = []
        self._ends: list[int] = []
        self._blocks: OrderedDict[int, list[InboxRow]] = OrderedDict()
        self._gone: dict[int, int | None] = {}
        """Rows that left before the store said so; None until it has, then the next reading."""
        self._readings = count(1)
        self._reading = 0
        self._generation = 0
        self._under_way = self._stale = False
        # while an account is read, changes come ten times a second; counting takes longer (T4)
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._counted_at = QElapsedTimer()
        self._recount.timeout.connect(self._count)
        self._wrong = QTimer(self)
        self._wrong.setSingleShot(True)
        self._wrong.setInterval(0)
        self._wrong.timeout.connect(self._mend)
        self.counted: Callable[[int], None] = lambda _count: None
        self.refilling = False
        """Whether rows come and go by themselves right now, not by what the person did."""

    @property
    def view(self) -> str:
        """Return the code of the view that is shown."""
        return self._view

    def show_view(self, view: str) -> None:
        """Show another view from its top."""
        self._view = view
        self._gone.clear()
        self.selection.clear()
        self._begin()

    # reading

    def reload(self) -> None:
        """Ask again for what is looked at; the answer comes from the reader thread."""
        if not self._blocks:
            self._begin()
            self.refreshed.emit()
            return
        if self._under_way:  # one at a time: a slow machine would never come to an end
            self._stale = True
            return
        self._under_way, self._stale = True, False
        wanted = {n: self._bounds(n) for n in (0, *list(self._blocks)[-_FRESH:])}
        view, generation, reading = self._view, self._generation, next(self._readings)
        self._reading = reading

        def read() -> tuple[int, int, Blocks, int]:
            found = {n: self._read(view, start, until) for n, (start, until) in wanted.items()}
            return generation, reading, found, self._desk.count(view)

        self._bridge.run(read, self._arrived, self._not_read)

    def _arrived(self, answer: tuple[int, int, Blocks, int]) -> None:
        self._under_way = False
        self._fresh(answer)
        if self._stale:
            self.reload()

    def _not_read(self, error: Exception) -> None:
        self._under_way = False
        _log.error("the inbox could not be read", exc_info=error)

    def _begin(self) -> None:
        """Take the first block, now; its bounds and the rest when they are counted."""
        self._generation += 1
        first = self._read(self._view, None, None)
        kept = [row for row in first if row.id not in self._gone]
        self._take([None], [len(kept)], {0: kept})
        if len(first) >= BLOCK:
            self._count()
        else:
            self._recount.stop()
            self.counted(len(kept))

    def _read(self, view: str, start: Place | None, until: Place | None) -> list[InboxRow]:
        limit = BLOCK if until is None else 4 * BLOCK
        return self._desk.inbox(view, start=start, until=until, limit=limit)

    def _bounds(self, number: int) -> tuple[Place | None, Place | None]:
        after = self._marks[number + 1] if number + 1 < len(self._marks) else None
        return self._marks[number] if number else None, after

    def _fresh(self, answer: tuple[int, int, Blocks, int]) -> None:
        generation, reading, found, total = answer
        if generation != self._generation:
            return
        self.refilling = True
        self._forget(reading)
        for number in list(self._blocks):
            if number not in found:
                del self._blocks[number]
        overfull = False
        for number, rows in found.items():
            last = number == len(self._marks) - 1
            overfull |= len(rows) >= (BLOCK if last else 4 * BLOCK)
            self._refill(number, [row for row in rows if row.id not in self._gone])
        total = max(0, total - sum(1 for since in self._gone.values() if since is None))
        drift = abs(total - self.rowCount())
        if (overfull and drift) or drift > max(BLOCK, self.rowCount() // 50):
            if not self._recount.isActive():
                since = self._counted_at.elapsed() if self._counted_at.isValid() else _PACE
                self._recount.start(max(0, _PACE - since))
        self.refilling = False
        self.counted(total if drift and len(found[0]) else self.rowCount())
        self.refreshed.emit()

    def _forget(self, reading: int) -> None:
        """What the store has agreed to before this reading need not be hidden any more."""
        for item, since in list(self._gone.items()):
            if since is not None and since <= reading:
                del self._gone[item]

    def _refill(self, number: int, rows: list[InboxRow]) -> None:
        """Put fresh rows into a block, telling the view which came and which went."""
        if number >= len(self._sizes):
            return
        old = self._blocks.get(number)
        base = self._ends[number] - self._sizes[number]
        if old is None or self._sizes[number] != len(old):
            self._blocks[number] = rows
            if self._sizes[number] != len(rows):
                self._wrong.start()
            return
        kept = {row.id for row in rows}
        for at in range(len(old) - 1, -1, -1):
            if old[at].id not in kept:
                self._remove(number, at, base)
        have = {row.id for row in old}
        for at, row in enumerate(rows):
            if row.id not in have:
                self.beginInsertRows(QModelIndex(), base + at, base + at)
                old.insert(at, row)
                self._sizes[number] += 1
                self._ends = list(accumulate(self._sizes))
                self.endInsertRows()
        if [row.id for row in old] != [row.id for row in rows]:  # some changed places
            self.layoutAboutToBeChanged.emit()
            before = self.persistentIndexList()
            where = {row.id: base + at for at, row in enumerate(rows)}
            there = {base + at: row.id for at, row in enumerate(old)}
            self._blocks[number] = rows
            for index in before:
                item = there.get(index.row())
                if item is not None:
                    self.changePersistentIndex(index, self.index(where[item], 0))
            self.layoutChanged.emit()
        elif old != rows:
            self._blocks[number] = rows
            self.dataChanged.emit(self.index(base, 0), self.index(base + len(rows) - 1, 0))

    def _remove(self, number: int, at: int, base: int) -> None:
        self.beginRemoveRows(QModelIndex(), base + at, base + at)
        del self._blocks[number][at]
        self._sizes[number] -= 1
        self._ends = list(accumulate(self._sizes))
        self.endRemoveRows()

    def _count(self) -> None:
        self._counted_at.start()
        view, generation = self._view, self._generation
        self._bridge.run(
            lambda: (generation, *self._desk.fences(view, step=BLOCK)),
            self._counted,
            stream="inbox.fences",
        )

    def _counted(self, answer: tuple[int, int, list[Place]]) -> None:
        generation, total, marks = answer
        if generation != self._generation:
            return
        sizes = [BLOCK] * len(marks)
        if sizes:
            sizes[-1] = total - BLOCK * (len(marks) - 1)
        if list(marks) == self._marks and sizes == self._sizes:
            self.counted(total)
            return
        first = self._blocks.get(0, [])
        same = bool(marks) and bool(first) and len(first) == sizes[0] and self._marks[:1] == [None]
        self._take([None, *marks[1:]], sizes, {0: first} if same else {})
        self.counted(total)

    def _take(self, marks: list[Place | None], sizes: list[int], blocks: Blocks) -> None:
        self.beginResetModel()
        self._marks, self._sizes = marks, sizes
        self._ends = list(accumulate(sizes))
        self._blocks = OrderedDict(blocks)
        self.endResetModel()

    def _mend(self) -> None:
        """Blocks that were read turned out longer or shorter than was counted."""
        sizes = list(self._sizes)
        for number, rows in self._blocks.items():
            if number < len(sizes):
                sizes[number] = len(rows)
        if sizes != self._sizes:
            self._take(self._marks, sizes, dict(self._blocks))

    # what the view asks

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
            start, until = self._bounds(number)
            rows = self._read(self._view, start, until)
            found = [row for row in rows if row.id not in self._gone]
            self._blocks[number] = found
            if len(found) != self._sizes[number]:
                self._wrong.start()
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
        if not index.isValid() or role not in (ROW, CHOSEN, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.row(index.row())
        if row is None or role == ROW:
            return row
        chosen = row.id in self.selection
        return chosen if role == CHOSEN else said(row, chosen=chosen)

    def find(self, item: int, *, near: int = -1) -> int:
        """Return the row number of an item among the blocks at hand; -1 if it is not there.

        The blocks around the row `near` are read for it.
        """
        if near >= 0 and self.rowCount():
            for place in (near, near - BLOCK // 2, near + BLOCK // 2):
                self.row(max(0, min(place, self.rowCount() - 1)))
        for number, rows in self._blocks.items():
            for offset, row in enumerate(rows):
                if row.id == item:
                    return (self._ends[number - 1] if number else 0) + offset
        return -1

    def shown(self, items: Collection[int]) -> list[InboxRow]:
        """Return those of `items` that are at hand, in the order of the rows."""
        wanted = set(items)
        return [row for n in sorted(self._blocks) for row in self._blocks[n] if row.id in wanted]

    def at_hand(self) -> list[InboxRow]:
        """Return every row that is at hand."""
        return [row for number in sorted(self._blocks) for row in self._blocks[number]]

    def _repaint(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0), [CHOSEN])

    # what was dealt with

    def drop(self, items: Iterable[int]) -> int:
        """Take rows out at once, because they were dealt with; return where the first stood."""
        wanted = set(items)
        self._gone.update(dict.fromkeys(wanted))
        self.selection.discard(wanted)
        first = -1
        for number in sorted(self._blocks, reverse=True):
            rows = self._blocks[number]
            base = self._ends[number] - self._sizes[number]
            for at in range(len(rows) - 1, -1, -1):
                if rows[at].id in wanted:
                    self._remove(number, at, base)
                    first = base + at
        if first >= 0:
            self.counted(self.rowCount())
        return first

    def change(self, items: Iterable[int], how: Callable[[InboxRow], Mapping[str, Any]]) -> None:
        """Let rows look otherwise at once; `how` returns the fields of a row that change."""
        wanted = set(items)
        for number, rows in self._blocks.items():
            base = self._ends[number] - self._sizes[number]
            for at, row in enumerate(rows):
                if row.id in wanted:
                    rows[at] = replace(row, **how(row))
                    here = self.index(base + at, 0)
                    self.dataChanged.emit(here, here)

    def agreed(self, items: Iterable[int]) -> None:
        """The store has taken it: whatever is read from now on is right by itself."""
        for item in items:
            if item in self._gone:
                self._gone[item] = self._reading + 1  # one that is under way may not know it

    def come_back(self, items: Iterable[int]) -> None:
        """The store said no, or it was taken back: show what is there."""
        for item in items:
            self._gone.pop(item, None)
        self.reload()

    def empty_out(self) -> None:
        """Every row of the view was dealt with: show none until the store says otherwise."""
        self._generation += 1
        self.selection.clear()
        self._take([None], [0], {0: []})
        self.counted(0)
