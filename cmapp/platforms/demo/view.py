"""What the demo server answers: its state as JSON, the way one account may see it."""

from __future__ import annotations

from typing import Any

from .deeds import why_no_reply
from .state import Entry, Held, Notice, Person, State

Seen = dict[str, Any]
"""A JSON object of the server's answer; `shape.py` reads it."""


def of_person(person: Person) -> Seen:
    """Return a person as everyone sees them."""
    return {
        "id": person.id,
        "handle": person.handle,
        "name": person.name,
        "bio": person.bio,
        "followers": person.followers,
    }


def of_entry(state: State, entry: Entry, now: int) -> Seen:
    """Return an entry; of a deleted one only that it was there."""
    if entry.deleted_at is not None:
        return {"id": entry.id, "created_at": entry.at, "deleted": True}
    why = why_no_reply(state, entry, now)
    top = state.posts[entry.top]
    return {
        "id": entry.id,
        "created_at": entry.at,
        "deleted": False,
        "author": of_person(state.people[entry.author]),
        "text": entry.text,
        "kind": entry.kind,
        "parent": entry.parent,
        "root": entry.root,
        "quote": entry.quote,
        "lang": entry.lang,
        "edited_at": entry.edited_at,
        "media": list(entry.media),
        "visibility": entry.visibility,
        "spoiler": entry.spoiler,
        "poll": dict(entry.poll) if entry.poll else None,
        "mentions": [state.people[who].handle for who in state.mentions(entry.text)],
        "can_reply": why is None,
        "no_reply_why": why,
        "reply_until": top.closes,
        "counts": {
            "replies": len(state.replies_to(entry.id, now)),
            "likes": len(entry.likes),
            "reposts": len(entry.reposts),
        },
    }


def of_held(held: Held) -> Seen:
    """Return what the scheduler holds."""
    return {"id": held.id, "held_until": held.at}


def of_notice(state: State, notice: Notice, now: int) -> Seen:
    """Return a notice, with the entry that it is about where it is one."""
    post = state.posts[notice.post] if notice.post else None
    return {
        "id": notice.number,
        "kind": notice.kind,
        "created_at": notice.at,
        "actor": of_person(state.people[notice.actor]),
        "post": of_entry(state, post, now) if post else None,
        "target": notice.target,
    }
