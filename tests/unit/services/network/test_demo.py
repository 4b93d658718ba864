"""The network commands on the whole demo network, held against NetworkX and the raw rows (N21)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import networkx as nx
import numpy as np
import pytest

from cmapp.domain.errors import Missing, Rejected
from cmapp.platforms.demo import FOLDER, Network
from cmapp.services.engine import Engine
from cmapp.store import ties
from cmapp.system import network as way_out
from cmapp.system.paths import Paths


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("demo") / "profile"
    Network.make(folder / FOLDER)
    way_out.process.open()
    way_out.process.stop.clear()
    opened = Engine.open(Paths(folder), serve=False)
    for handle in ("mossfield", "mossfield_tw"):
        opened.call("accounts.add", platform="demo", way="demo", answers={"handle": handle})
    opened.call("sync")
    yield opened
    opened.close()
    way_out.process.open()


def rows(engine: Engine, query: str) -> list[Any]:
    return engine.desk.store.read(lambda db: [tuple(r) for r in db.execute(query)])


def oracle(engine: Engine) -> Any:
    """Who answered or named whom, from the posts alone."""
    arcs: Counter[tuple[int, int]] = Counter()
    author = {r[0]: r[1] for r in rows(engine, "SELECT remote_id, author_id FROM posts")}
    named = {
        r[0].lstrip("@").lower(): r[1] for r in rows(engine, "SELECT handle, id FROM profiles")
    }
    for who, parent, spans in rows(engine, "SELECT author_id, parent_ref, spans FROM posts"):
        if parent in author and author[parent] != who:
            arcs[who, author[parent]] += 1
        if parent is None:
            names = {s["target"].lstrip("@").lower() for s in json.loads(spans)
                     if s["kind"] == "mention"}  # fmt: skip
            for name in names & named.keys():
                if named[name] != who:
                    arcs[who, named[name]] += 1
    graph = nx.DiGraph()
    graph.add_weighted_edges_from((s, t, n) for (s, t), n in sorted(arcs.items()))
    return graph


def test_the_figures_of_the_demo_network_are_networkx_s(engine: Engine) -> None:
    theirs = oracle(engine)
    found = engine.call("network.show", months=60)
    assert found["people"] == len(theirs) > 40
    assert found["density"] == pytest.approx(nx.density(theirs), abs=1e-6)
    order = sorted(theirs)
    rank = np.full(len(order), 1 / len(order))
    matrix = np.asarray(nx.google_matrix(theirs, alpha=0.85, nodelist=order))
    for _ in range(500):
        rank = rank @ matrix
    ranks = dict(zip(order, rank.tolist(), strict=True))
    degree, between = nx.degree_centrality(theirs), nx.betweenness_centrality(theirs)
    for node in found["nodes"]:
        number = int(node["id"])
        assert node["pagerank"] == pytest.approx(ranks[number], abs=1e-6)
        assert node["degree"] == pytest.approx(degree[number], abs=1e-6)
        assert node["betweenness"] == pytest.approx(between[number], abs=1e-6)
        assert node["answered_by"] == theirs.in_degree(number)
    assert engine.desk.store.read(ties.differences) == {}


def test_every_list_answers_with_reasons_and_the_same_each_time(engine: Engine) -> None:
    for by in ("pagerank", "degree", "betweenness", "kol", "koc", "thank"):
        found = engine.call("network.people", by=by)
        assert found == engine.call("network.people", by=by)
        assert all(p["reasons"] for p in found["people"]), by
        assert not any(p["ours"] for p in found["people"] if by in ("kol", "koc", "thank"))
        assert json.loads(json.dumps(found)) == found
    deep = engine.call("network.cascade")["cascades"]
    assert deep == sorted(deep, key=lambda c: (-c["depth"], -c["width"], -c["answers"]))
    one = engine.call("network.cascade", post=deep[0]["post_id"])["cascades"]
    assert one == deep[:1]
    months = engine.call("network.changes")["months"]
    assert months[-1]["running"]
    assert months[-1]["lost"] is None
    pairs = engine.call("network.changes", month=months[-1]["month"])["pairs"]
    assert set(pairs) == {"won", "lost"}
    assert "people" in engine.call("network.endorsers", about="stage:new")
    close = engine.call("network.strength", person="ana.lopes")
    parts = {"often": "often", "mutual": "mutual", "lately": "lately", "common": "shared"}
    summed = sum(close["shares"][name] * close[part] for name, part in parts.items())
    assert close["value"] == pytest.approx(100 * summed)


@pytest.mark.parametrize(
    ("command", "args"),
    [
        ("show", {"since": "2026-13"}),
        ("show", {"since": "2026-11", "until": "2026-10"}),
        ("show", {"months": 0}),
        ("show", {"months": 10_000}),
        ("show", {"ties": "love"}),
        ("show", {"most": 0}),
        ("people", {"by": "fame"}),
        ("people", {"limit": 0}),
        ("people", {"by": "thank", "week": "2026-W99"}),
        ("cascade", {"post": "12; DROP"}),
        ("cascade", {"post": "9" * 40}),
    ],
)
def test_what_makes_no_sense_is_refused(engine: Engine, command: str, args: dict[str, Any]) -> None:
    with pytest.raises(Rejected) as refused:
        engine.call(f"network.{command}", **args)
    assert refused.value.facts["reason"] == "bad_value"


def test_who_is_unknown_is_missing(engine: Engine) -> None:
    with pytest.raises(Missing):
        engine.call("network.strength", person="nobody.at.all")
    with pytest.raises(Missing):
        engine.call("network.show", accounts=["nope"])
