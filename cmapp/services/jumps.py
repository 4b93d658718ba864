"""What happens to a clock: the laptop wakes from sleep, somebody sets the time, the zone changes.

The wall clock, the time awake and the time in all are looked at side by side. Where they differ
the laptop slept, or the clock was set: what was counted as a span (until a server may be asked
again, until a row in doubt is looked for) moves with the clock; what is planned for a time stays
where it is, and is late or not by the clock as it is now (P12, N5).
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

from cmapp.services.desk import Desk
from cmapp.store import accounts, clock_changes
from cmapp.store.database import Tx
from cmapp.system.clock import Clock

log = logging.getLogger(__name__)

LEAST = 5_000
"""Milliseconds that are no jump: clocks are put right by little all the time."""


@dataclass(frozen=True, slots=True)
class Jump:
    """What happened since the last look, in milliseconds: `slept`, and `set_by` (back: below 0)."""

    slept: int = 0
    set_by: int = 0


class Watch:
    """Compares the clocks from look to look. Used by one thread."""

    def __init__(self, clock: Clock) -> None:
        """Look for the first time."""
        self._clock = clock
        self._last = self._read()

    def _read(self) -> tuple[int, int, int]:
        clock = self._clock
        return clock.now(), round(clock.monotonic() * 1000), round(clock.elapsed() * 1000)

    def look(self) -> Jump | None:
        """Return what happened to the clock since the last look; None where nothing did."""
        before, self._last = self._last, self._read()
        wall, awake, all_ = (now - then for now, then in zip(self._last, before, strict=True))
        slept = all_ - awake if all_ - awake > LEAST else 0
        set_by = wall - all_ if abs(wall - all_) > LEAST else 0
        return Jump(slept, set_by) if slept or set_by else None


def follow(desk: Desk, jump: Jump) -> None:
    """Let spans that are under way be as long as they were before the clock was set."""
    log.info("the clock: slept %s s, set by %s s", jump.slept // 1000, jump.set_by // 1000)
    if jump.set_by:
        desk.store.write(lambda tx: clock_changes.shift(tx, jump.set_by))
    drop_connections(desk)


def drop_connections(desk: Desk) -> None:
    """Forget connections that died while we slept, and how long each rests by the old clock.

    A deed on a connection that is dead would be in doubt.
    """
    for account in desk.accounts():
        lane = desk.lane(account.id)
        if lane.acquire(blocking=False):  # one that is under way finds out for itself
            try:
                desk.links.drop(account.id)
            finally:
                lane.release()


def settle(desk: Desk) -> None:
    """At start: bring back what was counted by a clock that has been put right since then.

    Nobody saw it being set, so only what cannot be is changed: spans longer than there are any.
    """
    interval = desk.settings.sync_minutes * 60_000

    def go(tx: Tx) -> None:
        now = desk.now()
        clock_changes.clamp(tx, now=now)
        for account in accounts.every(tx.db):
            if account.due_at > now + interval + LEAST:
                accounts.change(tx, account.id, due_at=now)

    desk.store.write(go)
