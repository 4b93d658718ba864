"""What is planned, read for telling what becomes of it: rows of the outbox, and what has none."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cmapp.domain.fate import Planned
from cmapp.store import sqlite


@dataclass(frozen=True, slots=True)
class Row:
    """One planned post for one account. `row` is None where it stands in the plan alone.

    `after`: the row that must be out before it. `followed`: another row waits for this one.
    """

    row: int | None
    draft: int | None
    account: str
    segment: str
    part: int
    after: int | None
    plan: Planned


_ROWS = """SELECT o.id, o.draft_id, o.account_id, o.segment, o.part, o.after_id, o.planned_at,
  o.state, o.reason, o.not_before, o.waived <> '[]' AND EXISTS (
    SELECT 1 FROM json_each(o.waived) w WHERE w.value = 'late') AS waived,
  o.ahead_at IS NOT NULL AS hands_over, o.recall IS NOT NULL AS recalled
  FROM """


def rows(db: sqlite.Connection, ids: Sequence[int]) -> list[Row]:
    """Return planned rows of the outbox by their ids, cancelled ones too."""
    found = db.execute(
        f"{_ROWS} json_each(?) j CROSS JOIN outbox o ON o.id = j.value"
        " WHERE o.planned_at IS NOT NULL ORDER BY o.id",
        (json.dumps(list(ids)),),
    )
    return [_row(r) for r in found]


def rows_in(db: sqlite.Connection, first: int, end: int) -> list[Row]:
    """Return the rows planned from `first` to before `end` (UTC ms), by time; none cancelled."""
    found = db.execute(
        f"{_ROWS} outbox o WHERE o.planned_at >= ? AND o.planned_at < ?"
        " AND o.state <> 'cancelled' ORDER BY o.planned_at, o.id",
        (first, end),
    )
    return [_row(r) for r in found]


def rows_of(db: sqlite.Connection, drafts: Sequence[int]) -> list[Row]:
    """Return the planned rows of drafts; none cancelled."""
    found = db.execute(
        f"{_ROWS} json_each(?) j CROSS JOIN outbox o ON o.draft_id = j.value"
        " WHERE o.planned_at IS NOT NULL AND o.state <> 'cancelled' ORDER BY o.id",
        (json.dumps(list(drafts)),),
    )
    return [_row(r) for r in found]


def _row(found: sqlite.Row) -> Row:
    plan = Planned(
        found["planned_at"],
        found["state"],
        reason=found["reason"],
        waived=bool(found["waived"]),
        not_before=found["not_before"],
        hands_over=bool(found["hands_over"]),
        recalled=bool(found["recalled"]),
    )
    return Row(
        found["id"], found["draft_id"], found["account_id"], found["segment"], found["part"],
        found["after_id"], plan,
    )  # fmt: skip


_PLANS = """SELECT d.id, d.planned_at, d.done_at, coalesce(v.segment, '') AS segment,
  coalesce(v.account_id, d.account_id, '') AS account
  FROM {} LEFT JOIN draft_variants v ON v.draft_id = d.id
  WHERE {} AND NOT EXISTS (
    SELECT 1 FROM outbox o WHERE o.draft_id = d.id AND o.segment = coalesce(v.segment, '')
      AND o.account_id = coalesce(v.account_id, d.account_id, '') AND o.state <> 'cancelled')
  ORDER BY d.planned_at, d.id, v.position"""


def plans_in(db: sqlite.Connection, first: int, end: int) -> list[Row]:
    """Return what is planned from `first` to before `end` (UTC ms) and has no row in the outbox."""
    query = _PLANS.format("drafts d", "d.planned_at >= ? AND d.planned_at < ?")
    return list(_plans(db.execute(query, (first, end))))


def plans_of(db: sqlite.Connection, drafts: Sequence[int]) -> list[Row]:
    """Return what of these planned drafts has no row in the outbox."""
    query = _PLANS.format(
        "json_each(?) j CROSS JOIN drafts d ON d.id = j.value", "d.planned_at IS NOT NULL"
    )
    return list(_plans(db.execute(query, (json.dumps(list(drafts)),))))


def _plans(found: Iterable[sqlite.Row]) -> Iterator[Row]:
    for one in found:
        plan = Planned(one["planned_at"], done=one["done_at"] is not None)
        yield Row(None, one["id"], one["account"], one["segment"], 0, None, plan)


@dataclass(frozen=True, slots=True)
class Became:
    """What became of a planned post. `by_server`: its platform's own scheduler published it."""

    row: int
    draft: int | None
    account: str
    planned_at: int
    state: str
    reason: str | None
    sent_at: int | None
    by_server: bool
    text: str


def became(db: sqlite.Connection, first: int, end: int) -> list[Became]:
    """Return the rows planned from `first` to before `end` (UTC ms), as they stand, by time."""
    found = db.execute(
        """SELECT id, draft_id, account_id, planned_at, state, reason, sent_at,
             server_ref IS NOT NULL, substr(coalesce(action ->> '$.text', ''), 1, 120)
           FROM outbox WHERE planned_at >= ? AND planned_at < ? AND state <> 'cancelled'
           ORDER BY planned_at, id""",
        (first, end),
    )
    return [
        Became(r[0], r[1], r[2], r[3], r[4], r[5], r[6], bool(r[7]), r[8]) for r in found.fetchall()
    ]


def texts(db: sqlite.Connection, rows: Sequence[Row]) -> list[str]:
    """Return how each of these posts begins, in their order."""
    queued = [row.row for row in rows if row.row is not None]
    plans = [row.draft for row in rows if row.row is None and row.draft is not None]
    of_row = dict(
        db.execute(
            """SELECT o.id, substr(coalesce(o.action ->> '$.text', ''), 1, 120)
               FROM json_each(?) j CROSS JOIN outbox o ON o.id = j.value""",
            (json.dumps(queued),),
        ).fetchall()
    )
    of_draft = dict(
        db.execute(
            """SELECT d.id, substr(coalesce(nullif(d.title, ''), d.text), 1, 120)
               FROM json_each(?) j CROSS JOIN drafts d ON d.id = j.value""",
            (json.dumps(plans),),
        ).fetchall()
    )
    return [
        of_row.get(row.row, "") if row.row is not None else of_draft.get(row.draft, "")
        for row in rows
    ]
