"""Commands on the register of suggestions: from a comment to telling everyone that it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cmapp.domain.errors import Missing, Rejected
from cmapp.services import compose
from cmapp.services.desk import Desk
from cmapp.services.selection import chosen
from cmapp.services.shapes import Json, iso, number, undo_by
from cmapp.store import deeds, drafts, inbox, suggestions
from cmapp.store.database import Tx
from cmapp.store.sqlite import Connection
from cmapp.store.suggestions import Suggestion


def suggestions_list(desk: Desk, state: str | None = None) -> Json:
    """Return {suggestions: [...]}, what most people asked for first."""
    if state is not None and state not in suggestions.STATES:
        raise Rejected("unknown_state", field="state", reason="unknown", value=state)
    return desk.store.read(
        lambda db: {"suggestions": [_json(db, s) for s in suggestions.every(db, state)]}
    )


def suggestions_add(
    desk: Desk,
    items: Sequence[str] | None = None,
    query: str | None = None,
    title: str = "",
    to: str | None = None,
) -> Json:
    """Register what these items propose: as a new suggestion, or as further voices for `to`."""

    def go(tx: Tx) -> Json:
        asked = chosen(tx.db, items, query, now=desk.now())
        before = _known(tx.db, to) if to is not None else None
        if before is not None:
            had = {item for item, _ in before.items}
            more = tuple((i, None) for i in asked if i not in had)
            after = replace(
                before, items=tuple(sorted((*before.items, *more))), changed_at=desk.now()
            )
            suggestions.put(tx, after)
        else:
            words = title.strip() or _words(tx.db, asked[0])
            after = suggestions.add(tx, words, asked, now=desk.now())
        return _done(desk, tx, "suggestions.add", before, after)

    return desk.store.write(go)


def suggestions_move(desk: Desk, id: str, state: str, text: str = "") -> Json:
    """Move a suggestion to new, accepted, done or declined.

    `done` with a `text` drafts one answer to each person who asked (`{name}` becomes theirs);
    nobody gets a second one. The answer tells {suggestion, drafts: [ids], undo}.
    """
    if state not in suggestions.STATES:
        raise Rejected("unknown_state", field="state", reason="unknown", value=state)

    def go(tx: Tx) -> Json:
        before = _known(tx.db, id)
        told = before.items
        made: list[int] = []
        if state == "done" and text.strip():
            told = tuple(_tell(desk, tx, before, text, made))
        after = replace(before, state=state, changed_at=desk.now(), items=told)
        suggestions.put(tx, after)
        answer = _done(desk, tx, "suggestions.move", before, after, made)
        return {**answer, "drafts": [str(d) for d in made]}

    return desk.store.write(go)


def suggestions_restore(desk: Desk, id: str, to: Json | None, drafts_made: Sequence[str]) -> Json:
    """Put a suggestion back as it was (None: it was not there); drafts nobody touched go."""

    def go(tx: Tx) -> Json:
        if to is None:
            suggestions.remove(tx, number(id, "unknown_suggestion"))
        else:
            items = tuple((int(i), int(d) if d is not None else None) for i, d in to["items"])
            suggestions.put(tx, Suggestion(**{**to, "id": int(to["id"]), "items": items}))
        for draft_id in drafts_made:
            found = drafts.by_id(tx.db, number(draft_id, "unknown_draft"))
            if found is not None and found.state == "draft" and found.versions == 1:
                drafts.delete(tx, found.id)
        return {}

    return desk.store.write(go)


def _tell(
    desk: Desk, tx: Tx, suggestion: Suggestion, text: str, made: list[int]
) -> list[tuple[int, int | None]]:
    """Draft one answer per person, at the first thing they said about it."""
    told: list[tuple[int, int | None]] = []
    found = inbox.by_ids(tx.db, (item_id for item_id, _ in suggestion.items))
    people = {i.actor_id for n, d in suggestion.items if d is not None and (i := found.get(n))}
    for item_id, draft_id in suggestion.items:
        item = found.get(item_id)
        if item is None or item.post_id is None:
            told.append((item_id, draft_id))
            continue
        if draft_id is None and item.actor_id not in people:
            there = compose.place(tx.db, item_id)
            draft_id = drafts.save(
                tx,
                text.replace("{name}", item.name or item.handle),
                now=desk.now(),
                account_id=there.account.id,
                item_id=item_id,
                post_id=there.post.id,
            )
            made.append(draft_id)
        people.add(item.actor_id)
        told.append((item_id, draft_id))
    return told


def _known(db: Connection, id: str) -> Suggestion:
    found = suggestions.by_id(db, number(id, "unknown_suggestion"))
    if found is None:
        raise Missing("unknown_suggestion", id=id)
    return found


def _words(db: Connection, item_id: int) -> str:
    item = inbox.by_id(db, item_id)
    return " ".join((item.text or "").split())[:80] if item is not None else ""


def _done(
    desk: Desk,
    tx: Tx,
    command: str,
    before: Suggestion | None,
    after: Suggestion,
    made: Sequence[int] = (),
) -> Json:
    undo = undo_by(
        "suggestions.restore",
        id=str(after.id),
        to=_stored(before) if before is not None else None,
        drafts_made=[str(d) for d in made],
    )
    deeds.add(tx, command, {"id": str(after.id), "state": after.state}, now=desk.now(), undo=undo)
    return {"suggestion": _json(tx.db, after), "undo": undo}


def _stored(suggestion: Suggestion) -> Json:
    return {
        "id": str(suggestion.id),
        "title": suggestion.title,
        "state": suggestion.state,
        "made_at": suggestion.made_at,
        "changed_at": suggestion.changed_at,
        "items": [list(pair) for pair in suggestion.items],
    }


def _json(db: Connection, suggestion: Suggestion) -> Json:
    people: dict[int, Any] = {}
    found = inbox.by_ids(db, (item_id for item_id, _ in suggestion.items))
    for item_id, draft_id in suggestion.items:
        item = found.get(item_id)
        if item is not None:
            people.setdefault(
                item.actor_id,
                {
                    "name": item.name or item.handle,
                    "handle": item.handle,
                    "item": str(item_id),
                    "draft": str(draft_id) if draft_id is not None else None,
                },
            )
    return {
        "id": str(suggestion.id),
        "title": suggestion.title,
        "state": suggestion.state,
        "made_at": iso(suggestion.made_at),
        "changed_at": iso(suggestion.changed_at),
        "items": [str(i) for i, _ in suggestion.items],
        "people": list(people.values()),
    }
