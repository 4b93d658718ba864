"""Which rows of the inbox, in which order: filters, keyset pages, counts. Holds at a million.

A cursor is the place of a row in an order, opaque to whoever keeps it: `page(after=…)` goes on
behind it, `page(start=…)` begins with it, `fences` gives one for each block of rows. No OFFSET,
and no count(*) where `tallies` know the number.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Literal

from cmapp.store import ids, sqlite
from cmapp.store.inbox import SELECT, Item, item_of
from cmapp.store.lanes import LOW

Order = Literal["queue", "newest", "oldest", "wake"]
"""`queue`: lane, then what is due first (IN-04), for a filter with a `state` and `needs_reply`.
`newest`, `oldest`: by time. `wake`: what is snoozed, the first to wake first."""
Cursor = tuple[int, ...]

_KEYS: dict[Order, tuple[str, ...]] = {
    "queue": ("i.lane", "i.due_at", "i.id"),
    "newest": ("i.id",),
    "oldest": ("i.id",),
    "wake": ("i.wake_at", "i.id"),
}
FEW = 4_000
"""Up to so many members a label (an assignee, …) is read whole and sorted; beyond, the rows are
walked in their order and each is asked whether it is a member."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which interactions: None (or empty) means any. `kinds` are values of `Kind`.

    `lane` is a number of `lanes.URGENT …`; `label` and `assignee` are names (an empty
    `assignee` is nobody); `overdue_at`: due before that time (UTC ms); `snoozed`: waiting with
    a time to wake; `alike`: one group of near-duplicates; `ids`: none but these, at most.
    """

    state: str | None = "open"
    needs_reply: bool | None = None
    kinds: tuple[str, ...] = ()
    account_id: str | None = None
    lane: int | None = None
    label: str | None = None
    unlabelled: bool = False
    assignee: str | None = None
    vip: bool = False
    snoozed: bool | None = None
    overdue_at: int | None = None
    alike: int | None = None
    ids: tuple[int, ...] | None = None

    @property
    def tallied(self) -> bool:
        """Tell whether `tallies` know how many there are."""
        return self == Filter(self.state, self.needs_reply, self.kinds, self.account_id)

    def where(
        self, lead: int | None = None, *, order: Order = "queue", whole: bool = False
    ) -> tuple[str, list[object]]:
        """Return the SQL condition on `i` and its values.

        `lead`: the number of the one of `sets` whose members are read first; then the order has
        to be made by sorting them. None: the rows come in their `order` and each is asked.
        `whole`: every row will be read, and not only the first few.
        """
        own = "i." if lead is None else "+i."
        parts: list[str] = []
        values: list[object] = []

        def also(condition: str, *given: object) -> None:
            parts.append(condition)
            values.extend(given)

        if self.state is not None:
            also(f"{own}state = ?", self.state)
        if self.needs_reply is not None:
            also(f"{own}needs_reply = ?", int(self.needs_reply))
        if self.account_id is not None:
            # the index of accounts is in the order of the queue
            also(f"{own if order == 'queue' else '+i.'}account_id = ?", self.account_id)
        if self.kinds:
            also(f"+i.kind IN ({', '.join('?' * len(self.kinds))})", *self.kinds)
        if self.lane is not None:
            also(f"{own}lane = ?", self.lane)
        if self.overdue_at is not None:
            also(f"{own}due_at < ?", self.overdue_at)
        if self.snoozed is not None:
            also(f"i.wake_at IS {'NOT ' if self.snoozed else ''}NULL")
        if self.unlabelled and whole:
            also("i.id NOT IN (SELECT item_id FROM item_labels)")
        elif self.unlabelled:
            also("NOT EXISTS (SELECT 1 FROM item_labels l WHERE l.item_id = i.id)")
        if self.assignee == "" and whole:
            also("i.id NOT IN (SELECT id FROM interactions WHERE assignee <> '')")
        elif self.assignee == "":
            also("+i.assignee = ''")
        for n, (leading, asking, value) in enumerate(self.sets()):
            also(leading if n == lead else asking, *value)
        return " AND ".join(parts) or "1", values

    def sets(self) -> list[tuple[str, str, tuple[object, ...]]]:
        """Return what has members: (condition that reads them, one that asks a row, values)."""
        found: list[tuple[str, str, tuple[object, ...]]] = []
        if self.ids is not None:
            every = "i.id IN (SELECT value FROM json_each(?))"
            found.append((every, f"+{every}", (json.dumps(self.ids),)))
        if self.alike is not None:
            found.append(("i.alike = ?", "+i.alike = ?", (self.alike,)))
        if self.label is not None:
            found.append(
                (
                    "i.id IN (SELECT item_id FROM item_labels WHERE label = ?)",
                    "EXISTS (SELECT 1 FROM item_labels l WHERE l.item_id = i.id AND l.label = ?)",
                    (self.label,),
                )
            )
        if self.assignee:
            found.append(
                ("i.assignee = ? AND i.assignee <> ''", "+i.assignee = ?", (self.assignee,))
            )
        if self.vip:
            from cmapp.store.contacts import VIPS  # the rules of people: not for the first picture

            found.append((f"i.actor_id IN ({VIPS})", f"+i.actor_id IN ({VIPS})", ()))
        return found


def cursor(item: Item, order: Order) -> Cursor:
    """Return the place of a row in an order."""
    match order:
        case "queue":
            return (item.lane, item.due_at, item.id)
        case "wake":
            return (item.wake_at or 0, item.id)
        case _:
            return (item.id,)


def place(db: sqlite.Connection, item_id: int, order: Order) -> Cursor | None:
    """Return where an item stands now; None where there is no such item."""
    found = db.execute(
        f"SELECT {', '.join(_KEYS[order])} FROM interactions i WHERE i.id = ?", (item_id,)
    ).fetchone()
    return tuple(int(v or 0) for v in found) if found else None


def page(
    db: sqlite.Connection,
    which: Filter,
    *,
    order: Order = "newest",
    start: Cursor | None = None,
    after: Cursor | None = None,
    until: Cursor | None = None,
    limit: int = 64,
) -> list[Item]:
    """Return up to `limit` rows in `order`: from the place `start` on, or behind `after`.

    None of them stands at the place `until` or behind it.
    """
    found: list[int] = []
    for part, mark in _parts(which, order, start if start is not None else after):
        where, values = _planned(db, part, order)
        keys = _KEYS[order] if part is which else _KEYS[order][1:]
        if mark is not None:
            sign = "<" if order == "newest" else ">"
            equal = "=" if start is not None else ""
            where += f" AND ({', '.join(keys)}) {sign}{equal} ({', '.join('?' * len(mark))})"
            values.extend(mark)
        wanted = db.execute(
            f"SELECT {', '.join(_KEYS[order])} FROM interactions i WHERE {where}"
            f" ORDER BY {_by(keys, order)} LIMIT ?",
            (*values, limit - len(found)),
        )
        places = [tuple(int(v or 0) for v in r) for r in wanted]
        inside = [p for p in places if until is None or _before(p, until, order)]
        found += [p[-1] for p in inside]
        if len(found) >= limit or len(inside) < len(places):
            break
    # the ids first, out of the index alone; then what is shown of them
    rows = db.execute(
        f"{SELECT} WHERE i.id IN (SELECT value FROM json_each(?))", (json.dumps(found),)
    )
    items = {int(r["id"]): item_of(r) for r in rows}
    return [items[number] for number in found if number in items]


def _before(place: Cursor, other: Cursor, order: Order) -> bool:
    return place > other if order == "newest" else place < other


def _parts(which: Filter, order: Order, mark: Cursor | None) -> list[tuple[Filter, Cursor | None]]:
    """Return what to read one after the other: behind a mark in the queue, lane by lane.

    SQLite compares only the first of several columns in an index, and a lane may hold a million.
    """
    if order != "queue" or mark is None:
        return [(which, mark)]
    lane, *rest = mark
    wanted = range(lane, LOW + 1) if which.lane is None else (which.lane,)
    return [
        (replace(which, lane=n), tuple(rest) if n == lane else None) for n in wanted if n >= lane
    ]


def fences(
    db: sqlite.Connection, which: Filter, *, order: Order = "newest", every: int = 64
) -> tuple[int, list[Cursor]]:
    """Return how many rows there are, and the place of the first of each block of `every`."""
    where, values = which.where(0 if which.sets() else None, order=order, whole=True)
    keys = _KEYS[order]
    # counted by SQLite, which lets other threads run meanwhile: no row but the marks comes here
    marks = db.execute(
        f"""SELECT {", ".join(k[2:] for k in keys)}, n FROM (
              SELECT {", ".join(keys)}, row_number() OVER (ORDER BY {_by(keys, order)}) AS n
              FROM interactions i WHERE {where}) WHERE n % ? = 1 OR ? = 1 ORDER BY n""",
        (*values, every, every),
    ).fetchall()
    return count(db, which), [tuple(int(v) for v in r)[:-1] for r in marks]


def _by(keys: tuple[str, ...], order: Order) -> str:
    return ", ".join(f"{key} DESC" if order == "newest" else key for key in keys)


def _planned(db: sqlite.Connection, which: Filter, order: Order) -> tuple[str, list[object]]:
    """Return the condition that begins with whatever is few: SQLite cannot know."""
    for n, (leading, _, value) in enumerate(which.sets()):
        members = db.execute(
            f"SELECT count(*) FROM (SELECT 1 FROM interactions i WHERE {leading} LIMIT {FEW + 1})",
            value,
        ).fetchone()[0]
        if members <= FEW:
            return which.where(n, order=order)
    return which.where(order=order)


def count(db: sqlite.Connection, which: Filter) -> int:
    """Return how many interactions there are."""
    if which.tallied:
        where, values = which.where()
        said = where.replace("+i.", "i.")
        found = db.execute(f"SELECT coalesce(sum(n), 0) FROM tallies i WHERE {said}", values)
    else:
        where, values = which.where(0 if which.sets() else None, whole=True)
        found = db.execute(f"SELECT count(*) FROM interactions i WHERE {where}", values)
    return int(found.fetchone()[0])


def members(db: sqlite.Connection, which: Filter, *, limit: int) -> list[int]:
    """Return the ids of up to `limit` interactions, in no order that matters."""
    where, values = which.where(0 if which.sets() else None, whole=True)
    found = db.execute(f"SELECT i.id FROM interactions i WHERE {where} LIMIT ?", (*values, limit))
    return [int(r[0]) for r in found]


def version(db: sqlite.Connection) -> int:
    """Return a number that is another one once somebody else has written to the store."""
    return int(db.execute("PRAGMA data_version").fetchone()[0])


def assignees(db: sqlite.Connection) -> list[str]:
    """Return the names that items are assigned to."""
    found = db.execute(
        "SELECT DISTINCT assignee FROM interactions WHERE assignee <> '' ORDER BY assignee"
    )
    return [str(r[0]) for r in found]


def overdue(db: sqlite.Connection, *, now: int) -> int:
    """Return how many open interactions that need a reply should have had it by `now`."""
    found = db.execute(
        "SELECT count(*) FROM interactions WHERE state = 'open' AND needs_reply = 1"
        " AND lane IN (0, 1, 2, 3) AND due_at < ?",
        (now,),
    ).fetchone()
    return int(found[0])


def seen_since(db: sqlite.Connection, when: int) -> dict[str, int]:
    """Return how many interactions each account has that came in since `when` (UTC ms)."""
    found = db.execute(
        "SELECT account_id, count(*) FROM interactions NOT INDEXED WHERE id >= ? AND seen_at >= ?"
        " GROUP BY account_id",
        # what a platform tells late is older than its arrival, but hardly by a month
        (ids.at(when - 30 * 86_400_000), when),
    )
    return {r[0]: r[1] for r in found}


def queue(db: sqlite.Connection, which: Filter, *, limit: int) -> list[Item]:
    """Return what needs a reply, least time left first; then the rest, newest first (IN-04)."""
    found: list[Item] = []
    if which.state is None:
        return page(db, which, limit=limit)
    for needs in (True, False) if which.needs_reply is None else (which.needs_reply,):
        part = replace(which, needs_reply=needs)
        order: Order = "queue" if needs else "newest"
        found += page(db, part, order=order, limit=limit - len(found))
        if len(found) >= limit:
            break
    return found


def closing(db: sqlite.Connection, *, after: int, before: int) -> list[dict[str, object]]:
    """Return the open interactions whose reply window closes in that span (UTC ms): N4.

    {id, name, until}, the first to close first.
    """
    found = db.execute(
        """SELECT i.id, a.name, a.handle, s.reply_until FROM interactions i
           JOIN post_states s ON s.account_id = i.account_id AND s.post_id = i.post_id
           JOIN profiles a ON a.id = i.actor_id
           WHERE i.state = 'open' AND i.needs_reply = 1 AND s.reply_until BETWEEN ? AND ?
           ORDER BY s.reply_until""",
        (after, before),
    )
    return [
        {"id": str(r["id"]), "name": r["name"] or r["handle"], "until": r["reply_until"]}
        for r in found
    ]
