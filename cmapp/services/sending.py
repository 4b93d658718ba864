"""Sending: what moves each row of the outbox along, and nothing else does.

The rules are those of the state machine: a row is claimed and committed before a byte leaves; an
answer that never came makes it `uncertain`; an uncertain row is looked for, given the platform's
settle time, looked for again, and sent once more only with the same key where this very server
is known to honour it; otherwise a person decides. Used by one thread per account (its lane).
"""

from __future__ import annotations

import logging

from cmapp.connectors.base import Connector, Pending, Sent
from cmapp.domain.actions import Publish, Reply
from cmapp.domain.errors import (
    Missing,
    Offline,
    Rejected,
    SignInNeeded,
    Throttled,
    Trouble,
    Uncertain,
    Unsupported,
)
from cmapp.domain.records import Post
from cmapp.domain.streams import Stream
from cmapp.services import check, syncing
from cmapp.services.desk import Desk
from cmapp.store import accounts, outbox, problems
from cmapp.store.accounts import Account
from cmapp.store.database import Tx
from cmapp.store.outbox import Deed
from cmapp.store.sqlite import Connection

log = logging.getLogger(__name__)

BACK_OFF = (5, 10, 20, 40, 80, 160, 320, 640, 900)
"""Seconds until a row whose attempt did not leave the machine is tried again."""
BETWEEN_LOOKS = 5.0
"""Seconds between two looks for a post, once the settle time is over."""


def _holds(deed: Deed) -> bool:
    """Tell whether the later rows of its thread must wait: it was tried, and is not settled."""
    tried = deed.state == "ready" and deed.error_code is not None
    return tried or deed.state in ("uncertain", "sending")


def paused(desk: Desk) -> str | None:
    """Tell why nothing may leave now: `paused` (the panic switch), `flight_mode`, or offline."""

    def look(db: Connection) -> str | None:
        if problems.switch(db, "panic"):
            return "paused"
        return "flight_mode" if problems.switch(db, "flight") else None

    return desk.store.read(look) or desk.network.closed


def send_due(
    desk: Desk, account: Account, link: Connector, *, everything: bool = False
) -> list[int]:
    """Move each row of the account that may move; returns the ids of those that were looked at.

    Rows keep their order: one that is under way in doubt holds back the later ones of its
    thread. `everything`: a landing that a person asked for; the undo delay is not waited for.
    """
    moved: list[int] = []
    in_doubt: set[str] = set()
    _recover(desk, account)
    for deed in desk.store.read(lambda db: outbox.unsettled(db, account.id)):
        if desk.network.stop.is_set() or paused(desk) is not None:
            break
        now = desk.now()
        undo_only = everything and deed.attempts == 0 and deed.planned_at is None
        due = deed.not_before <= now or (undo_only and deed.state == "ready")
        if due and deed.thread not in in_doubt:
            moved.append(deed.id)
            if not _move(desk, account, link, deed):
                break
        after = desk.store.read(lambda db, i=deed.id: outbox.by_id(db, i))  # type: ignore[misc]
        if after is not None and after.thread and _holds(after):
            in_doubt.add(after.thread)
    return moved


def _recover(desk: Desk, account: Account) -> None:
    """The lane is the only one that sends: what stands at `sending` as it begins broke off."""
    stuck = ("sending",)
    if desk.store.read(lambda db: outbox.every(db, states=stuck, account_id=account.id, limit=1)):
        desk.store.write(lambda tx: outbox.recover(tx, now=desk.now(), account_id=account.id))


def _move(desk: Desk, account: Account, link: Connector, deed: Deed) -> bool:
    """Take one row one step further; False when the account is stopped for now."""
    try:
        if deed.state == "uncertain":
            return _resolve(desk, account, link, deed)
        return _check_and_send(desk, account, link, deed)
    except Trouble as trouble:
        return _stopped(desk, account, deed, trouble)


def _stopped(desk: Desk, account: Account, deed: Deed, trouble: Trouble) -> bool:
    """A read before the deed failed: nothing was sent, the row waits where it stands."""
    if isinstance(trouble, Offline | Throttled | SignInNeeded):
        syncing.stopped(desk, account, trouble)
        _wait(desk, deed, trouble)
        return False
    log.warning("row %s could not be checked: %s", deed.id, trouble)
    _wait(desk, deed, trouble)
    return True


def _wait(desk: Desk, deed: Deed, trouble: Trouble) -> None:
    later = desk.now() + _back_off(deed)
    if isinstance(trouble, Offline | Throttled | SignInNeeded):
        later = desk.now()  # the account is parked, not the row
    desk.store.write(lambda tx: outbox.wait(tx, deed.id, not_before=later, error_code=trouble.why))


