"""Who answers whom: kept with the rows in any order, equal to what the raw rows say (NW-01)."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, datetime
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmapp.domain.records import Interaction, Kind, Post, Profile, Span
from cmapp.store import contacts, inbox, migrations, posts, ties
from cmapp.store.database import Store, Tx

DAY = 86_400_000
NOW = 1_790_000_000_000
REALM = "demo:here"
ACCOUNT = "acc1"
NAMES = ("name1", "Name2", "NAME2", "nobody")


def person(n: int) -> Profile:
    return Profile(f"u{n}", f"Name{n}", f"Person {n}", followers=10 * n or None)


def post(n: int, who: int, *, parent: int | None = None, at: int = 0, names: Any = ()) -> Post:
    words = " ".join(f"@{name}" for name in names)
    spans = tuple(Span(0, 1, "mention", name) for name in names)
    return Post(f"p{n}", person(who), words, NOW - 100 * DAY + at * DAY,
                parent=None if parent is None else f"p{parent}", spans=spans)  # fmt: skip


def account(tx: Tx) -> None:
    tx.db.execute(
        "INSERT OR IGNORE INTO accounts (id, platform, realm, remote_id, server, handle, added_at)"
        " VALUES (?, 'demo', ?, 'u0', '', 'Name0', 0)",
        (ACCOUNT, REALM),
    )


def keep(tx: Tx, *found: Post) -> None:
    posts.keep(tx, ACCOUNT, REALM, found, now=NOW)


def month(at: int) -> int:
    when = datetime.fromtimestamp(at / 1000, UTC)
    return int(when.strftime("%Y%m"))


@st.composite
def worlds(draw: Any) -> tuple[list[Post], list[int]]:
    """Posts of a few people (a parent may be missing, may be itself), and some that go again."""
    count = draw(st.integers(1, 14))
    made = [
        post(
            n,
            draw(st.integers(0, 4)),
            parent=draw(st.none() | st.integers(0, count + 1)),
            at=draw(st.integers(0, 95)),
            names=draw(
                st.lists(st.sampled_from(["name1", "Name2", "NAME2", "nobody"]), max_size=3)
            ),
        )
        for n in range(count)
    ]
    return draw(st.permutations(made)), draw(st.lists(st.integers(0, count - 1), max_size=5))


def oracle(there: list[Post]) -> tuple[Counter[Any], Counter[Any]]:
    by_id = {p.remote_id: p for p in there}
    answers: Counter[Any] = Counter()
    names: Counter[Any] = Counter()
    for one in there:
        to = by_id.get(one.parent or "")
        if to is not None and to.author.remote_id != one.author.remote_id:
            answers[one.author.remote_id, to.author.remote_id, month(one.created_at)] += 1
        if one.parent is None:
            for name in {s.target.lower() for s in one.spans}:
                names[one.author.remote_id, name, month(one.created_at)] += 1
    return answers, names


def kept(db: Any) -> tuple[Counter[Any], Counter[Any]]:
    who = {r[0]: r[1] for r in db.execute("SELECT id, remote_id FROM profiles")}
    answers = {
        (who[r[0]], who[r[1]], r[2]): r[3]
        for r in db.execute("SELECT source, target, month, n FROM ties")
    }
    names = {
        (who[r[0]], r[1], r[2]): r[3]
        for r in db.execute("SELECT source, name, month, n FROM ties_by_name")
    }
    return Counter(answers), Counter(names)


@settings(max_examples=60, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(world=worlds(), chance=st.randoms(use_true_random=False))
def test_ties_equal_what_the_posts_say_in_whatever_order_they_come(
    store: Store, world: tuple[list[Post], list[int]], chance: random.Random
) -> None:
    arriving, going = world

    def run(tx: Tx) -> None:
        tx.db.execute("SAVEPOINT world")
        account(tx)
        there = list(arriving)
        while there:
            page = [there.pop() for _ in range(min(len(there), chance.randint(1, 4)))]
            keep(tx, *page)
        assert kept(tx.db) == oracle(arriving)
        left = [p for n, p in enumerate(arriving) if n not in going]
        for n in set(going):
            tx.db.execute("DELETE FROM posts WHERE remote_id = ?", (arriving[n].remote_id,))
        assert kept(tx.db) == oracle(left)
        assert ties.differences(tx.db) == {}
        tx.db.execute("ROLLBACK TO world")

    store.write(run)


def test_an_answer_that_is_told_its_parent_later_counts_then(store: Store) -> None:
    def run(tx: Tx) -> None:
        account(tx)
        keep(tx, post(1, 1), post(2, 2, names=["name3"]), post(3, 3))
        assert not kept(tx.db)[0]
        keep(tx, post(2, 2, parent=1, names=["name3"]))
        answers, names = kept(tx.db)
        assert list(answers) == [("u2", "u1", month(post(1, 1).created_at))]
        assert not names  # what stands in an answer names nobody of itself
        assert ties.differences(tx.db) == {}

    store.write(run)


def test_deeds_lead_to_our_account_and_go_with_their_rows(store: Store) -> None:
    kinds = [Kind.REACTION, Kind.REACTION, Kind.REPOST, Kind.FOLLOW, Kind.MENTION, Kind.QUOTE]

    def run(tx: Tx) -> None:
        account(tx)
        found = [
            Interaction(f"k{n}", kind, person(1 + n % 2), NOW - DAY) for n, kind in enumerate(kinds)
        ]
        inbox.keep(tx, ACCOUNT, REALM, found, now=NOW, post_ids={})
        here = month(NOW - DAY)
        told = ties.read(tx.db, [ACCOUNT], here, here, ties.KINDS)
        us = ties.us_of(tx.db, [ACCOUNT])[ACCOUNT]
        assert us < 0  # the account has no profile in the store yet
        assert {t.target for t in told} == {us}
        assert Counter(t.kind for t in told) == Counter(reaction=2, repost=1, follow=1, quote=1)
        assert ties.who(tx.db, [us])[us].ours
        tx.db.execute("UPDATE interactions SET kind = 'message' WHERE kind = 'quote'")
        tx.db.execute("DELETE FROM interactions WHERE kind = 'follow'")
        assert ties.differences(tx.db) == {}
        told = ties.read(tx.db, [ACCOUNT], here, here, ties.KINDS)
        assert Counter(t.kind for t in told) == Counter(reaction=2, repost=1)
        keep(tx, post(9, 0))  # now it has one
        told = ties.read(tx.db, [ACCOUNT], here, here, ties.KINDS)
        assert {t.target for t in told} == {ties.us_of(tx.db, [ACCOUNT])[ACCOUNT]}
        assert told[0].target > 0

    store.write(run)


def test_a_name_means_who_bears_it_once_they_are_known(store: Store) -> None:
    def run(tx: Tx) -> None:
        account(tx)
        keep(tx, post(1, 1, names=["NAME7", "u8"]))
        span = (month(NOW - 100 * DAY), month(NOW))
        assert ties.read(tx.db, [ACCOUNT], *span) == []
        keep(tx, post(2, 7), post(3, 8))
        told = ties.read(tx.db, [ACCOUNT], *span)
        who = ties.who(tx.db, [t.target for t in told])
        assert sorted(w.handle for w in who.values()) == ["Name7", "Name8"]
        assert {t.kind for t in told} == {"mention"}

    store.write(run)


def test_people_merged_by_hand_are_one(store: Store) -> None:
    def run(tx: Tx) -> None:
        account(tx)
        keep(tx, post(1, 1), post(2, 2, parent=1), post(3, 3, parent=1), post(4, 3, parent=2))
        ids = posts.known(tx.db, "profiles", REALM, ["u1", "u2", "u3"])
        contacts.merge(tx, ids["u2"], ids["u3"], now=NOW)
        span = (month(NOW - 100 * DAY), month(NOW))
        told = ties.read(tx.db, [ACCOUNT], *span)
        assert [(t.source, t.target, t.n) for t in told] == [(ids["u2"], ids["u1"], 2)]
        who = ties.who(tx.db, [ids["u2"], ids["u1"]])
        assert who[ids["u2"]].followers == 50
        contacts.unmerge(tx, ids["u3"])
        assert len(ties.read(tx.db, [ACCOUNT], *span)) == 3

    store.write(run)


def test_other_networks_stay_out_and_nothing_is_nothing(store: Store) -> None:
    def run(tx: Tx) -> None:
        account(tx)
        posts.keep(tx, ACCOUNT, "elsewhere", [post(1, 1), post(2, 2, parent=1)], now=NOW)
        assert ties.read(tx.db, [ACCOUNT], 200001, 203012) == []
        assert ties.read(tx.db, [], 200001, 203012) == []

    store.write(run)


def test_what_is_wrong_is_found_and_made_anew(store: Store) -> None:
    def run(tx: Tx) -> None:
        account(tx)
        keep(tx, post(1, 1), post(2, 2, parent=1), post(3, 3, names=["name1"]))
        tx.db.execute("UPDATE ties SET n = n + 1")
        tx.db.execute("DELETE FROM ties_by_name")
        assert ties.differences(tx.db) == {"ties": 2, "ties_by_name": 1}
        ties.rebuild(tx)
        assert ties.differences(tx.db) == {}

    store.write(run)


def test_the_migration_fills_them_of_what_is_there(store: Store) -> None:
    """The statements of the schema that fill the tables are those that `rebuild` runs."""
    script = (migrations.SCHEMA / "0004.sql").read_text(encoding="utf-8")
    for table, view in ties._TABLES.items():
        assert f"INSERT INTO {table} SELECT * FROM {view};" in script


def test_months() -> None:
    assert ties.months(202511, 202602) == [202511, 202512, 202601, 202602]
    assert ties.next_month(202601, -1) == 202512
    assert ties.month_of(ties.month_start(202602)) == 202602
    assert ties.month_of(ties.month_start(202602) - 1) == 202601


def test_the_first_month_is_found_or_any_that_is_early_enough(store: Store) -> None:
    def run(tx: Tx) -> None:
        assert ties.first_month(tx.db) is None
        tx.db.executemany("INSERT INTO ties VALUES (1, 2, ?, 1)", [(202605,), (202603,)])
        tx.db.execute("INSERT INTO ties_by_name VALUES (1, 'kim', 202602, 1)")
        tx.db.execute("INSERT INTO ties_to_us VALUES (1, 'a', 'reaction', 202604, 1)")
        assert ties.first_month(tx.db) == 202602
        assert ties.first_month(tx.db, before=202602) == 202602
        for month in (202603, 202604, 202606):
            early = ties.first_month(tx.db, before=month)
            assert early is not None and early < month

    store.write(run)
