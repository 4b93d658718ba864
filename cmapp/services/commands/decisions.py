"""Commands on decisions (finding, change, result) and on findings in words (EX-10, EX-13)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from cmapp.domain import hours
from cmapp.domain.errors import Missing, Rejected
from cmapp.services import calendar
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, iso, number
from cmapp.store import accounts, campaigns, deeds, experiments, goals, ids, kept
from cmapp.store import decisions as store
from cmapp.store.activity import SLOT
from cmapp.store.database import Tx
from cmapp.store.decisions import FINDING_KINDS, OUTCOMES, Decision, Finding
from cmapp.store.sqlite import Connection

LINKS = ("goal", "experiment", "finding", "campaign", "post", "chart", "metric", "decision")
FIELDS = {
    "swot": ("strengths", "weaknesses", "opportunities", "threats"),
    "pest": ("political", "economic", "social", "technological"),
    "interview": ("who", "asked", "said", "means"),
    "focus_group": ("who", "asked", "said", "means"),
    "survey": ("asked", "answers", "means"),
    "note": ("text",),
}
"""The fields of each template."""
LONGEST = 4000


def decisions_list(desk: Desk) -> Json:
    """Return {decisions, due}: `due` counts those whose result day has come and nobody looked."""
    today = _today(desk)

    def look(db: Connection) -> Json:
        found = [_shown(db, d, today) for d in store.every(db)]
        return {"decisions": found, "due": sum(d["due"] for d in found)}

    return desk.store.read(look)


def _today(desk: Desk) -> str:
    def look(db: Connection) -> str:
        here = hours.zone(calendar.zone_for(db))
        return datetime.fromtimestamp(desk.now() / 1000, here).date().isoformat()

    return desk.store.read(look)


def named(db: Connection, links: Sequence[Mapping[str, Any]]) -> list[Json]:
    """Return links with the `name` of what they lead to; None: it is gone."""
    made = []
    for link in links:
        kind, id = link["kind"], str(link["id"])
        name: str | None = id
        if kind in _NAMED:
            found = _NAMED[kind](db, int(id)) if id.isdigit() else None
            name = None if found is None else _name(found)
        made.append({**link, "name": name})
    return made


_NAMED: Mapping[str, Callable[[Connection, int], Any]] = {
    "goal": goals.by_id,
    "experiment": experiments.by_id,
    "finding": store.finding,
    "decision": store.by_id,
    "campaign": campaigns.by_id,
}


def _name(found: Any) -> str:
    for field in ("name", "title", "finding", "metric"):
        if said := getattr(found, field, ""):
            return str(said)
    return ""


def _shown(db: Connection, one: Decision, today: str) -> Json:
    return {
        "id": str(one.id), "finding": one.finding, "change": one.change,
        "result_day": one.result_day, "result": one.result, "outcome": one.outcome,
        "links": named(db, one.links), "made_at": iso(one.made_at), "result_at": iso(one.result_at),
        "due": not one.outcome and one.result_day <= today,
    }  # fmt: skip


def decisions_save(
    desk: Desk,
    finding: str | None = None,
    change: str | None = None,
    result_day: str | None = None,
    result: str | None = None,
    outcome: str | None = None,
    links: Sequence[Mapping[str, Any] | str] | None = None,
    id: str | None = None,
) -> Json:
    """Write down a decision, or change one (what is None stays); returns {decisions: [it], undo}.

    A new one needs what was found, what is changed, and on which day the result is looked at.
    `outcome`: better, same, worse or unclear, "" where it is still open. `links`: {kind, id, …}
    or `kind:id`. Raises Rejected (`empty`, `no_day`, `bad_value`), Missing (`unknown_decision`).
    """
    values: dict[str, Any] = {}
    for field, words in (("finding", finding), ("change", change), ("result", result)):
        if words is not None or (id is None and field != "result"):
            values[field] = (words or "").strip()[:LONGEST]
            if not values[field] and field != "result":
                raise Rejected("empty", field=field, reason="empty")
    if result_day:
        values["result_day"] = calendar.day(result_day, "result_day").isoformat()
    elif id is None:
        raise Rejected("no_day", field="result_day", reason="empty")
    now = desk.now()
    if outcome is not None:
        if outcome not in OUTCOMES:
            raise Rejected("bad_value", field="outcome", reason="not_one_of", value=outcome[:40])
        values |= {"outcome": outcome, "result_at": now if outcome else None}
    if links is not None:
        values["links"] = _links(links)

    def go(tx: Tx) -> tuple[int, Json]:
        if id is None:
            made = {"result": "", "outcome": "", "links": [], "result_at": None} | values
            new = Decision(id=ids.new(tx.db, "decisions", now), made_at=now, **made)
        else:
            new = replace(_must_be(tx.db, id), **values)
        deed = deeds.begin(tx, "decisions.save", {"decision": str(new.id)}, now=now)
        deeds.note_row(tx, deed, "decisions", {"id": new.id})
        kept.put(tx, "decisions", new)
        return new.id, deeds.way_back(deed)

    made, back = desk.store.write(go)
    today = _today(desk)
    shown = desk.store.read(lambda db: _shown(db, _must_be(db, str(made)), today))
    return {"decisions": [shown], "undo": back}


def decisions_delete(desk: Desk, id: str) -> Json:
    """Strike a decision out; returns {decisions: [as it was], undo}."""
    today = _today(desk)

    def go(tx: Tx) -> Json:
        old = _must_be(tx.db, id)
        deed = deeds.begin(tx, "decisions.delete", {"decision": id}, now=desk.now())
        deeds.note_row(tx, deed, "decisions", {"id": old.id})
        kept.take_out(tx, "decisions", {"id": old.id})
        return {"decisions": [_shown(tx.db, old, today)], "undo": deeds.way_back(deed)}

    return desk.store.write(go)


def _must_be(db: Connection, id: str) -> Decision:
    found = store.by_id(db, number(id, "unknown_decision"))
    if found is None:
        raise Missing("unknown_decision", id=id)
    return found


def _links(given: Sequence[Mapping[str, Any] | str]) -> list[dict[str, Any]]:
    made = []
    for one in given:
        if isinstance(one, str):
            kind, _, rest = one.partition(":")
            one = {"kind": kind, "id": rest}
        if one.get("kind") not in LINKS or not one.get("id"):
            raise Rejected("bad_value", field="links", reason="not_one_of", value=str(one)[:80])
        made.append({k: v for k, v in one.items() if k != "name"} | {"id": str(one["id"])})
    return made


# findings


def findings_list(desk: Desk) -> Json:
    """Return {findings, templates}: the templates' fields by kind."""

    def look(db: Connection) -> Json:
        return {
            "findings": [_finding(db, f) for f in store.findings(db)],
            "templates": {kind: list(FIELDS[kind]) for kind in FINDING_KINDS},
        }

    return desk.store.read(look)


