"""What came in since somebody last looked, summed up: numbers first, then what cannot wait."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from cmapp.store import ids, sqlite
from cmapp.store.database import Tx
from cmapp.store.inbox import SELECT, Item, item_of
from cmapp.store.lanes import NEGATIVE

MARK = "looked_at"
"""The name in `meta` of when the digest was last looked at."""
_LATE_MS = 30 * 86_400_000
"""By how much a thing may be older than its arrival: ids tell when it was made."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What came in: how many by each trait, the complaints, the groups of near-duplicates.

    `worst` are open and need a reply, in the order of the queue; `alike` is (id of the first of
    a group, how many, its text), the largest group first.
    """

    total: int
    needs_reply: int
    kinds: dict[str, int]
    accounts: dict[str, int]
    lanes: dict[int, int]
    states: dict[str, int]
    signals: dict[str, int]
    worst: list[Item]
    alike: list[tuple[int, int, str]]


def looked_at(db: sqlite.Connection) -> int | None:
    """Return when the digest was last looked at (UTC ms)."""
    found = db.execute("SELECT value FROM meta WHERE name = ?", (MARK,)).fetchone()
    return int(found[0]) if found else None


def look(tx: Tx, *, now: int) -> None:
    """Keep that it was looked at now."""
    tx.db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (MARK, str(now)))


def since(
    db: sqlite.Connection, when: int, *, account_id: str | None = None, most: int = 10
) -> Digest:
    """Sum up what came in since `when` (UTC ms); lists hold up to `most`. The same every time."""
    lately = "interactions i NOT INDEXED"  # by id: a month, and not an account's whole past
    window = "i.id >= ? AND i.seen_at >= ?" + (" AND i.account_id = ?" if account_id else "")
    values = [ids.at(max(0, when - _LATE_MS)), when, *([account_id] if account_id else [])]
    kinds: Counter[str] = Counter()
    accounts: Counter[str] = Counter()
    lanes: Counter[int] = Counter()
    states: Counter[str] = Counter()
    waiting = 0
    for kind, account, lane, state, needs, n in db.execute(
        f"""SELECT i.kind, i.account_id, i.lane, i.state, i.needs_reply, count(*)
            FROM {lately} WHERE {window} GROUP BY 1, 2, 3, 4, 5""",
        values,
    ):
        kinds[kind] += n
        accounts[account] += n
        states[state] += n
        if needs and state == "open":
            waiting += n
            lanes[lane] += n
    signals = db.execute(
        f"""SELECT s.value, count(*) FROM {lately}, json_each(i.signals) s
            WHERE {window} AND i.signals <> '[]' GROUP BY 1 ORDER BY 2 DESC, 1""",
        values,
    ).fetchall()
    worst = db.execute(
        f"""{SELECT} WHERE i.id IN (SELECT i.id FROM {lately} WHERE {window}
              AND +i.state = 'open' AND +i.needs_reply = 1
              AND (+i.lane = {NEGATIVE} OR EXISTS (SELECT 1 FROM json_each(i.signals) s
                WHERE s.value = 'complaint')))
            ORDER BY i.lane, i.due_at, i.id LIMIT ?""",
        (*values, most),
    ).fetchall()
    alike = db.execute(
        f"""SELECT g.alike, g.n, coalesce(p.text, '') FROM (
              SELECT i.alike, count(*) AS n FROM {lately}
              WHERE {window} AND i.alike IS NOT NULL GROUP BY i.alike) g
            LEFT JOIN interactions f ON f.id = g.alike LEFT JOIN posts p ON p.id = f.post_id
            WHERE g.n > 1 ORDER BY g.n DESC, g.alike LIMIT ?""",
        (*values, most),
    ).fetchall()
    return Digest(
        total=sum(kinds.values()),
        needs_reply=waiting,
        kinds=_ordered(kinds),
        accounts=_ordered(accounts),
        lanes=dict(sorted(lanes.items())),
        states=_ordered(states),
        signals={r[0]: int(r[1]) for r in signals},
        worst=[item_of(r) for r in worst],
        alike=[(int(r[0]), int(r[1]), str(r[2])) for r in alike],
    )


def _ordered(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
