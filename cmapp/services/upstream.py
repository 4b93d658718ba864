"""What was deleted upstream, or changed: posts that were read long ago are looked at again (PV-03).

The lowest of all priorities: a handful of posts each time that an account was read, the newest
first, each at most once in a day; where a platform demands it (`retention_rules.py`), all that was
not seen for long. What is gone there is marked as deleted by its author, and
loses its words by rule.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from cmapp.connectors.base import Connector
from cmapp.domain import retention_rules
from cmapp.domain.errors import Flaky, Garbled, Missing, Offline, Unsupported
from cmapp.domain.records import Gone, Post
from cmapp.domain.retention_rules import DAY
from cmapp.services import certain_time, judging, syncing
from cmapp.services.desk import Desk
from cmapp.store import marks, retention
from cmapp.store.accounts import Account
from cmapp.store.database import Tx
from cmapp.store.sqlite import Connection
from cmapp.system import failpoint

log = logging.getLogger(__name__)

CALLS = 2
"""How often a platform is asked each time that an account was read."""
TRIES = 3
"""How often it is asked for the same posts, where it cannot answer, before they are passed over."""
WINDOW = 90 * DAY
"""How old posts are that are looked at again where no platform demands it (ms)."""


@dataclass(frozen=True, slots=True)
class Walk:
    """Where the walk of an account stands: `at` the id before which it goes on; None: at rest.

    `began`: when the round began (UTC ms). `failed`: how often the platform could not answer there.
    """

    at: int | None = None
    began: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look brought: how many posts were asked for, how many were gone, or changed."""

    asked: int = 0
    gone: int = 0
    changed: int = 0


def look_again(desk: Desk, account: Account, link: Connector) -> Looked:
    """Ask a platform for some of what was read from it; returns what that brought.

    Raises the read errors; what came before them is stored.
    """
    total = Looked()
    if not link.spec.rechecks:
        return total
    for _ in range(CALLS):
        if desk.network.stop.is_set():
            break
        walk, wanted, after = _next(desk, account, link.spec.rechecks)
        if after is None:
            break
        try:
            looked = _ask(desk, account, link, wanted, after)
        except (Unsupported, Missing):
            break
        except Flaky:  # one odd post must not keep it from all the others
            over = walk.failed + 1 >= TRIES
            _note(desk, account, after if over else replace(walk, failed=walk.failed + 1))
            raise
        except Garbled as trouble:  # one of them cannot be read: the others wait for the next round
            log.warning("account %s: cannot look again: %s", account.id, trouble)
            _note(desk, account, after)
            break
        total = Looked(
            total.asked + looked.asked, total.gone + looked.gone, total.changed + looked.changed
        )
    return total


def _next(desk: Desk, account: Account, most: int) -> tuple[Walk, dict[str, int], Walk | None]:
    """Return where the walk stands, remote id → post of those that come next, and where it is then.

    The last is None where it rests.
    """
    now = certain_time.present(desk)
    ttl = retention_rules.demand(account.platform).verify
    said = desk.store.read(lambda db: marks.get(db, _mark(account)))
    walk = Walk(**json.loads(said)) if said else Walk()
    if walk.at is None and ttl is None and 0 <= now - walk.began < DAY:
        return walk, {}, None
    began = now if walk.at is None else walk.began

    def look(db: Connection) -> retention.ToLook:
        who, realm, behind = account.id, account.realm, walk.at
        if ttl is None:
            since = now - WINDOW
            return retention.to_look_at(db, who, realm, behind=behind, since=since, most=most)
        before = now - min(ttl // 2, DAY)
        return retention.long_unseen(db, who, realm, behind=behind, before=before, most=most)

    reached = desk.store.read(look)
    return walk, reached.found, Walk(reached.last, began)


def _mark(account: Account) -> str:
    return f"upstream:{account.id}"


def _note(desk: Desk, account: Account, walk: Walk) -> None:
    desk.store.write(lambda tx: _put(tx, account, walk))


def _put(tx: Tx, account: Account, walk: Walk) -> None:
    marks.put(tx, _mark(account), json.dumps(asdict(walk)))


def _ask(
    desk: Desk, account: Account, link: Connector, wanted: dict[str, int], after: Walk
) -> Looked:
    records = link.recheck(tuple(wanted)) if wanted else ()
    desk.network.check()
    mine = [r for r in records if isinstance(r, Post | Gone) and r.remote_id in wanted]
    seen_at = certain_time.look(desk).at

    def keep(tx: Tx) -> int:
        judge = judging.judge(desk, tx.db, account)
        _, changed = syncing.keep(tx, account, mine, now=desk.now(), judge=judge)
        there = [wanted[r.remote_id] for r in mine if isinstance(r, Post)]
        retention.seen_there(tx, there, at=seen_at)
        failpoint.reached("again.mid")
        _put(tx, account, after)
        return changed

    changed = desk.store.write(keep)
    failpoint.reached("again.done")
    gone = _count(mine)
    return Looked(len(wanted), gone, changed - gone)


def _count(records: Sequence[Post | Gone]) -> int:
    return sum(isinstance(r, Gone) for r in records)


def quietly(desk: Desk, account: Account, link: Connector) -> None:
    """Look again behind a reading that went well; what cannot be told just now troubles nobody."""
    try:
        look_again(desk, account, link)
    except (Offline, Flaky) as trouble:
        log.info("account %s: cannot look again now: %s", account.id, trouble)
