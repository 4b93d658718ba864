"""JSON of this network → records. Pure: it calls nobody and knows no account but by its DID.

What the server itself says (addresses, authors, times of indexing) must be there, or the answer is
`Garbled`. What stands inside a record was written by a stranger's program: whatever is odd in it
is left out, so that one bad post never stops an inbox.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from cmapp.connectors.plain import clean, from_facets, line, web
from cmapp.connectors.plain import handle as shown_handle
from cmapp.domain.errors import Garbled
from cmapp.domain.records import (
    Gone,
    Interaction,
    Kind,
    Media,
    Post,
    Profile,
    Record,
    said,
)
from cmapp.platforms.bluesky.facets import read

POST = "app.bsky.feed.post"
_START = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH = 946_684_800_000
"""2000-01-01: nothing on this network is older, so an older time is a mistake."""
_LATEST = 7_258_118_400_000
"""2200-01-01: what is dated later is dated wrong, and no calendar could show it."""
_LARGEST = 10**12
"""A larger count is none: sums of such would leave the 64 bits that the store has."""
_LONGEST = 4_000
"""An address, an id or a hash is never longer."""
_KINDS = {
    "mention": Kind.MENTION,
    "reply": Kind.REPLY,
    "quote": Kind.QUOTE,
    "like": Kind.REACTION,
    "like-via-repost": Kind.REACTION,
    "repost": Kind.REPOST,
    "repost-via-repost": Kind.REPOST,
    "follow": Kind.FOLLOW,
}
_SPOKEN = (Kind.MENTION, Kind.REPLY, Kind.QUOTE)
_AT_URI = re.compile(r"at://([^/?#\s]+)/([A-Za-z0-9.-]+)/([A-Za-z0-9._:~-]+)")
_PAGE = re.compile(r"https://[^/]+/profile/([^/?#\s]+)/post/([A-Za-z0-9._:~-]+)/?")


# Addresses.


def place(uri: str) -> tuple[str, str, str] | None:
    """Return repository (DID or handle), collection and key of an at-uri or a post's web page."""
    if match := _AT_URI.fullmatch(uri.strip()):
        return match[1], match[2], match[3]
    if match := _PAGE.fullmatch(uri.strip()):
        return match[1], POST, match[2]
    return None


def at_uri(repo: str, collection: str, rkey: str) -> str:
    """Return the at-uri of a record."""
    return f"at://{repo}/{collection}/{rkey}"


# Values out of JSON.


def text_of(data: Any, name: str) -> str | None:
    """Return the text under `name`, or None where there is none."""
    value = data.get(name) if isinstance(data, Mapping) else None
    return value if isinstance(value, str) else None


def map_of(data: Any, name: str) -> Mapping[str, Any]:
    """Return the object under `name`, empty where there is none."""
    value = data.get(name) if isinstance(data, Mapping) else None
    return value if isinstance(value, Mapping) else {}


def list_of(data: Any, name: str) -> list[Mapping[str, Any]]:
    """Return the objects in the list under `name`."""
    value = data.get(name) if isinstance(data, Mapping) else None
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def need(data: Any, name: str) -> str:
    """Return the text under `name`, as an id or an address is.

    Raises Garbled where the server left it out, or where it can be neither.
    """
    value = text_of(data, name)
    if not value or len(value) > _LONGEST or not value.isprintable():
        raise Garbled(reason="missing_field", field=name)
    return value


def ref_of(data: Any, name: str) -> str | None:
    """Return the id or address under `name`, None where a stranger wrote none."""
    value = text_of(data, name)
    return value if value and len(value) <= _LONGEST and value.isprintable() else None


def need_list(data: Any, name: str) -> list[Mapping[str, Any]]:
    """Return the list of objects under `name`. Raises Garbled where there is no list."""
    if not isinstance(data, Mapping) or not isinstance(data.get(name), list):
        raise Garbled(reason="missing_field", field=name)
    return list_of(data, name)


def moment(text: str | None) -> int | None:
    """Return UTC ms of an RFC 3339 time, None for anything else."""
    if not text:
        return None
    try:
        when = datetime.fromisoformat(text)
        aware = when if when.tzinfo is not None else when.replace(tzinfo=UTC)
        # Whole numbers throughout: seconds as a float lose a millisecond now and then.
        found = (aware - _START) // timedelta(milliseconds=1)
    except (OverflowError, ValueError):
        return None
    return found if 0 <= found < _LATEST else None


