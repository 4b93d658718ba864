"""Reading: the inbox, our own posts, a thread, each through whatever the network leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cmapp.connectors import paging
from cmapp.connectors.base import Json, Page
from cmapp.connectors.paging import Batch
from cmapp.domain.errors import Garbled, Missing, Rejected
from cmapp.domain.records import Gone, Post, Record
from cmapp.platforms.bluesky import shape
from cmapp.platforms.bluesky.api import Session
from cmapp.platforms.bluesky.shape import at_uri, map_of, need, text_of
from cmapp.system import clock

PAGE = 100
"""The most that a list gives at once: things of one time that straddle two pages can be lost."""
DEPTH, HEIGHT = 30, 60
"""How far down and up one look at a thread goes: as deep as an answer may nest."""
MOST_LOOKS = 25


def address(session: Session, uri: str) -> str:
    """Return the at-uri by DID of a record, however it was named. Raises Missing."""
    found = shape.place(uri)
    if found is None:
        raise Missing(remote_id=uri)
    repo, collection, rkey = found
    if not repo.startswith("did:"):
        did = session.resolve(repo)
        if did is None:
            raise Missing(remote_id=uri)
        repo = did
    return at_uri(repo, collection, rkey)


def inbox(session: Session, cursor: Json, *, lag: int) -> Iterator[Page]:
    """Yield notifications, newest first; things younger than `lag` (ms) are read again.

    The list is ordered by each post's own word about its time, so a back-dated reply stands deep
    in it; within the lag it is met, beyond it only a walk of our threads finds it.
    """
    told: set[str] = set()

    def records(notice: _Notice) -> Iterable[Record]:
        yield from notice.beside
        uri = need(notice.data, "uri")
        if uri not in told:  # pages overlap
            told.add(uri)
            yield shape.interaction(notice.data, notice.views)

    return paging.newest_first(
        lambda token: _notices(session, token),
        cursor,
        key=lambda notice: need(notice.data, "uri"),
        at=lambda notice: shape.noticed_at(notice.data),
        records=records,
        now=clock.now(),
        lag=lag,
    )


@dataclass(frozen=True, slots=True)
class _Notice:
    """A notification, the posts that its answer is about, and those to store beside it."""

    data: Mapping[str, Any]
    views: Mapping[str, Mapping[str, Any]]
    beside: tuple[Post, ...]


def _notices(session: Session, token: Json) -> Batch[_Notice]:
    data = session.query(
        "app.bsky.notification.listNotifications", _params(limit=PAGE, cursor=token)
    )
    found = shape.need_list(data, "notifications")
    # A notification shows neither counts nor pictures nor whether we may answer: the posts do.
    told, _ = paging.sound(found, lambda one: (shape.noticed_at(one), tuple(shape.around(one))))
    views = session.posts([uri for _, uris in told for uri in uris])
    spoken = {text_of(one, "uri") for one in found}
    beside, _ = paging.sound(
        [view for uri, view in views.items() if uri not in spoken], shape.viewed
    )
    return Batch(
        tuple(
            _Notice(one, views, tuple(beside) if place == 0 else ())
            for place, one in enumerate(found)
        ),
        overlapping([at for at, _ in told], text_of(data, "cursor")),
    )


def overlapping(times: list[int], cursor: str | None) -> str | None:
    """Return where the next answer begins: with the last time of this one again.

    The server's cursor is only a time, and it goes on below it: whatever shares that time and did
    not fit would be passed over. So we ask from one millisecond later, unless a whole answer had
    that one time.
    """
    if cursor is None or not times or shape.moment(cursor) != times[-1] or times[0] == times[-1]:
        return cursor
    return shape.stamp(times[-1] + 1)


def own_posts(session: Session, cursor: Json, *, lag: int) -> Iterator[Page]:
    """Yield what the account itself said, newest first, with today's counts."""
    return paging.newest_first(
        lambda token: _feed(session, token),
        cursor,
        key=lambda item: f"{map_of(item, 'post').get('uri')} {_listed_at(item)}",
        at=_listed_at,
        records=lambda item: shape.own(item, session.did),
        now=clock.now(),
        lag=lag,
    )


