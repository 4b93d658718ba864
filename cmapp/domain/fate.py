"""What becomes of a planned post as things stand now: the one rule that everything tells by.

Pure. `of` says which of a dozen things will apply, and until when; `after_trip` says the same for
somebody who takes off now and lands later. Nothing here sends; `services/sending.py` does, and
the golden table (tests/data/fates.txt) holds both against each other (N5, CR-09, N1).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class What(StrEnum):
    """What applies to a planned post."""

    SERVER = "server"
    """The platform's own scheduler holds it: it goes out with this machine asleep."""
    HANDED_OVER_LATER = "handed_over_later"
    """The platform's scheduler gets it as soon as there is a way to it (`by` at the latest)."""
    LOCAL = "local"
    """This program sends it, and must be running then."""
    GOING = "going"
    """Its time has come, and it is not too late: it goes as soon as it can."""
    ASKS_WHEN_LATE = "asks_when_late"
    """It is too late, or will be: it is held and asked about, and never sent by itself."""
    HELD = "held"
    """It waits for a person for another reason (`reason`)."""
    IN_DOUBT = "in_doubt"
    """It may have been sent; it is being looked for."""
    REFUSED = "refused"
    """The platform said no."""
    PAUSED = "paused"
    """The panic switch holds everything."""
    FLIGHT = "flight"
    """Flight mode holds everything until one lands."""
    ACCOUNT_PAUSED = "account_paused"
    SIGN_IN = "sign_in"
    """The account has to be signed in again."""
    NO_ACCOUNT = "no_account"
    """Its account was removed, or none was chosen."""
    NOT_QUEUED = "not_queued"
    """It stands in the plan alone: it did not pass its checks, or was never confirmed."""
    OVER = "over"
    """It is out, or taken back: nothing more will happen."""


BLOCKED = frozenset({What.PAUSED, What.FLIGHT, What.ACCOUNT_PAUSED, What.SIGN_IN})
"""Somebody's deed holds it; `then` says what applies once that is gone."""
LEAVES = frozenset({What.SERVER, What.HANDED_OVER_LATER, What.LOCAL, What.GOING})
"""It goes out with nobody doing anything, where its needs are met."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One planned post for one account. Times are UTC ms.

    `state`: that of its row in the outbox, None where it stands in the plan alone. `reason`: why
    its row is in review. `waived`: a person said that it may be late. `hands_over`: it is of the
    kind that a scheduler takes, and still to be offered. `recalled`: it is being asked back.
    """

    planned_at: int
    state: str | None = None
    done: bool = False
    reason: str | None = None
    waived: bool = False
    not_before: int = 0
    hands_over: bool = True
    recalled: bool = False


@dataclass(frozen=True, slots=True)
class Scheduler:
    """How far ahead (ms) the platform's own scheduler takes a post."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Sender:
    """The account that a post goes out on.

    `state`: active, paused or sign_in; None: there is none (any more). `scheduler` is None where
    the platform has none, or was seen to publish at once. `parked_until`: the server asked us to
    stay away until then (UTC ms).
    """

    state: str | None = "active"
    scheduler: Scheduler | None = None
    parked_until: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand on this machine. `late_minutes`: later than this means asked."""

    now: int
    late_minutes: int = 60
    panic: bool = False
    flight: bool = False
    online: bool = True


@dataclass(frozen=True, slots=True)
class Fate:
    """What applies, and its facts. Times are UTC ms.

    `expected`: when it goes out, as far as that is known. `deadline`: until when it still goes by
    itself, None: for ever, or never. `minutes`: how late it is by now. `start`, `by`: when the
    scheduler takes it at the earliest, and at the latest. `needs`: `running` (this program),
    `network`. `then`, `also`: what applies once what blocks it is gone, and what blocks it, too.
    """

    what: What
    planned_at: int
    expected: int | None = None
    deadline: int | None = None
    minutes: int = 0
    start: int | None = None
    by: int | None = None
    needs: tuple[str, ...] = ()
    then: What | None = None
    also: tuple[What, ...] = ()
    reason: str | None = None
    recalled: bool = False


MINUTE = 60_000


def is_late(planned_at: int | None, *, now: int, minutes: int) -> bool:
    """Tell whether a planned time is more than `minutes` past: then one is asked."""
    return planned_at is not None and now - planned_at > minutes * MINUTE


