"""Answers that nobody would give, through every `shape.py` and on into a real store (P15).

    python -m tests.fire.payloads [--payloads N] [--seed N] [--platform NAME]

A payload is a good answer of the platform, made by hand or recorded (`recorded.py`; every other one
of Mastodon's), with some of it spoilt: keys dropped, retyped, said twice
with different values, numbers without end, texts of megabytes, ids of others. It goes through
the door's own parser, the shape and `syncing.keep`. A violation: anything raised but Trouble (and
`Unreadable`, which the door turns into it), a page half stored, a time or number in the store that
no calendar or sum can bear, or a good record beside a bad one that did not come in.

Prints which branches of each shape.py were not reached, then one line of JSON.
"""

from __future__ import annotations

import argparse
import copy
import dataclasses
import json
import logging
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cmapp.connectors import paging
from cmapp.domain.errors import Garbled, Trouble
from cmapp.domain.records import Interaction, Post, Profile, Record
from cmapp.platforms.bluesky import facets as bluesky_facets
from cmapp.platforms.bluesky import shape as bluesky
from cmapp.platforms.demo import shape as demo
from cmapp.platforms.mastodon import shape as mastodon
from cmapp.services import syncing
from cmapp.store import accounts
from cmapp.store.accounts import Account
from cmapp.store.database import Store, Tx
from cmapp.system import clock, payload
from tests.fire import recorded

