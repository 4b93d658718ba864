"""Servers that are well: what Mastodon and a Bluesky PDS answer to each call of ours, from memory.

Enough of each for every verb of a connector to succeed; `breaking.py` then spoils it. Real servers
are met in the contract suite; here a call has to cost a millisecond.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from cmapp.connectors.base import Connector, Grant
from cmapp.platforms.bluesky import Bluesky
from cmapp.platforms.mastodon import Mastodon
from cmapp.system import clock
from tests.fire.breaking import Asked, Said

CANARY = "canary-4e1f88c07ab2"
"""The token of every account here: no log, no error and no store may ever hold it."""
_YESTERDAY = datetime.fromtimestamp(clock.now() / 1000 - 86_400, UTC).date().isoformat()
WHEN = f"{_YESTERDAY}T10:00:00.000Z"


class Keys:
    """Secrets in memory."""

    def __init__(self, **secrets: str) -> None:
        self.kept = dict(secrets)

    def get(self, name: str) -> str | None:
        return self.kept.get(name)

    def put(self, **renewed: str) -> None:
        self.kept |= renewed


# Mastodon

ME, THEM = "1", "7"


def account(number: str = ME) -> dict[str, Any]:
    acct = "us" if number == ME else "bob@far.example"
    return {
        "id": number,
        "username": acct.partition("@")[0],
        "acct": acct,
        "display_name": "Bob",
        "note": "<p>I <b>fix</b> things</p>",
        "url": f"https://far.example/@{acct}",
        "avatar": "https://far.example/bob.png",
        "followers_count": 12,
    }


def status(number: str = "100", who: str = THEM, **changes: Any) -> dict[str, Any]:
    return {
        "id": number,
        "created_at": WHEN,
        "account": account(who),
        "content": "<p>Hello <a href='https://far.example/@us' class='mention'>@us</a></p>",
        "visibility": "public",
        "in_reply_to_id": None,
        "mentions": [{"id": ME, "acct": "us", "url": "https://far.example/@us"}],
        "media_attachments": [],
        "replies_count": 1,
        "favourited": False,
        "reblogged": False,
        "uri": f"https://far.example/s/{number}",
        "url": f"https://far.example/@bob/{number}",
    } | changes


def notification(number: str) -> dict[str, Any]:
    return {
        "id": number,
        "type": "mention",
        "created_at": WHEN,
        "account": account(THEM),
        "status": status(f"5{number}"),
    }


def mastodon(asked: Asked) -> Said:
    parts = urlsplit(asked.target)
    query, path = parse_qs(parts.query), parts.path
    steps = path.strip("/").split("/")
    sent = _json(asked)
    match asked.method, steps[2:] if steps[0] == "api" else steps:
        case "GET", ["avatar.png"]:
            return Said({})
        case "GET", ["instance"]:
            told = {"statuses": {"max_characters": 500}, "media_attachments": {}}
            return Said({"domain": "far.example", "version": "4.6.0", "configuration": told})
        case "GET", [".well-known", "nodeinfo"]:
            return Said({"links": [{"href": "http://127.0.0.1/nodeinfo/2.0"}]})
        case "GET", ["nodeinfo", _]:
            return Said({"software": {"name": "mastodon"}})
        case "GET", [".well-known", "oauth-authorization-server"]:
            return Said({"issuer": f"http://{asked.headers['host']}/"})
        case "POST", ["apps"]:
            return Said({"client_id": "abc", "client_secret": "client-secret-" + CANARY})
        case "POST", ["oauth", "token"]:
            return Said({"access_token": CANARY, "scope": "read write"})
        case "GET", ["apps", "verify_credentials"]:
            return Said({"name": "cmapp", "scopes": ["read", "write"]})
        case "GET", ["accounts", "verify_credentials"]:
            return Said(account())
        case "GET", ["accounts", "relationships"]:
            return Said([{"id": THEM, "muting": True, "blocking": True}])
        case "GET", ["accounts", _, "statuses"]:
            page = [] if "max_id" in query else [status("210", ME), status("209", ME)]
            return Said(page)
        case "GET", ["accounts", _]:
            return Said(account(THEM))
        case "POST", ["accounts", who, verb]:
            flags = {"muting": verb == "mute", "blocking": verb == "block"}
            return Said({"id": who, **flags})
        case "GET", ["notifications"]:
            first = int(query.get("max_id", ["50"])[0]) - 1
            page = [notification(str(n)) for n in range(first, max(first - 4, 38), -1)]
            more = f'<http://{asked.headers["host"]}{path}?max_id={first - 3}>; rel="next"'
            return Said(page, headers={"Link": more} if first - 4 > 38 else {})
        case "GET", ["conversations"]:
            page = (
                []
                if "max_id" in query
                else [{"id": "1", "last_status": status("300", visibility="direct")}]
            )
            return Said(page)
        case "GET", ["statuses", _, "context"]:
            return Said({"ancestors": [], "descendants": [status("101", in_reply_to_id="100")]})
        case "GET", ["statuses", _, "source"]:
            return Said({"id": "100", "text": "Hello", "spoiler_text": ""})
        case "GET", ["statuses", number]:
            return Said(status(number))
        case "POST", ["statuses"]:
            parent = sent.get("in_reply_to_id")
            if sent.get("scheduled_at"):
                return Said({"id": "77", "scheduled_at": sent["scheduled_at"], "params": {}})
            return Said(status("900", ME, content=sent.get("status"), in_reply_to_id=parent))
        case "POST", ["statuses", number, verb]:
            return Said(status(number, favourited=verb == "favourite", reblogged=verb == "reblog"))
        case "PUT", ["statuses", number]:
            return Said(status(number, ME, content=sent.get("status")))
        case "DELETE", ["statuses", number]:
            return Said(status(number, ME))
        case "GET", ["scheduled_statuses"]:
            return Said([{"id": "77", "scheduled_at": WHEN, "params": {"text": "x"}}])
        case "GET", ["scheduled_statuses", number]:
            return Said({"id": number, "scheduled_at": WHEN, "params": {"text": "x"}})
        case "DELETE", ["scheduled_statuses", _]:
            return Said({})
        case "POST", ["reports"]:
            return Said({"id": "5"})
        case "POST", ["media"]:
            return Said({"id": "44", "url": "https://far.example/m.png", "type": "image"})
        case "GET", ["media", number]:
            return Said({"id": number, "url": "https://far.example/m.png"})
    return Said({"error": "Record not found"}, 404)


# Bluesky

US, BOB = "did:plc:us", "did:plc:bob"
POST = "app.bsky.feed.post"
THEIRS = f"at://{BOB}/{POST}/3ktheirs"
OURS = f"at://{US}/{POST}/3kours"
HIDDEN = f"at://{BOB}/{POST}/3khidden"
GATE = "app.bsky.feed.threadgate"


def person(did: str = BOB) -> dict[str, Any]:
    return {
        "did": did,
        "handle": "bob.test" if did == BOB else "us.test",
        "displayName": "Bob",
        "viewer": {"muted": True, "blockedBy": False},
    }


def record(text: str = "Hello", parent: str | None = None) -> dict[str, Any]:
    made: dict[str, Any] = {"$type": POST, "text": text, "createdAt": WHEN, "langs": ["en"]}
    if parent is not None:
        ref = {"uri": parent, "cid": "bafyours"}
        made["reply"] = {"root": ref, "parent": ref}
    return made


def view(uri: str = THEIRS, **changes: Any) -> dict[str, Any]:
    did = uri.split("/")[2]
    return {
        "uri": uri,
        "cid": "bafy" + uri[-6:],
        "author": person(did),
        "record": record(parent=OURS if did == BOB else None),
        "replyCount": 1,
        "likeCount": 2,
        "indexedAt": WHEN,
        "viewer": {"threadMuted": False},
    } | changes


def notice(number: int) -> dict[str, Any]:
    uri = f"at://{BOB}/{POST}/3knotice{number}"
    at = f"{_YESTERDAY}T10:00:{number:02d}.000Z"
    return {
        "uri": uri,
        "cid": "bafy",
        "author": person(),
        "reason": "reply",
        "reasonSubject": OURS,
        "record": record(f"Notice {number}", OURS),
        "isRead": False,
        "indexedAt": at,
    }


def session(asked: Asked) -> dict[str, Any]:
    service = {"id": "#atproto_pds", "serviceEndpoint": f"http://{asked.headers['host']}"}
    return {
        "did": US,
        "handle": "us.test",
        "accessJwt": CANARY,
        "refreshJwt": CANARY + "-refresh",
        "active": True,
        "didDoc": {"service": [service]},
    }


def bluesky(asked: Asked) -> Said:
    parts = urlsplit(asked.target)
    query = parse_qs(parts.query)
    sent = _json(asked)
    match asked.method, parts.path.rpartition("/")[2]:
        case "GET", "avatar.png":
            return Said({})
        case "POST", "com.atproto.server.createSession" | "com.atproto.server.refreshSession":
            return Said(session(asked))
        case "GET", "app.bsky.actor.getProfile":
            return Said(person(query["actor"][0]))
        case "GET", "com.atproto.identity.resolveHandle":
            return Said({"did": BOB})
        case "GET", "app.bsky.notification.listNotifications":
            last = query.get("cursor", [""])[0]
            first = 30 if not last else int(last[17:19]) - 1
            page = [notice(n) for n in range(first, first - 4, -1)]
            more = {"cursor": page[-1]["indexedAt"]} if first > 20 else {}
            return Said({"notifications": page, **more})
        case "GET", "app.bsky.feed.getPosts":
            return Said({"posts": [view(uri) for uri in query["uris"]]})
        case "GET", "app.bsky.feed.getAuthorFeed":
            if "cursor" in query:
                return Said({"feed": []})
            return Said({"feed": [{"post": view(OURS)}], "cursor": WHEN})
        case "GET", "app.bsky.feed.getPostThread":
            asked_for = query["uri"][0]
            below = {"$type": "app.bsky.feed.defs#threadViewPost", "post": view(THEIRS)}
            return Said({"thread": {**below, "post": view(asked_for), "replies": [below]}})
        case "GET", "com.atproto.repo.getRecord":
            uri = f"at://{query['repo'][0]}/{query['collection'][0]}/{query['rkey'][0]}"
            if query["collection"][0] != GATE and query["repo"][0] == US and "3k" not in uri:
                return Said({"error": "RecordNotFound", "message": "none"}, 400)
            gate = {"$type": GATE, "post": OURS, "hiddenReplies": [HIDDEN]}
            value = gate if query["collection"][0] == GATE else record()
            return Said({"uri": uri, "cid": "bafygate", "value": value})
        case "POST", "com.atproto.repo.putRecord":
            uri = f"at://{US}/{sent.get('collection')}/{sent.get('rkey')}"
            return Said({"uri": uri, "cid": "bafynew"})
        case "POST", "com.atproto.repo.deleteRecord":
            return Said({})
        case "POST", "com.atproto.repo.uploadBlob":
            ref = {
                "$type": "blob",
                "ref": {"$link": "bafkblob"},
                "mimeType": "image/png",
                "size": 9,
            }
            return Said({"blob": ref})
        case "POST", "app.bsky.graph.muteActor" | "app.bsky.graph.unmuteActor":
            return Said({})
        case "POST", "com.atproto.moderation.createReport":
            return Said({"id": 5})
    return Said({"error": "MethodNotImplemented", "message": "none"}, 501)


def _json(asked: Asked) -> dict[str, Any]:
    try:
        found = json.loads(asked.body or b"{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


SCRIPTS = {"mastodon": mastodon, "bluesky": bluesky}


@contextmanager
def connector(platform: str, url: str, folder: Path, **facts: Any) -> Iterator[Connector]:
    """A connector of an account on the server at `url`, signed in."""
    made: Connector
    if platform == "mastodon":
        facts = {"software": "mastodon", "scopes": None, **facts}
        grant = Grant(url, "mastodon:far.example", ME, "us@far.example", facts=facts)
        made = Mastodon(grant, Keys(token=CANARY), profile=folder)
    else:
        grant = Grant(url, "bluesky", US, "us.test", facts={"pds": url, **facts})
        keys = Keys(access=CANARY, refresh=CANARY + "-refresh", password=CANARY + "-password")
        made = Bluesky(grant, keys, profile=folder)
    try:
        yield made
    finally:
        made.close()
