"""When an account posts as a rule (slots), what it posts about (pillars), how links are marked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cmapp.store import sqlite
from cmapp.store.database import Tx

Slot = tuple[int, int]
"""A weekday (0 is Monday) and a minute of the day."""


def of_account(db: sqlite.Connection, account_id: str) -> list[Slot]:
    """Return the slots of one account, in the order of the week."""
    found = db.execute(
        "SELECT weekday, minute FROM slots WHERE account_id = ? ORDER BY weekday, minute",
        (account_id,),
    )
    return [(int(r[0]), int(r[1])) for r in found]


def every(db: sqlite.Connection) -> list[tuple[str, int, int]]:
    """Return all slots as (account, weekday, minute)."""
    found = db.execute(
        "SELECT account_id, weekday, minute FROM slots ORDER BY account_id, weekday, minute"
    )
    return [(str(r[0]), int(r[1]), int(r[2])) for r in found]


def put(tx: Tx, account_id: str, slots: Iterable[Slot]) -> None:
    """Let an account have these slots and no others."""
    tx.db.execute("DELETE FROM slots WHERE account_id = ?", (account_id,))
    tx.db.executemany(
        "INSERT INTO slots (account_id, weekday, minute) VALUES (?, ?, ?)",
        [(account_id, w, m) for w, m in sorted(set(slots))],
    )
    tx.touch("slots", account_id)


# pillars


@dataclass(frozen=True, slots=True)
class Pillar:
    """Something that one posts about; `target` is its wished share in percent, or None."""

    name: str
    target: float | None
    color: str


def pillars(db: sqlite.Connection) -> list[Pillar]:
    """Return the pillars, by name."""
    found = db.execute("SELECT name, target, color FROM pillars ORDER BY name")
    return [Pillar(*r) for r in found]


def put_pillar(tx: Tx, one: Pillar) -> None:
    """Keep a pillar, in the place of one of that name."""
    tx.db.execute(
        "INSERT INTO pillars (name, target, color) VALUES (?, ?, ?) ON CONFLICT (name)"
        " DO UPDATE SET name = excluded.name, target = excluded.target, color = excluded.color",
        (one.name, one.target, one.color),
    )
    tx.touch("pillars")


def remove_pillar(tx: Tx, name: str) -> None:
    """Strike a pillar out; drafts keep its name."""
    tx.db.execute("DELETE FROM pillars WHERE name = ?", (name,))
    tx.touch("pillars")


# presets of utm_*


def presets(db: sqlite.Connection) -> dict[str, dict[str, str]]:
    """Return the presets by name."""
    found = db.execute("SELECT name, fields FROM utm_presets ORDER BY name")
    return {str(r[0]): json.loads(r[1]) for r in found}


def put_preset(tx: Tx, name: str, fields: Mapping[str, str] | None) -> None:
    """Keep a preset; None strikes it out."""
    tx.db.execute("DELETE FROM utm_presets WHERE name = ?", (name,))
    if fields is not None:
        tx.db.execute(
            "INSERT INTO utm_presets (name, fields) VALUES (?, ?)",
            (name, json.dumps(dict(fields), ensure_ascii=False)),
        )
    tx.touch("utm_presets")
