"""Commands on goals: a metric, a number, a day; refused without them (EX-01, EX-02, EX-08)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from cmapp.domain import hours
from cmapp.domain.errors import Missing, Rejected
from cmapp.services import calendar, glossary, goals, metrics
from cmapp.services.arguments import amount
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, iso, number
from cmapp.store import accounts as accounts_store
from cmapp.store import deeds, ids, kept
from cmapp.store import goals as store
from cmapp.store.database import Tx
from cmapp.store.goals import Goal
from cmapp.store.sqlite import Connection

REVIEWS = ("never", "weekly", "monthly")
MOST_NAME = 120


def goals_list(desk: Desk) -> Json:
    """Return {goals}: each with its number so far, its progress and the formula of it.

    `value`, `progress` and `n` are None where nothing is known (`why`). `state`: see
    `services/goals.py: Progress`.
    """
    now = desk.now()
    return {"goals": desk.store.read(lambda db: [_shown(db, g, now) for g in store.every(db)])}


def goals_progress(desk: Desk, id: str) -> Json:
    """Return {goals: [it]}, as `goals.list` tells it. Raises Missing (`unknown_goal`)."""
    now = desk.now()
    return {"goals": [desk.store.read(lambda db: _shown(db, _must_be(db, id), now))]}


def _shown(db: Connection, one: Goal, now: int) -> Json:
    done = goals.progress(db, one, now)
    figure = done.figure
    return {
        "id": str(one.id), "name": one.name, "metric": one.metric, "direction": one.direction,
        "target": one.target, "start": one.start, "pass_at": one.pass_at, "fail_at": one.fail_at,
        "first_day": one.first_day, "last_day": one.last_day, "zone": one.zone,
        "accounts": one.accounts, "note": one.note, "review": one.review,
        "value": figure.value, "unit": figure.unit, "n": figure.n, "low": figure.low,
        "high": figure.high, "why": figure.why, "label": asdict(figure.label),
        "progress": done.share, "formula": asdict(done.formula), "time_gone": done.time_gone,
        "state": done.state, "judged_at": iso(done.judged_at),
    }  # fmt: skip


def goals_save(
    desk: Desk,
    metric: str | None = None,
    target: float | str | None = None,
    last_day: str | None = None,
    id: str | None = None,
    name: str | None = None,
    direction: str | None = None,
    start: float | str | None = None,
    first_day: str | None = None,
    pass_at: float | str | None = None,
    fail_at: float | str | None = None,
    accounts: Sequence[str] | None = None,
    zone: str | None = None,
    review: str | None = None,
    note: str | None = None,
) -> Json:
    """Make a goal, or change one (what is None stays); returns {goals: [it], undo}.

    It needs a metric of the dictionary that is one number, a target, and a last day; without a
    first day it begins today. `direction` is up or down, else the way that is better for the
    metric. `start`, `pass_at` and `fail_at` "" take it off; a goal on `followers` starts from
    what they are. `review` makes a task each week or month (EX-09). Raises Rejected (`no_metric`,
    `no_number`, `no_day`, `bad_value`), Missing (`unknown_metric`, `unknown_goal`, …).
    """
    if id is None:
        _needed(metric, target, last_day)
    values: dict[str, Any] = {}
    for field, given in (
        ("target", target), ("start", start), ("pass_at", pass_at), ("fail_at", fail_at),
    ):  # fmt: skip
        if given is not None:
            values[field] = (
                None
                if given == "" and field != "target"
                else amount(field, given, none="no_number" if field == "target" else "bad_value")
            )
    for field, words in (("name", name), ("note", note)):
        if words is not None:
            values[field] = " ".join(words.split())[: MOST_NAME if field == "name" else 2000]
    if metric is not None:
        kind = glossary.get(metric)
        if not kind.single:
            raise Rejected("bad_value", field="metric", reason="not_one_of", value=metric[:60])
        values["metric"] = metric
    for field, given, known in (
        ("direction", direction, ("up", "down")), ("review", review, REVIEWS),
    ):  # fmt: skip
        if given is not None:
            if given not in known:
                raise Rejected("bad_value", field=field, reason="not_one_of", value=given[:40])
            values[field] = given
    for field, words in (("first_day", first_day), ("last_day", last_day)):
        if words:
            values[field] = calendar.day(words, field).isoformat()
    now = desk.now()

    def go(tx: Tx) -> tuple[int, Json]:
        if accounts is not None:
            for one in accounts:
                if accounts_store.by_id(tx.db, one) is None:
                    raise Missing("unknown_account", id=one[:60])
            values["accounts"] = list(dict.fromkeys(accounts))
        if zone is not None or id is None:
            values["zone"] = calendar.zone_for(tx.db, zone)
        if id is None:
            new = _new(values | {"id": ids.new(tx.db, store.TABLE, now)}, now)
            if new.metric in goals.AT_THE_START and new.start is None:
                found = metrics.value(tx.db, goals.scope(tx.db, new, now), new.metric)
                new = replace(new, start=found.value)
        else:
            new = replace(_must_be(tx.db, id), **values)
        _sensible(new)
        deed = deeds.begin(tx, "goals.save", {"goal": str(new.id)}, now=now)
        deeds.note_row(tx, deed, "goals", {"id": new.id})
        kept.put(tx, store.TABLE, new)
        return new.id, deeds.way_back(deed)

    made, back = desk.store.write(go)
    return {**goals_progress(desk, str(made)), "undo": back}


def _needed(metric: str | None, target: float | str | None, last_day: str | None) -> None:
    """Refuse a goal that nothing could be measured by."""
    if not metric:
        raise Rejected("no_metric", field="metric", reason="empty")
    if target is None or target == "":
        raise Rejected("no_number", field="target", reason="empty")
    if not last_day:
        raise Rejected("no_day", field="last_day", reason="empty")


def _new(values: dict[str, Any], now: int) -> Goal:
    today = datetime.fromtimestamp(now / 1000, hours.zone(values["zone"])).date().isoformat()
    usual: dict[str, Any] = {
        "name": "", "start": None, "pass_at": None, "fail_at": None,
        "direction": "down" if glossary.get(values["metric"]).better == "down" else "up",
        "first_day": min(today, values["last_day"]), "accounts": [], "note": "",
        "review": "never", "reminded": "", "made_at": now,
    }  # fmt: skip
    return Goal(**(usual | values))


def _sensible(goal: Goal) -> None:
    """Refuse what contradicts itself."""
    if goal.last_day < goal.first_day:
        raise Rejected(
            "bad_value", field="last_day", reason="ends_before_start", value=goal.last_day
        )
    if goal.start is not None and goal.start == goal.target:
        raise Rejected("bad_value", field="start", reason="bad_value", value=str(goal.start))
    pass_at = goal.target if goal.pass_at is None else goal.pass_at
    if goal.fail_at is not None and not goals.reaches(goal, pass_at, goal.fail_at):
        raise Rejected("bad_value", field="fail_at", reason="bad_value", value=str(goal.fail_at))


def goals_delete(desk: Desk, id: str) -> Json:
    """Strike a goal out; returns {goals: [as it was], undo}. Raises Missing (`unknown_goal`)."""

    def go(tx: Tx) -> Json:
        old = _must_be(tx.db, id)
        shown = _shown(tx.db, old, desk.now())
        deed = deeds.begin(tx, "goals.delete", {"goal": id}, now=desk.now())
        deeds.note_row(tx, deed, "goals", {"id": old.id})
        kept.take_out(tx, store.TABLE, {"id": old.id})
        return {"goals": [shown], "undo": deeds.way_back(deed)}

    return desk.store.write(go)


def _must_be(db: Connection, id: str) -> Goal:
    found = store.by_id(db, number(id, "unknown_goal"))
    if found is None:
        raise Missing("unknown_goal", id=id)
    return found
