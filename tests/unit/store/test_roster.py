"""A segment finds whom its plain meaning names: compared with a count by hand over every row."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from cmapp.domain import segments
from cmapp.domain.people import DAY, Seen, StageRules, stage_of
from cmapp.domain.records import Interaction, Kind, Profile
from cmapp.store import contacts, inbox, people, posts, roster, sqlite
from cmapp.store.database import Store, Tx

NOW = 1_790_000_000_000
RULES = StageRules()
NAMES = ("Ana Lopes", "陈曦", "陳美玲", "Jonas", "zoë", "王磊", "Al Berg", "")


@dataclass
class One:
    """A person as the oracle counts them."""

    root: int
    members: set[int]
    realms: set[str]
    words: str
    times: list[int] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)
    facts: set[tuple[str, str]] = field(default_factory=set)
    notes: int = 0
    vip: bool = False
    muted: bool = False
    hand: str | None = None

    @property
    def days(self) -> set[int]:
        return {t // DAY for t in self.times}

    @property
    def stage(self) -> str | None:
        since = people.lately_from(RULES, NOW)
        lately = len({t // DAY for t in self.times if t >= since})
        first, last = min(self.times, default=None), max(self.times, default=None)
        return self.hand or stage_of(Seen(first, last, len(self.days), lately), RULES, now=NOW)[0]


def crowd(store: Store, seed: int) -> None:
    """A hundred people on two networks, merged, tagged and set at random."""
    chance = random.Random(seed)

    def make(tx: Tx) -> None:
        for n, realm in enumerate(("mastodon:a", "bluesky")):
            tx.db.execute(
                "INSERT INTO accounts (id, platform, realm, remote_id, server, handle, added_at)"
                " VALUES (?, ?, ?, 'us', 's', 'us', 0)",
                (f"acct{n}", realm.partition(":")[0], realm),
            )
            them = [
                Profile(f"u{k}", f"p{k}{chance.choice('abc')}@x.example", chance.choice(NAMES))
                for k in range(50)
            ]
            kept = posts.keep_profiles(tx, realm, [*them, Profile("us", "us")], now=NOW)
            found = []
            for k in range(300):
                who = chance.choice(them[:40])
                at = NOW - int(chance.random() ** 3 * 300 * DAY)
                found.append(Interaction(f"f:{k}", Kind.FOLLOW, who, at))
            for day in range(8):
                found.append(Interaction(f"d:{day}", Kind.FOLLOW, them[0], NOW - day * DAY))
            found.append(Interaction("us", Kind.FOLLOW, Profile("us", "us"), NOW))
            inbox.keep(tx, f"acct{n}", realm, found, now=NOW, post_ids={})
            for who in kept.values():
                roll = chance.random()
                if roll < 0.15:
                    contacts.tag(tx, [who], chance.choice(("Wholesale", "press")), now=NOW)
                elif roll < 0.3:
                    contacts.put(tx, [who], "vip", 1, now=NOW)
                elif roll < 0.4:
                    contacts.put(tx, [who], "stage", chance.choice(("loyal", "new")), now=NOW)
                elif roll < 0.5:
                    contacts.add_fact(
                        tx, who, "City", chance.choice(("Lisbon", "Porto")), source="hand",
                        at=NOW, now=NOW,
                    )  # fmt: skip
                elif roll < 0.55:
                    contacts.add_note(tx, who, "a note", author="me", at=NOW)
                elif roll < 0.6:
                    contacts.put(tx, [who], "muted", 1, now=NOW)
                elif roll < 0.65:
                    contacts.put(tx, [who], "name", "Dr. 貝", now=NOW)
        every = [r[0] for r in tx.db.execute("SELECT id FROM profiles WHERE remote_id <> 'us'")]
        for _ in range(25):
            one, other = chance.sample(every, 2)
            if contacts.group(tx.db, one) != contacts.group(tx.db, other):
                contacts.merge(tx, one, other, now=NOW)

    store.write(make)


def counted(db: sqlite.Connection) -> list[One]:
    """Every person with everything that a query may ask, straight from the tables."""
    found: dict[int, One] = {}
    ours = {r[0] for r in db.execute("SELECT id FROM profiles WHERE remote_id = 'us'")}
    kept = {r["id"]: r for r in db.execute("SELECT * FROM contacts")}

    def top(contact: int) -> int:
        while kept[contact]["merged_into"] is not None:
            contact = kept[contact]["merged_into"]
        return contact

    profiles = db.execute("SELECT * FROM profiles").fetchall()
    of_contact = {p["contact_id"]: p["id"] for p in profiles if p["contact_id"]}
    for p in profiles:
        if p["id"] in ours:
            continue
        root = of_contact[top(p["contact_id"])] if p["contact_id"] else p["id"]
        one = found.setdefault(root, One(root, set(), set(), ""))
        one.members.add(p["id"])
        one.realms.add(p["realm"])
        one.words += f" {p['name']} {p['handle']}"
        one.times += [
            r[0]
            for r in db.execute(
                "SELECT created_at FROM interactions WHERE actor_id = ?", (p["id"],)
            )
        ]
        contact = kept.get(p["contact_id"])
        if contact is not None:
            one.vip |= bool(contact["vip"])
            one.muted |= bool(contact["muted"])
            one.words += f" {contact['name']}"
            key = (contact["id"],)
            one.tags |= {
                r[0].lower()
                for r in db.execute("SELECT tag FROM contact_tags WHERE contact_id = ?", key)
            }
            facts = db.execute("SELECT name, value FROM contact_facts WHERE contact_id = ?", key)
            one.facts |= {(r[0].lower(), r[1].lower()) for r in facts}
            one.notes += len(db.execute("SELECT 1 FROM notes WHERE contact_id = ?", key).fetchall())
    for one in found.values():
        stages = [
            (m != one.root, m, kept[c]["stage"])
            for c, m in of_contact.items()
            if m in one.members and kept[c]["stage"]
        ]
        one.hand = min(stages)[2] if stages else None
        for _, value in one.facts:
            one.words += f" {value}"
    return [
        o for o in found.values() if o.times or any(m in of_contact.values() for m in o.members)
    ]


MEANS: dict[str, Callable[[One], Any]] = {
    "": lambda o: True,
    "stage:loyal": lambda o: o.stage == "loyal",
    "stage:new,at-risk": lambda o: o.stage in ("new", "at-risk"),
    "-stage:lapsed": lambda o: o.stage != "lapsed",
    "阶段:活跃": lambda o: o.stage == "active",
    "stage:none": lambda o: o.stage is None,
    "vip:yes": lambda o: o.vip,
    "vip:no": lambda o: not o.vip,
    "-vip:yes tag:press": lambda o: not o.vip and "press" in o.tags,
    "muted:yes": lambda o: o.muted,
    "tag:WHOLESALE": lambda o: "wholesale" in o.tags,
    "tag:wholesale,press visits:>3": lambda o: o.tags and len(o.days) > 3,
    "visits:>3": lambda o: len(o.days) > 3,
    "visits:<=2 items:>=3": lambda o: len(o.days) <= 2 and len(o.times) >= 3,
    "visits:0": lambda o: not o.times,
    "since:30d": lambda o: any(t >= NOW - 30 * DAY for t in o.times),
    "before:90d": lambda o: not any(t >= NOW - 90 * DAY for t in o.times),
    "first:60d": lambda o: o.times and min(o.times) >= NOW - 60 * DAY,
    "on:mastodon": lambda o: "mastodon:a" in o.realms,
    "on:mastodon on:bluesky": lambda o: len(o.realms) == 2,
    "merged:yes": lambda o: len(o.members) > 1,
    "fact:city": lambda o: o.facts,
    "fact:city=lisbon": lambda o: ("city", "lisbon") in o.facts,
    "has:fact,note": lambda o: o.facts or o.notes,
    "-has:note": lambda o: not o.notes,
    "陈": lambda o: "陈" in o.words or "陳" in o.words,
    "jonas": lambda o: "Jonas" in o.words,
    "lisbon": lambda o: "lisbon" in o.words,
    "贝": lambda o: "貝" in o.words,
    "jonas OR stage:loyal": lambda o: "Jonas" in o.words or o.stage == "loyal",
    "-(vip:yes OR tag:press)": lambda o: not (o.vip or "press" in o.tags),
}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_segment_equals_the_count_by_hand(store, seed):
    crowd(store, seed)

    def compare(db: sqlite.Connection) -> None:
        everyone = counted(db)
        assert sum(len(o.members) > 1 for o in everyone) > 5
        for typed, means in MEANS.items():
            asked = segments.read(typed, now=NOW)
            assert asked.notes == (), typed
            wanted = sorted(o.root for o in everyone if means(o))
            found = roster.every(db, asked, rules=RULES, now=NOW)
            assert sorted(found) == wanted, typed
            assert roster.total(db, asked, rules=RULES, now=NOW) == len(wanted)
        rows = [
            r for r in roster.page(db, segments.read("", now=NOW), rules=RULES, now=NOW, limit=500)
        ]
        by_root = {o.root: o for o in everyone}
        for row in rows:
            one = by_root[row.root]
            assert (row.days, row.items) == (len(one.days), len(one.times))
            assert row.last_at == max(one.times, default=0)
            assert row.first_at == min(one.times, default=None)
            assert (row.stage, row.by_hand) == (one.stage, one.hand is not None)
            assert (row.vip, row.muted, row.identities) == (one.vip, one.muted, len(one.members))
            assert {t.lower() for t in row.tags} == one.tags
        assert [r.last_at for r in rows] == sorted((r.last_at for r in rows), reverse=True)

    store.read(compare)


def test_pages_follow_each_other_without_gap_or_repeat(store):
    crowd(store, 4)

    def walk(db: sqlite.Connection) -> None:
        asked = segments.read("-stage:lapsed", now=NOW)
        whole = roster.every(db, asked, rules=RULES, now=NOW)
        found, after = [], None
        while rows := roster.page(db, asked, rules=RULES, now=NOW, limit=7, after=after):
            found += [r.root for r in rows]
            after = rows[-1].place
        assert found == whole

    store.read(walk)


def test_what_cannot_be_read_is_looked_for_as_words():
    asked = segments.read("stage:gold visits:many 陶艺", now=NOW)
    assert [n.code for n in asked.notes] == ["unknown_value", "unknown_value"]
    assert len(list(asked.words())) == 3


def test_the_first_page_reads_no_more_than_it_shows(store):
    crowd(store, 5)

    def plan(db: sqlite.Connection) -> None:
        told: list[str] = []
        db.set_trace_callback(told.append)
        roster.page(db, segments.read("", now=NOW), rules=RULES, now=NOW)
        db.set_trace_callback(None)
        (sql,) = [t for t in told if "FROM visits v" in t and "ORDER BY" in t][:1]
        lines = [r[3] for r in db.execute(f"EXPLAIN QUERY PLAN {sql}")]
        assert any("visits_by_last" in line for line in lines)
        assert not any("TEMP B-TREE FOR ORDER BY" in line for line in lines[:1])
        assert not any(line.startswith("SCAN p") for line in lines)

    store.read(plan)
