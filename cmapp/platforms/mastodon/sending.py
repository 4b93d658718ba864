"""What we do on a server: post, answer, edit, delete, like, boost; and the steps of an upload."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from cmapp.connectors import fit
from cmapp.connectors.base import Json, Pending, Sent
from cmapp.domain.actions import (
    Attachment,
    Delete,
    Edit,
    Like,
    Publish,
    Reply,
    Repost,
    Target,
    Unlike,
    Unrepost,
    Unschedule,
)
from cmapp.domain.errors import (
    Flaky,
    Garbled,
    Missing,
    Rejected,
    Trouble,
    Uncertain,
    Unsupported,
)
from cmapp.domain.limits import Limits
from cmapp.domain.records import Post
from cmapp.platforms.mastodon import shape
from cmapp.platforms.mastodon.api import Api
from cmapp.system import clock
from cmapp.system.http import Upload

_WIDE_TO_NARROW = ("public", "unlisted", "private", "direct")
_MARKS = {Like: "favourite", Unlike: "unfavourite", Repost: "reblog", Unrepost: "unreblog"}
_MOST_TRIES = 3
_MOST_LOOKS = 120
# Servers whose users may have set another way of writing as their own default.
_TELL_PLAIN = frozenset({"gotosocial", "pleroma", "akkoma"})


class Sender:
    """The deeds of one account. Each checks the limits before the network.

    All raise Offline, Throttled, SignInNeeded, Rejected, Missing, Uncertain; and, where a look
    before the deed or an upload failed, Flaky or Garbled: nothing happened then.
    """

    def __init__(
        self,
        api: Api,
        limits: Callable[[], Limits],
        *,
        handle: str,
        facts: Mapping[str, Any],
        media: Path,
    ) -> None:
        self._api = api
        self._limits = limits
        self._handle = handle
        self._facts = facts
        self._media = media

    def publish(self, action: Publish | Reply, key: str, progress: Json) -> Sent | Pending:
        """Post or answer. `progress` is `{"media": [id], "busy", "looks", "tries"}`."""
        text = self.outgoing(action)
        done: dict[str, Any] = dict(progress or {})
        ready: list[str] = list(done.get("media", []))
        if done.get("busy"):
            return self._look_at_upload(done, ready)
        if len(ready) < len(action.media):
            return self._upload(action.media[len(ready)], done, ready)
        body: dict[str, Any] = {"status": text, "visibility": self._visibility(action)}
        if isinstance(action, Reply):
            self._may_answer(action.target)
            body["in_reply_to_id"] = action.target.remote_id
        if ready:
            body["media_ids"] = ready
        if action.lang:
            body["language"] = action.lang
        if action.spoiler:
            body |= {"spoiler_text": action.spoiler, "sensitive": True}
        if action.poll is not None:
            body["poll"] = {
                "options": list(action.poll.options),
                "expires_in": action.poll.seconds,
                "multiple": action.poll.multiple,
            }
        if self._facts.get("software") in _TELL_PLAIN:
            body["content_type"] = "text/plain"
        if isinstance(action, Publish) and action.at:
            self._may_schedule(action.at)
            body["scheduled_at"] = shape.stamp(action.at)
        return _sent(action, self._api.publish(body, key))

    def unschedule(self, action: Unschedule, key: str, progress: Json) -> Sent:
        """Take a post out of the server's scheduler. Raises Missing where it is there no more."""
        del key, progress
        self._api.unschedule(action.ref)
        return Sent(action.ref)

    def _may_schedule(self, at: int) -> None:
        """See that the server has a scheduler, and that its own clock leaves it time enough.

        With a time that is past for the server some publish at once, and dated back.
        """
        try:
            _, theirs = self._api.scheduler()
        except (Missing, Garbled, Unsupported):
            raise Rejected(field="at", reason="not_offered") from None
        latest = max(clock.now(), theirs or 0)
        if at - latest < (self._limits().ahead_min or 300) * 1000:
            raise Rejected(field="at", reason="too_soon")

    def outgoing(self, action: Publish | Reply) -> str:
        """Return the text as it goes out: an answer names whom it is for, or it reaches nobody.

        Added in front is the author; in a direct message, where naming is addressing, all who
        took part.
        """
        if not isinstance(action, Reply):
            return action.text
        target = action.target
        facts = target.facts
        people = [str(facts.get("acct") or target.handle)]
        if target.visibility == "direct":
            people += [str(acct) for acct in facts.get("mentions", [])]
        named = shape.mentioned(action.text)
        me, _, here = self._handle.lower().partition("@")
        passed = named | {me, f"{me}@{here}"}
        lacking = [
            acct
            for acct in dict.fromkeys(people)
            # Who lives here may be named with or without the server.
            if acct and not passed & {acct.lower(), f"{acct.lower()}@{here}"}
        ]
        return " ".join([*(f"@{acct}" for acct in lacking), action.text])

    def edit(self, action: Edit, key: str, progress: Json) -> Sent:
        """Change the text and keep all else: what an edit leaves out, servers take away."""
        del key, progress
        remote_id = action.target.remote_id
        status = self._api.status(remote_id)
        source = self._api.source(remote_id)
        people = shape.post(status).facts.get("mentions", [])
        old = status if isinstance(status, dict) else {}
        if old.get("poll"):
            # The API has no way to change the text and leave the votes alone.
            raise Rejected(field="text", reason="has_poll")
        told = source if isinstance(source, dict) else {}
        spoiler = str(told.get("spoiler_text", old.get("spoiler_text")) or "")
        text = action.text
        if spoiler and text.startswith(spoiler):
            # Records show the warning as the first paragraph.
            text = text.removeprefix(spoiler).lstrip("\n")
        text = shape.full_mentions(text, list(people))
        attached = shape.attached(old)
        if text.strip() or not attached:
            fit.check(text, (), self._limits(), self._media, counted=spoiler + text)
        body: dict[str, Any] = {"status": text, "media_ids": attached}
        if spoiler:
            body["spoiler_text"] = spoiler
        if isinstance(old.get("sensitive"), bool):
            body["sensitive"] = old["sensitive"]
        if isinstance(old.get("language"), str):
            body["language"] = old["language"]
        return _sent(action, self._api.edit(remote_id, body))

    def delete(self, action: Delete, key: str, progress: Json) -> Sent:
        """Take a post of ours down; one that is gone already counts as done."""
        del key, progress
        try:
            self._api.delete(action.target.remote_id)
        except Missing:
            pass
        return Sent(action.target.remote_id)

    def mark(self, action: Like | Unlike | Repost | Unrepost, key: str, progress: Json) -> Sent:
        """Like or boost, or take it back; the server does each once however often it is asked."""
        del key, progress
        answer = self._api.mark(action.target.remote_id, _MARKS[type(action)])
        if not isinstance(answer, dict) or "id" not in answer:
            raise Uncertain(reason="shape")
        inner = answer.get("reblog")
        return Sent(action.target.remote_id, _record(inner or answer))

    def _may_answer(self, target: Target) -> None:
        """Look at the post once more: servers make an answer to a missing one a post of its own.

        Raises the read errors, Missing, and Rejected where the server says that we may not.
        """
        found = shape.post(self._api.status(target.remote_id))
        if found.can_reply is False:
            raise Rejected(field="target", reason=found.no_reply_why)

    def fits(self, action: Publish | Reply) -> None:
        """Refuse before the network what this server or this token would refuse."""
        limits, scopes = self._limits(), self._facts.get("scopes")
        if action.media and scopes is not None and not {"write", "write:media"} & set(scopes):
            raise Rejected("scope_missing", field="media", reason="scope_missing", scope="write")
        # servers count the warning and the text as one
        counted = action.spoiler + self.outgoing(action)
        fit.options(action, limits)
        fit.check(action.text, action.media, limits, self._media, counted=counted)

    def _visibility(self, action: Publish | Reply) -> str:
        """Return the narrower of what was asked and what is answered."""
        if not isinstance(action, Reply):
            return action.visibility
        theirs = action.target.visibility
        if theirs not in _WIDE_TO_NARROW:
            # A kind of this server's own: an answer must not be seen by more people.
            return "private" if action.visibility != "direct" else "direct"
        if action.visibility not in _WIDE_TO_NARROW:
            return action.visibility
        return max(theirs, action.visibility, key=_WIDE_TO_NARROW.index)

    # Uploads: nothing of them can be seen, so a lost answer is simply tried again

    def _upload(self, attachment: Attachment, done: dict[str, Any], ready: list[str]) -> Pending:
        path = fit.file_of(attachment, self._media)
        file = Upload("file", f"upload{path.suffix}", attachment.mime, path.read_bytes())
        try:
            answer = self._api.upload(file, attachment.alt)
            remote_id = shape.remote_id(answer, "media")
        except (Flaky, Garbled) as trouble:
            return _again(done, trouble)
        processed = isinstance(answer, dict) and answer.get("url")
        if processed:
            return Pending({"media": [*ready, remote_id]})
        return Pending({"media": ready, "busy": remote_id}, wait=1.0)

    def _look_at_upload(self, done: dict[str, Any], ready: list[str]) -> Pending:
        remote_id = str(done["busy"])
        try:
            status, _ = self._api.media(remote_id)
        except (Flaky, Garbled) as trouble:
            return _again(done, trouble)
        except Missing as gone:
            # The server has dropped it; hand it in again.
            return _again({"media": ready, "tries": done.get("tries", 0)}, gone)
        if status != 206:
            return Pending({"media": [*ready, remote_id]})
        looks = int(done.get("looks", 0)) + 1
        if looks > _MOST_LOOKS:
            raise Rejected(field="media", reason="not_processed")
        return Pending({**done, "looks": looks}, wait=min(2.0 + looks, 15.0))


