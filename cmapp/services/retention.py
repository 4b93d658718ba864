"""Old things go by rule: a bounded piece at a time, by the present that is certain (PV-03, P12).

What cannot be brought back is removed only when it is late enough by the clock, by our servers and
by the time that has been lived (`certain_time.py`). What can (words that are put aside until they
are seen on their platform again) goes by the later of them.
"""

from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from cmapp.domain import retention_rules as rules
from cmapp.domain.retention_rules import DAY, DEFAULTS, KINDS
from cmapp.services import certain_time, media
from cmapp.services.desk import Desk
from cmapp.store import accounts, marks, nobody, purging, retention
from cmapp.store.database import Tx
from cmapp.store.retention import Reached
from cmapp.system import failpoint

log = logging.getLogger(__name__)

_MARK = "retention"
CHUNK = 500
"""Rows that are looked at in one go; what goes of them goes in one transaction."""
BUDGET = 0.1
"""For how many seconds one beat of the engine goes on with a round."""
EVERY = DAY
_DEMANDS_EVERY = 3_600_000


@dataclass(slots=True)
class Round:
    """Where the walk through everything stands. Times are the certain present, UTC ms.

    `begun`: when rules began to hold for this profile. `phase`: None between two rounds.
    """

    begun: int
    round_at: int = 0
    demands_at: int = 0
    phase: str | None = None
    at: int = -1
    removed: dict[str, int] = field(default_factory=dict)
    last: dict[str, Any] = field(default_factory=dict)


def state(desk: Desk, now: int) -> Round:
    """Return where the walk stands; the first look at a profile begins its time of grace."""
    said = desk.store.read(lambda db: marks.get(db, _MARK))
    if said:
        return Round(**json.loads(said))
    fresh = Round(begun=now)
    desk.store.write(lambda tx: _note(tx, fresh))
    return fresh


def _note(tx: Tx, now: Round) -> None:
    marks.put(tx, _MARK, json.dumps(asdict(now)))


def days(desk: Desk, now: int, *, asked: bool = False) -> dict[str, int | None]:
    """Return kind → days that hold now (None: for ever).

    A rule that was made shorter holds a day later, unless a person asks for a sweep.
    """
    known = desk.store.read(retention.rules)
    found: dict[str, int | None] = {kind: DEFAULTS[kind] for kind in KINDS}
    for kind, rule in known.items():
        held = rule.days
        if not asked and now < rule.since + rules.SECOND_THOUGHTS and held is not None:
            held = None if rule.before is None else max(held, rule.before)
        found[kind] = held
    return found


def keep_up(desk: Desk) -> bool:
    """Go on with what is old, for a moment; tells whether there is more to do."""
    now = certain_time.present(desk)
    at = state(desk, now)
    if now - at.demands_at >= _DEMANDS_EVERY or now < at.demands_at:
        _demands(desk, at, now)
    if now < at.begun + rules.GRACE:
        return False
    if at.phase is None and 0 <= now - at.round_at < EVERY:
        return False
    return not _walk(desk, at, now, days(desk, now), budget=BUDGET)


def sweep(desk: Desk) -> dict[str, int]:
    """Do a whole round now, since a person asks for it; returns kind → how many went."""
    now = certain_time.present(desk)
    at = state(desk, now)
    at.phase = None
    _demands(desk, at, now)
    _walk(desk, at, now, days(desk, now, asked=True), budget=None)
    return dict(at.last["removed"])


def due(desk: Desk) -> dict[str, int]:
    """Return kind → how many would go in a sweep now; nothing is changed."""
    now = certain_time.present(desk)
    wanted = days(desk, now, asked=True)
    found: Counter[str] = Counter(dict.fromkeys(KINDS, 0))
    for kind in ("items", "messages", "posts"):
        ages = {k: v if k == kind else None for k, v in _ages(wanted).items()}
        after: int | None = -1
        while after is not None and ages[kind] is not None:
            reached = _old(desk, after, ages, now)
            found[kind] += len(reached.due)
            after = reached.last
    found["deleted"] = len(_deleted(desk, now, wanted["deleted"]))
    after = -1
    while after is not None and wanted["profiles"] is not None:
        reached = _nobody(desk, after, now - wanted["profiles"] * DAY)
        found["profiles"] += len(reached.due)
        after = reached.last
    return dict(found)


def _ages(wanted: Mapping[str, int | None]) -> dict[str, int | None]:
    return {
        k: None if (d := wanted[k]) is None else d * DAY for k in ("items", "messages", "posts")
    }


def _old(desk: Desk, after: int, ages: Mapping[str, int | None], now: int) -> Reached:
    return desk.store.read(
        lambda db: retention.old_words(db, after, ages=ages, now=now, most=CHUNK)
    )


def _nobody(desk: Desk, after: int, before: int) -> Reached:
    return desk.store.read(
        lambda db: nobody.dealt_with_by_nobody(db, after, before=before, most=CHUNK)
    )


def _walk(
    desk: Desk, at: Round, now: int, wanted: Mapping[str, int | None], *, budget: float | None
) -> bool:
    """Walk on from where it stands; tells whether the round is at its end."""
    if at.phase is None:
        at.phase, at.at, at.removed, at.round_at = "posts", -1, {}, now
    began = desk.clock.monotonic()
    while at.phase is not None:
        if desk.network.stop.is_set():
            return False
        _step(desk, at, now, wanted)
        if budget is not None and desk.clock.monotonic() - began > budget:
            break
    return at.phase is None