def stamp(at: int) -> str:
    """Return UTC ms as this network writes times."""
    when = _START + timedelta(milliseconds=at)
    return when.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def count_of(data: Mapping[str, Any], name: str) -> int | None:
    """Return the number under `name`, None where there is none or none that can be."""
    value = data.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if 0 <= value <= _LARGEST else None


def _created(record: Mapping[str, Any], seen_at: int | None) -> int:
    """Return when a post was made: as its author says, but not after the server saw it."""
    made = moment(text_of(record, "createdAt"))
    if made is None or made < _EPOCH:
        made = seen_at
    if made is None:
        raise Garbled(reason="missing_field", field="createdAt")
    return made if seen_at is None else min(made, seen_at)


# People and posts.


def profile(data: Mapping[str, Any]) -> Profile:
    """Return the person of a profileView, basic or detailed."""
    did = need(data, "did")
    handle = shown_handle(text_of(data, "handle") or did)
    bio = text_of(data, "description")
    return Profile(
        remote_id=did,
        handle=handle,
        name=line(text_of(data, "displayName") or ""),
        avatar=web(text_of(data, "avatar")),
        url=f"https://bsky.app/profile/{handle if handle != 'handle.invalid' else did}",
        bio=clean(bio) if bio is not None else None,
        followers=count_of(data, "followersCount"),
        following=count_of(data, "followsCount"),
        posts=count_of(data, "postsCount"),
    )


def post(
    uri: str,
    cid: str,
    author: Profile,
    record: Mapping[str, Any],
    *,
    seen_at: int | None = None,
    view: Mapping[str, Any] | None = None,
    media: tuple[Media, ...] = (),
) -> Post:
    """Return the post that `record` is, with what `view` (a postView) adds to it.

    `seen_at` is when the server first saw it (UTC ms); without it the author's word stands.
    """
    shown = from_facets(text_of(record, "text") or "", read(list_of(record, "facets")))
    reply = map_of(record, "reply")
    parent, root = map_of(reply, "parent"), map_of(reply, "root")
    facts: dict[str, Any] = {"cid": cid}
    if root_cid := ref_of(root, "cid"):
        facts["root_cid"] = root_cid
    langs = record.get("langs")
    lang = langs[0] if isinstance(langs, list) and langs and isinstance(langs[0], str) else ""
    found = place(uri)
    allowed, why = _may_answer(view)
    return Post(
        remote_id=uri,
        author=author,
        text=shown.text,
        created_at=_created(record, seen_at),
        parent=ref_of(parent, "uri"),
        root=ref_of(root, "uri") or ref_of(parent, "uri"),
        uri=uri,
        url=f"{author.url}/post/{found[2]}" if found else None,
        lang=line(lang, 35) or None,
        spans=shown.spans,
        media=media or (_media(map_of(view, "embed")) if view is not None else ()),
        counts=_counts(view),
        can_reply=allowed,
        no_reply_why=why,
        facts=facts,
    )


def viewed(view: Mapping[str, Any]) -> Post:
    """Return the post of a postView."""
    return post(
        need(view, "uri"),
        need(view, "cid"),
        profile(map_of(view, "author")),
        map_of(view, "record"),
        seen_at=moment(text_of(view, "indexedAt")),
        view=view,
    )


def _counts(view: Mapping[str, Any] | None) -> dict[str, int | None]:
    if view is None:
        return {}
    return {
        "replies": count_of(view, "replyCount"),
        "likes": count_of(view, "likeCount"),
        "reposts": count_of(view, "repostCount"),
        "quotes": count_of(view, "quoteCount"),
    }


def _may_answer(view: Mapping[str, Any] | None) -> tuple[bool | None, str | None]:
    if view is None or not isinstance(view.get("viewer"), Mapping):
        return None, None
    between = map_of(map_of(view, "author"), "viewer")
    if between.get("blockedBy") is True or between.get("blocking"):
        return False, "blocked"
    if map_of(view, "viewer").get("replyDisabled") is True:
        return False, "thread_locked"
    return True, None


def _media(embed: Mapping[str, Any]) -> tuple[Media, ...]:
    """Return the pictures, films and link cards of an embed as the server shows it."""
    kind = (text_of(embed, "$type") or "").partition("#")[0]
    match kind:
        case "app.bsky.embed.recordWithMedia":
            return _media(map_of(embed, "media"))
        case "app.bsky.embed.images" | "app.bsky.embed.gallery":
            pictures = list_of(embed, "images") or list_of(embed, "items")
            made = [_one("image", one, "fullsize", "thumb") for one in pictures]
        case "app.bsky.embed.video":
            made = [_one("video", embed, "playlist", "thumbnail")]
        case "app.bsky.embed.external":
            card = map_of(embed, "external")
            made = [_one("other", {**card, "alt": text_of(card, "title")}, "uri", "thumb")]
        case _:
            made = []
    return tuple(one for one in made if one is not None)


