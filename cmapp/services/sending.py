"""Sending: what moves each row of the outbox along, and nothing else does.

The rules are those of the state machine: a row is claimed and committed before a byte leaves; an
answer that never came makes it `uncertain`; an uncertain row is looked for, given the platform's
settle time, looked for again, and sent once more only with the same key where this very server
is known to honour it; otherwise a person decides. A row that follows another goes when that one
is out; a planned one goes to the platform's own scheduler where there is one (`ahead`). Used by
one thread per account (its lane).
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import replace

from cmapp.connectors.base import Connector, Pending, Sent
from cmapp.domain import fate
from cmapp.domain.actions import Action, Publish, Reply
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
from cmapp.services import ahead, check, following, settling, syncing
from cmapp.services.desk import Desk
from cmapp.store import accounts, held_there, outbox, outbox_turn, problems
from cmapp.store.accounts import Account
from cmapp.store.database import Tx
from cmapp.store.outbox import Deed
from cmapp.store.sqlite import Connection
from cmapp.system import failpoint

log = logging.getLogger(__name__)

BACK_OFF = (5, 10, 20, 40, 80, 160, 320, 640, 900)
"""Seconds until a row whose attempt did not leave the machine is tried again."""
UNDO_MOST = 3_600_000
"""The longest (ms) that a person's own send is held back for second thoughts."""
FRESH = 250
"""How old (ms) a row is at most that nobody else can have sent from a copy of this profile."""
BETWEEN_LOOKS = 5.0
"""Seconds between two looks for a post, once the settle time is over."""


def paused(desk: Desk) -> str | None:
    """Tell why nothing may leave now: `paused` (the panic switch), `flight_mode`, or offline."""
    return desk.store.read(_switched) or desk.network.closed


def _switched(db: Connection) -> str | None:
    if problems.switch(db, "panic"):
        return "paused"
    return "flight_mode" if problems.switch(db, "flight") else None


def send_due(
    desk: Desk, account: Account, link: Connector, *, everything: bool = False
) -> list[int]:
    """Move each row of the account that may move; returns the ids of those that were looked at.

    Rows keep their order: one that is under way in doubt holds back the later ones of its
    thread. What follows a row that was sent comes right after it. `everything`: a landing that a
    person asked for; the undo delay is not waited for.
    """
    _recover(desk, account)
    moved = ahead.pull_back(desk, account, link)
    until = desk.now() + (UNDO_MOST if everything else 0)
    work = deque(desk.store.read(lambda db: outbox_turn.due(db, account.id, until=until)))
    seen: set[int] = set()
    while work:
        deed = work.popleft()
        if desk.network.stop.is_set() or paused(desk) is not None:
            return moved
        undo_only = everything and deed.attempts == 0 and deed.planned_at is None
        due = deed.not_before <= desk.now() or (undo_only and deed.state == "ready")
        if deed.id in seen or not due or _held_back(desk, account, deed):
            continue
        seen.add(deed.id)
        moved.append(deed.id)
        if not _move(desk, account, link, deed):
            return moved
        work.extendleft(reversed(_next(desk, deed)))
    for deed in ahead.offers(desk, account):
        if desk.network.stop.is_set() or paused(desk) is not None:
            break
        moved.append(deed.id)
        if not _hand_over(desk, account, link, deed):
            break
    return moved


def _held_back(desk: Desk, account: Account, deed: Deed) -> bool:
    """Tell whether an earlier row of the same thread, or words, was tried and is not settled."""
    if deed.state == "ready" and desk.store.read(lambda db: outbox_turn.says_the_same(db, deed)):
        return True
    if deed.thread is None:
        return False
    doubtful = desk.store.read(lambda db: outbox_turn.in_doubt(db, account.id))
    return doubtful.get(deed.thread, deed.id) < deed.id


def _next(desk: Desk, deed: Deed) -> list[Deed]:
    """Return what follows a row, now that it is out."""

    def look(db: Connection) -> list[Deed]:
        after = outbox_turn.following(db, deed.id)
        there = outbox.by_id(db, deed.id) if after else None
        out = there is not None and there.state == "sent"
        return [d for d in after if out and d.state in ("ready", "uncertain")]

    return desk.store.read(look)