def _again(done: dict[str, Any], trouble: Trouble) -> Pending:
    """Return a short wait before an upload is tried again; after some of them raise `trouble`."""
    tries = int(done.get("tries", 0)) + 1
    if tries > _MOST_TRIES:
        raise trouble
    return Pending({**done, "tries": tries}, wait=2.0**tries)


def _sent(action: Publish | Reply | Edit, answer: Json) -> Sent:
    """Return what came of it; say where the server did something else than it was asked."""
    try:
        remote_id = shape.remote_id(answer)
    except Garbled:
        raise Uncertain(reason="shape") from None
    data: dict[str, Any] = answer if isinstance(answer, dict) else {}
    notes: tuple[str, ...] = ()
    if "content" not in data and data.get("scheduled_at"):
        try:
            return Sent(remote_id, held_until=shape.held_until(data))
        except Garbled:
            raise Uncertain(reason="shape") from None
    if isinstance(action, Reply) and not _answers(data, action.target):
        notes = ("detached",)
    return Sent(remote_id, _record(answer), notes)


def _answers(data: Mapping[str, Any], target: Target) -> bool:
    return str(data.get("in_reply_to_id")) == target.remote_id


def _record(answer: Json) -> Post | None:
    # The deed is done; an answer that cannot be read must not undo that.
    try:
        return shape.post(answer)
    except Garbled:
        return None
