"""What judging must know of people, threads and words, and what it writes back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cmapp.store import sqlite
from cmapp.store.database import Tx


@dataclass(frozen=True, slots=True)
class Known:
    """Who we are in a realm: remote ids, handles; and whether there are VIPs, anything muted."""

    ours: frozenset[str]
    handles: tuple[str, ...]
    vips: bool
    mutes: bool


def known(db: sqlite.Connection, realm: str) -> Known:
    """Return what is known and set right now, asked once for a page of what comes in."""
    own = db.execute(
        "SELECT remote_id, handle FROM accounts WHERE realm = ? AND state <> 'removed'", (realm,)
    ).fetchall()
    vips, mutes = db.execute(
        """SELECT EXISTS (SELECT 1 FROM contacts WHERE vip = 1),
             EXISTS (SELECT 1 FROM contacts WHERE muted = 1)
             OR EXISTS (SELECT 1 FROM muted_threads)"""
    ).fetchone()
    return Known(frozenset(r[0] for r in own), tuple(r[1] for r in own), bool(vips), bool(mutes))


def author_of(db: sqlite.Connection, realm: str, ref: str) -> str | None:
    """Return the remote id of who wrote a post; None where we do not have it."""
    found = db.execute(
        "SELECT a.remote_id FROM posts p JOIN profiles a ON a.id = p.author_id"
        " WHERE p.realm = ? AND p.remote_id = ?",
        (realm, ref),
    ).fetchone()
    return str(found[0]) if found else None


@dataclass(frozen=True, slots=True)
class Stored:
    """An interaction as it is judged again. `parent` and `text` are those of its post, if any."""

    id: int
    account_id: str
    kind: str
    actor_id: int
    author: str
    parent: str | None
    target: str | None
    text: str
    created_at: int
    reply_until: int | None
    priority: int
    corrected: bool
    woken: bool
    needs_reply: bool
    signals: tuple[str, ...]
    lane: int
    due_at: int


def stored(db: sqlite.Connection, items: Sequence[int]) -> list[Stored]:
    """Return interactions by id."""
    found = db.execute(
        """SELECT i.id, i.account_id, i.kind, i.actor_id, a.remote_id AS author,
             p.parent_ref AS parent, i.target_ref AS target, coalesce(p.text, '') AS text,
             i.created_at, s.reply_until, i.priority, i.corrected,
             i.woke IS NOT NULL AS woken, i.needs_reply, i.signals,
             i.lane, i.due_at
           FROM json_each(?) j CROSS JOIN interactions i ON i.id = j.value
           JOIN profiles a ON a.id = i.actor_id
           LEFT JOIN posts p ON p.id = i.post_id
           LEFT JOIN post_states s ON s.account_id = i.account_id AND s.post_id = i.post_id""",
        (json.dumps(list(items)),),
    )
    made = []
    for row in found:
        values = dict(row)
        for name in ("corrected", "woken", "needs_reply"):
            values[name] = bool(values[name])
        values["signals"] = tuple(json.loads(values["signals"]))
        made.append(Stored(**values))
    return made


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an interaction is judged to be."""

    needs_reply: bool
    signals: tuple[str, ...]
    lane: int
    due_at: int


def put(tx: Tx, verdicts: Iterable[tuple[int, Verdict]]) -> None:
    """Write verdicts: (interaction id, verdict)."""
    tx.db.executemany(
        "UPDATE interactions SET needs_reply = ?, signals = ?, lane = ?, due_at = ? WHERE id = ?",
        [
            (int(v.needs_reply), json.dumps(v.signals, ensure_ascii=False), v.lane, v.due_at, n)
            for n, v in verdicts
        ],
    )


def waiting(db: sqlite.Connection, *, after: int, limit: int) -> list[int]:
    """Return what is open or put off, in id order behind `after`: what judging again is about."""
    found = db.execute(
        """SELECT id FROM interactions INDEXED BY interactions_by_state
             WHERE state = 'open' AND id > ?1
           UNION ALL SELECT id FROM interactions INDEXED BY interactions_by_state
             WHERE state = 'waiting' AND id > ?1 ORDER BY id LIMIT ?2""",
        (after, limit),
    )
    return [int(r[0]) for r in found]


def rules(db: sqlite.Connection) -> str:
    """Return by which rules what waits was judged; empty where it never was."""
    found = db.execute("SELECT value FROM meta WHERE name = 'rules'").fetchone()
    return str(found[0]) if found else ""


def set_rules(tx: Tx, mark: str) -> None:
    """Note by which rules what waits is judged."""
    tx.db.execute("INSERT OR REPLACE INTO meta VALUES ('rules', ?)", (mark,))


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person said of an item: None means that the rules may say. `text` is the item's."""

    item_id: int
    text: str
    needs_reply: bool | None
    signals: tuple[str, ...] | None


def corrections(db: sqlite.Connection, *, limit: int = 2000) -> list[Correction]:
    """Return the newest corrections, newest first."""
    found = db.execute(
        "SELECT item_id, text, needs_reply, signals FROM corrections ORDER BY made_at DESC,"
        " item_id DESC LIMIT ?",
        (limit,),
    )
    return [
        Correction(
            int(r[0]),
            r[1],
            None if r[2] is None else bool(r[2]),
            None if r[3] is None else tuple(json.loads(r[3])),
        )
        for r in found
    ]


def lessons_mark(db: sqlite.Connection) -> str:
    """Return what changes whenever the corrections do; empty where there are none."""
    found = db.execute(
        "SELECT count(*), max(made_at), sum(item_id & 0xFFFFF) FROM corrections"
    ).fetchone()
    return ":".join(map(str, found)) if found[0] else ""


def correct(tx: Tx, one: Correction, *, now: int) -> None:
    """Keep a correction (the newest of an item counts)."""
    tx.db.execute(
        "INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?, ?)",
        (
            one.item_id,
            one.text,
            None if one.needs_reply is None else int(one.needs_reply),
            None if one.signals is None else json.dumps(one.signals, ensure_ascii=False),
            now,
        ),
    )


def forget(tx: Tx, items: Sequence[int]) -> None:
    """Forget what was said of items."""
    tx.db.execute(
        "DELETE FROM corrections WHERE item_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(items)),),
    )


def set_said(
    tx: Tx, items: Sequence[int], *, needs_reply: bool | None, signals: Sequence[str] | None
) -> None:
    """Write on items what a person said of them; None leaves it as it is."""
    tx.db.execute(
        """UPDATE interactions SET corrected = 1, needs_reply = coalesce(?, needs_reply),
             signals = coalesce(?, signals) WHERE id IN (SELECT value FROM json_each(?))""",
        (
            None if needs_reply is None else int(needs_reply),
            None if signals is None else json.dumps(list(signals), ensure_ascii=False),
            json.dumps(list(items)),
        ),
    )


def leave_to_rules(tx: Tx, items: Sequence[int]) -> None:
    """Let the rules say again what items are."""
    tx.db.execute(
        "UPDATE interactions SET corrected = 0 WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(items)),),
    )


def texts(db: sqlite.Connection, items: Sequence[int]) -> list[tuple[int, str]]:
    """Return (id, text) of those of the items that have words of their own."""
    found = db.execute(
        """SELECT i.id, p.text FROM json_each(?) j CROSS JOIN interactions i ON i.id = j.value
           CROSS JOIN posts p ON p.id = i.post_id
           WHERE i.kind NOT IN ('reaction', 'repost', 'follow')""",
        (json.dumps(list(items)),),
    )
    return [(int(r[0]), str(r[1])) for r in found]
