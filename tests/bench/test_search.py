"""On 200,000 posts, search finds what a plain scan of the folded texts finds: no more, no less."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from cmapp.domain.records import Gone, Post
from cmapp.services import syncing
from cmapp.store import search, words
from cmapp.store.database import Store
from cmapp.system.paths import Paths
from tests.bench import data
from tests.support.shared import ROOT

pytestmark = [pytest.mark.bench, pytest.mark.e2e]

CHINESE = re.compile(r"[\u4e00-\u9fff]+")


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    """A copy of the large profile, in which some posts were edited and some deleted since."""
    paths = data.copy(data.SIZE, tmp_path_factory.mktemp("bench") / "profile")
    store = Store.open(paths.database)
    account, records = next(data.pages(2_000, page=2_000))
    told = [r.post for r in records if not isinstance(r, Post) and r.post is not None]
    edited = [replace(p, text=f"修改：退貨改成退款 {p.text}"[:200]) for p in told[:300]]
    gone = [Gone(p.remote_id) for p in told[300:600]]
    again = [replace(p, text="又回來了：危機解除") for p in told[300:320]]
    for page in (edited, gone, again):
        store.write(lambda tx, page=page: syncing.keep(tx, account, page, now=data.NOW))
    store.close()
    return paths


@pytest.fixture(scope="module")
def folded(paths: Paths) -> list[tuple[int, str, str]]:
    """The id that a hit is known by, its folded text, its text; newest first."""
    store = Store.reader(paths.database)
    rows = store.read(
        lambda db: db.execute(
            """SELECT p.id, p.text, (SELECT min(i.id) FROM interactions i WHERE i.post_id = p.id
                 AND i.kind NOT IN ('reaction', 'repost')) AS item
               FROM posts p WHERE p.deleted_at IS NULL ORDER BY p.id DESC"""
        ).fetchall()
    )
    store.close()
    assert len(rows) > data.SIZE
    return [(r["item"] or r["id"], words.fold(r["text"]), r["text"]) for r in rows]


@pytest.mark.parametrize("query", ["退款", "危机", "危機"])
def test_the_command_line_finds_what_a_scan_finds(
    paths: Paths, folded: list[tuple[int, str, str]], query: str
) -> None:
    expected = [(str(key), text) for key, plain, text in folded if words.fold(query) in plain]
    command = [sys.executable, "-m", "cmapp", "--profile", str(paths.root), "--offline"]
    command += ["search", query, "--limit", "1000000", "--json"]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    answer = json.loads(done.stdout)
    assert len(expected) > 500
    assert [(h["id"], h["text"]) for h in answer["hits"]] == expected
    assert answer["more"] is False
    if query != "退款":
        traditional = sum("危機" in h["text"] for h in answer["hits"])
        assert 100 < traditional < len(expected) - 100  # both ways of writing, by either


def test_chinese_of_one_to_four_characters_is_found_wherever_it_stands(
    paths: Paths, folded: list[tuple[int, str, str]]
) -> None:
    chance = random.Random(7)
    queries = set()
    while len(queries) < 24:
        runs = CHINESE.findall(chance.choice(folded)[2])
        if runs:
            run = chance.choice(runs)
            start = chance.randrange(len(run))
            queries.add(run[start : start + 1 + len(queries) % 4])
    truth: dict[str, list[str]] = {q: [] for q in queries}
    needles = {q: words.fold(q) for q in queries}
    for _, plain, text in folded:
        for query, needle in needles.items():
            if needle in plain:
                truth[query].append(text)
    store = Store.reader(paths.database)
    for query in sorted(queries):
        found = store.read(lambda db, q=query: search.find(db, q, limit=1_000_000))
        assert [h.text for h in found.hits] == truth[query], query
    store.close()


def test_the_profile_is_the_same_each_time(tmp_path: Path) -> None:
    def ids(folder: Path) -> list[tuple[int, ...]]:
        store = Store.open(Paths(folder).make().database)
        data.fill(store, 400)
        found = store.read(
            lambda db: [tuple(r) for r in db.execute("SELECT id, post_id FROM interactions")]
        )
        store.close()
        return found

    once = ids(tmp_path / "a")
    assert once == ids(tmp_path / "b")
    assert len(once) == 400
