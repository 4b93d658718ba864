"""Masking a person wherever else they are named: in what others wrote, in drafts, in JSON.

By what they are found is told by `needles.py`. Where a whole table would have to be read, the index
of words tells first which rows may name them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from cmapp.store import answered, erased, help_words, sqlite, words
from cmapp.store.database import Tx
from cmapp.store.needles import BLOCK, FIXED, LOWER, Needles, beginning

_WHOLE = frozenset(
    "accounts erased erasures tallies visits measures watched activity_slots activity_days"
    " activity_gone activity_clock ties ties_to_us post_states item_labels days_off closed_times"
    " calendars office_hours series_made slots campaign_posts posts interactions profiles"
    " profile_changes meta switches media_tags answer_kinds outbox".split()
)
"""Tables that the walk leaves out: what has no words of anybody, and what is gone through apart."""


def standing(db: sqlite.Connection, found: Needles) -> dict[str, frozenset[int]]:
    """Return where in the large tables the person may be named: table → rows. Takes seconds."""
    held = {name: _holding(db, name, columns, found) for name, columns in _LARGE.items()}
    held["posts"] |= _quoting(db, found.texts)
    held["posts"] |= _quoting(db, found.words, least=2)  # in capitals that lower() does not know
    return {name: frozenset(ids) for name, ids in held.items()}


def scrub(
    tx: Tx,
    found: Needles,
    profiles: Sequence[int],
    *,
    now: int,
    tombstone: bool = True,
    held: Mapping[str, frozenset[int]] | None = None,
) -> int:
    """Mask the needles in every table but their own rows; returns how many rows changed.

    `held`: where in the large tables they may stand, as `standing` found before.
    """
    held = standing(tx.db, found) if held is None else held
    changed = _posts(tx, found, held["posts"], now=now, tombstone=tombstone)
    changed += _outbox(tx.db, found, now)
    changed += _deeds(tx.db, profiles)
    for table in _tables(tx.db):
        changed += _table(tx.db, table, found)
    for table, columns in _LARGE.items():
        if table != "posts":
            changed += _large(tx.db, table, columns, found, held[table])
    changed += _live(tx.db, found)
    changed += _cursors(tx.db, found)
    for table in ("replies", "articles"):
        for row in tx.db.execute(f"SELECT id FROM {table}").fetchall():
            help_words.refresh(tx.db, row[0])
    return changed


def _tables(db: sqlite.Connection) -> list[str]:
    """Return the tables to walk through: all that are plain, now and later."""
    found = db.execute(
        """SELECT t.name FROM pragma_table_list t WHERE t.schema = 'main' AND t.type = 'table'
           AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE '\\_%' ESCAPE '\\'"""
    )
    return sorted(r[0] for r in found if r[0] not in _WHOLE and r[0] != "cursors")


def _table(db: sqlite.Connection, table: str, found: Needles) -> int:
    info = db.execute(f"PRAGMA table_info('{table}')").fetchall()
    text = (r["name"] for r in info if "TEXT" in r["type"].upper())
    columns = [name for name in text if name not in FIXED]
    keys = [r["name"] for r in sorted(info, key=lambda r: r["pk"]) if r["pk"]]
    if not columns or not keys:
        return 0
    count = 0
    named = ", ".join(f'"{c}"' for c in (*keys, *columns))
    for row in db.execute(f'SELECT {named} FROM "{table}"').fetchall():
        values = tuple(row)
        old = values[len(keys) :]
        fresh = tuple(
            found.masked_json(v, column) if isinstance(v, str) and v else v
            for column, v in zip(columns, old, strict=True)
        )
        if fresh == old:
            continue
        count += 1
        where = " AND ".join(f'"{k}" IS ?' for k in keys)
        names = ", ".join(f'"{c}" = ?' for c in columns)
        try:
            db.execute(
                f'UPDATE "{table}" SET {names} WHERE {where}', (*fresh, *values[: len(keys)])
            )
        except sqlite.IntegrityError as trouble:
            if not str(trouble).startswith(_TWICE):
                raise
            db.execute(f'DELETE FROM "{table}" WHERE {where}', values[: len(keys)])
    return count


_TWICE = "UNIQUE constraint failed"
"""What SQLite says where two rows would be the same now that both are masked: one is enough."""
_POST = ("text", "spans", "media", "facts", "uri", "url", "parent_ref", "root_ref")
_LARGE: dict[str, tuple[str, ...]] = {
    "posts": _POST,
    "profiles": ("bio", "url"),
    "interactions": ("remote_key", "target_ref"),
    "profile_changes": ("before", "after"),
}


def _holding(db: sqlite.Connection, table: str, columns: Sequence[str], found: Needles) -> set[int]:
    """Return the rows in which an identity stands, without reading them all into memory."""
    looked = [n.translate(LOWER) for n in (*found.words, *_identities(found)) if len(n) >= 3]
    whole = " || char(10) || ".join(f"coalesce({c}, '')" for c in columns)
    rows: set[int] = set()
    for at in range(0, len(looked), 200):
        part = looked[at : at + 200]
        tests = " OR ".join("instr(hay, ?)" for _ in part)
        # LIMIT -1 keeps the row's words from being put together again for each test
        hay = f"SELECT id, lower({whole}) AS hay FROM {table} LIMIT -1"
        rows |= {r[0] for r in db.execute(f"SELECT id FROM ({hay}) WHERE {tests}", part)}
    return rows


def _identities(found: Needles) -> list[str]:
    """Return the refs of the person themselves: few, unlike those of what they wrote."""
    own = {ref for _, ref in found.handles}
    return [r for r in found.refs if r in own or len(found.refs) <= 200]


def _large(
    db: sqlite.Connection,
    table: str,
    columns: Sequence[str],
    found: Needles,
    held: frozenset[int],
) -> int:
    count = 0
    names = ", ".join(columns)
    gone = {"profiles": "people", "interactions": "items"}.get(table)
    own = {r[0] for r in db.execute(f"SELECT id FROM temp.gone_{gone}")} if gone else set()
    for row in sorted(held - own):
        old = db.execute(f"SELECT {names} FROM {table} WHERE id = ?", (row,)).fetchone()
        if old is None:
            continue
        fresh = [found.masked_json(v) if isinstance(v, str) else v for v in old]
        if fresh == list(old):
            continue
        count += 1
        sets = ", ".join(f"{c} = ?" for c in columns)
        try:
            db.execute(f"UPDATE {table} SET {sets} WHERE id = ?", (*fresh, row))
        except sqlite.IntegrityError:
            fresh = [f"{v}{row}" if isinstance(v, str) and BLOCK in v else v for v in fresh]
            db.execute(f"UPDATE {table} SET {sets} WHERE id = ?", (*fresh, row))
    return count


def _posts(tx: Tx, found: Needles, held: frozenset[int], *, now: int, tombstone: bool) -> int:
    """Mask what others' posts say of them; the index follows."""
    db = tx.db
    rows = held - {r[0] for r in db.execute("SELECT id FROM temp.gone_posts")}
    given = erased.salt(db, make=tombstone)
    names = ", ".join(_POST)
    marks, changed = [], []
    for row in sorted(rows):
        old = db.execute(
            f"SELECT realm, remote_id, deleted_at, {names} FROM posts WHERE id = ?", (row,)
        ).fetchone()
        if old is None:
            continue
        fresh = {n: found.masked_json(old[n]) if old[n] else old[n] for n in _POST[1:]}
        fresh["text"] = found.masked(old["text"])
        if all(fresh[n] == old[n] for n in _POST):
            continue
        if fresh["text"] != old["text"] and old["deleted_at"] is None:
            words.remove(db, [(row, old["text"])])
            words.add(db, [(row, fresh["text"])])
        sets = ", ".join(f"{n} = ?" for n in _POST)
        db.execute(f"UPDATE posts SET {sets} WHERE id = ?", (*(fresh[n] for n in _POST), row))
        changed.append(row)
        if given is not None:
            marks.append(erased.mark(given, "masked", old["realm"], old["remote_id"]))
    answered.note(db, changed)
    if given is not None:
        for realm, ref in db.execute(
            "SELECT realm, remote_id FROM posts WHERE id IN (SELECT id FROM temp.gone_answers)"
        ):
            marks.append(erased.mark(given, "masked", realm, ref))
        if tombstone:
            erased.add(db, marks, now=now)
    return len(changed)


