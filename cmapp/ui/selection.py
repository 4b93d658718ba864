"""What is selected in the inbox: some rows, or everything in the view but a few."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """Ids of items, in the order they were selected; or `whole`, the view's every row.

    Rows that were not read yet belong to a whole selection, too: it goes by the view, not by what
    is at hand.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: dict[int, None] = {}
        self._but: dict[int, None] = {}
        self.whole = False
        self.anchor: int | None = None
        """Where a range began (a row number)."""

    def __contains__(self, item: object) -> bool:
        return item not in self._but if self.whole else item in self._ids

    def __bool__(self) -> bool:
        return self.whole or bool(self._ids)

    def ids(self) -> list[int]:
        """Return the selected ids; of a whole selection, those that are left out."""
        return list(self._but if self.whole else self._ids)

    def count(self, total: int) -> int:
        """Return how many are selected, in a view of `total` rows."""
        return max(0, total - len(self._but)) if self.whole else len(self._ids)

    def toggle(self, item: int) -> None:
        """Select an item, or no longer."""
        kept = self._but if self.whole else self._ids
        if item in kept:
            del kept[item]
        else:
            kept[item] = None
        self.changed.emit()

    def take(self, items: Iterable[int]) -> None:
        """Select these as well."""
        for item in items:
            if self.whole:
                self._but.pop(item, None)
            else:
                self._ids[item] = None
        self.changed.emit()

    def leave(self, items: Iterable[int]) -> None:
        """Select these no longer."""
        for item in items:
            if self.whole:
                self._but[item] = None
            else:
                self._ids.pop(item, None)
        self.changed.emit()

    def take_all(self) -> None:
        """Select everything in the view, read or not."""
        self._ids.clear()
        self._but.clear()
        self.whole = True
        self.changed.emit()

    def discard(self, items: Iterable[int]) -> None:
        """Forget items that left the view."""
        before = len(self._ids)
        for item in items:
            self._ids.pop(item, None)
        if len(self._ids) != before:
            self.changed.emit()

    def clear(self) -> None:
        """Select nothing."""
        if not self and self.anchor is None:
            return
        self._ids.clear()
        self._but.clear()
        self.whole, self.anchor = False, None
        self.changed.emit()
