"""Grouping what waits by what it says: near-duplicates are one thing to decide on (IN-14).

The engine calls `keep_up` again and again; with nothing new it is one look into an empty index.
"""

from __future__ import annotations

import threading

from cmapp.domain.alike import Crowd, skeleton
from cmapp.services.desk import Desk
from cmapp.store import groups

MOST = 50_000
"""How many of the newest open items are grouped; who has more waiting does other things first."""
CHUNK = 1_000
KEPT = 5_000
"""Up to so many groups are kept in mind between two calls; of more it would cost too much."""
_one_at_a_time = threading.Lock()
_kept: dict[str, tuple[Crowd, int]] = {}


def keep_up(desk: Desk) -> int:
    """Put open items that have no group yet into one; returns how many."""
    done = 0
    if not desk.store.read(lambda db: groups.unplaced(db, after=-1, limit=1)):
        return done
    with _one_at_a_time:
        profile = str(desk.paths.database)
        crowd, known = _kept.pop(profile, (None, 0))
        if crowd is None:
            crowd = Crowd()
            for number, text in desk.store.read(lambda db: groups.leaders(db, most=MOST)):
                if skeleton(text):
                    crowd.lead(number, text)
                    known += 1
        after = desk.store.read(lambda db: groups.beyond(db, MOST))
        while not desk.network.stop.is_set() and (
            found := desk.store.read(
                lambda db, a=after: groups.unplaced(db, after=a, limit=CHUNK)  # type: ignore[misc]
            )
        ):
            placed = [
                (crowd.place(number, text) if skeleton(text) else number, number)
                for number, text in found
            ]
            desk.store.write(lambda tx, p=placed: groups.place(tx, p))  # type: ignore[misc]
            known += sum(leader == number for leader, number in placed)
            done += len(found)
            after = found[-1][0]
        if known <= KEPT:
            _kept[profile] = (crowd, known)
    return done
