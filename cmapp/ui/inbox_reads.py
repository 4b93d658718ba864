"""What the inbox reads of the store: rows, counts, groups, and what the pickers offer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cmapp.store import views
from cmapp.store.database import Store
from cmapp.store.sqlite import Connection
from cmapp.system.later import later
from cmapp.ui import inbox_views

if TYPE_CHECKING:
    from cmapp.store import labels, notes, searches
    from cmapp.ui.views import InboxRow, Place
else:  # what pickers and conversations read, not the first rows
    labels, notes = later("cmapp.store.labels"), later("cmapp.store.notes")
    searches = later("cmapp.store.searches")


class InboxReads:
    """The inbox's part of a `Desk` on the store. Any thread; each has its own connection."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def inbox(
        self, view: str, *, start: Place | None, until: Place | None = None, limit: int
    ) -> list[InboxRow]:
        """See `Desk`."""
        return self._store.read(
            lambda db: inbox_views.rows(db, view, start=start, until=until, limit=limit)
        )

    def fences(self, view: str, *, step: int) -> tuple[int, list[Place]]:
        """See `Desk`."""
        return self._store.read(lambda db: inbox_views.fences(db, view, step=step))

    def count(self, view: str) -> int:
        """See `Desk`."""
        return self._store.read(lambda db: inbox_views.count(db, view))

    def ids(self, view: str, *, limit: int) -> list[int]:
        """See `Desk`."""
        return self._store.read(lambda db: inbox_views.ids(db, view, limit=limit))

    def alike(self, group: Mapping[str, Any]) -> list[int]:
        """See `Desk`."""
        return self._store.read(lambda db: inbox_views.members(db, group))

    def labels(self) -> list[tuple[str, int]]:
        """See `Desk`."""
        return [(one.name, one.count) for one in self._store.read(labels.every)]

    def assignees(self) -> list[str]:
        """See `Desk`."""
        return self._store.read(views.assignees)

    def searches(self) -> list[tuple[str, str]]:
        """See `Desk`."""
        return [(s.name, s.query) for s in self._store.read(searches.every)]

    def notes(self, item: int) -> list[tuple[int, str]]:
        """See `Desk`."""

        def look(db: Connection) -> list[tuple[int, str]]:
            return [(n.made_at, n.text) for n in notes.of_items(db, [item])]

        return self._store.read(look)
