"""Commands on the calendar: days, ideas, slots, gaps (CA-01, CA-06 to CA-09)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from cmapp.domain import hours as office_hours
from cmapp.domain import plan_times
from cmapp.domain.errors import Missing, Rejected
from cmapp.services import calendar, rhythm, slotting
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, iso, number, undo_by
from cmapp.store import accounts, deeds, drafts, plans, slots
from cmapp.store.database import Tx
from cmapp.store.sqlite import Connection

MOST_TITLE = 300
_SPAN = 42
"""How many days are shown where none were named: six weeks, as a month's page has."""


def calendar_list(
    desk: Desk,
    first: str | None = None,
    last: str | None = None,
    zone: str | None = None,
    account: str | None = None,
    campaign: str | None = None,
    light: bool = False,
) -> Json:
    """Return what stands on the days from `first` to `last` (ISO dates, both included).

    Without days it is the six weeks that begin today; without `last`, the one day.

    {first, last, zone, entries, holidays, busy, campaigns, series}; an entry is {id, draft, row,
    day, time (in the zone asked for), at, wall, zone (its own), state, late, held (codes of
    what stopped it when it was last to be queued), title, text, accounts, rows, campaign, series,
    occurrence, pillar, media, repost, notes}. Raises Rejected (`bad_value`,
    `bad_hours`), Missing (`unknown_account`, `unknown_campaign`).
    `light`: only what a month shows, which is quicker: `at` is UTC ms, and there is no `day`,
    `time`, `fate`, `rows`, `occurrence` or `notes`.
    """

    def look(db: Connection) -> Json:
        begins, ends = _today(desk, db, zone), _today(desk, db, zone) + timedelta(days=_SPAN - 1)
        if first is not None or last is not None:
            begins = calendar.day(first or last or "", "first")
            ends = calendar.day(last or first or "", "last")
        chosen = calendar.campaign_named(db, campaign) if campaign else None
        return calendar.show(
            desk, db, begins, ends, zone=zone, account=account, campaign=chosen, light=light
        )

    return desk.store.read(look)


def _today(desk: Desk, db: Connection, zone: str | None) -> date:
    there = office_hours.zone(calendar.zone_for(db, zone))
    return plan_times.local(desk.now(), there).date()


def calendar_gaps(
    desk: Desk,
    first: str | None = None,
    last: str | None = None,
    zone: str | None = None,
    account: str | None = None,
) -> Json:
    """Return how regularly accounts post: {first, last, zone, accounts, mix, formula}.

    An account is {account, gaps: [{first, last, days}], streak: {n, unit}, longest, last, next,
    weeks: [{week, first, posted, planned}], consistency: {due, on_time, late, missed, score},
    fatigue: {tired, weeks: [{first, posts, answers}]}}.

    `formula` says how the score is made. Without days: the last four weeks and the next two.
    """

    def look(db: Connection) -> Json:
        if account is not None and accounts.by_id(db, account) is None:
            raise Missing("unknown_account", id=account)
        today = _today(desk, db, zone)
        begins = calendar.day(first, "first") if first else today - timedelta(days=_SPAN - 14)
        ends = calendar.day(last, "last") if last else today + timedelta(days=14)
        return rhythm.report(desk, db, begins, ends, zone=zone, account=account)

    return desk.store.read(look)


# ideas


def ideas_list(desk: Desk) -> Json:
    """Return {ideas: [{draft, title, text, stage, accounts, campaign, pillar, saved_at}]}.

    Ideas and drafts that have no time yet, in the order made by hand, the rest newest first.
    """
    return {"ideas": [_idea(one) for one in desk.store.read(plans.ideas)]}


def _idea(one: plans.Idea) -> Json:
    return {
        "id": str(one.id),
        "draft": str(one.id),
        "title": one.title,
        "text": one.text,
        "stage": one.stage,
        "accounts": list(one.accounts),
        "campaign": str(one.campaign) if one.campaign is not None else None,
        "pillar": one.pillar,
        "placed": one.place is not None,
        "saved_at": iso(one.saved_at),
    }


def ideas_add(
    desk: Desk,
    title: str,
    text: str = "",
    pillar: str = "",
    campaign: str | None = None,
    brief: Mapping[str, Any] | None = None,
) -> Json:
    """Put an idea on the board; returns {ideas: [it], undo}. Raises Rejected (`empty`), Missing."""
    words = " ".join(title.split())[:MOST_TITLE]
    if not words and not text.strip():
        raise Rejected("empty", field="title", reason="empty")
    now = desk.now()

    def go(tx: Tx) -> tuple[int, Json]:
        chosen = calendar.campaign_named(tx.db, campaign) if campaign else None
        made = drafts.save(tx, text, now=now)
        values = {"title": words, "stage": "idea", "pillar": pillar.strip()[:60]}
        drafts.change(tx, made, {**values, "campaign_id": chosen, "brief": dict(brief or {})})
        back = undo_by("drafts.delete", id=str(made))
        deeds.add(tx, "calendar.ideas.add", {"draft": str(made)}, now=now, undo=back)
        return made, back

    made, back = desk.store.write(go)
    found = [i for i in desk.store.read(plans.ideas) if i.id == made]
    return {"ideas": [_idea(i) for i in found], "undo": back}


