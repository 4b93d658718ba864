"""The calendar as people read it: days of a zone, what stands on them, and what moves (CA-01)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from cmapp.domain import hours as office_hours
from cmapp.domain import plan_times
from cmapp.domain.errors import Missing, Rejected
from cmapp.services import clocks, fate, planning
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, iso
from cmapp.store import accounts, campaigns, office, plans, series
from cmapp.store.campaigns import Campaign
from cmapp.store.plans import Entry
from cmapp.store.sqlite import Connection

MOST_DAYS = 400
"""How many days one question may span."""


def zone_for(db: Connection, given: str | None = None, account: str = "") -> str:
    """Return the zone that days run in: the one given, else the account's, office's, machine's.

    Raises Rejected (`bad_hours`, `unknown_zone`).
    """
    if given:
        return office_hours.zone(given).key
    own = office.hours_of(db, account) if account else None
    return planning.zone_here(db) if own is None else clocks.hours_for(db, account).zone


def day(text: str, field: str) -> date:
    """Read `2026-12-01`, of 1900 to 2199. Raises Rejected (`bad_value`)."""
    try:
        found = date.fromisoformat(text.strip())
    except ValueError:
        found = date.min
    if not 1900 <= found.year < 2200:  # at the ends of the calendar no zone can reckon
        raise Rejected("bad_value", field=field, reason="not_a_day", value=text[:40])
    return found


def span(first: date, last: date, zone: str) -> tuple[int, int]:
    """Return the moments (UTC ms) at which the first day begins and the last one has ended.

    Raises Rejected (`bad_value`): it ends before it begins, or is longer than `MOST_DAYS`.
    """
    if last < first:
        raise Rejected("bad_value", field="last", reason="ends_before_start", value=str(last))
    if (last - first).days >= MOST_DAYS:
        raise Rejected("bad_value", field="last", reason="too_long", value=str(last))
    there = office_hours.zone(zone)
    return moment_of(first, there), moment_of(last + timedelta(days=1), there)


def moment_of(at: date, there: tzinfo) -> int:
    """Return when a day begins in a zone (UTC ms)."""
    # where midnight is skipped the day begins with the first clock that there is
    return round(datetime.combine(at, time(), tzinfo=there).astimezone(UTC).timestamp() * 1000)


def show(
    desk: Desk,
    db: Connection,
    first: date,
    last: date,
    *,
    zone: str | None = None,
    account: str | None = None,
    campaign: int | None = None,
    light: bool = False,
) -> Json:
    """Return {first, last, zone, entries, holidays, busy, campaigns, series} of some days.

    `light`: entries are as `store.plans.light` tells them, and `busy` and `series` are empty.
    """
    if account is not None and accounts.by_id(db, account) is None:
        raise Missing("unknown_account", id=account)
    if campaign is not None:
        must_be_campaign(db, campaign)
    name = zone_for(db, zone)
    start, end = span(first, last, name)
    there = office_hours.zone(name)
    told: list[Json] = []
    used: set[int | None] = set()
    repeated: set[int] = set()
    if light:
        told = plans.light(db, start, end, now=desk.now(), account=account, campaign=campaign)
        used = {e["campaign"] for e in told}
    else:
        found = plans.entries(db, start, end, now=desk.now(), account=account, campaign=campaign)
        fates = fate.by_entry(fate.between(desk, db, start, end))
        told = [entry_json(e, there, fates) for e in found]
        used = {e.campaign for e in found}
        repeated = {e.series for e in found if e.series is not None}
    return {
        "first": first.isoformat(),
        "last": last.isoformat(),
        "zone": name,
        "entries": told,
        "holidays": [
            {"day": h.day.isoformat(), "name": h.name, "works": h.works, "calendar": h.calendar}
            for h in plans.holidays(db, first, last)
        ],
        "busy": [
            {"from": iso(a), "to": iso(b), "name": name}
            for (a, b), name in (() if light else plans.busy(db, start, end))
        ],
        "campaigns": [
            {
                "id": str(c.id), "name": c.name, "color": c.color, "pattern": c.pattern,
                "first_day": c.first_day, "last_day": c.last_day,
            }
            for c in campaigns.every(db)
            if c.id in used or _touches(c, first, last)
        ],
        "series": [
            {"id": str(s.id), "title": s.title, "rule": s.rule}
            for s in (series.every(db) if repeated else ())
            if s.id in repeated
        ],
    }  # fmt: skip


def must_be_campaign(db: Connection, number: int) -> Campaign:
    """Return a campaign. Raises Missing (`unknown_campaign`)."""
    found = campaigns.by_id(db, number)
    if found is None:
        raise Missing("unknown_campaign", id=str(number))
    return found


def campaign_named(db: Connection, name: str) -> int:
    """Return the campaign of this id or name. Raises Missing (`unknown_campaign`)."""
    found = campaigns.by_name(db, name)
    if found is None and name.isascii() and name.isdigit() and len(name) < 20:
        found = campaigns.by_id(db, int(name))
    if found is None:
        raise Missing("unknown_campaign", id=name[:60])
    return found.id


def _touches(campaign: Campaign, first: date, last: date) -> bool:
    begins, ends = campaign.first_day, campaign.last_day
    if begins is None and ends is None:
        return False
    return (begins or "") <= last.isoformat() and (ends or "9999") >= first.isoformat()


def entry_json(entry: Entry, there: tzinfo, told: fate.Told) -> Json:
    """Return an entry with its day and time on the wall of a zone, and what becomes of it."""
    local = plan_times.local(entry.planned_at, there)
    return {
        "id": entry.key,
        "draft": str(entry.draft) if entry.draft is not None else None,
        "row": str(entry.row) if entry.row is not None else None,
        "day": local.date().isoformat(),
        "time": local.isoformat()[11:16],
        "at": iso(entry.planned_at),
        "wall": entry.wall,
        "zone": entry.zone,
        "state": entry.state,
        "late": entry.late,
        "held": list(entry.held),
        "fate": fate.json_or_none(told.of(entry.draft, [r.id for r in entry.rows])),
        "title": entry.title,
        "text": entry.text,
        "accounts": list(entry.accounts),
        "rows": [
            {
                "id": str(r.id), "account": r.account_id, "segment": r.segment, "part": r.part,
                "state": r.state, "reason": r.reason,
                "fate": fate.json_or_none(told.rows.get(r.id)),
            }
            for r in entry.rows
        ],
        "campaign": str(entry.campaign) if entry.campaign is not None else None,
        "series": str(entry.series) if entry.series is not None else None,
        "occurrence": entry.occurrence,
        "pillar": entry.pillar,
        "media": entry.media,
        "repost": entry.repost,
        "notes": notes(entry),
    }  # fmt: skip


def notes(entry: Entry) -> list[Json]:
    """Return what is to be said of an entry: [{code, …}].

    `moved_on`: its series says a clock that summer time skips on that day (`from`).
    """
    said: list[Json] = []
    if entry.occurrence and entry.zone and entry.wall and entry.occurrence != entry.wall:
        try:
            plan_times.moment(plan_times.read(entry.occurrence), entry.zone)
        except Rejected as no:
            if no.facts.get("next") == entry.wall:
                said.append({"code": "moved_on", "from": entry.occurrence[11:16]})
    return said
