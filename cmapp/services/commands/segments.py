"""Commands on segments: saved queries over people (CP-11)."""

from __future__ import annotations

from cmapp.domain import segments
from cmapp.services.commands.people import MOST, done, text_of
from cmapp.services.desk import Desk
from cmapp.services.people import rules_of
from cmapp.services.shapes import Json
from cmapp.store import roster
from cmapp.store import segments as saved
from cmapp.store.database import Tx
from cmapp.store.sqlite import Connection


def segments_list(desk: Desk, count: bool = False) -> Json:
    """Return {segments: [{name, query}]}, with `count` how many people each finds."""
    now, rules = desk.now(), rules_of(desk.settings)

    def ask(db: Connection) -> Json:
        found: list[Json] = []
        for name_, query in saved.every(db):
            one: Json = {"name": name_, "query": query}
            if count:
                asked = segments.read(query, now=now)
                one["count"] = roster.total(db, asked, rules=rules, now=now)
            found.append(one)
        return {"segments": found}

    return desk.store.read(ask)


def segments_save(desk: Desk, name: str, query: str) -> Json:
    """Save a query on people under a name, or change that; returns {segment, notes, undo}."""
    name, query = text_of("name", name, 100), text_of("query", query, MOST)

    def go(tx: Tx) -> Json:
        old = saved.save(tx, name, query, now=desk.now())
        args = {"name": name, "query": query}
        back = ("people.segments_save", {"name": name, "query": old}) if old is not None else (
            "people.segments_remove", {"name": name}
        )  # fmt: skip
        answer = done(desk, tx, "people.segments_save", args, back[1], old != query, back[0])
        notes = segments.read(query, now=desk.now()).notes
        return {
            "segment": args,
            "notes": [{"code": n.code, "part": n.part} for n in notes],
            **answer,
        }

    return desk.store.write(go)


def segments_remove(desk: Desk, name: str) -> Json:
    """Forget a saved segment; returns {undo}. Raises Missing (`unknown_segment`)."""

    def go(tx: Tx) -> Json:
        query = saved.remove(tx, name)
        args = {"name": name}
        back = {"name": name, "query": query}
        return done(desk, tx, "people.segments_remove", args, back, True, "people.segments_save")

    return desk.store.write(go)
