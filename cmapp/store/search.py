"""Search over every stored post, newest first, as it is typed."""

from __future__ import annotations

from dataclasses import dataclass

from cmapp.store import sqlite, words

_SCAN_MOST = 50_000
"""How many of the newest posts a query without any indexable word (an emoji) looks at."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A post that was found. `item_id` is the interaction it is, where it is one."""

    post_id: int
    item_id: int | None
    account_id: str | None
    author_name: str
    author_handle: str
    text: str
    created_at: int


@dataclass(frozen=True, slots=True)
class Found:
    """Hits, newest first; `more` tells that there are others behind them."""

    hits: list[Hit]
    more: bool
    needles: tuple[str, ...]


_HIT = """SELECT p.id AS post_id, a.name AS author_name, a.handle AS author_handle, p.text,
    p.created_at,
    (SELECT i.id FROM interactions i WHERE i.post_id = p.id
       AND i.kind NOT IN ('reaction', 'repost') ORDER BY i.id LIMIT 1) AS item_id,
    coalesce(
      (SELECT i.account_id FROM interactions i WHERE i.post_id = p.id ORDER BY i.id LIMIT 1),
      (SELECT m.id FROM accounts m WHERE m.realm = p.realm AND m.state <> 'removed'
       ORDER BY m.remote_id <> a.remote_id, m.position LIMIT 1)) AS account_id
  FROM posts p JOIN profiles a ON a.id = p.author_id"""


def find(db: sqlite.Connection, query: str, *, limit: int = 50, before: int | None = None) -> Found:
    """Return the newest `limit` posts that match what was typed (older than id `before`)."""
    asked = words.match(query)
    if not asked.needles:
        return Found([], False, ())
    if asked.fts is None:
        numbers = _scan(db, asked.needles, limit=limit + 1, before=before)
    else:
        older = "" if before is None else f" AND rowid < {int(before)}"
        found = db.execute(
            f"SELECT rowid FROM post_words WHERE post_words MATCH ?{older}"
            " ORDER BY rowid DESC LIMIT ?",
            (asked.fts, limit + 1),
        )
        numbers = [r[0] for r in found]
    hits = [
        Hit(**dict(hit))
        for number in numbers[:limit]
        if (hit := db.execute(f"{_HIT} WHERE p.id = ?", (number,)).fetchone())
    ]
    return Found(hits, len(numbers) > limit, asked.needles)


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
