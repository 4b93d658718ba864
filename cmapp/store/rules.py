"""Rules that the person made, and the log of each time one of them did something (IN-16)."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cmapp.store import ids, sqlite
from cmapp.store.database import Tx


@dataclass(frozen=True, slots=True)
class Rule:
    """What to do with what comes in and matches `query`.

    `deeds` are {command, args} without the items. `cap`: how many answers it may send by itself
    in 24 hours, where `auto_send` is on.
    """

    id: int
    name: str
    query: str
    deeds: tuple[Mapping[str, Any], ...]
    enabled: bool
    auto_send: bool
    cap: int
    position: int
    made_at: int


@dataclass(frozen=True, slots=True)
class Firing:
    """One time that a rule did something to an item. `did` are {command, args, undo}."""

    id: int
    rule_id: int
    item_id: int
    did: tuple[Mapping[str, Any], ...]
    at: int
    undone_at: int | None


_RULE = "SELECT id, name, query, deeds, enabled, auto_send, cap, position, made_at FROM rules"


def _rule(found: sqlite.Row) -> Rule:
    values = dict(found)
    values["deeds"] = tuple(json.loads(values["deeds"]))
    for name in ("enabled", "auto_send"):
        values[name] = bool(values[name])
    return Rule(**values)


def every(db: sqlite.Connection, *, enabled: bool = False) -> list[Rule]:
    """Return the rules in the order in which they look at what comes in."""
    where = " WHERE enabled = 1" if enabled else ""
    return [_rule(r) for r in db.execute(f"{_RULE}{where} ORDER BY position, id")]


def by_id(db: sqlite.Connection, number: int) -> Rule | None:
    """Return one rule."""
    found = db.execute(f"{_RULE} WHERE id = ?", (number,)).fetchone()
    return _rule(found) if found else None


def by_name(db: sqlite.Connection, name: str) -> Rule | None:
    """Return the rule of that name."""
    found = db.execute(f"{_RULE} WHERE name = ?", (name,)).fetchone()
    return _rule(found) if found else None


def put(tx: Tx, rule: Rule) -> None:
    """Store a rule, new or changed; its log stays."""
    tx.db.execute(
        """INSERT INTO rules (id, name, query, deeds, enabled, auto_send, cap, position, made_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET name = excluded.name, query = excluded.query,
             deeds = excluded.deeds, enabled = excluded.enabled, auto_send = excluded.auto_send,
             cap = excluded.cap, position = excluded.position""",
        (
            rule.id, rule.name, rule.query, _json(rule.deeds), rule.enabled, rule.auto_send,
            rule.cap, rule.position, rule.made_at,
        ),
    )  # fmt: skip
    tx.touch("rules")


def remove(tx: Tx, number: int) -> None:
    """Delete a rule. Its log stays: brought back, it still knows whom it has answered."""
    tx.db.execute("DELETE FROM rules WHERE id = ?", (number,))
    tx.touch("rules")


def due(tx: Tx, fresh: Collection[int]) -> None:
    """Note in the transaction that brings items in that the rules have to look at them."""
    if fresh and tx.db.execute("SELECT 1 FROM rules WHERE enabled = 1 LIMIT 1").fetchone():
        tx.db.execute(
            "INSERT OR IGNORE INTO rules_due (item_id) SELECT value FROM json_each(?)",
            (json.dumps(sorted(fresh)),),
        )


def waiting(db: sqlite.Connection, account_id: str) -> list[int]:
    """Return the items of an account that the rules have yet to look at, oldest first."""
    found = db.execute(
        "SELECT d.item_id FROM rules_due d CROSS JOIN interactions i ON i.id = d.item_id"
        " WHERE i.account_id = ? ORDER BY d.item_id",
        (account_id,),
    )
    return [int(r[0]) for r in found]


def looked(tx: Tx, items: Collection[int]) -> None:
    """Note that the rules looked at items."""
    tx.db.execute(
        "DELETE FROM rules_due WHERE item_id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(items)),),
    )


def claim(tx: Tx, rule: Rule, item_id: int, *, now: int) -> int | None:
    """Note that a rule takes an item; None where it did so before.

    In one transaction with what it does and `note`: it did all of it, or never looked.
    """
    number = ids.new(tx.db, "rule_log", now)
    made = tx.db.execute(
        "INSERT INTO rule_log (id, rule_id, item_id, did, at) VALUES (?, ?, ?, '[]', ?)"
        " ON CONFLICT (rule_id, item_id) DO NOTHING",
        (number, rule.id, item_id, now),
    ).rowcount
    return number if made else None


def note(tx: Tx, firing: int, did: Sequence[Mapping[str, Any]]) -> None:
    """Keep what a rule did."""
    tx.db.execute("UPDATE rule_log SET did = ? WHERE id = ?", (_json(did), firing))
    tx.touch("rules")


def undone(tx: Tx, firing: int, *, now: int) -> None:
    """Note that what a rule did was taken back."""
    tx.db.execute("UPDATE rule_log SET undone_at = ? WHERE id = ?", (now, firing))
    tx.touch("rules")


def log(
    db: sqlite.Connection, rule_id: int | None = None, *, limit: int = 200, id: int | None = None
) -> list[Firing]:
    """Return what rules did, newest first (of one rule; one firing)."""
    found = db.execute(
        "SELECT id, rule_id, item_id, did, at, undone_at FROM rule_log"
        " WHERE (? IS NULL OR rule_id = ?) AND (? IS NULL OR id = ?) ORDER BY id DESC LIMIT ?",
        (rule_id, rule_id, id, id, limit),
    )
    return [Firing(**{**dict(r), "did": tuple(json.loads(r["did"]))}) for r in found]


def answered_since(
    db: sqlite.Connection, since: int, *, rule_id: int | None = None, people: Collection[int] = ()
) -> int:
    """Return how many answers rules (or one rule) queued since then (UTC ms).

    `people`: only those to these profiles.
    """
    found = db.execute(
        """SELECT count(*) FROM rule_log g WHERE g.id >= ?1 AND (?2 IS NULL OR g.rule_id = ?2)
             AND EXISTS (SELECT 1 FROM json_each(g.did) d
               WHERE d.value ->> 'command' = 'reply' AND d.value ->> 'error' IS NULL)
             AND (?3 IS NULL OR EXISTS (SELECT 1 FROM interactions i WHERE i.id = g.item_id
               AND i.actor_id IN (SELECT value FROM json_each(?3))))""",
        (ids.at(since), rule_id, json.dumps(sorted(people)) if people else None),
    )
    return int(found.fetchone()[0])


def _json(value: Sequence[Mapping[str, Any]]) -> str:
    return json.dumps([dict(v) for v in value], ensure_ascii=False)
