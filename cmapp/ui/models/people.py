"""The list of people as a model: pages behind one another, as far as one looks."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cmapp.store.roster import Row
from cmapp.ui import people_words, text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.people_reads import PeoplePage

ROW = Qt.ItemDataRole.UserRole + 1
PAGE = 60
Index = QModelIndex | QPersistentModelIndex


class PeopleModel(QAbstractTableModel):
    """One column; the row value is under `ROW`. Reads on the reader thread, a page at a time."""

    def __init__(self, desk: Desk, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bridge = desk, bridge
        self.query = ""
        self.notes: tuple[str, ...] = ()
        self._rows: list[Row] = []
        self._more = False
        self._asking = False

    def look_for(self, query: str) -> None:
        """Show who matches, from the top."""
        self.query = query
        self._ask(len(self._rows) if query == self.query else PAGE)

    def again(self) -> None:
        """Read what is shown once more: something changed."""
        self._ask(max(PAGE, len(self._rows)))

    def _ask(self, limit: int) -> None:
        query = self.query
        self._asking = True
        self._bridge.run(
            lambda: self._desk.people(query, limit=max(PAGE, min(limit, 10 * PAGE))),
            self._show,
            stream="people",
        )

    def _show(self, found: PeoplePage) -> None:
        self._asking = False
        self.beginResetModel()
        self._rows, self._more, self.notes = list(found.rows), found.more, found.notes
        self.endResetModel()

    def canFetchMore(self, _parent: Index = QModelIndex()) -> bool:  # noqa: B008
        """Tell whether there are others behind the last row."""
        return self._more and not self._asking

    def fetchMore(self, _parent: Index = QModelIndex()) -> None:  # noqa: B008
        """Read the next page."""
        if not self._rows or self._asking:
            return
        self._asking = True
        query, after = self.query, self._rows[-1].place
        self._bridge.run(
            lambda: (query, self._desk.people(query, after=after, limit=PAGE)),
            self._add,
            stream="people",
        )

    def _add(self, answer: tuple[str, PeoplePage]) -> None:
        query, found = answer
        self._asking = False
        if query != self.query:
            return
        first = len(self._rows)
        self._more = found.more
        if found.rows:
            self.beginInsertRows(QModelIndex(), first, first + len(found.rows) - 1)
            self._rows += found.rows
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many people are read so far."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return 1."""
        return 0 if parent.isValid() else 1

    def row(self, at: int) -> Row | None:
        """Return one row."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def find(self, root: int) -> int:
        """Return where a person stands, -1 if they are not read."""
        return next((n for n, r in enumerate(self._rows) if r.root == root), -1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row's value, or what a screen reader says of it."""
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            parts = [row.name or row.handle, "VIP" if row.vip else ""]
            parts += [people_words.stage(row.stage), text.ago(row.last_at or None)]
            return " · ".join(p for p in parts if p)
        return None
