"""The shape of a connector: two verbs, `pull` and `perform`, and a look at what was done.

A platform is a subclass of `Connector` in `cmapp/platforms/<id>/`. What an account can do is
derived from the handlers it lists, never declared beside them.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from cmapp.connectors import fit
from cmapp.domain import letters
from cmapp.domain.actions import Action, Publish, Reply
from cmapp.domain.errors import Rejected, Unsupported
from cmapp.domain.records import Record
from cmapp.domain.streams import Stream

if TYPE_CHECKING:
    from cmapp.connectors.signin import Step
    from cmapp.domain.limits import Limits

Json = Any
"""A JSON value. Cursors and progress are opaque to everyone but the connector that made them."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some records, and the cursor that is true once they are stored.

    `read`, on the last page of a walk without a hole: from when to when (UTC ms) everything has
    been read once this is stored. None: not said, so charts take that time for not watched.
    `skipped`: how many entries of the answer could not be read and are left out.
    """

    records: tuple[Record, ...]
    cursor: Json
    read: tuple[int, int] | None = None
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform has it. `record` is what it now shows, ready to store.

    `notes` are codes of what came out otherwise than asked, e.g. `detached` (the server took a
    reply as a post of its own). `held_until`: it is not published yet; the platform's own
    scheduler has it under `remote_id` and publishes it then (UTC ms).
    """

    remote_id: str
    record: Record | None = None
    notes: tuple[str, ...] = ()
    held_until: int | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """More steps to go: store `progress`, call `perform` again with it after `wait` seconds.

    A step that made nothing visible yet (an upload) is also told this way, so that a crash
    between the steps costs nothing.
    """

    progress: Json
    wait: float = 0.0


@dataclass(frozen=True, slots=True)
class Replay:
    """What may be done after a write whose answer was lost, on this very server.

    `settle`: seconds after the last attempt before a look that finds nothing means anything.
    `looks`: how many such looks are needed. `key_life`: for how many seconds after the first
    attempt the same key may be sent again (0: never, a person decides; None: for ever).
    """

    settle: float
    looks: int = 2
    key_life: float | None = 0.0


@dataclass(frozen=True, slots=True)
class Grant:
    """What a finished sign-in gives: whom we speak for, and with what.

    `facts` are JSON values that may lie in the database (never a secret); `secrets` go to the
    keyring and nowhere else. `server` is the base address, e.g. `https://mastodon.example`.
    """

    server: str
    realm: str
    remote_id: str
    handle: str
    name: str = ""
    avatar: str | None = None
    url: str | None = None
    secrets: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Spec:
    """What is true of the platform as such.

    `absent` gives, for each stream name or action name that some accounts or all lack, a reason
    code: `not_offered`, `scope_missing`, `server_too_old`, `paid`, `needs_review`,
    `needs_server`. `metrics` names the counts that the platform can measure at all.
    `walk_threads`: the platform's notifications may miss replies, so sync compares the reply
    counts of our own posts and reads those threads. `lag_hours`: how far back each pull reads
    again, for edits, deletions and late arrivals. `secret` names the one secret that a run
    without a keyring may be handed as `CMAPP_TOKEN_<ACCOUNT ID>`. `rechecks`: of how many posts at
    once `recheck` can tell whether they are there still; 0: it cannot.
    """

    id: str
    name: str
    signin_ways: tuple[str, ...]
    metrics: tuple[str, ...]
    secret: str = "token"  # noqa: S105 - a name, not a secret
    absent: Mapping[str, str] = field(default_factory=dict)
    walk_threads: bool = False
    lag_hours: float = 24.0
    rechecks: int = 0


class Secrets(Protocol):
    """The account's secrets: read at use, written when the platform renews them."""

    def get(self, name: str) -> str | None:
        """Return the secret, or None where there is none."""

    def put(self, **renewed: str) -> None:
        """Keep renewed secrets, all or none; they are safe before this returns."""


Pull = Callable[[str, Json], Iterator[Page]]
"""(scope, cursor) → pages. `scope` is "" but for the streams in `SCOPED`."""
Perform = Callable[[Any, str, Json], "Sent | Pending"]
"""(action, key, progress) → outcome."""


