"""Walking a platform's lists without losing anything: whatever stops the walk, and wherever.

The obvious way, to keep the highest id seen, loses what lies between a walk that stopped half
way and the one before it. Here the cursor keeps `{"head", "gap": {"next", "floor"}}`: the walk
from `head` has come down to `gap.next`, everything below `gap.floor` was there before, and what
lies between is read first when the next walk begins. Storing a thing twice is harmless.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from cmapp.connectors.base import Json, Page
from cmapp.domain.errors import Garbled, Missing, Rejected
from cmapp.domain.records import Record

log = logging.getLogger(__name__)

T = TypeVar("T")
R = TypeVar("R")

DAY = 24 * 3600 * 1000
FIRST = 30 * DAY
"""How far back the first walk goes, in milliseconds."""
IDLE = 20
"""How many answers in a row may bring no new id before a walk is given up."""
MOST = 500
"""How many answers one walk asks for; the rest is left to the next walk, which goes on there."""
LONGEST_TOKEN = 4_096
"""Longer ones (as JSON) are no place in a list: no address could carry them."""
_FEW = 2


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
        told = json.dumps(token, sort_keys=True)
        mark = hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()
        circle = mark in self.tokens or len(told) > LONGEST_TOKEN
        self.tokens.add(mark)
        if circle or self.barren >= self.idle:
            log.warning("A list is given up: circle %s, barren answers %s", circle, self.barren)
            return False
        return True


@dataclass(frozen=True, slots=True)
class _Entry:
    """One thing of a list, read."""

    key: str
    at: int
    records: tuple[Record, ...]


def sound(items: Iterable[T], read: Callable[[T], R]) -> tuple[list[R], int]:
    """Return what `read` makes of those items that it can read, and how many it cannot.

    One odd entry must not stop a list for ever. An answer of which nothing can be read is another
    matter, since the platform may have changed its ways: that is Garbled, and the cursor stays.

    Raises:
        Garbled: what the first of more than a few items met, where all are like that.
    """
    good: list[R] = []
    bad: list[Garbled] = []
    for item in items:
        try:
            good.append(read(item))
        except Garbled as trouble:
            bad.append(trouble)
    if bad and not good and len(bad) > _FEW:
        raise bad[0]
    if bad:
        log.warning("Entries left out: %s, the first for %s", len(bad), str(dict(bad[0].facts)))
    return good, len(bad)


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
    most: int = MOST,
) -> Iterator[Page]:
    """Walk a list that begins with the newest, down to what an earlier walk has stored.

    `key` names a thing within the list, `at` is its time (UTC ms) in the list's own order, and
    `records` is what it becomes. `lag` (ms): things that much older than the newest one stored
    are read again, for edits, deletions and late arrivals. `first` (ms): how far back a walk
    without a cursor goes. `now` (UTC ms) keeps a thing dated in the future from hiding the rest.

    A walk ends below its line only when a whole answer lies below it, so a thing out of order
    ends nothing; and it ends when a token repeats or `idle` answers in a row bring no new id.
    After `most` answers it stops where it is, and the next walk goes on from there.
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
    asked = 0

    def read_entry(item: T) -> _Entry:
        return _Entry(key(item), at(item), tuple(records(item)))

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
            asked += 1
            entries, skipped = sound(batch.items, read_entry)
            times = [entry.at for entry in entries]
            lowest = min([*times, *([] if lowest is None else [lowest])], default=None)
            if top is None and times:
                top = max(min(now, max(times)), head if head is not None else 0)
            below = bool(times) and max(times) < floor
            more = not below and guard.may_go_on([entry.key for entry in entries], batch.next)
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
                tuple(record for entry in entries for record in entry.records),
                after,
                read,
                skipped,
            )
            if not more:
                break
            if asked >= most:
                log.warning("A walk rests after %s answers", asked)
                return
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
    most: int = MOST,
) -> Iterator[Page]:
    """Walk a list from the oldest on, for platforms that can say "what came after this".

    `fetch` gets the position to go on from (None at the very first), and answers with what
    follows it and the position behind that; `next` may be None at the end. The cursor is
    `{"after": position}`, so a stopped walk simply goes on.
    """
    token: Json = (cursor or {}).get("after")
    guard = _Guard(idle)
    for _ in range(most):
        batch = fetch(token)
        entries, skipped = sound(
            batch.items, lambda item: _Entry(key(item), 0, tuple(records(item)))
        )
        more = guard.may_go_on([entry.key for entry in entries], batch.next) and bool(batch.items)
        good = batch.next is not None and len(json.dumps(batch.next)) <= LONGEST_TOKEN
        token = batch.next if good else token
        yield Page(
            tuple(record for entry in entries for record in entry.records),
            {"after": token},
            skipped=skipped,
        )
        if not more:
            return


def through(
    fetch: Fetch[T], *, key: Callable[[T], str], idle: int = IDLE, most: int = MOST
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
        readable, _ = sound(batch.items, lambda item: (key(item), item))
        yield tuple(item for _, item in readable)
        if asked >= most or not guard.may_go_on([one for one, _ in readable], batch.next):
            return
        token = batch.next
