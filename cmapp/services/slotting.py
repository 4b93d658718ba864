"""The next time at which an account posts as a rule and nothing stands yet."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from cmapp.domain import plan_times
from cmapp.domain.errors import Rejected
from cmapp.services import calendar
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, iso
from cmapp.store import plans, slots
from cmapp.store.sqlite import Connection

AHEAD = 120
"""How many days ahead a free slot is looked for."""


def free(
    desk: Desk, db: Connection, account: str, *, after: int | None = None, zone: str | None = None
) -> Json:
    """Return {account, at, wall, zone} of the next free slot, {} where there is none.

    A slot is taken by anything that is planned for the account in its minute; a clock that
    summer time skips is no slot. `after`: UTC ms, now if it is earlier.
    """
    named = calendar.zone_for(db, zone, account)
    since = max(desk.now(), after or 0)
    today = plan_times.clock(since, named).date()
    wanted = slots.of_account(db, account)
    end = since + (AHEAD + 2) * 86_400_000
    taken = {
        e.planned_at // 60_000
        for e in plans.entries(db, since, end, now=desk.now(), account=account)
    }
    for n in range(AHEAD):
        day = today + timedelta(days=n)
        for weekday, minute in wanted:
            if weekday != day.weekday():
                continue
            wall = datetime.combine(day, time(minute // 60, minute % 60))
            try:
                at = plan_times.moment(wall, named)
            except Rejected:
                continue
            if at > since and at // 60_000 not in taken:
                return {
                    "account": account, "at": iso(at), "wall": plan_times.write(wall),
                    "zone": named,
                }  # fmt: skip
    return {}
