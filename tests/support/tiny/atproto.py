"""As much of a PDS with its AppView as the connector uses, and the truth behind it.

putRecord with `swapRecord: null` makes a record where there is none; the very same record again is
answered as done, another under the same key is refused (`InvalidSwap`). createRecord on a key that
is taken fails with 500, as theirs does.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from tests.support.tiny.frame import How, Reply, Request

POST = "app.bsky.feed.post"
US, PASSWORD = "moss.test", "abcd-efgh-ijkl-mnop"


def stamp(at: int) -> str:
    when = datetime.fromtimestamp(at / 1000, UTC)
    return when.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def cid_of(value: Any) -> str:
    packed = json.dumps(value, sort_keys=True, ensure_ascii=False).encode()
    digest = base64.b32encode(hashlib.sha256(packed).digest()).decode().lower().rstrip("=")
    return f"bafyrei{digest}"


class _No(Exception):
    def __init__(self, error: str, message: str = "", status: int = 400) -> None:
        super().__init__(error)
        self.reply = Reply(status, {"error": error, "message": message or error})


class Pds:
    """One PDS with `moss.test`, whose password is ours, and whoever speaks to them."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.dids: dict[str, str] = {}
        self.records: dict[str, dict[str, Any]] = {}
        self.blobs: set[str] = set()
        self.held: set[str] = set()
        self.notices: list[dict[str, Any]] = []
        self.sessions = 0
        self.alive: set[str] = set()
        self.refreshes: set[str] = set()
        self.creates = 0
        self.us = self._person(US)

    @property
    def facts(self) -> dict[str, Any]:
        answers = {"server": self.url, "handle": US, "password": PASSWORD}
        return {"answers": answers, "token": PASSWORD, "way": "app_password"}

    # What the harness does and looks at

    def say(self, *, now: int, who: str, text: str, parent: str | None = None) -> str:
        """Let somebody name us, in a thread of theirs or below `parent`."""
        did = self._person(f"{who}.test")
        words = f"@{US} {text}"
        facet = {
            "index": {"byteStart": 0, "byteEnd": len(US) + 1},
            "features": [{"$type": "app.bsky.richtext.facet#mention", "did": self.us}],
        }
        value: dict[str, Any] = {
            "$type": POST, "text": words, "createdAt": stamp(now), "facets": [facet]
        }  # fmt: skip
        if parent is not None:
            above = self.records[parent]
            root = above["value"].get("reply", {}).get("root")
            ref = {"uri": parent, "cid": above["cid"]}
            value["reply"] = {"root": root or ref, "parent": ref}
        uri = f"at://{did}/{POST}/3k{len(self.records):011d}"
        self._keep(uri, value, now, How())
        self.notices.append({"uri": uri, "at": now})
        return uri

    def ours(self, *, now: int) -> list[dict[str, Any]]:
        """Return what we posted, in the order it was made: {id, text, parent, media}."""
        return [
            {
                "id": uri, "text": one["value"]["text"],
                "parent": one["value"].get("reply", {}).get("parent", {}).get("uri"),
                "media": len(one["value"].get("embed", {}).get("images", [])),
            }
            for uri, one in self.records.items()
            if uri.startswith(f"at://{self.us}/{POST}/")
        ]  # fmt: skip

    def asked(self, *, now: int) -> int:
        """Return how many records we were asked to make."""
        return self.creates

    def forget_uploads(self) -> None:
        self.blobs &= self.held

    def expire(self) -> None:
        self.alive.clear()

    def refusal(self) -> Reply:
        return Reply(400, {"error": "InvalidRequest", "message": "Invalid record"})

    # The API

    def kind_of(self, request: Request) -> str:
        match request.path.removeprefix("/xrpc/"):
            case "com.atproto.repo.putRecord" | "com.atproto.repo.createRecord":
                return "create"
            case "com.atproto.repo.uploadBlob":
                return "upload"
        session = "com.atproto.server." in request.path
        return "read" if request.method == "GET" or session else "write"

    def answer(self, request: Request, now: int, how: How) -> Reply:
        name = request.path.removeprefix("/xrpc/")
        done: dict[str, Callable[[], Any]] = {
            "com.atproto.server.createSession": lambda: self._sign_in(request),
            "com.atproto.server.refreshSession": lambda: self._refresh(request),
            "com.atproto.repo.putRecord": lambda: self._put(request, now, how),
            "com.atproto.repo.createRecord": lambda: self._create(request, now, how),
            "com.atproto.repo.getRecord": lambda: self._record(request.query, now),
            "com.atproto.repo.uploadBlob": lambda: self._upload(request),
            "com.atproto.identity.resolveHandle": lambda: self._resolve(request.query["handle"]),
            "app.bsky.actor.getProfile": lambda: self._profile(request.query["actor"]),
            "app.bsky.feed.getPosts": lambda: self._posts(request, now),
            "app.bsky.feed.getPostThread": lambda: self._thread(request.query["uri"], now),
            "app.bsky.feed.getAuthorFeed": lambda: self._feed(request.query, now),
            "app.bsky.notification.listNotifications": lambda: self._notified(request.query, now),
        }
        if name not in done:
            return Reply(501, {"error": "MethodNotImplemented", "message": name})
        try:
            if "server." not in name and request.token not in self.alive:
                raise _No("ExpiredToken" if request.token else "AuthMissing")
            return Reply(200, done[name]())
        except _No as no:
            return no.reply

    def _sign_in(self, request: Request) -> Any:
        given = request.json
        if given["password"] != PASSWORD or given["identifier"] not in (US, self.us):
            raise _No("AuthenticationRequired", status=401)
        return self._session()

    def _refresh(self, request: Request) -> Any:
        if request.token not in self.refreshes:
            raise _No("ExpiredToken")
        self.refreshes.discard(request.token)
        return self._session()

    def _session(self) -> dict[str, Any]:
        self.sessions += 1
        access, refresh = f"access-{self.sessions}", f"refresh-{self.sessions}"
        self.alive.add(access)
        self.refreshes.add(refresh)
        service = {
            "id": "#atproto_pds", "type": "AtprotoPersonalDataServer", "serviceEndpoint": self.url
        }  # fmt: skip
        return {
            "did": self.us, "handle": US, "accessJwt": access, "refreshJwt": refresh,
            "active": True, "didDoc": {"id": self.us, "service": [service]},
        }  # fmt: skip

    def _put(self, request: Request, now: int, how: How) -> Any:
        self.creates += 1
        given = request.json
        uri = f"at://{self.us}/{given['collection']}/{given['rkey']}"
        value = given["record"]
        there = self.records.get(uri)
        if there is not None and there["cid"] == cid_of(value):
            return {"uri": uri, "cid": there["cid"], "validationStatus": "valid"}
        if there is not None and "swapRecord" in given and given["swapRecord"] is None:
            raise _No("InvalidSwap", f"Record was at {there['cid']}")
        return self._kept(uri, value, now, how)

    def _create(self, request: Request, now: int, how: How) -> Any:
        self.creates += 1
        given = request.json
        rkey = given.get("rkey") or f"3z{len(self.records):011d}"
        uri = f"at://{self.us}/{given['collection']}/{rkey}"
        if uri in self.records:
            raise _No("InternalServerError", "already a value at key", 500)
        return self._kept(uri, given["record"], now, how)

    def _kept(self, uri: str, value: dict[str, Any], now: int, how: How) -> dict[str, Any]:
        for image in value.get("embed", {}).get("images", []):
            link = image["image"]["ref"]["$link"]
            if link not in self.blobs:
                raise _No("BlobNotFound", f"Could not find blob: {link}")
            self.held.add(link)
        if "reply" in value and value["reply"]["parent"]["uri"] not in self.records:
            raise _No("InvalidRequest", "Record not found")
        self._keep(uri, value, now, how)
        return {"uri": uri, "cid": self.records[uri]["cid"], "validationStatus": "valid"}

    def _keep(self, uri: str, value: dict[str, Any], now: int, how: How) -> None:
        self.records[uri] = {
            "cid": cid_of(value), "value": value, "at": now, "seen_from": how.seen_from
        }  # fmt: skip

    def _record(self, query: Mapping[str, str], now: int) -> Any:
        uri = f"at://{query['repo']}/{query['collection']}/{query['rkey']}"
        there = self.records.get(uri)
        if there is None or there["seen_from"] > now:
            raise _No("RecordNotFound", f"Could not locate record: {uri}")
        return {"uri": uri, "cid": there["cid"], "value": there["value"]}

    def _upload(self, request: Request) -> Any:
        link = "bafkrei" + hashlib.sha256(request.body).hexdigest()[:52]
        self.blobs.add(link)
        mime = request.headers.get("content-type", "")
        ref = {"$link": link}
        return {"blob": {"$type": "blob", "ref": ref, "mimeType": mime, "size": len(request.body)}}

    # The AppView

    def _person(self, handle: str) -> str:
        return self.dids.setdefault(handle, f"did:plc:{len(self.dids):024d}")

    def _resolve(self, handle: str) -> Any:
        if handle not in self.dids:
            raise _No("InvalidRequest", "Unable to resolve handle")
        return {"did": self.dids[handle]}

    def _profile(self, actor: str) -> Any:
        handle = next((h for h, did in self.dids.items() if actor in (h, did)), None)
        if handle is None:
            raise _No("InvalidRequest", "Profile not found")
        return {"did": self.dids[handle], "handle": handle, "displayName": handle, "viewer": {}}

    def _seen(self, uri: str, now: int) -> bool:
        return uri in self.records and self.records[uri]["seen_from"] <= now

    def _below(self, uri: str, now: int) -> list[str]:
        return [
            name
            for name, one in self.records.items()
            if one["value"].get("reply", {}).get("parent", {}).get("uri") == uri
            and self._seen(name, now)
        ]

    def _view(self, uri: str, now: int) -> dict[str, Any]:
        one = self.records[uri]
        return {
            "$type": "app.bsky.feed.defs#postView", "uri": uri, "cid": one["cid"],
            "author": self._profile(uri.split("/")[2]), "record": one["value"],
            "replyCount": len(self._below(uri, now)), "repostCount": 0, "likeCount": 0,
            "quoteCount": 0, "indexedAt": stamp(one["at"]), "viewer": {},
        }  # fmt: skip

    def _posts(self, request: Request, now: int) -> Any:
        wanted = [v for k, v in request.pairs if k == "uris"]
        return {"posts": [self._view(uri, now) for uri in wanted if self._seen(uri, now)]}

    def _thread(self, uri: str, now: int) -> Any:
        if not self._seen(uri, now):
            raise _No("NotFound", f"Post not found: {uri}")

        def below(at: str) -> dict[str, Any]:
            return {
                "$type": "app.bsky.feed.defs#threadViewPost", "post": self._view(at, now),
                "replies": [below(one) for one in self._below(at, now)],
            }  # fmt: skip

        node = below(uri)
        top = node
        above = self.records[uri]["value"].get("reply", {}).get("parent", {}).get("uri")
        while above is not None and self._seen(above, now):
            top["parent"] = {
                "$type": "app.bsky.feed.defs#threadViewPost", "post": self._view(above, now)
            }  # fmt: skip
            top = top["parent"]
            above = self.records[above]["value"].get("reply", {}).get("parent", {}).get("uri")
        return {"thread": node}

    def _feed(self, query: Mapping[str, str], now: int) -> Any:
        mine = [u for u in self.records if u.startswith(f"at://{query['actor']}/{POST}/")]
        shown = [u for u in reversed(mine) if self._seen(u, now)]
        before = query.get("cursor", "~")
        page = [u for u in shown if stamp(self.records[u]["at"]) < before]
        page = page[: int(query.get("limit", 50))]
        found: dict[str, Any] = {"feed": [{"post": self._view(u, now)} for u in page]}
        if page and page[-1] != shown[-1]:
            found["cursor"] = stamp(self.records[page[-1]]["at"])
        return found

    def _notified(self, query: Mapping[str, str], now: int) -> Any:
        before = query.get("cursor", "~")
        shown = [n for n in reversed(self.notices) if stamp(n["at"]) < before]
        page = shown[: int(query.get("limit", 50))]
        found: dict[str, Any] = {"notifications": [self._notice(n) for n in page]}
        if len(shown) > len(page):
            found["cursor"] = stamp(page[-1]["at"])
        return found

    def _notice(self, n: Mapping[str, Any]) -> dict[str, Any]:
        one = self.records[n["uri"]]
        parent = one["value"].get("reply", {}).get("parent", {}).get("uri", "")
        ours = parent.startswith(f"at://{self.us}/")
        return {
            "uri": n["uri"], "cid": one["cid"], "author": self._profile(n["uri"].split("/")[2]),
            "reason": "reply" if ours else "mention", "record": one["value"], "isRead": False,
            "indexedAt": stamp(n["at"]), **({"reasonSubject": parent} if ours else {}),
        }  # fmt: skip
