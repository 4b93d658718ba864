"""Merging moves no row; unmerging leaves every row as it was; what is stated is never lost."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmapp.domain.errors import Missing, Rejected
from cmapp.domain.people import SOURCES
from cmapp.domain.records import Interaction, Kind, Profile
from cmapp.store import contacts, inbox, people, posts, sqlite
from cmapp.store.database import Store, Tx

NOW = 1_790_000_000_000
DAY = 86_400_000
TABLES = ("contacts", "contact_facts", "contact_tags", "notes", "profiles", "visits",
          "not_the_same", "profile_changes", "interactions")  # fmt: skip


def dump(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every row that a merge could touch, with its rowid or key, byte for byte."""

    def look(db: sqlite.Connection) -> dict[str, list[tuple[Any, ...]]]:
        return {
            t: sorted((tuple(r) for r in db.execute(f"SELECT * FROM {t}")), key=repr)
            for t in TABLES
        }

    return store.read(look)


def people_of(store: Store, *handles: str, realm: str = "one") -> list[int]:
    made = [Profile(h, h, h.title(), bio=f"I am {h}", followers=5) for h in handles]
    kept = store.write(lambda tx: posts.keep_profiles(tx, realm, made, now=NOW))
    return [kept[h] for h in handles]


def fill(store: Store, who: int, *, value: str, vip: int = 0, stage: str | None = None) -> None:
    def put(tx: Tx) -> None:
        contacts.add_fact(tx, who, "City", value, source="hand", at=NOW, now=NOW)
        contacts.tag(tx, [who], f"tag-{value}", now=NOW)
        contacts.add_note(tx, who, f"a note on {value}", author="me", at=NOW)
        if vip:
            contacts.put(tx, [who], "vip", 1, now=NOW)
        if stage:
            contacts.put(tx, [who], "stage", stage, now=NOW)

    store.write(put)


def merge(store: Store, into: int, other: int) -> contacts.Merged:
    return store.write(lambda tx: contacts.merge(tx, into, other, now=NOW))


def unmerge(store: Store, who: int) -> tuple[int, int]:
    return store.write(lambda tx: contacts.unmerge(tx, who))


def group(store: Store, who: int) -> tuple[int, ...]:
    return store.read(lambda db: contacts.group(db, who))


def test_unmerging_restores_every_row_byte_for_byte(store):
    one, other, _ = people_of(store, "ana", "ana2", "zoe")
    fill(store, one, value="Lisbon", vip=1)
    fill(store, other, value="Porto", stage="loyal")
    before = dump(store)
    merge(store, one, other)
    assert dump(store) != before
    assert group(store, one) == group(store, other) == (one, other)
    assert unmerge(store, other) == (one, other)
    assert dump(store) == before


def test_merging_people_without_anything_kept_leaves_nothing_behind(store):
    one, other = people_of(store, "ana", "ana2")
    before = dump(store)
    merge(store, one, other)
    unmerge(store, other)
    assert dump(store) == before


def test_a_merge_with_different_values_keeps_both_and_names_them(store):
    one, other = people_of(store, "ana", "ana2")
    fill(store, one, value="Lisbon")
    fill(store, other, value="Porto")
    store.write(
        lambda tx: contacts.add_fact(tx, other, "city", "Lisbon", source="bio", at=1, now=NOW)
    )
    found = merge(store, one, other)
    assert [(c.name, c.values) for c in found.clashes] == [("city", ("Lisbon", "Porto"))]
    kept = store.read(lambda db: contacts.facts(db, contacts.group(db, one)))
    assert sorted((f.value, f.source, f.profile_id) for f in kept) == [
        ("Lisbon", "bio", other),
        ("Lisbon", "hand", one),
        ("Porto", "hand", other),
    ]


def test_a_merge_of_what_agrees_has_no_clash(store):
    one, other = people_of(store, "ana", "ana2")
    for who in (one, other):
        fill(store, who, value="Lisbon")
    assert merge(store, one, other).clashes == ()


def test_edits_made_while_merged_stay_with_where_they_were_written(store):
    one, other = people_of(store, "ana", "ana2")
    fill(store, one, value="Lisbon")
    fill(store, other, value="Porto")
    before = dump(store)
    merge(store, one, other)

    def edit(tx: Tx) -> None:
        contacts.add_fact(tx, other, "job", "potter", source="bio", at=NOW, now=NOW)
        contacts.add_note(tx, one, "likes blue", author="me", at=NOW + 1)

    store.write(edit)
    unmerge(store, other)
    after = dump(store)
    assert next(r for r in after["contact_facts"] if r not in before["contact_facts"])[2:4] == (
        "job",
        "potter",
    )
    assert [f.value for f in store.read(lambda db: contacts.facts(db, [other]))] == [
        "Porto",
        "potter",
    ]
    assert next(n.text for n in store.read(lambda db: contacts.notes(db, [one]))) == "likes blue"
    for table in ("contacts", "profiles", "contact_tags", "visits"):
        assert after[table] == before[table]