def _back_off(deed: Deed) -> int:
    return BACK_OFF[min(deed.attempts + deed.looks, len(BACK_OFF) - 1)] * 1000


def _resolve(desk: Desk, account: Account, link: Connector, deed: Deed) -> bool:
    """`uncertain`: look for the post; then wait, look again, replay the key, or ask."""
    found = link.find(deed.action, deed.key, deed.first_at or deed.made_at)
    if found is not None:
        if not _record(desk, account, deed, found):
            _ask(desk, deed)
        return True
    now = desk.now()
    rule = link.replay_of(deed.action)
    settles = (deed.last_at or now) + int(rule.settle * 1000)
    if now < settles:
        desk.store.write(
            lambda tx: outbox.uncertain(tx, deed.id, not_before=settles, error_code=None)
        )
        return True
    looks = deed.looks + 1
    if looks < rule.looks:
        again = now + int(BETWEEN_LOOKS * 1000)
        desk.store.write(
            lambda tx: outbox.uncertain(tx, deed.id, not_before=again, error_code=None, looks=looks)
        )
        return True
    alive = rule.key_life is None or now - (deed.first_at or now) < rule.key_life * 1000
    if alive:
        return _check_and_send(desk, account, link, deed)
    desk.store.write(lambda tx: outbox.review(tx, deed.id, "unresolved", now=now))
    return True


def _check_and_send(desk: Desk, account: Account, link: Connector, deed: Deed) -> bool:
    """`ready` (or a replay): the landing check, then the deed."""
    in_doubt = deed.first_at is not None
    if in_doubt and deed.state == "ready":  # *Send anyway*, perhaps long after the last look
        found = link.find(deed.action, deed.key, deed.first_at or deed.made_at)
        if found is not None and _record(desk, account, deed, found):
            return True
    verdict = _check(desk, account, link, deed)
    if verdict is not None and verdict.reason is not None:
        held = verdict
        reason = verdict.reason
        desk.store.write(
            lambda tx: outbox.review(
                tx, deed.id, reason, now=desk.now(), news=held.news, fresh=held.fresh
            )
        )
        return True
    if paused(desk) is not None:
        return False
    claimed = desk.store.write(lambda tx: outbox.claim(tx, deed.id, now=desk.now()))
    if claimed is None:
        return True  # cancelled in the meantime
    return _perform(desk, account, link, claimed, first=not in_doubt)


def _check(desk: Desk, account: Account, link: Connector, deed: Deed) -> check.Verdict | None:
    is_late = check.late(deed.planned_at, now=desk.now(), minutes=desk.settings.late_minutes)
    match deed.action:
        case Publish():
            late = is_late and "late" not in deed.waived
            return check.Verdict("late", [{"what": "late"}], deed.seen) if late else None
        case Reply(target=target):
            pass
        case _:
            return None
    shown: list[Post] = []
    if Stream.THREAD in link.pulls():
        try:
            shown, gone, _ = syncing.read_thread(desk, account, link, target.remote_id)
            shown = [p for p in shown if p.remote_id not in gone]
        except Missing:
            shown = []
    return check.compare(
        target.remote_id,
        deed.seen,
        shown,
        ours=_ours(desk, account),
        waived=deed.waived,
        now=desk.now(),
        is_late=is_late,
    )


def _ours(desk: Desk, account: Account) -> check.Ours:
    def look(db: Connection) -> check.Ours:
        everyone = accounts.every(db)
        here = [a for a in everyone if a.realm == account.realm]
        return check.Ours(
            remote_ids=frozenset(a.remote_id for a in here),
            addresses=frozenset(a.url for a in everyone if a.url),
            posted=frozenset(outbox.posted(db)),
        )

    return desk.store.read(look)


def _perform(desk: Desk, account: Account, link: Connector, deed: Deed, *, first: bool) -> bool:
    """The deed itself. Whatever happens here, the row says what is known, and no more.

    `first`: no earlier attempt can have landed.
    """
    progress = deed.progress
    try:
        while True:
            outcome = link.perform(deed.action, deed.key, progress)
            if isinstance(outcome, Sent):
                break
            progress = outcome.progress
            step: Pending = outcome
            desk.store.write(lambda tx, s=step: outbox.progressed(tx, deed.id, s.progress))  # type: ignore[misc]
            desk.clock.wait(desk.network.stop, outcome.wait)
            if paused(desk) is not None or desk.network.stop.is_set():
                return _break_off(desk, deed, first=first)
    except Trouble as trouble:
        return _failed(desk, account, link, deed, trouble, first=first)
    except Exception:
        log.exception("row %s: a bug while sending", deed.id)
        _doubt(desk, deed, "bug")
        return True
    if not _record(desk, account, deed, outcome):
        _ask(desk, deed)
    return True


