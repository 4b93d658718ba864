"""Does what comes in follow the week, or the year, and how sure is that (AN-06).

Only weeks that every account was watched for throughout are taken, and days that are over.
`domain/periodic.py` says how the chance of such a pattern from noise is found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from cmapp.domain import hours, intervals, periodic
from cmapp.domain.chart import ENOUGH, Axis, Chart, Datum, Figure, Row, Rows, Say, Series
from cmapp.domain.records import Kind
from cmapp.services.insights import Insight, Scope, figures, times
from cmapp.store import activity, behind
from cmapp.store.sqlite import Connection

YEAR_OF_WEEKS = 52


@dataclass(frozen=True, slots=True)
class Day:
    """One whole local day that was watched throughout by every account."""

    date: date
    start: int
    end: int
    n: int


def whole_days(db: Connection, scope: Scope) -> list[Day]:
    """Return the whole days of a scope that every account was watched for, in order."""
    zone, kind = hours.zone(scope.zone), scope.options.get("kind", "all")
    came: Counter[int] = Counter()
    for one in activity.by_day(db, scope.accounts, scope.since, scope.until, zone):
        came[one.start] += one.counts[kind]
    gaps = sorted(times.gaps(db, scope), key=lambda g: g.start)
    found = []
    for start, end in pairwise(times.edges(scope, "day")):
        begin = times.day_of(start, zone)
        if begin < scope.since or end > scope.now:
            continue
        if activity.span_of(start, zone, whole_day=True)[1] != end:
            continue  # the scope ends within this day
        if any(g.start < end and g.end > start for g in gaps):
            continue
        day = datetime.fromtimestamp(start / 1000, zone).date()
        found.append(Day(day, start, end, came[start]))
    return found


def weeks(days: Sequence[Day]) -> dict[int, list[Day]]:
    """Return the whole weeks, from Monday, by their number."""
    found: dict[int, list[Day]] = {}
    for day in days:
        found.setdefault((day.date.toordinal() - 1) // 7, []).append(day)
    return {number: week for number, week in found.items() if len(week) == 7}


def years(found: dict[int, list[Day]]) -> list[list[float]]:
    """Return years of 52 weeks, back from the last week, as far as no week is missing."""
    if not found:
        return []
    last = max(found)
    first = last
    while first - 1 in found:
        first -= 1
    sums = [float(sum(d.n for d in found[w])) for w in range(first, last + 1)]
    number = len(sums) // YEAR_OF_WEEKS
    sums = sums[len(sums) - number * YEAR_OF_WEEKS :]
    return [sums[n * YEAR_OF_WEEKS : (n + 1) * YEAR_OF_WEEKS] for n in range(number)]


def draw(db: Connection, scope: Scope) -> Chart:
    """Return the usual day of each weekday, or of each month, and whether that is a pattern."""
    yearly = scope.options.get("period") == "year"
    days = whole_days(db, scope)
    found = weeks(days)
    table: Sequence[Sequence[float]] = years(found)
    if not yearly:
        table = [[float(d.n) for d in found[w]] for w in sorted(found)]
    needed = periodic.YEARS if yearly else periodic.WEEKS
    word = "year" if yearly else "week"
    used = [d for w in sorted(found) for d in found[w]]
    if yearly:
        used = used[len(used) - len(table) * YEAR_OF_WEEKS * 7 :]
    enough = len(table) >= needed and any(any(row) for row in table)
    chance = figures.unknown("pattern_chance", "too_few", unit="share", n=len(table))
    notes: list[Say] = []
    if not enough:
        facts = {"n": len(table), "needed": needed}
        notes.append(Say(f"periodicity.few_{word}", facts))
    else:
        p = periodic.chance(table, None if yearly else sorted(found))
        chance = Figure(
            "pattern_chance", p, "share", n=len(table), label=figures.named("pattern_chance"),
            key="all",
        )  # fmt: skip
        sure = p <= (periodic.ALPHA_YEAR if yearly else periodic.ALPHA)
        how = "found" if sure else "none"
        notes.append(
            Say(f"periodicity.{how}_{word}", {"chance": f"{p * 100:.2g} %", "n": len(table)})
        )
    notes += times.erased(db, scope)
    gaps = times.gaps(db, scope)
    empty = times.emptiness(scope, gaps, sum(d.n for d in days), "volume.nothing")
    if not empty and not used:
        empty = notes[0]
    places = hours.WEEKDAYS if not yearly else tuple(f"m{n}" for n in range(1, 13))
    return Chart(
        "periodicity", "bars", Say(f"periodicity.title_{word}"),
        Axis("category", Say("chart.weekday" if not yearly else "periodicity.month"),
             ticks=tuple((p, Say(f"chart.{p}" if not yearly else f"periodicity.{p}"))
                         for p in places)),
        Axis("number", Say("periodicity.usual")),
        () if empty else (_bars(used, places, yearly=yearly),),
        scope.since, scope.until, scope.zone, scope.accounts, gaps=gaps,
        figures=() if empty else (chance,), notes=() if empty else tuple(notes), empty=empty,
    )  # fmt: skip


def place_of(day: Day, *, yearly: bool) -> int:
    """Return which bar a day belongs to."""
    return day.date.month - 1 if yearly else day.date.weekday()


def _bars(days: Sequence[Day], places: Sequence[str], *, yearly: bool) -> Series:
    data = []
    for n, place in enumerate(places):
        values = [float(d.n) for d in days if place_of(d, yearly=yearly) == n]
        if len(values) < ENOUGH:
            why = "too_few" if values else "not_watched"
            data.append(Datum(place, None, n=len(values), why=why))
            continue
        around = intervals.of_median(values)
        data.append(
            Datum(
                place, around.value, n=len(values), low=around.low, high=around.high,
                key=place if any(values) else "",
            )
        )  # fmt: skip
    return Series(
        "usual", "interactions", Say("periodicity.usual"), tuple(data), unit="number"
    )  # fmt: skip


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the interactions of a weekday or a month, or of all days that were taken."""
    yearly = scope.options.get("period") == "year"
    kind = scope.options.get("kind", "all")
    found = weeks(whole_days(db, scope))
    total = 0
    told: list[Row] = []
    for day in (d for w in sorted(found) for d in found[w]):
        place = place_of(day, yearly=yearly)
        if key not in ("all", f"m{place + 1}" if yearly else hours.WEEKDAYS[place]):
            continue
        here = behind.interactions(
            db, scope.accounts, day.start, day.end, kinds=() if kind == "all" else (kind,)
        )
        total += here.total
        told += here.rows
    told.sort(key=lambda row: -(row.at or 0))
    return Rows(total, tuple(told[: behind.MOST]))


INSIGHT = Insight(
    "periodicity",
    "coverage",
    ("interactions", "pattern_chance"),
    draw,
    rows,
    options={"period": ("week", "year"), "kind": ("all", *(str(k) for k in Kind))},
    heavy=True,
)
