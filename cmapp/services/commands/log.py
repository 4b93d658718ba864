"""Commands on what was written down by hand: add, answer, edit, remove (AC-14)."""

from __future__ import annotations

import json
from typing import Any

from cmapp.domain.errors import Missing, Rejected
from cmapp.services import notebook
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, item_json, number, undo_by
from cmapp.store import byhand, deeds, inbox
from cmapp.store.database import Tx


def log_add(
    desk: Desk,
    channel: str,
    who: str,
    text: str,
    contact: str = "",
    at: int | None = None,
    needs_reply: bool = True,
) -> Json:
    """Write down what somebody said by phone, in the shop …; returns {item, undo}.

    `channel`: phone, shop, email, letter, other. `who`: a name, a number or an address; the
    person is found again by `contact`, else by the name. `at`: when (UTC ms), now by default.
    """
    account = notebook.account_of(desk, channel)

    def go(tx: Tx) -> tuple[int, Json]:
        item = notebook.add(
            desk,
            tx,
            account,
            who=who,
            contact=contact,
            text=text,
            at=at,
            needs_reply=needs_reply,
        )
        undo = undo_by("log.remove", item=str(item))
        deeds.add(tx, "log.add", {"item": str(item)}, now=desk.now(), undo=undo)
        return item, undo

    item, undo = desk.store.write(go)
    return {"item": _shown(desk, item), "undo": undo}


def log_answer(desk: Desk, item: str, text: str, at: int | None = None) -> Json:
    """Write down what we answered; the item is done. Returns {item, post, undo}."""
    which = number(item)

    def go(tx: Tx) -> tuple[int, int, Json]:
        found, post, before = notebook.answer(desk, tx, which, text, at=at)
        undo = undo_by("log.unanswer", post=str(post), before=json.dumps(before))
        args = {"item": str(found), "post": str(post)}
        deeds.add(tx, "log.answer", args, now=desk.now(), undo=undo)
        return found, post, undo

    found, post, undo = desk.store.write(go)
    return {"item": _shown(desk, found), "post": str(post), "undo": undo}


def log_unanswer(desk: Desk, post: str, before: str) -> Json:
    """Take a recorded answer out again, and give the item back as it was (JSON, in a text)."""
    gone = number(post)
    was = _kept(before)

    def go(tx: Tx) -> None:
        byhand.take_out(tx, item_ids=[], post_ids=[gone])
        _restored(lambda: byhand.restore_item(tx, was))

    desk.store.write(go)
    return {"item": _shown(desk, int(was["id"]))}


def log_edit(
    desk: Desk, item: str, text: str | None = None, needs_reply: bool | None = None
) -> Json:
    """Correct an entry, or (by its post's id) an answer of ours; returns {item, undo}."""
    if text is None and needs_reply is None:
        raise Rejected("empty", field="text", reason="empty")
    which = number(item)

    def go(tx: Tx) -> Json:
        was = notebook.edit(tx, which, text=text, needs_reply=needs_reply)
        old = was.text if text is not None else None
        undo = undo_by("log.edit", item=item, text=old, needs_reply=was.needs_reply)
        deeds.add(tx, "log.edit", {"item": item}, now=desk.now(), undo=undo)
        return undo

    undo = desk.store.write(go)
    return {"item": _shown(desk, which), "undo": undo}


def log_remove(desk: Desk, item: str) -> Json:
    """Take an entry out, with what we answered; the undo puts everything back. Returns {undo}."""
    which = number(item)

    def go(tx: Tx) -> Json:
        found, _, post = notebook.entry(tx.db, which)
        kept = byhand.thread_posts(tx.db, notebook.REALM, post.remote_id)
        rows = byhand.take_out(tx, item_ids=[found.id], post_ids=kept)
        undo = undo_by("log.restore", rows=json.dumps(rows))
        deeds.add(tx, "log.remove", {"item": item}, now=desk.now(), undo=undo)
        return undo

    return {"undo": desk.store.write(go)}


def log_restore(desk: Desk, rows: str) -> Json:
    """Put back what `log.remove` took out (JSON, in a text). Raises Missing for what it never gave.

    Rows travel as a text, so that no script rounds the numbers in them.
    """
    desk.store.write(lambda tx: _restored(lambda: byhand.put_back(tx, _kept(rows))))
    return {}


def _kept(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (TypeError, ValueError):
        found = None
    if not isinstance(found, dict):
        raise Missing("unknown_item", id="rows")
    return found


def _restored(put: Any) -> None:
    try:
        put()
    except KeyError:
        raise Missing("unknown_item", id="rows") from None


def _shown(desk: Desk, item: int) -> Json | None:
    found = desk.store.read(lambda db: inbox.by_id(db, item))
    return item_json(found) if found else None
