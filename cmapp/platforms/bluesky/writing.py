"""Writing: posts, replies, likes and their ends, each under a key that the outbox can name again.

A post is written with putRecord and `swapRecord: null`: where its key holds the very same record
nothing happens and the answer is as good; where it holds another, the server refuses.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cmapp.connectors import fit
from cmapp.connectors.base import Grant, Json, Pending, Sent
from cmapp.domain.actions import (
    Action,
    Delete,
    Like,
    Publish,
    Reply,
    Repost,
    Target,
    Unlike,
    Unrepost,
)
from cmapp.domain.errors import Flaky, Garbled, Missing, Rejected, Uncertain
from cmapp.domain.records import Gone, Media, Post, Profile
from cmapp.platforms.bluesky import facets, record, shape
from cmapp.platforms.bluesky.api import Session, error_of, refusal
from cmapp.platforms.bluesky.reading import address
from cmapp.platforms.bluesky.shape import POST, at_uri, map_of, need, text_of
from cmapp.platforms.bluesky.tid import tid
from cmapp.system import clock

LIKE = "app.bsky.feed.like"
REPOST = "app.bsky.feed.repost"
LATE = 600_000
"""How old (ms) the person's own time may be and still be the post's."""


class Deeds:
    """What one account does. Used by one thread at a time, like its connector."""

    def __init__(self, session: Session, grant: Grant, *, profile: Path) -> None:
        self._session = session
        self._grant = grant
        self._profile = profile

    def publish(self, action: Publish | Reply, key: str, progress: Json) -> Sent | Pending:
        folder = self._profile / "media"
        files = [fit.file_of(one, folder).read_bytes() for one in action.media]
        done: dict[str, Any] = dict(progress or {})
        rkey = tid(key, action.made_at)
        refs: tuple[record.Ref, record.Ref] | None = None
        if isinstance(action, Reply):
            try:
                refs = self._refs(action.target)
            except (Missing, Rejected):
                # Ours may be there already: then the question does not arise any more.
                if (there := self.find(action, key, 0)) is not None:
                    return there
                raise
        if found := self._first_found(action, done):
            return Pending({**done, **found})
        blobs: list[Mapping[str, Any]] = done.get("blobs", [])
        if len(blobs) < len(files):
            made = self._session.upload(files[len(blobs)], action.media[len(blobs)].mime)
            return Pending({**done, "blobs": [*blobs, dict(made)]})
        dids: Mapping[str, str | None] = done.get("dids", {})
        made_at = int(done.get("at", action.made_at))
        ours = record.post(action, made_at=made_at, refs=refs, blobs=blobs, did_of=dids.get)
        try:
            cid, value = self.put(POST, rkey, ours)
        except Missing as error:
            if error.facts.get("error") == "BlobNotFound" and not done.get("again"):
                # The server forgot an upload that no post held: once more from there.
                return Pending({**done, "blobs": [], "again": True})
            raise Rejected(reason="refused", **error.facts) from None
        return Sent(at_uri(self._session.did, POST, rkey), self._made(rkey, cid, value))

    def _first_found(self, action: Publish | Reply, done: Mapping[str, Any]) -> dict[str, Any]:
        """Return what a first attempt must find out and keep, so that a second writes the same.

        Whom each handle means; and a time, where the person's own is long past: readers find a
        post by its time, so an answer dated three days back would lie where nobody looks.
        """
        found: dict[str, Any] = {}
        if "dids" not in done and (handles := facets.handles(action.text)):
            found["dids"] = {one: self._session.resolve(one) for one in handles}
        if "at" not in done and clock.now() - action.made_at > LATE:
            found["at"] = clock.now()
        return found

    def put(
        self, collection: str, rkey: str, ours: Mapping[str, Any]
    ) -> tuple[str, Mapping[str, Any]]:
        """Write a record that must not be there yet; return its cid and what lies there.

        The very same record is taken as done. Raises Rejected, Missing, SignInNeeded, Throttled
        (it did not happen) and Uncertain.
        """
        answer = self._session.procedure(
            "com.atproto.repo.putRecord",
            {
                "repo": self._session.did,
                "collection": collection,
                "rkey": rkey,
                "record": ours,
                "swapRecord": None,
            },
        )
        if answer.ok:
            cid = text_of(answer.data, "cid")
            if cid is None:
                raise Uncertain(reason="unread")
            return cid, ours
        if error_of(answer) != "InvalidSwap":
            raise refusal(answer, write=True)
        try:
            there = self._session.record(collection, rkey)
        except (Flaky, Garbled) as error:
            raise Uncertain(reason="unread", cause=error.why) from error
        value = map_of(there, "value")
        if there is None or not record.same(value, ours):
            raise Rejected(reason="key_taken")
        return need(there, "cid"), value

    def _made(self, rkey: str, cid: str, value: Mapping[str, Any]) -> Post:
        """Return one of our posts from its record, as a pull would bring it a moment later."""
        grant = self._grant
        author = Profile(
            remote_id=grant.remote_id,
            handle=grant.handle,
            name=grant.name,
            avatar=grant.avatar,
            url=f"https://bsky.app/profile/{grant.handle}",
        )
        return shape.post(
            at_uri(self._session.did, POST, rkey),
            cid,
            author,
            value,
            media=self._pictures(value),
        )

    def _pictures(self, value: Mapping[str, Any]) -> tuple[Media, ...]:
        made = []
        for one in shape.list_of(map_of(value, "embed"), "images"):
            link = text_of(map_of(map_of(one, "image"), "ref"), "$link")
            ratio = map_of(one, "aspectRatio")
            made.append(
                Media(
                    kind="image",
                    url=f"{self._session.pds}/xrpc/com.atproto.sync.getBlob"
                    f"?did={self._session.did}&cid={link}",
                    alt=text_of(one, "alt"),
                    width=shape.count_of(ratio, "width"),
                    height=shape.count_of(ratio, "height"),
                )
            )
        return tuple(made)

    def _refs(self, target: Target) -> tuple[record.Ref, record.Ref]:
        """Return root and parent for a reply, having looked whether it may be answered.

        Raises Missing (the post is gone) and Rejected (`not_allowed`). Where the look itself
        fails and all is known, what is known will do.
        """
        uri = address(self._session, target.remote_id)
        known = record.refs(target)
        repo, collection, rkey = shape.place(uri) or ("", "", "")
        try:
            if repo == self._session.did:
                there = self._session.record(collection, rkey)
                if there is None:
                    raise Missing(remote_id=uri)
                return record.refs_of(uri, need(there, "cid"), map_of(there, "value"))
            view = self._session.posts([uri]).get(uri)
        except (Flaky, Garbled):
            if known is None:
                raise
            return known
        if view is None:
            raise Missing(remote_id=uri)
        made = shape.viewed(view)
        if made.can_reply is False:
            raise Rejected(field="target", reason="not_allowed", cause=made.no_reply_why)
        return record.refs_of(uri, need(view, "cid"), map_of(view, "record"))

    def delete(self, action: Delete, key: str, progress: Json) -> Sent | Pending:
        uri = address(self._session, action.target.remote_id)
        repo, collection, rkey = shape.place(uri) or ("", "", "")
        if repo != self._session.did:
            raise Rejected(field="target", reason="not_ours")
        self.remove(collection, rkey)
        return Sent(uri, Gone(uri))

    def remove(self, collection: str, rkey: str) -> None:
        data = {"repo": self._session.did, "collection": collection, "rkey": rkey}
        answer = self._session.procedure("com.atproto.repo.deleteRecord", data)
        if not answer.ok:
            raise refusal(answer, write=True)

    def mark(self, action: Like | Repost, key: str, progress: Json) -> Sent | Pending:
        """Like or repost: one record per post, whoever asks and how often."""
        collection, seen = (LIKE, "like") if isinstance(action, Like) else (REPOST, "repost")
        uri = address(self._session, action.target.remote_id)
        view = self._session.posts([uri]).get(uri)
        if view is None:
            raise Missing(remote_id=uri)
        if there := text_of(map_of(view, "viewer"), seen):
            return Sent(there)
        rkey = tid(uri)
        subject = {"uri": uri, "cid": need(view, "cid")}
        self.put(collection, rkey, record.deed(collection, subject, made_at=clock.now()))
        return Sent(at_uri(self._session.did, collection, rkey))

    def unmark(self, action: Unlike | Unrepost, key: str, progress: Json) -> Sent | Pending:
        """Take a like or repost back: ours, and the one that another program made."""
        collection, seen = (LIKE, "like") if isinstance(action, Unlike) else (REPOST, "repost")
        uri = address(self._session, action.target.remote_id)
        view = self._session.posts([uri]).get(uri)
        keys = {tid(uri)}
        if found := shape.place(text_of(map_of(view, "viewer"), seen) or ""):
            keys.add(found[2])
        for rkey in sorted(keys):
            self.remove(collection, rkey)
        return Sent(uri)

    def find(self, action: Action, key: str, since: int) -> Sent | None:
        did = self._session.did
        match action:
            case Publish() | Reply():
                rkey = tid(key, action.made_at)
                there = self._session.record(POST, rkey)
                if there is None:
                    return None
                made = self._made(rkey, need(there, "cid"), map_of(there, "value"))
                return Sent(made.remote_id, made)
            case Delete():
                uri = address(self._session, action.target.remote_id)
                _, collection, rkey = shape.place(uri) or ("", "", "")
                gone = self._session.record(collection, rkey) is None
                return Sent(uri, Gone(uri)) if gone else None
            case Like() | Repost() | Unlike() | Unrepost():
                uri = address(self._session, action.target.remote_id)
                collection = LIKE if isinstance(action, Like | Unlike) else REPOST
                there = self._session.record(collection, tid(uri))
                if isinstance(action, Like | Repost):
                    return Sent(at_uri(did, collection, tid(uri))) if there else None
                return None if there else Sent(uri)
            case _:
                return None
