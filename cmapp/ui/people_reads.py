"""What the window reads of people: pages of the list, counts, cards, segments, tags."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cmapp.store.database import Store
from cmapp.store.sqlite import Connection
from cmapp.system.settings import Settings
from cmapp.ui import text

if TYPE_CHECKING:
    from cmapp.services.people import Card
    from cmapp.store.roster import Row


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Rows of the list; `notes` are the parts of the query that were looked for as words."""

    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    more: bool


class PeopleReads:
    """The part of a `Desk` that is about people. Any thread; each has its own connection."""

    def __init__(self, store: Store, settings: Callable[[], Settings]) -> None:
        self._store, self._settings = store, settings

    def people(self, query: str, *, after: Any = None, limit: int = 50) -> PeoplePage:
        """See `Desk`."""
        from cmapp.domain import segments
        from cmapp.services.people import rules_of
        from cmapp.store import roster

        now, rules = text.now(), rules_of(self._settings())
        asked = segments.read(query, now=now)

        def look(db: Connection) -> PeoplePage:
            found = roster.page(db, asked, rules=rules, now=now, limit=limit + 1, after=after)
            notes = tuple(n.part for n in asked.notes)
            return PeoplePage(tuple(found[:limit]), notes, len(found) > limit)

        return self._store.read(look)

    def people_total(self, query: str) -> int:
        """See `Desk`."""
        from cmapp.domain import segments
        from cmapp.services.people import rules_of
        from cmapp.store import roster

        now, rules = text.now(), rules_of(self._settings())
        asked = segments.read(query, now=now)
        return self._store.read(lambda db: roster.total(db, asked, rules=rules, now=now))

    def person(self, profile: int, *, since: int | None = None) -> Card | None:
        """See `Desk`."""
        from cmapp.domain.errors import Missing
        from cmapp.services import people

        rules = people.rules_of(self._settings())
        try:
            return self._store.read(
                lambda db: people.card(db, profile, rules=rules, now=text.now(), since=since)
            )
        except Missing:
            return None

    def known_of(self, db: Connection, profile: int) -> Card:
        """Return what is kept of a person, without what they said: beside a conversation."""
        from cmapp.services import people

        rules = people.rules_of(self._settings())
        return people.card(db, profile, rules=rules, now=text.now(), brief=True)

    def segments(self) -> list[tuple[str, str]]:
        """See `Desk`."""
        from cmapp.store import searches

        return [
            (s.name, s.query) for s in self._store.read(lambda db: searches.every(db, "people"))
        ]

    def tags(self) -> list[tuple[str, int]]:
        """See `Desk`."""
        from cmapp.store import contacts

        return self._store.read(lambda db: list(contacts.all_tags(db).items()))
