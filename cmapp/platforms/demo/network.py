"""The demo network itself, and the handles by which tests and the story move its world.

It stands for a remote server, so its state is not the program's: it lies in an append-only log of
its own (`PROFILE/demo-network/log.jsonl`), outlives every process that talks to it, and is shared
by all of them under a file lock. One line of the log is one transaction; a line without its end
was torn by a kill, never answered for, and is cut off by whoever writes next.

    world = Network(profile / FOLDER)
    post = world.say("@mei", "还有货吗？", parent=ours)
    world.edit(post, "…"); world.delete(post); world.lock(post); world.close_window(post)
    world.fault("apply_drop"); world.fault("throttle", seconds=9e9); world.fault("offline", 3)
    assert len(world.replies_to(post)) == 1
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock

from cmapp.domain.errors import Trouble
from cmapp.system.clock import Clock

from .deeds import done, published
from .seed import first_events
from .state import Complaint, Entry, Event, Held, Notice, Options, Person, State

FOLDER = "demo-network"
"""The folder's name within a profile."""
DEFAULT_SEED = 7

FAULTS = {
    "offline": "any",  # nothing leaves this machine
    "slow": "any",  # `seconds` pass, then all is well
    "sign_in": "any",  # the server no longer knows the token
    "throttle": "any",  # 429; `seconds` is its Retry-After (0: none), however absurd
    "server_error": "any",  # 500, and nothing was done
    "garbled": "any",  # an HTML page instead of an answer; a write was done all the same
    "drop_before": "write",  # the cable is cut before the request arrives
    "apply_drop": "write",  # done, and the cable is cut before the answer arrives
    "apply_error": "write",  # done, and answered with 500
    "refuse": "write",  # 422, and nothing was done
    "late": "write",  # no answer; done `seconds` later
    "hidden": "create",  # done, no answer; nobody sees it for `seconds`
    "late_key": "create",  # done, no answer; the key is remembered only `seconds` later
    "key_ignored": "create",  # this once the key is not looked at
    "at_once": "create",  # this once what is to be held for later is published at once
}
"""Kind → which requests it befalls unless told otherwise: `any`, `read`, `write` or one verb."""


class _Lock:
    """The lock on the log, among processes; threads of one process queue for it without polling.

    A wait that polls sleeps, and a sleep fails where the clock of the whole process is bent
    (faketime).
    """

    _here: dict[str, threading.RLock] = {}  # noqa: RUF012 - one for each file, for all who open it
    _making = threading.Lock()

    def __init__(self, path: Path) -> None:
        with self._making:
            self._mine = self._here.setdefault(str(path), threading.RLock())
        self._file = FileLock(path, timeout=60)

    def __enter__(self) -> None:
        self._mine.acquire()
        try:
            self._file.acquire()
        except BaseException:
            self._mine.release()
            raise

    def __exit__(self, *_: object) -> None:
        try:
            self._file.release()
        finally:
            self._mine.release()