class Connector(ABC):
    """One account on one platform. Blocking, and used by one thread at a time."""

    spec: ClassVar[Spec]

    def __init__(self, grant: Grant, secrets: Secrets, *, profile: Path) -> None:
        """Keep what is needed; no I/O. `grant.secrets` is empty here: `secrets` has them.

        `profile` is the profile folder: attachments lie in its `media/`.
        """
        self.grant = grant
        self.secrets = secrets
        self.profile = profile

    @classmethod
    @abstractmethod
    def sign_in(cls, way: str) -> Generator[Step, Mapping[str, str], Grant]:
        """Converse until there is a grant: yields Form, Browse or Choose, is sent the answers.

        `way` is one of `spec.signin_ways`. Form field names that scripts rely on: `server`,
        `token`, `handle`, `password`. Raises Rejected(field=…) where the answers cannot be
        right, SignInNeeded for a refused secret, Offline, Flaky, Garbled (not such a server).
        """

    @abstractmethod
    def pulls(self) -> Mapping[Stream, Pull]:
        """Return the handlers of the streams that this account has."""

    @abstractmethod
    def performs(self) -> Mapping[type[Any], Perform]:
        """Return the handlers of the actions that this account may do."""

    @abstractmethod
    def limits(self) -> Limits:
        """Return the limits of this account on this server today. No I/O: from `grant.facts`."""

    def outgoing(self, action: Publish | Reply) -> str:
        """Return all the text that goes out, for counting it: some must name the reader. No I/O."""
        return action.text

    def fits(self, action: Publish | Reply) -> None:
        """Refuse what this account may not send, before the network: see `fit`.

        No I/O but a look at the attached files. Raises Rejected.
        """
        folder = self.profile / "media"
        counted = self.outgoing(action)
        fit.options(action, self.limits())
        fit.check(action.text, action.media, self.limits(), folder, counted=counted)

    @abstractmethod
    def replay(self) -> Replay:
        """Return what may be done after an ambiguous write on this very server. No I/O."""

    def replay_of(self, action: Action) -> Replay:
        """Return the same for one deed, where it is not as with posts. No I/O.

        A report, say, that neither bears a key nor can be looked for: `key_life` 0, so that a
        person decides; and a state that can be asked for again at no harm: None.
        """
        return self.replay()

    def refuses(self, action: Action) -> str | None:
        """Return why this deed cannot be done on its very target: `not_our_thread` … No I/O.

        None where nothing is known against it. What the account cannot do at all is not asked.
        """
        return None

    @abstractmethod
    def find(
        self, action: Action, key: str, since: int, taken: Collection[str] = ()
    ) -> Sent | None:
        """Look for the deed on the platform: what is there, or None if it is not there now.

        `since` is when the first attempt began (UTC ms). `taken`: remote ids that other deeds are
        known to have made, so that one of the same words is not mistaken for this one. A post
        that the platform's scheduler was to hold (`Publish.at`) is looked for among the posts,
        then among what the scheduler has (`Sent.held_until`). Raises the read errors.
        """

    def held_until(self, ref: str) -> int | None:
        """Return when the platform's scheduler will publish what it has under `ref` (UTC ms).

        None where it has it no more. Raises Unsupported and the read errors.
        """
        raise Unsupported(verb="unschedule", why=self.spec.absent.get("unschedule", "not_offered"))

    def recheck(self, remote_ids: Sequence[str]) -> tuple[Record, ...]:
        """Look again at posts that were read, at most `spec.rechecks` of them.

        Returns each that is there as it reads now, and `Gone` for each that is surely gone; of one
        that cannot be told, nothing. Raises Unsupported and the read errors.
        """
        raise Unsupported(verb="recheck", why=self.spec.absent.get("recheck", "not_offered"))

    def refresh(self) -> Mapping[str, Any] | None:
        """Ask the server for facts that change (limits, name); None where there are none new."""
        return None

    def pull(self, stream: Stream, *, scope: str = "", cursor: Json = None) -> Iterator[Page]:
        """Yield pages, each safe to commit before the next is asked for.

        Raises Unsupported, Offline, Throttled, SignInNeeded, Flaky, Missing, Garbled.
        """
        handler = self.pulls().get(stream)
        if handler is None:
            raise Unsupported(verb=str(stream), why=self.spec.absent.get(stream, "not_offered"))
        return handler(scope, cursor)

    def perform(self, action: Action, key: str, progress: Json = None) -> Sent | Pending:
        """Do `action` once; the same `key` means the same deed, however often it is asked.

        Checks limits before the network. Raises Unsupported, Offline (nothing left this
        machine), Throttled, SignInNeeded, Rejected, Missing (all: it did not happen), Uncertain
        (it may have happened).
        """
        handler = self.performs().get(type(action))
        if handler is None:
            name = type(action).__name__.lower()
            raise Unsupported(verb=name, why=self.spec.absent.get(name, "not_offered"))
        if isinstance(action, Publish | Reply):
            self.fits(action)
        if (why := self.refuses(action)) is not None:
            raise Rejected(field="target", reason=why)
        return handler(action, key, progress)

    def close(self) -> None:
        """Let go of connections."""
        return None


def text_key(text: str) -> str:
    """Return `text` as two platforms would agree on it: NFC, runs of white space as one."""
    return " ".join(letters.normal(text).split())
