"""Who was active: different people behind what came in, joined profiles counting once."""

from __future__ import annotations

from collections.abc import Sequence

from cmapp.domain.chart import Row, Rows
from cmapp.store import ids, sqlite

_LATE = 86_400_000
_MOST = 500
_WHO = "coalesce(-c.person, i.actor_id)"
_ACTIVE = """FROM interactions i CROSS JOIN profiles p ON p.id = i.actor_id
  LEFT JOIN contacts c ON c.id = p.contact_id
  WHERE i.id >= ? AND i.id < ? AND i.created_at >= ? AND i.created_at < ? AND i.account_id IN"""


def active(db: sqlite.Connection, accounts: Sequence[str], since: int, until: int) -> int:
    """Return how many different people did something in [since, until) (UTC ms).

    Profiles are counted first, and those that were joined taken off: there are few of them, and
    looking up each row's profile takes ten times as long.
    """
    marks = ", ".join("?" * len(accounts))
    found = db.execute(
        f"""WITH here AS MATERIALIZED (
              SELECT DISTINCT actor_id FROM interactions
              WHERE id >= ? AND id < ? AND created_at >= ? AND created_at < ?
                AND account_id IN ({marks}))
            SELECT (SELECT count(*) FROM here) - (
              SELECT count(*) - count(DISTINCT c.person)
              FROM contacts c CROSS JOIN profiles p ON p.contact_id = c.id
              CROSS JOIN here ON here.actor_id = p.id WHERE c.person IS NOT NULL)""",
        (ids.at(since), ids.at(until + _LATE), since, until, *accounts),
    ).fetchone()
    return int(found[0])


def people(db: sqlite.Connection, accounts: Sequence[str], since: int, until: int) -> Rows:
    """Return them, who was last here first; the value is how many interactions."""
    marks = ", ".join("?" * len(accounts))
    found = db.execute(
        f"""SELECT max(i.id), i.actor_id, p.handle, p.name, count(*), i.account_id
            {_ACTIVE} ({marks}) GROUP BY {_WHO} ORDER BY max(i.id) DESC""",
        (ids.at(since), ids.at(until + _LATE), since, until, *accounts),
    ).fetchall()
    told = [
        Row("person", str(profile), ids.when(last), name or handle, handle, account, float(n))
        for last, profile, handle, name, n, account in found[:_MOST]
    ]
    return Rows(len(found), tuple(told))
