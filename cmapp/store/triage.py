"""What people decide about items, many at a time: states, snooze, assignee, priority.

Every change is one statement over all its items. The caller has kept what was before (`deeds`).
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from cmapp.store import deeds, lanes
from cmapp.store.database import Tx

STATE_COLUMNS = ("state", "needs_reply", "done_at", "wake_at", "woke")
"""What `set_state`, `snooze`, `unsnooze` and waking change."""
_CHOSEN = "id IN (SELECT value FROM json_each(?))"


def set_state(tx: Tx, items: Sequence[int], state: str, *, now: int) -> None:
    """Move items to another state; a snooze ends with it."""
    tx.db.execute(
        f"""UPDATE interactions SET state = ?1, wake_at = NULL,
              woke = CASE WHEN state = ?1 AND wake_at IS NULL THEN woke END,
              done_at = CASE WHEN ?1 <> 'done' THEN NULL WHEN state = 'done' THEN done_at
                ELSE ?2 END
            WHERE {_CHOSEN.replace("?", "?3")} AND (state <> ?1 OR wake_at IS NOT NULL)""",
        (state, now, _ids(items)),
    )
    deeds.touch(tx, items)


def snooze(tx: Tx, items: Sequence[int], until: int | None) -> None:
    """Let items rest until `until` (UTC ms), or (None) until their people write again."""
    tx.db.execute(
        f"""UPDATE interactions SET state = 'waiting', wake_at = ?, woke = NULL, done_at = NULL
            WHERE {_CHOSEN}""",
        (until, _ids(items)),
    )
    deeds.touch(tx, items)


def unsnooze(tx: Tx, items: Sequence[int]) -> list[int]:
    """Open those of the items that wait; returns their ids."""
    found = tx.db.execute(
        f"SELECT id FROM interactions WHERE {_CHOSEN} AND state = 'waiting'", (_ids(items),)
    )
    waiting = [int(r[0]) for r in found]
    set_state(tx, waiting, "open", now=0)
    return waiting


def assign(tx: Tx, items: Sequence[int], who: str) -> None:
    """Give items to somebody; an empty name takes them back."""
    tx.db.execute(
        f"UPDATE interactions SET assignee = ? WHERE {_CHOSEN} AND assignee <> ?",
        (who, _ids(items), who),
    )
    deeds.touch(tx, items)


def prioritize(tx: Tx, items: Sequence[int], priority: int) -> None:
    """Raise (1), lower (-1) items by hand, or leave them to the rules (0); their lanes follow."""
    tx.db.execute(f"UPDATE interactions SET priority = ? WHERE {_CHOSEN}", (priority, _ids(items)))
    lanes.again(tx, items)
    deeds.touch(tx, items)


def _ids(items: Sequence[int]) -> str:
    return json.dumps(list(items))
