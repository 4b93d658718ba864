"""What a platform's own scheduler holds: rows that go there, stand there, and come back.

`sending → scheduled → sent | review`, and `scheduled → ready | cancelled` once the scheduler has
certainly given the post back.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence

from cmapp.store import outbox, sqlite
from cmapp.store.database import Tx
from cmapp.store.outbox import FROM_HERE, Deed, deed_of
from cmapp.system import failpoint

GRACE = 20_000
"""How long (ms) after the planned time the published post is first looked for."""
DAY = 86_400_000
_OFFERABLE = """state = 'ready' AND ahead_at IS NOT NULL
  AND (replaces_id IS NULL OR NOT EXISTS (
    SELECT 1 FROM outbox r WHERE r.id = outbox.replaces_id AND r.state <> 'cancelled'))"""
"""SQL: the row may go to a scheduler, and the one whose place it takes is back from there."""
_HANDED = "state = 'uncertain' AND kind = 'publish' AND json_extract(action, '$.at') > 0"
"""SQL: the row was offered to a scheduler, and the answer was lost."""


def offers(
    db: sqlite.Connection,
    account_id: str,
    *,
    now: int,
    first: int,
    last: int,
    full: Sequence[int],
    most: int,
) -> list[Deed]:
    """Return rows to offer to the scheduler: planned from `first` to `last`, the next ones first.

    `full`: days (UTC, counted from 1970) on which it takes no more.
    """
    found = db.execute(
        f"""SELECT * FROM outbox WHERE account_id = ? AND {_OFFERABLE}
             AND ahead_at <= ? AND planned_at BETWEEN ? AND ?
             AND planned_at / 86400000 NOT IN (SELECT value FROM json_each(?))
           ORDER BY planned_at, id LIMIT ?""",
        (account_id, now, first, last, json.dumps(list(full)), most),
    )
    return [deed_of(row) for row in found]


def next_offer(db: sqlite.Connection, account_id: str) -> int | None:
    """Return when the next row may be offered (UTC ms)."""
    found = db.execute(
        f"SELECT ahead_at FROM outbox WHERE account_id = ? AND {_OFFERABLE}"
        " ORDER BY ahead_at LIMIT 1",
        (account_id,),
    ).fetchone()
    return int(found[0]) if found is not None else None


def load(db: sqlite.Connection, account_id: str) -> dict[int, int]:
    """Return how many posts the scheduler holds, by day (UTC, counted from 1970)."""
    found = db.execute(
        "SELECT planned_at / 86400000, count(*) FROM outbox"
        " WHERE account_id = ? AND state = 'scheduled' AND planned_at IS NOT NULL GROUP BY 1",
        (account_id,),
    )
    return {row[0]: row[1] for row in found}


def frees_at(db: sqlite.Connection, account_id: str) -> int | None:
    """Return when the scheduler will have published the next of what it holds (UTC ms)."""
    found = db.execute(
        "SELECT min(planned_at) FROM outbox WHERE account_id = ? AND state = 'scheduled'"
        " AND planned_at IS NOT NULL",
        (account_id,),
    ).fetchone()
    return int(found[0]) + GRACE if found[0] is not None else None


def put_off(tx: Tx, account_id: str, *, now: int, first: int, last: int, later: int) -> None:
    """Settle what was due to be offered and was not: all of it, but what is offered right now.

    Planned before `first`: too late for a scheduler, it goes from here. After `last`: once the
    scheduler takes it. The rest: at `later`.
    """
    tx.db.execute(
        f"""UPDATE outbox SET ahead_at = CASE WHEN planned_at < ? THEN NULL
               WHEN planned_at > ? THEN max(? + 1, planned_at - ?) ELSE ? END
           WHERE account_id = ? AND {_OFFERABLE} AND ahead_at <= ?""",
        (first, last, now, last - now, later, account_id, now),
    )
    tx.touch("outbox", account_id)


def offer_later(tx: Tx, row_id: int, *, at: int) -> None:
    """The row is offered again at `at` (UTC ms)."""
    tx.db.execute(
        "UPDATE outbox SET ahead_at = ? WHERE id = ? AND state = 'ready' AND ahead_at IS NOT NULL",
        (at, row_id),
    )


def keep_here(tx: Tx, row_id: int, *, now: int, note: str) -> None:
    """`sending → ready`: the scheduler does not take this one, it goes from here (`note`: why)."""
    tx.db.execute(
        f"""UPDATE outbox SET state = 'ready', ahead_at = NULL, action = {FROM_HERE},
              not_before = max(?, coalesce(planned_at, 0)), attempts = attempts - 1,
              first_at = NULL, notes = json_insert(notes, '$[#]', ?)
            WHERE id = ? AND state = 'sending'""",
        (now, note, row_id),
    )
    tx.touch("outbox")


def scheduled(
    tx: Tx, deed: Deed, *, now: int, ref: str, at: int, recall: str | None, note: str | None
) -> bool:
    """`→ scheduled`: the scheduler has it under `ref` and publishes at `at` (UTC ms).

    `recall`: it is to give it back at once; what was to be dropped before is. False if another
    row has that very entry.
    """
    other = tx.db.execute(
        "SELECT 1 FROM outbox WHERE account_id = ? AND state = 'scheduled' AND server_ref = ?"
        " AND id <> ?",
        (deed.account_id, ref, deed.id),
    ).fetchone()
    if other is not None:
        return False
    tx.db.execute(
        """UPDATE outbox SET state = 'scheduled', server_ref = ?,
             not_before = iif(recall = 'cancel', ?, ?), looks = 0,
             recall = iif(recall = 'cancel', recall, ?), reason = NULL, error_code = NULL,
             error = NULL, settled_at = NULL,
             notes = CASE WHEN ? IS NULL THEN notes ELSE json_insert(notes, '$[#]', ?) END
           WHERE id = ? AND state IN ('ready', 'sending', 'uncertain', 'review')""",
        (ref, now, now if recall else at + GRACE, recall, note, note, deed.id),
    )
    tx.touch("outbox", deed.account_id)
    failpoint.reached("handed.mid")
    return True


def look_later(
    tx: Tx, row_id: int, *, not_before: int, looks: int, note: str | None = None
) -> None:
    """The row stays `scheduled`; it is looked at again at `not_before`."""
    tx.db.execute(
        """UPDATE outbox SET not_before = ?, looks = ?,
             notes = CASE WHEN ? IS NULL OR EXISTS (
               SELECT 1 FROM json_each(notes) WHERE value = ?) THEN notes
               ELSE json_insert(notes, '$[#]', ?) END
           WHERE id = ? AND state = 'scheduled'""",
        (not_before, looks, note, note, note, row_id),
    )
    tx.touch("outbox")


def unresolved(tx: Tx, row_id: int, *, now: int) -> None:
    """`scheduled → review`: neither the entry nor the post is there, and a person decides."""
    tx.db.execute(
        "UPDATE outbox SET state = 'review', reason = 'unresolved', settled_at = ?"
        " WHERE id = ? AND state = 'scheduled'",
        (now, row_id),
    )
    tx.touch("outbox")


def recalled(db: sqlite.Connection, account_id: str, *, now: int) -> list[Deed]:
    """Return the rows that the scheduler is to give back and that may be asked for now."""
    found = db.execute(
        "SELECT * FROM outbox WHERE account_id = ? AND state = 'scheduled' AND recall IS NOT NULL"
        " AND not_before <= ? ORDER BY planned_at, id",
        (account_id, now),
    )
    return [deed_of(row) for row in found]


def in_doubt(db: sqlite.Connection, account_id: str, *, now: int) -> list[Deed]:
    """Return what may be with the scheduler, since the answer was lost; to be looked for now."""
    found = db.execute(
        f"SELECT * FROM outbox WHERE account_id = ? AND {_HANDED} AND not_before <= ? ORDER BY id",
        (account_id, now),
    )
    return [deed_of(row) for row in found]


def next_recall(db: sqlite.Connection, account_id: str) -> int | None:
    """Return when a row is next to be asked back, or looked for to be asked back (UTC ms)."""
    found = db.execute(
        "SELECT min(not_before) FROM outbox WHERE account_id = ?"
        f" AND (state = 'scheduled' AND recall IS NOT NULL OR {_HANDED})",
        (account_id,),
    ).fetchone()
    return int(found[0]) if found[0] is not None else None


def held(db: sqlite.Connection, account_id: str) -> list[Deed]:
    """Return what the scheduler holds, by its time."""
    found = db.execute(
        "SELECT * FROM outbox WHERE account_id = ? AND state = 'scheduled' ORDER BY planned_at, id",
        (account_id,),
    )
    return [deed_of(row) for row in found]


def withdraw(tx: Tx, deed: Deed, *, now: int, reason: str | None = None) -> str:
    """Take a row back: `cancelled`, `recalled` or `too_late`.

    `recalled`: the scheduler holds it and will be asked to give it back; until it certainly has,
    the row stays `scheduled`, and one that takes its place waits. `reason`: as for `cancel`.
    """
    if outbox.cancel(tx, deed, now=now, reason=reason):
        return "cancelled"
    changed = tx.db.execute(
        "UPDATE outbox SET recall = 'cancel', reason = ?, not_before = ?, looks = 0"
        " WHERE id = ? AND state = 'scheduled'",
        (reason, now, deed.id),
    ).rowcount
    if changed:
        outbox.drop_following(tx, deed.id, now=now, reason=reason)
        outbox.give_draft_back(tx, deed, now=now)
    tx.touch("outbox", deed.account_id)
    return "recalled" if changed else "too_late"


def recall_all(tx: Tx, *, now: int, account_id: str | None = None) -> int:
    """Have the schedulers give back all that they hold, to be kept here; returns how many."""
    changed = tx.db.execute(
        "UPDATE outbox SET recall = 'hold', not_before = ?, looks = 0"
        " WHERE state = 'scheduled' AND recall IS NULL AND (? IS NULL OR account_id = ?)",
        (now, account_id, account_id),
    ).rowcount
    tx.touch("outbox", account_id)
    return changed


def leave_all(tx: Tx, *, account_id: str | None = None) -> None:
    """What was not given back yet may stay with the schedulers.

    Not that of an account which rests, or of any while nothing may leave.
    """
    tx.db.execute(
        """UPDATE outbox SET recall = NULL, not_before = coalesce(planned_at, 0) + ?
           WHERE state = 'scheduled' AND recall = 'hold' AND (? IS NULL OR account_id = ?)
             AND NOT EXISTS (SELECT 1 FROM switches WHERE name = 'panic')
             AND account_id IN (SELECT id FROM accounts WHERE state <> 'paused')""",
        (GRACE, account_id, account_id),
    )
    tx.touch("outbox", account_id)


def given_back(tx: Tx, deed: Deed, *, now: int) -> None:
    """`scheduled → cancelled | ready`: the scheduler has certainly given it back.

    It gets a new key: servers remember the old one, and what it stood for is gone.
    """
    there = outbox.by_id(tx.db, deed.id)
    if there is None or there.state != "scheduled" or there.server_ref != deed.server_ref:
        return
    if there.recall == "cancel":
        tx.db.execute(
            "UPDATE outbox SET state = 'cancelled', settled_at = ? WHERE id = ?", (now, deed.id)
        )
        outbox.give_draft_back(tx, there, now=now)
    else:
        tx.db.execute(
            f"""UPDATE outbox SET state = 'ready', key = ?, server_ref = NULL, recall = NULL,
                  looks = 0, attempts = 0, first_at = NULL, last_at = NULL, progress = NULL,
                  not_before = coalesce(planned_at, 0), ahead_at = ?, action = {FROM_HERE}
                WHERE id = ?""",
            (str(uuid.uuid4()), None if there.recall == "local" else now, deed.id),
        )
    tx.touch("outbox", deed.account_id)
    failpoint.reached("back.mid")
