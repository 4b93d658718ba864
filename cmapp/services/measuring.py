"""Numbers at a time, asked of the platforms: our followers, our rivals', what a young post gets.

A profile is asked for at most once an hour (a rival's every six), and a number is kept when it
has changed, or once a day, so that a line of a chart is never older than a day where someone
looked. Rivals are watched through an account of ours, only what everyone sees, and they count
into nothing of ours (AN-14).
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence

from cmapp.connectors.base import Connector
from cmapp.domain.errors import Garbled, Missing, Rejected
from cmapp.domain.records import Profile
from cmapp.domain.streams import Stream
from cmapp.services.desk import Desk
from cmapp.store import cursors, measures, rivals
from cmapp.store.accounts import Account
from cmapp.store.database import Tx
from cmapp.store.measures import Measure

log = logging.getLogger(__name__)

OURS_EVERY = 3_600_000
RIVALS_EVERY = 6 * 3_600_000
DAILY = 20 * 3_600_000
"""A number that has not changed is kept again after so long (ms)."""


def follow(desk: Desk, account: Account, link: Connector) -> None:
    """Ask for what is due: our own profile, then those of the rivals watched through it.

    Raises the read errors but Missing and Garbled: those are of one profile, and are noted.
    """
    if Stream.PROFILE not in link.pulls():
        return
    if _due(desk, account.id, account.remote_id, OURS_EVERY):
        found = _ask(link, account.remote_id)
        now = desk.now()

        def keep(tx: Tx) -> None:
            if isinstance(found, Profile):
                note(tx, account.id, found, now=now)
            cursors.put(tx, account.id, Stream.PROFILE, None, now=now, scope=account.remote_id)

        desk.store.write(keep)
    for one in desk.store.read(lambda db: rivals.every(db, account.id)):
        if one.asked_at is None or not 0 <= desk.now() - one.asked_at < RIVALS_EVERY:
            look_at(desk, link, one.id, one.remote_id)


def look_at(desk: Desk, link: Connector, rival: str, remote_id: str) -> None:
    """Ask for one rival's profile and keep what it says."""
    found = _ask(link, remote_id)
    now = desk.now()

    def keep(tx: Tx) -> None:
        if isinstance(found, Profile):
            rivals.seen(tx, rival, found, now=now)
            note(tx, rival, found, now=now)
        else:
            rivals.not_seen(tx, rival, found, now=now)

    desk.store.write(keep)


def note(tx: Tx, owner: str, found: Profile, *, now: int) -> None:
    """Keep a profile's counts of an account or a rival; what is not told is left out."""
    told = {"followers": found.followers, "following": found.following, "posts": found.posts}
    _keep(tx, owner, told, now=now, again=DAILY)
    _before(tx, owner, [(at, n) for at, n in found.followed if 0 < at <= now])


def _before(tx: Tx, owner: str, told: Sequence[tuple[int, int]]) -> None:
    """Keep what a platform tells of times at which nobody asked; what was read then stays."""
    if not told:
        return
    first, last = min(at for at, _ in told), max(at for at, _ in told)
    there = {m.at for m in measures.between(tx.db, owner, "followers", first, last + 1)}
    measures.keep(
        tx, [Measure(owner, "followers", at, float(n)) for at, n in told if at not in there]
    )


def note_post(
    tx: Tx, owner: str, post: int, counts: Mapping[str, int | None], *, made_at: int, now: int
) -> None:
    """Keep what a post of ours has got, where it changed: the finer the younger it is."""
    age = now - made_at
    if 0 <= age <= measures.YOUNG:
        _keep(tx, owner, counts, now=now, post=post, rest=age // 20)


def _keep(
    tx: Tx,
    owner: str,
    told: Mapping[str, int | None],
    *,
    now: int,
    post: int = 0,
    again: int | None = None,
    rest: int = 0,
) -> None:
    kept = []
    for name, value in told.items():
        if value is None:
            continue
        last = measures.last_before(tx.db, owner, name, now + 1, post=post)
        if last is None or (
            now - last.at >= rest
            if last.value != value
            else again is not None and now - last.at >= again
        ):
            kept.append(Measure(owner, name, now, float(value), post))
    measures.keep(tx, kept)


def _due(desk: Desk, account: str, scope: str, every: int) -> bool:
    asked = desk.store.read(lambda db: cursors.pulled_at(db, account, Stream.PROFILE, scope))
    return asked is None or not 0 <= desk.now() - asked < every


def _ask(link: Connector, scope: str) -> Profile | str:
    """Return the profile, or why there is none."""
    try:
        for page in link.pull(Stream.PROFILE, scope=scope):
            for record in page.records:
                if isinstance(record, Profile):
                    return record
    except (Missing, Garbled, Rejected) as trouble:
        log.warning("no profile of %s: %s", scope, trouble)
        return trouble.why
    return "missing"