def _finding(db: Connection, one: Finding) -> Json:
    return {
        "id": str(one.id), "kind": one.kind, "title": one.title, "fields": one.fields,
        "day": one.day, "links": named(db, one.links), "made_at": iso(one.made_at),
    }  # fmt: skip


def findings_save(
    desk: Desk,
    title: str | None = None,
    kind: str | None = None,
    fields: Mapping[str, str] | None = None,
    day: str | None = None,
    links: Sequence[Mapping[str, Any] | str] | None = None,
    id: str | None = None,
) -> Json:
    """Write down what was heard or thought, or change it; returns {findings: [it], undo}.

    `kind`: note, interview, focus_group, survey, swot or pest; `fields` are those of its
    template. A number that it goes with is a link {kind: metric, id, value, n, since, until}; one
    without a value is given that of the last 30 days, as it is now.

    Raises Rejected (`empty`, `bad_value`), Missing (`unknown_finding`).
    """
    values: dict[str, Any] = {}
    if title is not None or id is None:
        values["title"] = " ".join((title or "").split())[:200]
        if not values["title"]:
            raise Rejected("empty", field="title", reason="empty")
    if kind is not None:
        if kind not in FINDING_KINDS:
            raise Rejected("bad_value", field="kind", reason="not_one_of", value=kind[:40])
        values["kind"] = kind
    if day:
        values["day"] = calendar.day(day, "day").isoformat()
    if links is not None:
        values["links"] = _links(links)
    now, today = desk.now(), _today(desk)

    def go(tx: Tx) -> tuple[int, Json]:
        if id is None:
            made = {"kind": "note", "day": today, "links": []} | values
            new = Finding(id=ids.new(tx.db, "findings", now), made_at=now, fields={}, **made)
        else:
            new = replace(_must_be_finding(tx.db, id), **values)
        if fields is not None:
            new = replace(new, fields=_fields(new.kind, fields))
        new = replace(new, links=[_with_number(tx.db, link, now) for link in new.links])
        deed = deeds.begin(tx, "findings.save", {"finding": str(new.id)}, now=now)
        deeds.note_row(tx, deed, "findings", {"id": new.id})
        kept.put(tx, "findings", new)
        return new.id, deeds.way_back(deed)

    made, back = desk.store.write(go)
    shown = desk.store.read(lambda db: _finding(db, _must_be_finding(db, str(made))))
    return {"findings": [shown], "undo": back}


def _with_number(db: Connection, link: dict[str, Any], now: int) -> dict[str, Any]:
    """Return a link to a metric with the number that it had in the last 30 days."""
    if link["kind"] != "metric" or "value" in link:
        return link
    from cmapp.services import metrics
    from cmapp.services.insights import Scope

    until = -(-now // SLOT) * SLOT
    whose = tuple(a.id for a in accounts.every(db))
    scope = Scope(until - 30 * 86_400_000, until, calendar.zone_for(db), now, whose)
    found = metrics.value(db, scope, link["id"])
    return {
        **link, "value": found.value, "n": found.n, "unit": found.unit, "why": found.why,
        "since": iso(scope.since), "until": iso(scope.until),
    }  # fmt: skip


def _fields(kind: str, given: Mapping[str, str]) -> dict[str, str]:
    for name in given:
        if name not in FIELDS[kind]:
            raise Rejected("bad_value", field="fields", reason="not_one_of", value=name[:40])
    return {
        n: str(given[n]).strip()[:LONGEST] for n in FIELDS[kind] if str(given.get(n, "")).strip()
    }


def findings_delete(desk: Desk, id: str) -> Json:
    """Strike a finding out; returns {findings: [as it was], undo}."""

    def go(tx: Tx) -> Json:
        old = _must_be_finding(tx.db, id)
        deed = deeds.begin(tx, "findings.delete", {"finding": id}, now=desk.now())
        deeds.note_row(tx, deed, "findings", {"id": old.id})
        kept.take_out(tx, "findings", {"id": old.id})
        return {"findings": [_finding(tx.db, old)], "undo": deeds.way_back(deed)}

    return desk.store.write(go)


def _must_be_finding(db: Connection, id: str) -> Finding:
    found = store.finding(db, number(id, "unknown_finding"))
    if found is None:
        raise Missing("unknown_finding", id=id)
    return found
