"""Who answers whom: counts by month that triggers keep with the rows, read as people.

`ties`: an answer to a stored post, whichever of the two came first. `ties_by_name`: a name in a
post that answers nothing, resolved as it is read, for the named may come later. `ties_to_us`:
reactions, reposts, quotes and follows towards an account. Months are UTC, as 202611. Profiles that
were merged by hand are one person, at their root.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from cmapp.store import sqlite
from cmapp.store.database import Tx

TALK: Final = ("reply", "mention")
"""What speaks to somebody; the network is made of these where nothing else is said."""
DEEDS: Final = ("reaction", "repost", "quote", "follow")
"""What is only known where it was done to us."""
KINDS: Final = (*TALK, *DEEDS)
_TABLES = {
    "ties": "ties_of_posts",
    "ties_by_name": "ties_of_names",
    "ties_to_us": "ties_of_deeds",
}
"""Each table and the view that says from the raw rows what must be in it."""


@dataclass(frozen=True, slots=True)
class Tie:
    """`source` did `kind` towards `target` `n` times in a month. Both are nodes: see `Who`."""

    source: int
    target: int
    kind: str
    month: int
    n: int


@dataclass(frozen=True, slots=True)
class Who:
    """A node: a person's root profile, or an account of ours without one (a negative number).

    `followers` sums what is known of their profiles; None where nothing is.
    """

    id: int
    name: str
    handle: str
    realm: str
    followers: int | None
    ours: bool
    muted: bool = False


Counted = tuple[int, int, str, int, int]
"""Source, target, kind, month, times."""


def month_of(at: int) -> int:
    """Return the month of a moment (UTC ms), as 202611."""
    when = datetime.fromtimestamp(at / 1000, UTC)
    return when.year * 100 + when.month


def month_start(month: int) -> int:
    """Return when a month begins (UTC ms)."""
    return round(datetime(month // 100, month % 100, 1, tzinfo=UTC).timestamp() * 1000)


def next_month(month: int, by: int = 1) -> int:
    """Return the month `by` months later (earlier where negative)."""
    at = month // 100 * 12 + month % 100 - 1 + by
    return at // 12 * 100 + at % 12 + 1


def months(first: int, last: int) -> list[int]:
    """Return the months from `first` to `last`, both among them."""
    found = []
    while first <= last:
        found.append(first)
        first = next_month(first)
    return found


def read(
    db: sqlite.Connection,
    accounts: Sequence[str],
    first: int,
    last: int,
    kinds: Sequence[str] = TALK,
) -> list[Tie]:
    """Return the ties of people on the networks of these accounts, by pair, kind and month.

    Sorted; what a person did to themselves, merged profiles included, is left out.
    """
    found: Counter[tuple[int, int, int, str]] = Counter()
    for source, target, kind, month, n in each(db, accounts, first, last, kinds):
        found[source, target, month, kind] += n
    return [Tie(s, t, kind, month, n) for (s, t, month, kind), n in sorted(found.items())]


def each(
    db: sqlite.Connection,
    accounts: Sequence[str],
    first: int,
    last: int,
    kinds: Sequence[str] = TALK,
) -> Iterator[Counted]:
    """Yield what `read` sums up, in no order; of merged people the same may come several times."""
    people = roots(db)
    rows = _rows(db, accounts, first, last, kinds)
    if not people:
        yield from (row for row in rows if row[0] != row[1])
        return
    for source, target, kind, month, n in rows:
        one, other = people.get(source, source), people.get(target, target)
        if one != other:
            yield one, other, kind, month, n


def _rows(
    db: sqlite.Connection, accounts: Sequence[str], first: int, last: int, kinds: Sequence[str]
) -> Iterator[Counted]:
    """Yield what the tables say, before people who are one are put together."""
    cursor = db.cursor()
    cursor.row_factory = None  # plain tuples: a hundred thousand of them come
    realms = json.dumps(realms_of(db, accounts))
    span = {"first": first, "last": last, "realms": realms, "accounts": json.dumps(list(accounts))}
    if "reply" in kinds:
        yield from cursor.execute(
            """SELECT t.source, t.target, 'reply', t.month, t.n FROM ties t
               WHERE t.month BETWEEN :first AND :last AND t.source IN (SELECT id FROM profiles
                 WHERE realm IN (SELECT value FROM json_each(:realms)))""",
            span,
        )
    if "mention" in kinds:
        named = _named(db, span)
        yield from (
            (source, named[realm, name], "mention", month, n)
            for source, realm, name, month, n in cursor.execute(
                """SELECT t.source, p.realm, t.name, t.month, t.n FROM ties_by_name t
                   CROSS JOIN profiles p ON p.id = t.source
                   WHERE t.month BETWEEN :first AND :last
                     AND p.realm IN (SELECT value FROM json_each(:realms))""",
                span,
            )
            if (realm, name) in named
        )
    if deeds := [k for k in kinds if k in DEEDS]:
        us = us_of(db, accounts)
        yield from (
            (source, us[account], kind, month, n)
            for source, account, kind, month, n in cursor.execute(
                """SELECT source, account_id, kind, month, n FROM ties_to_us
                   WHERE month BETWEEN :first AND :last
                     AND kind IN (SELECT value FROM json_each(:kinds))
                     AND account_id IN (SELECT value FROM json_each(:accounts))""",
                {**span, "kinds": json.dumps(deeds)},
            )
        )


def _named(db: sqlite.Connection, span: Mapping[str, object]) -> dict[tuple[str, str], int]:
    """Return whom the names of a span mean: a handle, or the platform's own id, in its realm."""
    found: dict[tuple[str, str], int] = {}
    if not db.execute(
        "SELECT 1 FROM ties_by_name WHERE month BETWEEN :first AND :last LIMIT 1", span
    ).fetchone():
        return found
    for column in ("ltrim(p.handle, '@')", "p.remote_id"):
        rows = db.execute(
            f"""SELECT p.realm, lower({column}), min(p.id) FROM profiles p
                WHERE p.realm IN (SELECT value FROM json_each(:realms)) AND lower({column}) IN
                  (SELECT name FROM ties_by_name WHERE month BETWEEN :first AND :last)
                GROUP BY 1, 2""",
            span,
        )
        found |= {(r[0], r[1]): r[2] for r in rows}
    return found


