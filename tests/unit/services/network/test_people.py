"""Who matters and why: KOC, KOL, cascades, months, whom to thank, closeness, who may vouch."""

from __future__ import annotations

import itertools
import random
from math import log2
from typing import Any

import networkx as nx
import pytest

from cmapp.domain.records import Kind
from cmapp.services import insights
from cmapp.services.insights import Scope
from cmapp.services.network import changes, closeness, people
from cmapp.services.network import graph as graphs
from cmapp.services.network.people import Span
from cmapp.store import ties, voices
from cmapp.store.voices import Drawn, Week
from tests.support.talk import ACCOUNT, DAY, NOW, US, Talk

SPAN = Span((ACCOUNT,), 202606, 202611)


def net(talk: Talk, span: Span = SPAN) -> people.Network:
    return talk.store.read(lambda db: people.network(db, span))


def named(found: list[people.Found]) -> list[str]:
    return [f.who.handle for f in found]


def codes(found: people.Found) -> list[str]:
    return [code for code, _ in found.reasons]


# KOC (NW-04)


def test_key_consumers_are_small_draw_answers_and_are_well_disposed(talk: Talk) -> None:
    for name, followers in (("kim", 300), ("lee", 900), ("star", 90_000), ("sour", 200),
                            ("dull", 100), ("mist", None)):  # fmt: skip
        talk.person(name, followers)
    at = talk.day(100)
    for n, (who, mood, drawn) in enumerate(
        [("kim", "praise", 4), ("lee", "praise", 2), ("star", "praise", 6),
         ("sour", "complaint", 5), ("mist", "thanks", 3)]
    ):  # fmt: skip
        post = talk.says(who, at=at + n, mood=mood)
        for k in range(drawn):
            talk.says(f"fan{k}", to=post, at=at + 1000 + 10 * n + k)
    for n in range(9):
        post = talk.says("dull", at=at + 50_000 + n, mood="praise")
    talk.says("fan0", to=post, at=at + 60_000)
    known, unsure = talk.store.read(lambda db: people.consumers(db, people.network(db, SPAN)))
    assert named(known) == ["kim", "lee", "dull"]  # one answer to nine posts is little
    assert named(unsure) == ["mist"]  # nobody knows how far they reach
    assert codes(known[0]) == ["drew", "positive", "small_reach"]
    assert dict(known[0].reasons)["drew"]["people"] == 4
    assert known[0].score == pytest.approx(4 * people.sure(1, 1) * 2 / 3)
    assert dict(unsure[0].reasons)["followers_unknown"] == {}


def test_answers_of_ours_do_not_make_a_key_consumer(talk: Talk) -> None:
    talk.person("kim", 10)
    post = talk.says("kim", at=talk.day(100), mood="praise")
    talk.says(US, to=post, at=talk.day(101))
    known, unsure = talk.store.read(lambda db: people.consumers(db, people.network(db, SPAN)))
    assert (known, unsure) == ([], [])


def test_the_score_of_key_consumers_grows_with_each_of_its_parts() -> None:
    base = people.koc_score(Drawn(10, 5, 4), {"positive": 3, "negative": 1})
    assert people.koc_score(Drawn(10, 5, 5), {"positive": 3, "negative": 1}) > base
    assert people.koc_score(Drawn(10, 6, 4), {"positive": 3, "negative": 1}) > base
    assert people.koc_score(Drawn(10, 5, 4), {"positive": 4, "negative": 1}) > base
    assert people.koc_score(Drawn(10, 5, 4), {"positive": 3, "negative": 2}) < base
    assert people.koc_score(Drawn(1, 1, 4), {}) < people.koc_score(Drawn(20, 20, 4), {})
    assert people.koc_score(Drawn(), {}) == 0


# KOL (NW-05)


def test_leaders_are_those_who_are_listened_to_not_those_with_followers(talk: Talk) -> None:
    talk.person("famous", 5_000_000)
    talk.person("wise", None)
    talk.person("known", 4_000)
    for who, count in (("wise", 6), ("known", 4), ("famous", 2)):
        post = talk.says(who, at=talk.day(100))
        for k in range(count):
            talk.says(f"fan{k}", to=post, at=talk.day(101))
    found = people.leaders(net(talk))
    assert named(found) == ["wise", "known"]
    assert codes(found[0])[-1] == "followers_unknown"
    assert found[0].figures["followers"] is None  # unknown, never zero
    assert dict(found[1].reasons)["followers"]["followers"] == 4_000
    assert all(0 <= f.score <= 1 for f in found)


def test_we_are_nobody_on_our_own_lists_and_muted_people_neither(talk: Talk) -> None:
    ours = talk.says(US, at=talk.day(100))
    other = talk.says("loud", at=talk.day(100))
    for k in range(5):
        talk.says(f"fan{k}", to=ours, at=talk.day(101))
        talk.says(f"fan{k}", to=other, at=talk.day(101))
    assert named(people.leaders(net(talk))) == ["loud"]
    from cmapp.store import contacts

    talk.store.write(lambda tx: contacts.put(tx, [talk.id("loud")], "muted", 1, now=NOW))
    assert people.leaders(net(talk)) == []


