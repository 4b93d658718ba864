"""Density, degree, betweenness, PageRank equal NetworkX's; the picture is always the same (N21)."""

from __future__ import annotations

import itertools
import random
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmapp.domain.communities import communities
from cmapp.services.network import graph as graphs
from cmapp.services.network import picture
from cmapp.services.network.graph import Graph

CLOSE = 1e-6
PAIRS = st.tuples(st.integers(1, 14), st.integers(1, 14)).filter(lambda p: p[0] != p[1])


def made(arcs: dict[tuple[int, int], int], ours: frozenset[int] = frozenset()) -> Graph:
    return graphs.of([(s, t, "reply", 202611, n) for (s, t), n in arcs.items()], ours)


def oracle(graph: Graph) -> Any:
    found = nx.DiGraph()
    found.add_nodes_from(graph.nodes)
    found.add_weighted_edges_from((s, t, n) for (s, t), n in graph.arcs.items())
    return found


def pagerank(graph: Graph) -> dict[int, float]:
    """The fixed point itself, from NetworkX's matrix (its own `pagerank` stops at 1e-6)."""
    matrix = np.asarray(nx.google_matrix(oracle(graph), alpha=0.85, nodelist=list(graph.nodes)))
    rank = np.full(len(graph.nodes), 1 / len(graph.nodes))
    for _ in range(500):
        rank = rank @ matrix
    return dict(zip(graph.nodes, rank.tolist(), strict=True))


def zipf(people: int, arcs: int, seed: int = 1) -> dict[tuple[int, int], int]:
    chance = random.Random(seed)
    weights = list(itertools.accumulate(1 / (n + 5) for n in range(people)))
    found: dict[tuple[int, int], int] = {}
    while len(found) < arcs:
        one, other = chance.choices(range(1, people + 1), cum_weights=weights, k=2)
        if one != other:
            found[one, other] = found.get((one, other), 0) + 1
    return found


def same(ours: Any, theirs: Any) -> None:
    assert set(ours) == set(theirs)
    for node, value in theirs.items():
        assert ours[node] == pytest.approx(value, abs=CLOSE), node


@settings(max_examples=120, deadline=None)
@given(st.dictionaries(PAIRS, st.integers(1, 9), min_size=1, max_size=60))
def test_measures_equal_networkx(arcs: dict[tuple[int, int], int]) -> None:
    graph = made(arcs)
    m, theirs = graphs.measured(graph), oracle(graph)
    assert graphs.density(graph) == pytest.approx(nx.density(theirs), abs=CLOSE)
    same(m.degree, nx.degree_centrality(theirs))
    same(m.betweenness, nx.betweenness_centrality(theirs))
    same(m.pagerank, pagerank(graph))
    assert m.answered_by == dict(theirs.in_degree())
    assert m.answers == dict(theirs.out_degree())
    assert not m.estimated


def test_measures_equal_networkx_on_a_graph_with_hubs() -> None:
    graph = made(zipf(400, 1_500))
    m, theirs = graphs.measured(graph), oracle(graph)
    same(m.betweenness, nx.betweenness_centrality(theirs))
    same(m.pagerank, pagerank(graph))


