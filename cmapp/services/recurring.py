"""Series become drafts: planned ahead, once each, and queued where that was asked for (CA-10).

Each occurrence has its row in `series_made`, written with its draft in one transaction: whatever
is killed, none is made twice, and one that a person deleted does not come back. What a person
changed is theirs; a change of the series leaves it alone.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from cmapp.domain import plan_times, recurrence
from cmapp.domain.errors import Rejected, Trouble
from cmapp.domain.recurrence import Rule, Time
from cmapp.services import planning, posting
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, iso
from cmapp.store import drafts, outbox, series
from cmapp.store.database import Tx
from cmapp.store.drafts import Draft, Variant
from cmapp.store.series import Made, Series
from cmapp.store.sqlite import Connection

log = logging.getLogger(__name__)

HORIZON = 60
"""How many days ahead drafts are made."""


def rule_of(one: Series) -> Rule:
    """Return the rule of a series with its end."""
    return recurrence.checked(one.rule, one.wall, last_day=one.last_day, count=one.count)


def times(one: Series, *, until: date | None = None) -> list[Time]:
    """Return when a series takes place, up to a day."""
    found = recurrence.occurrences(rule_of(one), until=until, skipped=one.skipped)
    return [recurrence.on_the_clock(wall, one.zone) for wall in found]


def mark(draft: Draft) -> str:
    """Return what tells whether a person has changed a draft since it was made."""
    parts = [
        draft.text, draft.title, draft.media, draft.options, draft.brief, draft.pillar,
        draft.campaign_id, draft.wall, draft.zone, draft.account_id,
        [[v.account_id, v.segment, v.text, v.media, v.options] for v in draft.variants],
    ]  # fmt: skip
    plain = json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()[:16]


def keep_up(desk: Desk) -> int:
    """Make what the next `HORIZON` days need, and queue what is to be queued; returns how many.

    Called by the engine again and again; where nothing is to be done it only reads.
    """
    made = 0
    for one in desk.store.read(lambda db: series.every(db, ended=False)):
        try:
            if one.made_until is None or one.made_until < _horizon(desk, one).isoformat():
                made += desk.store.write(lambda tx, n=one.id: make(desk, tx, n))  # type: ignore[misc]
        except Rejected as no:  # its zone is not known here any more, say: the others go on
            log.warning("the series %s cannot be made: %s", one.id, no)
    if desk.store.read(series.untried):
        desk.store.write(lambda tx: queue_made(desk, tx))
    return made


def _horizon(desk: Desk, one: Series) -> date:
    return plan_times.clock(desk.now(), one.zone).date() + timedelta(days=HORIZON)


def sequence(
    one: Series, fixed: Mapping[str, int | None], *, now: int, until: date | None = None
) -> Iterator[tuple[Time, int | None]]:
    """Yield the times to come that are not `fixed`, each with the text whose turn it is.

    `fixed`: occurrence → which text it has; they keep theirs. Ends where the texts run out.
    """
    last: int | None = None
    for time in times(one, until=until):
        if time.occurrence in fixed:
            last = fixed[time.occurrence] if one.variations else None
            continue
        if time.at <= now:
            continue
        if one.variations:
            last = recurrence.next_variation(
                last, len(one.variations), repeat=bool(one.draft.get("repeat"))
            )
            if last is None:
                return
        yield time, last


def make(desk: Desk, tx: Tx, number: int, *, anew: Mapping[str, int] | None = None) -> int:
    """Make the drafts of a series that are not there yet; returns how many.

    `anew`: occurrence → the id of the draft that it had. It keeps it, so that its rows wait for
    what a server still holds of the old ones.
    """
    one = series.by_id(tx.db, number)
    if one is None or one.ended_at is not None:
        return 0
    horizon, now = _horizon(desk, one), desk.now()
    fixed = {m.occurrence: m.variation for m in series.made(tx.db, number)}
    count = 0
    for time, variation in sequence(one, fixed, now=now, until=horizon):
        before = (anew or {}).get(time.occurrence)
        _make_one(tx, one, time, variation, now=now, draft_id=before)
        count += 1
    series.save(tx, number, {"made_until": horizon.isoformat()}, now=now)
    queue_made(desk, tx, number)
    return count


def queue_made(desk: Desk, tx: Tx, number: int | None = None) -> None:
    """Hand to the outbox what was made (by one series) and not handed over yet."""
    for one, occurrence, draft in series.untried(tx.db):
        if number in (None, one):
            _queue(desk, tx, one, occurrence, draft)


def _as_made(one: Series, time: Time, variation: int | None) -> Draft:
    """Return what an occurrence begins as; only what `mark` looks at is in it."""
    given = one.draft
    return Draft(
        0, given.get("account"), None, None,
        str(given.get("text") or "") if variation is None else one.variations[variation],
        given.get("media") or [], None, "draft", 0, 0, 1, one.title,
        options=given.get("options") or {}, brief=given.get("brief") or {}, wall=time.wall,
        zone=one.zone, planned_at=time.at, campaign_id=given.get("campaign"),
        pillar=given.get("pillar") or "",
        variants=tuple(Variant(**v) for v in given.get("variants") or ()),
    )  # fmt: skip


def _make_one(
    tx: Tx, one: Series, time: Time, variation: int | None, *, now: int, draft_id: int | None
) -> None:
    new = _as_made(one, time, variation)
    draft = drafts.save(
        tx, new.text, now=now, draft_id=draft_id, account_id=new.account_id, media=new.media,
        title=new.title,
        options=new.options, variants=new.variants,
    )  # fmt: skip
    drafts.change(
        tx,
        draft,
        {
            "brief": new.brief, "pillar": new.pillar, "campaign_id": new.campaign_id,
            "series_id": one.id, "occurrence": time.occurrence, "wall": new.wall,
            "zone": new.zone, "planned_at": new.planned_at,
        },
    )  # fmt: skip
    made = Made(time.occurrence, draft, variation, mark(new), None)
    series.note_made(tx, one.id, made, now=now)
    if not one.draft.get("queue"):
        series.tried(tx, one.id, time.occurrence, now=now)


def _queue(desk: Desk, tx: Tx, number: int, occurrence: str, draft: int) -> None:
    """Hand one draft to the outbox; what its checks hold stays planned, and is not tried again."""
    series.tried(tx, number, occurrence, now=desk.now())
    try:
        found = posting.post_of(tx.db, draft)
        if found.planned_at is not None and found.planned_at > desk.now():
            posting.queue(desk, tx, found)
    except Trouble as no:
        log.warning("an occurrence of a series stays planned: %s", no)


def _untouched(desk: Desk, db: Connection, made: Made) -> bool:
    """Tell whether a draft is still as it was made, and to come, and none of it is on its way."""
    found = drafts.by_id(db, made.draft_id)
    if found is None or found.done_at is not None or found.planned_at is None:
        return False
    if found.planned_at <= desk.now() or mark(found) != made.mark:
        return False
    rows = outbox.of_draft(db, found.id)
    return not any(r.state == "sent" or outbox.may_be_out(r) for r in rows)


def _drop(desk: Desk, tx: Tx, number: int, made: Made) -> None:
    posting.withdraw(desk, tx, made.draft_id)
    drafts.delete(tx, made.draft_id)
    series.forget_made(tx, number, made.occurrence)


def retract(desk: Desk, tx: Tx, number: int) -> int:
    """Take back what a series has made and nobody has touched; returns how many drafts went."""
    gone = [m for m in series.made(tx.db, number) if _untouched(desk, tx.db, m)]
    for made in gone:
        _drop(desk, tx, number, made)
    return len(gone)


def remake(desk: Desk, tx: Tx, number: int) -> int:
    """Let the drafts to come follow the series as it is now; returns how many were made anew.

    One that would be made just the same stays: somebody may be looking at it.
    """
    one = series.by_id(tx.db, number)
    if one is None or one.ended_at is not None:
        retract(desk, tx, number)
        return 0
    known = series.made(tx.db, number)
    loose = [m for m in known if _untouched(desk, tx.db, m)]
    names = {m.occurrence for m in loose}
    fixed = {m.occurrence: m.variation for m in known if m.occurrence not in names}
    wanted = {
        time.occurrence: mark(_as_made(one, time, variation))
        for time, variation in sequence(one, fixed, now=desk.now(), until=_horizon(desk, one))
    }
    anew: dict[str, int] = {}
    for made in loose:
        if wanted.get(made.occurrence) != made.mark:
            _drop(desk, tx, number, made)
            anew[made.occurrence] = made.draft_id
    return make(desk, tx, number, anew=anew)


def row(one: Series) -> Json:
    """Return a series as its row is kept, for `put_back`."""
    return {
        "title": one.title, "rule": one.rule, "wall": one.wall, "zone": one.zone,
        "last_day": one.last_day, "count": one.count, "draft": one.draft,
        "variations": one.variations, "skipped": one.skipped, "ended_at": one.ended_at,
    }  # fmt: skip


def put_back(desk: Desk, tx: Tx, number: int, was: Mapping[str, Any] | None) -> None:
    """Let a series be what it was (None: as if it had never been), and its drafts follow."""
    if was is None:
        retract(desk, tx, number)
        series.delete(tx, number)
        return
    series.save(tx, number, was, now=desk.now())
    remake(desk, tx, number)


def series_json(desk: Desk, db: Connection, one: Series, *, most: int = 10) -> Json:
    """Return a series with its next times: {…, next: [{day, wall, at, variation, draft, own}]}."""
    made = {m.occurrence: m for m in series.made(db, one.id)}
    return {
        "id": str(one.id),
        "title": one.title,
        "rule": one.rule,
        "wall": one.wall,
        "zone": one.zone,
        "last_day": one.last_day,
        "count": one.count,
        "text": one.draft.get("text") or "",
        "accounts": [v["account_id"] for v in one.draft.get("variants") or ()],
        "variations": one.variations,
        "repeat": bool(one.draft.get("repeat")),
        "queue": bool(one.draft.get("queue")),
        "skipped": one.skipped,
        "ended_at": iso(one.ended_at),
        "made": len(made),
        "next": [] if one.ended_at is not None else preview(desk, db, one, made, most=most),
    }


def preview(
    desk: Desk, db: Connection | None, one: Series, made: Mapping[str, Made], *, most: int
) -> list[Json]:
    """Return the next times of a series: [{day, wall, at, moved_from, variation, draft, own}]."""
    now = desk.now()
    fixed = {m.occurrence: m.variation for m in made.values()}
    to_come = {t.occurrence: (t, v) for t, v in sequence(one, fixed, now=now)}
    for time in times(one):
        if time.occurrence in fixed and time.at > now:
            to_come[time.occurrence] = (time, fixed[time.occurrence])
    return [
        _time_json(db, time, variation, made.get(time.occurrence))
        for time, variation in sorted(to_come.values(), key=lambda pair: pair[0].at)[:most]
    ]


def _time_json(db: Connection | None, time: Time, variation: int | None, made: Made | None) -> Json:
    draft = drafts.by_id(db, made.draft_id) if made and db is not None else None
    return {
        "day": time.occurrence[:10],
        "wall": time.wall,
        "at": iso(time.at),
        "moved_from": time.occurrence[11:] if time.moved else None,
        "variation": variation,
        "draft": str(draft.id) if draft else None,
        "own": bool(made and draft and mark(draft) != made.mark),
        "deleted": made is not None and draft is None,
    }


def must_be_complete(desk: Desk, given: Mapping[str, Any]) -> None:
    """Raise Rejected (`plan_incomplete`) where required fields of a plan's brief are empty."""
    bare = Draft(
        0, None, None, None, "", [], None, "draft", 0, 0, 1, brief=given.get("brief") or {}
    )
    if lacking := planning.missing(desk, bare)[1]:
        raise Rejected("plan_incomplete", field="brief", reason="missing", missing=lacking)
