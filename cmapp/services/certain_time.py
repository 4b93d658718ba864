"""Whether it is late enough to remove anything for good: asked of more than this machine's clock.

See `domain/certain_time.py`. What is known is noted in the database, so that it outlives the run.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import asdict
from typing import Any

from cmapp.domain.certain_time import HOUR, TOLERANCE, Known, Now, is_behind, onward
from cmapp.services.desk import Desk
from cmapp.store import marks, retention
from cmapp.store.database import Tx

_MARK = "certain_time"
_RUN = uuid.uuid4().hex
"""Running times of another run of the program are not compared with those of this one."""
_KEEP = HOUR // 6
_FRESH = 24 * 3600.0
"""For how long a server's word on the time counts (seconds of running time)."""


def look(desk: Desk, *, person: bool = False) -> Known:
    """Look at the clocks; note what came of it, and times in which ours was behind.

    `person`: somebody says that this machine's clock is right.
    """
    seen = _seen(desk)
    noted = _noted(desk)
    sure = None if noted is None else int(noted.pop("sure", noted["at"]))
    if noted is None:
        before = Known(_first(desk, seen), "begin", seen.elapsed, seen.elapsed)
    elif noted.pop("run") == _RUN:
        before = Known(**noted)
    else:  # how long the program was closed, nobody has counted
        before = Known(int(noted["at"]), str(noted["by"]), seen.elapsed, seen.elapsed)
    after = onward(before, seen)
    if person:
        after = Known(seen.wall, "person", seen.elapsed, before.began, seen.wall, seen.elapsed)
    behind = is_behind(after, seen)
    confirmed = after.elapsed == after.agreed_elapsed and not behind
    since = seen.wall - (seen.elapsed - after.began)
    if sure is None:
        sure = before.at
    # Later than was counted: how the clock stood in between, closed times among it, nobody knows.
    waited = after.at - before.at - (seen.elapsed - before.elapsed)
    leapt = confirmed and not person and waited > TOLERANCE
    counted_from = sure - TOLERANCE

    def note(tx: Tx) -> None:
        known = {**asdict(after), "run": _RUN, "sure": after.at if confirmed else sure}
        marks.put(tx, _MARK, json.dumps(known))
        if leapt:
            retention.doubt(tx, counted_from, after.at)
        if behind:
            retention.doubt(tx, since, seen.wall)
            retention.doubt_deeds(tx)
        elif confirmed:
            retention.doubts_end(tx, after.at)

    if (
        noted is None
        or after.at - int(noted["at"]) >= _KEEP
        or (before.by, before.why) != (after.by, after.why)
        or person
        or leapt
        or (behind and _is_new(desk, seen.wall))
        or (confirmed and desk.store.read(retention.in_doubt))
    ):
        desk.store.write(note)
    return after


def present(desk: Desk) -> int:
    """Return the latest moment (UTC ms) that has come by every account.

    What is removed for its age counts from here: never by our clock alone.
    """
    return min(look(desk).at, desk.now())


def _is_new(desk: Desk, wall: int) -> bool:
    return not desk.store.read(lambda db: retention.doubted(db, wall))


def _seen(desk: Desk) -> Now:
    elapsed = desk.clock.elapsed()
    heard = [h for h in desk.network.clocks.values() if 0 <= elapsed - h.elapsed <= _FRESH]
    servers = tuple(h.theirs + round((elapsed - h.elapsed) * 1000) for h in heard)
    return Now(desk.now(), round(elapsed * 1000), servers)


def _noted(desk: Desk) -> dict[str, Any] | None:
    said = desk.store.read(lambda db: marks.get(db, _MARK))
    found: dict[str, Any] | None = json.loads(said) if said else None
    return found


def _first(desk: Desk, seen: Now) -> int:
    """Return what has certainly come at the first look: the newest thing of a platform has."""
    newest = desk.store.read(retention.newest)
    return seen.wall if newest is None else min(seen.wall, newest)