def test_a_chain_parts_where_it_was_joined(store):
    a, b, c = people_of(store, "a", "b", "c")
    merge(store, b, c)
    joined = dump(store)
    merge(store, a, b)
    assert group(store, c) == (a, b, c)
    unmerge(store, b)
    assert group(store, b) == group(store, c) == (b, c)
    assert group(store, a) == (a,)
    assert dump(store) == joined
    merge(store, a, c)  # by whichever identity: the whole person comes along
    assert group(store, b) == (a, b, c)
    unmerge(store, c)
    assert group(store, c) == (c,)
    assert group(store, b) == (a, b)


def test_a_root_with_one_identity_lets_it_go(store):
    a, b, c = people_of(store, "a", "b", "c")
    merge(store, a, b)
    assert unmerge(store, a) == (a, b)
    merge(store, a, b)
    merge(store, a, c)
    with pytest.raises(Rejected) as refused:
        unmerge(store, a)  # which of the two?
    assert refused.value.why == "not_merged"


def test_circles_and_repeats_are_refused(store):
    a, b, c = people_of(store, "a", "b", "c")
    merge(store, a, b)
    merge(store, b, c)
    before = dump(store)
    for into, other, why in (
        (a, a, "same_person"), (a, b, "already_merged"), (c, a, "already_merged"),
        (b, a, "already_merged"), (a, c, "already_merged"),
    ):  # fmt: skip
        with pytest.raises(Rejected) as refused:
            merge(store, into, other)
        assert refused.value.why == why
    with pytest.raises(Missing):
        merge(store, a, 999)
    with pytest.raises(Rejected):
        unmerge(store, people_of(store, "d")[0])
    assert [r for r in dump(store)["contacts"]] == before["contacts"]


@settings(max_examples=40, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(steps=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=12))
def test_any_merges_taken_back_in_turn_leave_no_trace(store, steps):
    who = people_of(store, "a", "b", "c", "d", "e")
    fill(store, who[0], value="Lisbon") if not store.read(
        lambda db: contacts.facts(db, who)
    ) else None
    before = dump(store)
    done = []
    for into, other in steps:
        try:
            done.append((merge(store, who[into], who[other]).root, dump(store)))
        except Rejected:
            continue
        rows = dump(store)["contacts"]
        for profile in who:  # what is derived agrees with the pointers
            assert len({group(store, p) for p in group(store, profile)}) == 1
        assert len({r[0] for r in rows}) == len(rows)
    while done:
        root, _ = done.pop()
        unmerge(store, root)
        assert dump(store) == (done[-1][1] if done else before)


def test_what_is_set_and_taken_back_leaves_no_trace(store):
    one, other = people_of(store, "ana", "ana2")
    empty = dump(store)
    for name, value in (("vip", 1), ("muted", 1), ("stage", "loyal"), ("name", "Ana")):
        was = store.write(lambda tx, n=name, v=value: contacts.put(tx, [one], n, v, now=NOW))
        assert was == [[one, contacts.KEPT[name]]]
        store.write(lambda tx, n=name, w=was: contacts.put_back(tx, n, w, now=NOW))
        assert dump(store) == empty
    fill(store, one, value="Lisbon", vip=1)
    fill(store, other, value="Porto", vip=1)
    merge(store, one, other)
    both = dump(store)
    was = store.write(lambda tx: contacts.put(tx, [one], "vip", 0, now=NOW))
    assert not store.read(lambda db: people.kept(db, contacts.group(db, other))).vip
    store.write(lambda tx: contacts.put_back(tx, "vip", was, now=NOW))
    assert dump(store) == both


def test_a_tag_is_had_once_and_taken_from_all(store):
    one, other = people_of(store, "ana", "ana2")
    store.write(lambda tx: contacts.tag(tx, [other], "Wholesale", now=NOW))
    merge(store, one, other)
    before = dump(store)
    assert store.write(lambda tx: contacts.tag(tx, [one], "wholesale", now=NOW)) == []
    assert store.write(lambda tx: contacts.untag(tx, [one], "WHOLESALE")) == [other]
    store.write(lambda tx: contacts.tag_back(tx, [other], "Wholesale", now=NOW))
    assert dump(store) == before


