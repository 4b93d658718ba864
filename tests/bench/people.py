"""People at scale: the list, segments, a card, suggestions (`python -m tests.bench.people`).

Made anew in a temporary folder: 100,000 profiles on two networks, 1,000,000 interactions whose
people follow a long tail, some of them tagged, VIP and merged. Each figure is the middle of three.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from cmapp.domain import segments
from cmapp.domain.people import DAY, StageRules
from cmapp.services import people as cards
from cmapp.store import contacts, ids, roster, same_person, sqlite, words
from cmapp.store.database import Store, Tx
from tests.bench.table import middle

NOW = 1_790_000_000_000
RULES = StageRules()
QUERIES = (
    "", "stage:loyal", "stage:at-risk", "stage:lapsed", "-stage:active", "vip:yes",
    "tag:wholesale", "visits:>30", "merged:yes", "on:bluesky", "since:7d", "ana", "陈曦",
)  # fmt: skip


def fill(store: Store, profiles: int, interactions: int) -> None:
    """Put people and what they did into an empty store."""
    chance = random.Random(1)
    names = ("Ana Lopes", "陈曦", "Jonas Richter", "王磊", "Sofia Pinto", "陳美玲", "Al", "Zoë")

    def people(tx: Tx) -> None:
        for n, realm in enumerate(("mastodon:a", "bluesky")):
            tx.db.execute(
                "INSERT INTO accounts (id, platform, realm, remote_id, server, handle, added_at)"
                " VALUES (?, ?, ?, 'us', 's', 'us', 0)",
                (f"acct{n}", realm.partition(":")[0], realm),
            )
        rows = []
        for n in range(1, profiles + 1):
            realm = "bluesky" if n % 2 else "mastodon:a"
            twin = n if n % 50 else n - 1
            name = f"{names[n % 8]} {twin}"
            handle = f"p{twin}.bsky.social" if n % 2 else f"p{twin}@town.example"
            rows.append((n, realm, f"u{n}", handle, name, f"https://x.example/{n}"))
        tx.db.executemany(
            "INSERT INTO profiles (id, realm, remote_id, handle, name, url, seen_at)"
            " VALUES (?, ?, ?, ?, ?, ?, 0)",
            rows,
        )
        words.add(tx.db, ((r[0], f"{r[4]} {r[3]}") for r in rows), "people_words")

    store.write(people)
    for start in range(0, interactions, 50_000):

        def some(tx: Tx, start: int = start) -> None:
            rows = []
            for k in range(start, min(start + 50_000, interactions)):
                who = 1 + int(profiles * chance.random() ** 2.5)
                at = NOW - 400 * DAY + k * (400 * DAY // interactions)
                rows.append((ids.at(at) + k % 1_000_000, f"acct{1 - who % 2}", f"k{k}", who, at))
            tx.db.executemany(
                "INSERT INTO interactions (id, account_id, remote_key, kind, actor_id, created_at,"
                " seen_at, needs_reply) VALUES (?, ?, ?, 'mention', ?, ?, 0, 1)",
                rows,
            )

        store.write(some)

    def keep(tx: Tx) -> None:
        for who in chance.sample(range(1, profiles), profiles // 100):
            contacts.tag(tx, [who], chance.choice(("wholesale", "press")), now=NOW)
        for who in chance.sample(range(1, profiles), profiles // 200):
            contacts.put(tx, [who], "vip", 1, now=NOW)
        for who in range(1, profiles, 100):
            if contacts.group(tx.db, who) != contacts.group(tx.db, who + 1):
                contacts.merge(tx, who, who + 1, now=NOW)

    store.write(keep)


def timed(store: Store, ask: Callable[[sqlite.Connection], object]) -> float:
    """Return how many ms it takes: the middle of three."""
    took = []
    for _ in range(3):
        began = time.perf_counter()
        store.read(ask)
        took.append((time.perf_counter() - began) * 1e3)
    return middle(took)


def main() -> int:
    profiles = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    interactions = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "cmapp.sqlite3")
        began = time.perf_counter()
        fill(store, profiles, interactions)
        print(f"{profiles:,} profiles, {interactions:,} interactions: made in"
              f" {time.perf_counter() - began:.0f} s")  # fmt: skip
        print("| query | first 60 | how many |\n|---|---:|---:|")
        for typed in QUERIES:
            asked = segments.read(typed, now=NOW)
            page = timed(
                store, lambda db, a=asked: roster.page(db, a, rules=RULES, now=NOW, limit=60)
            )
            total = timed(store, lambda db, a=asked: roster.total(db, a, rules=RULES, now=NOW))
            n = store.read(lambda db, a=asked: roster.total(db, a, rules=RULES, now=NOW))
            print(f"| `{typed}` | {page:.1f} ms | {total:.0f} ms ({n:,}) |")
        for name, who in (("the busiest", 1), ("somebody", profiles // 2)):
            card = timed(store, lambda db, w=who: cards.card(db, w, rules=RULES, now=NOW))
            brief = timed(
                store, lambda db, w=who: cards.card(db, w, rules=RULES, now=NOW, brief=True)
            )
            print(f"card of {name}: {card:.1f} ms; beside a conversation {brief:.1f} ms")
        one = timed(store, lambda db: same_person.of(db, [50]))
        every = timed(store, lambda db: same_person.everywhere(db, most=50))
        print(f"suggestions: for one {one:.1f} ms, everywhere {every:.0f} ms")
        store.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
