"""The rows behind a number of a chart: what a click on it lists."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from cmapp.domain.chart import Row, Rows
from cmapp.store import activity, ids, sqlite

MOST = 500
"""How many rows are told; `total` counts them all."""
_LATE = 86_400_000


def listed(db: sqlite.Connection, items: Mapping[int, float | None]) -> Rows:
    """Return some interactions, newest first; `items`: id → the value that each stands for."""
    newest = sorted(items, reverse=True)[:MOST]
    found = db.execute(
        """SELECT i.id, i.account_id, i.created_at, a.handle, a.name, p.text
           FROM interactions i JOIN profiles a ON a.id = i.actor_id
           LEFT JOIN posts p ON p.id = i.post_id AND p.deleted_at IS NULL
           WHERE i.id IN (SELECT value FROM json_each(?)) ORDER BY i.id DESC""",
        (json.dumps(newest),),
    )
    return Rows(
        len(items),
        tuple(
            Row("item", str(item), at, name or handle, text or "", account, items[item])
            for item, account, at, handle, name, text in found
        ),
    )


def interactions(
    db: sqlite.Connection,
    accounts: Sequence[str],
    since: int,
    until: int,
    *,
    kinds: Sequence[str] = (),
    attitude: str = "",
    but: str = "",
) -> Rows:
    """Return the interactions of a span (UTC ms), newest first.

    `kinds`: only these. `attitude`: only this one; `but`: all but this one.
    """
    where, values = _where(accounts, since, until, kinds, attitude, but)
    chosen = db.execute(
        f"SELECT id FROM interactions WHERE {where} ORDER BY id DESC LIMIT {MOST}", values
    )
    newest = dict.fromkeys((int(row[0]) for row in chosen), None)
    found = listed(db, newest)
    if len(newest) < MOST:
        return found
    summed = activity.total(db, accounts, since, until)
    summed.subtract(activity.gone(db, accounts, since, until))  # of those there is no row
    match (bool(kinds), attitude, but):
        case (True, "", ""):
            total = sum(summed[kind] for kind in set(kinds))
        case (False, "", ""):
            total = summed["all"]
        case (False, one, ""):
            total = summed[one]
        case (False, "", other):
            total = summed["all"] - summed[other]
        case _:
            counted = db.execute(f"SELECT count(*) FROM interactions WHERE {where}", values)
            total = counted.fetchone()[0]
    return Rows(total, found.rows)


def _where(
    accounts: Sequence[str],
    since: int,
    until: int,
    kinds: Sequence[str],
    attitude: str,
    but: str,
) -> tuple[str, list[str | int]]:
    parts = [
        "id >= ? AND id < ? AND created_at >= ? AND created_at < ?",
        f"account_id IN ({', '.join('?' * len(accounts))})",
    ]
    values: list[str | int] = [ids.at(since), ids.at(until + _LATE), since, until, *accounts]
    if kinds:
        parts.append(f"kind IN ({', '.join('?' * len(kinds))})")
        values += kinds
    for mood, sign in ((attitude, "="), (but, "<>")):
        if mood:
            parts.append(f"{activity.MOOD} {sign} ?")
            values.append(mood)
    return " AND ".join(parts), values


def these(db: sqlite.Connection, items: Iterable[int]) -> Rows:
    """Return interactions by their ids, newest first; those that are gone are not there."""
    wanted = sorted(set(items), reverse=True)
    found = db.execute(
        """SELECT i.id, i.account_id, i.created_at, a.handle, a.name, p.text
           FROM json_each(?) j CROSS JOIN interactions i ON i.id = j.value
           JOIN profiles a ON a.id = i.actor_id
           LEFT JOIN posts p ON p.id = i.post_id AND p.deleted_at IS NULL
           ORDER BY i.id DESC""",
        (json.dumps(wanted[:MOST]),),
    )
    told = tuple(Row("item", str(r[0]), r[2], r[4] or r[3], r[5] or "", r[1]) for r in found)
    return Rows(len(wanted), told)


def people(
    db: sqlite.Connection, profiles: Iterable[int], *, at: Mapping[int, int] | None = None
) -> Rows:
    """Return people by their profiles' ids; `at` (UTC ms) places them, the newest first."""
    when = at or {}
    wanted = sorted(set(profiles), key=lambda p: (-when.get(p, 0), p))
    found = {
        r[0]: Row("person", str(r[0]), when.get(r[0]), r[2] or r[1], "")
        for r in db.execute(
            """SELECT a.id, a.handle, a.name FROM json_each(?) j
               CROSS JOIN profiles a ON a.id = j.value""",
            (json.dumps(wanted[:MOST]),),
        )
    }
    return Rows(len(wanted), tuple(found[p] for p in wanted[:MOST] if p in found))
