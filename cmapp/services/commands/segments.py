"""Commands on segments: saved queries over people (CP-11)."""

from __future__ import annotations

from cmapp.domain import segments
from cmapp.services.commands.people import MOST, done, text_of
from cmapp.services.desk import Desk
from cmapp.services.people import rules_of, segment
from cmapp.services.shapes import Json
from cmapp.store import roster, searches
from cmapp.store.database import Tx
from cmapp.store.sqlite import Connection


def segments_list(desk: Desk, count: bool = False) -> Json:
    """Return {segments: [{name, query}]}, with `count` how many people each finds."""
    now, rules = desk.now(), rules_of(desk.settings)

    def ask(db: Connection) -> Json:
        found: list[Json] = []
        for saved in searches.every(db, "people"):
            one: Json = {"name": saved.name, "query": saved.query}
            if count:
                asked = segments.read(saved.query, now=now)
                one["count"] = roster.total(db, asked, rules=rules, now=now)
            found.append(one)
        return {"segments": found}

    return desk.store.read(ask)


def segments_save(desk: Desk, name: str, query: str, position: int | None = None) -> Json:
    """Save a query on people under a name, or change that; returns {segment, notes, undo}.

    A new one comes last unless `position` says where.
    """
    name, query = text_of("name", name, 100), text_of("query", query, MOST)

    def go(tx: Tx) -> Json:
        old = searches.save(tx, name, query, now=desk.now(), scope="people", position=position)
        args = {"name": name, "query": query}
        if old is None:
            answer = done(desk, tx, "people.segments_save", args, {"name": name}, True,
                          "people.segments_remove")  # fmt: skip
        else:
            back = {"name": name, "query": old.query}
            answer = done(desk, tx, "people.segments_save", args, back, old.query != query)
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
        old = segment(tx.db, name)
        searches.delete(tx, name, scope="people")
        args = {"name": name}
        back = {"name": name, "query": old.query, "position": old.position}
        return done(desk, tx, "people.segments_remove", args, back, True, "people.segments_save")

    return desk.store.write(go)
