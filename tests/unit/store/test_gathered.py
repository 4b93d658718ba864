"""What posts got is kept, and is what is counted, whatever is done to the rows behind it."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from cmapp.services import figures
from cmapp.store import gathered, own_posts
from tests.support import posted
from tests.support.posted import DAY, NOW

CHANGES = (
    "UPDATE interactions SET kind = 'reaction' WHERE id = :item",
    "UPDATE interactions SET created_at = created_at + 259200000 WHERE id = :item",
    "UPDATE interactions SET target_ref = :ref WHERE id = :item",
    "UPDATE interactions SET target_ref = NULL WHERE id = :item",
    "UPDATE interactions SET post_id = :post WHERE id = :item",
    "UPDATE interactions SET post_id = NULL, target_ref = NULL WHERE id = :item",
    "DELETE FROM interactions WHERE id = :item",
    "UPDATE posts SET parent_ref = :ref WHERE id = :post AND parent_ref IS NOT NULL",
    "DELETE FROM posts WHERE id = :post AND parent_ref IS NOT NULL",
    "UPDATE OR IGNORE posts SET created_at = created_at - 86400000 WHERE id = :own",
)


@pytest.mark.parametrize("seed", range(6))
def test_what_is_kept_is_what_is_counted_after_each_change(seed: int) -> None:
    chance = random.Random(seed)
    with posted.empty() as db:
        posted.accounts(db, 2)
        refs = []
        for n in range(8):
            at = NOW - (4 + n) * DAY
            refs.append(posted.post(db, n % 2, at))
            for k in range(chance.randrange(1, 9)):
                posted.deed(db, n % 2, at + chance.randrange(3 * DAY), chance.choice(
                    ("reaction", "repost", "comment", "reply", "mention", "follow")),
                    f"u{chance.randrange(5)}", text=f"word {k}", **chance.choice(
                        ({"target": refs[-1]}, {"parent": refs[-1]},
                         {"target": refs[-1], "parent": refs[-1]})))  # fmt: skip
        accounts = [r[0] for r in db.execute("SELECT id FROM accounts")]
        mine = own_posts.made(db, accounts, 0, NOW)
        assert len(mine) == 8
        seen = 0
        for _ in range(60):
            tx: Any = type("Tx", (), {"db": db})()
            gathered.keep(tx, gathered.due(db, now=NOW))
            seen = max(seen, db.execute("SELECT count(*) FROM gathered").fetchone()[0])
            one = {
                "item": pick(db, chance, "SELECT id FROM interactions"),
                "ref": pick(db, chance, "SELECT remote_id FROM posts"),
                "post": pick(db, chance, "SELECT id FROM posts WHERE parent_ref IS NOT NULL"),
                "own": chance.choice(mine).id,
            }
            change = chance.choice(CHANGES)
            db.execute(change, {k: v for k, v in one.items() if f":{k}" in change})
            mine = own_posts.made(db, accounts, 0, NOW)
            counted = own_posts.counts(db, mine, within=gathered.WITHIN)
            kept = gathered.counts(db, mine)
            assert {p: +n for p, n in kept.items()} == {p: +n for p, n in counted.items()}, change
        assert seen >= 7 and sum(n.total() for n in counted.values()) > 0
        assert gathered.differing(db, accounts, 0, NOW) == []


def pick(db: Any, chance: random.Random, query: str) -> Any:
    found = [r[0] for r in db.execute(query)]
    return chance.choice(found) if found else None


def test_a_row_that_is_wrong_is_found_and_made_anew(tmp_path: Path) -> None:
    with posted.empty() as db:
        posted.accounts(db, 1)
        on = posted.post(db, 0, NOW - 5 * DAY)
        posted.deed(db, 0, NOW - 5 * DAY + 60_000, "reaction", "u1", target=on)
        tx: Any = type("Tx", (), {"db": db})()
        gathered.keep(tx, gathered.due(db, now=NOW))
        assert figures.examine(db)["ties"] == {}
        db.execute("UPDATE gathered SET counts = '{\"reaction\": 7}'")
        assert figures.examine(db)["ties"] == {"gathered": 1}


def test_a_span_that_ends_just_now_is_kept() -> None:
    with posted.empty() as db:
        posted.accounts(db, 1)
        posted.post(db, 0, NOW - gathered.WITHIN)
        assert len(gathered.due(db, now=NOW)) == 1
        assert gathered.due(db, now=NOW - 1) == []
