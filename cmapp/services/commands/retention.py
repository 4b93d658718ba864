"""Commands on how long things are kept: see the rules, change one, do a round now."""

from __future__ import annotations

from cmapp.domain import retention_rules as rules
from cmapp.domain.errors import Rejected
from cmapp.domain.retention_rules import DEFAULTS, KINDS
from cmapp.services import certain_time, retention
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, iso, undo_by
from cmapp.store import deeds
from cmapp.store import retention as kept
from cmapp.store.database import Tx
from cmapp.store.retention import Rule

HOURS = 3_600_000
BACK = "default"
"""What takes a rule back to the one that the program came with."""


def retention_show(desk: Desk, count: bool = False) -> Json:
    """Return {rules: [...], platforms: [...], clock, begins_at, last, aside}.

    A rule: {kind, days, default, set, holds_from, due}; `days` null: kept for ever; `due`: how
    many would go now, with `count` alone. `clock`: {present, by, why, wall}: the present by which
    things are old. `last`: what the last round removed. `aside`: how much is not shown until it
    was seen on its platform again.
    """
    known = certain_time.look(desk)
    now = certain_time.present(desk)
    at = retention.state(desk, now)
    made = desk.store.read(kept.rules)
    due = retention.due(desk) if count else {}
    connected = sorted(set(retention.realms(desk).values()))
    listed = [one for one in rules.PLATFORMS if one not in connected]
    return {
        "rules": [_rule(kind, made.get(kind), now) | {"due": due.get(kind)} for kind in KINDS],
        "platforms": [_platform(one, connected=True) for one in connected]
        + [_platform(one, connected=False) for one in listed],
        "clock": {
            "present": iso(now), "by": known.by, "why": known.why, "wall": iso(desk.now()),
        },
        "begins_at": iso(at.begun + rules.GRACE) if now < at.begun + rules.GRACE else None,
        "last": {"at": iso(at.last.get("at")), "removed": at.last.get("removed", {})},
        "aside": desk.store.read(kept.aside),
    }  # fmt: skip


def _rule(kind: rules.Kind, made: Rule | None, now: int) -> Json:
    days = made.days if made else DEFAULTS[kind]
    waits = made is not None and now < made.since + rules.SECOND_THOUGHTS
    return {
        "kind": kind,
        "days": days,
        "default": DEFAULTS[kind],
        "set": made is not None,
        "holds_from": iso(made.since + rules.SECOND_THOUGHTS) if made and waits else None,
    }


def _platform(platform: str, *, connected: bool) -> Json:
    asks = rules.demand(platform)
    return {
        "platform": platform,
        "connected": connected,
        "verify_hours": None if asks.verify is None else asks.verify // HOURS,
        "deleted_hours": None if asks.deleted is None else asks.deleted // HOURS,
        "source": asks.source,
        "sure": asks.sure,
    }


def retention_set(desk: Desk, kind: str, days: int | str | None) -> Json:
    """Keep a kind for `days`, for ever (null), or as the program came (`default`).

    Returns {rule, undo}. A shorter rule removes nothing for a day: a slip can be taken back.
    Raises Rejected (`bad_retention`).
    """
    wanted = days if days != BACK else DEFAULTS.get(kind)  # type: ignore[call-overload]
    if not rules.makes_sense(kind, wanted):
        raise Rejected("bad_retention", field="days" if kind in DEFAULTS else "kind",
                       reason="bad_value", value=days if kind in DEFAULTS else kind,
                       known=list(KINDS), least=rules.LEAST, most=rules.MOST)  # fmt: skip
    now = certain_time.present(desk)

    def go(tx: Tx) -> tuple[Rule, Json]:
        old = kept.rules(tx.db).get(kind)
        before = old.days if old else DEFAULTS[kind]  # type: ignore[index]
        rule = Rule(kind, None if wanted is None else int(wanted), before, now)
        kept.put_rule(tx, rule)
        undo = undo_by("retention.set", kind=kind, days=before)
        deeds.add(tx, "retention.set", {"kind": kind, "days": wanted}, now=desk.now(), undo=undo)
        return rule, undo

    rule, undo = desk.store.write(go)
    return {"rule": _rule(kind, rule, now), "undo": undo}  # type: ignore[arg-type]


def retention_sweep(desk: Desk, dry_run: bool = False, clock_is_right: bool = False) -> Json:
    """Do a whole round now, or only count; returns {removed or due, clock}.

    `clock_is_right`: a person says so, where no server can. What went does not come back.
    """
    known = certain_time.look(desk, person=clock_is_right)
    done = {"due": retention.due(desk)} if dry_run else {"removed": retention.sweep(desk)}
    return {**done, "clock": {"present": iso(known.at), "by": known.by, "why": known.why}}