def _recover(desk: Desk, account: Account) -> None:
    """The lane is the only one that sends: what stands at `sending` as it begins broke off."""
    stuck = ("sending",)
    if desk.store.read(lambda db: outbox.every(db, states=stuck, account_id=account.id, limit=1)):
        desk.store.write(lambda tx: outbox.recover(tx, now=desk.now(), account_id=account.id))
        failpoint.reached("recover.done")


def _move(desk: Desk, account: Account, link: Connector, deed: Deed) -> bool:
    """Take one row one step further; False when the account is stopped for now."""
    try:
        if deed.state == "scheduled":
            return ahead.look(desk, account, link, deed)
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
    if deed.state == "scheduled":
        desk.store.write(
            lambda tx: held_there.look_later(tx, deed.id, not_before=later, looks=deed.looks)
        )
        return
    desk.store.write(lambda tx: outbox.wait(tx, deed.id, not_before=later, error_code=trouble.why))


def _back_off(deed: Deed) -> int:
    return BACK_OFF[min(deed.attempts + deed.looks, len(BACK_OFF) - 1)] * 1000


def _resolve(desk: Desk, account: Account, link: Connector, deed: Deed) -> bool:
    """`uncertain`: look for the post; then wait, look again, replay the key, or ask."""
    found = settling.read_back(desk, link, deed)
    if found is not None:
        if not settling.record(desk, account, deed, found):
            settling.ask(desk, deed)
        return True
    now = desk.now()
    rule = link.replay_of(deed.action)
    settles = (deed.last_at or now) + int(rule.settle * 1000)
    if now < settles:
        _resolved(desk, lambda tx: outbox.uncertain(tx, deed.id, not_before=settles))
        return True
    looks = deed.looks + 1
    if looks < rule.looks:
        again = now + int(BETWEEN_LOOKS * 1000)
        _resolved(desk, lambda tx: outbox.uncertain(tx, deed.id, not_before=again, looks=looks))
        return True
    alive = rule.key_life is None or 0 <= now - (deed.first_at or now) < rule.key_life * 1000
    if deed.recall == "cancel":  # nobody wants it any more, or its place is taken
        alive = False
    if alive and ahead.handed(deed):
        alive = ahead.still_takes(desk, account, deed)
    if alive:
        return _check_and_send(desk, account, link, deed)
    _resolved(desk, lambda tx: outbox.review(tx, deed.id, "unresolved", now=now))
    return True


def _resolved(desk: Desk, change: Callable[[Tx], None]) -> None:
    """Write down what a look that found nothing means for a row in doubt."""

    def go(tx: Tx) -> None:
        change(tx)
        failpoint.reached("resolve.mid")

    desk.store.write(go)
    failpoint.reached("resolve.done")


def _check_and_send(desk: Desk, account: Account, link: Connector, deed: Deed) -> bool:
    """`ready` (or a replay): the landing check, then the deed."""
    in_doubt = deed.first_at is not None
    # *Send anyway*, perhaps long after the last look; or one that waited (see `_elsewhere`)
    again = in_doubt or (_unthreaded(deed) and _elsewhere(desk, link, deed))
    if again and deed.state == "ready" and _is_there(desk, account, link, deed):
        return True
    verdict = _check(desk, account, link, deed)
    failpoint.reached("check.done")
    if verdict is not None and verdict.reason is not None:
        ours = any(n["what"] == "answered_by_us" for n in verdict.news)
        if ours and not in_doubt and _is_there(desk, account, link, deed):
            return True
        _hold(desk, deed, verdict.reason, verdict)
        return True
    if paused(desk) is not None:
        return False
    claimed = _claim(desk, account, deed)
    if claimed is None:
        return True  # cancelled in the meantime, or the switch was thrown
    if paused(desk) is not None:
        return _break_off(desk, claimed, first=not in_doubt)
    return _perform(desk, account, link, claimed, first=not in_doubt)


def _unthreaded(deed: Deed) -> bool:
    """Tell whether no landing check looks at the place where this would stand, were it out."""
    return isinstance(deed.action, Publish) or (
        isinstance(deed.action, Reply) and deed.after_id is not None
    )


