"""A landing: send what waits, read what is new, and tell what became of everything.

Flight mode is the state before it: a pre-flight look says what is fresh and what will fall due;
while it lasts nothing goes out or in; the landing report closes it (N1).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from cmapp.connectors.base import Connector
from cmapp.domain.errors import Offline, Trouble
from cmapp.services import fate, sending, syncing
from cmapp.services.desk import Desk
from cmapp.store import accounts, drafts, landings, office, outbox, outbox_turn, problems, views
from cmapp.store.accounts import Account
from cmapp.store.database import Tx
from cmapp.store.outbox import Deed
from cmapp.store.sqlite import Connection

LANES = 4
"""How many accounts are spoken to at a time."""
SOON_MS = 24 * 3_600_000
"""What the pre-flight look calls soon, unless it is told when the flight ends."""


@dataclass(slots=True)
class Landing:
    """What one landing did. Row ids by where they ended; `new` and `errors` by account."""

    moved: set[int] = field(default_factory=set)
    new: dict[str, int] = field(default_factory=dict)
    changed: dict[str, int] = field(default_factory=dict)
    errors: dict[str, Trouble | str] = field(default_factory=dict)


def land(
    desk: Desk,
    *,
    account_ids: Sequence[str] | None = None,
    wait: float = 0.0,
    read: bool = True,
) -> Landing:
    """Send, reconcile and (unless told not to) read each account, up to four side by side.

    `wait`: for how many seconds to follow rows that are in doubt past their settle time.
    Raises Offline (`panic`, `flight`, …) where nothing may leave.
    """
    why = sending.paused(desk)
    if why is not None:
        raise Offline(why)
    chosen = [a for a in desk.accounts() if account_ids is None or a.id in account_ids]
    result = Landing()
    deadline = desk.clock.monotonic() + wait
    with ThreadPoolExecutor(LANES, thread_name_prefix="lane") as pool:
        try:
            for one in pool.map(lambda a: _land_one(desk, a, deadline, read=read), chosen):
                result.moved |= one.moved
                result.new |= one.new
                result.changed |= one.changed
                result.errors |= one.errors
        except (KeyboardInterrupt, SystemExit):
            desk.network.stop.set()  # leaving the pool waits for lanes, and they for this
            raise
    return result


def _land_one(desk: Desk, account: Account, deadline: float, *, read: bool) -> Landing:
    result = Landing(new={account.id: 0})
    with desk.lane(account.id):
        if account.state == "paused":
            result.errors[account.id] = "account_paused"
            return result
        if not _parked_wait(desk, account.id, deadline):
            result.errors[account.id] = "throttled"  # the server told us when to come again
            return result
        try:
            link = desk.links.to(account)
            result.moved |= set(sending.send_due(desk, account, link, everything=True))
        except Trouble as trouble:  # one account in trouble does not keep the others up in the air
            result.errors[account.id] = trouble
            return result
        if not _parked_wait(desk, account.id, deadline):
            result.errors[account.id] = "throttled"  # as it was to send
            return result
        if read:
            done = syncing.sync(desk, account, link)
            result.new[account.id] = done.new
            result.changed[account.id] = done.changed
            if done.error is not None:
                result.errors[account.id] = done.error
        _follow(desk, account, link, deadline, result)
    return result


def _follow(
    desk: Desk, account: Account, link: Connector, deadline: float, result: Landing
) -> None:
    """Follow what is not settled yet until `deadline`; never faster than things can change."""
    before = None
    while (due := sending.next_due(desk, account)) is not None:
        now_so = desk.store.read(_standing(account.id, now=desk.now()))
        pause = max(0.0, (due - desk.now()) / 1000)
        if now_so == before:
            pause = max(pause, sending.BETWEEN_LOOKS)
        before = now_so
        if pause > deadline - desk.clock.monotonic():
            return
        if desk.clock.wait(desk.network.stop, pause):
            return
        if desk.account(account.id).state == "sign_in":
            return
        if not _parked_wait(desk, account.id, deadline):
            result.errors[account.id] = "throttled"
            return
        result.moved |= set(sending.send_due(desk, account, link))


def _standing(
    account_id: str, *, now: int
) -> Callable[[Connection], list[tuple[int, str, int, int]]]:
    def look(db: Connection) -> list[tuple[int, str, int, int]]:
        rows = outbox_turn.due(db, account_id, until=now + sending.UNDO_MOST)
        return [(r.id, r.state, r.attempts, r.looks) for r in rows]

    return look


def _parked_wait(desk: Desk, account_id: str, deadline: float) -> bool:
    """Wait for as long as the server asked us to stay away; False where that is too long."""
    pause = (desk.account(account_id).parked_until - desk.now()) / 1000
    if pause <= 0:
        return True
    if pause > deadline - desk.clock.monotonic():
        return False
    return not desk.clock.wait(desk.network.stop, pause)


def settled(db: Connection, moved: set[int]) -> dict[str, list[Deed]]:
    """Return the rows of a landing by where they stand now: sent, held, uncertain, rejected."""
    rows = [d for i in sorted(moved) if (d := outbox.by_id(db, i)) is not None]
    return {
        "sent": [d for d in rows if d.state == "sent"],
        "held": [d for d in rows if d.state == "review"],
        "uncertain": [d for d in rows if d.state in ("uncertain", "sending")],
        "rejected": [d for d in rows if d.state == "rejected"],
    }


def preflight(desk: Desk, *, until: int | None = None) -> dict[str, Any]:
    """Look at what should be known before going offline. `until`: when one lands (UTC ms).

    Returns {accounts: [{id, handle, platform, synced_at, state, problem}], waiting, planned,
    drafts, review, needs_reply, closing: [{id, name, until}], due: {count, first: [{id, name,
    until}]}, posts, until}: `closing` are reply windows of platforms, `due` our own deadlines,
    `posts` what becomes of planned posts meanwhile (see `fate.over_trip`).
    """
    now = desk.now()
    end = until if until is not None else now + SOON_MS

    def look(db: Connection) -> dict[str, Any]:
        rows = outbox.every(db, states=("ready", "uncertain", "review"))
        count, first = office.falling_due(db, after=now, before=end, limit=5)
        return {
            "accounts": [
                {
                    "id": a.id,
                    "platform": a.platform,
                    "handle": a.handle,
                    "state": a.state,
                    "problem": a.problem,
                    "synced_at": a.synced_at,
                }
                for a in accounts.every(db)
            ],
            "waiting": sum(r.state == "ready" and r.planned_at is None for r in rows),
            "planned": sum(r.planned_at is not None and r.planned_at <= end for r in rows),
            "review": sum(r.state == "review" for r in rows),
            "uncertain": sum(r.state == "uncertain" for r in rows),
            "drafts": len(drafts.every(db, state="draft")),
            "needs_reply": views.count(db, views.Filter(needs_reply=True)),
            "closing": views.closing(db, after=now, before=end),
            "due": {
                "count": count,
                "first": [{"id": str(d.id), "name": d.name, "until": d.due_at} for d in first],
            },
            "posts": fate.over_trip(desk, db, end),
            "until": end,
        }

    return desk.store.read(look)


def take_off(desk: Desk) -> bool:
    """Switch flight mode on; false if it was on already. It survives a restart."""

    def fly(tx: Tx) -> bool:
        return problems.switch_on(tx, "flight", now=desk.now())

    return desk.store.write(fly)


def touch_down(desk: Desk, *, wait: float = 0.0) -> dict[str, Any]:
    """Switch flight mode off, land, and keep the report; returns it (see `report_of`)."""
    why = sending.paused(desk)
    if why == "flight_mode":
        why = desk.network.closed
    if why is not None:
        raise Offline(why)  # the flight goes on, and its report with it
    flight = desk.store.read(lambda db: problems.switch(db, "flight"))
    waited = desk.store.read(_waited(desk.now()))
    desk.store.write(lambda tx: problems.switch_off(tx, "flight"))
    away_since = flight["since"] if flight else None
    done = land(desk, wait=wait)
    # the engine's own lanes may have come first to some of the rows, and to what is new
    done.moved |= {d.id for d in waited}
    if away_since is not None:
        done.new |= desk.store.read(lambda db: views.seen_since(db, away_since))
    return keep_report(desk, done, away_since)


def _waited(now: int) -> Callable[[Connection], list[Deed]]:
    def look(db: Connection) -> list[Deed]:
        return [d for a in accounts.every(db) for d in outbox_turn.due(db, a.id, until=now)]

    return look


def keep_report(desk: Desk, done: Landing, away_since: int | None) -> dict[str, Any]:
    """Keep what a landing did as the last landing report and return it.

    {away_since, ended_at, rows: [outbox ids], new: {account: n}, errors: {account: code}}
    """
    report = {
        "away_since": away_since,
        "ended_at": desk.now(),
        "rows": [str(i) for i in sorted(done.moved)],
        "new": done.new,
        "errors": {k: v if isinstance(v, str) else v.why for k, v in done.errors.items()},
    }

    desk.store.write(lambda tx: landings.keep(tx, report))
    return report