def ideas_move(desk: Desk, id: str, before: str | None = None) -> Json:
    """Let an idea stand above another (`before`), or last; returns {ideas: all, undo}."""
    one = number(id, "unknown_draft")
    other = number(before, "unknown_draft") if before else None

    def go(tx: Tx) -> Json:
        order = [i.id for i in plans.ideas(tx.db)]
        for needed in (one, other):
            if needed is not None and needed not in order:
                raise Missing("unknown_draft", id=str(needed))
        at = order.index(one)
        after = str(order[at + 1]) if at + 1 < len(order) else None
        order.remove(one)
        order.insert(len(order) if other in (None, one) else order.index(other), one)
        plans.place_ideas(tx, order)
        back = undo_by("calendar.ideas.move", id=id, before=after)
        deeds.add(tx, "calendar.ideas.move", {"draft": id}, now=desk.now(), undo=back)
        return back

    back = desk.store.write(go)
    return {**ideas_list(desk), "undo": back}


def ideas_stage(desk: Desk, id: str, stage: str) -> Json:
    """Make an idea a draft, or a draft an idea again; returns {ideas: all, undo}.

    Raises Rejected (`unknown_stage`; `draft_is_planned`: take its time away first), Missing.
    """
    if stage not in ("idea", "draft"):
        raise Rejected("bad_value", field="stage", reason="unknown", value=stage[:40])

    def go(tx: Tx) -> Json:
        old = drafts.by_id(tx.db, number(id, "unknown_draft"))
        if old is None or old.done_at is not None:
            raise Missing("unknown_draft", id=id)
        if old.state == "queued" or old.planned_at is not None:
            raise Rejected("draft_is_planned", field="draft", reason="planned", id=id)
        drafts.change(tx, old.id, {"stage": stage})
        back = undo_by("calendar.ideas.stage", id=id, stage=old.stage)
        deeds.add(
            tx, "calendar.ideas.stage", {"draft": id, "stage": stage}, now=desk.now(), undo=back
        )
        return back

    back = desk.store.write(go)
    return {**ideas_list(desk), "undo": back}


# slots


def slots_list(desk: Desk, account: str | None = None) -> Json:
    """Return {slots: [{account, weekday (0 is Monday), minute, time, zone}]}."""

    def look(db: Connection) -> Json:
        found = [s for s in slots.every(db) if account in (None, s[0])]
        zones = {a: calendar.zone_for(db, None, a) for a in {s[0] for s in found}}
        return {
            "slots": [
                {
                    "account": a, "weekday": w, "minute": m,
                    "time": office_hours.show_clock(m), "zone": zones[a],
                }
                for a, w, m in found
            ]
        }  # fmt: skip

    return desk.store.read(look)


def slots_set(desk: Desk, account: str, slots: Sequence[Sequence[int]]) -> Json:
    """Let an account have these slots ([weekday, minute] each); returns {slots: its own, undo}."""
    from cmapp.store import slots as kept

    wanted = []
    for one in slots:
        if (
            len(one) != 2
            or not all(type(n) is int for n in one)
            or not (0 <= one[0] <= 6 and 0 <= one[1] <= 1439)
        ):
            raise Rejected("bad_value", field="slots", reason="not_a_slot", value=str(one)[:40])
        wanted.append((one[0], one[1]))

    def go(tx: Tx) -> Json:
        if accounts.by_id(tx.db, account) is None:
            raise Missing("unknown_account", id=account)
        before = [list(s) for s in kept.of_account(tx.db, account)]
        kept.put(tx, account, wanted)
        back = undo_by("calendar.slots.set", account=account, slots=before)
        deeds.add(tx, "calendar.slots.set", {"account": account}, now=desk.now(), undo=back)
        return back

    back = desk.store.write(go)
    return {**slots_list(desk, account), "undo": back}


def slots_next(
    desk: Desk, account: str | None = None, after: int | None = None, zone: str | None = None
) -> Json:
    """Return {account, at, wall, zone} of the next free slot (of any account), {} without one.

    `after`: UTC ms. Raises Missing (`unknown_account`).
    """

    def look(db: Connection) -> Json:
        if account is not None and accounts.by_id(db, account) is None:
            raise Missing("unknown_account", id=account)
        named = [account] if account else sorted({s[0] for s in slots.every(db)})
        found = [slotting.free(desk, db, a, after=after, zone=zone) for a in named]
        return min((f for f in found if f), key=lambda f: str(f["at"]), default={})

    return desk.store.read(look)


def slots_plan(desk: Desk, draft: str, account: str | None = None) -> Json:
    """Plan a draft into the next free slot of its (first) account; answers as `plan.set` does.

    Raises Missing (`unknown_draft`), Rejected (`no_slot`).
    """

    def look(db: Connection) -> str | None:
        found = drafts.by_id(db, number(draft, "unknown_draft"))
        if found is None:
            raise Missing("unknown_draft", id=draft)
        return found.variants[0].account_id if found.variants else found.account_id

    whose = account or desk.store.read(look)
    slot = slots_next(desk, whose)
    if not slot:
        raise Rejected("no_slot", field="slots", reason="none_free", id=whose or "")
    return desk.commands["plan.set"](desk, draft=draft, at=slot["wall"], zone=slot["zone"])