ROOT = Path(__file__).parents[2]
AT = "2026-11-21T00:00:00.002Z"
AT_MS = 1_795_219_200_002


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of answer: a good one, and how the connector reads it."""

    platform: str
    name: str
    good: Any
    read: Callable[[Any], Any]


# Good answers, each as full as the platform makes them.

_ACCOUNT = {
    "id": "7", "username": "bob", "acct": "bob@far.example", "display_name": "Bob :wave:",
    "note": "<p>I <b>fix</b> <a href='https://far.example'>things</a></p>",
    "url": "https://far.example/@bob", "uri": "https://far.example/users/bob",
    "avatar": "https://far.example/bob.png", "followers_count": 12, "following_count": 3,
    "statuses_count": 99,
}  # fmt: skip
_STATUS = {
    "id": "100", "created_at": "2026-10-14T19:06:38.283Z", "edited_at": "2026-10-14T19:07:00Z",
    "account": _ACCOUNT, "visibility": "public", "language": "en", "sensitive": True,
    "content": "<p>Hello <a class='mention' href='https://far.example/@us'>@us</a> "
    "<a class='mention hashtag' href='https://far.example/t/x'>#x</a><br>see "
    "<a href='https://far.example/1'>far<span class='invisible'>.example</span></a></p>"
    "<ul><li>one</li></ul><pre>a  b</pre><img alt=':wave:'>",
    "spoiler_text": "careful", "in_reply_to_id": "99", "in_reply_to_account_id": "1",
    "mentions": [{"id": "1", "acct": "us", "url": "https://far.example/@us"}],
    "media_attachments": [
        {"id": "5", "type": "image", "url": "https://far.example/a.png", "description": "a pot",
         "preview_url": "https://far.example/p.png",
         "meta": {"original": {"width": 4, "height": 3}}},
        {"id": "6", "type": "gifv", "url": None, "remote_url": "https://far.example/b.mp4"},
        {"id": "7", "type": "unknown", "url": None},
    ],
    "poll": {"options": [{"title": "yes"}, {"title": "no"}]},
    "quote": {"state": "accepted", "quoted_status": {"id": "55"}},
    "interaction_policy": {"can_reply": {"automatic_approval": ["public"], "manual_approval": []}},
    "replies_count": 3, "favourites_count": 2, "reblogs_count": 1, "quotes_count": 0,
    "uri": "https://far.example/s/100", "url": "https://far.example/@bob/100",
}  # fmt: skip
_MINE = {**_ACCOUNT, "id": "1", "acct": "us", "username": "us"}


def _told(kind: str, **changes: Any) -> dict[str, Any]:
    return {
        "id": "55", "type": kind, "created_at": "2026-10-14T20:00:00+00:00", "account": _ACCOUNT,
        "status": _STATUS,
    } | changes  # fmt: skip


_DID, _ANNA = "did:plc:me", "did:plc:anna"
_URI = f"at://{_ANNA}/app.bsky.feed.post/3ktheirs"
_MINE_URI = f"at://{_DID}/app.bsky.feed.post/3kmine"
_RECORD = {
    "$type": "app.bsky.feed.post", "text": "退款 @me.test #tag https://x.example", "langs": ["zh"],
    "createdAt": AT,
    "facets": [
        {"index": {"byteStart": 7, "byteEnd": 15},
         "features": [{"$type": bluesky_facets.MENTION, "did": _DID}]},
        {"index": {"byteStart": 16, "byteEnd": 20},
         "features": [{"$type": bluesky_facets.TAG, "tag": "tag"}]},
        {"index": {"byteStart": 21, "byteEnd": 38},
         "features": [{"$type": bluesky_facets.LINK, "uri": "https://x.example"}]},
    ],
    "reply": {"root": {"uri": _MINE_URI, "cid": "b"}, "parent": {"uri": _MINE_URI, "cid": "b"}},
}  # fmt: skip
_AUTHOR = {
    "did": _ANNA, "handle": "anna.test", "displayName": "Anna", "description": "about me",
    "avatar": "https://cdn.example/a.jpg", "viewer": {"muted": False, "blockedBy": False},
    "followersCount": 5, "followsCount": 6, "postsCount": 7,
}  # fmt: skip
_VIEW = {
    "uri": _URI, "cid": "bafytheirs", "author": _AUTHOR, "record": _RECORD,
    "embed": {
        "$type": "app.bsky.embed.recordWithMedia#view",
        "media": {
            "$type": "app.bsky.embed.images#view",
            "images": [{"thumb": "https://cdn.example/t.jpg", "alt": "茶壶",
                        "fullsize": "https://cdn.example/f.jpg",
                        "aspectRatio": {"width": 4, "height": 3}}],
        },
    },
    "replyCount": 1, "likeCount": 2, "repostCount": 3, "quoteCount": 4, "indexedAt": AT,
    "viewer": {"replyDisabled": False},
}  # fmt: skip
_VIDEO = {"$type": "app.bsky.embed.video#view", "playlist": "https://v.example/p.m3u8"}
_CARD = {
    "$type": "app.bsky.embed.external#view",
    "external": {"uri": "https://x.example", "title": "A page"},
}
_NODE = {"$type": "app.bsky.feed.defs#threadViewPost", "post": _VIEW}
_THREAD = {
    **_NODE,
    "parent": {**_NODE, "parent": {"$type": "x#notFoundPost", "uri": _MINE_URI, "notFound": True}},
    "replies": [
        {**_NODE, "replies": [{"$type": "x#blockedPost", "uri": _URI, "blocked": True}]},
        {"$type": "x#notFoundPost", "uri": _URI},
        {"uri": "no kind at all"},
    ],
}


def _noticed(reason: str, **changes: Any) -> dict[str, Any]:
    return {
        "uri": _URI, "cid": "bafytheirs", "author": _AUTHOR, "reason": reason,
        "reasonSubject": _MINE_URI, "record": _RECORD, "isRead": False, "indexedAt": AT,
    } | changes  # fmt: skip


_PERSON = {
    "id": "ana", "handle": "ana.lopes", "name": "Ana", "bio": "tea", "followers": 12,
    "following": 3, "posts": 4, "followers_by_day": [[AT_MS, 11], [AT_MS + 1, 12]],
}  # fmt: skip
_ENTRY = {
    "id": "p1", "created_at": AT_MS, "deleted": False, "author": _PERSON,
    "text": "Hello @us, see https://x.example #tea", "kind": "post", "parent": "p0", "root": "p0",
    "quote": "p9", "lang": "en", "edited_at": AT_MS + 5, "visibility": "public",
    "media": [{"mime": "image/png", "alt": "pot", "width": 4, "height": 3},
              {"mime": "video/mp4", "alt": "", "width": None, "height": None}],
    "spoiler": "careful", "poll": {"options": ["yes", "no"]}, "mentions": ["us"],
    "can_reply": True, "no_reply_why": None, "reply_until": AT_MS + 9,
    "counts": {"replies": 1, "likes": 2, "reposts": 0},
}  # fmt: skip


def _notice_of(data: Any) -> Any:
    list(bluesky.around(data))
    bluesky.noticed_at(data)
    return bluesky.interaction(data, {_URI: _VIEW})


def _nodes_of(data: Any) -> list[Record]:
    found = bluesky.nodes(bluesky.map_of({"thread": data}, "thread"))
    return [record for _, record in found if record is not None]


def _without_view(data: Any) -> Any:
    return bluesky.interaction(data, {})


def _conversation(data: Any) -> Any:
    return mastodon.conversation(data, "1")


def _notified(data: Any) -> Any:
    return mastodon.notification(data, "1")


def _in_context(data: Any) -> Any:
    around = data if isinstance(data, dict) else {}
    return mastodon.thread(around.get("status"), around.get("context"))


def _asked_of(data: Any) -> Any:
    """What is asked of an answer besides making a record of it."""
    if isinstance(data, dict):
        mastodon.attached(data)
    mastodon.created_at(data)
    mastodon.remote_id(data)
    mastodon.media(data)
    return ()


def _attachment(data: Any) -> Any:
    mastodon.media(data)
    return ()


def _held(data: Any) -> Any:
    mastodon.held_until(data)
    return ()


def _demo_message(data: Any) -> Any:
    return demo.message(data, "us")


def _own(data: Any) -> Any:
    return bluesky.own(data if isinstance(data, dict) else {}, _ANNA)


def _feed(data: Any) -> Any:
    return [post for item in bluesky.need_list(data, "feed") for post in bluesky.own(item, _ANNA)]


def _place(data: Any) -> Any:
    bluesky.place(bluesky.text_of(data, "uri") or "")
    return ()


def kinds() -> list[Kind]:
    """Every reading of every shape."""
    silent = {"interaction_policy": {"can_reply": {"always": ["me"]}}, "quote": None, "poll": None}
    shut = {"interaction_policy": {"can_reply": {"always": [], "with_approval": ["x"]}}}
    m, b, d = "mastodon", "bluesky", "demo"
    found = [
        Kind(m, "status", _STATUS, mastodon.post),
        Kind(m, "status.shut", _STATUS | shut | {"quote": {"quoted_status_id": "4"}},
             mastodon.post),
        Kind(m, "profile", _ACCOUNT, mastodon.profile),
        Kind(m, "mention", _told("mention"), _notified),
        Kind(m, "quote", _told("quote", status=_STATUS | {"mentions": []}), _notified),
        Kind(m, "quote.named", _told("quote"), _notified),
        Kind(m, "favourite", _told("favourite", status=_STATUS | {"account": _MINE}), _notified),
        Kind(m, "poll", _told("poll", status=_STATUS | {"account": _MINE}), _notified),
        Kind(m, "follow", _told("follow", status=None), _notified),
        Kind(m, "moderation", _told("severed", status=None, account=None), _notified),
        Kind(m, "conversation", {"last_status": _STATUS | {"visibility": "direct"}}, _conversation),
        Kind(m, "conversation.ours", {"last_status": _STATUS | {"account": _MINE}}, _conversation),
        Kind(m, "conversation.empty", {"last_status": None}, _conversation),
        Kind(
            m,
            "thread",
            {
                "status": _STATUS | silent,
                "context": {"ancestors": [_STATUS], "descendants": [_STATUS | {"id": "101"}] * 2},
            },
            _in_context,
        ),
        Kind(m, "asked", _STATUS, _asked_of),
        Kind(m, "media", _STATUS["media_attachments"][0] | {"created_at": AT}, _asked_of),  # type: ignore[index]
        Kind(m, "attachment", _STATUS["media_attachments"][1], _attachment),  # type: ignore[index]
        Kind(m, "held", {"id": "7", "scheduled_at": AT, "params": {}}, _held),
        Kind(b, "view", _VIEW, bluesky.viewed),
        Kind(b, "view.blocked", _VIEW | {"author": _AUTHOR | {"viewer": {"blockedBy": True}}},
             bluesky.viewed),
        Kind(b, "view.locked", _VIEW | {"viewer": {"replyDisabled": True}}, bluesky.viewed),
        Kind(b, "view.video", _VIEW | {"embed": _VIDEO}, bluesky.viewed),
        Kind(b, "view.card", _VIEW | {"embed": _CARD, "viewer": None}, bluesky.viewed),
        Kind(b, "view.picture_gone", _VIEW | {"embed": _VIDEO | {"playlist": "ftp://x"}},
             bluesky.viewed),
        Kind(b, "view.no_embed", _VIEW | {"embed": {"$type": "x"}}, bluesky.viewed),
        Kind(b, "profile", _AUTHOR | {"handle": "handle.invalid"}, bluesky.profile),
        Kind(b, "reply", _noticed("reply"), _notice_of),
        Kind(b, "reply.unseen", _noticed("reply"), _without_view),
        Kind(b, "quote", _noticed("quote", reasonSubject="x"), _without_view),
        Kind(b, "like", _noticed("like"), _notice_of),
        Kind(b, "other", _noticed("starterpack-joined"), _notice_of),
        Kind(b, "thread", _THREAD, _nodes_of),
        Kind(b, "own", {"post": _VIEW}, _own),
        Kind(b, "own.repost", {"post": _VIEW, "reason": {"indexedAt": AT}}, _own),
        Kind(b, "feed", {"feed": [{"post": _VIEW}]}, _feed),
        Kind(b, "place", {"uri": "https://bsky.app/profile/anna.test/post/3k"}, _place),
        Kind(d, "entry", _ENTRY, demo.post),
        Kind(d, "entry.bare", _ENTRY | {"text": "", "quote": None, "poll": None}, demo.post),
        Kind(d, "entry.below_zero", _ENTRY | {"counts": {"likes": -1}}, demo.post),
        Kind(d, "gone", {"id": "p1", "created_at": AT_MS, "deleted": True}, demo.post),
        Kind(d, "profile", _PERSON, demo.profile),
        Kind(d, "message", _ENTRY | {"kind": "message", "spoiler": ""}, _demo_message),
        Kind(d, "message.ours", _ENTRY | {"author": _PERSON | {"id": "us"}}, _demo_message),
        Kind(d, "notice", {"id": 5, "kind": "like", "created_at": AT_MS, "actor": _PERSON,
                           "post": None, "target": "p1"}, demo.notice),
        Kind(d, "notice.post", {"id": 5, "kind": "reply", "created_at": AT_MS, "actor": _PERSON,
                                "post": _ENTRY, "target": "p0"}, demo.notice),
        Kind(d, "notice.gone", {"id": 6, "kind": "reply", "created_at": AT_MS, "actor": _PERSON,
                                "post": {"id": "p", "deleted": True}, "target": "p"}, demo.notice),
        Kind(d, "key", {"id": "x", "created_at": AT_MS},
             lambda data: (demo.key(data), demo.made_at(data)) and ()),
    ]  # fmt: skip
    return found


# Spoiling.


class Raw(str):
    """JSON text that is put in as it stands."""


NUMBERS = (
    "0", "-1", "1e999", "-1e999", "NaN", "Infinity", "9223372036854775807",
    "9223372036854775808", "-9223372036854775808", "1.5", "1E-400", "253402300800000",
    "1" + "0" * 18,
)  # fmt: skip
HUGE: tuple[Any, ...] = (
    "a" * 3_000_000, "e\u0301" * 60_000, "\ufdfa" * 20_000, Raw("9" * 100_000),
    "<p>" * 20_000, "<a href='" * 5_000, "<" * 100_000, "&" + "amp;" * 50_000,
    "<img alt='" + "x" * 100_000 + "'>", "<!--" * 10_000, "<svg><script>1</script></svg>",
    "<a href='javascript:1'>x</a>", "<table>" * 3_000, "<b><i>" * 5_000 + "x",
    "<a class='mention' href='file:///etc/passwd'>@x</a>", "<p>\u202e\u0000\u200f</p>",
)  # fmt: skip
WORDS = (
    "", " ", "\u0000", "x\u0000y", "\u202eevil", "..", "../../etc/passwd",
    "\U000e0041" * 50, "'; DROP TABLE posts; --", "file:///etc/passwd",
    "javascript:alert(1)", "http://[::1", "https://a@b/", "𝕏" * 100, "%s%n{0}",
    "9999-12-31T23:59:59.999Z", "0001-01-01T00:00:00+23:59", "2026-02-30T00:00:00Z", "1e5",
    "at://did:plc:me/app.bsky.feed.post/", "at://" + "x" * 9_000 + "/a/b", "did:" + ":" * 500,
    "us", "1", "direct", "private", "\n\n\n", "\r", "2026-10-14", "20261014T190638",
)  # fmt: skip
LONE = ('"\\ud800"', '"x\\udfffy"', '"\\u0000"', '"\\ud83d\\ude00"')
SHAPES: tuple[Any, ...] = (None, True, False, [], {}, [[]], [None], {"": None}, [1, "x", {}])


def spoil(value: Any, rng: random.Random) -> Any:
    """Return something in place of `value`."""
    if rng.randrange(30) == 0:
        return rng.choice(HUGE)
    match rng.randrange(9):
        case 0:
            return copy.deepcopy(rng.choice(SHAPES))  # it may be spoilt further
        case 1 | 2:
            return Raw(rng.choice(NUMBERS))
        case 3:
            return Raw(rng.choice(LONE))
        case 4 if isinstance(value, list) and value:
            return value * rng.choice((0, 2, 50))
        case 5 if isinstance(value, dict) and value:
            return list(value.values())
        case 6:
            return [value]
        case 7:
            return str(value)
        case _:
            return rng.choice(WORDS)


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every (container, key) in a JSON value."""
    todo = [value]
    while todo:
        node = todo.pop()
        pairs = node.items() if isinstance(node, dict) else enumerate(node)
        for key, one in list(pairs):
            yield node, key
            if isinstance(one, dict | list):
                todo.append(one)


