"""What becomes of everything that is planned: read at once for many, told by one rule.

The rule is `domain/fate.py`; this reads what it asks about: the rows, their accounts, the
switches. The calendar, the outbox, the look before a flight and `cmapp calendar fate` all tell
what stands here (N5, CR-09).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cmapp.domain import fate
from cmapp.domain.fate import Fate, Scheduler, Sender, Standing, What
from cmapp.services import ahead
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, iso
from cmapp.store import accounts, fates, problems
from cmapp.store.accounts import Account
from cmapp.store.fates import Row
from cmapp.store.sqlite import Connection

GRAVEST = (
    What.REFUSED, What.NO_ACCOUNT, What.HELD, What.ASKS_WHEN_LATE, What.IN_DOUBT, What.NOT_QUEUED,
    What.SIGN_IN, What.ACCOUNT_PAUSED, What.PAUSED, What.FLIGHT, What.GOING, What.LOCAL,
    What.HANDED_OVER_LATER, What.SERVER, What.OVER,
)  # fmt: skip
"""Of several posts of one draft the first of these is told for the whole."""


@dataclass(frozen=True, slots=True)
class Around:
    """How things stand for everything that is planned: read once, used for many."""

    standing: Standing
    senders: Mapping[str, Sender]

    def of(self, row: Row) -> Fate:
        """Return what becomes of one post."""
        return fate.of(row.plan, self.sender(row), self.standing)

    def sender(self, row: Row) -> Sender:
        """Return the account that a post goes out on."""
        return self.senders.get(row.account, _NOBODY)


_NOBODY = Sender(None)


def around(desk: Desk, db: Connection) -> Around:
    """Read how things stand."""
    settings = desk.settings
    return Around(
        Standing(
            now=desk.now(),
            late_minutes=settings.late_minutes,
            panic=problems.switch(db, "panic") is not None,
            flight=problems.switch(db, "flight") is not None,
            online=desk.network.online,
        ),
        {a.id: sender(a, wanted=settings.use_server_scheduler) for a in accounts.every(db)},
    )


def sender(account: Account, *, wanted: bool) -> Sender:
    """Return what is to be known of an account that a post goes out on.

    `wanted`: platforms' own schedulers are to be used.
    """
    window = ahead.window(account, wanted=wanted)
    takes = Scheduler(window.least, window.most) if window is not None else None
    return Sender(account.state, takes, account.parked_until)


def tell(around: Around, rows: Sequence[Row]) -> list[tuple[Row, Fate]]:
    """Return each post with what becomes of it, in the order given.

    A later part of a thread has the fate of what it waits for, where that does not leave.
    """
    told = [around.of(row) for row in rows]
    place = {row.row: n for n, row in enumerate(rows) if row.row is not None}
    later = sorted(
        (row.part, n, place[row.after]) for n, row in enumerate(rows) if row.after in place
    )
    for _, n, first in later:
        before = told[first]
        if before.what not in _MOVES:
            told[n] = before
    return list(zip(rows, told, strict=True))


_MOVES = fate.LEAVES | {What.OVER}


def between(desk: Desk, db: Connection, first: int, end: int) -> list[tuple[Row, Fate]]:
    """Return all that is planned from `first` to before `end` (UTC ms), by time."""
    found = [*fates.rows_in(db, first, end), *fates.plans_in(db, first, end)]
    found.sort(key=lambda row: row.plan.planned_at)
    return tell(around(desk, db), found)


def of_drafts(desk: Desk, db: Connection, drafts: Sequence[int]) -> list[tuple[Row, Fate]]:
    """Return what becomes of each post of planned drafts."""
    found = [*fates.rows_of(db, drafts), *fates.plans_of(db, drafts)]
    return tell(around(desk, db), found)


def of_ids(desk: Desk, db: Connection, rows: Sequence[int]) -> list[tuple[Row, Fate]]:
    """Return what becomes of rows of the outbox; of those only that are planned."""
    return tell(around(desk, db), fates.rows(db, rows))


TRIP = {
    What.SERVER: "goes_out",
    What.HANDED_OVER_LATER: "hand_over",
    What.GOING: "on_landing",
    What.ASKS_WHEN_LATE: "asked",
}
"""What becomes of a post during a trip, by what is told of it; anything else `stays`."""
FIRST = 20
"""How many posts a look before a flight names."""


def over_trip(desk: Desk, db: Connection, until: int) -> Json:
    """Tell what becomes of all that is planned, for somebody who takes off now and lands then.

    Returns {goes_out, hand_over, on_landing, asked, stays: counts; accounts: [{id, …counts}];
    first: [{row, draft, account, planned_at, text, what, becomes}]}, the ones that need somebody
    first. `goes_out`: its server has it. `hand_over`: its server will, if one stays online until
    it was handed over. `on_landing`: it leaves then, a little late. `asked`: it is asked about
    then. `stays`: it does not leave by itself, trip or not. Times are UTC ms.
    """
    how = around(desk, db)
    now = how.standing.now
    rows = [
        row
        for row, told in between(desk, db, now - KEPT, until)
        if told.what is not What.OVER and (row.plan.planned_at > now or told.what in _PENDING)
    ]
    fates_ = {
        id(row): fate.after_trip(row.plan, how.sender(row), how.standing, until=until)
        for row in rows
    }
    found = [(row, fates_[id(row)], TRIP.get(fates_[id(row)].what, "stays")) for row in rows]
    counts: dict[str, dict[str, int]] = {}
    for row, _, becomes in found:
        one = counts.setdefault(row.account, dict.fromkeys((*TRIP.values(), "stays"), 0))
        one[becomes] += 1
    order = ("stays", "asked", "hand_over", "on_landing", "goes_out")
    told = sorted(found, key=lambda f: (order.index(f[2]), f[0].plan.planned_at))[:FIRST]
    words = fates.texts(db, [row for row, _, _ in told])
    return {
        **{name: sum(c[name] for c in counts.values()) for name in (*TRIP.values(), "stays")},
        "accounts": [{"id": account, **one} for account, one in sorted(counts.items())],
        "first": [
            {
                "row": str(row.row) if row.row is not None else None,
                "draft": str(row.draft) if row.draft is not None else None,
                "account": row.account or None,
                "planned_at": row.plan.planned_at,
                "text": text,
                "what": str(one.what),
                "becomes": becomes,
            }
            for (row, one, becomes), text in zip(told, words, strict=True)
        ],
    }


_PENDING = fate.LEAVES | fate.BLOCKED
KEPT = 90 * 86_400_000
"""How far back (ms) posts are looked for whose time has passed and which still wait."""


@dataclass(frozen=True, slots=True)
class Told:
    """What becomes of much, found by the row or, where there is none, by the draft."""

    rows: Mapping[int, Fate]
    plans: Mapping[int, Sequence[Fate]]

    def of(self, draft: int | None, rows: Iterable[int]) -> Fate | None:
        """Return what is told of a whole draft: the gravest of its posts."""
        known = [self.rows[row] for row in rows if row in self.rows]
        return gravest([*known, *(self.plans.get(draft, ()) if draft is not None else ())])


def by_entry(told: Iterable[tuple[Row, Fate]]) -> Told:
    """Return what was told so that it is found by row and by draft."""
    rows: dict[int, Fate] = {}
    plans: dict[int, list[Fate]] = {}
    for row, one in told:
        if row.row is not None:
            rows[row.row] = one
        elif row.draft is not None:
            plans.setdefault(row.draft, []).append(one)
    return Told(rows, plans)


def gravest(told: Iterable[Fate]) -> Fate | None:
    """Return the one of several that a person should know first; None where there is none."""
    return min(told, key=lambda one: GRAVEST.index(one.what), default=None)


def fate_json(told: Fate) -> Json:
    """Return {what, facts}; times in the facts are ISO 8601, what is not known is left out."""
    facts: Json = {
        "expected": iso(told.expected),
        "deadline": iso(told.deadline),
        "minutes": told.minutes or None,
        "start": iso(told.start),
        "by": iso(told.by),
        "needs": list(told.needs),
        "then": told.then,
        "also": list(told.also),
        "reason": told.reason,
        "recalled": told.recalled or None,
    }
    return {
        "what": str(told.what),
        "facts": {n: v for n, v in facts.items() if v not in (None, [])},
    }


def json_or_none(told: Fate | None) -> Json | None:
    """Return `fate_json`, or None where nothing is told."""
    return None if told is None else fate_json(told)


def post_json(row: Row, told: Fate) -> Json:
    """Return one post as `plan.fate` tells it."""
    return {
        "draft": str(row.draft) if row.draft is not None else None,
        "row": str(row.row) if row.row is not None else None,
        "account": row.account or None,
        "segment": row.segment,
        "part": row.part,
        "planned_at": iso(row.plan.planned_at),
        **fate_json(told),
    }