def _quoting(db: sqlite.Connection, texts: Iterable[str], *, least: int = 1) -> set[int]:
    """Return the posts in which one of these texts may stand, by the index of words.

    `least`: texts of fewer words are left out.
    """
    rows: set[int] = set()
    for text in texts:
        tokens = words.split(text).split(" ")
        if len(tokens) < least:
            continue
        found = db.execute(
            "SELECT rowid FROM post_words WHERE post_words MATCH ?", (beginning(tokens),)
        )
        rows |= {r[0] for r in found}
    return rows


def _outbox(db: sqlite.Connection, found: Needles, now: int) -> int:
    """Mask rows that name them; what would still go out so is cancelled, its draft given back."""
    count = 0
    columns = (
        "action",
        "seen",
        "news",
        "notes",
        "progress",
        "error",
        "thread",
        "url",
        "server_ref",
    )
    names = ", ".join(columns)
    for row in db.execute(f"SELECT id, state, draft_id, {names} FROM outbox").fetchall():
        old = [row[n] for n in columns]
        fresh = [found.masked_json(v) if v else v for v in old]
        if fresh == old:
            continue
        count += 1
        goes_out = fresh[0] != old[0] and row["state"] in ("ready", "review", "rejected")
        db.execute(
            f"UPDATE outbox SET {', '.join(f'{n} = ?' for n in columns)} WHERE id = ?",
            (*fresh, row["id"]),
        )
        if goes_out:
            db.execute(
                "UPDATE outbox SET state = 'cancelled', settled_at = ? WHERE id = ?",
                (now, row["id"]),
            )
            db.execute("UPDATE drafts SET state = 'draft' WHERE id = ?", (row["draft_id"],))
    return count


