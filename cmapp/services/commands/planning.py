"""Commands that queue and plan posts: from one account or many, now or at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cmapp.domain.errors import Rejected, Trouble
from cmapp.domain.limits import Limits, count
from cmapp.services import planning, posting, wording
from cmapp.services.desk import Desk
from cmapp.services.posting import Queued
from cmapp.services.shapes import Json, iso, number, row_json, undo_by
from cmapp.store import accounts, deeds, drafts, outbox
from cmapp.store.database import Tx
from cmapp.store.drafts import Draft
from cmapp.store.sqlite import Connection
from cmapp.system import failpoint


def post_queue(
    desk: Desk,
    draft: str,
    at: str | None = None,
    zone: str | None = None,
    now: bool = False,
    undo_delay: bool = False,
    allow: Sequence[str] = (),
    overrides: Mapping[str, str] | None = None,
) -> Json:
    """Queue a post from all its accounts, at its plan, at `at` (local time in `zone`) or `now`.

    Returns {draft, rows, left_out: [{account, segment, part, why, row}], held: [{account,
    segment, code, facts}], plan, undo}. What is held keeps the draft open; it can be queued
    again, and nothing that was sent goes out twice. `allow`, `overrides` {check: reason}: what
    may stand although a check stops at it.

    Raises Missing (`unknown_draft`), Rejected (`no_account`, `draft_is_out`, `time_is_past`, the
    errors of times).
    """
    hold = desk.settings.undo_seconds * 1000 if undo_delay else 0
    terms = _terms(desk, draft, allow, overrides, hold_ms=hold)

    def go(tx: Tx, found: Draft) -> Queued:
        if now:
            found = planning.set_plan(desk, tx, found, planning.NO_PLAN)
        elif at is not None:
            values = planning.plan(tx.db, at, zone, now=desk.now())
            found = planning.set_plan(desk, tx, found, values)
        elif found.planned_at is not None and found.planned_at <= desk.now():
            raise Rejected("time_is_past", field="at", reason="past", at=found.planned_at)
        return posting.queue(desk, tx, found, terms)

    queued = _decide(desk, "post.queue", draft, go)
    failpoint.reached("queue.done")
    return queued


def post_unqueue(desk: Desk, draft: str) -> Json:
    """Take back every row of a post that has not left; it is a draft again, its plan stays.

    Answers as `post.queue` does.
    """

    def go(tx: Tx, found: Draft) -> Queued:
        posting.withdraw(desk, tx, found.id)
        return Queued(found.id)

    return _decide(desk, "post.unqueue", draft, go)


def plan_set(
    desk: Desk,
    draft: str,
    at: str,
    zone: str | None = None,
    allow: Sequence[str] = (),
    overrides: Mapping[str, str] | None = None,
) -> Json:
    """Plan a post for a local time (`2026-12-01T09:00`) and queue it, as `post.queue` does.

    `zone` (IANA): the office's, else the machine's. What a check holds stays planned. Raises also
    Rejected (`plan_incomplete`: fields that the setting `plan_fields` asks for).
    """
    terms = _terms(desk, draft, allow, overrides)

    def go(tx: Tx, found: Draft) -> Queued:
        values = planning.plan(tx.db, at, zone or found.zone, now=desk.now())
        return _planned(desk, tx, planning.set_plan(desk, tx, found, values), terms)

    return _decide(desk, "plan.set", draft, go)


def plan_move(desk: Desk, draft: str, day: str | None = None, at: str | None = None) -> Json:
    """Move a plan to another day, its time of day and zone kept, or to another local time."""
    terms = _terms(desk, draft)

    def go(tx: Tx, found: Draft) -> Queued:
        wall = at if at is not None else planning.on_day(found, day or "")
        values = planning.plan(tx.db, wall, found.zone, now=desk.now())
        return _planned(desk, tx, planning.set_plan(desk, tx, found, values), terms)

    return _decide(desk, "plan.move", draft, go)


def plan_clear(desk: Desk, draft: str) -> Json:
    """Take a plan away, and the rows that waited for it; the draft stays."""

    def go(tx: Tx, found: Draft) -> Queued:
        posting.withdraw(desk, tx, found.id)
        planning.set_plan(desk, tx, found, planning.NO_PLAN)
        return Queued(found.id)

    return _decide(desk, "plan.clear", draft, go)


def plan_put_back(desk: Desk, draft: str, was: Mapping[str, Any]) -> Json:
    """Let a plan be what it was before another command; queued again where it was queued.

    Raises also Rejected (`too_late`: it is out).
    """

    def check(db: Connection) -> None:
        number_ = number(draft, "unknown_draft")
        found = drafts.by_id(db, number_)
        out = [row for row in outbox.of_draft(db, number_) if row.state == "sent"]
        if out and (found is None or found.done_at is not None):
            raise Rejected("too_late", field="row", reason="sent", id=str(out[-1].id))

    desk.store.read(check)
    return _decide(desk, "plan.put_back", draft, lambda tx, d: planning.put_back(desk, tx, d, was))


def post_preview(desk: Desk, draft: str) -> Json:
    """Return {previews: [...], missing, required}: how a post goes out from each account.

    A preview: {account, segment, platform, handle, touched, text, parts: [{text, measures:
    [{unit, used, limit}]}], first_comment, media, options, warnings: [{code, facts}], sent}.
    `missing`: the plan's fields that are empty, `required` those of them that may not be.
    """
    terms = _terms(desk, draft)

    def look(db: Connection) -> Json:
        found = posting.post_of(db, number(draft, "unknown_draft"))
        empty, required = planning.missing(desk, found)
        shown = [_preview(desk, db, found, variant, terms) for variant in wording.variants(found)]
        return {"draft": draft, "previews": shown, "missing": empty, "required": required}

    return desk.store.read(look)


def _preview(
    desk: Desk, db: Connection, draft: Draft, variant: drafts.Variant, terms: posting.Terms
) -> Json:
    said = wording.wording(draft, variant)
    account = accounts.by_id(db, variant.account_id)
    parts: list[Json] = [{"text": said.text, "measures": []}]
    warnings: list[Json] = []
    if account is not None:
        limits = desk.links.to(account).limits()
        parts = [part_json(text, limits) for text in said.parts(limits)]
    try:
        posting.allowed(desk, db, draft, variant, terms)
    except Trouble as no:
        warnings.append({"code": no.why, "facts": dict(no.facts)})
    return {
        "account": variant.account_id,
        "segment": variant.segment,
        "platform": account.platform if account else None,
        "handle": account.handle if account else None,
        "touched": sorted(said.touched),
        "text": said.text,
        "parts": parts,
        "first_comment": said.first_comment,
        "media": [wording.attachment_json(one) for one in said.media],
        "options": {
            "visibility": said.visibility,
            "spoiler": said.spoiler,
            "lang": said.lang,
            "poll": wording.poll_json(said.poll),
            "split": said.split,
        },
        "warnings": warnings,
        "sent": posting.was_sent(db, draft.id, variant),
    }


def part_json(text: str, limits: Limits) -> Json:
    """Return one post of a thread with what it measures, the fullest limit first."""
    measures = [
        {"unit": str(m.unit), "used": m.used, "limit": m.limit} for m in count(text, limits)
    ]
    return {"text": text, "measures": measures}


def _planned(
    desk: Desk,
    tx: Tx,
    draft: Draft,
    terms: posting.Terms,
) -> Queued:
    """Queue what was planned; without an account it is planned all the same, and said."""
    if not wording.variants(draft):
        held: Json = {"account": None, "segment": "", "code": "no_account", "facts": {}}
        return Queued(draft.id, held=[held])
    return posting.queue(desk, tx, draft, terms)


def _terms(
    desk: Desk,
    draft: str,
    allow: Sequence[str] = (),
    overrides: Mapping[str, str] | None = None,
    hold_ms: int = 0,
) -> posting.Terms:
    """Return the terms, with the pictures fitted before the write begins."""
    found = desk.store.read(lambda db: posting.post_of(db, number(draft, "unknown_draft")))
    return posting.Terms(hold_ms, allow, overrides or {}, posting.fit(desk, found))


def _decide(desk: Desk, name: str, draft: str, go: Callable[[Tx, Draft], Queued]) -> Json:
    """Run one decision on a post in a transaction, with the way back to how it was planned."""

    def write(tx: Tx) -> tuple[Queued, Json]:
        found = posting.post_of(tx.db, number(draft, "unknown_draft"))
        undo = undo_by("plan.put_back", draft=draft, was=planning.before(found))
        done = go(tx, found)
        deeds.add(tx, name, {"draft": draft}, now=desk.now(), undo=undo)
        return done, undo

    done, undo = desk.store.write(write)
    fresh = desk.store.read(lambda db: drafts.by_id(db, done.draft_id))
    return {
        "draft": draft,
        **queued_json(desk, done),
        "at": iso(fresh.planned_at) if fresh else None,
        "wall": fresh.wall if fresh else None,
        "zone": fresh.zone if fresh else None,
        "state": fresh.state if fresh else None,
        "undo": undo,
    }


def queued_json(desk: Desk, done: Queued | None) -> Json:
    """Return what became of a draft: {rows, left_out, held}."""
    if done is None:
        return {"rows": [], "left_out": [], "held": []}

    def look(db: Connection) -> list[Json]:
        found = (outbox.by_id(db, row) for row in done.rows)
        return [row_json(row) for row in found if row is not None]

    return {"rows": desk.store.read(look), "left_out": done.left_out, "held": done.held}
