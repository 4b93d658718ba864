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
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Poll:
    """A question with `options` to choose from, open for `seconds` from when it is published."""

    options: tuple[str, ...]
    seconds: int
    multiple: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """The post that a deed is about, with what its platform needs to point at it.

    `facts` is the `Post.facts` of the post as it was stored; `root`, `root_facts` and
    `root_author` belong to the first post of its thread where the platform wants that too
    (Bluesky). A deed on a person has their remote id in `author`, and no `remote_id` where it
    was no post that led to it.
    """

    remote_id: str
    author: str = ""
    handle: str = ""
    visibility: str = "public"
    facts: Mapping[str, Any] = field(default_factory=dict)
    root: str | None = None
    root_facts: Mapping[str, Any] = field(default_factory=dict)
    root_author: str = ""


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
    poll: Poll | None = None
    at: int = 0
    """UTC ms: the platform's own scheduler is to hold it until then; 0: publish now."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to `target`; to a message when the target's visibility is `direct`.

    The next part of a thread and a first comment are answers, too: to a post of ours that is not
    out yet. Their target has no `remote_id` until the row before (`outbox.after_id`) is sent.
    """

    target: Target
    text: str
    media: tuple[Attachment, ...] = ()
    visibility: str = "public"
    lang: str | None = None
    spoiler: str = ""
    made_at: int = 0
    poll: Poll | None = None


@dataclass(frozen=True, slots=True)
class Unschedule:
    """Take a post back from the platform's own scheduler. `ref`: what the scheduler calls it."""

    ref: str


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


@dataclass(frozen=True, slots=True)
class Mute:
    """See no more of the author of `target`, who is not told.

    `reason` is the desk's own, here and in all of moderation: it never leaves this machine.
    """

    target: Target
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Unmute:
    """Take a mute back."""

    target: Target
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Have no dealings with the author of `target`, in both directions."""

    target: Target
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Unblock:
    """Take a block back."""

    target: Target
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Tell the platform's moderators of a post, or of its author where there is no post.

    `category` is one of `CATEGORIES`; `note` is what the moderators are told in words.
    """

    target: Target
    category: str = "other"
    note: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Hide:
    """Hide an answer of somebody else's that stands under a post of ours."""

    target: Target
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Unhide:
    """Show a hidden answer again."""

    target: Target
    reason: str = ""


Moderation = Mute | Unmute | Block | Unblock | Report | Hide | Unhide
Action = (
    Publish | Reply | Unschedule | Edit | Delete | Like | Unlike | Repost | Unrepost | Moderation
)
KINDS: dict[str, type[Any]] = {
    "publish": Publish,
    "reply": Reply,
    "unschedule": Unschedule,
    "edit": Edit,
    "delete": Delete,
    "like": Like,
    "unlike": Unlike,
    "repost": Repost,
    "unrepost": Unrepost,
    "mute": Mute,
    "unmute": Unmute,
    "block": Block,
    "unblock": Unblock,
    "report": Report,
    "hide": Hide,
    "unhide": Unhide,
}
"""Name in the outbox → type of the action."""
NAMES = {made: name for name, made in KINDS.items()}
MODERATION = ("mute", "unmute", "block", "unblock", "report", "hide", "unhide")
OPPOSITES = {"mute": "unmute", "block": "unblock", "hide": "unhide"}
"""What takes a deed of moderation back; a report cannot be."""
CATEGORIES = ("spam", "abuse", "misleading", "sexual", "illegal", "rules", "other")
"""Why something is reported, in words that each platform has a word for."""


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
    if made.get("poll"):
        made["poll"] = Poll(**{**made["poll"], "options": tuple(made["poll"]["options"])})
    action: Action = KINDS[name](**made)
    return action
