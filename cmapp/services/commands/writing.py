"""Commands that write: replies, posts, edits, drafts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from cmapp.domain.actions import Attachment, Edit
from cmapp.domain.errors import Missing, Rejected
from cmapp.services import calm, compose, linting
from cmapp.services.desk import Desk
from cmapp.services.shapes import (
    Json,
    draft_json,
    iso,
    number,
    undo_by,
)
from cmapp.store import deeds, drafts
from cmapp.store.database import Tx
from cmapp.store.sqlite import Connection


def reply(
    desk: Desk,
    item: str,
    text: str,
    draft: str | None = None,
    images: Sequence[Mapping[str, str]] = (),
    at: int | None = None,
    undo_delay: bool = False,
    account: str | None = None,
    allow: Sequence[str] = (),
) -> Json:
    """Queue an answer; returns {outbox: {id, state}, undo, held}. `at`: planned time, UTC ms.

    `held`: {seconds, heated}, how long the window can take it back and whether a heated thread
    is the reason (with `undo_delay`; else nothing is held).
    """
    seconds, hot = calm.hold(desk, number(item)) if undo_delay else (0, False)
    row = compose.reply(
        desk,
        number(item),
        text,
        attachments=_attachments(desk, images),
        draft_id=number(draft, "unknown_draft") if draft else None,
        account_id=account,
        planned_at=at,
        hold_ms=seconds * 1000,
        allow=allow,
    )
    return {**_queued(desk, row), "held": {"seconds": seconds, "heated": hot}}


def post(
    desk: Desk,
    account: str,
    text: str,
    draft: str | None = None,
    images: Sequence[Mapping[str, str]] = (),
    at: int | None = None,
    undo_delay: bool = False,
    allow: Sequence[str] = (),
) -> Json:
    """Queue a post of its own; returns {outbox: {id, state}, undo}."""
    row = compose.publish(
        desk,
        account,
        text,
        attachments=_attachments(desk, images),
        draft_id=number(draft, "unknown_draft") if draft else None,
        planned_at=at,
        hold_ms=desk.settings.undo_seconds * 1000 if undo_delay else 0,
        allow=allow,
    )
    return _queued(desk, row)


def _attachments(desk: Desk, images: Sequence[Mapping[str, Any]]) -> list[Attachment]:
    """Read pictures: {path, alt} of a file to copy in, or an attachment that a draft holds."""
    return [
        Attachment(**i) if "mime" in i else compose.attach(desk, Path(i["path"]), i.get("alt", ""))
        for i in images
    ]


def _queued(desk: Desk, row: int) -> Json:
    deed = desk.row(row)
    return {
        "outbox": {"id": str(row), "state": deed.state},
        "undo": undo_by("outbox.cancel", id=str(row)),
    }


def drafts_list(desk: Desk) -> Json:
    """Return {drafts: [{id, account, in_reply_to, text, state, saved_at, versions}]}."""
    return {"drafts": [draft_json(d) for d in desk.store.read(drafts.every)]}


def drafts_show(desk: Desk, id: str) -> Json:
    """Return {drafts: [the draft], history: [{n, text, saved_at}]}."""

    def look(db: Connection) -> Json:
        found = drafts.by_id(db, number(id, "unknown_draft"))
        if found is None:
            raise Missing("unknown_draft", id=id)
        history = [
            {"n": v["n"], "text": v["text"], "saved_at": iso(v["saved_at"])}
            for v in drafts.history(db, found.id)
        ]
        return {"drafts": [draft_json(found)], "history": history}

    return desk.store.read(look)


def drafts_save(
    desk: Desk,
    text: str,
    id: str | None = None,
    account: str | None = None,
    item: str | None = None,
    images: Sequence[Mapping[str, str]] | None = None,
    merge: bool = False,
    new: bool = True,
    at: int | None = None,
) -> Json:
    """Save a draft; returns {drafts: [it as it stands now]}.

    `new` False: an unknown id is an error. `images` None: they stay as they are. `at` (UTC ms):
    when it was typed; a save that comes after a newer one changes nothing.
    """
    number_ = number(id, "unknown_draft") if id else None
    if not new and desk.store.read(lambda db: drafts.by_id(db, number_ or 0)) is None:
        raise Missing("unknown_draft", id=id)
    draft_id = compose.save_draft(
        desk,
        text,
        draft_id=number_,
        account_id=account,
        item_id=number(item) if item else None,
        attachments=None if images is None else _attachments(desk, images),
        merge=merge,
        at=at,
    )
    return {"drafts": drafts_show(desk, str(draft_id))["drafts"]}


def drafts_delete(desk: Desk, id: str) -> Json:
    """Delete a draft; answers with how to get it back. Raises Missing, Rejected (is queued)."""

    def go(tx: Tx) -> Json:
        old = drafts.by_id(tx.db, number(id, "unknown_draft"))
        if old is None:
            raise Missing("unknown_draft", id=id)
        if old.state == "queued":
            raise Rejected("draft_is_queued", field="draft", reason="queued", id=id)
        drafts.delete(tx, old.id)
        undo = undo_by(
            "drafts.save",
            id=id,
            text=old.text,
            account=old.account_id,
            item=str(old.item_id) if old.item_id else None,
            images=old.media,
        )
        deeds.add(tx, "drafts.delete", {"id": id}, now=desk.now(), undo=undo)
        return {"drafts": [draft_json(old)], "undo": undo}

    return desk.store.write(go)


def edit_post(desk: Desk, id: str, text: str, allow: Sequence[str] = ()) -> Json:
    """Queue a change of one of our own posts; returns {outbox: {id, state}}."""

    def look(db: Connection) -> compose.Place:
        return compose.place(db, number(id))

    there = desk.store.read(look)
    linting.check(desk, text, visibility=there.post.visibility, allow=allow)
    row = compose.change(desk, there, lambda target: Edit(target, text))
    return _queued(desk, row)
