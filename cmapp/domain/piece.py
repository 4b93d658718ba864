"""A piece of writing as the checks see it: one wording for one account, and what is around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as made
from typing import Any

from cmapp.domain.actions import Attachment
from cmapp.domain.limits import Limits
from cmapp.domain.sheets import Audience, Brand, Cadence, Norms


@dataclass(frozen=True, slots=True)
class Cap:
    """A cap and how much of it is used up without this piece. `scope`: an account or audience."""

    scope: str
    cadence: Cadence
    day: int
    week: int


@dataclass(frozen=True, slots=True)
class DayOff:
    """A public holiday or a day of mourning on which the piece is planned."""

    name: str
    mourning: bool


@dataclass(frozen=True, slots=True)
class Earlier:
    """A text that went out from the same account, or waits to; `at` is UTC ms."""

    text: str
    at: int
    waits: bool


@dataclass(frozen=True, slots=True)
class Around:
    """What is known around a piece. `complaints`: of the last day, and a usual day's.

    `minute` is the clock at which it goes out. `siblings` are the wordings of its other segments
    for the same account.
    """

    brand: Brand = made(default_factory=Brand)
    norms: Norms = made(default_factory=Norms)
    audience: Audience = made(default_factory=Audience)
    caps: tuple[Cap, ...] = ()
    sensitive: tuple[str, ...] = ()
    insults: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    days_off: tuple[DayOff, ...] = ()
    panic: bool = False
    complaints: tuple[int, float] = (0, 0.0)
    earlier: tuple[Earlier, ...] = ()
    siblings: tuple[str, ...] = ()
    minute: int = 720


@dataclass(frozen=True, slots=True)
class Piece:
    """One wording for one account, as it would go out. `at`: its plan (UTC ms), None for now."""

    text: str
    media: tuple[Attachment, ...] = ()
    options: Mapping[str, Any] = made(default_factory=dict, hash=False)
    brief: Mapping[str, Any] = made(default_factory=dict, hash=False)
    limits: Limits | None = None
    platform: str = ""
    account: str = ""
    segment: str = ""
    at: int | None = None
    reply: bool = False
    around: Around = made(default_factory=Around)

    def parts(self) -> Iterator[tuple[str, int, str]]:
        """Yield all words that others will read: which part, the how manieth, the words."""
        yield "text", 0, self.text
        for name in ("spoiler", "first_comment"):
            if words := self.options.get(name):
                yield name, 0, str(words)
        poll = self.options.get("poll")
        for n, words in enumerate(poll.get("options", ()) if isinstance(poll, Mapping) else ()):
            yield "poll", n, str(words)
        for n, one in enumerate(self.media):
            if one.alt:
                yield "media", n, one.alt


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a check points at: characters `start` to `end` of part `n` of `field`.

    `field` "" stands for the check's own. Facts are JSON values; `words` is what stands there.
    """

    start: int = 0
    end: int = 0
    words: str = ""
    field: str = ""
    n: int = 0
    facts: Mapping[str, Any] = made(default_factory=dict, hash=False)
