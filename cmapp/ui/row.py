"""What the window needs from its first picture on, as values: rows, the situation, texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Place = tuple[int, ...]
"""Where a row stands in the order of its view; means nothing to the window."""


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One thing that somebody did towards us.

    `emptied`: `text` says why there are no words any more.
    `due_at` is when the answer is due, None where none is; `closes_at` when the platform takes
    none any more. `wake_at`: snoozed until then; `woke`: why it is open again. `lane` and
    `priority` as in `store.inbox`. `more` is how many others are like it, or did the same;
    `group` names them all to the commands ({} where it stands alone). A `crowd` is one row for
    all of them; what is alike has a row each.
    """

    id: int
    account: str
    platform: str
    kind: str
    name: str
    handle: str
    text: str
    created_at: int
    state: str
    due_at: int | None = None
    about: str = ""
    pending: str = ""
    place: Place = ()
    needs_reply: bool = True
    lane: int = 2
    priority: int = 0
    vip: bool = False
    labels: tuple[str, ...] = ()
    assignee: str = ""
    signals: tuple[str, ...] = ()
    wake_at: int | None = None
    woke: str = ""
    closes_at: int | None = None
    emptied: str = ""
    more: int = 0
    group: Mapping[str, Any] = field(default_factory=dict)

    @property
    def crowd(self) -> bool:
        """Whether this one row stands for all of its group."""
        return self.more > 0 and "target" in self.group


@dataclass(frozen=True, slots=True)
class Situation:
    """Where we stand: `network` is `online` or `none`; the switches are the person's own.

    `waiting` would leave now if it could; `ahead` waits for a planned time that is still to come.
    """

    network: str = "online"
    flight_since: int | None = None
    paused_since: int | None = None
    needs_reply: int = 0
    overdue: int = 0
    waiting: int = 0
    ahead: int = 0
    held: int = 0
    busy: str = ""
    engine: bool = True

    @property
    def leaving(self) -> bool:
        """Whether a reply that is sent now goes out now."""
        return self.network == "online" and self.flight_since is None and self.paused_since is None


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in a composer. `media` are (path, alt text) pairs.

    `more` is what a post has beside them, by the names that `drafts.save` takes: `variants`
    ({account, segment, text, media, options}), `options`, `brief`, `title` …
    """

    text: str
    account: str
    media: tuple[tuple[str, str], ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether nothing stands there."""
        own = any(v.get("text") or v.get("media") for v in self.more.get("variants") or ())
        return not (self.text.strip() or self.media or own)
