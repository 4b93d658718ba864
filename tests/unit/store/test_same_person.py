"""Who may be one person: suggested with reasons, never ours, never twice what was declined."""

from __future__ import annotations

import pytest

from cmapp.domain.people import links_in
from cmapp.domain.records import Profile
from cmapp.store import contacts, posts, same_person
from cmapp.store.database import Store

NOW = 1_790_000_000_000
PAIRS = {
    "page": (
        Profile("1", "ana", "Ana", url="https://www.town.example/@ana/"),
        Profile("2", "someone", "Nobody", url="http://town.example/@ana"),
        ["same_page"],
    ),
    "address": (
        Profile("1", "ana@town.example"), Profile("2", "ana@town.example"),
        ["same_address", "same_handle"],
    ),
    "both": (
        Profile("1", "potter@town.example", bio="also https://b.example/x"),
        Profile("2", "x.b.example", url="https://b.example/x", bio="me: @potter@town.example"),
        ["links_both"],
    ),
    "one": (
        Profile("1", "potter@town.example"),
        Profile("2", "x.b.example", bio="me: @potter@town.example。"),
        ["links_one"],
    ),
    "handle": (
        Profile("1", "ana.lopes@town.example"), Profile("2", "Ana.Lopes.bsky.social"),
        ["same_handle"],
    ),
    "picture": (
        Profile("1", "a1", "陈曦", avatar="https://c.example/1.png"),
        Profile("2", "b2", "陈曦", avatar="https://c.example/1.png"), ["same_name_picture"],
    ),
    "domain": (
        Profile("1", "ana@shop.example", "Ana L"), Profile("2", "hello@shop.example", "ana l"),
        ["same_name_domain"],
    ),
    "name": (Profile("1", "a1", "Ana"), Profile("2", "b2", "Ana"), None),
}  # fmt: skip


def put(store: Store, one: Profile, other: Profile) -> tuple[int, int]:
    def keep(tx):
        a = posts.keep_profiles(tx, "mastodon", [one], now=NOW)
        b = posts.keep_profiles(tx, "bluesky", [other], now=NOW)
        return a["1"], b["2"]

    return store.write(keep)


@pytest.mark.parametrize("name", PAIRS)
def test_each_reason_is_found_from_both_sides_and_everywhere(store, name):
    one, other, reasons = PAIRS[name]
    a, b = put(store, one, other)
    for who, whom in ((a, b), (b, a)):
        found = store.read(lambda db, w=who: same_person.of(db, [w]))
        told = [([r.code for r in s.reasons], s.other.id) for s in found]
        assert told == ([] if reasons is None else [(reasons, whom)])
    every = store.read(same_person.everywhere)
    assert [{s.one.id, s.other.id} for s in every] == ([] if reasons is None else [{a, b}])


def test_what_was_declined_or_merged_is_not_suggested(store):
    a, b = put(store, *PAIRS["address"][:2])
    store.write(lambda tx: contacts.not_same(tx, b, a, now=NOW))
    assert store.read(lambda db: same_person.of(db, [a])) == []
    assert store.read(same_person.everywhere) == []
    store.write(lambda tx: contacts.may_be_same(tx, a, b))
    assert store.read(lambda db: len(same_person.of(db, [a]))) == 1
    store.write(lambda tx: contacts.merge(tx, a, b, now=NOW))
    assert store.read(same_person.everywhere) == []


def test_a_link_that_left_the_bio_is_no_reason(store):
    a, _b = put(store, *PAIRS["one"][:2])
    bare = Profile("2", "x.b.example", bio="nothing")
    store.write(lambda tx: posts.keep_profiles(tx, "bluesky", [bare], now=NOW))
    assert store.read(lambda db: same_person.of(db, [a])) == []


def test_a_name_that_many_have_suggests_nobody(store):
    crowd = [Profile(f"u{n}", f"info@town{n}.example", "Info") for n in range(20)]
    store.write(lambda tx: posts.keep_profiles(tx, "mastodon", crowd, now=NOW))
    store.write(lambda tx: posts.keep_profiles(tx, "bluesky", crowd, now=NOW))
    for found in store.read(same_person.everywhere):
        assert "same_address" in [r.code for r in found.reasons]


def test_links_are_read_from_plain_text():
    assert links_in("我的博客：https://Town.example/@ana，或 @ana@b.example！") == {
        "town.example/@ana", "@ana@b.example",
    }  # fmt: skip
    assert links_in("mail me@x.example") == set()
    assert links_in(None) == set()


def test_candidates_come_from_indexes(store):
    told: list[str] = []

    def look(db):
        db.set_trace_callback(told.append)
        same_person._candidates(db, same_person._faces(db, [a])[0])
        db.set_trace_callback(None)
        for sql in told:
            if sql.startswith("SELECT id FROM profiles") or "profile_links WHERE" in sql:
                plan = [r[3] for r in db.execute(f"EXPLAIN QUERY PLAN {sql}")]
                assert all("SCAN" not in line for line in plan), (sql, plan)

    a, _ = put(store, *PAIRS["both"][:2])
    store.read(look)
    assert len(told) > 4
