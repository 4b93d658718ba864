"""How much came in, day by day, the negative apart (AN-01, N12)."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from cmapp.domain import hours
from cmapp.domain.chart import Axis, Chart, Datum, Rows, Say, Series
from cmapp.services.insights import Insight, Scope, times
from cmapp.store import activity, behind
from cmapp.store.sqlite import Connection


def draw(db: Connection, scope: Scope) -> Chart:
    """Return a bar for each day: negative below, the rest on it; days not watched are gaps."""
    zone = hours.zone(scope.zone)
    by_day: dict[int, Counter[str]] = {}
    for one in activity.by_day(db, scope.accounts, scope.since, scope.until, zone):
        by_day.setdefault(one.start, Counter()).update(one.counts)
    edges = times.days(scope)
    gaps = times.gaps(db, scope)

    def series(name: str, role: str, metric: str) -> Series:
        data = []
        for start, end in pairwise(edges):
            counts = by_day.get(times.day_of(start, zone), Counter())
            value = counts["negative"]
            if name == "other":
                value = counts["all"] - counts["negative"]
            silent = not counts and times.covered(start, end, gaps)
            key = f"{name}:{start}:{end}" if value else ""
            data.append(
                Datum(
                    start,
                    None if silent else value,
                    end=end,
                    why="not_watched" if silent else "",
                    key=key,
                )
            )
        return Series(
            name,
            metric,
            Say(f"volume.{name}"),
            tuple(data),
            stacked=True,
            role="bad" if name == "negative" else "main",
        )

    found = (series("negative", "bad", "negative"), series("other", "main", "interactions"))
    return Chart(
        "volume", "time", Say("volume.title"),
        Axis("time", Say("volume.day")), Axis("number", Say("volume.count")),
        found, scope.since, scope.until, scope.zone, scope.accounts, gaps=gaps,
    )  # fmt: skip


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the interactions of a bar."""
    name, start, end = key.split(":")
    return behind.interactions(
        db, scope.accounts, int(start), int(end),
        attitude="negative" if name == "negative" else "",
        but="negative" if name == "other" else "",
    )  # fmt: skip


INSIGHT = Insight("volume", "coverage", ("interactions", "negative"), draw, rows)
