"""Commands on people: who they are, what we keep of them, who is one person, segments.

`people` are numbers or handles; with `query` a command is about all whom that finds. A deed on
many is one transaction and one undo, which puts back exactly what it changed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from cmapp.domain import segments
from cmapp.domain.errors import Missing, Rejected
from cmapp.domain.people import STAGES
from cmapp.services import judging, selection
from cmapp.services import people as looks
from cmapp.services.desk import Desk
from cmapp.services.people import rules_of, whom
from cmapp.services.shapes import Json, number, undo_by
from cmapp.store import contacts, deeds, inbox, muting, roster, same_person, triage
from cmapp.store import people as stored
from cmapp.store.database import Tx
from cmapp.store.sqlite import Connection

People = Sequence[str] | None
MOST = 2_000
"""How many characters a fact, a tag or a name may have at most; a note has ten times as many."""


def people_list(
    desk: Desk,
    query: str = "",
    segment: str | None = None,
    limit: int = 50,
    after: Sequence[int | str] | None = None,
    count: bool = False,
) -> Json:
    """Return {people, next, notes} (and `total` with `count`): who was here last comes first.

    `segment` is the name of a saved one, to which `query` is added; `next` is given as `after`
    for the next page, None at the end. Raises Missing (`unknown_segment`).
    """
    now, rules = desk.now(), rules_of(desk.settings)

    def look(db: Connection) -> Json:
        typed = f"{looks.segment(db, segment).query} {query}" if segment else query
        asked = segments.read(typed, now=now)
        place = (int(after[0]), int(after[1])) if after else None
        found = roster.page(db, asked, rules=rules, now=now, limit=limit + 1, after=place)
        shown = found[:limit]
        more = [str(n) for n in shown[-1].place] if len(found) > limit else None
        answer: Json = {
            "people": [looks.row_json(r) for r in shown],
            "next": more,
            "notes": [{"code": n.code, "part": n.part} for n in asked.notes],
        }
        if count:
            answer["total"] = roster.total(db, asked, rules=rules, now=now)
        return answer

    return desk.store.read(look)


def show(desk: Desk, person: str) -> Json:
    """Return all that is kept of a person: identities, facts, tags, notes, items, threads."""
    now, rules = desk.now(), rules_of(desk.settings)
    return desk.store.read(
        lambda db: looks.card_json(
            looks.card(db, whom(db, person), rules=rules, now=now, whole=True)
        )
    )


def look(desk: Desk, person: str) -> Json:
    """Note that somebody has looked at what is new about a person whom we keep."""
    desk.store.write(lambda tx: contacts.look(tx, whom(tx.db, person), now=desk.now()))
    return {}


def stages(desk: Desk) -> Json:
    """Return {rules: [...]}: the stages in the order in which their rules are tried."""
    return {"rules": rules_of(desk.settings).explained()}


# one person or two


def merge(desk: Desk, into: str, person: str) -> Json:
    """Say that two are one person; returns {person, conflicts: [{name, values}], undo}."""

    def go(tx: Tx) -> Json:
        one, other = whom(tx.db, into), whom(tx.db, person)
        done = contacts.merge(tx, one, other, now=desk.now())
        undo = undo_by("people.unmerge", person=str(done.root))
        args = {"into": str(one), "person": str(other)}
        deeds.add(tx, "people.merge", args, now=desk.now(), undo=undo)
        again(desk, tx, [one])
        return {
            "person": str(contacts.root(tx.db, one)),
            "conflicts": [{"name": c.name, "values": list(c.values)} for c in done.clashes],
            "undo": undo,
        }

    return desk.store.write(go)


def unmerge(desk: Desk, person: str) -> Json:
    """Take an identity out of its person again; returns {persons: [root, root], undo}."""

    def go(tx: Tx) -> Json:
        who = whom(tx.db, person)
        before = contacts.group(tx.db, who)
        above, parted = contacts.unmerge(tx, who)
        undo = undo_by("people.merge", into=str(above), person=str(parted))
        deeds.add(tx, "people.unmerge", {"person": str(parted)}, now=desk.now(), undo=undo)
        again(desk, tx, before)
        roots = [contacts.root(tx.db, n) for n in (above, parted)]
        return {"persons": [str(n) for n in roots], "undo": undo}

    return desk.store.write(go)


def suggestions(desk: Desk, person: str | None = None, limit: int = 20) -> Json:
    """Return {suggestions: [{one, other, score, reasons}]}: who may be one person, and why."""

    def ask(db: Connection) -> Json:
        if person is None:
            found = same_person.everywhere(db, most=limit)
        else:
            found = same_person.of(db, contacts.group(db, whom(db, person)), most=limit)
        return {"suggestions": [looks.suggestion_json(s) for s in found]}

    return desk.store.read(ask)


def not_same(desk: Desk, one: str, other: str, same: bool = False) -> Json:
    """Remember that two are not one person (`same`: forget that again); returns {undo}."""

    def go(tx: Tx) -> Json:
        pair = whom(tx.db, one), whom(tx.db, other)
        if same:
            changed = contacts.may_be_same(tx, *pair)
        else:
            changed = contacts.not_same(tx, *pair, now=desk.now())
        args = {"one": str(pair[0]), "other": str(pair[1]), "same": same}
        return done(desk, tx, "people.not_same", args, {**args, "same": not same}, changed)

    return desk.store.write(go)


# what is kept


def fact_add(
    desk: Desk,
    person: str,
    name: str,
    value: str,
    source: str = "hand",
    at: int | None = None,
    id: str | None = None,
) -> Json:
    """Keep a fact that was stated or entered; returns {fact, undo}.

    `source`: `hand`, `bio`, or the number of the item in which they said it. `at` is UTC ms (when
    it was said, else now). Raises Missing (`unknown_item`), Rejected (`empty`, `not_theirs`).
    """
    name, value = text_of("name", name, MOST), text_of("value", value, MOST)

    def go(tx: Tx) -> Json:
        who = whom(tx.db, person)
        origin, said_at = _origin(tx.db, who, source)
        number_, fresh = contacts.add_fact(
            tx, who, name, value, source=origin, at=at or said_at or desk.now(), now=desk.now(),
            number=number(id, "unknown_fact") if id else None,
        )  # fmt: skip
        args = {"person": str(who), "name": name, "value": value, "source": origin}
        answer = done(
            desk, tx, "people.fact_add", args, {"id": str(number_)}, fresh, "people.fact_remove"
        )
        fact = next(f for f in contacts.facts(tx.db, [who]) if f.id == number_)
        return {"fact": looks.fact_json(fact), **answer}

    return desk.store.write(go)


def _origin(db: Connection, who: int, source: str) -> tuple[str, int | None]:
    members = contacts.group(db, who)
    if source == "hand":
        return source, None
    if source == "bio":
        if not any(i.bio for i in stored.identities(db, members)):
            raise Rejected("not_theirs", id=source)
        return source, None
    item = inbox.by_id(db, number(source.removeprefix("item:")))
    if item is None:
        raise Missing("unknown_item", id=source)
    if item.actor_id not in members:
        raise Rejected("not_theirs", id=str(item.id))
    return f"item:{item.id}", item.created_at


def fact_remove(desk: Desk, id: str) -> Json:
    """Forget a fact; returns {fact, undo}. Raises Missing (`unknown_fact`)."""

    def go(tx: Tx) -> Json:
        old = contacts.remove_fact(tx, number(id, "unknown_fact"))
        back = {
            "person": str(old.profile_id), "name": old.name, "value": old.value,
            "source": old.source, "at": old.at, "id": str(old.id),
        }  # fmt: skip
        answer = done(
            desk, tx, "people.fact_remove", {"id": str(old.id)}, back, True, "people.fact_add"
        )
        return {"fact": looks.fact_json(old), **answer}

    return desk.store.write(go)


def tag(
    desk: Desk, tag: str, people: People = None, query: str | None = None, exactly: bool = False
) -> Json:
    """Put a tag on people; returns {people: those who did not have it, count, undo}."""
    word = text_of("tag", tag, 100)

    def go(tx: Tx) -> Json:
        who = looks.chosen(desk, tx.db, people, query)
        if exactly:
            contacts.tag_back(tx, who, word, now=desk.now())
            fresh = who
        else:
            fresh = contacts.tag(tx, who, word, now=desk.now())
        return _on_many(desk, tx, "people.tag", "people.untag", word, fresh)

    return desk.store.write(go)


def untag(
    desk: Desk, tag: str, people: People = None, query: str | None = None, exactly: bool = False
) -> Json:
    """Take a tag off people; returns {people: the identities that had it, count, undo}."""
    word = text_of("tag", tag, 100)

    def go(tx: Tx) -> Json:
        had = contacts.untag(tx, looks.chosen(desk, tx.db, people, query), word, exactly=exactly)
        return _on_many(desk, tx, "people.untag", "people.tag", word, had)

    return desk.store.write(go)


def _on_many(desk: Desk, tx: Tx, name: str, back: str, word: str, who: list[int]) -> Json:
    found = [str(n) for n in who]
    args = {"tag": word, "people": found}
    answer = done(desk, tx, name, args, {**args, "exactly": True}, bool(found), back)
    return {"people": found, "count": len(found), **answer}


def vip(desk: Desk, people: People = None, query: str | None = None, on: bool = True) -> Json:
    """Make people VIPs (or no longer): what they say comes first; returns {people, count, undo}."""
    return _put(desk, "people.vip", "vip", int(on), people, query, {"on": on})


def vip_items(
    desk: Desk,
    items: Sequence[str | int] | None = None,
    query: str | None = None,
    group: Mapping[str, Any] | None = None,
    on: bool = True,
) -> Json:
    """Make the people of items VIPs, or no longer: as `vip`; `query` is one over items."""

    def go(tx: Tx) -> Json:
        found = selection.chosen(tx.db, items, query, now=desk.now(), group=group)
        who = [str(p) for p in muting.people_of(tx.db, found)]
        return {**vip(desk, who, on=on), "items": [str(i) for i in found]}

    return desk.store.write(go)


def mute(desk: Desk, people: People = None, query: str | None = None, on: bool = True) -> Json:
    """Mute people here, or hear them again; returns {people, count, items, undo}.

    What waits from them is muted (or open again) with them, what comes later is born so.
    """

    def go(tx: Tx) -> Json:
        roots = {contacts.root(tx.db, p) for p in looks.chosen(desk, tx.db, people, query)}
        changed = [
            p for p in sorted(roots) if stored.kept(tx.db, contacts.group(tx.db, p)).muted != on
        ]
        if not changed:
            return {"people": [], "count": 0, "items": 0, "undo": None}
        names = [str(p) for p in changed]
        deed = deeds.begin(tx, "people.mute", {"people": names, "on": on}, now=desk.now())
        before = contacts.put(tx, changed, "muted", int(on), now=desk.now())
        deeds.note_people(tx, deed, "muted", before)
        items = muting.of_people(tx.db, changed, ("open", "waiting") if on else ("muted",))
        if not on:
            items = sorted(set(items) - muting.still_muted(tx.db, items))
        deeds.note(tx, deed, items, triage.STATE_COLUMNS)
        muting.set_muted(tx, items, on)
        undo = deeds.way_back(deed)
        return {"people": names, "count": len(names), "items": len(items), "undo": undo}

    return desk.store.write(go)


def stage(
    desk: Desk, stage: str | None = None, people: People = None, query: str | None = None
) -> Json:
    """Set the stage of people by hand; None lets the rules say it again."""
    if stage is not None and stage not in STAGES:
        raise Rejected("unknown_stage", field="stage", value=stage)
    return _put(desk, "people.stage", "stage", stage, people, query, {"stage": stage})


def name(desk: Desk, person: str, name: str) -> Json:
    """Call a person by a name of ours; "" takes it away."""
    given = text_of("name", name, MOST) if name.strip() else ""
    return _put(desk, "people.name", "name", given, [person], None, {"name": given})


def _put(
    desk: Desk, command: str, column: str, value: Any, people: People, query: str | None, args: Json
) -> Json:
    def go(tx: Tx) -> Json:
        who = looks.chosen(desk, tx.db, people, query)
        before = contacts.put(tx, who, column, value, now=desk.now())
        changed = [str(p) for p, _ in before]
        back = {"what": column, "values": [[str(p), old] for p, old in before]}
        answer = done(
            desk, tx, command, {**args, "people": changed}, back, bool(before), "people.put_back"
        )
        if column == "vip":
            again(desk, tx, who)
        return {"people": changed, "count": len(changed), **answer}

    return desk.store.write(go)


def put_back(desk: Desk, what: str, values: Sequence[Sequence[Any]]) -> Json:
    """Set `vip`, `muted`, `stage` or `name` of identities: [[number, value], …]; an undo."""
    if what not in contacts.KEPT:
        raise Rejected("usage", field="what", value=what)

    def go(tx: Tx) -> Json:
        exact = [[whom(tx.db, p), value] for p, value in values]
        before = contacts.put_back(tx, what, exact, now=desk.now())
        back = {"what": what, "values": [[str(p), old] for p, old in before]}
        if what == "vip":
            again(desk, tx, [p for p, _ in exact])
        args = {"what": what, "values": [[str(p), v] for p, v in exact]}
        return done(desk, tx, "people.put_back", args, back, True)

    return desk.store.write(go)


def again(desk: Desk, tx: Tx, people: Sequence[int]) -> None:
    """Put what waits from these people into the lane that it now belongs to (CP-09)."""
    members = sorted({m for one in people for m in contacts.group(tx.db, one)})
    judging.people_again(tx, desk, members)


def note_add(
    desk: Desk,
    person: str,
    text: str,
    author: str = "",
    at: int | None = None,
    id: str | None = None,
) -> Json:
    """Keep a private note on a person; returns {note, undo}. Raises Rejected (`empty`)."""
    words = text_of("text", text, 10 * MOST)

    def go(tx: Tx) -> Json:
        who = whom(tx.db, person)
        made = contacts.add_note(
            tx, who, words, author=author or deeds.desk_name(tx), at=at or desk.now(),
            number=number(id, "unknown_note") if id else None,
        )  # fmt: skip
        args = {"person": str(who), "text": words}
        answer = done(
            desk, tx, "people.note_add", args, {"id": str(made)}, True, "people.note_remove"
        )
        note = next(n for n in contacts.notes(tx.db, [who]) if n.id == made)
        return {"note": looks.note_json(note), **answer}

    return desk.store.write(go)


def note_remove(desk: Desk, id: str) -> Json:
    """Drop a note on a person; returns {note, undo}. Raises Missing (`unknown_note`)."""

    def go(tx: Tx) -> Json:
        old = contacts.remove_note(tx, number(id, "unknown_note"))
        back = {
            "person": str(old.profile_id), "text": old.text, "author": old.author,
            "at": old.made_at, "id": str(old.id),
        }  # fmt: skip
        answer = done(
            desk, tx, "people.note_remove", {"id": str(old.id)}, back, True, "people.note_add"
        )
        return {"note": looks.note_json(old), **answer}

    return desk.store.write(go)


def text_of(field: str, given: str, most: int) -> str:
    """Return what was entered without blanks around it. Raises Rejected."""
    text = given.strip()
    if not text:
        raise Rejected("empty", field=field)
    if len(text) > most:
        raise Rejected("too_long", field=field, size=len(text), limit=most)
    try:
        json.dumps(text, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise Rejected("not_text", field=field) from None
    return text


def done(
    desk: Desk, tx: Tx, command: str, args: Json, back: Json, changed: bool, undo: str | None = None
) -> Json:
    """Keep a deed that changed something with its undo; returns {undo} (None: nothing changed)."""
    if not changed:
        return {"undo": None}
    way = undo_by(undo or command, **back)
    deeds.add(tx, command, args, now=desk.now(), undo=way)
    return {"undo": way}
