"""What a pull brings: the normalised shapes of what people said and did.

Every platform's JSON ends here. Times are UTC milliseconds. `None` means *unknown*, never zero.
Remote ids are the platform's own, opaque strings; they are unique within one realm.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What an interaction is. The first four wait for an answer."""

    MENTION = "mention"
    REPLY = "reply"
    COMMENT = "comment"
    MESSAGE = "message"
    QUOTE = "quote"
    REVIEW = "review"
    REACTION = "reaction"
    REPOST = "repost"
    FOLLOW = "follow"
    OTHER = "other"


NEEDS_REPLY = (Kind.MENTION, Kind.REPLY, Kind.COMMENT, Kind.MESSAGE)


@dataclass(frozen=True, slots=True)
class Profile:
    """A person or a brand as the platform shows them. A count that is None is not told.

    `followed`: (UTC ms, followers) of times past, where a platform tells its owner.
    """

    remote_id: str
    handle: str
    name: str = ""
    avatar: str | None = None
    url: str | None = None
    bio: str | None = None
    followers: int | None = None
    following: int | None = None
    posts: int | None = None
    followed: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Media:
    """A picture, film or sound that hangs on a post. `kind` is image, video, audio or other."""

    kind: str
    url: str
    preview: str | None = None
    alt: str | None = None
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of plain text that means something: `kind` is link, mention or tag.

    `start` and `end` count Python characters of the text; `target` is the address, handle or tag.
    """

    start: int
    end: int
    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class Post:
    """Something said: a post, a comment or a message (`kind`).

    `parent` and `root` are remote ids. `can_reply` is what the platform tells this account today:
    False with `no_reply_why` when it may not answer, None when the platform does not say.
    `reply_until` is when the platform's reply window closes. `counts` holds replies, likes,
    reposts, quotes; an absent or None entry is unknown.
    """

    remote_id: str
    author: Profile
    text: str
    created_at: int
    kind: str = "post"
    parent: str | None = None
    root: str | None = None
    uri: str | None = None
    url: str | None = None
    lang: str | None = None
    visibility: str = "public"
    edited_at: int | None = None
    spans: tuple[Span, ...] = ()
    media: tuple[Media, ...] = ()
    counts: Mapping[str, int | None] = field(default_factory=dict)
    can_reply: bool | None = None
    no_reply_why: str | None = None
    reply_until: int | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    """What the connector itself will need to act on this post (Bluesky's cid …). JSON."""


@dataclass(frozen=True, slots=True)
class Interaction:
    """Someone did something towards us.

    `remote_key` tells this interaction from every other of the account: `post:<remote id>` where
    the post itself is the deed (mention, reply, comment, message, quote), so that a thing which
    arrives by two ways is one; the platform's notification id or `<kind>:<actor>:<target>`
    otherwise. `target` is the remote id of the post of ours that it is about.
    """

    remote_key: str
    kind: Kind
    actor: Profile
    created_at: int
    post: Post | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Gone:
    """The platform says that this post does not exist (any more)."""

    remote_id: str


Record = Profile | Post | Interaction | Gone


def said(post: Post, kind: Kind, *, target: str | None = None) -> Interaction:
    """Return the interaction that consists of somebody's saying `post`."""
    return Interaction(
        remote_key=f"post:{post.remote_id}",
        kind=kind,
        actor=post.author,
        created_at=post.created_at,
        post=post,
        target=target if target is not None else post.parent,
    )