def _elsewhere(desk: Desk, link: Connector, deed: Deed) -> bool:
    """Tell whether a row that was never tried here may have been sent all the same.

    Its profile may be a copy of one on another machine, or may have been put back; both have the
    row and its key, but a server that forgets keys, or never knew them, would post it twice. Or
    the same words of its draft were dropped while nobody knew whether they had arrived.
    """
    if link.replay_of(deed.action).key_life is None:
        return False
    waited = not 0 <= desk.now() - deed.made_at < FRESH
    return waited or desk.store.read(lambda db: outbox.dropped_in_doubt(db, deed)) is not None


def _is_there(desk: Desk, account: Account, link: Connector, deed: Deed) -> bool:
    """Look for the post of a row before it goes, and take it for sent (or handed over) if it is.

    What waits for its time cannot be out before: an older post of the same words is another.
    """
    aimed = deed
    if deed.after_id is not None and deed.state == "ready" and deed.first_at is None:
        action = desk.store.read(lambda db: following.aimed(db, account, deed))
        if action is None:
            return False
        aimed = replace(deed, action=action)
    since = settling.begun(deed, desk.now())
    if deed.first_at is None:
        before = desk.store.read(lambda db: outbox.dropped_in_doubt(db, deed))
        since = max(since, deed.planned_at or 0) if before is None else min(since, before)
    found = settling.read_back(desk, link, aimed, since)
    return found is not None and settling.record(desk, account, aimed, found)


def _hold(desk: Desk, deed: Deed, reason: str, found: check.Verdict) -> None:
    """Have a person look before it goes: the thread is not what the answer was written to."""

    def go(tx: Tx) -> None:
        outbox.review(tx, deed.id, reason, now=desk.now(), news=found.news, fresh=found.fresh)
        failpoint.reached("held.mid")

    desk.store.write(go)
    failpoint.reached("held.done")


def _claim(desk: Desk, account: Account, deed: Deed) -> Deed | None:
    """Claim a row; what it follows gives it its place in that very write.

    In it, too, is looked at the switches: once one is thrown, no claim comes after it (CR-09).
    """

    def go(tx: Tx) -> Deed | None:
        if _switched(tx.db) is not None:
            return None
        action: Action | None = None
        if deed.after_id is not None and deed.state == "ready":
            action = following.aimed(tx.db, account, deed)
            if action is None:
                outbox.review(tx, deed.id, "before_unknown", now=desk.now())
                return None
        elif deed.state == "ready" and isinstance(deed.action, Publish) and deed.action.at:
            action = replace(deed.action, at=0)
        return outbox.claim(tx, deed.id, now=desk.now(), action=action)

    claimed = desk.store.write(go)
    failpoint.reached("claim.done")
    return claimed


def _hand_over(desk: Desk, account: Account, link: Connector, deed: Deed) -> bool:
    """Give a planned post to the platform's own scheduler."""
    if not isinstance(deed.action, Publish) or deed.planned_at is None:
        return True
    action = replace(deed.action, at=deed.planned_at)
    try:
        aimed = replace(deed, action=action)
        if _elsewhere(desk, link, deed) and _is_there(desk, account, link, aimed):
            return True
    except (Offline, Throttled, SignInNeeded) as trouble:
        syncing.stopped(desk, account, trouble)
        return False
    except Trouble as trouble:
        log.warning("row %s could not be looked for: %s", deed.id, trouble)
        later = desk.now() + _back_off(deed)
        desk.store.write(lambda tx: held_there.offer_later(tx, deed.id, at=later))
        return True

    def go(tx: Tx) -> Deed | None:
        if _switched(tx.db) is not None:
            return None
        return outbox.claim(tx, deed.id, now=desk.now(), action=action)

    claimed = desk.store.write(go)
    failpoint.reached("claim.done")
    if claimed is None:
        return True
    if paused(desk) is not None:
        return _break_off(desk, claimed, first=True)
    return _perform(desk, account, link, claimed, first=True)


def _check(desk: Desk, account: Account, link: Connector, deed: Deed) -> check.Verdict | None:
    if deed.after_id is not None or ahead.handed(deed):
        return None  # a thread that has begun is continued; a scheduler is in time by itself
    is_late = fate.is_late(deed.planned_at, now=desk.now(), minutes=desk.settings.late_minutes)
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
            failpoint.reached("progress.done")
            desk.clock.wait(desk.network.stop, outcome.wait)
            if paused(desk) is not None or desk.network.stop.is_set():
                return _break_off(desk, deed, first=first)
    except Trouble as trouble:
        return _failed(desk, account, link, deed, trouble, first=first)
    except Exception:
        log.exception("row %s: a bug while sending", deed.id)
        settling.doubt(desk, deed, "bug")
        return True
    if not settling.record(desk, account, deed, outcome):
        settling.ask(desk, deed)
    return True


