"""Walks that stop anywhere lose nothing, and no platform can lead one in circles."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmapp.connectors.base import Page
from cmapp.connectors.paging import IDLE, Batch, forward, newest_first, through
from cmapp.domain.errors import Missing
from cmapp.domain.records import Gone

Item = tuple[int, int]
"""(number, time in ms)"""

NOW = 1_000_000_000_000


def _key(item: Item) -> str:
    return str(item[0])


def _at(item: Item) -> int:
    return item[1]


def _records(item: Item) -> tuple[Gone, ...]:
    return (Gone(str(item[0])),)


class Remote:
    """A list on a server: newest first, in pages, with things coming in while it is read."""

    def __init__(self, size: int, *, offsets: bool, blanks: bool) -> None:
        self.items: list[Item] = []
        self.last: Item = (0, NOW)  # neither numbers nor time begin again in an emptied list
        self.size = size
        self.offsets = offsets
        self.blanks = blanks
        self.dead: set[Any] = set()
        self.asked = 0

    def add(self, count: int, step: int) -> None:
        for _ in range(count):
            self.last = (self.last[0] + 1, self.last[1] + step)
            self.items.insert(0, self.last)

    def fetch(self, token: Any) -> Batch[Item]:
        self.asked += 1
        assert self.asked < 5_000, "an endless walk"
        if not isinstance(token, dict) and token in self.dead:
            self.dead.discard(token)
            raise Missing("token_expired")
        if self.blanks and self.asked % 3 == 0 and token is not None:
            return Batch((), {"again": self.asked, "token": token})
        while isinstance(token, dict):
            token = token["token"]
        if token is None:
            start = 0
        elif self.offsets:
            start = token
        else:
            start = next((i for i, x in enumerate(self.items) if x[0] < token), len(self.items))
        found = tuple(self.items[start : start + self.size])
        if start + self.size >= len(self.items) or not found:
            return Batch(found)
        return Batch(found, start + self.size if self.offsets else found[-1][0])

    def walk(self, cursor: Any, lag: int = 0) -> Iterator[Page]:
        return newest_first(
            self.fetch, cursor, key=_key, at=_at, records=_records, now=NOW * 2, lag=lag, first=NOW
        )


STEP = st.tuples(
    st.integers(0, 12),  # how many things come in
    st.integers(0, 3),  # ms between them
    st.integers(0, 6),  # after how many pages the walk is cut
    st.booleans(),  # whether the page it was cut at had been stored
    st.booleans(),  # whether the platform forgets the open token meanwhile
    st.integers(0, 4),  # how many things come in while a page is being read
)


def play(
    history: list[tuple[int, int, int, bool, bool, int]],
    *,
    size: int,
    offsets: bool,
    blanks: bool,
    lag: int,
) -> tuple[set[str], set[str]]:
    """Play a history of walks that are cut; return what was there and what was stored."""
    remote = Remote(size, offsets=offsets, blanks=blanks)
    stored: set[str] = set()
    cursor: Any = None
    for arrive, step, cut, kept, forget, meanwhile in history:
        remote.add(arrive, step)
        for done, page in enumerate(remote.walk(cursor, lag)):
            if done == cut and not kept:
                break
            stored |= {r.remote_id for r in page.records if isinstance(r, Gone)}
            cursor = page.cursor
            remote.add(meanwhile if done < 3 else 0, step)
            if done == cut:
                break
        gap = (cursor or {}).get("gap")
        if forget and gap and not isinstance(gap["next"], dict):
            remote.dead.add(gap["next"])
    for page in remote.walk(cursor, lag):
        stored |= {r.remote_id for r in page.records if isinstance(r, Gone)}
    return {str(number) for number, _ in remote.items}, stored


@settings(max_examples=400, deadline=None)
@given(
    st.lists(STEP, max_size=12),
    st.integers(1, 7),
    st.booleans(),
    st.booleans(),
    st.sampled_from([0, 2, 50]),
)
def test_a_walk_cut_after_any_page_loses_nothing(
    history: list[tuple[int, int, int, bool, bool, int]],
    size: int,
    offsets: bool,
    blanks: bool,
    lag: int,
) -> None:
    there, stored = play(history, size=size, offsets=offsets, blanks=blanks, lag=lag)
    assert stored == there


def test_a_thousand_random_cursor_graphs_end() -> None:
    rng = random.Random(11)
    for _ in range(1_000):
        nodes = rng.randint(1, 40)
        graph = {
            node: Batch(
                tuple((rng.randint(0, 60), NOW) for _ in range(rng.choice((0, 0, 1, 3)))),
                rng.choice([None, *range(nodes)]) if rng.random() < 0.1 else rng.randrange(nodes),
            )
            for node in [None, *range(nodes)]
        }
        asked = 0

        def fetch(token: Any, graph: dict[Any, Batch[Item]] = graph) -> Batch[Item]:
            nonlocal asked
            asked += 1
            assert asked <= 3 * (len(graph) + 1)
            return graph[token]

        cursor: Any = None
        for _ in range(2):
            asked = 0
            for page in newest_first(
                fetch, cursor, key=_key, at=_at, records=_records, now=NOW + 1
            ):
                cursor = page.cursor
                if rng.random() < 0.05:
                    break
        asked = 0
        list(forward(fetch, None, key=_key, records=_records))
        asked = 0
        list(through(fetch, key=_key))


def test_ever_new_tokens_without_ever_a_new_id_end() -> None:
    asked = 0

    def fetch(token: Any) -> Batch[Item]:
        nonlocal asked
        asked += 1
        return Batch(((1, NOW),), asked)

    list(newest_first(fetch, None, key=_key, at=_at, records=_records, now=NOW + 1))
    assert asked == IDLE + 1


def test_things_within_the_lag_are_read_again_and_older_ones_are_not() -> None:
    remote = Remote(2, offsets=False, blanks=False)
    remote.add(20, 10)
    (*_, last) = remote.walk(None)
    again = {r.remote_id for p in remote.walk(last.cursor, lag=45) for r in p.records}
    assert {"20", "19", "18", "17", "16"} <= again
    assert "10" not in again
    remote.asked = 0
    list(remote.walk(last.cursor))
    assert remote.asked == 2


def test_a_thing_dated_in_the_future_hides_nothing() -> None:
    items: list[Item] = [(1, NOW * 5), (0, NOW - 1)]

    def walk(cursor: Any) -> list[Page]:
        def fetch(token: Any) -> Batch[Item]:
            at = token or 0
            return Batch(tuple(items[at : at + 1]), at + 1 if at + 1 < len(items) else None)

        return list(
            newest_first(fetch, cursor, key=_key, at=_at, records=_records, now=NOW + len(items))
        )

    cursor = walk(None)[-1].cursor
    items[1:1] = [(3, NOW + 3), (2, NOW + 2)]
    found = {r.remote_id for p in walk(cursor) for r in p.records}
    assert {"2", "3"} <= found


def test_a_token_that_stays_dead_is_told_and_the_cursor_kept() -> None:
    def fetch(token: Any) -> Batch[Item]:
        if token is not None:
            raise Missing("token_expired")
        return Batch(((1, NOW),), "next")

    pages = newest_first(fetch, None, key=_key, at=_at, records=_records, now=NOW + 1)
    first = next(pages)
    with pytest.raises(Missing):
        list(pages)
    assert first.cursor["gap"]["next"] == "next"


def test_a_walk_from_the_oldest_goes_on_where_it_was_cut() -> None:
    items = [(n, NOW + n) for n in range(1, 12)]

    def fetch(after: Any) -> Batch[Item]:
        found = tuple(x for x in items if x[0] > (after or 0))[:3]
        return Batch(found, found[-1][0] if found else None)

    cursor: Any = None
    stored: list[str] = []
    for cut in (1, 2, 99, 99):
        for done, page in enumerate(forward(fetch, cursor, key=_key, records=_records)):
            stored += [r.remote_id for r in page.records if isinstance(r, Gone)]
            cursor = page.cursor
            if done + 1 == cut:
                break
    assert stored == [str(n) for n, _ in items]


def test_a_list_read_as_a_whole_ends_at_the_most_answers_allowed() -> None:
    def fetch(token: Any) -> Batch[Item]:
        number = (token or 0) + 1
        return Batch(((number, NOW),), number)

    assert len(list(through(fetch, key=_key, most=3))) == 3


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.tuples(STEP, st.integers(0, 9)), max_size=12),
    st.integers(1, 5),
    st.booleans(),
    st.sampled_from([0, 2, 50]),
)
def test_what_a_walk_says_it_has_read_it_has(
    history: list[tuple[tuple[int, int, int, bool, bool, int], int]],
    size: int,
    offsets: bool,
    lag: int,
) -> None:
    """Walks are cut, tokens die, and the platform forgets its oldest things."""
    remote = Remote(size, offsets=offsets, blanks=False)
    stored: set[str] = set()
    ever: dict[str, int] = {}
    whole: list[tuple[int, int]] = []
    cursor: Any = None
    for (arrive, step, cut, kept, forget, meanwhile), pruned in [
        *history,
        ((0, 0, 9_999, True, False, 0), 0),
    ]:
        remote.add(arrive, step)
        ever |= {_key(x): x[1] for x in remote.items}
        there = dict(ever)  # what may be asked for when the walk begins
        if pruned > 6:
            del remote.items[len(remote.items) * (10 - pruned) // 4 :]
        for done, page in enumerate(remote.walk(cursor, lag)):
            if done == cut and not kept:
                break
            stored |= {r.remote_id for r in page.records if isinstance(r, Gone)}
            cursor = page.cursor
            if page.read is not None:
                since, until = page.read
                assert until == NOW * 2
                whole.append((since, until))
                lost = {k for k, at in there.items() if since <= at < until} - stored
                # equal times: the oldest shown may have had twins that are gone
                assert not {k for k in lost if there[k] > since}
            remote.add(meanwhile if done < 3 else 0, step)
            if done == cut:
                break
        gap = (cursor or {}).get("gap")
        if forget and gap and not isinstance(gap["next"], dict):
            remote.dead.add(gap["next"])
    if not any(pruned > 6 for _, pruned in history):
        assert whole  # the last walk is not cut
        if ever:
            assert whole[-1][0] <= max(min(ever.values()), cursor["head"])


def test_an_empty_list_is_watched_from_its_first_reading_on() -> None:
    items: list[Item] = []

    def walk(cursor: Any, now: int) -> Page:
        pages = newest_first(
            lambda token: Batch(tuple(items)), cursor, key=_key, at=_at, records=_records, now=now
        )
        return list(pages)[-1]

    first = walk(None, NOW)
    assert first.read == (NOW, NOW)
    second = walk(first.cursor, NOW + 5_000)
    assert second.read == (NOW, NOW + 5_000)
    items.append((1, NOW + 7_000))
    third = walk(second.cursor, NOW + 9_000)
    assert third.read == (NOW, NOW + 9_000)
    assert walk(third.cursor, NOW + 10_000).read == (NOW + 7_000, NOW + 10_000)