# cascades (NW-06)


def test_a_tree_has_the_depth_and_the_width_that_it_has(talk: Talk) -> None:
    root = talk.says(US, at=talk.day(1))
    level = [root]
    for depth, width in enumerate((2, 3, 1, 1, 1, 1)):  # six steps; the fifth is the last told
        level = [
            talk.says(f"v{depth}{k}", to=level[k % len(level)], at=talk.day(2 + depth))
            for k in range(width)
        ]
    talk.does("v00", Kind.REPOST, root, at=talk.day(3))
    found = talk.store.read(lambda db: voices.cascade(db, talk.post_id(root)))
    assert found.levels == (2, 3, 1, 1, 1)
    assert (found.depth, found.width, found.answers, found.people) == (6, 3, 9, 9)
    assert found.shares == 1
    starts = talk.store.read(lambda db: voices.beginnings(db, [ACCOUNT], talk.day(0), talk.day(30)))
    assert starts == [talk.post_id(root)]


def test_a_post_that_nobody_answered_and_one_that_answers_itself(talk: Talk) -> None:
    alone = talk.says(US, at=talk.day(1))
    found = talk.store.read(lambda db: voices.cascade(db, talk.post_id(alone)))
    assert (found.levels, found.depth, found.width) == ((), 0, 0)
    talk.store.write(lambda tx: tx.db.execute("UPDATE posts SET parent_ref = remote_id"))
    found = talk.store.read(lambda db: voices.cascade(db, talk.post_id(alone)))
    assert (found.depth, found.answers) == (0, 0)


# months (NW-03)


def world(talk: Talk, seed: int, count: int = 120) -> None:
    chance = random.Random(seed)
    said: list[str] = []
    for n in range(count):
        to = chance.choice(said[-12:]) if said and chance.random() < 0.75 else None
        who = chance.choice([US, *(f"m{k}" for k in range(7))])
        mood = None if who == US else chance.choice(["praise", "complaint", "question", None])
        said.append(talk.says(who, to=to, at=talk.day(n * 165 / count), mood=mood))


def plain(talk: Talk) -> dict[int, set[tuple[int, int]]]:
    """Who answered whom in which month, from the posts alone."""
    found: dict[int, set[tuple[int, int]]] = {}
    for one, other, at in talk.sql(
        "SELECT c.author_id, p.author_id, c.created_at FROM posts c JOIN posts p"
        " ON p.remote_id = c.parent_ref WHERE c.author_id <> p.author_id"
    ):
        found.setdefault(ties.month_of(at), set()).add((one, other))
    return found


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_months_equal_plain_sets(talk: Talk, seed: int) -> None:
    world(talk, seed)
    told = plain(talk)
    found = talk.store.read(lambda db: changes.snapshots(db, SPAN, now=NOW))
    assert [s.month for s in found] == [m for m in range(202606, 202612) if m >= min(told)]
    before: set[Any] | None = None
    for one in found:
        arcs = told.get(one.month, set())
        pairs = {(min(p), max(p)) for p in arcs}
        graph = nx.DiGraph(list(arcs))
        assert one.people == graph.number_of_nodes()
        assert one.density == (pytest.approx(nx.density(graph)) if len(graph) > 1 else None)
        assert one.won == (None if before is None else pairs - before)
        assert one.kept == (None if before is None else pairs & before)
        over = one.month == 202611
        assert one.running == over
        assert one.lost == (None if before is None or over else before - pairs)
        before = pairs


def test_no_ties_no_months(talk: Talk) -> None:
    assert talk.store.read(lambda db: changes.snapshots(db, SPAN, now=NOW)) == []


# whom to thank (NW-07)


def test_the_order_of_the_week_is_the_same_whatever_order_rows_come_in() -> None:
    weeks = {
        7: Week(people=3, positive=1, negative=0, said=2, first_at=50),
        3: Week(people=3, positive=1, negative=1, said=2, first_at=50),
        9: Week(people=3, positive=1, negative=0, said=2, first_at=20),
        4: Week(people=2, positive=3, negative=0, said=3, first_at=10),
        5: Week(people=0, positive=7, negative=0, said=7, first_at=1),
        8: Week(people=9, positive=0, negative=2, said=2, first_at=1),  # more bad than good
        6: Week(people=0, positive=0, negative=0, said=4, first_at=1),
    }
    wanted = [9, 3, 7, 4, 5]
    for order in itertools.permutations(weeks):
        assert people.thanked({n: weeks[n] for n in order}) == wanted
    assert people.thanked(weeks, limit=2) == [9, 3]


def test_a_week_counts_what_people_did_among_themselves(talk: Talk) -> None:
    ours = talk.says(US, at=talk.day(99))
    first = talk.says("ana", to=ours, at=talk.day(100), mood="praise")
    talk.says("bo", to=first, at=talk.day(101), mood="complaint")
    talk.says("ana", to=first, at=talk.day(101), mood="thanks")
    talk.says("cy", to=first, at=talk.day(120))
    found = talk.store.read(
        lambda db: voices.weeks(
            db, [ACCOUNT], talk.day(98), talk.day(105), ours=ties.ours(db), roots=ties.roots(db)
        )
    )
    assert found == {
        talk.id("ana"): Week(1, 2, 0, 2, talk.day(100)),
        talk.id("bo"): Week(1, 0, 1, 1, talk.day(101)),
    }


