"""How much of each kind is kept, since when, and about how many people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cmapp.store import sqlite

_OURS = (
    "SELECT p.id FROM profiles p JOIN accounts a ON a.realm = p.realm AND a.remote_id = p.remote_id"
)
_OTHERS = f"author_id NOT IN ({_OURS})"


@dataclass(frozen=True, slots=True)
class Held:
    """One kind. `people`: how many it is about, None where it is about none or nobody can say.

    `since`: UTC ms of the oldest, None where there is none.
    """

    kind: str
    rows: int
    people: int | None
    since: int | None


_KINDS: dict[str, tuple[str, str, str]] = {
    # kind: (table and condition, people, oldest)
    "profiles": (f"profiles WHERE id NOT IN ({_OURS})", "count(*)", "min(seen_at)"),
    "names": ("profile_changes", "count(DISTINCT profile_id)", "min(at)"),
    "public": (
        f"posts WHERE {_OTHERS} AND visibility <> 'direct' AND kind <> 'message'",
        "count(DISTINCT author_id)", "min(created_at)",
    ),
    "messages": (
        f"posts WHERE {_OTHERS} AND (visibility = 'direct' OR kind = 'message')",
        "count(DISTINCT author_id)", "min(created_at)",
    ),
    "interactions": ("interactions", "count(DISTINCT actor_id)", "min(created_at)"),
    "visits": ("visits", "count(*)", "min(first_at)"),
    "ties": ("ties", "count(DISTINCT source)", "NULL"),
    "contacts": ("contacts", "count(*)", "min(made_at)"),
    "facts": ("contact_facts", "count(DISTINCT contact_id)", "min(at)"),
    "tags": ("contact_tags", "count(DISTINCT contact_id)", "NULL"),
    "notes": ("notes", "NULL", "min(made_at)"),
    "labels": ("item_labels", "NULL", "NULL"),
    "tasks": ("tasks WHERE item_id IS NOT NULL", "NULL", "min(made_at)"),
    "moderation": ("moderation", "count(DISTINCT person)", "min(at)"),
    "rivals": ("rivals", "count(*)", "min(added_at)"),
    "live": ("live_lines", "count(DISTINCT who)", "NULL"),
    "ours": (f"posts WHERE author_id IN ({_OURS})", "NULL", "min(created_at)"),
    "drafts": ("drafts WHERE done_at IS NULL", "NULL", "min(made_at)"),
    "outbox": ("outbox", "NULL", "min(made_at)"),
    "deeds": ("deeds", "NULL", "min(id) >> 20"),
    "media": ("media_files", "NULL", "min(added_at)"),
    "figures": ("measures", "NULL", "min(at)"),
    "reports": ("report_made", "NULL", "min(made_at)"),
    "erased": ("erased", "NULL", "min(at)"),
}  # fmt: skip
KINDS = (*_KINDS, "logs", "backups", "damaged", "secrets")
"""Every kind, the last four of which are no rows."""


def held(db: sqlite.Connection) -> Iterator[Held]:
    """Yield what lies in the database, kind by kind."""
    for kind, (where, people, since) in _KINDS.items():
        row = db.execute(f"SELECT count(*), {people}, {since} FROM {where}").fetchone()
        yield Held(kind, row[0], row[1], row[2])


def people_by_network(db: sqlite.Connection) -> list[tuple[str, int]]:
    """Return how many people are known of each realm, ours apart."""
    found = db.execute(
        f"SELECT realm, count(*) FROM profiles WHERE id NOT IN ({_OURS}) GROUP BY 1 ORDER BY 2 DESC"
    )
    return [(r[0], r[1]) for r in found]
