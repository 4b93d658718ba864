"""Commands of moderation: hide, mute, block, report; their log, and taking them back (CR-14)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cmapp.domain.errors import Rejected
from cmapp.services import moderating, selection
from cmapp.services.desk import Desk
from cmapp.services.moderating import Aim
from cmapp.services.shapes import Json, iso, number, undo_by
from cmapp.store import moderation
from cmapp.store.moderation import Entry
from cmapp.store.sqlite import Connection

MOST = 1000
"""How many people or posts one deed may be about: a slip must not block half a town."""


def moderate(
    desk: Desk,
    deed: str,
    items: Sequence[str] | None = None,
    query: str | None = None,
    person: str | None = None,
    group: Mapping[str, Any] | None = None,
    account: str | None = None,
    reason: str = "",
    category: str = "",
    note: str = "",
    local: bool = False,
    undo_delay: bool = False,
) -> Json:
    """Hide, mute, block or report; returns {entries, skipped: [{item, person, why}], undo}.

    About ITEMS, what a search finds, a GROUP (see `selection.chosen`), or a PERSON (a profile's
    id, or a handle). `reason` (or
    `category`, one of `CATEGORIES`) is kept in the log; `note` is what a report tells the
    platform's moderators. `local`: on this desk alone. In bulk, what cannot be done somewhere
    is left out and named; where none can be, Unsupported (`cannot_moderate`).
    """

    def look(db: Connection) -> list[Aim]:
        if person is not None:
            if items or query or group:
                raise Rejected("too_much_chosen", field="items", reason="ambiguous")
            return [moderating.of_person(db, person, account)]
        if query is None and group is None and items:  # also posts that are no item of the inbox
            found = [number(i) for i in items[: MOST + 1]]
        else:
            found = selection.chosen(db, items, query, now=desk.now(), most=MOST, group=group)
        if len(found) > MOST:
            raise Rejected(
                "too_many_chosen", field="items", reason="too_many", size=len(found), limit=MOST
            )
        return [moderating.of_item(db, i) for i in found]

    made, skipped = moderating.moderate(
        desk,
        deed,
        desk.store.read(look),
        category=category,
        reason=reason,
        note=note,
        local=local,
        hold_ms=desk.settings.undo_seconds * 1000 if undo_delay else 0,
    )
    return {
        "entries": [entry_json(e) for e in made],
        "skipped": [
            {
                "item": str(aim.item_id or aim.post_id or "") or None,
                "person": {"handle": aim.target.handle, "name": aim.name},
                "why": why,
            }
            for aim, why in skipped
        ],
        "undo": undo_by("moderation.undo", entries=[str(e.id) for e in made]),
    }


def moderation_undo(desk: Desk, entries: Sequence[str]) -> Json:
    """Take deeds back: what has not left is cancelled, else the opposite is queued.

    Returns {entries}: theirs as they are now, and those of the opposite deeds. A report that is
    out cannot be taken back: Rejected (`cannot_take_back`), and nothing is done.
    """
    if not entries:
        raise Rejected("nothing_chosen", field="entries", reason="empty")
    found = moderating.undo(desk, [number(e, "unknown_entry") for e in entries])
    return {"entries": [entry_json(e) for e in found]}


def moderation_log(desk: Desk, limit: int = 100, before: str | None = None) -> Json:
    """Return {entries}, newest first: whom, what, why, when, and what became of it."""
    last = number(before, "unknown_entry") if before else None
    found = desk.store.read(lambda db: moderation.log(db, limit=limit, before=last))
    return {"entries": [entry_json(e) for e in found]}


def moderation_can(desk: Desk, items: Sequence[str] = (), person: str | None = None) -> Json:
    """Return {items: [{item, person, can: {deed: None, or the code of why not}}]}."""

    def look(db: Connection) -> list[Aim]:
        if person is not None:
            return [moderating.of_person(db, person, None)]
        return [moderating.of_item(db, number(i)) for i in items[:MOST]]

    aims = desk.store.read(look)
    return {
        "items": [
            {
                "item": str(aim.item_id or aim.post_id or "") or None,
                "account": aim.account.id,
                "platform": aim.account.platform,
                "person": {"handle": aim.target.handle, "name": aim.name},
                "can": moderating.can(desk, aim),
            }
            for aim in aims
        ]
    }


def entry_json(entry: Entry) -> Json:
    """Return a line of the log as the command line shows it."""
    return {
        "id": str(entry.id),
        "deed": entry.deed,
        "account": {"id": entry.account_id, "handle": entry.account, "platform": entry.platform},
        "person": {"handle": entry.handle, "name": entry.name},
        "item": str(entry.item_id) if entry.item_id else None,
        "post": str(entry.post_id) if entry.post_id else None,
        "text": entry.text,
        "category": entry.category,
        "reason": entry.reason,
        "note": entry.note,
        "at": iso(entry.at),
        "outbox": str(entry.outbox_id) if entry.outbox_id else None,
        "state": entry.state,
        "error": entry.error_code,
        "undone_at": iso(entry.undone_at),
        "undo_of": str(entry.undo_of) if entry.undo_of else None,
    }
