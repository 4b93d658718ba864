"""The erasures that were asked for: how far each has come, and what was proven. No names."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cmapp.store import ids, sqlite
from cmapp.store.database import Tx


@dataclass(frozen=True, slots=True)
class Erasure:
    """One erasure. `state`: `asked`, `gone` (rows are), `done`. Times are UTC ms."""

    id: int
    state: str
    marks: tuple[str, ...]
    proof: dict[str, Any]
    at: int
    done_at: int | None


def ask(tx: Tx, marks: Sequence[str], *, now: int) -> int:
    """Keep that people are to be erased, by their marks; returns the number of it."""
    number = ids.new(tx.db, "erasures", now)
    tx.db.execute(
        "INSERT INTO erasures (id, state, marks, at) VALUES (?, 'asked', ?, ?)",
        (number, json.dumps(list(marks)), now),
    )
    return number


def begun(tx: Tx, number: int, counts: Mapping[str, int]) -> None:
    """What others say of them is masked, their own rows are about to go: so much it is."""
    tx.db.execute(
        "UPDATE erasures SET proof = ? WHERE id = ?", (json.dumps({"counts": dict(counts)}), number)
    )


def gone(tx: Tx, number: int) -> None:
    """Their rows are gone; the rest is still to be done."""
    tx.db.execute("UPDATE erasures SET state = 'gone' WHERE id = ?", (number,))


def done(tx: Tx, number: int, proof: Mapping[str, Any], *, now: int) -> None:
    """Everything is done; `proof` joins the counts."""
    tx.db.execute(
        "UPDATE erasures SET state = 'done', proof = json_patch(proof, ?), done_at = ?"
        " WHERE id = ?",
        (json.dumps(dict(proof)), now, number),
    )
    tx.touch("people")


def unfinished(db: sqlite.Connection) -> list[Erasure]:
    """Return those that a kill interrupted, oldest first."""
    found = db.execute("SELECT * FROM erasures WHERE state <> 'done' ORDER BY id")
    return [_of(row) for row in found]


def every(db: sqlite.Connection) -> list[Erasure]:
    """Return all, newest first."""
    return [_of(row) for row in db.execute("SELECT * FROM erasures ORDER BY id DESC")]


def by_id(db: sqlite.Connection, number: int) -> Erasure:
    """Return one that is known to be there."""
    return _of(db.execute("SELECT * FROM erasures WHERE id = ?", (number,)).fetchone())


def _of(row: sqlite.Row) -> Erasure:
    values = dict(row)
    values["marks"] = tuple(json.loads(values["marks"]))
    values["proof"] = json.loads(values["proof"])
    return Erasure(**values)
