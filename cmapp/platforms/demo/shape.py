"""The demo server's JSON → records. Pure: the same answer gives the same records.

Our own server made it, but it lay in a file since: what lacks anything is Garbled, as with others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from cmapp.connectors import plain
from cmapp.domain.errors import Garbled
from cmapp.domain.records import Gone, Interaction, Kind, Media, Post, Profile, Record, Span, said

T = TypeVar("T")

KINDS = {kind.value: kind for kind in Kind}

_TAG = re.compile(r"(?<!\w)#(\w{1,64})")
_LINK = re.compile(r"https?://[\w./?=&%#~+-]*[\w/]")
_MENTION = re.compile(r"(?<![\w@/])@([\w.]{1,64})")


_LONGEST_ID = 500
_LARGEST = 10**12


def key(seen: Any) -> str:
    """Return what names an entry or a notice in its list. Raises Garbled."""
    found = _of(seen).get("id")
    number = isinstance(found, int) and not isinstance(found, bool)
    return str(found) if number else _id(seen, "id")


def made_at(seen: Any) -> int:
    """Return when an entry or a notice was made, UTC ms. Raises Garbled."""
    return _need(seen, "created_at", int)


def profile(seen: Any) -> Profile:
    """Return a person. Raises Garbled."""
    seen = _of(seen)
    return Profile(
        remote_id=_id(seen, "id"),
        handle=plain.handle(_need(seen, "handle", str)),
        name=plain.line(_need(seen, "name", str)),
        bio=plain.clean(_need(seen, "bio", str)),
        followers=_may(seen, "followers", int),
        following=_may(seen, "following", int),
        posts=_may(seen, "posts", int),
        followed=tuple(_moment(pair) for pair in _may(seen, "followers_by_day", list) or ()),
    )


def post(seen: Any) -> Post | Gone:
    """Return a post, comment or message, or that it is gone. Raises Garbled."""
    seen = _of(seen)
    if _need(seen, "deleted", bool):
        return Gone(_id(seen, "id"))
    remote_id, kind = _id(seen, "id"), _need(seen, "kind", str)
    text = plain.clean(_need(seen, "text", str))
    quote = _short(seen, "quote")
    facts: dict[str, Any] = {"quote": quote} if quote else {}
    if spoiler := plain.line(_may(seen, "spoiler", str) or ""):
        facts["spoiler"] = spoiler
        text = f"{spoiler}\n\n{text}" if text else spoiler
    if poll := _may(seen, "poll", dict):
        facts["poll"] = [plain.line(option) for option in _texts(poll, "options")]
    counts = _need(seen, "counts", dict)
    return Post(
        remote_id=remote_id,
        author=profile(seen.get("author")),
        text=text,
        created_at=made_at(seen),
        kind=plain.line(kind, 40),
        parent=_short(seen, "parent"),
        root=_short(seen, "root"),
        lang=_short(seen, "lang"),
        visibility="direct" if kind == "message" else _id(seen, "visibility"),
        edited_at=_may(seen, "edited_at", int),
        spans=spans(text, _texts(seen, "mentions")),
        media=tuple(
            Media(
                kind="video" if _need(picture, "mime", str).startswith("video/") else "image",
                url=f"demo:{remote_id}/{number}",
                alt=_may(picture, "alt", str),
                width=_may(picture, "width", int),
                height=_may(picture, "height", int),
            )
            for number, picture in enumerate(_need(seen, "media", list))
        ),
        counts={str(name): _count(counts, name) for name in counts},
        can_reply=_may(seen, "can_reply", bool),
        no_reply_why=_short(seen, "no_reply_why"),
        reply_until=_may(seen, "reply_until", int),
        facts=facts,
    )


def message(seen: Any, own_id: str) -> Record:
    """Return a message: an interaction where somebody else wrote it, else our post."""
    made = post(seen)
    if isinstance(made, Gone) or made.author.remote_id == own_id:
        return made
    return said(made, Kind.MESSAGE)


def notice(seen: Any) -> tuple[Record, ...]:
    """Return what a notice says; a kind that we do not know becomes `other`. Raises Garbled."""
    seen = _of(seen)
    kind = KINDS.get(_need(seen, "kind", str), Kind.OTHER)
    target = _short(seen, "target")
    if seen.get("post") is not None:
        made = post(seen["post"])
        if isinstance(made, Gone):
            return (made,)
        return (said(made, kind, target=target),)
    return (
        Interaction(
            remote_key=f"notice:{key(seen)}",
            kind=kind,
            actor=profile(seen.get("actor")),
            created_at=made_at(seen),
            target=target,
        ),
    )


def spans(text: str, mentions: list[str]) -> tuple[Span, ...]:
    """Return the links, tags and mentions of people who exist, in their order."""
    there = {handle.casefold() for handle in mentions}
    links = [Span(m.start(), m.end(), "link", m.group()) for m in _LINK.finditer(text)]
    names = [
        Span(m.start(), m.start() + 1 + len(handle), "mention", handle)
        for m in _MENTION.finditer(text)
        if (handle := m.group(1).rstrip(".")).casefold() in there
    ]
    tags = [
        Span(m.start(), m.end(), "tag", m.group(1))
        for m in _TAG.finditer(text)
        if not any(link.start <= m.start() < link.end for link in links)
    ]
    return tuple(sorted((*links, *names, *tags), key=lambda span: span.start))


def _of(seen: Any) -> Mapping[str, Any]:
    if not isinstance(seen, Mapping):
        raise Garbled(reason="shape")
    return seen


def _need(seen: Any, name: str, kind: type[T]) -> T:
    """Return what stands under `name`. Raises Garbled where it is missing or of another kind."""
    value = _of(seen).get(name)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is int):
        raise Garbled(reason="shape", at=name)
    if isinstance(value, int) and abs(value) > _LARGEST * 10:
        raise Garbled(reason="shape", at=name)
    return value


def _may(seen: Any, name: str, kind: type[T]) -> T | None:
    return None if _of(seen).get(name) is None else _need(seen, name, kind)


def _id(seen: Any, name: str) -> str:
    found = _need(seen, name, str)
    if not found or len(found) > _LONGEST_ID or not found.isprintable():
        raise Garbled(reason="shape", at=name)
    return found


def _short(seen: Any, name: str) -> str | None:
    return None if _of(seen).get(name) is None else _id(seen, name)


def _count(seen: Any, name: str) -> int | None:
    found = _may(seen, name, int)
    if found is not None and found < 0:
        raise Garbled(reason="shape", at=name)
    return found


def _moment(pair: Any) -> tuple[int, int]:
    """Return (UTC ms, a count). Raises Garbled."""
    if not isinstance(pair, list) or len(pair) != 2:
        raise Garbled(reason="shape", at="followers_by_day")
    told = {"at": pair[0], "count": pair[1]}
    at, count = _need(told, "at", int), _need(told, "count", int)
    if at < 0 or count < 0:
        raise Garbled(reason="shape", at="followers_by_day")
    return at, count


def _texts(seen: Any, name: str) -> list[str]:
    found = _of(seen).get(name)  # a list in the file; what was just asked for has a tuple
    if not isinstance(found, list | tuple) or not all(isinstance(one, str) for one in found):
        raise Garbled(reason="shape", at=name)
    return list(found)
