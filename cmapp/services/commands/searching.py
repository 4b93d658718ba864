"""Commands that search, and keep searches by name."""

from __future__ import annotations

from cmapp.domain.errors import Missing, Rejected
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, iso, undo_by
from cmapp.store import deeds, search, searches, words
from cmapp.store.database import Tx
from cmapp.store.searches import Saved
from cmapp.store.sqlite import Connection


def search_posts(
    desk: Desk, query: str, limit: int = 50, before: str | None = None, best: bool = False
) -> Json:
    """Return {hits, more, next, count, counted_all, needles, notes}: newest first, or best match.

    A hit is {id, kind, state, account, author, text, created_at, marks}; `marks` are the places
    of the words in its text, [start, end] in characters. `before` takes the `next` of the answer
    before. `count` goes to 1,001 at most, `counted_all` tells whether it is the whole. `notes`
    are {code, part}: what of the query was read otherwise than it may have been meant.
    """
    if before is not None and not before.isdecimal():
        raise Rejected("bad_value", field="before", reason="unknown", value=before)
    behind = int(before) if before is not None else None

    def look(db: Connection) -> Json:
        now = desk.now()
        found = search.find(db, query, limit=limit, before=behind, now=now, best=best)
        states = search.states(db, found.hits)
        count = search.tally(db, query, now=now)
        last = str((behind or 0) + limit) if best else str(found.hits[-1].key if found.hits else 0)
        return {
            "hits": [
                {
                    "id": str(h.item_id or h.post_id),
                    "kind": h.kind,
                    "state": states.get(h.item_id or 0),
                    "account": h.account_id,
                    "author": {"handle": h.author_handle, "name": h.author_name},
                    "text": h.text,
                    "created_at": iso(h.created_at),
                    "marks": [list(m) for m in words.highlights(h.text, found.needles)],
                }
                for h in found.hits
            ],
            "more": found.more,
            "next": last if found.more else None,
            "count": count,
            "counted_all": count <= search.COUNTED,
            "needles": list(found.needles),
            "notes": [{"code": n.code, "part": n.part} for n in found.notes],
        }

    return desk.store.read(look)


def _json(saved: Saved) -> Json:
    return {
        "name": saved.name,
        "query": saved.query,
        "position": saved.position,
        "made_at": iso(saved.made_at),
    }


def searches_list(desk: Desk) -> Json:
    """Return {searches: [{name, query, position, made_at}]}, in their order."""
    return {"searches": [_json(s) for s in desk.store.read(searches.every)]}


def searches_save(desk: Desk, name: str, query: str, position: int | None = None) -> Json:
    """Keep a query under a name, in the place of one that had it; answers with how to undo it."""
    name, query = " ".join(name.split()), query.strip()
    if not name or not query:
        raise Rejected("search_empty", field="name" if not name else "query", reason="empty")

    def keep(tx: Tx) -> Json:
        old = searches.save(tx, name, query, now=desk.now(), position=position)
        if old is None:
            undo = undo_by("searches.delete", name=name)
        else:
            undo = undo_by("searches.save", name=name, query=old.query, position=old.position)
        return _told(desk, tx, "searches.save", name, undo)

    return desk.store.write(keep)


def searches_rename(desk: Desk, name: str, to: str) -> Json:
    """Give a saved search another name; answers with how to undo it."""
    to = " ".join(to.split())
    if not to:
        raise Rejected("search_empty", field="name", reason="empty")

    def move(tx: Tx) -> Json:
        _there(tx, name)
        if to != name and searches.by_name(tx.db, to) is not None:
            raise Rejected("search_name_taken", field="name", reason="taken", value=to)
        searches.rename(tx, name, to)
        undo = undo_by("searches.rename", name=to, to=name)
        return _told(desk, tx, "searches.rename", to, undo)

    return desk.store.write(move)


def searches_delete(desk: Desk, name: str) -> Json:
    """Forget a saved search; answers with how to undo it."""

    def forget(tx: Tx) -> Json:
        old = _there(tx, name)
        searches.delete(tx, name)
        undo = undo_by("searches.save", name=name, query=old.query, position=old.position)
        deeds.add(tx, "searches.delete", {"name": name}, now=desk.now(), undo=undo)
        return {"search": _json(old), "undo": undo}

    return desk.store.write(forget)


def _there(tx: Tx, name: str) -> Saved:
    found = searches.by_name(tx.db, name)
    if found is None:
        raise Missing("unknown_search", name=name)
    return found


def _told(desk: Desk, tx: Tx, command: str, name: str, undo: Json) -> Json:
    deeds.add(tx, command, {"name": name}, now=desk.now(), undo=undo)
    return {"search": _json(_there(tx, name)), "undo": undo}
