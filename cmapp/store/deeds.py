"""What people decided at this desk, in order: the undo history and the log of who did what.

A deed on items keeps what it changed of each (`befores`), and which other rows it changed
(`rows` in its undo): that is put back to the byte by `restore`, in one transaction.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cmapp.store import contacts, ids, sqlite
from cmapp.store.database import Tx

KEPT_MS = 30 * 86_400_000
"""For how long what a deed changed is kept, so that it can be taken back."""
COLUMNS = frozenset(
    "state needs_reply done_at lane due_at priority wake_at woke assignee signals corrected".split()
)
"""The columns of `interactions` that people's decisions change."""
_KEYS = {
    "labels": ("name",),
    "notes": ("id",),
    "tasks": ("id",),
    "muted_threads": ("realm", "root_ref"),
    "corrections": ("item_id",),
    "words_watched": ("list", "word"),
    "campaigns": ("id",),
    "campaign_posts": ("campaign_id", "post_id"),
    "series": ("id",),
    "series_made": ("series_id", "occurrence"),
    "drafts": ("id",),
    "draft_variants": ("draft_id", "account_id", "segment"),
    "draft_versions": ("draft_id", "n"),
    "idea_places": ("draft_id",),
    "slots": ("account_id", "weekday", "minute"),
    "pillars": ("name",),
    "utm_presets": ("name",),
    "goals": ("id",),
    "costs": ("id",),
    "experiments": ("id",),
    "experiment_arms": ("experiment_id", "ref"),
    "decisions": ("id",),
    "findings": ("id",),
    "index_parts": ("name",),
    "ratings": ("id",),
}
"""The other tables that a deed on items may change → their keys."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One decision. `id` is its time; `undo` is {command, args} or None; `items`: how many."""

    id: int
    command: str
    args: dict[str, Any]
    undo: dict[str, Any] | None
    undone_at: int | None
    items: int

    @property
    def at(self) -> int:
        """Return when it was done (UTC ms)."""
        return ids.when(self.id)


def add(
    tx: Tx, command: str, args: Mapping[str, Any], *, now: int, undo: Mapping[str, Any] | None
) -> int:
    """Keep one command with the command that undoes it ({command, args}), in its transaction."""
    newest = tx.db.execute("SELECT max(id) FROM deeds").fetchone()[0] or 0
    number = max(ids.made_here(now), newest + 1)
    tx.db.execute(
        "INSERT INTO deeds (id, desk, command, args, undo) VALUES (?, ?, ?, ?, ?)",
        (number, desk_name(tx), command, _json(args), _json(undo) if undo else None),
    )
    tx.touch("deeds")
    return number


def begin(tx: Tx, command: str, args: Mapping[str, Any], *, now: int) -> int:
    """Keep a command that `inbox.restore` takes back; `note` and `note_row` come next."""
    number = add(tx, command, args, now=now, undo=None)
    tx.db.execute("UPDATE deeds SET undo = ? WHERE id = ?", (_json(way_back(number)), number))
    return number


def way_back(number: int) -> dict[str, Any]:
    """Return the command that takes a deed on items back."""
    return {"command": "inbox.restore", "args": {"deed": str(number)}}


def note(tx: Tx, deed: int, items: Sequence[int], columns: Sequence[str]) -> None:
    """Keep `columns` of the items as they are before they are changed."""
    assert COLUMNS.issuperset(columns)
    named = ", ".join(f"'{c}', i.{c}" for c in columns)
    tx.db.execute(
        f"""INSERT INTO befores (deed_id, item_id, was)
            SELECT ?, i.id, json_object({named}) FROM json_each(?) j
            CROSS JOIN interactions i ON i.id = j.value""",
        (deed, json.dumps(list(items))),
    )


def note_labels(tx: Tx, deed: int, items: Sequence[int], label: str) -> None:
    """Keep whether the items have a label, before that is changed."""
    tx.db.execute(
        """INSERT INTO befores (deed_id, item_id, was)
           SELECT ?1, j.value, json_object('label', ?3, 'had', EXISTS (SELECT 1 FROM item_labels l
             WHERE l.item_id = j.value AND l.label = ?3)) FROM json_each(?2) j WHERE true""",
        (deed, json.dumps(list(items)), label),
    )


