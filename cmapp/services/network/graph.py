"""A graph of people, and its measures: density, degree, betweenness, PageRank (NW-01, NW-02).

An arrow leads from who answers to who is answered; its weight is how often. Measures are those of
the directed graph as the field defines them; `tests` hold them against NetworkX.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from cmapp.store import ties
from cmapp.store.sqlite import Connection
from cmapp.store.ties import Counted
from cmapp.system.later import later

rx: Any = later("rustworkx")
np: Any = later("numpy")

EXACT: Final = 4_000
"""Up to so many people betweenness is exact; beyond, an estimate from `PIVOTS` of them."""
PIVOTS: Final = 256
ALPHA: Final = 0.85
_DIGITS: Final = 12
"""Measures are cut to so many digits: the last ones depend on the machine, ranks must not."""


@dataclass(frozen=True, slots=True)
class Graph:
    """People and who answers whom. `nodes` sorted; `arcs`: (source, target) → times.

    `ours` are our own accounts, whether they are among the nodes or were left out.
    """

    nodes: tuple[int, ...]
    arcs: Mapping[tuple[int, int], int]
    ours: frozenset[int]


@dataclass(frozen=True, slots=True)
class Measures:
    """Of each node. `degree`: centrality, ties of both directions by n - 1, so up to 2.

    `betweenness` is {} where it was not asked for; `estimated`: it is an estimate.
    `answered_by` and `answers` are numbers of people.
    """

    degree: Mapping[int, float]
    betweenness: Mapping[int, float]
    pagerank: Mapping[int, float]
    answered_by: Mapping[int, int]
    answers: Mapping[int, int]
    estimated: bool


def read(
    db: Connection,
    accounts: Sequence[str],
    first: int,
    last: int,
    *,
    kinds: Sequence[str] = ties.TALK,
    with_us: bool = True,
) -> Graph:
    """Return the graph of some months (as 202611); without us only what others say among them."""
    return of(ties.each(db, accounts, first, last, kinds), ties.ours(db), with_us=with_us)


def of(found: Iterable[Counted], ours: frozenset[int], *, with_us: bool = True) -> Graph:
    """Return the graph that these ties make; who has none is not in it."""
    arcs: Counter[tuple[int, int]] = Counter()
    for source, target, _, _, n in found:
        if with_us or not (source in ours or target in ours):
            arcs[source, target] += n
    nodes = tuple(sorted({node for arc in arcs for node in arc}))
    return Graph(nodes, dict(sorted(arcs.items())), ours)


def density(graph: Graph) -> float | None:
    """Return the share of all possible arrows that are there; None with fewer than two people."""
    return share(len(graph.arcs), len(graph.nodes))


def share(arrows: int, people: int) -> float | None:
    """Return the share of all arrows between some people that are there, as `density`."""
    return arrows / (people * (people - 1)) if people > 1 else None


def measured(graph: Graph, *, between: bool = True) -> Measures:
    """Return the measures of every node; betweenness, the dear one, only where it is asked for."""
    count = len(graph.nodes)
    place = {node: at for at, node in enumerate(graph.nodes)}
    answered_by = dict.fromkeys(graph.nodes, 0)
    answers = dict.fromkeys(graph.nodes, 0)
    for source, target in graph.arcs:
        answers[source] += 1
        answered_by[target] += 1
    if not count:
        return Measures({}, {}, {}, {}, {}, False)
    made: Any = rx.PyDiGraph(multigraph=False)
    made.add_nodes_from(list(graph.nodes))
    made.add_edges_from([(place[s], place[t], float(n)) for (s, t), n in graph.arcs.items()])
    ranks = rx.pagerank(made, alpha=ALPHA, weight_fn=float, tol=1e-12, max_iter=1_000)
    estimated = between and count > EXACT
    if estimated:
        carried = _estimate(graph, place)
    else:
        carried = list(rx.digraph_betweenness_centrality(made).values()) if between else []

    def named(values: Sequence[float] | Mapping[int, float]) -> dict[int, float]:
        return {node: round(float(values[at]), _DIGITS) for node, at in place.items()}

    return Measures(
        degree={
            node: round((answers[node] + answered_by[node]) / max(count - 1, 1), _DIGITS)
            for node in graph.nodes
        },
        betweenness=named(carried) if between else {},
        pagerank=named(ranks),
        answered_by=answered_by,
        answers=answers,
        estimated=estimated,
    )


def _estimate(graph: Graph, place: Mapping[int, int]) -> list[float]:
    """Return betweenness from evenly spread pivots (Brandes and Pich), scaled to all of them."""
    count = len(graph.nodes)
    pairs = np.array([(place[s], place[t]) for s, t in graph.arcs], dtype=np.int64)
    source, target = pairs[:, 0], pairs[:, 1]
    pivots = sorted({at * count // PIVOTS for at in range(PIVOTS)})
    total = np.zeros(count)
    for pivot in pivots:
        total += _dependence(count, source, target, pivot)
    scale = count / len(pivots) / ((count - 1) * (count - 2))
    return [float(value) for value in total * scale]


def _dependence(count: int, source: Any, target: Any, pivot: int) -> Any:
    """Return what each node carries of the shortest paths from a pivot (Brandes, by levels)."""
    level = np.full(count, -1)
    paths = np.zeros(count)
    level[pivot], paths[pivot] = 0, 1.0
    steps: list[tuple[Any, Any]] = []
    depth = 0
    at, to = source, target
    while True:
        ahead = level[at] == depth
        here, there = at[ahead], to[ahead]
        fresh = level[there] < 0
        level[there[fresh]] = depth + 1
        onward = level[there] == depth + 1
        here, there = here[onward], there[onward]
        if not len(here):
            break
        paths += np.bincount(there, weights=paths[here], minlength=count)
        steps.append((here, there))
        at, to = at[~ahead], to[~ahead]
        depth += 1
    carried = np.zeros(count)
    for here, there in reversed(steps):
        share = paths[here] / paths[there] * (1.0 + carried[there])
        carried += np.bincount(here, weights=share, minlength=count)
    carried[pivot] = 0.0
    return carried


def ranked(values: Mapping[int, float]) -> list[int]:
    """Return the nodes, the highest first; of equals the one that was known first."""
    return sorted(values, key=lambda node: (-values[node], node))


def standing(values: Mapping[int, float]) -> dict[int, float]:
    """Return of each node the share of the others that have less, equals counted half (0 to 1)."""
    if len(values) < 2:
        return dict.fromkeys(values, 0.5)
    order = sorted(values, key=lambda node: values[node])
    found: dict[int, float] = {}
    at = 0
    while at < len(order):
        end = at
        while end < len(order) and values[order[end]] == values[order[at]]:
            end += 1
        share = (at + (end - at - 1) / 2) / (len(order) - 1)
        found |= dict.fromkeys(order[at:end], share)
        at = end
    return found
