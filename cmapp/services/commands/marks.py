"""Commands on labels and private notes."""

from __future__ import annotations

import re
from typing import Any

from cmapp.domain.errors import Missing, Rejected
from cmapp.services.commands.triage import Group, Ids, change
from cmapp.services.desk import Desk
from cmapp.services.selection import chosen
from cmapp.services.shapes import Json, note_json, number
from cmapp.store import deeds, labels, notes
from cmapp.store.database import Tx
from cmapp.store.labels import Label
from cmapp.store.notes import Note

LONGEST_LABEL = 60
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")


def label(
    desk: Desk, label: str, items: Ids = None, query: str | None = None, group: Group = None
) -> Json:
    """Hang a label on items; it is made where there is none of that name yet."""
    name = _name(label)

    def do(tx: Tx, deed: int, found: list[int]) -> Json:
        known = labels.by_name(tx.db, name)
        if known is None:
            deeds.note_row(tx, deed, "labels", {"name": name})
            labels.make(tx, name, now=desk.now())
        called = known.name if known else name
        deeds.note_labels(tx, deed, found, called)
        labels.give(tx, found, called)
        return {"label": called}

    return change(desk, "inbox.label", {"label": name}, do, items, query, group)


def unlabel(
    desk: Desk, label: str, items: Ids = None, query: str | None = None, group: Group = None
) -> Json:
    """Take a label off items. Raises Missing (`unknown_label`)."""

    def do(tx: Tx, deed: int, found: list[int]) -> Json:
        known = _known(tx, label)
        deeds.note_labels(tx, deed, found, known.name)
        labels.take(tx, found, known.name)
        return {"label": known.name}

    return change(desk, "inbox.unlabel", {"label": label}, do, items, query, group)


def labels_list(desk: Desk) -> Json:
    """Return {labels: [{name, color, count}]}, by name."""
    return {"labels": [_json(one) for one in desk.store.read(labels.every)]}


def labels_rename(desk: Desk, name: str, to: str) -> Json:
    """Give a label another name, on all its items. Raises Missing, Rejected (`label_taken`)."""
    new = _name(to)

    def go(tx: Tx) -> Json:
        old = _known(tx, name)
        other = labels.by_name(tx.db, new)
        if other is not None and other.name != old.name:
            raise Rejected("label_taken", field="to", reason="taken", name=other.name)
        labels.rename(tx, old.name, new)
        undo = {"command": "labels.rename", "args": {"name": new, "to": old.name}}
        deeds.add(tx, "labels.rename", {"name": old.name, "to": new}, now=desk.now(), undo=undo)
        return {"undo": undo}

    return {**desk.store.write(go), **labels_list(desk)}


def labels_color(desk: Desk, name: str, color: str) -> Json:
    """Give a label a colour: `#rrggbb`, or empty for none. Raises Missing, Rejected."""
    if color and not _COLOR.fullmatch(color):
        raise Rejected("bad_color", field="color", reason="kind", value=color)

    def go(tx: Tx) -> Json:
        old = _known(tx, name)
        labels.color(tx, old.name, color.lower())
        undo = {"command": "labels.color", "args": {"name": old.name, "color": old.color}}
        args = {"name": old.name, "color": color}
        deeds.add(tx, "labels.color", args, now=desk.now(), undo=undo)
        return {"undo": undo}

    return {**desk.store.write(go), **labels_list(desk)}


def labels_delete(desk: Desk, name: str) -> Json:
    """Delete a label and take it off all its items; the undo hangs it on them again."""

    def go(tx: Tx) -> Json:
        old = _known(tx, name)
        deed = deeds.begin(tx, "labels.delete", {"name": old.name, "count": old.count},
                           now=desk.now())  # fmt: skip
        deeds.note_row(tx, deed, "labels", {"name": old.name})
        having = labels.members(tx.db, old.name)
        deeds.note_labels(tx, deed, having, old.name)
        labels.delete(tx, old.name)
        deeds.touch(tx, having)
        return {"undo": deeds.way_back(deed)}

    return {**desk.store.write(go), **labels_list(desk)}


def _name(given: str) -> str:
    """Return the name of a label as it is kept: one line, no comma (scripts list them so)."""
    name = " ".join(given.replace(",", " ").split())
    if not name:
        raise Rejected("empty", field="label", reason="empty")
    if len(name) > LONGEST_LABEL:
        raise Rejected(
            "too_long", field="label", reason="too_long", size=len(name), limit=LONGEST_LABEL
        )
    return name


def _known(tx: Tx, name: str) -> Label:
    found = labels.by_name(tx.db, " ".join(name.split()))
    if found is None:
        raise Missing("unknown_label", name=name[:100])
    return found


def _json(one: Label) -> Json:
    return {"name": one.name, "color": one.color, "count": one.count}


# notes


def notes_list(desk: Desk, item: str) -> Json:
    """Return {notes: [{id, item, text, author, made_at, edited_at}]} of an item, oldest first."""

    def look(db: Any) -> list[Note]:
        return notes.of_items(db, chosen(db, [item], now=desk.now()))

    return {"notes": [note_json(n) for n in desk.store.read(look)]}


def notes_add(
    desk: Desk,
    item: str | None = None,
    text: str = "",
    author: str = "",
    items: Ids = None,
    query: str | None = None,
    group: Group = None,
) -> Json:
    """Write a private note down on an item, or the same one on each of many.

    Returns {note: the first, notes, count, items, undo}.
    """
    words = _words(text)

    def do(tx: Tx, deed: int, found: list[int]) -> Json:
        first = notes.free_id(tx, now=desk.now())
        made = dict(enumerate(found, first))
        deeds.note_rows(tx, deed, "notes", [{"id": n} for n in made])
        for number_, target in made.items():
            notes.add(tx, number_, target, words, author, now=desk.now())
        shown = [note_json(n) for n in notes.of_items(tx.db, found) if n.id in made]
        return {"note": shown[0], "notes": shown}

    given = [item] if item is not None else items
    return change(desk, "notes.add", {}, do, given, query, group)


def notes_edit(desk: Desk, id: str, text: str) -> Json:
    """Give a note another text; returns {note, undo}. Raises Missing (`unknown_note`)."""
    words = _words(text)

    def go(tx: Tx) -> Json:
        old = _note(tx, id)
        deed = deeds.begin(tx, "notes.edit", {"id": str(old.id)}, now=desk.now())
        deeds.note_row(tx, deed, "notes", {"id": old.id})
        notes.edit(tx, old.id, words, now=desk.now())
        return _told(tx, old.id, deed)

    return desk.store.write(go)


def notes_delete(desk: Desk, id: str) -> Json:
    """Delete a note; returns {note: what it was, undo}. Raises Missing (`unknown_note`)."""

    def go(tx: Tx) -> Json:
        old = _note(tx, id)
        deed = deeds.begin(tx, "notes.delete", {"id": str(old.id)}, now=desk.now())
        deeds.note_row(tx, deed, "notes", {"id": old.id})
        notes.delete(tx, old.id)
        return {"note": note_json(old), "undo": deeds.way_back(deed)}

    return desk.store.write(go)


def _words(text: str) -> str:
    if not text.strip():
        raise Rejected("empty", field="text", reason="empty")
    return text


def _note(tx: Tx, id: str) -> Note:
    found = notes.by_id(tx.db, number(id, "unknown_note"))
    if found is None:
        raise Missing("unknown_note", id=id)
    return found


def _told(tx: Tx, made: int, deed: int) -> Json:
    found = notes.by_id(tx.db, made)
    assert found is not None
    return {"note": note_json(found), "undo": deeds.way_back(deed)}
