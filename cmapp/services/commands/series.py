"""Commands on series: what comes again until its end, skipped once, changed, ended (CA-10)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cmapp.domain import hours as office_hours
from cmapp.domain import recurrence
from cmapp.domain.errors import Missing, Rejected
from cmapp.services import calendar, recurring
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, number, undo_by
from cmapp.store import accounts, deeds, drafts, series
from cmapp.store.database import Tx
from cmapp.store.series import Series
from cmapp.store.sqlite import Connection

MOST_VARIATIONS = 200


def series_list(desk: Desk, ended: bool = True) -> Json:
    """Return {series: [{id, title, rule, wall, zone, last_day, count, …, next}]}, with its end."""

    def look(db: Connection) -> Json:
        found = series.every(db, ended=ended)
        return {"series": [recurring.series_json(desk, db, one) for one in found]}

    return desk.store.read(look)


def series_preview(
    desk: Desk,
    rule: str,
    wall: str,
    zone: str | None = None,
    last_day: str | None = None,
    count: int | None = None,
    skipped: Sequence[str] = (),
    variations: Sequence[str] = (),
    repeat: bool = False,
    most: int = 10,
) -> Json:
    """Return {next: [{day, wall, at, moved_from, variation}], total, trouble}; keeps nothing.

    `trouble`: {code, facts} where the series could not be like this, else None.
    """
    try:
        name = desk.store.read(lambda db: calendar.zone_for(db, zone))
        one = _checked(
            rule, wall, name, last_day, count, skipped=skipped, variations=variations, repeat=repeat
        )
        found = recurring.preview(desk, None, one, {}, most=most)
        total = len(recurring.times(one))
    except Rejected as no:
        return {"next": [], "total": 0, "trouble": {"code": no.why, "facts": dict(no.facts)}}
    return {"next": found, "total": total, "trouble": None}


def _checked(
    rule: str,
    wall: str,
    zone: str,
    last_day: str | None,
    count: int | None,
    *,
    skipped: Sequence[str],
    variations: Sequence[str],
    repeat: bool,
) -> Series:
    found = recurrence.checked(rule, wall, last_day=last_day or None, count=count)
    texts = recurrence.distinct(variations)[:MOST_VARIATIONS]
    if repeat and len(texts) == 1:
        raise Rejected("bad_series", field="variations", reason="same_text", value=texts[0][:40])
    return Series(
        0, "", found.text, wall[:16].replace(" ", "T"), office_hours.zone(zone).key,
        found.last_day.isoformat() if found.last_day else None, found.count,
        {"repeat": repeat}, texts, list(skipped), None, 0, None,
    )  # fmt: skip


def series_save(
    desk: Desk,
    id: str | None = None,
    title: str | None = None,
    rule: str | None = None,
    wall: str | None = None,
    zone: str | None = None,
    last_day: str | None = None,
    count: int | None = None,
    draft: Mapping[str, Any] | None = None,
    source: str | None = None,
    variations: Sequence[str] | None = None,
    repeat: bool | None = None,
    queue: bool | None = None,
) -> Json:
    """Make a series, or change one (what is None stays); returns {series: [it], made, undo}.

    `rule` is an RRULE without times of day; `wall` the first time (`2026-12-01T09:00` in `zone`).
    An end is needed: `last_day`, or `count` times. `draft`: {text, accounts | variants [{account,
    segment, text, options}], options, brief, pillar, campaign, media}; `source`: a draft to take
    all that from. `variations`: texts that take turns, once each or (`repeat`) again and again.
    `queue`: each goes out at its time once the checks pass (the default with variations); else it
    waits as a planned draft. Drafts are made `recurring.HORIZON` days ahead.

    Raises Rejected (`never_ends`, `bad_series`, `bad_time`, `bad_hours`, `empty`,
    `plan_incomplete`), Missing (`unknown_series`, `unknown_draft`, `unknown_account`).
    """

    def go(tx: Tx) -> tuple[int, int, Json]:
        old = _one(tx.db, id) if id is not None else None
        given = _template(desk, tx.db, draft, source, old)
        new_end = last_day is not None or count is not None
        kept = old if not new_end and not (rule and ("COUNT" in rule or "UNTIL" in rule)) else None
        texts = list(variations) if variations is not None else (old.variations if old else [])
        again = repeat if repeat is not None else bool(old and old.draft.get("repeat"))
        checked = _checked(
            rule or (old.rule if old else ""),
            wall or (old.wall if old else ""),
            zone or (old.zone if old else calendar.zone_for(tx.db, None)),
            last_day or (kept.last_day if kept else None),
            count if count is not None else (kept.count if kept else None),
            skipped=old.skipped if old else (),
            variations=texts,
            repeat=again,
        )
        name = " ".join((title if title is not None else old.title if old else "").split())[:200]
        if not name:
            raise Rejected("empty", field="title", reason="empty")
        if not given.get("text") and not checked.variations and not given.get("media"):
            raise Rejected("empty", field="text", reason="empty")
        waits = queue if queue is not None else (
            bool(old.draft.get("queue")) if old else bool(checked.variations)
        )  # fmt: skip
        recurring.must_be_complete(desk, given)
        values = {
            **recurring.row(checked),
            "title": name,
            "draft": {**given, "repeat": again, "queue": waits},
            "ended_at": None,
        }
        made = series.save(tx, old.id if old else None, values, now=desk.now())
        count_made = recurring.remake(desk, tx, made)
        return made, count_made, _kept(desk, tx, "calendar.series.save", made, old)

    made, count_made, back = desk.store.write(go)
    shown = desk.store.read(lambda db: recurring.series_json(desk, db, _one(db, str(made))))
    return {"series": [shown], "made": count_made, "undo": back}


def _kept(desk: Desk, tx: Tx, command: str, made: int, old: Series | None) -> Json:
    back = undo_by(
        "calendar.series.put_back", id=str(made), was=recurring.row(old) if old else None
    )
    deeds.add(tx, command, {"series": str(made)}, now=desk.now(), undo=back)
    return back


def _one(db: Connection, id: str) -> Series:
    found = series.by_id(db, number(id, "unknown_series"))
    if found is None:
        raise Missing("unknown_series", id=id)
    return found


def _template(
    desk: Desk,
    db: Connection,
    given: Mapping[str, Any] | None,
    source: str | None,
    old: Series | None,
) -> dict[str, Any]:
    """Return what each time begins as: as it was, under a draft, under what is given."""
    made: dict[str, Any] = dict(old.draft) if old else {}
    if source is not None:
        found = drafts.by_id(db, number(source, "unknown_draft"))
        if found is None:
            raise Missing("unknown_draft", id=source)
        made |= {
            "text": found.text, "media": found.media, "options": found.options,
            "brief": found.brief, "pillar": found.pillar, "campaign": found.campaign_id,
            "account": found.account_id,
            "variants": [
                {
                    "account_id": v.account_id, "segment": v.segment, "text": v.text,
                    "media": v.media, "options": v.options,
                }
                for v in found.variants
            ],
        }  # fmt: skip
    for name, value in (given or {}).items():
        match name:
            case "accounts":
                made["variants"] = [{"account_id": str(a)} for a in value]
            case "variants":
                made["variants"] = [
                    {
                        "account_id": str(v["account"]), "segment": str(v.get("segment") or ""),
                        "text": v.get("text"), "options": v.get("options") or {},
                    }
                    for v in value
                ]  # fmt: skip
            case "campaign":
                made["campaign"] = number(value, "unknown_campaign") if value else None
            case "text" | "media" | "options" | "brief" | "pillar":
                made[name] = value
            case _:
                raise Rejected("bad_series", field="draft", reason="unknown_field", value=name[:40])
    if made.get("campaign"):
        calendar.must_be_campaign(db, made["campaign"])
    for one in made.get("variants") or ():
        if accounts.by_id(db, one["account_id"]) is None:
            raise Missing("unknown_account", id=one["account_id"])
    return made


def _change(
    desk: Desk, command: str, id: str, values: Callable[[Series], Mapping[str, Any]]
) -> Json:
    def go(tx: Tx) -> Json:
        old = _one(tx.db, id)
        series.save(tx, old.id, {**values(old), "made_until": None}, now=desk.now())
        recurring.remake(desk, tx, old.id)
        return _kept(desk, tx, command, old.id, old)

    back = desk.store.write(go)
    shown = desk.store.read(lambda db: recurring.series_json(desk, db, _one(db, id)))
    return {"series": [shown], "undo": back}


def series_skip(desk: Desk, id: str, day: str, skip: bool = True) -> Json:
    """Leave a series out on one day, or (`skip` false) not; returns {series: [it], undo}.

    What a person has changed, or what is out, stays. Raises Rejected (`bad_series`,
    `not_that_day`), Missing.
    """
    wanted = calendar.day(day, "day").isoformat()

    def values(old: Series) -> Mapping[str, Any]:
        days = {w.date().isoformat() for w in recurrence.occurrences(recurring.rule_of(old))}
        if wanted not in days:
            raise Rejected("bad_series", field="day", reason="not_that_day", value=wanted)
        rest = [d for d in old.skipped if d != wanted]
        return {"skipped": sorted([*rest, wanted] if skip else rest)}

    return _change(desk, "calendar.series.skip", id, values)


def series_end(desk: Desk, id: str) -> Json:
    """End a series now: what it has planned and nobody touched goes; returns {series, undo}."""
    return _change(desk, "calendar.series.end", id, lambda _: {"ended_at": desk.now()})


def series_put_back(desk: Desk, id: str, was: Mapping[str, Any] | None = None) -> Json:
    """Let a series be what it was before another command, its drafts with it; returns {}."""

    def go(tx: Tx) -> None:
        if series.by_id(tx.db, number(id, "unknown_series")) is None:
            raise Missing("unknown_series", id=id)
        recurring.put_back(desk, tx, int(id), was)

    desk.store.write(go)
    return {}
