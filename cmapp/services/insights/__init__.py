"""The charts, one file each: `draw(db, scope) -> Chart`, and the rows behind each of its numbers.

A new chart is a file here with an `INSIGHT`, its line in `CHARTS`, and its words in
`resources/insights/<name>.toml`. It then is in the window, in reports, in tables and exports, and
in `cmapp insights NAME`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from cmapp.domain.chart import Chart, Rows
from cmapp.domain.errors import Missing
from cmapp.store.sqlite import Connection

CHARTS: tuple[str, ...] = (
    "volume",
    "attitude",
    "response",
    "growth",
    "rivals",
    "heat",
    "periodicity",
    "reply_kinds",
    "scorecard",
    "audience",
    "half_life",
    "media_kinds",
    "top_posts",
    "comment_quality",
    "platforms",
    "pillars",
    "frames",
    "self_rating",
    "consistency",
    "campaign",
    "best_time",
    "cohorts",
    "returning",
    "topics",
    "fatigue",
    "paths",
    "video_length",
    "goals",
    "index",
    "experiment",
    "roi",
    "imported",
    "conversion",
    "network_density",
    "network_ties",
    "network_people",
    "cascades",
)
"""The charts in the order in which they are offered; each is a module of this folder."""


_OF_EVALUATION = frozenset({"goals", "experiment", "index", "roi"})
"""They stand on goals and costs, which themselves ask charts: in a folder above this one."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a chart is asked about.

    `since` to `until` (exclusive) are UTC ms on whole quarters of an hour; days and hours run in
    `zone` (IANA). `accounts` are ids, never empty unless there are none. `options` are what the
    chart itself takes (its `Insight.options`), checked before it is asked. `read` pins what was
    known of watching: "account stream" → until when it had been read (UTC ms), as reports need it.
    """

    since: int
    until: int
    zone: str
    now: int
    accounts: tuple[str, ...]
    options: Mapping[str, str] = field(default_factory=dict)
    read: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Insight:
    """A chart. `metrics`: ids of the dictionary that it shows. `heavy`: read in the engine.

    `options`: name → the values it may have, the first being what is meant when nothing is said;
    an empty tuple takes any text. `rows` takes the `key` of a datum or a figure.
    """

    name: str
    group: str
    metrics: tuple[str, ...]
    draw: Callable[[Connection, Scope], Chart]
    rows: Callable[[Connection, Scope, str], Rows]
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    heavy: bool = False


def get(name: str) -> Insight:
    """Return a chart by its name. Raises Missing (`unknown_chart`)."""
    if name not in CHARTS:
        raise Missing("unknown_chart", name=name[:80])
    above = name in _OF_EVALUATION
    found: Any = import_module(f"{'cmapp.services.evaluation' if above else __name__}.{name}")
    insight: Insight = found.INSIGHT
    return insight
