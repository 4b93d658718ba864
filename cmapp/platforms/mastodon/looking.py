"""Was it done? Looking for a deed whose answer was lost, among what the server now shows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from cmapp.connectors.base import Json, Sent
from cmapp.connectors.paging import Batch, through
from cmapp.domain.actions import (
    Action,
    Delete,
    Edit,
    Like,
    Publish,
    Reply,
    Repost,
    Unlike,
    Unrepost,
)
from cmapp.domain.errors import Garbled, Missing
from cmapp.domain.records import Gone, Post, Record
from cmapp.platforms.mastodon import shape
from cmapp.platforms.mastodon.api import Api

SKEW = 300_000
"""How far the server's clock may be behind what it was last seen to show, in milliseconds."""
_SEEN = 60_000
"""From how many milliseconds on a server's clock is behind, and its answer was not just long."""
_SAME_TIME = 60_000
_MOST_PAGES = 10
_MOST_SOURCES = 5


def find(
    api: Api, me: str, action: Action, text: str, since: int, taken: Collection[str] = ()
) -> Sent | None:
    """Return the deed as the server shows it, or None; `text` is what a post went out with.

    `taken` are posts that other deeds have made. Raises the read errors.
    """
    match action:
        case Publish() | Reply():
            return _find_post(api, me, action, text, since, taken)
        case Edit(target=target):
            found = _status(api, target.remote_id)
            if found is None or not _text_matches(api, found, action.text):
                return None
            return Sent(target.remote_id, shape.post(found))
        case Delete(target=target):
            gone = _status(api, target.remote_id) is None
            return Sent(target.remote_id) if gone else None
        case Like(target=target) | Unlike(target=target):
            return _find_mark(api, target.remote_id, "favourited", isinstance(action, Like))
        case Repost(target=target) | Unrepost(target=target):
            return _find_mark(api, target.remote_id, "reblogged", isinstance(action, Repost))
        case _:
            return None  # moderation is looked for where it is done


def again(api: Api, remote_ids: Sequence[str]) -> tuple[Record, ...]:
    """Return each status as it reads now, and `Gone` for each that the server has no more.

    Many at once (since Mastodon 4.3); what that leaves out is asked for by itself.
    """
    found: list[Record] = []
    told: set[str] = set()
    for status in api.statuses(remote_ids):
        record = shape.post(status)
        if record.remote_id in remote_ids:
            told.add(record.remote_id)
            found.append(record)
    for remote_id in remote_ids:
        if remote_id in told:
            continue
        status = _status(api, remote_id)
        found.append(Gone(remote_id) if status is None else shape.post(status))
    return tuple(found)


def _find_post(
    api: Api, me: str, action: Publish | Reply, text: str, since: int, taken: Collection[str]
) -> Sent | None:
    """Look among the answers to the target, then among our own posts.

    Not every server shows direct posts in the list of our own; and one that lost the target may
    have made the answer a post of its own.
    """
    wanted = action.target.remote_id if isinstance(action, Reply) else None

    def best(statuses: list[Json], parent: str | None) -> Json:
        free = [s for s in statuses if shape.remote_id(s) not in taken]
        return _best(api, free, me=me, text=text, parent=parent, since=_by_server(api, since))

    found = best(_answers(api, wanted), wanted)
    notes: tuple[str, ...] = ()
    if found is None:
        own = list(_own(api, me, since))
        found = best(own, wanted)
        if found is None and wanted is not None:
            found = best(own, None)
            notes = ("detached",)
    if found is None:
        if isinstance(action, Publish) and action.at:
            return _find_held(api, action.text, action.at)
        return None
    record = shape.post(found)
    return Sent(record.remote_id, record, notes)


def _find_held(api: Api, text: str, at: int) -> Sent | None:
    """Look among what the server's scheduler holds."""

    def fetch(token: Any) -> Batch[Json]:
        listing = api.all_scheduled(token or {})
        return Batch(listing.items, dict(listing.more) or None)

    try:
        for entries in through(fetch, key=lambda e: shape.remote_id(e, "scheduled_status")):
            for entry in entries:
                until = shape.held_until(entry)
                params = entry.get("params")
                written = params.get("text") if isinstance(params, dict) else None
                same = isinstance(written, str) and shape.same_text(text, written)
                if same and abs(until - at) <= _SAME_TIME:
                    return Sent(shape.remote_id(entry, "scheduled_status"), held_until=until)
    except Missing:
        pass  # a server without such a list
    return None


def _best(
    api: Api, statuses: list[Json], *, me: str, text: str, parent: str | None, since: int
) -> Json:
    """Return the first made since; else the last that a slow clock may have dated earlier."""
    fitting: list[tuple[Post, Json]] = []
    for status in statuses:
        record = shape.post(status)
        mine = record.author.remote_id == me and record.parent == parent
        if mine and record.created_at >= since - SKEW and _plain(status):
            fitting.append((record, status))
    same = [pair for pair in fitting if shape.same_text(text, _said(pair[1]), whole=True)]
    if not same:
        same = [pair for pair in fitting if shape.same_text(text, _said(pair[1]))]
    if not same:
        # A server may show a text otherwise than it was written; then ask for what was written.
        same = [pair for pair in fitting[:_MOST_SOURCES] if _source_is(api, pair[0], text)]
    same.sort(key=lambda pair: pair[0].created_at)
    later = [pair for pair in same if pair[0].created_at >= since]
    return later[0][1] if later else same[-1][1] if same else None


def _answers(api: Api, target: str | None) -> list[Json]:
    if target is None:
        return []
    try:
        context = api.context(target)
    except Missing:
        return []
    after = context.get("descendants") if isinstance(context, dict) else None
    return after if isinstance(after, list) else []


def _own(api: Api, me: str, since: int) -> Iterator[Json]:
    def fetch(token: Any) -> Batch[Json]:
        listing = api.statuses_of(me, token or {})
        return Batch(listing.items, dict(listing.more) or None)

    for statuses in through(fetch, key=shape.remote_id, most=_MOST_PAGES):
        yield from statuses
        if statuses and max(map(shape.created_at, statuses)) < _by_server(api, since) - SKEW:
            return


def _by_server(api: Api, when: int) -> int:
    """Return a time of ours (UTC ms) by the server's clock, if it is behind: it dates the posts."""
    lead = api.http.clock_lead
    return when + lead if lead < -_SEEN else when


def _find_mark(api: Api, remote_id: str, flag: str, wanted: bool) -> Sent | None:
    status = _status(api, remote_id)
    if not isinstance(status, dict) or not isinstance(status.get(flag), bool):
        return None
    return Sent(remote_id, shape.post(status)) if status[flag] is wanted else None


def _status(api: Api, remote_id: str) -> Json:
    try:
        return api.status(remote_id)
    except Missing:
        return None


def _text_matches(api: Api, status: Json, text: str) -> bool:
    record = shape.post(status)
    return shape.same_text(text, record.text) or _source_is(api, record, text)


def _source_is(api: Api, record: Post, text: str) -> bool:
    try:
        source = api.source(record.remote_id)
    except (Missing, Garbled):
        return False
    written = source.get("text") if isinstance(source, dict) else None
    return isinstance(written, str) and shape.same_text(text, written)


def _plain(status: Json) -> bool:
    return isinstance(status, dict) and not status.get("reblog")


def _said(status: Json) -> str:
    """Return the text without its content warning."""
    return shape.post({**status, "spoiler_text": ""}).text
