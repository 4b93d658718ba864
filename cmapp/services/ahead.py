"""The platform's own scheduler: what it is offered, what became of that, and asking it back.

A planned post on an account whose server can hold it goes there as soon as there is a network,
so that it comes out on time with this machine asleep. Only posts of their own, which nothing
follows: a thread's later parts need the first one's name. What the server says is believed only
where it says that it holds the post (`Sent.held_until`); a server that published at once is
remembered. Asking back ends only when it is certain: given back, or out.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

from cmapp.connectors.base import Connector
from cmapp.domain.actions import Publish, Unschedule
from cmapp.domain.errors import Missing, Offline, SignInNeeded, Throttled, Trouble
from cmapp.domain.limits import Limits
from cmapp.services import settling, syncing
from cmapp.services.desk import Desk
from cmapp.store import accounts, held_there, outbox, problems
from cmapp.store.accounts import Account
from cmapp.store.database import Tx
from cmapp.store.outbox import Deed
from cmapp.store.sqlite import Connection
from cmapp.system import failpoint

log = logging.getLogger(__name__)

MARGIN = 60_000
"""How much more time (ms) than the scheduler's least there must be, for the way and slow clocks."""
FAR = 10 * 365 * 86_400_000
AT_A_TIME = 20
"""How many rows one round hands over."""
HOUR = 3_600_000
BETWEEN_LOOKS = (20_000, 40_000, 80_000, 160_000)
"""Milliseconds between the looks that find neither entry nor post; then a person decides."""
NEAR = 60_000
"""Given back less than this (ms) before its time, a post may have gone out all the same."""


@dataclass(frozen=True, slots=True)
class Window:
    """How far ahead (ms) a scheduler takes posts, and how many in all and per day (UTC)."""

    least: int
    most: int
    total: int | None = None
    per_day: int | None = None

    def takes(self, planned_at: int, *, now: int) -> bool:
        """Tell whether what is planned for then may be handed over now."""
        return self.least <= planned_at - now <= self.most


def window(account: Account, *, wanted: bool) -> Window | None:
    """Return how the account's server may be used as scheduler; None: this machine's clock it is.

    `wanted`: the setting. None too where the server was seen to publish at once.
    """
    if not wanted or settling.IGNORES in account.facts:
        return None
    limits = Limits.from_facts(account.capabilities.get("limits", {}))
    if limits.ahead_min is None and limits.ahead_max is None:
        return None
    return Window(
        least=(limits.ahead_min or 0) * 1000 + MARGIN,
        most=FAR if limits.ahead_max is None else limits.ahead_max * 1000,
        total=limits.ahead_total,
        per_day=limits.ahead_per_day,
    )


def _window(desk: Desk, account: Account) -> Window | None:
    return window(account, wanted=desk.settings.use_server_scheduler)


def next_offer(desk: Desk, account: Account) -> int | None:
    """Return when the next row may be offered to the account's scheduler (UTC ms)."""
    if _window(desk, account) is None:
        return None
    return desk.store.read(lambda db: held_there.next_offer(db, account.id))


def offers(desk: Desk, account: Account) -> list[Deed]:
    """Return the rows to hand over now; puts off what there is no room for."""
    frame = _window(desk, desk.account(account.id))
    now = desk.now()
    due = desk.store.read(lambda db: held_there.next_offer(db, account.id))
    if frame is None or due is None or due > now:
        return []
    load = desk.store.read(lambda db: held_there.load(db, account.id))
    room = AT_A_TIME
    if frame.total is not None:
        room = max(0, min(room, frame.total - sum(load.values())))
    each = frame.per_day
    full = [day for day, count in load.items() if each is not None and count >= each]
    found = desk.store.read(
        lambda db: held_there.offers(
            db, account.id, now=now, first=now + frame.least, last=now + frame.most, full=full,
            most=room,
        )
    )  # fmt: skip
    if each is not None:
        taken = dict(load)
        fitting: list[Deed] = []
        for deed in found:
            day = (deed.planned_at or 0) // held_there.DAY
            taken[day] = taken.get(day, 0) + 1
            if taken[day] <= each:
                fitting.append(deed)
        found = fitting
    if not found:
        frees = desk.store.read(lambda db: held_there.frees_at(db, account.id))
        later = min(now + HOUR, max(frees or 0, now + MARGIN))
        desk.store.write(
            lambda tx: held_there.put_off(
                tx, account.id, now=now, first=now + frame.least, last=now + frame.most,
                later=later,
            )
        )  # fmt: skip
    return found


def still_takes(desk: Desk, account: Account, deed: Deed) -> bool:
    """Tell whether a row whose handing over is in doubt could be handed over once more."""
    frame = _window(desk, account)
    return frame is not None and frame.takes(deed.planned_at or 0, now=desk.now())


def refused(desk: Desk, account: Account, deed: Deed, trouble: Trouble) -> bool:
    """The scheduler refused for a reason of its own: the row goes from here. False: not so."""
    field = trouble.facts.get("field")
    if field not in (None, "at", "scheduled_at"):
        return False
    known = field == "at" and trouble.facts.get("reason") == "not_offered"

    def go(tx: Tx) -> None:
        held_there.keep_here(tx, deed.id, now=desk.now(), note="server_refused")
        if known:
            settling.ignores(tx, account, now=desk.now())

    desk.store.write(go)
    return True


