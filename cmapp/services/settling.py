"""What is known of an attempt is written down: it is out, it is held, it is in doubt."""

from __future__ import annotations

import logging
from typing import Any

from cmapp.connectors.base import Connector, Sent
from cmapp.domain.actions import Publish
from cmapp.domain.records import Post
from cmapp.services import syncing
from cmapp.services.desk import Desk
from cmapp.store import accounts, held_there, outbox, problems
from cmapp.store.accounts import Account
from cmapp.store.database import Tx
from cmapp.store.outbox import Deed
from cmapp.system import failpoint

log = logging.getLogger(__name__)

IGNORES = "ignores_schedule"
"""The fact of an account whose server published at once what it was to hold: since when."""
DAY = 86_400_000
TOLERANCE = 60_000
"""By how much (ms) the time of a scheduler may differ from the one it was asked for."""


def record(desk: Desk, account: Account, deed: Deed, outcome: Sent) -> bool:
    """The platform has it: the post, the row, the draft and the interaction, in one commit.

    False where another row has that very post already.
    """
    if outcome.held_until is not None:
        return _held(desk, account, deed, outcome.remote_id, outcome.held_until)
    asked_for = deed.action.at if isinstance(deed.action, Publish) else 0
    made = outcome.record.created_at if isinstance(outcome.record, Post) else desk.now()
    held = deed.server_ref is not None  # it did hold it; somebody there may have let it go
    at_once = bool(asked_for) and not held and min(made, desk.now()) < asked_for - TOLERANCE
    notes = (*outcome.notes, *(("published_at_once",) if at_once else ()))

    def settle(tx: Tx) -> bool:
        url = None
        if outcome.record is not None:
            syncing.keep(tx, account, [outcome.record], now=desk.now())
            url = outcome.record.url if isinstance(outcome.record, Post) else None
        known = outbox.sent(
            tx, deed, now=desk.now(), remote_id=outcome.remote_id, url=url, notes=notes
        )
        if known and at_once:
            ignores(tx, account, now=desk.now())
        return known

    known = desk.store.write(settle)
    failpoint.reached("finish.done")
    return known


def read_back(desk: Desk, link: Connector, deed: Deed, since: int | None = None) -> Sent | None:
    """Look for the post of a row: made `since` (UTC ms), else since it was first tried.

    What other rows are known to have made is not taken for it, though it read the same.
    """
    taken = desk.store.read(lambda db: outbox.made_by_others(db, deed))
    failpoint.reached("readback.begin")
    first = begun(deed, desk.now())
    found = link.find(deed.action, deed.key, first if since is None else since, taken)
    failpoint.reached("readback.end")
    return found


def begun(deed: Deed, now: int) -> int:
    """Return since when (UTC ms) the post of a row may be out.

    What began in the future was dated by a clock that has been put right: by how much nobody
    knows, so a whole day is looked at.
    """
    first = deed.first_at or deed.made_at
    return first if first <= now else now - DAY


def _held(desk: Desk, account: Account, deed: Deed, ref: str, until: int) -> bool:
    planned = deed.planned_at or until
    other_time = abs(until - planned) > TOLERANCE

    def settle(tx: Tx) -> bool:
        recall = "local" if other_time else None
        there = accounts.by_id(tx.db, account.id)
        resting = there is None or there.state == "paused"
        if recall is None and (resting or problems.switch(tx.db, "panic") is not None):
            recall = "hold"  # the switch was thrown while this was under way
        return held_there.scheduled(
            tx,
            deed,
            now=desk.now(),
            ref=ref,
            at=until,
            recall=recall,
            note="other_time" if other_time else None,
        )

    known = desk.store.write(settle)
    failpoint.reached("handed.done")
    return known


def ignores(tx: Tx, account: Account, *, now: int) -> None:
    """Remember that the server of an account does not hold what it is asked to hold."""
    there = accounts.by_id(tx.db, account.id)
    if there is None or IGNORES in there.facts:
        return
    log.warning("the server of %s publishes at once what it was to hold", account.id)
    able: dict[str, Any] = dict(there.capabilities)
    limits = dict(able.get("limits", {}))
    able["limits"] = {**limits, "ahead_min": None, "ahead_max": None}
    facts = {**there.facts, IGNORES: now}
    accounts.change(tx, account.id, facts=facts, capabilities=able)


def ask(desk: Desk, deed: Deed) -> None:
    """Another row has the post that was found: what became of this one, only a person can tell."""

    def go(tx: Tx) -> None:
        outbox.review(tx, deed.id, "unresolved", now=desk.now())
        held_there.unresolved(tx, deed.id, now=desk.now())

    desk.store.write(go)


def doubt(desk: Desk, deed: Deed, code: str) -> None:
    """The answer to an attempt was lost."""
    desk.store.write(
        lambda tx: outbox.uncertain(tx, deed.id, not_before=desk.now(), error_code=code),
    )
    failpoint.reached("doubt.done")
