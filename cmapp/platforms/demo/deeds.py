"""What the demo server does with a request to change something: request → events, or a refusal.

A request is a JSON object, so that one which is to be done later can lie in the log meanwhile.
"""

from __future__ import annotations

from typing import Any

from cmapp.domain.errors import Missing, Rejected

from .state import Entry, Event, Held, State

LEAST_AHEAD = 300_000
"""How far ahead (ms) the scheduler is told of a post, at least."""
ON_PEOPLE = ("mute", "unmute", "block", "unblock")


def done(state: State, request: Event, now: int) -> list[dict[str, Any]]:
    """Return the events that fulfil `request`; none where it is fulfilled already.

    Raises:
        Missing: what it is about is not there.
        Rejected: the platform does not allow it.
    """
    verb, who = request["verb"], request["who"]
    if verb == "create":
        return _create(state, request, now)
    if verb == "unschedule":
        held = state.held.get(request["post"])
        if held is None or held.request["who"] != who:
            raise Missing("not_held", post=request["post"])
        return [{"op": "unhold", "id": held.id}]
    if verb in ON_PEOPLE:
        return _on_person(state, request)
    if verb == "report":
        return _report(state, request, now)
    gone = state.posts.get(request["post"])
    if verb == "delete" and gone and gone.deleted_at is not None and gone.author == who:
        return []
    entry = visible(state, who, request["post"], now)
    match verb:
        case "edit":
            _own(entry, who)
            _fits(state, request["text"])
            if entry.text == request["text"]:
                return []
            return [{"op": "edit", "post": entry.id, "text": request["text"], "at": now}]
        case "delete":
            _own(entry, who)
            return [{"op": "delete", "post": entry.id, "at": now}]
        case "like" | "unlike" | "repost" | "unrepost":
            there = who in (entry.likes if verb.endswith("like") else entry.reposts)
            if there is not verb.startswith("un"):
                return []
            return [{"op": verb, "who": who, "post": entry.id, "at": now}]
        case "hide" | "unhide":
            if state.posts[entry.top].author != who or entry.author == who:
                raise Rejected(field="target", reason="not_our_thread")
            if entry.hidden is (verb == "hide"):
                return []
            return [{"op": verb, "post": entry.id}]
    raise Rejected(field="verb", reason="unknown")


def visible(state: State, who: str, post: str, now: int) -> Entry:
    """Return an entry that `who` may see. Raises Missing."""
    entry = state.posts.get(post)
    if entry is None or entry.deleted_at is not None or not state.may_see(who, entry, now):
        raise Missing("post_gone", post=post)
    return entry


def why_no_reply(state: State, entry: Entry, now: int) -> str | None:
    """Return why nobody of ours may answer an entry now: `locked`, `window_closed` or None."""
    top = state.posts[entry.top]
    if top.locked:
        return "locked"
    if top.closes is not None and top.closes <= now:
        return "window_closed"
    return None


def known(state: State, request: Event, now: int) -> str | None:
    """Return the id of what this very request made before, where the server remembers its key."""
    key = state.keys.get(request.get("key") or "")
    if key is None or state.options.keys != "honoured" or request.get("forget_key"):
        return None
    alive = key.known_from <= now < key.at + state.options.key_life * 1000
    made = state.came_of.get(key.post, key.post)
    return made if alive and (made in state.posts or made in state.held) else None


def published(state: State, held: Held) -> list[dict[str, Any]]:
    """Return the events by which the scheduler publishes what it holds; none where it cannot."""
    request = {**held.request, "at": 0, "forget_key": True}
    try:
        made = _create(state, request, held.at)
    except (Missing, Rejected):
        return [{"op": "unhold", "id": held.id}]
    return [*made, {"op": "publish", "id": held.id, "post": made[0]["id"]}]


def _create(state: State, request: Event, now: int) -> list[dict[str, Any]]:
    if known(state, request, now):
        return []
    if request["text"].strip() or not request.get("media"):
        _fits(state, request["text"])
    if request.get("at") and state.options.scheduler != "ignored" and not request.get("at_once"):
        return [_held(state, request, now)]
    made: dict[str, Any] = {
        "op": "post",
        "id": f"d{1001 + len(state.posts)}",
        "author": request["who"],
        "text": request["text"],
        "at": now,
        "lang": request.get("lang"),
        "media": list(request.get("media", ())),
        "visibility": request.get("visibility", "public"),
        "spoiler": request.get("spoiler", ""),
        "poll": request.get("poll"),
        "key": request.get("key") if state.options.keys != "none" else None,
        "seen_from": now + int(1000 * request.get("hidden", 0)),
        "key_from": now + int(1000 * request.get("key_after", 0)),
    }
    if request.get("parent"):
        parent = visible(state, request["who"], request["parent"], now)
        why = why_no_reply(state, parent, now)
        if why:
            raise Rejected(field="target", reason=why)
        made |= {"kind": "comment", "parent": parent.id, "root": parent.top}
        if parent.kind == "message":
            everyone = dict.fromkeys((parent.author, *parent.to))
            everyone.pop(request["who"], None)
            made |= {"kind": "message", "to": list(everyone)}
    return [made]


def _held(state: State, request: Event, now: int) -> dict[str, Any]:
    if state.options.scheduler == "none":
        raise Rejected(field="at", reason="not_offered")
    if request["at"] < now + LEAST_AHEAD:
        raise Rejected(field="at", reason="too_soon")
    kept = {name: value for name, value in request.items() if name not in ("hidden", "forget_key")}
    name = f"s{1 + state.held_ever}"
    return {"op": "hold", "id": name, "at": request["at"], "now": now, "request": kept}


def _on_person(state: State, request: Event) -> list[dict[str, Any]]:
    """Mute, block, or take it back."""
    verb, who, person = request["verb"], request["who"], request["person"]
    if person not in state.people:
        raise Missing("person_gone", person=person)
    pairs = state.mutes if verb.endswith("mute") else state.blocks
    if ((who, person) in pairs) is not verb.startswith("un"):
        return []
    return [{"op": verb, "who": who, "person": person}]


def _report(state: State, request: Event, now: int) -> list[dict[str, Any]]:
    """File a complaint, once per key where the network honours keys."""
    key = request.get("key") if state.options.keys != "none" else None
    if state.options.keys == "honoured" and any(c.key == key for c in state.complaints):
        return []
    if request["person"] not in state.people:
        raise Missing("person_gone", person=request["person"])
    made = {"id": f"c{1 + len(state.complaints)}", "by": request["who"], "at": now, "key": key}
    told = {name: request[name] for name in ("person", "post", "category", "note")}
    return [{"op": "report", **made, **told}]


def _own(entry: Entry, who: str) -> None:
    if entry.author != who:
        raise Rejected(field="target", reason="not_yours")


def _fits(state: State, text: str) -> None:
    """The server's own, rougher look at a text: it counts characters, as real ones do."""
    if not text.strip():
        raise Rejected(field="text", reason="empty")
    if len(text) > 4 * state.options.most_characters:
        limit = state.options.most_characters
        raise Rejected(field="text", reason="too_long", limit=limit, size=len(text))
