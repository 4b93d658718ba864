"""What a table of plans was found to say, done in one transaction; and all of it taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cmapp.domain.errors import Trouble
from cmapp.services import plan_rows, posting
from cmapp.services.desk import Desk
from cmapp.services.plan_table import Change, Found
from cmapp.services.posting import Fitted
from cmapp.store import drafts, outbox
from cmapp.store.database import Tx
from cmapp.store.drafts import Draft


@dataclass(slots=True)
class Applied:
    """What an import did. `was`: each draft as it was, for the way back."""

    was: list[dict[str, Any]] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    held: list[dict[str, Any]] = field(default_factory=list)


def fitted(desk: Desk, found: Found) -> Fitted:
    """Fit the pictures of what a table changes to their networks; not inside a write."""
    made: Fitted = {}
    for change in found.changes:
        if change.after is not None and change.after.media:
            made |= posting.fit(desk, change.after)
    return made


def apply(desk: Desk, tx: Tx, found: Found, *, queue: bool, pictures: Fitted) -> Applied:
    """Do what a table says, row by row; `queue`: what gets a time is queued for it.

    What was queued is queued anew in any case. `pictures`: as `fitted` made them.
    """
    done = Applied()
    for change in found.changes:
        match change.verb:
            case "new" | "change":
                _put(desk, tx, change, done, queue=queue, pictures=pictures)
            case "delete":
                assert change.before is not None
                done.was.append(_as_it_is(tx, change.before, change.queued))
                posting.withdraw(desk, tx, change.before.id)
                drafts.delete(tx, change.before.id)
            case _:
                pass
    return done


def _as_it_is(tx: Tx, draft: Draft, queued: bool) -> dict[str, Any]:
    return {"id": str(draft.id), "rows": drafts.packed(tx.db, draft.id), "queued": queued}


def _put(
    desk: Desk, tx: Tx, change: Change, done: Applied, *, queue: bool, pictures: Fitted
) -> None:
    after, before = change.after, change.before
    assert after is not None
    if before is not None:
        done.was.append(_as_it_is(tx, before, change.queued))
        posting.withdraw(desk, tx, before.id)
    number = drafts.save(
        tx, after.text, now=desk.now(), draft_id=before.id if before else None,
        media=after.media, title=after.title, options=after.options,
        variants=after.variants if before is None or after.variants != before.variants else None,
    )  # fmt: skip
    if before is None:
        done.was.append({"id": str(number), "rows": None, "queued": False})
    drafts.change(
        tx,
        number,
        {
            "stage": after.stage, "brief": after.brief, "pillar": after.pillar,
            "campaign_id": after.campaign_id, "wall": after.wall, "zone": after.zone,
            "planned_at": after.planned_at,
        },
    )  # fmt: skip
    fresh = drafts.by_id(tx.db, number)
    assert fresh is not None
    moved = bool(set(change.columns) & set(plan_rows.PLAN))
    wanted = change.queued or (queue and moved)
    if wanted and fresh.planned_at is not None and fresh.planned_at > desk.now():
        _queue(desk, tx, fresh, change.row, done, pictures)


def _queue(desk: Desk, tx: Tx, draft: Draft, row: int, done: Applied, pictures: Fitted) -> None:
    try:
        made = posting.queue(desk, tx, draft, posting.Terms(fitted=pictures))
    except Trouble as no:
        done.held.append({"row": row, "account": None, "code": no.why, "facts": dict(no.facts)})
        return
    done.rows += made.rows
    done.held += [{"row": row, **one} for one in made.held]


def put_back(desk: Desk, tx: Tx, was: Sequence[Mapping[str, Any]]) -> None:
    """Let drafts be what they were before an import, queued again where they were."""
    for one in was:
        number = int(one["id"])
        posting.withdraw(desk, tx, number)
        drafts.delete(tx, number)
        if one["rows"] is None:
            continue
        drafts.unpacked(tx, one["rows"])
        under_way = any(r.state in outbox.UNSETTLED for r in outbox.of_draft(tx.db, number))
        drafts.set_state(tx, number, "queued" if under_way else "draft")
        fresh = drafts.by_id(tx.db, number)
        past = fresh is None or fresh.planned_at is None or fresh.planned_at <= desk.now()
        if one["queued"] and fresh is not None and not past:
            posting.queue(desk, tx, fresh)
