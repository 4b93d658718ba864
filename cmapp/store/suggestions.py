"""The register of suggestions: what people proposed, how far it got, whom to tell (IN-11)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cmapp.store import ids, sqlite
from cmapp.store.database import Tx

STATES = ("new", "accepted", "done", "declined")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One suggestion; `items` are (item id, id of the draft that tells its author, or None)."""

    id: int
    title: str
    state: str
    made_at: int
    changed_at: int
    items: tuple[tuple[int, int | None], ...]


def every(db: sqlite.Connection, state: str | None = None) -> list[Suggestion]:
    """Return the suggestions, the one that most people made first."""
    items: dict[int, list[tuple[int, int | None]]] = {}
    for row in db.execute(
        "SELECT suggestion_id, item_id, draft_id FROM suggestion_items ORDER BY item_id"
    ):
        items.setdefault(row[0], []).append((row[1], row[2]))
    found = [
        Suggestion(**dict(r), items=tuple(items.get(r["id"], ())))
        for r in db.execute(
            "SELECT id, title, state, made_at, changed_at FROM suggestions"
            " WHERE ? IS NULL OR state = ?",
            (state, state),
        )
    ]
    return sorted(found, key=lambda s: (-len(s.items), s.id))


def by_id(db: sqlite.Connection, number: int) -> Suggestion | None:
    """Return one suggestion."""
    found = db.execute(
        "SELECT id, title, state, made_at, changed_at FROM suggestions WHERE id = ?", (number,)
    ).fetchone()
    if found is None:
        return None
    items = db.execute(
        "SELECT item_id, draft_id FROM suggestion_items WHERE suggestion_id = ? ORDER BY item_id",
        (number,),
    )
    return Suggestion(**dict(found), items=tuple((r[0], r[1]) for r in items))


def put(tx: Tx, suggestion: Suggestion) -> None:
    """Store a suggestion whole, in the place of what stood under its id."""
    remove(tx, suggestion.id)
    tx.db.execute(
        "INSERT INTO suggestions (id, title, state, made_at, changed_at) VALUES (?, ?, ?, ?, ?)",
        (
            suggestion.id,
            suggestion.title,
            suggestion.state,
            suggestion.made_at,
            suggestion.changed_at,
        ),
    )
    tx.db.executemany(
        "INSERT INTO suggestion_items (suggestion_id, item_id, draft_id) VALUES (?, ?, ?)",
        [(suggestion.id, item, draft) for item, draft in suggestion.items],
    )
    tx.touch("suggestions")


def remove(tx: Tx, number: int) -> None:
    """Take a suggestion out of the register."""
    tx.db.execute("DELETE FROM suggestion_items WHERE suggestion_id = ?", (number,))
    tx.db.execute("DELETE FROM suggestions WHERE id = ?", (number,))
    tx.touch("suggestions")


def add(tx: Tx, title: str, items: Iterable[int], *, now: int) -> Suggestion:
    """Register a new suggestion that these items make."""
    made = Suggestion(
        ids.new(tx.db, "suggestions", now), title, "new", now, now,
        tuple((i, None) for i in sorted(set(items))),
    )  # fmt: skip
    put(tx, made)
    return made