class Network:
    """One demo network. Any thread and any process may hold one; each call is a transaction."""

    def __init__(self, folder: Path, *, clock: Clock | None = None) -> None:
        self.folder = folder
        self.clock = clock or Clock()
        self._log = folder / "log.jsonl"
        self._lock = _Lock(folder / "lock")
        self._state = State()
        self._offset = 0
        self._mark: tuple[int, bytes] = (0, b"")

    @classmethod
    def make(
        cls,
        folder: Path,
        *,
        seed: int = DEFAULT_SEED,
        empty: bool = False,
        anchor: int | None = None,
        more: int = 0,
        season: bool = False,
        clock: Clock | None = None,
        **options: Any,
    ) -> Network:
        """Make a network anew, in place of one that may be there.

        `empty`: only our two accounts and a few people, nothing said. All times of the people's
        doings count back from `anchor` (UTC ms, default now). `more` people's interactions come
        on top, of every sort. `season`: with months before, as a newcomer meets it. `options` are
        those of `Options`.
        """
        network = cls(folder, clock=clock)
        network._make(
            seed=seed, empty=empty, anchor=anchor, more=more, season=season, options=options
        )
        return network

    # How it is: what tests and the story look at.

    @property
    def now(self) -> int:
        """The server's clock, UTC ms."""
        return self.clock.now()

    def people(self) -> list[Person]:
        """Return everyone."""
        with self.opened() as state:
            return list(state.people.values())

    def brands(self) -> list[Person]:
        """Return the accounts that are ours."""
        return [p for p in self.people() if p.brand]

    def options(self) -> Options:
        """Return how the network behaves."""
        with self.opened() as state:
            return state.options

    def posts(self, author: str | None = None) -> list[Entry]:
        """Return what is there to be seen, oldest first; of one author where one is named."""
        with self.opened() as state:
            who = state.person(author).id if author else None
            return [
                e
                for e in state.posts.values()
                if e.deleted_at is None and e.seen_from <= self.now and who in (None, e.author)
            ]

    def post(self, post: str) -> Entry:
        """Return one entry, deleted or not. Raises KeyError."""
        with self.opened() as state:
            return state.posts[post]

    def replies_to(self, post: str) -> list[Entry]:
        """Return what answers an entry directly and has not been deleted."""
        with self.opened() as state:
            return state.replies_to(post, self.now)

    def notices(self, to: str) -> list[Notice]:
        """Return what one of our accounts was told, oldest first."""
        with self.opened() as state:
            who = state.person(to).id
            return [n for n in state.notices if n.to == who]

    def muted(self, by: str, whom: str) -> bool:
        """Tell whether one of our accounts has muted someone."""
        with self.opened() as state:
            return (state.person(by).id, state.person(whom).id) in state.mutes

    def blocked(self, by: str, whom: str) -> bool:
        """Tell whether one of our accounts has blocked someone."""
        with self.opened() as state:
            return (state.person(by).id, state.person(whom).id) in state.blocks

    def complaints(self, by: str) -> list[Complaint]:
        """Return what one of our accounts reported, oldest first."""
        with self.opened() as state:
            who = state.person(by).id
            return [c for c in state.complaints if c.by == who]

    def held(self) -> list[Held]:
        """Return what the scheduler holds, by its time."""
        with self.opened() as state:
            return sorted(state.held.values(), key=lambda one: (one.at, one.id))

    # What happens in the world: none of it meets a fault.

    def say(
        self,
        author: str,
        text: str,
        *,
        parent: str | None = None,
        quote: str | None = None,
        to: str | Iterable[str] = (),
        at: int | None = None,
        name: str = "",
    ) -> str:
        """Let someone post, answer (`parent`), quote, or write a message (`to`); return its id.

        A handle that nobody has yet becomes a new person. A colleague's answer is said by the
        handle of one of our accounts.
        """
        with self.opened() as state:
            now = self.now
            events: list[Event] = []
            who = self._person(state, author, name, events)
            made: dict[str, Any] = {
                "op": "post",
                "id": f"d{1001 + len(state.posts)}",
                "author": who,
                "text": text,
                "at": now if at is None else at,
                "quote": quote,
            }
            people = [to] if isinstance(to, str) else to
            if people:
                made |= {"kind": "message", "to": [state.person(p).id for p in people]}
            if parent:
                above = state.posts[parent]
                made |= {"kind": "comment", "parent": parent, "root": above.top}
                if above.kind == "message":
                    both = dict.fromkeys((above.author, *above.to))
                    both.pop(who, None)
                    made |= {"kind": "message", "to": list(both)}
            self.append([*events, made])
            return str(made["id"])

    def edit(self, post: str, text: str) -> None:
        """Let the author change an entry."""
        self._happen({"op": "edit", "post": post, "text": text, "at": self.now})

    def delete(self, post: str) -> None:
        """Let the author take an entry down."""
        self._happen({"op": "delete", "post": post, "at": self.now})

    def unhold(self, ref: str) -> None:
        """Let somebody take a post out of the scheduler elsewhere: in a browser, say."""
        self._happen({"op": "unhold", "id": ref})

    def hasten(self, ref: str) -> None:
        """Let the time come of what the scheduler has under `ref`."""
        with self.opened() as state:
            held = state.held[ref]
            told = {"op": "hold", "id": ref, "at": self.now, "now": self.now}
            self.append([{"op": "unhold", "id": ref}, {**told, "request": held.request}])

    def lock(self, post: str, *, locked: bool = True) -> None:
        """Close the thread that an entry is in to answers, or open it again."""
        self._happen({"op": "lock", "post": post, "locked": locked})

    def close_window(self, post: str, *, until: int | None = None) -> None:
        """Let the time in which the thread may be answered end now, or at `until` (UTC ms)."""
        self._happen({"op": "window", "post": post, "until": self.now if until is None else until})

    def react(self, who: str, post: str, verb: str = "like") -> None:
        """Let someone `like`, `unlike`, `repost` or `unrepost` an entry."""
        with self.opened() as state:
            events: list[Event] = []
            person = self._person(state, who, "", events)
            deed = {"op": verb, "who": person, "post": post, "at": self.now}
            self.append([*events, deed])

    def follow(self, who: str, whom: str) -> None:
        """Let someone follow one of our accounts."""
        with self.opened() as state:
            events: list[Event] = []
            person = self._person(state, who, "", events)
            target = state.person(whom).id
            self.append([*events, {"op": "follow", "who": person, "whom": target, "at": self.now}])

    def fault(
        self, kind: str, count: int = 1, *, on: str | None = None, seconds: float = 0.0
    ) -> None:
        """Let the next `count` requests that fit go wrong; see `FAULTS`. Raises KeyError."""
        befalls = FAULTS[kind] if on is None else on
        with self.opened() as state:
            self.append(
                [
                    {
                        "op": "fault",
                        "id": state.count,
                        "kind": kind,
                        "on": befalls,
                        "count": count,
                        "seconds": seconds,
                    }
                ]
            )

    def clear_faults(self) -> None:
        """Let everything go well from now on."""
        self._happen({"op": "clear"})

    def set_options(self, **options: Any) -> None:
        """Change how the network behaves; names as in `Options`. Raises TypeError."""
        Options(**options)
        self._happen({"op": "options", "set": options})

    # The log.

    @contextmanager
    def opened(self) -> Iterator[State]:
        """Hold the lock, with the state as the log now has it; `append` changes it."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self._lock:
            if not self._log.exists():
                self._make(seed=DEFAULT_SEED, empty=False, anchor=None, season=True, options={})
            self._catch_up()
            self._ripen()
            yield self._state

    def append(self, events: Iterable[Event]) -> None:
        """Write one transaction and take it. Only while `opened`; durable when it returns."""
        events = list(events)
        if not events:
            return
        line = json.dumps(events, ensure_ascii=False).encode() + b"\n"
        with self._log.open("r+b") as file:
            file.seek(self._offset)
            file.truncate()
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
        self._offset += len(line)
        for event in events:
            self._state.take(event)

    def _make(
        self,
        *,
        seed: int,
        empty: bool,
        anchor: int | None,
        options: dict[str, Any],
        more: int = 0,
        season: bool = False,
    ) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        Options(**options)
        start = self.now if anchor is None else anchor
        events = first_events(seed, start, empty=empty, more=more, season=season)
        if options:
            events.insert(1, {"op": "options", "set": options})
        fresh = self.folder / "log.new"
        with self._lock:
            with fresh.open("wb") as file:
                for event in events:
                    file.write(json.dumps([event], ensure_ascii=False).encode() + b"\n")
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self._log)

    def _catch_up(self) -> None:
        """Read what other processes wrote since this one last looked."""
        with self._log.open("rb") as file:
            status = os.fstat(file.fileno())
            # A network made anew: another file, which may have been given the old one's number.
            mark = (status.st_ino, file.readline())
            if mark != self._mark or status.st_size < self._offset:
                self._state, self._offset, self._mark = State(), 0, mark
            file.seek(self._offset)
            for line in file:
                if not line.endswith(b"\n"):
                    break
                for event in json.loads(line):
                    self._state.take(event)
                self._offset += len(line)

    def _ripen(self) -> None:
        """Do what was to be done later and has fallen due."""
        for number, (due, request) in sorted(self._state.later.items()):
            if due > self.now:
                continue
            try:
                events = done(self._state, request, due)
            except Trouble:
                events = []
            self.append([*events, {"op": "ripe", "id": number}])
        due_at = self.now - int(1000 * self._state.options.lag)
        for held in sorted(self._state.held.values(), key=lambda one: (one.at, one.id)):
            if held.at <= due_at:
                self.append(published(self._state, held))

    def _happen(self, event: Event) -> None:
        with self.opened():
            self.append([event])

    def _person(self, state: State, who: str, name: str, events: list[Event]) -> str:
        """Return the id of a person, who is made (in `events`) where nobody has that handle."""
        try:
            return state.person(who).id
        except KeyError:
            handle = who.removeprefix("@")
            made = {
                "op": "person",
                "id": f"u{len(state.people) + 1}",
                "handle": handle,
                "name": name or handle,
            }
            events.append(made)
            return str(made["id"])
