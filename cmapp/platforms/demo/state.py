"""What the demo network knows: a fold of its log, and nothing else.

`State.take` is the only way in. Every event is a JSON object with an `op`; the same log gives the
same state in every process, so the log is the network.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

Event = Mapping[str, Any]

HOUR = 3600 * 1000

_HANDLE = re.compile(r"(?<![\w@/])@([\w.]{1,64})")


@dataclass(frozen=True, slots=True)
class Person:
    """Someone on the network. `brand` marks the accounts that belong to the shop: ours."""

    id: str
    handle: str
    name: str
    bio: str = ""
    followers: int | None = None
    brand: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A post, a comment or a message (`kind`), as the server keeps it. Times are UTC ms.

    `author` and `to` are ids of people; `seen_from` is when it becomes visible; `key` is what its
    author's program called the deed. `locked` and `closes` (end of the reply window) belong to
    the thread and are kept by its first entry.
    """

    id: str
    author: str
    text: str
    at: int
    kind: str = "post"
    parent: str | None = None
    root: str | None = None
    quote: str | None = None
    to: tuple[str, ...] = ()
    lang: str | None = None
    media: tuple[Mapping[str, Any], ...] = ()
    seen_from: int = 0
    key: str | None = None
    edited_at: int | None = None
    deleted_at: int | None = None
    locked: bool = False
    closes: int | None = None
    likes: frozenset[str] = frozenset()
    reposts: frozenset[str] = frozenset()
    hidden: bool = False
    visibility: str = "public"
    spoiler: str = ""
    poll: Mapping[str, Any] | None = None

    @property
    def top(self) -> str:
        """The id of the first entry of its thread."""
        return self.root or self.id


@dataclass(frozen=True, slots=True)
class Notice:
    """The server's word to one of our accounts that someone did something towards it."""

    number: int
    to: str
    kind: str
    actor: str
    at: int
    post: str | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that goes wrong for the next `count` requests that fit. See `Network.fault`."""

    id: int
    kind: str
    on: str
    count: int
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Complaint:
    """What one of our accounts told the network's moderators."""

    id: str
    by: str
    person: str
    post: str | None
    category: str
    note: str
    at: int
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """A deed that the server has done, by the name its program gave it."""

    post: str
    at: int
    known_from: int


@dataclass(frozen=True, slots=True)
class Held:
    """A post that the network's scheduler holds until `at` (UTC ms): the request that makes it."""

    id: str
    at: int
    request: Event


@dataclass(frozen=True, slots=True)
class Options:
    """How the network treats a deed that is sent twice, how it pages, and what it holds for later.

    `keys`: `honoured`; `none` (the platform has no such thing and says so); `ignored` (it says
    that it honours them, and does not). Seconds for `settle`, `key_life` and `lag`, by which the
    scheduler is late. `scheduler`: `honoured`; `none`; `ignored` (it says that it has one, and
    publishes at once).
    """

    keys: str = "honoured"
    settle: float = 2.0
    looks: int = 2
    key_life: float = 3600.0
    page: int = 20
    most_characters: int = 500
    message_window_hours: float = 24.0
    scheduler: str = "honoured"
    lag: float = 0.0


