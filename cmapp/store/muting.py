"""Muted threads and people: what comes from them is born muted, until they are unmuted."""

from __future__ import annotations

import json
from collections.abc import Sequence

from cmapp.store import deeds, sqlite, threads
from cmapp.store.database import Tx


def is_muted(db: sqlite.Connection, realm: str, ref: str | None, profile_id: int) -> bool:
    """Tell whether what comes in is to be born muted.

    `ref`: the remote id of its post, which is stored, or of the post that it is about. Two looks
    into empty indexes where nothing is muted.
    """
    if db.execute("SELECT 1 FROM contacts WHERE muted = 1 LIMIT 1").fetchone() and (
        db.execute(
            """SELECT 1 FROM profiles a JOIN contacts k ON k.id = a.contact_id
               LEFT JOIN contacts m ON m.person = k.person
               WHERE a.id = ? AND (k.muted OR m.muted)""",
            (profile_id,),
        ).fetchone()
    ):
        return True
    if ref is None or not (
        db.execute("SELECT 1 FROM muted_threads WHERE realm = ? LIMIT 1", (realm,)).fetchone()
    ):
        return False
    found = db.execute(
        "SELECT id FROM posts WHERE realm = ? AND remote_id = ?", (realm, ref)
    ).fetchone()
    known = threads.refs(db, [found[0]])[found[0]] if found else [ref]
    return bool(_muted_of(db, realm, known))


def _muted_of(db: sqlite.Connection, realm: str, known: Sequence[str]) -> list[str]:
    found = db.execute(
        "SELECT root_ref FROM muted_threads WHERE realm = ?"
        " AND root_ref IN (SELECT value FROM json_each(?))",
        (realm, json.dumps(list(known))),
    )
    return [r[0] for r in found]


def tops(db: sqlite.Connection, items: Sequence[int]) -> dict[str, list[str]]:
    """Return realm → the first posts (refs) of the threads that items stand in."""
    posts = _posts_of(db, items)
    found: dict[str, dict[str, None]] = {}
    for seed, known in threads.refs(db, posts).items():
        found.setdefault(posts[seed], {})[known[-1]] = None
    return {realm: list(refs) for realm, refs in found.items()}


def muted_tops(db: sqlite.Connection, items: Sequence[int]) -> dict[str, list[str]]:
    """Return realm → those of the muted threads (refs) that items stand in."""
    posts = _posts_of(db, items)
    known: dict[str, set[str]] = {}
    for seed, refs in threads.refs(db, posts).items():
        known.setdefault(posts[seed], set()).update(refs)
    return {realm: _muted_of(db, realm, sorted(refs)) for realm, refs in known.items()}


def _posts_of(db: sqlite.Connection, items: Sequence[int]) -> dict[int, str]:
    return {
        int(r[0]): r[1]
        for r in db.execute(
            """SELECT p.id, p.realm FROM json_each(?) j CROSS JOIN interactions i ON i.id = j.value
               CROSS JOIN posts p ON p.id = i.post_id""",
            (json.dumps(list(items)),),
        )
    }


def of_threads(
    db: sqlite.Connection, found: dict[str, list[str]], states: Sequence[str]
) -> list[int]:
    """Return the items in threads (realm → first posts) that are in one of `states`."""
    items: list[int] = []
    for realm, refs in found.items():
        items += [
            int(r[0])
            for r in db.execute(
                """SELECT i.id FROM json_each(?) j CROSS JOIN interactions i ON i.post_id = j.value
                   WHERE i.state IN (SELECT value FROM json_each(?))""",
                (threads.below(db, realm, refs), json.dumps(list(states))),
            )
        ]
    return items


def mute_thread(tx: Tx, realm: str, ref: str, *, now: int) -> None:
    """Keep a thread muted."""
    tx.db.execute("INSERT OR IGNORE INTO muted_threads VALUES (?, ?, ?)", (realm, ref, now))


def unmute_thread(tx: Tx, realm: str, ref: str) -> None:
    """Let a thread be heard again."""
    tx.db.execute("DELETE FROM muted_threads WHERE realm = ? AND root_ref = ?", (realm, ref))


def people_of(db: sqlite.Connection, items: Sequence[int]) -> list[int]:
    """Return the profiles that did these things."""
    found = db.execute(
        """SELECT DISTINCT i.actor_id FROM json_each(?) j
           CROSS JOIN interactions i ON i.id = j.value""",
        (json.dumps(list(items)),),
    )
    return [int(r[0]) for r in found]


def of_people(db: sqlite.Connection, profiles: Sequence[int], states: Sequence[str]) -> list[int]:
    """Return the items of people, by whichever identity, that are in one of `states`."""
    found = db.execute(
        """SELECT i.id FROM (
             SELECT value AS id FROM json_each(?1) UNION
             SELECT q.id FROM json_each(?1) j CROSS JOIN profiles p ON p.id = j.value
             JOIN contacts c ON c.id = p.contact_id JOIN contacts k ON k.person = c.person
             JOIN profiles q ON q.contact_id = k.id) who
           CROSS JOIN interactions i ON i.actor_id = who.id
           WHERE +i.state IN (SELECT value FROM json_each(?2))""",
        (json.dumps(list(profiles)), json.dumps(list(states))),
    )
    return [int(r[0]) for r in found]


def still_muted(db: sqlite.Connection, items: Sequence[int]) -> set[int]:
    """Return those of the items that are muted for another cause, too."""
    found = db.execute(
        """SELECT i.id, c.realm, p.remote_id, i.target_ref, i.actor_id FROM json_each(?) j
           CROSS JOIN interactions i ON i.id = j.value JOIN accounts c ON c.id = i.account_id
           LEFT JOIN posts p ON p.id = i.post_id""",
        (json.dumps(list(items)),),
    ).fetchall()
    return {int(r[0]) for r in found if is_muted(db, r[1], r[2] or r[3], r[4])}


def set_muted(tx: Tx, items: Sequence[int], muted: bool) -> None:
    """Mute items, or open them again."""
    tx.db.execute(
        """UPDATE interactions SET state = ?, wake_at = NULL, woke = NULL, done_at = NULL
           WHERE id IN (SELECT value FROM json_each(?))""",
        ("muted" if muted else "open", json.dumps(list(items))),
    )
    deeds.touch(tx, items)