def look(desk: Desk, account: Account, link: Connector, deed: Deed) -> bool:
    """`scheduled`, and its time has come: is it out? Raises the read errors."""
    planned = deed.planned_at or 0
    found = settling.read_back(desk, link, deed, planned)
    now = desk.now()
    if found is not None and found.held_until is None:
        if not settling.record(desk, account, deed, found):
            settling.ask(desk, deed)
        return True
    until = link.held_until(deed.server_ref or "")
    if until is None:
        if not _out_early(desk, account, link, deed):
            _not_there(desk, deed)
    else:  # the server takes its time, or was told another one
        again = max(until + held_there.GRACE, now + BETWEEN_LOOKS[0])
        late = now > planned + 5 * MARGIN
        moved = abs(until - planned) > settling.TOLERANCE
        note = "moved_there" if moved else "server_late" if late else None
        desk.store.write(
            lambda tx: held_there.look_later(tx, deed.id, not_before=again, looks=0, note=note)
        )
    return True


def _out_early(desk: Desk, account: Account, link: Connector, deed: Deed) -> bool:
    """Tell whether the scheduler let it go before its time, as somebody there may have told it."""
    if deed.first_at is None:
        return False
    found = settling.read_back(desk, link, deed)
    if found is None or found.held_until is not None:
        return False
    return settling.record(desk, account, deed, found)


def _not_there(desk: Desk, deed: Deed) -> None:
    """Neither entry nor post: look again with patience, then ask. It is never sent by itself."""

    def go(tx: Tx) -> None:
        if deed.looks < len(BETWEEN_LOOKS):
            again = desk.now() + BETWEEN_LOOKS[deed.looks]
            held_there.look_later(tx, deed.id, not_before=again, looks=deed.looks + 1)
        else:
            held_there.unresolved(tx, deed.id, now=desk.now())

    desk.store.write(go)


def next_recall(desk: Desk, account: Account) -> int | None:
    """Return when the account's scheduler is next to be asked for something back (UTC ms)."""
    return desk.store.read(lambda db: held_there.next_recall(db, account.id))


def pull_back(desk: Desk, account: Account, link: Connector) -> list[int]:
    """Ask the scheduler for what it is to give back; returns the ids of the rows.

    This is done while the panic switch holds everything else, too: it sends nothing.
    """
    moved = _look_for(desk, account, link) if _held_here(desk, account) else []
    for deed in desk.store.read(lambda db: held_there.recalled(db, account.id, now=desk.now())):
        if desk.network.stop.is_set() or desk.network.closed is not None or _flies(desk):
            break
        moved.append(deed.id)
        try:
            _pull_back(desk, account, link, deed)
        except (Offline, Throttled, SignInNeeded) as trouble:
            syncing.stopped(desk, account, trouble)
            break
        except Trouble as trouble:
            log.warning("row %s cannot be asked back yet: %s", deed.id, trouble)
            _again(desk, deed)
    return moved


def _held_here(desk: Desk, account: Account) -> bool:
    """Tell whether nothing of the account may leave: then servers should hold nothing of it."""

    def look(db: Connection) -> bool:
        there = accounts.by_id(db, account.id)
        resting = there is None or there.state == "paused"
        return resting or problems.switch(db, "panic") is not None

    return desk.store.read(look)


def _look_for(desk: Desk, account: Account, link: Connector) -> list[int]:
    """Look for what may have been handed over though no answer came; what is held is asked back."""
    moved: list[int] = []
    for deed in desk.store.read(lambda db: held_there.in_doubt(db, account.id, now=desk.now())):
        if desk.network.stop.is_set() or desk.network.closed is not None or _flies(desk):
            break
        moved.append(deed.id)
        try:
            found = settling.read_back(desk, link, deed)
        except Trouble as trouble:
            log.info("row %s cannot be looked for yet: %s", deed.id, trouble)
            found = None
        if found is None:  # perhaps the answer is only slow; it is never sent from here
            later = desk.now() + BETWEEN_LOOKS[-1]
            desk.store.write(
                lambda tx, n=deed.id, at=later: outbox.uncertain(  # type: ignore[misc]
                    tx, n, not_before=at, error_code=None
                )
            )
        elif not settling.record(desk, account, deed, found):
            settling.ask(desk, deed)
    return moved


def _flies(desk: Desk) -> bool:
    return desk.store.read(lambda db: problems.switch(db, "flight")) is not None


def _pull_back(desk: Desk, account: Account, link: Connector, deed: Deed) -> None:
    gone = False
    try:
        link.perform(Unschedule(deed.server_ref or ""), f"{deed.key}-back")
    except Missing:
        gone = True
    planned = deed.planned_at or 0
    now = desk.now()
    if gone or now > planned - NEAR:
        # Before its time it may have been let go of by a hand elsewhere, or by our own lost call.
        since = planned if now >= planned - NEAR else deed.first_at or deed.made_at
        found = settling.read_back(desk, link, deed, since)
        if found is not None and found.held_until is None:
            if not settling.record(desk, account, deed, found):
                settling.ask(desk, deed)
            return
        if now > planned - NEAR:
            _not_there(desk, deed)
            return
    desk.store.write(lambda tx: held_there.given_back(tx, deed, now=desk.now()))
    failpoint.reached("back.done")


def _again(desk: Desk, deed: Deed) -> None:
    step = BETWEEN_LOOKS[min(deed.looks, len(BETWEEN_LOOKS) - 1)]
    desk.store.write(
        lambda tx: held_there.look_later(
            tx,
            deed.id,
            not_before=desk.now() + step,
            looks=min(deed.looks + 1, len(BETWEEN_LOOKS) - 1),
        )
    )


def handed(deed: Deed) -> bool:
    """Tell whether the attempt was, or is, to hand the row to a scheduler."""
    return isinstance(deed.action, Publish) and deed.action.at > 0
