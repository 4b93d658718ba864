"""What was written down by hand: the people of the notebook, and taking entries out exactly.

An entry exists nowhere else, so what is taken out is handed back whole, to be put back as it was.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from cmapp.store import sqlite, words
from cmapp.store.database import Tx

_TABLES = ("posts", "post_states", "interactions", "item_labels", "notes")
"""In the order in which rows are put back: what others point to comes first."""
Rows = dict[str, list[dict[str, Any]]]


def person(db: sqlite.Connection, realm: str, remote_id: str) -> dict[str, str] | None:
    """Return {remote_id, handle, name} of somebody by their id in the notebook."""
    found = db.execute(
        "SELECT remote_id, handle, name FROM profiles WHERE realm = ? AND remote_id = ?",
        (realm, remote_id),
    ).fetchone()
    return dict(found) if found else None


def so_named(db: sqlite.Connection, realm: str, name: str) -> list[dict[str, str]]:
    """Return the people of the notebook with this name."""
    found = db.execute(
        "SELECT remote_id, handle, name FROM profiles"
        " WHERE realm = ? AND name = ? COLLATE NOCASE ORDER BY id",
        (realm, name),
    )
    return [dict(r) for r in found]


def settle(tx: Tx, item_id: int, *, needs_reply: bool) -> None:
    """A person said whether an entry wants an answer; no rule says otherwise later."""
    tx.db.execute(
        "UPDATE interactions SET needs_reply = ?, corrected = 1 WHERE id = ?",
        (int(needs_reply), item_id),
    )


def columns(db: sqlite.Connection, item_id: int) -> dict[str, Any]:
    """Return an interaction with every column."""
    return dict(db.execute("SELECT * FROM interactions WHERE id = ?", (item_id,)).fetchone())


def restore_item(tx: Tx, before: Mapping[str, Any]) -> None:
    """Give an interaction back every column that it had. Raises KeyError for another column."""
    known = {r["name"] for r in tx.db.execute("SELECT name FROM pragma_table_info('interactions')")}
    if not set(before) <= known:
        raise KeyError("interactions")
    names = ", ".join(f"{name} = ?" for name in before)
    tx.db.execute(f"UPDATE interactions SET {names} WHERE id = ?", (*before.values(), before["id"]))
    tx.touch("inbox")


def reword(tx: Tx, post_id: int, text: str) -> None:
    """Change what was written down; the index follows."""
    old = tx.db.execute("SELECT text FROM posts WHERE id = ?", (post_id,)).fetchone()
    words.remove(tx.db, [(post_id, old["text"])])
    tx.db.execute("UPDATE posts SET text = ? WHERE id = ?", (text, post_id))
    words.add(tx.db, [(post_id, text)])
    tx.touch("posts")
    tx.touch("inbox")


def take_out(tx: Tx, *, item_ids: Sequence[int], post_ids: Sequence[int]) -> Rows:
    """Take interactions and posts out of the store; returns all their rows."""
    items, kept = json.dumps(list(item_ids)), json.dumps(list(post_ids))
    where = {
        "posts": ("id", kept),
        "post_states": ("post_id", kept),
        "interactions": ("id", items),
        "item_labels": ("item_id", items),
        "notes": ("item_id", items),
    }
    rows: Rows = {}
    for table, (column, chosen) in where.items():
        found = tx.db.execute(
            f"SELECT * FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))", (chosen,)
        )
        rows[table] = [dict(r) for r in found]
    words.remove(tx.db, [(r["id"], r["text"]) for r in rows["posts"] if r["deleted_at"] is None])
    tx.db.execute("DELETE FROM interactions WHERE id IN (SELECT value FROM json_each(?))", (items,))
    tx.db.execute("DELETE FROM posts WHERE id IN (SELECT value FROM json_each(?))", (kept,))
    for topic in ("inbox", "posts"):
        tx.touch(topic)
    return {table: found for table, found in rows.items() if found}


def put_back(tx: Tx, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Put rows back as `take_out` gave them. What is there already stays as it is.

    Raises KeyError for a table or a column that `take_out` never gave.
    """
    for table in rows:
        if table not in _TABLES:
            raise KeyError(table)
    for table in _TABLES:
        known = [r["name"] for r in tx.db.execute(f"SELECT name FROM pragma_table_info('{table}')")]
        for row in rows.get(table, ()):
            if not set(row) <= set(known):
                raise KeyError(table)
            names = ", ".join(row)
            added = tx.db.execute(
                f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})",
                tuple(row.values()),
            ).rowcount
            if added and table == "posts" and row.get("deleted_at") is None:
                words.add(tx.db, [(int(row["id"]), str(row["text"]))])
    for topic in ("inbox", "posts"):
        tx.touch(topic)


def thread_posts(db: sqlite.Connection, realm: str, root: str) -> list[int]:
    """Return the ids of the posts of one entry: what was said, and what we answered."""
    found = db.execute(
        "SELECT id FROM posts WHERE realm = ? AND (remote_id = ? OR (parent_ref IS NOT NULL"
        " AND parent_ref = ?))",
        (realm, root, root),
    )
    return [int(r[0]) for r in found]
