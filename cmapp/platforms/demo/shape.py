"""The demo server's JSON → records. Pure: the same answer gives the same records."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from cmapp.connectors import plain
from cmapp.domain.records import Gone, Interaction, Kind, Media, Post, Profile, Record, Span, said

KINDS = {kind.value: kind for kind in Kind}

_TAG = re.compile(r"(?<!\w)#(\w{1,64})")
_LINK = re.compile(r"https?://[\w./?=&%#~+-]*[\w/]")
_MENTION = re.compile(r"(?<![\w@/])@([\w.]{1,64})")


def profile(seen: Mapping[str, Any]) -> Profile:
    """Return a person."""
    return Profile(
        remote_id=seen["id"],
        handle=plain.handle(seen["handle"]),
        name=plain.line(seen["name"]),
        bio=plain.clean(seen["bio"]),
        followers=seen["followers"],
        following=seen.get("following"),
        posts=seen.get("posts"),
    )


def post(seen: Mapping[str, Any]) -> Post | Gone:
    """Return a post, comment or message, or that it is gone."""
    if seen["deleted"]:
        return Gone(seen["id"])
    private = seen["kind"] == "message"
    text = plain.clean(seen["text"])
    facts: dict[str, Any] = {"quote": seen["quote"]} if seen["quote"] else {}
    if spoiler := plain.line(seen["spoiler"]):
        facts["spoiler"] = spoiler
        text = f"{spoiler}\n\n{text}" if text else spoiler
    if seen["poll"]:
        facts["poll"] = [plain.line(option) for option in seen["poll"]["options"]]
    return Post(
        remote_id=seen["id"],
        author=profile(seen["author"]),
        text=text,
        created_at=seen["created_at"],
        kind=seen["kind"],
        parent=seen["parent"],
        root=seen["root"],
        lang=seen["lang"],
        visibility="direct" if private else seen["visibility"],
        edited_at=seen["edited_at"],
        spans=spans(text, seen["mentions"]),
        media=tuple(
            Media(
                kind="video" if picture["mime"].startswith("video/") else "image",
                url=f"demo:{seen['id']}/{number}",
                alt=picture["alt"],
                width=picture["width"],
                height=picture["height"],
            )
            for number, picture in enumerate(seen["media"])
        ),
        counts=seen["counts"],
        can_reply=seen["can_reply"],
        no_reply_why=seen["no_reply_why"],
        reply_until=seen["reply_until"],
        facts=facts,
    )


def message(seen: Mapping[str, Any], own_id: str) -> Record:
    """Return a message: an interaction where somebody else wrote it, else our post."""
    made = post(seen)
    if isinstance(made, Gone) or made.author.remote_id == own_id:
        return made
    return said(made, Kind.MESSAGE)


def notice(seen: Mapping[str, Any]) -> tuple[Record, ...]:
    """Return what a notice says; a kind that we do not know becomes `other`."""
    kind = KINDS.get(seen["kind"], Kind.OTHER)
    if seen["post"] is not None:
        made = post(seen["post"])
        if isinstance(made, Gone):
            return (made,)
        return (said(made, kind, target=seen["target"]),)
    return (
        Interaction(
            remote_key=f"notice:{seen['id']}",
            kind=kind,
            actor=profile(seen["actor"]),
            created_at=seen["created_at"],
            target=seen["target"],
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
