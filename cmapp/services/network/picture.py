"""Where each person stands in the picture: groups as discs, the most important in their middle.

A plain force layout of two thousand people is a ball of hair. Here each group (`communities.py`)
has a disc as large as it has people, discs that talk stand side by side, and inside a disc a force
layout has few enough people to be read. No chance in it: the same graph gives the same picture.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from typing import Any, Final

from cmapp.domain.communities import communities
from cmapp.services.network.graph import Graph, Measures, ranked
from cmapp.system.later import later

rx: Any = later("rustworkx")
np: Any = later("numpy")

MOST: Final = 2_000
"""At most so many people are placed: those with the highest PageRank."""
_SEED: Final = 5
_GAP: Final = 1.1
_ANGLES: Final = 24
_SETTLE: Final = 24
_WIDE: Final = 1.4
"""The picture is wider than high, as windows are."""


@dataclass(frozen=True, slots=True)
class Group:
    """A disc. `middle` is its most important person, `size` how many it holds."""

    size: int
    middle: int
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Picture:
    """`nodes` in order of weight; `group`, `x`, `y` of each. `arcs` and `links` are indexes.

    `arcs`: (source, target, times) between nodes; `links`: (group, group, times) between discs.
    The unit is about the distance of two neighbours.
    """

    nodes: tuple[int, ...]
    group: tuple[int, ...]
    x: tuple[float, ...]
    y: tuple[float, ...]
    groups: tuple[Group, ...]
    arcs: tuple[tuple[int, int, int], ...]
    links: tuple[tuple[int, int, int], ...]


def picture(
    graph: Graph, measures: Measures, *, most: int = MOST, least: int = 1, group: int | None = None
) -> Picture:
    """Place those who talked with at least `least` people; of `group` alone where one is given.

    Groups are numbered from the largest; they are those of the people who are shown without it.
    """
    near: dict[int, set[int]] = {node: set() for node in graph.nodes}
    for source, target in graph.arcs:
        near[source].add(target)
        near[target].add(source)
    chosen = [n for n in ranked(measures.pagerank) if len(near[n]) >= least][:most]
    place = {node: at for at, node in enumerate(chosen)}
    arcs = [
        (place[s], place[t], n) for (s, t), n in graph.arcs.items() if s in place and t in place
    ]
    member = communities(len(chosen), {(s, t): float(n) for s, t, n in arcs})
    if group is not None:
        kept = [at for at in range(len(chosen)) if member[at] == group]
        new = {old: at for at, old in enumerate(kept)}
        chosen = [chosen[at] for at in kept]
        arcs = [(new[s], new[t], n) for s, t, n in arcs if s in new and t in new]
        member = communities(len(chosen), {(s, t): float(n) for s, t, n in arcs})
    return _placed(chosen, arcs, member)


def _placed(
    nodes: Sequence[int], arcs: Sequence[tuple[int, int, int]], member: Sequence[int]
) -> Picture:
    inside: list[list[int]] = [[] for _ in range(max(member, default=-1) + 1)]
    for at, name in enumerate(member):
        inside[name].append(at)
    ties: list[list[tuple[int, int, int]]] = [[] for _ in inside]
    links: Counter[tuple[int, int]] = Counter()
    for source, target, n in arcs:
        one, other = member[source], member[target]
        if one == other:
            ties[one].append((source, target, n))
        else:
            links[min(one, other), max(one, other)] += n
    radii = [0.75 * sqrt(len(each)) + 0.35 for each in inside]
    middles = _discs(radii, links)
    x, y = [0.0] * len(nodes), [0.0] * len(nodes)
    for name, each in enumerate(inside):
        spots = _inside(each, ties[name], radii[name])
        for at, (dx, dy) in zip(each, spots, strict=True):
            x[at] = round(middles[name][0] + dx, 4)
            y[at] = round(middles[name][1] + dy, 4)
    groups = tuple(
        Group(len(each), nodes[each[0]], round(middles[name][0], 4), round(middles[name][1], 4),
              round(radii[name], 4))
        for name, each in enumerate(inside)
    )  # fmt: skip
    return Picture(
        tuple(nodes),
        tuple(member),
        tuple(x),
        tuple(y),
        groups,
        tuple(arcs),
        tuple((a, b, n) for (a, b), n in sorted(links.items())),
    )


def _discs(
    radii: Sequence[float], links: Mapping[tuple[int, int], int]
) -> list[tuple[float, float]]:
    """Return where discs stand: each touching one that is there, near those it talks with."""
    near: dict[int, dict[int, int]] = {}
    for (one, other), n in links.items():
        near.setdefault(one, {})[other] = n
        near.setdefault(other, {})[one] = n
    done: list[tuple[float, float]] = []
    turns = [(cos(2 * pi * k / _ANGLES), sin(2 * pi * k / _ANGLES)) for k in range(_ANGLES)]
    for at, radius in enumerate(radii):
        if not done:
            done.append((0.0, 0.0))
            continue
        there = np.array(done)
        size = np.array(radii[: len(done)])
        reach = size + radius + _GAP
        spots = np.concatenate([there + reach[:, None] * np.array(turn) for turn in turns])
        apart = np.sqrt(((spots[:, None, :] - there[None, :, :]) ** 2).sum(axis=2))
        free = (apart >= reach[None, :] - 1e-9).all(axis=1)
        cost = np.sqrt((spots[:, 0] / _WIDE) ** 2 + spots[:, 1] ** 2)
        friends = near.get(at, {})
        for other, n in sorted(friends.items()):
            if other < len(done):
                cost = cost + apart[:, other] * min(4.0, sqrt(n)) / 2
        cost = np.where(free, np.round(cost, 6), np.inf)
        best = spots[int(np.argmin(cost))]
        done.append((float(best[0]), float(best[1])))
    return done


def _inside(
    each: Sequence[int], ties: Sequence[tuple[int, int, int]], radius: float
) -> list[tuple[float, float]]:
    """Return where the people of a disc stand, from its middle."""
    count = len(each)
    if count == 1:
        return [(0.0, 0.0)]
    if count == 2:
        return [(-radius / 2, 0.0), (radius / 2, 0.0)]
    place = {at: n for n, at in enumerate(each)}
    made: Any = rx.PyGraph(multigraph=False)
    made.add_nodes_from(list(range(count)))
    made.add_edges_from([(place[s], place[t], 1.0) for s, t, _ in ties])
    found = rx.graph_spring_layout(made, num_iter=60, seed=_SEED)
    spots = np.array([found[n] for n in range(count)])
    spots = spots - np.median(spots, axis=0)
    far = np.sqrt((spots**2).sum(axis=1))
    reach = float(np.quantile(far, 0.9)) or 1.0
    # outliers come in, the crowded middle spreads: the root makes the disc evenly full
    scaled = np.sqrt(np.minimum(far / reach, 1.0) + 1e-9) * (radius - 0.3)
    spots = spots / np.maximum(far, 1e-9)[:, None] * scaled[:, None]
    if count <= 600:
        spots = _apart(spots, radius - 0.3)
    return [(float(a), float(b)) for a, b in np.round(spots, 4)]


def _apart(spots: Any, radius: float) -> Any:
    """Push people who stand on each other apart, staying in their disc."""
    want = 1.0
    for _ in range(_SETTLE):
        gap = spots[:, None, :] - spots[None, :, :]
        far = np.sqrt((gap**2).sum(axis=2))
        np.fill_diagonal(far, np.inf)
        push = np.maximum(0.0, want - far) / np.maximum(far, 1e-6)
        spots = spots + 0.25 * (gap * push[:, :, None]).sum(axis=1)
        out = np.sqrt((spots**2).sum(axis=1))
        spots = spots * np.minimum(1.0, radius / np.maximum(out, 1e-9))[:, None]
    return spots
