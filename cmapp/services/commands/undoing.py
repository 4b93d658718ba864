"""Commands on what was decided: the log, and taking it back."""

from __future__ import annotations

from cmapp.domain.errors import Missing, Rejected
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, iso, number
from cmapp.store import deeds
from cmapp.store.database import Tx
from cmapp.store.deeds import Deed

_GONE = ("too_late", "cannot_take_back")
"""It has left: an answer, a report."""


def restore(desk: Desk, deed: str) -> Json:
    """Put back exactly what a deed on items changed; returns {count, items}.

    Done twice, it changes nothing the second time. Raises Missing (`nothing_to_undo`).
    """

    def go(tx: Tx) -> Json:
        found = deeds.restore(tx, number(deed, "nothing_to_undo"), now=desk.now())
        if found is None:
            raise Missing("nothing_to_undo", id=deed)
        return {"count": len(found), "items": [str(i) for i in found]}

    return desk.store.write(go)


def undo(desk: Desk) -> Json:
    """Take back the newest deed that can be and was not yet; returns {undone: deed, answer}.

    In one transaction with the mark that it is undone. Raises Missing (`nothing_to_undo`), and
    what its own undo raises; where it is too late (`_GONE`) that is said once, and the next undo
    goes on with what was done before.
    """
    tried = 0

    def go(tx: Tx) -> Json:
        nonlocal tried
        newest = deeds.undoable(tx.db)
        if newest is None or newest.undo is None:
            raise Missing("nothing_to_undo")
        tried = newest.id
        since = deeds.last(tx.db, limit=1)[0].id
        answer = desk.commands[newest.undo["command"]](desk, **newest.undo["args"])
        deeds.undone(tx, since, newest.id, now=desk.now())
        return {"undone": deed_json(newest), "answer": answer}

    try:
        return desk.store.write(go)
    except Rejected as no:
        if no.why in _GONE:
            desk.store.write(lambda tx: deeds.no_way_back(tx, tried))
        raise


def deeds_list(desk: Desk, limit: int = 50, before: str | None = None) -> Json:
    """Return {deeds: [{id, at, command, args, count, can_undo, undone_at}]}, newest first."""
    behind = number(before, "unknown_deed") if before else None
    found = desk.store.read(lambda db: deeds.last(db, limit=limit, before=behind))
    return {"deeds": [deed_json(d) for d in found]}


def deed_json(deed: Deed) -> Json:
    """Return a deed as the command line shows it."""
    return {
        "id": str(deed.id),
        "at": iso(deed.at),
        "command": deed.command,
        "args": deed.args,
        "count": deed.items,
        "can_undo": deed.undo is not None and deed.undone_at is None,
        "undone_at": iso(deed.undone_at),
    }