def _break_off(desk: Desk, deed: Deed, *, first: bool) -> bool:
    """Between two steps nothing is out yet: a pause holds the deed here, with what it has."""
    if first:
        desk.store.write(lambda tx: _ready(tx, deed, desk.now(), "paused"))
    else:
        _doubt(desk, deed, "paused")
    return False


def _failed(
    desk: Desk,
    account: Account,
    link: Connector,
    deed: Deed,
    trouble: Trouble,
    *,
    first: bool,
) -> bool:
    """The attempt ended without a post that we know of."""
    code, now = trouble.why, desk.now()
    match trouble:
        case Uncertain():
            log.info("row %s is in doubt", deed.id)
            _doubt(desk, deed, code)
            return _look_now(desk, account, link, deed)
        case Offline() | Throttled() | SignInNeeded():
            syncing.stopped(desk, account, trouble)
            if first:
                desk.store.write(lambda tx: _ready(tx, deed, now, code))
            else:
                _doubt(desk, deed, code)
            return False
        case Missing() if first and deed.kind == "reply" and "parent_deleted" not in deed.waived:
            gone = [{"what": "parent_deleted", "before": deed.seen.get("parent", {}).get("text")}]
            desk.store.write(
                lambda tx: outbox.review(
                    tx, deed.id, "parent_deleted", now=now, news=gone, untried=True
                )
            )
        case Rejected() if (
            first
            and deed.kind == "reply"
            and trouble.facts.get("field") == "target"
            and not {"not_allowed", "window_closed"} & set(deed.waived)
        ):
            # the thread was closed between the check and the deed
            news = [{"what": "not_allowed", "why": trouble.facts.get("cause")}]
            desk.store.write(
                lambda tx: outbox.review(
                    tx, deed.id, "not_allowed", now=now, news=news, untried=True
                )
            )
        case Rejected() | Missing() | Unsupported() if first:
            desk.store.write(
                lambda tx: outbox.rejected(tx, deed, now=now, code=code, facts=trouble.facts),
            )
        case Rejected() | Missing() | Unsupported():
            # It was looked for and not found, and the same key was refused: only a person
            # can tell what became of the first attempt.
            desk.store.write(lambda tx: outbox.review(tx, deed.id, "unresolved", now=now))
        case _ if first:  # a read inside the deed failed before anything was written
            desk.store.write(
                lambda tx: outbox.back_to_ready(
                    tx, deed.id, not_before=now + _back_off(deed), error_code=code
                ),
            )
        case _:
            _doubt(desk, deed, code)
    return True


def _look_now(desk: Desk, account: Account, link: Connector, deed: Deed) -> bool:
    """An answer was lost: often the post is there already, so look at once."""
    again = desk.store.read(lambda db: outbox.by_id(db, deed.id))
    if again is None or again.state != "uncertain":
        return True
    try:
        found = link.find(again.action, again.key, again.first_at or again.made_at)
    except Trouble as trouble:
        log.info("row %s cannot be looked for yet: %s", deed.id, trouble)
        return not isinstance(trouble, Offline | Throttled | SignInNeeded)
    if found is not None and not _record(desk, account, again, found):
        _ask(desk, again)
    return True


def _ask(desk: Desk, deed: Deed) -> None:
    """Another row has the post that was found: what became of this one, only a person can tell."""
    desk.store.write(lambda tx: outbox.review(tx, deed.id, "unresolved", now=desk.now()))


def _doubt(desk: Desk, deed: Deed, code: str) -> None:
    desk.store.write(
        lambda tx: outbox.uncertain(tx, deed.id, not_before=desk.now(), error_code=code),
    )


def _ready(tx: Tx, deed: Deed, now: int, code: str) -> None:
    outbox.back_to_ready(tx, deed.id, not_before=now, error_code=code, uncount=True)


def _record(desk: Desk, account: Account, deed: Deed, outcome: Sent) -> bool:
    """The platform has it: the post, the row, the draft and the interaction, in one commit.

    False where another row has that very post already.
    """

    def settle(tx: Tx) -> bool:
        url = None
        if outcome.record is not None:
            syncing.keep(tx, account, [outcome.record], now=desk.now())
            url = outcome.record.url if isinstance(outcome.record, Post) else None
        return outbox.sent(
            tx, deed, now=desk.now(), remote_id=outcome.remote_id, url=url, notes=outcome.notes
        )

    return desk.store.write(settle)


def next_due(desk: Desk, account: Account) -> int | None:
    """Return when the account's next row may move (UTC ms)."""
    return desk.store.read(lambda db: outbox.next_due(db, account.id))
