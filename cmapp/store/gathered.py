"""What posts of ours got in their first 48 hours, kept once these are over.

Charts on posts ask for it again and again, and it seldom changes any more. A row says what
`own_posts.counts` says of the post; triggers drop it in the transaction of whatever would change it
(`schema/0005.sql`), and the engine makes it anew in idle time. What has no row is counted.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from cmapp.store import ids, own_posts, sqlite
from cmapp.store.database import Tx
from cmapp.store.own_posts import OwnPost

WITHIN = 48 * 3_600_000
"""The span that is kept (ms)."""
_PIECE = 200


def counts(db: sqlite.Connection, posts: Sequence[OwnPost]) -> dict[int, Counter[str]]:
    """Return by post how many of each kind were directed at it within `WITHIN`."""
    known = _known(db, posts)
    return known | own_posts.counts(db, [p for p in posts if p.id not in known], within=WITHIN)


def _known(db: sqlite.Connection, posts: Sequence[OwnPost]) -> dict[int, Counter[str]]:
    asked = json.dumps([[p.id, p.account, p.remote_id] for p in posts])
    found = db.execute(
        """SELECT j.value ->> 0, g.counts FROM json_each(?) j CROSS JOIN gathered g
             ON g.account_id = j.value ->> 1 AND g.ref = j.value ->> 2""",
        (asked,),
    )
    return {int(r[0]): Counter(json.loads(r[1])) for r in found}


def due(db: sqlite.Connection, *, now: int, most: int = _PIECE) -> list[OwnPost]:
    """Return posts of ours whose span is over and that have no row yet, newest first."""
    found = db.execute(
        """SELECT p.id FROM accounts m
           CROSS JOIN profiles a ON a.realm = m.realm AND a.remote_id = m.remote_id
           CROSS JOIN posts p ON p.author_id = a.id AND p.id < ?
           WHERE p.kind = 'post' AND p.parent_ref IS NULL AND p.deleted_at IS NULL
             AND NOT EXISTS (SELECT 1 FROM gathered g
               WHERE g.account_id = m.id AND g.ref = p.remote_id)
           ORDER BY p.id DESC LIMIT ?""",
        (ids.at(now - WITHIN + 1), most),  # a span that ends just now is over
    ).fetchall()
    return own_posts.by_ids(db, [int(r[0]) for r in found])


def keep(tx: Tx, posts: Sequence[OwnPost]) -> None:
    """Keep what posts got, as it is counted now."""
    found = own_posts.counts(tx.db, posts, within=WITHIN)
    tx.db.executemany(
        "INSERT OR REPLACE INTO gathered VALUES (?, ?, ?)",
        [(p.account, p.remote_id, json.dumps(dict(sorted(found[p.id].items())))) for p in posts],
    )


def forget(tx: Tx) -> None:
    """Let go of all that is kept: it is counted again as it is asked for."""
    tx.db.execute("DELETE FROM gathered")


def differing(
    db: sqlite.Connection, accounts: Sequence[str], since: int, until: int
) -> list[OwnPost]:
    """Return the posts of a span (UTC ms) whose rows are not what is counted."""
    posts = own_posts.made(db, accounts, since, until)
    known = _known(db, posts)
    found = own_posts.counts(db, [p for p in posts if p.id in known], within=WITHIN)
    return [p for p in posts if p.id in known and +known[p.id] != +found[p.id]]