# closeness (NW-08)


def test_closeness_is_its_formula(talk: Talk) -> None:
    at = NOW - 15 * DAY
    ours = talk.says(US, at=at - DAY)
    for n in range(3):
        one = talk.says("ana", to=ours, at=at - n * 1000, mood="praise")
    talk.says(US, to=one, at=at + 5)
    talk.says("bo", to=ours, at=at)
    talk.says("bo", to=one, at=at)  # bo talks with both
    who = talk.id("ana")
    found = talk.store.read(lambda db: closeness.of(db, [who], at, now=NOW))
    assert (found.theirs, found.ours, found.common) == (3, 1, 1)
    often, mutual, lately = log2(5) / log2(41), 2 * 1 / 4, 0.5 ** (15 / 30)
    assert found.value == pytest.approx(40 * often + 25 * mutual + 25 * lately + 10 * 0.1)
    nobody = talk.store.read(lambda db: closeness.of(db, [-1], None, now=NOW))
    assert (nobody.value, nobody.silent) == (0, None)


# who may vouch (NW-09)


def test_who_vouches_is_listened_to_and_never_complained(talk: Talk) -> None:
    for who, moods in (("friend", ["praise", "question"]), ("torn", ["praise", "complaint"]),
                       ("cool", ["question"])):  # fmt: skip
        for mood in moods:
            post = talk.says(who, at=talk.day(100), mood=mood)
            for k in range(4):
                talk.says(f"fan{k}", to=post, at=talk.day(101))
    found = talk.store.read(lambda db: people.endorsers(db, people.network(db, SPAN)))
    assert named(found) == ["friend"]
    assert codes(found[0])[0] == "positive"
    none = talk.store.read(
        lambda db: people.endorsers(db, people.network(db, SPAN), fits=lambda n: n == -1)
    )
    assert none == []


# charts


def scope(talk: Talk, since: int = 0, **options: str) -> Scope:
    return Scope(talk.day(since), NOW + DAY // 2, "UTC", NOW, (ACCOUNT,), options)


def draw(talk: Talk, name: str, **options: str) -> Any:
    one = insights.get(name)
    asked = scope(talk, 100, **options)
    chart = talk.store.read(lambda db: one.draw(db, asked))
    told = [*chart.figures, *(d for s in chart.series for d in s.data)]
    for each in told:
        assert (each.value is None) == bool(each.why), each
        if each.key:
            assert talk.store.read(lambda db, k=each.key: one.rows(db, asked, k)).total > 0, each
    return chart


@pytest.mark.parametrize("seed", [1, 4])
def test_charts_equal_the_posts_themselves(talk: Talk, seed: int) -> None:
    world(talk, seed)
    told = plain(talk)
    density = draw(talk, "network_density").series[0].data
    for datum in density:
        arcs = told.get(ties.month_of(datum.x), set())
        assert datum.value == (pytest.approx(nx.density(nx.DiGraph(list(arcs)))) if arcs else None)
    chart = draw(talk, "network_ties")
    won = {d.x: d.value for d in next(s for s in chart.series if s.id == "won").data}
    months = sorted(told)
    for before, month in itertools.pairwise(months):
        pairs = [{(min(p), max(p)) for p in told[m]} for m in (before, month)]
        assert won[ties.month_start(month)] == len(pairs[1] - pairs[0])
    lost = next(s for s in chart.series if s.id == "lost").data[-1]
    assert (lost.value, lost.why) == (None, "too_young")
    whole = {arc for m, arcs in told.items() if m >= 202609 for arc in arcs}
    bars = draw(talk, "network_people", by="degree").series[0].data
    theirs = nx.degree_centrality(nx.DiGraph(list(whole)))
    for datum in bars:
        assert datum.value == pytest.approx(theirs[int(datum.x)], abs=1e-6)
    deep = draw(talk, "cascades")
    for datum in deep.series[0].data if deep.series else ():
        assert datum.value is not None
    draw(talk, "network_people", by="koc", us="without")


def test_an_empty_time_says_so(talk: Talk) -> None:
    for name in ("network_density", "network_ties", "network_people", "cascades"):
        chart = draw(talk, name)
        assert chart.empty is not None
        assert chart.series == ()


def test_density_without_us_is_that_of_the_others(talk: Talk) -> None:
    world(talk, 5)
    us = talk.id(US)
    arcs = [a for m, each in plain(talk).items() if m == 202610 for a in each if us not in a]
    found = {d.x: d.value for d in draw(talk, "network_density", us="without").series[0].data}
    assert found[ties.month_start(202610)] == pytest.approx(nx.density(nx.DiGraph(arcs)))
    graph = talk.store.read(lambda db: graphs.read(db, (ACCOUNT,), 202610, 202610, with_us=False))
    assert us not in graph.nodes
