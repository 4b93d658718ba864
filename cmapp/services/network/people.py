"""Who matters in the network, with the evidence: central, KOL, KOC, whom to thank, who vouches.

Nobody is on a list for followers alone, and followers that no platform told stay unknown. Every
score is a formula of figures that stand beside it (`resources/metrics/network.toml`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from cmapp.domain import intervals
from cmapp.services.network import graph as graphs
from cmapp.services.network.graph import Graph, Measures
from cmapp.store import ties, voices
from cmapp.store.sqlite import Connection
from cmapp.store.ties import Who
from cmapp.store.voices import Drawn, Week

SMALL: Final = 10_000
"""A small reach: at most so many followers."""
FEW: Final = 3
"""A voice counts as one that others listen to from so many different people on."""
CANDIDATES: Final = 300
"""Of so many who were answered by most people the posts are read one by one."""


@dataclass(frozen=True, slots=True)
class Span:
    """What is asked about: whole months (as 202611, UTC), the accounts, which ties count."""

    accounts: tuple[str, ...]
    first: int
    last: int
    kinds: tuple[str, ...] = ties.TALK
    with_us: bool = True

    @property
    def since(self) -> int:
        """When it begins (UTC ms)."""
        return ties.month_start(self.first)

    @property
    def until(self) -> int:
        """When it ends (UTC ms, exclusive)."""
        return ties.month_start(ties.next_month(self.last))


@dataclass(frozen=True, slots=True)
class Found:
    """A person on a list. `reasons`: code → figures, the weightiest first."""

    who: Who
    score: float
    reasons: tuple[tuple[str, Mapping[str, Any]], ...]
    figures: Mapping[str, float | int | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Network:
    """A graph with its measures and the people in it."""

    span: Span
    graph: Graph
    measures: Measures
    who: Mapping[int, Who]


def network(db: Connection, span: Span) -> Network:
    """Read and measure the network of a span."""
    graph = graphs.read(
        db, span.accounts, span.first, span.last, kinds=span.kinds, with_us=span.with_us
    )
    return Network(span, graph, graphs.measured(graph), ties.who(db, graph.nodes))


def figures(net: Network, node: int) -> dict[str, float | int | None]:
    """Return what is measured of a person; followers None: unknown."""
    m = net.measures
    return {
        "degree": m.degree[node],
        "betweenness": m.betweenness[node],
        "pagerank": m.pagerank[node],
        "answered_by": m.answered_by[node],
        "answers": m.answers[node],
        "followers": net.who[node].followers,
    }


def central(net: Network, *, by: str = "pagerank", limit: int = 50) -> list[Found]:
    """Return those in the middle, by `pagerank`, `degree` or `betweenness` (NW-02)."""
    values: Mapping[int, float] = getattr(net.measures, by)
    return [
        Found(net.who[node], values[node], _standing(net, node), figures(net, node))
        for node in graphs.ranked(values)[:limit]
    ]


def _standing(net: Network, node: int) -> tuple[tuple[str, Mapping[str, Any]], ...]:
    m = net.measures
    found: list[tuple[str, Mapping[str, Any]]] = []
    if m.answered_by[node]:
        found.append(("answered_by", {"people": m.answered_by[node]}))
    if m.answers[node]:
        found.append(("answers", {"people": m.answers[node]}))
    if m.betweenness[node] > 0:
        found.append(("between", {"share": m.betweenness[node]}))
    return tuple(found)


def _others(net: Network, node: int) -> bool:
    who = net.who[node]
    return not who.ours and not who.muted and node > 0


def leaders(net: Network, *, limit: int = 20) -> list[Found]:
    """Return the opinion leaders (KOL): listened to by at least `FEW` people (NW-05).

    The score is the mean of where they stand (0 to 1) in PageRank, in how many people answer or
    name them, in betweenness, and in followers where these are known: one part of four at most.
    """
    m = net.measures
    people = [node for node in net.graph.nodes if _others(net, node)]

    def stand(values: Mapping[int, float | int | None]) -> dict[int, float]:
        return graphs.standing({n: float(v) for n in people if (v := values[n]) is not None})

    parts = {
        "pagerank": stand(m.pagerank),
        "answered_by": stand(m.answered_by),
        "betweenness": stand(m.betweenness),
        "followers": stand({n: net.who[n].followers for n in people}),
    }
    found = []
    for node in people:
        if m.answered_by[node] < FEW:
            continue
        known = {name: part[node] for name, part in parts.items() if node in part}
        score = round(sum(known.values()) / len(known), 9)
        reasons = [
            ("answered_by", {"people": m.answered_by[node], "stand": parts["answered_by"][node]}),
            ("pagerank", {"value": m.pagerank[node], "stand": parts["pagerank"][node]}),
        ]
        if m.betweenness[node] > 0:
            reasons.append(
                ("between", {"share": m.betweenness[node], "stand": parts["betweenness"][node]})
            )
        followers = net.who[node].followers
        reasons.append(
            ("followers_unknown", {})
            if followers is None
            else ("followers", {"followers": followers, "stand": parts["followers"][node]})
        )
        found.append(Found(net.who[node], score, tuple(reasons), figures(net, node)))
    return sorted(found, key=lambda f: (-f.score, -m.answered_by[f.who.id], f.who.id))[:limit]


def sure(part: int, n: int) -> float:
    """Return the lower end of the 95 % interval of a share; 0 of nothing."""
    return intervals.of_share(part, n).low or 0.0


def koc_score(drawn: Drawn, mood: Mapping[str, int]) -> float:
    """Return people drawn x sure share of posts that drew answers x share of positive words.

    The first share is the lower end of its 95 % interval; the second counts one positive and one
    negative more than there were, so that silence is a half.
    """
    kind = (mood.get("positive", 0) + 1) / (mood.get("positive", 0) + mood.get("negative", 0) + 2)
    return drawn.people * sure(drawn.answered, drawn.posts) * kind


def consumers(
    db: Connection, net: Network, *, reach: int = SMALL, limit: int = 20
) -> tuple[list[Found], list[Found]]:
    """Return the key consumers (KOC): small reach, drawing answers, well-disposed (NW-04).

    The second list are those whose reach nobody knows: they may be, and are not ranked among them.
    """
    m, span = net.measures, net.span
    people = [
        node
        for node in sorted(net.graph.nodes, key=lambda n: (-m.answered_by[n], n))
        if _others(net, node) and m.answered_by[node] and (net.who[node].followers or 0) <= reach
    ][:CANDIDATES]
    each = voices.profiles_of(db, people)
    drew = voices.drawn(db, each, span.since, span.until, but=net.graph.ours)
    mood = voices.moods(db, each, span.accounts, span.since, span.until)
    known: list[Found] = []
    unsure: list[Found] = []
    for node in people:
        followers, score = net.who[node].followers, round(koc_score(drew[node], mood[node]), 9)
        if not drew[node].people or mood[node]["negative"] > mood[node]["positive"]:
            continue
        reasons: list[tuple[str, Mapping[str, Any]]] = [
            _drew(drew[node]),
            _mood(mood[node]),
            ("followers_unknown", {}) if followers is None else
            ("small_reach", {"followers": followers, "most": reach}),
        ]  # fmt: skip
        one = Found(net.who[node], score, tuple(reasons), figures(net, node))
        (unsure if followers is None else known).append(one)

    def ordered(found: list[Found]) -> list[Found]:
        return sorted(found, key=lambda f: (-f.score, -drew[f.who.id].people, f.who.id))[:limit]

    return ordered(known), ordered(unsure)


def _drew(drawn: Drawn) -> tuple[str, Mapping[str, Any]]:
    return "drew", {
        "people": drawn.people,
        "answered": drawn.answered,
        "posts": drawn.posts,
        "sure": sure(drawn.answered, drawn.posts),
    }


def _mood(mood: Counter[str]) -> tuple[str, Mapping[str, Any]]:
    read = mood["positive"] + mood["undecided"] + mood["negative"]
    if not read:
        return "mood_unknown", {}
    return "positive", {"positive": mood["positive"], "negative": mood["negative"], "n": read}


def endorsers(
    db: Connection,
    net: Network,
    *,
    limit: int = 10,
    fits: Callable[[int], bool] | None = None,
) -> list[Found]:
    """Return third parties who may speak for us in a crisis (NW-09).

    Opinion leaders who said something positive to us and nothing negative in the span; the score
    is that of a leader by the share of positive words. `fits` may leave people out.
    """
    span = net.span
    led = {f.who.id: f for f in leaders(net, limit=CANDIDATES)}
    each = voices.profiles_of(db, led)
    mood = voices.moods(db, each, span.accounts, span.since, span.until)
    found = []
    for node, one in led.items():
        good, bad = mood[node]["positive"], mood[node]["negative"]
        if not good or bad or (fits is not None and not fits(node)):
            continue
        kind = (good + 1) / (good + 2)
        reasons = (_mood(mood[node]), *one.reasons)
        found.append(Found(one.who, round(one.score * kind, 9), reasons, one.figures))
    return sorted(found, key=lambda f: (-f.score, f.who.id))[:limit]


def thanked(weeks: Mapping[int, Week], *, limit: int = 10) -> list[int]:
    """Return whom to thank or feature, the first first: stable whatever order rows come in (NW-07).

    Two points for each person they talked with (not us), one for each positive word to us; who
    was more negative than positive is left out. Of equals who talked with more people, then who
    was there first, then who was known first.
    """

    def key(node: int) -> tuple[int, int, int, int]:
        one = weeks[node]
        return -(2 * one.people + one.positive), -one.people, one.first_at, node

    kept = [
        node
        for node, one in weeks.items()
        if one.people + one.positive and one.negative <= one.positive
    ]
    return sorted(kept, key=key)[:limit]
