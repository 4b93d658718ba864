"""Reading an account: each page of each stream goes into the store with its cursor."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field

from cmapp.connectors.base import Connector, Page
from cmapp.domain import retention_rules
from cmapp.domain.errors import (
    Flaky,
    Garbled,
    Missing,
    Offline,
    SignInNeeded,
    Throttled,
    Trouble,
    Unsupported,
)
from cmapp.domain.records import Gone, Interaction, Kind, Post, Profile, Record, said
from cmapp.domain.streams import SCOPED, Stream
from cmapp.services import abilities, judging, measuring, rules
from cmapp.services.desk import Desk
from cmapp.store import (
    accounts,
    answered,
    cursors,
    imports,
    inbox,
    posts,
    problems,
    retention,
    sieve,
    watched,
)
from cmapp.store import rules as rules_store
from cmapp.store.accounts import Account
from cmapp.store.database import Tx
from cmapp.store.sqlite import Connection
from cmapp.system import failpoint

log = logging.getLogger(__name__)

ACCOUNT_STREAMS = tuple(s for s in Stream if s not in SCOPED)
THREADS_PER_SYNC = 40
"""How many threads of new interactions one sync reads, so that they can be answered offline."""
OWN_POSTS_WALKED = 30
"""Of how many of our newest posts the reply counts are compared (`Spec.walk_threads`)."""
REFRESH_AFTER = 24 * 3_600_000
_BACK_OFF = 60_000
WAITING = ("keyring_unavailable", "keyring_switched")
"""Why a sign-in cannot be had just now: it is there, and is tried again by itself."""


@dataclass(slots=True)
class Synced:
    """What reading an account brought. `error` is the code of what stopped it, if it stopped.

    `skipped`: how many entries of lists could not be read and were left out.

    `fresh` are the ids of new interactions.
    """

    account_id: str
    fresh: set[int] = field(default_factory=set)
    changed: int = 0
    skipped: int = 0
    error: str | None = None

    @property
    def new(self) -> int:
        """Return how many interactions are new."""
        return len(self.fresh)


def keep(
    tx: Tx,
    account: Account,
    records: Sequence[Record],
    *,
    now: int,
    derive: bool = False,
    judge: inbox.Judge = inbox.by_kind,
) -> tuple[set[int], int]:
    """Store the records of one page; returns (ids of new interactions, how much changed).

    `derive`: a stranger's answer to a post of ours is an interaction even if the platform
    never said so. `judge` says what waits for an answer, and until when.
    """
    records = sieve.through(tx.db, account.id, account.realm, records)
    said_posts = [r.post for r in records if isinstance(r, Interaction) and r.post is not None]
    plain = [r for r in records if isinstance(r, Post)]
    kept = posts.keep(tx, account.id, account.realm, [*said_posts, *plain], now=now)
    posts.keep_profiles(tx, account.realm, (r for r in records if isinstance(r, Profile)), now=now)
    if retention_rules.demand(account.platform).verify is not None:
        retention.seen_there(tx, kept.ids.values(), at=now)
    if kept.new and imports.anything_waits(tx.db):
        from cmapp.services import import_late  # reading tables is loaded where one waits

        import_late.arrived(tx, account.id, kept.new, now=now)
    gone = sum(
        posts.mark_gone(tx, account.realm, r.remote_id, now=now)
        for r in records
        if isinstance(r, Gone)
    )
    found = [r for r in records if isinstance(r, Interaction)]
    if derive:
        told = {i.remote_key for i in found}
        found += [i for i in _answers_to_us(tx, account, plain) if i.remote_key not in told]
    new = inbox.keep(tx, account.id, account.realm, found, now=now, post_ids=kept.ids, judge=judge)
    rules_store.due(tx, new)
    inbox.close_answered(tx, account.realm, kept.new, now=now)
    answered.note(tx.db, [*kept.new, *kept.changed])
    for post in plain:
        if post.author.remote_id == account.remote_id and post.kind != "message":
            measuring.note_post(
                tx, account.id, kept.ids[post.remote_id], post.counts,
                made_at=post.created_at, now=now,
            )  # fmt: skip
    if kept.changed or gone:
        tx.touch("inbox", account.id)
    return new, len(kept.changed) + gone


def _answers_to_us(tx: Tx, account: Account, found: Sequence[Post]) -> list[Interaction]:
    answers: list[Interaction] = []
    for post in found:
        if post.author.remote_id == account.remote_id or post.parent is None:
            continue
        parent = posts.by_remote(tx.db, account.realm, post.parent)
        if parent is not None and parent.author_remote == account.remote_id:
            answers.append(said(post, Kind.REPLY))
    return answers


def sync(desk: Desk, account: Account, link: Connector) -> Synced:
    """Read everything that is new; what stops it is noted on the account, never raised.

    The person's rules look at what is new (IN-16), and at what was when a kill kept them from it.
    """
    judging.keep_up(desk)  # an engine that is a command has nobody else to see to it
    result = _read_all(desk, account, link)
    rules.look(desk, account.id)
    return result


def _read_all(desk: Desk, account: Account, link: Connector) -> Synced:
    result = Synced(account.id)
    if account.state == "paused":
        result.error = "account_paused"
        return result
    try:
        _refresh(desk, account, link)
        for stream in ACCOUNT_STREAMS:
            if stream in link.pulls():
                _stream(desk, account, link, stream, result)
        _threads(desk, account, link, result)
        if link.spec.walk_threads:
            _walk_own_posts(desk, account, link, result)
        measuring.follow(desk, account, link)
    except Trouble as trouble:
        result.error = trouble.why
        stopped(desk, account, trouble)
        return result
    now = desk.now()

    def done(tx: Tx) -> None:
        accounts.change(tx, account.id, synced_at=now)
        found = accounts.by_id(tx.db, account.id)
        if found is not None and found.state == "sign_in":  # but one that was paused stays so
            accounts.change(tx, account.id, state="active")
        for code in ("sign_in_needed", "flaky", "garbled", "throttled", *WAITING):
            problems.solve(tx, code, account_id=account.id)
        if not result.skipped:
            problems.solve(tx, "entries_skipped", account_id=account.id)
        if desk.vault.kept(account.id):
            problems.solve(tx, "no_keyring", account_id=account.id)

    desk.store.write(done)
    return result


def _stream(desk: Desk, account: Account, link: Connector, stream: Stream, result: Synced) -> None:
    cursor = desk.store.read(lambda db: cursors.get(db, account.id, stream))
    for page in link.pull(stream, cursor=cursor):
        desk.network.check()

        def store(tx: Tx, page: Page = page) -> tuple[set[int], int]:
            judge = judging.judge(desk, tx.db, account)
            made, changed = keep(tx, account, page.records, now=desk.now(), judge=judge)
            failpoint.reached("page.mid")
            cursors.put(tx, account.id, stream, page.cursor, now=desk.now())
            if page.read is not None:
                _watched(tx, account, stream, page.read)
            if page.skipped:
                facts = {"count": page.skipped, "stream": str(stream)}
                problems.report(
                    tx, "entries_skipped", now=desk.now(), account_id=account.id, facts=facts
                )
            return made, changed

        made, changed = desk.store.write(store)
        failpoint.reached("page.done")
        result.fresh |= made
        result.changed += changed
        result.skipped += page.skipped


def _watched(tx: Tx, account: Account, stream: Stream, read: tuple[int, int]) -> None:
    """Note for charts that nothing of a time is missing (N12)."""
    since, until = read
    watched.forget(tx, account.id, until, stream=stream)
    if since < until:
        watched.note(tx, account.id, since, until, stream=stream)


def read_thread(
    desk: Desk, account: Account, link: Connector, remote_id: str, *, derive: bool = False
) -> tuple[list[Post], set[str], set[int]]:
    """Read one thread anew and store it.

    Returns its posts as the platform shows them now, the remote ids of those that are gone,
    and the ids of interactions that were found by the way. Raises the read errors; Missing
    where the post itself is gone (that is stored, too).
    """
    shown: list[Post] = []
    gone: set[str] = set()
    fresh: set[int] = set()
    try:
        for page in link.pull(Stream.THREAD, scope=remote_id):
            shown += [r for r in page.records if isinstance(r, Post)]
            gone |= {r.remote_id for r in page.records if isinstance(r, Gone)}
            made, _ = desk.store.write(
                lambda tx, page=page: keep(  # type: ignore[misc]
                    tx,
                    account,
                    page.records,
                    now=desk.now(),
                    derive=derive,
                    judge=judging.judge(desk, tx.db, account),
                )
            )
            fresh |= made
    except Missing:
        desk.store.write(lambda tx: posts.mark_gone(tx, account.realm, remote_id, now=desk.now()))
        raise
    desk.store.write(
        lambda tx: cursors.put(tx, account.id, Stream.THREAD, None, now=desk.now(), scope=remote_id)
    )
    return shown, gone, fresh


def _threads(desk: Desk, account: Account, link: Connector, result: Synced) -> None:
    """Read the threads of what waits for an answer and was never read whole, newest first."""
    if Stream.THREAD not in link.pulls():
        return
    wanted = desk.store.read(
        lambda db: inbox.threads_not_read(db, account.id, limit=THREADS_PER_SYNC)
    )
    for remote_id in wanted:
        if desk.network.stop.is_set():
            return  # the program ends; what is left is read next time
        with contextlib.suppress(Missing, Unsupported, Garbled):
            _, _, more = read_thread(desk, account, link, remote_id, derive=link.spec.walk_threads)
            result.fresh |= more


def _walk_own_posts(desk: Desk, account: Account, link: Connector, result: Synced) -> None:
    """Read those of our threads that have more answers than we know of."""

    def short(db: Connection) -> list[str]:
        own = posts.newest_of(db, account.realm, account.remote_id, limit=OWN_POSTS_WALKED)
        return [
            p.remote_id
            for p in own
            if (p.counts.get("replies") or 0) > posts.replies_known(db, account.realm, p.remote_id)
        ]

    for remote_id in desk.store.read(short):
        if desk.network.stop.is_set():
            return
        with contextlib.suppress(Missing, Garbled):
            _, _, found = read_thread(desk, account, link, remote_id, derive=True)
            result.fresh |= found


def _refresh(desk: Desk, account: Account, link: Connector) -> None:
    asked = account.facts.get("refreshed_at", 0)
    if desk.now() - asked < REFRESH_AFTER:
        return
    try:
        facts = link.refresh()
    except (Flaky, Garbled) as trouble:  # what we knew yesterday will do for today
        log.warning("account %s: no new facts: %s", account.id, trouble)
        return
    known = desk.account(account.id).facts  # sending may have learnt something meanwhile
    merged = {**known, **(facts or {}), "refreshed_at": desk.now()}
    desk.store.write(lambda tx: accounts.change(tx, account.id, facts=merged))
    if facts:
        desk.links.drop(account.id)
    able = abilities.of(desk.links.to(desk.account(account.id)))
    desk.store.write(lambda tx: accounts.change(tx, account.id, capabilities=able))


def stopped(desk: Desk, account: Account, trouble: Trouble) -> None:
    """Note on the account what stopped a call: the one place where errors become its state."""
    now = desk.now()

    def note(tx: Tx) -> None:
        match trouble:
            case Offline():
                accounts.change(tx, account.id, due_at=now + _BACK_OFF)
            case Throttled(until=until):
                accounts.change(tx, account.id, parked_until=until)
            case SignInNeeded(why=why) if why in WAITING:
                accounts.change(tx, account.id, due_at=now + _BACK_OFF)
                problems.report(tx, why, now=now, account_id=account.id, facts=_plain(trouble))
            case SignInNeeded():
                accounts.change(tx, account.id, state="sign_in")
                problems.report(
                    tx,
                    "sign_in_needed",
                    now=now,
                    account_id=account.id,
                    facts={"why": trouble.why, **_plain(trouble)},
                )
            case Flaky():
                accounts.change(tx, account.id, due_at=now + _BACK_OFF)
                problems.report(tx, "flaky", now=now, account_id=account.id, facts=_plain(trouble))
            case _:
                accounts.change(tx, account.id, due_at=now + _BACK_OFF)
                problems.report(
                    tx,
                    "garbled" if isinstance(trouble, Garbled) else trouble.why,
                    now=now,
                    account_id=account.id,
                    facts=_plain(trouble),
                )

    if not isinstance(trouble, Offline):
        log.warning("account %s stopped: %s", account.id, trouble)
    desk.store.write(note)


def _plain(trouble: Trouble) -> dict[str, object]:
    return {
        name: value
        for name, value in trouble.facts.items()
        if isinstance(value, str | int | float | bool) or value is None
    }
