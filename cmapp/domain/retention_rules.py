"""How long things are kept: a rule for each kind, and what each platform demands of copies.

Nothing that the person made is removed. What is removed of others is their words, pictures and
names; that something was said, when, and what became of it stays as a number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

DAY = 86_400_000
HOUR = 3_600_000
LEAST, MOST = 1, 36_500
"""Days that a rule may be set to."""
GRACE = 14 * DAY
"""So long nothing is removed after the rules began to hold for a profile: they are read first."""
SECOND_THOUGHTS = DAY
"""So long a rule that was changed removes nothing more than before: a slip can be undone."""

Kind = Literal[
    "items", "messages", "posts", "deleted", "profiles", "media", "logs", "undo", "reports"
]
"""items: what others said to us, closed. messages: the same in private. posts: what others said
around it. deleted: what its author took down. profiles: people nobody deals with any more. media:
files that nothing uses. logs: of the program. undo: what a deed changed, so that it can be taken
back. reports: the list of those that were made (the files stay where they were put)."""

DEFAULTS: Mapping[Kind, int | None] = {
    "items": 730,
    "messages": 365,
    "posts": 365,
    "deleted": 30,
    "profiles": 1_095,
    "media": 30,
    "logs": 30,
    "undo": 30,
    "reports": None,
}
"""Kind → days until it may go, None: it is kept for ever."""
KINDS: tuple[Kind, ...] = tuple(DEFAULTS)


@dataclass(frozen=True, slots=True)
class Demand:
    """What a platform's terms ask of copies, in ms; None where they ask nothing.

    `verify`: what was not seen there for so long is not shown until it is seen again, and goes
    when it is not. `deleted`: the words of what was deleted there go within it. `source` and `sure`
    say where this stands and whether the page itself was read.
    """

    verify: int | None = None
    deleted: int | None = None
    source: str = ""
    sure: bool = False


PLATFORMS: Mapping[str, Demand] = {
    "mastodon": Demand(source="no contract; servers pass deletions on", sure=True),
    "bluesky": Demand(source="no contract; docs.bsky.app asks to honour deletions", sure=True),
    "demo": Demand(source="no contract", sure=True),
    "byhand": Demand(source="written down by yourself", sure=True),
    "youtube": Demand(
        verify=30 * DAY, deleted=7 * DAY,
        source="YouTube API Services, Developer Policies III.E.4: at most 30 calendar days, then"
        " refresh or delete; within 7 days of a request",
    ),
    "linkedin": Demand(
        verify=48 * HOUR, deleted=24 * HOUR,
        source="LinkedIn Marketing API, Data Storage Requirements: a member's profile 24 h, social"
        " activity 48 h",
    ),
    "reddit": Demand(
        verify=30 * DAY, deleted=24 * HOUR,
        source="Reddit Data API wiki: remove any user content that has been deleted from Reddit",
        sure=True,
    ),
    "x": Demand(
        verify=30 * DAY, deleted=24 * HOUR,
        source="X Developer Policy: reflect deletions, edits and protection of what is stored"
        " offline",
    ),
    "facebook": Demand(deleted=24 * HOUR, source="Meta Platform Terms 3.d: delete on request"),
    "instagram": Demand(deleted=24 * HOUR, source="Meta Platform Terms 3.d: delete on request"),
    "threads": Demand(deleted=24 * HOUR, source="Meta Platform Terms 3.d: delete on request"),
}  # fmt: skip
"""Platform id → what it demands; a connector takes its row by its id, built yet or not."""

ANY = Demand(source="not known to this version")


def demand(platform: str) -> Demand:
    """Return what a platform demands; nothing where it is not known."""
    return PLATFORMS.get(platform, ANY)


def deleted_after(platform: str, days: int | None) -> int | None:
    """Return after how long (ms) the words of what was deleted go: the shorter of both rules."""
    known = [
        t for t in (demand(platform).deleted, None if days is None else days * DAY) if t is not None
    ]
    return min(known) if known else None


def makes_sense(kind: str, days: object) -> bool:
    """Tell whether a rule may be set so."""
    if kind not in DEFAULTS:
        return False
    return days is None or (type(days) is int and LEAST <= days <= MOST)
