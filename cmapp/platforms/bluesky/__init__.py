"""Bluesky and every other network of the AT Protocol: one account's connector."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from cmapp.connectors.base import (
    Connector,
    Grant,
    Json,
    Page,
    Perform,
    Pull,
    Replay,
    Secrets,
    Sent,
    Spec,
)
from cmapp.connectors.signin import Step
from cmapp.domain.actions import (
    Action,
    Block,
    Delete,
    Hide,
    Like,
    Mute,
    Publish,
    Reply,
    Report,
    Repost,
    Unblock,
    Unhide,
    Unlike,
    Unmute,
    Unrepost,
)
from cmapp.domain.errors import Unsupported
from cmapp.domain.limits import Limits
from cmapp.domain.records import Record
from cmapp.domain.streams import Stream
from cmapp.platforms.bluesky import reading, record, signin
from cmapp.platforms.bluesky.api import MOST_POSTS, Session
from cmapp.platforms.bluesky.moderating import Moderator
from cmapp.platforms.bluesky.writing import Deeds

_HOUR = 3_600_000


class Bluesky(Connector):
    """One account. Its record keys come from the outbox keys, so nothing is ever posted twice."""

    spec: ClassVar[Spec] = Spec(
        id="bluesky",
        name="Bluesky",
        signin_ways=("app_password",),
        metrics=("replies", "likes", "reposts", "quotes"),
        secret="password",  # noqa: S106 - a name, not a secret
        absent={
            "messages": "needs_server",
            "edit": "not_offered",
            "unschedule": "not_offered",  # the network has no scheduler
            "video": "needs_server",  # videos go through a service of their own, not the account's
            "poll": "not_offered",
        },
        walk_threads=True,
        rechecks=MOST_POSTS,
    )

    def __init__(self, grant: Grant, secrets: Secrets, *, profile: Path) -> None:
        super().__init__(grant, secrets, profile=profile)
        self._session = Session(grant, secrets)
        self._deeds = Deeds(self._session, grant, profile=profile)
        self._moderator = Moderator(self._session, self._deeds)
        self._lag = int(self.spec.lag_hours * _HOUR)

    @classmethod
    def sign_in(cls, way: str) -> Generator[Step, Mapping[str, str], Grant]:
        if way not in cls.spec.signin_ways:
            raise Unsupported(verb="sign_in", why=way)
        return signin.app_password()

    def pulls(self) -> Mapping[Stream, Pull]:
        return {
            Stream.INBOX: self._inbox,
            Stream.OWN_POSTS: self._own_posts,
            Stream.THREAD: self._thread,
            Stream.PROFILE: self._person,
        }

    def performs(self) -> Mapping[type[Any], Perform]:
        return {
            Publish: self._deeds.publish,
            Reply: self._deeds.publish,
            Delete: self._deeds.delete,
            Like: self._deeds.mark,
            Repost: self._deeds.mark,
            Unlike: self._deeds.unmark,
            Unrepost: self._deeds.unmark,
            Mute: self._moderator.mute,
            Unmute: self._moderator.mute,
            Block: self._moderator.block,
            Unblock: self._moderator.unblock,
            Report: self._moderator.report,
            Hide: self._moderator.hide,
            Unhide: self._moderator.hide,
        }

    def limits(self) -> Limits:
        return Limits(
            graphemes=300,
            bytes=3000,
            media_count=4,
            media_bytes=2_000_000,
            media_kinds=("image/jpeg", "image/png", "image/webp", "image/gif"),
            video_count=0,
            visibilities=("public",),
        )

    def fits(self, action: Publish | Reply) -> None:
        super().fits(action)
        record.check(action)

    def replay(self) -> Replay:
        # The key is the record's own name: whoever comes second finds the first one's record.
        return Replay(settle=10.0, looks=1, key_life=None)

    def replay_of(self, action: Action) -> Replay:
        # A report has no name of ours: none can tell whether it arrived.
        return replace(self.replay(), key_life=0.0 if isinstance(action, Report) else None)

    def refuses(self, action: Action) -> str | None:
        if isinstance(action, Hide | Unhide):
            return self._moderator.refuses(action.target)
        return None

    def recheck(self, remote_ids: Sequence[str]) -> tuple[Record, ...]:
        return reading.again(self._session, remote_ids)

    def refresh(self) -> Mapping[str, Any] | None:
        """Return the account's own server where it has moved; its session has learnt that."""
        pds = self._session.pds
        return {"pds": pds} if pds != self.grant.facts.get("pds") else None

    def close(self) -> None:
        self._session.close()

    def find(
        self, action: Action, key: str, since: int, taken: Collection[str] = ()
    ) -> Sent | None:
        # the key names the very record, so nothing can be mistaken for it
        if isinstance(action, Mute | Unmute | Block | Unblock | Report | Hide | Unhide):
            return self._moderator.find(action)
        return self._deeds.find(action, key, since)

    def _inbox(self, scope: str, cursor: Json) -> Iterator[Page]:
        return reading.inbox(self._session, cursor, lag=self._lag)

    def _own_posts(self, scope: str, cursor: Json) -> Iterator[Page]:
        return reading.own_posts(self._session, cursor, lag=self._lag)

    def _person(self, scope: str, cursor: Json) -> Iterator[Page]:
        yield reading.person(self._session, scope)

    def _thread(self, scope: str, cursor: Json) -> Iterator[Page]:
        return reading.thread(self._session, scope)