def roots(db: sqlite.Connection) -> dict[int, int]:
    """Return profile → root profile, of those that were merged."""
    return {
        r[0]: r[1]
        for r in db.execute(
            """SELECT p.id, r.id FROM contacts c JOIN profiles p ON p.contact_id = c.id
               JOIN profiles r ON r.contact_id = c.person
               WHERE c.person IS NOT NULL AND r.id <> p.id"""
        )
    }


def realms_of(db: sqlite.Connection, accounts: Sequence[str]) -> list[str]:
    """Return the networks that these accounts are on."""
    return [
        r[0]
        for r in db.execute(
            "SELECT DISTINCT realm FROM accounts WHERE id IN (SELECT value FROM json_each(?))"
            " ORDER BY realm",
            (json.dumps(list(accounts)),),
        )
    ]


def us_of(db: sqlite.Connection, accounts: Sequence[str]) -> dict[str, int]:
    """Return account → its node: the root profile, or a negative number while it has none."""
    people = roots(db)
    found = db.execute(
        """SELECT a.id, coalesce(p.id, -a.rowid) FROM accounts a
           LEFT JOIN profiles p ON p.realm = a.realm AND p.remote_id = a.remote_id
           WHERE a.id IN (SELECT value FROM json_each(?))""",
        (json.dumps(list(accounts)),),
    )
    return {r[0]: people.get(r[1], r[1]) for r in found}


def ours(db: sqlite.Connection) -> frozenset[int]:
    """Return the nodes of all connected accounts."""
    every = [r[0] for r in db.execute("SELECT id FROM accounts WHERE state <> 'removed'")]
    return frozenset(us_of(db, every).values())


def who(db: sqlite.Connection, nodes: Iterable[int]) -> dict[int, Who]:
    """Return names and reach of nodes, by their number."""
    wanted = sorted(set(nodes))
    mine = ours(db)
    found = {
        r[0]: Who(r[0], r[1] or r[2], r[2], r[3], r[4], r[0] in mine, bool(r[5]))
        for r in db.execute(
            """SELECT p.id, coalesce(nullif(r.name, ''), p.name), p.handle, p.realm,
                 CASE WHEN r.person IS NULL THEN p.followers ELSE
                   (SELECT sum(q.followers) FROM contacts c JOIN profiles q ON q.contact_id = c.id
                    WHERE c.person = r.person) END,
                 CASE WHEN r.person IS NULL THEN r.muted ELSE
                   (SELECT max(c.muted) FROM contacts c WHERE c.person = r.person) END
               FROM json_each(?) n CROSS JOIN profiles p ON p.id = n.value
               LEFT JOIN contacts r ON r.id = p.contact_id""",
            (json.dumps(wanted),),
        )
    }
    if any(n < 0 for n in wanted):
        found |= {
            r[0]: Who(r[0], r[1] or r[2], r[2], r[3], None, True)
            for r in db.execute("SELECT -rowid, name, handle, realm FROM accounts")
            if r[0] in wanted
        }
    return found


def first_month(db: sqlite.Connection, *, before: int = 0) -> int | None:
    """Return the month of the oldest tie, or any that is before `before`; None where none is."""
    for table in _TABLES if before else ():
        early = db.execute(
            f"SELECT month FROM {table} WHERE month < ? LIMIT 1", (before,)
        ).fetchone()
        if early:
            return int(early[0])
    found = db.execute(
        "SELECT min(m) FROM (SELECT min(month) AS m FROM ties UNION ALL"
        " SELECT min(month) FROM ties_by_name UNION ALL SELECT min(month) FROM ties_to_us)"
    ).fetchone()
    return None if found[0] is None else int(found[0])


def differences(db: sqlite.Connection) -> dict[str, int]:
    """Return, by table, how many of its rows are not what the raw rows say; {} where all are."""
    found = {}
    for table, view in _TABLES.items():
        count = db.execute(
            f"""SELECT (SELECT count(*) FROM (SELECT * FROM {table} EXCEPT SELECT * FROM {view}))
                + (SELECT count(*) FROM (SELECT * FROM {view} EXCEPT SELECT * FROM {table}))"""
        ).fetchone()[0]
        if count:
            found[table] = int(count)
    return found


def rebuild(tx: Tx) -> None:
    """Make all of it anew of the raw rows."""
    for table, view in _TABLES.items():
        tx.db.execute(f"DELETE FROM {table}")
        tx.db.execute(f"INSERT INTO {table} SELECT * FROM {view}")
    tx.touch("posts")
