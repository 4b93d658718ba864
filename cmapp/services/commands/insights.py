"""Commands on charts: which there are, one of them as data, the rows behind a number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime, timedelta

from cmapp.domain import chart, hours
from cmapp.domain.errors import Missing, Rejected
from cmapp.services import clocks, insights, opened
from cmapp.services.desk import Desk
from cmapp.services.insights import Insight, Scope
from cmapp.services.shapes import Json, iso
from cmapp.store import accounts as accounts_store
from cmapp.store.activity import SLOT

DAYS = 30
MOST_DAYS = 3_660
FIRST, LAST = MOST_DAYS * 86_400_000, 4_102_444_800_000
"""Between which moments (UTC ms) a span may end: all days of it are days since 1970, to 2100."""


def insights_list(desk: Desk) -> Json:
    """Return the charts: {charts: [{name, group, metrics, options, heavy}]}."""
    return {
        "charts": [
            {
                "name": one.name,
                "group": one.group,
                "metrics": list(one.metrics),
                "options": {name: list(values) for name, values in one.options.items()},
                "heavy": one.heavy,
            }
            for one in map(insights.get, insights.CHARTS)
        ]
    }


def insights_show(
    desk: Desk,
    name: str,
    since: str | int | None = None,
    until: str | int | None = None,
    days: int = DAYS,
    accounts: Sequence[str] = (),
    zone: str | None = None,
    options: Mapping[str, str] | None = None,
) -> Json:
    """Return a chart as data: see `domain/chart.py`; times in it are UTC ms.

    `since` and `until` are days of the zone (the last one belongs to it) or UTC ms; without them
    the last `days` days, today among them. `accounts`: all, unless some are named.

    Raises Missing (`unknown_chart`, `unknown_account`), Rejected (`bad_value`, `bad_hours`).
    """
    one = insights.get(name)
    asked = scope(desk, one, since, until, days, accounts, zone, options)
    return chart.to_json(desk.store.read(lambda db: one.draw(db, asked)))


def insights_rows(
    desk: Desk,
    name: str,
    key: str,
    since: str | int | None = None,
    until: str | int | None = None,
    days: int = DAYS,
    accounts: Sequence[str] = (),
    zone: str | None = None,
    options: Mapping[str, str] | None = None,
) -> Json:
    """Return what stands behind a number: {total, rows}, the rows as `domain/chart.py: Row`.

    `key` is that of a datum or a figure of the same chart over the same span. Raises as
    `insights_show`, and Rejected (`bad_value`) for a key that is not one.
    """
    one = insights.get(name)
    asked = scope(desk, one, since, until, days, accounts, zone, options)
    try:
        found = desk.store.read(lambda db: one.rows(db, asked, key))
    except (ValueError, KeyError):
        raise Rejected("bad_value", field="key", reason="bad_value", value=key[:80]) from None
    return {"total": found.total, "rows": [{**asdict(r), "at": iso(r.at)} for r in found.rows]}


def insights_opened(desk: Desk, kind: str, id: str) -> Json:
    """Return what a row of kind `post` or `outbox` leads to: the words, and what came of them.

    {text, at, who, url, account, state, total, rows}: `rows` as `insights.rows` tells them. Of a
    post they are what was directed at it; of an outbox row the conversation that it answers, then
    what its own post got. `state` is that of the outbox, "" of a post. Raises Missing
    (`unknown_item`, `unknown_row`), Rejected (`bad_value`).
    """
    if kind not in ("post", "outbox"):
        raise Rejected("bad_value", field="kind", reason="bad_value", value=kind[:40])
    if not id.isdecimal() or len(id) > 19 or int(id) >= 1 << 63:
        raise Rejected("bad_value", field="id", reason="bad_value", value=id[:40])
    find = opened.post if kind == "post" else opened.sent
    found = desk.store.read(lambda db: find(db, int(id)))
    if found is None:
        raise Missing("unknown_item" if kind == "post" else "unknown_row", id=id)
    rows = [{**asdict(r), "at": iso(r.at)} for r in found.rows.rows]
    told = {**asdict(found), "at": iso(found.at), "total": found.rows.total, "rows": rows}
    return told


def insights_rebuild(desk: Desk) -> Json:
    """Compare what charts sum up with its rows, and make it anew: {differences, first} before."""
    from cmapp.services import figures  # it brings the calendar: a chart needs none of it (T9)

    return figures.rebuild(desk)


def insights_board(
    desk: Desk,
    since: str | int | None = None,
    until: str | int | None = None,
    days: int = DAYS,
    accounts: Sequence[str] = (),
    zone: str | None = None,
) -> Json:
    """Return the numbers of the overview: {since, until, zone, charts, heads: [{figure, before}]}.

    A figure is `domain/chart.py: Figure`; `before` is that of as long a time just before. `charts`
    are the names of the charts below them. Raises as `insights.show`.
    """
    from cmapp.services.insights import dashboard  # not before an overview is asked for

    asked = scope(desk, None, since, until, days, accounts, zone, None)
    found = desk.store.read(lambda db: dashboard.heads(db, asked))
    return {
        "since": asked.since,
        "until": asked.until,
        "zone": asked.zone,
        "charts": list(dashboard.CHARTS),
        "heads": [asdict(head) for head in found],
    }


def scope(
    desk: Desk,
    one: Insight | None,
    since: str | int | None,
    until: str | int | None,
    days: int,
    accounts: Sequence[str],
    zone: str | None,
    options: Mapping[str, str] | None,
) -> Scope:
    """Return what is asked about, put right: whole quarters of an hour, accounts that there are."""
    if not 1 <= days <= MOST_DAYS:
        raise Rejected("bad_value", field="days", reason="bad_value", value=str(days))
    every = tuple(a.id for a in desk.store.read(accounts_store.every))
    for one_of in accounts:
        if one_of not in every:
            raise Missing("unknown_account", id=one_of)
    whose = tuple(accounts) or every
    named = hours.zone(zone).key if zone else desk.store.read(lambda db: clocks.zone_of(db, ""))
    clock = hours.zone(named)
    now = desk.now()
    today = datetime.fromtimestamp(now / 1000, clock).date()
    end = -(-now // SLOT) * SLOT if until is None else _moment(until, named, "until")
    if not FIRST <= end <= LAST:
        raise Rejected("bad_value", field="until", reason="out_of_range", value=str(until)[:40])
    first = today - timedelta(days=days - 1)
    if until is not None and since is None:
        first = datetime.fromtimestamp((end - 1) / 1000, clock).date() - timedelta(days=days - 1)
    begin = hours.midnight(first, clock) if since is None else _moment(since, named, "since")
    if begin < 0 or begin >= end or end - begin > MOST_DAYS * 86_400_000:
        raise Rejected("bad_value", field="since", reason="bad_value", value=str(since)[:40])
    return Scope(begin, end, named, now, whose, _checked(one, options or {}))


def _moment(given: str | int, zone: str, field: str) -> int:
    if isinstance(given, int):
        return given // SLOT * SLOT if field == "since" else -(-given // SLOT) * SLOT
    try:
        day = date.fromisoformat(given.strip())
        first = day if field == "since" else day + timedelta(days=1)
        return hours.midnight(first, hours.zone(zone))
    except (ValueError, OverflowError):
        raise Rejected("bad_value", field=field, reason="not_a_day", value=given[:40]) from None


def _checked(one: Insight | None, options: Mapping[str, str]) -> Mapping[str, str]:
    if one is None:
        return dict(options)
    for name, value in options.items():
        allowed = one.options.get(name)
        if allowed is None or (allowed and value not in allowed):
            raise Rejected("bad_value", field=name, reason="bad_value", value=str(value)[:80])
    return {n: values[0] if values else "" for n, values in one.options.items()} | dict(options)
