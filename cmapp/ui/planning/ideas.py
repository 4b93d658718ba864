"""Ideas and drafts that have no time yet, and the columns of the board that they stand in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.planning import words
from cmapp.ui.planning.painter import Known
from cmapp.ui.planning.plans import EPOCH, Entry, Plans, today

AHEAD = 60
"""Days of the plan that the board shows."""
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


def idea_of(raw: Mapping[str, Any]) -> Entry:
    """Read what `calendar.ideas` tells."""
    return Entry(
        id=str(raw["draft"]),
        draft=str(raw["draft"]),
        at=0,
        day=EPOCH,
        minute=0,
        wall="",
        zone="",
        title=str(raw.get("title") or ""),
        text=str(raw.get("text") or ""),
        accounts=tuple(str(a) for a in raw.get("accounts") or ()),
        campaign=str(raw.get("campaign") or ""),
        pillar=str(raw.get("pillar") or ""),
        state=str(raw.get("stage") or "draft"),
    )


class Board(QAbstractTableModel):
    """Columns of cards: `idea`, `draft`, `planned`, or `open` (the first two together).

    A card is an `Entry`; that it has no time is told by its state.
    """

    def __init__(
        self,
        columns: Sequence[str],
        plans: Plans,
        known: Known,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns, self.plans, self.known = tuple(columns), plans, known
        self.ideas: list[Entry] = []
        self._cards: list[list[Entry]] = [[] for _ in self.columns]

    def read(self, desk: Desk, bridge: Bridge) -> None:
        """Have the ideas read; the answer comes a moment later."""

        def look() -> list[Entry]:
            return [idea_of(raw) for raw in desk.look("calendar.ideas").get("ideas") or ()]

        bridge.run(look, self.take, lambda _: None, stream=f"ideas {'.'.join(self.columns)}")

    def take(self, ideas: list[Entry]) -> None:
        """Show these ideas."""
        self.ideas = ideas
        self.fill()

    def fill(self) -> None:
        """Sort the cards into the columns."""
        cards = [self._of(column) for column in self.columns]
        if cards == self._cards:
            return
        self.beginResetModel()
        self._cards = cards
        self.endResetModel()

    def _of(self, column: str) -> list[Entry]:
        lets = self.plans.sieve.lets
        if column != "planned":
            return [e for e in self.ideas if column in ("open", e.state) and lets(e)]
        first = today()
        self.plans.want(first, first + AHEAD)
        days = (self.plans.day(n).entries for n in range(first, first + AHEAD + 1))
        return [e for day in days for e in day if e.state != "sent"]

    def count(self, column: int) -> int:
        """Return how many cards a column has."""
        return len(self._cards[column])

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count the cards of the fullest column."""
        return 0 if parent.isValid() else max(1, *(len(c) for c in self._cards), 1)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Count columns."""
        return 0 if parent.isValid() else len(self.columns)

    def card(self, row: int, column: int) -> Entry | None:
        """Return a card."""
        inside = 0 <= column < len(self._cards) and 0 <= row < len(self._cards[column])
        return self._cards[column][row] if inside else None

    def place(self, entry_id: str) -> QModelIndex:
        """Return where a card lies."""
        for column, cards in enumerate(self._cards):
            for row, card in enumerate(cards):
                if card.id == entry_id:
                    return self.index(row, column)
        return QModelIndex()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a card is read as."""
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return None
        card = self.card(index.row(), index.column())
        if card is None:
            return words.translate("calendar", "empty")
        if card.day == EPOCH:
            return ", ".join(p for p in (words.state(card.state), card.words) if p)
        return f"{words.short_day(card.day)} {words.said(card, self.known.who(card))}"

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the names of the columns."""
        if way == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return f"{column_name(self.columns[section])}  {self.count(section)}"
        return None


def column_name(code: str) -> str:
    """Return what a column of the board is called."""
    return {
        "idea": words.translate("calendar", "Ideas"),
        "draft": words.translate("calendar", "Drafts"),
        "planned": words.translate("calendar", "Planned"),
        "open": words.translate("calendar", "Without a time"),
    }[code]
