"""What charts sum up, kept true: the zone its days run in, and whether it equals its rows.

The engine asks in its idle time, a piece at a time; `cmapp doctor` asks for all of it at once.
What differs is made anew from the rows at once, and said: a problem with how much it was and the
first of it, because a store whose sums went wrong may have been written by something else.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from typing import Any

from cmapp.domain import hours
from cmapp.services import calendar
from cmapp.services.desk import Desk
from cmapp.services.shapes import iso
from cmapp.store import accounts, gathered, problems, rollups, ties
from cmapp.store.database import Tx
from cmapp.store.own_posts import OwnPost
from cmapp.store.rollups import Difference
from cmapp.store.sqlite import Connection

log = logging.getLogger(__name__)

PIECE = 7 * 86_400_000
"""How much is compared at a time (ms): some 100 ms where 14,000 things come in a day."""
AGAIN = 7 * 86_400_000
"""When, after the whole was compared, it is begun again (ms)."""


def keep_up(desk: Desk) -> None:
    """Follow a changed zone, and compare the next piece."""
    zone = hours.zone(desk.store.read(calendar.zone_for))
    now = desk.now()
    if not desk.store.read(lambda db: rollups.keeps(db, zone, now=now)):
        desk.store.write(lambda tx: rollups.set_zone(tx, zone, now=now))
    if due := desk.store.read(lambda db: gathered.due(db, now=now)):
        desk.store.write(lambda tx: gathered.keep(tx, due))
    place, done = desk.store.read(rollups.place)
    if place is None and 0 <= now - done < AGAIN:
        return
    low, high = desk.store.read(rollups.extent)
    since = low if place is None else max(low, place)
    until = min(since + PIECE, high)
    found = desk.store.read(lambda db: rollups.verify(db, since, until))
    last = until >= high
    days = desk.store.read(rollups.verify_days) if last else []
    apart = desk.store.read(lambda db: _gathered_apart(db, since, until))

    def keep(tx: Tx) -> None:
        if found or days:
            _put_right(tx, [*found, *days], since, until, now=now)
        if apart:
            gathered.keep(tx, apart)
            _say(tx, {"count": len(apart), "account": apart[0].account,
                      "at": iso(apart[0].at)}, now=now)  # fmt: skip
        rollups.set_place(tx, at=None if last else until, done=now if last else 0)

    desk.store.write(keep)


def examine(db: Connection) -> dict[str, Any]:
    """Return {differences, first, ties} of the whole: `first` as `_told`, None where all is right.

    `ties`: how many counts of who answers whom differ, by table.
    """
    found = [*rollups.verify(db), *rollups.verify_days(db)]
    apart = ties.differences(db)
    if posts := len(_gathered_apart(db, 0, 1 << 42)):
        apart["gathered"] = posts
    return {
        "differences": len(found) + sum(apart.values()),
        "first": _told(found[0]) if found else None,
        "ties": apart,
    }


def rebuild(desk: Desk) -> dict[str, Any]:
    """Compare everything, make anew what differs, and call the matter settled.

    Returns what `examine` found before; a count of 40 means 40 or more.
    """

    def make(tx: Tx) -> dict[str, Any]:
        before = examine(tx.db)
        rollups.rebuild(tx)
        if before["ties"]:
            ties.rebuild(tx)
        gathered.forget(tx)
        problems.solve(tx, "rollups_differed")
        return before

    return desk.store.write(make)


def _put_right(tx: Tx, found: Sequence[Difference], since: int, until: int, *, now: int) -> None:
    rollups.rebuild(tx, since, until)
    _say(tx, {"count": len(found), **_told(found[0])}, now=now)


def _gathered_apart(db: Connection, since: int, until: int) -> list[OwnPost]:
    return gathered.differing(db, [a.id for a in accounts.every(db)], since, until)


def _say(tx: Tx, facts: dict[str, Any], *, now: int) -> None:
    log.warning("the roll-ups did not equal their rows: %s", facts)
    problems.report(tx, "rollups_differed", now=now, facts=facts)


def _told(one: Difference) -> dict[str, Any]:
    return {
        "account": one.account,
        "at": iso(one.at * 86_400_000 if one.whole_day else one.at),
        "kept": json.dumps(dict(one.kept)),
        "rows": json.dumps(dict(one.rows)),
    }
