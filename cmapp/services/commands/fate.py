"""The command that tells what becomes of what is planned."""

from __future__ import annotations

from collections.abc import Sequence

from cmapp.services import calendar, fate
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, number
from cmapp.store.sqlite import Connection

_ROW = "row-"


def plan_fate(
    desk: Desk,
    ids: Sequence[str] | None = None,
    first: str | None = None,
    last: str | None = None,
    zone: str | None = None,
) -> Json:
    """Tell what applies now to each planned post: of `ids`, or of the days `first` to `last`.

    `ids` are those of drafts, or `row-ID` for a row of the outbox. Returns {fates: [{draft, row,
    account, segment, part, planned_at, what, facts}]}, by time; `what` is one of
    `domain.fate.What`, `facts` those of `domain.fate.Fate` that are known.
    Raises Missing (`unknown_draft`, `unknown_row`), Rejected (`bad_value`, `bad_hours`).
    """

    def look(db: Connection) -> Json:
        if ids is None:
            begins = calendar.day(first or "", "first")
            ends = calendar.day(last, "last") if last else begins
            span = calendar.span(begins, ends, calendar.zone_for(db, zone))
            told = fate.between(desk, db, *span)
        else:
            drafts = [number(i, "unknown_draft") for i in ids if not i.startswith(_ROW)]
            rows = [number(i[len(_ROW) :], "unknown_row") for i in ids if i.startswith(_ROW)]
            told = [*fate.of_drafts(desk, db, drafts), *fate.of_ids(desk, db, rows)]
        return {"fates": [fate.post_json(row, one) for row, one in told]}

    return desk.store.read(look)
