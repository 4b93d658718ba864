"""When the clock was set: spans that stand in the database as moments are moved along with it."""

from __future__ import annotations

from cmapp.store.database import Tx

LONGEST = 86_400_000
"""No row waits for longer than this (ms) but for its planned time."""


def shift(tx: Tx, by: int) -> int:
    """Move by `by` (ms) what was counted from a clock that was set by as much.

    Planned times stay: a row waits for them by the clock as it is. Returns how many rows moved.
    """
    moved = tx.db.execute(
        """UPDATE outbox SET first_at = first_at + ?, last_at = last_at + ?,
             not_before = CASE WHEN not_before > coalesce(planned_at, 0)
               THEN max(not_before + ?, coalesce(planned_at, 0)) ELSE not_before END
           WHERE state IN ('ready', 'sending', 'uncertain', 'review')
             AND (first_at IS NOT NULL OR not_before > coalesce(planned_at, 0))""",
        (by, by, by),
    ).rowcount
    for name in ("due_at", "parked_until"):
        tx.db.execute(
            f"UPDATE accounts SET {name} = max(0, {name} + ?) WHERE {name} > 0",
            (by,),
        )
    tx.touch("outbox")
    tx.touch("accounts")
    return moved


def clamp(tx: Tx, *, now: int) -> int:
    """Bring back rows that wait for longer than anything does; returns how many.

    What began in the future began now: a key that may have been sent then is as old as it can be
    told, and its platform's settle time is waited for once more.
    """
    changed = tx.db.execute(
        """UPDATE outbox SET not_before = max(?, coalesce(planned_at, 0)),
             last_at = min(coalesce(last_at, ?), ?)
           WHERE state IN ('ready', 'uncertain')
             AND not_before > max(?, coalesce(planned_at, 0)) + ?""",
        (now, now, now, now, LONGEST),
    ).rowcount
    changed += tx.db.execute(
        "UPDATE outbox SET last_at = ? WHERE state IN ('sending', 'uncertain') AND last_at > ?",
        (now, now),
    ).rowcount
    changed += tx.db.execute(
        "UPDATE accounts SET parked_until = ? WHERE parked_until > ?", (now, now + LONGEST)
    ).rowcount
    if changed:
        tx.touch("outbox")
    return changed
