"""What the calendar shows: plans day by day, read week by week, kept until they are old."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, tzinfo
from typing import Any

from PySide6.QtCore import QDate, QObject, QTimeZone, Signal

from cmapp.domain.hours import zone as named
from cmapp.domain.plan_times import local
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk

PIECE = 7
"""Days that are read at once."""
EPOCH = 719_163
"""The day of what has no time: that from which moments are counted."""
MOST_PIECES = 240
"""Pieces that are kept; those furthest from what is shown go first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One planned post. `day` (ordinal) and `minute` are the clock where the window stands.

    `id` names what stands there: a draft, or a row of the outbox without one (`draft` is "").
    `accounts` are ids; `state` is one of `words.STATES`; `clock` is the time of day in
    the plan's own zone where that differs, else "".
    """

    id: str
    draft: str
    at: int
    day: int
    minute: int
    wall: str
    zone: str
    title: str
    text: str
    accounts: tuple[str, ...]
    campaign: str
    pillar: str
    state: str
    series: str = ""
    fate: Mapping[str, Any] = field(default_factory=dict)
    clock: str = ""
    repost: bool = False
    media: int = 0

    @property
    def words(self) -> str:
        """Return its title, or how its text begins."""
        return self.title or " ".join(self.text[:200].split())


@dataclass(frozen=True, slots=True)
class Mark:
    """What a day is: `kind` is public, workday (made up for another) or mine (the user's own)."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it was read: its entries by time, its holidays."""

    entries: tuple[Entry, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Sieve:
    """What is to be shown; what is "" lets all through."""

    account: str = ""
    campaign: str = ""
    pillar: str = ""
    state: str = ""

    def lets(self, entry: Entry) -> bool:
        """Tell whether an entry is shown."""
        return (
            (not self.account or self.account in entry.accounts)
            and (not self.campaign or self.campaign == entry.campaign)
            and (not self.pillar or self.pillar == entry.pillar)
            and (not self.state or self.state == entry.state)
        )


NOTHING = Day()


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign as it is shown: `color` and `pattern` as `words` knows them."""

    id: str
    name: str
    color: str = "grey"
    pattern: str = "solid"


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of the pieces from `start` to before `end`, in which round of reading."""

    days: dict[int, Day]
    campaigns: dict[str, Campaign]
    start: int
    end: int
    round: int


def here() -> str:
    """Return the name of the zone the window stands in."""
    found = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    return found or "UTC"


def today() -> int:
    """Return the ordinal of today's date."""
    return ordinal(QDate.currentDate())


def ordinal(day: QDate) -> int:
    """Return the number of a date as Python counts days."""
    return int(day.toJulianDay()) - 1_721_425


def qdate(number: int) -> QDate:
    """Return the date of a day's number."""
    return QDate.fromJulianDay(number + 1_721_425)


def iso(number: int) -> str:
    """Return a day as commands write it."""
    return date.fromordinal(number).isoformat()


def day_of(wall: str) -> tuple[int, int]:
    """Return the day and the minute of a local time as commands write it."""
    found = datetime.fromisoformat(wall[:16])
    return found.date().toordinal(), found.hour * 60 + found.minute


def entry_of(raw: Mapping[str, Any], zone: str, there: tzinfo | None = None) -> Entry:
    """Read an entry as `calendar.list` tells it; `zone` is the viewer's (`there` as an object)."""
    at = moment(raw.get("at") or raw["planned_at"])
    clock = local(at, there or named(zone))
    wall = str(raw.get("wall") or "")
    own = str(raw.get("own_zone") or raw.get("zone") or zone)
    state = {"failed": "refused", "done": "sent"}.get(raw["state"], raw["state"])
    if state == "planned" and raw.get("late"):
        state = "missed"
    elif state == "planned" and raw.get("held"):
        state = "held"
    minute = clock.hour * 60 + clock.minute
    differs = bool(wall) and wall[:16] != clock.isoformat()[:16]
    return Entry(
        id=str(raw.get("id") or raw["draft"]),
        draft=str(raw.get("draft") or ""),
        at=at,
        day=clock.date().toordinal(),
        minute=minute,
        wall=wall or clock.isoformat()[:16],
        zone=own,
        title=str(raw.get("title") or ""),
        text=str(raw.get("text") or ""),
        accounts=tuple(str(a) for a in raw.get("accounts") or ()),
        campaign=str(raw.get("campaign") or ""),
        pillar=str(raw.get("pillar") or ""),
        state=state,
        series=str(raw.get("series") or ""),
        fate=raw.get("fate") or {},
        clock=wall[11:16] if differs else "",
        repost=bool(raw.get("repost")),
        media=int(raw.get("media") or 0),
    )


def moment(told: object) -> int:
    """Return UTC ms of a time as commands tell it."""
    if isinstance(told, int):
        return told
    found = datetime.fromisoformat(str(told).replace("Z", "+00:00"))
    return round(found.astimezone(UTC).timestamp() * 1000)


class Plans(QObject):
    """The days that were read. `arrived`: days from the first to the last are new."""

    arrived = Signal(int, int)
    renamed = Signal()
    """Campaigns look otherwise."""
    failed = Signal(object)

    def __init__(self, desk: Desk, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bridge = desk, bridge
        self.zone = here()
        self.sieve = Sieve()
        self.campaigns: dict[str, Campaign] = {}
        self._days: dict[int, Day] = {}
        self._shown: dict[int, Day] = {}
        self._held: dict[int, bool] = {}  # piece → whether it is as the store has it
        self._asked: set[int] = set()
        self._round = 0
        self._moved: dict[str, tuple[int, Entry]] = {}  # with the round in which it was moved

    # reading

    def want(self, first: int, last: int) -> None:
        """Have the days from `first` to `last` read, where they are not."""
        pieces = range(first // PIECE, last // PIECE + 1)
        missing = [p for p in pieces if not self._held.get(p) and p not in self._asked]
        if not missing:
            return
        start, end = missing[0], missing[-1] + 1
        self._asked.update(range(start, end))
        self._let_go(first // PIECE)
        number, zone, desk = self._round, self.zone, self._desk

        def read() -> Read:
            first, last = iso(start * PIECE), iso(end * PIECE - 1)
            found = desk.look("calendar.list", first=first, last=last, zone=zone, light=True)
            return Read(_days(found, zone), _campaigns(found), start, end, number)

        self._bridge.run(read, self._read, self._trouble)

    def _read(self, answer: Read) -> None:
        if answer.round != self._round:
            return
        first, last = answer.start * PIECE, answer.end * PIECE - 1
        for day in range(first, last + 1):
            self._days[day] = answer.days.get(day, NOTHING)
        if not answer.campaigns.items() <= self.campaigns.items():
            self.campaigns.update(answer.campaigns)
            self.renamed.emit()
        for piece in range(answer.start, answer.end):
            self._held[piece] = True
            self._asked.discard(piece)
        self._moved = {k: v for k, v in self._moved.items() if v[0] >= answer.round}
        self._new_picture()
        self.arrived.emit(first, last)

    def _trouble(self, error: Exception) -> None:
        self._asked.clear()
        self.failed.emit(error)

    def again(self) -> None:
        """What was read may be old: the next who wants it has it read anew."""
        self._round += 1
        self._held = dict.fromkeys(self._held, False)
        self._asked.clear()

    def _let_go(self, near: int) -> None:
        if len(self._held) <= MOST_PIECES:
            return
        for piece in sorted(self._held, key=lambda p: -abs(p - near))[: MOST_PIECES // 4]:
            del self._held[piece]
            for day in range(piece * PIECE, (piece + 1) * PIECE):
                self._days.pop(day, None)

    def _new_picture(self) -> None:
        self._shown = {}

    # showing

    def known(self, number: int) -> bool:
        """Tell whether a day was read."""
        return number in self._days

    def day(self, number: int) -> Day:
        """Return what is shown on a day: what the sieve lets through, and what is being moved."""
        found = self._shown.get(number)
        if found is None:
            raw = self._days.get(number, NOTHING)
            lets, moved = self.sieve.lets, self._moved
            entries = [e for e in raw.entries if lets(e) and e.id not in moved]
            entries += [e for _, e in moved.values() if e.day == number and lets(e)]
            entries.sort(key=lambda e: (e.at, e.id))
            found = replace(raw, entries=tuple(entries)) if entries or raw.entries else raw
            self._shown[number] = found
        return found

    def pillars(self) -> list[str]:
        """Return the pillars that were met."""
        met = {e.pillar for day in self._days.values() for e in day.entries if e.pillar}
        return sorted(met, key=str.casefold)

    def sift(self, sieve: Sieve) -> None:
        """Show what `sieve` lets through."""
        self.sieve = sieve
        self._new_picture()

    def holds(self, entry: Entry, day: int, minute: int) -> None:
        """Show an entry where it is to be, until the store says where it is."""
        by = (day - entry.day) * 86_400_000 + (minute - entry.minute) * 60_000
        there = replace(entry, day=day, minute=minute, at=entry.at + by)
        self._moved[entry.id] = self._round, there
        self._new_picture()

    def lets_go(self, entry: Entry) -> None:
        """Show an entry where the store has it."""
        self._moved.pop(entry.id, None)
        self._new_picture()


def _days(found: Mapping[str, Any], zone: str) -> dict[int, Day]:
    entries: dict[int, list[Entry]] = {}
    there = named(zone)
    for raw in found.get("entries") or ():
        one = entry_of(raw, zone, there)
        entries.setdefault(one.day, []).append(one)
    marks: dict[int, list[Mark]] = {}
    for raw in found.get("holidays") or ():
        number = date.fromisoformat(raw["day"]).toordinal()
        own = str(raw.get("calendar") or "").startswith("ics")
        kind = "workday" if raw.get("works") else "mine" if own else "public"
        marks.setdefault(number, []).append(Mark(kind, str(raw.get("name") or "")))
    every: Iterable[int] = {*entries, *marks}
    return {n: Day(tuple(entries.get(n, ())), tuple(marks.get(n, ()))) for n in every}


def _campaigns(found: Mapping[str, Any]) -> dict[str, Campaign]:
    return {
        str(c["id"]): Campaign(
            str(c["id"]), c["name"], c.get("color") or "", c.get("pattern") or "solid"
        )
        for c in found.get("campaigns") or ()
    }