def _one(kind: str, data: Mapping[str, Any], full: str, preview: str) -> Media | None:
    address = web(text_of(data, full))
    if address is None:
        return None
    ratio = map_of(data, "aspectRatio")
    alt = text_of(data, "alt")
    return Media(
        kind=kind,
        url=address,
        preview=web(text_of(data, preview)),
        alt=clean(alt) if alt is not None else None,
        width=count_of(ratio, "width"),
        height=count_of(ratio, "height"),
    )


# Lists.


def noticed_at(notification: Mapping[str, Any]) -> int:
    """Return the time (UTC ms) that a notification has in the list's own order."""
    at = moment(need(notification, "indexedAt"))
    if at is None:
        raise Garbled(reason="bad_time", field="indexedAt")
    return at


def around(notification: Mapping[str, Any]) -> Iterator[str]:
    """Yield the at-uris of the posts that a notification is about: said, answered, liked."""
    if _KINDS.get(text_of(notification, "reason") or "") in _SPOKEN:
        yield need(notification, "uri")
        parent = text_of(map_of(map_of(map_of(notification, "record"), "reply"), "parent"), "uri")
        if parent is not None and _is_post(parent):
            yield parent
    subject = text_of(notification, "reasonSubject")
    if subject is not None and _is_post(subject):
        yield subject


def _is_post(uri: str) -> bool:
    found = place(uri)
    return found is not None and found[1] == POST and uri.startswith("at://did:")


def interaction(
    notification: Mapping[str, Any], views: Mapping[str, Mapping[str, Any]]
) -> Interaction:
    """Return what a notification tells of. `views` are the postViews known by at-uri."""
    kind = _KINDS.get(need(notification, "reason"), Kind.OTHER)
    uri = need(notification, "uri")
    actor = profile(map_of(notification, "author"))
    subject = ref_of(notification, "reasonSubject")
    if kind in _SPOKEN:
        view = views.get(uri)
        seen_at = noticed_at(notification)
        made = (
            viewed(view)
            if view is not None
            else post(
                uri,
                need(notification, "cid"),
                actor,
                map_of(notification, "record"),
                seen_at=seen_at,
            )
        )
        return said(made, kind, target=subject)
    key = f"{kind}:{actor.remote_id}:{subject or ''}" if kind != Kind.OTHER else f"other:{uri}"
    return Interaction(
        remote_key=key,
        kind=kind,
        actor=actor,
        created_at=noticed_at(notification),
        target=subject,
    )


def own(item: Mapping[str, Any], did: str) -> tuple[Post, ...]:
    """Return the post of one entry of an author feed, nothing where somebody else said it."""
    if map_of(item, "reason"):
        return ()
    made = viewed(map_of(item, "post"))
    return (made,) if made.author.remote_id == did else ()


def nodes(thread: Mapping[str, Any]) -> Iterator[tuple[int, Record | None]]:
    """Yield every node of a thread: how far below the asked one it stands, and its record.

    The ones above (below zero) come first, then downwards. A record is a Post, or Gone for one
    that was deleted; None for one that hides from us.
    """
    above: list[Mapping[str, Any]] = []
    parent = map_of(thread, "parent")
    while parent:
        above.append(parent)
        parent = map_of(parent, "parent")
    for height in range(len(above), 0, -1):
        yield -height, _readable(above[height - 1])
    waiting = [(0, thread)]
    while waiting:
        depth, node = waiting.pop()
        yield depth, _readable(node)
        waiting.extend((depth + 1, reply) for reply in reversed(list_of(node, "replies")))


def _readable(node: Mapping[str, Any]) -> Record | None:
    """Return a node's record; one odd post must not hide the thread around it."""
    try:
        return _node(node)
    except Garbled:
        return None


def _node(node: Mapping[str, Any]) -> Record | None:
    kind = (text_of(node, "$type") or "").partition("#")[2]
    if kind == "notFoundPost" or node.get("notFound") is True:
        return Gone(need(node, "uri"))
    if kind == "blockedPost" or node.get("blocked") is True:
        return None
    view = map_of(node, "post")
    return viewed(view) if view else None
