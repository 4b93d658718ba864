"""Who is meant by a name: the profiles behind `from:`, our own accounts, the VIPs."""

from __future__ import annotations

import json

from cmapp.domain.folding import fold
from cmapp.store import sqlite, words
from cmapp.store.contacts import VIPS


def people_named(db: sqlite.Connection, value: str) -> list[int]:
    """Return whose name or handle has a word that begins so; `@name` is the whole handle."""
    expression = words.phrase(value.strip().lstrip("@"))
    if not expression:
        return []
    found = db.execute("SELECT rowid FROM people_words WHERE people_words MATCH ?", (expression,))
    numbers = [int(r[0]) for r in found]
    if not value.startswith("@"):
        return numbers
    asked = fold(value[1:])
    rows = db.execute(
        "SELECT id, handle FROM profiles WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(numbers),),
    )
    return [
        number
        for number, handle in ((r[0], fold(r[1]).lstrip("@")) for r in rows)
        if handle == asked or handle.startswith((f"{asked}@", f"{asked}."))
    ]


def handles_named(db: sqlite.Connection, value: str, *, limit: int) -> list[str]:
    """Return the handles of some of those people, with an @."""
    rows = db.execute(
        "SELECT handle FROM profiles WHERE id IN (SELECT value FROM json_each(?))"
        " ORDER BY seen_at DESC LIMIT ?",
        (json.dumps(people_named(db, value)[:200]), limit),
    )
    return [f"@{r[0].lstrip('@')}" for r in rows]


def mentionable(db: sqlite.Connection, begun: str, *, limit: int) -> list[tuple[str, str, str]]:
    """Return (handle, name, realm) of people whose name or handle has a word that begins so.

    Who was seen last comes first.
    """
    rows = db.execute(
        "SELECT handle, name, realm FROM profiles WHERE id IN (SELECT value FROM json_each(?))"
        " AND handle <> '' ORDER BY seen_at DESC LIMIT ?",
        (json.dumps(people_named(db, begun)[:500]), limit),
    )
    return [(str(r[0]), str(r[1]), str(r[2])) for r in rows]


def own_texts(db: sqlite.Connection, *, limit: int) -> list[str]:
    """Return what our accounts said last, the newest first: where our hashtags come from."""
    rows = db.execute(
        "SELECT text FROM posts WHERE author_id IN (SELECT value FROM json_each(?))"
        " ORDER BY id DESC LIMIT ?",
        (json.dumps(own_profiles(db, None)), limit),
    )
    return [str(r[0]) for r in rows]


def own_profiles(db: sqlite.Connection, accounts: list[str] | None) -> list[int]:
    """Return the profiles that are our accounts (those named, or all of them)."""
    found = db.execute(
        """SELECT a.id, m.id FROM accounts m JOIN profiles a
           ON a.realm = m.realm AND a.remote_id = m.remote_id WHERE m.state <> 'removed'"""
    )
    return [r[0] for r in found if accounts is None or r[1] in accounts]


def vips(db: sqlite.Connection) -> list[int]:
    """Return the profiles of VIPs, with all that were merged into one."""
    return [r[0] for r in db.execute(VIPS)]