@dataclass(slots=True)
class State:
    """The network at one moment. Belongs to one `Network` and lives under its lock."""

    seed: int = 0
    anchor: int = 0
    options: Options = field(default_factory=Options)
    people: dict[str, Person] = field(default_factory=dict)
    handles: dict[str, str] = field(default_factory=dict)
    posts: dict[str, Entry] = field(default_factory=dict)
    children: dict[str, list[str]] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    keys: dict[str, Key] = field(default_factory=dict)
    mutes: set[tuple[str, str]] = field(default_factory=set)
    blocks: set[tuple[str, str]] = field(default_factory=set)
    follows: set[tuple[str, str]] = field(default_factory=set)
    complaints: list[Complaint] = field(default_factory=list)
    faults: dict[int, Fault] = field(default_factory=dict)
    later: dict[int, tuple[int, Event]] = field(default_factory=dict)
    held: dict[str, Held] = field(default_factory=dict)
    came_of: dict[str, str] = field(default_factory=dict)
    """What was held → the post that came of it."""
    held_ever: int = 0
    count: int = 0

    def take(self, event: Event) -> None:
        """Take one event of the log. An `op` of a newer program is passed over."""
        self.count += 1
        match event["op"]:
            case "made":
                self.seed, self.anchor = event["seed"], event["anchor"]
            case "options":
                self.options = replace(self.options, **event["set"])
            case "person":
                person = Person(**_without_op(event))
                self.people[person.id] = person
                self.handles[person.handle.casefold()] = person.id
            case "post":
                self._posted(event)
            case "edit":
                self._change(event["post"], text=event["text"], edited_at=event["at"])
            case "delete":
                self._change(event["post"], deleted_at=event["at"])
            case "lock":
                self._change(self.posts[event["post"]].top, locked=event["locked"])
            case "window":
                self._change(self.posts[event["post"]].top, closes=event["until"])
            case "like" | "unlike" | "repost" | "unrepost":
                self._reacted(event)
            case "follow":
                self._notice(event["whom"], "follow", event["who"], event["at"])
                self._followed(event["who"], event["whom"])
            case "mute":
                self.mutes.add((event["who"], event["person"]))
            case "unmute":
                self.mutes.discard((event["who"], event["person"]))
            case "block":
                self.blocks.add((event["who"], event["person"]))
            case "unblock":
                self.blocks.discard((event["who"], event["person"]))
            case "hide" | "unhide":
                self._change(event["post"], hidden=event["op"] == "hide")
            case "report":
                self.complaints.append(Complaint(**_without_op(event)))
            case "fault":
                fault = Fault(**_without_op(event))
                self.faults[fault.id] = fault
            case "spent":
                fault = self.faults.pop(event["fault"])
                if fault.count > 1:
                    self.faults[fault.id] = replace(fault, count=fault.count - 1)
            case "clear":
                self.faults.clear()
            case "hold":
                self._hold(Held(event["id"], event["at"], event["request"]), event["now"])
            case "unhold":
                self.held.pop(event["id"], None)
            case "publish":
                self.held.pop(event["id"], None)
                self.came_of[event["id"]] = event["post"]
            case "later":
                self.later[event["id"]] = (event["due"], event["request"])
            case "ripe":
                self.later.pop(event["id"], None)

    def _followed(self, who: str, whom: str) -> None:
        if (who, whom) not in self.follows:
            self.follows.add((who, whom))
            person = self.people[whom]
            self.people[whom] = replace(person, followers=(person.followers or 0) + 1)

    def person(self, who: str) -> Person:
        """Return a person by id or by handle, with or without `@`. Raises KeyError."""
        if who in self.people:
            return self.people[who]
        return self.people[self.handles[who.removeprefix("@").casefold()]]

    def mentions(self, text: str) -> list[str]:
        """Return the ids of the people whom a text names."""
        found = (self.handles.get(m.rstrip(".").casefold()) for m in _HANDLE.findall(text))
        return list(dict.fromkeys(who for who in found if who))

    def thread(self, post: str) -> list[Entry]:
        """Return all entries of the thread that `post` is in, oldest first."""
        top = self.posts[post].top
        return [self.posts[top], *(self.posts[p] for p in self.children.get(top, ()))]

    def may_see(self, who: str, entry: Entry, now: int) -> bool:
        """Tell whether a person sees an entry now; whether it was deleted is another matter."""
        private = entry.kind == "message" and who != entry.author and who not in entry.to
        return entry.seen_from <= now and not private

    def replies_to(self, post: str, now: int) -> list[Entry]:
        """Return what answers an entry directly and is there to be seen."""
        return [
            e
            for e in map(self.posts.__getitem__, self.children.get(self.posts[post].top, ()))
            if e.parent == post and e.deleted_at is None and e.seen_from <= now
        ]

    def _hold(self, held: Held, now: int) -> None:
        self.held[held.id] = held
        self.held_ever += 1
        if held.request.get("key"):
            known_from = now + int(1000 * held.request.get("key_after", 0))
            self.keys.setdefault(held.request["key"], Key(held.id, now, known_from))

    def _change(self, post: str, **changes: Any) -> None:
        self.posts[post] = replace(self.posts[post], **changes)

    def _posted(self, event: Event) -> None:
        made = _without_op(event)
        known_from = made.pop("key_from", 0)
        made["to"], made["media"] = tuple(made.get("to", ())), tuple(made.get("media", ()))
        entry = Entry(**made)
        self.posts[entry.id] = entry
        if entry.root:
            self.children.setdefault(entry.root, []).append(entry.id)
        if entry.key:
            self.keys.setdefault(entry.key, Key(entry.id, entry.at, known_from))
        author = self.people[entry.author]
        if entry.kind == "message":
            if not author.brand and self.options.message_window_hours:
                until = entry.at + int(self.options.message_window_hours * HOUR)
                self._change(entry.top, closes=until)
            for who in entry.to:
                self._notice(who, "message", author.id, entry.at, entry.id, entry.parent)
            return
        told: set[str] = set()
        for who, kind, target in self._concerned(entry):
            if who not in told:
                told.add(who)
                self._notice(who, kind, author.id, entry.at, entry.id, target)

    def _concerned(self, entry: Entry) -> Iterable[tuple[str, str, str | None]]:
        """Yield who is told of an entry, as what, and about which post; the first word counts."""
        if entry.parent:
            parent = self.posts[entry.parent]
            yield parent.author, "reply" if parent.parent else "comment", parent.id
        if entry.quote:
            yield self.posts[entry.quote].author, "quote", entry.quote
        for who in self.mentions(entry.text):
            yield who, "mention", entry.parent

    def _reacted(self, event: Event) -> None:
        who, post = event["who"], event["post"]
        entry = self.posts[post]
        match event["op"]:
            case "like":
                self._change(post, likes=entry.likes | {who})
                self._notice(entry.author, "reaction", who, event["at"], None, post)
            case "unlike":
                self._change(post, likes=entry.likes - {who})
            case "repost":
                self._change(post, reposts=entry.reposts | {who})
                self._notice(entry.author, "repost", who, event["at"], None, post)
            case "unrepost":
                self._change(post, reposts=entry.reposts - {who})

    def _notice(
        self,
        to: str,
        kind: str,
        actor: str,
        at: int,
        post: str | None = None,
        target: str | None = None,
    ) -> None:
        """Tell one of our accounts; what our own accounts do is told to none of them.

        Nor what somebody does whom that account has muted or blocked.
        """
        if (to, actor) in self.mutes or (to, actor) in self.blocks:
            return
        if self.people[to].brand and not self.people[actor].brand:
            number = len(self.notices) + 1
            self.notices.append(Notice(number, to, kind, actor, at, post, target))


def _without_op(event: Event) -> dict[str, Any]:
    return {name: value for name, value in event.items() if name != "op"}
