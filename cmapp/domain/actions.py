"""What can be done on a platform: every deed is one of these values, and a row of the outbox.

An action holds all that the deed needs, as it was when the person pressed the button: its text
is frozen. It goes to JSON and back without loss (`to_json`, `from_json`).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of ours that goes out with a post. `path` is a file in the profile's media folder."""

    path: str
    mime: str
    alt: str = ""
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """The post that a deed is about, with what its platform needs to point at it.

    `facts` is the `Post.facts` of the post as it was stored; `root` and `root_facts` belong to
    the first post of its thread where the platform wants that too (Bluesky).
    """

    remote_id: str
    author: str = ""
    handle: str = ""
    visibility: str = "public"
    facts: Mapping[str, Any] = field(default_factory=dict)
    root: str | None = None
    root_facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Publish:
    """A new post of its own."""

    text: str
    media: tuple[Attachment, ...] = ()
    visibility: str = "public"
    lang: str | None = None
    spoiler: str = ""
    made_at: int = 0
    """When the person wrote it, UTC ms: platforms that let us date a post get this one."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to `target`; to a message when the target's visibility is `direct`."""

    target: Target
    text: str
    media: tuple[Attachment, ...] = ()
    visibility: str = "public"
    lang: str | None = None
    spoiler: str = ""
    made_at: int = 0


@dataclass(frozen=True, slots=True)
class Edit:
    """Change the text of one of our posts."""

    target: Target
    text: str


@dataclass(frozen=True, slots=True)
class Delete:
    """Take one of our posts down."""

    target: Target


@dataclass(frozen=True, slots=True)
class Like:
    """Favourite a post."""

    target: Target


@dataclass(frozen=True, slots=True)
class Unlike:
    """Take a favourite back."""

    target: Target


@dataclass(frozen=True, slots=True)
class Repost:
    """Boost a post."""

    target: Target


@dataclass(frozen=True, slots=True)
class Unrepost:
    """Take a boost back."""

    target: Target


Action = Publish | Reply | Edit | Delete | Like | Unlike | Repost | Unrepost
KINDS: dict[str, type[Any]] = {
    "publish": Publish,
    "reply": Reply,
    "edit": Edit,
    "delete": Delete,
    "like": Like,
    "unlike": Unlike,
    "repost": Repost,
    "unrepost": Unrepost,
}
"""Name in the outbox → type of the action."""
NAMES = {made: name for name, made in KINDS.items()}


def to_json(action: Action) -> dict[str, Any]:
    """Return the action as JSON values, without its name (`NAMES[type(action)]`)."""
    return dataclasses.asdict(action)


def from_json(name: str, data: Mapping[str, Any]) -> Action:
    """Return the action that `to_json` wrote. Raises KeyError for an unknown name."""
    made = dict(data)
    if "target" in made:
        made["target"] = Target(**made["target"])
    if "media" in made:
        made["media"] = tuple(Attachment(**a) for a in made["media"])
    action: Action = KINDS[name](**made)
    return action
