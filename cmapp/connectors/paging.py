"""Walking a platform's lists without losing anything: whatever stops the walk, and wherever.

The obvious way, to keep the highest id seen, loses what lies between a walk that stopped half
way and the one before it. Here the cursor keeps `{"head", "gap": {"next", "floor"}}`: the walk
from `head` has come down to `gap.next`, everything below `gap.floor` was there before, and what
lies between is read first when the next walk begins. Storing a thing twice is harmless.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from cmapp.connectors.base import Json, Page
from cmapp.domain.errors import Missing, Rejected
from cmapp.domain.records import Record

log = logging.getLogger(__name__)

T = TypeVar("T")

DAY = 24 * 3600 * 1000
FIRST = 30 * DAY
"""How far back the first walk goes, in milliseconds."""
IDLE = 20
"""How many answers in a row may bring no new id before a walk is given up."""


@dataclass(frozen=True, slots=True)
class Batch(Generic[T]):
    """One answer of the platform: some things in its order, and the token of the next answer.

    `next` is any JSON value that `fetch` takes; None says that there is nothing further.
    """

    items: tuple[T, ...]
    next: Json = None


Fetch = Callable[[Json], Batch[T]]
"""token → answer; the token is None for the first one."""


@dataclass(slots=True)
class _Guard:
    """What one walk has seen, so that a platform cannot lead it in circles."""

    idle: int
    tokens: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    barren: int = 0

    def may_go_on(self, keys: Iterable[str], token: Json) -> bool:
        """Take note of an answer; tell whether its `token` is worth asking for."""
        if token is None:
            return False
        fresh = set(keys) - self.keys
        self.keys |= fresh
        self.barren = 0 if fresh else self.barren + 1
        mark = json.dumps(token, sort_keys=True)
        circle = mark in self.tokens
        self.tokens.add(mark)
        if circle or self.barren >= self.idle:
            log.warning("A list is given up: circle %s, barren answers %s", circle, self.barren)
            return False
        return True


def newest_first(
    fetch: Fetch[T],
    cursor: Json,
    *,
    key: Callable[[T], str],
    at: Callable[[T], int],
    records: Callable[[T], Iterable[Record]],
    now: int,
    lag: int = 0,
    first: int = FIRST,
    idle: int = IDLE,
) -> Iterator[Page]:
    """Walk a list that begins with the newest, down to what an earlier walk has stored.

    `key` names a thing within the list, `at` is its time (UTC ms) in the list's own order, and
    `records` is what it becomes. `lag` (ms): things that much older than the newest one stored
    are read again, for edits, deletions and late arrivals. `first` (ms): how far back a walk
    without a cursor goes. `now` (UTC ms) keeps a thing dated in the future from hiding the rest.

    A walk ends below its line only when a whole answer lies below it, so a thing out of order
    ends nothing; and it ends when a token repeats or `idle` answers in a row bring no new id.
    When the platform no longer knows a token (`fetch` raises Missing or Rejected for it) the walk
    begins again at the top, once.

    The last page says in `read` from when on nothing is missing: from the line that the walk came
    down to; where the list ended above it, only from the oldest thing that it still showed.
    """
    head: int | None = (cursor or {}).get("head")
    gap: dict[str, Any] | None = (cursor or {}).get("gap")
    retried = False
    bare: int | None = (cursor or {}).get("bare")  # since when the list has been empty
    whole_since: int | None = None
    while True:
        resumed = gap is not None
        if gap is not None:
            token, floor, known = gap["next"], int(gap["floor"]), gap.get("known")
        else:
            token, floor, known = None, now - first if head is None else head - lag, head
        guard = _Guard(idle)
        top = head if resumed else None
        lowest: int | None = None
        while True:
            try:
                batch = fetch(token)
            except (Missing, Rejected):
                if token is None or retried:
                    raise
                # The token has died: what it led to is found again from the top, down to `floor`.
                retried, resumed, top, token, guard = True, False, None, None, _Guard(idle)
                continue
            times = [at(item) for item in batch.items]
            lowest = min([*times, *([] if lowest is None else [lowest])], default=None)
            if top is None and times:
                top = max(min(now, max(times)), head if head is not None else 0)
            below = bool(times) and max(times) < floor
            more = not below and guard.may_go_on(map(key, batch.items), batch.next)
            shown = head if top is None else top
            gap = {"next": batch.next, "floor": floor, "known": known} if more else None
            after: dict[str, Any] = {"head": shown, "gap": gap} if gap else {"head": shown}
            read = None
            if not more:
                came_to = floor if below else _came_to(lowest, floor, known, bare)
                if came_to is None or whole_since is None or came_to > (head or came_to):
                    whole_since = came_to
                if shown is None and not resumed:
                    bare = after["bare"] = now if bare is None else bare
                    whole_since = bare
                if not resumed and whole_since is not None:
                    read = (whole_since, max(now, shown or 0))
            yield Page(
                tuple(record for item in batch.items for record in records(item)), after, read
            )
            if not more:
                break
            token = batch.next
        head, gap = shown, None
        if not resumed:
            return


def _came_to(lowest: int | None, floor: int, known: int | None, bare: int | None) -> int | None:
    """Return down to when a list that ended was read, None where it showed nothing.

    `known`: the newest that had been stored before; None at a first walk.
    """
    if lowest is None:
        return None
    if lowest <= floor:
        return floor
    if known is not None and lowest <= known:
        return known
    return min(lowest, bare) if known is None and bare is not None else lowest


def forward(
    fetch: Fetch[T],
    cursor: Json,
    *,
    key: Callable[[T], str],
    records: Callable[[T], Iterable[Record]],
    idle: int = IDLE,
) -> Iterator[Page]:
    """Walk a list from the oldest on, for platforms that can say "what came after this".

    `fetch` gets the position to go on from (None at the very first), and answers with what
    follows it and the position behind that; `next` may be None at the end. The cursor is
    `{"after": position}`, so a stopped walk simply goes on.
    """
    token: Json = (cursor or {}).get("after")
    guard = _Guard(idle)
    while True:
        batch = fetch(token)
        more = guard.may_go_on(map(key, batch.items), batch.next) and bool(batch.items)
        token = token if batch.next is None else batch.next
        yield Page(
            tuple(record for item in batch.items for record in records(item)), {"after": token}
        )
        if not more:
            return


def through(
    fetch: Fetch[T], *, key: Callable[[T], str], idle: int = IDLE, most: int | None = None
) -> Iterator[tuple[T, ...]]:
    """Yield the answers of a list that is read as a whole (a thread, a page of likes).

    Ends by itself where the platform leads in circles; `most` is the most answers to ask for.
    """
    guard = _Guard(idle)
    token: Json = None
    asked = 0
    while True:
        batch = fetch(token)
        asked += 1
        yield batch.items
        if not guard.may_go_on(map(key, batch.items), batch.next) or asked == most:
            return
        token = batch.next
