"""A page that is stored at once leaves what its records leave when they come one by one."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cmapp.domain.records import Interaction, Kind, Post, Profile, Record, said
from cmapp.services import syncing
from cmapp.store import accounts, ids, words
from cmapp.store.database import Store

NOW = 1_790_000_000_000
ME = Profile("me", "shop@town.example", "The shop")
PEOPLE = [Profile(f"u{n}", f"u{n}@town.example", f"Person {n}") for n in range(4)]


@pytest.fixture
def stores(tmp_path: Path) -> Any:
    opened = [Store.open(tmp_path / name / "cmapp.sqlite3") for name in ("whole", "single")]
    for store in opened:
        store.write(
            lambda tx: tx.db.execute(
                "INSERT INTO accounts (id, platform, realm, remote_id, server, handle, added_at)"
                " VALUES ('acc', 'mastodon', 'mastodon:town.example', 'me', '', 'shop', 0)"
            )
        )
    yield opened
    for store in opened:
        store.close()


def a_page(chance: random.Random) -> list[Record]:
    """Posts, answers of ours, likes; some told twice, some under another kind or changed."""
    records: list[Record] = []
    said_so_far: list[Post] = [Post("o1", ME, "ours", NOW - 100_000)]
    records.append(said_so_far[0])
    for n in range(chance.randint(1, 14)):
        parent = chance.choice(said_so_far).remote_id
        match chance.randrange(6):
            case 0:
                post = Post(f"r{n}", ME, f"our answer {n}", NOW - 50_000 + n, parent=parent)
                records.append(post)
            case 1:
                actor = chance.choice(PEOPLE)
                records.append(
                    Interaction(
                        f"like:{actor.remote_id}:{parent}",
                        Kind.REACTION,
                        actor,
                        NOW - 9,
                        target=parent,
                    )
                )
                continue
            case 2 if len(records) > 1:
                again = chance.choice(records)
                if isinstance(again, Interaction) and again.post is not None:
                    records.append(replace(again, kind=chance.choice([Kind.MESSAGE, Kind.REPLY])))
                continue
            case _:
                post = Post(
                    f"p{n}",
                    chance.choice(PEOPLE),
                    f"text {n} 退款",
                    NOW - 80_000 + n,
                    parent=parent,
                )
                records.append(said(post, chance.choice([Kind.MENTION, Kind.REPLY, Kind.COMMENT])))
        said_so_far.append(post)
    return records


def left(store: Store) -> list[list[tuple[Any, ...]]]:
    queries = (
        """SELECT i.id, i.remote_key, i.kind, a.remote_id, i.post_id, i.target_ref, i.state,
             i.first_reply_at, i.needs_reply
           FROM interactions i JOIN profiles a ON a.id = i.actor_id ORDER BY i.id""",
        "SELECT id, remote_id, text, parent_ref, deleted_at FROM posts ORDER BY id",
        "SELECT rowid FROM post_words WHERE post_words MATCH '\"退款\"' ORDER BY rowid",
    )
    return store.read(lambda db: [[tuple(r) for r in db.execute(q)] for q in queries])


@pytest.mark.parametrize("seed", range(25))
def test_a_page_at_once_is_its_records_one_by_one(stores: list[Store], seed: int) -> None:
    whole, single = stores
    chance = random.Random(seed)
    account = whole.read(lambda db: accounts.by_id(db, "acc"))
    assert account is not None
    for _ in range(2):
        page = a_page(chance)
        whole.write(lambda tx, page=page: syncing.keep(tx, account, page, now=NOW))
        for record in page:
            single.write(lambda tx, one=record: syncing.keep(tx, account, [one], now=NOW))
    assert left(whole) == left(single)


def test_two_rows_that_want_one_id_both_get_one(stores: list[Store]) -> None:
    def ask(tx: Any) -> tuple[dict[str, int], dict[str, int]]:
        first = ids.free(tx.db, "profiles", {"a": 7, "b": 7})
        for key, number in first.items():
            tx.db.execute(
                "INSERT INTO profiles (id, realm, remote_id, handle, seen_at)"
                " VALUES (?, '', ?, '', 0)",
                (number, key),
            )
        return first, ids.free(tx.db, "profiles", {"c": 6, "d": 7, "e": 6})

    first, then = stores[0].write(ask)
    assert sorted(first.values()) == [7, 8]
    assert sorted(then.values()) == [6, 9, 10]


def test_a_text_of_ascii_is_folded_and_split_like_any_other() -> None:
    plain = "".join(chr(n) for n in range(128)) + " Don't STOP_me 4U"
    assert words.fold(plain) + "é" == words.fold(plain + "é")
    assert words.split(plain) + " é" == words.split(plain + " é")


def test_two_that_claim_one_post_are_both_kept(stores: list[Store]) -> None:
    """A server may say so; no page fails for it."""
    account = stores[0].read(lambda db: accounts.by_id(db, "acc"))
    assert account is not None
    page = [
        Interaction(f"n{n}", Kind.MENTION, who, NOW - 9, post=Post("p", who, f"text {n}", NOW - 9))
        for n, who in enumerate(PEOPLE[:2])
    ]
    new, _ = stores[0].write(lambda tx: syncing.keep(tx, account, page, now=NOW))
    assert len(new) == 2