def spoilt(good: Any, rng: random.Random) -> bytes:
    """Return `good` as JSON with one to five things wrong."""
    data = json.loads(json.dumps(good))
    twice: dict[str, Any] = {}
    for _ in range(rng.choice((1, 1, 1, 2, 3, 5))):
        found = list(places(data))
        if not found:
            break
        node, key = rng.choice(found)
        match rng.randrange(8):
            case 0 | 1:
                if isinstance(node, dict):
                    del node[key]
                else:
                    node.pop(key)
            case 2 if isinstance(node, dict):
                other = rng.choice(list(node))
                node[key], node[other] = node[other], node[key]
            case 3 if isinstance(node, dict) and node is data:
                twice[key] = spoil(node[key], rng)
            case 4 if isinstance(node, dict):
                node[rng.choice(WORDS)[:50]] = spoil(None, rng)
            case 5:
                node[key] = spoil(node[key], rng)
            case _:
                node[key] = spoil(node[key], rng)
    if rng.randrange(200) == 0:
        depth = rng.choice((50, 99, 101, 5_000, 200_000))
        return b"[" * depth + json.dumps(good).encode() + b"]" * depth
    text = written(data)
    if twice and text.startswith("{"):
        text = (
            "{"
            + ",".join(f"{json.dumps(k)}:{written(v)}" for k, v in twice.items())
            + ("," + text[1:] if len(text) > 2 else "}")
        )
    return text.encode("utf-8", "surrogatepass")


