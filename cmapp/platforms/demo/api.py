"""The calls to the demo server, and what befalls them on the way: faults become errors here.

Each call opens the network once. Lists come newest first, with the token of what is older.
"""

from __future__ import annotations

import threading
from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from typing import Any, TypeVar

from cmapp.connectors.base import text_key
from cmapp.connectors.paging import Batch
from cmapp.domain.actions import MODERATION
from cmapp.domain.errors import (
    Flaky,
    Garbled,
    Missing,
    Offline,
    Rejected,
    SignInNeeded,
    Throttled,
    Uncertain,
)
from cmapp.system import failpoint

from .deeds import done, known
from .network import Network
from .state import Entry, Event, Fault, Held, Person, State
from .view import Seen, of_entry, of_held, of_notice, of_person

T = TypeVar("T")

Call = Callable[[Network, str, Any], Batch[Seen]]
"""(network, who asks, token) → one page of a list."""

LONGEST_WAIT = 3600.0
"""However long a server asks us to stay away: one hour at most (seconds)."""
UNSAID_WAIT = 60.0
_DAY = 86_400_000


def inbox(network: Network, who: str, token: Any) -> Batch[Seen]:
    """Return what `who` was told of others' doings, messages apart."""
    return _read(network, "inbox", lambda state: _notices(state, network, who, token))


def messages(network: Network, who: str, token: Any) -> Batch[Seen]:
    """Return the messages to and from `who`; deleted ones too, as such."""

    def ask(state: State) -> Batch[Seen]:
        mine = [e for e in state.posts.values() if e.kind == "message"]
        return _entries(state, network, who, mine, token)

    return _read(network, "messages", ask)


def own_posts(network: Network, who: str, token: Any) -> Batch[Seen]:
    """Return what `who` published or answered in public; deleted ones too, as such."""

    def ask(state: State) -> Batch[Seen]:
        mine = [e for e in state.posts.values() if e.author == who and e.kind != "message"]
        return _entries(state, network, who, mine, token)

    return _read(network, "own_posts", ask)


_TOLD = 100 * _DAY
"""For how long back a day's followers are told (ms)."""
_LOST = range(23, 26)
"""Days before the network was made of which its count was lost, as happens to real ones."""


def profile(network: Network, whom: str, *, who: str = "") -> Seen:
    """Return what everyone sees of a person, by id or handle. Raises Missing.

    To themselves (`who`) also `followers_by_day`: [[a day's end, how many], …] until the network
    was made, as platforms tell their owners.
    """

    def ask(state: State) -> Seen:
        try:
            person = state.person(whom)
        except KeyError:
            raise Missing("unknown_handle", handle=whom) from None
        said = [e for e in state.posts.values() if e.author == person.id and e.kind != "message"]
        by_day = _followers_by_day(state, person) if person.id == who else []
        return {
            **of_person(person),
            "followers_by_day": by_day,
            "following": sum(one == person.id for one, _ in state.follows),
            "posts": sum(e.deleted_at is None and e.at <= network.now for e in said),
        }

    return _read(network, "profile", ask)