def of(plan: Planned, sender: Sender, standing: Standing) -> Fate:
    """Return what applies to one planned post now."""
    at = plan.planned_at
    minutes = max(0, (standing.now - at) // MINUTE)
    if plan.state == "ready" and not plan.done and sender.state is not None:
        return _waiting(plan, sender, standing, minutes)
    if plan.state == "scheduled":
        # it goes out whatever is switched here, until the server has given it back
        return Fate(What.SERVER, at, expected=at, minutes=minutes, recalled=plan.recalled)
    if plan.done or plan.state == "sent" or (plan.state == "cancelled" and sender.state):
        return Fate(What.OVER, at, minutes=minutes)
    if sender.state is None:
        return Fate(What.NO_ACCOUNT, at, minutes=minutes)
    match plan.state:
        case "rejected":
            return Fate(What.REFUSED, at, minutes=minutes)
        case "uncertain":
            return Fate(What.IN_DOUBT, at, minutes=minutes)
        case "sending":
            return Fate(What.GOING, at, expected=standing.now, minutes=minutes)
        case "review":
            what = What.ASKS_WHEN_LATE if plan.reason == "late" else What.HELD
            return Fate(what, at, minutes=minutes, reason=plan.reason)
        case _:
            return Fate(What.NOT_QUEUED, at, minutes=minutes)


def _waiting(plan: Planned, sender: Sender, standing: Standing, minutes: int) -> Fate:
    """A row that is ready: what it comes to by itself, and what keeps it from that."""
    at, now = plan.planned_at, standing.now
    expected: int | None = max(now, at, plan.not_before, sender.parked_until)
    free, start, by = _free(plan, sender, standing, expected or now)
    blocks: tuple[What, ...] = ()
    if standing.panic or standing.flight or sender.state != "active":
        blocks = _blocks(sender, standing)
    asked = free is What.ASKS_WHEN_LATE
    return Fate(
        blocks[0] if blocks else free,
        at,
        expected=None if blocks or asked else expected,
        deadline=None if plan.waived or asked else at + standing.late_minutes * MINUTE,
        minutes=minutes,
        start=start,
        by=by,
        needs=() if asked else ("running",) if standing.online else ("running", "network"),
        then=free if blocks else None,
        also=blocks[1:],
    )


def _blocks(sender: Sender, standing: Standing) -> tuple[What, ...]:
    held = (
        (What.PAUSED, standing.panic),
        (What.FLIGHT, standing.flight),
        (What.ACCOUNT_PAUSED, sender.state == "paused"),
        (What.SIGN_IN, sender.state == "sign_in"),
    )
    return tuple(what for what, holds in held if holds)


def _free(
    plan: Planned, sender: Sender, standing: Standing, expected: int
) -> tuple[What, int | None, int | None]:
    """Return what a ready row comes to by itself; and when its scheduler takes it, from and to."""
    at, now, takes = plan.planned_at, standing.now, sender.scheduler
    if not plan.waived and is_late(at, now=expected, minutes=standing.late_minutes):
        return What.ASKS_WHEN_LATE, None, None
    if at <= now:
        return What.GOING, None, None
    if takes is None or not plan.hands_over or max(now, sender.parked_until) > at - takes.least:
        return What.LOCAL, None, None
    return What.HANDED_OVER_LATER, max(now, at - takes.most), at - takes.least


def after_trip(plan: Planned, sender: Sender, standing: Standing, *, until: int) -> Fate:
    """Return what becomes of a post for somebody who takes off now and lands at `until`.

    `server`: it goes out meanwhile. `handed_over_later`: it would, if it were handed over before
    take-off, and there is a way to do that now. `going`: it is late when one lands, but not too
    late. `asks_when_late`: one is asked on landing. Anything else is as it is without the trip.
    """
    now = of(plan, sender, standing)
    if now.what in (What.HANDED_OVER_LATER, What.LOCAL, What.GOING, What.FLIGHT):
        landed = of(plan, sender, replace(standing, now=max(until, standing.now), flight=False))
        reaches = now.what is What.HANDED_OVER_LATER and standing.online
        if landed.what not in (What.GOING, What.ASKS_WHEN_LATE):
            return landed if now.what is What.FLIGHT else now
        return now if reaches and (now.start or 0) <= standing.now else landed
    return now
