"""The calendar as tables: weeks of days, a week of hours, a list of days and what is on them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from cmapp.ui.planning import words
from cmapp.ui.planning.painter import Known
from cmapp.ui.planning.plans import Day, Entry, Plans

BEFORE, WEEKS = 8, 70
"""Weeks that the table of a month has before the day it is about, and in all."""
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class _Table(QAbstractTableModel):
    def __init__(self, plans: Plans, known: Known, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plans, self.known = plans, known
        self.current = ""
        """The id of the entry that has the keys: its day is read out beginning with it."""

    def columnCount(self, parent: Index = _ROOT) -> int:
        """A week has seven days."""
        return 0 if parent.isValid() else 7

    def _said(self, number: int, day: Day) -> str:
        said = words.said_day(number, day)
        for at, entry in enumerate(day.entries):
            if entry.id == self.current:
                place = words.translate("calendar", "{n} of {all}").format(
                    n=at + 1, all=len(day.entries)
                )
                return f"{words.said(entry, self.known.who(entry))}, {place}. {said}"
        return said


class MonthModel(_Table):
    """Weeks below each other, as many as lie around the day it is about."""

    def __init__(self, plans: Plans, known: Known, parent: QObject | None = None) -> None:
        super().__init__(plans, known, parent)
        self.first = 0

    def about(self, number: int) -> None:
        """Have the weeks around a day."""
        self.beginResetModel()
        self.first = words.first_of_week(number) - BEFORE * 7
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count weeks."""
        return 0 if parent.isValid() else WEEKS

    def number(self, index: Index) -> int:
        """Return the day of a cell."""
        return self.first + index.row() * 7 + index.column()

    def place(self, number: int) -> QModelIndex:
        """Return the cell of a day; none where it lies outside."""
        row, column = divmod(number - self.first, 7)
        return self.index(row, column) if 0 <= row < WEEKS else QModelIndex()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a day is read as."""
        if role == _SPOKEN:
            number = self.number(index)
            return self._said(number, self.plans.day(number))
        return None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the names of the weekdays."""
        if way == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            name = words.weekdays()[section]
            return QLocale().standaloneDayName(name.value, QLocale.FormatType.ShortFormat)
        return None


class WeekModel(_Table):
    """One week: days beside each other, 24 hours below each other."""

    def __init__(self, plans: Plans, known: Known, parent: QObject | None = None) -> None:
        super().__init__(plans, known, parent)
        self.first = 0

    def about(self, number: int) -> None:
        """Have the week of a day."""
        first = words.first_of_week(number)
        if first != self.first:
            self.beginResetModel()
            self.first = first
            self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count hours."""
        return 0 if parent.isValid() else 24

    def number(self, index: Index) -> int:
        """Return the day of a cell."""
        return self.first + index.column()

    def place(self, number: int, hour: int = 9) -> QModelIndex:
        """Return the cell of a day's hour."""
        inside = 0 <= number - self.first < 7
        return self.index(hour, number - self.first) if inside else QModelIndex()

    def entries(self, index: Index) -> list[Entry]:
        """Return what lies in an hour."""
        day = self.plans.day(self.number(index))
        return [e for e in day.entries if e.minute // 60 == index.row()]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what an hour is read as."""
        if role == _SPOKEN:
            hour = f"{words.short_day(self.number(index))} {words.time(index.row() * 60)}"
            found = self.entries(index)
            found.sort(key=lambda e: e.id != self.current)
            said = [words.said(e, self.known.who(e)) for e in found]
            return ". ".join([*said, hour] if self.current else [hour, *said])
        return None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the days, and the hours."""
        if role == Qt.ItemDataRole.DisplayRole:
            if way == Qt.Orientation.Horizontal:
                return words.short_day(self.first + section)
            return words.time(section * 60)
        if role == _SPOKEN and way == Qt.Orientation.Horizontal:
            number = self.first + section
            marks = [words.mark(m) for m in self.plans.day(number).marks]
            return ", ".join([words.long_day(number), *marks])
        return None


HEADS = Qt.ItemDataRole.UserRole + 1
ENTRY = Qt.ItemDataRole.UserRole + 2


class ListModel(QAbstractTableModel):
    """Days that have something on them, each with its entries below it; grows at both ends."""

    def __init__(self, plans: Plans, known: Known, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plans, self.known = plans, known
        self.first = self.last = 0
        self._rows: list[Entry | int] = []

    def about(self, first: int, last: int) -> None:
        """Have the days from `first` to `last`."""
        self.first, self.last = first, last
        self.plans.want(first, last)
        self.fill()

    def fill(self) -> None:
        """Take the rows anew from what was read."""
        self.beginResetModel()
        self._rows = []
        for number in range(self.first, self.last + 1):
            day = self.plans.day(number)
            if day.entries:
                self._rows.append(number)
                self._rows += day.entries
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count days and entries."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """A list has one column."""
        return 0 if parent.isValid() else 1

    def entry(self, row: int) -> Entry | None:
        """Return the entry of a row; None where it is the head of a day."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Entry) else None

    def number(self, row: int) -> int:
        """Return the day that a row belongs to."""
        found = self._rows[row] if 0 <= row < len(self._rows) else self.first
        return found.day if isinstance(found, Entry) else found

    def row_of(self, entry_id: str) -> int:
        """Return the row of an entry, or -1."""
        at = (n for n, r in enumerate(self._rows) if isinstance(r, Entry) and r.id == entry_id)
        return next(at, -1)

    def row_from(self, number: int) -> int:
        """Return the first row of a day, or of the next that has one; -1 where there is none."""
        for row, one in enumerate(self._rows):
            if isinstance(one, int) and one >= number:
                return row
        return -1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return an entry, or the day it is the head of; in words for who listens."""
        one = self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None
        if role == ENTRY:
            return one if isinstance(one, Entry) else None
        if role == HEADS:
            return one if isinstance(one, int) else None
        if role == _SPOKEN and one is not None:
            if isinstance(one, Entry):
                return f"{words.said(one, self.known.who(one))}, {words.short_day(one.day)}"
            return words.long_day(one)
        return None