def _followers_by_day(state: State, person: Person) -> list[list[int]]:
    """Return how many followed at the end of each day (UTC) since somebody first did."""
    firsts: dict[str, int] = {}
    for n in state.notices:
        if n.to == person.id and n.kind == "follow":
            firsts.setdefault(n.actor, n.at)
    came = sorted(firsts.values())
    if not came or person.followers is None:
        return []
    lost = {(state.anchor // _DAY - n) * _DAY for n in _LOST}
    first = max(came[0], state.anchor - _TOLD) // _DAY * _DAY + _DAY
    return [
        [end, person.followers - (len(came) - bisect_right(came, end))]
        for end in range(first, state.anchor // _DAY * _DAY + 1, _DAY)
        if end not in lost
    ]


def thread(network: Network, who: str, post: str, token: Any) -> Batch[Seen]:
    """Return the thread that a post is in, oldest first. Raises Missing: never heard of it."""

    def ask(state: State) -> Batch[Seen]:
        entry = state.posts.get(post)
        if entry is None or not state.may_see(who, entry, network.now):
            raise Missing("post_gone", post=post)
        seen = [e for e in state.thread(post) if state.may_see(who, e, network.now)]
        start, size = int(token or 0), 2 * state.options.page
        more = start + size < len(seen)
        page = tuple(of_entry(state, e, network.now) for e in seen[start : start + size])
        return Batch(page, start + size if more else None)

    return _read(network, "thread", ask)


def perform(network: Network, request: Event) -> Seen:
    """Have a request done, and return the entry that it made or was about.

    Raises:
        Offline, Throttled, SignInNeeded, Rejected, Missing: it was not done.
        Uncertain: no answer came.
    """
    failpoint.reached("net.sent")
    with network.opened() as state:
        fault = _take_fault(network, state, request["verb"], write=True)
        now = network.now
        if fault is None or fault.kind in ("slow", "key_ignored", "at_once"):
            changed = {"key_ignored": {"forget_key": True}, "at_once": {"at_once": True}}
            asked = {**request, **changed.get(fault.kind if fault else "", {})}
            answer = _apply(network, state, asked, now)
        else:
            _befall_write(network, state, fault, request, now)
            raise AssertionError(fault.kind)
    if fault and fault.kind == "slow":
        _pause(network, fault.seconds)
    failpoint.reached("net.response")
    return answer


def find(network: Network, request: Event, since: int, taken: Collection[str] = ()) -> Seen | None:
    """Return what `request` made, where it was made and is there to be seen; else None.

    `since`: when its first attempt began (UTC ms). Where the server keeps the keys, the key
    tells; else text, author and parent do, from five minutes before that on, `taken` ones apart.
    """

    def ask(state: State) -> Seen | None:
        if request["verb"] in MODERATION:
            so = _moderated(state, request)
            return {"id": request["post"] or request["person"]} if so else None
        if request["verb"] == "unschedule":
            return None if request["post"] in state.held else {"id": request["post"]}
        made = request["verb"] == "create"
        entry = _made(state, request, since, network.now, taken) if made else _so(state, request)
        if entry is None and made and request.get("at"):
            held = _kept(state, request)
            return of_held(held) if held else None
        return of_entry(state, entry, network.now) if entry else None

    return _read(network, "find", ask)


def held_until(network: Network, ref: str) -> int | None:
    """Return until when the scheduler holds a post (UTC ms); None where it does not."""

    def ask(state: State) -> int | None:
        return state.held[ref].at if ref in state.held else None

    return _read(network, "held", ask)


def again(network: Network, who: str, posts: Sequence[str]) -> list[Seen]:
    """Return entries by id; deleted ones as such, those of which `who` knows nothing left out."""

    def ask(state: State) -> list[Seen]:
        there = [state.posts[one] for one in posts if one in state.posts]
        now = network.now
        return [of_entry(state, e, now) for e in there if state.may_see(who, e, now)]

    return _read(network, "again", ask)


def _read(network: Network, verb: str, ask: Callable[[State], T]) -> T:
    with network.opened() as state:
        fault = _take_fault(network, state, verb, write=False)
        answer = ask(state) if fault is None or fault.kind == "slow" else None
        now = network.now
    if fault is None:
        return answer  # type: ignore[return-value]  # T may itself allow None
    match fault.kind:
        case "slow":
            _pause(network, fault.seconds)
            return answer  # type: ignore[return-value]
        case "offline":
            raise Offline
        case "throttle":
            raise _throttled(fault, now)
        case "sign_in":
            raise SignInNeeded("token_refused")
        case "garbled":
            raise Garbled("not_json")
        case "server_error":
            raise Flaky("server_error", status=500)
        case _:
            raise Flaky("connection_cut")


def _befall_write(network: Network, state: State, fault: Fault, request: Event, now: int) -> None:
    """Raise what the fault makes of a write, after doing what it leaves done."""
    match fault.kind:
        case "offline":
            raise Offline
        case "throttle":
            raise _throttled(fault, now)
        case "sign_in":
            raise SignInNeeded("token_refused")
        case "refuse":
            raise Rejected(field="text", reason="refused")
        case "drop_before":
            raise Uncertain("connection_cut")
        case "server_error":
            raise Uncertain("server_error", status=500)
        case "late":
            due = now + int(fault.seconds * 1000)
            later = {"op": "later", "id": state.count, "due": due, "request": dict(request)}
            network.append([later])
            raise Uncertain("no_answer")
        case "hidden":
            _apply(network, state, {**request, "hidden": fault.seconds}, now)
            raise Uncertain("no_answer")
        case "late_key":
            _apply(network, state, {**request, "key_after": fault.seconds}, now)
            raise Uncertain("no_answer")
        case "apply_drop":
            _apply(network, state, request, now)
            raise Uncertain("connection_cut")
        case "apply_error":
            _apply(network, state, request, now)
            raise Uncertain("server_error", status=500)
        case "garbled":
            _apply(network, state, request, now)
            raise Uncertain("garbled_answer")


def _apply(network: Network, state: State, request: Event, now: int) -> Seen:
    made = request["verb"] == "create"
    before = known(state, request, now) if made else request.get("post")
    events = done(state, request, now)
    network.append(events)
    if request["verb"] in MODERATION:
        return {"id": before or request["person"]}
    if request["verb"] == "unschedule":
        return {"id": request["post"]}
    there = before or str(events[0]["id"])
    if there in state.held:
        return of_held(state.held[there])
    return of_entry(state, state.posts[there], now)


def _take_fault(network: Network, state: State, verb: str, *, write: bool) -> Fault | None:
    """Return the oldest fault that befalls this request, and note that it was spent."""
    fits = ("any", "write" if write else "read", verb)
    fault = next((f for _, f in sorted(state.faults.items()) if f.on in fits), None)
    if fault:
        network.append([{"op": "spent", "fault": fault.id}])
    return fault


def _throttled(fault: Fault, now: int) -> Throttled:
    seconds = min(max(fault.seconds or UNSAID_WAIT, 1.0), LONGEST_WAIT)
    return Throttled(until=now + int(seconds * 1000))


def _pause(network: Network, seconds: float) -> None:
    network.clock.wait(threading.Event(), seconds)


def _made(
    state: State, request: Event, since: int, now: int, taken: Collection[str]
) -> Entry | None:
    """Return what a `create` made, the newest first."""
    for entry in reversed(list(state.posts.values())):
        if entry.author != request["who"] or entry.deleted_at or entry.seen_from > now:
            continue
        if entry.id in taken:
            continue
        if state.options.keys == "honoured":
            same = entry.key == request["key"]
        else:
            same = (
                text_key(entry.text) == text_key(request["text"])
                and entry.parent == request.get("parent")
                and entry.at >= since - 300_000
            )
        if same:
            return entry
    return None


def _kept(state: State, request: Event) -> Held | None:
    """Return what the scheduler holds for a `create`."""
    for held in state.held.values():
        asked = held.request
        if state.options.keys == "honoured":
            same = asked.get("key") == request["key"]
        else:
            there, wanted = (
                (one["who"], text_key(one["text"]), one["at"]) for one in (asked, request)
            )
            same = there == wanted
        if same:
            return held
    return None


def _so(state: State, request: Event) -> Entry | None:
    """Return the entry if it is already as the request wants it."""
    entry, who = state.posts.get(request["post"]), request["who"]
    if entry is None:
        return None
    match request["verb"]:
        case "delete":
            so = entry.deleted_at is not None
        case "edit":
            so = text_key(entry.text) == text_key(request["text"])
        case "like":
            so = who in entry.likes
        case "unlike":
            so = who not in entry.likes
        case "repost":
            so = who in entry.reposts
        case _:
            so = who not in entry.reposts
    return entry if so else None


def _moderated(state: State, request: Event) -> bool:
    """Tell whether a deed of moderation is done, as far as the network lets us look."""
    verb, pair = request["verb"], (request["who"], request["person"])
    match verb:
        case "mute" | "unmute":
            return (pair in state.mutes) is (verb == "mute")
        case "block" | "unblock":
            return (pair in state.blocks) is (verb == "block")
        case "report":
            kept = state.options.keys == "honoured"
            return kept and any(c.key == request["key"] for c in state.complaints)
        case _:
            entry = state.posts.get(request["post"])
            return entry is not None and entry.hidden is (verb == "hide")


def _notices(state: State, network: Network, who: str, token: Any) -> Batch[Seen]:
    """Return one page of notices, newest first; the token is the last one's number."""
    mine = [
        n
        for n in reversed(state.notices)
        if n.to == who
        and n.kind != "message"
        and (token is None or n.number < token)
        and (n.post is None or state.may_see(who, state.posts[n.post], network.now))
    ]
    size = state.options.page
    page = tuple(of_notice(state, n, network.now) for n in mine[:size])
    return Batch(page, mine[size - 1].number if len(mine) > size else None)


def _entries(
    state: State, network: Network, who: str, entries: list[Entry], token: Any
) -> Batch[Seen]:
    """Return one page of entries, newest first; the token is the last one's time and id."""
    seen = sorted(
        (e for e in entries if state.may_see(who, e, network.now)),
        key=lambda e: (e.at, e.id),
        reverse=True,
    )
    if token is not None:
        seen = [e for e in seen if (e.at, e.id) < (token[0], token[1])]
    size = state.options.page
    page = tuple(of_entry(state, e, network.now) for e in seen[:size])
    return Batch(page, [seen[size - 1].at, seen[size - 1].id] if len(seen) > size else None)
