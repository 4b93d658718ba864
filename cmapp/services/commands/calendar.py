"""Commands on the calendar: what stands on which day (CA-01, CA-06 to CA-09)."""

from __future__ import annotations

from cmapp.services import calendar
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, number


def calendar_list(
    desk: Desk,
    first: str,
    last: str | None = None,
    zone: str | None = None,
    account: str | None = None,
    campaign: str | None = None,
) -> Json:
    """Return what stands on the days from `first` to `last` (ISO dates, both included).

    {first, last, zone, entries, holidays, busy, campaigns, series}; an entry is {id, draft, row,
    day, time (in `zone`), planned_at, wall, own_zone, state, late, title, text, accounts, rows,
    campaign, series, occurrence, pillar, media, notes}. Raises Rejected (`bad_value`,
    `bad_hours`), Missing (`unknown_account`, `unknown_campaign`).
    """
    begins = calendar.day(first, "first")
    ends = calendar.day(last, "last") if last else begins
    if account is not None:
        desk.account(account)
    chosen = number(campaign, "unknown_campaign") if campaign else None
    return desk.store.read(
        lambda db: calendar.show(
            desk, db, begins, ends, zone=zone, account=account, campaign=chosen
        )
    )