def test_the_person_is_a_vip_in_the_inbox_by_whichever_identity(store):
    one, other = people_of(store, "ana", "ana2")

    def wrote(tx: Tx) -> None:
        tx.db.execute(
            "INSERT INTO accounts (id, platform, realm, remote_id, server, handle, added_at)"
            " VALUES ('a', 'demo', 'one', 'us', 's', 'us', 0)"
        )
        inbox.keep(
            tx, "a", "one",
            [Interaction("f:1", Kind.FOLLOW, Profile("ana2", "ana2"), NOW)], now=NOW, post_ids={},
        )  # fmt: skip

    store.write(wrote)
    store.write(lambda tx: contacts.put(tx, [one], "vip", 1, now=NOW))
    item = store.read(lambda db: db.execute("SELECT id FROM interactions").fetchone()[0])
    vip = lambda: store.read(lambda db: inbox.by_id(db, item)).vip  # noqa: E731
    assert not vip()
    merge(store, other, one)
    assert vip()


def test_no_place_for_what_was_guessed(store):
    """CP-02: every column about a person is the platform's, a person's hand, or a count."""
    known = {
        "contacts": {"id", "name", "merged_into", "person", "vip", "muted", "stage", "looked_at",
                     "made_at"},
        "contact_facts": {"id", "contact_id", "name", "value", "source", "at"},
        "profiles": {"id", "realm", "remote_id", "handle", "name", "bio", "avatar", "url",
                     "followers", "seen_at", "contact_id"},
        "visits": {"profile_id", "first_at", "last_at", "days", "items"},
    }  # fmt: skip
    for table, columns in known.items():
        found = store.read(
            lambda db, t=table: {r[1] for r in db.execute(f"PRAGMA table_info({t})")}
        )
        assert found == columns, "may a person be described by this? (CP-02)"
    assert SOURCES == ("hand", "bio", "item")


def test_changes_of_a_profile_are_kept_and_what_came_back_is_not_told(store):
    who = people_of(store, "ana")[0]

    def told(at: int, **what: Any) -> None:
        known = {"bio": "I am ana", "followers": 5, "name": "Ana", **what}
        one = Profile("ana", known.pop("handle", "ana"), **known)
        store.write(lambda tx: posts.keep_profiles(tx, "one", [one], now=at))

    def changes(since: int = 0) -> list[tuple[str, str | None, str | None]]:
        found = store.read(lambda db: people.changes(db, [who], since=since))
        return [(c.field, c.before, c.after) for c in found]

    told(NOW + 1, bio="Now a potter", followers=9)
    assert changes() == []  # nobody we keep: only what they are called is noted
    told(NOW + 2, bio="Now a potter", followers=9, name="Ana Lopes", handle="ana.lopes")
    assert sorted(changes()) == [("handle", "ana", "ana.lopes"), ("name", "Ana", "Ana Lopes")]
    store.write(lambda tx: contacts.put(tx, [who], "vip", 1, now=NOW + 3))
    store.write(lambda tx: contacts.look(tx, who, now=NOW + 3))
    for at, followers in ((4, 12), (5, 15), (6, 14)):
        told(NOW + at, bio="Potter", followers=followers, name="Ana Lopes", handle="ana.lopes",
             avatar=f"https://x.example/a.png?{at}")  # fmt: skip
    assert changes(NOW + 3) == [("followers", "9", "14"), ("bio", "Now a potter", "Potter")]
    told(NOW + 7, bio="Potter", followers=9, name="Ana Lopes", handle="ana.lopes",
         avatar="https://x.example/b.png")  # fmt: skip
    assert [c[0] for c in changes(NOW + 3)] == ["avatar", "bio"]


def test_visits_are_the_days_of_the_interactions(store):
    chance = [0, 1, DAY - 1, DAY, 5 * DAY, 5 * DAY, 9 * DAY + 3]
    start = NOW // DAY * DAY - 20 * DAY

    def wrote(tx: Tx) -> None:
        tx.db.execute(
            "INSERT INTO accounts (id, platform, realm, remote_id, server, handle, added_at)"
            " VALUES ('a', 'demo', 'one', 'us', 's', 'us', 0)"
        )
        found = [
            Interaction(f"f:{n}", Kind.FOLLOW, Profile("ana", "ana"), start + at)
            for n, at in enumerate(chance)
        ]
        inbox.keep(tx, "a", "one", found, now=NOW, post_ids={})

    store.write(wrote)

    def agree() -> list[tuple[int, ...]]:
        kept = store.read(lambda db: [tuple(r) for r in db.execute("SELECT * FROM visits")])
        counted = store.read(
            lambda db: [
                tuple(r)
                for r in db.execute(
                    "SELECT actor_id, min(created_at), max(created_at),"
                    " count(DISTINCT date(created_at / 1000, 'unixepoch')), count(*)"
                    " FROM interactions GROUP BY actor_id"
                )
            ]
        )
        assert kept == counted
        return kept

    assert agree()[0][3:] == (4, 7)
    for _ in chance:
        store.write(
            lambda tx: tx.db.execute(
                "DELETE FROM interactions WHERE id IN"
                " (SELECT id FROM interactions ORDER BY remote_key DESC LIMIT 1)"
            )
        )
        agree()
    assert agree() == []