def _step(desk: Desk, at: Round, now: int, wanted: Mapping[str, int | None]) -> None:
    """Do one piece, and note in the same transaction how far it came."""
    if at.phase == "posts":
        ages = _ages(wanted)
        reached = _old(desk, at.at, ages, now) if any(ages.values()) else Reached(None, [])

        def words(tx: Tx) -> None:
            # looked at again: an item may have been opened since it was read
            ready = retention.may_go(tx.db, reached.due, ages=ages, now=now)
            _count(at, "words", retention.empty(tx, ready, "age"))
            _on(tx, at, reached.last, "profiles")

        desk.store.write(words)
    elif at.phase == "profiles":
        keep = wanted["profiles"]
        gone = Reached(None, []) if keep is None else _nobody(desk, at.at, now - keep * DAY)

        def people(tx: Tx) -> None:
            _count(at, "profiles", nobody.make_nobody(tx, gone.due))
            _on(tx, at, gone.last, "rest")

        desk.store.write(people)
        failpoint.reached("nobody.done")
    else:
        _rest(desk, at, now, wanted)
    failpoint.reached("expire.done")


def _on(tx: Tx, at: Round, last: int | None, following: str) -> None:
    if last is None:
        at.phase, at.at = following, -1
    else:
        at.at = last
    _note(tx, at)


def _rest(desk: Desk, at: Round, now: int, wanted: Mapping[str, int | None]) -> None:
    """Do the small kinds, and end the round."""

    def small(tx: Tx) -> None:
        if (keep := wanted["undo"]) is not None:
            _count(at, "undo", retention.forget_undo(tx, before=now - keep * DAY))
        if (keep := wanted["reports"]) is not None:
            _count(at, "reports", retention.forget_reports(tx, before=now - keep * DAY))
        at.phase = None
        at.last = {"at": now, "removed": {k: n for k, n in at.removed.items() if n}}
        _note(tx, at)

    if (keep := wanted["media"]) is not None:
        _count(at, "media", len(media.tidy(desk, before=now - keep * DAY)))
    if (keep := wanted["logs"]) is not None:
        _count(at, "logs", _old_logs(desk, now - keep * DAY))
    desk.store.write(small)
    if at.last["removed"]:
        log.info("removed by rule: %s", at.last["removed"])
        desk.store.between(purging.indexes)
        desk.store.between(purging.emptied)


def _count(at: Round, kind: str, n: int) -> None:
    at.removed[kind] = at.removed.get(kind, 0) + n


def _old_logs(desk: Desk, before: int) -> int:
    """Delete log files that were full before a moment; the ones that are written to stay."""
    full = {f.name: int(f.stat().st_mtime * 1000) for f in desk.paths.log.glob("*.log.*")}
    old = desk.store.read(lambda db: retention.stamped_before(db, full, before))
    for name in old:
        (desk.paths.log / name).unlink(missing_ok=True)
    return len(old)


# --- what platforms demand ------------------------------------------------------------------------


def realms(desk: Desk) -> dict[str, str]:
    """Return realm → platform of all that there is of accounts, those that rest included."""
    return {a.realm: a.platform for a in desk.store.read(accounts.every)}


def _deleted(desk: Desk, now: int, keep: int | None) -> list[int]:
    known = realms(desk)
    ages = {realm: rules.deleted_after(one, keep) for realm, one in known.items()}
    strict = [realm for realm, one in known.items() if rules.demand(one).deleted is not None]
    return desk.store.read(
        lambda db: retention.deleted_words(db, ages=ages, strict=strict, now=now)
    )


def _demands(desk: Desk, at: Round, now: int) -> None:
    """See to what authors deleted, and to what was not seen on its platform for too long."""
    keep = days(desk, now)["deleted"] if now >= at.begun + rules.GRACE else None
    gone = _deleted(desk, now, keep)
    for start in range(0, len(gone), CHUNK):
        piece = gone[start : start + CHUNK]
        desk.store.write(lambda tx, piece=piece: retention.empty(tx, piece, "deleted"))  # type: ignore[misc]
    for realm, platform in realms(desk).items():
        if (ttl := rules.demand(platform).verify) is not None:
            _mask(desk, realm, ttl, now)
    at.demands_at = now
    desk.store.write(lambda tx: _note(tx, at))


def _mask(desk: Desk, realm: str, ttl: int, now: int) -> None:
    known = certain_time.look(desk)
    late = max(known.at, desk.now())  # it can be put back, so the stricter clock counts
    desk.store.write(lambda tx: retention.clamp_seen(tx, late))
    while desk.store.write(lambda tx: retention.begin_watch(tx, realm, at=known.at, most=CHUNK)):
        pass
    back = desk.store.read(lambda db: retention.masked(db, realm, since=late - ttl))
    if back:
        desk.store.write(lambda tx: retention.unmask(tx, back))
    while aside := desk.store.read(
        lambda db: retention.unseen(db, realm, before=late - ttl, most=CHUNK)
    ):
        desk.store.write(lambda tx, aside=aside: retention.mask(tx, aside, now=known.at))  # type: ignore[misc]
        failpoint.reached("mask.done")
    over = desk.store.read(lambda db: retention.masked(db, realm, before=now - 2 * ttl))
    if over:
        desk.store.write(lambda tx: retention.purge(tx, over))
        failpoint.reached("purge.done")