def written(value: Any) -> str:
    """JSON, with `Raw` parts as they are."""
    match value:
        case Raw():
            return str(value)
        case dict():
            return "{" + ",".join(f"{json.dumps(k)}:{written(v)}" for k, v in value.items()) + "}"
        case list():
            return "[" + ",".join(map(written, value)) + "]"
        case _:
            return json.dumps(value)


# Reading, and storing.


@dataclass(slots=True)
class Tally:
    payloads: int = 0
    read: int = 0
    refused: int = 0
    unreadable: int = 0
    stored: int = 0
    wrong: list[str] = field(default_factory=list)


def as_records(found: Any) -> list[Record]:
    if found is None:
        return []
    return list(found) if isinstance(found, tuple | list) else [found]


def judge(kind: Kind, body: bytes, tally: Tally) -> list[Record]:
    """Read one payload as the connector would; note what came of it."""
    tally.payloads += 1
    try:
        found = as_records(kind.read(payload.parse(body)))
    except payload.Unreadable:
        tally.unreadable += 1
        return []
    except Garbled:
        tally.refused += 1
        return []
    except Trouble as trouble:
        tally.wrong.append(f"{kind.platform}.{kind.name}: {trouble}: {body[:200]!r}")
        return []
    except BaseException as bug:
        tally.wrong.append(f"{kind.platform}.{kind.name}: {bug!r:.300}: {body[:300]!r}")
        return []
    tally.read += 1
    try:
        problems = [problem for record in found for problem in unbearable(record)]
    except Exception as bug:  # a field of a type that it cannot have
        problems = [repr(bug)[:200]]
    tally.wrong += [f"{kind.platform}.{kind.name}: {one}: {body[:200]!r}" for one in problems]
    return found


