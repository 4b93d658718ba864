"""Which thread a post belongs to, and what belongs to a thread: by what the store knows today.

A platform may name the first post of a thread (`root_ref`) or only the post before (`parent_ref`),
and a post in between may not be stored yet. So a thread is told by the *refs* of a post: its own
remote id, those of all posts above it, and what the last known one names. Two posts are of one
thread if their refs meet.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from cmapp.store import sqlite

_DEEPEST = 200


def refs(db: sqlite.Connection, post_ids: Iterable[int]) -> dict[int, list[str]]:
    """Return post id → its refs, its own first and the first post of the thread last."""
    found: dict[int, list[str]] = {}
    last: dict[int, tuple[str | None, str | None]] = {}
    for seed, remote_id, parent_ref, root_ref in db.execute(
        f"""WITH RECURSIVE up (seed, realm, remote_id, parent_ref, root_ref, n) AS (
              SELECT p.id, p.realm, p.remote_id, p.parent_ref, p.root_ref, 0
              FROM json_each(?) j CROSS JOIN posts p ON p.id = j.value
              UNION ALL
              SELECT up.seed, p.realm, p.remote_id, p.parent_ref, p.root_ref, n + 1
              FROM up CROSS JOIN posts p ON p.realm = up.realm AND p.remote_id = up.parent_ref
              WHERE n < {_DEEPEST})
            SELECT seed, remote_id, parent_ref, root_ref FROM up ORDER BY seed, n""",
        (json.dumps(sorted(set(post_ids))),),
    ):
        found.setdefault(seed, []).append(remote_id)
        last[seed] = (parent_ref, root_ref or (last[seed][1] if seed in last else None))
    for seed, ends in last.items():
        found[seed] += [ref for ref in ends if ref is not None and ref not in found[seed]]
    return found


def below(db: sqlite.Connection, realm: str, tops: Sequence[str], *, most: int = 200_000) -> str:
    """Return the ids of the stored posts of threads that begin with `tops`, as a JSON list."""
    found = db.execute(
        """WITH RECURSIVE down (ref) AS (
             SELECT value FROM json_each(?2)
             UNION
             SELECT p.remote_id FROM down CROSS JOIN posts p
               ON p.realm = ?1 AND p.parent_ref = down.ref LIMIT ?3)
           SELECT json_group_array(p.id) FROM down CROSS JOIN posts p
             ON p.realm = ?1 AND p.remote_id = down.ref""",
        (realm, json.dumps(list(tops)), most),
    )
    return str(found.fetchone()[0])
