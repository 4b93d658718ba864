"""Groups of nodes that have more to do with each other than with the rest. Pure, no chance in it.

Louvain's method: each node joins the neighbour group that raises modularity most, groups become
nodes, until nothing moves. Nodes are visited in their order and the first of equals wins, so that
the same graph always gives the same groups.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_LITTLE = 1e-12
_ROUNDS = 32


def communities(count: int, weights: Mapping[tuple[int, int], float]) -> tuple[int, ...]:
    """Return the group of each node `0 … count - 1`; group 0 is the largest.

    `weights`: weight of each pair; direction does not matter, both directions add up, and a pair
    of a node with itself is left out.
    """
    near: list[dict[int, float]] = [{} for _ in range(count)]
    for (one, other), weight in weights.items():
        if one != other:
            near[one][other] = near[one].get(other, 0.0) + weight
            near[other][one] = near[other].get(one, 0.0) + weight
    loops = [0.0] * count
    member = list(range(count))
    while True:
        group = _one_pass(near, loops)
        names = {old: new for new, old in enumerate(sorted(set(group)))}
        member = [names[group[at]] for at in member]
        if len(names) == len(near):
            return _by_size(member)
        near, loops = _folded(near, loops, [names[g] for g in group], len(names))


def _one_pass(near: Sequence[Mapping[int, float]], loops: Sequence[float]) -> list[int]:
    """Return the group of each node after moves that each raise modularity."""
    degree = [sum(around.values()) + 2 * loop for around, loop in zip(near, loops, strict=True)]
    whole = sum(degree)
    group = list(range(len(near)))
    total = list(degree)
    if whole <= 0:
        return group
    for _ in range(_ROUNDS):
        moved = False
        for node, around in enumerate(near):
            if not around:
                continue
            here = group[node]
            total[here] -= degree[node]
            to: dict[int, float] = {here: 0.0}
            for other, weight in around.items():
                to[group[other]] = to.get(group[other], 0.0) + weight
            best, most = here, to[here] - degree[node] * total[here] / whole
            for name in sorted(to):
                gain = to[name] - degree[node] * total[name] / whole
                if gain > most + _LITTLE:
                    best, most = name, gain
            group[node] = best
            total[best] += degree[node]
            moved = moved or best != here
        if not moved:
            break
    return group


def _folded(
    near: Sequence[Mapping[int, float]],
    loops: Sequence[float],
    group: Sequence[int],
    count: int,
) -> tuple[list[dict[int, float]], list[float]]:
    """Return the graph whose nodes are the groups."""
    folded: list[dict[int, float]] = [{} for _ in range(count)]
    inside = [0.0] * count
    for node, around in enumerate(near):
        here = group[node]
        inside[here] += loops[node]
        for other, weight in around.items():
            there = group[other]
            if there == here:
                inside[here] += weight / 2
            else:
                folded[here][there] = folded[here].get(there, 0.0) + weight
    return folded, inside


def _by_size(member: Sequence[int]) -> tuple[int, ...]:
    sizes: dict[int, int] = {}
    first: dict[int, int] = {}
    for node, name in enumerate(member):
        sizes[name] = sizes.get(name, 0) + 1
        first.setdefault(name, node)
    order = sorted(sizes, key=lambda name: (-sizes[name], first[name]))
    place = {name: n for n, name in enumerate(order)}
    return tuple(place[name] for name in member)