def unbearable(record: Record) -> Iterator[str]:
    """Yield what the store, a calendar or a sum could not take."""
    parts: list[Any] = [record]
    while parts:
        one = parts.pop()
        match one:
            case Interaction():
                parts += [one.actor, one.post, one.created_at, one.remote_key, one.target]
                yield from _when(one.created_at)
            case Post():
                parts += [one.author, one.text, one.remote_id, one.parent, one.root, one.uri]
                parts += [one.url, one.lang, one.visibility, dict(one.facts)]
                yield from _when(one.created_at)
                yield from _when(one.edited_at)
                for count in one.counts.values():
                    if count is not None and not 0 <= count <= 10**13:
                        yield f"a count of {count}"
                for span in one.spans:
                    if not 0 <= span.start < span.end <= len(one.text):
                        yield "a span beside its text"
                    if span.kind == "link" and not span.target.startswith(("https:", "http:")):
                        yield f"a link to {span.target[:30]}"
            case Profile():
                parts += [one.remote_id, one.handle, one.name, one.avatar, one.url, one.bio]
            case str():
                if len(one) > 100_000:
                    yield f"a text of {len(one)}"
                try:
                    one.encode()
                except UnicodeEncodeError:
                    yield "a lone surrogate"
            case dict():
                parts += list(one.values())


