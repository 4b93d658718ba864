"""What lies around a piece of writing: what else goes out, holidays, complaints (CA-04, CA-07)."""

from __future__ import annotations

from cmapp.store import ids, sqlite

_WAITING = "('ready', 'sending', 'scheduled', 'uncertain', 'review')"
MOST = 2000
"""Of how many of an account's own posts the texts are compared."""


def own_posts(
    db: sqlite.Connection, account_id: str, first: int, end: int
) -> list[tuple[str, int]]:
    """Return text and time (UTC ms) of what an account posted in [first, end), no answers."""
    found = db.execute(
        f"""SELECT p.text, p.created_at FROM accounts a
            JOIN profiles w ON w.realm = a.realm AND w.remote_id = a.remote_id
            JOIN posts p ON p.author_id = w.id
            WHERE a.id = ? AND p.id >= ? AND p.id < ? AND p.parent_ref IS NULL
              AND p.kind <> 'repost' AND p.deleted_at IS NULL
            ORDER BY p.id DESC LIMIT {MOST}""",
        (account_id, ids.at(first), ids.at(end)),
    )
    return [(r[0], int(r[1])) for r in found]


def waiting(
    db: sqlite.Connection, account_id: str, first: int, end: int, *, but_draft: int
) -> list[tuple[str, int]]:
    """Return text and time (UTC ms) of an account's posts that wait to go out in [first, end).

    Of a thread only the first part; rows of the draft `but_draft` are passed over.
    """
    found = db.execute(
        f"""SELECT coalesce(json_extract(action, '$.text'), ''), planned_at FROM outbox
            WHERE planned_at >= ?1 AND planned_at < ?2 AND +state IN {_WAITING}
              AND account_id = ?3 AND kind = 'publish' AND part = 0
              AND coalesce(draft_id, 0) <> ?4
            UNION ALL
            SELECT coalesce(json_extract(action, '$.text'), ''), made_at FROM outbox
            WHERE state IN {_WAITING} AND planned_at IS NULL AND made_at >= ?1 AND made_at < ?2
              AND account_id = ?3 AND kind = 'publish' AND part = 0
              AND coalesce(draft_id, 0) <> ?4
            LIMIT {MOST}""",
        (first, end, account_id, but_draft),
    )
    return [(r[0], int(r[1])) for r in found]


def planned(
    db: sqlite.Connection, account_id: str, first: int, end: int, *, but_draft: int
) -> list[tuple[str, int]]:
    """Return text and time of posts planned in [first, end) for an account and not queued yet."""
    found = db.execute(
        """SELECT coalesce(v.text, d.text), d.planned_at FROM drafts d
           LEFT JOIN draft_variants v ON v.draft_id = d.id
           WHERE d.planned_at >= ? AND d.planned_at < ? AND +d.state = 'draft'
             AND d.done_at IS NULL AND d.id <> ? AND coalesce(v.account_id, d.account_id) = ?
           LIMIT ?""",
        (first, end, but_draft, account_id, MOST),
    )
    return [(r[0], int(r[1])) for r in found]


def for_audience(
    db: sqlite.Connection, name: str, first: int, end: int, *, but_draft: int
) -> list[int]:
    """Return when in [first, end) something is or was planned for an audience (UTC ms)."""
    found = db.execute(
        """SELECT planned_at FROM drafts d WHERE planned_at >= ? AND planned_at < ? AND id <> ?
             AND item_id IS NULL AND (json_extract(brief, '$.audience') = ? OR EXISTS
               (SELECT 1 FROM draft_variants v WHERE v.draft_id = d.id AND v.segment = ?))""",
        (first, end, but_draft, name, name),
    )
    return [int(r[0]) for r in found]


def days_off(db: sqlite.Connection, day: str) -> list[str]:
    """Return the names of the days off that fall on an ISO date, in any calendar that is kept."""
    found = db.execute(
        """SELECT DISTINCT name FROM calendars c CROSS JOIN days_off d
             ON d.calendar = c.calendar AND d.day = ? AND d.works = 0 ORDER BY name""",
        (day,),
    )
    return [r[0] for r in found]


def keeps_calendar(db: sqlite.Connection, calendar: str) -> bool:
    """Tell whether a calendar is kept."""
    found = db.execute("SELECT 1 FROM calendars WHERE calendar = ?", (calendar,))
    return found.fetchone() is not None


def complaints(db: sqlite.Connection, first: int, end: int) -> int:
    """Return how many complaints came in [first, end) (UTC ms)."""
    found = db.execute(
        """SELECT count(*) FROM interactions WHERE id >= ? AND id < ?
             AND signals LIKE '%"complaint"%'""",
        (ids.at(first), ids.at(end)),
    )
    return int(found.fetchone()[0])