def _break_off(desk: Desk, deed: Deed, *, first: bool) -> bool:
    """Between two steps nothing is out yet: a pause holds the deed here, with what it has."""
    if first:
        _failed_so(desk, lambda tx: _ready(tx, deed, desk.now(), "paused"))
    else:
        settling.doubt(desk, deed, "paused")
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
            settling.doubt(desk, deed, code)
            return _look_now(desk, account, link, deed)
        case Offline() | Throttled() | SignInNeeded():
            syncing.stopped(desk, account, trouble)
            if first:
                _failed_so(desk, lambda tx: _ready(tx, deed, now, code))
            else:
                settling.doubt(desk, deed, code)
            return False
        case Missing() if first and deed.kind == "reply" and "parent_deleted" not in deed.waived:
            gone = [{"what": "parent_deleted", "before": deed.seen.get("parent", {}).get("text")}]
            _failed_so(
                desk,
                lambda tx: outbox.review(
                    tx, deed.id, "parent_deleted", now=now, news=gone, untried=True
                ),
            )
        case Rejected() if (
            first
            and deed.kind == "reply"
            and trouble.facts.get("field") == "target"
            and not {"not_allowed", "window_closed"} & set(deed.waived)
        ):
            # the thread was closed between the check and the deed
            news = [{"what": "not_allowed", "why": trouble.facts.get("cause")}]
            _failed_so(
                desk,
                lambda tx: outbox.review(
                    tx, deed.id, "not_allowed", now=now, news=news, untried=True
                ),
            )
        case Rejected() | Missing() | Unsupported() if (
            first and ahead.handed(deed) and ahead.refused(desk, account, deed, trouble)
        ):
            pass  # it goes from here when its time comes
        case Rejected() | Missing() | Unsupported() if first:
            _failed_so(
                desk, lambda tx: outbox.rejected(tx, deed, now=now, code=code, facts=trouble.facts)
            )
        case Rejected() | Missing() | Unsupported():
            # It was looked for and not found, and the same key was refused: only a person
            # can tell what became of the first attempt.
            _failed_so(desk, lambda tx: outbox.review(tx, deed.id, "unresolved", now=now))
        case _ if first:  # a read inside the deed failed before anything was written
            _failed_so(
                desk,
                lambda tx: outbox.back_to_ready(
                    tx, deed.id, not_before=now + _back_off(deed), error_code=code
                ),
            )
        case _:
            settling.doubt(desk, deed, code)
    return True


def _failed_so(desk: Desk, change: Callable[[Tx], None]) -> None:
    """Write down what an attempt that is known to have brought no post means for its row."""

    def go(tx: Tx) -> None:
        change(tx)
        failpoint.reached("failed.mid")

    desk.store.write(go)
    failpoint.reached("failed.done")


def _look_now(desk: Desk, account: Account, link: Connector, deed: Deed) -> bool:
    """An answer was lost: often the post is there already, so look at once."""
    again = desk.store.read(lambda db: outbox.by_id(db, deed.id))
    if again is None or again.state != "uncertain":
        return True
    try:
        found = settling.read_back(desk, link, again)
    except Trouble as trouble:
        log.info("row %s cannot be looked for yet: %s", deed.id, trouble)
        return not isinstance(trouble, Offline | Throttled | SignInNeeded)
    if found is not None and not settling.record(desk, account, again, found):
        settling.ask(desk, again)
    return True


def _ready(tx: Tx, deed: Deed, now: int, code: str) -> None:
    outbox.back_to_ready(tx, deed.id, not_before=now, error_code=code, uncount=True)


def next_due(desk: Desk, account: Account) -> int | None:
    """Return when the account's next row may move (UTC ms)."""
    row = desk.store.read(lambda db: outbox_turn.next_due(db, account.id))
    known = [due for due in (row, ahead.next_offer(desk, account)) if due is not None]
    return min(known) if known else None
