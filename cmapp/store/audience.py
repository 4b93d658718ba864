"""Who was active: different people behind what came in, joined profiles counting once."""

from __future__ import annotations

import json
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

    Up to now the table of visits knows who was here last: a million rows need not be read.
    """
    if _visits_tell(db, accounts, since, until):
        return _seen_since(db, accounts, since)
    return _among_rows(db, accounts, since, until)


def _visits_tell(db: sqlite.Connection, accounts: Sequence[str], since: int, until: int) -> bool:
    """Tell whether nobody came later, by no other account, and every id is its row's time."""
    newest = db.execute("SELECT max(id) FROM interactions").fetchone()[0]
    if newest is None or newest >= ids.at(until):
        return False
    asked = json.dumps(list(accounts))
    others = db.execute(
        """SELECT 1 FROM accounts a WHERE a.id NOT IN (SELECT value FROM json_each(?1))
           AND a.realm IN (SELECT realm FROM accounts WHERE id IN (SELECT value FROM json_each(?1)))
           LIMIT 1""",
        (asked,),
    ).fetchone()
    misdated = db.execute(
        """SELECT 1 FROM interactions WHERE created_at <> (id >> 20)
           AND (id >= ? OR created_at >= ? AND created_at < ?) LIMIT 1""",
        (ids.at(since), since, until),
    ).fetchone()
    return others is None and misdated is None


def _seen_since(db: sqlite.Connection, accounts: Sequence[str], since: int) -> int:
    values = {"since": since, "accounts": json.dumps(list(accounts))}
    realms = """(SELECT DISTINCT realm FROM accounts
      WHERE id IN (SELECT value FROM json_each(:accounts)))"""
    whole = not db.execute(
        f"SELECT 1 FROM accounts WHERE realm NOT IN {realms} LIMIT 1", values
    ).fetchone()
    # by the index of remote ids, which has the realm: each visit's profile takes ten times as long
    seen = (
        "visits v WHERE"
        if whole
        else f"""profiles q CROSS JOIN visits v ON v.profile_id = q.id
      WHERE q.realm IN {realms} AND"""
    )
    here = "" if whole else f"AND p.realm IN {realms}"
    found = db.execute(
        f"""SELECT (SELECT count(*) FROM {seen} v.last_at >= :since)
              - (SELECT count(*) - count(DISTINCT c.person) FROM contacts c
                 CROSS JOIN profiles p ON p.contact_id = c.id
                 CROSS JOIN visits v ON v.profile_id = p.id
                 WHERE c.person IS NOT NULL AND v.last_at >= :since {here})""",
        values,
    ).fetchone()
    return int(found[0])


def _among_rows(db: sqlite.Connection, accounts: Sequence[str], since: int, until: int) -> int:
    """Count profiles, and take off those that were joined: there are few of them.

    Looking up each row's profile takes ten times as long.
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
