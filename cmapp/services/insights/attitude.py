"""How people speak to us: positive, undecided, negative, of what was read (AN-03).

The three parts are shares of the messages whose attitude was read and sum to one. What nobody has
read yet is told apart, and deeds without words have no attitude at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from cmapp.domain import intervals
from cmapp.domain.chart import ENOUGH, Axis, Chart, Datum, Figure, Role, Rows, Say, Series
from cmapp.services.insights import Insight, Scope, figures, times
from cmapp.services.insights.volume import counted
from cmapp.store import activity, behind
from cmapp.store.sqlite import Connection

PARTS: Mapping[str, Role] = {"positive": "good", "undecided": "quiet", "negative": "bad"}


def read(counts: Mapping[str, int]) -> int:
    """Return how many messages were read for their attitude."""
    return sum(counts[part] for part in PARTS)


def figure(counts: Mapping[str, int], part: str, key: str = "") -> Figure:
    """Return the share of one attitude among what was read."""
    return figures.share(f"attitude_{part}", counts[part], read(counts), key=key)


def draw(db: Connection, scope: Scope) -> Chart:
    """Return the three shares by bin; of one with fewer than ENOUGH read they are unknown."""
    edges = times.edges(scope, scope.options.get("bin", "day"))
    found = counted(db, scope, edges)
    gaps = times.gaps(db, scope)
    whole: Counter[str] = Counter()
    for counts in found:
        whole.update(counts)
    n, span = read(whole), f"{scope.since}:{scope.until}"
    empty = times.emptiness(scope, gaps, n + whole["unread"], "attitude.nothing")
    if not empty and not n:
        empty = Say("attitude.all_unread", {"n": whole["unread"]})

    def mark(start: int, end: int, counts: Counter[str], part: str) -> Datum:
        cases = read(counts)
        if cases < ENOUGH:
            why = times.silence(start, end, gaps) if not counts else ""
            why = why or ("too_few" if cases else "no_data")
            return Datum(start, None, end=end, n=cases, why=why)
        around = intervals.of_share(counts[part], cases)
        return Datum(
            start, around.value, end=end, n=cases, low=around.low, high=around.high,
            key=f"{part}:{start}:{end}" if counts[part] else "",
        )  # fmt: skip

    bins = list(zip(pairwise(edges), found, strict=True))
    parts = tuple(
        Series(
            part, f"attitude_{part}", Say(f"attitude.{part}"),
            tuple(mark(a, b, counts, part) for (a, b), counts in bins),
            role=role, unit="share", stacked=True,
        )
        for part, role in PARTS.items()
    )  # fmt: skip
    unread = whole["unread"]
    heads = (
        *(figure(whole, part, f"{part}:{span}") for part in PARTS),
        figures.count("attitude_unread", unread, key=f"unread:{span}"),
    )
    notes = [*times.partly(gaps), *times.erased(db, scope)]
    if unread:
        notes.append(Say("attitude.some_unread", {"n": unread}))
    return Chart(
        "attitude", "time", Say("attitude.title"),
        Axis("time", Say(f"chart.{scope.options.get('bin', 'day')}")),
        Axis("number", Say("attitude.share"), "share"),
        () if empty else parts, scope.since, scope.until, scope.zone, scope.accounts, gaps=gaps,
        figures=() if empty else heads, notes=(*notes, Say("attitude.by_rules")), empty=empty,
    )  # fmt: skip


def share(db: Connection, scope: Scope, metric: str) -> Figure:
    """Return one of the three shares over the whole span."""
    counts = activity.total(db, scope.accounts, scope.since, scope.until)
    part = metric.removeprefix("attitude_")
    return figure(counts, part, f"{part}:{scope.since}:{scope.until}")


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the messages of a part of a bin."""
    part, start, end = key.split(":")
    if part not in (*PARTS, "unread"):
        raise KeyError(part)
    return behind.interactions(db, scope.accounts, int(start), int(end), attitude=part)


INSIGHT = Insight(
    "attitude",
    "attitude",
    ("attitude_positive", "attitude_undecided", "attitude_negative", "attitude_unread"),
    draw,
    rows,
    options={"bin": ("day", "week", "hour")},
)