def _deeds(db: sqlite.Connection, profiles: Sequence[int]) -> int:
    """Let no undo bring anything of them back: our numbers of people may be given anew."""
    gone = {str(one) for one in profiles}
    gone |= {str(r[0]) for r in db.execute("SELECT id FROM temp.gone_items")}
    gone |= {str(r[0]) for r in db.execute("SELECT id FROM temp.gone_posts")}
    count = 0
    for row in db.execute("SELECT id, command, args, undo FROM deeds").fetchall():
        about = row["command"].startswith(("people.", "inbox.vip", "moderat"))
        said = set(_leaves(json.loads(row["args"]), numbers=about))
        if row["undo"]:
            said |= set(_leaves(json.loads(row["undo"]), numbers=about))
        if said & gone:
            count += 1
            db.execute("UPDATE deeds SET args = '{}', undo = NULL WHERE id = ?", (row["id"],))
    return count


def _leaves(value: Any, *, numbers: bool) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _leaves(one, numbers=numbers)
    elif isinstance(value, list):
        for one in value:
            yield from _leaves(one, numbers=numbers)
    elif isinstance(value, str | int) and not isinstance(value, bool):
        text = str(value)
        if numbers or len(text) > 12:
            yield text


def _live(db: sqlite.Connection, found: Needles) -> int:
    """Empty what they said in a live chat; their line still counts."""
    return db.execute(
        "UPDATE live_lines SET text = '', who = ? WHERE who LIKE ? AND trim(who, ?) = ''",
        (BLOCK, f"%{BLOCK}%", f"@{BLOCK}"),
    ).rowcount


def _cursors(db: sqlite.Connection, found: Needles) -> int:
    """Drop a place in a stream that is told by something of theirs: it is read anew."""
    count = 0
    for row in db.execute("SELECT account_id, stream, scope, cursor FROM cursors").fetchall():
        if (
            found.masked_json(row["cursor"]) != row["cursor"]
            or found.masked(row["scope"]) != row["scope"]
        ):
            count += 1
            db.execute(
                "DELETE FROM cursors WHERE account_id = ? AND stream = ? AND scope = ?",
                tuple(row)[:3],
            )
    return count


def indexed(db: sqlite.Connection, found: Needles) -> int:
    """Return how often one of the words still stands in an index of words, where it must not.

    An index knows no signs: who is called x7.ana@town is found by ana@town. What stands in the
    index because it stands in a row of somebody else, and is not the person's, is no finding.
    """
    count = 0
    for needle in found.words:
        fts = words.phrase(needle, whole=True)
        if not fts:
            continue
        tokens = f" {words.split(needle)} "
        for table, (source, masks) in _INDEXED.items():
            for row in db.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", (fts,)):
                kept = db.execute(source, (row[0],)).fetchone() if source else None
                text = kept[0] if kept is not None else ""
                theirs = masks and found.masked(text) != text
                count += theirs or tokens not in f" {words.split(text)} "
    return count


_INDEXED: dict[str, tuple[str, bool]] = {
    "post_words": ("SELECT text FROM posts WHERE id = ? AND deleted_at IS NULL", True),
    "people_words": ("SELECT name || ' ' || handle FROM profiles WHERE id = ?", False),
    "help_words": ("", True),
    "answered_words": ("SELECT text FROM posts WHERE id = ? AND deleted_at IS NULL", True),
}
"""Index → the words of a row as they are indexed, and whether the person's are masked in them."""
