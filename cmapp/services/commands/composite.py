"""Commands on the composite index, on ratings by people, on models (EX-03, EX-04)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

from cmapp.domain import hours
from cmapp.domain.errors import Missing, Rejected
from cmapp.services import calendar, composite, glossary, metrics
from cmapp.services.commands.insights import scope
from cmapp.services.desk import Desk
from cmapp.services.insights import Scope
from cmapp.services.shapes import Json, iso, number
from cmapp.store import deeds, ids, index_parts, kept
from cmapp.store.activity import SLOT
from cmapp.store.database import Tx
from cmapp.store.index_parts import IndexPart, Rating
from cmapp.store.sqlite import Connection

MOST_PARTS = 30
MOST_WEEKS = 520


def index_show(
    desk: Desk,
    since: str | int | None = None,
    until: str | int | None = None,
    days: int = 30,
    account: Sequence[str] = (),
    zone: str | None = None,
) -> Json:
    """Return {value, coverage, parts, formula, ratings} of a span.

    `parts`: [{name, kind, weight, share, worst, best, value, score, n, why, unit}], `share` being
    what the part weighs among those that are known. Raises as `insights.show`.
    """
    asked = scope(desk, None, since, until, days, account, zone, None)

    def look(db: Connection) -> Json:
        from cmapp.services.costs import days_of

        made = composite.read(db, asked)
        known = math.fsum(p.part.weight for p in made.parts if p.score is not None)
        first, last = days_of(asked)
        return {
            "value": made.value,
            "coverage": made.coverage,
            "since": iso(asked.since),
            "until": iso(asked.until),
            "formula": "sum(weight * score) / sum(weight), over the parts that are known",
            "parts": [
                {
                    **asdict(p.part),
                    "share": p.part.weight / known if p.score is not None and known else None,
                    "value": p.value, "score": p.score, "n": p.n, "why": p.why, "unit": p.unit,
                }
                for p in made.parts
            ],
            "ratings": [
                {**asdict(r), "id": str(r.id), "made_at": iso(r.made_at)}
                for r in index_parts.ratings(db, first, last)
            ],
        }  # fmt: skip

    return desk.store.read(look)


def index_set(desk: Desk, parts: Sequence[Mapping[str, Any]]) -> Json:
    """Make the index of these parts and no others; returns it as `index.show`, and undo.

    A part: {name, kind: metric or rating, weight, worst, best}; a rating is 1 to 5 unless it says
    otherwise. Raises Rejected (`bad_value`), Missing (`unknown_metric`).
    """
    made = [_part(p, at) for at, p in enumerate(parts)]
    if len({p.name for p in made}) < len(made) or len(made) > MOST_PARTS:
        raise Rejected("bad_value", field="parts", reason="twice", value=str(len(made)))

    def go(tx: Tx) -> Json:
        old = [p.name for p in index_parts.every(tx.db)]
        deed = deeds.begin(tx, "index.set", {"parts": len(made)}, now=desk.now())
        names = dict.fromkeys([*old, *(p.name for p in made)])
        deeds.note_rows(tx, deed, "index_parts", [{"name": n} for n in names])
        for name in old:
            kept.take_out(tx, "index_parts", {"name": name})
        for part in made:
            kept.put(tx, "index_parts", part)
        return deeds.way_back(deed)

    back = desk.store.write(go)
    return {**index_show(desk), "undo": back}


def _part(given: Mapping[str, Any], place: int) -> IndexPart:
    name = " ".join(str(given.get("name") or "").split())[:60]
    kind = str(given.get("kind") or "metric")
    if kind not in ("metric", "rating") or not name or name == "index":
        raise Rejected("bad_value", field="parts", reason="not_one_of", value=name or kind[:40])
    if kind == "metric" and not glossary.get(name).single:
        raise Rejected("bad_value", field="parts", reason="not_one_of", value=name)
    usual = {"weight": 1.0, **({"worst": 1.0, "best": 5.0} if kind == "rating" else {})}
    values = {}
    for field in ("weight", "worst", "best"):
        found = given.get(field, usual.get(field))
        try:
            values[field] = float(found)
        except (TypeError, ValueError):
            values[field] = math.nan
        if not math.isfinite(values[field]):
            raise Rejected(
                "bad_value", field=f"{name}.{field}", reason="not_a_number", value=str(found)[:40]
            )
    if values["weight"] <= 0 or values["worst"] == values["best"]:
        raise Rejected("bad_value", field=name, reason="out_of_range", value=str(values["weight"]))
    return IndexPart(name, kind, place=place, **values)


def index_rate(
    desk: Desk, name: str, value: float, day: str | None = None, who: str = "", note: str = ""
) -> Json:
    """Keep a rating by people, 1 to 5; returns {ratings: [it], undo}. Raises Rejected."""
    words = " ".join(name.split())[:60]
    if not words:
        raise Rejected("empty", field="name", reason="empty")
    if not 1 <= value <= 5:
        raise Rejected("bad_value", field="value", reason="out_of_range", value=str(value)[:40])
    now = desk.now()

    def go(tx: Tx) -> Json:
        here = hours.zone(calendar.zone_for(tx.db))
        today = datetime.fromtimestamp(now / 1000, here).date()
        on = calendar.day(day, "day") if day else today
        one = Rating(
            ids.new(tx.db, "ratings", now), words, float(value), on.isoformat(), who[:60],
            note[:2000], now,
        )  # fmt: skip
        deed = deeds.begin(tx, "index.rate", {"rating": str(one.id)}, now=now)
        deeds.note_row(tx, deed, "ratings", {"id": one.id})
        kept.put(tx, "ratings", one)
        told = {**asdict(one), "id": str(one.id), "made_at": iso(now)}
        return {"ratings": [told], "undo": deeds.way_back(deed)}

    return desk.store.write(go)


def index_unrate(desk: Desk, id: str) -> Json:
    """Strike a rating out; returns {count, undo}. Raises Missing (`unknown_rating`)."""

    def go(tx: Tx) -> Json:
        old = index_parts.rating(tx.db, number(id, "unknown_rating"))
        if old is None:
            raise Missing("unknown_rating", id=id)
        deed = deeds.begin(tx, "index.unrate", {"rating": id}, now=desk.now())
        deeds.note_row(tx, deed, "ratings", {"id": old.id})
        kept.take_out(tx, "ratings", {"id": old.id})
        return {"count": 1, "undo": deeds.way_back(deed)}

    return desk.store.write(go)


def index_model(
    desk: Desk,
    metrics: Sequence[str],
    target: str | None = None,
    weeks: int = 52,
    account: Sequence[str] = (),
    zone: str | None = None,
) -> Json:
    """Return how metrics go together over whole weeks: components, or with `target` a regression.

    {rows, left_out, metrics, target, components | regression}; weeks in which one of them is
    not known are left out and counted. Raises Rejected (`too_few_rows`, `flat_metric`,
    `same_metrics`, `bad_value`), Missing (`unknown_metric`).
    """
    from cmapp.services import modelling

    names = list(dict.fromkeys(metrics))
    for one in [*names, *([target] if target else [])]:
        if not glossary.get(one).single:
            raise Rejected("bad_value", field="metrics", reason="not_one_of", value=one[:60])
    if len(names) < (1 if target else 2) or target in names or not 1 <= weeks <= MOST_WEEKS:
        raise Rejected("bad_value", field="metrics", reason="out_of_range", value=str(len(names)))
    asked = scope(desk, None, None, None, 7, account, zone, None)
    found, left_out = desk.store.read(
        lambda db: _weekly(db, asked, [*names, *([target] if target else [])], weeks)
    )
    told: Json = {
        "metrics": names, "target": target, "rows": len(found), "left_out": left_out,
    }  # fmt: skip
    if target is None:
        return told | {"components": asdict(modelling.components(found, names))}
    made = modelling.line([r[:-1] for r in found], [r[-1] for r in found], names)
    return told | {"regression": asdict(made)}


def _weekly(
    db: Connection, asked: Scope, names: Sequence[str], weeks: int
) -> tuple[list[list[float]], int]:
    """Return a row for each whole week in which all is known, and how many weeks lack one."""
    there = hours.zone(asked.zone)
    today = datetime.fromtimestamp(asked.now / 1000, there).date()
    monday = today - timedelta(days=today.weekday())
    found, left_out = [], 0
    for back in range(weeks, 0, -1):
        begin = calendar.moment_of(monday - timedelta(weeks=back), there)
        end = calendar.moment_of(monday - timedelta(weeks=back - 1), there)
        week = replace(asked, since=begin // SLOT * SLOT, until=-(-end // SLOT) * SLOT)
        row = []
        for name in names:
            value = metrics.value(db, week, name).value
            if value is None:
                break
            row.append(value)
        if len(row) == len(names):
            found.append(row)
        else:
            left_out += 1
    return found, left_out
