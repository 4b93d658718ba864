"""What people talk about, and how much of the talk each topic is, over time (CT, IN-19).

Terms are found by `domain/themes.py`, without a model: the same data give the same answer.
"""

from __future__ import annotations

from itertools import pairwise

from cmapp.domain import themes
from cmapp.domain.chart import ENOUGH, Axis, Chart, Datum, Role, Rows, Say, Series
from cmapp.domain.intervals import of_share
from cmapp.services.insights import Insight, Scope, times
from cmapp.store import behind, looking_back, words
from cmapp.store.sqlite import Connection

MOST = 4_000
"""How many messages are read; of more, every so-many-th is."""
SHOWN = 6
_ROLES: tuple[Role, ...] = ("main", "second", "third", "fourth", "held", "quiet")

Said = list[tuple[int, int, int, str]]
"""(id, person, when, folded text)."""


def _said(db: Connection, scope: Scope) -> tuple[Said, int]:
    """Return what was said, or a part of it drawn by ids, and of how much."""
    if not scope.accounts:
        return [], 0
    of = scope.options.get("of", "all")
    found, whole = looking_back.spoken(
        db, scope.accounts, scope.since, scope.until, signal="" if of == "all" else of, most=MOST
    )
    return [(i, who, at, words.fold(text)) for i, who, at, text in found], whole


def _topics(said: Said) -> list[themes.Theme]:
    return themes.themes(((i, who, text) for i, who, _, text in said), {}, most=SHOWN)


def draw(db: Connection, scope: Scope) -> Chart:
    """Return a line for each of the topics of most people: its share of the messages of a time."""
    said, whole = _said(db, scope)
    found = _topics(said)
    edges = _edges(scope)
    gaps = times.gaps(db, scope)
    spans = [(a, b, [i for i, _, at, _ in said if a <= at < b]) for a, b in pairwise(edges)]
    series = []
    for topic, role in zip(found, _ROLES, strict=False):
        where, data = set(topic.where), []
        for start, end, items in spans:
            n, mine = len(items), sum(i in where for i in items)
            why = "" if n >= ENOUGH else "too_few" if n else "no_data"
            if not n and times.covered(start, end, gaps):
                why = "not_watched"
            share = of_share(mine, n)
            data.append(
                Datum(
                    start, None if why else share.value, end=end, n=n,
                    low=None if why else share.low, high=None if why else share.high, why=why,
                    key=f"{start}:{end}:{topic.term}" if mine else "",
                )
            )  # fmt: skip
        series.append(
            Series(topic.term, "topic_share", Say(text=topic.term), tuple(data), mark="line",
                   role=role, unit="share")
        )  # fmt: skip
    empty = None
    if not scope.accounts:
        empty = Say("posts.no_accounts")
    elif not found:
        empty = Say("topics.none" if said else "topics.silent")
    sampled: tuple[Say, ...] = ()
    if len(said) < whole:
        sampled = (Say("topics.sample", {"n": len(said), "of": whole}),)
    return Chart(
        "topics", "time", Say("topics.title"), Axis("time", Say("chart.week")),
        Axis("number", Say("topics.share"), "share"), tuple(series), scope.since, scope.until,
        scope.zone, scope.accounts, gaps=gaps, notes=sampled, empty=empty,
    )  # fmt: skip


def _edges(scope: Scope) -> list[int]:
    days = times.days(scope)
    step = 1 if scope.options.get("bin", "week") == "day" else 7
    found = days[:-1:step]
    return [*found, days[-1]]


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the messages of a time that use a topic's term, of those that were counted."""
    start, end, term = key.split(":", 2)
    said, _ = _said(db, scope)
    return behind.these(
        db,
        (
            i
            for i, _, at, text in said
            if int(start) <= at < int(end) and term in themes.terms(text)
        ),
    )


INSIGHT = Insight(
    "topics", "attitude", ("topic_share",), draw, rows,
    {"of": ("all", "complaint", "question", "praise"), "bin": ("week", "day")}, heavy=True,
)  # fmt: skip