def test_the_estimate_is_exact_where_everybody_is_a_pivot(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = made(zipf(120, 400))
    exact = graphs.measured(graph)
    monkeypatch.setattr(graphs, "EXACT", 10)
    found = graphs.measured(graph)
    assert found.estimated
    same(found.betweenness, exact.betweenness)


def test_an_estimate_finds_those_who_are_most_between(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = made(zipf(1_500, 5_000))
    exact = graphs.ranked(graphs.measured(graph).betweenness)[:20]
    monkeypatch.setattr(graphs, "EXACT", 10)
    assert len(set(graphs.ranked(graphs.measured(graph).betweenness)[:20]) & set(exact)) >= 15


def test_without_us_only_what_others_say_among_them_is_left() -> None:
    told = [(1, 9, "reply", 1, 3), (2, 9, "reply", 1, 1), (1, 2, "mention", 1, 2)]
    whole = graphs.of(told, frozenset({9}))
    assert whole.nodes == (1, 2, 9)
    among = graphs.of(told, frozenset({9}), with_us=False)
    assert (among.nodes, dict(among.arcs)) == ((1, 2), {(1, 2): 2})


def test_nobody_and_two_people() -> None:
    nobody = graphs.of([], frozenset())
    assert graphs.density(nobody) is None
    assert graphs.measured(nobody).pagerank == {}
    assert picture.picture(nobody, graphs.measured(nobody)).nodes == ()
    two = made({(1, 2): 1})
    assert graphs.density(two) == 0.5
    assert len(picture.picture(two, graphs.measured(two)).nodes) == 2


def test_equals_stand_in_a_fixed_order() -> None:
    ring = made({(n, n % 6 + 1): 1 for n in range(1, 7)})
    assert graphs.ranked(graphs.measured(ring).pagerank) == [1, 2, 3, 4, 5, 6]
    assert graphs.standing({1: 5.0, 2: 5.0, 3: 1.0}) == {3: 0.0, 1: 0.75, 2: 0.75}


# groups and places


def test_two_camps_and_their_bridge_are_two_groups() -> None:
    camps = [(0, 1), (1, 2), (0, 2), (0, 3), (2, 3), (4, 5), (5, 6), (4, 6), (3, 4)]
    assert communities(7, dict.fromkeys(camps, 1.0)) == (0, 0, 0, 0, 1, 1, 1)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(PAIRS, st.integers(1, 9), max_size=50))
def test_groups_are_no_worse_than_networkx_finds(arcs: dict[tuple[int, int], int]) -> None:
    found = communities(15, {pair: float(n) for pair, n in arcs.items()})
    assert found == communities(15, dict(reversed(list(arcs.items()))))
    sizes = [found.count(n) for n in range(max(found) + 1)]
    assert sizes == sorted(sizes, reverse=True)
    if not arcs:
        return
    theirs = nx.Graph()
    theirs.add_nodes_from(range(15))
    for (one, other), n in arcs.items():
        before = theirs.get_edge_data(one, other, {"weight": 0})["weight"]
        theirs.add_edge(one, other, weight=before + n)
    ours = [{at for at, name in enumerate(found) if name == n} for n in range(max(found) + 1)]
    best = nx.community.louvain_communities(theirs, seed=1)
    reached = nx.community.modularity(theirs, ours)
    assert reached >= nx.community.modularity(theirs, best) - 0.08


def test_the_picture_is_the_same_each_time_and_nobody_stands_on_another() -> None:
    graph = made(zipf(700, 2_000, seed=3))
    m = graphs.measured(graph)
    first, again = picture.picture(graph, m), picture.picture(graph, m)
    assert first == again
    spots = np.array([first.x, first.y]).T
    apart = np.sqrt(((spots[:, None] - spots[None]) ** 2).sum(axis=2))
    np.fill_diagonal(apart, np.inf)
    assert np.quantile(apart.min(axis=1), 0.05) > 0.3
    for at, name in enumerate(first.group):  # each in the disc of its group
        disc = first.groups[name]
        assert np.hypot(first.x[at] - disc.x, first.y[at] - disc.y) <= disc.radius + 1e-6
    for one, other in itertools.combinations(first.groups, 2):
        assert np.hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius


def test_the_picture_is_cut_to_those_who_matter_most_and_says_who_they_are() -> None:
    graph = made(zipf(300, 900))
    m = graphs.measured(graph)
    shown = picture.picture(graph, m, most=50, least=2)
    assert len(shown.nodes) == 50
    assert list(shown.nodes) == graphs.ranked(m.pagerank)[:50]
    whole = picture.picture(graph, m)
    one = picture.picture(graph, m, group=0)
    assert len(one.nodes) == whole.groups[0].size
