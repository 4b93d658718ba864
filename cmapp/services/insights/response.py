"""How soon people had their first answer, and how long those wait who have none (AN-10, IN-05).

What still waits is not dropped: it stands beside the answered, by how long it has waited so far,
and the median and the 90 % count it as longer than that (`domain/survival.py`). What was closed
without an answer has no time; it is told by number.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from cmapp.domain import survival
from cmapp.domain.chart import ENOUGH, Axis, Chart, Datum, Figure, Rows, Say, Series, Unit
from cmapp.services import clocks
from cmapp.services.insights import Insight, Scope, figures, times
from cmapp.store import asked, behind
from cmapp.store.asked import Asked
from cmapp.store.sqlite import Connection

MINUTE, HOUR = 60_000, 3_600_000
EDGES = (0, 1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1_440, 2_880, 10_080)
"""Where the bins begin, in minutes: about twice as long each; the last one has no end."""
METRICS = (
    "first_reply", "first_reply_p90", "business_first_reply", "in_time", "answered_share",
    "resolution",
)  # fmt: skip
Length = Callable[[str, int, int], float]
"""(account, from, to) → minutes between two moments."""


def on_the_wall(_account: str, start: int, end: int) -> float:
    """Return the minutes between two moments; none where the clock jumped back."""
    return max(0, end - start) / MINUTE


def in_office(db: Connection) -> Length:
    """Return what tells how many minutes of office hours lie between two moments."""

    def length(account: str, start: int, end: int) -> float:
        return max(0, clocks.timetable(db, account).working_minutes_between(start, end))

    return length


def waits(found: Iterable[Asked], length: Length, now: int) -> list[tuple[float, bool]]:
    """Return (minutes, was it answered) of what was answered or still waits."""
    return [
        (length(one.account, one.at, one.answered_at or now), one.answered_at is not None)
        for one in found
        if not one.dropped
    ]


def taken(
    metric: str,
    found: Sequence[tuple[float, bool]],
    share: float,
    *,
    unit: Unit,
    scale: float = 1,
    key: str = "all:0:",
    steps: Sequence[survival.Step] | None = None,
) -> Figure:
    """Return by when so large a share of waits had ended, with those that go on in it.

    `steps`: their curve, where it is known.
    """
    n = len(found)
    if n < ENOUGH:
        return figures.unknown(metric, "too_few" if n else "no_data", unit=unit, n=n)
    at, low, high = survival.by_when(survival.curve(found) if steps is None else steps, share)
    if at is None:
        return figures.unknown(metric, "not_reached", unit=unit, n=n)
    low, high = (None if end is None else end / scale for end in (low, high))
    return Figure(
        metric, at / scale, unit, n=n, low=low, high=high, key=key,
        label=figures.named(metric),
    )  # fmt: skip


def closings(found: Iterable[Asked], now: int) -> dict[int, tuple[float, bool]]:
    """Return by item after how long (ms) it was closed, or how long it has been open so far."""
    return {
        one.id: (
            max(0, (one.done_at if one.done_at is not None else now) - one.at),
            one.done_at is not None,
        )
        for one in found
        if one.done_at is not None or one.state in ("open", "waiting")
    }


def resolution(found: Iterable[Asked], now: int) -> Figure:
    """Return by when half of what needed an answer was closed, in hours."""
    spans = list(closings(found, now).values())
    return taken("resolution", spans, 0.5, unit="hours", scale=HOUR, key="closed:0:")


def decided(found: Iterable[Asked], now: int) -> tuple[list[Asked], list[Asked]]:
    """Return what was answered in time, and what was answered late or is overdue without one."""
    kept: list[Asked] = []
    late: list[Asked] = []
    for one in found:
        if one.answered_at is not None:
            (kept if one.answered_at <= one.due_at else late).append(one)
        elif one.waits and one.due_at < now:
            late.append(one)
    return kept, late


def in_time(found: Iterable[Asked], now: int) -> Figure:
    """Return the share that had its answer before it was due."""
    kept, late = decided(found, now)
    return figures.share("in_time", len(kept), len(kept) + len(late), key="in_time:0:")


def answered(found: Sequence[Asked]) -> Figure:
    """Return the share that had an answer."""
    had = sum(one.answered_at is not None for one in found)
    return figures.share("answered_share", had, len(found), key="answered:0:")


def value(db: Connection, scope: Scope, metric: str) -> Figure:
    """Return one of `METRICS` over a scope."""
    found = asked.between(db, scope.accounts, scope.since, scope.until, now=scope.now)
    match metric:
        case "in_time":
            return in_time(found, scope.now)
        case "answered_share":
            return answered(found)
        case "resolution":
            return resolution(found, scope.now)
        case "business_first_reply":
            return taken(metric, waits(found, in_office(db), scope.now), 0.5, unit="minutes")
        case _:
            share = 0.9 if metric == "first_reply_p90" else 0.5
            return taken(metric, waits(found, on_the_wall, scope.now), share, unit="minutes")


def draw(db: Connection, scope: Scope) -> Chart:
    """Return how many were answered within, or wait for, so long; the figures in its head."""
    found = asked.between(db, scope.accounts, scope.since, scope.until, now=scope.now)
    office = scope.options["clock"] == "office"
    length = in_office(db) if office else on_the_wall
    spans = waits(found, length, scope.now)
    dropped = sum(one.dropped for one in found)
    going = sum(not ended for _, ended in spans)
    first = "business_first_reply" if office else "first_reply"
    steps = survival.curve(spans)
    heads = (
        taken(first, spans, 0.5, unit="minutes", steps=steps),
        taken("first_reply_p90", spans, 0.9, unit="minutes", steps=steps),
        in_time(found, scope.now),
        answered(found),
        resolution(found, scope.now),
    )
    notes = []
    if heads[0].why == "not_reached":
        notes.append(Say("response.no_median"))
    if going:
        notes.append(Say("response.still_waiting", {"n": going}))
    if dropped:
        notes.append(Say("response.dropped", {"n": dropped}))
    gaps = times.gaps(db, scope)
    empty = times.emptiness(scope, gaps, len(found), "response.nothing")
    return Chart(
        "response",
        "histogram",
        Say("response.title"),
        Axis(
            "category",
            Say("response.office" if office else "response.time"),
            "minutes",
            tuple((f"b{edge}", Say(f"response.b{edge}")) for edge in EDGES),
        ),
        Axis("number", Say("response.count")),
        ()
        if empty
        else (
            _bars("answered", spans, ended=True),
            _bars("waiting", spans, ended=False),
        ),
        scope.since,
        scope.until,
        scope.zone,
        scope.accounts,
        gaps=gaps,
        figures=() if empty else heads,
        notes=tuple(notes),
        empty=empty,
    )


def _bars(name: str, spans: Iterable[tuple[float, bool]], *, ended: bool) -> Series:
    counts = [0] * len(EDGES)
    for minutes, has_ended in spans:
        if has_ended == ended:
            counts[bisect_right(EDGES, minutes) - 1] += 1
    data = tuple(
        Datum(f"b{lo}", float(counts[n]), key=f"{name}:{lo}:{hi}" if counts[n] else "")
        for n, (lo, hi) in enumerate(pairwise((*EDGES, "")))
    )
    return Series(
        name, "first_reply", Say(f"response.{name}"), data, stacked=True,
        role="main" if ended else "held",
    )  # fmt: skip


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the interactions of a bar, of a figure, or those closed without an answer."""
    name, start, end = key.split(":")
    found = asked.between(db, scope.accounts, scope.since, scope.until, now=scope.now)
    length = in_office(db) if scope.options.get("clock") == "office" else on_the_wall
    low, high = float(start), float(end) if end else float("inf")
    if name == "closed":
        open_for = closings(found, scope.now)
        return behind.listed(db, {i: ms / MINUTE for i, (ms, _) in open_for.items()})
    if name == "in_time":
        chosen = [one for part in decided(found, scope.now) for one in part]
    elif name == "dropped":
        chosen = [one for one in found if one.dropped]
    else:
        wanted = {"answered": (True,), "waiting": (False,), "all": (True, False)}[name]
        chosen = [o for o in found if not o.dropped and (o.answered_at is not None) in wanted]
    minutes = {o.id: length(o.account, o.at, o.answered_at or scope.now) for o in chosen}
    return behind.listed(db, {i: m for i, m in minutes.items() if low <= m < high})


INSIGHT = Insight(
    "response", "response", METRICS, draw, rows, options={"clock": ("wall", "office")}
)
