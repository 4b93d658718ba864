"""Experiments: what was planned, which posts stand in which arm, what each got (EX-07)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from cmapp.domain.records import Kind
from cmapp.store import ids, kept, sqlite
from cmapp.store.database import Tx

TABLE = "experiments"
ARMS = ("a", "b")
_JSON = ("plan", "looks", "tallies", "result")


@dataclass(frozen=True, slots=True)
class Experiment:
    """One experiment. `seal` is the hash of the plan as it was when it began.

    `looks`: when somebody looked early (UTC ms). `tallies`: {a: {n, hits}, b: …} of an experiment
    on counts. `verdict` and `result` are empty until it is closed.
    """

    id: int
    name: str
    plan: dict[str, Any]
    seal: str
    state: str
    looks: list[int]
    tallies: dict[str, dict[str, int]]
    verdict: str
    result: dict[str, Any]
    made_at: int
    started_at: int | None
    closed_at: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """What stands in an arm: `post:ID` or `draft:ID`. `seed`: what drew it; None: by hand."""

    experiment_id: int
    ref: str
    arm: str
    seed: int | None
    placed_at: int


@dataclass(frozen=True, slots=True)
class Out:
    """A post of ours that is out. `account`: the id of ours that it is by."""

    id: int
    account: str
    remote_id: str
    realm: str
    text: str
    created_at: int


def every(db: sqlite.Connection) -> list[Experiment]:
    """Return all experiments: those that run first, then plans, then what is closed."""
    found = db.execute(
        "SELECT * FROM experiments ORDER BY state = 'closed', state = 'plan', id DESC"
    )
    return [kept.read(Experiment, r, _JSON) for r in found]


def by_id(db: sqlite.Connection, number: int) -> Experiment | None:
    """Return one experiment."""
    found = db.execute("SELECT * FROM experiments WHERE id = ?", (number,)).fetchone()
    return kept.read(Experiment, found, _JSON) if found else None


def places(db: sqlite.Connection, number: int) -> list[Place]:
    """Return what stands in the arms of an experiment, in the order of placing."""
    found = db.execute(
        "SELECT * FROM experiment_arms WHERE experiment_id = ? ORDER BY placed_at, ref", (number,)
    )
    return [kept.read(Place, r) for r in found]


def frames(db: sqlite.Connection, found: list[Place]) -> dict[str, str]:
    """Return which frame (gain or loss) the drafts among them tell by, by their refs."""
    numbers = [int(p.ref[6:]) for p in found if p.ref.startswith("draft:")]
    rows = db.execute(
        """SELECT id, brief ->> 'frame' FROM drafts
           WHERE id IN (SELECT value FROM json_each(?)) AND brief ->> 'frame' IS NOT NULL""",
        (json.dumps(numbers),),
    )
    return {f"draft:{r[0]}": str(r[1]) for r in rows}


def delete(tx: Tx, number: int) -> None:
    """Strike an experiment out, its arms too."""
    kept.take_out(tx, TABLE, {"id": number})


_OUT = """SELECT p.id, m.id AS account, p.remote_id, p.realm, substr(p.text, 1, 200) AS text,
    p.created_at FROM posts p JOIN profiles a ON a.id = p.author_id
  JOIN accounts m ON m.realm = p.realm AND m.remote_id = a.remote_id"""


def post(db: sqlite.Connection, number: int) -> Out | None:
    """Return a post of ours that is out, None where it is not ours or was deleted."""
    found = db.execute(
        f"{_OUT} WHERE p.id = ? AND p.deleted_at IS NULL ORDER BY m.id LIMIT 1", (number,)
    ).fetchone()
    return Out(*found) if found else None


def posts_of_draft(db: sqlite.Connection, draft: int) -> list[Out]:
    """Return what became of a draft, the first part of each thread."""
    found = db.execute(
        f"""{_OUT} JOIN outbox o ON o.remote_id = p.remote_id AND o.account_id = m.id
            WHERE o.draft_id = ? AND o.state = 'sent' AND o.part = 0 AND p.deleted_at IS NULL
            ORDER BY p.created_at""",
        (draft,),
    )
    return [Out(*r) for r in found]


def posts_of(db: sqlite.Connection, ref: str) -> list[Out]:
    """Return what stands behind `post:ID` or `draft:ID` and is out."""
    kind, _, number = ref.partition(":")
    if not number.isdecimal():
        return []
    if kind == "draft":
        return posts_of_draft(db, int(number))
    alone = post(db, int(number))
    return [alone] if alone else []


def sealed(db: sqlite.Connection, now: int) -> set[int]:
    """Return the posts of experiments that had begun and were not closed at a moment (UTC ms)."""
    found = db.execute(
        """SELECT ref FROM experiment_arms a JOIN experiments e ON e.id = a.experiment_id
           WHERE e.started_at <= ?1 AND (e.closed_at IS NULL OR e.closed_at > ?1)""",
        (now,),
    )
    return {one.id for r in found.fetchall() for one in posts_of(db, r[0])}


def past_posts(db: sqlite.Connection, account: str, first: int, end: int) -> list[Out]:
    """Return the posts of an account that are no answers, made from `first` to `end` (UTC ms)."""
    found = db.execute(
        f"""{_OUT} WHERE m.id = ? AND p.id >= ? AND p.id < ? AND p.kind = 'post'
              AND p.parent_ref IS NULL AND p.deleted_at IS NULL ORDER BY p.created_at""",
        (account, ids.at(first), ids.at(end)),
    )
    return [Out(*r) for r in found]


def got(db: sqlite.Connection, one: Out, within: int) -> dict[str, int]:
    """Return what a post got within `within` ms: {likes, shares, comments}.

    Likes and shares by whoever gave them; comments are what was written right under it.
    """
    until = one.created_at + within
    made = {}
    for name, kind in (("likes", Kind.REACTION), ("shares", Kind.REPOST)):
        made[name] = db.execute(
            """SELECT count(*) FROM interactions
               WHERE state IN ('open', 'waiting', 'done', 'muted') AND account_id = ?
                 AND kind = ? AND kind IN ('reaction', 'repost') AND target_ref = ?
                 AND created_at < ?""",
            (one.account, kind.value, one.remote_id, until),
        ).fetchone()[0]
    made["comments"] = db.execute(
        """SELECT count(*) FROM posts c CROSS JOIN interactions i ON i.post_id = c.id
           WHERE c.realm = ? AND c.parent_ref = ? AND c.created_at < ? AND i.account_id = ?""",
        (one.realm, one.remote_id, until, one.account),
    ).fetchone()[0]
    return {name: int(n) for name, n in made.items()}