def note_row(
    tx: Tx, deed: int, table: str, key: Mapping[str, Any], columns: Sequence[str] = ("*",)
) -> None:
    """Keep a row of another table as it is (or that it is not there) before it is changed."""
    note_rows(tx, deed, table, [key], columns)


def note_rows(
    tx: Tx,
    deed: int,
    table: str,
    keys: Sequence[Mapping[str, Any]],
    columns: Sequence[str] = ("*",),
) -> None:
    """Keep many rows of one table, as `note_row` keeps one."""
    if not keys:
        return
    assert all(tuple(key) == _KEYS[table] for key in keys)
    where = " AND ".join(f"{name} = ?" for name in _KEYS[table])
    query = f"SELECT {', '.join(columns)} FROM {table} WHERE {where}"
    undo = json.loads(tx.db.execute("SELECT undo FROM deeds WHERE id = ?", (deed,)).fetchone()[0])
    rows = undo.setdefault("rows", [])
    for key in keys:
        found = tx.db.execute(query, tuple(key.values())).fetchone()
        rows.append([table, dict(key), dict(found) if found else None])
    tx.db.execute("UPDATE deeds SET undo = ? WHERE id = ?", (_json(undo), deed))


def note_people(tx: Tx, deed: int, name: str, before: Sequence[Sequence[Any]]) -> None:
    """Keep what was before people were muted (as `contacts.put` tells it)."""
    undo = json.loads(tx.db.execute("SELECT undo FROM deeds WHERE id = ?", (deed,)).fetchone()[0])
    undo["people"] = [name, [list(one) for one in before]]
    tx.db.execute("UPDATE deeds SET undo = ? WHERE id = ?", (_json(undo), deed))


def restore(tx: Tx, number: int, *, now: int) -> list[int] | None:
    """Put back what a deed changed; returns the ids of its items, None if that is not known.

    A deed that is undone already changes nothing any more.
    """
    deed = by_id(tx.db, number)
    if deed is None or deed.undo is None or deed.undo["command"] != "inbox.restore":
        return None
    found = tx.db.execute("SELECT item_id, was FROM befores WHERE deed_id = ?", (number,))
    rows = found.fetchall()
    rest = deed.undo.get("rows", ())
    if not rows and not rest and now - ids.when(number) > KEPT_MS:
        return None
    touched = [int(r["item_id"]) for r in rows]
    if deed.undone_at is not None:
        return touched
    for table, key, row in rest:
        tx.touch(table)
        if row is not None:
            _put_back(tx, table, key, row)
    if people := deed.undo.get("people"):
        contacts.put_back(tx, people[0], people[1], now=now)
    names = set(json.loads(rows[0]["was"])) if rows else set()
    if columns := sorted(names & COLUMNS):
        setters = ", ".join(f"{c} = b.was ->> '{c}'" for c in columns)
        tx.db.execute(
            f"""UPDATE interactions SET {setters} FROM befores b WHERE b.deed_id = ?1
                  AND b.item_id = interactions.id
                  AND interactions.id IN (SELECT item_id FROM befores WHERE deed_id = ?1)""",
            (number,),
        )
    if "label" in names:
        _restore_labels(tx, number)
    for table, key, row in reversed(rest):
        if row is None:
            _take_out(tx, table, key)
    tx.db.execute("UPDATE deeds SET undone_at = ? WHERE id = ?", (now, number))
    touch(tx, touched)
    return touched


def _restore_labels(tx: Tx, number: int) -> None:
    tx.db.execute(
        """DELETE FROM item_labels WHERE (item_id, label) IN (
             SELECT item_id, was ->> 'label' FROM befores
             WHERE deed_id = ? AND NOT was ->> 'had')""",
        (number,),
    )
    tx.db.execute(
        """INSERT OR IGNORE INTO item_labels (item_id, label)
           SELECT b.item_id, l.name FROM befores b JOIN labels l ON l.name = b.was ->> 'label'
           JOIN interactions i ON i.id = b.item_id WHERE b.deed_id = ? AND b.was ->> 'had'""",
        (number,),
    )


