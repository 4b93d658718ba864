"""The log of moderation: whom, what, why, when, what became of it, and what it closed here.

A row stands for one deed on one person or post. What it sent out is the row of the outbox that
it names; without one it was done on this desk alone. Rows are never deleted (CR-14).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cmapp.store import ids, muting, sqlite
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


def silence(tx: Tx, person_id: int, *, now: int) -> dict[str, Any]:
    """Let what comes from a person on any network be born muted; returns what was before."""
    contact = muting.contact_of(tx.db, person_id)
    if contact is None:
        newest = tx.db.execute("SELECT max(id) FROM contacts").fetchone()[0] or 0
        made = max(ids.made_here(now), newest + 1)
        muting.make_contact(tx, made, person_id, now=now)
        muting.mute_person(tx, made, True)
        return {"contact": made, "was": None, "profile": person_id}
    was = tx.db.execute("SELECT muted FROM contacts WHERE id = ?", (contact,)).fetchone()[0]
    muting.mute_person(tx, contact, True)
    return {"contact": contact, "was": was, "profile": person_id}


def _hear(tx: Tx, was: Mapping[str, Any]) -> None:
    """Take `silence` back; a contact that it made goes, unless something hangs on it by now."""
    muting.mute_person(tx, was["contact"], bool(was["was"]))
    if was["was"] is not None:
        return
    used = tx.db.execute(
        """SELECT EXISTS (SELECT 1 FROM contact_facts WHERE contact_id = ?1)
             OR EXISTS (SELECT 1 FROM contact_tags WHERE contact_id = ?1)
             OR EXISTS (SELECT 1 FROM notes WHERE contact_id = ?1)
             OR EXISTS (SELECT 1 FROM contacts WHERE merged_into = ?1)
             OR EXISTS (SELECT 1 FROM contacts WHERE id = ?1 AND (vip OR stage IS NOT NULL
                        OR merged_into IS NOT NULL))
             OR (SELECT count(*) FROM profiles WHERE contact_id = ?1) > 1""",
        (was["contact"],),
    ).fetchone()[0]
    if not used:
        tx.db.execute("UPDATE profiles SET contact_id = NULL WHERE id = ?", (was["profile"],))
        tx.db.execute("DELETE FROM contacts WHERE id = ?", (was["contact"],))


def open_again(tx: Tx, entry: Entry) -> list[int]:
    """Give back what a line closed, but for what has been moved on since. Returns its ids."""
    kept = tx.db.execute("SELECT before FROM moderation WHERE id = ?", (entry.id,)).fetchone()
    before = json.loads(kept["before"])
    if silenced := before.pop("silenced", None):
        _hear(tx, silenced)
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


def named(db: sqlite.Connection, who: str) -> list[tuple[int, str]]:
    """Return (profile id, realm) of those whom `who` can mean: a profile's id, or a handle."""
    if who.isascii() and who.isdigit() and len(who) <= 18:
        found = db.execute("SELECT id, realm FROM profiles WHERE id = ?", (int(who),)).fetchall()
        if found:
            return [(int(r[0]), str(r[1])) for r in found]
    plain = who.strip().removeprefix("@")
    found = db.execute(
        "SELECT id, realm FROM profiles WHERE handle COLLATE NOCASE IN (?, ?) ORDER BY id",
        (plain, f"@{plain}"),
    ).fetchall()
    return [(int(r[0]), str(r[1])) for r in found]


def remote(db: sqlite.Connection, profile_id: int) -> tuple[str, str, str]:
    """Return the platform's own id of a profile that is stored, its handle and its name."""
    found = db.execute(
        "SELECT remote_id, handle, name FROM profiles WHERE id = ?", (profile_id,)
    ).fetchone()
    return str(found[0]), str(found[1]), str(found[2])
