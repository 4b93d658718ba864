"""Search over every stored post, newest first, as it is typed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from cmapp.store import sqlite, words

_SCAN_MOST = 50_000
"""How many of the newest posts a query without any indexable word (an emoji) looks at."""


class Hit(NamedTuple):
    """A post that was found. `item_id` is the interaction it is, where it is one.

    `account_id` is the account that it came to: of the interaction, else the one whose post it
    is, else the first that reads its realm.
    """

    post_id: int
    author_name: str
    author_handle: str
    text: str
    created_at: int
    item_id: int | None
    account_id: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """Hits, newest first; `more` tells that there are others behind them."""

    hits: list[Hit]
    more: bool
    needles: tuple[str, ...]


_SHOWN = "p.id, a.name, a.handle, p.text, p.created_at, i.id, i.account_id"
_WITH = """CROSS JOIN profiles a ON a.id = p.author_id
  LEFT JOIN interactions i ON i.post_id = p.id AND i.kind NOT IN ('reaction', 'repost')"""


def find(db: sqlite.Connection, query: str, *, limit: int = 50, before: int | None = None) -> Found:
    """Return the newest `limit` posts that match what was typed (older than id `before`)."""
    asked = words.match(query)
    if not asked.needles:
        return Found([], False, ())
    if asked.fts is None:
        numbers = json.dumps(_scan(db, asked.needles, limit=limit + 1, before=before))
        rows = db.execute(
            f"SELECT {_SHOWN} FROM posts p {_WITH}"
            " WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.id DESC",
            (numbers,),
        )
    else:
        older = "" if before is None else f" AND w.rowid < {int(before)}"
        # CROSS JOIN: the index hands out the newest first, and no more is read than is taken
        rows = db.execute(
            f"SELECT {_SHOWN} FROM post_words w CROSS JOIN posts p ON p.id = w.rowid {_WITH}"
            f" WHERE post_words MATCH ?{older} ORDER BY w.rowid DESC",
            (asked.fts,),
        )
    hits, more = _take(rows, limit)
    rows.close()
    if not all(hit.account_id for hit in hits):
        hits = _with_accounts(db, hits)
    return Found(hits, more, asked.needles)


def _take(rows: Iterable[Sequence[Any]], limit: int) -> tuple[list[Hit], bool]:
    """Return the hits of the first `limit` posts, and whether there is another post behind them.

    A post that came to two of our accounts stands in two rows: the older interaction is its.
    """
    hits: list[Hit] = []
    last = None
    for row in rows:
        if row[0] == last:
            if row[5] < (hits[-1].item_id or 0):
                hits[-1] = Hit._make(row)
            continue
        if len(hits) == limit:
            return hits, True
        last = row[0]
        hits.append(Hit._make(row))
    return hits, False


def _with_accounts(db: sqlite.Connection, hits: Sequence[Hit]) -> list[Hit]:
    """Say for posts that are nobody's interaction through which account they are seen."""
    seen_by = dict(
        db.execute(
            """SELECT p.id, (SELECT m.id FROM accounts m
                 WHERE m.realm = p.realm AND m.state <> 'removed'
                 ORDER BY m.remote_id <> a.remote_id, m.position LIMIT 1)
               FROM posts p JOIN profiles a ON a.id = p.author_id
               WHERE p.id IN (SELECT value FROM json_each(?))""",
            (json.dumps([hit.post_id for hit in hits if hit.account_id is None]),),
        ).fetchall()
    )
    return [h if h.account_id else h._replace(account_id=seen_by.get(h.post_id)) for h in hits]


def _scan(
    db: sqlite.Connection, needles: tuple[str, ...], *, limit: int, before: int | None
) -> list[int]:
    found: list[int] = []
    for row in db.execute(
        "SELECT id, text FROM posts WHERE deleted_at IS NULL AND (? IS NULL OR id < ?)"
        " ORDER BY id DESC LIMIT ?",
        (before, before, _SCAN_MOST),
    ):
        folded = words.fold(row["text"])
        if all(needle in folded for needle in needles):
            found.append(row["id"])
            if len(found) >= limit:
                break
    return found
