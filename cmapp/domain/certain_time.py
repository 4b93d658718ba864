"""Which moment has certainly come: for what is removed by its age and cannot be brought back.

The clock of this machine may be years off. So three witnesses are heard: the clock itself, the
Date of our servers' answers, and the time that the machine has been running. Where the clock and
most servers say the same, it is that; between two such words only the time awake is added. What
nobody confirms is waited for: this moment may lag behind the truth, and should never be ahead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

HOUR = 3_600_000
DAY = 24 * HOUR
TOLERANCE = 36 * HOUR
"""By how much two clocks may differ and still say the same day (ms): a zone set wrong, say."""
LEAP = 400 * DAY
"""Further ahead than this (ms) since the last word, one server and the clock are not enough."""


@dataclass(frozen=True, slots=True)
class Known:
    """What was known when it was last looked at. Times are UTC ms.

    `at`: it has certainly come. `by`: `begin` (nobody ever confirmed the clock), `awake` (nobody
    did lately), `server`, `person`. `began`: the running time at the first look of this run of the
    program. `agreed`, `agreed_elapsed`: when a clock was last confirmed in this run, and the
    running time then (ms); None: not yet. `why` says why the clock is not believed: `unheard`,
    `behind`, `ahead`, `moved`, `leap`; "" where it is.
    """

    at: int
    by: str
    elapsed: int
    began: int = 0
    agreed: int | None = None
    agreed_elapsed: int | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Now:
    """What is seen at a look: our clock, the running time, what each server shows now (ms)."""

    wall: int
    elapsed: int
    servers: Sequence[int] = ()


def onward(known: Known, seen: Now) -> Known:
    """Return what is known after a look, of which `known` came before in the same run."""
    least = known.at + max(0, seen.elapsed - known.elapsed)
    word, hosts, why = _agreed(seen)
    if word is not None and known.agreed is not None and known.agreed_elapsed is not None:
        lived = seen.elapsed - known.agreed_elapsed
        if abs(word - known.agreed - lived) > TOLERANCE:
            word, why = None, "moved"  # all clocks at once, and no time has passed
    elif word is not None and word - least > LEAP and hosts < 2 and known.by != "begin":
        word, why = None, "leap"
    if word is None:
        by = known.by if known.by == "begin" else "awake"
        return replace(known, at=least, by=by, elapsed=seen.elapsed, why=why)
    return Known(word, "server", seen.elapsed, known.began, word, seen.elapsed)


def _agreed(seen: Now) -> tuple[int | None, int, str]:
    """Return what our clock and most servers say, how many those are, and why it is nothing."""
    if not seen.servers:
        return None, 0, "unheard"
    same = [theirs for theirs in seen.servers if abs(theirs - seen.wall) <= TOLERANCE]
    if 2 * len(same) > len(seen.servers):
        return min(seen.wall, *same), len(same), ""
    middle = sorted(seen.servers)[len(seen.servers) // 2]
    return None, 0, "behind" if middle > seen.wall else "ahead"


def is_behind(known: Known, seen: Now) -> bool:
    """Tell whether our clock is behind: what is stamped with it looks older than it is."""
    middle = sorted(seen.servers)[len(seen.servers) // 2] if seen.servers else 0
    return seen.wall < max(known.at, middle if known.why == "behind" else 0) - TOLERANCE