def _when(moment: int | None) -> Iterator[str]:
    if moment is not None and not -(10**14) < moment < 10**14:
        yield f"the time {moment}"


@contextmanager
def stored(platform: str) -> Iterator[Callable[[list[Record]], str | None]]:
    """`keep(records)`: into a store with an account of ours; returns what is wrong, if anything."""
    with tempfile.TemporaryDirectory() as place:
        store = Store.open(Path(place) / "cmapp.sqlite3")
        try:
            account_id = store.write(
                lambda tx: accounts.keep(
                    tx, platform=platform, realm="realm", remote_id=_DID, server="https://x.example",
                    handle="us", name="", avatar=None, url=None, facts={}, now=AT_MS,
                )
            )  # fmt: skip
            account = store.read(lambda db: accounts.by_id(db, account_id))
            assert account is not None
            yield lambda records: _keep(store, account, records)
        finally:
            store.close()


def _digest(store: Store) -> list[tuple[Any, ...]]:
    tables = ("posts", "interactions", "profiles")
    return store.read(
        lambda db: [
            (table, *db.execute(f"SELECT count(*), max(rowid) FROM {table}").fetchone())
            for table in tables
        ]
    )


def _keep(store: Store, account: Account, records: list[Record]) -> str | None:
    before = _digest(store)

    def write(tx: Tx) -> None:
        syncing.keep(tx, account, records, now=AT_MS + 60_000)

    try:
        store.write(write)
    except Trouble:
        return None if _digest(store) == before else "a page was stored in part"
    except Exception as bug:
        return f"storing raised {bug!r:.300}"
    wanted = [r.remote_id for r in records if isinstance(r, Post)]
    wanted += [r.post.remote_id for r in records if isinstance(r, Interaction) and r.post]
    missing = store.read(
        lambda db: [
            one
            for one in wanted
            if not db.execute("SELECT 1 FROM posts WHERE remote_id = ?", (one,)).fetchone()
        ]
    )
    return f"not stored: {missing[:3]!r:.200}" if missing else None


def really_said() -> list[Kind]:
    """Return every form of object that a real server was recorded saying, with who reads it."""
    by_name = {kind.name: kind.read for kind in kinds() if kind.platform == "mastodon"}
    return [
        Kind("mastodon", f"recorded.{name}", one, by_name[name]) for name, one in recorded.seeds()
    ]


def crossed(tally: Tally) -> None:
    """Read every form of object that was recorded as whatever it may be taken for."""
    readers = [kind for kind in kinds() if kind.platform == "mastodon"]
    for one in recorded.forms():
        body = written(one).encode()
        for kind in readers:
            judge(kind, body, tally)


