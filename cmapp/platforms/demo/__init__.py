"""A network in a box: people, posts, faults, and a server that outlives the program.

It is what a newcomer meets, the stage of the end-to-end tests, and the reference for anyone who
writes a connector: two tables, then their handlers. `network.py` is the server and the handles
by which tests and the story move its world.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import Any

from cmapp.connectors import fit
from cmapp.connectors.base import (
    Connector,
    Grant,
    Json,
    Page,
    Pending,
    Perform,
    Pull,
    Replay,
    Secrets,
    Sent,
    Spec,
)
from cmapp.connectors.paging import newest_first, sound, through
from cmapp.connectors.signin import Field, Form, Step
from cmapp.domain import actions
from cmapp.domain.actions import MODERATION, Action, Attachment
from cmapp.domain.errors import Unsupported
from cmapp.domain.limits import Limits
from cmapp.domain.records import Record
from cmapp.domain.streams import Stream

from . import api, shape
from .deeds import LEAST_AHEAD
from .network import FOLDER, Network
from .seed import brands
from .view import Seen

HOUR = 3600 * 1000
PAST = 100 * 24 * HOUR
"""How far back the first look goes (ms): the server is a file of this machine, far is not dear."""


class Demo(Connector):
    """One of our two accounts on the demo network; BRANDS are their handles."""

    BRANDS = tuple(person["handle"] for person in brands())
    spec = Spec(
        id="demo",
        name="Demo",
        signin_ways=("demo",),
        metrics=("replies", "likes", "reposts"),
        absent={"impressions": "not_offered"},
        lag_hours=24.0,
        rechecks=40,
    )

    def __init__(self, grant: Grant, secrets: Secrets, *, profile: Path) -> None:
        super().__init__(grant, secrets, profile=profile)
        self.network = Network(profile / FOLDER)

    @classmethod
    def sign_in(cls, way: str) -> Generator[Step, Mapping[str, str], Grant]:
        """Ask which of our accounts; there is no secret to it."""
        if way not in cls.spec.signin_ways:
            raise Unsupported(verb="sign_in", why=way)
        ours = {person["handle"]: person for person in brands()}
        form = Form("demo", (Field("handle", "handle", value=cls.BRANDS[0]),))
        while True:
            answer = yield form
            person = ours.get(answer.get("handle", "").strip().removeprefix("@").casefold())
            if person:
                return Grant(
                    server="demo:",
                    realm="demo",
                    remote_id=person["id"],
                    handle=person["handle"],
                    name=person["name"],
                )
            form = Form("demo", form.fields, problem="unknown_handle", problem_field="handle")

    def pulls(self) -> Mapping[Stream, Pull]:
        return {
            Stream.INBOX: self._inbox,
            Stream.MESSAGES: self._messages,
            Stream.OWN_POSTS: self._own_posts,
            Stream.THREAD: self._thread,
            Stream.PROFILE: self._person,
        }

    def performs(self) -> Mapping[type[Any], Perform]:
        return {
            actions.Publish: self._do,
            actions.Reply: self._do,
            actions.Unschedule: self._do,
            actions.Edit: self._do,
            actions.Delete: self._do,
            actions.Like: self._do,
            actions.Unlike: self._do,
            actions.Repost: self._do,
            actions.Unrepost: self._do,
            actions.Mute: self._do,
            actions.Unmute: self._do,
            actions.Block: self._do,
            actions.Unblock: self._do,
            actions.Report: self._do,
            actions.Hide: self._do,
            actions.Unhide: self._do,
        }

    def limits(self) -> Limits:
        holds = self.network.options().scheduler != "none"
        return Limits(
            graphemes=500,
            media_count=4,
            media_bytes=8 * 1024 * 1024,
            media_kinds=("image/png", "image/jpeg", "image/webp", "image/gif", "video/mp4"),
            alt_length=1500,
            video_kinds=("video/mp4",),
            video_count=1,
            video_bytes=100 * 1024 * 1024,
            video_seconds=600,
            poll_options=4,
            poll_option_length=50,
            poll_min=300,
            poll_max=30 * 86_400,
            visibilities=("public", "unlisted", "private"),
            spoiler=True,
            ahead_min=LEAST_AHEAD // 1000 if holds else None,
            ahead_total=300 if holds else None,
            ahead_per_day=25 if holds else None,
        )

    def replay(self) -> Replay:
        """Return what the network is set to. The server is a file of this machine: no network."""
        options = self.network.options()
        life = options.key_life if options.keys != "none" else 0.0
        return Replay(settle=options.settle, looks=options.looks, key_life=life)

    def replay_of(self, action: Action) -> Replay:
        if isinstance(action, actions.Report) or actions.NAMES[type(action)] not in MODERATION:
            return self.replay()
        return replace(self.replay(), key_life=None)  # a state: asking for it again is no harm

    def refuses(self, action: Action) -> str | None:
        if not isinstance(action, actions.Hide | actions.Unhide):
            return None
        ours = self.grant.remote_id
        if action.target.root_author != ours or action.target.author == ours:
            return "not_our_thread"
        return None

    def find(
        self, action: Action, key: str, since: int, taken: Collection[str] = ()
    ) -> Sent | None:
        found = api.find(self.network, self._request(action, key), since, taken)
        return self._sent(found) if found else None

    def recheck(self, remote_ids: Sequence[str]) -> tuple[Record, ...]:
        seen = api.again(self.network, self.grant.remote_id, remote_ids)
        return tuple(map(shape.post, seen))

    def held_until(self, ref: str) -> int | None:
        return api.held_until(self.network, ref)

    def _inbox(self, scope: str, cursor: Json) -> Iterator[Page]:
        return newest_first(
            partial(api.inbox, self.network, self.grant.remote_id),
            cursor,
            key=shape.key,
            at=shape.made_at,
            records=shape.notice,
            now=self.network.now,
            lag=self._lag,
            first=PAST,
        )

    def _messages(self, scope: str, cursor: Json) -> Iterator[Page]:
        return self._entries(api.messages, cursor)

    def _own_posts(self, scope: str, cursor: Json) -> Iterator[Page]:
        return self._entries(api.own_posts, cursor)

    def _entries(self, call: api.Call, cursor: Json) -> Iterator[Page]:
        def records(seen: Seen) -> tuple[Record, ...]:
            if seen.get("kind") == "message":
                return (shape.message(seen, self.grant.remote_id),)
            return (shape.post(seen),)

        return newest_first(
            partial(call, self.network, self.grant.remote_id),
            cursor,
            key=shape.key,
            at=shape.made_at,
            records=records,
            now=self.network.now,
            lag=self._lag,
            first=PAST,
        )

    def _thread(self, scope: str, cursor: Json) -> Iterator[Page]:
        fetch = partial(api.thread, self.network, self.grant.remote_id, scope)
        for answer in through(fetch, key=shape.key):
            posts, skipped = sound(answer, shape.post)
            yield Page(tuple(posts), None, skipped=skipped)

    def _person(self, scope: str, cursor: Json) -> Iterator[Page]:
        yield Page(
            (shape.profile(api.profile(self.network, scope, who=self.grant.remote_id)),), None
        )

    @property
    def _lag(self) -> int:
        return int(self.spec.lag_hours * HOUR)

    def _do(self, action: Action, key: str, progress: Json) -> Sent | Pending:
        """Check against our limits, then have the server do it: one step, whatever the deed."""
        if isinstance(action, actions.Edit):
            fit.check(action.text, (), self.limits(), self.profile)
        return self._sent(api.perform(self.network, self._request(action, key)))

    def _request(self, action: Action, key: str) -> dict[str, Any]:
        """Return the deed as the server wants it."""
        request: dict[str, Any] = {"who": self.grant.remote_id, "key": key}
        match action:
            case actions.Publish():
                return request | _words(action) | {"at": action.at}
            case actions.Reply():
                return request | _words(action) | {"parent": action.target.remote_id}
            case actions.Edit():
                return request | {
                    "verb": "edit",
                    "post": action.target.remote_id,
                    "text": action.text,
                }
            case actions.Report():
                told = {"category": action.category, "note": action.note}
                return request | {"verb": "report"} | told | _whom(action)
            case (
                actions.Mute()
                | actions.Unmute()
                | actions.Block()
                | actions.Unblock()
                | actions.Hide()
                | actions.Unhide()
            ):
                return request | {"verb": actions.NAMES[type(action)]} | _whom(action)
            case actions.Unschedule():
                return request | {"verb": "unschedule", "post": action.ref}
            case _:
                name = actions.NAMES[type(action)]
                return request | {"verb": name, "post": action.target.remote_id}

    def _sent(self, seen: Seen) -> Sent:
        if "held_until" in seen:
            return Sent(str(seen["id"]), held_until=seen["held_until"])
        if "created_at" not in seen:
            return Sent(str(seen["id"]))  # a deed of moderation shows nothing new
        record = shape.post(seen)
        return Sent(record.remote_id, record)


def _words(action: actions.Publish | actions.Reply) -> dict[str, Any]:
    return {
        "verb": "create",
        "text": action.text,
        "lang": action.lang,
        "media": _pictures(action.media),
        "visibility": action.visibility,
        "spoiler": action.spoiler,
        "poll": asdict(action.poll) if action.poll else None,
    }


def _whom(action: actions.Moderation) -> dict[str, Any]:
    return {"person": action.target.author, "post": action.target.remote_id or None}


def _pictures(media: tuple[Attachment, ...]) -> list[dict[str, Any]]:
    return [{"mime": m.mime, "alt": m.alt, "width": m.width, "height": m.height} for m in media]


__all__ = ["FOLDER", "Demo", "Network"]
