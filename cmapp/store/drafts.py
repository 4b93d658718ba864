"""Drafts and their earlier versions. A draft lives until what became of it is sent."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cmapp.store import ids, sqlite
from cmapp.store.database import Tx


@dataclass(frozen=True, slots=True)
class Draft:
    """Something written and not sent. `item_id`: the interaction it answers; `post_id`: its post.

    `media`: {path, mime, alt, width, height} each. `state` is draft or queued.
    """

    id: int
    account_id: str | None
    item_id: int | None
    post_id: int | None
    text: str
    media: list[dict[str, Any]]
    visibility: str | None
    state: str
    made_at: int
    saved_at: int
    versions: int


def _draft(found: sqlite.Row) -> Draft:
    values = dict(found)
    values["media"] = json.loads(values["media"])
    return Draft(**values)


def every(db: sqlite.Connection, *, state: str | None = None) -> list[Draft]:
    """Return the drafts, last saved first."""
    found = db.execute(
        "SELECT * FROM drafts WHERE ? IS NULL OR state = ? ORDER BY saved_at DESC, id DESC",
        (state, state),
    )
    return [_draft(r) for r in found]


def by_id(db: sqlite.Connection, draft_id: int) -> Draft | None:
    """Return one draft."""
    found = db.execute("SELECT * FROM drafts WHERE id = ?", (draft_id,)).fetchone()
    return _draft(found) if found else None


def of_item(db: sqlite.Connection, item_id: int) -> Draft | None:
    """Return the draft that is being written in answer to an interaction."""
    found = db.execute(
        "SELECT * FROM drafts WHERE item_id = ? AND state = 'draft' ORDER BY saved_at DESC LIMIT 1",
        (item_id,),
    ).fetchone()
    return _draft(found) if found else None


def history(db: sqlite.Connection, draft_id: int) -> list[dict[str, Any]]:
    """Return the versions of a draft: {n, text, saved_at}, newest first."""
    found = db.execute(
        "SELECT n, text, saved_at FROM draft_versions WHERE draft_id = ? ORDER BY n DESC",
        (draft_id,),
    )
    return [dict(r) for r in found]


def save(
    tx: Tx,
    text: str,
    *,
    now: int,
    draft_id: int | None = None,
    account_id: str | None = None,
    item_id: int | None = None,
    post_id: int | None = None,
    media: Sequence[dict[str, Any]] | None = None,
    visibility: str | None = None,
    merge_ms: int = 0,
    at: int | None = None,
) -> int:
    """Write a draft (a new one where `draft_id` is None or unknown) and return its id.

    A text that differs becomes a version of its own, unless the last one is younger than
    `merge_ms`: then it takes that one's place. What is None stays as it was. `at`: when the text
    was typed; a save that is not newer than what is stored came too late and changes nothing.
    """
    db = tx.db
    number = draft_id if draft_id is not None else ids.made_here(now)
    old = by_id(db, number)
    packed = None if media is None else json.dumps(list(media))
    if old is not None and at is not None and at <= old.saved_at:
        return number
    now = at if at is not None else now
    tx.touch("drafts", account_id)
    if old is None:
        db.execute(
            """INSERT INTO drafts (id, account_id, item_id, post_id, text, media, visibility,
                 made_at, saved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (number, account_id, item_id, post_id, text, packed or "[]", visibility, now, now),
        )
        db.execute("INSERT INTO draft_versions VALUES (?, 1, ?, ?)", (number, text, now))
        return number
    n = old.versions
    if text != old.text:
        last = db.execute(
            "SELECT saved_at FROM draft_versions WHERE draft_id = ? AND n = ?",
            (number, n),
        ).fetchone()
        if last is None or now - last[0] >= merge_ms:
            n += 1
        db.execute(
            "INSERT OR REPLACE INTO draft_versions VALUES (?, ?, ?, ?)",
            (number, n, text, now if n > old.versions or last is None else last[0]),
        )
    db.execute(
        """UPDATE drafts SET text = ?, media = coalesce(?, media),
             account_id = coalesce(?, account_id), item_id = coalesce(?, item_id),
             post_id = coalesce(?, post_id), visibility = coalesce(?, visibility),
             saved_at = ?, versions = ? WHERE id = ?""",
        (text, packed, account_id, item_id, post_id, visibility, now, n, number),
    )
    return number


def set_state(tx: Tx, draft_id: int, state: str) -> None:
    """Mark a draft as being written (`draft`) or as handed to the outbox (`queued`)."""
    tx.db.execute("UPDATE drafts SET state = ? WHERE id = ?", (state, draft_id))
    tx.touch("drafts")


def delete(tx: Tx, draft_id: int) -> Draft | None:
    """Remove a draft and its versions; returns what it was."""
    old = by_id(tx.db, draft_id)
    if old is not None:
        tx.db.execute("DELETE FROM drafts WHERE id = ?", (draft_id,))
        tx.touch("drafts", old.account_id)
    return old
