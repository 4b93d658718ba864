"""Who came when: people by their first and last visit, and who came again in a span.

By the table of visits and the index by person: a question costs as many lookups as there are
people, however often each of them wrote. Times are those of the ids, UTC ms; our own accounts are
nobody's visitors.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from cmapp.store import ids, sqlite

_US = """SELECT a.id FROM accounts m JOIN profiles a
  ON a.realm = m.realm AND a.remote_id = m.remote_id"""


def first_seen(
    db: sqlite.Connection, accounts: Sequence[str], since: int, until: int
) -> dict[int, int]:
    """Return the people whose first visit to the accounts lies in [since, until), with its time."""
    if _every(db, accounts):
        found = db.execute(
            f"""SELECT profile_id, first_at FROM visits WHERE last_at >= ?1 AND items > 0
                AND first_at >= ?1 AND first_at < ?2 AND profile_id NOT IN ({_US})""",
            (since, until),
        )
    else:
        found = db.execute(
            f"""SELECT profile_id, first FROM (SELECT v.profile_id, (SELECT min(i.id) >> 20
                  FROM interactions i WHERE i.actor_id = v.profile_id
                    AND i.account_id IN (SELECT value FROM json_each(?3))) AS first
                FROM visits v WHERE v.last_at >= ?1 AND v.profile_id NOT IN ({_US}))
                WHERE first >= ?1 AND first < ?2""",
            (since, until, json.dumps(list(accounts))),
        )
    return {int(r[0]): int(r[1]) for r in found}


def came(
    db: sqlite.Connection,
    people: Iterable[int] | None,
    accounts: Sequence[str],
    since: int,
    until: int,
) -> set[int]:
    """Return those of some people (None: of all) who did something in [since, until)."""
    values = {
        "since": ids.at(since), "until": ids.at(until), "from": since,
        "accounts": json.dumps(list(accounts)), "people": json.dumps(list(people or ())),
    }  # fmt: skip
    source = "json_each(:people)"
    if people is None:
        source = f"""(SELECT profile_id AS value FROM visits
          WHERE last_at >= :from AND profile_id NOT IN ({_US}))"""
    here = "AND i.account_id IN (SELECT value FROM json_each(:accounts))"
    found = db.execute(
        f"""SELECT j.value FROM {source} j WHERE EXISTS (SELECT 1 FROM interactions i
              WHERE i.actor_id = j.value AND i.id >= :since AND i.id < :until
              {"" if _every(db, accounts) else here})""",
        values,
    )
    return {int(r[0]) for r in found}


def told_by_visits(db: sqlite.Connection, accounts: Collection[str], until: int) -> bool:
    """Tell whether the table of visits alone knows a span that ends at `until` (UTC ms).

    So it is where nobody came later and no account is left out.
    """
    newest = db.execute("SELECT max(id) FROM interactions").fetchone()[0]
    return newest is not None and newest < ids.at(until) and _every(db, accounts)


def spread(
    db: sqlite.Connection, since: int, edges: Sequence[tuple[int, int]]
) -> tuple[list[int], int, int]:
    """Return, where visits alone know it, (people by days, people, those who had come before).

    Of those who came since `since` (UTC ms); `edges`: days from, and to below.
    """
    sums = "".join(", sum(days >= ? AND days < ?)" for _ in edges)
    found = db.execute(
        f"""SELECT count(*), sum(first_at < ?){sums} FROM visits
            WHERE last_at >= ? AND items > 0 AND profile_id NOT IN ({_US})""",
        (since, *(edge for pair in edges for edge in pair), since),
    ).fetchone()
    return [int(n or 0) for n in found[2:]], int(found[0]), int(found[1] or 0)


def _every(db: sqlite.Connection, accounts: Collection[str]) -> bool:
    known = {r[0] for r in db.execute("SELECT id FROM accounts")}
    return known <= set(accounts)


@dataclass(frozen=True, slots=True)
class Visitor:
    """What the table of visits knows of a person. `first_at` and `last_at` are UTC ms."""

    profile: int
    first_at: int
    last_at: int
    days: int
    items: int


def visitors(
    db: sqlite.Connection,
    people: Iterable[int] | None = None,
    *,
    accounts: Sequence[str],
    until: int,
) -> list[Visitor]:
    """Return the visits of some people, or of all, to some accounts before `until` (UTC ms)."""
    source, known = "visits v", f"v.items > 0 AND v.profile_id NOT IN ({_US})"
    if people is not None:
        source = "json_each(:people) j CROSS JOIN visits v ON v.profile_id = j.value"
        known = "v.items > 0"
    values = {
        "people": json.dumps(list(people or ())), "accounts": json.dumps(list(accounts)),
        "until": until, "end": ids.at(until),
    }  # fmt: skip
    found: list[sqlite.Row] = []
    here = "AND i.account_id IN (SELECT value FROM json_each(:accounts))"
    if _every(db, accounts):  # what the table of visits says holds for who came no later
        found += db.execute(
            f"""SELECT v.profile_id, v.first_at, v.last_at, v.days, v.items FROM {source}
                WHERE {known} AND v.last_at < :until""",
            values,
        )
        known, here = f"{known} AND v.last_at >= :until", ""
    found += db.execute(
        f"""SELECT i.actor_id, min(i.id) >> 20, max(i.id) >> 20,
              count(DISTINCT (i.id >> 20) / 86400000), count(*)
            FROM {source} CROSS JOIN interactions i ON i.actor_id = v.profile_id AND i.id < :end
            WHERE {known} {here} GROUP BY 1""",
        values,
    )
    return sorted((Visitor(*r) for r in found), key=lambda v: v.profile)


def complained(
    db: sqlite.Connection, accounts: Sequence[str], since: int, until: int
) -> dict[int, list[int]]:
    """Return the complaints of a span by person, as ids of interactions, oldest first."""
    marks = ", ".join("?" * len(accounts))
    found = db.execute(
        f"""SELECT i.actor_id, i.id FROM interactions i NOT INDEXED
            WHERE i.id >= ? AND i.id < ? AND i.account_id IN ({marks})
              AND i.kind NOT IN ('reaction', 'repost', 'follow')
              AND instr(i.signals, '"complaint"') ORDER BY i.id""",
        (ids.at(since), ids.at(until), *accounts),
    )
    by_person: dict[int, list[int]] = {}
    for person, item in found:
        by_person.setdefault(int(person), []).append(int(item))
    return by_person


def silent_since(db: sqlite.Connection, last: dict[int, int], until: int) -> set[int]:
    """Return the people of whom nothing came between an item of theirs and `until` (UTC ms)."""
    found = db.execute(
        """SELECT j.value ->> 0 FROM json_each(?) j WHERE NOT EXISTS (SELECT 1 FROM interactions i
             WHERE i.actor_id = j.value ->> 0 AND i.id > j.value ->> 1 AND i.id < ?)""",
        (json.dumps(list(last.items())), ids.at(until)),
    )
    return {int(r[0]) for r in found}


def names(db: sqlite.Connection, people: Iterable[int]) -> dict[int, str]:
    """Return what people are called."""
    found = db.execute(
        """SELECT a.id, a.name, a.handle FROM json_each(?) j
           CROSS JOIN profiles a ON a.id = j.value""",
        (json.dumps(list(people)),),
    )
    return {int(r[0]): r[1] or r[2] for r in found}


@dataclass(frozen=True, slots=True)
class Step:
    """Something that a person did. `answered_at` is when we first answered it (UTC ms) or None."""

    person: int
    item: int
    at: int
    kind: str
    signals: str
    answered_at: int | None


def steps(
    db: sqlite.Connection, people: Iterable[int], accounts: Sequence[str], until: int
) -> list[Step]:
    """Return what some people did before `until` (UTC ms), by person and time."""
    found = db.execute(
        """SELECT i.actor_id, i.id, i.created_at, i.kind, i.signals, i.first_reply_at
           FROM json_each(?) j CROSS JOIN interactions i ON i.actor_id = j.value AND i.id < ?
           WHERE i.account_id IN (SELECT value FROM json_each(?)) ORDER BY i.actor_id, i.id""",
        (json.dumps(sorted(people)), ids.at(until), json.dumps(list(accounts))),
    )
    return [Step(*r) for r in found]
