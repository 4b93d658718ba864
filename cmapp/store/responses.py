"""What our own posts got within a span after they were made: the history behind best times."""

from __future__ import annotations

from cmapp.domain.records import Kind
from cmapp.store import ids, sqlite

_KINDS = ", ".join(f"'{k}'" for k in Kind if k not in (Kind.FOLLOW, Kind.MESSAGE))


def of_posts(
    db: sqlite.Connection, account: str, first: int, end: int, *, within: int
) -> list[tuple[int, int]]:
    """Return (made at, interactions within `within` ms) of an account's posts; UTC ms, by time.

    Posts from `first` to before `end` that are not answers and are still there. All states and
    lanes count: what was muted was said all the same. Each lookup goes by an index.
    """
    found = db.execute(
        f"""SELECT p.created_at,
             (SELECT count(*) FROM interactions i
                WHERE i.account_id = m.id AND i.kind IN ({_KINDS}) AND i.target_ref = p.remote_id
                AND i.created_at < p.created_at + ?1)
             + (SELECT count(*) FROM posts c CROSS JOIN interactions i ON i.post_id = c.id
                  AND i.account_id = m.id AND i.kind IN ({_KINDS}) AND i.target_ref IS NULL
                WHERE c.realm = p.realm AND c.parent_ref = p.remote_id
                  AND c.created_at < p.created_at + ?1)
           FROM accounts m
           CROSS JOIN profiles a ON a.realm = m.realm AND a.remote_id = m.remote_id
           CROSS JOIN posts p ON p.author_id = a.id AND p.id >= ?2 AND p.id < ?3
           WHERE m.id = ?4 AND p.created_at >= ?5 AND p.created_at < ?6 AND p.kind = 'post'
             AND p.parent_ref IS NULL AND p.deleted_at IS NULL ORDER BY p.created_at""",
        (within, ids.at(first), ids.at(end), account, first, end),
    )
    return [(int(r[0]), int(r[1])) for r in found]


def begins(db: sqlite.Connection, account: str) -> int | None:
    """Return when the first interaction that is stored of an account was made (UTC ms)."""
    found = db.execute(
        "SELECT created_at FROM interactions WHERE account_id = ? ORDER BY id LIMIT 1", (account,)
    ).fetchone()
    return int(found[0]) if found else None
