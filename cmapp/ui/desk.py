"""What the window needs from the rest: reads that answer at once, commands that may take time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from cmapp.ui.views import (
        AccountView,
        DraftView,
        Findings,
        InboxRow,
        Landing,
        OutboxItem,
        Place,
        Situation,
        Thread,
        Trouble,
    )

if TYPE_CHECKING:  # read when people are looked at, not at every start
    from cmapp.services.people import Card
    from cmapp.ui.people_reads import PeoplePage


class Desk(Protocol):
    """The store as the window sees it. Reads may be called on any thread; times are UTC ms."""

    def inbox(
        self, view: str, *, start: Place | None, until: Place | None = None, limit: int
    ) -> list[InboxRow]:
        """Return rows of a view from `start` on (None: the first) that stand before `until`."""

    def fences(self, view: str, *, step: int) -> tuple[int, list[Place]]:
        """Return how many rows a view has, and the place of every `step`th. Slow: reader thread."""

    def count(self, view: str) -> int:
        """Return how many rows a view has."""

    def ids(self, view: str, *, limit: int) -> list[int]:
        """Return the ids of a view's rows, at most `limit`. Slow: not on the window's thread."""

    def alike(self, group: Mapping[str, Any]) -> list[int]:
        """Return the ids of all that a row with this `group` stands for."""

    def labels(self) -> list[tuple[str, int]]:
        """Return the labels and how many items have each."""

    def assignees(self) -> list[str]:
        """Return the names that items were assigned to."""

    def searches(self) -> list[tuple[str, str]]:
        """Return the saved searches over items: name, query."""

    def notes(self, item: int) -> list[tuple[int, str]]:
        """Return the private notes on an item, oldest first: time, text."""

    def thread(self, item: int) -> Thread | None:
        """Return the conversation around an inbox item."""

    def people(self, query: str, *, after: Any = None, limit: int = 50) -> PeoplePage:
        """Return people who match a query, who was here last first, behind the place `after`."""

    def people_total(self, query: str) -> int:
        """Return how many people match. Slow: reader thread."""

    def person(self, profile: int, *, since: int | None = None) -> Card | None:
        """Return the card of a person; changes count from `since`, or from the last look."""

    def segments(self) -> list[tuple[str, str]]:
        """Return the saved queries on people: name, query."""

    def tags(self) -> list[tuple[str, int]]:
        """Return the tags in use and how many identities have each."""

    def outbox(self) -> list[OutboxItem]:
        """Return all deeds that are not finished, and the last finished ones."""

    def accounts(self) -> list[AccountView]:
        """Return our accounts in their order."""

    def metrics(self, account: str) -> Mapping[str, int | None]:
        """Return what an account measured over its newest posts; None: it cannot (AC-10)."""

    def troubles(self) -> list[Trouble]:
        """Return standing trouble that is not hushed."""

    def word_lists(self) -> Mapping[str, tuple[str, ...]]:
        """Return the person's own words, list by list (`store/watching.py: LISTS`)."""

    def drafts(self) -> list[DraftView]:
        """Return what was begun and not queued, newest first."""

    def draft(self, number: int) -> DraftView | None:
        """Return one draft, planned and queued ones, too."""

    def planned(self) -> list[DraftView]:
        """Return the queued posts of the coming week (and of the day before), by time."""

    def situation(self) -> Situation:
        """Return where we stand."""

    def landing(self) -> Landing | None:
        """Return the last landing report."""

    def search(
        self, query: str, *, limit: int, behind: int | None, best: bool, still: Callable[[], bool]
    ) -> Findings:
        """Return what matches, the newest first or the `best`, those behind a key (or number).

        `still` is asked while it takes long: once it says False the answer is of no use.
        """

    def names(self, begun: str) -> list[str]:
        """Return the handles (@…) of some whose name or handle has a word that begins so."""

    def mentionable(self, begun: str) -> list[tuple[str, str, str]]:
        """Return (handle, name, realm) of people whose name or handle begins so."""

    def own_texts(self) -> list[str]:
        """Return what our accounts said last, the newest first."""

    def count_hits(self, query: str, still: Callable[[], bool]) -> int:
        """Return how many match; 1,001 stands for more than a thousand."""

    def call(self, command: str, /, **args: Any) -> dict[str, Any]:
        """Ask the engine to do something and wait for its answer. Raises domain errors."""

    def look(self, command: str, /, **args: Any) -> dict[str, Any]:
        """Answer a command that only reads (`LOOKS`), without the engine. Slow: reader thread."""
