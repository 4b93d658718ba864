"""Plans: a local time in a zone, and the rows that wait for it.

Planning a post queues it: what its checks hold back stays planned and is told. Changing a plan
takes the rows back and makes new ones, in one transaction.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from cmapp.domain import plan_times
from cmapp.domain.errors import Rejected
from cmapp.services import clocks, posting
from cmapp.services.desk import Desk
from cmapp.store import drafts
from cmapp.store.database import Tx
from cmapp.store.drafts import Draft
from cmapp.store.sqlite import Connection
from cmapp.system.settings import PLAN_FIELDS, listed

NO_PLAN: dict[str, Any] = {"wall": None, "zone": None, "planned_at": None}


def zone_here(db: Connection) -> str:
    """Return the zone that a plan is in where none is named: the office's, else the machine's."""
    return clocks.zone_of(db, "")


def plan(db: Connection, wall: str, zone: str | None, *, now: int) -> dict[str, Any]:
    """Return {wall, zone, planned_at} of a local time, or of one that names its offset.

    Raises Rejected: `bad_time`, `no_such_time` (fact `next`: the clock after the gap),
    `bad_hours` (`unknown_zone`), `time_is_past`.
    """
    named = zone or zone_here(db)
    when = plan_times.read_in(wall, named)
    moment = plan_times.moment(when, named)
    if moment <= now:
        raise Rejected("time_is_past", field="at", reason="past", value=wall, at=moment)
    return {"wall": plan_times.write(when), "zone": named, "planned_at": moment}


def on_day(draft: Draft, day: str) -> str:
    """Return the local time of a plan on another day (`2026-12-01`), its time of day kept.

    Raises Rejected (`not_planned`, `bad_time`).
    """
    if draft.wall is None:
        raise Rejected("not_planned", field="draft", reason="not_planned", id=str(draft.id))
    try:
        wanted = date.fromisoformat(day)
    except ValueError:
        raise Rejected("bad_time", field="day", reason="not_a_time", value=day[:40]) from None
    return plan_times.write(plan_times.on_day(plan_times.read(draft.wall), wanted))


def missing(desk: Desk, draft: Draft) -> tuple[list[str], list[str]]:
    """Return the fields of the brief that are empty, and those of them that must not be (CA-01)."""
    required = listed(desk.settings.plan_fields)
    empty = [name for name in PLAN_FIELDS if not str(draft.brief.get(name) or "").strip()]
    return empty, [name for name in empty if name in required]


def set_plan(desk: Desk, tx: Tx, draft: Draft, values: dict[str, Any]) -> Draft:
    """Give a draft a plan (or none, `NO_PLAN`); an idea becomes a draft. Its rows are not touched.

    Raises Rejected (`plan_incomplete`, fact `missing`) where required fields are empty.
    """
    if values["planned_at"] is not None and (lacking := missing(desk, draft)[1]):
        raise Rejected(
            "plan_incomplete", field="brief", reason="missing", missing=lacking, id=str(draft.id)
        )
    stage = "draft" if values["planned_at"] is not None else draft.stage
    drafts.change(tx, draft.id, {**values, "stage": stage})
    return replace(draft, **values, stage=stage)


def before(draft: Draft) -> dict[str, Any]:
    """Return what `put_back` needs to know of a draft's plan."""
    return {
        "wall": draft.wall, "zone": draft.zone, "stage": draft.stage,
        "queued": draft.state == "queued",
    }  # fmt: skip


def put_back(desk: Desk, tx: Tx, draft: Draft, was: Mapping[str, Any]) -> posting.Queued:
    """Let a plan be what it was; queue it again where it was queued and is not past by now."""
    values = dict(NO_PLAN)
    if was["wall"] is not None:
        moment = plan_times.moment(plan_times.read(was["wall"]), was["zone"], strict=False)
        values = {"wall": was["wall"], "zone": was["zone"], "planned_at": moment}
    posting.withdraw(desk, tx, draft.id)
    drafts.change(tx, draft.id, {**values, "stage": was["stage"]})
    fresh = posting.post_of(tx.db, draft.id)
    gone = fresh.planned_at is not None and fresh.planned_at <= desk.now()
    if not was["queued"] or gone:
        return posting.Queued(draft.id)
    return posting.queue(desk, tx, fresh)
