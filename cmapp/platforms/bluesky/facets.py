"""Links, mentions and tags: found in what a person typed, and read out of what others posted.

Nothing is linked by itself on this network: a post carries *facets*, stretches of its text counted
in UTF-8 bytes. Here they are found in plain text, turned into the record's form, and read back
into spans that count characters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import regex

LINK = "app.bsky.richtext.facet#link"
MENTION = "app.bsky.richtext.facet#mention"
TAG = "app.bsky.richtext.facet#tag"
_LONGEST_TAG = 64

# A Chinese sentence goes on without a space, so an address ends at the first character that an
# address cannot hold as it is; a name of the host's own script is allowed in the host.
_LINK = regex.compile(
    r"""(?<![A-Za-z0-9@])https?://
        (?:[A-Za-z0-9.-]+|[\p{L}\p{N}][\p{L}\p{N}.-]*\.[\p{L}\p{N}-]+)(?::\d{1,5})?
        (?:[/?\#][!-;=?-~]*)?""",
    regex.VERBOSE | regex.IGNORECASE,
)
_MENTION = regex.compile(
    r"""(?<![\p{Latin}\p{Nd}_.@＠/+-])[@＠]
        ([A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?
        (?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*
        \.[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)
        (?![A-Za-z0-9_@-])""",
    regex.VERBOSE,
)
_TAG = regex.compile(
    r"""(?<![\p{Latin}\p{Nd}_&/\#＃])[\#＃]
        (?!\ufe0f)
        ((?:[^\s\p{P}\p{C}\p{Z}]|(?<=[^\s\p{P}\p{C}\p{Z}])[_.'’·・-](?=[^\s\p{P}\p{C}\p{Z}])|_)+)""",
    regex.VERBOSE,
)
_OPENING = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of plain text, in characters. `target` is an address, a handle or a tag."""

    start: int
    end: int
    kind: str
    target: str


def find(text: str) -> list[Found]:
    """Return the links, mentions and tags in `text`, in order and never overlapping."""
    found: list[Found] = []
    for match in _LINK.finditer(text):
        address = _without_tail(match.group())
        host = address.split("://", 1)[1]
        if host:
            found.append(Found(match.start(), match.start() + len(address), "link", address))
    for match in _MENTION.finditer(text):
        found.append(Found(match.start(), match.end(), "mention", match[1].lower()))
    for match in _TAG.finditer(text):
        tag = match[1].rstrip("_.-") or match[1]
        if not tag.isdecimal() and any(not char.isdecimal() for char in tag):
            if len(regex.findall(r"\X", tag)) <= _LONGEST_TAG:
                found.append(Found(match.start(), match.start() + 1 + len(tag), "tag", tag))
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Found] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _without_tail(address: str) -> str:
    """Drop what belongs to the sentence: full stops, quotes, a bracket that opened before it."""
    while address:
        last = address[-1]
        if last in ".,;:!?'\"*_~":
            address = address[:-1]
        elif last in _OPENING and address.count(last) > address.count(_OPENING[last]):
            address = address[:-1]
        else:
            break
    return address


def facets(text: str, did_of: Callable[[str], str | None]) -> list[dict[str, Any]]:
    """Return the facets of `text` for a record.

    `did_of` tells whom a handle belongs to; None leaves the mention as plain text.
    """
    made: list[dict[str, Any]] = []
    for one in find(text):
        match one.kind:
            case "link":
                feature = {"$type": LINK, "uri": one.target}
            case "tag":
                feature = {"$type": TAG, "tag": one.target}
            case _:
                did = did_of(one.target)
                if did is None:
                    continue
                feature = {"$type": MENTION, "did": did}
        start = len(text[: one.start].encode())
        length = len(text[one.start : one.end].encode())
        made.append(
            {"index": {"byteStart": start, "byteEnd": start + length}, "features": [feature]}
        )
    return made


def handles(text: str) -> list[str]:
    """Return the handles that `text` mentions, each once, in lower case."""
    return list(dict.fromkeys(one.target for one in find(text) if one.kind == "mention"))


def read(made: Iterable[Mapping[str, Any]]) -> list[tuple[int, int, str, str]]:
    """Return a stranger's facets as (start, end, kind, target) in bytes; odd ones are left out.

    A mention's target is the DID, since the text beside it may say anything.
    """
    found: list[tuple[int, int, str, str]] = []
    for facet in made:
        index, features = facet.get("index"), facet.get("features")
        if not isinstance(index, Mapping) or not isinstance(features, list):
            continue
        start, end = index.get("byteStart"), index.get("byteEnd")
        meant = next((m for m in map(_meant, features) if m is not None), None)
        if type(start) is int and type(end) is int and meant is not None:
            found.append((start, end, *meant))
    return found


def _meant(feature: Any) -> tuple[str, str] | None:
    match feature:
        case {"$type": str(kind), "uri": str(uri)} if kind == LINK:
            return "link", uri
        case {"$type": str(kind), "did": str(did)} if kind == MENTION:
            return "mention", did
        case {"$type": str(kind), "tag": str(tag)} if kind == TAG:
            return "tag", tag
    return None