def fuzz(platform: str, payloads: int, rng: random.Random) -> Tally:
    """Read `payloads` spoilt answers of a platform; store them by pages, a good one in each."""
    tally = Tally()
    mine = [kind for kind in kinds() if kind.platform == platform]
    real = really_said() if platform == "mastodon" else []
    good = [record for kind in mine for record in judge(kind, written(kind.good).encode(), tally)]
    for kind in real:
        refused = tally.refused
        good += judge(kind, written(kind.good).encode(), tally)
        if tally.refused > refused and not kind.name.endswith("held"):  # until the year 4000
            tally.wrong.append(f"{kind.name}: a real answer is refused: {written(kind.good):.200}")
    page: list[Record] = []
    with stored(platform) as keep:
        for number in range(payloads):
            kind = mine[number // (2 if real else 1) % len(mine)]
            if real and number % 2:
                kind = rng.choice(real)
            page += judge(kind, spoilt(kind.good, rng), tally)
            if len(page) >= 40 or number == payloads - 1:
                page.append(good[number % len(good)])
                if (wrong := keep(page)) is not None:
                    tally.wrong.append(f"{platform}: {wrong}")
                tally.stored += len(page)
                page = []
    tally.wrong += lists(platform, mine, rng)
    return tally


def lists(platform: str, mine: list[Kind], rng: random.Random) -> list[str]:
    """See that the good entries of a list come in, however many bad ones stand between them."""
    wrong = []
    kind = next(k for k in mine if k.name in ("status", "view", "entry"))
    for _ in range(50):
        bad = []
        while len(bad) < 5:
            try:
                one = payload.parse(spoilt(kind.good, rng))
                kind.read(one)
            except payload.Unreadable:
                continue
            except Garbled:
                bad.append(one)
        items = [*bad, kind.good]
        rng.shuffle(items)
        found, skipped = paging.sound(items, kind.read)
        if (len(found), skipped) != (1, 5):
            wrong.append(f"{platform}: {len(found)} good ones of 1, {skipped} left out of 5")
    return wrong


def unreached(run: Callable[[], Any]) -> tuple[Any, dict[str, list[str]]]:
    """Run, and return beside the outcome which branches of each shape.py were not taken."""
    import coverage

    files = {
        name: str(ROOT / "cmapp" / "platforms" / name / "shape.py")
        for name in ("mastodon", "bluesky", "demo")
    }
    measure = coverage.Coverage(branch=True, include=list(files.values()), data_file=None)
    measure.start()
    try:
        found = run()
    finally:
        measure.stop()
    missing: dict[str, list[str]] = {}
    for name, path in files.items():
        analysis = measure._analyze(path)
        arcs = [f"{a}->{b}" for a, many in analysis.missing_branch_arcs().items() for b in many]
        missing[name] = sorted(arcs)
    return found, missing


def control() -> str:
    """See that a shape that falls over and a store that loses are seen."""
    broken = Kind("mastodon", "broken", _STATUS, lambda data: data["account"]["id"] + 1)
    tally = Tally()
    judge(broken, b"{}", tally)
    with stored("mastodon") as keep:
        record = mastodon.post(_STATUS)
        lost = keep([dataclasses.replace(record, text="\ud800")])
    return "seen" if tally.wrong and lost else f"BLIND {tally.wrong} {lost}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--payloads", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    parser.add_argument("--platform", choices=("mastodon", "bluesky", "demo"))
    given = parser.parse_args()
    began = clock.monotonic()
    logging.disable(logging.WARNING)
    names = [given.platform] if given.platform else ["mastodon", "bluesky", "demo"]

    def run() -> dict[str, Tally]:
        made = {n: fuzz(n, given.payloads, random.Random(f"{given.seed} {n}")) for n in names}
        if "mastodon" in made:
            crossed(made["mastodon"])
        return made

    tallies, missing = unreached(run)
    wrong = [line for tally in tallies.values() for line in tally.wrong]
    for line in wrong[:30]:
        print(line)
    for name in names:
        print(f"{name}/shape.py, branches not reached: {', '.join(missing[name]) or 'none'}")
    blind = control()
    left = sum(len(missing[name]) for name in names)
    told = {n: [t.payloads, t.read, t.refused, t.unreadable, t.stored] for n, t in tallies.items()}
    print(
        json.dumps(
            {
                "promise": "P15",
                "runs": sum(tally.payloads for tally in tallies.values()),
                "violations": len(wrong),
                "control": blind,
                "payloads_read_refused_unreadable_stored": told,
                "branches_not_reached": left,
                "recorded_forms": len(recorded.forms()),
                "seed": given.seed,
                "seconds": round(clock.monotonic() - began, 1),
            }
        )
    )
    return 1 if wrong or blind != "seen" or left else 0


if __name__ == "__main__":
    sys.exit(main())
