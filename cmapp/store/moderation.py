"""The log of moderation: whom, what, why, when, what became of it, and what it closed here.

A row stands for one deed on one person or post. What it sent out is the row of the outbox that
it names; without one it was done on this desk alone. Rows are never deleted (CR-14).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cmapp.store import contacts, ids, sqlite
from cmapp.store.database import Tx

CLOSED = {"mute": "muted", "block": "muted", "hide": "done"}
"""Deed → the state that it gives to what is open here; a report closes nothing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log. Times are UTC ms.

    `state` is that of the outbox row, `local` where there is none, `gone` where the row went
    with its account. `text` is the post as it read then. `undo_of` names the line that this one
    takes back.
    """

    id: int
    deed: str
    account_id: str
    account: str
    platform: str
    person: str
    handle: str
    name: str
    post_id: int | None
    item_id: int | None
    text: str
    category: str
    reason: str
    note: str
    outbox_id: int | None
    at: int
    undone_at: int | None
    undo_of: int | None
    state: str
    error_code: str | None


_SELECT = """
  SELECT m.id, m.deed, m.account_id, coalesce(c.handle, '') AS account,
    coalesce(c.platform, '') AS platform, m.person, m.handle, m.name, m.post_id, m.item_id,
    m.text, m.category, m.reason, m.note, m.outbox_id, m.at, m.undone_at, m.undo_of,
    CASE WHEN m.outbox_id IS NULL THEN 'local' ELSE coalesce(o.state, 'gone') END AS state,
    o.error_code
  FROM moderation m LEFT JOIN accounts c ON c.id = m.account_id
  LEFT JOIN outbox o ON o.id = m.outbox_id"""


def add(
    tx: Tx,
    deed: str,
    *,
    now: int,
    account_id: str,
    person: str,
    handle: str,
    name: str,
    reason: str,
    category: str = "",
    note: str = "",
    post_id: int | None = None,
    item_id: int | None = None,
    text: str = "",
    outbox_id: int | None = None,
    before: Mapping[str, Any] | None = None,
    undo_of: int | None = None,
) -> int:
    """Write one line; returns its id. Lines stand in the order in which they were written."""
    newest = tx.db.execute("SELECT max(id) FROM moderation").fetchone()[0] or 0
    number = max(ids.made_here(now), newest + 1)
    tx.db.execute(
        """INSERT INTO moderation (id, deed, account_id, person, handle, name, post_id, item_id,
             text, category, reason, note, outbox_id, before, at, undo_of)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            number, deed, account_id, person, handle, name, post_id, item_id, text, category,
            reason, note, outbox_id, json.dumps(dict(before or {})), now, undo_of,
        ),
    )  # fmt: skip
    tx.touch("moderation", account_id)
    return number


def log(db: sqlite.Connection, *, limit: int = 100, before: int | None = None) -> list[Entry]:
    """Return the newest lines; those older than the line `before`, if it is given."""
    found = db.execute(
        f"{_SELECT} WHERE ? IS NULL OR m.id < ? ORDER BY m.id DESC LIMIT ?",
        (before, before, limit),
    )
    return [Entry(**dict(r)) for r in found]


def by_ids(db: sqlite.Connection, wanted: Sequence[int]) -> list[Entry]:
    """Return those lines that there are, oldest first."""
    found = db.execute(
        f"{_SELECT} WHERE m.id IN (SELECT value FROM json_each(?)) ORDER BY m.id",
        (json.dumps(list(wanted)),),
    )
    return [Entry(**dict(r)) for r in found]


def of_row(db: sqlite.Connection, row_id: int) -> list[Entry]:
    """Return the line that a row of the outbox belongs to, if it is a deed of moderation."""
    found = db.execute(f"{_SELECT} WHERE m.outbox_id = ?", (row_id,))
    return [Entry(**dict(r)) for r in found]


def undone(tx: Tx, number: int, *, now: int) -> None:
    """Note that a line was taken back."""
    tx.db.execute("UPDATE moderation SET undone_at = ? WHERE id = ?", (now, number))
    tx.touch("moderation")


def close(
    tx: Tx, deed: str, *, account_id: str, person_id: int, post_id: int | None, now: int
) -> dict[str, Any]:
    """Take what is open of a person (or of the hidden post) out of the inbox.

    Returns what it was before, by interaction id, as `open_again` wants it.
    """
    state = CLOSED.get(deed)
    if state is None:
        return {}
    which, about = ("post_id", post_id) if deed == "hide" else ("actor_id", person_id)
    found = tx.db.execute(
        f"""SELECT id, state, done_at, wake_at FROM interactions
            WHERE {which} = ? AND account_id = ? AND state IN ('open', 'waiting')""",
        (about, account_id),
    ).fetchall()
    if not found:
        return {}
    tx.db.execute(
        """UPDATE interactions SET state = ?, wake_at = NULL, done_at = ?
           WHERE id IN (SELECT value FROM json_each(?))""",
        (state, now if state == "done" else None, json.dumps([r["id"] for r in found])),
    )
    tx.touch("inbox", account_id)
    return {str(r["id"]): [r["state"], r["done_at"], r["wake_at"]] for r in found}


def silence(tx: Tx, person_id: int, *, now: int) -> list[list[Any]]:
    """Let what comes from a person on any network be born muted; returns what was before."""
    return contacts.put(tx, [person_id], "muted", 1, now=now)


def open_again(tx: Tx, entry: Entry, *, now: int) -> list[int]:
    """Give back what a line closed, but for what has been moved on since. Returns its ids."""
    kept = tx.db.execute("SELECT before FROM moderation WHERE id = ?", (entry.id,)).fetchone()
    before = json.loads(kept["before"])
    if silenced := before.pop("silenced", None):
        contacts.put_back(tx, "muted", silenced, now=now)
    back = []
    for number, (state, done_at, wake_at) in before.items():
        changed = tx.db.execute(
            "UPDATE interactions SET state = ?, done_at = ?, wake_at = ?"
            " WHERE id = ? AND state = ?",
            (state, done_at, wake_at, int(number), CLOSED.get(entry.deed)),
        ).rowcount
        if changed:
            back.append(int(number))
    if back:
        tx.touch("inbox", entry.account_id)
    return back
