"""Whose turn it is: which rows of the outbox may move now, and what the others wait for.

A plan can hold thousands of rows for later: nothing here reads them all.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from cmapp.domain.actions import Publish
from cmapp.store import sqlite
from cmapp.store.outbox import Deed, deed_of

_LIVE = "o.state IN ('ready', 'sending', 'scheduled', 'uncertain')"
_FREE = """(o.after_id IS NULL OR o.state <> 'ready' OR EXISTS (
    SELECT 1 FROM outbox b WHERE b.id = o.after_id AND b.state = 'sent'))
  AND (o.replaces_id IS NULL OR NOT EXISTS (
    SELECT 1 FROM outbox r WHERE r.id = o.replaces_id AND r.state <> 'cancelled'))"""
"""SQL: the row waits for no other one."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a row waits for: row `row_id`, which stands at `state`. `why`: before or recall."""

    row_id: int
    state: str
    why: str


@dataclass(frozen=True, slots=True)
class Thread:
    """How much of a thread is out: `sent` of `of` parts."""

    sent: int
    of: int


def due(db: sqlite.Connection, account_id: str, *, until: int) -> list[Deed]:
    """Return the account's rows that may move at `until` (UTC ms), in the order they leave.

    First what has no planned time, as it was made; then what was planned, by its time. Not what
    the platform's scheduler is to give back: that is `held_there.recalled`.
    """
    found = db.execute(
        f"""SELECT o.* FROM outbox o WHERE o.account_id = ? AND {_LIVE} AND o.not_before <= ?
              AND o.state <> 'sending' AND (o.state <> 'scheduled' OR o.recall IS NULL)
              AND {_FREE}
            ORDER BY o.planned_at IS NOT NULL, o.planned_at, o.id""",
        (account_id, until),
    )
    return [deed_of(row) for row in found]


def next_due(db: sqlite.Connection, account_id: str) -> int | None:
    """Return when the account's next row may move (UTC ms), None if nothing is under way.

    A row that stands at `sending` may: either its lane is busy with it, or something broke there.
    """
    found = db.execute(
        f"""SELECT o.not_before FROM outbox o WHERE o.account_id = ? AND {_LIVE} AND {_FREE}
            ORDER BY o.not_before LIMIT 1""",
        (account_id,),
    ).fetchone()
    return int(found[0]) if found is not None else None


def waiting(db: sqlite.Connection, *, planned: int) -> list[Deed]:
    """Return what waits, oldest first: all that has no planned time, and the next `planned`."""
    found = db.execute(
        """SELECT * FROM outbox WHERE state = 'ready' AND planned_at IS NULL
           UNION ALL SELECT * FROM (
             SELECT * FROM outbox WHERE state IN ('ready', 'scheduled') AND planned_at IS NOT NULL
             ORDER BY planned_at, id LIMIT ?)""",
        (planned,),
    )
    return [deed_of(row) for row in found]


def in_doubt(db: sqlite.Connection, account_id: str) -> dict[str, int]:
    """Return the threads whose later rows must wait: thread → the row that holds them back.

    It was tried and is not settled.
    """
    found = db.execute(
        """SELECT thread, min(id) FROM outbox WHERE account_id = ? AND thread IS NOT NULL
             AND (state IN ('sending', 'uncertain') OR state = 'ready' AND error_code IS NOT NULL)
           GROUP BY thread""",
        (account_id,),
    )
    return {row[0]: row[1] for row in found}


def says_the_same(db: sqlite.Connection, deed: Deed) -> bool:
    """Tell whether an earlier post of the account is in doubt that has the very words of this one.

    With both in doubt, what is found could be either's. Answers wait by their thread.
    """
    if not isinstance(deed.action, Publish):
        return False
    found = db.execute(
        "SELECT 1 FROM outbox WHERE account_id = ? AND state IN ('sending', 'uncertain')"
        " AND id < ? AND kind = 'publish' AND json_extract(action, '$.text') = ?",
        (deed.account_id, deed.id, deed.action.text),
    )
    return found.fetchone() is not None


def following(db: sqlite.Connection, row_id: int) -> list[Deed]:
    """Return the rows that answer this one, oldest first."""
    found = db.execute("SELECT * FROM outbox WHERE after_id = ? ORDER BY id", (row_id,))
    return [deed_of(row) for row in found]


def sent_part(
    db: sqlite.Connection, draft_id: int, account_id: str, *, segment: str = "", part: int = 0
) -> Deed | None:
    """Return the row by which this part of a draft went out; None where it has not."""
    found = db.execute(
        "SELECT * FROM outbox WHERE draft_id = ? AND account_id = ? AND segment = ? AND part = ?"
        " AND state = 'sent' ORDER BY id DESC LIMIT 1",
        (draft_id, account_id, segment, part),
    ).fetchone()
    return deed_of(found) if found else None


def waits(db: sqlite.Connection, rows: Sequence[Deed]) -> dict[int, Waiting]:
    """Return what each of these rows waits for, as far as it is another row."""
    wanted = {
        (d.after_id, "before") if d.after_id else (d.replaces_id, "recall"): None
        for d in rows
        if d.state == "ready"
    }
    ids = [number for number, _ in wanted if number is not None]
    states = {
        row[0]: row[1]
        for row in db.execute(
            "SELECT id, state FROM outbox WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(ids),),
        )
    }
    found: dict[int, Waiting] = {}
    for deed in rows:
        if deed.state != "ready":
            continue
        if deed.after_id is not None and states.get(deed.after_id) != "sent":
            state = states.get(deed.after_id, "cancelled")
            found[deed.id] = Waiting(deed.after_id, state, "before")
        elif deed.replaces_id is not None and states.get(deed.replaces_id) not in (
            None, "cancelled",
        ):  # fmt: skip
            found[deed.id] = Waiting(deed.replaces_id, states[deed.replaces_id], "recall")
    return found


def threads(db: sqlite.Connection, rows: Sequence[Deed]) -> dict[int, Thread]:
    """Return, of each of these rows that is part of a thread, how much of it is out."""
    numbers = [d.id for d in rows if d.kind in ("publish", "reply")]
    found = db.execute(
        """WITH RECURSIVE up (start, id, after_id) AS (
             SELECT o.id, o.id, o.after_id FROM outbox o
               WHERE o.id IN (SELECT value FROM json_each(?))
             UNION SELECT up.start, b.id, b.after_id FROM up JOIN outbox b ON b.id = up.after_id),
           down (start, id) AS (
             SELECT start, id FROM up WHERE after_id IS NULL
             UNION SELECT down.start, o.id FROM down JOIN outbox o ON o.after_id = down.id)
           SELECT down.start, sum(o.state = 'sent'), count(*)
           FROM down JOIN outbox o ON o.id = down.id
           WHERE o.state NOT IN ('cancelled', 'rejected') OR o.id = down.start
           GROUP BY down.start HAVING count(*) > 1""",
        (json.dumps(numbers),),
    )
    return {row[0]: Thread(row[1], row[2]) for row in found}
