"""Mastodon, and every server that speaks its API: GoToSocial, Pleroma, Akkoma, Takahe."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from cmapp.connectors import paging
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
    KINDS,
    Action,
    Block,
    Delete,
    Edit,
    Like,
    Mute,
    Publish,
    Reply,
    Report,
    Repost,
    Unblock,
    Unlike,
    Unmute,
    Unrepost,
    Unschedule,
)
from cmapp.domain.errors import Garbled, Missing, Rejected, Unsupported
from cmapp.domain.limits import Limits
from cmapp.domain.records import Gone, Record
from cmapp.domain.streams import Stream
from cmapp.platforms.mastodon import looking, shape, signin
from cmapp.platforms.mastodon.api import Api, Listing
from cmapp.platforms.mastodon.moderating import Moderator
from cmapp.platforms.mastodon.sending import Sender
from cmapp.system import clock
from cmapp.system.http import Http

HOUR = 3_600_000
_DEEP_EVERY = HOUR // 4
_USUAL = signin.limits_of({})["limits"]
# Mastodon keeps a key for an hour; the rest is for a slow clock and a slow line.
_KEY_LIFE = 50 * 60.0
_SCHEDULERS = frozenset({"mastodon", "gotosocial", "pleroma", "akkoma", "hometown", "glitch"})


class Mastodon(Connector):
    """One account on one server of the Mastodon API."""

    spec = Spec(
        id="mastodon",
        name="Mastodon",
        signin_ways=("browser", "token"),
        metrics=("replies", "likes", "reposts", "quotes"),
        rechecks=20,  # what a server gives at once, and what one that gives none is asked for
        absent={
            **{name: "scope_missing" for name in (*(str(stream) for stream in Stream), *KINDS)},
            # an answer under our post belongs to its author's server alone
            "unschedule": "not_offered",
            "hide": "not_offered",
            "unhide": "not_offered",
        },
    )

    def __init__(self, grant: Grant, secrets: Secrets, *, profile: Path) -> None:
        super().__init__(grant, secrets, profile=profile)
        self.http = Http(
            grant.server,
            token=lambda: secrets.get("token"),
            ca_file=grant.facts.get("ca_file"),
        )
        self._api = Api(self.http)
        self._sender = Sender(
            self._api,
            self.limits,
            handle=grant.handle,
            facts=grant.facts,
            media=profile / "media",
        )

        self._moderator = Moderator(self._api)

    @classmethod
    def sign_in(cls, way: str) -> Generator[Step, Mapping[str, str], Grant]:
        """Converse: `browser` asks for the server, `token` for server and token."""
        match way:
            case "browser":
                return (yield from signin.by_browser())
            case "token":
                return (yield from signin.by_token())
        raise Unsupported("unknown_way", way=way)

    def pulls(self) -> Mapping[Stream, Pull]:
        """What the token may read."""
        table: dict[Stream, Pull] = {}
        if self._may("read:notifications"):
            table[Stream.INBOX] = self._inbox
        if self._may("read:statuses"):
            table[Stream.MESSAGES] = self._messages
            table[Stream.OWN_POSTS] = self._own_posts
            table[Stream.THREAD] = self._thread
        if self._may("read:accounts"):
            table[Stream.PROFILE] = self._person
        return table

    def performs(self) -> Mapping[type[Any], Perform]:
        """What the token may write."""
        table: dict[type[Any], Perform] = {}
        if self._may("write:statuses"):
            table |= {
                Publish: self._sender.publish,
                Reply: self._sender.publish,
                Edit: self._sender.edit,
                Delete: self._sender.delete,
                Repost: self._sender.mark,
                Unrepost: self._sender.mark,
            }
        if self._schedules():
            table[Unschedule] = self._sender.unschedule
        if self._may("write:favourites"):
            table |= {Like: self._sender.mark, Unlike: self._sender.mark}
        sees = self._may("read:follows")  # where a lost answer is looked for
        if sees and self._may("write:mutes"):
            table |= {Mute: self._moderator.relate, Unmute: self._moderator.relate}
        if sees and self._may("write:blocks"):
            table |= {Block: self._moderator.relate, Unblock: self._moderator.relate}
        if self._may("write:reports"):
            table[Report] = self._moderator.report
        return table

    def limits(self) -> Limits:
        """Return the server's own limits, as it last told them, and whether it can schedule."""
        told = Limits.from_facts({**_USUAL, **self.grant.facts.get("limits", {})})
        if not self._schedules():
            return told
        return replace(told, ahead_min=300, ahead_total=300, ahead_per_day=25)

    def outgoing(self, action: Publish | Reply) -> str:
        """Return the text with those in front whom an answer must name to reach them."""
        return self._sender.outgoing(action)

    def fits(self, action: Publish | Reply) -> None:
        """Refuse what this server or this token would refuse."""
        self._sender.fits(action)

    def replay(self) -> Replay:
        """Mastodon itself honours Idempotency-Key; of others it is not known, or known not to."""
        known = self.grant.facts.get("software") == "mastodon"
        return Replay(settle=120.0, looks=2, key_life=_KEY_LIFE if known else 0.0)

    def replay_of(self, action: Action) -> Replay:
        """A mute or block may be asked for again on any server; of a report none keeps the key."""
        match action:
            case Mute() | Unmute() | Block() | Unblock():
                return replace(self.replay(), looks=1, key_life=None)
            case Report():
                return replace(self.replay(), looks=1, key_life=0.0)
            case _:
                return self.replay()

    def find(
        self, action: Action, key: str, since: int, taken: Collection[str] = ()
    ) -> Sent | None:
        """Look at the thread and at our own posts, newest first; or at our relationship."""
        del key
        if isinstance(action, Mute | Unmute | Block | Unblock | Report):
            return self._moderator.find(action)
        if isinstance(action, Unschedule):
            return Sent(action.ref) if self.held_until(action.ref) is None else None
        text = self.outgoing(action) if isinstance(action, Publish | Reply) else ""
        return looking.find(self._api, self.grant.remote_id, action, text, since, taken)

    def recheck(self, remote_ids: Sequence[str]) -> tuple[Record, ...]:
        """Look at posts again: many at once where the server can, one by one where it cannot."""
        if not self._may("read:statuses"):
            raise Unsupported(verb="recheck", why="scope_missing")
        return looking.again(self._api, remote_ids)

    def held_until(self, ref: str) -> int | None:
        """Return when the server's scheduler will publish what it has under `ref`."""
        try:
            return shape.held_until(self._api.scheduled(ref))
        except Missing:
            return None

    def refresh(self) -> Mapping[str, Any] | None:
        """Ask for the server's version and limits anew."""
        try:
            told = {**self.grant.facts, **signin.facts_of(self._api)}
        except Rejected as error:
            # It was such a server once; what stands there now is for a person to see.
            raise Garbled(**error.facts) from None
        return None if told == dict(self.grant.facts) else told

    def close(self) -> None:
        """Let go of the connections."""
        self.http.close()

    # Pulls

    def _inbox(self, scope: str, cursor: Json) -> Iterator[Page]:
        del scope
        return self._walk(
            self._api.notifications,
            cursor,
            at=lambda entry: shape.created_at(entry, "notification"),
            records=lambda entry: shape.notification(entry, self.grant.remote_id),
        )

    def _messages(self, scope: str, cursor: Json) -> Iterator[Page]:
        del scope

        def conversations(more: Mapping[str, str]) -> Listing:
            try:
                listing = self._api.conversations(more)
            except Missing:
                # Not every server has them; its direct posts come as notifications all the same.
                return Listing((), {})
            spoken = (c for c in listing.items if isinstance(c, dict) and c.get("last_status"))
            return Listing(tuple(spoken), listing.more)

        return self._walk(
            conversations,
            cursor,
            key=lambda entry: shape.remote_id(entry["last_status"]),
            at=lambda entry: shape.created_at(entry["last_status"]),
            records=lambda entry: shape.conversation(entry, self.grant.remote_id),
        )

    def _own_posts(self, scope: str, cursor: Json) -> Iterator[Page]:
        del scope
        me = self.grant.remote_id

        def records(entry: Json) -> tuple[Record, ...]:
            # Some servers leave the boosts in, though asked not to.
            boost = isinstance(entry, dict) and entry.get("reblog")
            return () if boost else (shape.post(entry),)

        return self._walk(
            lambda more: self._api.statuses_of(me, more),
            cursor,
            at=shape.created_at,
            records=records,
        )

    def _thread(self, scope: str, cursor: Json) -> Iterator[Page]:
        del cursor
        try:
            status = self._api.status(scope)
        except Missing:
            yield Page((Gone(scope),), None)
            return
        try:
            context = self._api.context(scope)
        except Missing:
            # Deleted between the two calls, or a server whose deletion takes its time.
            yield Page((Gone(scope),), None)
            return
        yield Page(shape.thread(status, context), None)

    def _person(self, scope: str, cursor: Json) -> Iterator[Page]:
        del cursor
        ours = scope == self.grant.remote_id
        yield Page((shape.profile(self._api.whoami() if ours else self._api.person(scope)),), None)

    def _walk(
        self,
        listing: Callable[[Mapping[str, str]], Listing],
        cursor: Json,
        *,
        at: Callable[[Json], int],
        records: Callable[[Json], tuple[Record, ...]],
        key: Callable[[Json], str] = shape.remote_id,
    ) -> Iterator[Page]:
        """Walk a list newest first; now and then far enough back to notice edits.

        The cursor is that of `paging.newest_first`, and `deep`: when it last read `lag_hours` back.
        """
        now = clock.now()
        deep = int((cursor or {}).get("deep", 0))
        due = now - deep >= _DEEP_EVERY

        def fetch(token: Json) -> paging.Batch[Json]:
            found = listing(token or {})
            return paging.Batch(found.items, dict(found.more) or None)

        pages = paging.newest_first(
            fetch,
            cursor,
            key=key,
            at=at,
            records=records,
            now=now,
            lag=int(self.spec.lag_hours * HOUR) if due else 0,
        )
        for page in pages:
            whole = "gap" not in page.cursor
            after = {**page.cursor, "deep": now if due and whole else deep}
            yield replace(page, cursor=after)

    def _schedules(self) -> bool:
        """Tell whether the server is of a kind that holds posts for later.

        Others take the field and publish at once: only who is known is asked.
        """
        known = self.grant.facts.get("software") in _SCHEDULERS
        return known and self._may("write:statuses") and self._may("read:statuses")

    def _may(self, scope: str) -> bool:
        scopes = self.grant.facts.get("scopes")
        return scopes is None or signin.allows(list(scopes), scope)