def _put_back(tx: Tx, table: str, key: Mapping[str, Any], row: Mapping[str, Any]) -> None:
    where = " AND ".join(f"{name} = ?" for name in key)
    sets = ", ".join(f"{c} = ?" for c in row)
    changed = tx.db.execute(
        f"UPDATE {table} SET {sets} WHERE {where}", (*row.values(), *key.values())
    ).rowcount
    if not changed:
        whole = {**key, **row}
        # of a draft only some columns may be known: one that was deleted since stays away
        how = "INSERT OR IGNORE" if table == "drafts" else "INSERT"
        tx.db.execute(
            f"{how} INTO {table} ({', '.join(whole)}) VALUES ({', '.join('?' * len(whole))})",
            tuple(whole.values()),
        )


def _take_out(tx: Tx, table: str, key: Mapping[str, Any]) -> None:
    where = " AND ".join(f"{name} = ?" for name in key)
    # not what somebody has used since
    if table == "labels":
        where += " AND NOT EXISTS (SELECT 1 FROM item_labels l WHERE l.label = labels.name)"
    tx.db.execute(f"DELETE FROM {table} WHERE {where}", tuple(key.values()))


def touch(tx: Tx, items: Sequence[int]) -> None:
    """Tell that these items changed, and of which accounts they are."""
    tx.touch("inbox")
    for row in tx.db.execute(
        "SELECT DISTINCT account_id FROM interactions WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(items)),),
    ):
        tx.touch("inbox", row[0])


def desk_name(tx: Tx) -> str:
    """Return the name of this desk: random, made once per profile."""
    found = tx.db.execute("SELECT value FROM meta WHERE name = 'desk'").fetchone()
    if found is None:
        import secrets

        found = (secrets.token_hex(4),)
        tx.db.execute("INSERT INTO meta VALUES ('desk', ?)", found)
    return str(found[0])


_SELECT = """SELECT d.id, d.command, d.args, d.undo, d.undone_at,
  (SELECT count(*) FROM befores b WHERE b.deed_id = d.id) AS items FROM deeds d"""


def _deed(found: sqlite.Row) -> Deed:
    undo = json.loads(found["undo"]) if found["undo"] else None
    return Deed(
        found["id"],
        found["command"],
        json.loads(found["args"]),
        undo,
        found["undone_at"],
        int(found["items"]),
    )


def by_id(db: sqlite.Connection, number: int) -> Deed | None:
    """Return one deed."""
    found = db.execute(f"{_SELECT} WHERE d.id = ?", (number,)).fetchone()
    return _deed(found) if found else None


def last(db: sqlite.Connection, *, limit: int = 50, before: int | None = None) -> list[Deed]:
    """Return the newest deeds (older than the id `before`)."""
    found = db.execute(
        f"{_SELECT} WHERE (? IS NULL OR d.id < ?) ORDER BY d.id DESC LIMIT ?",
        (before, before, limit),
    )
    return [_deed(r) for r in found]


def on_post(db: sqlite.Connection, post_id: int) -> list[Deed]:
    """Return the corrections of a post of ours, newest first."""
    found = db.execute(
        f"{_SELECT} WHERE d.command = 'post.correct' AND d.args ->> 'post' = ? ORDER BY d.id DESC",
        (str(post_id),),
    )
    return [_deed(r) for r in found]


def undoable(db: sqlite.Connection) -> Deed | None:
    """Return the newest deed that can be taken back and was not, None where there is none."""
    found = db.execute(
        f"{_SELECT} WHERE d.undo IS NOT NULL AND d.undone_at IS NULL ORDER BY d.id DESC LIMIT 1"
    ).fetchone()
    return _deed(found) if found else None


def no_way_back(tx: Tx, number: int) -> None:
    """Note that a deed cannot be taken back any more."""
    tx.db.execute("UPDATE deeds SET undo = NULL WHERE id = ?", (number,))
    tx.touch("deeds")


def undone(tx: Tx, since: int, number: int, *, now: int) -> None:
    """Note that a deed is undone, and that those since it are its undoing."""
    tx.db.execute(
        "UPDATE deeds SET undone_at = coalesce(undone_at, ?) WHERE id = ? OR id > ?",
        (now, number, since),
    )


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(dict(value), ensure_ascii=False)
