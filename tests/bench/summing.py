"""T10: charts of 30 days on 10,000,000 interactions against the same on 1,000,000.

What is measured is what a chart asks of the store and makes of it, in this process: each turn
draws the chart on both profiles, one after the other, and the medians are compared. The floor is
the smaller profile: a chart's time must hang on its span, not on how much there is beside it.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Sequence
from contextlib import closing

from cmapp.services import insights
from cmapp.services.insights import Scope
from cmapp.store.opening import open_reader
from cmapp.store.sqlite import Connection
from cmapp.system.paths import Paths
from tests.bench import bulk
from tests.bench.table import Measure, middle

SMALL, LARGE = 1_000_000, 10_000_000
TURNS, FEW = 7, 3
SUMMED = (
    "volume", "attitude", "heat", "growth", "periodicity", "pillars", "video_length", "best_time",
    "media_kinds", "platforms", "frames", "fatigue",
)  # fmt: skip
"""Charts that are made of sums, measures and what is kept of posts: the target is theirs. Those
that look at people, at ties or at each thing that a post got cost what came in their span, which in
the larger profile is ten times as much: these must be answered within `SOON`."""
SOON = 300.0
"""Milliseconds."""


def scope(days: int = 30, name: str = "volume") -> Scope:
    """The last days of the bulk profile, as the command would ask."""
    options = {n: values[0] if values else "" for n, values in insights.get(name).options.items()}
    return Scope(
        bulk.NOW - days * bulk.DAY, bulk.NOW, "Asia/Shanghai", bulk.NOW,
        tuple(a[0] for a in bulk.data.ACCOUNTS), options,
    )  # fmt: skip


def measure(size: int = SMALL, *, names: Sequence[str] = insights.CHARTS) -> Iterator[Measure]:
    """Yield a ratio for each chart; `size` is left out: the target names both."""
    del size
    folders = [bulk.profile(count) for count in (SMALL, LARGE)]
    with (
        closing(open_reader(Paths(folders[0]).database)) as small,
        closing(open_reader(Paths(folders[1]).database)) as large,
    ):
        for name in names:
            if name not in insights.CHARTS:
                continue
            floor, subject = _turns(name, small, large)
            most, soon = (1.2, None) if name in SUMMED else (math.inf, SOON)
            yield Measure(
                "T10", f"{name}, 30 days, 10 M against 1 M", floor, subject, "ms", most,
                at_most=soon,
                note=f"the same chart on both profiles by turns, median of {TURNS}, processor time",
            )  # fmt: skip


def _turns(name: str, small: Connection, large: Connection) -> tuple[float, float]:
    one, asked = insights.get(name), scope(name=name)
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range((TURNS if name in SUMMED else FEW) + 2):
        for which, db in enumerate((small, large)):
            begun = time.process_time()
            one.draw(db, asked)
            if turn > 1:  # the first two read the files in
                times[which].append((time.process_time() - begun) * 1e3)
    return middle(times[0]), middle(times[1])