def _feed(session: Session, token: Json) -> Batch[Mapping[str, Any]]:
    data = session.query(
        "app.bsky.feed.getAuthorFeed",
        _params(
            actor=session.did,
            filter="posts_with_replies",
            includePins="false",
            limit=PAGE,
            cursor=token,
        ),
    )
    return Batch(tuple(shape.need_list(data, "feed")), text_of(data, "cursor"))


def _listed_at(item: Mapping[str, Any]) -> int:
    """Return the time (UTC ms) by which an author feed is ordered."""
    listed = text_of(map_of(item, "reason"), "indexedAt") or need(map_of(item, "post"), "indexedAt")
    at = shape.moment(listed)
    if at is None:
        raise Garbled(reason="bad_time", field="indexedAt")
    return at


def thread(session: Session, uri: str) -> Iterator[Page]:
    """Yield the whole thread of a post: from its root down, and where a look ends, from there on.

    The asked one is `Gone` where the network says that it is deleted; one whose author blocks us
    is read from its record, which is public.
    """
    asked = address(session, uri)
    found: dict[str, Record] = {}
    waiting, looked = [asked], set[str]()
    while waiting and len(looked) < MOST_LOOKS:
        start = waiting.pop(0)
        looked.add(start)
        try:
            data = session.query(
                "app.bsky.feed.getPostThread",
                {"uri": start, "depth": DEPTH, "parentHeight": HEIGHT},
            )
        except Missing:
            found[start] = Gone(start)
            continue
        for depth, record in shape.nodes(map_of(data, "thread")):
            if record is None and depth == 0 and start == asked:
                record = _hidden(session, asked)
            match record:
                case Gone(remote_id):
                    found.setdefault(remote_id, record)
                case Post(remote_id):
                    found[remote_id] = record
                    more = [remote_id] if depth == DEPTH and record.counts.get("replies") else []
                    if remote_id == asked and record.root is not None:
                        more.append(record.root)
                    waiting += [one for one in more if one not in looked and one not in waiting]
    records = list(found.values())
    for at in range(0, len(records), PAGE):
        yield Page(tuple(records[at : at + PAGE]), None)


def again(session: Session, uris: Sequence[str]) -> tuple[Record, ...]:
    """Look at posts again by their at-uris; one that has no record any more is `Gone`.

    What the network does not show although its record is there (its author blocks us, an index is
    behind) is left out: nothing is known of it.
    """
    views = session.posts(uris)
    found: list[Record] = [shape.viewed(view) for view in views.values()]
    for uri in uris:
        if uri in views or (place := shape.place(uri)) is None or not place[0].startswith("did:"):
            continue
        repo, collection, rkey = place
        if session.record(collection, rkey, repo=repo) is None:
            found.append(Gone(uri))
    return tuple(found)


def person(session: Session, who: str) -> Page:
    """Return the profile of a did or handle. Raises Missing."""
    named = who.removeprefix("@").casefold()
    did = who if who.startswith("did:") else session.resolve(named) if "." in named else None
    if did is None:
        raise Missing("unknown_handle", handle=who)
    try:
        found = session.query("app.bsky.actor.getProfile", {"actor": did})
    except Rejected:  # "Profile not found" is a bad request there
        raise Missing("unknown_handle", handle=who) from None
    return Page((shape.profile(found),), None)


def _hidden(session: Session, uri: str) -> Post | None:
    """Return a post whose author blocks us (or we them): its record is public all the same."""
    repo, collection, rkey = shape.place(uri) or ("", "", "")
    there = session.record(collection, rkey, repo=repo)
    if there is None:
        return None
    try:
        person = session.query("app.bsky.actor.getProfile", {"actor": repo})
    except (Missing, Rejected):
        person = {"did": repo}
    return shape.post(
        uri,
        need(there, "cid"),
        shape.profile(person),
        map_of(there, "value"),
        view={"author": {**person, "viewer": {"blockedBy": True}}, "viewer": {}},
    )


def _params(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
