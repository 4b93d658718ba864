"""What a draft comes to: each of its wordings as it would go out, and what is around it.

The checks know nothing but what is gathered here, with one read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from cmapp.domain import plan_times, sheets
from cmapp.domain.actions import Attachment
from cmapp.domain.check_timing import FEWEST_COMPLAINTS
from cmapp.domain.hours import zone as named_zone
from cmapp.domain.limits import Limits
from cmapp.domain.norms_shipped import NORMS
from cmapp.domain.piece import Around, Cap, DayOff, Earlier, Piece
from cmapp.services import clocks
from cmapp.store import accounts, around, problems, watching
from cmapp.store import sheets as stored_sheets
from cmapp.store.drafts import Draft, Variant
from cmapp.store.sqlite import Connection

_DAY = 86_400_000
_MOURNING = re.compile("清明|公祭|哀悼|默哀|mourning|memorial|remembrance|trauer", re.IGNORECASE)
_MEMORIAL_CN = ("12-13", "国家公祭日")
"""No day off, so in no calendar; a day on which nobody advertises."""

Sheets = Mapping[tuple[str, str], Mapping[str, Any]]


def pieces(
    db: Connection, draft: Draft, *, now: int, beside: Sequence[Variant | None] = ()
) -> list[Piece]:
    """Return every wording of a draft as it would go out, with what is around it.

    `beside`: the wordings that the draft has, where those of `draft` are only some of them.
    """
    kept = stored_sheets.every(db)
    words = {name: watching.words(db, name) for name in ("sensitive", "insult", "allowed")}
    wordings = draft.variants or (Variant(draft.account_id or ""),)
    every = [one for one in (beside or wordings) if one is not None]
    complaints = _complaints(db, now) if draft.item_id is None else (0, 0.0)
    panic = problems.switch(db, "panic") is not None
    made = []
    for one in wordings:
        account = accounts.by_id(db, one.account_id) if one.account_id else None
        limits = (account.capabilities if account else {}).get("limits")
        platform = account.platform if account else ""
        media = draft.media if one.media is None else one.media
        name = one.segment or str(draft.brief.get("audience") or "")
        siblings = tuple(
            draft.text if other.text is None else other.text
            for other in every
            if other.account_id == one.account_id and other.segment != one.segment
        )
        zone = named_zone(draft.zone or clocks.zone_of(db, one.account_id))
        when = plan_times.local(draft.planned_at if draft.planned_at is not None else now, zone)
        reply = draft.item_id is not None or draft.post_id is not None
        made.append(
            Piece(
                text=draft.text if one.text is None else one.text,
                media=tuple(Attachment(**m) for m in media),
                options={
                    **({"visibility": draft.visibility} if draft.visibility else {}),
                    **draft.options,
                    **one.options,
                },
                brief=draft.brief,
                limits=Limits.from_facts(limits) if limits else None,
                platform=platform,
                account=one.account_id,
                segment=one.segment,
                at=draft.planned_at,
                reply=reply,
                around=Around(
                    brand=brand_of(kept, one.account_id),
                    norms=norms_of(kept, platform),
                    audience=audience_of(kept, name),
                    sensitive=words["sensitive"],
                    insults=words["insult"],
                    allowed=words["allowed"],
                    panic=panic,
                    complaints=complaints,
                    siblings=siblings,
                    minute=when.hour * 60 + when.minute,
                    days_off=() if reply else _days_off(db, when.date()),
                    caps=() if reply else _caps(db, kept, draft, one.account_id, name, when, zone),
                    earlier=() if reply else _earlier(db, kept, draft, one.account_id, now),
                ),
            )
        )
    return made


def brand_of(kept: Sheets, account: str) -> sheets.Brand:
    """Return the brand sheet that holds for an account: its own over that of all."""
    own = kept.get(("brand", account), {}) if account else {}
    return sheets.brand(sheets.laid_over(kept.get(("brand", ""), {}), own))


def norms_of(kept: Sheets, platform: str) -> sheets.Norms:
    """Return the norms of a platform: what a person wrote, else what the program has."""
    return sheets.norms(norm_sheet(kept, platform))


def norm_sheet(kept: Sheets, platform: str, *, language: str = "en") -> dict[str, Any]:
    """Return the norm sheet of a platform, its tone in a language of the window."""
    own = kept.get(("norms", platform))
    if own is not None:
        return dict(own)
    shipped = dict(NORMS.get(platform, {}))
    tones = shipped.pop("tone", {})
    return {**shipped, "tone": tones.get(language, tones.get("en", ""))} if shipped else {}


def audience_of(kept: Sheets, name: str) -> sheets.Audience:
    """Return what is known of an audience."""
    return sheets.audience(name, kept.get(("audience", name), {}) if name else {})


def cadence_of(kept: Sheets, account: str, audience: str) -> list[tuple[str, sheets.Cadence]]:
    """Return the caps that hold: of the account (its own, else of all), of the audience."""
    found = []
    own = kept.get(("cadence", account)) or kept.get(("cadence", ""))
    if own:
        found.append((account, sheets.cadence(own)))
    if audience:
        scope = sheets.AUDIENCE + audience
        wanted = kept.get(("cadence", scope), kept.get(("cadence", sheets.AUDIENCE)))
        found.append((scope, sheets.cadence(sheets.SOURCED if wanted is None else wanted)))
    return found


def _moment(day: date, zone: Any) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=zone).timestamp() * 1000)


def _caps(
    db: Connection, kept: Sheets, draft: Draft, account: str, audience: str, when: datetime,
    zone: Any,
) -> tuple[Cap, ...]:  # fmt: skip
    today = when.date()
    monday = today - timedelta(days=today.weekday())
    day = (_moment(today, zone), _moment(today + timedelta(days=1), zone))
    week = (_moment(monday, zone), _moment(monday + timedelta(days=7), zone))
    made = []
    for scope, cadence in cadence_of(kept, account, audience):
        if scope.startswith(sheets.AUDIENCE):
            times = around.for_audience(db, audience, *week, but_draft=draft.id)
        else:
            times = [
                *(at for _, at in around.own_posts(db, account, *week)),
                *(at for _, at in around.waiting(db, account, *week, but_draft=draft.id)),
                *(at for _, at in around.planned(db, account, *week, but_draft=draft.id)),
            ]
        made.append(
            Cap(
                scope,
                cadence,
                sum(day[0] <= at < day[1] for at in times),
                sum(week[0] <= at < week[1] for at in times),
            )
        )
    return tuple(made)


def _days_off(db: Connection, day: date) -> tuple[DayOff, ...]:
    names = around.days_off(db, day.isoformat())
    found = [DayOff(name, bool(_MOURNING.search(name))) for name in names]
    if day.strftime("%m-%d") == _MEMORIAL_CN[0] and around.keeps_calendar(db, "CN"):
        found.append(DayOff(_MEMORIAL_CN[1], True))
    return tuple(found)


def _earlier(
    db: Connection, kept: Sheets, draft: Draft, account: str, now: int
) -> tuple[Earlier, ...]:
    days = brand_of(kept, account).repeat_days
    if not account or not days:
        return ()
    at = draft.planned_at if draft.planned_at is not None else now
    first, end = at - days * _DAY, at + days * _DAY
    out = around.own_posts(db, account, first, end)
    waiting = around.waiting(db, account, first, end, but_draft=draft.id)
    waiting += around.planned(db, account, first, end, but_draft=draft.id)
    return (
        *(Earlier(text, when, waits=False) for text, when in out),
        *(Earlier(text, when, waits=True) for text, when in waiting),
    )


def _complaints(db: Connection, now: int) -> tuple[int, float]:
    """Return how many complaints came in the last day, and in a day of the week before.

    The week is looked at only where the day has enough of them to matter.
    """
    today = around.complaints(db, now - _DAY, now + 1)
    if today < FEWEST_COMPLAINTS:
        return today, 0.0
    return today, around.complaints(db, now - 8 * _DAY, now - _DAY) / 7
