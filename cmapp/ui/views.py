"""What the panes show, as values: made from the store by a reader, drawn by widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cmapp.ui.row import InboxRow as InboxRow
from cmapp.ui.row import Place as Place
from cmapp.ui.row import Situation as Situation
from cmapp.ui.row import Written as Written

if TYPE_CHECKING:
    from cmapp.services.people import Card


@dataclass(frozen=True, slots=True)
class MediaView:
    """A picture or film on a post: what it is and what it shows."""

    kind: str
    alt: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """One thing that happened in a thread after our reply was written."""

    code: str
    at: int | None = None
    who: str = ""
    text: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class OutboxItem:
    """One deed on its way, with everything a person needs to decide about it."""

    id: int
    account: str
    platform: str
    as_name: str
    kind: str
    state: str
    reason: str
    text: str
    made_at: int
    to_name: str = ""
    to_handle: str = ""
    parent_text: str = ""
    item: int | None = None
    not_before: int | None = None
    attempts: int = 0
    sent_at: int | None = None
    url: str = ""
    news: tuple[News, ...] = ()
    media: tuple[MediaView, ...] = ()
    error: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Said:
    """One post of a thread. A reply of ours that has not left is there too, with `pending`.

    `emptied` says why there are no words: `age`, `deleted`, `unverified`.
    """

    id: int
    name: str
    handle: str
    platform: str
    text: str
    created_at: int
    mine: bool = False
    to: str = ""
    edited_at: int | None = None
    deleted: bool = False
    emptied: str = ""
    media: tuple[MediaView, ...] = ()
    likes: int | None = None
    replies: int | None = None
    url: str = ""
    focus: bool = False
    pending: OutboxItem | None = None
    links: tuple[tuple[str, str], ...] = ()
    """What stands there as a link, and the address that it leads to."""


@dataclass(frozen=True, slots=True)
class Thread:
    """A conversation around one inbox item. `can_reply` False has its reason in `why_not`."""

    item: int
    account: str
    platform: str
    as_name: str
    title: str
    kind: str
    state: str
    posts: tuple[Said, ...]
    can_reply: bool = True
    why_not: str = ""
    read_at: int | None = None
    person: PersonView | None = None


@dataclass(frozen=True, slots=True)
class PersonView:
    """What is known about the person at the other end; `known` is what we keep of them."""

    name: str
    handle: str
    platform: str
    bio: str = ""
    followers: int | None = None
    url: str = ""
    messages: int = 0
    first_at: int | None = None
    recent: tuple[tuple[int, str], ...] = ()
    id: int = 0
    known: Card | None = None


@dataclass(frozen=True, slots=True)
class AccountView:
    """One of our accounts. `can` maps what it can do to "" or the reason why not.

    `limits` are the facts of `domain.limits.Limits`.
    """

    id: str
    platform: str
    server: str
    handle: str
    name: str
    state: str
    synced_at: int | None = None
    parked_until: int | None = None
    problem: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    waiting: int = 0
    limits: Mapping[str, Any] = field(default_factory=dict)
    can: Mapping[str, str] = field(default_factory=dict)
    media_most: int = 4


@dataclass(frozen=True, slots=True)
class Trouble:
    """Standing trouble. `account` is "" for the program itself."""

    account: str
    label: str
    code: str
    facts: Mapping[str, Any]
    since: int


@dataclass(frozen=True, slots=True)
class DraftView:
    """A text that has not been queued. `item` is what it answers, if anything.

    `more` as in `Written`. `state`, `wall`, `zone`, `planned_at` as the store has them; `base` is
    its revision.
    """

    id: str
    account: str
    item: int | None
    text: str
    saved_at: int
    to_name: str = ""
    media: tuple[tuple[str, str], ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict)
    base: int = 0
    state: str = "draft"
    stage: str = "draft"
    wall: str = ""
    zone: str = ""
    planned_at: int | None = None
    forked_from: int | None = None

    @property
    def written(self) -> Written:
        """Return it as a composer takes it."""
        return Written(self.text, self.account, self.media, self.more)


@dataclass(frozen=True, slots=True)
class Landing:
    """What became of everything that waited."""

    since: int | None
    until: int
    sent: tuple[OutboxItem, ...] = ()
    held: tuple[OutboxItem, ...] = ()
    uncertain: tuple[OutboxItem, ...] = ()
    rejected: tuple[OutboxItem, ...] = ()
    new: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hit:
    """One found post or deed, and where in its text the words stand. `key` pages behind it."""

    id: int
    account: str
    platform: str
    name: str
    handle: str
    text: str
    created_at: int
    marks: tuple[tuple[int, int], ...] = ()
    item: int | None = None
    key: int = 0
    kind: str = "post"


@dataclass(frozen=True, slots=True)
class Findings:
    """A page of hits; `notes` are (code, part): what of the query was read as plain words."""

    hits: tuple[Hit, ...]
    more: bool
    notes: tuple[tuple[str, str], ...] = ()
